"""The domain: what a quote is, how it is read, compared, stored and decided on."""

"""Actions: what editors do to a row, each a POST named like the service it calls."""

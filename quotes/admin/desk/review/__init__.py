"""The review queue: one decision a screen, by one key, the next one at hand."""

"""Names: who and what an article speaks of, under every form of its name."""

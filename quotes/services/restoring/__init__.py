"""Restoring: what undoing a decision takes, kept when it is made, and put back exactly."""

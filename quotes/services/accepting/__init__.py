"""Accepting: from what a sender hands in to what can be stored, checked and never cleaned silently."""

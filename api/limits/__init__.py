"""Limits: how often one caller may call, counted in Redis, told in headers."""

"""Serving: the API through gunicorn. Imports nothing here: the server's settings are in this package."""

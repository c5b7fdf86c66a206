"""Serving: the API's lists and look-ups through gunicorn; imports nothing, for the server's settings are in here."""

"""The OpenAPI 3.1 document: what drf-spectacular reads from the views, completed."""

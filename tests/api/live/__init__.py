"""The API as its users meet it: over HTTP, against a live server with the sample articles."""

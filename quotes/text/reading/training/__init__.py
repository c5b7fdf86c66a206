"""Training: the statistics of reported speech, counted on annotated articles (see __main__.py)."""

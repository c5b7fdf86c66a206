"""Pure text: reading articles and comparing wordings. No Django, no database, no clock."""

"""The article screen: the text with its quotes lit, and one of them put right beside it."""

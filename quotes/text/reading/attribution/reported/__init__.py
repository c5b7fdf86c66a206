"""Reported speech: who says, holds or doubts what, where no quotation marks stand about the words."""

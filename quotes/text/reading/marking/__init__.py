"""Marking: paragraphs, quotation marks, and sentences in which each quotation stands as one token."""

"""Bulk: articles as JSON lines, streamed in, answered line by line, in flat memory."""

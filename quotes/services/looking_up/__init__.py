"""Looking up: words as somebody remembers them in, the quotes that hold them out. Reads, writes nothing."""

"""A quote: where it was printed and by whom first, how its words came there, merged with others and split."""

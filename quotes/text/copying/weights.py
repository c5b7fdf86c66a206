"""The numbers that decide whether two articles print one story, all in one place.

Set on the pairs of `tests/quotes/text/copying/stories.toml`. Raise VERSION with any of them.
"""

VERSION = "copying-1"

SEED = 4  # words in a row from which an alignment grows
BRIDGE = 4  # words an editor may change between two runs without parting the passage
LEAST_PASSAGE = 8  # words in common; fewer in one place are a turn of phrase
LEAST_COMMON = 24  # of the reporter's own words; fewer are a caption or a formula
LEAST_SHARE = 0.4  # of the own words of either side: more than a paragraph of background brings
MOST_PLACES = 8  # at which one seed is tried: what a text repeats more often identifies no place in it

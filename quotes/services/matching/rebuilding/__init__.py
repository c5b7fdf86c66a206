"""Rebuilding: keys, matches and quotes computed anew over ranges of rows, as if article by article.

Each range is work for one worker, apart from all others: wordings are asked about older wordings only,
articles about earlier ones, and a group of printings belongs to the range of its least appearance.
"""

"""Benchmarks: measured by `make bench` against a named peer in the same run, one JSON line each."""

"""What the platform costs: one file an operation, its peers and its limit beside it.

`./onemap bench` runs them all; one alone is `python -m benchmarks.tiles`.
"""

"""What tests, tools and benchmarks share; `tests/` is on the path of all three."""

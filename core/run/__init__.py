"""A plan at work: threads, tiles, strips, and what the log says of them."""

"""The source: its pixels, which of them are valid, and its outside."""

"""Rasters: what they say of themselves, their pixels, and how new ones appear."""

"""Polygons: as given, as outlines, as masks."""

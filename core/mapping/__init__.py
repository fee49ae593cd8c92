"""From the map to the source: coordinate systems, templates, models of sources."""

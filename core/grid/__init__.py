"""The grid: its geometry, its nodes, and what they tell."""

"""The forms: each turns QGIS parameters into one call of the engine."""

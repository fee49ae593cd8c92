"""What every form promises to QGIS and to its users."""

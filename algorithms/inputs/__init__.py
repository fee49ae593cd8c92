"""What parameters name, read where it lives: QGIS's main thread."""

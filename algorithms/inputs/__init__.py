"""The layers that parameters name, read in QGIS's main thread into plain values."""

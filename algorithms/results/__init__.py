"""Results in the project: what QGIS makes of the files that a run has written."""

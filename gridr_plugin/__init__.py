"""The plugin's life inside QGIS: loading, the provider, the libraries it needs."""

"""GridR for QGIS: resample a raster through a grid of source positions."""


def classFactory(iface: object) -> object:  # noqa: N802 - the name QGIS calls
    """Return the plugin; QGIS calls this once when it loads the plugin folder."""
    from .gridr_plugin.plugin import GridrPlugin

    return GridrPlugin(iface)

"""Jobs over rasters that are headers only: there is no file."""

import dataclasses

from gridr_qgis.core.options import Job
from gridr_qgis.core.plan.rules import Headers, resolve
from gridr_qgis.core.raster.header import Header
from rasterio.enums import ColorInterp


def header(name, shape, *dtypes, **said):
    """Return what a raster of a shape and of some types of bands says of itself."""
    count = len(dtypes)
    plain = Header(
        name=name,
        shape=shape,
        dtypes=dtypes,
        nodata=(None,) * count,
        descriptions=(None,) * count,
        units=(None,) * count,
        scales=(1.0,) * count,
        offsets=(0.0,) * count,
        colorinterp=(ColorInterp.undefined,) * count,
        colormap=None,
        tags={},
        transform=None,
        crs_wkt=None,
        block_shape=(1, shape[1]),
        files=(name,),
    )
    return dataclasses.replace(plain, **said)


SRC = header("src", (40, 50), "uint8", "int16", nodata=(255.0, -9.0))
GRID = header("grid", (5, 6), "float64", "float64")
COLS = header("cols", (5, 6), "float64")


def resolved(src=SRC, grid=GRID, grid_col=None, masks=(None, None), **asked):
    """Resolve a job over rasters that are headers only."""
    headers = Headers(src, grid, grid_col or grid, *masks)
    return resolve(Job(src="src", grid="grid", dst="dst.tif", **asked), headers)

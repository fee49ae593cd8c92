"""Headers whose text is no UTF-8, which rasterio refuses."""

from __future__ import annotations

import tempfile
from pathlib import Path

import rasterio
import rasterio.shutil

from ..errors import GridrError


def in_utf8(raster: str | rasterio.DatasetReader) -> rasterio.DatasetReader:
    """Return a raster opened so that what is no UTF-8 in its texts reads as U+FFFD.

    GDAL describes it as a VRT, byte by byte, which is a text that can be mended.

    Raises
    ------
    GridrError
        If GDAL cannot describe it so.
    """
    try:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "text.vrt")
            rasterio.shutil.copy(raster, str(path), driver="VRT")
            return rasterio.open(path.read_bytes().decode("utf-8", "replace"))
    except Exception as error:  # there is no end to what drivers raise here
        name = getattr(raster, "name", raster)
        raise GridrError(
            "The header of {name!r} has text that is no UTF-8 and cannot be read. "
            "Mend its names and descriptions, or convert it with gdal:translate.",
            name=name,
        ) from error

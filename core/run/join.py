"""From parts to outputs: copied into one file, or shown by a mosaic."""

from __future__ import annotations

from contextlib import ExitStack

import numpy as np
import rasterio
from rasterio.windows import Window

from ..errors import Cancelled
from ..feedback import Feedback
from ..machine import MIB
from ..raster.cache import gdal_cache
from ..raster.creation import BLOCK
from ..raster.destination import Destination, is_mosaic
from ..raster.mosaic import mosaic_text
from ..raster.names import openable
from ..raster.output import Output
from ..raster.replace import target_of
from ..window import strips, window_relative
from .whole import Whole

NOTHING = np.empty((0, 0, 0))
"""Pixels of what is not copied."""
CACHE = 16 * MIB
"""GDAL's cache meanwhile: blocks are read and written once."""


def join(
    whole: Whole,
    outputs: list[Output],
    windows: list[Window],
    strip_rows: int,
    feedback: Feedback,
) -> None:
    """Make the outputs of all parts: they appear together, or none.

    Parameters
    ----------
    whole : Whole
        The run.
    outputs : list of Output
        The data, and the mask if there is one.
    windows : list of Window
        The parts.
    strip_rows : int
        Rows that are copied together.
    feedback : Feedback
        Takes progress.

    Raises
    ------
    GridrError
        If they cannot be written; the parts stay.
    Cancelled
        If the feedback said so.
    """
    copied = [output for output in outputs if not is_mosaic(output.path)]
    resolved = whole.resolved
    with Destination(copied, resolved.inputs, resolved.window) as destination:
        for output, folder in zip(outputs, whole.folders):
            if is_mosaic(output.path):
                path = output.path.absolute()
                place = target_of(path)
                text = mosaic_text(folder, windows, output.profile, place)
                destination.bring(path, text)
        if copied:
            with gdal_cache(CACHE), ExitStack() as stack:
                rasters = _opened(whole, outputs, windows, stack)
                _copy(rasters, destination, strip_rows, feedback)
        destination.commit()


def _opened(
    whole: Whole, outputs: list[Output], windows: list[Window], stack: ExitStack
) -> list[rasterio.DatasetReader | None]:
    """Open the parts of data and mask, each as one raster; None for what stays so."""
    rasters: list[rasterio.DatasetReader | None] = [None, None]
    for number, (output, folder) in enumerate(zip(outputs, whole.folders)):
        if not is_mosaic(output.path):
            text = mosaic_text(folder, windows, output.profile, folder.whole)
            folder.whole.write_text(text, encoding="utf-8")
            name = openable(str(folder.whole))
            rasters[number] = stack.enter_context(rasterio.open(name))
    return rasters


def _copy(
    rasters: list[rasterio.DatasetReader | None],
    destination: Destination,
    strip_rows: int,
    feedback: Feedback,
) -> None:
    """Copy all pixels, strip by strip, as one machine writes them."""
    whole = destination.window
    for strip in strips(whole, strip_rows):
        if not feedback.progress((strip.row_off - whole.row_off) / whole.height):
            raise Cancelled
        window = window_relative(strip, whole)
        data, valid = (
            NOTHING if raster is None else raster.read(window=window)
            for raster in rasters
        )
        destination.write(strip, data, valid.reshape(valid.shape[-2:]) == 1)


def rows_within(limit: int, strip_rows: int, output: Output) -> int:
    """Return how many rows of an output are copied together within a limit [MiB].

    As one machine writes them if that fits, else fewer of its blocks.
    """
    profile = output.profile
    row = profile["width"] * profile["count"] * np.dtype(profile["dtype"]).itemsize
    # one strip, and the validity that goes with it
    while (
        strip_rows > BLOCK and strip_rows * (row + 2 * profile["width"]) > limit * MIB
    ):
        strip_rows = max(strip_rows // 2 // BLOCK, 1) * BLOCK
    return strip_rows

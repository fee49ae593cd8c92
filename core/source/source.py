"""Source pixels as interpolation needs them: padded, masked, prefiltered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

import numpy as np
from rasterio.windows import Window

from ..grid.nodes import Nodes, source_window
from ..interpolation.methods import Method, Prefilter
from ..kernels.table import dilate, fill_holes, mark_whole, prefilter
from ..kernels.values import Patch
from ..options import Boundary, SourceValidity
from ..raster.pixels import MaskRaster, PixelReader
from ..window import (
    Shape,
    window_clip,
    window_of,
    window_pad,
    window_ranges,
    window_relative,
    window_rims,
    window_shape,
    window_slices,
)
from .boundary import axis_reads
from .validity import Nodata, valid_pixels

if TYPE_CHECKING:
    from ..polygons.mask import PolygonMask

Check = Callable[[], None]
"""Is called between bands that take a while; raises what ends the reading."""


@dataclass(frozen=True)
class Source:
    """An image, everything that says which of its pixels are valid, and its outside."""

    reader: PixelReader
    """The pixels."""
    shape: Shape
    """(rows, cols) of the image."""
    indexes: list[int]
    """Bands to read, 1-based, each once."""
    dtype: str
    """Type that holds them all."""
    nodata: Nodata
    """Nodata of these bands, as pixels of that type show it."""
    rule: SourceValidity
    """What makes a pixel invalid by itself."""
    method: Method
    """What the pixels are read for."""
    boundary: Boundary = Boundary.NONE
    """What stands beyond the border."""
    trusted: bool = False
    """Whether that is valid where the pixel it stands for is."""
    mask: MaskRaster | None = None
    """Raster of the image's shape: pixels that it calls invalid are not used."""
    polygons: PolygonMask | None = None
    """Polygons in its pixels: those that they leave out are not used."""

    @property
    def domain(self) -> Window:
        """Return the places that an output pixel may use."""
        return self.method.domain(self.shape, self.trusted)

    @property
    def _image(self) -> Window:
        return window_of(((0, self.shape[0]), (0, self.shape[1])))

    def window(self, nodes: Nodes, window: Window) -> Window | None:
        """Return what a window of the output can depend on, None for nothing."""
        return source_window(nodes, window, self.method.margin, self.domain)

    def read(self, window: Window, check: Check = lambda: None) -> Patch:
        """Return the pixels, or B-spline coefficients, of a window in the domain."""
        origin = window.row_off, window.col_off
        if self.method.prefilter is None:
            pixels, valid = self._padded(window, check)
        else:
            filtering = self.method.prefilter
            pixels, valid = self._coefficients(window, filtering, check)
        usable = np.zeros((0, 0), np.uint8)
        if valid is not None:
            usable = valid.view(np.uint8)
            mark_whole(usable, self.method.support)
        return Patch(pixels, usable, origin)

    def read_shape(self, window: Window) -> Shape:
        """Return the shape of what is read for a window at most."""
        if self.method.prefilter is None:
            return window_shape(window)
        return window_shape(self._around(window, self.method.prefilter))

    def _around(self, window: Window, prefilter: Prefilter) -> Window:
        """Grow a window for the prefilter, not beyond the padding it is fed with."""
        fed = window_pad(self._image, prefilter.reach + self.method.padding)
        return window_clip(window_pad(window, prefilter.around), fed)

    def _coefficients(
        self, window: Window, filtering: Prefilter, check: Check
    ) -> tuple[np.ndarray, np.ndarray | None]:
        """Return the B-spline coefficients of a window, and which are usable."""
        around = self._around(window, filtering)
        pixels, valid = self._padded(around, check)
        image = pixels.astype(np.float64)
        for band in image:
            check()
            prefilter(band, filtering.poles, filtering.lengths)
        rows, cols = window_slices(window_relative(window, around))
        if valid is not None:
            dilate(valid, filtering.radius)
            valid = np.ascontiguousarray(valid[rows, cols])
        return np.ascontiguousarray(image[:, rows, cols]), valid

    def _padded(
        self, window: Window, check: Check
    ) -> tuple[np.ndarray, np.ndarray | None]:
        """Return pixels of a window that may leave the image, and which are valid."""
        if window_clip(window, self._image) == window:
            return self._masked(window, check)
        shape = window_shape(window)
        pixels = np.zeros((len(self.indexes), *shape), self.dtype)
        valid = np.ones(shape, bool)
        ranges = window_ranges(window)
        row_reads, col_reads = (
            axis_reads(*ends, size, self.boundary)
            for ends, size in zip(ranges, self.shape)
        )
        for (rows, row_stretches), (cols, col_stretches) in product(
            row_reads, col_reads
        ):
            own, own_valid = self._masked(
                window_of(((rows.start, rows.stop), (cols.start, cols.stop))), check
            )
            for row, col in product(row_stretches, col_stretches):
                take = np.ix_(row.take, col.take)
                pixels[:, row.here, col.here] = own[:, take[0], take[1]]
                if own_valid is not None:
                    valid[row.here, col.here] = own_valid[take]
        if not self.trusted:
            for axis, (places, size) in enumerate(zip(ranges, self.shape)):
                line = np.arange(*places)
                beyond = (line < 0) | (line >= size)
                np.moveaxis(valid, axis, 0)[beyond] = False
        return pixels, None if valid.all() else valid

    def _masked(
        self, window: Window, check: Check
    ) -> tuple[np.ndarray, np.ndarray | None]:
        """Read a window of the image, and which of its pixels all masks leave valid."""
        pixels, own = self._read(window)
        if own is not None and self.method.prefilter is not None:
            reach = self.method.prefilter.hole_reach
            pixels = self._filled(pixels, own, window, reach, check)
        masks = [] if own is None else [own]
        if self.mask is not None:
            masks.append(self.mask.read(window))
        inside = None if self.polygons is None else self.polygons.valid(window)
        masks += [] if inside is None else [inside]
        if not masks:
            return pixels, None
        valid = np.logical_and.reduce(masks)
        return pixels, None if valid.all() else valid

    def _read(self, window: Window) -> tuple[np.ndarray, np.ndarray | None]:
        """Read a window of the image and which pixels are usable by themselves."""
        pixels = self.reader.read(self.indexes, window, self.dtype)
        by_mask = self.rule is SourceValidity.DATASET_MASK
        dataset_mask = self.reader.read_dataset_mask(window) if by_mask else None
        return pixels, valid_pixels(pixels, self.nodata, self.rule, dataset_mask)

    def _filled(
        self,
        pixels: np.ndarray,
        own: np.ndarray,
        window: Window,
        reach: int,
        check: Check,
    ) -> np.ndarray:
        """Return pixels of a window with those invalid by themselves replaced.

        By near ones, so that what they hold does not ring through the prefilter;
        looked for as far as the filter reaches, so that the window does not matter.
        Only what lies around the window is read: for holes alone all was read twice.
        """
        around = window_clip(window_pad(window, reach), self._image)
        filled = np.empty((len(pixels), *window_shape(around)), pixels.dtype)
        holes = np.zeros(window_shape(around), bool)
        rims = [(rim, *self._read(rim)) for rim in window_rims(around, window)]
        for rim, its_pixels, its_own in [(window, pixels, own), *rims]:
            rows, cols = window_slices(window_relative(rim, around))
            filled[:, rows, cols] = its_pixels
            if its_own is not None:
                holes[rows, cols] = ~its_own
        for band in filled:
            check()
            fill_holes(band, holes, reach)
        rows, cols = window_slices(window_relative(window, around))
        return np.ascontiguousarray(filled[:, rows, cols])

"""Source pixels as interpolation needs them: padded, masked, prefiltered."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor
from typing import NamedTuple, Protocol

import numpy as np
from rasterio.windows import Window

from .boundary import axis_parts
from .grid import Nodes, source_window
from .interpolation import Method
from .kernels.prefilter import dilate, fill_holes, prefilter
from .kernels.validity import mark_whole
from .mask import ALL_VALID, Nodata, block_valid
from .options import Boundary, SourceValidity
from .polygons import PolygonMask
from .window import (
    Shape,
    window_clip,
    window_of,
    window_pad,
    window_ranges,
    window_relative,
    window_shape,
    window_slices,
)


class Block(NamedTuple):
    """Source pixels in memory."""

    pixels: np.ndarray
    """Shape (bands, rows, cols), in the source's own type."""
    usable: np.ndarray
    """uint8, shape (rows, cols), as `kernels.sample` takes it."""
    origin: Shape
    """Source (row, col) of the first pixel."""


class PixelReader(Protocol):
    """Anything that has pixels: a file, an open dataset, an array."""

    def read(self, indexes, window: Window, dtype: str) -> np.ndarray:
        """Return bands of a window (bands, rows, cols), not to be modified."""

    def read_dataset_mask(self, window: Window) -> np.ndarray:
        """Return the dataset's own mask of a window as bool, True = valid."""


class MaskRaster(NamedTuple):
    """A raster of the source's shape that tells which pixels are valid."""

    reader: PixelReader
    """Its pixels."""
    index: int
    """Band, 1-based."""
    dtype: str
    """Type of that band."""
    valid: float
    """A pixel is valid where the mask equals this."""


class _Part(NamedTuple):
    """Some pixels of the image or of its padding."""

    pixels: np.ndarray
    """Shape (bands, rows, cols)."""
    valid: np.ndarray
    """bool (rows, cols), or `ALL_VALID`."""


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
    """Of these bands."""
    rule: SourceValidity
    """What makes a pixel invalid by itself."""
    method: Method
    """What the pixels are read for."""
    boundary: Boundary = Boundary.NONE
    """What stands beyond the border."""
    trusted: bool = False
    """Whether that is valid where the pixel it stands for is."""
    mask: MaskRaster | None = None
    """More about valid pixels."""
    polygons: PolygonMask | None = None
    """Still more."""

    @property
    def frame(self) -> Window:
        """Return the places that an output pixel may use."""
        return window_pad(self._image, self.method.padding if self.trusted else 0)

    @property
    def _image(self) -> Window:
        return window_of(((0, self.shape[0]), (0, self.shape[1])))

    def window(self, nodes: Nodes, window: Window) -> Window | None:
        """Return what a window of the output can depend on, None for nothing."""
        return source_window(nodes, window, self.method.margin, self.frame)

    def read(self, window: Window) -> Block:
        """Return the pixels, or B-spline coefficients, of a window in the frame."""
        origin = window.row_off, window.col_off
        if self.method.prefilter is None:
            pixels, valid = self._padded(window)
        else:
            pixels, valid = self._coefficients(window)
        usable = valid.view(np.uint8)
        if usable.size:
            mark_whole(usable, self.method.taps)
        return Block(pixels, usable, origin)

    def read_shape(self, window: Window) -> Shape:
        """Return the shape of what is read for a window at most."""
        if self.method.prefilter is None:
            return window_shape(window)
        return window_shape(self._around(window, self._spline_margin()))

    def _spline_margin(self) -> int:
        return max(self.method.prefilter.margin, floor(self.method.prefilter.radius))

    def _around(self, window: Window, margin: int) -> Window:
        """Grow a window for the prefilter, not beyond the padding it is fed with."""
        prefilter = self.method.prefilter
        fed = window_pad(self._image, prefilter.margin + self.method.padding)
        return window_clip(window_pad(window, margin), fed)

    def _coefficients(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Return the B-spline coefficients of a window, and which are usable."""
        poles, lengths, _, _, radius = self.method.prefilter
        around = self._around(window, self._spline_margin())
        part = self._padded(around)
        image = part.pixels.astype(np.float64)
        for band in image:
            prefilter(band, poles, lengths)
        rows, cols = window_slices(window_relative(window, around))
        valid = part.valid
        if valid.size:
            dilate(valid, radius)
            valid = np.ascontiguousarray(valid[rows, cols])
        return np.ascontiguousarray(image[:, rows, cols]), valid

    def _padded(self, window: Window) -> _Part:
        """Return pixels of a window that may leave the image."""
        if window_clip(window, self._image) == window:
            return self._part(window)
        shape = window_shape(window)
        pixels = np.zeros((len(self.indexes), *shape), self.dtype)
        valid = np.ones(shape, bool)
        ranges = window_ranges(window)
        parts = [
            list(axis_parts(*ends, size, self.boundary))
            for ends, size in zip(ranges, self.shape)
        ]
        for rows, src_rows, take_rows in parts[0]:
            for cols, src_cols, take_cols in parts[1]:
                src = window_of(
                    ((src_rows.start, src_rows.stop), (src_cols.start, src_cols.stop))
                )
                part, take = self._part(src), np.ix_(take_rows, take_cols)
                pixels[:, rows, cols] = part.pixels[(slice(None), *take)]
                if part.valid.size:
                    valid[rows, cols] = part.valid[take]
        if not self.trusted:
            for axis, (places, size) in enumerate(zip(ranges, self.shape)):
                line = np.arange(*places)
                beyond = (line < 0) | (line >= size)
                np.moveaxis(valid, axis, 0)[beyond] = False
        return _Part(pixels, _or_all(valid))

    def _part(self, window: Window) -> _Part:
        """Read a window of the image with all its masks."""
        pixels, own = self._own(window)
        if own.size and self.method.prefilter is not None:
            pixels = self._filled(window)
        masks = [own] if own.size else []
        if self.mask is not None:
            index, dtype = self.mask.index, self.mask.dtype
            values = self.mask.reader.read([index], window, dtype)
            masks.append(values[0] == self.mask.valid)
        if self.polygons is not None:
            inside = self.polygons.valid(window)
            masks += [inside] if inside.size else []
        valid = np.logical_and.reduce(masks) if masks else ALL_VALID
        return _Part(pixels, _or_all(valid))

    def _own(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Read a window of the image and which pixels are usable by themselves."""
        pixels = self.reader.read(self.indexes, window, self.dtype)
        by_mask = self.rule is SourceValidity.DATASET_MASK
        dataset_mask = self.reader.read_dataset_mask(window) if by_mask else None
        return pixels, block_valid(pixels, self.nodata, self.rule, dataset_mask)

    def _filled(self, window: Window) -> np.ndarray:
        """Read a window with pixels that are invalid by themselves replaced.

        By near ones, so that what they hold does not ring through the prefilter;
        looked for as far as the filter reaches, so that the window does not matter.
        """
        reach = self.method.prefilter.reach
        around = window_clip(window_pad(window, reach), self._image)
        pixels, own = self._own(around)
        filled = pixels.copy()
        for band in filled:
            fill_holes(band, ~own, reach)
        rows, cols = window_slices(window_relative(window, around))
        return np.ascontiguousarray(filled[:, rows, cols])


def _or_all(valid: np.ndarray) -> np.ndarray:
    """Return `ALL_VALID` for a mask without an invalid pixel."""
    return ALL_VALID if valid.all() else valid

"""What one output file is: its name, its format and the meaning of its bands."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import rasterio

from ..feedback import Note
from .creation import BLOCK, YES, is_compressed, tiled


class Output(NamedTuple):
    """One file to write."""

    path: Path
    """Name that the file has in the end."""
    profile: dict[str, Any]
    """How rasterio creates it."""
    is_mask: bool = False
    """Whether it takes the validity, not the data."""
    meaning: dict[str, Any] | None = None
    """Attributes of rasterio's dataset to set, by name."""
    colormap: dict[int, Any] | None = None
    """Colour table of the first band."""
    tags: tuple[dict[str, dict[str, str]], ...] = ()
    """Tags of each band: domain of GDAL's -> its tags."""
    notes: tuple[Note, ...] = ()
    """What the log shall tell of it."""
    dataset_tags: dict[str, str] | None = None
    """Tags of the file."""

    def bytes_on_disk(self) -> int:
        """Return the bytes of the file, a little more than its blocks.

        0 where it takes less than those, and nobody knows how much less.
        """
        profile = self.profile
        if is_compressed(profile):
            return 0
        bits = profile.get("NBITS", 8 * np.dtype(profile["dtype"]).itemsize)
        rows, cols = profile["height"], profile["width"]
        if str(profile.get("TILED")).upper() in YES:  # tiles at the border are whole
            rows = _up_to(rows, profile.get("BLOCKYSIZE", BLOCK))
            cols = _up_to(cols, profile.get("BLOCKXSIZE", BLOCK))
        return int(rows * cols * profile["count"] * bits / 8 * 1.01) + 2**15

    def write_meaning(self, dataset: rasterio.io.DatasetWriter) -> None:
        """Tell an open dataset what its bands mean."""
        for name, value in (self.meaning or {}).items():
            setattr(dataset, name, value)
        if self.dataset_tags:
            dataset.update_tags(**self.dataset_tags)
        for index, domains in enumerate(self.tags, 1):
            for domain, tags in domains.items():
                dataset.update_tags(index, ns=domain, **tags)
        if self.colormap is not None:
            dataset.write_colormap(1, self.colormap)


def _up_to(size: int, block: int | str) -> int:
    """Return the multiple of a block that holds a size."""
    return -(-size // int(block)) * int(block)


def mask_output(path: str, base: dict[str, Any], strip_rows: int) -> Output:
    """Return a 1-bit mask, 1 = valid.

    Parameters
    ----------
    path : str
        Its final name.
    base : dict
        What of its profile says how large it is and where it lies.
    strip_rows : int
        Rows that are written together.
    """
    profile = {
        **base,
        "dtype": "uint8",
        "count": 1,
        "NBITS": 1,
        # Tiled whatever its size: GDAL (3.6 and 3.10 tried) takes an untiled 1-bit
        # block for empty, and drops its pixels, where the width is no multiple of 8.
        **tiled(base["height"], strip_rows),
    }
    return Output(Path(path), profile, True, {"descriptions": ("valid",)})

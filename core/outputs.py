"""What a run writes: files, their format and the meaning of their bands."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import numpy as np
import rasterio

from .creation import check_creation, creation_options, is_compressed, tiled
from .dataset import Header
from .feedback import Feedback
from .grid import full_shape, full_transform
from .options import Interpolation
from .plan import Plan
from .task import Task
from .window import Shape, window_of


class Output(NamedTuple):
    """One file to write."""

    path: Path
    """Its final name."""
    profile: dict
    """How rasterio creates it."""
    is_mask: bool = False
    """Whether it takes the validity, not the data."""
    meaning: dict | None = None
    """Attributes of rasterio's dataset to set, by name."""
    colormap: dict | None = None
    """Colour table of the first band."""

    def bytes_on_disk(self) -> int:
        """Return the bytes of the file, a little more than its pixels.

        0 where it takes less than those, and nobody knows how much less.
        """
        profile = self.profile
        if is_compressed(profile):
            return 0
        bits = profile.get("NBITS", 8 * np.dtype(profile["dtype"]).itemsize)
        pixels = profile["height"] * profile["width"] * profile["count"]
        return int(pixels * bits / 8 * 1.01) + 2**15

    def describe(self, dataset: rasterio.io.DatasetWriter) -> None:
        """Tell an open dataset what its bands mean."""
        for name, value in (self.meaning or {}).items():
            setattr(dataset, name, value)
        if self.colormap is not None:
            dataset.write_colormap(1, self.colormap)


def resampling_outputs(plan: Plan, feedback: Feedback) -> list[Output]:
    """Return the files of a resampling run: the data, and the mask if asked for.

    Raises
    ------
    GridrError
        If the data cannot have the creation options that were asked for.
    """
    task = plan.task
    asked = task.job.creation_options
    profile = {
        **_place(task.grid_row, task.step, task.window),
        "dtype": task.dst_dtype,
        "count": len(task.src_indexes),
        "nodata": task.dst_nodata if task.tag_nodata else None,
        **creation_options(asked, plan.shape, plan.strip_rows, task.threads, feedback),
    }
    if asked:
        check_creation(profile)
    outputs = [Output(Path(task.job.dst), profile, False, _meaning(task), _table(task))]
    if task.job.dst_mask:
        place = _place(task.grid_row, task.step, task.window)
        outputs.append(mask_output(task.job.dst_mask, place, plan.strip_rows))
    return outputs


def mask_output(path: str, place: dict, strip_rows: int) -> Output:
    """Return a 1-bit mask, 1 = valid, at a place that `full_place` returned."""
    profile = {
        **place,
        "dtype": "uint8",
        "count": 1,
        "NBITS": 1,
        # Tiled whatever its size: GDAL (3.6 and 3.10 tried) takes an untiled 1-bit
        # block for empty, and drops its pixels, where the width is no multiple of 8.
        **tiled(place["height"], strip_rows),
    }
    return Output(Path(path), profile, True, {"descriptions": ("valid",)})


def full_place(grid: Header, step: Shape) -> dict:
    """Return the part of a profile that says where a full output lies."""
    rows, cols = full_shape(grid.shape, step)
    return _place(grid, step, window_of(((0, rows), (0, cols))))


def _place(grid: Header, step: Shape, window) -> dict:
    """Return the same for a window of the output."""
    profile = {
        "driver": "GTiff",
        "height": window.height,
        "width": window.width,
        "crs": grid.crs_wkt,
        "BIGTIFF": "IF_SAFER",
        # a strip brings each band as one run of rows: nothing is written twice
        "INTERLEAVE": "BAND",
    }
    if grid.transform is not None:
        profile["transform"] = full_transform(grid.transform, step, window)
    return profile


def _meaning(task: Task) -> dict:
    """Return what the bands of the output mean: what those of the source do."""
    src = task.src
    bands = [index - 1 for index in task.src_indexes]
    meaning = {}
    for name, plain in (
        ("descriptions", (None, "")),
        ("units", (None, "")),
        ("scales", (1.0,)),
        ("offsets", (0.0,)),
    ):
        values = [getattr(src, name)[band] for band in bands]
        if any(value not in plain for value in values):
            meaning[name] = values
    colors = [src.colorinterp[band] for band in bands]
    if src.colormap is None and len(set(colors)) == len(colors):
        meaning["colorinterp"] = colors
    return meaning


def _table(task: Task) -> dict | None:
    """Return the source's colour table where its values survive."""
    nearest = task.job.interpolation is Interpolation.NEAREST
    alone = task.src_indexes == (1,) and task.dst_dtype in ("uint8", "uint16")
    return task.src.colormap if nearest and alone else None

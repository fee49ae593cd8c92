"""Which files a resampling run writes, and what their bands mean."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rasterio.windows import Window

from ..grid.geometry import full_transform
from ..options import Interpolation
from ..raster.creation import check_creation, creation_options
from ..raster.header import Header
from ..raster.output import Output, mask_output
from ..window import Shape
from .plan import Plan
from .resolved import ResolvedJob


def resampling_outputs(plan: Plan) -> list[Output]:
    """Return the files of a resampling run: the data, and the mask if asked for.

    Raises
    ------
    GridrError
        If the data cannot have the creation options that were asked for.
    """
    resolved, layout = plan.resolved, plan.layout
    asked = resolved.job.creation_options
    options, notes = creation_options(
        asked, layout.shape, layout.strip_rows, layout.threads
    )
    base = base_profile(resolved.grid_row, resolved.step, resolved.window)
    profile = {
        **base,
        "dtype": resolved.dst_dtype,
        "count": len(resolved.src_indexes),
        "nodata": resolved.dst_nodata if resolved.tag_nodata else None,
        **options,
    }
    if asked:
        check_creation(profile)
    outputs = [
        Output(
            Path(resolved.job.dst),
            profile,
            meaning=_meaning(resolved),
            colormap=_table(resolved),
            notes=notes,
        )
    ]
    if resolved.job.dst_mask:
        outputs.append(mask_output(resolved.job.dst_mask, base, layout.strip_rows))
    return outputs


def base_profile(grid: Header, step: Shape, window: Window) -> dict[str, Any]:
    """Return what of a profile says how large an output is, and where it lies.

    Parameters
    ----------
    grid : Header
        The raster whose pixels are its nodes.
    step : (int, int)
        Output pixels from node to node (rows, cols).
    window : Window
        The part of the full output that it holds.
    """
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


def _meaning(resolved: ResolvedJob) -> dict[str, Any]:
    """Return what the bands of the output mean: what those of the source do."""
    src = resolved.src
    bands = [index - 1 for index in resolved.src_indexes]
    meaning: dict[str, Any] = {}
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


def _table(resolved: ResolvedJob) -> dict[int, Any] | None:
    """Return the source's colour table where its values survive."""
    nearest = resolved.job.interpolation is Interpolation.NEAREST
    alone = resolved.src_indexes == (1,) and resolved.dst_dtype in ("uint8", "uint16")
    return resolved.src.colormap if nearest and alone else None

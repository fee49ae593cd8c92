"""Which files a resampling run writes, and what their bands mean."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rasterio.enums import ColorInterp
from rasterio.windows import Window

from ..grid.geometry import full_transform
from ..raster.creation import check_creation, creation_options, loss_notes
from ..raster.header import Header
from ..raster.output import Output, mask_output
from ..window import Shape
from .plan import Plan
from .resolved import ResolvedJob

NO_COLORS = (ColorInterp.undefined, ColorInterp.gray)
"""What bands are that have no colour."""


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
        **_color_options(resolved),
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
            tags=_tags(resolved),
            notes=(*notes, *loss_notes(profile)),
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
    colors = _colors(resolved)
    if set(colors) - set(NO_COLORS) and _table(resolved) is None:
        meaning["colorinterp"] = colors
    return meaning


def _tags(resolved: ResolvedJob) -> tuple[dict[str, dict[str, str]], ...]:
    """Return the tags of the output's bands, those of the source's."""
    tags = resolved.src.band_tags
    return tuple(tags[index - 1] for index in resolved.src_indexes) if tags else ()


def _colors(resolved: ResolvedJob) -> list[ColorInterp]:
    """Return the colour of each band: its source's, where that is one and not twice."""
    colors: list[ColorInterp] = []
    for index in resolved.src_indexes:
        color = resolved.src.colorinterp[index - 1]
        alone = color not in colors and color is not ColorInterp.palette
        colors.append(color if alone else ColorInterp.undefined)
    return colors


def _color_options(resolved: ResolvedJob) -> dict[str, str]:
    """Return creation options that keep GDAL from taking bands for colours and alpha.

    It does so with three and four bands of bytes, and alpha makes a mask.
    """
    if _table(resolved) is not None:
        return {}
    colors = _colors(resolved)
    rgb = colors[:3] == [ColorInterp.red, ColorInterp.green, ColorInterp.blue]
    extra = colors[3:] if rgb else colors[1:]
    return {
        "PHOTOMETRIC": "RGB" if rgb else "MINISBLACK",
        # GDAL 3.10 has no other way to store it in the first band after the colours
        "ALPHA": "YES" if extra[:1] == [ColorInterp.alpha] else "NO",
    }


def _table(resolved: ResolvedJob) -> dict[int, Any] | None:
    """Return the source's colour table where its values survive."""
    alone = resolved.src_indexes == (1,) and resolved.dst_dtype in ("uint8", "uint16")
    return resolved.src.colormap if alone and not resolved.mixes else None

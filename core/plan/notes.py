"""What a user may wonder about in a resolved job: notes for the log."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from ..feedback import Note
from ..grid.geometry import full_shape
from ..message import Message, listed
from ..options import Interpolation, SourceValidity
from ..raster.dtypes import is_masked_by_gdal, nodata_in
from ..raster.header import Header
from ..window import LINES
from .grid_bands import (
    AXIS_COL_NAMES,
    AXIS_ROW_NAMES,
    COL_NAMES,
    DEFAULT,
    MAP_COL_NAMES,
    MAP_ROW_NAMES,
    ROW_NAMES,
    Bands,
)
from .grid_tags import SIZE_TAGS, STEP_TAGS, is_whole, made_shape
from .own_masks import run_mask_notes
from .resolved import ResolvedJob


def notes_of(resolved: ResolvedJob) -> Iterator[Note]:
    """Yield the choices that the data made and that a user may wonder about."""
    if not (resolved.tag_nodata or resolved.job.dst_mask):
        yield Note(
            Message(
                "Invalid pixels are written as 0 without a nodata tag, because the "
                "source has none that {dst_dtype} holds: use the output mask to tell "
                "them from valid zeros, or give a nodata value.",
                dst_dtype=resolved.dst_dtype,
            )
        )
    yield from _packing_notes(resolved)
    yield from _nodata_notes(resolved)
    yield from run_mask_notes(resolved)
    if resolved.job.trust_padding and not resolved.trusted:
        yield Note(Message("Without a boundary there is no padding to trust."))
    yield from _step_notes(resolved)
    yield from _size_notes(resolved)
    if resolved.src.colormap and resolved.mixes:
        yield _mixed_colors(resolved)
    yield from _band_notes(resolved)


def _mixed_colors(resolved: ResolvedJob) -> Note:
    """Return that values which are names of colours become others."""
    who = Message(
        "{interpolation} interpolation mixes",
        interpolation=resolved.job.interpolation.value,
    )
    instead = "nearest"
    if resolved.job.interpolation is Interpolation.NEAREST:
        who = Message(
            "the anti-alias filter {antialias} mixes",
            antialias=resolved.job.antialias.value,
        )
        instead = "majority"
    return Note(
        Message(
            "The source has a colour table: its values are names of colours, and "
            "{who} them into others. Use {instead}, or expand the colours first.",
            who=who,
            instead=instead,
        ),
        is_odd=True,
    )


def _nodata_notes(resolved: ResolvedJob) -> Iterator[Note]:
    """Yield which values make source pixels and nodes invalid."""
    rule = resolved.job.src_validity
    tagged = zip(resolved.src_dtypes, resolved.src_nodata)
    cast = [nodata_in(dtype, value) for dtype, value in tagged]
    values = {value for value in cast if value is not None}
    if values and rule in (SourceValidity.ANY_BAND, SourceValidity.ALL_BANDS):
        which = (
            Message("any band is")
            if rule is SourceValidity.ANY_BAND
            else Message("all bands are")
        )
        named = ", ".join(f"{value:g}" for value in sorted(values))
        yield Note(
            Message(
                "Source pixels are invalid where {which} nodata ({named}).",
                which=which,
                named=named,
            )
        )
    if rule is SourceValidity.DATASET_MASK:
        yield from _mask_notes(resolved)
    indexes, asked = (resolved.row_index, resolved.col_index), resolved.job.grid_nodata
    for index, nodata in zip(indexes, resolved.node_nodata):
        if np.isfinite(nodata):
            yield Note(
                Message(
                    "Grid nodes with {nodata:g} in band {index} are masked.",
                    nodata=nodata,
                    index=index,
                )
            )
        elif asked is not None and np.isfinite(asked):
            yield Note(
                Message(
                    "No node of the grid can have the nodata value {asked:g} in band "
                    "{index}: its type does not hold it. Check the value.",
                    asked=asked,
                    index=index,
                ),
                is_odd=True,
            )


def _mask_notes(resolved: ResolvedJob) -> Iterator[Note]:
    """Yield a warning for each nodata of the source that GDAL's mask passes over."""
    tagged = dict.fromkeys(zip(resolved.src_dtypes, resolved.src_nodata))
    for dtype, value in tagged:
        if nodata_in(dtype, value) is not None and not is_masked_by_gdal(dtype, value):
            yield Note(
                Message(
                    "GDAL's mask of the source leaves its nodata {value:.10g} valid, "
                    "which it takes for no value of type {dtype}. Use any_band "
                    "instead of dataset_mask.",
                    value=value,
                    dtype=dtype,
                ),
                is_odd=True,
            )


def _packing_notes(resolved: ResolvedJob) -> Iterator[Note]:
    """Yield which coordinates are not the values that the grid stores."""
    for what, header, index in (
        (Message("Rows"), resolved.grid_row, resolved.row_index),
        (Message("Columns"), resolved.grid_col, resolved.col_index),
    ):
        scale, offset = header.scales[index - 1], header.offsets[index - 1]
        if (scale, offset) != (1, 0):
            added = f"{'-' if offset < 0 else '+'} {abs(offset):.10g}"
            yield Note(
                Message(
                    "{what} are the values of band {index} of the grid x {scale:.10g} "
                    "{added}, its scale and offset; its nodata is a value as stored.",
                    what=what,
                    index=index,
                    scale=scale,
                    added=added,
                )
            )


def _step_notes(resolved: ResolvedJob) -> Iterator[Note]:
    """Yield a warning if the grid's tags say another resolution than asked for."""
    tags = {tag: resolved.grid_row.tags.get(tag, "").strip() for tag in STEP_TAGS}
    told = {tag: int(text) for tag, text in tags.items() if is_whole(text)}
    rows, cols = resolved.step
    # at 1 x 1 the nodes themselves are the output: a quick look, and no mistake
    asked = zip(STEP_TAGS, resolved.step)
    if (rows, cols) != (1, 1) and any(told.get(tag, n) != n for tag, n in asked):
        named = listed(f"{tag} = {step}" for tag, step in told.items())
        yield Note(
            Message(
                "The grid's tags say {named}, but a resolution of {rows} x {cols} "
                "(rows x columns) was asked for and is used. Check it, or ask for "
                "none: the tags are then used.",
                named=named,
                rows=rows,
                cols=cols,
            ),
            is_odd=True,
        )


def _size_notes(resolved: ResolvedJob) -> Iterator[Note]:
    """Yield that the output has the shape that the grid was made for."""
    made = made_shape(resolved.grid_row, resolved.step)
    job, full = resolved.job, full_shape(resolved.grid_row.shape, resolved.step)
    if made is None or made == full:
        return
    if job.window is not None or job.extent is not None:
        return
    yield Note(
        Message(
            "The output has the {rows} rows x {cols} columns that the grid was made "
            "for (its tags {tags}); its nodes reach to {full_rows} x {full_cols}.",
            rows=made[0],
            cols=made[1],
            tags=listed(SIZE_TAGS),
            full_rows=full[0],
            full_cols=full[1],
        )
    )


def _band_notes(resolved: ResolvedJob) -> Iterator[Note]:
    """Yield what looks as if these were not the bands of a grid, or not so."""
    row, col, why = resolved.grid_row, resolved.grid_col, resolved.reasons
    bands = Bands(resolved.row_index, resolved.col_index, why.row, why.col)
    yield from _image_notes(bands, row, col)
    row_text = row.descriptions[bands.row - 1] or ""
    col_text = col.descriptions[bands.col - 1] or ""
    if _says(row_text, COL_NAMES, AXIS_COL_NAMES):
        yield _exchanged(bands.row, row_text, *LINES)
    if _says(col_text, ROW_NAMES, AXIS_ROW_NAMES):
        yield _exchanged(bands.col, col_text, *LINES[::-1])
    for index, text in ((bands.row, row_text), (bands.col, col_text)):
        if _says(text, MAP_ROW_NAMES, MAP_COL_NAMES):
            yield Note(
                Message(
                    "Band {index} of the grid is described as {text!r}, which looks "
                    "like a place on the map. A grid holds rows and columns of the "
                    "source in pixels: check its units.",
                    index=index,
                    text=text,
                ),
                is_odd=True,
            )


def _says(text: str, *names: tuple[str, ...]) -> bool:
    """Tell whether one of the words of a description is among some names."""
    return not set(re.split(r"[^a-z]+", text.lower())).isdisjoint(sum(names, ()))


def _exchanged(index: int, text: str, read: Message, described: Message) -> Note:
    """Return that a band is read as what it is not described as."""
    return Note(
        Message(
            "Band {index} of the grid is described as {text!r}, which looks like "
            "{described}, and its {read} are read from there. If they are exchanged, "
            "give the bands of rows and of columns the other way round.",
            index=index,
            text=text,
            described=described,
            read=read,
        ),
        is_odd=True,
    )


def _image_notes(bands: Bands, row: Header, col: Header) -> Iterator[Note]:
    """Yield a warning where the grid looks like an image."""
    for header, index, reason in (
        (row, bands.row, bands.row_reason),
        (col, bands.col, bands.col_reason),
    ):
        dtype, plain = header.dtypes[index - 1], header.scales[index - 1] == 1
        if plain and "int" in dtype and not reason.startswith("described"):
            yield Note(
                Message(
                    "The grid {name!r} holds whole numbers (band {index} is of type "
                    "{dtype}), as images do. Check that it is a grid: rows and "
                    "columns of the source, which are rarely whole.",
                    name=header.name,
                    index=index,
                    dtype=dtype,
                ),
                is_odd=True,
            )
            break
    if row is col and row.count > 2 and bands.row_reason == bands.col_reason == DEFAULT:
        yield Note(
            Message(
                "The grid {name!r} has {count} bands, as images do, and none is "
                "described as rows or columns. Check that it is a grid, or give its "
                "bands of rows and of columns.",
                name=row.name,
                count=row.count,
            ),
            is_odd=True,
        )

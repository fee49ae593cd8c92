"""Masks of rasters' own, alpha bands among them, that mask nothing here: notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from ..feedback import Note
from ..message import Message
from ..options import SourceValidity
from ..raster.dtypes import nodata_in
from ..raster.header import Header, OwnMask
from .resolved import ResolvedJob, ResolvedMaskJob

BY_BAND = Message("give that band as")
BY_FILE = Message(
    "write it to a raster, as by gdal_translate -b mask, and give that as"
)


def run_mask_notes(resolved: ResolvedJob) -> Iterator[Note]:
    """Yield which rasters of a run have masks of their own that it does not use."""
    job = resolved.job
    yield from _source_notes(resolved)
    yield from node_mask_notes(
        (resolved.grid_row, resolved.grid_col), resolved.grid_mask
    )
    yield from _notes_of_mask(
        Message("grid"), resolved.grid_mask, job.grid_mask_index, job.grid_mask_valid
    )
    yield from _notes_of_mask(
        Message("source"), resolved.src_mask, job.src_mask_index, job.src_mask_valid
    )


def node_mask_notes(rasters: Iterable[Header], mask: Header | None) -> Iterator[Note]:
    """Yield that masks of a grid's own rasters leave its nodes as they are.

    Nothing where a raster masks the nodes: whoever gave that one has decided.
    """
    if mask is not None:
        return
    for header in {one.name: one for one in rasters}.values():
        if header.own_mask is not None:
            yield _unused(header, Message("grid"), Message("nodes"))


def build_mask_notes(resolved: ResolvedMaskJob) -> Iterator[Note]:
    """Yield that a raster mask to build a mask of has one of its own."""
    job = resolved.job
    yield from _notes_of_mask(
        Message("template"), resolved.mask, job.mask_index, job.mask_valid
    )


def input_mask_notes(inputs: Iterable[Header]) -> Iterator[Note]:
    """Yield which rasters that place a source on the map have masks of their own."""
    for header in inputs:
        if header.own_mask is not None:
            yield Note(
                Message(
                    "{name!r} has {own}, which is not used: its pixels count wherever "
                    "they are not nodata. Give it a nodata value there, if they hold "
                    "none.",
                    name=header.name,
                    own=_named(header),
                ),
                is_odd=True,
            )


def _source_notes(resolved: ResolvedJob) -> Iterator[Note]:
    """Yield that pixels which the source itself hides are taken as they are."""
    src, rule = resolved.src, resolved.job.src_validity
    own, mask = src.own_mask, resolved.src_mask
    given = None if mask is None else (mask.name, resolved.job.src_mask_index)
    if own is None or rule is SourceValidity.NONE or given == (src.name, own.alpha):
        return
    if not own.is_of_gdal:
        yield _unused(src, Message("source"), Message("pixels"))
    elif rule is not SourceValidity.DATASET_MASK:
        # an alpha that goes to the output hides there what it hides here
        goes_on = own.alpha in resolved.src_indexes
        yield Note(
            Message(
                "The source has {own}, which {rule} does not use: pixels that it "
                "hides count as valid. dataset_mask uses it.",
                own=_named(src),
                rule=rule.value,
            ),
            is_odd=not goes_on,
        )


def _notes_of_mask(
    of: Message, mask: Header | None, index: int, valid: float
) -> Iterator[Note]:
    """Yield what of a mask raster itself says that its pixels are none."""
    if mask is None:
        return
    if mask.own_mask is not None and mask.own_mask.alpha != index:
        yield Note(
            Message(
                "The mask of the {of} has {own} itself, which is not used: its band "
                "{index} alone counts.",
                of=of,
                own=_named(mask),
                index=index,
            ),
            is_odd=True,
        )
    nodata = nodata_in(mask.dtypes[index - 1], mask.nodata[index - 1])
    if nodata is not None and nodata == valid:
        yield Note(
            Message(
                "The mask of the {of} has {nodata:g} as nodata and as its valid "
                "value: there it counts as valid. Check the valid value.",
                of=of,
                nodata=nodata,
            ),
            is_odd=True,
        )


def _unused(header: Header, role: Message, what: Message) -> Note:
    """Return that a raster's own mask masks nothing, and how it would."""
    way = BY_FILE if cast(OwnMask, header.own_mask).alpha is None else BY_BAND
    return Note(
        Message(
            "The {role} {name!r} has {own}, which is not used: {what} that it hides "
            "count as valid. To use it, {way} the mask of the {role}, with its value "
            "at valid ones.",
            role=role,
            name=header.name,
            own=_named(header),
            what=what,
            way=way,
        ),
        is_odd=True,
    )


def _named(header: Header) -> Message:
    """Return a raster's own mask in words."""
    alpha = cast(OwnMask, header.own_mask).alpha
    if alpha is not None:
        return Message("an alpha band ({band})", band=alpha)
    return Message("a mask of its own (.msk file, or within it)")

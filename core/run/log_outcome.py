"""What a run says at its end: what came out, and what was odd about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..feedback import Feedback
from ..grid.nodes import NOWHERE, Bounds
from ..grid.survey import ALIASING, MOST, Survey, meets, meets_exchanged
from ..interpolation.antialias import FINEST
from ..message import Message
from ..options import Antialias, Interpolation
from ..plan.resolved import ResolvedJob
from ..window import Shape
from .tally import Tally
from .words import duration, extent, megapixels, pair, percent, shape_extent

PATTERNS = Message("fine detail turns into false patterns")


def tell_outcome(
    resolved: ResolvedJob,
    tally: Tally,
    seconds: float,
    feedback: Feedback,
    needed: Callable[[], Shape] | None = None,
) -> None:
    """Log what came out of resampling and what was odd about it.

    `needed` tells the oversampling that an anti-alias filter would take; None: there is
    no such filter to be advised.
    """
    shape = resolved.window.height, resolved.window.width
    feedback.info(_outcome_line(shape, tally, seconds))
    for line in _facts(resolved, tally):
        feedback.info(line)
    for line in _oddities(resolved, tally, needed):
        feedback.warning(line)


def tell_mask_outcome(
    shape: Shape, tally: Tally, seconds: float, feedback: Feedback
) -> None:
    """Log what came out of building a mask of a shape."""
    feedback.info(_outcome_line(shape, tally, seconds))
    if tally.valid == 0:
        feedback.warning(
            Message(
                "No pixel is valid: the raster mask or the polygons rule out all of "
                "them. Check the mask's band and valid value, and where the polygons "
                "lie."
            )
        )


def _outcome_line(shape: Shape, tally: Tally, seconds: float) -> Message:
    """Return valid share, time and rate of a run with an output of a shape."""
    pixels = shape[0] * shape[1]
    return Message(
        "Valid: {valid} of {pixels} pixels ({share}); {time}, {rate}.",
        valid=tally.valid,
        pixels=pixels,
        share=percent(tally.valid, pixels),
        time=duration(seconds),
        rate=megapixels(pixels / seconds),
    )


def _facts(resolved: ResolvedJob, tally: Tally) -> Iterator[Message]:
    """Yield what a user may want to know of a run in which nothing is odd."""
    yield from grid_facts(resolved, tally.survey)
    if tally.equal_nodata:
        yield Message(
            "{equal_nodata} valid pixels happen to equal the nodata value "
            "{dst_nodata:g}: only the output mask tells them from invalid ones.",
            equal_nodata=tally.equal_nodata,
            dst_nodata=resolved.dst_nodata,
        )


def grid_facts(resolved: ResolvedJob, seen: Survey) -> Iterator[Message]:
    """Yield what a user may want to know of a grid in which nothing is odd."""
    if seen.masked:
        yield Message(
            "Masked: {share} of the grid's nodes.", share=_share(seen, seen.masked)
        )
    if seen.outside:
        yield Message(
            "Outside the source: {share} of the grid's nodes.",
            share=_share(seen, seen.outside),
        )
    if seen.cells:
        yield Message(
            "Scale: {size} source pixels per output pixel (down x right, on average).",
            size=pair(seen.size),
        )
    if seen.mirrors and resolved.reasons.are_described:
        yield Message(
            "The grid mirrors the source, as where its first row is the southern one: "
            "{share} of its cells turn the other way round.",
            share=percent(seen.turned, seen.turning),
        )


def _share(seen: Survey, part: int) -> Message:
    """Return the share of nodes in words; of a sample, that it is about right."""
    share = percent(part, seen.nodes)
    return (
        Message("about {share}", share=share)
        if seen.is_sample and share[0].isdigit()
        else share
    )


def _oddities(
    resolved: ResolvedJob, tally: Tally, needed: Callable[[], Shape] | None
) -> Iterator[Message]:
    """Yield what looks like a mistake, with what to do about it."""
    if tally.valid == 0:
        yield why_nothing(resolved, tally.survey.bounds)
    else:
        yield from grid_oddities(resolved, tally.survey, needed)


def grid_oddities(
    resolved: ResolvedJob, seen: Survey, needed: Callable[[], Shape] | None = None
) -> Iterator[Message]:
    """Yield what of a grid looks like a mistake, with what to do about it.

    `needed` as of `tell_outcome`.
    """
    if seen.mirrors and not resolved.reasons.are_described:
        yield Message(
            "The grid mirrors the source: {share} of its cells turn the other way "
            "round. If the result shall not be mirrored, the bands of rows "
            "({row_index}) and columns ({col_index}) are exchanged: give them the "
            "other way round.",
            share=percent(seen.turned, seen.turning),
            row_index=resolved.row_index,
            col_index=resolved.col_index,
        )
    if seen.folds:
        yield Message(
            "The grid is folded: {share} of its cells turn against the others, so "
            "parts of the source appear more than once.",
            share=percent(seen.rarer, seen.turning),
        )
    yield from _odd_scale(resolved, seen, needed)


def _odd_scale(
    resolved: ResolvedJob, seen: Survey, needed: Callable[[], Shape] | None
) -> Iterator[Message]:
    """Yield that the output is much coarser, or finer, than the source."""
    filtered = resolved.job.antialias is not Antialias.NONE
    # whoever asks for a filter expects a coarse output
    if seen.is_too_fine if filtered else seen.is_far_off:
        yield _wrong_resolution(resolved, seen, needed)
    elif filtered:
        yield from _too_far_apart(resolved, seen)
    elif _may_alias(resolved) and seen.aliases:
        right = seen.finest(resolved.step)
        finer = right and (
            Message(
                " If the output shall be as fine as the source, the resolution is "
                "wrong: it is about {rows} x {cols} then.",
                rows=right[0],
                cols=right[1],
            )
        )
        yield Message(
            "Aliasing: {share} of the grid's cells have more than {most:g} source "
            "pixels per output pixel, where {patterns}. {advice}.{finer}",
            share=percent(seen.aliased, seen.cells),
            most=ALIASING,
            patterns=PATTERNS,
            advice=_smoothing(needed),
            finer=finer or "",
        )


def why_nothing(resolved: ResolvedJob, bounds: Bounds) -> Message:
    """Return why no output pixel is valid; `bounds` are those of all nodes."""
    shape = resolved.src.shape
    nothing = Message("No output pixel is valid: ")
    if bounds == NOWHERE:
        return Message(
            "{nothing}every node of the grid is masked. Check the grid's nodata, its "
            "mask and the mask's valid value.",
            nothing=nothing,
        )
    extents = Message(
        "its nodes cover {extent}, the source has {whole}",
        extent=extent(bounds),
        whole=shape_extent(shape),
    )
    if meets(bounds, shape):
        return Message(
            "{nothing}the grid meets the source ({extents}), but masks, nodata, "
            "polygons or the border rule out all of it. Check these, and the valid "
            "values of the masks.",
            nothing=nothing,
            extents=extents,
        )
    advice = Message("their order and their units (pixels, not coordinates on the map)")
    if meets_exchanged(bounds, shape):
        advice = Message(
            "which is for rows and which for columns: exchanged, they would meet"
        )
    return Message(
        "{nothing}nothing of the grid lies in the source; {extents}. Check the grid's "
        "bands, {advice}.",
        nothing=nothing,
        extents=extents,
        advice=advice,
    )


def _may_alias(resolved: ResolvedJob) -> bool:
    """Tell whether large steps may make false patterns that smoothing prevents.

    Not so for nearest: it is for classes, which must not be smoothed.
    """
    return resolved.job.interpolation is not Interpolation.NEAREST


def _smoothing(needed: Callable[[], Shape] | None) -> Message:
    """Return what to do about aliasing, as the beginning of a sentence."""
    if needed is None:
        return Message("Smooth the source first")
    rows, cols = needed()
    return Message(
        "Choose an anti-alias filter: ANTIALIAS = lanczos, which by itself takes "
        "OVERSAMPLING_ROW = {rows} and OVERSAMPLING_COL = {cols} here",
        rows=rows,
        cols=cols,
    )


def _smoothing_if_right(needed: Callable[[], Shape] | None) -> Message:
    """Return what to do about aliasing where the resolution is as it should be."""
    if needed is None:
        return Message(
            " If it is right, smooth the source first: without, the result aliases."
        )
    rows, cols = needed()
    return Message(
        " If it is right, choose an anti-alias filter: ANTIALIAS = lanczos, which by "
        "itself takes OVERSAMPLING_ROW = {rows} and OVERSAMPLING_COL = {cols} here: "
        "without, the result aliases.",
        rows=rows,
        cols=cols,
    )


def _wrong_resolution(
    resolved: ResolvedJob, seen: Survey, needed: Callable[[], Shape] | None
) -> Message:
    """Return why the resolution looks wrong."""
    apart = seen.size[0] * resolved.step[0], seen.size[1] * resolved.step[1]
    smooth = Message("")
    if seen.coarse > MOST * seen.cells and _may_alias(resolved):
        smooth = _smoothing_if_right(needed)
    return Message(
        "The grid's resolution looks wrong: nodes are {apart} source pixels apart "
        "(down x right, on average), which with resolution {rows} x {cols} makes "
        "{size} source pixels per output pixel. Check it: the resolution is the "
        "number of output pixels from node to node.{smooth}",
        apart=pair(apart),
        rows=resolved.step[0],
        cols=resolved.step[1],
        size=pair(seen.size),
        smooth=smooth,
    )


def _too_far_apart(resolved: ResolvedJob, seen: Survey) -> Iterator[Message]:
    """Yield that fine pixels are too far apart for the filter to help."""
    if not seen.cells or not _may_alias(resolved):
        return
    fine = resolved.oversampling
    apart = seen.size[0] / fine[0], seen.size[1] / fine[1]
    if max(apart) <= ALIASING:
        return
    most = max(size for size, gap in zip(seen.size, apart) if gap > ALIASING)
    advice = Message("Give more oversampling, or none for an automatic one.")
    if most > ALIASING * FINEST:
        advice = Message(
            "More than {finest} there cannot be: smooth the source first.",
            finest=FINEST,
        )
    yield Message(
        "Aliasing: with an oversampling of {rows} x {cols} fine pixels are {apart} "
        "source pixels apart (down x right, on average), where {patterns}. {advice}",
        rows=fine[0],
        cols=fine[1],
        apart=pair(apart),
        patterns=PATTERNS,
        advice=advice,
    )

"""What a run says at its end: what came out, and what was odd about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..feedback import Feedback
from ..grid.nodes import NOWHERE, Bounds
from ..grid.survey import ALIASING, MOST, Survey, meets, meets_exchanged
from ..interpolation.antialias import FINEST
from ..options import Antialias, Interpolation
from ..plan.resolved import ResolvedJob
from ..window import Shape
from .tally import Tally
from .words import duration, extent, megapixels, pair, percent, shape_extent

PATTERNS = "fine detail turns into false patterns"


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
            "No pixel is valid: the raster mask or the polygons rule out all of them. "
            "Check the mask's band and valid value, and where the polygons lie."
        )


def _outcome_line(shape: Shape, tally: Tally, seconds: float) -> str:
    """Return valid share, time and rate of a run with an output of a shape."""
    pixels = shape[0] * shape[1]
    return (
        f"Valid: {tally.valid} of {pixels} pixels ({percent(tally.valid, pixels)}); "
        f"{duration(seconds)}, {megapixels(pixels / seconds)}."
    )


def _facts(resolved: ResolvedJob, tally: Tally) -> Iterator[str]:
    """Yield what a user may want to know of a run in which nothing is odd."""
    yield from grid_facts(resolved, tally.survey)
    if tally.equal_nodata:
        yield (
            f"{tally.equal_nodata} valid pixels happen to equal the nodata value "
            f"{resolved.dst_nodata:g}: only the output mask tells them from invalid "
            "ones."
        )


def grid_facts(resolved: ResolvedJob, seen: Survey) -> Iterator[str]:
    """Yield what a user may want to know of a grid in which nothing is odd."""
    if seen.masked:
        yield f"Masked: {_share(seen, seen.masked)} of the grid's nodes."
    if seen.outside:
        yield f"Outside the source: {_share(seen, seen.outside)} of the grid's nodes."
    if seen.cells:
        yield (
            f"Scale: {pair(seen.size)} source pixels per output pixel (down x right, "
            "on average)."
        )
    if seen.mirrors and resolved.reasons.are_described:
        yield (
            "The grid mirrors the source, as where its first row is the southern one: "
            f"{percent(seen.turned, seen.turning)} of its cells turn the other way "
            "round."
        )


def _share(seen: Survey, part: int) -> str:
    """Return the share of nodes in words; of a sample, that it is about right."""
    share = percent(part, seen.nodes)
    return f"about {share}" if seen.is_sample and share[0].isdigit() else share


def _oddities(
    resolved: ResolvedJob, tally: Tally, needed: Callable[[], Shape] | None
) -> Iterator[str]:
    """Yield what looks like a mistake, with what to do about it."""
    if tally.valid == 0:
        yield why_nothing(resolved, tally.survey.bounds)
    else:
        yield from grid_oddities(resolved, tally.survey, needed)


def grid_oddities(
    resolved: ResolvedJob, seen: Survey, needed: Callable[[], Shape] | None = None
) -> Iterator[str]:
    """Yield what of a grid looks like a mistake, with what to do about it.

    `needed` as of `tell_outcome`.
    """
    if seen.mirrors and not resolved.reasons.are_described:
        yield (
            f"The grid mirrors the source: {percent(seen.turned, seen.turning)} of its "
            "cells turn the other way round. If the result shall not be mirrored, the "
            f"bands of rows ({resolved.row_index}) and columns ({resolved.col_index}) "
            "are exchanged: give them the other way round."
        )
    if seen.folds:
        yield (
            f"The grid is folded: {percent(seen.rarer, seen.turning)} of its cells "
            "turn against the others, so parts of the source appear more than once."
        )
    yield from _odd_scale(resolved, seen, needed)


def _odd_scale(
    resolved: ResolvedJob, seen: Survey, needed: Callable[[], Shape] | None
) -> Iterator[str]:
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
            " If the output shall be as fine as the source, the resolution is wrong: "
            f"it is about {right[0]} x {right[1]} then."
        )
        yield (
            f"Aliasing: {percent(seen.aliased, seen.cells)} of the grid's cells have "
            f"more than {ALIASING:g} source pixels per output pixel, where {PATTERNS}. "
            f"{_smoothing(needed)}.{finer or ''}"
        )


def why_nothing(resolved: ResolvedJob, bounds: Bounds) -> str:
    """Return why no output pixel is valid; `bounds` are those of all nodes."""
    shape = resolved.src.shape
    nothing = "No output pixel is valid: "
    if bounds == NOWHERE:
        return (
            f"{nothing}every node of the grid is masked. Check the grid's nodata, its "
            "mask and the mask's valid value."
        )
    extents = f"its nodes cover {extent(bounds)}, the source has {shape_extent(shape)}"
    if meets(bounds, shape):
        return (
            f"{nothing}the grid meets the source ({extents}), but masks, nodata, "
            "polygons or the border rule out all of it. Check these, and the valid "
            "values of the masks."
        )
    advice = "their order and their units (pixels, not coordinates on the map)"
    if meets_exchanged(bounds, shape):
        advice = "which is for rows and which for columns: exchanged, they would meet"
    return (
        f"{nothing}nothing of the grid lies in the source; {extents}. Check the "
        f"grid's bands, {advice}."
    )


def _may_alias(resolved: ResolvedJob) -> bool:
    """Tell whether large steps may make false patterns that smoothing prevents.

    Not so for nearest: it is for classes, which must not be smoothed.
    """
    return resolved.job.interpolation is not Interpolation.NEAREST


def _smoothing(needed: Callable[[], Shape] | None) -> str:
    """Return what to do about aliasing, as the beginning of a sentence."""
    if needed is None:
        return "Smooth the source first"
    rows, cols = needed()
    return (
        "Choose an anti-alias filter: ANTIALIAS = lanczos, which by itself takes "
        f"OVERSAMPLING_ROW = {rows} and OVERSAMPLING_COL = {cols} here"
    )


def _wrong_resolution(
    resolved: ResolvedJob, seen: Survey, needed: Callable[[], Shape] | None
) -> str:
    """Return why the resolution looks wrong."""
    apart = seen.size[0] * resolved.step[0], seen.size[1] * resolved.step[1]
    smooth = ""
    if seen.coarse > MOST * seen.cells and _may_alias(resolved):
        advice = _smoothing(needed)
        advice = advice[0].lower() + advice[1:]
        smooth = f" If it is right, {advice}: without, the result aliases."
    return (
        f"The grid's resolution looks wrong: nodes are {pair(apart)} source pixels "
        f"apart (down x right, on average), which with resolution {resolved.step[0]} x "
        f"{resolved.step[1]} makes {pair(seen.size)} source pixels per output pixel. "
        "Check it: the resolution is the number of output pixels from node to node."
        f"{smooth}"
    )


def _too_far_apart(resolved: ResolvedJob, seen: Survey) -> Iterator[str]:
    """Yield that fine pixels are too far apart for the filter to help."""
    if not seen.cells or not _may_alias(resolved):
        return
    fine = resolved.oversampling
    apart = seen.size[0] / fine[0], seen.size[1] / fine[1]
    if max(apart) <= ALIASING:
        return
    most = max(size for size, gap in zip(seen.size, apart) if gap > ALIASING)
    advice = "Give more oversampling, or none for an automatic one."
    if most > ALIASING * FINEST:
        advice = f"More than {FINEST} there cannot be: smooth the source first."
    yield (
        f"Aliasing: with an oversampling of {fine[0]} x {fine[1]} fine pixels are "
        f"{pair(apart)} source pixels apart (down x right, on average), where "
        f"{PATTERNS}. {advice}"
    )

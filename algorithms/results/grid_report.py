"""The report on a grid as a page: what it comes to, then pictures and tables."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from ..texts import language, tr
from . import html, pictures
from .html import Html
from .numbers import count, counts, decimal, number, pair, percent

if TYPE_CHECKING:
    from ...core.run.report import GridReport

ROUNDING = 1e-9
"""Errors up to this are those of arithmetic [source pixels]."""


class About(NamedTuple):
    """What a report is about, in words."""

    grid: str
    """Name of the grid."""
    source: str
    """Name of the source."""
    made: str
    """How the report was made."""


def grid_report(report: GridReport, about: About) -> Html:
    """Return the page of a report."""
    title = tr("Report on the grid {grid}").format(grid=about.grid)
    odd = list(_odd(report))
    fine = [tr("The grid is fine: nothing in it looks like a mistake.")]
    parts = [
        html.verdict([*(odd or fine), *_hints(report, bool(odd))], good=not odd),
        *_place(report, about),
        *_scales(report),
        *_folds(report),
        *_resolution(report),
        *_run(report),
        Html(f'<p class="caption">{html.escaped(about.made)}</p>'),
    ]
    return html.page(title, parts, language())


def _odd(report: GridReport) -> Iterator[str]:
    """Yield what looks like a mistake, by the rules of a run's log, and what to do."""
    seen = report.survey
    if seen.masked == seen.nodes:
        yield tr(
            "Every node is masked, so no output pixel can be valid. Check the grid's "
            "nodata, its mask and the mask's valid value."
        )
        return
    if not report.meets_source:
        if report.meets_exchanged:
            yield tr(
                "Nothing of the grid lies in the source; with rows and columns "
                "exchanged it would. Check which band is for rows and which for "
                "columns."
            )
        else:
            yield tr(
                "Nothing of the grid lies in the source. Check the bands of the grid, "
                "and their units: pixels, not coordinates on the map."
            )
        return
    if seen.mirrors and not report.resolved.reasons.are_described:
        yield tr(
            "The grid mirrors the source: {share} of its cells turn the other way "
            "round. If the result shall not be mirrored, the bands of rows and columns "
            "are exchanged: give them the other way round."
        ).format(share=percent(seen.turned, seen.turning))
    if seen.folds:
        yield tr(
            "The grid is folded: {share} of its cells turn against the others, so "
            "parts of the source appear more than once. They are red on the map below."
        ).format(share=percent(seen.rarer, seen.turning))
    yield from _odd_scales(report)


def _odd_scales(report: GridReport) -> Iterator[str]:
    """Yield what is odd about the distances between nodes."""
    seen = report.survey
    if seen.is_far_off:
        yield tr(
            "The grid's resolution looks wrong: with {resolution} there are {size} "
            "source pixels per output pixel (down, right, on average). Check it: the "
            "resolution is the number of output pixels from node to node."
        ).format(resolution=counts(report.step), size=pair(seen.size))
    elif report.aliases:
        yield tr(
            "Aliasing: {share} of the grid's cells have more than 1.5 source pixels "
            "per output pixel, where fine detail turns into false patterns. Resample "
            "with the anti-alias filter lanczos (ANTIALIAS): by itself it takes an "
            "oversampling of {fine} here."
        ).format(
            share=percent(seen.aliased, seen.cells), fine=counts(report.oversampling)
        )
        right = seen.finest(report.step)
        if right:
            yield tr(
                "If the output shall be as fine as the source, the resolution {step} "
                "is wrong: it is about {right} then."
            ).format(step=counts(report.step), right=counts(right))
    if report.is_scattered:
        yield tr(
            "The nodes that have a position are scattered: few have neighbours, "
            "between which output pixels could be interpolated. Check the grid's "
            "nodata and its mask."
        )
    if report.error > report.tolerance and not seen.folds:
        yield tr(
            "The grid is too coarse: between its nodes, positions are off by about "
            "{error} source pixels, and the tolerance is {tolerance}. Make it with the "
            "resolution {suggested}."
        ).format(
            error=number(report.error),
            tolerance=number(report.tolerance),
            suggested=counts(report.suggested),
        )


def _hints(report: GridReport, is_odd: bool) -> Iterator[str]:
    """Yield what is good to know; no advice where something else is to be mended."""
    seen = report.survey
    yield tr(
        "Of {nodes} nodes {inside} lie in the source; {masked} have no position."
    ).format(
        nodes=count(seen.nodes),
        inside=percent(report.inside, seen.nodes),
        masked=percent(seen.masked, seen.nodes),
    )
    if seen.masked:
        yield tr("The cells beside nodes without a position are grey on the map below.")
    if seen.mirrors and report.resolved.reasons.are_described:
        yield tr(
            "The grid mirrors the source, as where its first row is the southern one."
        )
    if max(report.suggested) > max(report.step) and not is_odd:
        yield tr(
            "It could be coarser: with the resolution {suggested} in place of {step}, "
            "no position would be off by more than {tolerance} source pixels."
        ).format(
            suggested=counts(report.suggested),
            step=counts(report.step),
            tolerance=number(report.tolerance),
        )


def _place(report: GridReport, about: About) -> Iterator[Html]:
    """Yield where the grid lies in the source."""
    yield html.heading(tr("Where the grid reads the source"))
    picture = pictures.grid_picture(
        report.look, report.src_shape, report.diagnosis.lattice
    )
    caption = tr(
        "Some lines of the grid over the source, its outline bold; the blue dot is its "
        "first node. What reaches far beyond the source is cut off."
    )
    yield html.figure(pictures.png_of(picture), caption)
    seen = report.survey
    rows, cols = _ranges(report)
    yield html.table(
        [],
        [
            (tr("Grid"), about.grid),
            (tr("Source"), about.source),
            (tr("Nodes (rows x columns)"), counts(report.shape)),
            (tr("Resolution [output pixels per node]"), counts(report.step)),
            (tr("Output of all nodes [pixels]"), counts(report.full_shape)),
            (tr("Source [pixels]"), counts(report.src_shape)),
            (tr("Nodes in the source"), _shared(report.inside, seen.nodes)),
            (tr("Nodes outside of it"), _shared(seen.outside, seen.nodes)),
            (tr("Nodes without a position"), _shared(seen.masked, seen.nodes)),
            (tr("Rows of the source that nodes have"), rows),
            (tr("Columns of the source that nodes have"), cols),
        ],
    )


def _shared(part: int, whole: int) -> str:
    """Return a number and its share."""
    return f"{count(part)} ({percent(part, whole)})"


def _ranges(report: GridReport) -> tuple[str, str]:
    """Return the rows and the columns that the nodes cover."""
    low, high, left, right = report.survey.bounds
    if low > high:
        return number(math.nan), number(math.nan)
    words = tr("{first} to {last}")
    rows = words.format(first=decimal(low), last=decimal(high))
    return rows, words.format(first=decimal(left), last=decimal(right))


def _scales(report: GridReport) -> Iterator[Html]:
    """Yield how the grid stretches and turns."""
    yield html.heading(tr("Scale: source pixels per output pixel"))
    told, seen = report.diagnosis, report.survey
    if not seen.cells:
        yield html.paragraph(
            tr("No cell has all of its nodes, so there is no scale and no turn.")
        )
        return
    least, greatest = told.scale_ends
    header = ["", tr("least"), tr("median"), tr("greatest")]
    largest = (told.scale(1, 0), told.scale(1), greatest)
    smallest = (least, told.scale(0), told.scale(0, 1))
    yield html.table(
        header,
        [
            (tr("Direction of the largest scale"), *map(number, largest)),
            (tr("Direction of the smallest scale"), *map(number, smallest)),
        ],
    )
    marks = told.map.folded, told.map.coarse
    picture = pictures.scale_picture(told.map.scale, *marks, report.step)
    caption = tr(
        "The largest scale all over the output. Below 1 pixels of the source are "
        "enlarged; above 1.5, where the map is striped, fine detail turns into false "
        "patterns, and an anti-alias filter keeps it from that."
    )
    yield html.figure(pictures.png_of(picture), caption)
    rows = [
        (tr("Cells"), count(seen.cells)),
        (
            tr("Cells with more than 1.5 (down or right)"),
            _shared(seen.aliased, seen.cells),
        ),
        (
            tr("Oversampling that an anti-alias filter takes (rows x columns)"),
            counts(report.oversampling),
        ),
        (tr("On average (down x right)"), pair(seen.size)),
        (tr("Turn, median [degrees]"), decimal(told.rotation)),
    ]
    yield html.table([], rows)
    yield html.paragraph(
        tr(
            "The turn is that of the output's rows in the source, counterclockwise; "
            "where the grid mirrors, after its rows are mirrored."
        )
    )


def _folds(report: GridReport) -> Iterator[Html]:
    """Yield where the grid turns against most of itself."""
    seen, places = report.survey, report.diagnosis.folded.tolist()
    if not seen.turning:
        return
    yield html.heading(tr("Folds"))
    if not places:
        yield html.paragraph(tr("All cells turn the same way: nothing is folded."))
        return
    yield html.paragraph(
        tr("{cells} cells ({share}) turn against the others.").format(
            cells=count(seen.rarer), share=percent(seen.rarer, seen.turning)
        )
    )
    words = tr("The first {number}, as row: columns of their first nodes. {places}")
    text = words.format(number=count(len(places)), places="; ".join(_lines(places)))
    yield Html(f'<p class="caption">{html.escaped(text)}</p>')


def _lines(places: list[list[int]]) -> Iterator[str]:
    """Yield some neighbours in a row of nodes at a time."""
    start = 0
    for end in range(1, len(places) + 1):
        row, last = places[end - 1]
        if end < len(places) and places[end] == [row, last + 1]:
            continue
        first = places[start][1]
        yield f"{row}: {first}" if first == last else f"{row}: {first}\u2013{last}"
        start = end


def _resolution(report: GridReport) -> Iterator[Html]:
    """Yield what other resolutions would do."""
    yield html.heading(tr("Resolution"))
    errors = report.diagnosis.errors(report.step)
    if not errors:
        yield html.paragraph(
            tr("Too few nodes near the source tell how exact other resolutions are.")
        )
        return
    yield html.paragraph(
        tr(
            "Largest error of positions that are linear between nodes. Of coarser "
            "grids it is measured at the nodes that they leave out; of this and finer "
            "ones it is estimated, as it grows with the square of the distance. The "
            "tolerance is {tolerance} source pixels."
        ).format(tolerance=number(report.tolerance))
    )
    header = [tr("Resolution"), tr("Error [source pixels]"), tr("Tolerance")]
    rows = []
    for times in sorted(errors):
        resolution = counts(report.diagnosis.resolution(report.step, times))
        words = tr("{resolution} (this grid)") if times == 1 else "{resolution}"
        lost = tr("loses positions") if math.isinf(errors[times]) else ""
        kept = errors[times] <= report.tolerance
        rows.append(
            (
                words.format(resolution=resolution),
                lost or number(errors[times] if errors[times] > ROUNDING else 0.0),
                tr("kept") if kept else tr("exceeded"),
            )
        )
    yield html.table(header, rows)


def _run(report: GridReport) -> Iterator[Html]:
    """Yield what a resampling with the grid would do."""
    yield html.heading(tr("A run with this grid"))
    layout, memory, reads = report.layout, report.memory_plan, report.reads
    largest, nothing = reads.largest, number(math.nan)
    size = nothing if largest is None else counts((largest.height, largest.width))
    pixels = report.src_shape[0] * report.src_shape[1]
    rows = [
        (tr("Interpolation"), report.resolved.job.interpolation.value),
        (tr("Output [pixels]"), counts(layout.shape)),
        (tr("Memory, at most [MiB]"), count(report.memory)),
        (tr("Memory limit [MiB]"), count(memory.limit >> 20)),
        (tr("Threads"), count(layout.threads)),
        (tr("Tiles"), count(reads.tiles)),
        (tr("Largest part of the source read at once [pixels]"), size),
        (
            tr("Source pixels read, in sizes of the source"),
            number(reads.pixels / pixels),
        ),
    ]
    if reads.gathered:
        words = tr("Pieces whose pixels are scattered in the source")
        rows.append((words, count(reads.gathered)))
    yield html.table([], rows)
    if reads.looked < reads.tiles:
        words = tr("Of the tiles {looked} were looked at, evenly.")
        yield html.paragraph(words.format(looked=count(reads.looked)))
    if reads.gathered:
        yield html.paragraph(
            tr(
                "Neighbouring output pixels lie far apart in the source there, which "
                "makes the run slow. Check whether the grid is meant to be so."
            )
        )

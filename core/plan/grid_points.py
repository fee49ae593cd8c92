"""What places a source on the map, of a file of control points: checked, and fitted.

Points go to the target's coordinate system first and are fitted there, as in QGIS's
Georeferencer.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import numpy as np
import pyproj

from ..errors import GridrError
from ..feedback import Note
from ..grid_options import GridFit, PointsJob, SourceFrame
from ..mapping.control_points import (
    WORDS,
    ControlPoints,
    Fitted,
    check_count,
    fit_points,
)
from ..mapping.crs import (
    Operation,
    crs_name,
    crs_of,
    given_operation,
    horizontal_of,
    operation_of,
    reversed_operation,
)
from ..mapping.equations import contradiction
from ..mapping.models import pixels_of
from ..mapping.points_file import PointsFile, read_points
from ..mapping.residuals import (
    FAR,
    LEAST,
    LINES,
    SUSPECT,
    Flag,
    JudgedPoints,
    judge_points,
)
from ..mapping.suggestion import place_by_points, suggested_template
from ..mapping.template import template_of
from ..message import Message, listed
from ..raster.header import Header, read_header
from .grid_checks import leads_elsewhere
from .grid_target import bounds_of_places
from .placed import Placed

SIDE = 9
"""Places per side of the source by which GDAL is told of a projective fit."""
MOST_NAMED = 12
"""Points that a sentence names."""

AS_PIXELS = Message(
    "Points in the source: pixels, x = column and y = -row from the corner of the "
    "first one"
)
AS_MAP = Message("Points in the source: coordinates of its own geotransform")
ODD = {
    Flag.TWICE: Message(
        "given twice: one before has the same place and pixel, and polynomials weigh "
        "both."
    ),
    Flag.SAME_PIXEL: Message(
        "at the pixel of one before, but at another place of the map. Check both."
    ),
    Flag.SUSPECT: Message(
        "off by more than {most:g} robust standard deviations (1.4826 x MAD) from "
        "where the others put it: look there first.",
        most=SUSPECT,
    ),
}
"""Flag -> what is said of the points that have it."""


def placed_by_points(job: PointsJob) -> Placed:
    """Return the source of a job with the control points that place it on the map."""
    header, file = read_header(job.src), read_points(job.points)
    start, end = _systems(job, file)
    pixels, frame = _pixels(job, file, header)
    points, way = _at_target(job, ControlPoints(file.places, pixels), start, end)
    check_count(int(file.enabled.sum()), job.fit, Message("enabled"))
    _check_contradiction(points, file.enabled)
    fitted = ControlPoints(points.places[file.enabled], points.pixels[file.enabled])
    model = fit_points(fitted, job.fit, end)
    judged = judge_points(model, points, file.enabled, header.shape)
    place = _place(model, fitted.without_seam(end), header.shape)
    suggested = partial(suggested_template, place, header.shape, end)
    notes = (frame, *way, *_notes(judged, file))
    return Placed(
        header,
        end,
        model,
        suggested,
        files=(file.name,),
        notes=notes,
        points=judged,
    )


def _systems(job: PointsJob, file: PointsFile) -> tuple[pyproj.CRS, pyproj.CRS]:
    """Return the coordinate systems of the points and of the target."""
    text = file.crs if job.points_crs is None else job.points_crs
    if text is None:
        raise GridrError(
            "The points file {file!r} does not say its coordinate system (CRS). Give "
            "it as POINTS_CRS (points_crs), such as EPSG:4326.",
            file=file.name,
        )
    what = Message("The points' coordinate system")
    start = horizontal_of(crs_of(text, what), what)
    if job.template is not None:
        return start, template_of(read_header(job.template)).crs
    if job.dst_crs is None:
        return start, start
    what = Message("The target's coordinate system")
    return start, horizontal_of(crs_of(job.dst_crs, what), what)


def _pixels(
    job: PointsJob, file: PointsFile, header: Header
) -> tuple[np.ndarray, Note]:
    """Return rows and columns of the points, and how they were found."""
    x, y = file.source.T
    asked = job.source_frame
    if file.in_rows:
        if asked is SourceFrame.MAP:
            raise GridrError(
                "The points file {file!r} gives rows and columns, no map coordinates "
                "of the source. Choose the frame pixel, or auto.",
                file=file.name,
            )
        return file.source, Note(
            Message(
                "Points in the source: rows and columns from the centre of the first "
                "pixel."
            )
        )
    as_pixels = np.stack([-y, x], axis=1) - 0.5
    if header.transform is None or header.transform.is_degenerate:
        if asked is SourceFrame.MAP:
            raise GridrError(
                "The points are said to be in map coordinates of the source, and "
                "{name!r} has no geotransform. Choose the frame pixel, or auto.",
                name=header.name,
            )
        return as_pixels, Note(Message("{frame}.", frame=AS_PIXELS))
    as_map = pixels_of(header.transform, x, y).T
    if asked is not SourceFrame.AUTO:
        is_map = asked is SourceFrame.MAP
        said = Note(Message("{frame}.", frame=AS_MAP if is_map else AS_PIXELS))
        return (as_map if is_map else as_pixels), said
    inside = [_count_inside(pixels, header.shape) for pixels in (as_pixels, as_map)]
    is_map = inside[1] > inside[0]
    other_frame = Message("pixels") if is_map else Message("map coordinates")
    of = Message(
        "of {count} points {inside} lie in the source so",
        count=len(x),
        inside=inside[is_map],
    )
    other = Message(
        "{inside} as {frame}",
        inside=inside[not is_map],
        frame=other_frame,
    )
    note = Note(
        Message(
            "{frame}: {of}, {other}.",
            frame=AS_MAP if is_map else AS_PIXELS,
            of=of,
            other=other,
        )
    )
    return (as_map if is_map else as_pixels), note


def _count_inside(pixels: np.ndarray, shape: tuple[int, int]) -> int:
    """Return how many pixels lie in a source."""
    inside = (pixels >= -0.5) & (pixels <= np.array(shape) - 0.5)
    return int(inside.all(axis=1).sum())


def _at_target(
    job: PointsJob, points: ControlPoints, start: pyproj.CRS, end: pyproj.CRS
) -> tuple[ControlPoints, tuple[Note, ...]]:
    """Return the points in the target's coordinate system, and how they came there."""
    x, y = points.places.T
    way, odd = _operation(job, points, start, end)
    moved = np.stack(way.moved(x, y), axis=1)
    lost = np.flatnonzero(~np.isfinite(moved).all(axis=1))
    if lost.size:
        i = int(lost[0])
        raise GridrError(
            "Point {number} (x {x:.10g}, y {y:.10g} in {start}) has no place in "
            "{end}. Check the points' coordinate system (POINTS_CRS), or remove the "
            "point.",
            number=i + 1,
            x=x[i],
            y=y[i],
            start=crs_name(start),
            end=crs_name(end),
        )
    notes = () if start == end and job.operation is None else tuple(way.notes())
    return points._replace(places=moved), (*odd, *notes)


def _operation(
    job: PointsJob, points: ControlPoints, start: pyproj.CRS, end: pyproj.CRS
) -> tuple[Operation, tuple[Note, ...]]:
    """Return the way of the points to the target's coordinate system."""
    x, y = points.places.T
    own = operation_of(start, end, bounds_of_places(x, y, start))
    if job.operation is None:
        return own, ()
    given = reversed_operation(given_operation(job.operation, start, end))
    if not leads_elsewhere(given, own, (x, y), end):
        return given, ()
    note = Note(
        Message(
            "The operation {operation!r} is left out: it does not lead from {start}, "
            "in which the points are, to {end}.",
            operation=given.words,
            start=crs_name(start),
            end=crs_name(end),
        ),
        is_odd=True,
    )
    return own, (note,)


def _check_contradiction(points: ControlPoints, enabled: np.ndarray) -> None:
    """Refuse two points at one place of the map but at different pixels."""
    found = contradiction(points.places[enabled], points.pixels[enabled])
    if found is not None:
        first, later = np.flatnonzero(enabled)[list(found)] + 1
        raise GridrError(
            "Points {later} and {first} are at the same place of the map but at "
            "different pixels. Disable one.",
            later=later,
            first=first,
        )


def _place(
    model: Fitted, points: ControlPoints, shape: tuple[int, int]
) -> dict[str, object]:
    """Return what tells GDAL where the source lies, in rasterio's words.

    GDAL does not know the fits from the pixel to the map: it gets places that they
    make.
    """
    if model.fit in LINES:
        ends = (np.linspace(-0.5, size - 0.5, SIDE) for size in shape)
        pixels = np.stack(np.meshgrid(*ends, indexing="ij"), axis=-1).reshape(-1, 2)
        made = ControlPoints(model.places_at(pixels), pixels)
        if np.isfinite(made.places).all():
            is_bent = model.fit is GridFit.PROJECTIVE
            fit = GridFit.TPS if is_bent else GridFit.POLYNOMIAL1
            return place_by_points(made, fit)
    return place_by_points(points, model.fit)


def _notes(judged: JudgedPoints, file: PointsFile) -> Iterator[Note]:
    """Yield how well the points fit, and what is odd about them."""
    count = int(judged.enabled.sum())
    yield Note(
        Message(
            "{count} points of {total}, fit {fit} in {crs}.",
            count=count,
            total=len(judged.enabled),
            fit=WORDS[judged.fit],
            crs=crs_name(judged.crs),
        )
    )
    without = judged.rms_left_out
    if without == without:
        said = Message("each left out in its turn {without}", without=_length(without))
    elif judged.are_many:
        said = Message("there are too many to leave one out")
    else:
        said = Message("there are too few to leave one out")
    yield Note(
        Message(
            "Residuals: {rms} source pixels (root mean square), {said}; the worst is "
            "point {worst}.",
            rms=_length(judged.rms),
            said=said,
            worst=judged.worst,
        )
    )
    disabled = judged.numbers(Flag.DISABLED)
    if disabled:
        yield Note(Message("Disabled: {points}.", points=_named(disabled)))
    for flag, text in ODD.items():
        found = judged.numbers(flag)
        if found:
            yield Note(
                Message("{points} {text}", points=_subject(found), text=text),
                is_odd=True,
            )
    outside = judged.numbers(Flag.OUTSIDE)
    if outside:
        upwards = not file.in_rows and bool((file.source[:, 1] > 0).all())
        hint = Message(" QGIS counts y downwards as negative.") if upwards else ""
        yield Note(
            Message(
                "{points} more than {far:g} pixels outside of the source: check the "
                "frame (SOURCE_FRAME), and whether it is this source.{hint}",
                points=_subject(outside),
                far=FAR,
                hint=hint,
            ),
            is_odd=True,
        )


def _length(pixels: float) -> str:
    """Return a length in pixels in words; what is rounding as 0."""
    return f"{pixels:.3g}" if pixels > LEAST else "0"


def _named(numbers: list[int]) -> Message:
    """Return the numbers of points in words."""
    if len(numbers) == 1:
        return Message("point {number}", number=numbers[0])
    return Message("points {numbers}", numbers=_numbers(numbers))


def _subject(numbers: list[int]) -> Message:
    """Return the numbers of points as the beginning of a sentence."""
    if len(numbers) == 1:
        return Message("Point {number} is", number=numbers[0])
    return Message("Points {numbers} are", numbers=_numbers(numbers))


def _numbers(numbers: list[int]) -> Message:
    """Return two numbers or more, the first of many only."""
    shown = [str(number) for number in numbers[:MOST_NAMED]]
    more = len(numbers) - len(shown)
    last = Message("{more} more", more=more) if more else shown.pop()
    return listed([", ".join(shown), last])

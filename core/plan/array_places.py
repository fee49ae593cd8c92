"""What places a source on the map, of geolocation arrays or a GLT: checked, read."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import numpy as np
import pyproj

from ..errors import GridrError
from ..feedback import Note
from ..grid.accuracy import COARSEST, PARTS
from ..grid_options import ArrayConvention, ArraysJob
from ..mapping.arrays import (
    ArrayBand,
    array_band,
    check_apart,
    check_fit,
    check_shapes,
    read_arrays,
)
from ..mapping.crs import WGS84, crs_of, horizontal_of
from ..mapping.footprint import suggested_over
from ..mapping.geolocation import Geolocation, read_geolocation
from ..mapping.lookup import BANDS, Lookup, check_lookup
from ..mapping.scans import scans_of
from ..mapping.suggestion import place_on_map, suggested_template
from ..mapping.swath import Swath
from ..mapping.template import Template
from ..message import Message, listed
from ..raster.header import Header, check_band, read_header
from ..raster.reader import Reader
from .placed import Placed

CRS_WORDS = Message("The arrays' coordinate system")
OF_ARRAYS = (
    *("x_raster", "x_index", "y_raster", "y_index", "line_offset", "line_step"),
    *("pixel_offset", "pixel_step", "scan_rows", "fill_value"),
)
"""Fields of a job that a GLT has no use for."""


def placed_by_arrays(job: ArraysJob) -> Placed:
    """Return the source of a job with the arrays, or the GLT, that place it."""
    src = read_header(job.src)
    if job.glt is not None:
        return _by_lookup(job, job.glt, src)
    _check_numbers(job)
    said, is_given = _geolocation(job, src)
    x, y = array_band(*said.x, "x"), array_band(*said.y, "y")
    check_shapes(x, y)
    check_apart(x, y)
    check_fit(x.header.shape, said.offset, said.step, src)
    crs = horizontal_of(
        crs_of(job.array_crs or said.crs or WGS84, CRS_WORDS), CRS_WORDS
    )
    swath = _swath(job, said, x, y, crs)
    named = [x.header] if x.header.name == y.header.name else [x.header, y.header]
    jumps = swath.has_gaps or swath.scan[0] > 0
    return Placed(
        src,
        crs,
        swath,
        partial(suggested_over, swath),
        inputs=tuple(named),
        notes=tuple(_notes(job, said, is_given, x, y, swath)),
        coarsest=PARTS if jumps else COARSEST,
    )


def _check_numbers(job: ArraysJob) -> None:
    """Refuse numbers of arrays that mean nothing."""
    if job.scan_rows is not None and (job.scan_rows < 0 or job.scan_rows == 1):
        raise GridrError(
            "A scan must have 2 rows at least, or 0 for none, got {scan_rows}. Give "
            "the number of detectors along the track, such as 10.",
            scan_rows=job.scan_rows,
        )


def _geolocation(job: ArraysJob, src: Header) -> tuple[Geolocation, bool]:
    """Return the arrays of a job, and whether they are given, not the source's own."""
    is_given = job.x_raster is not None
    if is_given is not (job.y_raster is not None):
        given, other = ("x", "y") if is_given else ("y", "x")
        raise GridrError(
            "The raster of {given} is given, and none of {other}. Give both as "
            "X_RASTER and Y_RASTER (x_raster, y_raster), perhaps the same one with "
            "two bands, or none of them to take what the source's tags name.",
            given=given,
            other=other,
        )
    said: Geolocation | None
    if job.x_raster is not None and job.y_raster is not None:
        said = Geolocation((job.x_raster, 1), (job.y_raster, 1))
    else:
        said = read_geolocation(src)
    if said is None:
        raise GridrError(
            "No geolocation arrays are given, and the source {name!r} names none in "
            "its tags (domain GEOLOCATION). Give X_RASTER and Y_RASTER (x_raster, "
            "y_raster), or a GLT.",
            name=src.name,
        )
    offset = (
        _first(job.line_offset, said.offset[0]),
        _first(job.pixel_offset, said.offset[1]),
    )
    step = _first(job.line_step, said.step[0]), _first(job.pixel_step, said.step[1])
    x, y = (
        (name, index if asked is None else asked)
        for (name, index), asked in ((said.x, job.x_index), (said.y, job.y_index))
    )
    return said._replace(x=x, y=y, offset=offset, step=step), is_given


def _first(asked: float | None, said: float) -> float:
    """Return what is asked for, else what is said."""
    return said if asked is None else asked


def _swath(
    job: ArraysJob, said: Geolocation, x: ArrayBand, y: ArrayBand, crs: pyproj.CRS
) -> Swath:
    """Return the places of the arrays."""
    places = read_arrays(x, y, job.fill_value, crs)
    scan = (job.scan_rows or 0, 0)
    if job.scan_rows is None:
        scan = scans_of(*places, crs)
    is_corner = bool(said.is_corner)
    if job.array_convention is not ArrayConvention.AUTO:
        is_corner = job.array_convention is ArrayConvention.CORNER
    half = 0.5 if is_corner else 0.0
    start = said.offset[0] - half, said.offset[1] - half
    return Swath(crs, *places, start, said.step, scan)


def _notes(
    job: ArraysJob,
    said: Geolocation,
    is_given: bool,
    x: ArrayBand,
    y: ArrayBand,
    swath: Swath,
) -> Iterator[Note]:
    """Yield what was decided of the arrays."""
    yield from _array_notes((x, y), is_given, swath)
    is_said = said.is_corner is not None or is_given
    if job.array_convention is ArrayConvention.AUTO and not is_said:
        yield Note(
            Message(
                "The tags do not say which point of a pixel the places are of: its "
                "centre is taken. GDAL takes its upper left corner."
            )
        )
    if said.is_corner is False and said.step != (1.0, 1.0):
        more = [f"{(step - 1) / 2:g}" for step in said.step]
        yield Note(
            Message(
                "Places are those of the centres of single source pixels, a step "
                "apart. GDAL counts them {rows} rows and {cols} columns further, in "
                "the middle of all pixels of a step: if they are there, add that to "
                "the offsets.",
                rows=more[0],
                cols=more[1],
            )
        )
    yield _scan_note(job, swath)


def _array_notes(
    bands: tuple[ArrayBand, ArrayBand], is_given: bool, swath: Swath
) -> Iterator[Note]:
    """Yield which arrays are taken, and what they lack."""
    rows, cols = swath.x.shape
    which = Message("given") if is_given else Message("of its tags")
    names = listed(
        Message("band {number} of {name!r}", number=b.number, name=b.header.name)
        for b in bands
    )
    yield Note(
        Message(
            "The source lies on the map by geolocation arrays ({which}): {names}, "
            "{rows} rows x {cols} columns.",
            which=which,
            names=names,
            rows=rows,
            cols=cols,
        )
    )
    lost = float(np.isnan(swath.x).mean())
    if lost:
        yield Note(
            Message(
                "{share:.3g} % of the arrays' pixels have no place.", share=100 * lost
            )
        )


def _scan_note(job: ArraysJob, swath: Swath) -> Note:
    """Return what was found of scans that overlap."""
    height, first = swath.scan
    why = (
        Message("as the arrays show")
        if job.scan_rows is None
        else Message("as asked for")
    )
    if not height:
        return Note(Message("The arrays have no scans that overlap ({why}).", why=why))
    later = Message(", the first from row {first} on", first=first) if first else ""
    return Note(
        Message(
            "Scans of {height} rows{later} ({why}): where they overlap, the one "
            "counts in whose middle a place lies. Interpolate by nearest there, "
            "as others mix two scans at their edges.",
            height=height,
            later=later,
            why=why,
        )
    )


def _by_lookup(job: ArraysJob, glt: str, src: Header) -> Placed:
    """Return a source that lies on the map by a GLT."""
    _check_alone(job)
    header = read_header(glt)
    for index in BANDS:
        check_band(header, index, Message("GLT"))
    if header.transform is None or header.transform.is_degenerate:
        raise GridrError(
            "The GLT {glt!r} has no georeference. Give one that lies on the map.",
            glt=glt,
        )
    text = job.array_crs or header.crs_wkt
    if text is None:
        raise GridrError(
            "The GLT {glt!r} has no coordinate system (CRS). Give it as ARRAY_CRS "
            "(array_crs).",
            glt=glt,
        )
    crs = horizontal_of(crs_of(text, CRS_WORDS), Message("The GLT's coordinate system"))
    reader = Reader(glt)
    lookup = Lookup(crs, header.transform, header, reader)
    try:
        check_lookup(lookup, src)
    except GridrError:
        reader.close()
        raise
    said = Note(
        Message(
            "The source lies on the map by the GLT {glt!r}: each pixel of the target "
            "is one of the source, without interpolation.",
            glt=glt,
        )
    )
    return Placed(
        src,
        crs,
        lookup,
        partial(_suggested_of, lookup),
        inputs=(header,),
        reader=reader,
        notes=(said,),
        coarsest=1,
    )


def _check_alone(job: ArraysJob) -> None:
    """Refuse a GLT together with what belongs to arrays."""
    others = [name for name in OF_ARRAYS if getattr(job, name) is not None]
    if others:
        raise GridrError(
            "A GLT is given, and for arrays besides: {names}. Give the GLT alone, or "
            "the arrays.",
            names=", ".join(others),
        )


def _suggested_of(lookup: Lookup, crs: pyproj.CRS) -> Template:
    """Return the target of a GLT: its own pixels, or GDAL's suggestion elsewhere."""
    a, b, _, d, e, _ = lookup.transform[:6]
    if crs == lookup.crs and b == d == 0 and a > 0 > e and a == -e:
        return Template(lookup.header.shape, lookup.transform, crs)
    place = place_on_map(lookup.transform, lookup.header.shape)
    return suggested_template(place, lookup.header.shape, lookup.crs, crs)

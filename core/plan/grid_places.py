"""What places a source on the map, of what it has itself: checked, and a model."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from typing import Any, cast

import pyproj
from affine import Affine

from ..errors import GridrError
from ..feedback import Note
from ..grid_options import ArraysJob, DemHeights, GridFit, GridJob, GridMethod
from ..mapping.control_points import fit_points
from ..mapping.crs import WGS84, crs_of, horizontal_of
from ..mapping.heights import Dem, SameHeight, dem_of
from ..mapping.models import Georeferenced, Model
from ..mapping.rational import Rational
from ..mapping.sensor import WORDS, Sensor, method_of, read_sensor, with_article
from ..mapping.suggestion import place_of, suggested_template
from ..message import Message, listed
from ..raster.header import read_header
from ..raster.reader import Reader
from .array_places import placed_by_arrays
from .grid_checks import covered_share
from .placed import Placed


def placed_by_transform(job: GridJob) -> Placed:
    """Return the source of a job with what places it on the map."""
    _check_heights(job)
    sensor = read_sensor(read_header(job.src))
    method = method_of(sensor, job.method)
    notes = tuple(_method_notes(job, sensor, method))
    place = {
        GridMethod.GEOTRANSFORM: _by_geotransform,
        GridMethod.RPC: _by_rpc,
        GridMethod.GCP: _by_points,
        GridMethod.GEOLOCATION: _by_arrays,
    }[method]
    placed = place(job, sensor)
    return replace(placed, notes=(*notes, *placed.notes))


def _check_heights(job: GridJob) -> None:
    """Refuse heights that exclude each other, or mean nothing alone."""
    if job.height is not None and job.dem is not None:
        raise GridrError(
            "A height and a DEM are given. Give one of them, or an offset "
            "(DEM_OFFSET) to shift the DEM."
        )
    if job.dem is None and job.dem_offset:
        raise GridrError(
            "An offset of the DEM is given, and no DEM. Give the DEM, or a height."
        )


def _by_geotransform(job: GridJob, sensor: Sensor) -> Placed:
    """Return a source that lies on the map by its geotransform."""
    header = sensor.header
    transform = cast(Affine, header.transform)
    if transform.is_degenerate:
        raise GridrError(
            "The geotransform of the source {name!r} gives its pixels no area. Mend "
            "it, or choose another method.",
            name=header.name,
        )
    crs = _src_crs(job, header.crs_wkt, Message("geotransform"), header.name)
    model = Georeferenced(crs, transform, header.shape)
    method = GridMethod.GEOTRANSFORM
    place = place_of(sensor, method, job.fit, sensor.points, {})
    return _with(sensor, place, crs, model)


def _by_points(job: GridJob, sensor: Sensor) -> Placed:
    """Return a source that lies on the map by its control points."""
    name, method = sensor.header.name, GridMethod.GCP
    crs = _src_crs(job, sensor.points_crs, Message("control points"), name)
    model = fit_points(sensor.points, job.fit, crs)
    points = sensor.points.without_seam(crs)
    place = place_of(sensor, method, job.fit, points, {})
    said = Message(
        "{count} control points, fit {fit}.",
        count=len(points.places),
        fit=model.fit.value,
    )
    return _with(sensor, place, crs, model, notes=(Note(said),))


def _by_rpc(job: GridJob, sensor: Sensor) -> Placed:
    """Return a source that lies on the map by its RPC."""
    crs, method = crs_of(WGS84, Message("The RPC's coordinate system")), GridMethod.RPC
    if job.dem is None:
        height = sensor.rpc.height_off if job.height is None else job.height
        why = (
            Message(" (the RPC's own; a DEM is more exact)")
            if job.height is None
            else ""
        )
        note = Note(
            Message(
                "Height {height:g} m above the ellipsoid{why}.", height=height, why=why
            )
        )
        model = Rational(sensor.rpc, SameHeight(height))
        place = place_of(sensor, method, job.fit, sensor.points, {"RPC_HEIGHT": height})
        return _with(sensor, place, crs, model, notes=(note,))
    header = read_header(job.dem)
    reader = Reader(job.dem)
    dem = dem_of(header, reader, job.dem_index, job.dem_heights, job.dem_offset)
    with closing(Reader(job.dem)) as first:  # the other is for who runs the job
        shape = sensor.header.shape
        share = covered_share(replace(dem, reader=first), sensor.rpc, shape)
    model = Rational(sensor.rpc, dem)
    options = {"RPC_DEM": job.dem, "RPC_HEIGHT": job.dem_offset}
    if share < 1:  # GDAL suggests half of a target then, or none
        options = {"RPC_HEIGHT": sensor.rpc.height_off}
    place = place_of(sensor, method, job.fit, sensor.points, options)
    notes = tuple(_dem_notes(job, dem, share))
    placed = _with(sensor, place, crs, model, notes)
    return replace(placed, inputs=(header,), reader=reader)


def _by_arrays(job: GridJob, sensor: Sensor) -> Placed:
    """Return a source that lies on the map by the arrays that it names."""
    arrays = ArraysJob(sensor.header.name, job.dst, array_crs=job.src_crs)
    return placed_by_arrays(arrays)


def _with(
    sensor: Sensor,
    place: dict[str, Any],
    crs: pyproj.CRS,
    model: Model,
    notes: tuple[Note, ...] = (),
) -> Placed:
    """Return a source that rasterio's words place, too."""
    suggested = partial(suggested_template, place, sensor.header.shape, crs)
    return Placed(sensor.header, crs, model, suggested, notes=notes)


def _src_crs(job: GridJob, wkt: str | None, of: str, name: str) -> pyproj.CRS:
    """Return the coordinate system of what places a source, asked for or its own."""
    text = wkt if job.src_crs is None else job.src_crs
    if text is None:
        raise GridrError(
            "The {of} of the source {name!r} has no coordinate system (CRS). Give it "
            "as SOURCE_CRS (src_crs).",
            of=of,
            name=name,
        )
    what = Message("The source's coordinate system")
    return horizontal_of(crs_of(text, what), what)


def _method_notes(job: GridJob, sensor: Sensor, method: GridMethod) -> Iterator[Note]:
    """Yield what places the source, and what of the job does not matter then."""
    others = [with_article(other) for other in sensor.methods if other is not method]
    also = Message("; it has {others}, too", others=listed(others)) if others else ""
    yield Note(
        Message(
            "The source lies on the map by its {method}{also}.",
            method=WORDS[method],
            also=also,
        )
    )
    if method is not GridMethod.RPC and (job.dem or job.height is not None):
        yield Note(
            Message("The height or the DEM plays no part: only RPCs need one."),
            is_odd=True,
        )
    if method is not GridMethod.GCP and job.fit is not GridFit.AUTO:
        yield Note(
            Message(
                "The fit {fit} plays no part: it is for control points.",
                fit=job.fit.value,
            ),
            is_odd=True,
        )
    if method is GridMethod.RPC and job.src_crs is not None:
        yield Note(
            Message(
                "The source's coordinate system plays no part: RPCs have longitude "
                "and latitude (WGS 84)."
            ),
            is_odd=True,
        )


def _dem_notes(job: GridJob, dem: Dem, share: float) -> Iterator[Note]:
    """Yield what heights of a DEM count from, and what share of the image has any."""
    if share < 1:
        yield Note(
            Message(
                "The DEM has heights for about {share:.3g} % of the image: elsewhere "
                "the grid has no position, and pixels are lost. Give a DEM that "
                "covers it all.",
                share=100 * share,
            ),
            is_odd=True,
        )
    yield from dem.there.notes()
    if dem.lift is not None:
        yield Note(
            Message(
                "Heights of the DEM to the ellipsoid: {operation}.",
                operation=dem.lift.words,
            )
        )
    elif job.dem_heights is DemHeights.FROM_CRS:
        yield Note(
            Message(
                "The DEM's coordinate system does not say what its heights count "
                "from: they are taken as above the ellipsoid. If they are above sea "
                "level, as in most DEMs, say so (egm96, egm2008) or give an offset."
            ),
            is_odd=True,
        )

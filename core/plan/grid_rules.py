"""From a grid that was asked for to its mapping: every open choice decided, checked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pyproj

from ..errors import GridrError
from ..feedback import Note
from ..grid.geometry import check_step, node_shape
from ..mapping.control_points import fit_points
from ..mapping.crs import (
    WGS84,
    Extent,
    Operation,
    crs_name,
    crs_of,
    given_operation,
    horizontal_of,
    operation_of,
)
from ..mapping.heights import Dem, SameHeight, dem_of
from ..mapping.mapping import Mapping
from ..mapping.models import Georeferenced, Model
from ..mapping.rational import Rational
from ..mapping.sensor import WORDS, Sensor, method_of, read_sensor
from ..mapping.suggestion import place_of, suggested_template
from ..mapping.template import (
    Template,
    check_extent,
    check_pixel_size,
    check_size,
    extent_words,
    template_of,
    template_over,
)
from ..options import DemHeights, GridFit, GridJob, GridMethod
from ..raster.header import Header, read_header
from ..raster.reader import Reader
from .grid_checks import check_cover, check_meets, lattice_of, leads_elsewhere
from .kinds import job_of


@dataclass(frozen=True)
class ResolvedGridJob:
    """A grid whose every value is known and allowed, but for automatic steps."""

    job: GridJob
    """What was asked."""
    src: Header
    """The source."""
    mapping: Mapping
    """From the target to the source."""
    inputs: list[Header]
    """The headers of all rasters it reads."""
    dem: Reader | None
    """Reads heights; whoever runs the job closes it."""
    notes: tuple[Note, ...]
    """What was decided, or seen, that a user may wonder about."""

    @property
    def asked_step(self) -> tuple[int | None, int | None]:
        """Return the steps asked for."""
        return self.job.row_step, self.job.col_step

    def close(self) -> None:
        """Close what reads the heights."""
        if self.dem is not None:
            self.dem.close()


@dataclass(frozen=True)
class Placed:
    """A source with what places it on the map."""

    sensor: Sensor
    """What it has."""
    method: GridMethod
    """What of that counts."""
    crs: pyproj.CRS
    """Of its places."""
    model: Model
    """From these to its pixels."""
    place: dict[str, Any]
    """The same in rasterio's words."""
    inputs: tuple[Header, ...] = ()
    """Rasters that it needs besides."""
    dem: Reader | None = None
    """Reads heights."""
    notes: tuple[Note, ...] = ()
    """What was decided."""


def resolve_grid(job: GridJob) -> ResolvedGridJob:
    """Fill in the open choices of a grid and check all of it, before it is made.

    Raises
    ------
    GridrError
        If anything cannot be done, with what to do about it.
    """
    job = job_of(job, GridJob)
    _check_alone(job)
    placed = _placed(job)
    given = None if job.template is None else read_header(job.template)
    template, footprint = _template(job, placed, given)
    _check_steps(job, template)
    operation, odd = _operation(job, placed.crs, template)
    mapping = Mapping(template, operation, placed.model)
    check_meets(mapping, placed.sensor.header, footprint)
    notes = (*placed.notes, *_target_notes(template), *odd, *operation.notes())
    return ResolvedGridJob(
        job,
        placed.sensor.header,
        mapping,
        [placed.sensor.header, *placed.inputs, *([given] if given else [])],
        placed.dem,
        notes,
    )


def _check_alone(job: GridJob) -> None:
    """Refuse values that exclude each other, or mean nothing alone."""
    if job.height is not None and job.dem is not None:
        raise GridrError(
            "A height and a DEM are given. Give one of them, or an offset (DEM_OFFSET) "
            "to shift the DEM."
        )
    if job.dem is None and job.dem_offset:
        raise GridrError(
            "An offset of the DEM is given, and no DEM. Give the DEM, or a height."
        )
    others = job.dst_crs, job.extent, job.pixel_size
    if job.template is not None and any(other is not None for other in others):
        raise GridrError(
            "A template is given, and a coordinate system, an extent or a pixel size "
            "besides. The template has all of these: give it alone, or them."
        )
    if not job.tolerance > 0:
        raise GridrError(
            f"The tolerance must be above 0, got {job.tolerance:g}. Give the source "
            "pixels that positions may be off between nodes, such as 0.05."
        )


def _placed(job: GridJob) -> Placed:
    """Return the source of a job with what places it on the map."""
    sensor = read_sensor(read_header(job.src))
    method = method_of(sensor, job.method)
    notes = tuple(_method_notes(job, sensor, method))
    place = {
        GridMethod.GEOTRANSFORM: _by_geotransform,
        GridMethod.RPC: _by_rpc,
        GridMethod.GCP: _by_points,
    }[method]
    placed = place(job, sensor)
    return replace(placed, notes=(*notes, *placed.notes))


def _by_geotransform(job: GridJob, sensor: Sensor) -> Placed:
    """Return a source that lies on the map by its geotransform."""
    header = sensor.header
    assert header.transform is not None
    if header.transform.is_degenerate:
        raise GridrError(
            f"The geotransform of the source {header.name!r} gives its pixels no area. "
            "Mend it, or choose another method."
        )
    crs = _src_crs(job, header.crs_wkt, "geotransform", header.name)
    model = Georeferenced(crs, header.transform, header.shape)
    method = GridMethod.GEOTRANSFORM
    place = place_of(sensor, method, job.fit, sensor.points, {})
    return Placed(sensor, method, crs, model, place)


def _by_points(job: GridJob, sensor: Sensor) -> Placed:
    """Return a source that lies on the map by its control points."""
    name, method = sensor.header.name, GridMethod.GCP
    crs = _src_crs(job, sensor.points_crs, "control points", name)
    model = fit_points(sensor.points, job.fit, crs)
    points = sensor.points.without_seam(crs)
    place = place_of(sensor, method, job.fit, points, {})
    said = f"{len(points.places)} control points, fit {model.fit.value}."
    return Placed(sensor, method, crs, model, place, notes=(Note(said),))


def _by_rpc(job: GridJob, sensor: Sensor) -> Placed:
    """Return a source that lies on the map by its RPC."""
    crs, method = crs_of(WGS84, "The RPC's coordinate system"), GridMethod.RPC
    if job.dem is None:
        height = sensor.rpc.height_off if job.height is None else job.height
        why = " (the RPC's own; a DEM is more exact)" if job.height is None else ""
        note = Note(f"Height {height:g} m above the ellipsoid{why}.")
        model = Rational(sensor.rpc, SameHeight(height))
        place = place_of(sensor, method, job.fit, sensor.points, {"RPC_HEIGHT": height})
        return Placed(sensor, method, crs, model, place, notes=(note,))
    header = read_header(job.dem)
    reader = Reader(job.dem)
    dem = dem_of(header, reader, job.dem_index, job.dem_heights, job.dem_offset)
    with closing(Reader(job.dem)) as first:  # the other is for who runs the job
        check_cover(replace(dem, reader=first), sensor.rpc)
    model = Rational(sensor.rpc, dem)
    options = {"RPC_DEM": job.dem, "RPC_HEIGHT": job.dem_offset}
    place = place_of(sensor, method, job.fit, sensor.points, options)
    notes = tuple(_dem_notes(job, dem))
    return Placed(sensor, method, crs, model, place, (header,), reader, notes)


def _src_crs(job: GridJob, wkt: str | None, of: str, name: str) -> pyproj.CRS:
    """Return the coordinate system of what places a source, asked for or its own."""
    text = wkt if job.src_crs is None else job.src_crs
    if text is None:
        raise GridrError(
            f"The {of} of the source {name!r} has no coordinate system (CRS). Give it "
            "as SOURCE_CRS (src_crs)."
        )
    what = "The source's coordinate system"
    return horizontal_of(crs_of(text, what), what)


def _method_notes(job: GridJob, sensor: Sensor, method: GridMethod) -> Iterator[Note]:
    """Yield what places the source, and what of the job does not matter then."""
    others = [WORDS[other] for other in sensor.methods if other is not method]
    also = f"; it has {' and '.join(others)}, too" if others else ""
    yield Note(f"The source lies on the map by its {_bare(WORDS[method])}{also}.")
    if method is not GridMethod.RPC and (job.dem or job.height is not None):
        yield Note(
            "The height or the DEM plays no part: only RPCs need one.", is_odd=True
        )
    if method is not GridMethod.GCP and job.fit is not GridFit.AUTO:
        yield Note(
            f"The fit {job.fit.value} plays no part: it is for control points.",
            is_odd=True,
        )
    if method is GridMethod.RPC and job.src_crs is not None:
        yield Note(
            "The source's coordinate system plays no part: RPCs have longitude and "
            "latitude (WGS 84).",
            is_odd=True,
        )


def _bare(words: str) -> str:
    """Return words without their article."""
    return words.removeprefix("a ")


def _dem_notes(job: GridJob, dem: Dem) -> Iterator[Note]:
    """Yield what heights of a DEM count from."""
    yield from dem.there.notes()
    if dem.lift is not None:
        yield Note(f"Heights of the DEM to the ellipsoid: {dem.lift.words}.")
    elif job.dem_heights is DemHeights.FROM_CRS:
        yield Note(
            "The DEM's coordinate system does not say what its heights count from: "
            "they are taken as above the ellipsoid. If they are above sea level, as in "
            "most DEMs, say so (egm96, egm2008) or give an offset.",
            is_odd=True,
        )


def _template(
    job: GridJob, placed: Placed, given: Header | None
) -> tuple[Template, Extent | None]:
    """Return the target, and about what the source covers there."""
    if given is not None:
        template = template_of(given)
        return template, _footprint(placed, template.crs)
    crs = placed.crs
    if job.dst_crs is not None:
        what = "The target's coordinate system"
        crs = horizontal_of(crs_of(job.dst_crs, what), what)
    if job.pixel_size is not None:
        check_pixel_size(job.pixel_size)
    if job.extent is not None:
        check_extent(job.extent)
    if job.extent is not None and job.pixel_size is not None:
        sizes = job.pixel_size, job.pixel_size
        return template_over(job.extent, sizes, crs), _footprint(placed, crs)
    shape = placed.sensor.header.shape
    suggested = suggested_template(placed.place, shape, placed.crs, crs)
    sizes = suggested.transform.a, -suggested.transform.e
    check_size(suggested.shape, sizes)
    footprint = suggested.extent
    if job.pixel_size is not None:
        sizes = job.pixel_size, job.pixel_size
    elif job.extent is None:
        return suggested, footprint
    return template_over(job.extent or footprint, sizes, crs), footprint


def _footprint(placed: Placed, crs: pyproj.CRS) -> Extent | None:
    """Return about what a source covers; None where GDAL cannot tell."""
    shape = placed.sensor.header.shape
    try:
        return suggested_template(placed.place, shape, placed.crs, crs).extent
    except GridrError:
        return None


def _check_steps(job: GridJob, template: Template) -> None:
    """Refuse steps that a grid of the target cannot have."""
    step = job.row_step or 1, job.col_step or 1
    asked = [1 if one is None else one for one in (job.row_step, job.col_step)]
    check_step((2, 2), (asked[0], asked[1]))
    check_step(node_shape(template.shape, step), step)


def _operation(
    job: GridJob, crs: pyproj.CRS, template: Template
) -> tuple[Operation, tuple[Note, ...]]:
    """Return the way from the target's coordinate system to the source's."""
    own = operation_of(template.crs, crs, _bounds(template))
    if job.operation is None:
        return own, ()
    given = given_operation(job.operation, crs, template.crs)
    if not leads_elsewhere(given, own, template, crs):
        return given, ()
    note = Note(
        f"The operation {given.words!r} is left out: it does not lead from "
        f"{crs_name(crs)}, in which the source lies on the map, to "
        f"{crs_name(template.crs)}.",
        is_odd=True,
    )
    return own, (note,)


def _bounds(template: Template) -> Extent | None:
    """Return the target's bounds in longitude and latitude, if it has any there."""
    x, y = template.places(*lattice_of(template))
    lon, lat = operation_of(template.crs, crs_of(WGS84, "")).moved(x, y)
    known = np.isfinite(lon) & np.isfinite(lat)
    if not known.any():
        return None
    lon, lat = lon[known], lat[known].clip(-90, 90)
    lon = (lon - 360 * np.round(lon.mean() / 360)).clip(-180, 180)
    bounds = float(lon.min()), float(lat.min()), float(lon.max()), float(lat.max())
    # PROJ 9.1 ends the process for one without width at 180 degrees
    has_area = bounds[0] < bounds[2] and bounds[1] < bounds[3]
    return bounds if has_area else None


def _target_notes(template: Template) -> Iterator[Note]:
    """Yield what the target is."""
    rows, cols = template.shape
    a, _, _, _, e, _ = template.transform[:6]
    yield Note(
        f"Target: {rows} rows x {cols} columns of {abs(a):.10g} x {abs(e):.10g} in "
        f"{crs_name(template.crs)}, {extent_words(template.extent)}."
    )

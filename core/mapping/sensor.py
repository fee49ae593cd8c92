"""What places a raster on the map: geotransform, control points, RPC, arrays."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from ..errors import GridrError
from ..grid_options import GridMethod
from ..message import Message, listed
from ..raster.header import Header, open_raster
from .control_points import ControlPoints

WORDS = {
    GridMethod.GEOTRANSFORM: Message("geotransform"),
    GridMethod.RPC: Message("RPCs"),
    GridMethod.GCP: Message("control points"),
    GridMethod.GEOLOCATION: Message("geolocation arrays"),
}
"""Method -> what a source has for it, in the order in which they are taken."""


def with_article(method: GridMethod) -> Message:
    """Return what a source has for a method, as the object of a sentence."""
    if method is GridMethod.GEOTRANSFORM:
        return Message("a geotransform")
    return WORDS[method]


class Sensor(NamedTuple):
    """What a raster says of its place, besides its header."""

    header: Header
    """Its shape, geotransform and coordinate system."""
    points: ControlPoints
    """Its control points."""
    points_crs: str | None
    """Their coordinate system as WKT."""
    rpc: Any
    """`rasterio.rpc.RPC`, or None."""
    has_arrays: bool
    """Whether it names geolocation arrays."""

    @property
    def methods(self) -> list[GridMethod]:
        """Return what it can be placed by, in the order in which it is tried."""
        found = {
            GridMethod.GEOTRANSFORM: self.header.transform is not None,
            GridMethod.RPC: self.rpc is not None,
            GridMethod.GCP: len(self.points.places) > 0,
            GridMethod.GEOLOCATION: self.has_arrays,
        }
        # without a coordinate system a geotransform says least
        last = GridMethod.GEOTRANSFORM if self.header.crs_wkt is None else None
        return sorted((m for m in WORDS if found[m]), key=lambda m: m is last)


def read_sensor(header: Header) -> Sensor:
    """Return what a raster says of its place.

    Raises
    ------
    GridrError
        If it cannot be opened any more.
    """
    with open_raster(header.name) as dataset:
        points, crs = dataset.gcps
        rpc = dataset.rpcs
        has_arrays = bool(dataset.tags(ns="GEOLOCATION"))
    places = np.array([(p.x, p.y) for p in points], float).reshape(-1, 2)
    # GDAL counts from the corner of the first pixel
    pixels = np.array([(p.row, p.col) for p in points], float).reshape(-1, 2) - 0.5
    wkt = crs.to_wkt() if crs else None
    return Sensor(header, ControlPoints(places, pixels), wkt, rpc, has_arrays)


def method_of(sensor: Sensor, asked: GridMethod) -> GridMethod:
    """Return by what to place a source: as asked, or the first that it has.

    Raises
    ------
    GridrError
        If it has nothing of that.
    """
    name, found = sensor.header.name, sensor.methods
    if asked is GridMethod.AUTO:
        if found:
            return found[0]
        raise GridrError(
            "The source {name!r} has no geotransform, control points, RPCs or "
            "geolocation arrays. Use *Grid from control points* with points of QGIS's "
            "Georeferencer, or *Grid from geolocation arrays*, or take another source.",
            name=name,
        )
    if asked not in found:
        has = Message("none of these")
        if found:
            has = listed(with_article(method) for method in found)
        raise GridrError(
            "The source {name!r} has no {method}: it has {has}. Choose another "
            "method, or auto.",
            name=name,
            method=WORDS[asked],
            has=has,
        )
    return asked

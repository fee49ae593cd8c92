"""A source with what places it on the map, whatever that is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pyproj

from ..feedback import Note
from ..mapping.models import Model
from ..mapping.residuals import JudgedPoints
from ..mapping.template import Template
from ..raster.header import Header
from ..raster.reader import Reader


@dataclass(frozen=True)
class Placed:
    """A source with what places it on the map."""

    src: Header
    """The source."""
    crs: pyproj.CRS
    """Of its places."""
    model: Model
    """From these to its pixels."""
    suggested: Callable[[pyproj.CRS], Template]
    """Target that holds all of it, in a coordinate system; raises `GridrError`."""
    inputs: tuple[Header, ...] = ()
    """Rasters that it needs besides."""
    dem: Reader | None = None
    """Reads heights; whoever runs the job closes it."""
    notes: tuple[Note, ...] = ()
    """What was decided."""
    points: JudgedPoints | None = None
    """The control points of a file that place it, in the target's coordinate system:
    the job's operation has brought them there."""

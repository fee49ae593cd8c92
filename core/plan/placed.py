"""A source with what places it on the map, whatever that is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pyproj

from ..feedback import Note
from ..grid.accuracy import COARSEST
from ..mapping.crs import Operation
from ..mapping.mapping import AnyMapping, Mapping
from ..mapping.models import Model
from ..mapping.residuals import JudgedPoints
from ..mapping.swath import Swath
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
    model: Model | Swath
    """From these to its pixels."""
    suggested: Callable[[pyproj.CRS], Template]
    """Target that holds all of it, in a coordinate system; raises `GridrError`."""
    inputs: tuple[Header, ...] = ()
    """Rasters that it needs besides."""
    files: tuple[str, ...] = ()
    """Files that it needs and that are no rasters."""
    reader: Reader | None = None
    """Reads what the model asks for place by place; whoever runs the job closes it."""
    coarsest: int = COARSEST
    """Largest step that may be chosen: where places are lost or jump, one that leaves
    out no pixel."""
    notes: tuple[Note, ...] = ()
    """What was decided."""
    points: JudgedPoints | None = None
    """The control points of a file that place it, in the target's coordinate system:
    the job's operation has brought them there."""

    def mapping_onto(self, template: Template, operation: Operation) -> AnyMapping:
        """Return the way from a target to the source.

        Parameters
        ----------
        template : Template
            The target.
        operation : Operation
            From its coordinate system to that of the places.
        """
        if isinstance(self.model, Swath):
            return self.model.onto(template, operation)
        return Mapping(template, operation, self.model)

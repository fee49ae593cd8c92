"""What a raster's tags say of its geolocation arrays: GDAL's domain GEOLOCATION.

RFC 4 of GDAL; the tag of the convention is of its version 3.5.
"""

from __future__ import annotations

import os
from typing import NamedTuple

from ..errors import GridrError
from ..raster.header import Header, open_raster

DOMAIN = "GEOLOCATION"
"""GDAL's domain of tags."""
CORNERS = {"TOP_LEFT_CORNER": True, "PIXEL_CENTER": False}
"""GDAL's convention -> whether places are those of corners."""


class Geolocation(NamedTuple):
    """Where a raster's geolocation arrays are, and which pixels they are of."""

    x: tuple[str, int]
    """Name and band of the raster of x."""
    y: tuple[str, int]
    """Name and band of the raster of y."""
    crs: str | None = None
    """Their coordinate system."""
    offset: tuple[float, float] = (0.0, 0.0)
    """Source row and column of the first place."""
    step: tuple[float, float] = (1.0, 1.0)
    """Source rows and columns from place to place."""
    is_corner: bool | None = None
    """Whether places are those of upper left corners, not centres; None: not said."""


def read_geolocation(header: Header) -> Geolocation | None:
    """Return what the tags of a raster say; None if they name no arrays.

    Raises
    ------
    GridrError
        If a tag is no number, or one of both arrays is not named.
    """
    with open_raster(header.name) as dataset:
        tags = dataset.tags(ns=DOMAIN)
    if not tags:
        return None
    arrays = [_array(axis, tags, header) for axis in "XY"]
    if tags.get("SWAP_XY", "NO").upper() == "YES":
        arrays.reverse()
    offset, step = (
        (
            _number(f"LINE_{what}", tags, default, header),
            _number(f"PIXEL_{what}", tags, default, header),
        )
        for what, default in (("OFFSET", 0.0), ("STEP", 1.0))
    )
    is_corner = CORNERS.get(tags.get("GEOREFERENCING_CONVENTION", ""))
    crs = tags.get("SRS") or None
    return Geolocation(arrays[0], arrays[1], crs, offset, step, is_corner)


def _array(axis: str, tags: dict[str, str], header: Header) -> tuple[str, int]:
    """Return name and band of one array."""
    name = tags.get(f"{axis}_DATASET")
    if not name:
        raise GridrError(
            "The source {name!r} has tags of geolocation arrays, and no "
            "{axis}_DATASET among them. Give the arrays, or mend the tags.",
            name=header.name,
            axis=axis,
        )
    beside = os.path.join(os.path.dirname(header.name), name)
    is_beside = not os.path.exists(name) and os.path.exists(beside)
    index = _number(f"{axis}_BAND", tags, 1.0, header)
    return (beside if is_beside else name), int(index)


def _number(tag: str, tags: dict[str, str], default: float, header: Header) -> float:
    """Return the number that a tag holds."""
    text = tags.get(tag, "")
    try:
        return float(text) if text else default
    except ValueError as error:
        raise GridrError(
            "The tag {tag} of the source {name!r} is no number: {text!r}. Give the "
            "arrays with their offsets and steps, or mend it.",
            tag=tag,
            name=header.name,
            text=text,
        ) from error

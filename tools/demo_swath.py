"""A swath over the world map, as a scanner on a satellite sees it: a demo's source.

Ten rows are seen at a time. They fan out to the sides, where neighbouring scans
overlap: the bow-tie of MODIS, VIIRS or AVHRR.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from PIL import Image, ImageDraw
from scipy import ndimage

RADIUS = 6371.0  # of the Earth, here a sphere [km]
HEIGHT = 830.0  # of the orbit [km]
INCLINATION = 98.7  # of the orbit [degrees]
PIXEL = 3.0  # below the satellite [km]
SCANS, SCAN_ROWS = 130, 10
WIDEST = 54.0  # angle of view to the sides [degrees]
TALL, GAP = 550, 40  # of the picture
DARK, LIGHT = (9, 12, 20), (230, 236, 245)
MIDDLE = 47.0, 8.0  # latitude, longitude below the satellite [degrees]


class Swath(NamedTuple):
    """Where the pixels of a swath lie [degrees]."""

    lon: np.ndarray
    """Longitudes, (rows, cols)."""
    lat: np.ndarray
    """Latitudes, (rows, cols)."""


def see() -> Swath:
    """Return where each pixel of the swath looks at."""
    angle = PIXEL / HEIGHT
    widest = np.radians(WIDEST)
    aside = np.arange(-widest, widest, angle)
    scan, row = np.divmod(np.arange(SCANS * SCAN_ROWS), SCAN_ROWS)
    ahead = (row - (SCAN_ROWS - 1) / 2) * angle
    below, forward, side = _orbit((scan - (SCANS - 1) / 2) * SCAN_ROWS * PIXEL / RADIUS)
    looks = np.cos(ahead)[:, None, None] * (
        np.sin(aside)[None, :, None] * side[:, None]
        - np.cos(aside)[None, :, None] * below[:, None]
    )
    looks = looks + np.sin(ahead)[:, None, None] * forward[:, None]
    eyes = (RADIUS + HEIGHT) * below[:, None]
    # the nearer of the two points where the line of sight meets the sphere
    along = np.sum(eyes * looks, axis=-1)
    away = along**2 - (RADIUS + HEIGHT) ** 2 + RADIUS**2
    x, y, z = np.moveaxis(eyes + looks * (-along - np.sqrt(away))[..., None], -1, 0)
    return Swath(np.degrees(np.arctan2(y, x)), np.degrees(np.arcsin(z / RADIUS)))


def _orbit(angles: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the directions up, forward and to the east, (n, 3), along an orbit."""
    lat, lon = np.radians(MIDDLE)
    tilt = np.radians(INCLINATION)
    # angle from the equator to the middle, on the way south, and where that began
    middle = np.pi - np.arcsin(np.sin(lat) / np.sin(tilt))
    node = lon - np.arctan2(np.cos(tilt) * np.sin(middle), np.cos(middle))
    pole = np.array(
        [np.sin(tilt) * np.sin(node), -np.sin(tilt) * np.cos(node), np.cos(tilt)]
    )
    start = np.array([np.cos(node), np.sin(node), 0.0])
    ahead = np.cross(pole, start)
    cos, sin = np.cos(middle + angles)[:, None], np.sin(middle + angles)[:, None]
    return (
        cos * start + sin * ahead,
        cos * ahead - sin * start,
        np.broadcast_to(pole, (angles.size, 3)),
    )


def paint(world: np.ndarray, rows: np.ndarray, cols: np.ndarray) -> np.ndarray:
    """Return what a swath sees of a map of bands, at positions in it."""
    bands = [
        ndimage.map_coordinates(band, [rows, cols], order=1, mode="nearest")
        for band in world
    ]
    return np.stack(bands)


def side_by_side(
    before: np.ndarray, after: np.ndarray, valid: np.ndarray
) -> Image.Image:
    """Return the picture of a swath and of what has become of it on the map.

    Parameters
    ----------
    before : ndarray
        The swath, (3, rows, cols) of uint8.
    after : ndarray
        It on the map, likewise.
    valid : ndarray
        Where that is valid, (rows, cols) of bool.
    """
    left = Image.fromarray(np.moveaxis(before, 0, -1))
    on_dark = np.where(valid, after, np.array(DARK)[:, None, None]).astype("uint8")
    right = Image.fromarray(np.moveaxis(on_dark, 0, -1))
    height = 2 * TALL
    parts = [
        part.resize((round(part.width * height / part.height), height), Image.LANCZOS)
        for part in (left, right)
    ]
    gap = 2 * GAP
    width = sum(part.width for part in parts) + 3 * gap
    picture = Image.new("RGB", (width, height + 2 * gap), DARK)
    x = gap
    for part in parts:
        picture.paste(part, (x, gap))
        x += part.width + gap
    tip = gap + parts[0].width + gap / 2
    _arrow(ImageDraw.Draw(picture), tip, gap + height / 2, gap / 4)
    return picture


def _arrow(draw: ImageDraw.ImageDraw, x: float, y: float, size: float) -> None:
    """Draw an arrow to the right."""
    draw.polygon([(x - size, y - size), (x + size, y), (x - size, y + size)], LIGHT)

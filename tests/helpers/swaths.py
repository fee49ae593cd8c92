"""Swaths of a scanner on a sphere: places of pixels, and pixels of places, both closed.

The satellite flies along a great circle and looks aside. Pixels grow to the sides, and
where a scan has several rows they grow along the track, too, about its middle: scans
overlap (bow-tie).
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio
from rasterio.crs import CRS

from .data import noise, write_raster

RADIUS = 6371.0
"""Of the sphere [km]."""
ALTITUDE = 705.0
"""Of the satellite [km]."""


@dataclass(frozen=True)
class Scanner:
    """A swath of pixels of `size` km below the satellite."""

    shape: tuple = (200, 135)
    size: float = 10.0
    height: int = 0
    """Rows of a scan; 0: one by one."""
    lon: float = 10.0
    lat: float = 40.0
    heading: float = 12.0
    """Of the track in the middle, from north to west [degrees]."""
    widest: float = 55.0
    """Angle of the first and last column, aside [degrees]."""

    def places(self, rows, cols):
        """Return longitude and latitude of positions [degrees]."""
        theta = np.radians(self.widest) * self._share(cols)
        ratio = 1 + ALTITUDE / RADIUS
        aside = np.arcsin(ratio * np.sin(theta)) - theta
        grown = np.ones_like(aside)
        if self.height:
            grown = self._growth(theta)
        core = self._core(np.floor((rows + 0.5) / max(self.height, 1)))
        along = (core + (rows - core) * grown - self._half) * self.size / RADIUS
        return self._globe(along, aside)

    def positions(self, lon, lat, rows=None):
        """Return rows and columns of places.

        Of overlapping scans in the one with the nearest middle, or in those of `rows`.
        """
        along, aside = self._track(lon, lat)
        ratio = 1 + ALTITUDE / RADIUS
        theta = np.arctan2(np.sin(aside), ratio - np.cos(aside))
        cols = (theta / np.radians(self.widest) + 1) * (self.shape[1] - 1) / 2
        at = along * RADIUS / self.size + self._half
        if not self.height:
            return np.stack([at, cols])
        best = np.full((2, *at.shape), np.inf)
        number = np.floor(((at if rows is None else rows) + 0.5) / self.height)
        last = self.shape[0] // self.height - 1
        for beside in (-1, 0, 1) if rows is None else (0,):
            core = self._core(np.clip(number + beside, 0, last))
            off = (at - core) / self._growth(theta)
            nearer = np.abs(off) < best[1]
            best = np.where(nearer, np.stack([core + off, np.abs(off)]), best)
        return np.stack([best[0], cols])

    def off(self, rows):
        """Return how far rows are from the middles of their scans."""
        height = max(self.height, 1)
        return np.abs(rows - self._core(np.floor((rows + 0.5) / height)))

    @property
    def arrays(self):
        """Return longitude and latitude of all pixels."""
        return self.places(*np.mgrid[: self.shape[0], : self.shape[1]].astype(float))

    @property
    def _half(self):
        return (self.shape[0] - 1) / 2

    def _share(self, cols):
        return 2 * cols / (self.shape[1] - 1) - 1

    def _core(self, scan):
        height = max(self.height, 1)
        return scan * height + (height - 1) / 2

    def _growth(self, theta):
        """Return the distance of pixels, of that below."""
        ratio = 1 + ALTITUDE / RADIUS
        root = np.sqrt(np.maximum(1 - (ratio * np.sin(theta)) ** 2, 0))
        return (ratio * np.cos(theta) - root) * RADIUS / ALTITUDE

    @property
    def _axes(self):
        """Return the unit vectors up, along the track, and aside, in the middle."""
        lon, lat, turn = np.radians([self.lon, self.lat, self.heading])
        up = [np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)]
        east = np.array([-np.sin(lon), np.cos(lon), 0])
        north = np.cross(up, east)
        along = np.cos(turn) * north - np.sin(turn) * east
        return np.array([up, along, np.cross(up, along)])

    def _globe(self, along, aside):
        flat = np.cos(aside)
        own = np.stack([flat * np.cos(along), flat * np.sin(along), -np.sin(aside)])
        x, y, z = np.einsum("k...,kc->c...", own, self._axes)
        lat = np.arctan2(z, np.hypot(x, y))
        return np.degrees(np.arctan2(y, x)), np.degrees(lat)

    def _track(self, lon, lat):
        lon, lat = np.radians(lon), np.radians(lat)
        point = np.stack(
            [np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)]
        )
        up, along, right = np.einsum("c...,kc->k...", point, self._axes)
        return np.arctan2(along, up), -np.arcsin(right)


def write_swath(folder, scanner, pixels=None, **tags):
    """Write a source that names its arrays beside it; return the names of all three.

    Parameters
    ----------
    folder : Path
    scanner : Scanner
    pixels : ndarray
        Of the source; default: noise.
    tags : str
        Of the domain GEOLOCATION, besides those of whole pixels.
    """
    folder = Path(folder)
    lon, lat = scanner.arrays
    names = [
        write_raster(folder / f"{name}.tif", values)
        for name, values in (("lon", lon), ("lat", lat))
    ]
    pixels = noise(scanner.shape, "uint8") if pixels is None else pixels
    src = write_raster(folder / "swath.tif", pixels)
    tag_arrays(src, *names, **tags)
    return src, *names


def tag_arrays(src, x, y, **tags):
    """Let a raster name its arrays."""
    plain = {
        **{"X_DATASET": x, "X_BAND": "1", "Y_DATASET": y, "Y_BAND": "1"},
        **{"LINE_OFFSET": "0", "LINE_STEP": "1"},
        **{"PIXEL_OFFSET": "0", "PIXEL_STEP": "1"},
        **{
            "GEOREFERENCING_CONVENTION": "PIXEL_CENTER",
            "SRS": CRS.from_epsg(4326).to_wkt(),
        },
    }
    given = {name: text for name, text in {**plain, **tags}.items() if text is not None}
    with rasterio.open(src, "r+") as dataset:
        dataset.update_tags(ns="GEOLOCATION", **given)


def write_lookup(path, rows, cols, transform, crs="EPSG:4326", **profile):
    """Write a GLT of whole rows and columns, -1 for nothing; return its name."""
    pixels = np.stack([cols, rows]).astype("int32") + 1
    return write_raster(path, pixels, transform=transform, crs=crs, **profile)

"""Synthetic sources, grids and masks, written once into a folder."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import rasterio
from helpers.data import noise, turned_grid, write_raster
from rasterio.transform import Affine

STRIP = 1024
"""Rows of a source that are made at a time."""


@dataclass(frozen=True)
class Scene:
    """A square source, a grid that reads it, and what masks the source."""

    form: str = "rippled"
    """Name of the grid's form, of `FORMS`."""
    src_size: int = 6000
    """Rows and columns of the source."""
    dst_size: int = 4991
    """Rows and columns of the output, a multiple of `step` and one more; not 5001:
    GridR 0.7.0 crashes where its tiles of 1000 leave a single column."""
    step: int = 10
    """Output pixels from node to node."""
    dtype: str = "uint16"
    """Type of source and output."""
    bands: int = 1
    """Bands of source and output."""
    masked: bool = False
    """Whether a mask raster, valid and invalid polygons restrict the source."""
    antialias: str = "none"
    """Our filter for an output that is coarser than the source."""

    def scaled(self, share: float) -> Scene:
        """Return the same with sides of about a share of the length."""
        nodes = max(4, round(self.nodes * share))
        return replace(
            self,
            src_size=max(64, round(self.src_size * share)),
            dst_size=(nodes - 1) * self.step + 1,
        )

    def tiny(self) -> Scene:
        """Return the same with next to no pixels."""
        return replace(self, src_size=300, dst_size=200 // self.step * self.step + 1)

    @property
    def nodes(self) -> int:
        """Return the rows and columns of the grid."""
        return (self.dst_size - 1) // self.step + 1

    def positions(self) -> np.ndarray:
        """Return rows and columns of the nodes, float64 (2, n, n) [source pixels]."""
        return FORMS[self.form](self)


def turned(angle: float) -> Callable[[Scene], np.ndarray]:
    """Return the form of a turn by `angle` degrees about both centres."""

    def form(scene: Scene) -> np.ndarray:
        centre = ((scene.src_size - 1) / 2,) * 2
        return turned_grid((scene.nodes,) * 2, (scene.step,) * 2, angle, centre)

    return form


def coarse(scale: int) -> Callable[[Scene], np.ndarray]:
    """Return the form of pixels as large as `scale` x `scale` of the source's."""

    def form(scene: Scene) -> np.ndarray:
        centre = ((scene.src_size - 1) / 2,) * 2
        steps = (scene.step * scale,) * 2
        return turned_grid((scene.nodes,) * 2, steps, 0, centre)

    return form


def rippled(scene: Scene) -> np.ndarray:
    """Return a turn by 5 degrees with waves of 3 pixels."""
    nodes = turned(5)(scene)
    return nodes + 3 * np.sin(nodes[::-1] * (2 * np.pi / 400))


def folded(scene: Scene) -> np.ndarray:
    """Return a grid whose rows go to and fro over 700 pixels of the source."""
    rows, cols = turned(0)(scene)
    return np.stack([700 - np.abs(rows % 1400 - 700), cols])


def scattered(scene: Scene) -> np.ndarray:
    """Return positions all over the source in no order."""
    random = np.random.default_rng(0)
    return random.uniform(0, scene.src_size - 1, (2, scene.nodes, scene.nodes))


FORMS = {
    "rippled": rippled,
    "coarse2": coarse(2),
    "coarse3": coarse(3),
    "turned45": turned(45),
    "transposed": lambda scene: turned(0)(scene)[::-1],
    "folded": folded,
    "scattered": scattered,
}


@dataclass(frozen=True)
class Files:
    """Names of the files of a scene."""

    src: str
    grid: str
    """Rows and columns of the source."""
    src_mask: str | None


def write_scene(scene: Scene, folder: Path) -> Files:
    """Write the files of a scene that are not there yet; return their names."""
    folder.mkdir(parents=True, exist_ok=True)
    size = scene.src_size
    src = folder / f"src-{size}-{scene.dtype}-{scene.bands}.tif"
    name = f"{scene.form}-{size}-{scene.dst_size}-{scene.step}.tif"
    grid = folder / f"grid-{name}"
    mask = folder / f"mask-{size}.tif"
    once(src, write_source, scene)
    once(grid, write_grid, scene)
    if scene.masked:
        once(mask, write_mask, scene)
    return Files(str(src), str(grid), str(mask) if scene.masked else None)


def once(path: Path, write: Callable, scene: Scene) -> None:
    """Write a file unless it is there; one that was not finished never is."""
    if not path.exists():
        unfinished = path.with_suffix(".part.tif")
        write(unfinished, scene)
        os.replace(unfinished, path)


def write_source(path: Path, scene: Scene) -> None:
    """Write noise as a tiled GeoTIFF, some rows at a time."""
    size = scene.src_size
    profile = {"driver": "GTiff", "tiled": True, "blockxsize": 256, "blockysize": 256}
    profile.update(count=scene.bands, dtype=scene.dtype, height=size, width=size)
    with rasterio.open(path, "w", **profile) as dataset:
        for row in range(0, size, STRIP):
            rows = min(STRIP, size - row)
            pixels = noise((scene.bands, rows, size), scene.dtype, row)
            window = rasterio.windows.Window(0, row, size, rows)
            dataset.write(pixels, window=window)


def write_grid(path: Path, scene: Scene) -> None:
    """Write rows and columns of the nodes."""
    write_raster(path, scene.positions(), tiled=True)


def write_otb_grid(path: Path, scene: Scene) -> None:
    """Write the nodes as OTB takes them: x and y, centres of pixels at halves."""
    nodes = scene.positions()[::-1] + 0.5
    corner = 0.5 - scene.step / 2
    transform = Affine(scene.step, 0, corner, 0, scene.step, corner)
    write_raster(path, nodes, tiled=True, transform=transform)


def write_mask(path: Path, scene: Scene) -> None:
    """Write a mask of the source, 1 = valid: holes of 20 pixels, one in 400."""
    row, col = np.mgrid[: scene.src_size, : scene.src_size]
    hole = (row // 20 % 20 == 7) & (col // 20 % 20 == 11)
    write_raster(path, (~hole).astype("uint8"), tiled=True)


def polygons(scene: Scene) -> tuple[list, list]:
    """Return valid and invalid polygons over the source, x = column, y = row."""
    from shapely.geometry import Point

    size = scene.src_size
    inside = Point(size / 2, size / 2).buffer(0.49 * size, 64)
    lakes = [
        Point(x * size, y * size).buffer(size / 60, 16)
        for x in np.linspace(0.2, 0.8, 5)
        for y in np.linspace(0.2, 0.8, 5)
    ]
    return [inside], lakes

"""Picture the anti-alias filters beside gdalwarp: docs/pictures/antialias_*.png.

Run with QGIS's Python and a scene: `python3 tools/antialias_pictures.py RGB.byte.tif`,
rasterio's test image. Needs gdalwarp.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import rasterio
from affine import Affine
from checkout import ROOT, load
from helpers.affines import along, chained
from PIL import Image, ImageDraw

load()
from gridr_qgis.core import Job, resample_dataset  # noqa: E402

PICTURES = ROOT / "docs" / "pictures"
GAP, CAPTION = 6, 16
SPOKES = 90
STAR = 1000
"""Rows and columns of the star."""


def main() -> None:
    """Make the pictures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        star = Shot(folder / "star", turned((3, 1), 30, STAR), (220, 290))
        star.write_source(siemens_star()[None])
        picture = star.panels(("none", "lanczos", "gdalwarp lanczos"))
        picture.convert("L").save(PICTURES / "antialias_star.png", optimize=True)
        with rasterio.open(sys.argv[1]) as dataset:
            pixels = dataset.read()
        place = chained(Affine.translation(190, 190), Affine.scale(2.5))
        scene = Shot(folder / "scene", place, (130, 130))
        scene.write_source(pixels)
        picture = scene.panels(("none", "lanczos", "gdalwarp lanczos"), 2)
        picture.save(PICTURES / "antialias_scene.png", optimize=True)
        zoom = Zoom(folder / "zoom", (100, 600))
        picture = zoom.panels(("none", "lanczos", "gdalwarp lanczos"), 1, across=1)
        picture.convert("L").save(PICTURES / "antialias_zoom.png", optimize=True)


def siemens_star() -> np.ndarray:
    """Return a star whose spokes narrow to the middle, without aliases of its own."""
    fine = 4
    places = (np.arange(STAR * fine) + 0.5) / fine - STAR / 2
    y, x = np.meshgrid(places, places, indexing="ij")
    black = np.sin(SPOKES * np.arctan2(y, x)) > 0
    cells = (~black).reshape(STAR, fine, STAR, fine)
    return (20 + 215 * cells.mean(axis=(1, 3))).astype("uint8")


def turned(scales: tuple[float, float], angle: float, size: int) -> Affine:
    """Return output (col, row) -> source (col, row) about both middles at (0, 0)."""
    middle = Affine.translation(size / 2, size / 2)
    return chained(middle, Affine.rotation(angle), Affine.scale(*scales[::-1]))


class Shot:
    """One source, and what resampling it through a grid makes of it.

    Parameters
    ----------
    folder : Path
        Where its files go.
    place : Affine
        Output (col, row) of pixels' corners -> source (col, row).
    shape : tuple of int
        (rows, cols) of the output.
    """

    def __init__(self, folder: Path, place: Affine, shape: tuple[int, int]) -> None:
        folder.mkdir()
        self.folder, self.place, self.shape = folder, place, shape
        self.src = str(folder / "src.tif")

    @property
    def corner(self) -> tuple[float, float]:
        """Return the output's first corner (col, row); the star's middle is 0."""
        if self.place.determinant and self.place.b:
            return -self.shape[1] / 2, -self.shape[0] / 2
        return 0.0, 0.0

    def write_source(self, pixels: np.ndarray) -> None:
        """Write the source with the place at which gdalwarp shall see it."""
        flipped = chained(Affine.scale(1, -1), ~self.place)  # y goes up
        write(self.src, pixels, flipped)

    def nodes(self) -> tuple[np.ndarray, np.ndarray]:
        """Return the rows and columns of the grid, one node per output pixel."""
        i, j = np.indices(self.shape) + 0.5
        col, row = along(self.place, j + self.corner[0], i + self.corner[1])
        return row - 0.5, col - 0.5

    def ours(self, antialias: str) -> np.ndarray:
        """Return what our filter makes of it."""
        grid, dst = (str(self.folder / f"{name}.tif") for name in ("grid", "dst"))
        write(grid, np.stack(self.nodes()), None)
        resample_dataset(Job(self.src, grid, dst, antialias=antialias))
        return read(dst)

    def theirs(self, method: str) -> np.ndarray:
        """Return what gdalwarp makes of it."""
        dst = str(self.folder / "warped.tif")
        left, top = self.corner
        rows, cols = self.shape
        extent = map(str, (left, -top - rows, left + cols, -top))
        command = ["gdalwarp", "-q", "-overwrite", "-r", method, "-te", *extent]
        command += ["-ts", str(cols), str(rows), *self.options(), self.src, dst]
        subprocess.run(command, check=True)
        return read(dst)

    def options(self) -> list[str]:
        """Return more options of gdalwarp."""
        return []

    def panels(
        self, names: tuple[str, ...], zoom: int = 1, across: int | None = None
    ) -> Image.Image:
        """Return results side by side, each with its name."""
        across = across or len(names)
        rows, cols = (zoom * size for size in self.shape)
        size = across * (cols + GAP), -(-len(names) // across) * (rows + CAPTION + GAP)
        sheet = Image.new("RGB", size, "white")
        draw = ImageDraw.Draw(sheet)
        for n, name in enumerate(names):
            x = n % across * (cols + GAP)
            y = n // across * (rows + CAPTION + GAP)
            tool, _, method = name.rpartition(" ")
            data = self.theirs(method) if tool else self.ours(method)
            panel = np.moveaxis(data[:3], 0, -1)
            panel = np.repeat(np.repeat(panel, zoom, 0), zoom, 1)
            panel = np.broadcast_to(panel, (*panel.shape[:2], 3))
            sheet.paste(Image.fromarray(np.ascontiguousarray(panel)), (x, y + CAPTION))
            words = f"gdalwarp -r {method}" if tool else f"ANTIALIAS = {method}"
            draw.text((x + 1, y + 2), words, fill="black")
        return sheet


class Zoom(Shot):
    """A striped source whose scale goes from 1 to 4 across the output."""

    def __init__(self, folder: Path, shape: tuple[int, int]) -> None:
        super().__init__(folder, Affine.scale(1), shape)
        rows, cols = shape[0], int(2.5 * shape[1])
        y, x = np.indices((rows, cols))
        grey = 128 + 100 * np.cos(2 * np.pi * (x + 0.2 * y) / 6)
        write(self.src, grey[None].astype("uint8"), None)
        self.curve = 1.5 / shape[1]

    def nodes(self) -> tuple[np.ndarray, np.ndarray]:
        """Return the grid: (col, row) -> row i, column j + 1.5 j^2 / width."""
        i, j = np.indices(self.shape) + 0.5
        return i - 0.5, j + self.curve * j**2 - 0.5

    def theirs(self, method: str) -> np.ndarray:
        """Return what gdalwarp makes of it, by control points of the same geometry."""
        y, x = self.nodes()
        points: list[str] = []
        for i in np.linspace(0, self.shape[0] - 1, 5).astype(int):
            for j in np.linspace(0, self.shape[1] - 1, 40).astype(int):
                numbers = (x[i, j] + 0.5, y[i, j] + 0.5, j + 0.5, -(i + 0.5))
                points += ["-gcp", *map(str, numbers)]
        placed = str(self.folder / "placed.tif")
        subprocess.run(["gdal_translate", "-q", *points, self.src, placed], check=True)
        plain, self.src = self.src, placed
        try:
            return super().theirs(method)
        finally:
            self.src = plain

    def options(self) -> list[str]:
        """Return what makes gdalwarp follow the points, in chunks."""
        return ["-tps", "-et", "0", "-wm", "100000"]


def write(name: str, data: np.ndarray, transform: Affine | None) -> None:
    """Write a raster."""
    bands, height, width = data.shape
    profile = {"driver": "GTiff", "count": bands, "height": height, "width": width}
    if transform is not None:
        profile |= {"crs": "EPSG:32631", "transform": transform}
    with rasterio.open(name, "w", dtype=data.dtype, **profile) as dataset:
        dataset.write(data)


def read(name: str) -> np.ndarray:
    """Read a raster."""
    with rasterio.open(name) as dataset:
        return dataset.read()


if __name__ == "__main__":
    main()

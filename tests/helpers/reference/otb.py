"""Two jobs for OTB's GridBasedImageResampling, whose results are in otb.json.

`PYTHONPATH=tests python -m helpers.reference.otb` makes that file anew where OTB is
installed; it was made with OTB 8.1.1.
"""

import json
import subprocess
import tempfile
from pathlib import Path
from typing import NamedTuple

import numpy as np
from rasterio.transform import Affine

from ..data import read_raster, write_raster

RESULTS = Path(__file__).with_suffix(".json")
STEP = 3, 4
SHAPE = 3, 4
"""Nodes; so the output has 7 x 13 pixels."""
ROW, COL = np.indices((20, 24))
IMAGE = ((7 * ROW**2 + 13 * COL**2 + 5 * ROW * COL) % 101).astype("float32")


class OtbJob(NamedTuple):
    """A grid, and how OTB is told of it."""

    kind: str
    """What the grid holds: def, displacements, or loc, places."""
    interpolator: str
    """By OTB's name."""
    transform: Affine
    """Of the image: corners of pixels."""
    place: Affine
    """Of the output."""

    def write(self, folder):
        """Write image.tif and otb_grid.tif; return the spacing of the output."""
        i, j = np.indices(SHAPE)
        row, col = STEP[0] * i, STEP[1] * j
        inside = np.stack(
            [4.813 + 0.907 * row - 0.291 * col, 3.623 + 0.213 * row + 1.097 * col]
        )
        x, y = at(self.transform, inside + 0.5)
        if self.kind == "def":
            node_x, node_y = at(self.place, np.stack([row, col]) + 0.5)
            x, y = x - node_x, y - node_y
        a, _, c, _, e, f = self.place[:6]
        corner = c + (0.5 - STEP[1] / 2) * a, f + (0.5 - STEP[0] / 2) * e
        nodes = Affine(STEP[1] * a, 0, corner[0], 0, STEP[0] * e, corner[1])
        tag = {} if self.transform.is_identity else {"transform": self.transform}
        write_raster(folder / "image.tif", IMAGE, **tag)
        write_raster(folder / "otb_grid.tif", np.stack([x, y]), transform=nodes)
        return a, e

    def run(self, folder):
        """Return what OTB makes of it."""
        spacing, centre = self.write(folder), at(self.place, np.array([0.5, 0.5]))
        output = folder / "output.tif"
        options = {
            "-io.in": folder / "image.tif",
            "-io.out": output,
            "-grid.in": folder / "otb_grid.tif",
            "-grid.type": self.kind,
            "-out.ulx": centre[0],
            "-out.uly": centre[1],
            "-out.sizex": (SHAPE[1] - 1) * STEP[1] + 1,
            "-out.sizey": (SHAPE[0] - 1) * STEP[0] + 1,
            "-out.spacingx": spacing[0],
            "-out.spacingy": spacing[1],
            "-interpolator": self.interpolator,
        }
        words = [str(word) for option in options.items() for word in option]
        subprocess.run(["otbcli_GridBasedImageResampling", *words], check=True)
        return read_raster(output)[0]


def at(transform, position):
    """Return x and y of (row, col), counted from the corner of the first pixel."""
    a, b, c, d, e, f = transform[:6]
    return np.stack(
        [
            a * position[1] + b * position[0] + c,
            d * position[1] + e * position[0] + f,
        ]
    )


PLAIN = Affine(1, 0, 0, 0, 1, 0)
JOBS = {
    "def": OtbJob("def", "bco", PLAIN, PLAIN),
    "loc": OtbJob("loc", "linear", Affine(2, 0, 500, 0, -2, 900), PLAIN),
    "loc on the map": OtbJob(
        "loc", "nn", Affine(2, 0, 500, 0, -2, 900), Affine(3, 0, 80, 0, -3, 60)
    ),
}


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        results = {name: job.run(Path(folder)) for name, job in JOBS.items()}
    exact = {name: result.astype("float64") for name, result in results.items()}
    rounded = {name: result.round(4).tolist() for name, result in exact.items()}
    RESULTS.write_text(json.dumps(rounded) + "\n")

"""Grids that go to OTB and come from it; what OTB makes of them is in otb_grids.json.

`PYTHONPATH=tests python -m helpers.reference.otb_grids` makes that file anew where OTB
is installed; it was made with OTB 8.1.1.
"""

import json
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import NamedTuple

import numpy as np
import rasterio

from ..data import read_raster, turned_grid, write_raster
from ..places import rpc

RESULTS = Path(__file__).with_suffix(".json")
RESAMPLE = "otbcli_GridBasedImageResampling"
RECTIFY = "otbcli_StereoRectificationGridGenerator"
STEP = 5, 4
SHAPE = 10, 13
"""Nodes of the grid that goes to OTB."""
STEREO_STEP = 8
ROW, COL = np.indices((80, 100))
IMAGE = ((7 * ROW**2 + 13 * COL**2 + 5 * ROW * COL) % 101).astype("float32")
PLACE = {
    "transform": rasterio.Affine(0.5, 0, 5e5, 0, -0.5, 5.4e6),
    "crs": "EPSG:32631",
}
"""On the map, which OTB must pass over."""


def is_installed():
    """Tell whether both of OTB's programs are here."""
    return all(map(shutil.which, (RESAMPLE, RECTIFY)))


class Stereo(NamedTuple):
    """A pair of images, and OTB's grids that rectify them."""

    images: tuple
    grids: tuple


def write_for_otb(folder):
    """Write image.tif and grid.tif, a bent grid of ours; return their names."""
    nodes = turned_grid(SHAPE, STEP, 20, (40, 50))
    nodes[0] += 0.6 * np.sin(np.indices(SHAPE)[1])
    nodes[1] += 0.4 * np.cos(np.indices(SHAPE)[0])
    tags = {"GRID_RESOLUTION_ROW": STEP[0], "GRID_RESOLUTION_COL": STEP[1]}
    return (
        write_raster(folder / "image.tif", IMAGE, **PLACE),
        write_raster(folder / "grid.tif", nodes, tags=tags),
    )


def write_pair(folder):
    """Write two images with RPCs, as OTB reads them; return their names."""
    tilted = [0.01, -0.2, -1.08, -0.15, 1e-3, 1e-4, 2e-4, -3e-3, 1e-3]
    models = rpc(), rpc(line_num_coeff=tilted + [1e-5] * 11)
    # it looks for the RPC of files only that it thinks to be its own
    own = {"METADATATYPE": "OTB", "OTB_VERSION": "8.1.1"}
    return tuple(
        write_raster(folder / f"{name}.tif", IMAGE, rpcs=model, tags=own)
        for name, model in zip(("left", "right"), models)
    )


def resampled(words):
    """Return what OTB's line with these words makes, by linear interpolation."""
    words = list(words)
    words[words.index("-interpolator") + 1] = "linear"
    output = words.index("-io.out") + 1
    words[output + 1] = "double"
    subprocess.run(words, check=True, capture_output=True)
    return read_raster(words[output])[0]


def by_command(command):
    """Return what OTB makes of a line that a conversion has told."""
    return resampled(shlex.split(command))


def rectified(folder):
    """Return a pair with OTB's grids, and what it makes of both."""
    images = write_pair(folder)
    grids = tuple(str(folder / f"{name}_grid.tif") for name in ("left", "right"))
    words = [RECTIFY, "-io.inleft", images[0], "-io.inright", images[1]]
    words += ["-io.outleft", grids[0], "double", "-io.outright", grids[1], "double"]
    words += ["-epi.step", str(STEREO_STEP), "-epi.elevation.default", "500"]
    subprocess.run(words, check=True, capture_output=True)
    return Stereo(images, grids), [of_grid(*pair) for pair in zip(images, grids)]


def of_grid(image, grid):
    """Return what OTB makes of an image through a grid that begins at (0, 0)."""
    rows, cols = (
        (n - 1) * STEREO_STEP + 1 for n in read_raster(grid).shape[1:]
    )  # fmt: skip
    words = [RESAMPLE, "-io.in", image, "-io.out", f"{grid}.out.tif", "double"]
    words += ["-grid.in", grid, "-grid.type", "def", "-interpolator", "linear"]
    words += ["-out.sizex", str(cols), "-out.sizey", str(rows)]
    return resampled(words)


def write_stereo_grid(path, numbers):
    """Write a grid as OTB writes its own."""
    half = -STEREO_STEP / 2
    place = rasterio.Affine(STEREO_STEP, 0, half, 0, STEREO_STEP, half)
    return write_raster(path, np.array(numbers), transform=place)


if __name__ == "__main__":
    from ..checkout import load

    load()
    from gridr_qgis.core import ConvertJob, convert_grid_dataset

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        image, grid = write_for_otb(folder)
        job = ConvertJob(grid, str(folder / "otb.tif"), src=image)
        exported = by_command(convert_grid_dataset(job).command)
        pair, _ = rectified(folder)
        results = {
            "export": exported[::3, ::2].round(4).tolist(),
            # in whole 64ths, which 32 bits hold
            "grid": (np.rint(64 * read_raster(pair.grids[1])) / 64).tolist(),
        }
        rounded = write_stereo_grid(folder / "rounded.tif", results["grid"])
        picture = of_grid(pair.images[1], rounded)[::3, ::2]
        results["picture"] = picture.round(5).tolist()
    RESULTS.write_text(json.dumps(results) + "\n")

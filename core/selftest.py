"""Whether the engine works here: each interpolation on arrays and on files.

Each has a polynomial that it reproduces exactly, so the right values are known.
"""

from __future__ import annotations

import math
import time
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import numpy as np
import rasterio
from rasterio.transform import Affine
from shapely.geometry import box

from .chains.report import report_grid_dataset
from .chains.resample import resample_dataset
from .errors import Cancelled
from .feedback import Feedback
from .grid_options import ReportJob
from .kernels import tiers
from .kernels.child import compile_kernels
from .kernels.loading import LOADER, recording
from .kernels.tiers import Tier
from .message import Message
from .options import Interpolation, Job
from .resample import resample_array
from .window import Shape

SIZE = 128
"""Rows and columns of the source: no B-spline feels the border in the middle."""
CENTRE = SIZE / 2
SHAPE = (21, 25)
"""Rows and columns of the output."""
STEP = (4, 4)
CENTRE_PIXEL = SIZE // 2, SIZE // 2
TOLERANCE = 0.01
"""Largest error of values about 1000: single precision, and the B-splines' epsilon."""
GEOREFERENCE = {
    "crs": "EPSG:32631",
    "transform": Affine(10, 0, 500_000, 0, -10, 4_600_000),
}


DTYPES = ("uint8", "uint16", "int16", "float32")
"""Types of data for which machine code is compiled on demand."""


class Result(NamedTuple):
    """What became of one interpolation."""

    name: Message
    """The interpolation, and who computed it."""
    fault: str
    """What went wrong; "" if nothing did."""
    seconds: float
    """How long it took; nan if its machine code is not compiled yet."""


class _Share(Feedback):
    """One of some runs that share the progress, and log to `logging` only."""

    def __init__(self, whole: Feedback, number: int, count: int) -> None:
        self.whole, self.number, self.count = whole, number, count

    def progress(self, fraction: float) -> bool:
        """Take the share of this run."""
        return self.whole.progress((self.number + fraction) / self.count)


def self_test(feedback: Feedback) -> Iterator[Result]:
    """Yield the result of each interpolation, by NumPy and by machine code.

    Raises
    ------
    Cancelled
        If the feedback said so.
    """
    tested = [Tier.NUMPY, Tier.NUMBA] if tiers.has_numba() else [Tier.NUMPY]
    both = [(method, tier) for tier in tested for method in Interpolation]
    before = tiers.chosen()
    try:
        for number, (method, tier) in enumerate(both):
            tiers.use(tier)
            yield _result(method, tier, _Share(feedback, number, len(both)))
    finally:
        tiers.use(before)


def _result(method: Interpolation, tier: Tier, feedback: Feedback) -> Result:
    """Return what becomes of an interpolation; by machine code only if that is kept."""
    name = Message(
        "{method} by {tier}",
        method=method.value,
        tier="NumPy" if tier is Tier.NUMPY else "numba",
    )
    with TemporaryDirectory() as folder:
        try:
            if tier is Tier.NUMBA and not _is_kept(method, Path(folder)):
                return Result(name, "", math.nan)
            start = time.perf_counter()
            fault = _fault(method, Path(folder), feedback)
        except Cancelled:
            raise
        # whatever a library that does not fit this system can raise
        except Exception as error:
            return Result(
                name,
                Message(
                    "{kind}: {reason}", kind=type(error).__name__, reason=str(error)
                ),
                0.0,
            )
    return Result(name, fault, time.perf_counter() - start)


def _is_kept(method: Interpolation, folder: Path) -> bool:
    """Load the machine code of an interpolation; return whether all of it was kept."""
    with recording() as wanted:
        _fault(method, folder, Feedback())
    return LOADER.load(wanted)


def compile_all(feedback: Feedback) -> bool:
    """Compile every interpolation for the usual types of data, and keep it.

    Returns whether that could be done. What is kept already takes no time, and what is
    compiled stays, though it is cancelled.

    Raises
    ------
    Cancelled
        If the feedback said so.
    """
    with recording() as wanted, TemporaryDirectory() as folder:
        for method, dtype in product(Interpolation, DTYPES):
            _run_usual(method, dtype, Path(folder))
        _report_usual(Path(folder))
    goes_on = True

    def tell(count: int) -> bool:
        nonlocal goes_on
        goes_on = feedback.progress(count / len(wanted))
        return goes_on

    done = compile_kernels(wanted, waited_for=True, goes_on=tell)
    if not goes_on:
        raise Cancelled
    return done


def _run_usual(method: Interpolation, dtype: str, folder: Path) -> None:
    """Do what runs on data of a type usually do: with and without nodata, in tiles."""
    row, col = np.mgrid[:SIZE, :SIZE]
    image = (1 + row + col).astype(dtype)
    for image[CENTRE_PIXEL] in (0, 1):
        _by_files(method, image, _grid_nodes(), folder, Feedback(), tile_shape=(8, 8))


def _report_usual(folder: Path) -> None:
    """Report on the grid of the last run."""
    src, grid = (str(folder / f"{name}.tif") for name in "sg")
    report_grid_dataset(ReportJob(src, grid, row_step=STEP[0], col_step=STEP[1]))


def _fault(method: Interpolation, folder: Path, feedback: Feedback) -> str:
    """Return what is wrong with an interpolation; "" if nothing is."""
    rows, cols = _positions(*np.mgrid[: SHAPE[0], : SHAPE[1]])
    nodes = _grid_nodes()
    row, col = np.mgrid[:SIZE, :SIZE]
    image = _polynomial(row, col, method).astype("float32")
    found, mask = _by_files(method, image, nodes, folder, feedback)
    if not mask.all():
        return Message(
            "{count} pixels that must be valid are not", count=int(np.sum(~mask))
        )
    if method is Interpolation.NEAREST:
        rows, cols = np.floor(rows + 0.5), np.floor(cols + 0.5)
    error = np.abs(found - _polynomial(rows, cols, method)).max()
    if not error < TOLERANCE:
        return Message("values about 1000 are wrong by {error:.2g}", error=float(error))
    data, valid = resample_array(image, *nodes, step=STEP, interpolation=method)
    same = np.array_equal(data, found) and np.array_equal(valid, mask)
    return "" if same else Message("arrays give other values than files")


def _positions(row: np.ndarray, col: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return where output pixels are in the source: a turn about the middle."""
    i, j = row - SHAPE[0] / 2, col - SHAPE[1] / 2
    # off all halves, where rounding would decide about the nearest pixel
    return CENTRE + 0.03 + 0.8 * i - 0.6 * j, CENTRE + 0.03 + 0.6 * i + 0.8 * j


def _grid_nodes() -> np.ndarray:
    """Return rows and columns of the nodes of a grid of that turn."""
    return np.stack(_positions(*np.mgrid[: SHAPE[0] : STEP[0], : SHAPE[1] : STEP[1]]))


def _polynomial(row: np.ndarray, col: np.ndarray, method: Interpolation) -> np.ndarray:
    """Return values from 200 to 1800 that a method reproduces."""
    low = {Interpolation.NEAREST: 1, Interpolation.LINEAR: 1, Interpolation.CUBIC: 2}
    degree = low.get(method, 3)
    y, x = row / CENTRE - 1, col / CENTRE - 1
    return 1000 + 400 * y**degree - 300 * x**degree + 100 * y * x


def _by_files(
    method: Interpolation,
    image: np.ndarray,
    nodes: np.ndarray,
    folder: Path,
    feedback: Feedback,
    tile_shape: Shape | None = None,
) -> tuple[np.ndarray, np.ndarray]:
    """Return the values and the validity mask that a run over files writes."""
    src, grid, dst, mask = (str(folder / f"{name}.tif") for name in "sgdm")
    _write(src, image[None])
    _write(grid, nodes)
    job = Job(
        src=src,
        grid=grid,
        dst=dst,
        dst_mask=mask,
        row_step=STEP[0],
        col_step=STEP[1],
        interpolation=method,
        valid_polygons=box(-1, -1, SIZE, SIZE),
        tile_shape=tile_shape,
    )
    resample_dataset(job, feedback)
    with rasterio.open(dst) as values, rasterio.open(mask) as valid:
        return values.read(1), valid.read(1) == 1


def _write(path: str, pixels: np.ndarray) -> None:
    """Write bands; their nodata is 0 where a pixel is."""
    count, height, width = pixels.shape
    profile = {**GEOREFERENCE, "driver": "GTiff", "nodata": None if pixels.all() else 0}
    size = {"count": count, "height": height, "width": width, "dtype": pixels.dtype}
    with rasterio.open(path, "w", **profile, **size) as dataset:
        dataset.write(pixels)

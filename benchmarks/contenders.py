"""What is measured: each class prepares one call and runs it, as often as asked."""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

import numpy as np
import rasterio
from rasterio.windows import Window

from .inputs import Files, Scene, once, polygons, write_otb_grid

OTB = "otbcli_GridBasedImageResampling"
STRIP = 512
"""Rows that the I/O floor reads and writes at a time, whole blocks of 256."""
SPLINE = {"epsilon": 1e-6, "mask_influence_threshold": 1e-3}
"""Our defaults, which GridR must be told."""
SILENT = logging.getLogger("benchmarks")
SILENT.setLevel(logging.CRITICAL)


TIERS = {"numba": "", "numpy": ", NumPy", "auto": ", auto"}
"""Who computes ours, and how that is said."""


class Entry(NamedTuple):
    """Who takes part, on how many threads."""

    library: str
    """Name of a contender, of `CONTENDERS`."""
    threads: int = 1
    tier: str = "numba"
    """Who computes, of `TIERS`; ours alone has a choice."""
    first: bool = False
    """Whether it finds no compiled kernels; of whole processes."""

    def __str__(self) -> str:
        """Return how results and reports name it."""
        threads = f"{self.threads} thread{'s' * (self.threads > 1)}"
        first = ", first ever" if self.first else ""
        return f"{self.library}{TIERS[self.tier]}, {threads}{first}"


class Contender:
    """One way to resample a scene; `run` is what is timed."""

    def __init__(
        self,
        scene: Scene,
        method: str,
        threads: int,
        files: Files,
        folder: Path,
        memory_limit: int | None = None,
        tier: str = "numba",
    ):
        self.scene, self.method, self.threads = scene, method, threads
        self.files, self.folder = files, folder
        self.memory_limit, self.tier = memory_limit, tier  # MiB; both are of ours
        self.dst, self.dst_mask = folder / "dst.tif", folder / "mask.tif"
        folder.mkdir(parents=True, exist_ok=True)
        self.prepare()

    def prepare(self) -> None:
        """Import and load what the call takes as given."""

    def clear(self) -> None:
        """Remove what the last call wrote."""
        self.dst.unlink(missing_ok=True)
        self.dst_mask.unlink(missing_ok=True)

    def run(self) -> None:
        """Do it."""
        raise NotImplementedError

    def result(self) -> tuple[np.ndarray, np.ndarray | None]:
        """Return data (bands, rows, cols) and validity (rows, cols) of the last run."""
        with rasterio.open(self.dst) as dst:
            data = dst.read()
        if not self.dst_mask.exists():
            return data, None
        with rasterio.open(self.dst_mask) as dst:
            return data, dst.read(1) == 1


class OurChain(Contender):
    """`resample_dataset`: files in, files out."""

    def prepare(self):
        from gridr_qgis.core.chains.resample import resample_dataset
        from gridr_qgis.core.options import Job

        use_tier(self.tier)
        logging.getLogger("gridr_qgis").setLevel(logging.ERROR)  # grids are folded
        self.resample = resample_dataset
        valid, invalid = polygons(self.scene) if self.scene.masked else (None, None)
        self.job = Job(
            src=self.files.src,
            grid=self.files.grid,
            dst=str(self.dst),
            dst_mask=str(self.dst_mask),
            row_step=self.scene.step,
            col_step=self.scene.step,
            interpolation=self.method,
            antialias=self.scene.antialias,
            src_mask=self.files.src_mask,
            valid_polygons=valid,
            invalid_polygons=invalid,
            memory_limit=self.memory_limit,
            threads=self.threads,
        )

    def run(self):
        self.resample(self.job)


def use_tier(name: str) -> None:
    """Let a tier compute what this process resamples."""
    from gridr_qgis.core.kernels import tiers

    tiers.use(tiers.Tier(name))


class GridrChain(Contender):
    """GridR's `basic_grid_resampling_chain`, its files opened and closed."""

    def prepare(self):
        from gridr.chain.grid_resampling_chain import basic_grid_resampling_chain

        self.chain = basic_grid_resampling_chain
        self.masks = {}
        if self.scene.masked:
            self.masks = {
                "array_src_mask_band": 1,
                "array_src_mask_validity_pair": (1, 0),
                "array_src_geometry_origin": (0.0, 0.0),
                "array_src_geometry_pair": polygons(self.scene),
            }

    def run(self):
        data, mask = profiles(self.scene)
        with ExitStack() as stack:

            def opened(*arguments, **profile):
                return stack.enter_context(rasterio.open(*arguments, **profile))

            if self.scene.masked:
                self.masks["array_src_mask_ds"] = opened(self.files.src_mask)
            self.chain(
                grid_ds=opened(self.files.grid),
                grid_row_coords_band=1,
                grid_col_coords_band=2,
                grid_resolution=(self.scene.step,) * 2,
                array_src_ds=opened(self.files.src),
                array_src_bands=list(range(1, self.scene.bands + 1)),
                array_out_ds=opened(self.dst, "w", **data),
                mask_out_ds=opened(self.dst_mask, "w", **mask),
                interp=self.method,
                interp_kwargs=spline_options(self.method),
                nodata_out=0,
                ncpu=self.threads,
                logger=SILENT,
                **self.masks,
            )


def spline_options(method: str) -> dict | None:
    """Return what GridR must be told with a method."""
    return SPLINE if method.startswith("bspline") else None


def profiles(scene: Scene) -> tuple[dict, dict]:
    """Return how data and mask are created, by all chains as by ours."""
    common = {"driver": "GTiff", "height": scene.dst_size, "width": scene.dst_size}
    common.update(tiled=True, blockxsize=256, blockysize=256, INTERLEAVE="BAND")
    data = {**common, "count": scene.bands, "dtype": scene.dtype}
    return data, {**common, "count": 1, "dtype": "uint8", "NBITS": 1}


class Floor(Contender):
    """Reading what a chain must read, writing what it writes, with rasterio alone."""

    def prepare(self):
        nodes = self.scene.positions().reshape(2, -1)
        limit = self.scene.src_size
        first = np.clip(np.floor(nodes.min(1)), 0, limit).astype(int) // 256 * 256
        stop = np.clip(np.ceil(nodes.max(1)) + 1, 0, limit).astype(int)
        self.window = Window.from_slices(*zip(first.tolist(), stop.tolist()))

        size = self.scene.dst_size
        random = np.random.default_rng(0)
        self.pixels = random.integers(0, 60000, (self.scene.bands, STRIP, size))
        self.pixels = self.pixels.astype(self.scene.dtype)
        self.valid = np.ones((STRIP, size), np.uint8)

    def run(self):
        with rasterio.open(self.files.src) as src:
            for strip in strips(self.window):
                src.read(window=strip)
        data, mask = profiles(self.scene)
        size = self.scene.dst_size
        with (
            rasterio.open(self.dst, "w", **data) as dst,
            rasterio.open(self.dst_mask, "w", **mask) as dst_mask,
        ):
            for strip in strips(Window(0, 0, size, size)):
                dst.write(self.pixels[:, : strip.height], window=strip)
                dst_mask.write(self.valid[: strip.height], 1, window=strip)


def strips(window: Window):
    """Yield the parts of a window of up to STRIP rows."""
    for row in range(0, window.height, STRIP):
        rows = min(STRIP, window.height - row)
        yield Window(window.col_off, window.row_off + row, window.width, rows)


class Otb(Contender):
    """OTB's application, a process of its own each time; writes no mask."""

    INTERPOLATORS = {"nearest": "nn", "linear": "linear", "cubic": "bco"}

    def prepare(self):
        grid = self.folder / "grid.tif"
        once(grid, write_otb_grid, self.scene)
        size = str(self.scene.dst_size)
        self.command = [OTB, "-io.in", self.files.src]
        self.command += ["-io.out", str(self.dst), self.scene.dtype]
        self.command += ["-grid.in", str(grid), "-grid.type", "loc"]
        self.command += ["-out.ulx", "0.5", "-out.uly", "0.5"]
        self.command += ["-out.sizex", size, "-out.sizey", size]
        self.command += ["-interpolator", self.INTERPOLATORS[self.method]]
        self.command += ["-ram", "2048", "-progress", "0"]
        threads = str(self.threads)
        self.env = {**os.environ, "ITK_GLOBAL_DEFAULT_NUMBER_OF_THREADS": threads}

    def run(self):
        subprocess.run(self.command, env=self.env, check=True, capture_output=True)


class Gdalwarp(Contender):
    """GDAL's command with its Lanczos kernel, on the geometry of a form `coarse`."""

    def prepare(self):
        # a raster of our own frame: x = column, y = -row of pixels' corners
        placed, size = self.folder / "placed.vrt", str(self.scene.src_size)
        command = ["gdal_translate", "-q", "-of", "VRT", "-a_ullr", "0", "0", size]
        command += [f"-{size}", self.files.src, str(placed)]
        subprocess.run(command, check=True)
        rows, cols = self.scene.positions()
        pixel = (rows[-1, 0] - rows[0, 0]) / (self.scene.dst_size - 1)
        ends = [
            edge + 0.5 for edge in (cols[0, 0] - pixel / 2, cols[0, -1] + pixel / 2)
        ]
        extent = map(str, (ends[0], -ends[1], ends[1], -ends[0]))
        count = str(self.scene.dst_size)
        self.command = ["gdalwarp", "-q", "-overwrite", "-r", "lanczos", "-multi"]
        self.command += ["-wo", f"NUM_THREADS={self.threads}", "-wm", "500"]
        self.command += ["-co", "TILED=YES", "-te", *extent, "-ts", count, count]
        self.command += [str(placed), str(self.dst)]

    def run(self):
        subprocess.run(self.command, check=True, capture_output=True)


class ArrayContender(Contender):
    """A call on arrays, which are loaded before."""

    SRC_DTYPE = None  # the file's

    def prepare(self):
        with rasterio.open(self.files.src) as src:
            pixels = src.read() if self.scene.bands > 1 else src.read(1)
        self.src = pixels.astype(self.SRC_DTYPE or pixels.dtype, copy=False)
        self.nodes = self.scene.positions()
        self.load()

    def load(self):
        """Import the library."""

    def run(self):
        self.kept = self.call()

    def result(self):
        data, valid = self.kept
        return data.reshape(-1, *data.shape[-2:]), valid


class OurArray(ArrayContender):
    """`resample_array`."""

    def load(self):
        from gridr_qgis.core.resample import resample_array

        use_tier(self.tier)
        self.resample = resample_array

    def call(self):
        step = (self.scene.step,) * 2
        options = {"interpolation": self.method, "threads": self.threads}
        return self.resample(self.src, *self.nodes, step=step, **options)


class GridrArray(ArrayContender):
    """GridR's `array_grid_resampling`, whose arrays are float64."""

    SRC_DTYPE = "float64"

    def load(self):
        from gridr.core.grid.grid_resampling import array_grid_resampling

        self.resample = array_grid_resampling
        self.pristine = self.src

    def clear(self):
        # its prefilter works in place where it need not pad
        if spline_options(self.method):
            self.src = self.pristine.copy()

    def call(self):
        data, mask = self.resample(
            interp=self.method,
            interp_kwargs=spline_options(self.method),
            array_in=self.src,
            grid_row=self.nodes[0],
            grid_col=self.nodes[1],
            grid_resolution=(self.scene.step,) * 2,
            array_out=None,
            array_out_mask=True,
            trust_padding=False,
            logger=SILENT,
        )
        return data, mask == 1


class Scipy(ArrayContender):
    """`map_coordinates`, prefilter included; positions of all pixels are given."""

    def load(self):
        from scipy.ndimage import map_coordinates

        self.resample = map_coordinates
        self.order = int(self.method.replace("bspline", ""))

    def call(self):
        data = self.resample(self.src, self.nodes, order=self.order, mode="mirror")
        return data, None


class Cv2(ArrayContender):
    """`cv2.remap`; makes its float32 maps where the grid is coarse."""

    def load(self):
        import cv2

        cv2.setNumThreads(self.threads)
        flags = {"linear": cv2.INTER_LINEAR, "cubic": cv2.INTER_CUBIC}
        self.remap, self.flag = cv2.remap, flags[self.method]
        self.nodes = self.nodes.astype(np.float32)

    def call(self):
        rows, cols = self.nodes
        if self.scene.step > 1:
            rows, cols = (densified(nodes, self.scene.step) for nodes in self.nodes)
        return self.remap(self.src, cols, rows, self.flag), None


def densified(nodes: np.ndarray, step: int) -> np.ndarray:
    """Return the values of every pixel, linear between nodes, in the nodes' type."""
    across = densified_rows(np.ascontiguousarray(nodes.T), step).T
    return densified_rows(np.ascontiguousarray(across), step)


def densified_rows(nodes: np.ndarray, step: int) -> np.ndarray:
    """Return the same along the first axis only."""
    shares = (np.arange(step) / step).astype(nodes.dtype)[:, None]
    out = np.empty((step * (len(nodes) - 1) + 1, nodes.shape[1]), nodes.dtype)
    cells = out[:-1].reshape(-1, step, nodes.shape[1])
    np.multiply(np.diff(nodes, axis=0)[:, None], shares, out=cells)
    cells += nodes[:-1, None]
    out[-1] = nodes[-1]
    return out


CONTENDERS = {
    "ours": OurChain,
    "ours, array": OurArray,
    "GridR": GridrChain,
    "GridR, array": GridrArray,
    "scipy": Scipy,
    "cv2": Cv2,
    "OTB": Otb,
    "gdalwarp": Gdalwarp,
    "I/O floor": Floor,
}


def is_installed(entry: Entry) -> bool:
    """Tell whether a contender can take part on this machine."""
    command = {"OTB": OTB, "gdalwarp": "gdalwarp"}.get(entry.library)
    return command is None or shutil.which(command) is not None

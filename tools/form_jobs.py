"""Random reference jobs as jobs of the forms: plain parameters, and what they mean."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

import numpy as np
from gridr_qgis.algorithms.parameters import names
from gridr_qgis.core.options import DST_DTYPES, MaskJob, StripTarget
from helpers.node_masks import bilinear
from helpers.reference.files import job_of
from helpers.reference.polygons import polygons_of, rasterize
from random_runs import cut, difference, same
from shapely.affinity import affine_transform, translate

GDAL_TYPES = {name: gdal for gdal, name in DST_DTYPES.items()}
POLYGONS = {"valid_polygons": names.VALID_POLYGONS}
POLYGONS["invalid_polygons"] = names.INVALID_POLYGONS
DRAWN = (1, 0, 0, -1, 0.5, -0.5)
"""Pixels -> where QGIS draws them without georeference."""
WINDOWS = {"window", "extent"}
FIELDS = {
    names.INPUT: "src",
    names.BANDS: "src_indexes",
    names.GRID: "grid",
    names.GRID_ROW_BAND: "row_index",
    names.GRID_COL_BAND: "col_index",
    names.GRID_COL: "grid_col",
    names.RESOLUTION_ROW: "row_step",
    names.RESOLUTION_COL: "col_step",
    names.GRID_NODATA: "grid_nodata",
    names.GRID_MASK: "grid_mask",
    names.GRID_MASK_BAND: "grid_mask_index",
    names.GRID_MASK_VALID: "grid_mask_valid",
    names.INTERPOLATION: "interpolation",
    names.ANTIALIAS: "antialias",
    names.OVERSAMPLING_ROW: "oversampling_row",
    names.OVERSAMPLING_COL: "oversampling_col",
    names.BOUNDARY: "boundary",
    names.TRUST_PADDING: "trust_padding",
    names.BSPLINE_EPSILON: "bspline_epsilon",
    names.BSPLINE_MASK_INFLUENCE: "bspline_mask_influence",
    names.SOURCE_VALIDITY: "src_validity",
    names.SOURCE_MASK: "src_mask",
    names.SOURCE_MASK_BAND: "src_mask_index",
    names.SOURCE_MASK_VALID: "src_mask_valid",
    names.VALID_POLYGONS: "valid_polygons",
    names.INVALID_POLYGONS: "invalid_polygons",
    names.POLYGON_FRAME: "polygon_frame",
    names.NODATA: "dst_nodata",
    names.WINDOW_EXTENT: "extent",
    names.MEMORY: "memory_limit",
    names.THREADS: "threads",
    names.STRIP_ROWS: "strip_size",
    names.OUTPUT: "dst",
    names.OUTPUT_MASK: "dst_mask",
}
"""Parameter of the main form -> field of `Job`; not the form's own table, which may be
wrong."""
MASK_FIELDS = {
    names.RESOLUTION_ROW: "row_step",
    names.RESOLUTION_COL: "col_step",
    names.MASK: "mask",
    names.MASK_BAND: "mask_index",
    names.MASK_VALID: "mask_valid",
    names.VALID_POLYGONS: "valid_polygons",
    names.INVALID_POLYGONS: "invalid_polygons",
    names.POLYGON_FRAME: "polygon_frame",
    names.MEMORY: "memory_limit",
    names.THREADS: "threads",
    names.OUTPUT: "dst",
}
"""The same of the mask builder."""
OF_RESAMPLING = {
    **{name: {field} for name, field in FIELDS.items()},
    names.SHIFT_ROW: {"shift"},
    names.SHIFT_COL: {"shift"},
    names.CONVENTION: {"shift"},
    names.WINDOW: WINDOWS,
    names.WINDOW_EXTENT: WINDOWS,
    names.DATA_TYPE: {"dst_dtype"},
    names.CREATION_OPTIONS: {"creation_options"},
    names.TILE_ROWS: {"tile_shape"},
    names.TILE_COLS: {"tile_shape"},
}
"""Parameter -> the fields of a `Job` that it decides."""
OF_MASK = {
    **{name: {field} for name, field in MASK_FIELDS.items()},
    names.TEMPLATE: {"template"},
}
OF_MASK[names.MASK] = {"mask", "template"}
"""The same of a `MaskJob`."""


@dataclass
class FormJob:
    """Parameters of a form, and how to judge what comes of them."""

    form: str
    """Its name."""
    given: dict
    """Name of a parameter -> plain value; polygons as lists of shapely ones."""
    judge: Callable = lambda *_: None
    """What the engine was asked for, parameters with wrong values, (data, mask) -> how
    that is not what the model makes; None where nobody knows."""
    is_model: bool = False
    """Whether QGIS reads the parameters, and earlier steps leave their results."""
    found: Callable | None = None
    """Results by name -> what is judged; None: the pixels of output and mask."""


def without_int8(reference):
    """Return a reference job with int16 for int8, which the forms do not offer."""
    changes = {}
    for name in ("src", "src_mask", "grid_mask"):
        array = getattr(reference, name)
        if array is not None and array.dtype == np.int8:
            changes[name] = array.astype(np.int16)
    if reference.out_dtype == "int8":
        changes["out_dtype"] = "int16"
    return dataclasses.replace(reference, **changes)


def resampling(reference, folder, rng):
    """Return a reference job for the main form."""
    changes = cut(rng)
    if "strip_size" in changes:
        changes["strip_target"] = StripTarget.OUTPUT
    original = job_of(reference, folder / "out", folder / "in")
    original = dataclasses.replace(original, **changes)

    def judge(job, odd, outcome):
        fields = set().union(*(OF_RESAMPLING[name] for name in odd))
        changed = {field for field in fields if not same(original, job, field)}
        if job.extent is not None and changed & {"row_step", "col_step"}:
            return None  # an extent is cut to the output, which has another size now
        return difference(reference, job, changed, outcome)

    return FormJob("gridresampling", parameters_of(original, rng), judge)


def parameters_of(job, rng):
    """Return the parameters of the main form that ask for a job."""
    fields = {n: getattr(job, f) for n, f in FIELDS.items()}
    fields[names.DATA_TYPE] = GDAL_TYPES[job.dst_dtype]
    fields[names.SHIFT_ROW], fields[names.SHIFT_COL] = job.shift
    if job.tile_shape is not None:
        fields[names.TILE_ROWS], fields[names.TILE_COLS] = job.tile_shape
    fields.update(window_of(job.window, rng), **polygons_in(job, rng))
    return {n: plain(value) for n, value in fields.items() if value is not None}


def plain(value):
    """Return a value of a job as a form takes it."""
    if isinstance(value, Enum):
        return value.value
    return list(value) if isinstance(value, tuple) else value


def window_of(window, rng):
    """Return a window of output pixels, or their extent where QGIS draws them."""
    if window is None:
        return {}
    (row, row_stop), (col, col_stop) = window
    if rng.random() < 0.5:
        return {names.WINDOW: f"{row},{row_stop - 1},{col},{col_stop - 1}"}
    return {names.WINDOW_EXTENT: f"{col},{col_stop},{-row_stop},{-row}"}


def polygons_in(job, rng):
    """Return polygons in pixels, or where QGIS draws them."""
    on_map = rng.random() < 0.5
    given = {names.POLYGON_FRAME: "map" if on_map else "pixel"}
    for field, name in POLYGONS.items():
        geometry = getattr(job, field)
        if geometry is not None:
            row, col = job.polygon_origin
            parts = [translate(p, -col, -row) for p in polygons_of(geometry)]
            drawn = [affine_transform(p, DRAWN) for p in parts]
            given[name] = drawn if on_map else parts
    return given


def mask_building(reference, folder, rng):
    """Return the masks of the nodes and the polygons of a job for the mask builder."""
    original = job_of(reference, folder / "out", folder / "in")
    rows, cols = reference.resolution
    given = {
        names.TEMPLATE: original.grid,
        names.RESOLUTION_ROW: rows,
        names.RESOLUTION_COL: cols,
        names.THREADS: int(rng.integers(1, 4)),
        names.OUTPUT: original.dst,
        **polygons_in(original, rng),
    }
    if reference.grid_mask is not None:
        given[names.MASK] = original.grid_mask
        given[names.MASK_BAND] = original.grid_mask_index
        given[names.MASK_VALID] = original.grid_mask_valid
    meant = MaskJob(
        template=given[names.TEMPLATE],
        **{MASK_FIELDS[n]: given[n] for n in MASK_FIELDS if n in given},
    )

    def judge(job, odd, outcome):
        fields = set().union(*(OF_MASK[name] for name in odd)) - {"threads", "dst"}
        if not all(same(meant, job, field) for field in fields):
            return None
        wrong = outcome[0][0] != mask_of(reference)
        return f"{wrong.sum()} of {wrong.size} pixels" if wrong.any() else ""

    return FormJob("buildmask", given, judge)


def mask_of(reference):
    """Return the mask of the whole output by the nodes and the polygons."""
    nodes = np.ones(reference.grid.shape[1:], bool)
    if reference.grid_mask is not None:
        values = reference.grid_mask[reference.grid_mask_band - 1]
        nodes = values == reference.grid_mask_value
    inside = rasterize(
        reference.geometry_pair, reference.geometry_origin, reference.full_shape
    )
    return bilinear(nodes, reference.resolution) & inside


def model(reference, folder, rng):
    """Return a job for one of the models, of which only the end is judged."""
    form = str(rng.choice(["polygonresampling", "quicklookresampling"]))
    plain = resampling(reference, folder, rng).given
    shared = (names.INPUT, names.GRID, names.INTERPOLATION)
    given = {n: plain[n] for n in (*shared, *STEPS) if n in plain}
    results = {"scene:OUTPUT": plain[names.OUTPUT]}
    if form == "polygonresampling":
        given.update({n: plain[n] for n in POLYGONS.values() if n in plain})
        results["mask:SOURCE_MASK"] = str(folder / "out" / "source_mask.tif")
    else:
        given["MINIMUM"] = float(rng.integers(0, 101))
        results["quicklook:QUICK_LOOK"] = str(folder / "out" / "quick.tif")
    return FormJob(form, {**given, **results}, is_model=True)


STEPS = (names.RESOLUTION_ROW, names.RESOLUTION_COL)


def check(_reference, _folder, _rng):
    """Return a job for the environment check."""
    return FormJob("environmentcheck", {names.CLEAR_CACHE: False})


FORMS = {resampling: 0.8, mask_building: 0.13, model: 0.065, check: 0.005}
"""What a reference job becomes, and how often."""

"""Jobs made up at random; the same for the same seed and index."""

import numpy as np
from shapely.geometry import Polygon

from .job import Job
from .random_masks import (
    chance,
    grid_mask,
    pick,
    polygons,
    source_mask,
)
from .splines import influence, margin
from .tolerance import SPLINE_ERROR

INTERPOLATIONS = ("nearest", "linear", "cubic")
SPLINES = ("bspline3", "bspline5", "bspline7", "bspline9", "bspline11")
MODES = ("constant", "edge", "reflect", "symmetric", "wrap")
SRC_TYPES = (
    "uint8",
    "int8",
    "uint16",
    "int16",
    "uint32",
    "int32",
    "float32",
    "float64",
)
OUT_TYPES = SRC_TYPES
WIDE_TYPES = ("int16", "uint16", "int32")
RARE = 0.008  # share of jobs with each of the inputs that GridR gets wrong


def random_job(seed, index):
    """Return job number `index` of a seed."""
    rng = np.random.default_rng([seed, index])
    method = interpolation(rng)
    src = source(rng, "interp_kwargs" in method)
    fields = {**method, **borders(rng), "src": src}
    fields.update(**selection(rng, src), **output(rng, src))
    fields.update(grid(rng, src.shape[1:]))
    fields.update(grid_mask(rng, fields["grid"].shape[1:]))
    fields.update(source_mask(rng, src.shape[1:]))
    fields.update(polygons(rng, src.shape[1:]))
    fields.update(rarities(rng, fields))
    job = Job(**fields)
    job.win = window(rng, job.full_shape)
    return job


def interpolation(rng):
    if chance(rng, 0.65):
        return {"interp": pick(rng, INTERPOLATIONS, (0.3, 0.3, 0.4))}
    name = pick(rng, SPLINES)
    order = int(name[7:])
    epsilon = pick(rng, tuple(SPLINE_ERROR))
    threshold = pick(rng, (1.0, 0.5, 0.1, 1e-2, 1e-3, 1e-4))
    while influence(order, threshold) > margin(order, epsilon) - order // 2:
        threshold *= 10  # else invalid pixels beyond the read window matter (2.5)
    kwargs = {"epsilon": epsilon, "mask_influence_threshold": threshold}
    return {"interp": name, "interp_kwargs": kwargs}


def borders(rng):
    if chance(rng, 0.4):
        return {"boundary": None, "trust": chance(rng, 0.2)}
    mode = pick(rng, MODES, (0.09, 0.28, 0.28, 0.28, 0.07))
    return {"boundary": mode, "trust": chance(rng, 0.75)}


def source(rng, spline):
    """Return noise, now and then smooth, sparse or of one value."""
    low, high = (20, 61) if spline and chance(rng, 0.7) else (8, 61)
    if chance(rng, 0.08):
        low, high = 1, 8
    shape = (int(rng.integers(1, 4)), *rng.integers(low, high, 2).tolist())
    dtype = np.dtype(pick(rng, SRC_TYPES))
    if dtype.kind == "f":
        values = rng.normal(pick(rng, (0, 100)), pick(rng, (1, 50, 1000)), shape)
        return values.astype(dtype)
    limits = np.iinfo(dtype)
    if chance(rng, 0.1):
        limits = pick(rng, ((0, 1), (7, 7), (0, 100)))
        return rng.integers(limits[0], limits[1] + 1, shape).astype(dtype)
    return rng.integers(limits.min, limits.max, shape, endpoint=True).astype(dtype)


def selection(rng, src):
    if chance(rng, 0.5):
        return {"bands": int(rng.integers(1, len(src) + 1))}
    count = int(rng.integers(1, 4))
    bands = rng.integers(1, len(src) + 1, count).tolist()
    return {"bands": tuple(bands) if chance(rng, 0.5) else bands}


def output(rng, src):
    """Return the type of the output and a nodata value that it can hold."""
    name = src.dtype.name if chance(rng, 0.3) else pick(rng, OUT_TYPES)
    if chance(rng, 0.35):
        name = "float64"
    if np.dtype(name).kind == "f":
        return {"out_dtype": name, "nodata_out": pick(rng, (None, 0, -9999.0, -1.5))}
    limits = np.iinfo(name)
    return {"out_dtype": name, "nodata_out": pick(rng, (0, 7, limits.min, limits.max))}


def window(rng, shape):
    """Return no window, or one of any size and place."""
    if chance(rng, 0.6):
        return None
    ends = [np.sort(rng.integers(0, n, 2)).tolist() for n in shape]
    if chance(rng, 0.1):
        ends[0][0] = ends[0][1]
    return tuple(tuple(pair) for pair in ends)


# Grids


def grid(rng, size):
    """Return the nodes, their spacing and shift."""
    resolution = tuple(rng.integers(1, 6, 2).tolist())
    if chance(rng, 0.3):
        resolution = (1, 1)
    counts = [
        int(rng.integers(1 if step == 1 else 2, max(4, 26 // step)))
        for step in resolution
    ]
    kind = pick(rng, tuple(GRIDS), tuple(GRIDS.values()))
    nodes = kind(rng, counts, size)
    shift = None
    if chance(rng, 0.3):
        shift = pick(
            rng, ((0.5, 0.5), (-0.5, -0.5), (0, 1), tuple(rng.normal(0, 2, 2).tolist()))
        )
        shift = list(shift) if chance(rng, 0.3) else shift
    return {"grid": nodes, "resolution": resolution, "shift": shift}


def mesh(counts):
    """Return the indices (2, n, m) of nodes, counted from their middle."""
    i, j = (np.arange(n) - (n - 1) / 2 for n in counts)
    return np.stack(np.meshgrid(i, j, indexing="ij"))


def middle(rng, size):
    """Return a point in the image, now and then near its border or beyond."""
    spread = pick(rng, ((0.3, 0.7), (0.0, 1.0), (-0.2, 1.2)), (0.6, 0.3, 0.1))
    return np.reshape([rng.uniform(*spread) * n for n in size], (2, 1, 1))


def affine_grid(rng, counts, size):
    """Return a turned, scaled, perhaps mirrored and sheared net."""
    angle = pick(rng, (0.0, np.pi / 2, rng.uniform(0, 2 * np.pi)), (0.2, 0.1, 0.7))
    turn = [[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]]
    reach = rng.uniform(0.2, 1.4)
    steps = [reach * n / count for n, count in zip(size, counts)]
    matrix = np.array(turn) @ np.diag(steps * rng.choice([-1, 1], 2))
    return np.einsum("ij,jnm->inm", matrix, mesh(counts)) + middle(rng, size)


def lattice_grid(rng, counts, size):
    """Return nodes on whole and half pixels."""
    steps = rng.choice([-2, -1, -0.5, 0.5, 1, 1, 1.5, 2, 3, 5], (2, 1, 1))
    start = np.rint(2 * (middle(rng, size) - steps * np.reshape(counts, (2, 1, 1)) / 2))
    return start / 2 + steps * np.indices(counts)


def nudged_grid(rng, counts, size):
    """Return nodes that are off whole and half pixels by next to nothing."""
    nudge = rng.choice([0, 1e-13, -1e-13, 1e-9, -1e-9], (2, *counts))
    return lattice_grid(rng, counts, size) + nudge


def folded_grid(rng, counts, size):
    """Return a net that runs back over itself."""
    nodes = affine_grid(rng, counts, size)
    period = rng.uniform(2, 8)
    wave = np.sin(2 * np.pi * mesh(counts)[::-1] / period)
    return nodes + wave * rng.uniform(1, 10)


def scattered_grid(rng, counts, size):
    ends = np.reshape(size, (2, 1, 1)) + 3
    return rng.uniform(-3, 1, (2, *counts)) % 1 * (ends + 3) - 3


def outlier_grid(rng, counts, size):
    """Return a net of which one node is far away."""
    nodes = affine_grid(rng, counts, size)
    place = tuple(int(rng.integers(n)) for n in counts)
    nodes[(slice(None), *place)] = pick(rng, (1e4, -1e4, 1e6, 1e15))
    return nodes


GRIDS = {
    affine_grid: 0.5,
    lattice_grid: 0.17,
    nudged_grid: 0.08,
    folded_grid: 0.1,
    scattered_grid: 0.1,
    outlier_grid: 0.05,
}


# What GridR gets wrong


def rarities(rng, fields):
    """Return changes for the few jobs that meet a defect by their input."""
    changed = {
        "two_grids": chance(rng, 0.3),
        "narrow_cols": chance(rng, 0.2),
        "swapped": chance(rng, 0.2),
        "tags": chance(rng, 0.2),
    }
    if changed["two_grids"] and changed["narrow_cols"]:
        rows, cols = fields["grid"]
        changed["grid"] = np.stack([rows, cols.astype(np.float32)])
    for rare in RARITIES:
        if chance(rng, RARE):
            changed.update(rare(rng, {**fields, **changed}))
    return changed


def sprinkled(rng, array, values):
    """Return an array with a few cells, the same in all bands or not, replaced."""
    array = array.copy()
    for _ in range(rng.integers(1, 4)):
        place = tuple(int(rng.integers(n)) for n in array.shape)
        array[place if chance(rng, 0.7) else (slice(None), *place[1:])] = pick(
            rng, values
        )
    return array


def nodes_not_finite(rng, fields):
    return {"grid": sprinkled(rng, fields["grid"], (np.nan, np.nan, np.inf, -np.inf))}


def masked_nodes_not_finite(rng, fields):
    nodes = nodes_not_finite(rng, fields)["grid"]
    finite = np.isfinite(nodes).all(axis=0)[None]
    mask = {"grid_mask_value": 1, "grid_mask_band": 1}
    return {"grid": nodes, "grid_mask": finite.astype(np.uint8), **mask}


def source_not_finite(rng, fields):
    dtype = fields["src"].dtype
    if dtype.kind != "f":
        dtype = np.float32
    src = sprinkled(rng, fields["src"].astype(dtype), (np.nan, np.nan, np.inf))
    return {"src": src, **undilated(fields)}


def undilated(fields):
    """Return a change that keeps the neighbours of holes valid under B-splines."""
    if "interp_kwargs" not in fields:
        return {}
    return {
        "interp_kwargs": {**fields["interp_kwargs"], "mask_influence_threshold": 1.0}
    }


def mask_of_many_values(rng, fields):
    values = np.ones((1, *fields["src"].shape[1:]), np.uint8)
    values[rng.random(values.shape) < 0.1] = 0
    values[rng.random(values.shape) < 0.1] = 3
    return {"src_mask": values, "src_mask_pair": (1, 0), "src_mask_band": 1}


def wide_masks(rng, fields):
    changed = {}
    for name in ("src_mask", "grid_mask"):
        mask = fields.get(name)
        if mask is not None:
            # a valid value below 0 cannot occur in unsigned pixels, which is refused
            types = [t for t in WIDE_TYPES if np.can_cast(mask.dtype, t)]
            changed[name] = mask.astype(pick(rng, types))
    return changed


def negative_grid_value(rng, fields):
    shape = (1, *fields["grid"].shape[1:])
    values = rng.choice([-1, -1, -1, 0, 5], shape).astype(np.int8)
    return {"grid_mask": values, "grid_mask_value": -1, "grid_mask_band": 1}


def coarse_grid_type(rng, fields):
    return {"grid": fields["grid"].astype(np.float32), "two_grids": False}


def odd_polygons(rng, fields):
    height, width = fields["src"].shape[1:]
    bow = Polygon([(1, 1), (width - 2, height - 2), (width - 2, 1), (1, height - 2)])
    odd = pick(rng, ([], bow, [bow]))
    return {"geometry_pair": pick(rng, ((odd, None), (None, odd)))}


def grid_nodata(rng, fields):
    nodes = fields["grid"].copy()
    nodes[rng.random(nodes.shape) < 0.05] = -9999.0
    return {"grid": nodes, "grid_nodata": -9999.0}


def source_nodata(rng, fields):
    src = fields["src"].copy()
    value = pick(rng, (0, 7, 100))
    holes = rng.random(src.shape) < 0.02
    holes[:, :: pick(rng, (1, 3))] &= chance(rng, 0.5)  # and rows without
    src[holes] = value
    return {"src": src, "src_nodata": value, **undilated(fields)}


RARITIES = (
    nodes_not_finite,
    masked_nodes_not_finite,
    source_not_finite,
    mask_of_many_values,
    wide_masks,
    negative_grid_value,
    coarse_grid_type,
    odd_polygons,
    grid_nodata,
    source_nodata,
)

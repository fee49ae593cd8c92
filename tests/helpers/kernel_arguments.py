"""Random arguments of kernels: meshes, patches and canvases."""

import numpy as np
from gridr_qgis.core.kernels.values import Canvas, Mesh, Patch
from gridr_qgis.core.run.strip import dtype_limits
from hypothesis import strategies as st

from .tiers import same

seeds = st.integers(0, 2**32 - 1)
DTYPES = ["uint8", "int16", "float32", "float64"]
SUPPORT = {"nearest": 1, "linear": 2, "cubic": 4}


def nodes(rng):
    """Return rows and columns of nodes, on and off whole pixels, some unusable."""
    shape = rng.integers(1, 9, 2)
    both = rng.uniform(-5, 40, (2, *shape))
    if rng.random() < 0.5:
        both = np.round(2 * both) / 2
    unusable = rng.random(shape) < rng.choice([0, 0.1])
    both[:, unusable] = np.nan
    return both


def window(rng, shape, step):
    """Return origin and shape of a window of the output of some nodes."""
    full = [(n - 1) * s + 1 for n, s in zip(shape, step)]
    origin = [int(rng.integers(n)) for n in full]
    size = [int(rng.integers(1, n - o + 1)) for n, o in zip(full, origin)]
    return tuple(origin), tuple(size)


def mesh_of(rng):
    """Return a mesh, and the shape of a window that begins at its origin."""
    rows, cols = nodes(rng)
    step = tuple(int(n) for n in rng.choice([1, 1, 2, 3, 5], 2))
    origin, shape = window(rng, rows.shape, step)
    return Mesh(rows, cols, step, origin), shape


def patch_of(rng, method):
    """Return a patch for a method; what must not be used may hold anything."""
    dtype = "float64" if method.startswith("bspline") else rng.choice(DTYPES)
    shape = rng.integers(1, 40, 2)
    pixels = rng.uniform(0, 120, (rng.integers(1, 4), *shape)).astype(dtype)
    usable = np.zeros((0, 0), np.uint8)
    if rng.random() < 0.6:
        usable = (rng.random(shape) < rng.choice([0.5, 0.95])).astype(np.uint8)
        if pixels.dtype.kind == "f":
            pixels[:, usable == 0] = rng.choice([np.nan, np.inf, -1e38])
        support = SUPPORT.get(method) or int(method[7:]) + 1
        usable = same("mark_whole", usable, support)[1][0]
    return Patch(pixels, usable, tuple(int(n) for n in rng.integers(-3, 10, 2)))


def canvas_of(rng, bands, shape):
    """Return a canvas with room for a window of a shape."""
    dtype = np.dtype(rng.choice(DTYPES))
    origin = tuple(int(n) for n in rng.integers(0, 3, 2))
    size = [n + o + 1 for n, o in zip(shape, origin)]
    order = rng.permutation(bands)
    data, valid = np.full((bands, *size), 7, dtype), np.zeros(size, bool)
    nodata = dtype.type(rng.choice([0, 100]))
    return Canvas(order, dtype_limits(dtype), nodata, data, valid, origin)

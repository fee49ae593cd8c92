"""The right answer to any job, slowly: an independent model in plain NumPy.

It follows the rules of GridR's behaviour with the whole image as one tile: see the
numbers of sections in the docstrings. Nothing of `core` is used here.
"""

import numpy as np

from . import splines
from .polygons import rasterize

SNAP = 5e-13
FAR = 1e6  # beyond any image; keeps indices in range
MARGINS = {"nearest": 1, "linear": 1, "cubic": 2}


def model(job, rounded=None):
    """Return data (bands, h, w) in the output type, and a mask (h, w) of uint8.

    `rounded` is what happens to positions: `literal`, GridR's and ours, or `snapped`,
    which differs by up to 1e-12 times the slope of the image.
    """
    return finished(job, *resample(job, rounded))


def finished(job, values, valid):
    """Return values with nodata filled in, in the output type, and the mask."""
    values = np.where(valid, values, nodata_of(job))
    return convert(values, job.out_dtype), valid.astype(np.uint8)


def resample(job, rounded=None):
    """Return float64 values (bands, h, w) and which of them (h, w) are valid."""
    rows, cols, known = positions(job)
    pad = margin(job)
    inside, holes = source_validity(job)
    usable = padded_validity(job, inside, pad)
    rounded = rounded or literal
    taps = axis_taps(job, rounded(rows) + pad), axis_taps(job, rounded(cols) + pad)
    valid = known & taps_valid(usable, *taps)
    blocks = (padded_band(job, index, holes, pad) for index in job.indexes)
    return np.stack([weighted_sum(block, *taps, valid) for block in blocks]), valid


def nodata_of(job):
    return np.nan if job.nodata_out is None else float(job.nodata_out)


def convert(values, dtype):
    """Return float64 values in the output type (5.2)."""
    dtype = np.dtype(dtype)
    if dtype.kind in "iu":
        limits = np.iinfo(dtype)
        values = np.clip(np.rint(values), limits.min, limits.max)
    elif dtype == np.float32:
        limit = float(np.finfo(dtype).max)
        values = np.clip(values, -limit, limit)
    return values.astype(dtype)


# Positions (1.4, 1.6, 1.9)


def nodes(job):
    """Return the shifted nodes (2, gh, gw), and which of them are usable."""
    grid = job.grid.astype(np.float64)
    known = np.isfinite(grid).all(axis=0)
    if job.grid_mask is not None:
        known &= job.grid_mask[job.grid_mask_band - 1] == job.grid_mask_value
    if job.grid_nodata is not None:
        known &= ~(np.abs(grid - job.grid_nodata) < 1e-5).any(axis=0)
    shift = np.reshape(job.shift or (0, 0), (2, 1, 1))
    return np.where(known, grid + shift, 0.0), known


def positions(job):
    """Return row and column of the source under each output pixel, and if known."""
    (r0, r1), (c0, c1) = job.window
    grid, usable = nodes(job)
    (i, a), (j, b) = (
        np.divmod(np.arange(first, last + 1), step)
        for first, last, step in (
            (r0, r1, job.resolution[0]),
            (c0, c1, job.resolution[1]),
        )
    )
    i, a, below = i[:, None], a[:, None], np.minimum(i + 1, grid.shape[1] - 1)[:, None]
    right = np.minimum(j + 1, grid.shape[2] - 1)
    rest_a, rest_b = job.resolution[0] - a, job.resolution[1] - b
    total = np.zeros((2, len(i), len(j)))
    known = np.ones(total.shape[1:], bool)
    corners = (
        (i, j, rest_a * rest_b),
        (i, right, rest_a * b),
        (below, right, a * b),
        (below, j, a * rest_b),
    )
    for row, col, weight in corners:
        total += grid[:, row, col] * weight
        known &= usable[row, col] | (weight == 0)
    return (*total / (job.resolution[0] * job.resolution[1]), known)


def snapped(position):
    """Return positions, moved to whole and half pixels where they all but are."""
    near = np.rint(2 * position) / 2
    position = np.where(np.abs(position - near) < SNAP, near, position)
    return np.clip(position, -FAR, FAR)


def literal(position):
    """Return positions, rounded to 1e-12 (1.5)."""
    return np.clip(np.floor(1e12 * position + 0.5) / 1e12, -FAR, FAR)


# The source and its surroundings (3.1, 3.3, 4)


def margin(job):
    """Return by how much the image is padded on each side (2.1)."""
    if job.order is None:
        return MARGINS[job.interp]
    return splines.margin(job.order, job.interp_kwargs["epsilon"])


def source_validity(job):
    """Return valid pixels (H, W), and by band those that are so by themselves."""
    selected = job.src[job.indexes]
    holes = ~np.isfinite(selected)
    if job.src_nodata is not None:
        nodata = np.array(job.src_nodata).astype(selected.dtype)
        holes |= (selected == nodata).any(axis=0)
    valid = ~holes.any(axis=0)
    if job.src_mask is not None:
        valid &= job.src_mask[job.src_mask_band - 1] == job.src_mask_pair[0]
    valid &= rasterize(job.geometry_pair, job.geometry_origin, valid.shape)
    return valid, dict.fromkeys(job.indexes, holes.any(axis=0))


def reflected(index, n, period):
    """Return indices folded into 0 .. n-1 for a signal that repeats mirrored."""
    index = index % period
    return np.where(
        index < n, index, (period - 1 if period == 2 * n else period) - index
    )


def padded_indices(mode, n, pad):
    """Return the index of every padded position; -1 where there is no pixel."""
    index = np.arange(-pad, n + pad)
    if mode == "edge":
        return np.clip(index, 0, n - 1)
    if mode == "wrap":
        return index % n
    if mode == "symmetric":
        return reflected(index, n, 2 * n)
    if mode == "reflect":
        return reflected(index, n, max(2 * n - 2, 1))
    return np.where((index >= 0) & (index < n), index, -1)


def padded(array, mode, pad, fill):
    """Return a (H, W) array with `pad` more pixels on each side."""
    rows, cols = (padded_indices(mode, n, pad) for n in array.shape)
    beyond = (rows < 0)[:, None] | (cols < 0)
    return np.where(beyond, fill, array[np.ix_(rows, cols)])


def padded_validity(job, inside, pad):
    """Return the valid pixels of the padded image; B-splines: of coefficients."""
    mode = job.boundary if job.trusted else None
    usable = padded(inside, mode, pad, job.trusted)
    if job.order is None:
        return usable
    radius = splines.influence(job.order, job.interp_kwargs["mask_influence_threshold"])
    usable = ~splines.dilate(~usable, radius)
    frame = pad - job.order // 2
    usable[:frame] = usable[-frame:] = False
    usable[:, :frame] = usable[:, -frame:] = False
    return usable


def padded_band(job, index, holes, pad):
    """Return the float64 samples of a band, or its coefficients, padded."""
    band = job.src[index].astype(np.float64)
    band = filled(band, holes[index]) if job.order else np.where(holes[index], 0, band)
    block = padded(band, job.boundary, pad, 0.0)
    if job.order is None:
        return block
    return splines.coefficients(block, job.order, job.interp_kwargs["epsilon"])


def filled(band, holes):
    """Return a band whose holes take the nearest sample of their column.

    Of two as near, the one above. A column of holes takes the nearest column.
    """
    if holes.all():
        return np.zeros_like(band)
    band = band.copy()
    for c in np.flatnonzero(~holes.all(axis=0)):
        band[:, c] = band[nearest_indices(~holes[:, c]), c]
    return band[:, nearest_indices(~holes.all(axis=0))]


def nearest_indices(good):
    """Return for each place the nearest good one; the lower of two as near."""
    candidates = np.flatnonzero(good)
    distance = np.abs(np.arange(len(good))[:, None] - candidates)
    return candidates[distance.argmin(axis=1)]


# Interpolation (2.2, 2.3, 3.2)


def axis_taps(job, position):
    """Return [(index, weight, used)] along an axis, each like `position`."""
    if job.interp == "nearest":
        one = np.ones_like(position)
        return [(np.floor(position + 0.5).astype(int), one, one > 0)]
    first = np.floor(position)
    fraction = position - first
    reach = {"linear": 0, "cubic": 1}.get(job.interp, (job.order or 0) // 2)
    return [
        (
            first.astype(int) + k,
            kernel(job, np.abs(fraction - k)),
            used_taps(job, fraction, k, reach),
        )
        for k in range(-reach, reach + 2)
    ]


def used_taps(job, fraction, k, reach):
    """Return where tap k has a weight: at a whole position fewer have."""
    whole = fraction == 0
    alone = k == 0 if job.order is None else k <= reach
    return np.where(whole, alone, True)


def kernel(job, t):
    """Return the weight of a tap at distance t >= 0 (2.3)."""
    if job.order is not None:
        return splines.weight(job.order, t)
    if job.interp == "linear":
        return np.maximum(1 - t, 0)
    near = 1.5 * t**3 - 2.5 * t**2 + 1
    far = -0.5 * t**3 + 2.5 * t**2 - 4 * t + 2
    return np.where(t < 1, near, np.where(t < 2, far, 0))


def inside_shape(index, n):
    return (index >= 0) & (index < n)


def taps_valid(usable, row_taps, col_taps):
    """Return where all taps with weights are inside and usable (3.2)."""
    height, width = usable.shape
    valid = np.ones(row_taps[0][0].shape, bool)
    for row, _, row_used in row_taps:
        for col, _, col_used in col_taps:
            here = inside_shape(row, height) & inside_shape(col, width)
            good = here & usable[row.clip(0, height - 1), col.clip(0, width - 1)]
            valid &= good | ~(row_used & col_used)
    return valid


def weighted_sum(block, row_taps, col_taps, valid):
    """Return the interpolated values, 0 where not valid."""
    height, width = block.shape
    total = np.zeros(valid.shape)
    for row, row_weight, row_used in row_taps:
        line = np.zeros(valid.shape)
        for col, col_weight, col_used in col_taps:
            used = valid & row_used & col_used
            sample = block[row.clip(0, height - 1), col.clip(0, width - 1)]
            line += np.where(used, col_weight * sample, 0)
        total += np.where(row_used, row_weight * line, 0)
    return total

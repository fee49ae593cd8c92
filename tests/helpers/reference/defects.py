"""Where GridR 0.7.0 is known to be wrong: predicates on the job alone.

They carry the numbers of section 9 of its behaviour, where each is described. A job
that any of them names is compared with the model instead of GridR.
"""

import numpy as np

from .model import margin, snapped, source_validity
from .polygons import polygons_of


def node_span(first, last, step, count):
    """Return the first and last node that GridR reads along an axis (6.2)."""
    low, high = first // step, -(-last // step)
    if low == high and step > 1:
        return (low, high + 1) if high + 1 < count else (low - 1, high)
    return low, high


def nodes_read(job):
    """Return the shifted nodes (2, n, m) that GridR reads, and which it takes."""
    (i0, i1), (j0, j1) = (
        node_span(*ends, step, count)
        for ends, step, count in zip(job.window, job.resolution, job.grid.shape[1:])
    )
    part = slice(i0, i1 + 1), slice(j0, j1 + 1)
    grid = job.grid[(slice(None), *part)] + np.reshape(job.shift or (0, 0), (2, 1, 1))
    taken = np.ones(grid.shape[1:], bool)
    if job.grid_mask is not None:
        taken = job.grid_mask[job.grid_mask_band - 1][part] == job.grid_mask_value
    return grid, taken


def extents(job):
    """Return ((ymin, ymax), (xmin, xmax)) of the nodes taken; None: none is."""
    grid, taken = nodes_read(job)
    taken = taken & np.isfinite(grid).all(axis=0)  # NaN is another defect's business
    return (
        [(axis[taken].min(), axis[taken].max()) for axis in grid] if taken.any() else []
    )


def outside(job):
    """Return whether GridR calls the whole tile outside (3.1)."""
    sizes = job.src.shape[1:]
    return any(high < 0 or low > n - 1 for (low, high), n in zip(extents(job), sizes))


def read_spans(job):
    """Return (first, last, pad before, pad after) of the source per axis (3.1)."""
    if outside(job):
        return []
    spans, m = [], margin(job)
    for (low, high), n in zip(extents(job), job.src.shape[1:]):
        low, high = max(np.floor(low), 0) - m, min(np.ceil(high), n - 1) + m
        spans.append(
            (max(low, 0), min(high, n - 1), max(-low, 0), max(high - n + 1, 0))
        )
    return spans


def b1_last_column_panic(job):
    """One output column, on the last node column of those that are read."""
    (c0, c1), step = job.window[1], job.resolution[1]
    on_last = step == 1 or c0 == (job.grid.shape[2] - 1) * step
    if tuple(job.resolution) == (1, 1) or job.shape[0] == 1 or not read_spans(job):
        return False
    return c0 == c1 and on_last


def b2_small_read_window(job):
    """Invalid pixels called valid where few source rows or columns are read."""
    kernel = {"linear": 3, "cubic": 5}.get(job.interp)
    if kernel is None or job.trusted:
        return False
    return any(
        before + last - first < kernel for first, last, before, _ in read_spans(job)
    )


def b3_node_not_finite(job):
    grid, taken = nodes_read(job)
    return not np.isfinite(grid[:, taken]).all()


def b4_masked_node_not_finite(job):
    grid, taken = nodes_read(job)
    return max(job.resolution) > 1 and not np.isfinite(grid[:, ~taken]).all()


def b5_source_not_finite(job):
    return not np.isfinite(job.src[job.indexes]).all()


def b6_constant_with_mask(job):
    """Trusted padding of `constant`, made invalid by a mask."""
    masked = job.src_mask is not None or job.geometry_pair is not None
    if job.boundary != "constant" or not job.trusted or not masked:
        return False
    return job.order is not None or not source_validity(job)[0].all()


def b7_wrap_in_window(job):
    """Padding of `wrap` from a read window that does not span the image."""
    return job.boundary == "wrap" and any(
        (before or after) and last - first + 1 < n
        for (first, last, before, after), n in zip(read_spans(job), job.src.shape[1:])
    )


def b8_mask_of_many_values(job):
    """Mask values beside 0 and 1 with the pair (1, 0)."""
    if job.src_mask is None or tuple(job.src_mask_pair) != (1, 0):
        return False
    return not np.isin(job.src_mask[job.src_mask_band - 1], (0, 1)).all()


def b10_outside_yet_valid(job):
    """A tile that GridR skips though pixels at its place can be valid (3.4, 3.5)."""
    reach = {"nearest": 0.5, "linear": 0, "cubic": 0}.get(job.interp, 0)
    if job.trusted:
        reach = {"nearest": 1.5, "linear": 1, "cubic": 2}.get(job.interp, 0)
    return outside(job) and all(
        snapped(low) <= n - 1 + reach and snapped(high) >= -reach
        for (low, high), n in zip(extents(job), job.src.shape[1:])
    )


def b11_mask_type(job):
    """Masks of a type, or of a valid value, that GridR refuses."""
    wide = any(
        mask is not None and mask.dtype.itemsize > 1
        for mask in (job.src_mask, job.grid_mask)
    )
    if job.grid_mask is None:
        return wide
    signed = job.grid_mask.dtype == np.int8 and job.shift is not None
    return wide or signed or job.grid_mask_value < 0


def b12_grid_type(job):
    return job.grid.dtype != np.float64


def b13_odd_polygons(job):
    """Empty lists, and polygons that cross themselves or have no area.

    GridR paints the line that is left of the latter; we validate polygons, and what
    has no area is none.
    """
    parts = [part for part in job.geometry_pair or () if part is not None]
    return any(
        (isinstance(part, list) and not part)
        or not all(polygon.is_valid for polygon in polygons_of(part))
        for part in parts
    )


def b16_nodata(job):
    """Our nodata arguments, which GridR does not have."""
    return job.grid_nodata is not None or job.src_nodata is not None


DEFECTS = {
    name.partition("_")[0].upper(): function
    for name, function in list(globals().items())
    if name.startswith("b") and name[1:2].isdigit()
}


def known_defects(job):
    """Return the numbers of the defects that a job runs into."""
    return tuple(number for number, holds in DEFECTS.items() if holds(job))

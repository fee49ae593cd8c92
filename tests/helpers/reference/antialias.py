"""The right answer to a job with an anti-alias filter, slowly and pixel by pixel.

The fine pixels are resampled as those of any grid, by a job without a filter; where
they lie and how they are weighed is worked out here once more, from the definition.
"""

import math
from collections import Counter

import numpy as np
from gridr_qgis.core.resample import resample_array


def fine_places(size, fine):
    """Return where the fine pixels of an axis lie [output pixels]."""
    shares = (np.arange(fine) - (fine - 1) / 2) / fine
    return (np.arange(size)[:, None] + shares).ravel()


def bilinear(nodes, step, rows, cols):
    """Return nodes at some places, continued linearly; an unusable one of weight 0
    does not count."""
    down, right = (
        axis_weights(places / spacing, size)
        for places, spacing, size in zip((rows, cols), step, nodes.shape)
    )
    known = np.isfinite(nodes)
    values = down @ np.where(known, nodes, 0) @ right.T
    spoilt = (down != 0).astype(int) @ ~known @ (right != 0).astype(int).T
    return np.where(spoilt > 0, np.nan, values)


def axis_weights(places, size):
    """Return the weight of each node at each place, shape (places, nodes)."""
    weights = np.zeros((len(places), size))
    first = np.clip(np.floor(places).astype(int), 0, max(size - 2, 0))
    share = places - first
    every = np.arange(len(places))
    weights[every, first] = 1 - share
    if size > 1:
        weights[every, first + 1] = share
    return weights


def fine_pixels(src, rows, cols, step, fine, **options):
    """Return the fine pixels of the full output, float64 (bands, n, m), and (n, m)."""
    known = np.isfinite(rows) & np.isfinite(cols)
    full = [(n - 1) * s + 1 for n, s in zip(rows.shape, step)]
    places = [fine_places(*of_axis) for of_axis in zip(full, fine)]
    both = [bilinear(np.where(known, axis, np.nan), step, *places)
            for axis in (rows, cols)]  # fmt: skip
    values, valid = resample_array(
        src, *both, dst_dtype="float64", dst_nodata=0, **options
    )
    return values.reshape(-1, *valid.shape), valid


def lanczos(distance):
    """Return the weight at a distance, by its formula."""
    if distance == 0:
        return 1.0
    x = math.pi * distance
    inside = abs(distance) < 3
    return 3 * math.sin(x) * math.sin(x / 3) / x**2 if inside else 0.0


def filtered(values, valid, fine, antialias):
    """Return what a filter makes of fine pixels: float64 (bands, rows, cols), valid."""
    shape = [n // k for n, k in zip(valid.shape, fine)]
    out, done = np.full((len(values), *shape), np.nan), np.zeros(shape, bool)
    for i, c in np.ndindex(*shape):
        own = tuple(slice(k * n, k * n + k) for n, k in zip((i, c), fine))
        done[i, c] = valid[own].all()
        if not done[i, c]:
            continue
        for band, result in zip(values, out):
            cell = band[own]
            if antialias == "majority":
                counts = Counter(cell.ravel().tolist())
                most = max(counts.values())
                result[i, c] = min(v for v, n in counts.items() if n == most)
            elif antialias == "average":
                result[i, c] = cell.mean()
            else:
                result[i, c] = lanczos_sum(band, valid, (i, c), fine, cell.mean())
    return out, done


def lanczos_sum(band, valid, place, fine, mean):
    """Return the weighted mean about an output pixel of what is valid."""
    ranges, weights, whole = [], [], []
    for at, k, size in zip(place, fine, band.shape):
        reach = 4 * k if k > 1 else 0
        middle = at * k + (k - 1) / 2
        fine_range = range(at * k - reach, at * k + k + reach)
        weigh = [lanczos((f - middle) / k) for f in fine_range]
        whole.append(sum(weigh))
        there = [n for n, f in enumerate(fine_range) if 0 <= f < size]
        ranges.append([fine_range[n] for n in there])
        weights.append(np.array([weigh[n] for n in there]))
    window = np.ix_(*ranges)
    weight = np.outer(*weights) * valid[window]
    left = weight.sum()
    if left < 0.5 * whole[0] * whole[1]:
        return mean
    return (weight * np.where(valid[window], band[window], 0)).sum() / left


def antialiased(src, rows, cols, step, fine, antialias, **options):
    """Return the full output in float64, (bands, rows, cols), and its validity."""
    values, valid = fine_pixels(src, rows, cols, step, fine, **options)
    return filtered(values, valid, fine, antialias)

"""How far two right answers may be apart, in units of the largest source value."""

import numpy as np

from .model import convert, positions, snapped

ARITHMETIC = 1e-12  # sums in another order; what the golden cases allow

# GridR rounds each coordinate to 1e-12 (1.5), we do not: half of that along both axes,
# times the largest slope of the interpolation of values between -1 and 1.
ROUNDING = {"nearest": 0.0, "linear": 2e-12, "cubic": 3.75e-12}
SPLINE_ROUNDING = 1.2e-11

# Largest error for noise, by epsilon and order (2.6). Two results with the truncated
# sums starting at different pixels may differ by twice that, and by more when the
# source is not noise of one sign; hence the factor.
SPLINE_ERROR = {
    1e-2: {3: 1.3e-5, 5: 8.8e-8, 7: 9.8e-10, 9: 9.8e-12, 11: 1.4e-13},
    1e-3: {3: 1.1e-6, 5: 3.2e-9, 7: 1.5e-11, 9: 2.2e-13, 11: 1.1e-13},
    1e-4: {3: 6.3e-8, 5: 2.4e-10, 7: 6.8e-13, 9: 7e-14, 11: 1.4e-13},
    1e-6: {3: 1.3e-9, 5: 7.2e-13, 7: 6e-14, 9: 7e-14, 11: 1.4e-13},
    1e-8: {3: 6.2e-12, 5: 3.4e-14, 7: 6e-14, 9: 7e-14, 11: 1.9e-13},
    1e-12: {3: 1.9e-14, 5: 6e-14, 7: 6e-14, 9: 7e-14, 11: 1.9e-13},
}
SPLINE_FACTOR = 4.0
STEPS = 1e12  # of positions, per pixel
LAST_BITS = 4
TIE = 1e-9  # as near to .5 an integer may be rounded to either side


def relative(job, rounding):
    """Return the tolerance over the source's scale.

    `rounding` tells whether the two round coordinates differently.
    """
    if job.interp == "nearest":
        return 0.0
    limit = ARITHMETIC
    if rounding:
        limit += ROUNDING.get(job.interp, SPLINE_ROUNDING)
    if job.order is not None:
        errors = SPLINE_ERROR[job.interp_kwargs["epsilon"]]
        limit += SPLINE_FACTOR * errors[job.order]
    return limit


def agree(job, got, expected, valid, values, rounding):
    """Return where two outputs (bands, h, w) of the same mask agree.

    `values` is a function without arguments that returns the float64 values of the
    model; it is asked only when integers differ.
    """
    same = np.equal(got, expected)
    if got.dtype.kind == "f":
        same |= np.isnan(got) & np.isnan(expected)
    if job.interp == "nearest" or same.all():
        return same
    return same | ((valid > 0) & close(job, got, expected, values, rounding))


def close(job, got, expected, values, rounding):
    """Return where two outputs are within the tolerance."""
    limit = largest(job, rounding)
    if got.dtype.kind == "f":
        ulp = np.spacing(np.abs(expected)) if got.dtype == np.float32 else 0.0
        return np.abs(got.astype(np.float64) - expected) <= limit + ulp
    middle, reach = values(), np.maximum(TIE, limit)
    if job.order is None:
        tie = middle - np.floor(middle) == 0.5
        reach = np.where(tie & on_halves(job), 0.0, reach)
    low, high = (convert(middle + side, got.dtype) for side in (-reach, reach))
    return (low <= got) & (got <= high) & (low <= expected) & (expected <= high)


def largest(job, rounding):
    """Return the largest difference (h, w) of right answers, in values."""
    return (relative(job, rounding) + either_step(job)) * job.scale


def either_step(job):
    """Return the tolerance (h, w) of pixels whose position lies between two steps.

    A last bit decides there to which multiple of 1e-12 it is rounded.
    """
    between = np.zeros(job.shape, bool)
    for axis in positions(job)[:2]:
        off_tie = np.abs(axis * STEPS % 1 - 0.5)
        between |= off_tie <= LAST_BITS * np.spacing(np.abs(axis)) * STEPS
    return np.where(between, ROUNDING.get(job.interp, SPLINE_ROUNDING), 0.0)


def on_halves(job):
    """Return output pixels at multiples of half a pixel: their ties are exact."""
    rows, cols, _ = positions(job)
    return (snapped(rows) % 0.5 == 0) & (snapped(cols) % 0.5 == 0)


def used_share(job, got, expected, rounding):
    """Return the largest difference of float64 outputs as a share of the tolerance."""
    limit = largest(job, rounding)
    if job.out_dtype != "float64" or not limit.all():
        return 0.0
    return float(np.nanmax(np.abs(got - expected) / limit, initial=0))

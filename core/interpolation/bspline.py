"""What B-spline interpolation needs to know before a pixel is read.

A B-spline is not an interpolation of the pixels but of coefficients, which a
recursive filter of all pixels makes. The filter is cut after a number of pixels that
`epsilon` chooses: Briand and Monasse, "Theory and Practice of Image B-Spline
Interpolation", IPOL 2018, doi:10.5201/ipol.2018.221.
"""

from __future__ import annotations

import math

from ..errors import GridrError

POLES = {
    3: (-0.2679491924311227,),
    5: (-0.4305753470999738, -0.04309628820326465),
    7: (-0.5352804307964382, -0.1225546151923267, -0.009148694809608277),
    9: (
        -0.6079973891686259,
        -0.2017505201931532,
        -0.04322260854048175,
        -0.002121306903180818,
    ),
    11: (
        -0.6612660689007345,
        -0.2721803492947859,
        -0.08975959979371331,
        -0.01666962736623466,
        -0.0005105575344465021,
    ),
}
"""Order -> poles of the filter, the roots in (-1, 0) of the polynomial whose
coefficients are the B-spline at the integers; the slowest to decay comes first."""
LEAST_EPSILON = 1e-300
"""Below, what is computed of it vanishes."""


def truncation_lengths(order: int, epsilon: float) -> tuple[int, ...]:
    """Return after how many pixels the filter of each pole is cut.

    Parameters
    ----------
    order : int
        Order of the B-spline, a key of `POLES`.
    epsilon : float
        Precision of the coefficients, relative to the largest pixel.

    Returns
    -------
    tuple of int
        N of each pole [pixels]. A coefficient depends on ``sum(N)`` pixels on each
        side, the reach of the filter.

    Raises
    ------
    GridrError
        If epsilon is not between 0 and 1.

    Notes
    -----
    Briand and Monasse, extended domain: the error is shared among the poles by mu,
    ``N_k = 1 + floor(log(0.5 * rho**2 * epsilon * (1 - z_k) * part_k) / log(-z_k))``
    with ``part_k = (1 - mu_k) * (product of mu_j for j > k)`` and
    ``rho = (product of (1 + z) / (1 - z) over the poles z)**2``.
    """
    if not LEAST_EPSILON <= epsilon < 1:
        raise GridrError(
            "The B-spline's epsilon must lie between 0 and 1, got {epsilon}. Choose "
            "for example 1e-6.",
            epsilon=epsilon,
        )
    poles = POLES[order]
    logs = [math.log(-pole) for pole in poles]
    rho = math.prod((1 + pole) / (1 - pole) for pole in poles) ** 2
    shares = [0.0]
    for k in range(1, len(poles)):
        faster = logs[k] * sum(1 / log for log in logs[:k])
        shares.append(faster / (1 + faster))
    lengths = []
    for k, (pole, log) in enumerate(zip(poles, logs)):
        part = (1 - shares[k]) * math.prod(shares[k + 1 :])
        bound = 0.5 * rho**2 * epsilon * (1 - pole) * part
        lengths.append(1 + math.floor(math.log(bound) / log))
    return tuple(lengths)


def influence_radius(order: int, threshold: float) -> float:
    """Return how far an invalid pixel spoils the coefficients [pixels].

    A pixel at distance d weighs about ``|z_1| ** d`` in a coefficient, which is below
    the threshold beyond this (real, Manhattan) distance; 0 or less for none at all.

    Raises
    ------
    GridrError
        If the threshold is not a number above 0.
    """
    if not 0 < threshold < math.inf:
        raise GridrError(
            "The mask influence threshold must be above 0, got {threshold}. Choose "
            "for example 0.001, or 1 to keep all valid pixels.",
            threshold=threshold,
        )
    return math.log(threshold) / math.log(-POLES[order][0])

"""B-splines by the literal recipe of GridR: section 2.3 - 2.5 of its behaviour.

The recursive filters follow Briand and Monasse, "Theory and practice of image B-spline
interpolation", IPOL 2018, with truncated sums on an extended domain.
"""

from math import comb, floor, log, prod

import numpy as np

POLES = {
    3: [-0.2679491924311227],
    5: [-0.4305753470999738, -0.04309628820326465],
    7: [-0.5352804307964382, -0.1225546151923267, -0.009148694809608277],
    9: [
        -0.6079973891686259,
        -0.2017505201931532,
        -0.04322260854048175,
        -0.002121306903180818,
    ],
    11: [
        -0.6612660689007345,
        -0.2721803492947859,
        -0.08975959979371331,
        -0.01666962736623466,
        -0.0005105575344465021,
    ],
}


def truncations(order, epsilon):
    """Return N_1 .. N_nt, the lengths of the truncated sums."""
    poles = POLES[order]
    logs = [log(-z) for z in poles]
    rho = prod((1 + z) / (1 - z) for z in poles) ** 2
    mu = [0.0]
    for k in range(1, len(poles)):
        product = logs[k] * sum(1 / value for value in logs[:k])
        mu.append(product / (1 + product))
    lengths = []
    for i, z in enumerate(poles):
        rest = prod(mu[i + 1 :])
        inside = 0.5 * rho**2 * epsilon * (1 - z) * (1 - mu[i]) * rest
        lengths.append(1 + floor(log(inside) / logs[i]))
    return lengths


def margin(order, epsilon):
    """Return L_0: how far the prefiltered window reaches beyond the pixels."""
    return order // 2 + sum(truncations(order, epsilon))


def influence(order, threshold):
    """Return the Manhattan distance at which a masked pixel still counts."""
    return max(log(threshold) / log(-POLES[order][0]), 0.0)


def weight(order, distance):
    """Return n! times the centred B-spline at distances >= 0.

    The factor is the one that the filters of `coefficients` leave out.
    """
    total = np.zeros_like(distance)
    for k in range(order + 2):
        base = np.maximum((order + 1) / 2 - distance - k, 0)
        total += (-1) ** k * comb(order + 1, k) * base**order
    return total


def filter_pole(signal, z, n):
    """Return signals (n, m), filtered along axis 0 where the sums allow it."""
    last = len(signal) - 1 - n
    powers = z ** np.arange(n + 1.0)
    causal = signal.copy()
    causal[n] = np.tensordot(powers, signal[n::-1], 1)
    for i in range(n + 1, last + 1):
        causal[i] = signal[i] + z * causal[i - 1]
    out = signal.copy()
    ahead = np.tensordot(powers[1:], signal[last + 1 : last + 1 + n], 1)
    out[last] = z / (z * z - 1) * (causal[last] + ahead)
    for i in range(last - 1, n - 1, -1):
        out[i] = z * (out[i + 1] - causal[i])
    return out


def filter_columns(block, order, epsilon):
    """Return a padded block, prefiltered along axis 0."""
    block = block.copy()
    inset = 0
    for z, n in zip(POLES[order], truncations(order, epsilon)):
        rows = slice(inset, len(block) - inset)
        block[rows] = filter_pole(block[rows], z, n)
        inset += n
    return block


def coefficients(block, order, epsilon):
    """Return the coefficients of a padded block; good where inset by L_0 - nt."""
    block = filter_columns(block, order, epsilon)
    inset = sum(truncations(order, epsilon))
    rows = slice(inset, len(block) - inset)
    block[rows] = filter_columns(block[rows].T, order, epsilon).T
    return block


def dilate(invalid, radius):
    """Return where an invalid pixel lies within a Manhattan distance."""
    for _ in range(floor(radius)):
        grown = invalid.copy()
        grown[1:] |= invalid[:-1]
        grown[:-1] |= invalid[1:]
        grown[:, 1:] |= invalid[:, :-1]
        grown[:, :-1] |= invalid[:, 1:]
        invalid = grown
    return invalid

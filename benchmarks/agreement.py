"""Whether contenders that were timed made the same pixels, and how exact they are."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import rasterio

from .inputs import Files, Scene

ROWS = 512
"""Rows that are compared at a time."""
SAMPLE = 100_000
"""Pixels whose exact values are computed."""
KEYS = {"cv2": -0.75}
"""Parameter of Keys' cubic kernel; all others take -0.5."""


def difference(found: tuple[Path, Path], wanted: tuple[Path, Path]) -> dict:
    """Return how two results differ, each given as files of data and validity.

    Returns
    -------
    dict
        `most`: largest difference where both are valid; `masks_equal`: share of
        pixels with the same validity, None where one has no mask.
    """
    data, valid = load(found)
    expected, usable = load(wanted)
    most, same = 0.0, 0
    for row in range(0, data.shape[1], ROWS):
        rows = slice(row, row + ROWS)
        both = np.ones(data.shape[2], bool)
        for mask in (valid, usable):
            both = both if mask is None else both & mask[rows]
        apart = np.abs(data[:, rows].astype(float) - expected[:, rows])
        most = max(most, np.max(apart, initial=0, where=both))
        if valid is not None and usable is not None:
            same += int((valid[rows] == usable[rows]).sum())
    masked = valid is not None and usable is not None
    return {"most": float(most), "masks_equal": same / valid.size if masked else None}


def load(files: tuple[Path, Path]) -> tuple[np.ndarray, np.ndarray | None]:
    """Return saved data and validity without reading them yet."""
    data, valid = files
    mask = np.load(valid, mmap_mode="r") if valid.exists() else None
    return np.load(data, mmap_mode="r"), mask


def largest_error(
    scene: Scene, method: str, library: str, files: Files, data: np.ndarray
) -> dict[str, float]:
    """Return the largest difference from exact float64 values, over a sample.

    Each library is held against its own kernel, at positions from float64 nodes.

    Returns
    -------
    dict
        `error`, and the same as `ulps`, units in the last place of float32.
    """
    random = np.random.default_rng(1)
    pixels = random.integers(0, scene.dst_size, (2, SAMPLE))
    with rasterio.open(files.src) as src:
        values = src.read(1)
    positions = linear_positions(scene, pixels)
    inside = ((positions > 1) & (positions < scene.src_size - 2)).all(axis=0)
    exact = interpolated(values, positions[:, inside], method, KEYS.get(library, -0.5))
    apart = np.abs(data[0][tuple(pixels[:, inside])] - exact)
    ulps = apart / np.spacing(np.abs(exact).astype(np.float32))
    return {"error": float(apart.max()), "ulps": float(ulps.max())}


def linear_positions(scene: Scene, pixels: np.ndarray) -> np.ndarray:
    """Return the positions (2, n) of pixels (2, n), linear between nodes."""
    nodes = scene.positions()
    cell = np.minimum(pixels // scene.step, scene.nodes - 2)
    (a, b), (i, j) = (pixels - cell * scene.step) / scene.step, cell
    upper = nodes[:, i, j] * (1 - b) + nodes[:, i, j + 1] * b
    lower = nodes[:, i + 1, j] * (1 - b) + nodes[:, i + 1, j + 1] * b
    return upper * (1 - a) + lower * a


def interpolated(
    src: np.ndarray, positions: np.ndarray, method: str, keys: float
) -> np.ndarray:
    """Return linear or cubic values (n,) at positions (2, n), in float64."""
    taps = (0, 1) if method == "linear" else (-1, 0, 1, 2)
    first = np.floor(positions).astype(int)
    share = positions - first
    total = np.zeros(positions.shape[1])
    for p in taps:
        for q in taps:
            weight = kernel(share[0] - p, method, keys)
            weight *= kernel(share[1] - q, method, keys)
            total += weight * src[first[0] + p, first[1] + q]
    return total


def kernel(distance: np.ndarray, method: str, a: float) -> np.ndarray:
    """Return the weights of pixels at some distances."""
    t = np.abs(distance)
    if method == "linear":
        return np.maximum(1 - t, 0)
    near = (a + 2) * t**3 - (a + 3) * t**2 + 1
    far = a * t**3 - 5 * a * t**2 + 8 * a * t - 4 * a
    return np.where(t <= 1, near, np.where(t < 2, far, 0))

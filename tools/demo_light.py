"""Light the Earth and put it among the stars: the last step of the demo."""

from __future__ import annotations

import numpy as np
from scipy import ndimage

SEED = 3
SUN = np.array([-0.52, 0.32, 0.79])  # direction: right, up, towards the viewer
AIR = np.array([0.36, 0.62, 1.00])
NIGHT = np.array([0.010, 0.013, 0.030])
MILKY_WAY = np.array([0.055, 0.060, 0.100])


def compose(bands: np.ndarray, valid: np.ndarray) -> np.ndarray:
    """Return the picture, half as wide and high: uint8 of shape (rows, cols, 3).

    `bands` has shape (3, rows, cols); `valid` tells the Earth from space.
    """
    coverage = halve(valid)
    earth = halve(np.moveaxis(bands / 255 * valid, 0, -1))
    earth /= np.maximum(coverage, 1e-6)[..., None]
    normal, height = sphere(coverage)
    day = smoothstep((normal @ SUN + 0.10) / 0.5)
    picture = mix(
        sky(coverage.shape, height, day), light(earth, normal, day), coverage[..., None]
    )
    return np.rint(255 * tone(picture)).astype("uint8")


def halve(image: np.ndarray) -> np.ndarray:
    """Return the means of 2 x 2 pixels; an odd last row or column is left out."""
    rows, cols = (size // 2 for size in image.shape[:2])
    cells = image[: 2 * rows, : 2 * cols].astype("float32")
    return cells.reshape(rows, 2, cols, 2, *image.shape[2:]).mean(axis=(1, 3))


def sphere(coverage: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the direction of the ground and the height above it [radii].

    Outside the disc the ground is the limb next to the pixel. The disc is found in
    the mask: its centre and its area.
    """
    row, col = ndimage.center_of_mass(coverage)
    radius = np.sqrt(coverage.sum() / np.pi)
    rows, cols = np.indices(coverage.shape)
    x, y = (cols - col) / radius, (row - rows) / radius
    distance = np.hypot(x, y)
    stretch = np.maximum(distance, 1)
    z = np.sqrt(np.maximum(1 - distance**2, 0))
    return np.stack([x / stretch, y / stretch, z], axis=-1), distance - 1


def light(earth: np.ndarray, normal: np.ndarray, day: np.ndarray) -> np.ndarray:
    """Return the Earth lit by the sun, through its air."""
    towards_sun = np.clip(normal @ SUN, 0, 1)
    towards_viewer = normal[..., 2]
    half = SUN + [0, 0, 1]
    mirror = np.clip(normal @ (half / np.linalg.norm(half)), 0, 1)
    water = np.clip(3 * (earth[..., 2] - earth[..., 0]), 0, 1)
    glint = 0.22 * day * water * mirror**50
    haze = day * (0.05 + 0.80 * (1 - towards_viewer) ** 2.6)
    lit = earth * (0.08 + day * (0.42 + 0.60 * towards_sun))[..., None]
    return mix(lit, AIR, haze[..., None]) + glint[..., None]


def sky(shape: tuple[int, int], height: np.ndarray, day: np.ndarray) -> np.ndarray:
    """Return space with its stars, behind the glow of the air above the limb."""
    random = np.random.default_rng(SEED)
    space = NIGHT + milky_way(shape, random) + stars(shape, random)
    above = np.maximum(height, 0)
    glow = 0.85 * np.exp(-above / 0.016) + 0.28 * np.exp(-above / 0.08)
    return mix(space, AIR, (glow * (0.02 + 0.98 * day))[..., None])


def milky_way(shape: tuple[int, int], random: np.random.Generator) -> np.ndarray:
    """Return a band of clouds of light across the picture."""
    rows, cols = np.indices(shape) / shape[1]
    across = (rows - rows.mean()) * 0.88 - (cols - cols.mean()) * 0.47
    clouds = sum(
        weight * size * ndimage.gaussian_filter(random.normal(size=shape), size)
        for size, weight in ((4, 0.2), (14, 0.5), (45, 0.9), (110, 1.0))
    )
    clouds = np.clip(0.55 + 0.35 * clouds / clouds.std(), 0, None)
    return (np.exp(-((across / 0.16) ** 2)) * clouds)[..., None] * MILKY_WAY


def stars(shape: tuple[int, int], random: np.random.Generator) -> np.ndarray:
    """Return many faint and few bright stars, bluish, white and reddish."""
    count = 2600
    tints = np.array([[0.75, 0.85, 1.00], [1.00, 1.00, 1.00], [1.00, 0.90, 0.75]])
    brightness = np.minimum(0.12 * random.pareto(1.6, count), 3.5)
    points = np.zeros((*shape, 3))
    rows, cols = (random.integers(0, size, count) for size in shape)
    points[rows, cols] = brightness[:, None] * random.choice(tints, count)
    return sum(
        weight * ndimage.gaussian_filter(points, (size, size, 0))
        for size, weight in ((0.55, 1.8), (1.6, 0.8))
    )


def mix(one: np.ndarray, other: np.ndarray, share: np.ndarray) -> np.ndarray:
    """Return `one` where the share is 0, `other` where it is 1."""
    share = np.clip(share, 0, 1)
    return one * (1 - share) + other * share


def smoothstep(values: np.ndarray) -> np.ndarray:
    """Return 0 below 0, 1 above 1 and a smooth way between."""
    values = np.clip(values, 0, 1)
    return values**2 * (3 - 2 * values)


def tone(light: np.ndarray) -> np.ndarray:
    """Return display values between 0 and 1; bright light is compressed."""
    exposure = 1.25
    return np.expm1(-exposure * np.clip(light, 0, 1)) / np.expm1(-exposure)

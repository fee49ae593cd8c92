"""Draw the figures of the guide: rasters, and on them nodes, polygons and windows.

Axes count pixels, rows downwards; the centre of the first pixel is (0, 0).
"""

from __future__ import annotations

import matplotlib.pyplot as plt
import numpy as np
import rasterio
from gridr_qgis.core.window import strips, tiles, window_of, window_ranges
from matplotlib import patheffects
from matplotlib.patches import Rectangle

WHITE, BLACK, YELLOW, PINK = "#ffffff", "#1a1a1a", "#ffd21f", "#ff2fa0"
NODES = {"valid": ("o", WHITE), "masked": ("s", PINK), "outside": ("X", BLACK)}
WIDTH = 9.2  # of a figure [inches]


def panels(*titles: str, columns: int | None = None, height: float = 4.2) -> list:
    """Return one pair of axes for each title, side by side or in some columns."""
    columns = columns or len(titles)
    rows = -(-len(titles) // columns)
    size = (WIDTH if columns > 1 else 0.6 * WIDTH, height * rows)
    figure, axes = plt.subplots(rows, columns, figsize=size, squeeze=False)
    figure.set_layout_engine("constrained")
    for one, title in zip(axes.flat, titles):
        one.set_title(title, fontsize=10)
        one.set_xlabel("column", fontsize=8)
        one.set_ylabel("row", fontsize=8)
        one.tick_params(labelsize=8)
    return list(axes.flat)


def image(axes, bands: np.ndarray, valid: np.ndarray | None = None) -> None:
    """Draw (bands, rows, cols) of 8 bits, hatched where `valid` is 0."""
    pixels = np.moveaxis(bands[:3], 0, -1)
    if valid is not None:
        alpha = np.where(valid.reshape(pixels.shape[:2]), 255, 0).astype("uint8")
        pixels = np.dstack([pixels, alpha])
    axes.patch.set(facecolor="0.93", edgecolor="0.75", hatch="////", linewidth=0)
    axes.imshow(pixels, interpolation="nearest")


def mask(axes, valid: np.ndarray) -> None:
    """Draw a mask: valid white, invalid dark."""
    axes.imshow(valid.squeeze(), cmap="gray", vmin=-0.3, vmax=1, interpolation="none")


def states(rows, cols, shape, masked=None) -> np.ndarray:
    """Return what each node is: valid, masked, or outside a source of a shape."""
    inside = (rows >= 0) & (rows <= shape[0] - 1) & (cols >= 0) & (cols <= shape[1] - 1)
    found = np.where(inside, "valid", "outside")
    return found if masked is None else np.where(masked, "masked", found)


def nodes(axes, rows, cols, states: np.ndarray, lines: bool = True) -> None:
    """Draw nodes at some positions by their states, joined by lines."""
    if lines:
        for net in ((cols, rows), (cols.T, rows.T)):
            axes.plot(*net, color="white", linewidth=0.5, alpha=0.7)
    for state, (marker, colour) in NODES.items():
        style = {"s": 26, "edgecolors": BLACK, "linewidths": 0.6, "zorder": 3}
        where = states == state
        if where.any():
            place = cols[where], rows[where]
            axes.scatter(*place, marker=marker, color=colour, label=state, **style)
    legend(axes)


def arrows(axes, pixels, errors, longer: float = 4.0) -> None:
    """Draw arrows from positions (n, 2) along errors, which are drawn longer."""
    (row, col), (down, right) = pixels.T, longer * errors.T
    style = {"angles": "xy", "scale_units": "xy", "scale": 1, "width": 0.006}
    axes.quiver(col, row, right, down, color=PINK, **style)
    axes.plot(col, row, "o", color=WHITE, markeredgecolor=BLACK, markersize=5)
    for number, place in enumerate(zip(col + 6, row - 6), 1):
        text = axes.text(*place, str(number), color=WHITE, fontsize=8)
        text.set_path_effects([patheffects.withStroke(linewidth=2, foreground=BLACK)])


def outline(axes, ranges, label="", colour=YELLOW, width=1.6) -> None:
    """Draw the border of a half-open ((row, row_stop), (col, col_stop))."""
    (top, bottom), (left, right) = ranges
    box = Rectangle(
        (left - 0.5, top - 0.5),
        right - left,
        bottom - top,
        fill=False,
        edgecolor=colour,
        linewidth=width,
    )
    axes.add_patch(box)
    halo = [patheffects.withStroke(linewidth=2.5, foreground=BLACK)]
    style = {"fontsize": 9, "va": "top", "weight": "bold", "path_effects": halo}
    axes.text(left + 3, top + 3, label, color=colour, **style)


def place_of(part: str, whole: str):
    """Return where a raster lies in another one, as half-open ranges of pixels."""
    with rasterio.open(part) as small, rasterio.open(whole) as large:
        row, col = large.index(*small.xy(0, 0))
        return (row, row + small.height), (col, col + small.width)


def pieces(axes, shape, strip_rows: int, tile_shape) -> None:
    """Draw the strips and tiles of an output of a shape, as the engine cuts it."""
    whole = window_of(((0, shape[0]), (0, shape[1])))
    for number, strip in enumerate(strips(whole, strip_rows), start=1):
        for tile in tiles(strip, tile_shape):
            outline(axes, window_ranges(tile), colour=WHITE, width=0.8)
        outline(axes, window_ranges(strip), f"strip {number}")


def polygon(axes, shape, label: str, colour: str) -> None:
    """Draw the contour of a shapely polygon (x = column, y = row)."""
    axes.plot(*shape.exterior.xy, color=colour, linewidth=2, label=label)
    legend(axes)


def legend(axes) -> None:
    """Tell below the axes what is what."""
    style = {"fontsize": 8, "frameon": False, "facecolor": "0.8"}
    axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.12), ncol=3, **style)


def pixels(axes, first: float) -> None:
    """Draw some pixels, numbered as if the first one's centre were `first`."""
    for row in range(3):
        for col in range(4):
            corner = (col + first - 0.5, row + first - 0.5)
            box = Rectangle(corner, 1, 1, facecolor="#dbe9f6", edgecolor="#4a7fb5")
            axes.add_patch(box)
    axes.scatter(first, first, color=PINK, s=40, zorder=3)
    name = f" ({first:g}, {first:g})"
    axes.text(first, first - 0.12, name, ha="center", va="bottom", fontsize=9)
    axes.set(xlim=(first - 0.9, first + 3.9), ylim=(first + 2.9, first - 0.9))
    axes.set(xticks=range(5), yticks=range(4), aspect="equal")
    axes.grid(color="0.4", linewidth=0.5, linestyle=":")

"""Rasters and grids made up for tests."""

import numpy as np
import rasterio
import rasterio.shutil


def write_raster(path, pixels, **profile):
    """Write (rows, cols) or (bands, rows, cols) as a GeoTIFF; return its name.

    `descriptions` and `tags` may be among the profile.
    """
    pixels = np.asarray(pixels)
    bands = pixels.reshape(-1, *pixels.shape[-2:])
    descriptions = profile.pop("descriptions", ())
    tags = profile.pop("tags", {})
    settings = {
        "driver": "GTiff",
        "dtype": bands.dtype,
        "count": bands.shape[0],
        "height": bands.shape[1],
        "width": bands.shape[2],
        **profile,
    }
    with rasterio.open(path, "w", **settings) as dataset:
        dataset.write(bands)
        dataset.update_tags(**tags)
        for index, text in enumerate(descriptions, 1):
            dataset.set_band_description(index, text)
    return str(path)


def write_signed(path, pixels):
    """Write (rows, cols) as signed bytes, also where GDAL has no type of them."""
    if tuple(map(int, rasterio.__gdal_version__.split(".")[:2])) >= (3, 7):
        return write_raster(path, pixels.astype("int8"))
    plain = write_raster(f"{path}.u8.tif", pixels.astype("int8").view("uint8"))
    rasterio.shutil.copy(plain, path, driver="GTiff", PIXELTYPE="SIGNEDBYTE")
    return str(path)


def read_raster(path):
    """Return all bands of a raster (bands, rows, cols)."""
    with rasterio.open(path) as dataset:
        return dataset.read()


def noise(shape, dtype="uint16", seed=0):
    """Return random pixels over most of the range of a type."""
    random = np.random.default_rng(seed)
    if np.dtype(dtype).kind == "f":
        return random.normal(100, 50, shape).astype(dtype)
    limits = np.iinfo(dtype)
    return random.integers(limits.min // 2, limits.max // 2, shape).astype(dtype)


def turned_grid(shape, step, angle=30.0, centre=(20.0, 20.0)):
    """Return the nodes (2, n, m) of a turn by `angle` degrees about the middle.

    The middle of the output reads `centre` of the source.
    """
    i, j = np.meshgrid(
        step[0] * (np.arange(shape[0]) - (shape[0] - 1) / 2),
        step[1] * (np.arange(shape[1]) - (shape[1] - 1) / 2),
        indexing="ij",
    )
    cos, sin = np.cos(np.radians(angle)), np.sin(np.radians(angle))
    return np.stack([centre[0] + cos * i - sin * j, centre[1] + sin * i + cos * j])


def dense_positions(nodes, step):
    """Return the positions (2, rows, cols) of every pixel, by the plain formula.

    NaN where any node of non-zero weight is not finite.
    """
    _, n, m = nodes.shape
    out = np.empty((2, (n - 1) * step[0] + 1, (m - 1) * step[1] + 1))
    for r in range(out.shape[1]):
        for c in range(out.shape[2]):
            i, a = divmod(r, step[0])
            j, b = divmod(c, step[1])
            corners = [(i, j, (step[0] - a) * (step[1] - b))]
            corners += [(i, j + 1, (step[0] - a) * b)] if b else []
            corners += [(i + 1, j, a * (step[1] - b))] if a else []
            corners += [(i + 1, j + 1, a * b)] if a and b else []
            total = sum(nodes[:, k, n] * weight for k, n, weight in corners)
            out[:, r, c] = total / (step[0] * step[1])
    out[:, ~np.isfinite(out).all(axis=0)] = np.nan
    return out

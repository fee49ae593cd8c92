"""Paint the world map that QGIS ships: the source of the demo."""

from __future__ import annotations

import json
import os
from pathlib import Path

import numpy as np
from helpers.affines import along
from osgeo import ogr, osr
from pyproj import Transformer
from rasterio.features import rasterize
from rasterio.transform import Affine
from scipy import ndimage

ogr.UseExceptions()
osr.UseExceptions()

SEED = 7
CLIMATE = {  # degrees from the equator: colour of the land
    0: "2f6b3a",
    9: "5f8a3c",
    15: "b5a557",
    23: "dfc083",
    31: "d3b470",
    38: "8fa352",
    48: "5f9150",
    58: "44785a",
    66: "7c9487",
    73: "c9d6d8",
    80: "f2f6f8",
}
SEA = {  # km from the coast: colour of the water
    0: "2f9dbd",
    60: "2584ad",
    150: "17689a",
    400: "115084",
    900: "0d3467",
    1800: "0a2149",
}
BORDER, COAST, GRATICULE = "fff6dc", "eaffff", "ffffff"


def paint_world(crs: str, transform: Affine, size: int) -> np.ndarray:
    """Return the map as uint8 of shape (3, size, size).

    `crs` is a PROJ string of an azimuthal projection of the sphere: only the point
    opposite its centre is torn, and no land of the map may be there.
    """
    sphere = "+proj=longlat +R=" + crs.partition("+R=")[2]
    provinces = read_provinces(sphere, crs)
    shapes = [(shape, number) for number, (_, shape) in enumerate(provinces, start=1)]
    province = rasterize(shapes, (size, size), transform=transform, dtype="int32")
    names = sorted({name for name, _ in provinces})
    country = np.array([0] + [names.index(name) + 1 for name, _ in provinces])[province]

    km = transform.a / 1000
    x, y = pixel_centres(transform, size)
    to_sphere = Transformer.from_crs(crs, sphere, always_xy=True)
    lon, lat = np.nan_to_num(to_sphere.transform(x, y), posinf=0)

    image = sea_colour(ndimage.distance_transform_edt(province == 0) * km)
    land = province > 0
    image[land] = land_colour(lat[land], province[land], country[land])
    blend(image, BORDER, 0.55 * edges(country))
    blend(image, COAST, 0.50 * edges(land))
    blend(image, GRATICULE, 0.18 * graticule(lon, lat, km))
    return np.moveaxis(np.rint(255 * image).astype("uint8"), -1, 0)


def read_provinces(sphere: str, crs: str) -> list[tuple[str, dict]]:
    """Return (country, GeoJSON geometry in the CRS) of each province of the world."""
    to_crs = osr.CoordinateTransformation(reference(sphere), reference(crs))
    dataset = ogr.Open(str(world_map()))
    provinces = []
    for feature in dataset.GetLayer("states_provinces"):
        geometry = feature.GetGeometryRef().Clone()
        geometry.Segmentize(1.0)  # a straight line of the file is not one of the CRS
        geometry.Transform(to_crs)
        country = feature.GetField("adm0_a3")
        provinces.append((country, json.loads(geometry.ExportToJson())))
    return provinces


def world_map() -> Path:
    """Return the path of the world map in QGIS's own data."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    data = Path(application.pkgDataPath(), "resources", "data")
    return data / "world_map.gpkg"


def reference(proj: str) -> osr.SpatialReference:
    """Return a spatial reference whose first axis is x or longitude."""
    spatial_reference = osr.SpatialReference()
    spatial_reference.ImportFromProj4(proj)
    spatial_reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return spatial_reference


def pixel_centres(transform: Affine, size: int) -> tuple[np.ndarray, np.ndarray]:
    """Return x and y of every pixel centre of a square raster."""
    steps = np.arange(size) + 0.5
    return along(transform, *np.meshgrid(steps, steps))


def land_colour(
    lat: np.ndarray, province: np.ndarray, country: np.ndarray
) -> np.ndarray:
    """Return colours by climate, a little different in each country and province."""
    random = np.random.default_rng(SEED)
    by_country = random.normal(size=country.max() + 1)[country]
    by_province = random.normal(size=province.max() + 1)[province]
    mood = 0.65 * by_country + 0.35 * by_province
    colour = ramp(CLIMATE, np.abs(lat + 3.5 * mood))
    return np.clip(colour * (1 + 0.1 * mood)[:, None], 0, 1)


def sea_colour(km_to_coast: np.ndarray) -> np.ndarray:
    """Return colours of the sea: bright at the coast, dark far out."""
    return ramp(SEA, km_to_coast)


def ramp(stops: dict[float, str], values: np.ndarray) -> np.ndarray:
    """Return the colours between the stops, shape (..., 3)."""
    positions = list(stops)
    colours = np.array([rgb(colour) for colour in stops.values()])
    bands = [np.interp(values, positions, band) for band in colours.T]
    return np.stack(bands, axis=-1).astype("float32")


def rgb(colour: str) -> list[float]:
    """Return red, green and blue between 0 and 1."""
    return [int(colour[start : start + 2], 16) / 255 for start in (0, 2, 4)]


def blend(image: np.ndarray, colour: str, opacity: np.ndarray) -> None:
    """Lay a colour over the image where the opacity is not 0."""
    opacity = opacity[..., None].astype("float32")
    image += opacity * (np.array(rgb(colour), "float32") - image)


def edges(labels: np.ndarray) -> np.ndarray:
    """Return 1 where a pixel's label differs from a neighbour's, else 0."""
    different = np.zeros(labels.shape, "float32")
    for one, other in (
        (np.s_[1:, :], np.s_[:-1, :]),
        (np.s_[:, 1:], np.s_[:, :-1]),
    ):
        change = labels[one] != labels[other]
        different[one] += change
        different[other] += change
    return np.minimum(different, 1)


def graticule(lon: np.ndarray, lat: np.ndarray, km: float) -> np.ndarray:
    """Return 1 on meridians and parallels every 15 degrees, thin and smooth."""
    km_per_degree = 111.2
    to_parallel = to_multiple(lat, 15) * km_per_degree
    to_meridian = to_multiple(lon, 15) * km_per_degree * np.cos(np.radians(lat))
    to_meridian[np.abs(lat) > 75.1] = np.inf  # they crowd at the poles
    return np.clip(1.5 - np.minimum(to_parallel, to_meridian) / km, 0, 1)


def to_multiple(values: np.ndarray, step: float) -> np.ndarray:
    """Return the distance from the nearest multiple of the step."""
    return np.abs((values + step / 2) % step - step / 2)

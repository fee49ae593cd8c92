"""Random jobs of the forms about grids, and what they mean in closed form.

Sources, points and arrays lie on the map by one affine transform, so that all forms
that make grids are to make its inverse.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio
from affine import Affine
from form_jobs import FormJob
from gridr_qgis.algorithms.parameters import names
from helpers.affines import chained
from helpers.data import dense_positions, write_raster
from helpers.points import write_points, write_rows
from helpers.swaths import tag_arrays, write_lookup

DEGREES, METRES = "EPSG:4326", "EPSG:32631"
CLOSE = 1e-5
"""Source pixels within which positions are those that are meant."""
FIRST = {"absolute": 0.0, "center05": 0.5, "one_based": 1.0}
STEPS = (names.RESOLUTION_ROW, names.RESOLUTION_COL)


@dataclass
class Scene:
    """A source, and where it lies on the map."""

    name: str
    shape: tuple
    crs: str
    transform: Affine

    def places(self, rows, cols):
        """Return x and y of positions [pixel centres]."""
        a, b, c, d, e, f = self.transform[:6]
        x, y = cols + 0.5, rows + 0.5
        return a * x + b * y + c, d * x + e * y + f

    def positions(self, x, y):
        """Return rows and columns of places [pixel centres]."""
        matrix = np.array(self.transform).reshape(3, 3)
        col, row, _ = np.einsum(
            "ij,j...->i...", np.linalg.inv(matrix), np.stack([x, y, np.ones_like(x)])
        )
        return np.stack([row - 0.5, col - 0.5])

    @property
    def pixel(self):
        """Return the size of its pixels."""
        return float(np.hypot(self.transform.a, self.transform.d))


def scene_of(rng, folder, crs=None, on_map=True):
    """Return a random source."""
    shape = tuple(rng.integers(12, 70, 2).tolist())
    crs = crs or str(rng.choice([DEGREES, METRES]))
    size, x, y = (0.01, 10.0, 50.0) if crs == DEGREES else (10.0, 5e5, 5e6)
    angle = rng.uniform(-180, 180) if rng.random() < 0.5 else 0
    turn = Affine.rotation(angle) if angle else Affine.identity()
    x, y = x + rng.uniform(-5, 5) * size, y + rng.uniform(-5, 5) * size
    transform = chained(Affine.translation(x, y), turn, Affine.scale(size, -size))
    place = {"crs": crs, "transform": transform} if on_map else {}
    pixels = rng.integers(0, 255, shape).astype("uint8")
    name = write_raster(folder / "in" / "src.tif", pixels, **place)
    return Scene(name, shape, crs, transform)


def target_of(scene, rng, folder):
    """Return parameters of a random target of the scene's coordinate system."""
    given = {name: int(rng.integers(1, 9)) for name in STEPS if rng.random() < 0.5}
    given[names.OUTPUT] = str(folder / "out" / "data.tif")
    if rng.random() < 0.5:
        given[names.OUTPUT_MASK] = str(folder / "out" / "mask.tif")
    rows, cols = scene.shape
    x, y = scene.places(np.array([0.0, 0, rows, rows]), np.array([0.0, cols, 0, cols]))
    size = scene.pixel * float(rng.uniform(0.6, 2))
    ends = x.min(), x.max(), y.min(), y.max()
    if rng.random() < 0.3:
        place = Affine(size, 0, ends[0], 0, -size, ends[3])
        pixels = np.zeros(rng.integers(10, 60, 2), "uint8")
        template = folder / "in" / "template.tif"
        write_raster(template, pixels, crs=scene.crs, transform=place)
        return {**given, names.TEMPLATE: str(template)}
    if rng.random() < 0.5:
        given[names.PIXEL_SIZE] = size
    if scene.crs == DEGREES and rng.random() < 0.5:
        given[names.TARGET_EXTENT] = ",".join(f"{end:.6f}" for end in ends)
    if rng.random() < 0.3:
        given[names.TARGET_CRS] = scene.crs
    return given


def making(scene, form, given, bounds=None):
    """Return a job that makes the grid of a scene's place.

    `bounds`, float (2, 2): least row and column that have a place, and greatest; None:
    all have.
    """

    def found(results):
        with rasterio.open(results[names.OUTPUT]) as made:
            nodes, (a, b, c, d, e, f) = made.read(), made.transform[:6]
            tags = {name: int(text) for name, text in made.tags(ns=None).items()
                    if name.startswith("GRID")}  # fmt: skip
        cols, rows = np.meshgrid(*(np.arange(n) + 0.5 for n in nodes.shape[:0:-1]))
        places = a * cols + b * rows + c, d * cols + e * rows + f
        mask = results.get(names.OUTPUT_MASK)
        if mask is not None:
            with rasterio.open(mask) as made:
                mask = made.read(1)
        return nodes, places, mask, tags

    def inside(positions, margin=CLOSE):
        if bounds is None:
            return np.ones(positions.shape[1:], bool)
        low, high = np.reshape(bounds, (2, 2, 1, 1))
        within = (positions > low + margin) & (positions < high - margin)
        return within.all(axis=0)

    def judge(_job, odd, made):
        if odd:
            return None
        nodes, places, mask, tags = made
        wanted = scene.positions(*places)
        known = np.isfinite(nodes).all(axis=0)
        error = np.abs(nodes - wanted)[:, known].max(initial=0)
        if error > CLOSE:
            return f"positions are {error:g} pixels off"
        if not known[inside(wanted)].all() or known[~inside(wanted, -CLOSE)].any():
            return "nodes are lost or invented"
        if mask is not None and (mask.astype(bool) != known).any():
            return "the mask is another"
        if not given.keys() & {*STEPS} and lost_pixels(nodes, wanted, tags, inside):
            return "pixels are lost"
        for axis, step, size in zip((0, 1), STEPS, ("GRID_ROWS", "GRID_COLS")):
            apart, count = tags[f"GRID_{step}"], nodes.shape[axis + 1]
            if not (count - 2) * apart < tags[size] <= (count - 1) * apart + 1:
                return f"the tags are wrong: {tags}"
        return ""

    return FormJob(form, given, judge, found=found)


def lost_pixels(nodes, positions, tags, inside):
    """Return how many pixels between nodes have no position, and are to have one."""
    step = [tags[f"GRID_{name}"] for name in STEPS]
    shape = tags["GRID_ROWS"], tags["GRID_COLS"]
    here = np.s_[:, : shape[0], : shape[1]]
    wanted = dense_positions(positions, step)[here]
    found = dense_positions(nodes, step)[here]
    return np.count_nonzero(inside(wanted) & np.isnan(found[0]))


def from_transform(_reference, folder, rng):
    """Return a job for the grid of a geotransform."""
    scene = scene_of(rng, folder)
    given = {names.INPUT: scene.name, **target_of(scene, rng, folder)}
    if rng.random() < 0.3:
        given[names.METHOD] = "geotransform"
    return making(scene, "gridfromtransform", given)


def from_points(_reference, folder, rng):
    """Return a job for the grid of control points that any fit goes through."""
    scene = scene_of(rng, folder, on_map=False)
    rows, cols = rng.uniform(0, 1, (2, 14)) * np.reshape(scene.shape, (2, 1))
    points = np.stack([rows, cols, *scene.places(rows, cols)], axis=1)
    given = {names.INPUT: scene.name, **target_of(scene, rng, folder)}
    if rng.random() < 0.5:
        given[names.POINTS] = write_points(folder / "in" / "a.points", points)
        given[names.POINTS_CRS] = scene.crs
        if rng.random() < 0.5:
            path = folder / "in" / "a.points"
            given[names.POINTS] = write_points(path, points, scene.crs)
            del given[names.POINTS_CRS]
    else:
        given[names.POINTS] = write_rows(folder / "in" / "a.csv", points)
        given[names.POINTS_CRS] = scene.crs
    fits = ["polynomial1", "polynomial2", "polynomial3", "projective", "tps", "helmert"]
    given[names.FIT] = str(rng.choice(fits))
    for name, file in (
        (names.OUTPUT_RESIDUALS, "residuals.gpkg"),
        (names.OUTPUT_HTML, "report.html"),
    ):
        if rng.random() < 0.5:
            given[name] = str(folder / "out" / file)
    return making(scene, "gridfrompoints", given)


def from_geolocation(_reference, folder, rng):
    """Return a job for the grid of geolocation arrays, or of a GLT."""
    scene = scene_of(rng, folder, on_map=False)
    given = {names.INPUT: scene.name, **target_of(scene, rng, folder)}
    if rng.random() < 0.2:
        rows, cols = np.mgrid[: scene.shape[0], : scene.shape[1]].astype(float)
        upright = scene.transform.b == 0
        transform = scene.transform if upright else Affine(1, 0, 5e5, 0, -1, 5e6)
        scene.transform, path = transform, folder / "in" / "glt.tif"
        given = {n: v for n, v in given.items() if n.startswith("OUTPUT")}
        given[names.INPUT] = scene.name
        given[names.GLT_RASTER] = write_lookup(path, rows, cols, transform, scene.crs)
        bounds = np.full(2, -0.5), np.array(scene.shape) - 0.5
        return making(scene, "gridfromgeolocation", given, bounds)
    step, corner = rng.integers(1, 4, 2), bool(rng.random() < 0.3)
    ends = np.array(scene.shape) - 1
    rows, cols = (np.arange(0, end + 1, k) for end, k in zip(ends, step))
    last = np.array([rows[-1], cols[-1]])
    at = np.stack(np.meshgrid(rows, cols, indexing="ij"))
    places = scene.places(*(at - 0.5 * corner))
    x, y = (write_raster(folder / "in" / f"{n}.tif", v) for n, v in zip("xy", places))
    if rng.random() < 0.5:
        tag_arrays(
            scene.name,
            x,
            y,
            SRS=scene.crs,
            LINE_STEP=str(step[0]),
            PIXEL_STEP=str(step[1]),
            GEOREFERENCING_CONVENTION="TOP_LEFT_CORNER" if corner else "PIXEL_CENTER",
        )
    else:
        given |= {names.X_RASTER: x, names.Y_RASTER: y, names.ARRAY_CRS: scene.crs}
        given |= {names.LINE_STEP: int(step[0]), names.PIXEL_STEP: int(step[1])}
        given[names.ARRAY_CONVENTION] = "corner" if corner else "center"
        if rng.random() < 0.3:
            both = write_raster(folder / "in" / "xy.tif", np.stack(places))
            given |= {names.X_RASTER: both, names.Y_RASTER: both, names.Y_BAND: 2}
    if rng.random() < 0.3:
        given[names.SCAN_ROWS] = 0
    bounds = -step / 2 - 0.5 * corner, last + step / 2 - 0.5 * corner
    return making(scene, "gridfromgeolocation", given, bounds)


def stored(positions, convention, step):
    """Return what a grid of a convention holds of positions (2, n, m)."""
    rows, cols = positions
    node_rows, node_cols = np.indices(rows.shape) * np.reshape(step, (2, 1, 1))
    if convention == "otb_loc":
        return np.stack([cols + 0.5, rows + 0.5])
    if convention == "otb_def":
        return np.stack([cols - node_cols, rows - node_rows])
    if convention == "displacement":
        return np.stack([rows - node_rows, cols - node_cols])
    return positions + FIRST[convention]


def random_nodes(rng, holes=True):
    """Return positions of nodes (2, n, m)."""
    n, m = rng.integers(2, 14, 2)
    nodes = np.stack(np.mgrid[:n, :m] * rng.uniform(1, 9)) + rng.normal(0, 1, (2, n, m))
    if holes and rng.random() < 0.5:
        nodes[:, rng.random((n, m)) < 0.2] = np.nan
    return nodes


def converting(_reference, folder, rng):
    """Return a job for the conversion of grids."""
    (folder / "in").mkdir(exist_ok=True)
    nodes = random_nodes(rng)
    step = tuple(rng.integers(1, 9, 2).tolist())
    kinds = ["absolute", "displacement", "center05", "one_based", "otb_loc", "otb_def"]
    start, end = str(rng.choice(kinds)), str(rng.choice(kinds))
    tags = {"GRID_RESOLUTION_ROW": step[0], "GRID_RESOLUTION_COL": step[1]}
    grid = write_raster(folder / "in" / "grid.tif", stored(nodes, start, step),
                        tags=tags)  # fmt: skip
    src = write_raster(folder / "in" / "src.tif", np.zeros((40, 50), "uint8"))
    given = {
        names.INPUT: grid,
        names.FROM: start,
        names.TO: end,
        names.SOURCE: src,
        names.OUTPUT: str(folder / "out" / "data.tif"),
    }
    new = list(step)
    for axis, name in enumerate(STEPS):
        if rng.random() < 0.5:
            options = [d for d in range(1, step[axis] + 1) if step[axis] % d == 0]
            new[axis] = given[name] = int(rng.choice(options))
    dense = dense_positions(nodes, step)[:, :: new[0], :: new[1]]
    wanted = stored(dense, end, new)

    def judge(_job, odd, made):
        if odd:
            return None
        same = np.allclose(made[0], wanted, rtol=0, atol=CLOSE, equal_nan=True)
        return "" if same else "the nodes are others"

    return FormJob("gridconvert", given, judge)


def seen(rng, folder):
    """Return a grid and a source, as parameters; and the positions of its nodes."""
    nodes = random_nodes(rng)
    step = rng.integers(1, 9, 2)
    tags = {f"GRID_{n}": int(s) for n, s in zip(STEPS, step)}
    place = {}
    if rng.random() < 0.5:
        place = {"crs": METRES, "transform": Affine(10, 0, 5e5, 0, -10, 5e6)}
    grid = write_raster(folder / "in" / "grid.tif", nodes, tags=tags, **place)
    pixels = rng.integers(0, 255, (40, 50)).astype("uint8")
    src = write_raster(folder / "in" / "src.tif", pixels, **place)
    given = {names.GRID: grid, names.INPUT: src}
    shift = [0.0, 0.0]
    for axis, name in enumerate((names.SHIFT_ROW, names.SHIFT_COL)):
        if rng.random() < 0.3:
            shift[axis] = given[name] = float(rng.integers(-3, 4))
    return given, nodes + np.reshape(shift, (2, 1, 1))


def numbers_of(nodes):
    """Return nodes in a source of 40 x 50, outside and masked."""
    known = np.isfinite(nodes[0])
    inside = known & (np.abs(nodes[0] - 19.5) <= 20) & (np.abs(nodes[1] - 24.5) <= 25)
    return int(inside.sum()), int((known & ~inside).sum()), int((~known).sum())


def reporting(_reference, folder, rng):
    """Return a job for the report."""
    given, nodes = seen(rng, folder)
    given[names.OUTPUT_HTML] = str(folder / "out" / "report.html")
    given[names.INTERPOLATION] = str(rng.choice(["nearest", "linear", "cubic"]))

    def found(results):
        return results, Path(results[names.OUTPUT_HTML]).read_text(encoding="utf-8")

    def judge(_job, odd, made):
        results, text = made
        if not text.startswith("<!DOCTYPE html>") or not text.endswith("</html>\n"):
            return "the page is none"
        if odd:
            return None
        inside, outside, masked = numbers_of(nodes)
        told = [results[name] for name in (names.NODES, names.MASKED_NODES)]
        told.append(round(results[names.INSIDE_PERCENT] * nodes[0].size / 100))
        wanted = [inside + outside + masked, masked, inside]
        return "" if told == wanted else f"told {told} for {wanted}"

    return FormJob("gridreport", given, judge, found=found)


def drawing(_reference, folder, rng):
    """Return a job for the vector layers of a grid."""
    given, nodes = seen(rng, folder)
    given[names.FRAME] = str(rng.choice(["source", "target"]))
    given[names.OUTPUT_NODES] = str(folder / "out" / "nodes.gpkg")
    for name, file in (
        (names.OUTPUT_MESH, "mesh.shp"),
        (names.OUTPUT_WINDOW, "window.geojson"),
    ):
        if rng.random() < 0.5:
            given[name] = str(folder / "out" / file)

    def judge(_job, odd, results):
        if odd:
            return None
        keys = names.INSIDE_NODES, names.OUTSIDE_NODES, names.MASKED_NODES
        told = tuple(results[name] for name in keys)
        wanted = numbers_of(nodes)
        return "" if told == wanted else f"told {told} for {wanted}"

    return FormJob("gridtovector", given, judge, found=dict)


GRID_FORMS = {
    from_transform: 0.17,
    from_points: 0.22,
    from_geolocation: 0.21,
    converting: 0.14,
    reporting: 0.12,
    drawing: 0.14,
}
"""What makes a job, and how often."""

"""Polygon layers of any frame and kind, against masks of the same pixels."""

import numpy as np
import pytest
import rasterio
from helpers.affines import along, chained
from helpers.data import noise, read_raster, write_raster
from helpers.polygons import moved
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from rasterio.control import GroundControlPoint
from rasterio.transform import Affine
from shapely import wkt
from shapely.geometry import Point

SHAPE = (30, 40)
UTM = "EPSG:32631"
NORTH_UP = Affine(10, 0, 500_000, 0, -10, 4_600_000)
TURNED = chained(NORTH_UP, Affine.rotation(30), Affine.shear(5, 0))
CORNERS = Affine.translation(0.5, 0.5)
DRAWN = Affine.scale(1, -1)  # how QGIS draws a raster without georeference

FIELD = "Polygon ((3.3 2.2, 30.4 4.1, 33.7 25.2, 5.6 20.3, 3.3 2.2))"
POND = "Polygon ((10.2 8.4, 18.3 9.1, 14.7 17.6, 10.2 8.4))"
ISLANDS = """MultiPolygon (((2.2 2.3, 9.4 2.1, 8.8 9.9, 2.2 2.3)),
    ((20.4 5.5, 35.1 6.6, 33.3 24.4, 21.2 22.1, 20.4 5.5),
     (25.5 10.5, 25.5 15.5, 30.5 15.5, 30.5 10.5, 25.5 10.5)))"""


@pytest.fixture
def make(tmp_path):
    """Function: georeference of a source of noise -> parameters, an identity grid."""

    def make(**georeference):
        src = write_raster(tmp_path / "src.tif", noise(SHAPE), **georeference)
        grid = write_raster(tmp_path / "grid.tif", np.mgrid[: SHAPE[0], : SHAPE[1]] * 1)
        out = {"OUTPUT": "dst.tif", "OUTPUT_MASK": "mask.tif"}
        paths = {name: str(tmp_path / file) for name, file in out.items()}
        return {"INPUT": src, "GRID": grid, "INTERPOLATION": "nearest", **paths}

    return make


@pytest.fixture
def valid_pixels(run):
    """Function: parameters -> which pixels are valid."""
    return lambda parameters: read_raster(run(parameters)["OUTPUT_MASK"])[0] == 1


def inside(*texts):
    """Return which pixel centres are inside polygons in pixels, bool of SHAPE."""
    areas = [wkt.loads(text) for text in texts]
    rows, cols = np.indices(SHAPE)
    hits = [
        any(area.contains(Point(col, row)) for area in areas)
        for row, col in zip(rows.ravel(), cols.ravel())
    ]
    return np.reshape(hits, SHAPE)


def on_map(text, affine, crs=UTM):
    """Return the WKT on the map of polygons in pixels of a raster in UTM."""
    geometry = QgsGeometry.fromWkt(moved(text, chained(affine, CORNERS)).wkt)
    systems = [QgsCoordinateReferenceSystem(name) for name in (UTM, crs)]
    geometry.transform(QgsCoordinateTransform(*systems, QgsProject()))
    return geometry.asWkt(17)


# Frames


@pytest.mark.parametrize("affine", [NORTH_UP, TURNED], ids=["north-up", "turned"])
@pytest.mark.parametrize("crs", [UTM, "EPSG:4326", "EPSG:3857"])
def test_polygons_follow_the_map(make, valid_pixels, polygon_layer, affine, crs):
    texts = [on_map(text, affine, crs) for text in (FIELD, POND)]
    given = make(transform=affine, crs=UTM)
    given["VALID_POLYGONS"] = polygon_layer(texts[0], crs=crs)
    given["INVALID_POLYGONS"] = polygon_layer(texts[1], crs=crs)
    expected = inside(FIELD) & ~inside(POND)
    np.testing.assert_array_equal(valid_pixels(given), expected)


def in_degrees(affine, crs):
    """Return longitude and latitude of each pixel's centre, (2, rows, cols)."""
    back = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem(crs),
        QgsCoordinateReferenceSystem("EPSG:4326"),
        QgsProject(),
    )
    rows, cols = np.indices(SHAPE)
    xs, ys = along(affine, cols.ravel() + 0.5, rows.ravel() + 0.5)
    places = [back.transform(x, y) for x, y in zip(xs.tolist(), ys.tolist())]
    return np.array([(p.x(), p.y()) for p in places]).T.reshape(2, *SHAPE)


def test_edges_are_straight_in_their_own_crs(make, valid_pixels, polygon_layer):
    """A box in degrees is a sector by the pole: its corners alone are a trapezium."""
    affine = Affine(100_000, 0, -2_000_000, 0, -100_000, 4_000_000)
    given = make(transform=affine, crs="EPSG:3031")
    box = "Polygon ((-60 -75, 60 -75, 60 -60, -60 -60, -60 -75))"
    given["VALID_POLYGONS"] = polygon_layer(box, crs="EPSG:4326")
    east, north = in_degrees(affine, "EPSG:3031")
    expected = (abs(east) < 60) & (north > -75) & (north < -60)
    assert 300 < expected.sum() < 900
    # edges may be off by 0.05 pixels of 100 km: 0.045 degrees north, 0.17 east
    sure = (abs(abs(east) - 60) > 0.17) & (abs(abs(north + 67.5) - 7.5) > 0.045)
    assert sure.mean() > 0.98
    np.testing.assert_array_equal(valid_pixels(given)[sure], expected[sure])


def test_layer_without_crs_is_in_that_of_the_source(make, valid_pixels, polygon_layer):
    given = make(transform=NORTH_UP, crs=UTM)
    given["VALID_POLYGONS"] = polygon_layer(on_map(FIELD, NORTH_UP))
    np.testing.assert_array_equal(valid_pixels(given), inside(FIELD))


def test_source_without_crs_is_in_that_of_the_layer(make, valid_pixels, polygon_layer):
    given = make(transform=NORTH_UP)
    given["VALID_POLYGONS"] = polygon_layer(on_map(FIELD, NORTH_UP), crs=UTM)
    np.testing.assert_array_equal(valid_pixels(given), inside(FIELD))


@pytest.mark.parametrize("crs", ["", UTM])
def test_source_without_georeference_lies_as_qgis_draws_it(
    make, valid_pixels, polygon_layer, crs
):
    given = make()
    text = moved(FIELD, chained(DRAWN, CORNERS)).wkt
    given["VALID_POLYGONS"] = polygon_layer(text, crs=crs)
    np.testing.assert_array_equal(valid_pixels(given), inside(FIELD))


@pytest.mark.parametrize("georeference", [{}, {"transform": TURNED, "crs": UTM}])
@pytest.mark.parametrize("crs", ["", "EPSG:4326"])
def test_pixel_frame_is_rows_and_columns(
    make, valid_pixels, polygon_layer, georeference, crs
):
    given = {**make(**georeference), "POLYGON_FRAME": "pixel"}
    given["VALID_POLYGONS"] = polygon_layer(FIELD, crs=crs)
    np.testing.assert_array_equal(valid_pixels(given), inside(FIELD))


def test_source_with_control_points_needs_pixels(make, refusal, polygon_layer):
    given = make()
    points = [(0, 0, 5e5, 46e5), (0, 40, 5e5 + 400, 46e5), (30, 0, 5e5, 46e5 - 300)]
    with rasterio.open(given["INPUT"], "r+") as dataset:
        dataset.gcps = ([GroundControlPoint(*point) for point in points], UTM)
    given["VALID_POLYGONS"] = polygon_layer(on_map(FIELD, NORTH_UP), crs=UTM)
    assert "lies on the map by control points" in refusal(given)


# Layers


@pytest.fixture
def package(tmp_path, polygon_layer):
    """Path of a GeoPackage: field, pond and a polygon over all, in degrees."""
    whole = "Polygon ((-5 -5, 50 -5, 50 50, -5 50, -5 -5))"
    texts = [on_map(text, TURNED, "EPSG:4326") for text in (FIELD, POND, whole)]
    layer = polygon_layer(*texts, crs="EPSG:4326")
    path = str(tmp_path / "areas.gpkg")
    options = QgsVectorFileWriter.SaveVectorOptions()
    writer = QgsVectorFileWriter.writeAsVectorFormatV3
    assert writer(layer, path, QgsProject().transformContext(), options)[0] == 0
    return path


def test_selected_features_of_another_crs_equal_a_raster_mask(
    make, run, package, context, feedback, tmp_path
):
    between = {"INTERPOLATION": "cubic", "SHIFT_ROW": 0.25}
    given = {**make(transform=TURNED, crs=UTM), **between}
    expected = inside(FIELD, POND)
    mask = write_raster(tmp_path / "valid.tif", np.where(expected, -6, 8).astype("i2"))
    run({**given, "SOURCE_MASK": mask, "SOURCE_MASK_VALID": -6})
    wanted = read_raster(given["OUTPUT"]), read_raster(given["OUTPUT_MASK"])
    layer = QgsVectorLayer(package, "areas")
    project = QgsProject()
    project.addMapLayer(layer)
    context.setProject(project)
    layer.selectByIds([1, 2])
    selected = QgsProcessingFeatureSourceDefinition(layer.id(), True)
    run({**given, "VALID_POLYGONS": selected}, context=context)
    got = read_raster(given["OUTPUT"]), read_raster(given["OUTPUT_MASK"])
    np.testing.assert_array_equal(got[0], wanted[0])
    np.testing.assert_array_equal(got[1], wanted[1])
    assert 0 < got[1].sum() < expected.sum()
    label = "Polygons of valid pixels (VALID_POLYGONS)"
    assert f"{label}: 2 feature(s)." in feedback.infos


def test_file_is_read_whole(make, valid_pixels, package):
    given = make(transform=TURNED, crs=UTM)
    assert valid_pixels({**given, "VALID_POLYGONS": package}).all()
    assert not valid_pixels({**given, "INVALID_POLYGONS": package}).any()


@pytest.mark.parametrize("name", ["VALID_POLYGONS", "INVALID_POLYGONS"])
def test_nothing_selected_is_a_layer_without_polygons(
    make, valid_pixels, package, context, name
):
    layer = QgsVectorLayer(package, "areas")
    QgsProject.instance().addMapLayer(layer)
    selected = QgsProcessingFeatureSourceDefinition(layer.id(), True)
    valid = valid_pixels({**make(transform=TURNED, crs=UTM), name: selected})
    QgsProject.instance().clear()
    assert valid.all() if name == "INVALID_POLYGONS" else not valid.any()


@pytest.mark.parametrize("name", ["VALID_POLYGONS", "INVALID_POLYGONS"])
def test_features_without_geometry_are_skipped(
    make, valid_pixels, polygon_layer, feedback, name
):
    layer = polygon_layer(FIELD, "Polygon EMPTY")
    layer.dataProvider().addFeature(QgsFeature())
    valid = valid_pixels({**make(), "POLYGON_FRAME": "pixel", name: layer})
    field = inside(FIELD)
    np.testing.assert_array_equal(valid, ~field if name[0] == "I" else field)
    assert any(f"({name}): 1 feature(s)." in info for info in feedback.infos)


# Kinds of geometry


@pytest.mark.parametrize(
    ("kind", "text", "flat"),
    [
        ("MultiPolygon", ISLANDS, ISLANDS),
        ("PolygonZ", "PolygonZ ((2 2 9, 20 3 9, 9 22 9, 2 2 9))", None),
        ("PolygonZM", "PolygonZM ((2 2 9 1, 20 3 9 1, 9 22 9 1, 2 2 9 1))", None),
        ("MultiPolygonM", "MultiPolygonM (((2 2 1, 20 3 1, 9 22 1, 2 2 1)))", None),
        ("Polygon25D", "Polygon25D ((2 2 9, 20 3 9, 9 22 9, 2 2 9))", None),
        ("Triangle", "Triangle ((2 2, 20 3, 9 22, 2 2))", None),
        (
            "Polygon",
            "Polygon ((2.2 2.3, 20.4 20.5, 20.4 2.3, 2.2 20.5, 2.2 2.3))",
            "MultiPolygon (((2.2 2.3, 11.3 11.4, 2.2 20.5, 2.2 2.3)), "
            "((20.4 2.3, 20.4 20.5, 11.3 11.4, 20.4 2.3)))",
        ),
    ],
)
def test_every_kind_of_polygon_counts(
    make, valid_pixels, polygon_layer, kind, text, flat
):
    given = {**make(), "POLYGON_FRAME": "pixel"}
    given["INVALID_POLYGONS"] = polygon_layer(text, kind=kind)
    # all the corners and edges here are on pixel centres only where they are inside
    flat = flat or "Polygon ((2 2, 20 3, 9 22, 2 2))"
    area = wkt.loads(flat).buffer(1e-7).wkt
    np.testing.assert_array_equal(valid_pixels(given), ~inside(area))


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (
            "CurvePolygon",
            "CurvePolygon (CircularString (8.2 15.1, 16.2 7.1, 24.2 15.1, 16.2 23.1, "
            "8.2 15.1))",
        ),
        (
            "MultiSurface",
            "MultiSurface (CurvePolygon (CircularString (8.2 15.1, 16.2 7.1, 24.2 "
            "15.1, 16.2 23.1, 8.2 15.1)))",
        ),
    ],
)
def test_curves_are_followed(make, valid_pixels, polygon_layer, kind, text):
    given = {**make(), "POLYGON_FRAME": "pixel"}
    given["VALID_POLYGONS"] = polygon_layer(text, kind=kind)
    rows, cols = np.indices(SHAPE)
    circle = np.hypot(rows - 15.1, cols - 16.2) < 8
    np.testing.assert_array_equal(valid_pixels(given), circle)


LINE = "LineString (0 0, 39 0, 39 29, 0 0)"  # closed, which is no polygon yet
MIXED = (
    f"GeometryCollection ({FIELD}, {LINE}, GeometryCollection ({POND}, Point (0 0)))"
)
LABEL = "Polygons of invalid pixels (INVALID_POLYGONS)"


@pytest.mark.parametrize(
    ("texts", "areas", "counts"),
    [
        ((MIXED,), (FIELD, POND), (1, 2, 2)),
        ((f"GeometryCollection ({POND})", f"GeometryCollection ({FIELD})"),
         (FIELD, POND), (2, 2, 0)),
        ((f"GeometryCollection ({ISLANDS})", MIXED),
         (ISLANDS, FIELD, POND), (2, 3, 2)),
    ],
)  # fmt: skip
def test_polygons_of_collections_count_and_what_is_left_out_is_told(
    make, valid_pixels, polygon_layer, feedback, texts, areas, counts
):
    given = {**make(), "POLYGON_FRAME": "pixel"}
    given["INVALID_POLYGONS"] = polygon_layer(*texts, kind="GeometryCollection")
    np.testing.assert_array_equal(valid_pixels(given), ~inside(*areas))
    features, polygons, others = counts
    line = (
        f"{LABEL}: of {features} feature(s) that are collections, {polygons} "
        f"polygon(s) are taken, {others} line(s) or point(s) are left out."
    )
    assert line in (feedback.warnings if others else feedback.infos)


def test_collections_of_curves_and_heights_are_flattened(
    make, valid_pixels, polygon_layer
):
    text = (
        "GeometryCollectionZ (CurvePolygonZ (CircularStringZ (8.2 15.1 1, 16.2 7.1 1, "
        "24.2 15.1 1, 16.2 23.1 1, 8.2 15.1 1)), PointZ (1 1 1))"
    )
    given = {**make(), "POLYGON_FRAME": "pixel"}
    given["VALID_POLYGONS"] = polygon_layer(text, kind="GeometryCollectionZ")
    rows, cols = np.indices(SHAPE)
    circle = np.hypot(rows - 15.1, cols - 16.2) < 8
    np.testing.assert_array_equal(valid_pixels(given), circle)


# Bad input


def test_layer_of_lines_is_refused(make, refusal, polygon_layer):
    lines = polygon_layer("LineString (0 0, 9 9)", kind="LineString")
    sentence = refusal({**make(), "VALID_POLYGONS": lines})
    assert (
        "(VALID_POLYGONS) is a layer of LineString. Give one of polygons." in sentence
    )


def test_collection_without_area_is_refused(make, refusal, polygon_layer):
    text = "GeometryCollection (Point (1 2))"
    layer = polygon_layer(text, kind="GeometryCollection")
    sentence = refusal({**make(), "INVALID_POLYGONS": layer})
    assert "Feature 1 of Polygons of invalid pixels" in sentence
    assert "is no polygon" in sentence


def test_closed_line_is_no_polygon(make, refusal, polygon_layer):
    layer = polygon_layer(f"GeometryCollection ({LINE})", kind="GeometryCollection")
    assert "is no polygon. Give" in refusal({**make(), "INVALID_POLYGONS": layer})


def test_layer_that_does_not_exist_is_refused(make, refusal, tmp_path):
    name = str(tmp_path / "nowhere.gpkg")
    sentence = refusal({**make(), "VALID_POLYGONS": name})
    assert f"cannot be read as a polygon layer: {name}." in sentence


def test_feature_that_has_no_place_in_the_crs_is_named(make, refusal, polygon_layer):
    good = on_map(FIELD, NORTH_UP, "EPSG:4326")
    bad = "Polygon ((0 0, 1 0, 1 300, 0 0))"
    given = make(transform=NORTH_UP, crs=UTM)
    given["VALID_POLYGONS"] = polygon_layer(good, bad, crs="EPSG:4326")
    sentence = refusal(given)
    assert "Feature 2 of Polygons of valid pixels (VALID_POLYGONS)" in sentence
    assert "cannot be taken from EPSG:4326" in sentence
    assert "Clip it to the area of the raster" in sentence

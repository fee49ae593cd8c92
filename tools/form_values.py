"""Values of parameters of every kind: in other clothes, or wrong."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from form_layers import in_project, layer_of, layer_of_text
from helpers.odd_values import ODD
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsProperty,
    QgsRasterLayer,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDateTime, QUrl, QVariant
from shapely.affinity import scale
from shapely.geometry import GeometryCollection, LineString, MultiPolygon, mapping

FAR = QgsCoordinateReferenceSystem("EPSG:4326")


class Wardrobe:
    """Dresses values for the parameters of a form.

    Parameters
    ----------
    folder : Path
        Of the job, with its inputs in `in`; new files come there, too.
    rng : numpy.random.Generator
    """

    def __init__(self, folder, rng):
        self.folder, self.rng = folder, rng

    def pick(self, values):
        """Return one of some values, made if it is a function of no arguments here."""
        value = values[self.rng.integers(len(values))]
        return value() if isinstance(value, Deferred) else value

    def plain(self, kind, value):
        """Return a value as most scripts give it."""
        return layer_of(value) if kind == "source" else value

    def disguised(self, kind, value):
        """Return a value in other types that mean the same."""
        return self.pick(getattr(self, f"_{kind}")(value))

    def odd(self, kind):
        """Return a value that is wrong in most places."""
        own = getattr(self, f"_odd_{kind}", list)()
        return self.pick(own if own and self.rng.random() < 0.6 else self._odd())

    def _number(self, value):
        dressed = [str(value), f" {value} ", float(value), np.float64(value)]
        dressed += [QVariant(value), QgsProperty.fromValue(value)]
        if isinstance(value, int):
            dressed += [np.int64(value), np.array(value), f"{value}.0"]
            dressed.append(QgsProperty.fromExpression(str(value)))
        return dressed

    def _enum(self, value):
        return [value, QgsProperty.fromValue(value), QVariant(value), np.str_(value)]

    def _string(self, value):
        return [QgsProperty.fromValue(value), QVariant(value), f" {value} "]

    def _boolean(self, value):
        dressed = [str(value), str(value).lower(), int(value), str(int(value))]
        dressed += [np.bool_(value), QgsProperty.fromValue(value)]
        return [*dressed, QgsProperty.fromExpression(str(value).lower())]

    def _band(self, value):
        if not isinstance(value, list):
            return [str(value), float(value), np.int64(value), QVariant(value)]
        dressed = [";".join(map(str, value)), ",".join(map(str, value))]
        dressed += [list(map(str, value)), np.array(value), tuple(value)]
        dressed.append(QgsProperty.fromValue(value))
        return [*dressed, value[0], str(value[0])] if len(value) == 1 else dressed

    def _raster(self, value):
        return [
            Path(value),
            Deferred(QgsRasterLayer, value, "raster"),
            Deferred(in_project, QgsRasterLayer, value, "id"),
            Deferred(in_project, QgsRasterLayer, value, "name"),
            QgsProperty.fromValue(value),
            QVariant(value),
        ]

    def _extent(self, value):
        left, right, low, high = map(float, value.split(","))
        rectangle = QgsRectangle(left, low, right, high)
        nowhere = QgsCoordinateReferenceSystem()
        return [
            f"{value} [EPSG:4326]",
            rectangle,
            QgsReferencedRectangle(rectangle, nowhere),
            QgsReferencedRectangle(rectangle, FAR),
            QgsGeometry.fromRect(rectangle),
            QgsProperty.fromValue(value),
            QVariant(rectangle),
        ]

    def _rasterDestination(self, value):  # noqa: N802 - QGIS's name of the type
        layer = QgsProcessingOutputLayerDefinition
        return [
            Path(value),
            layer(value),
            layer(QgsProperty.fromValue(value)),
            QgsProperty.fromValue(value),
            layer(value, QgsProject.instance()),
            layer("TEMPORARY_OUTPUT"),
            "TEMPORARY_OUTPUT",
        ]

    def _fileDestination(self, value):  # noqa: N802
        texts = [Path(value), QgsProperty.fromValue(value), QVariant(value)]
        return [*texts, "TEMPORARY_OUTPUT"]

    def _sink(self, value):
        return [*self._rasterDestination(value), "memory:"]

    def _file(self, value):
        return [Path(value), QgsProperty.fromValue(value), QVariant(value)]

    def _crs(self, value):
        crs = QgsCoordinateReferenceSystem(value)
        return [crs, crs.toWkt(), value.lower(), QgsProperty.fromValue(value)]

    def _source(self, shapes):
        several = [MultiPolygon([shape]) for shape in shapes if not shape.is_empty]
        beside = LineString([(0, 0), (1, 1)])
        both = [GeometryCollection([shape, beside]) for shape in shapes]
        selection = QgsProcessingFeatureSourceDefinition
        return [
            Deferred(layer_of, shapes, FAR.authid()),
            Deferred(layer_of, several or shapes, "", "MultiPolygon"),
            Deferred(layer_of, both, "", "GeometryCollection"),
            Deferred(layer_of, shapes, "", "PolygonZ"),
            Deferred(self._areas, shapes),
            Deferred(lambda: Path(self._areas(shapes))),
            Deferred(lambda: selection(self._areas(shapes))),
            Deferred(lambda: QgsProperty.fromValue(self._areas(shapes))),
            Deferred(in_project, layer_of, shapes, "id"),
            Deferred(self._selected, shapes),
        ]

    def _areas(self, shapes):
        """Return a file of some polygons."""
        path = self.folder / "in" / f"areas{self.rng.integers(1e9)}.geojson"
        features = [
            {
                "type": "Feature",
                "properties": {},
                "geometry": None if shape.is_empty else mapping(shape),
            }
            for shape in shapes
        ]
        path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
        return str(path)

    def _selected(self, shapes):
        """Return the selected features of a layer that has others, too."""
        more = [scale(shape, 3, 3) for shape in shapes if not shape.is_empty]
        layer = layer_of([*shapes, *more])
        QgsProject.instance().addMapLayer(layer)
        ids = sorted(layer.allFeatureIds())
        layer.selectByIds(ids[: len(shapes)])
        return QgsProcessingFeatureSourceDefinition(layer.id(), True)

    def _odd(self):
        text = self.folder / "in" / "text.txt"
        text.write_text("No raster.")
        return [
            *ODD,
            QVariant(),
            QVariant("x"),
            QgsProperty(),
            QgsProperty.fromExpression("1 +"),
            QgsProperty.fromExpression("no_such_function()"),
            QgsProperty.fromExpression("NULL"),
            QgsProperty.fromExpression("array(1, 'x')"),
            QgsProperty.fromField("x"),
            QDateTime.currentDateTime(),
            QUrl("http://localhost:1/x.tif"),
            QgsRectangle(),
            QgsRectangle(0, 0, 5, 5),
            QgsGeometry(),
            QgsRasterLayer("nowhere.tif", "nowhere"),
            QgsVectorLayer("nowhere.gpkg", "nowhere"),
            QgsProcessingFeatureSourceDefinition("nowhere", True),
            QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT"),
            Deferred(layer_of, []),
            str(self.folder),
            str(text),
            self.folder,
            "nowhere.tif",
            "/nowhere/at/all.tif",
            "a\0b",
            "\N{SNOWMAN}" * 300,
            "1,2,3,4",
            "nan",
            "NaN,NaN,NaN,NaN",
            "1e400",
            "0x10",
            "1_000",
            "٣",
            "9" * 5000,
            "{}",
            "/vsimem/none.tif",
            "memory:",
        ]

    def _odd_number(self):
        return [-1, 0, 1, 2, 3, 2.5, -0.0, 1e-300, 1e300, 2**31, 2**63, 10**30, "7"]

    def _odd_enum(self):
        return [
            "NEAREST",
            "linear;cubic",
            "cubic ",
            0,
            1,
            99,
            ["linear"],
            "map",
            "edge",
        ]

    def _odd_string(self):
        texts = ["COMPRESS=DEFLATE", "COMPRESS=NO|COMPRESS=LZW", "TILED=maybe", "="]
        texts += ["BLOCKXSIZE=17|TILED=YES", "COMPRESS=JPEG", "NBITS=1", "|", "A=B=C"]
        texts += ["0,0,0,0", "0,1,0,1", "5,4,3,2", "-1,2,0,1", "0,1e9,0,1", "0,1,0"]
        texts += ["8", "4,8", "0", "2;4", "-1,1"]
        return [*texts, f"0,{10**30},0,0", "0,9999999,0,1", "1,2,1,2"]

    def _odd_band(self):
        return [0, 1, 2, 99, -1, "1;", ";", "1;1;1", [1, None], [[1]], 1.5, [1] * 300]

    def _odd_extent(self):
        square = QgsRectangle(0, -5, 5, 0)
        return [
            "0,5,-5,0",
            "0,5,-5,0 [EPSG:32631]",
            "0,5,-5,0 [EPSG:999999]",
            "0,5,-5,0 [",
            "5,0,0,-5",
            "1e300,1e301,0,1",
            "0,0,0,0",
            "-1e9,1e9,-1e9,1e9",
            "inf,inf,inf,inf",
            QgsReferencedRectangle(square, QgsCoordinateReferenceSystem("EPSG:32631")),
            QgsReferencedRectangle(QgsRectangle(float("nan"), 0, 1, 1), FAR),
            QgsRectangle(float("-inf"), 0, float("inf"), 1),
            QgsRectangle(1e6, 1e6, 2e6, 2e6),
            str(self.folder / "in" / "grid.tif"),
        ]

    def _odd_raster(self):
        other = [path for path in (self.folder / "in").glob("*.tif")]
        names = sorted(str(path) for path in other)
        broken = self.folder / "in" / "broken.tif"
        broken.write_bytes(b"II*\0" + bytes(20))
        return [
            *names,
            str(broken),
            f"{names[0]}|option:NUM_THREADS=1",
            f"/vsigzip/{names[0]}",
            f"file://{names[0]}",
            QUrl.fromLocalFile(names[0]),
            f"GTIFF_DIR:1:{names[0]}",
            f"GTIFF_DIR:9:{names[0]}",
            Deferred(QgsRasterLayer, "type=xyz&url=http://localhost:1/", "w", "wms"),
            Deferred(layer_of, []),
        ]

    def _odd_rasterDestination(self):  # noqa: N802 - QGIS's name of the type
        out = self.folder / "out"
        layer = QgsProcessingOutputLayerDefinition
        return [
            str(out),
            str(out / "data.png"),
            str(out / "data.xyz"),
            str(out / "data"),
            str(out / "data.tif.tif"),
            str(out / "data.tif"),
            str(out / "mask.tif"),
            str(out / "a" / "b" / "data.tif"),
            str(out / ("x" * 300 + ".tif")),
            str(self.folder / "in" / "src.tif"),
            str(self.folder / "in" / "grid.tif"),
            "relative.tif",
            "relative",
            "memory:",
            "memory:x",
            "ogr:dbname='x.gpkg' table=\"x\" (geom)",
            "/vsimem/out.tif",
            "/dev/null",
            "/proc/data.tif",
            layer(""),
            layer(str(out)),
            layer(QgsProperty.fromExpression("1 +")),
            layer(str(out / "data.xyz"), QgsProject.instance()),
            layer("nowhere", QgsProject.instance()),
        ]

    def _odd_fileDestination(self):  # noqa: N802
        out = self.folder / "out"
        return [
            str(out),
            str(out / "report"),
            str(out / "report.tif"),
            str(out / "a" / "report.html"),
            str(out / ("x" * 300 + ".html")),
            str(self.folder / "in" / "src.tif"),
            str(self.folder / "in" / "a.points"),
            "relative.HTM",
            "/dev/null",
            "/proc/report.html",
            "/vsimem/report.html",
        ]

    def _odd_sink(self):
        out, read = self.folder / "out", self.folder / "in"
        return [
            *self._odd_rasterDestination(),
            str(out / "nodes.gpkg"),
            str(read / "a.csv"),
            str(read / "text.txt"),
            str(out / "a" / "nodes.gpkg"),
            "relative.shp",
            f"ogr:dbname='{out}/x.gpkg' table=\"x\" (geom)",
            f"ogr:dbname='{out}/a/x.gpkg' table=\"x\" (geom)",
            "postgis:dbname='x' table=\"x\" (geom)",
            "spatialite:dbname='x' table=\"x\" (geom)",
            str(out / "x.dxf"),
            str(out / "x.gpx"),
            str(out / "x.txt"),
        ]

    def _odd_file(self):
        names = sorted(map(str, (self.folder / "in").iterdir()))
        texts = ["", "mapX,mapY\n1,2\n", "row,col,x,y\n1,2,3,x\n", "row,col,x,y\n"]
        texts.append("row,col,x,y\n" + "1,1,5,5\n" * 12)
        texts.append("row,col,x,y\n" + "".join(f"{i},1,5,{i}\n" for i in range(12)))
        for number, text in enumerate(texts):
            path = self.folder / "in" / f"odd{number}.csv"
            path.write_text(text)
            names.append(str(path))
        return [*names, f"file://{names[0]}", str(self.folder)]

    def _odd_crs(self):
        return [
            "EPSG:999999",
            "EPSG:4979",
            "EPSG:4978",
            "EPSG:5773",
            "EPSG:3857",
            "EPSG:2056",
            "EPSG:3031",
            "EPSG:4326",
            "ProjectCrs",
            "IAU_2015:30100",
            "+proj=longlat +lon_wrap=180",
            "+proj=ortho +lat_0=50 +lon_0=10",
            "PROJ:+proj=ob_tran +o_proj=longlat +o_lat_p=30 +lon_0=5",
            'LOCAL_CS["x", UNIT["metre", 1]]',
            QgsCoordinateReferenceSystem(),
            QgsCoordinateReferenceSystem.fromProj("+proj=utm +zone=31"),
            str(self.folder / "in" / "src.tif"),
        ]

    def _odd_coordinateoperation(self):
        return [
            "+proj=noop",
            "+proj=pipeline",
            "+proj=utm +zone=31",
            "+proj=utm +zone=99",
            "+proj=axisswap +order=2,1",
            "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad +step "
            "+proj=utm +zone=31 +ellps=WGS84",
            "+proj=hgridshift +grids=nowhere.gsb",
            "+proj=affine +xoff=1",
            "EPSG:1234",
        ]

    def _odd_source(self):
        bow = "Polygon ((1 -1, 9 -9, 9 -1, 1 -9, 1 -1))"
        texts = {
            "Polygon": [
                bow,
                "Polygon EMPTY",
                "Polygon ((0 0, 0 0, 0 0, 0 0))",
                "Polygon ((0 0, 5 0))",
                "Polygon ((0 0, 1e308 0, 1e308 -1e308, 0 0))",
                "Polygon ((nan nan, 5 0, 5 -5, nan nan))",
                "Polygon ((0 0, 5 0, 5 -5, 0 0), (9 9, 8 8, 7 9, 9 9))",
            ],
            "LineString": ["LineString (0 0, 5 -5)"],
            "Point": ["Point (1 -1)"],
            "GeometryCollection": [
                f"GeometryCollection ({bow}, Point (1 1))",
                "GeometryCollection (Point (1 1))",
                "GeometryCollection EMPTY",
            ],
            "CurvePolygon": ["CurvePolygon (CircularString (0 0, 5 -5, 0 0))"],
            "NoGeometry": [""],
        }
        crs = self.rng.choice(["", "EPSG:4326", "EPSG:32631", "EPSG:3857"])
        layers = [
            Deferred(layer_of_text, kind, text, crs)
            for kind, some in texts.items()
            for text in some
        ]
        nothing = Deferred(lambda: self._selected([]))
        limit = Deferred(
            lambda: QgsProcessingFeatureSourceDefinition(
                layer_of_text("Polygon", bow, "").source(), False, 1
            )
        )
        return [*layers, nothing, limit, Deferred(self._areas, [])]


class Deferred:
    """A value that is made when it is wanted."""

    def __init__(self, make, *arguments):
        self._make, self._arguments = make, arguments

    def __call__(self):
        """Make it."""
        return self._make(*self._arguments)

"""The form that makes a grid from control points in a file."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from qgis.core import (
    QgsProcessingOutputDefinition,
    QgsProcessingParameterDefinition,
)

from ..core.feedback import Feedback
from ..core.grid_options import PointsJob
from .base import GridrAlgorithm
from .parameters import mapping, names, output, points
from .parameters.kinds import advanced, raster
from .parameters.values import Values
from .results.html import SUFFIXES
from .results.points_report import points_report
from .results.presentation import Presentation, grid_presentations, made_by
from .results.residuals import RESIDUALS, residual_features
from .results.stack import Level
from .results.styles import QgisStyle
from .texts import tag_list, tr

if TYPE_CHECKING:
    from ..core.mapping.residuals import JudgedPoints


class Request(NamedTuple):
    """What is to be made."""

    job: PointsJob
    """The grid."""
    html: str | None
    """Name of the report."""
    made_by: list[str]
    """How it is made, in lines."""


class GridFromPoints(GridrAlgorithm):
    """Source, control points in a file, and a target -> grid."""

    CRS_OF: ClassVar[dict[str, tuple[str, ...]]] = {
        names.TARGET_EXTENT: (names.TARGET_CRS, names.POINTS_CRS, names.POINTS),
    }
    FIELDS: ClassVar[dict[str, str]] = {
        **mapping.TARGET_FIELDS,
        names.POINTS: "points",
        names.FIT: "fit",
        names.POINTS_CRS: "points_crs",
        names.SOURCE_FRAME: "source_frame",
    }
    """Parameter -> field of `PointsJob` that takes its value as it is."""

    def displayName(self) -> str:
        return tr("Grid from control points")

    def shortDescription(self) -> str:
        return tr("Makes the grid that brings a scan to the map by control points.")

    def about(self) -> str:
        return "".join((*self._what(), *self._residuals(), *self._limits()))

    def _what(self) -> Iterator[str]:
        yield tr(
            "<p>Makes the <b>grid</b> with which <i>Resample raster through a grid</i> "
            "brings a scan or an image to the map, from <b>control points</b> in a "
            "file: what QGIS's Georeferencer saves (.points), or a table of rows, "
            "columns, x and y.</p>"
        )
        yield tr(
            "<p>Points go to the target's coordinate system first and are fitted "
            "there. All seven fits are those of the Georeferencer, to 0.00001 pixel "
            "(thin plates: with GDAL before 3.8; newer ones differ between the "
            "points); the linear one also mirrors. The <b>target</b> is a template "
            "raster, or a coordinate system with an extent and a pixel size; what is "
            "not set is suggested.</p>"
        )

    def _residuals(self) -> Iterator[str]:
        yield tr("<h3>How well points fit</h3>")
        yield tr(
            "<p><b>Residuals</b> are in source pixels. Where a fit has many "
            "coefficients, or goes through all points as thin plates do, they say "
            "little: look at the <b>left-out</b> ones, where each point is compared "
            "with a fit of all others. A point whose left-out residual is above 3 "
            "robust standard deviations (1.4826 x MAD) is suspect. Points count from "
            "1 in the order of the file, disabled ones as well.</p>"
        )
        yield tr(
            "<p>A wrong point makes good ones near it suspect: mend the worst and look "
            "again. Of good points two in a hundred are suspect by chance, and of thin "
            "plates many at the edge, where the others must reach far to foretell "
            "them.</p>"
        )
        yield tr(
            "<p>Nothing is dropped silently: the log, the table and the report name "
            "disabled and suspect points, repeated ones, and those far outside of the "
            "source. No point is rejected by itself: disable it in the file.</p>"
        )

    def _limits(self) -> Iterator[str]:
        yield tr("<h3>Limits</h3>")
        yield tr(
            "<p>Numbers have a decimal point; columns stand between commas, semicolons "
            "or tabs. Two enabled points at one place of the map but at different "
            "pixels are refused. Thin plates take at most 5000 points; linear, helmert "
            "and projective fits have left-out residuals of up to 500. Control points "
            "within the raster itself are for "
            "<i>Grid from georeference, control points or RPCs</i>.</p>"
        )

    def group(self) -> str:
        return tr("Grids")

    def groupId(self) -> str:
        return "grids"

    def tags(self) -> list[str]:
        return tag_list(
            tr(
                "grid,make,georeference,georeferencing,georeferencer,"
                "ground control points,GCP,tie points,match,points,scan,map,rectify,"
                "rectification,register,registration,coregister,coregistration,"
                "co-registration,deformation,warp,polynomial,Helmert,projective,"
                "thin plate spline,rubber sheet,residuals,CNES"
            )
        )

    def definitions(self) -> Iterator[QgsProcessingParameterDefinition]:
        yield raster(
            names.INPUT,
            tr("Source raster"),
            tr("Raster that the points lie in; its values do not matter."),
        )
        yield points.points()
        yield points.fit()
        yield from mapping.target()
        yield from map(advanced, self._details())
        yield from output.grids()
        yield from points.destinations()

    def _details(self) -> Iterator[QgsProcessingParameterDefinition]:
        yield from points.details()
        yield from mapping.steps()
        yield points.way()

    def results(self) -> Iterator[QgsProcessingOutputDefinition]:
        yield from output.grid_summary()
        yield from points.results()

    def file_systems(self, given: Values) -> dict[str, str]:
        if names.POINTS not in given:
            return {}
        from ..core.mapping.points_file import read_points

        found = read_points(str(given[names.POINTS])).crs
        return {} if found is None else {names.POINTS: found}

    def arguments(self, values: Values) -> Request:
        fields = self._fields(values)
        lines = made_by(self, values).splitlines()
        return Request(PointsJob(**fields), values.get(names.OUTPUT_HTML), lines)

    def compute(self, arguments: Request, feedback: Feedback) -> Values:
        from ..core.chains.points import make_points_grid
        from ..core.raster.text_file import TextFile

        job, html = arguments.job, arguments.html
        report = None if html is None else TextFile(html, SUFFIXES)
        summary, judged = make_points_grid(job, feedback)
        results = output.grid_values(job, summary)
        results.update(self._fit_values(judged))
        features = residual_features(judged)
        crs = judged.crs.to_wkt()
        self.sinks.write(names.OUTPUT_RESIDUALS, RESIDUALS, crs, features)
        if report is not None:
            source = self.origins[names.INPUT].name
            report.write(points_report(judged, source, arguments.made_by))
            results[names.OUTPUT_HTML] = html
        return {**results, **self.sinks.made}

    def _fit_values(self, judged: JudgedPoints) -> Values:
        """Return the numbers that tell how well points fit."""
        left_out = judged.rms_left_out
        return {
            names.RMS: judged.rms,
            names.RMS_LEFT_OUT: left_out if isfinite(left_out) else None,
            names.WORST_POINT: judged.worst,
        }

    def presentations(self, arguments: Request) -> dict[str, Presentation]:
        source = self.origins[names.INPUT].name
        residuals = tr("{source} residuals").format(source=source)
        return {
            **grid_presentations(source),
            names.OUTPUT_RESIDUALS: Presentation(residuals, QgisStyle(), Level.POINTS),
        }

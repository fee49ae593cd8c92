"""The form of the mask builder: polygons and a raster mask to one mask."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from qgis.core import (
    QgsProcessingOutputDefinition,
    QgsProcessingParameterDefinition,
)

from ..core.errors import GridrError
from ..core.feedback import Feedback
from ..core.options import MaskJob
from .base import GridrAlgorithm
from .parameters import names, output, run
from .parameters.kinds import advanced, raster, whole_number
from .parameters.masks import mask, polygon_frame, polygon_layers
from .parameters.values import Values
from .results.presentation import Presentation
from .results.stack import Level
from .results.styles import MaskStyle
from .texts import tag_list, tr


class BuildMask(GridrAlgorithm):
    """Template, raster mask and polygons -> mask."""

    CRS_OF: ClassVar[dict[str, tuple[str, ...]]] = {
        names.VALID_POLYGONS: (names.TEMPLATE, names.MASK),
        names.INVALID_POLYGONS: (names.TEMPLATE, names.MASK),
    }
    FINER: ClassVar[tuple[str, ...]] = (names.RESOLUTION_ROW, names.RESOLUTION_COL)
    FIELDS: ClassVar[dict[str, str]] = {
        names.RESOLUTION_ROW: "row_step",
        names.RESOLUTION_COL: "col_step",
        names.MASK: "mask",
        names.MASK_BAND: "mask_index",
        names.MASK_VALID: "mask_valid",
        names.VALID_POLYGONS: "valid_polygons",
        names.INVALID_POLYGONS: "invalid_polygons",
        names.POLYGON_FRAME: "polygon_frame",
        names.MEMORY: "memory_limit",
        names.THREADS: "threads",
        names.OUTPUT: "dst",
    }
    """Parameter -> field of `MaskJob` that takes its value as it is."""

    def displayName(self) -> str:
        return tr("Build mask")

    def shortDescription(self) -> str:
        return tr("Makes a mask of polygons and a raster mask, at any resolution.")

    def about(self) -> str:
        return "".join((*self._what(), *self._validity(), *self._limits()))

    def _what(self) -> Iterator[str]:
        yield tr(
            "<p>Makes one <b>mask</b> of polygons and of a raster mask: 1 where all "
            "of them say valid, 0 elsewhere. <i>Resample raster through a grid</i> "
            "takes it as a source mask or as a grid mask; so do other programs. Use "
            "it to see a mask before you resample with it, to use it many times, or "
            "where the masks are of different resolutions.</p>"
        )
        yield tr(
            "<p>The <b>template</b> gives the mask its size and its place on the map. "
            "At resolution 1 the mask has the template's pixels. At resolution R the "
            "template's pixels are nodes, R pixels of the mask apart, as in a grid: n "
            "rows of nodes give (n - 1) x R + 1 rows.</p>"
        )

    def _validity(self) -> Iterator[str]:
        yield tr("<h3>Valid and invalid pixels</h3>")
        yield tr(
            "<p>A pixel of the mask is valid if its centre is inside a valid polygon "
            "(if there is such a layer), in no invalid polygon, and all nodes of the "
            "raster mask that surround it are valid; a pixel on a node needs that "
            "node only. A node that weighs up to a thousandth in the pixel does not "
            "matter. A centre on the contour of a polygon is inside.</p>"
        )
        yield tr(
            "<p>A raster mask is compared with <i>Raster mask: value that means "
            "valid</i> only; its own nodata value plays no part.</p>"
        )

    def _limits(self) -> Iterator[str]:
        yield tr("<h3>Limits</h3>")
        yield tr(
            "<p>The output is a GeoTIFF of one band of one bit. It may be of any "
            "size; it does not depend on memory or threads.</p>"
        )

    def group(self) -> str:
        return tr("Masks")

    def groupId(self) -> str:
        return "masks"

    def tags(self) -> list[str]:
        return tag_list(
            tr(
                "validity mask,valid,invalid,polygon,rasterize,burn,clip,crop,nodata,"
                "grid,resolution,cloud mask,CNES"
            )
        )

    def definitions(self) -> Iterator[QgsProcessingParameterDefinition]:
        yield raster(
            names.TEMPLATE,
            tr("Template raster"),
            tr(
                "Raster that gives the mask its size and its place on the map; its "
                "values do not matter. Not set: the raster mask."
            ),
            optional=True,
        )
        yield from polygon_layers()
        yield from mask(
            names.MASK,
            names.MASK_BAND,
            names.MASK_VALID,
            tr("Raster mask"),
            tr(
                "Raster of as many rows and columns as the template, that says which "
                "of its pixels are valid. Not set: all."
            ),
        )
        yield from map(advanced, self._details())
        yield output.destination(
            names.OUTPUT,
            tr("Mask"),
            tr("GeoTIFF with one band of one bit: 1 for valid pixels, 0 for others."),
        )

    def _details(self) -> Iterator[QgsProcessingParameterDefinition]:
        yield polygon_frame(
            tr(
                "map: on the map, in the layer's own coordinate system, which is "
                "taken to the template's; over a template without georeference as "
                "QGIS draws the mask (x = column, y = -row of the corners of pixels). "
                "pixel: x = column, y = row of the mask, where (0, 0) is the centre "
                "of the first pixel."
            )
        )
        yield from self._resolution()
        yield from run.resources()

    def _resolution(self) -> Iterator[QgsProcessingParameterDefinition]:
        yield whole_number(
            names.RESOLUTION_ROW,
            tr("Resolution in rows [pixels of the mask]"),
            tr("Rows of the mask from one row of the template to the next."),
            default=MaskJob.row_step,
        )
        yield whole_number(
            names.RESOLUTION_COL,
            tr("Resolution in columns [pixels of the mask]"),
            tr("Columns of the mask from one column of the template to the next."),
            default=MaskJob.col_step,
        )

    def results(self) -> Iterator[QgsProcessingOutputDefinition]:
        yield from output.summary()

    def arguments(self, values: Values) -> MaskJob:
        template = values.get(names.TEMPLATE, values.get(names.MASK))
        if template is None:
            raise GridrError(
                "TEMPLATE and MASK are both empty, so nothing gives the mask its "
                "size. Give a raster of that size as the template, or a raster mask."
            )
        fields = self._fields(values)
        return MaskJob(template=template, **fields)

    def compute(self, arguments: MaskJob, feedback: Feedback) -> Values:
        from ..core.chains.mask import build_mask_dataset

        summary = build_mask_dataset(arguments, feedback)
        return {names.OUTPUT: arguments.dst, **output.summary_values(summary)}

    def presentations(self, arguments: MaskJob) -> dict[str, Presentation]:
        template = self.origins.get(names.TEMPLATE) or self.origins[names.MASK]
        name = tr("{source} mask").format(source=template.name)
        return {names.OUTPUT: Presentation(name, MaskStyle(), Level.MASK_OF_GRID)}

"""The form of the main job: resample a raster through a grid."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from qgis.core import (
    QgsProcessingOutputDefinition,
    QgsProcessingParameterDefinition,
)

from ..core.errors import GridrError
from ..core.feedback import Feedback
from ..core.options import DST_DTYPES, Job, StripTarget
from .base import GridrAlgorithm
from .parameters import grid, names, output, run, sampling, source
from .parameters.kinds import advanced
from .parameters.values import (
    Values,
    creation_options,
    grid_shift,
    label,
    scheduler,
    tile_shape,
    window_ranges,
)
from .results.presentation import Presentation
from .results.stack import Level
from .results.styles import MaskStyle, SourceStyle
from .texts import tag_list, tr


class OnCluster(NamedTuple):
    """A job for the workers of a cluster."""

    job: Job
    """What to do."""
    scheduler: str
    """Address or file of the scheduler."""


class GridResampling(GridrAlgorithm):
    """Source raster and grid -> resampled raster and validity mask."""

    CRS_OF: ClassVar[dict[str, tuple[str, ...]]] = {
        names.VALID_POLYGONS: (names.INPUT,),
        names.INVALID_POLYGONS: (names.INPUT,),
        names.WINDOW_EXTENT: (names.GRID,),
    }
    FIELDS: ClassVar[dict[str, str]] = {
        names.INPUT: "src",
        names.BANDS: "src_indexes",
        names.GRID: "grid",
        names.GRID_ROW_BAND: "row_index",
        names.GRID_COL_BAND: "col_index",
        names.GRID_COL: "grid_col",
        names.RESOLUTION_ROW: "row_step",
        names.RESOLUTION_COL: "col_step",
        names.GRID_NODATA: "grid_nodata",
        names.GRID_MASK: "grid_mask",
        names.GRID_MASK_BAND: "grid_mask_index",
        names.GRID_MASK_VALID: "grid_mask_valid",
        names.INTERPOLATION: "interpolation",
        names.ANTIALIAS: "antialias",
        names.OVERSAMPLING_ROW: "oversampling_row",
        names.OVERSAMPLING_COL: "oversampling_col",
        names.BOUNDARY: "boundary",
        names.TRUST_PADDING: "trust_padding",
        names.BSPLINE_EPSILON: "bspline_epsilon",
        names.BSPLINE_MASK_INFLUENCE: "bspline_mask_influence",
        names.SOURCE_VALIDITY: "src_validity",
        names.SOURCE_MASK: "src_mask",
        names.SOURCE_MASK_BAND: "src_mask_index",
        names.SOURCE_MASK_VALID: "src_mask_valid",
        names.VALID_POLYGONS: "valid_polygons",
        names.INVALID_POLYGONS: "invalid_polygons",
        names.POLYGON_FRAME: "polygon_frame",
        names.NODATA: "dst_nodata",
        names.WINDOW_EXTENT: "extent",
        names.MEMORY: "memory_limit",
        names.THREADS: "threads",
        names.STRIP_ROWS: "strip_size",
        names.OUTPUT: "dst",
        names.OUTPUT_MASK: "dst_mask",
    }
    """Parameter -> field of `Job` that takes its value as it is."""

    def displayName(self) -> str:
        return tr("Resample raster through a grid")

    def shortDescription(self) -> str:
        return tr("Reads a raster at the rows and columns that a grid raster holds.")

    def about(self) -> str:
        return "".join((*self._what(), *self._validity(), *self._limits()))

    def _what(self) -> Iterator[str]:
        yield tr(
            "<p>Reads a source raster at the places that a <b>grid</b> names. A grid "
            "can hold any geometry: a map projection, an orthorectification, a "
            "registration, a sensor model, a lens correction. Use it where you have "
            "such a grid, or can make one, and need every pixel at its exact place "
            "with one interpolation only. For a change of coordinate system alone, "
            "<i>Warp (reproject)</i> is enough.</p>"
        )
        yield tr(
            "<p>Each node of the grid holds a position in the source, counted in "
            "pixels: a row and a column, where (0, 0) is the <i>centre</i> of the "
            "first pixel. Nodes are output pixels, <i>resolution</i> pixels apart; "
            "between them the position is interpolated. A grid of n rows of nodes at "
            "resolution R gives (n - 1) x R + 1 rows. Place on the map and coordinate "
            "system of the output come from the grid; the source needs none.</p>"
        )
        yield tr(
            "<p>Source, grid and interpolation are enough. What the advanced "
            "parameters leave open (<i>Not set</i>) comes from the rasters: bands and "
            "resolution from the grid's descriptions and tags, nodata and data type "
            "from the source.</p>"
        )

    def _validity(self) -> Iterator[str]:
        yield tr("<h3>Valid and invalid pixels</h3>")
        yield tr(
            "<p>An output pixel is valid if all nodes and all source pixels that "
            "enter it with a non-zero weight are valid and inside the source. Invalid "
            "nodes are those that are nodata, not finite, or invalid in the grid "
            "mask. Invalid source pixels are those that are not finite, that "
            "<i>Source: pixels made invalid by</i> names (by default nodata in any "
            "band), that are invalid in the source mask, outside all polygons of "
            "valid pixels or inside one of invalid pixels. With B-splines their close "
            "neighbours are invalid, too. With an anti-alias filter all fine pixels "
            "of an output pixel's cell must be valid.</p>"
        )
        yield tr(
            "<p>Invalid output pixels get the output's nodata value in all bands, and "
            "0 in the validity mask. The mask tells them also where the output has no "
            "nodata value, or where a valid value happens to equal it.</p>"
        )

    def _limits(self) -> Iterator[str]:
        yield tr("<h3>Limits</h3>")
        yield tr(
            "<p>Outputs are GeoTIFFs. Sources of complex or 64-bit integer values are "
            "refused. Values are resampled raw; scale and offset of the bands go to "
            "the output. How the project shows a layer (style, additional nodata "
            "values) plays no part. Where the output is coarser than the source, "
            "choose a filter with <i>Anti-alias: filter</i>: without, each output "
            "pixel reads its nearest neighbourhood only. Rasters may be of any size; "
            "the result does not depend on memory or threads.</p>"
        )

    def group(self) -> str:
        return tr("Resampling")

    def groupId(self) -> str:
        return "resampling"

    def tags(self) -> list[str]:
        return tag_list(
            tr(
                "grid,resample,resampling,warp,reproject,reprojection,rectify,"
                "rectification,orthorectify,orthorectification,orthoimage,register,"
                "registration,coregister,coregistration,co-registration,georeference,"
                "georeferencing,remap,displacement field,deformation field,"
                "location grid,"
                "localisation grid,lens distortion,undistort,geometry,"
                "geometric correction,interpolate,interpolation,nearest neighbour,"
                "neighbor,bilinear,bicubic,bspline,B-spline,spline,anti-alias,"
                "antialiasing,aliasing,downsample,lanczos,validity mask,nodata,CNES,"
                "GridR,OTB,Orfeo"
            )
        )

    def definitions(self) -> Iterator[QgsProcessingParameterDefinition]:
        yield source.source()
        yield grid.grid()
        yield sampling.interpolation()
        yield from map(advanced, self._details())
        yield output.destination(
            names.OUTPUT,
            tr("Resampled raster"),
            tr("GeoTIFF with the resampled bands."),
        )
        yield output.destination(
            names.OUTPUT_MASK,
            tr("Validity mask"),
            tr("GeoTIFF with one band of one bit: 1 for valid pixels, 0 for others."),
            optional=True,
        )

    def _details(self) -> Iterator[QgsProcessingParameterDefinition]:
        yield from grid.details()
        yield from source.details()
        yield from sampling.antialias()
        yield from sampling.bspline()
        yield from sampling.border()
        yield from source.polygons()
        yield from output.window()
        yield from output.values()
        yield from run.resources()
        yield from run.pieces()
        yield from run.cluster()

    def results(self) -> Iterator[QgsProcessingOutputDefinition]:
        yield from output.summary()

    def arguments(self, values: Values) -> Job | OnCluster:
        job, address = self._job(values), scheduler(values)
        return job if address is None else OnCluster(job, address)

    def _job(self, values: Values) -> Job:
        if names.WINDOW in values and names.WINDOW_EXTENT in values:
            windows = (names.WINDOW_EXTENT, names.WINDOW)
            one, other = (label(self.parameterDefinition(n)) for n in windows)
            raise GridrError(
                "{one} and {other} both say which part of the output to compute. Give "
                "one of them.",
                one=one,
                other=other,
            )
        window, data_type = values.get(names.WINDOW), values.get(names.DATA_TYPE, "")
        fields = self._fields(values)
        if names.STRIP_ROWS in values:
            fields["strip_target"] = StripTarget.OUTPUT
        return Job(
            **fields,
            shift=grid_shift(values),
            window=None if window is None else window_ranges(window),
            dst_dtype=DST_DTYPES.get(data_type),
            creation_options=creation_options(values.get(names.CREATION_OPTIONS, "")),
            tile_shape=tile_shape(values),
        )

    def compute(self, arguments: Job | OnCluster, feedback: Feedback) -> Values:
        job = _job_of(arguments)
        if isinstance(arguments, OnCluster):
            lacks = "" if self.provider() is None else self.provider().cluster_advice()
            if lacks:
                raise GridrError(lacks)
            from ..core.chains.cluster import resample_by_scheduler

            summary = resample_by_scheduler(job, arguments.scheduler, feedback)
        else:
            from ..core.chains.resample import resample_dataset

            summary = resample_dataset(job, feedback)
        written = {names.OUTPUT: job.dst, names.OUTPUT_MASK: job.dst_mask}
        return {
            **{name: path for name, path in written.items() if path is not None},
            **output.summary_values(summary),
        }

    def presentations(self, arguments: Job | OnCluster) -> dict[str, Presentation]:
        source, indexes = self.origins[names.INPUT], _job_of(arguments).src_indexes
        resampled = tr("{source} resampled").format(source=source.name)
        if indexes is not None:
            resampled += " [" + ", ".join(map(str, indexes)) + "]"
        return {
            names.OUTPUT: Presentation(
                resampled, SourceStyle(source, indexes), Level.IMAGE
            ),
            names.OUTPUT_MASK: Presentation(
                tr("{source} validity mask").format(source=source.name),
                MaskStyle(),
                Level.MASK_OF_IMAGE,
            ),
        }


def _job_of(arguments: Job | OnCluster) -> Job:
    """Return the job, wherever it shall be computed."""
    return arguments.job if isinstance(arguments, OnCluster) else arguments

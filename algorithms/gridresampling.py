"""The form of the main job: resample a raster through a grid."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingParameterRasterDestination,
)

from ..core.options import DST_DTYPES, Interpolation, Job, SourceValidity
from . import parameters as shared
from .base import GridrAlgorithm
from .parameters import advanced, helped, tr
from .values import band_numbers, window_ranges

ABOUT = """
<p>Reads a source raster at the places that a <b>grid</b> names. A grid can hold any
geometry: a map projection, an orthorectification, a registration, a sensor model, a
lens correction.</p>
<p>Each node of the grid holds a position in the source, counted in pixels: a row and a
column, where (0, 0) is the <i>centre</i> of the first pixel. Nodes are output pixels,
<i>resolution</i> pixels apart; between them the position is interpolated. A grid of n
rows of nodes at resolution R gives (n - 1) x R + 1 rows. Place on the map and
coordinate system of the output come from the grid; the source needs none.</p>
<h3>Valid and invalid pixels</h3>
<p>An output pixel is valid if all nodes and all source pixels that enter it with a
non-zero weight are valid and inside the source. Invalid are nodes that are nodata or
not finite, source values that are not finite, and whatever <i>Source pixels made
invalid by</i> says. Invalid pixels get the output's nodata value in all bands, and 0 in
the validity mask.</p>
<h3>Limits</h3>
<p>Outputs are GeoTIFFs. Sources of complex or 64-bit integer values are refused. Values
are resampled raw; scale and offset of the bands go to the output. How the project shows
a layer (style, additional nodata values) plays no part. Where the output is much
coarser than the source, smooth the source first: each output pixel reads its nearest
neighbourhood only. Rasters may be of any size; the result does not depend on memory or
threads.</p>
"""


class GridResampling(GridrAlgorithm):
    """Source raster and grid -> resampled raster and validity mask."""

    INPUT = "INPUT"
    BANDS = "BANDS"
    GRID = "GRID"
    GRID_ROW_BAND = "GRID_ROW_BAND"
    GRID_COL_BAND = "GRID_COL_BAND"
    GRID_COL = "GRID_COL"
    RESOLUTION_ROW = "RESOLUTION_ROW"
    RESOLUTION_COL = "RESOLUTION_COL"
    INTERPOLATION = "INTERPOLATION"
    SOURCE_VALIDITY = "SOURCE_VALIDITY"
    NODATA = "NODATA"
    WINDOW = "WINDOW"
    DATA_TYPE = "DATA_TYPE"
    MEMORY = "MEMORY"
    THREADS = "THREADS"
    OUTPUT = "OUTPUT"
    OUTPUT_MASK = "OUTPUT_MASK"
    ROWS = "ROWS"
    COLS = "COLS"
    VALID_PIXELS = "VALID_PIXELS"
    VALID_PERCENT = "VALID_PERCENT"

    def displayName(self):
        return tr("Resample raster through a grid")

    def shortDescription(self):
        return tr("Reads a raster at the rows and columns that a grid raster holds.")

    def about(self):
        return tr(ABOUT)

    def group(self):
        return tr("Resampling")

    def groupId(self):
        return "resampling"

    def tags(self):
        words = "grid,resample,warp,reproject,rectify,orthorectify,register,remap,"
        return tr(words + "interpolate,nearest,linear,cubic,mask,geometry").split(",")

    def initAlgorithm(self, configuration=None):
        for definition in self._definitions():
            self.addParameter(definition)
        for name, label in (
            (self.ROWS, tr("Rows of the output")),
            (self.COLS, tr("Columns of the output")),
            (self.VALID_PIXELS, tr("Valid pixels")),
            (self.VALID_PERCENT, tr("Valid pixels (percent)")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def arguments(self, parameters, context):
        def integer(name):
            given = name in parameters
            return self.parameterAsInt(parameters, name, context) if given else None

        def text(name):
            return self.parameterAsEnumString(parameters, name, context)

        bands = parameters.get(self.BANDS)
        nodata = parameters.get(self.NODATA)
        window = parameters.get(self.WINDOW)
        return Job(
            src=parameters[self.INPUT],
            grid=parameters[self.GRID],
            dst=parameters[self.OUTPUT],
            dst_mask=parameters.get(self.OUTPUT_MASK) or None,
            src_indexes=None if bands is None else band_numbers(bands),
            grid_col=parameters.get(self.GRID_COL),
            row_index=integer(self.GRID_ROW_BAND),
            col_index=integer(self.GRID_COL_BAND),
            row_step=integer(self.RESOLUTION_ROW),
            col_step=integer(self.RESOLUTION_COL),
            interpolation=Interpolation(text(self.INTERPOLATION)),
            src_validity=SourceValidity(text(self.SOURCE_VALIDITY)),
            dst_nodata=None if nodata is None else float(nodata),
            dst_dtype=DST_DTYPES.get(parameters.get(self.DATA_TYPE)),
            window=None if window is None else window_ranges(window),
            memory_limit=integer(self.MEMORY),
            threads=integer(self.THREADS),
        )

    def compute(self, arguments, feedback):
        from ..core.chain import resample_dataset

        summary = resample_dataset(arguments, feedback)
        written = {self.OUTPUT: arguments.dst, self.OUTPUT_MASK: arguments.dst_mask}
        return {
            **{name: path for name, path in written.items() if path is not None},
            self.ROWS: summary.rows,
            self.COLS: summary.cols,
            self.VALID_PIXELS: summary.valid_pixels,
            self.VALID_PERCENT: summary.valid_percent,
        }

    def _definitions(self):
        yield shared.raster(
            self.INPUT, tr("Source raster"), tr("Raster to read values from.")
        )
        yield shared.bands(self.BANDS, self.INPUT)
        yield from shared.grid(
            self.GRID,
            self.GRID_ROW_BAND,
            self.GRID_COL_BAND,
            self.GRID_COL,
            self.RESOLUTION_ROW,
            self.RESOLUTION_COL,
        )
        yield shared.interpolation(self.INTERPOLATION)
        yield advanced(shared.source_validity(self.SOURCE_VALIDITY))
        yield shared.nodata(self.NODATA)
        yield advanced(shared.window(self.WINDOW))
        yield advanced(shared.data_type(self.DATA_TYPE))
        yield advanced(shared.memory(self.MEMORY))
        yield advanced(shared.threads(self.THREADS))
        yield helped(
            QgsProcessingParameterRasterDestination(
                self.OUTPUT, tr("Resampled raster")
            ),
            tr("GeoTIFF with the resampled bands."),
        )
        yield helped(
            QgsProcessingParameterRasterDestination(
                self.OUTPUT_MASK,
                tr("Validity mask"),
                optional=True,
                createByDefault=False,
            ),
            tr("GeoTIFF with one band of one bit: 1 for valid pixels, 0 for others."),
        )

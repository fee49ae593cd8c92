"""Parameters that forms share: one label and one help text for each."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingParameterBand,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..core.options import DST_DTYPES, Interpolation, SourceValidity


def tr(text: str) -> str:
    """Return `text` in the user's language."""
    return QCoreApplication.translate("gridr_qgis", text)


def helped(definition: QgsProcessingParameterDefinition, text: str):
    """Return `definition` with its help."""
    definition.setHelp(text)
    return definition


def advanced(definition: QgsProcessingParameterDefinition):
    """Return `definition`, moved to the form's folded group."""
    flag = QgsProcessingParameterDefinition.Flag.FlagAdvanced
    definition.setFlags(definition.flags() | flag)
    return definition


def raster(name: str, label: str, text: str, optional: bool = False):
    """Return a raster to read."""
    return helped(
        QgsProcessingParameterRasterLayer(name, label, optional=optional), text
    )


def band(name: str, label: str, text: str, parent: str):
    """Return an optional band of the raster that the parameter `parent` holds."""
    return helped(
        QgsProcessingParameterBand(
            name, label, parentLayerParameterName=parent, optional=True
        ),
        text,
    )


def whole_number(name: str, label: str, text: str):
    """Return an optional integer from 1 up."""
    kind = QgsProcessingParameterNumber.Type.Integer
    return helped(
        QgsProcessingParameterNumber(name, label, kind, optional=True, minValue=1), text
    )


def choice(name: str, label: str, text: str, options, default: str | None = None):
    """Return one of some texts, which models and scripts store as they are.

    Without a default it is optional.
    """
    return helped(
        QgsProcessingParameterEnum(
            name,
            label,
            options=list(options),
            defaultValue=default,
            optional=default is None,
            usesStaticStrings=True,
        ),
        text,
    )


def bands(name: str, parent: str):
    """Return the bands of the source, read by `values.band_numbers`."""
    return helped(
        QgsProcessingParameterBand(
            name,
            tr("Source bands"),
            parentLayerParameterName=parent,
            optional=True,
            allowMultiple=True,
        ),
        tr(
            "Bands of the source in the order of the output; in scripts a band may "
            "come twice, such as 3;1;1. Empty: all bands."
        ),
    )


def grid(name, row_band, col_band, col, row_step, col_step):
    """Yield the grid: its raster, bands, column raster and resolution, by name."""
    yield raster(
        name,
        tr("Grid raster"),
        tr(
            "Raster of nodes: one band with source rows and one with source columns, "
            "in pixels from the centre of the first pixel."
        ),
    )
    yield from map(advanced, _grid_bands(name, row_band, col_band, col))
    yield whole_number(
        row_step,
        tr("Grid resolution, rows (output pixels)"),
        tr(
            "Output pixels from one row of nodes to the next. Empty: the grid's tag "
            "GRID_RESOLUTION_ROW, else 1."
        ),
    )
    yield whole_number(
        col_step,
        tr("Grid resolution, columns (output pixels)"),
        tr(
            "Output pixels from one column of nodes to the next. Empty: the grid's tag "
            "GRID_RESOLUTION_COL, else 1."
        ),
    )


def _grid_bands(name, row_band, col_band, col):
    yield band(
        row_band,
        tr("Grid band with source rows"),
        tr(
            "Empty: the band whose description says so, else 1 (2 if band 1 holds the "
            "columns)."
        ),
        name,
    )
    yield band(
        col_band,
        tr("Grid band with source columns"),
        tr(
            "In the separate raster if there is one. Empty: the band whose description "
            "says so, else 2 (1 of a separate raster, or if band 2 holds the rows)."
        ),
        name,
    )
    yield raster(
        col,
        tr("Separate raster with source columns"),
        tr("Raster of the same size as the grid raster, which then holds rows only."),
        optional=True,
    )


def interpolation(name: str):
    """Return the interpolation, an `Interpolation` by value."""
    return choice(
        name,
        tr("Interpolation"),
        tr(
            "How a value between source pixels is found: nearest keeps values "
            "(classes, codes), linear uses 2 x 2 pixels, cubic 4 x 4 and is the "
            "sharpest."
        ),
        [method.value for method in Interpolation],
        Interpolation.CUBIC.value,
    )


def source_validity(name: str):
    """Return what makes source pixels invalid, a `SourceValidity` by value."""
    return choice(
        name,
        tr("Source pixels made invalid by"),
        tr(
            "none: nothing further. any_band: nodata in any of the chosen bands. "
            "all_bands: nodata in all of them. dataset_mask: the source's alpha band, "
            "mask file or nodata. Values that are not finite are invalid in any case."
        ),
        [validity.value for validity in SourceValidity],
        SourceValidity.ANY_BAND.value,
    )


def nodata(name: str):
    """Return the nodata value of the output; scripts may give NaN."""
    kind = QgsProcessingParameterNumber.Type.Double
    return helped(
        QgsProcessingParameterNumber(
            name, tr("Nodata value of the output"), kind, optional=True
        ),
        tr(
            "Value of invalid output pixels (in scripts also nan). Empty: the source's "
            "nodata value if the output's data type can hold it, else NaN for Float32 "
            "and Float64, else 0 that is not declared as nodata: then use the validity "
            "mask."
        ),
    )


def window(name: str):
    """Return the part of the output to compute, read by `values.window_ranges`."""
    return helped(
        QgsProcessingParameterString(
            name,
            tr("Window in output pixels (r0,r1,c0,c1)"),
            optional=True,
        ),
        tr(
            "Part of the output to compute: its first row, last row, first column and "
            "last column, counted from 0, the last ones included. 0,99,200,399 gives "
            "rows 0 to 99 of columns 200 to 399, the same pixels as in the whole "
            "output. Empty: all of it."
        ),
    )


def data_type(name: str):
    """Return the type of the output's values, a key of `DST_DTYPES`."""
    return choice(
        name,
        tr("Output data type"),
        tr(
            "Type of the output's values. Integers are rounded, halves to the even "
            "neighbour, and clipped to the range of the type. Empty: the source's type."
        ),
        DST_DTYPES,
    )


def memory(name: str):
    """Return the memory limit."""
    return whole_number(
        name,
        tr("Memory limit (MiB)"),
        tr(
            "Mebibytes that the run may allocate. Empty: a share of this machine's "
            "memory."
        ),
    )


def threads(name: str):
    """Return the number of worker threads."""
    return whole_number(
        name,
        tr("Threads"),
        tr("How many pieces are computed at a time. Empty: one per processor."),
    )

"""Where results that are no rasters lie: refused before a run, where they cannot."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
    QgsVectorFileWriter,
)

from ...core.errors import GridrError
from ..parameters.values import Value

NO_FILE = re.compile(r"[A-Za-z]\w+:")
"""How QGIS begins what is none, such as memory: and ogr:; one letter is a drive."""
TEMPORARY = "TEMPORARY_OUTPUT"
"""QGIS's word for a layer that it finds a place for itself."""


def vector_file(value: Value, context: QgsProcessingContext) -> Path | None:
    """Return the file that QGIS makes anew for a vector layer; None if it makes none.

    Parameters
    ----------
    value : str or QgsProcessingOutputLayerDefinition
        What a parameter asks for.
    """
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value, _ = value.sink.valueAsString(context.expressionContext(), "")
    if not isinstance(value, str) or value == TEMPORARY or NO_FILE.match(value):
        return None
    path = Path(value).absolute()
    if path.suffix[1:].lower() in QgsVectorFileWriter.supportedFormatExtensions():
        return path
    return path.with_name(f"{path.name}.{QgsProcessingUtils.defaultVectorExtension()}")


def remove_vector_file(path: Path) -> None:
    """Remove a file of a vector layer, and what lies beside it and is a part of it."""
    if path.suffix.lower() == ".shp":
        QgsVectorFileWriter.deleteShapeFile(str(path))
    for end in ("", "-wal", "-shm"):
        with suppress(OSError):
            path.with_name(path.name + end).unlink()


def check_places(
    layers: Iterable[Path], others: Iterable[Path], inputs: Iterable[str]
) -> None:
    """Refuse results that would replace what is read, or each other.

    Parameters
    ----------
    layers : iterable of Path
        Files of vector layers.
    others : iterable of Path
        Other files that are written.
    inputs : iterable of str
        Names of what is read.

    Raises
    ------
    GridrError
        If they would, or have a place that takes none.
    """
    from ...core.raster.destination import are_one, check_inputs, check_place
    from ...core.raster.replace import PART, check_writable, target_of, temporary

    layers, others = list(layers), list(others)
    for path in (*layers, *others):
        check_place(path)
    for one, other in itertools.combinations([*layers, *others], 2):
        if one in layers and are_one(one, other):
            raise GridrError(
                "Two results are to be {path!r}. Give each a name of its own.",
                path=str(one),
            )
    check_inputs([*layers, *others], inputs)
    for path in layers:
        target = target_of(path)
        check_writable(target, temporary(target, PART))

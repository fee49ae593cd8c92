"""What a run may take, and in which pieces it works; no setting changes a pixel."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import QgsProcessingParameterDefinition

from ..texts import tr
from . import names
from .kinds import text_line, whole_number


def resources() -> Iterator[QgsProcessingParameterDefinition]:
    """Yield the memory limit and the number of threads."""
    yield whole_number(
        names.MEMORY,
        tr("Run: memory limit [MiB]"),
        tr(
            "Mebibytes that the run may allocate. Not set: as in the Processing "
            "options, else a share of this machine's memory."
        ),
    )
    yield whole_number(
        names.THREADS,
        tr("Run: threads"),
        tr(
            "How many pieces are computed at a time. Not set: as in the Processing "
            "options, else one per processor."
        ),
    )


def pieces() -> Iterator[QgsProcessingParameterDefinition]:
    """Yield the height of strips and the shape of tiles."""
    yield whole_number(
        names.STRIP_ROWS,
        tr("Run: strip height [output rows]"),
        tr(
            "Output rows that are held in memory and written together; 0: all. "
            "Not set: chosen by the memory limit, which is best."
        ),
        least=0,
    )
    yield whole_number(
        names.TILE_ROWS,
        tr("Run: tile height [output rows]"),
        tr(
            "Most rows of a piece that one thread computes; give the tile width, "
            "too. Not set: chosen by the memory limit, which is best."
        ),
    )
    yield whole_number(
        names.TILE_COLS,
        tr("Run: tile width [output columns]"),
        tr(
            "Most columns of a piece that one thread computes; give the tile "
            "height, too. Not set: chosen by the memory limit, which is best."
        ),
    )


def cluster() -> Iterator[QgsProcessingParameterDefinition]:
    """Yield the scheduler of the cluster that computes."""
    yield text_line(
        names.SCHEDULER,
        tr("Run: Dask scheduler (address or file)"),
        tr(
            "Computes on the workers of a Dask cluster: the address of its scheduler, "
            "such as tcp://192.168.1.7:8786, or the file that it has written. Workers "
            "must see inputs and outputs by the same names; an output that ends in "
            ".vrt stays in parts beside it, one that ends in .tif is joined. A run "
            "that was stopped goes on where it was. Not set: as in the Processing "
            "options, else this machine; the word local means this machine, too."
        ),
    )

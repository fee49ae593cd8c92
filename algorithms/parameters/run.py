"""What a run may take, and in which pieces it works; no setting changes a pixel."""

from __future__ import annotations

from collections.abc import Iterator

from .. import names
from .kinds import advanced, tr, whole_number


def resources() -> Iterator:
    """Yield the memory limit and the number of threads."""
    yield advanced(
        whole_number(
            names.MEMORY,
            tr("Memory limit (MiB)"),
            tr(
                "Mebibytes that the run may allocate. Empty: a share of this machine's "
                "memory."
            ),
        )
    )
    yield advanced(
        whole_number(
            names.THREADS,
            tr("Threads"),
            tr("How many pieces are computed at a time. Empty: one per processor."),
        )
    )


def pieces() -> Iterator:
    """Yield the height of strips and the shape of tiles."""
    yield advanced(
        whole_number(
            names.STRIP_ROWS,
            tr("Strip height (output rows)"),
            tr(
                "Output rows that are held in memory and written together; 0: all. "
                "Empty: chosen by the memory limit, which is best."
            ),
            least=0,
        )
    )
    yield advanced(
        whole_number(
            names.TILE_ROWS,
            tr("Tile height (output rows)"),
            tr(
                "Most rows of a piece that one thread computes; give the tile width, "
                "too. Empty: chosen by the memory limit, which is best."
            ),
        )
    )
    yield advanced(
        whole_number(
            names.TILE_COLS,
            tr("Tile width (output columns)"),
            tr(
                "Most columns of a piece that one thread computes; give the tile "
                "height, too. Empty: chosen by the memory limit, which is best."
            ),
        )
    )

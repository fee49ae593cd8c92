"""What a run that draws a grid says."""

import numpy as np
from gridr_qgis.core.grid.vectors import (
    BESIDE,
    ON_LATTICE,
    ON_LINE,
    Drawn,
    Kept,
    lattice_of,
)
from gridr_qgis.core.run.log_vectors import tell_drawn
from helpers.recording import Log

NODES = Kept(*(np.zeros(20),) * 6)


def said(why=BESIDE, in_source=True, counts=(10, 40, 50), density=20):
    log = Log()
    found = Drawn(lattice_of((10, 10), density), counts, why, NODES, None)
    tell_drawn(found, in_source, 0.5, log)
    return log


def test_kinds_and_what_is_drawn_are_told():
    log = said()
    assert log.lines == [
        "Read in 0.5 s: of 100 nodes 50.0 % lie in the source, 40.0 % outside, and "
        "10.0 % have no position.",
        "Drawn: 1 of 3 of the rows and columns of nodes, with both ends, and borders: "
        "20 nodes.",
        "Nodes without a position have no place over the source: choose the frame "
        "target to see them.",
    ]
    assert log.warnings == []


def test_a_whole_grid_is_told_and_the_target_has_all():
    lines = said(in_source=False, density=100).lines
    assert lines[1:] == ["Drawn: all rows and columns of nodes: 20 nodes."]
    assert len(said(counts=(0, 50, 50)).lines) == 2


def test_borders_that_are_left_out_are_warned_of():
    (warning,) = said(ON_LINE).warnings
    assert warning.startswith("Borders take too many nodes: those between the lines ")
    (warning,) = said(ON_LATTICE).warnings
    assert "those between nodes that are drawn are left out. Give a larger" in warning

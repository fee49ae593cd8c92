"""What a run that makes a grid says."""

import numpy as np
from gridr_qgis.core.grid.accuracy import BINS, Accuracy
from gridr_qgis.core.grid.make import NodeTally
from gridr_qgis.core.run.log_grid import tell_grid, tell_step
from helpers.recording import Log

COUNTS = np.bincount([1088] * 99 + [1120], minlength=len(BINS) + 1)
FOUND = Accuracy(1.0, 0.04, COUNTS)


def said(step=(8, 8), asked=False, accuracy=FOUND, tolerance=0.05):
    log = Log()
    tell_step(step, asked, accuracy, tolerance, log)
    return log


def test_step_and_errors_are_told():
    log = said()
    assert log.lines == [
        "Resolution: 8 x 8 (automatic); positions between nodes are off by at most "
        "0.04 source pixels, 99 % of them by at most 0.0156."
    ]
    assert log.warnings == []
    assert said((1, 1), True, Accuracy()).lines == [
        "Resolution: 1 x 1 (asked for); each pixel is a node."
    ]


def test_errors_above_the_tolerance_are_warned_of():
    (warning,) = said(tolerance=0.03).warnings
    assert warning.startswith("The error 0.04 is above the tolerance 0.03. Use a finer")


def test_lost_places_are_warned_of():
    (warning,) = said(accuracy=FOUND._replace(lost=100)).warnings
    assert warning.startswith("50.0 % of the places that were looked at have a posit")


def test_what_was_made_is_told():
    log = Log()
    tell_grid((10, 20), NodeTally(masked=50, inside=100), 0.5, log)
    assert log.lines == [
        "Done in 0.5 s: 10 x 20 nodes, 50.0 % of them in the source, 25.0 % without a "
        "position."
    ]


def test_a_target_that_is_nearly_empty_is_doubted():
    for masked, odd in ((190, False), (191, True), (200, False)):
        log = Log()
        tell_grid((10, 20), NodeTally(masked=masked, inside=0), 0.5, log)
        assert bool(log.warnings) is odd
        if odd:
            assert log.warnings[0].startswith("Hardly any node has a position. If the")

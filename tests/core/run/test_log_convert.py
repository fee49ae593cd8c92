"""What a run that converts a grid says."""

import numpy as np
from gridr_qgis.core.grid.accuracy import BINS, Accuracy
from gridr_qgis.core.grid_options import GridConvention
from gridr_qgis.core.run.log_convert import tell_command, tell_converted, tell_dropped
from helpers.recording import Log

COUNTS = np.bincount([1088] * 99 + [1120], minlength=len(BINS) + 1)
FOUND = Accuracy(1.0, 0.04, COUNTS)


def test_errors_at_dropped_nodes_are_told():
    log = Log()
    tell_dropped(FOUND, log)
    assert log.lines == [
        "At the 100 nodes that are dropped, positions are off by at most 0.04 source "
        "pixels, 99 % of them by at most 0.0156."
    ]
    assert log.warnings == []
    tell_dropped(FOUND._replace(lost=3), log)
    assert log.warnings[0].startswith("3 of the dropped nodes have a position where")


def test_nothing_dropped_is_told():
    log = Log()
    tell_dropped(Accuracy(), log)
    assert log.lines == ["All nodes that have a position are kept."]


def test_what_was_written_is_told():
    log = Log()
    tell_converted((10, 20), (4, 5), 0, GridConvention.OTB_DEF, 0.5, log)
    assert log.lines == [
        "Done in 0.5 s: 10 x 20 nodes, 4 x 5 output pixels apart, as otb_def; 0.0 % "
        "without a position."
    ]
    assert log.warnings == []


def test_masked_nodes_are_warned_of_where_otb_reads_them():
    log = Log()
    tell_converted((10, 20), (4, 5), 7, GridConvention.ABSOLUTE, 0.5, log)
    assert log.warnings == []
    tell_converted((10, 20), (4, 5), 7, GridConvention.OTB_LOC, 0.5, log)
    assert log.warnings[0].startswith("7 nodes have no position and are NaN, which OTB")


def test_the_command_is_told_if_there_is_one():
    log = Log()
    tell_command("", log)
    tell_command("otbcli -x 'a b'", log)
    assert log.lines == ["OTB resamples the source through it by: otbcli -x 'a b'"]

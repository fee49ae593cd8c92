"""NumPy makes the bits that the compiled kernels make."""

import numpy as np
import pytest
from gridr_qgis.core.grid.diagnosis import angles
from gridr_qgis.core.kernels.plain.diagnosis import turn_bins
from gridr_qgis.core.kernels.values import Diagnosis, Frame
from helpers.diagnosis import nothing_told
from helpers.kernel_arguments import nodes, seeds
from helpers.tiers import same
from hypothesis import given

STEP, SHAPE = (2, 3), (30, 30)


def drawn(rows):
    """Return the shape of a map that holds the cells of these nodes."""
    return 300, max(1, rows.shape[1] // 2)


def frame_of(own, every=2, near=4.0):
    return Frame(64, own, STEP, SHAPE, every, near, (2.0, 1.5, 0.2))


@given(seeds)
def test_diagnoses(seed):
    rng = np.random.default_rng(seed)
    rows, cols = nodes(rng)
    own = len(rows) - int(rng.integers(2) if len(rows) > 1 else 0)
    told = nothing_told(drawn(rows), levels=3, places=5)
    told.sums[:] = rng.random(2)
    same("diagnose", rows, cols, frame_of(own), angles(), told)


def test_diagnoses_of_many_rows():
    rows, cols = np.random.default_rng(1).uniform(-1, 2, (2, 400, 300)).cumsum(axis=1)
    told = nothing_told(drawn(rows), levels=6, places=1000)
    given = same("diagnose", rows, cols, frame_of(400), angles(), told)[1]
    found = Diagnosis(*given[4])
    assert found.counts[3] == 399 * 299
    assert found.compared.all()


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
@pytest.mark.parametrize("scale", [0.0, 5e-324, 1e-160, 1e-5, 1e9, 1e153, 1e160, 1e300])
def test_scales_beyond_all_bins(scale):
    rows, cols = np.random.default_rng(2).uniform(-scale, scale, (2, 9, 9))
    told = nothing_told(drawn(rows), levels=2, places=5)
    same("diagnose", rows, cols, frame_of(9), angles(), told)


def test_turns_at_the_ends_of_their_bins():
    degrees = np.arange(-1800, 1801) / 10
    degrees = np.concatenate([degrees - 0.0499, degrees, degrees + 0.0499])
    x, y = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    expected = np.rint(10 * degrees) % 3600
    np.testing.assert_array_equal(turn_bins(x, y, angles()), expected)
    assert turn_bins(np.zeros(2), np.zeros(2), angles()).size == 0

"""NumPy makes the bits that the compiled kernels make."""

import numpy as np
import pytest
from gridr_qgis.core.interpolation.antialias import fine_weights
from gridr_qgis.core.kernels import table
from gridr_qgis.core.kernels.plain import antialias
from gridr_qgis.core.kernels.values import Filter, Lacking, Mesh
from gridr_qgis.core.options import Antialias
from helpers.kernel_arguments import canvas_of, patch_of, seeds
from helpers.tiers import Tier, compare, same, served
from hypothesis import given, settings

FILTERS = sorted(set(Antialias) - {Antialias.NONE})


@pytest.fixture(scope="module", autouse=True)
def short_passes():
    """Passes of few lines, of which windows of a test have several."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(antialias, "HELD_PIXELS", 40)
        patch.setattr(antialias, "LEAST_ROWS", 2)
        patch.setattr(antialias, "PASS_PIXELS", 50)
        yield


def filter_of(rng, kind):
    fine = tuple(int(n) for n in rng.integers(1, 6, 2))
    return Filter(fine, *(fine_weights(kind, n) for n in fine))


def fine_shape(filtering, shape):
    """Return the fine pixels of a window and its margin."""
    more = [
        max(w.size - n, 0)
        for w, n in zip((filtering.row_weights, filtering.col_weights), filtering.fine)
    ]
    return tuple(n * k + m for n, k, m in zip(shape, filtering.fine, more))


@pytest.mark.parametrize("kind", FILTERS)
@given(seeds)
@settings(max_examples=60)
def test_values(kind, seed):
    rng = np.random.default_rng(seed)
    filtering = filter_of(rng, kind)
    shape = tuple(int(n) for n in rng.integers(1, 9, 2))
    rows, cols = fine_shape(filtering, shape)
    values = rng.integers(0, 5, (rows, rng.integers(1, 4), cols)).astype(float)
    if kind is not Antialias.MAJORITY:
        values *= 1.1
    done = rng.random((rows, cols)) >= rng.choice([0.0, 0.01, 0.3])
    values[np.broadcast_to(~done[:, None], values.shape)] = np.nan
    out = np.zeros((values.shape[1], *shape)), np.zeros(shape, bool)
    result, valid = same_where_done(values, done, filtering, *out)
    assert np.isfinite(result[:, valid]).all()


def same_where_done(*arguments):
    """Compare `filter_values` in both tiers; what is not done may hold anything."""
    outcomes = []
    for tier in (Tier.NUMBA, Tier.NUMPY):
        given = [np.copy(a) if isinstance(a, np.ndarray) else a for a in arguments]
        with served(lambda tier=tier: tier):
            table.filter_values(*given)
        given[3][:, ~given[4]] = 0
        outcomes.append(tuple(given[3:]))
    compare(*outcomes)
    return outcomes[1]


@pytest.mark.parametrize("method", ["nearest", "cubic"])
@given(seeds)
@settings(max_examples=60)
def test_windows(method, seed):
    rng = np.random.default_rng(seed)
    kinds = FILTERS if method == "nearest" else [Antialias.LANCZOS, Antialias.AVERAGE]
    filtering = filter_of(rng, kinds[rng.integers(len(kinds))])
    shape = tuple(int(n) for n in rng.integers(1, 9, 2))
    whole = fine_shape(filtering, shape)
    frame = Lacking(*(int(rng.integers(n // 2 + 1)) for n in np.repeat(whole, 2)))
    height, width = whole[0] - sum(frame[:2]), whole[1] - sum(frame[2:])
    if min(height, width) < 1:
        return
    step = tuple(int(n) * k for n, k in zip(rng.integers(1, 4, 2), filtering.fine))
    origin = tuple(int(rng.integers(s)) for s in step)
    count = [(o + n) // s + 2 for o, n, s in zip(origin, (height, width), step)]
    nodes = rng.uniform(-5, 40, (2, *count))
    nodes[:, rng.random(count) < rng.choice([0, 0.1])] = np.nan
    shift = tuple(0.0 if k % 2 else 0.5 for k in filtering.fine)
    patch = patch_of(rng, method)
    canvas = canvas_of(rng, len(patch[0]), shape)
    mesh = Mesh(*nodes, step, origin)
    same("fill_filtered", method, shape, mesh, shift, filtering, frame, patch, canvas)
    if step != (1, 1):
        same("fill_shifted", mesh, shift, 0, np.empty((2, height, width)))

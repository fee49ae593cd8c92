import numpy as np
import pytest
from gridr_qgis.core.interpolation.antialias import fine_weights
from gridr_qgis.core.kernels.compiled import fill
from gridr_qgis.core.kernels.compiled.antialias import (
    HELD_PIXELS,
    fill_filtered,
    filter_values,
)
from gridr_qgis.core.kernels.plain import antialias as in_numpy
from gridr_qgis.core.kernels.values import Canvas, Filter, Lacking, Limits, Mesh, Patch
from gridr_qgis.core.kernels.values import plain as as_tuples
from gridr_qgis.core.options import Antialias
from helpers.data import noise, turned_grid
from helpers.reference.antialias import filtered
from numba import config

FILTERS = sorted(set(Antialias) - {Antialias.NONE})


def filter_of(kind, fine):
    return Filter(fine, *(fine_weights(kind, n) for n in fine))


def with_margin(filtering, array):
    """Return fine pixels with places about them that do not exist."""
    weights = filtering.row_weights, filtering.col_weights
    margins = [max(w.size - k, 0) // 2 for w, k in zip(weights, filtering.fine)]
    pads = [(0, 0)] * (array.ndim - 2) + [(m, m) for m in margins]
    return np.pad(array, pads)


@pytest.mark.parametrize("kind", FILTERS)
@pytest.mark.parametrize("fine", [(1, 1), (2, 3), (3, 1), (1, 16), (4, 4)])
@pytest.mark.parametrize("holes", [0.0, 0.02, 0.4])
def test_a_filter_is_what_its_definition_says(kind, fine, holes):
    rng, shape = np.random.default_rng(3), (9, 11)
    size = [n * k for n, k in zip(shape, fine)]
    values = rng.integers(0, 4, (2, *size)).astype(float)
    done = rng.random(size) >= holes
    expected, expected_done = filtered(values, done, fine, kind.value)
    values[:, ~done] = np.nan
    filtering = filter_of(kind, fine)
    turned = with_margin(filtering, values).swapaxes(0, 1).copy()
    out, out_done = np.empty((2, *shape)), np.empty(shape, bool)
    given = turned, with_margin(filtering, done), as_tuples(filtering), out, out_done
    with np.errstate(all="ignore"):  # where it is no machine code
        filter_values(*given)
    assert (out_done == expected_done).all()
    np.testing.assert_allclose(
        out[:, out_done], expected[:, out_done], rtol=0, atol=1e-13
    )


def test_the_mean_is_taken_where_little_of_the_weight_is_left():
    # the own cell weighs 0.7 of all, and what is left around it less than nothing
    fine, size = (2, 2), (14, 14)
    done = np.zeros(size, bool)
    done[6:8, 6:8] = True
    for at in (3, 4, 9, 10):  # the negative lobes
        done[at, 6:8] = done[6:8, at] = True
    values = np.where(done, 100.0, np.nan)[:, None]
    values[6:8, 0, 6:8] = [[1, 2], [3, 6]]
    filtering = filter_of(Antialias.LANCZOS, fine)
    weights = np.outer(*filtering[1:])
    assert (weights * done).sum() < 0.5 * weights.sum()
    out, out_done = np.empty((1, 1, 1)), np.empty((1, 1), bool)
    filter_values(values, done, as_tuples(filtering), out, out_done)
    assert out[0, 0, 0] == 3.0
    assert out_done.all()


def test_constants_stay_constants_whatever_is_missing():
    rng = np.random.default_rng(0)
    filtering = filter_of(Antialias.LANCZOS, (3, 2))
    done = rng.random((27 * 3, 27 * 2)) < 0.95
    values = np.where(done, 7.0, np.inf)[:, None]
    out, out_done = np.empty((1, 21, 21)), np.empty((21, 21), bool)
    with np.errstate(all="ignore"):
        filter_values(values, done, as_tuples(filtering), out, out_done)
    np.testing.assert_allclose(out[0, out_done], 7, rtol=1e-14)
    assert 0 < out_done.sum() < out_done.size


def test_a_pixel_has_the_same_bits_beside_holes_as_far_from_them():
    rng = np.random.default_rng(0)
    filtering = filter_of(Antialias.LANCZOS, (3, 3))
    values = rng.random((16 * 3, 1, 16 * 3))
    results = []
    for holes in (False, True):
        done = np.ones((16 * 3, 16 * 3), bool)
        done[:, -1] = not holes  # no pixel but the last of a line reads it
        out, out_done = np.empty((1, 10, 10)), np.empty((10, 10), bool)
        filter_values(values, done, as_tuples(filtering), out, out_done)
        results.append(out[0, :, :9].tobytes())
    assert results[0] == results[1]


@pytest.mark.skipif(bool(config.DISABLE_JIT), reason="takes Python minutes")
@pytest.mark.parametrize("kind", [Antialias.LANCZOS, Antialias.AVERAGE])
def test_a_window_in_passes_equals_its_steps_one_by_one(kind):
    shape, fine = (150, 300), (2, 3)
    filtering = filter_of(kind, fine)
    pixels = noise((2, 300, 1200), "uint16")
    mesh = Mesh(*turned_grid((30, 70), (18, 30), 5, (150, 600)), (18, 30), (4, 7))
    frame = Lacking(3, 2, 1, 0) if kind is Antialias.LANCZOS else Lacking(0, 1, 0, 2)
    patch = Patch(pixels, np.zeros((0, 0), np.uint8), (0, 0))
    found = []
    for run, held in ((fill_filtered, None), (in_numpy.fill_filtered, 2**40)):
        data, valid = np.zeros((2, *shape), "uint16"), np.zeros(shape, bool)
        limits = Limits(0.0, 65535.0, True)
        canvas = Canvas(np.array([1, 0]), limits, np.uint16(9), data, valid, (0, 0))
        given = shape, mesh, (0.5, 0.0), filtering, frame, patch, canvas
        if held is None:
            counts = run(fill.method_type("cubic"), *map(as_tuples, given))
        else:
            with pytest.MonkeyPatch.context() as context:
                context.setattr(in_numpy, "HELD_PIXELS", held)
                with np.errstate(all="ignore"):
                    counts = run("cubic", *given)
        found.append((tuple(counts), data.tobytes(), valid.tobytes()))
    assert found[0] == found[1]
    assert 0 < found[0][0][0] < shape[0] * shape[1]
    assert np.prod(fine) * np.prod(shape) > 2 * HELD_PIXELS

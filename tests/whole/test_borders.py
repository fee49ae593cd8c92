"""Borders, B-splines and holes: the same for any tiling, and what the rules say."""

import dataclasses

import numpy as np
import pytest
from gridr_qgis.core.chains.resample import resample_dataset
from gridr_qgis.core.options import Boundary, Interpolation, Job
from gridr_qgis.core.resample import resample_array
from helpers.data import noise, read_raster, turned_grid, write_raster
from scipy import ndimage

PLAIN = ["nearest", "linear", "cubic"]
SPLINES = ["bspline3", "bspline5", "bspline7", "bspline9", "bspline11"]
COORDINATES = [-2, -1.5, -1.4, -1, -0.6, -0.5, -0.3, -1e-12, -1e-13, 0, 1e-12, 0.4]
COORDINATES += [0.5, 1, 1.3, 5, 5.5, 6]
# (interpolation, trusted): the first pixels of an axis of 60, semantics 3.4
TABLE = {
    ("nearest", False): ".....VVVVVVVVVVVVV",
    ("nearest", True): ".VVVVVVVVVVVVVVVVV",
    ("linear", False): "........VVVVVVVVVV",
    ("linear", True): "...VVVVVVVVVVVVVVV",
    ("cubic", False): "........VV...VVVVV",
    ("cubic", True): "V..VVVVVVVVVVVVVVV",
    ("bspline3", False): ".................V",
    ("bspline3", True): "........VVVVVVVVVV",
}


@pytest.mark.parametrize("axis", [0, 1])
@pytest.mark.parametrize(
    "boundary", ["edge", "reflect", "symmetric", "wrap", "constant"]
)
@pytest.mark.parametrize(("method", "trusted"), TABLE)
def test_validity_at_the_border(method, trusted, boundary, axis):
    nodes = np.full((2, 1, len(COORDINATES)), 30.0)
    nodes[axis, 0] = COORDINATES
    _, valid = resample_array(
        noise((60, 60), "float64"),
        *nodes,
        interpolation=method,
        boundary=boundary,
        trust_padding=trusted,
    )
    assert "".join(".V"[int(v)] for v in valid[0]) == TABLE[method, trusted]


@pytest.mark.parametrize("boundary", [b.value for b in Boundary if b.value != "none"])
@pytest.mark.parametrize("method", Interpolation)
def test_a_trusted_border_reaches_as_far_as_its_help_says(method, boundary):
    size = 60
    reach = {"nearest": 1.5, "linear": 1.0, "cubic": 1.0}.get(method.value, 0.0)
    places = np.arange(-2 * size, 3 * size, 0.125)
    nodes = np.full((2, 2, places.size), 30.0)
    nodes[0, 0] = nodes[1, 1] = places
    _, valid = resample_array(
        noise((size, size), "float64"),
        *nodes,
        interpolation=method,
        boundary=boundary,
        trust_padding=True,
    )
    near = (places >= -reach) & (places <= size - 1 + reach)
    if method is Interpolation.NEAREST:
        near &= places < size - 1 + reach  # half a pixel is rounded up
    elif method is Interpolation.CUBIC:
        near |= (places == -2) | (places == size + 1)  # it weighs one pixel there
    assert (valid == near).all()


@pytest.mark.parametrize("axis", [0, 1])
@pytest.mark.parametrize("method", ["nearest", "linear", "cubic", "bspline3"])
def test_validity_without_a_boundary_is_the_untrusted(method, axis):
    nodes = np.full((2, 1, len(COORDINATES)), 30.0)
    nodes[axis, 0] = COORDINATES
    _, valid = resample_array(
        noise((60, 60), "float64"), *nodes, interpolation=method, trust_padding=True
    )
    assert "".join(".V"[int(v)] for v in valid[0]) == TABLE[method, False]


@pytest.mark.parametrize("method", ["linear", "cubic"])
@pytest.mark.parametrize("boundary", [b.value for b in Boundary if b.value != "none"])
def test_trusted_borders_are_those_of_the_padded_image(method, boundary):
    src = noise((9, 7), "float64")
    nodes = turned_grid((30, 30), (1, 1), 20, (4, 3)) * 0.7
    data, valid = resample_array(
        src, *nodes, interpolation=method, boundary=boundary, trust_padding=True
    )
    wide = np.pad(src, 30, mode=boundary)
    expected, _ = resample_array(wide, *(nodes + 30), interpolation=method)
    assert valid.sum() > 50
    np.testing.assert_allclose(data[valid], expected[valid], atol=1e-9)


@pytest.mark.parametrize("order", [3, 5])
def test_splines_against_scipy(order):
    src = noise((60, 70), "float64")
    row, col = np.random.default_rng(0).uniform(0, 59, (2, 40, 40))
    data, valid = resample_array(
        src,
        row,
        col,
        interpolation=f"bspline{order}",
        bspline_epsilon=1e-12,
        boundary="reflect",
        trust_padding=True,
    )
    expected = ndimage.map_coordinates(src, [row, col], order=order, mode="mirror")
    assert valid.all()
    np.testing.assert_allclose(data, expected, rtol=0, atol=1e-11 * np.abs(src).max())


@pytest.mark.parametrize("method", SPLINES)
@pytest.mark.parametrize("boundary", ["none", "reflect"])
@pytest.mark.parametrize("hole", [np.nan, -99.0])
def test_a_constant_image_with_holes_stays_constant(method, boundary, hole):
    src = np.full((2, 200, 210), 7.0)
    src[0, 80:110, 100:103] = hole
    src[1, 60, :140] = hole
    nodes = turned_grid((90, 90), (1, 1), 10, (100, 105))
    data, valid = resample_array(
        src,
        *nodes,
        interpolation=method,
        boundary=boundary,
        trust_padding=True,
        src_nodata=-99,
    )
    assert 0.05 < valid.mean() < 0.95
    np.testing.assert_allclose(data[:, valid], 7, atol=1e-5)


@pytest.fixture
def job(tmp_path):
    """Two bands with holes and masks, a grid that leaves the source all around."""
    src = noise((2, 90, 80), "float32")
    src[0, 20:23, 30:60] = np.nan
    src[1, 60, 10:12] = -9999
    mask = np.ones((90, 80), "uint16")
    mask[40:42, 40] = 300
    return Job(
        src=write_raster(tmp_path / "src.tif", src, nodata=-9999),
        src_mask=write_raster(tmp_path / "src_mask.tif", mask),
        grid=write_raster(
            tmp_path / "g.tif", turned_grid((17, 21), (7, 6), 25, (45, 40))
        ),
        dst=str(tmp_path / "dst.tif"),
        dst_mask=str(tmp_path / "mask.tif"),
        dst_dtype="float64",
        row_step=7,
        col_step=6,
    )


def run(job, **changes):
    job = dataclasses.replace(job, **changes)
    resample_dataset(job)
    return read_raster(job.dst), read_raster(job.dst_mask)[0].astype(bool)


@pytest.mark.parametrize("method", [*PLAIN, "bspline3", "bspline7"])
@pytest.mark.parametrize("boundary", [boundary.value for boundary in Boundary])
def test_tiles_do_not_matter(job, method, boundary):
    asked = {"interpolation": method, "boundary": boundary, "trust_padding": True}
    data, valid = run(job, strip_size=0, tile_shape=(999, 999), **asked)
    assert 0.05 < valid.mean() < 0.95
    for settings in (
        {"strip_size": 2, "tile_shape": (9, 11), "threads": 2},
        {"tile_shape": (113, 5), "strip_size": 0},
        {"memory_limit": 48, "threads": 1},
    ):
        again, valid_again = run(job, **asked, **settings)
        assert (valid == valid_again).all()
        if method in PLAIN:
            assert data.tobytes() == again.tobytes()
        else:  # to the precision of epsilon, twice
            np.testing.assert_allclose(
                again[:, valid], data[:, valid], rtol=0, atol=3e-9 * 300
            )


@pytest.mark.parametrize("method", Interpolation)
def test_callers_arrays_stay_as_they_are(method):
    src, mask = noise((40, 40), "float64"), np.ones((40, 40), bool)
    src[3, 3], mask[9, 9] = np.nan, False
    nodes = turned_grid((9, 9), (3, 3), 10, (20, 20))
    before = [array.copy() for array in (src, mask, nodes)]
    resample_array(src, *nodes, step=(3, 3), interpolation=method, src_valid=mask)
    for array, old in zip((src, mask, nodes), before):
        np.testing.assert_array_equal(array, old)

import inspect

import numpy as np
import pytest
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.resample import resample_array
from helpers.data import dense_positions, noise, turned_grid
from helpers.odd_calls import judge_all

METHODS = ["nearest", "linear", "cubic"]


@pytest.mark.parametrize("dtype", ["bool", "int8", "uint16", "int32", "float32"])
def test_identity_grid_returns_the_source(dtype):
    src = noise((5, 6), "uint8").astype(dtype)
    for method in METHODS:
        data, valid = resample_array(src, *np.indices((5, 6)), interpolation=method)
        assert valid.all()
        assert (data == src).all()


def test_a_band_axis_stays():
    rows, cols = np.indices((4, 4))
    assert resample_array(noise((3, 4, 4)), rows, cols)[0].shape == (3, 4, 4)
    assert resample_array(noise((1, 4, 4)), rows, cols)[0].shape == (1, 4, 4)
    assert resample_array(noise((4, 4)), rows, cols)[0].shape == (4, 4)


@pytest.mark.parametrize("method", METHODS)
def test_a_coarse_grid_equals_its_dense_positions(method):
    src = noise((40, 40), "float64")
    nodes = turned_grid((5, 4), (6, 7), 40)
    coarse, valid = resample_array(src, *nodes, step=(6, 7), interpolation=method)
    dense = dense_positions(nodes, (6, 7))
    expected, dense_valid = resample_array(src, *dense, interpolation=method)
    assert (valid == dense_valid).all()
    np.testing.assert_allclose(coarse, expected, atol=1e-9)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("threads", [1, 2, 7])
def test_windows_and_threads_do_not_change_a_bit(method, threads):
    src = noise((2, 60, 60))
    nodes = turned_grid((9, 9), (6, 7), 40, (30, 30))
    whole = resample_array(src, *nodes, step=(6, 7), interpolation=method)
    for rows, cols in [((0, 49), (0, 57)), ((7, 8), (3, 50)), ((11, 40), (20, 21))]:
        data, valid = resample_array(
            src,
            *nodes,
            step=(6, 7),
            interpolation=method,
            window=(rows, cols),
            threads=threads,
        )
        assert (valid == whole[1][slice(*rows), slice(*cols)]).all()
        assert (data == whole[0][:, slice(*rows), slice(*cols)]).all()


@pytest.mark.parametrize("method", METHODS)
def test_layout_and_type_of_the_grid_do_not_change_a_bit(method):
    src = noise((80, 1300), "float32")
    rows, cols = turned_grid((70, 1200), (1, 1), 3, (40, 650)).astype("float32")
    rows[5, 7], cols[66, 1100] = np.nan, np.inf
    window = ((1, 70), (0, 1199))
    plain = rows.astype(float), cols.astype(float)
    data, valid = resample_array(src, *plain, interpolation=method, window=window)
    assert not valid[4, 7]
    assert not valid[65, 1100]
    assert valid.any()
    for grid in [(rows, cols), [axis.T.copy().T for axis in plain]]:
        again = resample_array(src, *grid, interpolation=method, window=window)
        np.testing.assert_array_equal(again[0], data)
        np.testing.assert_array_equal(again[1], valid)


def test_invalid_pixels_get_the_nodata():
    src = noise((9, 9), "int16")
    rows, cols = np.indices((9, 9)).astype(float)
    rows[3, 3] = np.nan
    data, valid = resample_array(src, rows, cols, dst_nodata=-9999)
    assert not valid[3, 3]
    assert valid.sum() == 80
    assert data[3, 3] == -9999


@pytest.mark.parametrize(
    ("dtype", "src_nodata", "expected"),
    [("int16", None, 0), ("int16", 7, 7), ("uint8", -1, 0)],
)
def test_default_nodata_of_integers(dtype, src_nodata, expected):
    src = np.ones((3, 3), "int16")
    rows = np.full((1, 1), np.nan)
    data, _ = resample_array(src, rows, rows, src_nodata=src_nodata, dst_dtype=dtype)
    assert data[0, 0] == expected


def test_default_nodata_of_floats_is_nan():
    rows = np.full((1, 1), np.nan)
    data, _ = resample_array(np.ones((3, 3), "float32"), rows, rows)
    assert data.dtype == "float32"
    assert np.isnan(data[0, 0])


def test_source_nodata_and_non_finite_pixels_are_unusable():
    src = noise((2, 9, 9), "float32")
    src[0, 2, 2] = -5
    src[1, 6, 6] = np.inf
    before = src.copy()
    _, valid = resample_array(src, *np.indices((9, 9)), src_nodata=-5)
    assert np.argwhere(~valid).tolist() == [[2, 2], [6, 6]]
    assert (src == before).all()


def test_nodata_is_compared_in_the_type_of_the_pixels():
    src = noise((9, 9), "float32")
    src[2, 2] = lowest = np.finfo("float32").min
    given = {"src_nodata": -3.40282347e38}  # as text has it, beyond the lowest
    data, valid = resample_array(src, *np.indices((9, 9)), **given)
    assert np.argwhere(~valid).tolist() == [[2, 2]]
    assert data[2, 2] == lowest
    src[2, 2] = 0.1
    given = {"src_nodata": 0.1, "dst_nodata": -3.40282347e38}
    data, valid = resample_array(src, *np.indices((9, 9)), **given)
    assert np.argwhere(~valid).tolist() == [[2, 2]]
    assert data[2, 2] == lowest


def test_source_mask():
    src_valid = np.ones((9, 9), int)
    src_valid[4, 5] = 0
    rows, cols = np.indices((8, 8)) + 0.5
    _, valid = resample_array(
        noise((9, 9)), rows, cols, src_valid=src_valid, interpolation="linear"
    )
    assert np.argwhere(~valid).tolist() == [[3, 4], [3, 5], [4, 4], [4, 5]]


def test_non_contiguous_and_integer_inputs():
    src = noise((20, 18))[::2, ::3]
    rows, cols = np.indices((10, 6))
    data, _ = resample_array(src, rows.T.copy().T, cols.astype("int16"))
    assert (data == src).all()


@pytest.mark.parametrize("method", ["nearest", "linear", "cubic", "bspline3"])
@pytest.mark.parametrize("dtype", ["int16", "float16", "float32"])
def test_masked_pixels_are_invalid_whatever_they_hold(method, dtype):
    src = noise((2, 40, 40), "uint8").astype(dtype)
    holes = np.zeros(src.shape, bool)
    holes[0, 20, 21] = holes[1, 5, 6] = True
    src[holes] = 30000
    grid = np.indices((30, 30)) + 5.25
    nodata = 30000  # exact in all these types
    wanted, valid = resample_array(src, *grid, interpolation=method, src_nodata=nodata,
                                   dst_nodata=0)  # fmt: skip
    masked = np.ma.masked_array(src, holes)
    data, found = resample_array(masked, *grid, interpolation=method, dst_nodata=0)
    assert (found == valid).all()
    assert not valid.all()
    np.testing.assert_allclose(data, wanted, rtol=1e-6, atol=1e-6)
    assert data.dtype == wanted.dtype


def test_masked_nodes_and_masked_flags_are_invalid():
    rows, cols = np.ma.masked_array(np.indices((9, 9)), np.zeros((2, 9, 9)))
    rows[2, 3], cols[4, 5] = np.ma.masked, np.ma.masked
    flags = np.ma.masked_array(np.ones((9, 9), bool), np.zeros((9, 9), bool))
    flags[6, 7] = np.ma.masked
    _, valid = resample_array(noise((9, 9)), rows, cols, src_valid=flags)
    assert np.argwhere(~valid).tolist() == [[2, 3], [4, 5], [6, 7]]


def test_nodata_of_float16_is_compared_in_float16():
    src = noise((9, 9), "uint8").astype("float16")
    src[2, 2] = 0.1  # as float32 it is another number than 0.1 there
    _, valid = resample_array(src, *np.indices((9, 9)), src_nodata=0.1)
    assert np.argwhere(~valid).tolist() == [[2, 2]]


@pytest.mark.parametrize("method", METHODS)
def test_arrays_that_must_not_be_written_are_read(method):
    src, (rows, cols) = noise((9, 9), "float32"), np.indices((9, 9)).astype(float)
    for array in (src, rows, cols):
        array.flags.writeable = False
    assert (resample_array(src, rows, cols, interpolation=method)[0] == src).all()


SRC, GRID = np.ones((4, 4)), np.ones((2, 2))
BAD = {
    "The source must have the shape": {"src": np.ones(4)},
    "at least one pixel": {"src": np.ones((0, 4))},
    "pixels of type complex128": {"src": SRC.astype(complex)},
    "pixels of type int64": {"src": SRC.astype("int64")},
    "pixels of type datetime64": {"src": SRC.astype("M8[s]")},
    "grid's columns must be real numbers": {"grid_cols": GRID.astype("M8[s]")},
    "source's mask must be of bool": {"src_valid": SRC.astype(str)},
    "arrays of the same two-dimensional shape": {"grid_cols": np.ones((2, 3))},
    "at least one node": {"grid_rows": np.ones((0, 2)), "grid_cols": np.ones((0, 2))},
    "row resolution must be at least 1": {"step": (0, 1)},
    "column resolution must be at least 1": {"step": (1, -3)},
    "its row resolution must be 1": {
        "grid_rows": np.ones((1, 2)),
        "grid_cols": np.ones((1, 2)),
        "step": (5, 1),
    },
    "There is no Interpolation 'quintic'": {"interpolation": "quintic"},
    "rows 0 to 2 leave the output, whose rows are 0 to 1": {"window": ((0, 3), (0, 1))},
    "first column 1 comes after its last 0": {"window": ((0, 1), (1, 1))},
    "The source's mask has the shape": {"src_valid": np.ones((4, 5))},
    "nodata value 300 cannot be stored in an output of type uint8": {
        "dst_nodata": 300,
        "dst_dtype": "uint8",
    },
    "nodata value 2.5 cannot": {"dst_nodata": 2.5, "dst_dtype": "int16"},
    "nodata value nan cannot": {"dst_nodata": float("nan"), "dst_dtype": "int16"},
    "cannot have the type int64": {"dst_dtype": "int64"},
}


@pytest.mark.parametrize("message", BAD)
def test_bad_input_is_a_sentence(message):
    arguments = {"src": SRC, "grid_rows": GRID, "grid_cols": GRID, **BAD[message]}
    with pytest.raises(GridrError, match=message):
        resample_array(**arguments)


@pytest.mark.parametrize("method", ["linear", "bspline3"])
@pytest.mark.parametrize("name", inspect.signature(resample_array).parameters)
def test_odd_values_are_taken_or_refused(name, method):
    def call(**changes):
        rows, cols = turned_grid((3, 4), (4, 4))
        arguments = {
            "src": noise((30, 30)),
            "grid_rows": rows,
            "grid_cols": cols,
            "step": (4, 4),
            "interpolation": method,
            "src_valid": np.ones((30, 30), bool),
        }
        resample_array(**{**arguments, **changes})

    call()
    judge_all(call, name, [(10**6, 10**6), (2**31, 1), ((0, 1), (0, 10**30))])


def test_an_output_larger_than_the_memory_is_refused():
    rows, cols = turned_grid((3, 4), (4, 4))
    with pytest.raises(GridrError, match="would take .* MiB, and this machine has"):
        resample_array(noise((9, 9)), rows, cols, step=(10**8, 10**8))


def test_numpy_scalars_and_lists_are_what_they_mean():
    src, nodes = noise((30, 30), "float32"), turned_grid((3, 4), (4, 4))
    plain = resample_array(src, *nodes, step=(4, 4), window=((1, 5), (2, 7)))
    other = resample_array(
        src.tolist(),
        nodes[0].tolist(),
        nodes[1].tolist(),
        step=np.array([4, 4], "uint8"),
        window=[[1, 5], np.array([2, 7])],
        threads=np.int16(2),
        dst_dtype=np.float32,
    )
    assert (plain[0] == other[0]).all()
    assert (plain[1] == other[1]).all()


@pytest.mark.parametrize(("kind", "nodata"), [("linear", 7), ("bspline3", 9)])
def test_beside_the_source_all_is_nodata(kind, nodata):
    """Two values, as new memory may hold what was there before."""
    rows, cols = np.indices((6, 7)) + 1000.0
    data, valid = resample_array(
        noise((20, 30)), rows, cols, interpolation=kind, dst_nodata=nodata
    )
    assert (data == nodata).all()
    assert not valid.any()

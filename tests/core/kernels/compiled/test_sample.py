import numpy as np
import pytest
from gridr_qgis.core.kernels.compiled.sample import (
    sample_cubic,
    sample_linear,
    sample_nearest,
)
from gridr_qgis.core.kernels.compiled.validity import mark_whole
from gridr_qgis.core.kernels.values import Patch, plain
from helpers.data import noise
from scipy import ndimage

ALL = np.zeros((0, 0), bool)
DRIVERS = {"nearest": sample_nearest, "linear": sample_linear, "cubic": sample_cubic}
TAPS = {sample_nearest: 1, sample_linear: 2, sample_cubic: 4}
REACH = {"nearest": (0, 0), "linear": (0, 1), "cubic": (-1, 2)}


def run(driver, positions, block, valid=ALL, origin=(0, 0)):
    values = np.full((block.shape[0], positions.shape[1]), np.nan)
    done = np.empty(positions.shape[1], bool)
    usable = valid.astype("uint8")
    mark_whole(usable, TAPS[driver])
    driver(positions, plain(Patch(block, usable, origin)), values, done)
    return values, done


def keys(t):
    """Keys' cubic kernel with a = -0.5, by its two pieces."""
    t = abs(t)
    if t < 1:
        return 1.5 * t**3 - 2.5 * t**2 + 1
    return -0.5 * t**3 + 2.5 * t**2 - 4 * t + 2 if t < 2 else 0.0


def inside(n=300, size=20, seed=1):
    return np.random.default_rng(seed).uniform(2, size - 3, (2, n))


@pytest.mark.parametrize("dtype", ["uint8", "int16", "uint32", "float32", "float64"])
@pytest.mark.parametrize(("name", "order"), [("nearest", 0), ("linear", 1)])
def test_against_scipy(name, order, dtype):
    block = noise((2, 20, 20), dtype)
    positions = inside()
    values, done = run(DRIVERS[name], positions, block)
    assert done.all()
    for band, got in zip(block.astype(float), values):
        expected = ndimage.map_coordinates(band, positions, order=order)
        highest = np.abs(band).max()
        np.testing.assert_allclose(got, expected, rtol=0, atol=1e-12 * highest)


@pytest.mark.parametrize("dtype", ["uint8", "int16", "uint32", "float32", "float64"])
def test_cubic_against_its_formula(dtype):
    block = noise((2, 20, 20), dtype)
    positions = inside()
    values, done = run(sample_cubic, positions, block)
    assert done.all()
    for (row, col), got in zip(positions.T, values.T):
        r, c = int(row), int(col)
        v = [keys(row - k) for k in range(r - 1, r + 3)]
        w = [keys(col - k) for k in range(c - 1, c + 3)]
        part = block[:, r - 1 : r + 3, c - 1 : c + 3].astype(float)
        np.testing.assert_allclose(got, v @ part @ w, rtol=1e-9, atol=1e-9)


def test_cubic_reproduces_a_quadratic():
    r, c = np.mgrid[:20.0, :20.0]
    block = (2 + r - 3 * c + 0.5 * r * c - c**2)[None]
    row, col = inside()
    values, _ = run(sample_cubic, np.stack([row, col]), block)
    expected = 2 + row - 3 * col + 0.5 * row * col - col**2
    np.testing.assert_allclose(values[0], expected, atol=1e-11)


@pytest.mark.parametrize("name", DRIVERS)
def test_whole_positions_read_their_pixel(name):
    block = noise((1, 6, 7), "int32")
    positions = np.indices((6, 7)).reshape(2, -1).astype(float)
    values, done = run(DRIVERS[name], positions, block)
    assert done.all()
    assert (values.reshape(6, 7) == block[0]).all()


@pytest.mark.filterwarnings("ignore:invalid value")  # inf - inf, as plain Python
@pytest.mark.parametrize("name", DRIVERS)
@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf, 1e18, -1e300])
def test_positions_that_lead_nowhere(name, bad):
    positions = np.array([[5.0, bad, 5.2], [bad, 5.0, 5.2]])
    _, done = run(DRIVERS[name], positions, noise((1, 11, 11)))
    assert done.tolist() == [False, False, True]


# The validity along one axis of 60 pixels, without padding: semantics, table 3.4.
COORDINATES = [-2, -1.5, -1.4, -1, -0.6, -0.5, -0.3, -1e-12, 0, 1e-12, 0.4, 0.5, 1, 1.3]
TABLE = {
    "nearest": ".....VVVVVVVVV",
    "linear": "........VVVVVV",
    "cubic": "........V...VV",
}


@pytest.mark.parametrize("name", DRIVERS)
@pytest.mark.parametrize("axis", [0, 1])
def test_validity_at_the_first_pixels(name, axis):
    positions = np.full((2, len(COORDINATES)), 30.0)
    positions[axis] = COORDINATES
    _, done = run(DRIVERS[name], positions, noise((1, 60, 60)))
    assert "".join(".V"[int(v)] for v in done) == TABLE[name]


@pytest.mark.parametrize("name", DRIVERS)
@pytest.mark.parametrize("axis", [0, 1])
def test_validity_at_the_last_pixels_mirrors_the_first(name, axis):
    positions = np.full((2, len(COORDINATES)), 30.0)
    positions[axis] = 59 - np.array(COORDINATES)
    _, done = run(DRIVERS[name], positions, noise((1, 60, 60)))
    mirrored = TABLE[name]
    if name == "nearest":  # the tie n - 0.5 rounds up, out of the image
        mirrored = mirrored.replace(".VV", "..V", 1)
    assert "".join(".V"[int(v)] for v in done) == mirrored


@pytest.mark.parametrize("name", DRIVERS)
@pytest.mark.parametrize("share", [(0.0, 0.0), (0.0, 0.3), (0.3, 0.0), (0.3, 0.3)])
def test_one_invalid_pixel_kills_what_weighs_it(name, share):
    block = noise((1, 15, 15))
    valid = np.ones((15, 15), bool)
    valid[7, 7] = False
    whole = np.indices((15, 15)).reshape(2, -1)
    positions = whole + np.array(share)[:, None]
    _, done = run(DRIVERS[name], positions, block, valid)
    low, high = REACH[name]
    reaches = []
    for axis, part in enumerate(share):
        offset = 7 - whole[axis]
        near = (offset >= low) & (offset <= high) if part else offset == 0
        reaches.append(near)
    _, done_before = run(DRIVERS[name], positions, block)
    assert (done == done_before & ~(reaches[0] & reaches[1])).all()


@pytest.mark.parametrize("name", DRIVERS)
@pytest.mark.parametrize("dtype", ["uint16", "float32"])
def test_fast_and_careful_paths_give_the_same_bits(name, dtype):
    block = noise((3, 40, 40), dtype)
    positions = np.random.default_rng(3).uniform(2, 37, (2, 1000))
    positions[:, ::7] = np.rint(positions[:, ::7])
    fast, _ = run(DRIVERS[name], positions, block)
    careful, done = run(DRIVERS[name], positions, block, np.ones((40, 40), bool))
    assert done.all()
    assert (fast == careful).all()


@pytest.mark.parametrize("name", DRIVERS)
def test_a_part_of_the_source_gives_the_same_bits(name):
    block = noise((1, 40, 40))
    positions = np.random.default_rng(3).uniform(14, 26, (2, 1000))
    whole, _ = run(DRIVERS[name], positions, block)
    part = np.ascontiguousarray(block[:, 11:30, 12:30])
    some, done = run(DRIVERS[name], positions, part, origin=(11, 12))
    assert done.all()
    assert (whole == some).all()


def test_nearest_rounds_halves_up():
    block = np.arange(6.0).reshape(1, 1, 6)
    positions = np.array([[0.0] * 5, [-0.5, 0.5, 1.5, 4.499, 5.4999]])
    values, done = run(sample_nearest, positions, block)
    assert done.all()
    assert values[0].tolist() == [0, 1, 2, 4, 5]


@pytest.mark.parametrize("name", DRIVERS)
@pytest.mark.parametrize("shape", [(1, 1), (1, 9), (9, 1), (2, 2)])
def test_sources_smaller_than_the_support(name, shape):
    block = noise((1, *shape))
    positions = np.indices(shape).reshape(2, -1).astype(float)
    values, done = run(DRIVERS[name], positions, block)
    assert done.all()
    assert (values.reshape(shape) == block[0]).all()


@pytest.mark.parametrize("share", [1e-12, 1e-9, 1e-5, 0.5, 1 - 1e-5, 1 - 1e-9])
def test_cubic_needs_all_pixels_at_any_share(share):
    positions = np.array([[20.0], [20.0 + share]])
    for col in range(19, 23):
        valid = np.ones((40, 40), bool)
        valid[20, col] = False
        _, done = run(sample_cubic, positions, noise((1, 40, 40)), valid)
        assert not done[0]

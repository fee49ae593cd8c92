import numpy as np
import pytest
from gridr_qgis.core.grid.nodes import Nodes
from gridr_qgis.core.interpolation.methods import SUPPORTS, method_of
from gridr_qgis.core.kernels.compiled.prefilter import dilate, fill_holes, prefilter
from gridr_qgis.core.options import Boundary, Interpolation, SourceValidity
from gridr_qgis.core.polygons.frame import pixel_frame
from gridr_qgis.core.polygons.mask import polygon_mask
from gridr_qgis.core.raster.pixels import ArrayReader, MaskRaster
from gridr_qgis.core.source.source import Source
from gridr_qgis.core.source.validity import nodata_of
from gridr_qgis.core.window import window_pad, window_relative, window_slices
from helpers.data import noise
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.windows import Window
from scipy import ndimage
from shapely.geometry import box

NODATA = -9
PADDED = sorted(set(Boundary) - {Boundary.NONE})
BSPLINES = [kind for kind in Interpolation if kind not in SUPPORTS]


class Counting(ArrayReader):
    """Counts how often each pixel is read; has a dataset mask, all True by default."""

    def __init__(self, pixels, mask=None):
        super().__init__(pixels)
        self.mask = mask
        self.counts = np.zeros(pixels.shape[1:], int)

    def read(self, indexes, window, dtype):
        self.counts[window_slices(window)] += 1
        return super().read(indexes, window, dtype)

    def read_dataset_mask(self, window):
        every = super().read_dataset_mask(window)
        return every if self.mask is None else self.mask[window_slices(window)].copy()


def source_of(pixels, kind="nearest", epsilon=1e-6, influence=1e-3, **more):
    """Return a source of an array (bands, rows, cols), or of a reader of one."""
    reader = pixels if isinstance(pixels, ArrayReader) else ArrayReader(pixels)
    bands, *shape = reader.pixels.shape
    dtype = reader.pixels.dtype.name
    settings = {
        "indexes": list(range(1, bands + 1)),
        "dtype": dtype,
        "nodata": nodata_of([dtype] * bands, [NODATA] * bands, dtype),
        "rule": SourceValidity.ANY_BAND,
        "method": method_of(Interpolation(kind), epsilon, influence),
        **more,
    }
    return Source(reader, tuple(shape), **settings)


def valid_of(patch):
    """Return which pixels of a patch are usable, all written out."""
    if not patch.usable.size:
        return np.ones(patch.pixels.shape[1:], bool)
    return patch.usable > 0


def with_holes(shape, share=0.03, dtype="float32"):
    """Return noise with some pixels that are nodata in the first band."""
    pixels = noise(shape, dtype)
    pixels[0, np.random.default_rng(7).random(shape[1:]) < share] = NODATA
    return pixels


@pytest.mark.parametrize("kind", Interpolation)
@pytest.mark.parametrize("trusted", [False, True])
def test_the_frame_is_that_of_the_method(kind, trusted):
    source = source_of(noise((1, 5, 7)), kind, boundary="edge", trusted=trusted)
    pad = source.method.padding if trusted else 0
    assert source.domain == window_pad(Window(0, 0, 7, 5), pad)


@pytest.mark.parametrize("boundary", PADDED)
@pytest.mark.parametrize("shape", [(1, 1), (1, 5), (2, 3), (6, 4)])
def test_trusted_padding_is_numpy_pad_of_pixels_and_of_what_is_valid(boundary, shape):
    pixels = with_holes((2, *shape), 0.3)
    source = source_of(pixels, "cubic", boundary=boundary, trusted=True)
    patch = source.read(source.domain)
    pads = ((2, 2), (2, 2))
    mode = {"mode": boundary.value}
    expected = np.pad(pixels, ((0, 0), *pads), **mode)
    np.testing.assert_array_equal(patch.pixels, expected)
    ones = {"constant_values": True} if boundary is Boundary.CONSTANT else {}
    valid = np.pad(pixels[0] != NODATA, pads, **mode, **ones)
    np.testing.assert_array_equal(valid_of(patch), valid)
    assert patch.origin == (-2, -2)


@pytest.mark.parametrize("boundary", Boundary)
def test_padding_that_is_not_trusted_is_not_usable(boundary):
    pixels = with_holes((1, 6, 4), 0.2)
    patch = source_of(pixels, "cubic", boundary=boundary).read(Window(-2, -2, 8, 10))
    mode = "constant" if boundary is Boundary.NONE else boundary.value
    expected = np.pad(pixels[0], 2, mode=mode)
    np.testing.assert_array_equal(patch.pixels[0], expected)
    valid = np.pad(pixels[0] != NODATA, 2)
    np.testing.assert_array_equal(valid_of(patch), valid)


def test_bands_are_read_in_their_order_as_their_common_type():
    pixels = noise((3, 4, 5), "uint8")
    patch = source_of(pixels, indexes=[3, 1], dtype="float32").read(Window(1, 1, 3, 2))
    np.testing.assert_array_equal(patch.pixels, pixels[[2, 0], 1:3, 1:4])
    assert patch.pixels.dtype == "float32"
    assert (patch.usable.size, patch.origin) == (0, (1, 1))


@pytest.mark.parametrize(
    ("kind", "pixels", "times"),
    [
        ("cubic", noise((3, 20, 20)), 0),
        ("bspline3", noise((3, 20, 20)), 3),
        ("bspline3", with_holes((3, 20, 20)), 6),
    ],
)
def test_it_is_asked_before_what_takes_long_of_each_band(kind, pixels, times):
    asked = []
    source_of(pixels, kind).read(Window(5, 5, 9, 9), lambda: asked.append(1))
    assert len(asked) == times


masks = st.tuples(*[st.integers(0, 2**20 - 1)] * 4)


@settings(max_examples=40)
@given(masks, st.tuples(*[st.booleans()] * 4))
def test_a_pixel_is_usable_where_all_masks_say_so(drawn, used):
    bits = [np.array(list(f"{bit:020b}")).reshape(4, 5) == "1" for bit in drawn]
    own, by_file, by_raster, by_polygon = (
        bit if use else np.ones((4, 5), bool) for bit, use in zip(bits, used)
    )
    pixels = np.where(own, np.float32(1), np.float32(np.nan))[None]
    raster = MaskRaster(ArrayReader(by_raster[None].astype("uint8")), 1, "uint8", 1)
    pieces = [box(c, r, c, r).buffer(0.1) for r, c in np.argwhere(~by_polygon)]
    source = source_of(
        Counting(pixels, by_file),
        rule=SourceValidity.DATASET_MASK,
        mask=raster if used[2] else None,
        polygons=polygon_mask(None, pieces, pixel_frame((0, 0))) if used[3] else None,
    )
    patch = source.read(Window(0, 0, 5, 4))
    expected = own & by_file & by_raster & by_polygon
    np.testing.assert_array_equal(valid_of(patch), expected)
    assert (patch.usable.size == 0) == expected.all()


@pytest.mark.parametrize("rule", SourceValidity)
def test_the_dataset_mask_is_asked_by_its_rule_only(rule):
    pixels, mask = noise((2, 4, 5), "uint8"), np.ones((4, 5), bool)
    mask[2, 1:3] = False
    patch = source_of(Counting(pixels, mask), rule=rule).read(Window(0, 1, 4, 3))
    asked = rule is SourceValidity.DATASET_MASK
    expected = mask[1:, :4] if asked else np.ones((3, 4), bool)
    np.testing.assert_array_equal(valid_of(patch), expected)
    assert not mask[2, 1:3].any()
    assert mask.sum() == 18


def test_polygons_and_mask_rasters_are_padded_as_pixels_are():
    valid = np.ones((1, 4, 5), "uint8")
    valid[0, 0, 0] = 0
    more = {
        "mask": MaskRaster(ArrayReader(valid), 1, "uint8", 1),
        "polygons": polygon_mask(None, box(3, 2, 4, 2.2), pixel_frame((0, 0))),
    }
    source = source_of(
        noise((1, 4, 5)), "cubic", boundary=Boundary.REFLECT, trusted=True, **more
    )
    expected = valid[0] > 0
    expected[2, 3:] = False
    got = valid_of(source.read(source.domain))
    np.testing.assert_array_equal(got, np.pad(expected, 2, mode="reflect"))


@pytest.mark.parametrize("kind", ["linear", "cubic", "bspline3"])
def test_whole_supports_are_marked(kind):
    source = source_of(with_holes((1, 30, 40), 0.01), kind, influence=2)
    patch = source.read(Window(2, 3, 30, 20))
    size = source.method.support
    supports = np.lib.stride_tricks.sliding_window_view(patch.usable > 0, (size, size))
    whole = supports.all(axis=(2, 3))
    rows, cols = whole.shape
    assert ((patch.usable[:rows, :cols] == 2) == whole).all()
    assert 0 < whole.sum() < whole.size


windows = st.tuples(*[st.integers(-2, 22)] * 2, *[st.integers(1, 24)] * 2)


@given(st.sampled_from(["nearest", "cubic"]), st.sampled_from(PADDED), windows)
def test_a_window_is_the_crop_of_the_whole(kind, boundary, drawn):
    row, col, rows, cols = drawn
    source = source_of(
        with_holes((2, 20, 20), 0.1), kind, boundary=boundary, trusted=True
    )
    frame = source.domain
    pad = source.method.padding
    row, col = max(row, -pad), max(col, -pad)
    rows, cols = min(rows, 20 + pad - row), min(cols, 20 + pad - col)
    if rows <= 0 or cols <= 0:
        return
    whole, part = source.read(frame), source.read(Window(col, row, cols, rows))
    crop = np.s_[row + pad : row + pad + rows, col + pad : col + pad + cols]
    np.testing.assert_array_equal(part.pixels, whole.pixels[(slice(None), *crop)])
    np.testing.assert_array_equal(valid_of(part), valid_of(whole)[crop])


SCIPY = {"reflect": "mirror", "symmetric": "reflect", "wrap": "grid-wrap"}
"""numpy.pad's name of a boundary -> scipy's."""


@pytest.mark.parametrize("boundary", SCIPY)
@pytest.mark.parametrize("order", [3, 5])
def test_coefficients_are_those_of_scipy(order, boundary):
    pixels = noise((2, 40, 50), "uint8")
    kind = f"bspline{order}"
    source = source_of(pixels, kind, boundary=Boundary(boundary), trusted=True)
    patch = source.read(Window(0, 0, 50, 40))
    assert patch.pixels.dtype == float
    for got, band in zip(patch.pixels, pixels.astype(float)):
        expected = ndimage.spline_filter(band, order, mode=SCIPY[boundary])
        np.testing.assert_allclose(got, expected, rtol=0, atol=1e-6 * 255)


@pytest.mark.parametrize("order", [3, 5])
def test_away_from_the_border_its_outside_does_not_matter(order):
    pixels = noise((1, 90, 100))
    source = source_of(pixels, f"bspline{order}")
    inset = source.method.prefilter.reach
    crop = np.s_[inset:-inset, inset:-inset]
    got = source.read(source.domain).pixels[0]
    expected = ndimage.spline_filter(pixels[0].astype(float), order)
    np.testing.assert_allclose(got[crop], expected[crop], rtol=0, atol=1e-6 * 65535)


@pytest.mark.parametrize("boundary", PADDED)
@pytest.mark.parametrize("kind", BSPLINES)
def test_holes_are_filled_before_the_image_is_padded_and_filtered(kind, boundary):
    pixels = with_holes((2, 33, 25), 0.2)
    source = source_of(pixels, kind, boundary=boundary, trusted=True)
    method, filtering = source.method, source.method.prefilter
    image, holes = pixels.astype(float), pixels[0] == NODATA
    inset = filtering.reach
    patch = source.read(source.domain)
    for got, band in zip(patch.pixels, image):
        fill_holes(band, holes.copy(), filtering.hole_reach)
        padded = np.pad(band, inset + method.padding, mode=boundary.value)
        prefilter(padded, filtering.poles, filtering.lengths)
        np.testing.assert_array_equal(got, padded[inset:-inset, inset:-inset])


@pytest.mark.parametrize("kind", ["bspline3", "bspline9"])
@pytest.mark.parametrize("influence", [1e-3, 0.3, 2])
@pytest.mark.parametrize("epsilon", [1e-6, 0.5])
@pytest.mark.parametrize("trusted", [False, True])
def test_near_an_unusable_pixel_coefficients_are_unusable(
    kind, influence, epsilon, trusted
):
    pixels = noise((1, 40, 46), "float32")
    pixels[0, [3, 15], [30, 5]] = NODATA
    more = {"boundary": Boundary.EDGE, "trusted": trusted}
    source = source_of(pixels, kind, epsilon, influence, **more)
    far, pad = 20, source.method.padding if trusted else 0
    valid = np.pad(pixels[0] != NODATA, far, mode="edge" if trusted else "constant")
    dilate(valid, source.method.prefilter.radius)
    expected = valid[far - pad : pad - far, far - pad : pad - far]
    got = valid_of(source.read(source.domain))
    np.testing.assert_array_equal(got, expected)
    assert 0 < got.sum() < got.size


@pytest.mark.parametrize(("distance", "spoilt"), [(4, True), (5, True), (6, False)])
def test_a_pixel_beyond_the_filters_reach_spoils_as_far_as_its_influence(
    distance, spoilt
):
    """The slowest pole of order 3 is 2 - sqrt(3); 1e-3 is its power of 5.2."""
    pixels = noise((1, 20, 20), "float32")
    pixels[0, 10, 3] = NODATA
    source = source_of(pixels, "bspline3", epsilon=0.5, influence=1e-3)
    assert source.method.prefilter.reach < 4
    assert valid_of(source.read(Window(3 + distance, 10, 1, 1)))[0, 0] != spoilt


some_windows = st.builds(
    Window,
    st.integers(0, 50),
    st.integers(0, 50),
    st.integers(1, 10),
    st.integers(1, 9),
)


@settings(max_examples=40)
@given(st.sampled_from(["bspline3", "bspline9"]), st.sampled_from(PADDED), some_windows)
def test_holes_are_filled_the_same_whatever_window_is_read(kind, boundary, window):
    pixels = with_holes((1, 60, 60), 0.3)
    more = {"boundary": boundary, "trusted": True}
    source = source_of(pixels, kind, **more)
    filled = pixels.copy()
    fill_holes(filled[0], pixels[0] == NODATA, source.method.prefilter.hole_reach)
    expected = source_of(filled, kind, **more).read(window)
    np.testing.assert_array_equal(source.read(window).pixels, expected.pixels)
    assert expected.usable.size == 0


@settings(max_examples=40)
@given(st.sampled_from(["bspline3", "bspline9"]), st.sampled_from(PADDED), some_windows)
def test_a_window_of_coefficients_is_that_of_the_whole(kind, boundary, window):
    """What is usable of it exactly, their values within epsilon.

    Because the filter's sums are cut some way around the window.
    """
    pixels = with_holes((1, 60, 60), 0.01)
    source = source_of(pixels, kind, boundary=boundary, trusted=True)
    whole, part = source.read(source.domain), source.read(window)
    crop = window_slices(window_relative(window, source.domain))
    np.testing.assert_array_equal(valid_of(part), valid_of(whole)[crop])
    bound = 1e-6 * np.abs(pixels).max()
    assert np.abs(part.pixels[0] - whole.pixels[0][crop]).max() <= bound


def read_counts(reader, source, window):
    """Return how often each pixel is read for a window."""
    reader.counts[:] = 0
    source.read(window)
    return reader.counts


@pytest.mark.parametrize(
    ("kind", "around", "rim"), [("bspline3", 13, 14), ("bspline11", 100, 105)]
)
def test_holes_make_a_rim_be_read_and_nothing_twice(kind, around, rim):
    """The window grows by what the filter needs, and by what may fill its holes.

    Semantics, table of 2.4, has both numbers, for an epsilon of 1e-6.
    """
    window = Window(220, 230, 12, 10)
    pixels = noise((2, 460, 470), "float32")
    for holes, margin in [(False, around), (True, around + rim)]:
        pixels[1, 235, 225] = NODATA if holes else 1
        reader = Counting(pixels)
        counts = read_counts(reader, source_of(reader, kind), window)
        expected = np.zeros_like(counts)
        expected[window_slices(window_pad(window, margin))] = 1
        np.testing.assert_array_equal(counts, expected)
        assert counts.sum() == (10 + 2 * margin) * (12 + 2 * margin)


@pytest.mark.parametrize("kind", Interpolation)
@pytest.mark.parametrize("boundary", Boundary)
@pytest.mark.parametrize("share", [0, 0.1])
def test_of_a_whole_image_every_pixel_is_read_once(kind, boundary, share):
    reader = Counting(with_holes((2, 60, 50), share))
    trusted = boundary is not Boundary.NONE
    source = source_of(reader, kind, boundary=boundary, trusted=trusted)
    assert (read_counts(reader, source, source.domain) == 1).all()


@pytest.mark.parametrize("kind", Interpolation)
@pytest.mark.parametrize("window", [Window(0, 0, 9, 8), Window(240, 250, 9, 8)])
def test_the_shape_of_what_is_read_is_known_before(kind, window):
    reader = Counting(noise((1, 500, 490)))
    source = source_of(reader, kind)
    rows, cols = np.nonzero(read_counts(reader, source, window))
    read = (np.ptp(rows) + 1, np.ptp(cols) + 1)
    # what lies beyond the border counts: it is held as pixels are
    if window.row_off:
        assert source.read_shape(window) == read
    assert all(a >= b for a, b in zip(source.read_shape(window), read))


def test_a_window_of_the_output_reads_what_its_positions_need():
    source = source_of(noise((1, 40, 50)), "cubic", boundary="edge", trusted=True)
    rows, cols = np.meshgrid([10.25, 20.5], [-7.0, 3.75], indexing="ij")
    window = source.window(Nodes(rows, cols, (4, 4)), Window(0, 0, 5, 5))
    assert window == Window(-2, 7, 2 + 4 + 3 + 1, 21 + 3 - 7 + 1)
    nothing = Nodes(np.full((2, 2), np.nan), cols, (4, 4))
    assert source.window(nothing, Window(0, 0, 5, 5)) is None

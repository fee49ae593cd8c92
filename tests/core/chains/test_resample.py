import dataclasses
import threading

import numpy as np
import pytest
import rasterio
from gridr_qgis.core.chains.resample import resample_dataset
from gridr_qgis.core.errors import Cancelled
from gridr_qgis.core.options import Job, StripTarget
from gridr_qgis.core.resample import resample_array
from helpers.data import noise, read_raster, turned_grid, write_raster, write_signed
from helpers.recording import Log

GDAL = tuple(map(int, rasterio.__gdal_version__.split(".")[:2]))
METHODS = ["nearest", "linear", "cubic"]


def run(job, **changes):
    job = dataclasses.replace(job, **changes)
    resample_dataset(job)
    return read_raster(job.dst), read_raster(job.dst_mask)[0].astype(bool)


@pytest.mark.parametrize("method", METHODS)
def test_files_give_what_arrays_give(job, method):
    data, valid = run(job, interpolation=method)
    expected, expected_valid = resample_array(
        read_raster(job.src),
        *read_raster(job.grid),
        step=(7, 5),
        interpolation=method,
        src_nodata=-9999,
    )
    assert (valid == expected_valid).all()
    assert 0.3 < valid.mean() < 0.9
    assert (data == expected).all()


SETTINGS = [
    {"strip_size": 0},
    {"strip_size": 1},
    {"strip_size": 3},
    {"strip_size": 1, "strip_target": StripTarget.OUTPUT},
    {"strip_size": 16, "strip_target": StripTarget.OUTPUT},
    {"strip_size": 0, "tile_shape": (1, 1)},
    {"strip_size": 5, "tile_shape": (1, 66)},
    {"strip_size": 5, "tile_shape": (71, 1)},
    {"tile_shape": (13, 17), "threads": 1},
    {"tile_shape": (13, 17), "threads": 5},
    {"memory_limit": 30, "threads": 1},
    {"memory_limit": 30, "threads": 2},
    {"memory_limit": 4000},
]


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("settings", SETTINGS, ids=str)
def test_settings_do_not_change_a_bit(job, method, settings):
    data, valid = run(job, interpolation=method)
    again, valid_again = run(job, interpolation=method, **settings)
    assert (valid == valid_again).all()
    assert data.tobytes() == again.tobytes()


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(
    "window", [((0, 1), (0, 66)), ((70, 71), (65, 66)), ((0, 71), (65, 66)),
               ((13, 40), (20, 21)), ((7, 30), (5, 41))]
)  # fmt: skip
def test_a_window_is_the_crop_of_the_whole(job, method, window):
    rows, cols = (slice(*part) for part in window)
    data, valid = run(job, interpolation=method)
    part, part_valid = run(job, interpolation=method, window=window)
    assert (part_valid == valid[rows, cols]).all()
    assert (part == data[:, rows, cols]).all()


LOWEST = np.finfo("float32").min
NODATA_TEXTS = ["-3.40282347e+38", "-3.4028234663852886e+38", "-3.4028235e+38"]
"""What headers call it; the first and the last lie beyond it."""
ENVI = """ENVI
samples = 8
lines = 8
bands = 1
file type = ENVI Standard
data type = 4
interleave = bsq
byte order = 0
data ignore value = {}
"""


def identity(tmp_path, pixels=8, **changes):
    """Return a job that reads half a pixel off, so each pixel has four readers."""
    nodes = np.indices((pixels - 1, pixels - 1)) + 0.5
    given = {
        "src": write_raster(tmp_path / "s.tif", noise((pixels, pixels), "float32")),
        "grid": write_raster(tmp_path / "g.tif", nodes),
        "interpolation": "linear",
        "dst_mask": str(tmp_path / "m.tif"),
    }
    return Job(dst=str(tmp_path / "d.tif"), **{**given, **changes})


FOUR = [[2, 2], [2, 3], [3, 2], [3, 3]]
"""Who reads the pixel (3, 3) then."""


@pytest.mark.parametrize("text", NODATA_TEXTS)
def test_nodata_as_text_of_a_header_is_the_nearest_float32(tmp_path, text):
    pixels = np.arange(64, dtype="<f4").reshape(8, 8)
    pixels[3, 3] = LOWEST
    pixels.tofile(tmp_path / "s.bsq")
    (tmp_path / "s.hdr").write_text(ENVI.format(text))
    job = identity(tmp_path, src=str(tmp_path / "s.bsq"))
    data, valid = run(job)
    assert np.argwhere(~valid).tolist() == FOUR
    assert (data[0][~valid] == LOWEST).all()
    with rasterio.open(job.dst) as dataset:
        assert dataset.nodata == LOWEST
    assert (run(job, dst_nodata=float(text))[0] == data).all()


def test_nodata_given_for_a_grid_of_float32_is_compared_in_its_type(tmp_path):
    nodes = 100 + 40 * np.indices((4, 4))
    nodes = nodes.astype("float32")
    nodes[:, 1, 1] = -99.9
    grid = write_raster(tmp_path / "nodes.tif", nodes)
    job = identity(tmp_path, 300, grid=grid, row_step=40, col_step=40)
    _, valid = run(job, grid_nodata=-99.9)
    expected = np.ones(valid.shape, bool)
    expected[1:80, 1:80] = False  # what the node (1, 1) has a weight in
    assert (valid == expected).all()


BOTH = """<VRTDataset rasterXSize="16" rasterYSize="16">
<VRTRasterBand dataType="{}" band="1"><Metadata domain="IMAGE_STRUCTURE">
<MDI key="PIXELTYPE">SIGNEDBYTE</MDI></Metadata><SimpleSource>
<SourceFilename>{}</SourceFilename></SimpleSource></VRTRasterBand>
<VRTRasterBand dataType="Int16" band="2"><SimpleSource>
<SourceFilename>{}</SourceFilename></SimpleSource></VRTRasterBand></VRTDataset>
"""


def test_signed_bytes_beside_another_type_and_as_a_grid(tmp_path):
    values = np.arange(-128, 128).reshape(16, 16)
    signed = write_signed(tmp_path / "i8.tif", values)
    other = write_raster(tmp_path / "i16.tif", (3 * values).astype("int16"))
    kind = "Int8" if GDAL >= (3, 7) else "Byte"
    (tmp_path / "both.vrt").write_text(BOTH.format(kind, signed, other))
    given = {"src": str(tmp_path / "both.vrt"), "interpolation": "nearest"}
    grid = write_raster(tmp_path / "own.tif", np.indices((16, 16)).astype(float))
    data, _ = run(identity(tmp_path, grid=grid, **given))
    assert (data == [values, 3 * values]).all()
    rows = write_signed(tmp_path / "rows.tif", np.full((4, 4), -3))
    cols = write_signed(tmp_path / "cols.tif", np.full((4, 4), 5))
    job = identity(tmp_path, grid=rows, grid_col=cols, **given)
    data, _ = run(job, shift=(10.0, 0.0))
    assert (data[0] == values[7, 5]).all()


def test_a_compression_with_loss_is_warned_of_in_the_plan(tmp_path):
    src = write_raster(tmp_path / "bytes.tif", noise((8, 8), "uint8"))
    job = identity(tmp_path, src=src, creation_options={"compress": "jpeg"})
    log = Log()
    resample_dataset(job, log)
    (warning,) = [text for text in log.warnings if "with a loss" in text]
    assert warning.startswith("COMPRESS=JPEG stores pixels with a loss")


def packed(path, stored, scales, offsets, **profile):
    """Write a raster whose bands have scales and offsets; return its name."""
    with rasterio.open(write_raster(path, stored, **profile), "r+") as dataset:
        dataset.scales, dataset.offsets = scales, offsets
    return str(path)


@pytest.mark.parametrize("apart", [False, True])
def test_a_packed_grid_reads_where_its_unpacked_values_say(tmp_path, apart):
    positions = np.indices((7, 7)) + 0.5
    stored = np.round((positions - [[[2.0]], [[0.0]]]) * 1000).astype("int32")
    stored[:, 1, 1] = -9999
    grid = packed(tmp_path / "p.tif", stored, (0.001,) * 2, (2.0, 0), nodata=-9999)
    cols = None
    if apart:
        cols = packed(tmp_path / "c.tif", stored[1], (0.001,), (0.0,), nodata=-9999)
    job = identity(tmp_path, grid=grid, grid_col=cols)
    data, valid = run(job)
    positions[:, 1, 1] = np.nan
    src = read_raster(job.src)
    wanted = resample_array(src, *positions, interpolation="linear")
    assert (valid == wanted[1]).all()
    np.testing.assert_allclose(data, wanted[0], rtol=1e-6)


def test_a_mask_is_compared_as_stored(tmp_path):
    mask = np.full((8, 8), 10, "uint8")
    mask[3, 3] = 1
    name = packed(tmp_path / "src_mask.tif", mask, (0.1,), (0.0,))
    job = identity(tmp_path, src_mask=name, src_mask_valid=10)
    assert np.argwhere(~run(job)[1]).tolist() == FOUR


def test_valid_value_of_a_mask_of_float32_is_compared_in_its_type(tmp_path):
    mask = np.full((8, 8), LOWEST)
    mask[3, 3] = 0
    name = write_raster(tmp_path / "src_mask.tif", mask)
    job = identity(tmp_path, src_mask=name, src_mask_valid=-3.40282347e38)
    assert np.argwhere(~run(job)[1]).tolist() == FOUR


@pytest.mark.parametrize("width", [1, 7, 8, 9, 255, 257])
@pytest.mark.parametrize("strip", [0, 1, 5, 16])
def test_masks_of_any_width_keep_single_pixels(tmp_path, width, strip):
    for place in {0, width // 2, width - 1}:
        nodes = np.full((2, 40, width), np.nan)
        nodes[:, ::13, place] = 0
        job = Job(
            src=write_raster(tmp_path / "src.tif", np.ones((1, 1), "uint8")),
            grid=write_raster(tmp_path / "grid.tif", nodes),
            dst=str(tmp_path / "dst.tif"),
            dst_mask=str(tmp_path / "mask.tif"),
            strip_size=strip,
        )
        data, valid = run(job)
        assert (valid == np.isfinite(nodes[0])).all()
        assert (data[0] == valid).all()


def test_the_reference_crashes_on_1001_columns(tmp_path):
    nodes = turned_grid((101, 101), (10, 10), 3, (500, 500))
    src = noise((1000, 1001), "uint16")
    job = Job(
        src=write_raster(tmp_path / "src.tif", src),
        grid=write_raster(tmp_path / "grid.tif", nodes),
        dst=str(tmp_path / "dst.tif"),
        row_step=10,
        col_step=10,
    )
    summary = resample_dataset(job)
    assert summary[:2] == (1001, 1001)
    for tile in [(1000, 1000), (1001, 1), (1, 1001)]:
        resample_dataset(dataclasses.replace(job, tile_shape=tile, strip_size=0))
        expected, _ = resample_array(src, *nodes, step=(10, 10))
        assert (read_raster(job.dst)[0] == expected).all()


def test_bands_in_any_order_and_repeated(job):
    data, _ = run(job)
    picked, _ = run(job, src_indexes=(2, 1, 2))
    assert (picked == data[[1, 0, 1]]).all()


def test_validity_depends_on_the_selected_bands_only(job):
    _, both = run(job, interpolation="nearest")
    _, second = run(job, interpolation="nearest", src_indexes=(2,))
    assert second.sum() > both.sum()


def test_bands_of_different_types(job, tmp_path):
    first = write_raster(tmp_path / "a.tif", noise((70, 90), "uint8"))
    second = write_raster(tmp_path / "b.tif", noise((70, 90), "float32"))
    vrt = tmp_path / "both.vrt"
    bands = "".join(
        f"<VRTRasterBand dataType='{kind}' band='{band}'><SimpleSource>"
        f"<SourceFilename>{name}</SourceFilename></SimpleSource></VRTRasterBand>"
        for band, (kind, name) in enumerate([("Byte", first), ("Float32", second)], 1)
    )
    vrt.write_text(
        f"<VRTDataset rasterXSize='90' rasterYSize='70'>{bands}</VRTDataset>"
    )
    data, _ = run(job, src=str(vrt), interpolation="nearest")
    assert data.dtype == "float32"
    assert (data[0] == run(job, src=first, interpolation="nearest")[0][0]).sum() > 2000


def test_columns_in_a_raster_of_their_own(job, tmp_path):
    data, valid = run(job)
    rows, cols = read_raster(job.grid)
    for band, index in ((rows, None), (np.stack([cols, rows]), 2)):
        split = {
            "grid": write_raster(tmp_path / "rows.tif", band),
            "grid_col": write_raster(tmp_path / "cols.tif", cols),
            "row_index": index,
        }
        again, valid_again = run(job, **split)
        assert (again == data).all()
        assert (valid == valid_again).all()


def test_bands_and_resolution_from_the_grid_itself(job, tmp_path):
    data, _ = run(job)
    grid = write_raster(
        tmp_path / "told.tif",
        read_raster(job.grid)[::-1],
        descriptions=("Column", "ROW"),
        tags={"GRID_RESOLUTION_ROW": 7, "GRID_RESOLUTION_COL": 5},
    )
    again, _ = run(job, grid=grid, row_step=None, col_step=None)
    assert (again == data).all()
    again, _ = run(job, grid=grid, row_step=None, col_step=None, row_index=2)
    assert (again == data).all()


def test_float32_and_integer_grids(job, tmp_path):
    nodes = np.rint(read_raster(job.grid))
    nodes[:, 4, 9] = -999
    same = [
        run(job, grid=write_raster(tmp_path / f"{kind}.tif", nodes.astype(kind),
                                   nodata=-999))
        for kind in ("float64", "float32", "int16")
    ]  # fmt: skip
    for data, valid in same[1:]:
        assert (data == same[0][0]).all()
        assert (valid == same[0][1]).all()


RULES = {
    "none": "1111",
    "any_band": "0001",
    "all_bands": "0111",
    "dataset_mask": "0111",
}


@pytest.mark.parametrize("rule", RULES)
def test_source_validity(job, tmp_path, rule):
    # GDAL's mask of a dataset with nodata is valid where any band is
    src = np.array([[[7, 7, 1, 1]], [[7, 1, 7, 1]]], "uint8")
    rows, cols = np.indices((1, 4))
    _, valid = run(
        job,
        src=write_raster(tmp_path / "four.tif", src, nodata=7),
        grid=write_raster(tmp_path / "same.tif", np.stack([rows, cols]).astype("f8")),
        row_step=1,
        col_step=1,
        src_validity=rule,
    )
    assert "".join("01"[int(v)] for v in valid[0]) == RULES[rule]


def test_alpha_band_by_the_dataset_mask(job, tmp_path):
    src = np.array([[[7, 7, 1, 1]], [[0, 255, 1, 0]]], "uint8")
    rows, cols = np.indices((1, 4))
    path = write_raster(tmp_path / "a.tif", src, photometric="MINISBLACK", alpha="yes")
    _, valid = run(
        job,
        src=path,
        grid=write_raster(tmp_path / "same.tif", np.stack([rows, cols]).astype("f8")),
        row_step=1,
        col_step=1,
        src_indexes=(1,),
        src_validity="dataset_mask",
    )
    assert valid.tolist() == [[False, True, True, False]]


@pytest.mark.parametrize("rule", RULES)
def test_non_finite_pixels_are_invalid_under_every_rule(job, tmp_path, rule):
    src = np.array([[[1, np.nan, np.inf, 1, 1]]], "float32")
    rows, cols = np.indices((1, 5))
    path = write_raster(tmp_path / "s.tif", src)
    grid = write_raster(tmp_path / "g.tif", np.stack([rows, cols]).astype("f8"))
    same = {"src": path, "grid": grid, "row_step": 1, "col_step": 1}
    for method in METHODS:
        _, valid = run(job, **same, src_validity=rule, interpolation=method)
        assert valid.tolist() == [[True, False, False, True, True]]


def test_georeference_and_meaning_follow(job, tmp_path):
    src = write_raster(
        tmp_path / "meaning.tif",
        noise((2, 70, 90), "uint8"),
        nodata=3,
        descriptions=("red", "near infrared"),
    )
    with rasterio.open(src, "r+") as dataset:
        dataset.scales, dataset.offsets = (0.5, 2.0), (1.0, 0.0)
        dataset.units = ("W", "m")
    transform = rasterio.Affine(70, 0, 5000, 0, -50, 9000)
    grid = write_raster(
        tmp_path / "placed.tif",
        read_raster(job.grid),
        transform=transform,
        crs="EPSG:32631",
    )
    run(job, src=src, grid=grid, src_indexes=(2, 1), window=((7, 20), (10, 30)))
    with rasterio.open(job.dst) as dst, rasterio.open(job.dst_mask) as mask:
        assert dst.descriptions == ("near infrared", "red")
        assert dst.units == ("m", "W")
        assert dst.scales == (2.0, 0.5)
        assert dst.offsets == (0.0, 1.0)
        assert dst.nodata == 3
        # node (1, 2) is pixel (7, 10), the first of the window
        assert dst.xy(0, 0) == pytest.approx((5000 + 2.5 * 70, 9000 - 1.5 * 50))
        assert dst.res == pytest.approx((14, 50 / 7))
        assert dst.crs.to_epsg() == 32631
        assert mask.crs == dst.crs
        assert mask.transform == dst.transform
        assert mask.nodata is None
        assert mask.tags(1, ns="IMAGE_STRUCTURE")["NBITS"] == "1"


def test_a_grid_without_georeference_gives_an_output_without(job):
    run(job)
    with rasterio.open(job.dst) as dst:
        assert dst.crs is None
        assert dst.transform == rasterio.Affine.identity()


@pytest.mark.parametrize("method", ["nearest", "cubic"])
def test_colour_table_goes_with_nearest_only(job, tmp_path, method):
    src = write_raster(tmp_path / "classes.tif", noise((70, 90), "uint8"))
    with rasterio.open(src, "r+") as dataset:
        dataset.write_colormap(1, {5: (1, 2, 3, 255)})
    log = Log()
    resample_dataset(dataclasses.replace(job, src=src, interpolation=method), log)
    with rasterio.open(job.dst) as dst:
        if method == "nearest":
            assert dst.colormap(1)[5] == (1, 2, 3, 255)
        else:
            with pytest.raises(ValueError, match="NULL color table"):
                dst.colormap(1)
    assert log.said("colour table") == (method == "cubic")


@pytest.mark.parametrize(
    ("dtype", "nodata", "expected", "tag"),
    [
        (None, None, -9999, -9999),
        ("float32", None, -9999, -9999),
        ("float32", float("nan"), np.nan, np.nan),
        ("uint8", None, 0, None),
        ("uint8", 200, 200, 200),
    ],
)
def test_nodata_of_the_output(job, dtype, nodata, expected, tag):
    log = Log()
    resample_dataset(dataclasses.replace(job, dst_dtype=dtype, dst_nodata=nodata), log)
    with rasterio.open(job.dst) as dst:
        np.testing.assert_equal(dst.nodata, tag)
        np.testing.assert_equal(dst.read(1)[0, 0], np.float64(expected))
    assert not log.said("without a nodata tag")  # as a mask is asked for
    log = Log()
    alone = dataclasses.replace(job, dst_dtype=dtype, dst_nodata=nodata, dst_mask=None)
    resample_dataset(alone, log)
    assert log.said("use the output mask") == (tag is None)


def test_valid_pixels_that_equal_nodata_are_counted(job, tmp_path):
    src = np.full((70, 90), 5, "uint8")
    src[35, 45] = 9
    log = Log()
    same = write_raster(tmp_path / "five.tif", src)
    summary = resample_dataset(dataclasses.replace(job, src=same, dst_nodata=5), log)
    ours = read_raster(job.dst_mask)[0] == 1
    equal = (read_raster(job.dst)[0][ours] == 5).sum()
    assert 0 < equal < summary.valid_pixels
    assert log.said(f"{equal} valid pixels happen to equal")


def test_feedback_is_called_in_the_starting_thread_only(job):
    threads = set()

    class Here(Log):
        def __getattribute__(self, name):
            threads.add(threading.get_ident())
            return super().__getattribute__(name)

    log = Here()
    resample_dataset(dataclasses.replace(job, tile_shape=(9, 9), threads=3), log)
    assert threads == {threading.get_ident()}
    assert log.fractions == sorted(log.fractions)
    assert log.fractions[-1] == 1


@pytest.mark.parametrize("stop_after", [0, 1, 3])
def test_cancelling_leaves_nothing_behind(job, tmp_path, stop_after):
    before = sorted(path.name for path in tmp_path.iterdir())
    log = Log(stop_after)
    with pytest.raises(Cancelled):
        resample_dataset(dataclasses.replace(job, strip_size=1, tile_shape=(7, 7)), log)
    assert sorted(path.name for path in tmp_path.iterdir()) == before
    assert len(log.fractions) == stop_after + 1

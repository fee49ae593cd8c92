"""The anti-alias filters, through files: what they do, and what does not matter."""

import dataclasses
import shutil
import subprocess
from collections import Counter

import numpy as np
import pytest
import rasterio
from affine import Affine
from gridr_qgis.core.chains.resample import resample_dataset
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.kernels.tiers import Tier
from gridr_qgis.core.options import Job, StripTarget
from gridr_qgis.core.plan.rules import resolve
from gridr_qgis.core.resample import resample_array
from gridr_qgis.core.run import tile
from gridr_qgis.core.run.tile import opened, settled
from helpers.data import noise, read_raster, turned_grid, write_raster
from helpers.recording import Log
from helpers.reference.antialias import antialiased
from helpers.tiers import by_chance, served
from shapely.geometry import box

LANCZOS = {"antialias": "lanczos"}
AVERAGE = {"antialias": "average", "interpolation": "nearest"}
MAJORITY = {"antialias": "majority", "interpolation": "nearest"}
FILTERS = [LANCZOS, AVERAGE, MAJORITY]
THREE = {"oversampling_row": 3, "oversampling_col": 2}


def run(job, **changes):
    job = dataclasses.replace(job, **changes)
    resample_dataset(job)
    return read_raster(job.dst), read_raster(job.dst_mask)[0].astype(bool)


def job_of(folder, src, nodes, profile=None, **changes):
    """Return a job of pixels and nodes."""
    return Job(
        src=write_raster(folder / "src.tif", src, **(profile or {})),
        grid=write_raster(folder / "grid.tif", np.stack(nodes)),
        dst=str(folder / "dst.tif"),
        dst_mask=str(folder / "mask.tif"),
        **changes,
    )


# What a filter does

SIZE = 1200
SLOPE = 0.4 / (SIZE / 2)
"""Cycles per source pixel, per pixel from the middle: 0.4 at the sides."""


def plate(rows, cols):
    """Return a zone plate of amplitude 100 at places in its source."""
    squares = (rows - SIZE / 2) ** 2 + (cols - SIZE / 2) ** 2
    return 100 * np.cos(np.pi * SLOPE * squares)


@pytest.mark.parametrize(
    ("scales", "angle", "alias", "none"), [((3, 3), 0, 6, 50), ((3, 1), 30, 8, 55)]
)
def test_a_zone_plate_keeps_what_is_coarse_and_loses_what_is_fine(
    tmp_path, scales, angle, alias, none
):
    i, j = (s * (k - k.mean()) for s, k in zip(scales, np.indices(
        [int(1.35 * SIZE / s) for s in scales], dtype=float)))  # fmt: skip
    c, s = np.cos(np.radians(angle)), np.sin(np.radians(angle))
    down, aside = c * i + s * j, c * j - s * i
    nodes = down + SIZE / 2, aside + SIZE / 2
    src = plate(*np.indices((SIZE, SIZE)))
    job = job_of(tmp_path, src, nodes)
    waves = (
        SLOPE * scales[0] * (c * down - s * aside),
        SLOPE * scales[1] * (s * down + c * aside),
    )
    frequency = np.maximum(*np.abs(waves))  # cycles per output pixel
    flat = (frequency > 0.55) & (SLOPE * np.hypot(down, aside) < 0.4)
    errors = {}
    for name in ("none", "lanczos"):
        data, valid = run(job, antialias=name)
        seen, kept = flat & valid, (frequency < 0.25) & valid
        pass_error = data[0][kept] - plate(*nodes)[kept]
        errors[name] = rms(data[0][seen]), rms(pass_error)
    assert errors["none"][0] > none
    assert errors["lanczos"][0] < alias
    assert errors["lanczos"][1] < 1.2


def rms(values):
    return np.sqrt(np.mean(values**2))


def blocks(k, shape):
    """Return a grid of which each output pixel is a block of whole source pixels."""
    return [n * size + (size - 1) / 2 for n, size in zip(np.indices(shape), k)]


def georeferenced(k, shape):
    transform = Affine(1, 0, 0, 0, -1, shape[0] * k[0])
    return {"crs": "EPSG:32631", "transform": transform}


@pytest.mark.parametrize("k", [(2, 2), (3, 3), (4, 1), (16, 16), (5, 3)])
@pytest.mark.parametrize("dtype", ["uint8", "int16", "float64"])
def test_averages_of_nearest_are_means_of_blocks(tmp_path, k, dtype):
    shape = (12, 15)
    src = noise((shape[0] * k[0], shape[1] * k[1]), dtype)
    job = job_of(tmp_path, src, blocks(k, shape), **AVERAGE, dst_dtype="float64")
    data, valid = run(job)
    means = src.reshape(shape[0], k[0], shape[1], k[1]).mean(axis=(1, 3), dtype=float)
    assert valid.all()
    np.testing.assert_allclose(data[0], means, rtol=1e-14, atol=1e-14)
    if dtype != "float64":
        data, _ = run(job, dst_dtype=None)
        assert (data[0] == np.rint(means)).all()


@pytest.mark.skipif(shutil.which("gdalwarp") is None, reason="no gdalwarp")
@pytest.mark.parametrize("k", [(2, 2), (3, 3), (4, 1)])
def test_averages_are_those_of_gdalwarp(tmp_path, k):
    shape = (40, 50)
    src = noise((shape[0] * k[0], shape[1] * k[1]), "float32")
    job = job_of(tmp_path, src, blocks(k, shape), georeferenced(k, shape), **AVERAGE)
    data, _ = run(job)
    theirs = tmp_path / "gdal.tif"
    command = ["gdalwarp", "-q", "-r", "average", "-ts", *map(str, shape[::-1])]
    subprocess.run([*command, job.src, str(theirs)], check=True)
    np.testing.assert_allclose(data, read_raster(theirs), rtol=0, atol=2e-5)


@pytest.mark.parametrize("k", [(2, 2), (3, 3), (4, 1), (16, 16)])
def test_majorities_are_counted(tmp_path, k):
    shape = (12, 15)
    src = np.random.default_rng(1).integers(1, 5, [n * m for n, m in zip(shape, k)])
    job = job_of(tmp_path, src.astype("uint8"), blocks(k, shape), **MAJORITY)
    data, valid = run(job)
    assert valid.all()
    ties = 0
    for i, j in np.ndindex(*shape):
        cell = src[i * k[0] : (i + 1) * k[0], j * k[1] : (j + 1) * k[1]]
        counts = Counter(cell.ravel().tolist())
        best = [v for v, n in counts.items() if n == max(counts.values())]
        ties += len(best) > 1
        assert data[0, i, j] == min(best)
    assert ties


def test_a_colour_table_survives_a_count_but_no_mean(tmp_path):
    pixels = noise((60, 60), "uint8") % 5
    job = job_of(tmp_path, pixels, blocks((3, 3), (20, 20)))
    with rasterio.open(job.src, "r+") as dataset:
        dataset.write_colormap(1, {n: (n, 50 * n, 0, 255) for n in range(5)})
    tables = []
    for filtering in FILTERS[1:]:
        log = Log()
        resample_dataset(dataclasses.replace(job, **filtering), log)
        with rasterio.open(job.dst) as dataset:
            tables.append(dataset.colorinterp[0].name)
        mixed = [line for line in log.warnings if "colour table" in line]
        assert bool(mixed) == (filtering is AVERAGE)
    assert tables == ["gray", "palette"]
    assert "the anti-alias filter average mixes them into others. Use majority, " in (
        log_of_average(job)
    )


def log_of_average(job):
    log = Log()
    resample_dataset(dataclasses.replace(job, **AVERAGE), log)
    return " ".join(log.warnings)


# What must not matter


@pytest.fixture
def coarse(tmp_path):
    """A job with holes in source and grid, borders, a step, a coarse turned grid."""
    src = noise((2, 150, 170), "int16")
    src[:, 60:66, 70:73] = -9999
    src[1, 20, 30] = -9999
    nodes = turned_grid((14, 17), (9, 12), 20, (75, 85))
    nodes[:, 3, 4] = np.nan
    profile = {"nodata": -9999, "tiled": True, "blockxsize": 32, "blockysize": 32}
    return job_of(tmp_path, src, nodes, profile, row_step=4, col_step=5)


@pytest.mark.parametrize("filtering", FILTERS, ids=str)
def test_one_fine_pixel_is_no_filter(coarse, filtering):
    one = {"oversampling_row": 1, "oversampling_col": 1}
    plain = {"interpolation": filtering.get("interpolation", "cubic")}
    data, valid = run(coarse, **plain)
    for asked in (one, {}):
        grid = read_raster(coarse.grid) if asked else turned_grid(
            (14, 17), (4, 5), 20, (75, 85))  # fmt: skip
        job = dataclasses.replace(coarse, grid=write_raster(coarse.grid + ".tif", grid))
        data, valid = run(job, **plain)
        again, valid_again = run(job, **filtering, **asked)
        assert data.tobytes() == again.tobytes()
        assert (valid == valid_again).all()
        resolved = resolve(dataclasses.replace(job, **filtering, **asked))
        with opened(settled(resolved)) as (plan, _):
            assert plan.resolved.lattice.filtering is None
            ours = plan.layout, plan.memory
        with opened(resolve(dataclasses.replace(job, **plain))) as (plan, _):
            assert ours == (plan.layout, plan.memory)


SETTINGS = [
    {"strip_size": 0},
    {"strip_size": 1},
    {"strip_size": 1, "strip_target": StripTarget.OUTPUT},
    {"strip_size": 0, "tile_shape": (1, 1)},
    {"strip_size": 5, "tile_shape": (1, 81)},
    {"strip_size": 0, "tile_shape": (53, 1)},
    {"tile_shape": (13, 17), "threads": 1},
    {"tile_shape": (13, 17), "threads": 5},
    {"memory_limit": 45, "threads": 1},
    {"memory_limit": 4000},
]


@pytest.mark.parametrize("filtering", FILTERS, ids=str)
@pytest.mark.parametrize("settings", SETTINGS, ids=str)
def test_settings_do_not_change_a_bit(coarse, filtering, settings):
    data, valid = run(coarse, **filtering)
    assert 0.2 < valid.mean() < 0.95
    again, valid_again = run(coarse, **filtering, **settings)
    assert (valid == valid_again).all()
    assert data.tobytes() == again.tobytes()


@pytest.mark.parametrize("filtering", FILTERS, ids=str)
@pytest.mark.parametrize(
    "window", [((0, 1), (0, 81)), ((52, 53), (80, 81)), ((0, 53), (80, 81)),
               ((13, 40), (20, 21)), ((7, 30), (5, 41))]
)  # fmt: skip
def test_a_window_is_the_crop_of_the_whole(coarse, filtering, window):
    rows, cols = (slice(*part) for part in window)
    data, valid = run(coarse, **filtering)
    part, part_valid = run(coarse, **filtering, window=window)
    assert (part_valid == valid[rows, cols]).all()
    assert (part == data[:, rows, cols]).all()


@pytest.mark.parametrize("filtering", FILTERS, ids=str)
def test_who_computes_does_not_matter(coarse, filtering):
    job = dataclasses.replace(coarse, **filtering, tile_shape=(13, 17), threads=2)
    results = []
    for choose in (lambda: Tier.NUMBA, lambda: Tier.NUMPY, by_chance(1), by_chance(2)):
        with served(choose):
            data, valid = run(job)
        results.append(data.tobytes() + valid.tobytes())
    assert len(set(results)) == 1


@pytest.mark.parametrize("filtering", FILTERS, ids=str)
def test_gathered_pixels_are_the_same(coarse, filtering, monkeypatch):
    data, valid = run(coarse, **filtering)
    monkeypatch.setattr(tile, "SCATTERED", 0.0)
    monkeypatch.setattr(tile, "_read_bytes", lambda *_: 2**40)
    again, valid_again = run(coarse, **filtering)
    assert (valid == valid_again).all()
    assert data.tobytes() == again.tobytes()


@pytest.mark.parametrize("filtering", FILTERS, ids=str)
@pytest.mark.parametrize("threads", [1, 3])
def test_arrays_give_what_files_give(coarse, filtering, threads):
    data, valid = run(coarse, **filtering)
    options = {"interpolation": filtering.get("interpolation", "cubic")}
    again, valid_again = resample_array(
        read_raster(coarse.src),
        *read_raster(coarse.grid),
        step=(4, 5),
        src_nodata=-9999,
        antialias=filtering["antialias"],
        threads=threads,
        **options,
    )
    assert (valid == valid_again).all()
    assert data.tobytes() == again.tobytes()


def test_a_zoom_has_no_seams(tmp_path):
    # from 1 to 4 source pixels per output pixel across the image
    j = np.arange(400.0)
    cols = 20 + j + 3 * j**2 / 800
    rows, cols = np.meshgrid(20 + 2.5 * np.arange(300.0), cols, indexing="ij")
    y, x = np.indices((800, 1040))
    src = (y + x) % 2 * 100.0
    data, valid = run(job_of(tmp_path, src, (rows, cols), **LANCZOS))
    assert valid.all()
    # where fine pixels are close enough the checks are gone, evenly
    assert np.abs(data[0, 5:-5, 150:] - 50).max() < 3


# Against the model


def model_of(job, fine):
    """Return what the reference makes of a job, in float64."""
    options = {
        "interpolation": job.interpolation,
        "boundary": job.boundary,
        "trust_padding": job.trust_padding,
        "valid_polygons": job.valid_polygons,
        "invalid_polygons": job.invalid_polygons,
    }
    if job.src_mask:
        options["src_valid"] = read_raster(job.src_mask)[0] == job.src_mask_valid
    with rasterio.open(job.src) as dataset:
        options["src_nodata"] = dataset.nodata
    step = job.row_step or 1, job.col_step or 1
    given = read_raster(job.src), *read_raster(job.grid), step, fine
    return antialiased(*given, job.antialias.value, **options)


def assert_right(job, fine, tolerance=1e-7, least=1):
    # positions are rounded to 1e-12, and the noise has slopes of 65536
    asked = {"oversampling_row": fine[0], "oversampling_col": fine[1]}
    job = dataclasses.replace(job, **asked, dst_dtype="float64", dst_nodata=-1e30)
    data, valid = run(job)
    expected, expected_valid = model_of(job, fine)
    assert (valid == expected_valid).all()
    assert valid.sum() >= least
    error = np.abs(data - expected)[:, valid]
    assert error.max(initial=0) < tolerance
    assert (data[:, ~valid] == -1e30).all()


FINES = [(3, 3), (2, 3), (1, 4), (16, 2)]


@pytest.mark.parametrize("fine", FINES)
@pytest.mark.parametrize("filtering", FILTERS, ids=str)
def test_holes_masks_and_borders_are_those_of_the_model(coarse, filtering, fine):
    assert_right(dataclasses.replace(coarse, **filtering), fine, least=500)


@pytest.mark.parametrize("filtering", [LANCZOS, AVERAGE], ids=str)
def test_source_masks_and_polygons(coarse, filtering, tmp_path):
    mask = (noise((150, 170), "uint8") > 2).astype("uint8")
    job = dataclasses.replace(
        coarse,
        **filtering,
        src_mask=write_raster(tmp_path / "m.tif", mask),
        valid_polygons=[box(20, 10, 140, 130)],
        invalid_polygons=[box(100, 100, 110, 110)],
    )
    assert_right(job, (3, 2))


@pytest.mark.parametrize("boundary", ["edge", "reflect", "constant"])
def test_trusted_padding(coarse, boundary):
    job = dataclasses.replace(coarse, **LANCZOS, boundary=boundary, trust_padding=True)
    assert_right(job, (3, 3), least=500)


@pytest.mark.parametrize("interpolation", ["linear", "bspline3", "bspline5"])
def test_other_interpolations(coarse, interpolation):
    job = dataclasses.replace(coarse, **LANCZOS, interpolation=interpolation)
    # the prefilter's precision, of a range of 65536
    assert_right(job, (3, 2), 1e-7 if interpolation == "linear" else 0.2)


@pytest.mark.parametrize("filtering", FILTERS, ids=str)
@pytest.mark.parametrize("shape", [(1, 1), (1, 9), (8, 1), (2, 2), (2, 9)])
def test_small_grids(tmp_path, filtering, shape):
    nodes = turned_grid(shape, (3, 2), 10, (30, 30))
    job = job_of(tmp_path, noise((60, 60), "int16"), nodes, **filtering)
    fine = tuple(1 if n == 1 else 3 for n in shape)
    job = dataclasses.replace(job, oversampling_row=3, oversampling_col=3)
    job = dataclasses.replace(job, dst_dtype="float64")
    data, valid = run(job)
    expected, _ = model_of(job, fine)
    assert valid.all()
    np.testing.assert_allclose(data, expected, rtol=0, atol=1e-7)


@pytest.mark.parametrize("filtering", FILTERS, ids=str)
@pytest.mark.parametrize("step", [(1, 1), (3, 4)])
def test_folded_grids(tmp_path, filtering, step):
    i, j = np.indices((12, 14)) * np.reshape(step, (2, 1, 1)) * 2.5
    nodes = 90 - np.abs(i - 60) * 1.0, 20 + 40 * np.abs(np.sin(j / 20))
    job = job_of(tmp_path, noise((120, 90), "int16"), nodes, **filtering)
    job = dataclasses.replace(job, row_step=step[0], col_step=step[1])
    assert_right(job, (3, 3), least=20)


@pytest.mark.parametrize("filtering", [LANCZOS, AVERAGE], ids=str)
def test_a_scale_of_sixteen(tmp_path, filtering):
    nodes = turned_grid((15, 16), (16, 16), 30, (200, 200))
    job = job_of(tmp_path, noise((400, 400), "int16"), nodes, **filtering)
    resolved = settled(resolve(job))
    assert resolved.oversampling == (16, 16)
    assert_right(job, (16, 16), least=50)


def test_nodata_does_not_leak_into_valid_pixels(tmp_path):
    src = np.full((200, 200), 100.0)
    holes = np.random.default_rng(4).random(src.shape) < 0.002
    src[holes] = -1e30
    nodes = turned_grid((50, 50), (3, 3), 15, (100, 100))
    job = job_of(tmp_path, src, nodes, {"nodata": -1e30}, **LANCZOS)
    data, valid = run(job)
    assert 0.3 < valid.mean() < 0.95
    np.testing.assert_allclose(data[0, valid], 100, rtol=1e-12)
    # and holes of NaN
    src[holes] = np.nan
    job = dataclasses.replace(job, src=write_raster(tmp_path / "nan.tif", src))
    again, valid_again = run(job)
    assert (valid_again == valid).all()
    assert (again[0, valid] == data[0, valid]).all()


def test_values_are_rounded_and_clipped_once_at_the_end(tmp_path):
    src = np.where(np.indices((90, 90))[1] < 45, 0, 255).astype("uint8")
    nodes = turned_grid((25, 25), (3, 3), 0, (44.6, 44.6))
    job = job_of(tmp_path, src, nodes, **LANCZOS)
    data, valid = run(job)
    exact, _ = run(job, dst_dtype="float64")
    assert valid.all()
    assert exact.min() < -5
    assert exact.max() > 260
    assert (data == np.clip(np.rint(exact), 0, 255)).all()


# Memory, and bad input


@pytest.mark.parametrize("fine", [(2, 2), (3, 3), (16, 16)])
def test_the_limit_is_kept_in_the_plan(tmp_path, fine):
    shape = (120, 130)
    nodes = turned_grid(shape, [10 * k for k in fine], 10, (1000, 1000))
    job = job_of(tmp_path, noise((2000, 2000), "uint16"), nodes, **LANCZOS,
                 row_step=10, col_step=10, threads=2)  # fmt: skip
    for limit in (100, 300, 4000):
        resolved = settled(resolve(dataclasses.replace(job, memory_limit=limit)))
        with opened(resolved) as (plan, _):
            assert plan.resolved.oversampling == fine
            assert plan.memory.estimate <= limit * 2**20


def refusal(job, **changes):
    before = read_raster(job.dst).tobytes()
    with pytest.raises(GridrError) as caught:
        run(job, **changes)
    assert read_raster(job.dst).tobytes() == before
    return str(caught.value)


def test_bad_input_is_refused_and_leaves_outputs_alone(coarse):
    run(coarse)
    assert "lanczos does not go with nearest" in refusal(
        coarse, antialias="lanczos", interpolation="nearest"
    )
    assert "Choose nearest interpolation" in refusal(coarse, antialias="majority")
    assert "no anti-alias filter that it is for" in refusal(coarse, oversampling_row=2)
    for wrong in (0, 17):
        sentence = refusal(coarse, **LANCZOS, oversampling_col=wrong)
        assert "along columns must be 1 to 16 fine pixels per output pixel, got " in (
            sentence
        )
    assert "The oversampling along rows must be" in refusal(
        coarse, **LANCZOS, oversampling_row=2.5
    )


def test_bad_arguments_of_arrays_are_refused():
    src, nodes = np.zeros((9, 9)), np.indices((3, 3)) * 2.0
    for options, words in [
        ({"antialias": "lanczos", "interpolation": "nearest"}, "does not go with"),
        ({"antialias": "majority"}, "Choose nearest interpolation"),
        ({"antialias": "box"}, "There is no Antialias 'box'"),
        ({"oversampling": (2, 2)}, "no anti-alias filter that it is for"),
        ({"antialias": "average", "oversampling": (0, 2)}, "along rows must be 1 to"),
        ({"antialias": "average", "oversampling": (2, 17)}, "along columns must be 1"),
        ({"antialias": "average", "oversampling": 2}, "The oversampling must be"),
    ]:
        with pytest.raises(GridrError, match=words):
            resample_array(src, *nodes, **options)

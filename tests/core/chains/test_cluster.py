"""The same job on a cluster: the same pixels, summary and words as on one machine."""

import dataclasses
import json
import os
import pickle
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import numpy as np
import pytest
import rasterio
from gridr_qgis.core.chains.cluster import resample_on_cluster
from gridr_qgis.core.chains.resample import resample_dataset
from gridr_qgis.core.errors import Cancelled, GridrError
from gridr_qgis.core.options import Job
from gridr_qgis.core.polygons.mask import PolygonMask
from gridr_qgis.core.raster.claim import Owner
from helpers.cluster import wait_until
from helpers.data import noise, read_raster, turned_grid, write_raster
from helpers.recording import Log
from rasterio.transform import Affine
from shapely.geometry import Polygon, box

pytestmark = pytest.mark.usefixtures("small_parts")
OF_ONE_MACHINE = ("Plan:", "Memory:", "Kernels:", "Valid:", "Parts:")
"""Beginnings of lines that tell how a run goes about it."""


@pytest.fixture
def job(tmp_path):
    """A turned grid with a masked node over two noisy bands, some pixels nodata."""
    src = noise((2, 500, 640), "int16")
    src[0, 100:103, 300] = -9999
    nodes = turned_grid((71, 91), (10, 10), 30, (250, 320))
    nodes[:, 24, 39] = np.nan
    place = {"transform": Affine(300, 0, 5e5, 0, -300, 5.5e6), "crs": "EPSG:32631"}
    return Job(
        src=write_raster(tmp_path / "src.tif", src, nodata=-9999),
        grid=write_raster(tmp_path / "grid.tif", nodes, **place),
        dst=str(tmp_path / "dst.vrt"),
        dst_mask=str(tmp_path / "mask.vrt"),
        row_step=10,
        col_step=10,
    )


def on_one_machine(job, log=None):
    """Run a job here, into other files; return it with the summary."""
    folder = Path(job.dst).parent / "expected"
    folder.mkdir(exist_ok=True)
    expected = dataclasses.replace(
        job,
        dst=str(folder / "dst.tif"),
        dst_mask=job.dst_mask and str(folder / "mask.tif"),
    )
    return expected, resample_dataset(expected, log)


def assert_equal(job, expected):
    for name, its in ((job.dst, expected.dst), (job.dst_mask, expected.dst_mask)):
        assert read_raster(name).tobytes() == read_raster(its).tobytes()
        with rasterio.open(name) as one, rasterio.open(its) as other:
            for what in ("dtypes", "nodatavals", "descriptions", "transform", "crs"):
                assert str(getattr(one, what)) == str(getattr(other, what))
            assert one.tags() == other.tags()


def parts(path):
    """Return the parts of an output: file -> time of its last change."""
    found = Path(f"{path}.parts").glob("*/r*.tif")
    return {part: part.stat().st_mtime_ns for part in found}


CASES = {
    "filtered": {"antialias": "lanczos", "oversampling_row": 2},
    "nearest": {"interpolation": "nearest"},
    "linear": {"interpolation": "linear", "dst_dtype": "float32"},
    "cubic": {"interpolation": "cubic", "boundary": "reflect", "trust_padding": True},
    "bspline3": {"interpolation": "bspline3"},
    "bspline11": {"interpolation": "bspline11"},
    "window": {"window": ((37, 641), (101, 803))},
    "extent": {"extent": (503_000, 5_488_000, 520_000, 5_497_000)},
    "polygons": {
        "valid_polygons": [box(50, 50, 400, 450), box(420, 100, 600, 300)],
        "invalid_polygons": Polygon([(100, 100), (200, 120), (150, 300)]),
    },
    "bands": {"src_indexes": (2, 1, 2), "dst_nodata": 7},
    "one strip, one row": {"strip_size": 1, "tile_shape": (100, 77)},
}


@pytest.mark.parametrize("case", CASES)
def test_same_pixels_summary_and_words(job, client, case):
    job = dataclasses.replace(job, **CASES[case])
    mine, its = Log(), Log()
    expected, summary = on_one_machine(job, its)
    assert resample_on_cluster(job, client, mine) == summary
    assert 0 < summary.valid_pixels < summary.rows * summary.cols
    assert_equal(job, expected)
    assert len(parts(job.dst)) == len(parts(job.dst_mask)) >= 6
    for lines, others in ((mine.lines, its.lines), (mine.warnings, its.warnings)):
        lines, others = (
            # how far a slow run is depends on the machine
            [
                line
                for line in both
                if not line.startswith(OF_ONE_MACHINE) and not line.endswith(" left.")
            ]
            for both in (lines, others)
        )
        assert lines == others


def test_splines_of_floats_are_as_near_as_with_other_tiles(job, client):
    # what is filtered before a tile is read reaches as far as their precision asks
    job = dataclasses.replace(job, interpolation="bspline5", dst_dtype="float64")
    expected, summary = on_one_machine(job)
    assert resample_on_cluster(job, client) == summary
    assert (read_raster(job.dst_mask) == read_raster(expected.dst_mask)).all()
    data, its = read_raster(job.dst), read_raster(expected.dst)
    np.testing.assert_allclose(data, its, rtol=0, atol=1e-6 * np.ptp(its))


def test_source_and_grid_masks(job, client, tmp_path):
    usable = noise((500, 640), "uint8") > 40
    nodes = np.ones((71, 91), "uint8")
    nodes[40:43, 50] = 0
    job = dataclasses.replace(
        job,
        src_mask=write_raster(tmp_path / "usable.tif", usable.astype("uint8")),
        grid_mask=write_raster(tmp_path / "nodes.tif", nodes),
        interpolation="nearest",
    )
    expected, summary = on_one_machine(job)
    assert resample_on_cluster(job, client) == summary
    assert_equal(job, expected)


def odd_jobs(job, tmp_path):
    """Yield jobs with something odd: what is told is that of the whole."""
    nodes = read_raster(job.grid)
    beside = write_raster(tmp_path / "beside.tif", nodes + 5000)
    yield "nothing of the grid lies in the source", beside
    folded = nodes.copy()
    folded[1, :, 60:] = 2 * folded[1, :, 60:61] - folded[1, :, 60:]
    yield "The grid is folded", write_raster(tmp_path / "folded.tif", folded)
    coarse = write_raster(tmp_path / "coarse.tif", 2 * nodes - 200)
    yield "Aliasing:", coarse


def test_oddities_are_told_once_for_the_whole(job, client, tmp_path):
    for words, grid in odd_jobs(job, tmp_path):
        odd = dataclasses.replace(job, grid=grid)
        mine, its = Log(), Log()
        on_one_machine(odd, its)
        resample_on_cluster(odd, client, mine)
        assert mine.warnings == its.warnings
        assert len([line for line in mine.lines + mine.warnings if words in line]) == 1


def test_one_file_has_the_bytes_of_one_machine(job, client, tmp_path):
    job = dataclasses.replace(
        job,
        dst=str(tmp_path / "dst.tif"),
        dst_mask=str(tmp_path / "mask.tif"),
        creation_options={"COMPRESS": "DEFLATE", "PREDICTOR": "2"},
    )
    expected, summary = on_one_machine(job)
    log = Log()
    assert resample_on_cluster(job, client, log) == summary
    for name in ("dst.tif", "mask.tif"):
        made, its = tmp_path / name, tmp_path / "expected" / name
        assert made.read_bytes() == its.read_bytes()
    assert not list(tmp_path.glob("*.parts"))
    assert log.fractions[-1] == 1
    assert log.fractions == sorted(log.fractions)


def test_mosaic_of_data_and_a_file_of_the_mask(job, client, tmp_path):
    job = dataclasses.replace(job, dst_mask=str(tmp_path / "mask.tif"))
    expected, _ = on_one_machine(job)
    resample_on_cluster(job, client)
    assert_equal(job, expected)
    assert [path.name for path in tmp_path.glob("*.parts")] == ["dst.vrt.parts"]


def test_parts_have_creation_options_and_move_with_their_mosaic(job, client, tmp_path):
    job = dataclasses.replace(job, creation_options={"COMPRESS": "LZW"}, dst_mask=None)
    resample_on_cluster(job, client)
    data = read_raster(job.dst)
    part = next(tmp_path.glob("dst.vrt.parts/*/r*.tif"))
    with rasterio.open(part) as dataset:
        assert dataset.tags(ns="IMAGE_STRUCTURE")["COMPRESSION"] == "LZW"
    moved = tmp_path / "moved"
    moved.mkdir()
    for name in ("dst.vrt", "dst.vrt.parts"):
        (tmp_path / name).rename(moved / name)
    assert (read_raster(moved / "dst.vrt") == data).all()


def test_names_relative_to_the_client(job, client, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    expected, _ = on_one_machine(job)
    names = {"src": "src.tif", "grid": "grid.tif", "dst": "a.vrt", "dst_mask": "b.vrt"}
    resample_on_cluster(dataclasses.replace(job, **names), client)
    assert_equal(dataclasses.replace(job, **names), expected)


def test_next_run_computes_only_what_lacks(job, client):
    resample_on_cluster(job, client)
    pixels, before = read_raster(job.dst), parts(job.dst)
    lost = sorted(before)[1:3]
    for part in lost:
        part.unlink()
    masks = Path(f"{job.dst_mask}.parts")
    broken = masks.joinpath(*sorted(before)[5].parts[-2:])
    broken.write_bytes(broken.read_bytes()[:-100])
    log = Log()
    summary = resample_on_cluster(job, client, log)
    assert log.said(f"{len(before) - 3} of {len(before)} are there from an earlier run")
    after = parts(job.dst)
    changed = {part for part in after if after[part] != before[part]}
    assert changed == {*lost, sorted(before)[5]}
    assert (read_raster(job.dst) == pixels).all()
    assert summary == on_one_machine(job)[1]
    log = Log()
    assert resample_on_cluster(job, client, log) == summary
    assert parts(job.dst) == after
    # a run with other threads, strips or workers takes them, too
    other = dataclasses.replace(job, threads=7, strip_size=3, memory_limit=300)
    resample_on_cluster(other, client)
    assert parts(job.dst) == after


def test_another_job_replaces_parts_when_it_is_done(job, client, tmp_path):
    resample_on_cluster(job, client)
    pixels, before = read_raster(job.dst), parts(job.dst)
    other = dataclasses.replace(job, interpolation="nearest")
    with pytest.raises(Cancelled):
        resample_on_cluster(other, client, stopping(0.3))
    assert (read_raster(job.dst) == pixels).all()
    assert before.items() <= parts(job.dst).items()
    resample_on_cluster(other, client)
    assert len(list(tmp_path.glob("dst.vrt.parts/*"))) == 1
    assert_equal(other, on_one_machine(other)[0])
    # and so does one whose source was changed
    src = read_raster(job.src)
    write_raster(job.src, src[:, ::-1], nodata=-9999)
    resample_on_cluster(other, client)
    assert_equal(other, on_one_machine(other)[0])
    assert len(list(tmp_path.glob("dst.vrt.parts/*"))) == 1


def stopping(share):
    """Return a feedback that stops a run from a share of it on."""

    class Stopping(Log):
        def progress(self, fraction):
            super().progress(fraction)
            self.stopped = time.monotonic()
            return fraction < share

    return Stopping()


def hidden_files(folder):
    """Return what workers hide; the file that keeps others off is the client's."""
    hidden = (
        path for path in folder.rglob("*") if path.name.startswith((".", "probe"))
    )
    return [path for path in hidden if path.suffix != ".gridr-run"]


def slow(job):
    """Return a job that takes some seconds."""
    return dataclasses.replace(job, interpolation="bspline5")


@pytest.mark.parametrize("end", [".vrt", ".tif"])
def test_cancelling_leaves_whole_parts_within_two_seconds(job, client, tmp_path, end):
    job = dataclasses.replace(slow(job), dst=str(tmp_path / f"dst{end}"))
    log = stopping(0.3)
    with pytest.raises(Cancelled):
        resample_on_cluster(job, client, log)
    assert time.monotonic() - log.stopped < 2
    assert not Path(job.dst).exists()
    assert not Path(job.dst_mask).exists()
    # workers stop, and remove what they have begun; one that hears of it late may
    # end its part after those that are whole were counted
    wait_until(lambda: not hidden_files(tmp_path), 5)
    whole = parts(job.dst)
    told = [line.split()[0] for line in log.lines if "of 8 parts are whole" in line]
    assert 0 < int(told[-1]) <= len(whole) < 8
    log = Log()
    resample_on_cluster(job, client, log)
    assert log.said(f"Parts: {len(whole)} of 8 are there")
    assert_equal(job, on_one_machine(job)[0])


def test_cancelling_while_parts_are_joined(job, client, tmp_path):
    job = dataclasses.replace(job, dst=str(tmp_path / "dst.tif"), dst_mask=None)
    Path(job.dst).write_bytes(b"old")
    with pytest.raises(Cancelled):
        resample_on_cluster(job, client, stopping(0.9))
    assert Path(job.dst).read_bytes() == b"old"
    assert len(parts(job.dst)) == 8


def test_a_killed_worker_is_replaced_in_the_midst_of_a_run(job, client):
    job = slow(job)
    log = Log()
    workers = client.run(os.getpid)

    def kill():
        import os

        while not any(share > 0.2 for share in log.fractions):
            time.sleep(0.01)
        os.kill(min(workers.values()), signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    summary = resample_on_cluster(job, client, log)
    killer.join()
    expected, its = on_one_machine(job)
    assert summary == its
    assert_equal(job, expected)
    client.wait_for_workers(2, timeout=20)
    assert client.run(os.getpid) != workers


CLIENT = """
import pickle, sys
from distributed import Client
from gridr_qgis.core.chains.cluster import resample_on_cluster
from gridr_qgis.core.plan import parts

parts.LEAST_PIXELS = 1
with open(sys.argv[2], "rb") as file:
    job = pickle.load(file)
with Client(sys.argv[1], set_as_default=False) as client:
    resample_on_cluster(job, client)
"""


def test_a_killed_client_leaves_whole_parts(job, client, tmp_path, package_path):
    job = dataclasses.replace(slow(job), dst=str(tmp_path / "dst.tif"))
    (tmp_path / "job").write_bytes(pickle.dumps(job))
    command = [sys.executable, "-c", CLIENT, client.scheduler.address]
    other = subprocess.Popen(
        [*command, str(tmp_path / "job")],
        env={**os.environ, "PYTHONPATH": package_path},
        cwd=tmp_path,
    )
    try:
        wait_until(lambda: len(parts(job.dst)) > 1 or other.poll() is not None)
    finally:
        other.kill()
        other.wait()
    # its scheduler forgets it, and workers stop
    wait_until(lambda: not any(client.processing().values()))
    wait_until(lambda: not hidden_files(tmp_path))
    assert not Path(job.dst).exists()
    whole = parts(job.dst)
    assert 2 <= len(whole) < 8
    log = Log()
    summary = resample_on_cluster(job, client, log)
    assert log.said(f"Parts: {len(whole)} of 8 are there from an earlier run")
    expected, its = on_one_machine(job)
    assert summary == its
    made = Path(expected.dst).read_bytes()
    assert Path(job.dst).read_bytes() == made


def test_two_clients_on_one_output_do_not_meet(job, client, tmp_path):
    job, ended = slow(job), []

    def run():
        ended.append(resample_on_cluster(job, client))

    first = threading.Thread(target=run)
    first.start()
    wait_until(lambda: len(parts(job.dst)) > 0 or not first.is_alive())
    # the mask alone is the same
    other = dataclasses.replace(job, dst=str(tmp_path / "other.vrt"))
    for second in (job, dataclasses.replace(job, interpolation="nearest"), other):
        before = parts(job.dst)
        with pytest.raises(GridrError, match="is being made on a cluster already"):
            resample_on_cluster(second, client)
        assert before.keys() <= parts(job.dst).keys()
    first.join()
    expected, summary = on_one_machine(job)
    assert ended == [summary]
    assert_equal(job, expected)
    assert not list(tmp_path.glob(".*"))


def test_who_was_taken_over_leaves_the_parts_to_the_other(job, client, tmp_path):
    taken = tmp_path / ".dst.vrt.gridr-run"
    owner = Owner.new()._replace(token="a", host="elsewhere")._asdict()

    class Sleeping(Log):
        def progress(self, fraction):
            if fraction > 0:
                taken.write_text(json.dumps(owner), encoding="utf-8")
            return True

    with pytest.raises(GridrError, match="Another run has taken over the output"):
        resample_on_cluster(job, client, Sleeping())
    assert len(parts(job.dst)) == 8
    assert not Path(job.dst).exists()
    assert json.loads(taken.read_text(encoding="utf-8")) == owner


@pytest.mark.parametrize("end", [".vrt", ".tif"])
def test_a_disk_has_room_for_parts_and_a_copy_of_them(
    job, client, tmp_path, monkeypatch, end
):
    mask = str(tmp_path / f"mask{end}")
    job = dataclasses.replace(job, dst=str(tmp_path / f"dst{end}"), dst_mask=mask)
    size = 701 * 901 * (2 * 2 + 1 / 8)
    usage = shutil.disk_usage(tmp_path)._replace(free=int(1.5 * size))
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    if end == ".vrt":
        resample_on_cluster(job, client)
        return
    with pytest.raises(GridrError, match="outputs that are copied from them, need"):
        resample_on_cluster(job, client)
    assert not list(tmp_path.glob("*.parts"))
    assert not list(tmp_path.glob(".*"))


def test_polygons_are_pickled_once(job, client, monkeypatch):
    count = []
    reduce = PolygonMask.__reduce_ex__

    def counted(self, protocol):
        count.append(self)
        return reduce(self, protocol)

    monkeypatch.setattr(PolygonMask, "__reduce_ex__", counted)
    job = dataclasses.replace(job, invalid_polygons=box(100, 100, 200, 200))
    resample_on_cluster(job, client)
    assert len(count) == 1


def refused(sentence, job, client):
    before = set(Path(job.dst).parent.iterdir())
    with pytest.raises(GridrError, match=sentence):
        resample_on_cluster(job, client)
    assert set(Path(job.dst).parent.iterdir()) == before


def test_what_one_machine_refuses(job, client, tmp_path):
    refused("cannot be read", dataclasses.replace(job, src="nothing.tif"), client)
    same = dataclasses.replace(job, dst_mask=job.dst)
    refused("are both", same, client)
    png = dataclasses.replace(job, dst=str(tmp_path / "dst.png"))
    refused("must be a GeoTIFF", png, client)
    with pytest.raises(GridrError, match=r"The job must be a Job"):
        resample_on_cluster("job", client)
    with pytest.raises(GridrError, match=r"client must be .* got str"):
        resample_on_cluster(job, "tcp://somewhere")


def test_mosaics_are_of_clusters_only(job):
    with pytest.raises(GridrError, match="must be a GeoTIFF .* give a scheduler"):
        resample_dataset(job)


@pytest.mark.parametrize("at", ["dst.vrt.parts", "dst.vrt.parts/{}", "mask.vrt.parts"])
@pytest.mark.parametrize("kind", ["file", "folder"])
def test_a_folder_of_parts_that_holds_something_else(job, client, tmp_path, at, kind):
    place = tmp_path / at.format("0123456789abcdef")
    if kind == "folder":
        (place / "mine").mkdir(parents=True)
        strange = place / "mine" if place.name != "dst.vrt.parts" else place / "mine"
    else:
        place.parent.mkdir(exist_ok=True)
        place.write_text("mine")
        strange = place
    refused(f"{strange.name!r} there is no part of an earlier run", job, client)
    assert strange.exists()


def test_an_input_among_the_parts_is_not_removed(job, client, tmp_path):
    resample_on_cluster(job, client)
    part = next(tmp_path.glob("dst.vrt.parts/*/r*.tif"))
    again = dataclasses.replace(job, src=str(part))
    refused("is a part of an older output of this name", again, client)


def test_parts_that_are_there_need_no_room(job, client, monkeypatch):
    summary = resample_on_cluster(job, client)
    usage = shutil.disk_usage(job.src)._replace(free=0)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    assert resample_on_cluster(job, client) == summary

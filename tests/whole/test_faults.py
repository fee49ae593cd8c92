"""Faults, really injected: what the user finds afterwards (docs/faults.md).

Either all old files or all new ones, whole, nothing else, and one clear sentence.
"""

import dataclasses
import json
import os
import subprocess
import sys
from contextlib import contextmanager, suppress
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from gridr_qgis.core.chains.mask import build_mask_dataset
from gridr_qgis.core.chains.resample import resample_dataset
from gridr_qgis.core.errors import Cancelled, GridrError
from gridr_qgis.core.feedback import Feedback
from gridr_qgis.core.options import MaskJob
from gridr_qgis.core.raster import destination, replace
from helpers.data import read_raster, turned_grid, write_raster

POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has none of these")
WORLD = "10\n0\n0\n-10\n500005\n3999995\n"


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def with_new_pixels(job):
    return dataclasses.replace(job, interpolation="nearest")


KILLS = """
import itertools, json, os, signal, sys
from pathlib import Path

sys.path.insert(0, TESTS)
from helpers import checkout

checkout.load()  # by the name that compiled kernels are kept for
from gridr_qgis.core import Cancelled, Feedback, Job, resample_dataset
from gridr_qgis.core.raster import replace

FOLDER = Path(JOB["dst"]).parent
JOURNALS = (".gridr-undo", ".gridr-commit")
EVENTS = ("open", "os.rename", "os.link", "os.remove")


class Stopping(Feedback):
    def progress(self, fraction):
        return False


class Killing(Feedback):
    def __init__(self):
        self.told = 0

    def progress(self, fraction):
        self.told += 1
        if self.told == 2:
            os.kill(os.getpid(), signal.SIGKILL)
        return True


def in_a_child(action):
    '''Return whether it was killed.'''
    child = os.fork()
    if child == 0:
        try:
            action()
        finally:
            os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def run(killed_at, interpolation):
    steps = itertools.count()
    committing = []

    def hook(event, args):
        if event not in EVENTS or not any(str(FOLDER) in str(arg) for arg in args):
            return
        committing.extend(kind for kind in JOURNALS if kind in str(args))
        if committing and next(steps) == killed_at:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)
    resample_dataset(Job(**{**JOB, "interpolation": interpolation}))


def cancelled():
    try:
        resample_dataset(Job(**JOB), Stopping())
    except Cancelled:
        return
    os.kill(os.getpid(), signal.SIGKILL)


def contents():
    return {path.name: path.read_bytes().hex() for path in FOLDER.iterdir()}


def lay_out(files):
    for path in FOLDER.iterdir():
        path.unlink()
    for name, text in files.items():
        (FOLDER / name).write_bytes(bytes.fromhex(text))


resample_dataset(Job(**JOB))  # here: children find the kernels in memory
(FOLDER / "dst.tfw").write_text("0\\n" * 6)
old = contents()
resample_dataset(Job(**{**JOB, "interpolation": "nearest"}))
new = contents()
outcomes = []
for step in itertools.count():
    lay_out(old)
    killed = in_a_child(lambda: run(step, "nearest"))
    seen = sorted(contents())
    assert not in_a_child(cancelled)
    outcomes.append((seen, [contents() == old, contents() == new]))
    if not killed:
        break
lay_out(old)
assert in_a_child(lambda: resample_dataset(Job(**JOB), Killing()))
seen = sorted(contents())
assert not in_a_child(cancelled)
middle = (seen, contents() == old)
print(json.dumps({"outcomes": outcomes, "middle": middle, "same": old == new}))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")
def test_a_run_that_is_killed_while_it_replaces_is_ended_by_a_cancelled_one(
    plain_job, tmp_path, fresh_python
):
    (tmp_path / "out").mkdir()
    job = {
        "src": plain_job.src,
        "grid": plain_job.grid,
        "dst": str(tmp_path / "out" / "dst.tif"),
        "dst_mask": str(tmp_path / "out" / "mask.tif"),
        "row_step": 4,
        "col_step": 4,
        "threads": 1,
        "strip_size": 4,
    }
    tests = str(Path(__file__).parents[1])
    told = json.loads(fresh_python(f"JOB = {job!r}\nTESTS = {tests!r}\n{KILLS}"))
    assert not told["same"]
    outcomes = told["outcomes"]
    assert len(outcomes) > 10
    for seen, is_old_or_new in outcomes:
        assert {"dst.tif", "mask.tif"} <= set(seen)
        assert any(is_old_or_new), seen
    assert outcomes[0][1] == [True, False]
    assert outcomes[-1] == [["dst.tif", "mask.tif"], [False, True]]
    seen, is_old = told["middle"]
    assert len([name for name in seen if replace.PART in name]) == 2
    assert is_old


class Counting(Feedback):
    """Says no when it is asked for the time number `last`."""

    def __init__(self, last):
        self.left = last

    def progress(self, fraction):
        self.left -= 1
        return self.left >= 0


@pytest.mark.parametrize("moment", range(20))
def test_a_cancelled_run_leaves_all_as_it_was(plain_job, tmp_path, moment):
    resample_dataset(plain_job)
    before = contents(tmp_path)
    job = dataclasses.replace(
        plain_job, row_step=40, col_step=40, tile_shape=(8, 161), threads=1
    )
    with pytest.raises(Cancelled):
        resample_dataset(job, Counting(moment))
    assert contents(tmp_path) == before


@contextmanager
def small_disk(folder, kib):
    """Mount a disk of a few KiB."""
    if os.name == "nt" or os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={kib}k", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("root cannot mount a small disk here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize("full", ["data", "mask"])
def test_a_disk_that_is_full_of_data_or_mask(plain_job, tmp_path, monkeypatch, full):
    monkeypatch.setattr(destination, "check_space", lambda *_: None)
    with small_disk(tmp_path / "disk", 8) as disk:
        name = {"data": "dst", "mask": "dst_mask"}[full]
        large = {"row_step": 60, "col_step": 60}
        job = dataclasses.replace(plain_job, **large, **{name: str(disk / "out.tif")})
        other = Path(job.dst_mask if full == "data" else job.dst)
        other.write_text("old")
        with pytest.raises((GridrError, OSError), match="could not be written|rite"):
            resample_dataset(job)
        assert list(disk.iterdir()) == []
        assert other.read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        ["disk", "grid.tif", other.name, "src.tif"]
    )


def test_a_disk_that_is_full_when_the_outputs_get_their_names(
    plain_job, tmp_path, monkeypatch
):
    with small_disk(tmp_path / "disk", 400) as disk:
        outputs = {"dst": str(disk / "dst.tif"), "dst_mask": str(disk / "mask.tif")}
        job = dataclasses.replace(plain_job, **outputs)
        resample_dataset(job)
        before = contents(disk)
        together = destination.replace_together

        def fill_first(parts):
            with suppress(OSError), open(disk / "full", "wb", buffering=0) as file:
                while file.write(bytes(1024)) == 1024:
                    pass
            together(parts)

        monkeypatch.setattr(destination, "replace_together", fill_first)
        with pytest.raises(GridrError, match="No space left .* Nothing was changed"):
            resample_dataset(with_new_pixels(job))
        (disk / "full").unlink()
        assert contents(disk) == before


READER = """
import os, sys
import rasterio
folder = sys.argv[1]
opened = missing = 0
sys.stdout.write("ready\\n")
sys.stdout.flush()
while not os.path.exists(f"{folder}/done"):
    for name in ("dst.tif", "mask.tif"):
        try:
            with open(f"{folder}/{name}", "rb") as file:
                whole = file.read(4) == b"II*\\0"
        except FileNotFoundError:
            whole = False
        opened += 1
        missing += not whole
print(opened, missing)
"""


def test_a_reader_finds_the_outputs_at_every_moment(plain_job, tmp_path):
    job = dataclasses.replace(plain_job, threads=1)
    resample_dataset(job)
    command = [sys.executable, "-c", READER, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as reader:
        assert reader.stdout.readline() == "ready\n"
        for _ in range(200):
            resample_dataset(job)
        (tmp_path / "done").touch()
        opened, missing = map(int, reader.stdout.read().split())
    assert opened > 200
    assert missing == 0


def refuse(folder, job, message, run=resample_dataset):
    """Run a job that must be refused, and compare all files of a folder."""
    before = {
        path: (path.lstat().st_ino, path.is_file() and path.read_bytes())
        for path in folder.rglob("*")
    }
    assert before
    with pytest.raises(GridrError, match=message):
        run(job)
    after = {path: (path.lstat().st_ino, before[path][1]) for path in folder.rglob("*")}
    assert after == before


def mask_job(job, **changes):
    """Return a job of the mask builder with the grid and output of another job."""
    return MaskJob(
        template=job.grid, row_step=4, col_step=4, **{"dst": job.dst, **changes}
    )


def folder(path):
    path.mkdir()
    (path / "precious.txt").write_text("mine")


def device(path):
    path.symlink_to("/dev/null")


def loop(path):
    path.symlink_to(path)


@POSIX
@pytest.mark.parametrize("make", [folder, os.mkfifo, device, loop])
@pytest.mark.parametrize("name", ["dst", "dst_mask"])
def test_outputs_that_are_no_files_are_refused(plain_job, tmp_path, make, name):
    make(tmp_path / "odd.tif")
    odd = {name: str(tmp_path / "odd.tif")}
    refuse(
        tmp_path,
        dataclasses.replace(plain_job, **odd),
        "odd.tif' cannot be written .*Choose",
    )


@POSIX
@pytest.mark.parametrize("make", [folder, os.mkfifo, device, loop])
def test_masks_that_are_no_files_are_refused(plain_job, tmp_path, make):
    make(tmp_path / "dst.tif")
    refuse(
        tmp_path, mask_job(plain_job), "dst.tif' cannot be written", build_mask_dataset
    )


@pytest.mark.parametrize("path", ["/vsimem/out.tif", "/vsizip//tmp/a.zip/out.tif"])
@pytest.mark.parametrize("name", ["dst", "dst_mask"])
def test_outputs_in_virtual_folders_are_refused(plain_job, tmp_path, path, name):
    job = dataclasses.replace(plain_job, **{name: path})
    refuse(tmp_path, job, "virtual file system of GDAL. Choose a folder")


def vrt(path, of, dtype="Byte", bands=1):
    """Write a VRT of another raster; return its name."""
    band = (
        "<VRTRasterBand dataType='{}' band='{}'><SimpleSource><SourceFilename>{}"
        "</SourceFilename><SourceBand>{}</SourceBand></SimpleSource></VRTRasterBand>"
    )
    with rasterio.open(of) as dataset:
        size = f"rasterXSize='{dataset.width}' rasterYSize='{dataset.height}'"
    text = "".join(band.format(dtype, i + 1, of, i + 1) for i in range(bands))
    path.write_text(f"<VRTDataset {size}>{text}</VRTDataset>")
    return str(path)


@pytest.mark.parametrize("depth", [1, 2, 3])
@pytest.mark.parametrize("name", ["dst", "dst_mask"])
@pytest.mark.parametrize("role", ["src", "grid", "src_mask", "grid_mask"])
def test_outputs_behind_vrts_that_are_read_are_refused(
    plain_job, tmp_path, depth, name, role
):
    shape, tile = {
        "src": ((40, 50), plain_job.src),
        "src_mask": ((40, 50), None),
        "grid_mask": ((5, 6), None),
        "grid": ((5, 6), plain_job.grid),
    }[role]
    if tile is None:
        tile = write_raster(tmp_path / "tile.tif", np.ones(shape, "uint8"))
    outer = tile
    for level in range(depth):
        kind = "Float64" if role == "grid" else "Byte"
        bands = 2 if role == "grid" else 1
        outer = vrt(tmp_path / f"{level}.vrt", outer, kind, bands)
    changes = {role: outer, name: tile}
    refuse(
        tmp_path,
        dataclasses.replace(plain_job, **changes),
        "is also an input of this run",
    )


def subdataset(tile, path):
    return f"GTIFF_DIR:1:{tile}", tile


def hard_link(tile, path):
    os.link(tile, path)
    return tile, path


def soft_link(tile, path):
    path.symlink_to(tile)
    return tile, path


def input_by_link(tile, path):
    path.symlink_to(tile)
    return str(path), tile


def behind_virtual_path(tile, path):
    return f"/vsisubfile/0,{tile}", tile


@POSIX
@pytest.mark.parametrize(
    "names", [subdataset, hard_link, soft_link, input_by_link, behind_virtual_path]
)
def test_outputs_that_are_inputs_by_another_name_are_refused(
    plain_job, tmp_path, names
):
    src, dst = names(plain_job.src, tmp_path / "other.tif")
    job = dataclasses.replace(plain_job, src=str(src), dst=str(dst))
    refuse(tmp_path, job, "is also an input of this run")
    src, dst = names(plain_job.grid, tmp_path / "third.tif")
    refuse(
        tmp_path,
        mask_job(dataclasses.replace(plain_job, grid=str(src)), dst=str(dst)),
        "is also an input of this run",
        build_mask_dataset,
    )


def test_inputs_that_lie_beside_the_output_are_not_taken_away(plain_job, tmp_path):
    """The mask of an older output: a new output has another."""
    mask = write_raster(tmp_path / "dst.tif.msk", np.ones((40, 50), "uint8"))
    job = dataclasses.replace(plain_job, src_mask=mask)
    refuse(
        tmp_path,
        job,
        "dst.tif.msk' belongs to the output, .* is also an input of this run",
    )


@POSIX
@pytest.mark.parametrize("is_there", [True, False])
def test_what_a_symbolic_link_leads_to_is_replaced(plain_job, tmp_path, is_there):
    (tmp_path / "far").mkdir()
    target, link = tmp_path / "far" / "real.tif", Path(plain_job.dst)
    if is_there:
        target.write_text("old")
    middle = tmp_path / "middle.tif"
    middle.symlink_to(Path("far") / "real.tif")
    link.symlink_to(middle)
    resample_dataset(plain_job)
    assert link.is_symlink()
    assert middle.is_symlink()
    assert read_raster(target).shape == (2, 17, 21)
    assert [path.name for path in (tmp_path / "far").iterdir()] == ["real.tif"]
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"far", "src.tif", "grid.tif", "dst.tif", "mask.tif", "middle.tif"}


@POSIX
def test_a_link_to_a_folder_that_is_not_there_is_refused(plain_job, tmp_path):
    Path(plain_job.dst).symlink_to(tmp_path / "none" / "a.tif")
    refuse(tmp_path, plain_job, "does not exist. Create it")


@POSIX
def test_a_crs_beside_the_output_is_found_by_a_link_and_by_what_it_leads_to(
    plain_job, tmp_path
):
    crs = "+proj=nsper +h=3000000 +lat_0=20 +lon_0=10 +type=crs"
    nodes, place = read_raster(plain_job.grid), Affine(10, 0, 500, 0, -10, 900)
    grid = write_raster(tmp_path / "odd.tif", nodes, crs=crs, transform=place)
    (tmp_path / "far").mkdir()
    Path(plain_job.dst).symlink_to(tmp_path / "far" / "real.tif")
    (tmp_path / "dst.tif.aux.xml").write_text("of an older output")
    resample_dataset(dataclasses.replace(plain_job, grid=grid))
    with rasterio.open(grid) as dataset:
        expected = dataset.crs.to_wkt()
    for path in (plain_job.dst, tmp_path / "far" / "real.tif"):
        with rasterio.open(path) as dataset:
            assert dataset.crs.to_wkt() == expected
    assert not [path for path in tmp_path.rglob("*gridr-*")]


@POSIX
def test_an_output_that_is_closed_to_others_stays_so(plain_job, tmp_path, monkeypatch):
    modes = {plain_job.dst: 0o600, plain_job.dst_mask: 0o640}
    for path, mode in modes.items():
        Path(path).write_text("old")
        os.chmod(path, mode)
    seen = set()
    write = destination.Destination.write

    def watched(self, *args):
        seen.update(part.stat().st_mode & 0o777 for part in self.parts.values())
        write(self, *args)

    monkeypatch.setattr(destination.Destination, "write", watched)
    resample_dataset(plain_job)
    assert seen == {0o600}  # nor do they read it while it is written
    assert {path: os.stat(path).st_mode & 0o777 for path in modes} == modes
    assert read_raster(plain_job.dst).shape == (2, 17, 21)


@pytest.mark.parametrize("name", ["dst.tfw", "dst.tifw", "dst.wld", "DST.TFW"])
@pytest.mark.parametrize("is_there", [True, False])
def test_a_world_file_of_an_older_output_does_not_place_the_new_one(
    plain_job, tmp_path, name, is_there
):
    if is_there:
        write_raster(plain_job.dst, np.ones((3, 3), "uint8"))
    (tmp_path / name).write_text(WORLD)
    resample_dataset(plain_job)
    with rasterio.open(plain_job.dst) as dataset:
        assert dataset.transform == Affine.identity()
    assert not (tmp_path / name).exists()


def test_statistics_of_an_older_output_do_not_tell_of_the_new_one(plain_job, tmp_path):
    auxiliary = Path(plain_job.dst_mask + ".aux.xml")
    auxiliary.write_text(
        "<PAMDataset><GeoTransform>500005,10,0,3999995,0,-10</GeoTransform>"
        "</PAMDataset>"
    )
    build_mask_dataset(mask_job(plain_job, dst=plain_job.dst_mask))
    with rasterio.open(plain_job.dst_mask) as dataset:
        assert dataset.transform == Affine.identity()
    assert not auxiliary.exists()


def test_a_world_file_that_another_raster_needs_is_not_taken_away(plain_job, tmp_path):
    (tmp_path / "dst.tiff").write_bytes(Path(plain_job.src).read_bytes())
    (tmp_path / "dst.tfw").write_text(WORLD)
    refuse(
        tmp_path, plain_job, "placed on the map by 'dst.tfw', .* belongs to 'dst.tiff'"
    )
    # a georeference of its own comes before a world file
    nodes, place = turned_grid((5, 6), (4, 4)), Affine(4, 0, 7, 0, -4, 9)
    grid = write_raster(tmp_path / "placed.tif", nodes, transform=place)
    resample_dataset(dataclasses.replace(plain_job, grid=grid))
    with rasterio.open(plain_job.dst) as dataset:
        assert dataset.transform.a == 1
    assert (tmp_path / "dst.tfw").read_text() == WORLD


def test_a_sensor_model_beside_an_older_output_is_not_that_of_the_new_one(
    plain_job, tmp_path
):
    write_raster(plain_job.dst, np.ones((3, 3), "uint8"))
    (tmp_path / "dst.RPB").write_text("of a scene")
    refuse(
        tmp_path, plain_job, "placed on the map by 'dst.RPB', .* Move that file away"
    )


def test_a_run_in_another_folder_ends_in_its_own(plain_job, tmp_path, monkeypatch):
    """Relative names mean the folder in which a run began."""
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path)

    class Wandering(Feedback):
        def progress(self, fraction):
            os.chdir(tmp_path / "elsewhere")
            return True

    job = dataclasses.replace(plain_job, dst="dst.tif", dst_mask="mask.tif")
    resample_dataset(job, Wandering())
    assert list((tmp_path / "elsewhere").iterdir()) == []
    assert read_raster(plain_job.dst).shape == (2, 17, 21)


def test_each_disk_has_space_for_what_lies_on_it(plain_job, tmp_path):
    large = dataclasses.replace(plain_job, row_step=600, col_step=600)
    with small_disk(tmp_path / "disk", 400) as disk:
        mask = dataclasses.replace(large, dst_mask=str(disk / "mask.tif"))
        refuse(tmp_path, mask, "need about .* are free in '.*disk'")
        (tmp_path / "far.tif").symlink_to(disk / "dst.tif")
        data = dataclasses.replace(large, dst=str(tmp_path / "far.tif"))
        refuse(tmp_path, data, "need about .* are free in '.*disk'")

"""Room on disks for outputs, and for the parts that they are made of."""

import shutil
from collections import namedtuple

import pytest
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.raster import space
from gridr_qgis.core.raster.output import Output
from gridr_qgis.core.raster.space import check_space, check_space_of_parts

MIB = 2**20
PROFILE = {"height": 1000, "width": 1000, "count": 3, "dtype": "float64"}
"""Of 22.9 MiB, and a hundredth more."""


@pytest.fixture
def free(monkeypatch):
    """Function: MiB that are free on all disks."""
    usage = namedtuple("usage", "total used free")

    def free(size):
        found = usage(0, 0, size * MIB)
        monkeypatch.setattr(shutil, "disk_usage", lambda _: found)

    return free


def output(path, **options):
    return Output(path, {**PROFILE, **options})


def test_outputs_on_one_disk_are_counted_together(free, tmp_path):
    both = [output(tmp_path / name) for name in ("a.tif", "b.tif")]
    free(47)
    check_space(both)
    free(46)
    message = "The outputs need about 46 MiB, and only 46 MiB are free in"
    with pytest.raises(GridrError, match=message):
        check_space(both)
    check_space(both[:1])


def test_a_file_that_is_copied_from_its_parts_needs_room_twice(free, tmp_path):
    one = [output(tmp_path / "a.tif")]
    free(47)
    check_space_of_parts(one, 1.0, one)
    free(46)
    with pytest.raises(
        GridrError, match=r"parts, and .* need about 46 .* ends in \.vrt"
    ):
        check_space_of_parts(one, 1.0, one)
    # parts that stay, and parts that are there already
    check_space_of_parts(one, 1.0, [])
    check_space_of_parts(one, 0.0, one)
    check_space_of_parts(one, 0.9, one)
    free(22)
    with pytest.raises(GridrError, match="The parts need about 23 MiB"):
        check_space_of_parts(one, 1.0, [])


def test_of_a_packed_file_the_parts_are_counted(free, tmp_path):
    packed = [output(tmp_path / "a.tif", COMPRESS="DEFLATE")]
    free(1)
    check_space(packed)
    assert space.SMALLER.startswith("Free some space")
    with pytest.raises(GridrError, match="need about 23 MiB"):
        check_space_of_parts([output(tmp_path / "a.tif")], 1.0, packed)

import os
import sys
from pathlib import Path

import pytest
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.raster.names import by_their_names, openable

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="there names are text"
)


@pytest.fixture
def folder(tmp_path):
    """A folder whose name is Latin-1."""
    name = os.fsencode(tmp_path) + b"/donn\xe9es"
    os.mkdir(name)
    return os.fsdecode(name)


def test_names_of_text_stay_what_they_are():
    for name in ("a.tif", "/données/a.tif", "/vsizip/a.zip/b.tif", ""):
        assert openable(name) == name
    assert openable(Path("a.tif")) == "a.tif"
    assert openable(None) is None  # which is refused where it is opened


def test_a_file_in_a_folder_of_another_encoding_has_a_name_of_text(folder):
    name = openable(f"{folder}/a.tif")
    assert name.isascii()
    with open(name, "w") as file:
        file.write("here")
    assert os.listdir(folder) == ["a.tif"]
    assert openable(f"{folder}/b.tif") == name.replace("a.tif", "b.tif")
    assert by_their_names([name, "/x/c.tif"]) == (
        os.path.realpath(f"{folder}/a.tif"),
        "/x/c.tif",
    )


def test_another_folder_of_the_same_name_has_another(folder):
    name = openable(f"{folder}/a.tif")
    os.rename(folder, f"{folder}2")
    os.mkdir(folder)
    assert openable(f"{folder}/a.tif") != name


@pytest.mark.parametrize("name", ["x/donn\udce9es.tif", "/no/donn\udce9es/a.tif"])
def test_what_has_no_name_of_text_is_refused(name):
    with pytest.raises(GridrError, match="is no UTF-8 text") as raised:
        openable(name)
    assert str(raised.value).isascii()

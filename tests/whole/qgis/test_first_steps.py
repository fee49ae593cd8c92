"""The page of first steps: its commands, as they stand there, in a terminal."""

import re
import shlex
from pathlib import Path

import pytest
import rasterio
from qgis.core import QgsVectorLayer

DOCS = Path(__file__).resolve().parents[3] / "docs"


def commands(page):
    """Return the commands of a page, as words."""
    text = (DOCS / page).read_text(encoding="utf-8")
    (block,) = re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
    return [shlex.split(line) for line in block.replace("\\\n", "").splitlines()]


def test_both_languages_have_the_same_commands():
    assert commands("first_steps.md") == commands("premiers_pas.md")


@pytest.mark.parametrize("locale", ["en", "fr"])
def test_commands_of_the_page_bring_the_scene_to_the_map(
    qgis_process, tmp_path, locale
):
    enable, load, resample = commands("first_steps.md")
    assert enable == ["qgis_process", "plugins", "enable", "gridr_qgis"]
    language = {"LC_ALL": f"{locale}.UTF-8", "LANG": f"{locale}.UTF-8"}
    done = qgis_process(*load[1:], cwd=tmp_path, **language)
    assert done.returncode == 0, done.stdout + done.stderr
    for name in ("scene.tif", "grid.tif", "clouds.gpkg"):
        assert re.search(rf"OUTPUT\w*:\t.*{name}", done.stdout), name
        assert (tmp_path / name).exists()
    layer = QgsVectorLayer(str(tmp_path / "clouds.gpkg"))
    assert layer.featureCount() == 3
    done = qgis_process(*resample[1:], cwd=tmp_path, **language)
    assert done.returncode == 0, done.stdout + done.stderr
    with rasterio.open(tmp_path / "map.tif") as made:
        assert made.crs.to_epsg() == 32631
        assert made.res == (2, 2)
        assert made.nodata == 0
    with rasterio.open(tmp_path / "mask.tif") as mask:
        assert 0.93 < mask.read().mean() < 0.975  # 0.983 with the clouds

"""Whose data of PROJ and GDAL a rasterio uses that brings its own, as wheels do."""

import pytest
from gridr_qgis.gridr_plugin import dependencies

WRITES = """
import os
from gridr_qgis.gridr_plugin import dependencies
before = dict(os.environ)
dependencies.load()
assert {name: os.environ[name] for name in before} == before
import numpy, rasterio, threading

def write(path):
    options = dict(width=2, height=2, count=1, dtype="uint8", crs="EPSG:32631")
    transform = rasterio.Affine(1, 0, 9, 0, -1, 9)
    with rasterio.open(path, "w", driver="GTiff", transform=transform, **options) as to:
        to.write(numpy.ones((1, 2, 2), "uint8"))
    with rasterio.open(path) as dataset:
        print(dataset.crs)

write("here.tif")
thread = threading.Thread(target=write, args=["there.tif"])
thread.start()
thread.join()
"""


@pytest.mark.skipif(
    not dependencies._is_wheel("rasterio"), reason="this rasterio brings no data"
)
@pytest.mark.parametrize("variable", sorted(dependencies.DATA_VARIABLES))
def test_variables_of_qgis_do_not_lead_a_wheel_astray(fresh_python, tmp_path, variable):
    folder = tmp_path / "of_qgis"
    folder.mkdir()
    (folder / "proj.db").write_text("not for the PROJ of a wheel")
    written = fresh_python(WRITES, **{variable: str(folder)})
    assert written.split() == ["EPSG:32631"] * 2

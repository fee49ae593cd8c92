import pytest
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.raster.header import open_raster, read_header
from gridr_qgis.core.raster.text import in_utf8
from helpers.data import noise, write_raster

CRS = (
    b'PROJCS["Lambert_\xe9tendu",GEOGCS["GCS_NTF",DATUM["D_NTF",SPHEROID["Clarke",'
    b'6378249.2,293.46602]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],'
    b'PROJECTION["Lambert_Conformal_Conic"],PARAMETER["False_Easting",600000.0],'
    b'PARAMETER["False_Northing",2200000.0],PARAMETER["Central_Meridian",2.337229167],'
    b'PARAMETER["Standard_Parallel_1",46.8],PARAMETER["Scale_Factor",0.99987742],'
    b'PARAMETER["Latitude_Of_Origin",46.8],UNIT["Meter",1.0]]'
)
PIXELS = noise((1, 4, 5), "float32")


@pytest.fixture
def envi(tmp_path):
    """Function: lines of a header -> an ENVI file with them."""

    def make(lines):
        path = write_raster(tmp_path / "a.img", PIXELS, driver="ENVI")
        with open(tmp_path / "a.hdr", "ab") as header:
            header.write(lines)
        return path

    return make


def test_names_and_units_of_latin_1(envi):
    path = envi(
        b"band names = { R\xe9flectance }\nwavelength units = \xb5m\n"
        b"wavelength = { 0.5 }\ndata ignore value = 7\n"
    )
    header = read_header(path)
    (name,) = header.descriptions
    assert name.startswith("R\ufffdflectance")
    assert (header.name, header.shape, header.nodata) == (path, (4, 5), (7,))
    assert header.block_shape == (1, 5)
    assert path in header.files
    assert header.band_tags[0][""]["wavelength"] == "0.5"


def test_a_coordinate_system_of_latin_1(tmp_path):
    path = tmp_path / "a.asc"
    rows = "\n".join(" ".join(map(str, row)) for row in PIXELS[0].tolist())
    size = "ncols 5\nnrows 4\nxllcorner 10\nyllcorner 20\ncellsize 2\n"
    path.write_text(f"{size}{rows}\n")
    path.with_suffix(".prj").write_bytes(CRS)
    header = read_header(str(path))
    assert 'PROJCS["Lambert_\ufffdtendu"' in header.crs_wkt
    assert header.transform[:6] == (2, 0, 10, 0, -2, 28)
    assert str(path) in header.files
    with open_raster(str(path)) as dataset:
        assert (dataset.read() == PIXELS).all()


def test_what_gdal_cannot_describe_is_refused(tmp_path):
    with pytest.raises(GridrError, match="header of .*none.tif' has text that is no"):
        in_utf8(str(tmp_path / "none.tif"))

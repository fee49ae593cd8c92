"""Files of control points in all dialects, and what is no such file."""

import numpy as np
import pytest
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.mapping import points_file
from gridr_qgis.core.mapping.points_file import read_points
from helpers.points import WKT, control, qgis_lines, write_points, write_rows

POINTS = control(4)


@pytest.fixture
def file(tmp_path):
    """Function: text or bytes -> what is read of a file of it."""

    def file(text):
        path = tmp_path / "a.points"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_points(str(path))

    return file


def refused(file, text, sentence):
    with pytest.raises(GridrError, match=sentence):
        file(text)


def test_a_file_of_qgis(tmp_path):
    found = read_points(
        write_points(tmp_path / "a.points", POINTS, WKT, enabled=[1, 0, 1, 1])
    )
    np.testing.assert_array_equal(found.places, POINTS[:, 2:])
    row, col, *_ = POINTS.T
    np.testing.assert_array_equal(found.source, np.stack([col + 0.5, -row - 0.5], 1))
    assert found.enabled.tolist() == [True, False, True, True]
    assert not found.in_rows
    assert found.crs == WKT


DIALECTS = {
    "pixel": lambda lines: "\n".join(lines).replace("source", "pixel"),
    "tabs": lambda lines: "\n".join(lines).replace(",", "\t"),
    "semicolons": lambda lines: "\n".join(lines).replace(",", ";"),
    "windows": lambda lines: "\r\n".join(lines) + "\r\n",
    "old mac": "\r".join,
    "byte order mark": lambda lines: "\ufeff" + "\n".join(lines),
    "utf-16": lambda lines: "\n".join(lines).encode("utf-16"),
    "empty lines": lambda lines: "\n\n" + "\n \n".join(lines) + "\n\n,,,,\n",
    "comments": lambda lines: "# made by hand\n" + "\n#\n".join(lines),
    "capitals": lambda lines: "\n".join([lines[0].upper(), *lines[1:]]),
    "spaces": lambda lines: "\n".join(lines).replace(",", " , "),
    "quotes": lambda lines: "\n".join(
        ",".join(f'"{cell}"' for cell in line.split(",")) for line in lines
    ),
}


@pytest.mark.parametrize("ends", [True, False])
@pytest.mark.parametrize("dialect", DIALECTS)
def test_dialects(file, dialect, ends):
    plain = file("\n".join(qgis_lines(POINTS)))
    found = file(DIALECTS[dialect]([*qgis_lines(POINTS, ends=ends)]))
    assert found.enabled.all()
    for one, other in zip(found, plain):
        if isinstance(one, np.ndarray):
            np.testing.assert_array_equal(one, other)


@pytest.mark.parametrize(
    "header", ["row,col,x,y", "Line,Sample,Lon,Lat", "ROW,COLUMN,Easting,Northing"]
)
def test_rows_and_columns(file, header):
    found = file(f"{header},name\n1.5,2,3,4e1,caf\u00e9\n")
    assert found.in_rows
    assert found.source.tolist() == [[1.5, 2]]
    assert found.places.tolist() == [[3, 40]]
    assert found.crs is None


def test_columns_in_any_order(tmp_path):
    path = tmp_path / "a.csv"
    expected = read_points(write_rows(path, POINTS))
    lines = [line.split(",") for line in path.read_text().splitlines()]
    path.write_text("\n".join(",".join(["label", *line[::-1]]) for line in lines))
    found = read_points(str(path))
    np.testing.assert_array_equal(found.source, expected.source)
    np.testing.assert_array_equal(found.places, expected.places)


def test_an_older_encoding(file):
    assert len(file("row,col,x,y,name\n1,2,3,4,caf\u00e9\n".encode("latin-1")).places)


def test_the_names_of_qgis_go_first(file):
    found = file("x,y,mapX,mapY,sourceX,sourceY\n1,2,3,4,5,6\n")
    assert found.places.tolist() == [[3, 4]]
    assert found.source.tolist() == [[5, 6]]


def test_a_file_without_points_has_none(file):
    found = file("row,col,x,y\n")
    assert found.places.shape == found.source.shape == (0, 2)


def test_a_system_that_is_left_open(file):
    assert file("#CRS: \nrow,col,x,y\n1,2,3,4").crs is None
    assert file("#crs:EPSG:4326\nrow,col,x,y\n1,2,3,4").crs == "EPSG:4326"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "is empty. Give one with points"),
        ("\n \n#CRS: EPSG:4326\n", "is empty"),
        (bytes(range(256)), "is no text. Give a file of control points"),
        ("a\0b", "is no text"),
        ("mapX,mapY\n1,2", "has no column sourceX, sourceY: its first line is 'mapX,"),
        ("row,x,y\n1,2,3", "has no column col: its first line is 'row,x,y'. Give a"),
        ("1,2,3,4\n1,2,3,4", "has no column mapX, mapY, sourceX, sourceY: its first"),
        ("row,col,x,y\n1,2,3,4\n1,2,x,4", "^Line 3 of .* 'x' is no number. Correct or"),
        ("row,col,x,y\n\n1,2,3", "^Line 3 .*: a cell without a value is no number"),
        ("row;col;x;y\n1;2;3,5;4", r"'3,5' is no number \(the decimal sign is a poi"),
        ("row,col,x,y\n1,nan,3,4", "^Line 2 .* 'nan' is no place. Correct or remove"),
        ("row,col,x,y\n1,2,3,-inf", "'-inf' is no place"),
        ("row,col,x,y\n1,2,1_0,4", "'1_0' is no number"),
        ("row,col,x,y,enable\n1,2,3,4,perhaps", "'perhaps' is neither 1 nor 0, enab"),
        (f"row,col,x,y\n1,2,{'9x' * 99},4", r"9x\.\.\.' is no number"),
        (f"row,col,x,y\n1,2,3,{'x' * 200_000}", "x\\.\\.\\.' is no number"),
    ],
)
def test_what_is_no_file_of_points_is_refused(file, text, sentence):
    refused(file, text, sentence)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(GridrError, match=r"cannot be read \(No such file"):
        read_points(str(tmp_path / "nothing"))
    with pytest.raises(GridrError, match=r"cannot be read \(Is a directory"):
        read_points(str(tmp_path))
    with pytest.raises(GridrError, match=r"cannot be read \(embedded null"):
        read_points("a\0b")


def test_far_too_many_points(file, monkeypatch):
    monkeypatch.setattr(points_file, "MOST", 2)
    refused(file, "row,col,x,y\n" + "1,2,3,4\n" * 3, "has 3 points, more than 2. Give")

"""The page of a report: what it says of grids of all kinds."""

import numpy as np
import pytest
from gridr_qgis.algorithms.results.grid_report import About, grid_report
from gridr_qgis.core import ReportJob, report_grid_dataset
from helpers.data import noise, turned_grid, write_raster
from qgis.PyQt.QtGui import QTextDocument

STEP = (5, 7)


@pytest.fixture
def shown(qgis_app, tmp_path):
    """Function: nodes -> what QGIS's viewer shows of the page on them."""

    def shown(nodes, step=STEP, **asked):
        size = asked.pop("size", (300, 400))
        src = write_raster(tmp_path / "src.tif", noise(size, "uint8"))
        names = asked.pop("descriptions", ())
        grid = write_raster(tmp_path / "grid.tif", nodes, descriptions=names)
        job = ReportJob(src, grid, row_step=step[0], col_step=step[1], **asked)
        page = grid_report(report_grid_dataset(job), About("g<1>", "s&2", "by me"))
        document = QTextDocument()
        document.setHtml(page)
        return document.toPlainText()

    return shown


def plain(step=STEP):
    return turned_grid((40, 50), step, 20, (150, 200))


def test_a_grid_in_which_nothing_is_odd(shown):
    text = shown(plain())
    assert text.startswith("Report on the grid g<1>\nThe grid is fine: nothing in it")
    assert "Of 2,000 nodes > 99.9 % lie in the source; 0.0 % have" in text
    assert "It could be coarser: with the resolution 40 \u00d7 56 in place of" in text
    assert "Nodes (rows x columns)\n40 \u00d7 50\n" in text
    assert "Output of all nodes [pixels]\n196 \u00d7 344\n" in text
    assert "Turn, median [degrees]\n20.0\n" in text
    assert "All cells turn the same way: nothing is folded." in text
    assert "5 \u00d7 7 (this grid)" in text
    assert "Interpolation\ncubic\n" in text
    assert "s&2" in text
    assert text.rstrip().endswith("by me")


def test_a_resolution_that_is_too_small_is_told_with_the_right_one(shown):
    text = shown(plain((20, 28)))  # which the tags say to be 5 x 7
    assert "the resolution 5 \u00d7 7 is wrong: it is about 20 \u00d7 28 then." in text
    assert "grey on the map below" not in text
    taken = "Oversampling that an anti-alias filter takes (rows x columns)"
    assert f"{taken}\n4 \u00d7 4\n" in text


def test_it_is_told_where_positions_miss(shown):
    nodes = plain()
    nodes[:, 10:13, 20:25] = np.nan
    text = shown(nodes)
    assert "The cells beside nodes without a position are grey on the map below" in text


def test_what_is_described_is_mirrored_on_purpose(shown):
    text = shown(plain()[:, :, ::-1], descriptions=("row", "col"))
    assert "The grid is fine: nothing in it looks like a mistake." in text
    assert "as where its first row is the southern one." in text


def odd_grids():
    """Return name -> nodes, beginning of what is said of them."""
    folded = plain()
    folded[0, 10:20] += np.linspace(0, -200, 10)[:, None]
    sparse = plain()
    sparse[:, np.add.outer(np.arange(40), np.arange(50)) % 3 > 0] = np.nan
    bent = plain()
    bent[0] += 0.01 * np.arange(50) ** 2
    wrong_units = plain() + 1e5
    exchanged = turned_grid((40, 50), STEP, 20, (150, 3000))[::-1]
    return {
        "masked": (plain() * np.nan, "Every node is masked, so no output pixel"),
        "elsewhere": (wrong_units, "Nothing of the grid lies in the source. Check"),
        "exchanged": (exchanged, "Nothing of the grid lies in the source; with rows"),
        "mirrored": (plain()[:, ::-1], "The grid mirrors the source: 100.0 %"),
        "folded": (folded, "The grid is folded: "),
        "wrong": (
            40 * turned_grid((40, 50), STEP, 20, (4, 5)),
            "The grid's resolution",
        ),
        "aliased": (2 * plain(), "Aliasing: 100.0 % of the grid's cells have"),
        "sparse": (sparse, "The nodes that have a position are scattered: few"),
        "coarse": (bent, "The grid is too coarse: between its nodes, positions are"),
    }


@pytest.mark.parametrize("name", odd_grids())
def test_what_is_odd_comes_first(shown, name):
    nodes, sentence = odd_grids()[name]
    size = (300, 4000) if name == "exchanged" else (300, 400)
    tolerance = 0.001 if name == "coarse" else 0.05
    text = shown(nodes, size=size, tolerance=tolerance)
    assert "The grid is fine" not in text
    assert text.splitlines()[1].startswith(sentence)


def test_folded_cells_are_listed_by_their_rows(shown):
    nodes = np.mgrid[:9, :12].astype(float)
    nodes[0, 4, 3:6] -= 2
    nodes[0, 4, 8] -= 2
    text = shown(nodes, (1, 1))
    assert "as row: columns of their first nodes. 3: 3\u20135; 3: 8" in text


def test_nearest_has_no_aliasing(shown):
    text = shown(2 * plain(), interpolation="nearest")
    assert "The grid is fine" in text


@pytest.mark.parametrize(
    ("shape", "step"), [((1, 1), (1, 1)), ((1, 60), (1, 5)), ((60, 1), (5, 1))]
)
def test_grids_without_a_cell(shown, shape, step):
    text = shown(turned_grid(shape, step, 20, (150, 200)), step)
    assert "No cell has all of its nodes, so there is no scale and no turn." in text
    assert "Folds" not in text
    assert "nan" not in text.lower()


def test_positions_that_would_be_lost_are_told(shown):
    nodes = plain()
    nodes[:, :, 24:26] = np.nan
    text = shown(nodes)
    assert "10 \u00d7 14\nloses positions\nexceeded" in text


def test_scattered_pixels_are_told(shown):
    random = np.random.default_rng(0)
    nodes = random.uniform(0, 2900, (2, 90, 90))
    asked = {"memory_limit": 1, "memory_limit_grows": True, "size": (3000, 3000)}
    text = shown(nodes, (1, 1), **asked, threads=1)
    assert "Pieces whose pixels are scattered in the source" in text
    assert "which makes the run slow" in text

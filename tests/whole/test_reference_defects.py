"""Each predicate holds for a job that GridR gets wrong, and not for one like it."""

from dataclasses import replace

import numpy as np
import pytest
from helpers.reference.defects import DEFECTS, known_defects
from helpers.reference.job import Job
from helpers.reference.model import model, resample
from helpers.reference.running import opened, run_gridr
from helpers.reference.tolerance import agree
from shapely.geometry import Polygon, box

NOISE = np.random.default_rng(0).normal(0, 100, (2, 12, 14))
BOW = Polygon([(1, 1), (12, 10), (12, 1), (1, 10)])
FLAT = Polygon([(5, 1), (5, 10), (5, 1), (5, 10)])


def net(rows, cols):
    return np.stack(np.meshgrid(rows, cols, indexing="ij")).astype(float)


NODES = net([3.3, 5.1, 6.2, 8.4], [2.2, 4.7, 6.1, 8.3, 10.9])
EDGES = net([-0.4, 3.2, 7.5, 11.3], [-0.6, 4.7, 9.0, 13.2])
FINE = net(np.linspace(2, 9, 7), np.linspace(1, 6.2, 13))
ONES, ONE_OFF = np.ones((1, 12, 14), np.uint8), np.ones((1, 12, 14), np.uint8)
ONE_OFF[0, 5, 5] = 0
SIGNED = np.ones((1, 4, 5), np.int8)


def with_value(array, place, value):
    array = array.copy()
    array[place] = value
    return array


def masked_at(place):
    return {
        "grid_mask": with_value(np.ones((1, 4, 5), np.uint8), (0, *place), 0),
        "grid_mask_value": 1,
    }


def job(**changes):
    """Return a job that GridR does right, changed."""
    return Job(**{"src": NOISE, "grid": NODES, "resolution": (2, 3), **changes})


NAN_NODE = {"grid": with_value(NODES, (0, 1, 2), np.nan)}
TINY = {
    "src": NOISE[:, :3],
    "grid": net(np.linspace(0, 2, 9), [5, 6]),
    "resolution": (1, 1),
    "interp": "cubic",
}
CORNER = {"grid": net([-0.4, 2.2], [-0.7, 3.1]), "trust": True, "resolution": (4, 4)}
TRUSTED = {"grid": EDGES, "boundary": "constant", "trust": True}
MASK = {"src_mask": ONE_OFF, "src_mask_pair": (1, 0)}
SPLINE = {
    "interp": "bspline3",
    "interp_kwargs": {"epsilon": 1e-6, "mask_influence_threshold": 0.1},
}
BEYOND = {"interp": "nearest", "resolution": (1, 1)}

WRONG = [
    ("B1", {"win": ((0, 6), (12, 12))}),
    ("B1", {"grid": NODES[:, :, :1], "resolution": (2, 1)}),
    ("B2", TINY),
    ("B3", NAN_NODE),
    ("B3", {"grid": with_value(NODES, (1, 3, 4), np.inf)}),
    ("B4", {**NAN_NODE, **masked_at((1, 2))}),
    ("B5", {"src": with_value(NOISE, (0, 5, 6), np.nan)}),
    ("B6", {**TRUSTED, **MASK}),
    ("B6", {**TRUSTED, **SPLINE, **MASK, "src_mask": ONES}),
    ("B7", {**CORNER, "boundary": "wrap"}),
    ("B8", {**MASK, "src_mask": with_value(ONES, (0, 5, 5), 3), "interp": "nearest"}),
    ("B10", {**BEYOND, "grid": net([2, 3], [-0.4, -0.3])}),
    ("B11", {"grid_mask": SIGNED, "grid_mask_value": 1, "shift": (0, 1)}),
    ("B11", {"grid_mask": -SIGNED, "grid_mask_value": -1}),
    ("B11", {"grid_mask": SIGNED.astype("int16"), "grid_mask_value": 1}),
    ("B11", {**MASK, "src_mask": ONE_OFF.astype("uint16")}),
    ("B12", {"grid": NODES.astype("float32")}),
    ("B13", {"geometry_pair": (BOW, None)}),
    ("B13", {"geometry_pair": ([], None)}),
    ("B13", {"geometry_pair": (None, FLAT)}),
    ("B16", {"grid": with_value(NODES, (1, 1, 1), -1.0), "grid_nodata": -1.0}),
    ("B16", {"src": np.rint(NOISE / 50), "src_nodata": 0}),
]
RIGHT = [
    {},
    {"win": ((0, 6), (9, 9))},
    {"win": ((4, 4), (12, 12))},
    {"win": ((0, 6), (12, 12)), "resolution": (1, 1), "grid": FINE},
    {**TINY, "src": NOISE},
    {**TINY, "boundary": "edge", "trust": True},
    {**NAN_NODE, "win": ((4, 6), (0, 12))},
    {**NAN_NODE, **masked_at((1, 2)), "resolution": (1, 1)},
    {"src": with_value(NOISE, (1, 5, 6), np.nan)},
    TRUSTED,
    {**TRUSTED, **MASK, "src_mask": ONES},
    {**TRUSTED, **MASK, "trust": False},
    {**TRUSTED, **MASK, "boundary": "edge"},
    {**CORNER, "boundary": "reflect"},
    {**TRUSTED, "boundary": "wrap"},
    {**MASK, "src_mask": with_value(ONES, (0, 5, 5), 3), "src_mask_pair": (1, 3)},
    {**BEYOND, "grid": net([2, 3], [-0.7, -0.6])},
    {**BEYOND, "grid": net([2, 3], [-0.4, 0.3])},
    {"grid_mask": SIGNED, "grid_mask_value": 1},
    {"geometry_pair": (box(1, 1, 12, 10), [box(5, 4, 7, 7)])},
]


def gridr_is_right(job):
    with opened(job) as arguments:
        try:
            data, mask = run_gridr(job, arguments)
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt):
                raise
            return False
    wanted, valid = model(job)
    if (mask != valid).any():
        return False
    return agree(job, data, wanted, valid, lambda: resample(job)[0], True).all()


def test_every_predicate_has_a_case():
    assert {number for number, _ in WRONG} == set(DEFECTS)


@pytest.mark.parametrize(("number", "changes"), WRONG)
def test_predicate_holds(number, changes):
    assert known_defects(job(**changes)) == (number,)


@pytest.mark.parametrize("changes", RIGHT)
def test_predicates_do_not_hold(changes):
    assert known_defects(job(**changes)) == ()


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    ("changes", "right"),
    [(changes, False) for _, changes in WRONG] + [(changes, True) for changes in RIGHT],
)
def test_gridr_is_as_predicted(changes, right):
    assert gridr_is_right(job(**changes)) == right


def test_predicates_read_the_job_alone():
    one = job(**NAN_NODE)
    assert known_defects(replace(one)) == known_defects(one) == ("B3",)

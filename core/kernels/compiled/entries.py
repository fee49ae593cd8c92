"""What is called from outside by name, with arguments as these functions take them."""

from __future__ import annotations

from typing import Any

from ..signatures import Signature, example
from ..values import plain
from . import (
    antialias,
    diagnosis,
    fill,
    finish,
    nodes,
    prefilter,
    quads,
    spline,
    survey,
    validity,
)
from .jit import CACHE, OneFirst, is_kept, load

__all__ = ["CACHE", "call_of", "compile_one", "load_kept"]

FUNCTIONS = {
    "diagnose": diagnosis.diagnose,
    "fill_window": fill.fill_window,
    "finish": finish.finish,
    "fill_filtered": antialias.fill_filtered,
    "filter_values": antialias.filter_values,
    "fill_positions": nodes.fill_positions,
    "fill_shifted": nodes.fill_shifted,
    "mask_nodes": nodes.mask_nodes,
    "position_bounds": nodes.position_bounds,
    "dilate": prefilter.dilate,
    "fill_holes": prefilter.fill_holes,
    "prefilter": prefilter.prefilter,
    "bend_plates": spline.bend_plates,
    "invert_quads": quads.invert_quads,
    "survey_nodes": survey.survey_nodes,
    "all_finite": validity.all_finite,
    "invalidate_by_value": validity.invalidate_by_value,
    "mark_whole": validity.mark_whole,
    "oversample": validity.oversample,
}
"""Name -> function; "sample" has one for each method."""


def call_of(name: str, arguments: tuple[Any, ...]) -> tuple[OneFirst, tuple[Any, ...]]:
    """Return the function of a name, and the arguments that it is to be given."""
    if name == "sample":
        method, *rest = arguments
        return fill.DRIVERS[method], plain(tuple(rest))
    if name in ("fill_window", "fill_filtered"):
        method, *rest = arguments
        return FUNCTIONS[name], (fill.method_type(method), *plain(tuple(rest)))
    return FUNCTIONS[name], plain(arguments)


def load_kept(name: str, signature: Signature) -> bool:
    """Load a function for some types of arguments, if it is kept on disk."""
    function, given = call_of(name, example(signature))
    if not is_kept(function, given):
        return False
    load(function, given)
    return True


def compile_one(name: str, signature: Signature) -> None:
    """Load a function for some types of arguments, compiled and kept if need be."""
    load(*call_of(name, example(signature)))

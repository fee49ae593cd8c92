import numpy as np
import pytest
from gridr_qgis.core.kernels.compiled import entries, jit
from gridr_qgis.core.kernels.compiled.fill import DRIVERS, fill_window
from gridr_qgis.core.kernels.signatures import signature_of
from gridr_qgis.core.kernels.values import Own
from numba import typeof


@pytest.mark.parametrize("method", DRIVERS)
def test_each_method_has_a_driver_and_a_type(method):
    function, given = entries.call_of("sample", (method, np.zeros((2, 2))))
    assert function is DRIVERS[method]
    assert len(given) == 1
    function, given = entries.call_of("fill_window", (method, (1, 2)))
    assert function is fill_window
    assert given == ((0,) * list(DRIVERS).index(method), (1, 2))


@pytest.mark.parametrize("name", entries.FUNCTIONS)
def test_other_kernels_are_found_by_name(name):
    assert entries.FUNCTIONS[name].py_func.__name__ == name


def test_named_tuples_are_given_as_plain_ones():
    _, (given,) = entries.call_of("survey_nodes", (Own(*range(6)),))
    assert type(given) is tuple
    assert typeof(given) == typeof((0, 1, 2, 3, 4, 5))


def test_what_is_compiled_once_is_loaded_again(monkeypatch):
    arguments = (np.zeros((2, 3, 4), "int16"),)
    wanted = "all_finite", signature_of(arguments)
    entries.compile_one(*wanted)
    assert entries.load_kept(*wanted)
    function, given = entries.call_of("all_finite", arguments)
    assert function.is_loaded(given)
    monkeypatch.setattr(jit, "CACHE", None)
    assert not entries.load_kept(*wanted)

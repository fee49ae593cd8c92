"""Names of parameters and outputs."""

import re

from gridr_qgis.algorithms.parameters import names

NAMES = {name: value for name, value in vars(names).items() if name[0] != "_"}


def test_constants_are_called_what_they_say():
    assert {name: name for name in NAMES} == NAMES


def test_names_are_those_that_every_script_can_write():
    assert all(re.fullmatch("[A-Z]+(_[A-Z]+|_[0-9]+)*", name) for name in NAMES)


def test_forms_know_no_other_names(provider):
    for algorithm in provider.algorithms():
        if algorithm.group() != "Models":
            definitions = algorithm.parameterDefinitions()
            used = {each.name() for each in definitions + algorithm.outputDefinitions()}
            assert used <= NAMES.keys()

import json

import numpy as np
import pytest
from gridr_qgis.core.kernels.signatures import example, frozen, signature_of
from gridr_qgis.core.kernels.values import Limits

numba = pytest.importorskip("numba")
CUBE = np.zeros((3, 4, 5), "uint16")
READ_ONLY = np.zeros(3)
READ_ONLY.flags.writeable = False
ARGUMENTS = [
    CUBE,
    CUBE[:, :, 1:],
    CUBE[0].T,
    CUBE[0, 0],
    CUBE[0, 0, ::2],
    CUBE[:, 1],
    READ_ONLY,
    np.zeros((0, 0), "uint8"),
    np.zeros((2, 2), bool),
    np.float32(1.5),
    np.uint8(3),
    7,
    2.5,
    True,
    (),
    (0, 0),
    (1, (2.0, np.zeros(2)), Limits(0.0, 1.0, True)),
]


@pytest.mark.parametrize("argument", ARGUMENTS, ids=repr)
def test_an_example_has_numbas_type_of_the_argument(argument):
    told = frozen(json.loads(json.dumps(signature_of(argument))))
    assert told == signature_of(argument)
    assert hash(told) == hash(signature_of(argument))
    plain = tuple(argument) if isinstance(argument, tuple) else argument
    if isinstance(argument, tuple) and argument and isinstance(argument[-1], Limits):
        plain = (*argument[:-1], tuple(argument[-1]))
    assert numba.typeof(example(told)) == numba.typeof(plain)


def test_a_name_is_its_own_example():
    assert example(signature_of("cubic")) == "cubic"

from gridr_qgis.core.kernels import table
from gridr_qgis.core.kernels.compiled.entries import FUNCTIONS


def test_each_kernel_stands_in_both_tiers():
    names = {name for name, one in vars(table).items() if isinstance(one, table.Kernel)}
    assert names == {*FUNCTIONS, "sample"}

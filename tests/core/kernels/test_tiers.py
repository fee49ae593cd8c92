import pytest
from gridr_qgis.core.kernels import tiers
from gridr_qgis.core.kernels.tiers import VARIABLE, Tier


@pytest.fixture(autouse=True)
def no_choice(monkeypatch):
    monkeypatch.setattr(tiers, "_chosen", None)


@pytest.mark.parametrize(
    ("text", "tier"),
    [
        ("numba", Tier.NUMBA),
        (" NumPy ", Tier.NUMPY),
        ("auto", Tier.AUTO),
        ("", Tier.AUTO),
        ("rust", Tier.AUTO),
    ],
)
def test_the_environment_names_a_tier(text, tier, monkeypatch):
    monkeypatch.setenv(VARIABLE, text)
    assert tiers.asked() is tier


def test_without_a_word_numpy_begins_and_machine_code_takes_over(monkeypatch):
    monkeypatch.delenv(VARIABLE)
    assert tiers.asked() is Tier.AUTO


def test_a_choice_goes_before_the_environment(monkeypatch):
    monkeypatch.setenv(VARIABLE, "numba")
    tiers.use(Tier.NUMPY)
    assert tiers.asked() is Tier.NUMPY
    tiers.use(None)
    assert tiers.asked() is Tier.NUMBA


def test_numba_is_looked_for_without_importing_it(fresh_python):
    program = "import sys\nfrom gridr_qgis.core.kernels import tiers\n"
    program += "print(tiers.has_numba(), 'numba' in sys.modules)"
    assert fresh_python(program) == "True False"

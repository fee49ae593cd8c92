from types import SimpleNamespace

import pytest
from gridr_qgis.core.kernels import tiers
from gridr_qgis.core.kernels.loading import State
from gridr_qgis.core.kernels.tiers import Tier
from gridr_qgis.core.run import tier_lines
from gridr_qgis.core.run.tier_lines import (
    COMPILING,
    FAILED,
    LOADING,
    SHORT,
    WAITING,
    TierTeller,
)


@pytest.fixture
def automatic(monkeypatch):
    monkeypatch.setattr(tiers, "_chosen", Tier.AUTO)


@pytest.fixture
def loader():
    return SimpleNamespace(state=State.NOTHING, failed=False)


def test_machine_code_from_the_first_tile_on_is_not_worth_a_line(automatic, loader):
    teller = TierTeller(loader)
    assert [*teller.lines(False, 0.1), *teller.lines(False, 0.2)] == []
    # tiles with types that are new, such as the last ones
    assert [*teller.lines(True, 0.3), *teller.waiting_lines()] == []


def test_each_reason_for_numpy_is_told_once_and_then_who_takes_over(automatic, loader):
    teller = TierTeller(loader)
    told = []
    for state in (State.LOADING, State.LOADING, State.COMPILING, State.LOADING):
        loader.state = state
        told += teller.lines(True, 0.1)
    told += teller.lines(False, 0.345)
    told += [*teller.lines(True, 0.4), *teller.lines(False, 0.5)]
    over = "Kernels: compiled ones from here on (34 % done)."
    assert told == [LOADING, COMPILING, over]


def test_what_could_not_be_compiled_is_told_when_it_is_known(automatic, loader):
    teller, told = TierTeller(loader), []
    states = ((State.COMPILING, True), (State.LOADING, True), (State.LOADING, False))
    for loader.state, loader.failed in states:
        told += teller.lines(True, 0.1)
    assert told == [COMPILING, FAILED, LOADING]


def test_a_short_run_says_why_it_loads_nothing(automatic, loader):
    assert list(TierTeller(loader).lines(True, 1.0)) == [SHORT]


def test_numba_that_is_missing_or_broken(automatic, loader, monkeypatch):
    loader.state = State.BROKEN
    (line,) = TierTeller(loader).lines(True, 0.5)
    assert "numba cannot be loaded here" in line
    monkeypatch.setattr(tiers, "has_numba", lambda: False)
    (line,) = TierTeller(loader).lines(True, 0.5)
    assert "numba is not installed" in line
    assert "several times faster" in line


def test_a_chosen_tier_is_told(monkeypatch, loader):
    monkeypatch.setattr(tiers, "_chosen", Tier.NUMPY)
    assert list(TierTeller(loader).lines(True, 0.5)) == ["Kernels: NumPy, as chosen."]
    monkeypatch.setattr(tiers, "_chosen", Tier.NUMBA)
    teller = TierTeller(loader)
    assert list(teller.waiting_lines()) == []
    monkeypatch.setattr(tier_lines, "PATIENCE", -1.0)
    assert [*teller.waiting_lines(), *teller.waiting_lines()] == [WAITING]
    assert list(teller.lines(False, 0.5)) == []

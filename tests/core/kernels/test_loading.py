"""Who serves a call, and how machine code comes beside a run."""

import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from gridr_qgis.core.kernels import loading, table, tiers
from gridr_qgis.core.kernels.loading import Loader, State, plain_seconds
from gridr_qgis.core.kernels.tiers import Tier

PIXELS = (np.zeros((1, 2, 2), "float32"),)


class Entries:
    """Stands for the machine code; `kept` is what is on the disk."""

    def __init__(self, kept=()):
        self.kept, self.loaded, self.compiled = set(kept), [], []

    def load_kept(self, name, signature):
        if name in self.kept:
            self.loaded.append(name)
        return name in self.kept

    def compile_one(self, name, signature):
        self.compiled.append(name)


@pytest.fixture
def automatic(monkeypatch):
    monkeypatch.setattr(tiers, "_chosen", Tier.AUTO)


@pytest.fixture
def loader(monkeypatch, automatic):
    """Function: entries, whether another process can compile -> a loader."""

    def loader(entries, able=True):
        loader = Loader()
        monkeypatch.setattr(loader, "import_entries", lambda: entries)

        loader.tries = 0

        def compile_kernels(wanted, waited_for, goes_on, started):
            loader.asked = [name for name, _ in wanted], waited_for, loader.state
            loader.tries += 1
            for count, (name, _) in enumerate(wanted if able else (), 1):
                entries.kept.add(name)
                assert goes_on(count)
            return able

        monkeypatch.setattr(loading, "compile_kernels", compile_kernels)
        return loader

    return loader


def wait(loader, condition):
    for _ in range(200):
        if condition():
            return
        time.sleep(0.02)
    raise AssertionError(loader.state)


def test_what_is_kept_is_loaded_beside_a_long_run(loader):
    entries = Entries(["mark_whole"])
    ours = loader(entries)
    with ours.beside(loading.WORTH_LOADING):
        ours.want("mark_whole", PIXELS)
        wait(ours, lambda: entries.loaded == ["mark_whole"])
        assert not hasattr(ours, "asked")
    wait(ours, lambda: ours.state is State.NOTHING)


def test_what_is_not_kept_is_compiled_by_another_process(loader):
    entries = Entries(["finish"])
    ours = loader(entries)
    with ours.beside(loading.WORTH_LOADING):
        ours.want("mark_whole", PIXELS)
        wait(ours, lambda: entries.loaded == ["mark_whole"])
        assert ours.asked == (["mark_whole"], True, State.COMPILING)
        ours.want("finish", PIXELS)
        wait(ours, lambda: "finish" in entries.loaded)
    assert entries.compiled == []


def test_each_kernel_is_loaded_as_soon_as_it_is_compiled(loader, monkeypatch):
    entries = Entries()
    ours, steps = loader(entries), []
    compile_all = loading.compile_kernels

    def compile_kernels(wanted, waited_for, goes_on, started):
        def told(count):
            assert goes_on(count)
            steps.append((list(entries.loaded), len(ours._wanted)))
            return True

        return compile_all(wanted, waited_for, told, started)

    monkeypatch.setattr(loading, "compile_kernels", compile_kernels)
    for name in ("mark_whole", "finish"):
        ours.want(name, PIXELS)
    with ours.beside(loading.WORTH_LOADING):
        wait(ours, lambda: not ours._wanted)
    assert steps == [(["mark_whole"], 1), (["mark_whole", "finish"], 0)]


def test_what_takes_most_of_a_run_is_compiled_first(loader):
    ours = loader(Entries())
    ours.want("mask_nodes", PIXELS)
    ours.want("fill_window", PIXELS)
    with ours.beside(loading.WORTH_LOADING):
        wait(ours, lambda: not ours._wanted)
    assert ours.asked[0] == ["fill_window", "mask_nodes"]


def test_a_short_run_loads_nothing_unless_the_process_lives_on(loader, monkeypatch):
    entries = Entries(["finish"])
    ours = loader(entries)
    with ours.beside(0.9 * loading.WORTH_WAITING):
        ours.want("finish", PIXELS)
    time.sleep(0.3)
    assert entries.loaded == []
    monkeypatch.setattr(tiers, "_lives_on", True)
    with ours.beside(0.9 * loading.WORTH_WAITING):
        ours.want("finish", PIXELS)
        time.sleep(0.3)
        assert entries.loaded == []
    wait(ours, lambda: entries.loaded == ["finish"])


@pytest.mark.parametrize(
    ("seconds", "compiled"),
    [
        (loading.WORTH_LOADING, []),
        (loading.WORTH_COMPILING_HERE, ["mark_whole"]),
    ],
)
def test_where_no_process_can_compile_only_a_very_long_run_does(
    loader, seconds, compiled
):
    entries = Entries()
    ours = loader(entries, able=False)
    with ours.beside(seconds):
        ours.want("mark_whole", PIXELS)
        wait(ours, lambda: not ours._wanted)
        ours.want("mark_whole", PIXELS)  # is not tried again and again
        time.sleep(0.3)
    assert entries.compiled[:1] == compiled
    assert ours.tries == (1 if not compiled else 2)  # it may be able to the next time


def test_what_could_not_be_compiled_is_tried_again_by_the_next_run(loader):
    ours, tried = loader(Entries(), able=False), []
    for _ in range(2):
        with ours.beside(loading.WORTH_LOADING):
            ours.want("mark_whole", PIXELS)
            wait(ours, lambda: not ours._wanted)
            ours.want("mark_whole", PIXELS)
            assert not ours._wanted
            assert ours.failed
        wait(ours, lambda: ours.state is State.NOTHING)
        tried.append(vars(ours).pop("asked"))
    assert tried[0] == tried[1]


def test_a_numba_that_does_not_load_is_left_alone(loader, monkeypatch):
    ours = loader(Entries())

    def fail():
        raise SystemError("built for another numpy")

    monkeypatch.setattr(ours, "import_entries", fail)
    for _ in range(2):
        with ours.beside(loading.WORTH_LOADING):
            wait(ours, lambda: ours.state is State.BROKEN)


class Child:
    """Stands for a process that compiles until it is killed."""

    def __init__(self):
        self.killed = threading.Event()

    def kill(self):
        self.killed.set()


@pytest.fixture
def endless(loader, monkeypatch):
    """A loader whose process compiles until it is killed, and the process."""
    ours, child = loader(Entries()), Child()

    def compile_kernels(wanted, waited_for, goes_on, started):
        started(child)
        ours.started = True
        child.killed.wait(10)
        return False

    monkeypatch.setattr(loading, "compile_kernels", compile_kernels)
    return ours, child


def test_a_stop_kills_what_compiles_and_leaves_no_thread(endless):
    ours, child = endless
    with ours.beside(loading.WORTH_LOADING):
        ours.want("mark_whole", PIXELS)
        wait(ours, lambda: hasattr(ours, "started"))
        ours.stop()
        assert child.killed.is_set()
        assert not ours._thread.is_alive()
        assert ours.state is State.NOTHING
        assert not ours._failed
    ours.stop()  # again, where nothing runs


def test_a_process_that_starts_while_the_loader_stops_is_killed(endless, monkeypatch):
    ours, child = endless
    compile_kernels = loading.compile_kernels

    def late(*arguments):
        ours._ending.set()
        return compile_kernels(*arguments)

    monkeypatch.setattr(loading, "compile_kernels", late)
    with ours.beside(loading.WORTH_LOADING):
        ours.want("mark_whole", PIXELS)
        wait(ours, child.killed.is_set)


@pytest.mark.parametrize("abruptly", [False, True])
def test_no_thread_outlives_a_run_where_the_process_ends_abruptly(
    endless, monkeypatch, abruptly
):
    ours, _ = endless
    monkeypatch.setattr(tiers, "_ends_abruptly", abruptly)
    with ours.beside(loading.WORTH_LOADING):
        with ours.beside(0.1):
            ours.want("mark_whole", PIXELS)
            wait(ours, lambda: hasattr(ours, "started"))
        assert ours._thread.is_alive()  # another run may need it
    assert ours._thread.is_alive() is not abruptly
    ours.stop()


@pytest.mark.parametrize(
    ("seconds", "any_kept", "waits"),
    [
        (loading.WORTH_WAITING, True, True),
        (0.9 * loading.WORTH_WAITING, True, False),
        (loading.WORTH_WAITING, False, False),
        (loading.WORTH_LOADING, False, False),
    ],
)
def test_a_run_waits_for_what_is_kept_if_that_is_worth_it(
    loader, monkeypatch, seconds, any_kept, waits
):
    entries, imported = Entries(["finish"]), threading.Event()
    ours = loader(entries)

    def import_slowly():
        imported.wait(timeout=30)
        ours.entries = entries
        return entries

    monkeypatch.setattr(ours, "import_entries", import_slowly)
    monkeypatch.setattr(loading.cache, "holds_kernels", lambda: any_kept)
    with ThreadPoolExecutor(1) as worker, ours.beside(seconds):
        asked = worker.submit(ours.kept_entries)
        time.sleep(0.2)
        assert asked.done() is not waits
        imported.set()
        assert asked.result() is (entries if waits else None)
        if waits:
            assert ours.take_kept("finish", PIXELS)
            assert not ours.take_kept("mark_whole", PIXELS)
    assert not ours.take_kept("finish", PIXELS)  # nobody waits any more
    wait(ours, lambda: ours.state is State.NOTHING)


def test_nobody_waits_for_a_numba_that_does_not_load(loader, monkeypatch):
    ours = loader(Entries())

    def fail():
        raise SystemError("built for another numpy")

    monkeypatch.setattr(ours, "import_entries", fail)
    monkeypatch.setattr(loading.cache, "holds_kernels", lambda: True)
    with ours.beside(loading.WORTH_WAITING):
        assert ours.kept_entries() is None


@pytest.mark.parametrize("tier", [Tier.NUMPY, Tier.NUMBA])
def test_a_chosen_tier_needs_no_loader(loader, tier, monkeypatch):
    ours = loader(Entries())
    monkeypatch.setattr(tiers, "_chosen", tier)
    with ours.beside(1e9):
        assert ours.state is State.NOTHING


def test_decisive_calls_of_numpy_are_counted_for_each_thread(monkeypatch):
    def call():
        table.oversample(
            np.ones((2, 2), bool), (1, 1), (0, 0), 0.5, np.ones((2, 2), bool)
        )
        table.all_finite(*PIXELS)

    monkeypatch.setattr(tiers, "_chosen", Tier.NUMPY)
    before = loading.plain_calls()
    call()
    assert loading.plain_calls() == before + 1
    with ThreadPoolExecutor(1) as other:
        assert other.submit(loading.plain_calls).result() == 0
    monkeypatch.setattr(tiers, "_chosen", Tier.NUMBA)
    call()
    assert loading.plain_calls() == before + 1


def test_a_call_is_served_by_machine_code_once_that_is_loaded(automatic, monkeypatch):
    ours = Loader()
    monkeypatch.setattr(loading, "LOADER", ours)
    pixels = np.zeros((1, 2, 2), "uint32")  # of a type that no other test has
    assert loading.compiled_call("all_finite", (pixels,)) is None
    entries = ours.import_entries()
    assert loading.compiled_call("all_finite", (pixels,)) is None
    ((name, signature),) = ours._wanted
    entries.compile_one(name, signature)
    function, given = loading.compiled_call("all_finite", (pixels,))
    assert function(*given)


def test_the_estimate_grows_with_the_work():
    one = plain_seconds(10**6, 1, 4, 1)
    assert 0.02 < one < 1
    assert plain_seconds(10**6, 3, 4, 1) > one
    assert plain_seconds(10**6, 1, 12, 1) > one
    assert plain_seconds(10**6, 1, 4, 2) == one / 2


def test_the_table_imports_no_numba(fresh_python):
    program = "import sys, gridr_qgis.core\nprint('numba' in sys.modules)"
    assert fresh_python(program) == "False"
    assert "numba" in sys.modules  # which other tests need

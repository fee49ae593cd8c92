from gridr_qgis.core import machine


def test_default_memory_limit_is_a_share_of_the_machine(monkeypatch):
    assert 256 <= machine.default_memory_limit() <= 2048
    for total, limit in ((None, 512), (100, 256), (4000, 1000), (24_000, 2048)):
        monkeypatch.setattr(machine, "memory", lambda total=total: total)
        assert machine.default_memory_limit() == limit


def test_default_threads_are_the_usable_processors(monkeypatch):
    assert machine.default_threads() >= 1
    monkeypatch.setattr(machine.os, "sched_getaffinity", lambda _: {3, 5, 7}, False)
    assert machine.default_threads() == 3

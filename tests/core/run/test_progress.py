from gridr_qgis.core.run.progress import Paced
from helpers.recording import Log


def lines_of(moments, pixels=64_000_000):
    """Return what is logged when progress is told at (second, fraction)."""
    log, now = Log(), []
    paced = Paced(log, pixels, clock=lambda: now[-1])
    for second, fraction in moments:
        now.append(second)
        assert paced.progress(fraction)
    assert log.fractions == [fraction for _, fraction in moments]
    return log.lines


def steady(seconds, start=0.0):
    """Return the moments of a run that takes `seconds` after a start-up."""
    ticks = [start + tick / 4 for tick in range(1, 4 * seconds + 1)]
    return [(0, 0.0)] + [(tick, (tick - start) / seconds) for tick in ticks]


def test_a_run_of_seconds_logs_nothing():
    assert lines_of(steady(10)) == []


def test_a_run_of_minutes_logs_shares():
    lines = lines_of(steady(256))
    assert len(lines) == 9
    assert lines[3] == "40 %, 0.25 million pixels/s, 2 min 33 s left."


def test_a_line_comes_after_ten_seconds_at_the_earliest():
    assert lines_of(steady(32)) == [
        "32 %, 2 million pixels/s, 22 s left.",
        "63 %, 2 million pixels/s, 12 s left.",
        "95 %, 2 million pixels/s, 1.8 s left.",
    ]


def test_a_run_of_hours_logs_every_minute():
    assert len(lines_of(steady(3600))) == 59


def test_compiling_before_the_first_tile_does_not_count():
    waiting = [(tick / 10, 0.0) for tick in range(300)]
    assert lines_of(waiting) == []
    assert lines_of(waiting + steady(32, start=30)[1:]) == lines_of(steady(32))


def test_a_run_that_stands_still_logs_nothing():
    assert lines_of([(0, 0.0), (1, 0.3), (100, 0.3), (200, 0.3)]) == []


def test_all_else_is_passed_on():
    log = Log(stop_after=0)
    paced = Paced(log, 1)
    paced.info("a")
    paced.warning("b")
    assert (log.lines, log.warnings) == (["a"], ["b"])
    assert not paced.progress(0.5)

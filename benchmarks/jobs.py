"""The table of jobs: what is resampled, by whom, and what ratio is the goal."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .contenders import Entry
from .inputs import Scene

OURS, OURS2 = Entry("ours"), Entry("ours", 2)
ARRAY, ARRAY2 = Entry("ours, array"), Entry("ours, array", 2)
GRIDR, GRIDR_ARRAY = Entry("GridR"), Entry("GridR, array")
FLOOR = Entry("I/O floor")
PLAIN2 = OURS2._replace(tier="numpy")
AUTO, AUTO2 = OURS._replace(tier="auto"), OURS2._replace(tier="auto")
FIRST, FIRST_COMPILED = AUTO2._replace(first=True), OURS2._replace(first=True)
METHODS = (*("nearest", "linear", "cubic"), *(f"bspline{n}" for n in range(3, 12, 2)))
LIMITS = (None, 256)
"""Memory limits that ours is measured under [MiB]; None: its default."""


@dataclass(frozen=True)
class Match:
    """A peer against us."""

    peer: Entry
    ours: Entry
    goal: float | None = None
    """Least ratio of the peer's median time to ours; None: reported only."""


@dataclass(frozen=True)
class Case:
    """One job that several contenders do in turns."""

    name: str
    """What `--only` names, begins with the letter of its group."""
    title: str
    """What is particular about it."""
    scene: Scene
    method: str
    matches: tuple[Match, ...] = ()
    also: tuple[Entry, ...] = ()
    """Who takes part without being matched."""
    processes: tuple[Match, ...] = ()
    """Matches of whole processes."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Return all who take part in calls, each once."""
        return tuple(dict.fromkeys([*players(self.matches), *self.also]))

    def __str__(self) -> str:
        """Return what the report calls it."""
        size = self.scene.dst_size
        return f"{self.title}, {self.method}, {size} x {size} of {self.scene.dtype}"

    @property
    def weighs(self) -> bool:
        """Tell whether its memory is measured: not that of arrays, nor twice."""
        return not self.name.startswith(("array", "first"))

    def scaled(self, share: float) -> Case:
        """Return the same on a scene with sides of a share of the length."""
        return replace(self, scene=self.scene.scaled(share))


def players(matches: tuple[Match, ...]) -> tuple[Entry, ...]:
    """Return all who take part in matches, each once."""
    pairs = [entry for match in matches for entry in (match.peer, match.ours)]
    return tuple(dict.fromkeys(pairs))


def standard_cases() -> list[Case]:
    """Return job a, by each method."""
    cases = []
    goals = {"nearest": (3.5, 6), "linear": (3.5, 6), "cubic": (3.5, 6)}
    goals.update({f"bspline{order}": (2.7, 5) for order in (3, 5)})
    goals.update({f"bspline{order}": (1.8, 3.5) for order in (7, 9, 11)})
    for method, (one, two) in goals.items():
        matches = [Match(GRIDR, OURS, one), Match(GRIDR, OURS2, two)]
        also, processes = (), ()
        if method in ("nearest", "cubic", "bspline3"):
            matches.append(Match(GRIDR, PLAIN2))
        if method == "bspline5":
            processes = (Match(GRIDR, AUTO2),)
        if method == "cubic":
            matches.append(Match(Entry("GridR", 2), OURS2))  # its threads: defect B17
            matches.append(Match(Entry("OTB", 2), OURS2, 30))
            also = (ARRAY2, FLOOR)
            processes = (
                Match(GRIDR, AUTO),
                Match(GRIDR, AUTO2, 2),
                Match(Entry("OTB", 2), AUTO2),
                Match(GRIDR, FIRST),
                Match(FIRST_COMPILED, FIRST, 2),
            )
        case = Case(f"a-{method}", "large", Scene(), method)
        cases.append(
            replace(case, matches=tuple(matches), also=also, processes=processes)
        )
    return cases


def other_cases() -> list[Case]:
    """Return jobs b to e, cubic."""
    scenes = {
        "b": ("full-resolution grid", Scene(step=1, dtype="float32"), 3.5),
        "c": ("4 bands", Scene(bands=4), 5),
        "d": ("source mask and polygons", Scene(masked=True), 5),
        "e": ("small", Scene(src_size=1200, dst_size=991), 2),
    }
    more = {"e": (Match(GRIDR, PLAIN2),)}
    processes = {"b": (Match(GRIDR, AUTO2),), "e": (Match(GRIDR, AUTO2, 1.8),)}
    return [
        Case(
            name,
            title,
            scene,
            "cubic",
            (Match(GRIDR, OURS), Match(GRIDR, OURS2, goal), *more.get(name, ())),
            (FLOOR,),
            processes.get(name, ()),
        )
        for name, (title, scene, goal) in scenes.items()
    ]


def first_cases() -> list[Case]:
    """Return the first job of a user, by each method: no kernels are kept yet."""
    scene = Scene(src_size=1200, dst_size=991)
    goals = dict.fromkeys(("nearest", "linear", "cubic", "bspline3"), 1.67)
    return [
        Case(
            f"first-{method}",
            "small, first job",
            scene,
            method,
            processes=(Match(GRIDR, FIRST, goals.get(method)),),
        )
        for method in METHODS
    ]


def growth_cases() -> list[Case]:
    """Return job f, from 1k to 16k."""
    return [
        Case(
            f"f-{thousands}k",
            "growth",
            Scene(src_size=size, dst_size=size),
            "cubic",
            (Match(GRIDR, OURS2),),
        )
        # no multiple of 1000 and one more: GridR crashes there
        for thousands in (1, 2, 4, 8, 16)
        for size in [1000 * thousands - 9]
    ]


def filter_cases() -> list[Case]:
    """Return jobs whose output is coarser than the source, with our filter."""
    return [
        Case(
            f"lanczos-{scale}",
            f"{scale} x {scale} source pixels per output pixel, lanczos",
            Scene(f"coarse{scale}", dst_size=size, antialias="lanczos"),
            "cubic",
            (Match(Entry("gdalwarp", 2), OURS2, 1),),
        )
        for scale, size in ((2, 2991), (3, 1991))
    ]


def hard_cases() -> list[Case]:
    """Return jobs that are hard on memory; their times are not measured."""
    scenes = {
        "turned45": Scene("turned45"),
        "transposed": Scene("transposed"),
        "folded": Scene("folded"),
        "scattered": Scene("scattered", src_size=10000, dst_size=991, step=1),
    }
    cases = [
        Case(f"hard-{name}", f"{name} grid", scene, "cubic")
        for name, scene in scenes.items()
    ]
    # its prefilter needs 105 pixels around each window
    turned = Case("hard-bspline11", "turned45 grid", scenes["turned45"], "bspline11")
    return [*cases, turned]


def array_cases() -> list[Case]:
    """Return the calls on arrays, on one thread."""
    coarse = Scene(dtype="float32")
    full = Scene(step=1, dtype="float32")
    scipy, cv2 = Entry("scipy"), Entry("cv2")
    rows = [
        ("coarse-linear", "coarse grid", coarse, cv2, 1),
        ("coarse-cubic", "coarse grid", coarse, cv2, 1),
        ("full-cubic", "full-resolution grid", full, cv2, 0.6),
        ("bspline3", "full-resolution grid", full, scipy, 4),
        ("bspline5", "full-resolution grid", full, scipy, 4),
    ]
    return [
        Case(
            f"array-{name}",
            f"array, {title}",
            scene,
            name.rpartition("-")[2],
            (Match(peer, ARRAY, goal), Match(GRIDR_ARRAY, ARRAY)),
        )
        for name, title, scene, peer, goal in rows
    ]


def all_cases() -> list[Case]:
    """Return the table."""
    chains = [*standard_cases(), *other_cases(), *growth_cases(), *hard_cases()]
    return [*chains, *filter_cases(), *first_cases(), *array_cases()]


def chosen(names: list[str]) -> list[Case]:
    """Return the cases of these names or groups, all for none."""
    cases = all_cases()
    known = {case.name for case in cases} | {case.name.split("-")[0] for case in cases}
    unknown = sorted(set(names) - known)
    if unknown:
        wrong = ", ".join(unknown)
        raise SystemExit(f"No such job: {wrong}. There are {', '.join(sorted(known))}.")
    return [
        case
        for case in cases
        if not names or case.name in names or case.name.split("-")[0] in names
    ]

"""Run the tests in QGIS's Python on several releases of Debian: `make test-matrix`.

`python tools/matrix.py [RELEASE ...] [--files FILE ...]`, as root. Each release lives
in a folder that debootstrap makes; it is kept, with its packages, from one run to the
next: remove it to have newer ones. The checkout is copied into it. Each file of tests
has a process and a limit of time of its own, so that one which hangs or dies is seen,
and stops no other. What they say is kept under `out/matrix`.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from checkout import ROOT, WITH_GRIDR

LOGS = ROOT / "out" / "matrix"
FOLDER = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
FOLDER = FOLDER / "gridr_qgis" / "matrix"
RELEASES = ("bookworm", "trixie", "sid")
"""Debian 12 with QGIS 3.22, 13 with 3.40, and what the next one will have."""

CHECKOUT = Path("srv/gridr_qgis")
"""Where a copy of ours lies in a release."""
SHARED = CHECKOUT.parent / "shared"
"""The same of the reference data."""
KEPT = {".venv", ".pytest_cache"}
"""What stays in a copy: libraries and compiled kernels."""
CERTIFICATES = Path("etc/ssl/certs/ca-certificates.crt")
SETTINGS = ("etc/resolv.conf", "etc/hosts", CERTIFICATES)
"""Files of the host by which a release reaches what the host does."""
ENVIRONMENT = {
    "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
    "HOME": "/root",
    "LANG": "C.UTF-8",
    "QT_QPA_PLATFORM": "offscreen",
    "PIP_CERT": f"/{CERTIFICATES}",
}

LIMIT = 600.0
"""Seconds that a file of tests may take."""
REPEATED = "tests/whole/qgis/test_qgis_process.py::test_threads_meet_in_first_calls"
"""What must end well each time: it died in most runs on sid."""
REPEATS = 10
PACKAGES = (
    "qgis",
    "python3",
    *map("python3-{}".format, ("numpy", "numba", "rasterio")),
)
"""Whose versions the table shows."""
GOOD = {"passed", "skipped", "xfailed", "deselected", "warnings", "warning"}
NOTHING = 5
"""What pytest ends with where a file has no tests for QGIS's Python."""


@dataclass
class Outcome:
    """What a process of pytest came to."""

    name: str
    seconds: float
    counts: Counter[str] = field(default_factory=Counter)
    fault: str = ""
    """Why it did not come to its end; "" if it did."""

    @property
    def good(self) -> bool:
        """Tell whether all is well."""
        return not self.fault and set(self.counts) <= GOOD

    def __str__(self) -> str:
        """Return a line of the log."""
        counts = ", ".join(f"{n} {word}" for word, n in self.counts.items())
        said = "; ".join(filter(None, [counts, self.fault])) or "no tests"
        return f"{self.seconds:6.1f} s  {self.name}: {said}"


def main() -> None:
    """Run what is asked for, and show the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("releases", nargs="*", default=RELEASES)
    parser.add_argument("--files", nargs="*", help="files of tests; default: all")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--folder", type=Path, default=FOLDER)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    asked = parser.parse_args()
    rows = [row(release, asked) for release in asked.releases]
    print("\n".join(table(rows)))
    sys.exit(not all(good for good, _ in rows))


def row(release: str, asked: argparse.Namespace) -> tuple[bool, list[str]]:
    """Run the tests on a release; return whether all is well, and its row."""
    began = time.monotonic()
    debian = Debian(asked.folder / release)
    debian.make(release)
    debian.copy(asked.shared)
    debian.call("make", ".venv/qgis/ready", check=True)
    ready = time.monotonic()
    logs = LOGS / release
    shutil.rmtree(logs, ignore_errors=True)
    logs.mkdir(parents=True)
    with ThreadPoolExecutor(asked.jobs) as pool:
        running = pool.map(lambda name: debian.test(name, logs), asked.files or files())
        outcomes = list(told(running))
    tested = time.monotonic()
    again = list(told(debian.test(REPEATED, logs, n) for n in range(REPEATS)))
    total = sum((each.counts for each in outcomes), Counter())
    fine = sum(each.good and each.counts["passed"] == 1 for each in again)
    good = all(each.good for each in outcomes) and fine == REPEATS
    counts = [total[word] for word in ("passed", "skipped", "failed")]
    errors = total["error"] + total["errors"]
    ended = sum(bool(each.fault) for each in outcomes)
    times = [f"{ready - began:.0f} s", f"{(tested - ready) / 60:.1f} min"]
    cells = [release, *debian.versions(), *counts, errors, ended]
    return good, [*map(str, cells), f"{fine} of {REPEATS}", *times]


def table(rows: list[tuple[bool, list[str]]]) -> Iterator[str]:
    """Yield the lines of the table."""
    libraries = [name.removeprefix("python3-") for name in PACKAGES]
    heads = ["Debian", *libraries, "passed", "skipped", "failed", "errors"]
    heads += ["files that died", "first calls", "set-up", "tests"]
    yield ""
    for cells in [heads, ["---"] * len(heads), *(cells for _, cells in rows)]:
        yield f"| {' | '.join(cells)} |"


def told(outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
    """Pass outcomes on, each printed when it is there."""
    for outcome in outcomes:
        print(outcome, flush=True)
        yield outcome


def files() -> list[str]:
    """Return all files of tests for QGIS's Python."""
    left_out = {Path("tests") / name for name in WITH_GRIDR}
    found = (path for path in checkout() if path.name.startswith("test_"))
    return sorted(str(path) for path in found if path not in left_out)


def checkout() -> list[Path]:
    """Return the files of the checkout as they are now, also those not added yet."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    paths = map(Path, filter(None, done.stdout.split("\0")))
    return [path for path in paths if (ROOT / path).is_file()]


class Debian:
    """A release in a folder.

    Parameters
    ----------
    folder : Path
        Its root.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def make(self, release: str) -> None:
        """Make the release, unless it is there."""
        done = self.folder / "ready"
        if not done.exists():
            shutil.rmtree(self.folder, ignore_errors=True)
            self.folder.mkdir(parents=True)
            command = ["debootstrap", "--variant=minbase"]
            command += ["--include=ca-certificates,make", release, str(self.folder)]
            subprocess.run([*command, *mirror()], check=True)
            self._settle()
            done.touch()

    def _settle(self) -> None:
        """Let it reach what the host reaches, in the host's ways."""
        for name in SETTINGS:
            shutil.copyfile(Path("/") / name, self.folder / name)
        dump = subprocess.run(["apt-config", "dump"], capture_output=True, text=True)
        kept = re.findall(r"(?m)^Acquire::(?:Check|https?|Retries).*$", dump.stdout)
        options = self.folder / "etc" / "apt" / "apt.conf.d" / "90host"
        options.write_text("".join(f"{line}\n" for line in kept), encoding="utf-8")

    def copy(self, shared: Path) -> None:
        """Copy the checkout, and the reference data if they are here."""
        copied = self.folder / CHECKOUT
        copied.mkdir(parents=True, exist_ok=True)
        for old in copied.iterdir():
            if old.is_dir() and old.name not in KEPT:
                shutil.rmtree(old)
            elif old.is_file():
                old.unlink()
        for path in checkout():
            (copied / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / path, copied / path)
        if (ROOT / ".git").is_dir():  # the tests of the zip ask git what is packed
            shutil.copytree(ROOT / ".git", copied / ".git")
        shutil.rmtree(self.folder / SHARED, ignore_errors=True)
        if shared.is_dir():
            shutil.copytree(shared, self.folder / SHARED, symlinks=True)

    def call(self, *command: str, **options: object) -> subprocess.CompletedProcess:
        """Run a command in the copy; what it started ends with it."""
        mounts = "mount --rbind /dev $0/dev; mount -t proc proc $0/proc; "
        enter = 'exec chroot "$0" sh -c \'cd "$0" && exec "$@"\' "$@"'
        # mounts in a space of their own: nothing is left of them, whatever happens
        alone = ["unshare", "--mount", "--pid", "--fork", "--kill-child"]
        inside = ["sh", "-c", mounts + enter, str(self.folder), f"/{CHECKOUT}"]
        return subprocess.run(
            [*alone, *inside, *command], env=ENVIRONMENT, text=True, **options
        )

    def test(self, name: str, logs: Path, number: int = 0) -> Outcome:
        """Run a file of tests, or one test of it for another time."""
        log = logs / f"{re.sub('[^a-z0-9_]+', '-', name)}-{number}.log"
        began = time.monotonic()
        fault = ""
        with open(log, "w", encoding="utf-8") as said:
            try:
                python = ".venv/qgis/bin/python"
                command = [python, "-X", "faulthandler", "-m", "pytest", "-q", name]
                options = {"stdout": said, "stderr": said, "timeout": LIMIT}
                code = self.call(*command, **options).returncode
                if code not in (0, 1, NOTHING):
                    fault = f"ended with {code}"
            except subprocess.TimeoutExpired:
                fault = f"not at its end after {LIMIT:.0f} s"
        counts = counted(log.read_text(encoding="utf-8", errors="replace"))
        return Outcome(name, time.monotonic() - began, counts, fault)

    def versions(self) -> list[str]:
        """Return the versions of what the table shows."""
        query = ["dpkg-query", "-W", "-f", "${Package} ${Version}\n", *PACKAGES]
        said = self.call(*query, capture_output=True, check=True).stdout
        found = dict(re.findall(r"(\S+) (?:\d+:)?([\d.]*\d)", said))
        return [found[name] for name in PACKAGES]


def mirror() -> list[str]:
    """Return where the host has its packages from; nothing if it is no Debian."""
    query = ["apt-get", "indextargets", "--format", "$(REPO_URI)", "Origin: Debian"]
    done = subprocess.run(query, capture_output=True, text=True)
    return done.stdout.splitlines()[:1]


def counted(text: str) -> Counter[str]:
    """Return what pytest counted, by its words."""
    last = re.findall(r"(?m)^=*\s*((?:\d+ \w+(?:, )?)+) in [\d.]+s.*$", text)
    found = re.findall(r"(\d+) (\w+)", last[-1]) if last else []
    return Counter({word: int(number) for number, word in found})


if __name__ == "__main__":
    main()

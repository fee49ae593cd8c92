"""The user's defaults, which Processing's options show in a group of ours."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import QgsSettings
from qgis.PyQt.QtGui import QIcon

from ..algorithms.texts import tr
from ..core.kernels.tiers import Tier

MEMORY = "GRIDR_MEMORY"
THREADS = "GRIDR_THREADS"
CACHE_FOLDER = "GRIDR_CACHE_FOLDER"
KERNELS = "GRIDR_KERNELS"
SCHEDULER = "GRIDR_SCHEDULER"
NAMES = (MEMORY, THREADS, CACHE_FOLDER, KERNELS, SCHEDULER)
PREFIX = "Processing/Configuration/"
"""Where Processing stores all its options, and we read ours: `qgis_process` may have
no such options, but it has the same store."""


@dataclass(frozen=True)
class Settings:
    """Defaults for all runs; None where the user has none."""

    memory_limit: int | None = None
    """MiB that a run may allocate."""
    threads: int | None = None
    """Worker threads."""
    cache_folder: str | None = None
    """Folder in which compiled kernels are kept."""
    tier: Tier | None = None
    """Who computes."""
    scheduler: str | None = None
    """Address or file of the scheduler of a cluster."""

    @classmethod
    def read(cls) -> Settings:
        """Return what is stored."""
        folder = _text(CACHE_FOLDER) or None
        scheduler = _text(SCHEDULER) or None
        return cls(_whole(MEMORY), _whole(THREADS), folder, _tier(), scheduler)


def show(group: str, icon: QIcon) -> None:
    """Add ours to Processing's options, if Processing is there."""
    try:
        from processing.core.ProcessingConfig import ProcessingConfig, Setting
    except ImportError:
        return
    ProcessingConfig.setGroupIcon(group, icon)
    numbers = {
        MEMORY: tr("Memory limit of a run (MiB; 0: a share of the machine's memory)"),
        THREADS: tr("Threads of a run (0: one per processor)"),
    }
    settings = [
        Setting(group, name, label, 0, valuetype=Setting.INT, validator=_check_whole)
        for name, label in numbers.items()
    ]
    label = tr("Folder for compiled kernels (from the next start of QGIS on)")
    usual = tr("Empty: the cache folder of the system")
    folder = Setting.FOLDER
    settings.append(
        Setting(group, CACHE_FOLDER, label, "", valuetype=folder, placeholder=usual)
    )
    label = tr("Who computes (auto: NumPy until compiled kernels are loaded)")
    words = [tier.value for tier in Tier]
    selection = Setting.SELECTION
    settings.append(
        Setting(group, KERNELS, label, words[0], valuetype=selection, options=words)
    )
    label = tr("Dask scheduler of a cluster (address or file)")
    here = tr("Empty: this machine computes")
    settings.append(
        Setting(group, SCHEDULER, label, "", valuetype=Setting.STRING, placeholder=here)
    )
    for setting in settings:
        ProcessingConfig.addSetting(setting)
        setting.read()


def hide() -> None:
    """Take ours away again; what is stored stays."""
    try:
        from processing.core.ProcessingConfig import ProcessingConfig
    except ImportError:
        return
    for name in NAMES:
        if name in ProcessingConfig.settings:
            ProcessingConfig.removeSetting(name)


def _check_whole(value: object) -> None:
    if not str(value).strip().isdecimal():
        raise ValueError(tr("Give a whole number from 0 up, got {0}.").format(value))


def _whole(name: str) -> int | None:
    # None for anything that the dialog would refuse: the store is a text file
    text = _text(name)
    return (int(text) or None) if text.isdecimal() else None


def _tier() -> Tier | None:
    # None for what is no tier, and for the usual one, which the environment may change
    known = {tier.value: tier for tier in Tier if tier is not Tier.AUTO}
    # Processing stores which of the words it is
    known.update((str(n), tier) for n, tier in enumerate(Tier) if n)
    return known.get(_text(KERNELS))


def _text(name: str) -> str:
    return QgsSettings().value(PREFIX + name, "", type=str).strip()

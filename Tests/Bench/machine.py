"""Where and with what figures were taken."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def said(*command: str) -> str:
    """What a program prints, without the line's end."""
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def found(pattern: str, text: str) -> str:
    match = re.search(pattern, text)
    return match[1] if match else "unknown"


def cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def model() -> str:
    try:
        return found(r"(?m)^model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    except OSError:
        return platform.machine()


def gigabytes() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9


def commit() -> str:
    """Of Chancery's source, and whether that was changed since."""
    git = ["git", "-C", str(ROOT)]
    try:
        changed = said(*git, "status", "--porcelain", "--", "Package.swift", "Sources", "Templates")
    except subprocess.CalledProcessError:
        return "unknown"  # not a clone
    return said(*git, "rev-parse", "--short=12", "HEAD") + (", changed since" if changed else "")


@dataclass(frozen=True)
class Machine:
    model: str
    cores: int
    memory: str
    kernel: str
    load: float
    date: str
    chancery: str
    hugo: str
    libcmark: str
    swift: str

    @property
    def counted_cores(self) -> str:
        return f"{self.cores} core{'' if self.cores == 1 else 's'}"

    @property
    def is_busy(self) -> bool:
        return self.load > 0.5

    def __str__(self) -> str:
        busy = ", busy: figures are high" if self.is_busy else ""
        return f"{self.counted_cores}, {self.model}; load {self.load:.1f}{busy}"


def this_machine(chancery: str, hugo: str) -> Machine:
    return Machine(
        model=model(), cores=cores(), memory=f"{gigabytes():.1f} GB",
        kernel=f"{platform.system()} {platform.release()}", load=os.getloadavg()[0],
        date=datetime.now(timezone.utc).strftime("%-d %B %Y"),
        chancery=f"{said(chancery, '--version')} (commit {commit()})",
        hugo=found(r"v([\d.]+)", said(hugo, "version")),
        libcmark=said("pkg-config", "--modversion", "libcmark"),
        swift=found(r"Swift version ([\d.]+)", said("swift", "--version")))

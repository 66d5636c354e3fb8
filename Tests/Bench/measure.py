"""What a command costs: wall time, processor time, peak memory, as the kernel accounts for it."""

from __future__ import annotations

import itertools
import os
import resource
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

RUNS = 5


@dataclass(frozen=True)
class Cost:
    wall: float  # seconds
    cpu: float  # seconds, all cores
    memory: float  # megabytes, of the largest process; see `own_memory`


def megabytes_of(usage: resource.struct_rusage) -> float:
    return usage.ru_maxrss / (1 if sys.platform == "linux" else 1024) / 1024


def own_memory() -> float:
    """The most that this program had. Linux counts it for what this program starts, too, from before it becomes
    another, so that no figure is less."""
    return megabytes_of(resource.getrusage(resource.RUSAGE_SELF))


class Failed(Exception):
    pass


def run(*commands: list[str]) -> Cost:
    """Runs commands side by side, and waits for all."""
    silence = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    started = time.perf_counter()
    children = {os.posix_spawnp(c[0], c, os.environ, file_actions=silence): c for c in commands}
    cpu = memory = 0.0
    failed = []
    while children:
        child, status, usage = os.wait4(-1, 0)
        command = children.pop(child)
        cpu += usage.ru_utime + usage.ru_stime
        memory = max(memory, megabytes_of(usage))
        if status != 0:
            failed.append(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}")
    if failed:
        raise Failed("; ".join(failed))
    return Cost(time.perf_counter() - started, cpu, memory)


def median(costs: list[Cost]) -> Cost:
    return Cost(*(statistics.median(getattr(c, part) for c in costs) for part in ("wall", "cpu", "memory")))


@dataclass(frozen=True)
class Task:
    """Work to measure. What has to be done before each time, and seen to be done after it, is not measured."""

    commands: list[list[str]]
    prepare: Callable[[], None] = lambda: None
    check: Callable[[], None] = lambda: None  # raises `Failed`

    def measure(self) -> Cost:
        self.prepare()
        cost = run(*self.commands)
        self.check()
        return cost


def measure(task: Task, runs: int = RUNS) -> Cost:
    task.measure()
    return median([task.measure() for _ in range(runs)])


def compare(tasks: list[Task], runs: int = RUNS) -> list[list[Cost]]:
    """Takes turns, A B A B, so that whatever else the machine does falls on all alike. What was copied for the
    tasks is on the disk before they begin."""
    os.sync()
    for task in tasks:
        task.measure()
    turns = [[task.measure() for task in tasks] for _ in range(runs)]
    return [list(costs) for costs in zip(*turns)]


def ratio(costs: list[Cost], others: list[Cost]) -> float:
    """The median of what wall times are to those of the same turn."""
    return statistics.median(cost.wall / other.wall for cost, other in zip(costs, others))


def set_aside(*folders: Path) -> Callable[[], None]:
    """Gives folders other names, so that there are none. They are not removed: a file system may look at all that
    was freed within the last minutes before it makes a file (ext4 does), and whoever is next would pay for it."""

    def move() -> None:
        for folder in folders:
            if folder.exists():
                number = next(n for n in itertools.count(1) if not aside(folder, n).exists())
                folder.rename(aside(folder, number))

    def aside(folder: Path, number: int) -> Path:
        return folder.with_name(f"{folder.name}.{number}")

    return move

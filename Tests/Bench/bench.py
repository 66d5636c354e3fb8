"""Measures chancery against its budgets, beside libcmark alone on the same work in the same run.

    bench.py CHANCERY MAP_BENCH [--large]

Medians of five runs after one to warm up; the content is in the page cache. Exit 1 where a budget is
missed.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import hugo
from measure import RUNS, Cost, Failed, Task, compare, emptied, measure, median
from packs import Packs

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]


@dataclass
class Row:
    figure: str
    cost: Cost
    seconds: float | None = None  # the most it may take
    megabytes: float | None = None
    ratio: float | None = None  # of its wall time to libcmark's

    @property
    def is_over(self) -> bool:
        return (self.seconds is not None and self.cost.wall > self.seconds) or (
            self.megabytes is not None and self.cost.memory > self.megabytes)

    def __str__(self) -> str:
        limits = [time(self.seconds)] if self.seconds is not None else []
        limits += [f"{self.megabytes:.0f} MB"] if self.megabytes is not None else []
        budget = ", ".join(limits)
        verdict = ("over" if self.is_over else "ok") if budget else ""
        ratio = f"{self.ratio:.2f}" if self.ratio else ""
        return (f"{self.figure:<34}{time(self.cost.wall):>10}{time(self.cost.cpu):>10}"
                f"{self.cost.memory:>7.0f} MB  {budget:<16}{ratio:>10}  {verdict}").rstrip()


def time(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms" if seconds < 0.1 else f"{seconds:.3f} s"


class Bench:
    def __init__(self, chancery: str, folder: Path) -> None:
        self.chancery = chancery
        self.folder = folder
        self.rows: list[Row] = []
        self.bound = self.compiled_bound()

    def compiled_bound(self) -> str:
        program = str(self.folder / "bound")
        flags = subprocess.run(
            ["pkg-config", "--cflags", "--libs", "libcmark"], capture_output=True, text=True, check=True)
        subprocess.run(["cc", "-O2", "-o", program, str(HERE / "bound.c"), *flags.stdout.split()], check=True)
        return program

    def corpus(self, briefs: int) -> Path:
        folder = self.folder / f"corpus-{briefs}"
        if not folder.exists():
            subprocess.run(
                [sys.executable, str(HERE / "make_corpus.py"), "--briefs", str(briefs),
                 "--out", str(folder / "briefs")],
                check=True)
        return folder

    def cold(self, content: Path) -> Task:
        output = self.folder / "site"
        return Task([self.build(content, output)], emptied(output))

    def build(self, content: Path, output: Path) -> list[str]:
        return [self.chancery, "build", "--content", str(content), "--output", str(output)]

    def alone(self, corpus: Path) -> Task:
        """libcmark parses, renders and writes every file, in two processes side by side."""
        output = self.folder / "alone"

        def prepare() -> None:
            emptied(output)()
            output.mkdir()

        return Task(
            [[self.bound, str(corpus / "briefs"), str(output), str(part), "2"] for part in range(2)], prepare)

    def add(self, row: Row) -> Cost:
        self.rows.append(row)
        print(row, flush=True)
        return row.cost

    def start_up(self) -> None:
        self.add(Row("start-up (--version)", measure(Task([[self.chancery, "--version"]]), 20), seconds=0.010))

    def bundled(self) -> None:
        cost = measure(self.cold(ROOT / "Content"))
        self.add(Row("bundled content, cold", cost, seconds=0.15, megabytes=60))

    def thousand(self) -> None:
        corpus = self.corpus(1000)
        output = self.folder / "kept"
        again = Task([self.build(corpus, output)])
        tasks = {
            "1,000 briefs, cold": self.cold(corpus), "1,000 briefs, again unchanged": again,
            "libcmark alone, two processes": self.alone(corpus),
        }
        if (other := hugo.task(corpus, self.folder)) is not None:
            tasks["Hugo, 1,000 briefs, cold"] = other
        costs = dict(zip(tasks, compare(list(tasks.values()))))
        alone = costs["libcmark alone, two processes"]
        for figure, runs in costs.items():
            ratio = statistics.median(run.wall / bound.wall for run, bound in zip(runs, alone))
            self.add(Row(
                figure, median(runs), seconds=3 if figure == "1,000 briefs, cold" else None, ratio=ratio))

    def maps(self, program: str) -> None:
        """Each map of the bundled content, and one of 500 places, drawn from data to SVG."""
        out = subprocess.run([program, str(ROOT / "Content")], capture_output=True, text=True, check=True).stdout
        for line in out.splitlines():
            name, milliseconds = line.split("\t")
            seconds = float(milliseconds) / 1000
            budget = 0.1 if "500 places" in name else 0.02
            self.add(Row(name + ", drawn", Cost(seconds, seconds, 0), seconds=budget))

    def packs(self) -> None:
        """The most is Typst's own time on the same source in the same run, and 0.1 s or a tenth more."""
        packs = Packs(self.chancery, ROOT / "Content", self.folder)
        for copies, runs, more in [(1, RUNS, lambda wall: wall + 0.1), (20, 3, lambda wall: wall * 1.1)]:
            race, unchanged = packs.race(copies, runs)
            self.add(Row(f"packs: {race.pages} pages", race.ours, seconds=more(race.alone.wall)))
            self.add(Row("  Typst alone, the same source", race.alone))
            self.add(Row("  again, unchanged", unchanged))

    def growth(self, sizes: list[int]) -> None:
        """Time for each brief, which stays the same where time is linear."""
        costs = {
            size: median(runs) for size, runs in zip(
                sizes, compare([self.cold(self.corpus(size)) for size in sizes], RUNS if sizes[-1] <= 1000 else 3))
        }
        for size, cost in costs.items():
            self.add(Row(f"growth: {size:,} briefs", cost))
        each = " ".join(f"{cost.cpu / size * 1000:.2f}" for size, cost in costs.items())
        print(f"  processor time for each brief, ms: {each}", flush=True)


def machine() -> str:
    model = platform.machine()
    try:
        with open("/proc/cpuinfo") as file:
            model = next((l.partition(":")[2].strip() for l in file if l.startswith("model name")), model)
    except OSError:
        pass
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    load = os.getloadavg()[0]
    busy = ", busy: figures are high" if load > 0.5 else ""
    return f"{cores} cores, {model}; load {load:.1f}{busy}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("chancery")
    parser.add_argument("map_bench")
    parser.add_argument("--large", action="store_true", help="also 10,000 briefs, which takes minutes and 1 GB")
    options = parser.parse_args()
    chancery = shutil.which(options.chancery)
    if chancery is None:
        print(f"bench: there is no program “{options.chancery}”", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="chancery-bench-") as folder:
        try:
            print(machine())
            print(f"{'figure':<34}{'wall':>10}{'cpu':>10}{'memory':>10}  {'budget':<16}{'× libcmark':>10}")
            bench = Bench(os.path.abspath(chancery), Path(folder))
            bench.start_up()
            bench.bundled()
            bench.maps(os.path.abspath(options.map_bench))
            bench.thousand()
            bench.packs()
            bench.growth([100, 1000] + [10_000] * options.large)
        except (Failed, OSError, subprocess.CalledProcessError) as error:
            print(f"bench: {error}", file=sys.stderr)
            return 2
    over = [row.figure for row in bench.rows if row.is_over]
    print(f"over budget: {', '.join(over)}" if over else "within every budget")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())

"""What `make bench` asks, a function each; the answers are tables with verdicts."""

from __future__ import annotations

import shutil
import statistics
import subprocess
from dataclasses import dataclass
from pathlib import Path

from corpus import Corpus
from latency import Latency, alternate
from measure import RUNS, Cost, Task, compare, set_aside, measure, median, ratio
from packs import Packs
from sites import Alone, ChancerySite, HugoSite, HugoTermsSite, Site
from tables import Limit, Table, duration, megabytes, most_memory, most_seconds

ROOT = Path(__file__).resolve().parents[2]
BESIDE = ("wall", "processor", "memory", "× libcmark", "of Hugo's", "without feeds")
EXTRAPOLATED = 100_000


@dataclass(frozen=True)
class Programs:
    chancery: str
    hugo: str
    map_bench: str


@dataclass(frozen=True)
class Builds:
    """All runs of each build, taken by turns."""

    hugo: dict[str, list[Cost]]
    chancery: dict[str, list[Cost]]
    alone: list[Cost]
    plain: list[Cost]  # Hugo without a page and a feed for each author and topic, cold


def cost_cells(cost: Cost) -> tuple[str, ...]:
    return duration(cost.wall), duration(cost.cpu), megabytes(cost.memory)


def tasks_of(site: type[Site], program: str, corpus: Corpus, folder: Path) -> dict[str, Task]:
    """A site for each, since they leave different things behind."""
    return {
        "cold": site(program, corpus, folder / "cold").cold(),
        "again": site(program, corpus, folder / "again").again(),
        "edited": site(program, corpus, folder / "edited").edited(),
    }


def builds(programs: Programs, corpus: Corpus, folder: Path) -> Builds:
    hugo = tasks_of(HugoTermsSite, programs.hugo, corpus, folder / "hugo")
    chancery = tasks_of(ChancerySite, programs.chancery, corpus, folder / "chancery")
    alone = Alone(corpus, folder / "alone").cold()
    plain = HugoSite(programs.hugo, corpus, folder / "plain").cold()
    order = [hugo["cold"], alone, chancery["cold"], plain]
    order += [task for kind in ("again", "edited") for task in (hugo[kind], chancery[kind])]
    costs = dict(zip(map(id, order), compare(order)))
    return Builds(
        {kind: costs[id(task)] for kind, task in hugo.items()},
        {kind: costs[id(task)] for kind, task in chancery.items()}, costs[id(alone)], costs[id(plain)])


def part_of(ours: list[Cost], theirs: list[Cost]) -> str:
    return f"1/{ratio(theirs, ours):.1f}"


def most_of_hugo(ours: list[Cost], theirs: list[Cost], part: int) -> Limit:
    return Limit(f"≤ 1/{part} of Hugo's", ratio(theirs, ours) >= part)


def cold(found: Builds) -> Table:
    table = Table("cold build", BESIDE)
    ours, hugo = found.chancery["cold"], found.hugo["cold"]
    table.add("Hugo", *cost_cells(median(hugo)), f"{ratio(hugo, found.alone):.2f}")
    table.add("Hugo without feeds", *cost_cells(median(found.plain)), f"{ratio(found.plain, found.alone):.2f}")
    table.add(
        "libcmark alone", *cost_cells(median(found.alone)), "1", part_of(found.alone, hugo),
        part_of(found.alone, found.plain))
    times = ratio(ours, found.alone)
    table.add(
        "Chancery", *cost_cells(median(ours)), f"{times:.2f}", part_of(ours, hugo), part_of(ours, found.plain),
        limits=(
            Limit("≤ 2 × libcmark", times <= 2), most_of_hugo(ours, hugo, 8),
            most_memory(median(ours).memory, 150)))
    return table


def warm(found: Builds) -> Table:
    table = Table("build again", ("wall", "processor", "memory", "of Hugo's"))
    for kind, figure in [("again", "nothing changed"), ("edited", "one word changed")]:
        ours, hugo = found.chancery[kind], found.hugo[kind]
        table.add(f"Hugo, {figure}", *cost_cells(median(hugo)))
        limits = (most_of_hugo(ours, hugo, 50),) if kind == "again" else ()
        table.add(f"Chancery, {figure}", *cost_cells(median(ours)), part_of(ours, hugo), limits=limits)
    return table


def served(programs: Programs, corpus: Corpus, folder: Path) -> list[Latency]:
    """Of Hugo's server, then Chancery's."""
    return alternate([
        HugoTermsSite(programs.hugo, corpus, folder / "hugo"),
        ChancerySite(programs.chancery, corpus, folder / "chancery"),
    ])


def edits(hugo: Latency, chancery: Latency) -> Table:
    table = Table("one word written → served", ("median", "quickest", "slowest", "a request alone"))
    for figure, latency in [("hugo server", hugo), ("chancery serve", chancery)]:
        cells = (latency.median, min(latency.edits), max(latency.edits), statistics.median(latency.requests))
        limits = (most_seconds(latency.median, 0.025),) if latency is chancery else ()
        table.add(figure, *map(duration, cells), limits=limits)
    return table


def memory(found: Builds, servers: list[Latency]) -> Table:
    table = Table("memory at the most", ("cold", "again", "one word", "server"))
    for figure, costs, server in zip(("Hugo", "Chancery"), (found.hugo, found.chancery), servers):
        table.add(
            figure, *(megabytes(median(costs[kind]).memory) for kind in ("cold", "again", "edited")),
            megabytes(server.memory))
    table.add("libcmark alone, the larger process", megabytes(median(found.alone).memory))
    return table


@dataclass(frozen=True)
class Growth:
    """All runs of a cold build of each size, smallest size first, taken by turns."""

    costs: dict[int, list[Cost]]

    def times(self, size: int, other: int) -> float:
        """The median of what a brief's processor time is among `size` to that among `other`."""
        return statistics.median(
            (cost.cpu / size) / (less.cpu / other) for cost, less in zip(self.costs[size], self.costs[other]))

    def table(self) -> Table:
        table = Table("briefs", ("wall", "processor", "processor a brief", "memory", "× a smaller's, at the most"))
        for size, runs in self.costs.items():
            cost = median(runs)
            grown = max((self.times(size, other) for other in self.costs if other < size), default=None)
            limits: tuple[Limit, ...] = (Limit("≤ 1.10 × a smaller's", grown <= 1.1),) if grown is not None else ()
            limits += (most_memory(cost.memory, 600),) if size == 10_000 else ()
            table.add(
                f"{size:,}", duration(cost.wall), duration(cost.cpu), duration_of_one(cost.cpu / size),
                megabytes(cost.memory), f"{grown:.2f}" if grown is not None else "", limits=limits)
        return table

    def extrapolated(self) -> tuple[float, float, float]:
        """Seconds of wall and processor time and megabytes of so many more, on the line through the two
        largest sizes."""
        (less, small), (more, large) = [(size, median(costs)) for size, costs in self.costs.items()][-2:]

        def line(low: float, high: float) -> float:
            return high + (high - low) / (more - less) * (EXTRAPOLATED - more)

        return line(small.wall, large.wall), line(small.cpu, large.cpu), line(small.memory, large.memory)


def duration_of_one(seconds: float) -> str:
    return f"{seconds * 1000:.3f} ms"


def growth(chancery: str, corpora: list[Corpus], folder: Path) -> Growth:
    tasks = [ChancerySite(chancery, corpus, folder / str(corpus.briefs)).cold() for corpus in corpora]
    return Growth(dict(zip([corpus.briefs for corpus in corpora], compare(tasks))))


def split(found: Growth, cores: str, chancery: str, corpus: Corpus, folder: Path) -> Table:
    """A large build in one process, and shared out over two."""
    table = Table("10,000 briefs", ("wall", "memory of each"))
    if (runs := found.costs.get(10_000)) is None:
        table.add(f"one process, {cores}", "not measured (--large)")
        return table
    one = median(runs)
    table.add(f"one process, {cores}", duration(one.wall), megabytes(one.memory))
    two = measure(ChancerySite(chancery, corpus, folder / "split").shared(), 1)
    table.add("two processes, half of the briefs by name each", duration(two.wall), megabytes(two.memory))
    return table


def parts(programs: Programs, folder: Path, is_trial: bool) -> Table:
    """Start-up, the bundled content, its maps and packs."""
    table = Table("part", ("wall", "processor", "memory"))
    start = measure(Task([[programs.chancery, "--version"]]), 20)
    table.add("start-up (--version)", *cost_cells(start), limits=(most_seconds(start.wall, 0.01),))
    output = folder / "bundled"
    build = [programs.chancery, "build", "--output", str(output), "--content"]
    # In a copy, as a build keeps things beside its content.
    content = folder / "bundled-content" / "Content"
    shutil.copytree(ROOT / "Content", content)
    cost = measure(Task([[*build, str(content)]], set_aside(output, content.parent / ".chancery")))
    table.add(
        "bundled content, cold", *cost_cells(cost),
        limits=(most_seconds(cost.wall, 0.15), most_memory(cost.memory, 60)))
    maps(table, programs.map_bench)
    packs(table, Packs(programs.chancery, ROOT / "Content", folder), is_trial)
    return table


def maps(table: Table, program: str) -> None:
    """Each map of the bundled content, and one of 500 places, drawn from data to SVG."""
    out = subprocess.run([program, str(ROOT / "Content")], capture_output=True, text=True, check=True).stdout
    for line in out.splitlines():
        name, milliseconds = line.split("\t")
        seconds = float(milliseconds) / 1000
        limit = 0.1 if "500 places" in name else 0.02
        table.add(f"{name}, drawn", duration(seconds), limits=(most_seconds(seconds, limit),))


def packs(table: Table, packs: Packs, is_trial: bool) -> None:
    """The most is Typst's own time on the same source in the same run, and 0.1 s or a tenth more."""
    for copies, runs in [(1, 1)] if is_trial else [(1, RUNS), (20, 3)]:
        race, unchanged = packs.race(copies, runs)
        most = race.alone.wall + 0.1 if copies == 1 else race.alone.wall * 1.1
        table.add(f"packs: {race.pages} pages", *cost_cells(race.ours), limits=(most_seconds(race.ours.wall, most),))
        table.add("Typst alone, the same source", *cost_cells(race.alone))
        table.add("the packs again, unchanged", *cost_cells(unchanged))

"""BENCHMARKS.md, from benchmarks.md and what was measured."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from string import Template

from latency import EDITS
from machine import Machine
from measure import RUNS
from questions import EXTRAPOLATED, Growth
from review import RUNS as REVIEW_RUNS
from tables import Table, duration, megabytes

TEMPLATE = Path(__file__).resolve().parent / "benchmarks.md"


@dataclass(frozen=True)
class Findings:
    machine: Machine
    briefs: int
    is_trial: bool
    tables: dict[str, Table]  # by their names in the template
    growth: Growth

    @property
    def missed(self) -> list[str]:
        return [
            f"{table.what}, {row.figure} ({', '.join(row.missed)})"
            for table in self.tables.values() for row in table.rows if row.missed]

    @property
    def verdict(self) -> str:
        if self.missed:
            return f"Budgets missed: {'; '.join(self.missed)}."
        return "Every budget is met."


def document(found: Findings) -> str:
    values: dict[str, str | int] = {
        **asdict(found.machine), **{name: table.markdown() for name, table in found.tables.items()}}
    values |= {
        "counted_cores": found.machine.counted_cores, "load": load(found.machine),
        "trial": trial(found), "verdict": found.verdict,
        "briefs": f"{found.briefs:,}", "runs": RUNS, "edit_count": EDITS, "review_runs": REVIEW_RUNS,
        "extrapolation": extrapolation(found.growth),
    }
    return Template(TEMPLATE.read_text(encoding="utf8")).substitute(values)


def trial(found: Findings) -> str:
    if not found.is_trial:
        return ""
    return f"**This is a trial with {found.briefs:,} briefs: its figures and verdicts judge nothing.**\n\n"


def load(machine: Machine) -> str:
    return f"{machine.load:.1f}" + (": the machine was busy, so times are high" if machine.is_busy else "")


def extrapolation(growth: Growth) -> str:
    wall, processor, memory = growth.extrapolated()
    least, most = [f"{size:,}" for size in growth.costs][-2:]
    return (
        f"On the line through {least} and {most} briefs, {EXTRAPOLATED:,} would take {duration(wall)}, "
        f"{duration(processor)} of processor time and {megabytes(memory)}. That is reckoned, not measured: it "
        "holds while the files fit into the page cache and no page lists all briefs at a cost that grows "
        "faster than they do.")

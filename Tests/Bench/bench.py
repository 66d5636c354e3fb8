"""Measures chancery against its budgets, beside Hugo and libcmark alone on the same work in the same run,
and writes BENCHMARKS.md.

    bench.py CHANCERY MAP_BENCH [--large] [--briefs N] [--document FILE]

Exit 1 where a budget is missed, 2 where a tool is missing or fails.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import questions
import review
from corpus import Corpus
from document import Findings, document
from machine import Machine, this_machine
from measure import Failed
from questions import Programs
from tables import Table

ROOT = Path(__file__).resolve().parents[2]
BRIEFS = 1000
NEEDED = {"git": "git", "cc": "g++", "pkg-config": "pkg-config", "swift": "Swift 6.3"}


def program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise Failed(f"there is no program “{name}”")
    return os.path.abspath(found)


def hugo() -> str:
    """The program itself: what the package puts on PATH starts Python first."""
    files = sorted((ROOT / ".venv/bench").glob("lib/python*/site-packages/hugo/binaries/hugo"))
    if not files:
        raise Failed("there is no Hugo in .venv/bench: “sh Tests/setup.sh bench” installs it")
    return str(files[-1])


def programs(options: argparse.Namespace) -> Programs:
    for name, package in NEEDED.items():
        if shutil.which(name) is None:
            raise Failed(f"there is no program “{name}”, which comes with {package}")
    return Programs(program(options.chancery), hugo(), program(options.map_bench))


def shown(table: Table) -> Table:
    print("", table.text(), sep="\n", flush=True)
    return table


def findings(options: argparse.Namespace, used: Programs, machine: Machine, folder: Path) -> Findings:
    """Asks every question in turn. What a question leaves in the folder stays there until all are answered."""
    tables: dict[str, Table] = {}
    is_trial = options.briefs != BRIEFS
    corpus = Corpus(folder, options.briefs)

    def room(name: str) -> Path:
        made = folder / "room" / name
        made.mkdir(parents=True)
        return made

    builds = questions.builds(used, corpus, room("builds"))
    tables["cold"] = shown(questions.cold(builds))
    tables["warm"] = shown(questions.warm(builds))
    servers = questions.served(used, corpus, room("servers"))
    tables["edits"] = shown(questions.edits(*servers))
    tables["memory_table"] = shown(questions.memory(builds, servers))
    sizes = [options.briefs // 10, options.briefs] + [options.briefs * 10] * options.large
    corpora = [Corpus(folder, size) for size in sizes]
    growth = questions.growth(used.chancery, corpora, room("growth"))
    tables["growth"] = shown(growth.table())
    tables["split"] = shown(
        questions.split(growth, machine.counted_cores, used.chancery, corpora[-1], room("split")))
    tables["parts"] = shown(questions.parts(used, room("parts"), is_trial))
    tables["review_speed"] = shown(review.speed(used.chancery, options.briefs))
    tables["review_words"] = shown(review.marked(used.chancery))
    return Findings(machine, options.briefs, is_trial, tables, growth)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("chancery")
    parser.add_argument("map_bench")
    parser.add_argument(
        "--large", action="store_true", help="also ten times as many briefs, which takes minutes and 10 GB of disk")
    parser.add_argument(
        "--briefs", type=int, default=BRIEFS, help=f"how many; other than {BRIEFS:,}, at least 20, is a trial")
    parser.add_argument(
        "--document", type=Path, help="what is written in place of BENCHMARKS.md, or a trial's .build/BENCHMARKS.md")
    options = parser.parse_args()
    if options.briefs < 20:
        parser.error("--briefs takes 20 or more")
    if options.document is None:
        options.document = ROOT / ("BENCHMARKS.md" if options.briefs == BRIEFS else ".build/BENCHMARKS.md")
    return options


def main() -> int:
    options = arguments()
    try:
        used = programs(options)
        machine = this_machine(used.chancery, used.hugo)
        print(machine)
        with tempfile.TemporaryDirectory(prefix="chancery-bench-") as folder:
            found = findings(options, used, machine, Path(folder))
    except (Failed, OSError, subprocess.CalledProcessError) as error:
        print(f"bench: {error}", file=sys.stderr)
        return 2
    options.document.parent.mkdir(parents=True, exist_ok=True)
    options.document.write_text(document(found), encoding="utf8")
    print("", f"{options.document} is written", found.verdict, sep="\n")
    return 1 if found.missed else 0


if __name__ == "__main__":
    sys.exit(main())

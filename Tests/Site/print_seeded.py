"""Shows that print.py catches a seeded fault of each kind.

    print_seeded.py SITE WIDE

SITE is a site with notes beside its text, WIDE one with tables of many columns (Tests/Portals/wide).
Every seed breaks one thing in a copy and prints the page concerned; print.py must say what is wrong.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

from page import Page
from portal import Portal
from seeds import Copy, first

AT_ONCE = 2


@dataclass
class Seed:
    breaks: str
    says: str
    plant: Callable[[Copy], str]
    wide: bool = False


def of(copy: Copy, kind: str, holds: str) -> Page:
    return first(
        copy.portal.shown, lambda p: p.kind == kind and holds in p.file.read_text(encoding="utf-8"), f"with {holds}")


def without_rules(copy: Copy) -> str:
    """The rules for paper, taken out of the style sheet."""
    [sheet] = copy.portal.root.glob("assets/site.*.css")
    copy.edit(Page(sheet.relative_to(copy.portal.root).as_posix(), sheet), r"@media print", "@media speech", 99)
    return of(copy, "data", "table wide").path


def foot(copy: Copy, styled: str) -> str:
    """Headings that stand where a sheet ends."""
    copy.style(f"@media print{{.seed h2{{{styled}}}.seed p{{break-before:page}}}}")
    return copy.insert('<div class="seed"><h2>A seeded heading</h2><p>Words below it.</p></div>')


PRINT = "@media print{%s}"
SEEDS = [
    Seed("tables of 25 columns without the rules for paper", "runs off the paper", without_rules, wide=True),
    Seed("a wide table that does not wrap", "across", lambda c: c.style(
        PRINT % ".wide :is(th,td){white-space:nowrap!important}", of(c, "data", "table wide")), wide=True),
    Seed("type too small to read", "is printed in type of", lambda c: c.style(
        PRINT % "html main td{font-size:2.5pt!important;line-height:3pt!important}",
        of(c, "data", "table wide")), wide=True),
    Seed("a picture longer than a sheet", "taller than a sheet", lambda c: c.style(
        PRINT % "main img{max-height:none!important}", of(c, "section", "tall.png")), wide=True),
    Seed("a picture past the paper", "img.* reaches past the paper", lambda c: c.style(
        PRINT % "main img{max-width:none!important}", of(c, "section", "wide.png")), wide=True),
    Seed("navigation that is printed", "navigation is printed", lambda c: c.style(
        PRINT % "nav:not(.trail):not(#seed){display:block!important}")),
    Seed("words that are not printed", "not all words are on paper", lambda c: c.style(
        PRINT % "main p:nth-of-type(2){display:none!important}")),
    Seed("one word that is not printed", "not all words are on paper.*“zyzzyva”", lambda c: [
        c.style(PRINT % ".seed{display:none}"), c.insert('<p>A <span class="seed">zyzzyva</span>.</p>')][-1]),
    Seed("notes that are not printed", "not all words are on paper", lambda c: c.style(
        PRINT % "[role=doc-footnote]{display:none!important}")),
    Seed("text at the edge of the paper", "runs off the paper", lambda c: c.style(
        PRINT % "@page{margin:2mm}")),
    Seed("text outside the paper", "not all words are on paper", lambda c: [
        c.style(PRINT % ".seed{position:relative;inset-inline-start:-40mm}"),
        c.insert('<p class="seed">Zyzzyva</p>')][-1]),
    Seed("a heading at the foot of a sheet", "the heading “A seeded heading” stands last", lambda c: foot(c, "")),
    Seed("dark paper", "the paper is dark", lambda c: c.style(
        PRINT % "body{background:#15171b!important}")),
    Seed("an empty sheet", r"sheet \d+ is empty", lambda c: [
        c.style(PRINT % ".seed{break-before:page;break-after:page;block-size:1mm}"),
        c.insert('<div class="seed"></div><p>After it.</p>')][-1]),
]


def try_seed(seed: Seed, site: Path) -> str | None:
    """Why the seed was not caught; nothing if it was."""
    with tempfile.TemporaryDirectory(prefix="seed-") as folder:
        copy = Path(folder) / "site"
        shutil.copytree(site, copy)
        try:
            page = seed.plant(Copy(Portal(copy)))
        except LookupError as error:
            return f"cannot be planted: {error}"
        gate = subprocess.run(
            [sys.executable, Path(__file__).with_name("print.py"), copy, "--pages", page, "--paper", "a4"],
            capture_output=True, text=True, check=False)
    if gate.returncode == 0:
        return "passed"
    if gate.returncode != 1:
        return f"did not run: {gate.stderr.strip()}"
    if not re.search(seed.says, gate.stdout):
        return f"failed, but did not say “{seed.says}”:\n{gate.stdout.rstrip()}"
    return None


def main() -> int:
    parser = argparse.ArgumentParser(description="Shows that print.py catches seeded faults.")
    parser.add_argument("site", type=Path, help="a site with notes beside its text")
    parser.add_argument("wide", type=Path, help="a site with tables of many columns")
    options = parser.parse_args()
    sites = {True: options.wide.resolve(), False: options.site.resolve()}
    with ThreadPoolExecutor(AT_ONCE) as pool:
        outcomes = list(pool.map(lambda seed: try_seed(seed, sites[seed.wide]), SEEDS))
    failed = 0
    for seed, outcome in zip(SEEDS, outcomes):
        if outcome:
            failed += 1
            print(f"print: {seed.breaks}: {outcome}")
    print(f"print seeded: {len(SEEDS) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

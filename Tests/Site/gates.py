"""The gates on the generated site: what every page is judged by.

    gates.py PUBLIC [--only GATE]… [--pages GLOB]…

Each gate prints one line, or its faults. The exit code is 0 when all pass, 1 with any fault, 2 when
a tool is missing or there is no site.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import time
from pathlib import Path

from browser import Missing
from portal import Portal, Report

# Those that only read files come first: they are quick, and what they find explains much of the rest.
GATES = [
    "links", "head", "reference", "weight", "feeds", "maps", "charts", "markup",
    "console", "width", "notes", "margins", "paper", "access",
]
SHOWN = 20


def judge(name: str, portal: Portal) -> bool:
    start = time.monotonic()
    report: Report = importlib.import_module(f"gate.{name}").run(portal)
    faults = list(dict.fromkeys(report.faults))
    verdict = "ok" if not faults else f"{len(faults):,} fault{'s'[:len(faults) != 1]}"
    seconds = time.monotonic() - start
    print(f"{name}: {', '.join([*report.counts, verdict])} ({seconds:.1f} s)")
    for fault in faults[:SHOWN]:
        print(f"  {fault}")
    if len(faults) > SHOWN:
        print(f"  … and {len(faults) - SHOWN:,} more")
    sys.stdout.flush()
    return not faults


def main() -> int:
    parser = argparse.ArgumentParser(description="The gates on the generated site.")
    parser.add_argument("public", type=Path, help="the folder of the site")
    parser.add_argument("--only", action="append", choices=GATES, help="this gate (may be repeated)")
    parser.add_argument("--pages", action="append", help="pages whose path matches (may be repeated)")
    options = parser.parse_args()

    if not (options.public / "index.html").is_file():
        print(f"gates: {options.public} holds no index.html: build the site first", file=sys.stderr)
        return 2
    portal = Portal(options.public.resolve(), options.pages)
    if not portal.pages:
        print(f"gates: no page matches {', '.join(options.pages)}", file=sys.stderr)
        return 2
    try:
        passed = [judge(name, portal) for name in options.only or GATES]
    except Missing as missing:
        print(f"gates: {missing}", file=sys.stderr)
        return 2
    return 0 if all(passed) else 1


if __name__ == "__main__":
    sys.exit(main())

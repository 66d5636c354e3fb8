"""Shows that each gate catches a seeded fault.

    seeded.py PUBLIC [--only GATE]…

Every seed breaks one thing in a copy of the site and runs its gate on the page concerned; the gate
must fail and say what is wrong.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from gates import GATES
from portal import Portal
from seeds import SEEDS, Copy, Seed

AT_ONCE = 2


def try_seed(seed: Seed, public: Path) -> str | None:
    """Why the seed was not caught; nothing if it was."""
    with tempfile.TemporaryDirectory(prefix="seed-") as folder:
        site = Path(folder) / "site"
        shutil.copytree(public, site)
        try:
            page = seed.plant(Copy(Portal(site)))
        except LookupError as error:
            return f"cannot be planted: {error}"
        gate = subprocess.run(
            [sys.executable, Path(__file__).with_name("gates.py"), site, "--only", seed.gate, "--pages", page],
            capture_output=True, text=True, check=False,
        )
    if gate.returncode == 0:
        return "passed"
    if gate.returncode != 1:
        return f"did not run: {gate.stderr.strip()}"
    if not re.search(seed.says, gate.stdout):
        return f"failed, but did not say “{seed.says}”:\n{gate.stdout.rstrip()}"
    return None


def main() -> int:
    parser = argparse.ArgumentParser(description="Shows that each gate catches a seeded fault.")
    parser.add_argument("public", type=Path, help="the folder of the site")
    parser.add_argument("--only", action="append", choices=GATES, help="the seeds of this gate")
    options = parser.parse_args()

    chosen = [seed for seed in SEEDS if not options.only or seed.gate in options.only]
    unseeded = set(options.only or GATES) - {seed.gate for seed in chosen}
    with ThreadPoolExecutor(AT_ONCE) as pool:
        outcomes = list(pool.map(lambda seed: try_seed(seed, options.public.resolve()), chosen))
    failed = 0
    for seed, outcome in zip(chosen, outcomes):
        if outcome:
            failed += 1
            print(f"{seed.gate}: {seed.breaks}: {outcome}")
    for gate in sorted(unseeded):
        failed += 1
        print(f"{gate}: no seed")
    print(f"seeded: {len(chosen) + len(unseeded) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

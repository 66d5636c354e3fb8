"""Runs the commands of a README and compares what they print.

    readme.py README CHANCERY

Each line after `$ ` in a ```console block is run, all blocks in one shell's folder, in order; what it
prints, on both streams, must be what the README shows up to the next command. `[exit N]` stands for
an exit code that is not 0.
"""

from __future__ import annotations

import difflib
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path


def steps(readme: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for block in re.findall(r"^```console\n(.*?)^```$", readme, re.MULTILINE | re.DOTALL):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            found.append((command, output))
    return found


def main() -> int:
    readme, chancery = Path(sys.argv[1]), Path(sys.argv[2]).resolve()
    commands = steps(readme.read_text(encoding="utf8"))
    if not commands:
        print(f"readme: {readme} shows no command", file=sys.stderr)
        return 1
    if not chancery.is_file():
        print(f"readme: there is no {chancery}: build it first", file=sys.stderr)
        return 2
    faults = 0
    with tempfile.TemporaryDirectory() as root:
        (Path(root) / "bin").mkdir()
        (Path(root) / "bin" / "chancery").symlink_to(chancery)
        environment = os.environ | {"PATH": f"{root}/bin:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
        folder = Path(root)
        for command, expected in commands:
            if command.startswith("cd "):
                folder /= command[3:].strip()
                continue
            run = subprocess.run(
                ["sh", "-c", command], cwd=folder, env=environment, text=True, check=False,
                stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            printed = run.stdout + (f"[exit {run.returncode}]\n" if run.returncode else "")
            if printed != expected:
                faults += 1
                print(f"readme: $ {command}")
                difference = difflib.unified_diff(
                    expected.splitlines(), printed.splitlines(), "README", "printed", lineterm="")
                print("\n".join(difference))
    print(f"readme: {len(commands)} commands, {faults} not as shown")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

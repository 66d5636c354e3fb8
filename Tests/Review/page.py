"""Writes a review of the bundled brief with one edit of each kind as a page, for the gates.

    page.py CHANCERY OUTPUT
"""

import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import edits

ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    chancery, output = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
    output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder) / "Content"
        shutil.copytree(ROOT / "Content", content)
        brief = next((content / "briefs").iterdir())
        used: set[str] = set()
        for name in edits.MIXED:
            edits.EDITS[name](brief, random.Random(3), used)
        done = subprocess.run(
            [chancery, "review", "--files", ROOT / "Content", content, "--format", "html",
             "--output", output / "index.html"], check=False)
    return 0 if done.returncode == 1 else 1


if __name__ == "__main__":
    sys.exit(main())

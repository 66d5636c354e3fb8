"""Measures `chancery review`: how long reviews take, and how many words it and `git diff --word-diff` mark
for edits with known answers. Usage: review.py CHANCERY"""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tables import Table, duration, most_seconds

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests" / "Review"))
import edits  # noqa: E402

RUNS = 5
environment = {**os.environ, "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}
for who in ("AUTHOR", "COMMITTER"):
    environment |= {f"GIT_{who}_NAME": "A", f"GIT_{who}_EMAIL": "a@example.org"}


def git(folder: Path, *arguments: str) -> str:
    return subprocess.run(
        ["git", "-C", str(folder), *arguments], check=True, capture_output=True, env=environment).stdout.decode()


def bundled(content: Path) -> None:
    shutil.copytree(ROOT / "Content", content)


def repository(folder: Path, fill: Callable[[Path], None]) -> None:
    fill(folder / "Content")
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "One")


def only_brief(folder: Path) -> Path:
    return next((folder / "briefs").iterdir())


def marked_by_git(folder: Path) -> int:
    git(folder, "add", "-A", "-N")
    text = git(folder, "diff", "-M", "--word-diff=porcelain", "HEAD")
    lines = [line for line in text.split("\n") if re.match(r"[+-](?![+-]{2} )", line)]
    return sum(len(re.findall(r"\w+", line)) for line in lines)


def run(chancery: str, folder: Path, *arguments: str) -> str:
    """What a review prints. Where it could not run, the error says so."""
    command = [chancery, "review", *arguments]
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    if result.returncode not in (0, 1):
        raise subprocess.CalledProcessError(result.returncode, command, stderr=result.stderr)
    return result.stdout


def summary(chancery: str, folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run(chancery, folder, "HEAD", "--format", "json"))["summary"]
    return found


def seconds(chancery: str, folder: Path, *arguments: str) -> float:
    """The shortest of some runs."""
    best = float("inf")
    for _ in range(RUNS):
        start = time.perf_counter()
        run(chancery, folder, *arguments)
        best = min(best, time.perf_counter() - start)
    return best


def marked(chancery: str) -> Table:
    """What is marked for one edit, and for ten at once."""
    table = Table("edit", ("words, git", "words, review", "changes"))
    cases = [(name, [name]) for name in edits.EDITS]
    cases += [(f"ten at once, {seed}", random.Random(seed).sample(edits.MIXED, 10)) for seed in range(3)]
    for title, names in cases:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            repository(folder, bundled)
            used: set[Any] = set()
            generator = random.Random(1)
            for edit in names:
                edits.EDITS[edit](only_brief(folder / "Content"), generator, used)
            found = summary(chancery, folder)
            words = found["words"]["inserted"] + found["words"]["deleted"]
            table.add(title, str(marked_by_git(folder)), str(words), str(found["changes"]))
    return table


def prose() -> str:
    """The bundled brief's text without front matter, links that need it, pictures and anchors."""
    text = "\n\n".join(
        re.sub(r"(?s)^---\n.*?\n---\n", "", path.read_text())
        for path in edits.sections(only_brief(ROOT / "Content")))
    text = re.sub(r"\[([^\]^]*)\]\([a-z]+:[^)]*\)", r"\1", re.sub(r"!\[[^\]]*\]\([^)]*\)", "", text))
    return re.sub(r"(?m)^# ", "## ", re.sub(r" \{#[^}]*\}", "", text))


def one_word(chancery: str, folder: Path) -> float:
    repository(folder, bundled)
    edits.one_word(only_brief(folder / "Content"), random.Random(1), set())
    return seconds(chancery, folder, "HEAD")


def ten_of_many(chancery: str, folder: Path, briefs: int) -> float:
    text = prose()

    def fill(content: Path) -> None:
        (content / "briefs").mkdir(parents=True)
        for index in range(briefs):
            (content / "briefs" / f"brief-{index:04}.md").write_text(f"# Brief {index}\n\n{text}")

    repository(folder, fill)
    for index in range(0, briefs, briefs // 10):
        path = folder / "Content" / "briefs" / f"brief-{index:04}.md"
        path.write_text(path.read_text().replace(" prison ", " gaol ", 3))
    return seconds(chancery, folder, "HEAD")


def rewritten(chancery: str, folder: Path) -> float:
    generator, words = random.Random(1), re.findall(r"[a-z]+", prose())
    for side in ("a.md", "b.md"):
        paragraphs = [" ".join(generator.choice(words) for _ in range(100)) + "." for _ in range(500)]
        (folder / side).write_text("# T\n\n" + "\n\n".join(paragraphs) + "\n")
    return seconds(chancery, folder, "--files", "a.md", "b.md")


def speed(chancery: str, briefs: int = 1000) -> Table:
    table = Table("review", ("wall",))

    def add(figure: str, limit: float, take: Callable[[Path], float]) -> None:
        with tempfile.TemporaryDirectory() as name:
            taken = take(Path(name))
        table.add(figure, duration(taken), limits=(most_seconds(taken, limit),))

    add("the bundled brief against a revision", 0.1, lambda folder: one_word(chancery, folder))
    add(f"{briefs:,} briefs, 10 changed", 1, lambda folder: ten_of_many(chancery, folder, briefs))
    add("50,000 words rewritten throughout", 2, lambda folder: rewritten(chancery, folder))
    return table


if __name__ == "__main__":
    program = str(Path(sys.argv[1]).resolve())
    print(speed(program).text(), marked(program).text(), sep="\n\n")

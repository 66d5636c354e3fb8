"""Prints the words that `git diff --word-diff` and `chancery review` mark for edits with known answers, and
how long reviews take. Usage: review.py CHANCERY"""

import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests" / "Review"))
import edits  # noqa: E402

chancery = str(Path(sys.argv[1]).resolve())
environment = {**os.environ, "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}
for who in ("AUTHOR", "COMMITTER"):
    environment |= {f"GIT_{who}_NAME": "A", f"GIT_{who}_EMAIL": "a@example.org"}


def git(folder, *arguments):
    return subprocess.run(
        ["git", "-C", str(folder), *arguments], check=True, capture_output=True, env=environment).stdout.decode()


def repository(folder, fill):
    fill(folder / "Content")
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "One")


def marked_by_git(folder):
    git(folder, "add", "-A", "-N")
    text = git(folder, "diff", "-M", "--word-diff=porcelain", "HEAD")
    lines = [line for line in text.split("\n") if re.match(r"[+-](?![+-]{2} )", line)]
    return sum(len(re.findall(r"\w+", line)) for line in lines)


def review(folder):
    result = subprocess.run(
        [chancery, "review", "HEAD", "--format", "json"], cwd=folder, capture_output=True, text=True)
    assert result.returncode in (0, 1), result.stderr
    return json.loads(result.stdout)


def seconds(folder, *arguments):
    best = 9e9
    for _ in range(5):
        start = time.perf_counter()
        code = subprocess.run([chancery, "review", *arguments], cwd=folder, capture_output=True).returncode
        best = min(best, time.perf_counter() - start)
        assert code in (0, 1)
    return best


def table():
    print(f"{'edit':28}{'git words':>10}{'review words':>14}{'changes':>9}")
    cases = [(name, [name]) for name in edits.EDITS]
    cases += [(f"ten at once, {seed}", random.Random(seed).sample(edits.MIXED, 10)) for seed in range(3)]
    for title, names in cases:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            repository(folder, lambda content: shutil.copytree(ROOT / "Content", content))
            brief, used, generator = next((folder / "Content" / "briefs").iterdir()), set(), random.Random(1)
            for edit in names:
                edits.EDITS[edit](brief, generator, used)
            found = review(folder)["summary"]
            words = found["words"]["inserted"] + found["words"]["deleted"]
            print(f"{title:28}{marked_by_git(folder):>10}{words:>14}{found['changes']:>9}", flush=True)


def speed():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        repository(folder, lambda content: shutil.copytree(ROOT / "Content", content))
        brief = next((folder / "Content" / "briefs").iterdir())
        edits.one_word(brief, random.Random(1), set())
        print(f"bundled brief against a revision: {seconds(folder, 'HEAD') * 1000:.0f} ms (budget 100)")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = next((ROOT / "Content" / "briefs").iterdir())
        text = "\n\n".join(
            re.sub(r"(?s)^---\n.*?\n---\n", "", path.read_text()) for path in edits.sections(source))
        text = re.sub(r"\[([^\]^]*)\]\([a-z]+:[^)]*\)", r"\1", re.sub(r"!\[[^\]]*\]\([^)]*\)", "", text))
        text = re.sub(r"(?m)^# ", "## ", re.sub(r" \{#[^}]*\}", "", text))

        def fill(content):
            (content / "briefs").mkdir(parents=True)
            for index in range(1000):
                (content / "briefs" / f"brief-{index:04}.md").write_text(f"# Brief {index}\n\n{text}")

        repository(folder, fill)
        for index in range(0, 1000, 100):
            path = folder / "Content" / "briefs" / f"brief-{index:04}.md"
            path.write_text(path.read_text().replace(" prison ", " gaol ", 3))
        print(f"1,000 briefs, 10 changed: {seconds(folder, 'HEAD') * 1000:.0f} ms (budget 1,000)")
    with tempfile.TemporaryDirectory() as name:
        folder, generator = Path(name), random.Random(1)
        words = re.findall(r"[a-z]+", text)
        for side in ("a.md", "b.md"):
            paragraphs = [" ".join(generator.choice(words) for _ in range(100)) + "." for _ in range(500)]
            (folder / side).write_text("# T\n\n" + "\n\n".join(paragraphs) + "\n")
        time_taken = seconds(folder, "--files", "a.md", "b.md")
        print(f"50,000 words rewritten throughout: {time_taken * 1000:.0f} ms (budget 2,000)")


speed()
table()

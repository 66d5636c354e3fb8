"""A folder for one test: content is written into it, built, changed, and built again."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CHANCERY = str(Path(os.environ.get("CHANCERY", ROOT / ".build/release/chancery")).resolve())
MANIFEST = ".chancery-files"

# A portal with a brief in a folder and one in a file.
PORTAL = {
    "portal.yaml": "title: Portal\nbaseURL: https://portal.example/\n",
    "briefs/first/brief.yaml": "title: First\ndate: 2024-01-02\nauthors: [Ada]\ntopics: [Water]\n",
    "briefs/first/01-ground.md": "# Ground\n\nDry ground.[^one]\n\n[^one]: A source.\n",
    "briefs/first/02-river.md": "# River\n\nA wide river.\n",
    "briefs/first/data/wells.csv": "place,count\nDhiban,3\n",
    "briefs/second.md": "---\ntitle: Second\ndate: 2024-03-04\n---\n\nA lone sparrow.\n",
}


class ProgramCase(unittest.TestCase):
    maxDiff = None

    def setUp(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="chancery-test-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.content = self.folder / "Content"
        self.site = self.folder / "Public"

    def write(self, files: dict[str, str | bytes], under: Path | None = None) -> None:
        for name, text in files.items():
            path = (under or self.content) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())

    def run_program(self, *arguments: str, **options) -> subprocess.CompletedProcess[str]:
        environment = os.environ | options.pop("env", {})
        return subprocess.run(
            [CHANCERY, *arguments], cwd=options.pop("cwd", self.folder), env=environment, text=True,
            capture_output=True, timeout=60, check=False, **options,
        )

    def build(self, *arguments: str, exit: int = 0, **options) -> subprocess.CompletedProcess[str]:
        """Builds the content, and holds the exit code against the expected one."""
        done = self.run_program("build", *arguments, **options)
        self.assertEqual(done.returncode, exit, done.stdout + done.stderr)
        return done

    def page(self, path: str) -> str:
        return (self.site / path).read_text(encoding="utf8")


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file's bytes, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*")) if path.is_file()
    }


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """Every file's time of change and inode."""
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_mtime_ns, path.stat().st_ino)
        for path in sorted(folder.rglob("*")) if path.is_file()
    }


def drafts(folder: Path) -> list[str]:
    """What builds leave while they write."""
    return [path.name for path in folder.glob(".chancery-pending*")]

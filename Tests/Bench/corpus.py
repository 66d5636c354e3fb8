"""The corpus: folders of briefs, and one word of a brief that is another each time."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from measure import Failed

HERE = Path(__file__).resolve().parent


class Corpus:
    """So many briefs, copied for each site that is made of them, as some sites change theirs."""

    def __init__(self, folder: Path, briefs: int) -> None:
        self.folder = folder / f"corpus-{briefs}"
        self.briefs = briefs
        if not self.folder.exists():
            subprocess.run(
                [sys.executable, str(HERE / "make_corpus.py"), "--briefs", str(briefs), "--out", str(self.folder)],
                check=True)

    def copy(self, folder: Path) -> Path:
        shutil.copytree(self.folder, folder)
        return folder

    def name(self, number: int) -> str:
        return f"brief-{number:06}"

    def demand_pages(self, output: Path) -> None:
        """Sees that each brief has its page."""
        pages = sum(1 for _ in output.glob("brief-*.html"))
        if pages != self.briefs:
            raise Failed(f"{output} has {pages} pages of {self.briefs} briefs")


class Word:
    """A word in the first paragraph of a brief's fourth section; `write` saves the file with the next one."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.lines = file.read_text(encoding="utf8").split("\n")
        headings = [index for index, line in enumerate(self.lines) if line.startswith("## ")]
        self.line = headings[3] + 2
        self.number = 0
        self.prepare()

    def prepare(self) -> None:
        """Thinks of the next word, so that `write` does nothing but write."""
        self.number += 1
        self.now = f"edited{self.number:04}of{self.file.stem[-6:]}"
        words = self.lines[self.line].split(" ")
        words[1] = self.now
        self.lines[self.line] = " ".join(words)
        self.bytes = "\n".join(self.lines).encode("utf8")

    def write(self) -> None:
        with open(self.file, "wb", buffering=0) as file:
            file.write(self.bytes)

    def demand(self, page: Path) -> None:
        """Sees that a page has the word."""
        if self.now.encode() not in page.read_bytes():
            raise Failed(f"{page} lacks the word “{self.now}”, which was just written")

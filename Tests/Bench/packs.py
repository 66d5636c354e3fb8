"""Briefing packs, beside Typst alone on the very source that Chancery writes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from measure import Cost, Task, compare, set_aside, median

HERE = Path(__file__).resolve().parent
# Those that Chancery gives Typst first: reading all of a system's takes longer.
TYPEFACES = [
    "NotoSans-Regular", "NotoSans-Bold", "NotoSans-Italic", "NotoSans-BoldItalic", "NotoSansArabic-Regular",
    "NotoSansArabic-Bold", "NotoNaskhArabic-Regular", "NotoNaskhArabic-Bold", "NotoSansSymbols-Regular",
    "NotoSansSymbols2-Regular", "NotoSansMath-Regular",
]


@dataclass
class Race:
    ours: Cost
    alone: Cost
    pages: int


class Packs:
    """Portals whose briefs become one PDF each, and their source."""

    def __init__(self, chancery: str, content: Path, folder: Path) -> None:
        self.chancery = chancery
        self.content = content
        self.folder = folder
        # Where Chancery looks for Typst's Python module.
        os.environ["VIRTUAL_ENV"] = str(Path(sys.executable).parents[1])
        self.typefaces = folder / "typefaces"
        self.typefaces.mkdir()
        for file in Path("/usr/share/fonts/truetype/noto").glob("*.ttf"):
            if file.stem in TYPEFACES:
                (self.typefaces / file.name).symlink_to(file)

    def portal(self, copies: int) -> Path:
        """The bundled content with its brief so many times."""
        folder = self.folder / f"portal-{copies}"
        shutil.copytree(self.content, folder)
        with open(folder / "portal.yaml", "a", encoding="utf8") as file:
            file.write("\npacks:\n  documents: [brief]\n")
        brief = next((folder / "briefs").iterdir())
        for number in range(1, copies):
            copy = shutil.copytree(brief, brief.with_name(f"{brief.name}-{number}"))
            front = (copy / "brief.yaml").read_text(encoding="utf8")
            (copy / "brief.yaml").write_text(re.sub("(?m)^id: .*", f"id: copy-{number}", front), encoding="utf8")
        return folder

    def race(self, copies: int, runs: int) -> tuple[Race, Cost]:
        """One build of all, Typst alone on the same, in as many processes; and a build with nothing to do."""
        content, output = self.portal(copies), self.folder / f"packs-{copies}"
        source = self.folder / f"source-{copies}"
        pack = [self.chancery, "pack", "--content", str(content), "--output", str(output)]
        subprocess.run(
            [self.chancery, "pack", "--quiet", "--content", str(content), "--format", "typst",
             "--output", str(source)],
            check=True)
        folders = sorted(str(path.parent) for path in source.rglob("main.typ"))
        processes = min(2, len(folders))
        alone = Task([
            [sys.executable, str(HERE / "typst_alone.py"), str(self.typefaces), *folders[part::processes]]
            for part in range(processes)
        ])
        cold, typst = compare([Task([pack], set_aside(output)), alone], runs)
        subprocess.run(pack, check=True, capture_output=True)
        unchanged = compare([Task([pack])], runs)[0]
        pages = sum(
            int(line.split("\t")[3])
            for line in (output / ".chancery-packs").read_text(encoding="utf8").splitlines())
        return Race(median(cold), median(typst), pages), median(unchanged)

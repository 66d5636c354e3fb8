"""The same corpus as a site of Chancery and of Hugo, and through libcmark alone."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from corpus import Corpus, Word
from measure import Task, set_aside

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PORTAL = "title: Briefs\nbaseURL: https://bench.example/\n"


class Site:
    """A folder of its own with the corpus and what is made of it."""

    def __init__(self, program: str, corpus: Corpus, folder: Path) -> None:
        self.program = program
        self.corpus = corpus
        self.folder = folder
        self.output = folder / "output"
        self.briefs = self.laid()

    def laid(self) -> Path:
        """Lays the site out; the folder of its briefs."""
        raise NotImplementedError

    @property
    def build(self) -> list[str]:
        raise NotImplementedError

    @property
    def kept(self) -> list[Path]:
        """What a build leaves that the next could make use of."""
        raise NotImplementedError

    def serve(self, port: int) -> list[str]:
        raise NotImplementedError

    def demand_pages(self) -> None:
        self.corpus.demand_pages(self.output / "briefs")

    def cold(self) -> Task:
        """A build where nothing was built."""
        return Task([self.build], set_aside(*self.kept), self.demand_pages)

    def again(self) -> Task:
        """A build where nothing changed; `compare` makes the first, which does not count."""
        return Task([self.build], check=self.demand_pages)

    def edited(self) -> Task:
        """A build where one word of one brief changed since the last."""
        name = self.corpus.name(self.corpus.briefs // 2)
        word, page = Word(self.briefs / f"{name}.md"), self.output / "briefs" / f"{name}.html"

        def change() -> None:
            word.prepare()
            word.write()

        return Task([self.build], change, lambda: word.demand(page))


class ChancerySite(Site):
    def laid(self) -> Path:
        briefs = self.corpus.copy(self.folder / "Content/briefs")
        (self.folder / "Content/portal.yaml").write_text(PORTAL, encoding="utf8")
        return briefs

    @property
    def build(self) -> list[str]:
        return [self.program, "build", "--content", str(self.folder / "Content"), "--output", str(self.output)]

    def shared(self) -> Task:
        """Half of the briefs each, by name, in two processes: their pages, and nothing else of the site."""
        names = [self.corpus.name(number) for number in range(self.corpus.briefs)]
        half = len(names) // 2
        return Task(
            [[*self.build, "--jobs", "1", *part] for part in (names[:half], names[half:])], set_aside(*self.kept),
            self.demand_pages)

    @property
    def kept(self) -> list[Path]:
        return [self.output, self.folder / ".chancery"]

    def serve(self, port: int) -> list[str]:
        return [self.program, "serve", "--content", str(self.folder / "Content"), "--port", str(port)]


class HugoSite(Site):
    """With the theme in Hugo/, and Chancery's stylesheet."""

    def laid(self) -> Path:
        shutil.copytree(HERE / "Hugo", self.folder)
        (self.folder / "static/assets").mkdir(parents=True)
        shutil.copy(ROOT / "Templates/assets/site.css", self.folder / "static/assets")
        return self.corpus.copy(self.folder / "content/briefs")

    @property
    def common(self) -> list[str]:
        return ["--source", str(self.folder), "--cacheDir", str(self.folder / "cache")]

    @property
    def build(self) -> list[str]:
        return [self.program, *self.common, "--destination", str(self.output)]

    @property
    def kept(self) -> list[Path]:
        return [self.output, self.folder / "resources", self.folder / "cache"]

    def serve(self, port: int) -> list[str]:
        """From memory, which its manual calls the faster way; all else as Hugo has it where nothing is said:
        live reload, and fast rendering, which renders only pages that changed or were asked for lately."""
        return [self.program, "server", *self.common, "--renderToMemory", "--port", str(port)]


class HugoTermsSite(HugoSite):
    """With a page and a feed for each author and topic too, as Hugo has it where nothing is said: what
    answers to Chancery's lists and feeds."""

    @property
    def common(self) -> list[str]:
        return [*super().common, "--config", "hugo.toml,terms.toml"]


class Alone:
    """libcmark parses, renders and writes every file, in two processes side by side."""

    def __init__(self, corpus: Corpus, folder: Path) -> None:
        self.corpus = corpus
        self.folder = folder
        self.folder.mkdir()
        self.program = folder / "bound"
        flags = subprocess.run(
            ["pkg-config", "--cflags", "--libs", "libcmark"], capture_output=True, text=True, check=True)
        subprocess.run(
            ["cc", "-O2", "-o", str(self.program), str(HERE / "bound.c"), *flags.stdout.split()], check=True)

    def cold(self) -> Task:
        output = self.folder / "output"

        def prepare() -> None:
            set_aside(output)()
            output.mkdir()

        commands = [
            [str(self.program), str(self.corpus.folder), str(output), str(part), "2"] for part in range(2)]
        return Task(commands, prepare, lambda: self.corpus.demand_pages(output))

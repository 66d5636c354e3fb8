"""After any change, a build beside its cache gives what a build without one gives: bytes, findings, exit code.

Each run is a portal and some random steps; where one fails, its seed and its steps are printed. To run others:
CACHE_SEED=100 CACHE_RUNS=50 python -m unittest cache_test.RandomStepsTest
"""

from __future__ import annotations

import os
import random
import re
import shutil
import struct
import subprocess
import time
import unittest
import zlib
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from fixture import CHANCERY, MANIFEST, PORTAL, ProgramCase
from serving import Served, ServeCase, until

SEED = int(os.environ.get("CACHE_SEED", "1"))
RUNS = int(os.environ.get("CACHE_RUNS", "6"))
SERVED = int(os.environ.get("CACHE_SERVED", "8"))
CACHE = ".chancery"
# More than a tick of the clock by which files are stamped, after which a stamp is trusted.
SETTLING = 0.03

WORDS = ["barley", "cistern", "drought", "escarpment", "furrow", "gravel", "harvest", "inlet"]
TITLES = ["Low water", "High ground", "A long road", "Salt", "The ford"]


def picture(grey: int) -> bytes:
    """A PNG of one pixel; all of them have the same size."""
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(bytes([0, grey]), 0)) + chunk(b"IEND", b""))


RICH: dict[str, str | bytes] = {
    "portal.yaml": (
        "title: Rivers\ntagline: What became of them\nbaseURL: https://rivers.example/\nlanguage: en\n"
        "publisher: { name: Desk, url: https://desk.example/ }\nlicence: { name: CC0 }\n"
        "theme: { accent: \"#7a1f2b\" }\n"
        "notice: Corrections stand in [](brief:gamma) and [](section:folder/ford).\n"),
    "people.yaml": "ada:\n  name: Ada\n  role: Reads\n  bio: Wrote [](brief:alpha).\nben:\n  name: Ben\n",
    "places.yaml": (
        "dhiban: { name: { en: Dhiban, ar: ذيبان }, kind: town, lon: 40.47, lat: 35.01 }\n"
        "hajin:\n  name: Hajin\n  kind: town\n  lon: 40.83\n  lat: 34.69\n  description: See [](note:beta/flow).\n"),
    "actors.yaml": (
        "desk:\n  name: The desk\n  kind: office\n  description: Reads [](brief:beta).\n"
        "  relations:\n    - { actor: guild, relation: opponent, text: Since long, note: beta/flow }\n"
        "guild:\n  name: The guild\n  kind: guild\n  areas: [dhiban]\n"),
    "glossary.yaml": "weir:\n  term: weir\n  definition: A low dam; see [](section:beta/banks).\n",
    "about.md": "# About\n\nBegin with [](brief:alpha), barley and [](map:folder/reach).\n",
    "geo/rivers.geojson": (
        '{"type":"FeatureCollection","attribution":"Desk","features":[{"type":"Feature","properties":'
        '{"name":"Khabur"},"geometry":{"type":"LineString","coordinates":[[40.3,35.2],[40.5,35.0],[40.9,34.6]]}}]}'),
    "packs/both.yaml": "title: Both\nbriefs: [alpha, beta]\n",
    "briefs/shore.png": picture(7),
    "briefs/alpha.md": (
        "---\nid: alpha\ntitle: Alpha\nsubtitle: First things\nseries: Papers\nissue: 2024/1\ndate: 2024-01-02\n"
        "language: en\nauthors: [ada, Someone]\ntopics: [Water]\nabstract: |\n  Barley grew.[^one] See [](brief:beta).\n"
        "keyFindings:\n  - A finding.[^one]\nglance:\n  - { value: \"3\", label: wells, note: one }\n"
        "doi: 10.1234/1\nisbn: 978-0-306-40615-7\nissn: 0317-8471\ncatalogue: C-1\npublisher: { name: Press, address: Here }\n"
        "project: A project of [](brief:beta)\nfunder: A fund\ndisclaimer: None of it\nlicence: { name: CC BY }\n"
        "original: { statement: \"After another, [](brief:delta)\", title: Other, url: \"https://o.example/\" }\n"
        "numberSections: true\naliases: [old-alpha]\nrelated: [beta, folder]\nrevisions:\n"
        "  - { date: 2024-01-02, summary: First }\n  - date: 2024-02-03\n    summary: Mended\n"
        "    wording:\n      - { section: wells, was: old, now: new }\n---\n\n"
        "An opening about barley.\n\n## Wells {#wells}\n\nA cistern at [Dhiban](place:dhiban).[^one] The [desk](actor:desk).\n\n"
        "![A shore](shore.png)\n\n![The reach](map:folder/reach)\n\n### Depth\n\nA furrow.[^two]\n\n"
        "## Roads {#roads}\n\nA [weir](term:weir) by [](section:beta/banks), [](note:beta/flow) and [](zone:folder/strip).\n\n"
        "![Counts](table:folder/wells)\n\n[^one]: Ada said; see [](section:gamma/end).\n[^two]: *Ibid.*, gravel.\n"),
    "briefs/beta.md": (
        "---\nid: beta\ntitle: Beta\ndate: 2024-03-04\nrelated: [alpha]\n---\n\n"
        "## Banks [](brief:gamma) {#banks}\n\nGravel banks.[^flow] [The raid](event:folder/raid), [Orton](source:folder/orton).\n\n"
        "## Bed {#bed}\n\nAn inlet; [](table:folder/wells), [](map:folder/reach), [Alpha](alpha.md).\n\n"
        "[^flow]: The harvest of [Hajin](place:hajin).\n"),
    "briefs/gamma.md": (
        "---\ntitle: Gamma\ndate: 2024-03-04\n---\n\nA drought.[^note]\n\n## End {#end}\n\nAn escarpment, [](brief:folder).\n\n"
        "[^note]: See [Ada](person:ada).\n"),
    "briefs/delta.md": "---\nid: delta\ntitle: Delta\n---\n\nNothing but barley and harvest.\n",
    "briefs/folder/brief.yaml": (
        "id: folder\ntitle: Folder\ndate: 2024-05-06\nkeyMap: reach\nabstract: A reach.[^kept]\nrelated: [delta]\n"),
    "briefs/folder/01-ford.md": (
        "# Ford {#ford}\n\nThe gravel of the ford.[^kept] [the strip](zone:strip)\n\n![The reach](map:reach)\n\n"
        "[On](02-bridge.md) to [](section:alpha/wells). ![A shore](bank.png)\n"),
    "briefs/folder/02-bridge.md": "# Bridge\n\nA bridge over [](brief:beta).[^two]\n\n![](table:wells)\n\n[Orton](source:orton)\n",
    "briefs/folder/notes.md": "[^kept]: The inlet, [](brief:alpha).\n\n[^two]: Two; [](event:raid).\n",
    "briefs/folder/sources.yaml": "orton:\n  type: post-weblog\n  title: A post\n  author: [{ family: Orton, given: Kyle }]\n  issued: 2019-05-10\n",
    "briefs/folder/events.yaml": (
        "raid:\n  date: 2022-01-20\n  title: The raid\n  text: Seen from [](brief:beta).\n  places: [dhiban]\n"
        "  note: kept\n"),
    "briefs/folder/data/wells.csv": "place,count,source\nDhiban [](brief:gamma),3,kept\nHajin,4,two\n",
    "briefs/folder/data/wells.yaml": (
        "title: Wells\ncaption: All of them\ncolumns:\n  place: { title: Place, type: text }\n"
        "  count: { title: Count, type: integer }\n  source: { title: Note, type: note }\nkey: place\n"),
    "briefs/folder/maps/reach.yaml": (
        "title: The reach\nextent: [40.0, 34.4, 41.2, 35.4]\nzones:\n  strip:\n    name: Strip\n    category: stronghold\n"
        "    circle: { around: dhiban, radius: 8 }\n    section: ford\n    note: kept\n    text: Near [](brief:delta)\n"
        "places: [dhiban, hajin]\n"),
    "briefs/folder/bank.png": picture(9),
}

LINKS = [
    "[](brief:alpha)", "[](brief:beta)", "[](brief:gamma)", "[](brief:delta)", "[](brief:folder)", "[](section:alpha/roads)",
    "[](section:beta/bed)", "[](section:gamma/end)", "[](section:folder/bridge)", "[](note:alpha/two)", "[](note:gamma/note)",
    "[](note:folder/kept)", "[](map:folder/reach)", "[](table:folder/wells)", "[x](source:folder/orton)",
    "[x](event:folder/raid)", "[x](zone:folder/strip)", "[](place:hajin)", "[](actor:guild)", "[](term:weir)", "[](person:ben)",
    "![Again](map:folder/reach)", "![Again](table:folder/wells)", "[a file](shore.png)", "[](brief:nowhere)",
]


class Steps:
    """Random changes to a portal; each says what it did."""

    def __init__(self, case: CacheCase, seed: int) -> None:
        self.case = case
        self.random = random.Random(seed)
        self.options: list[str] = []
        self.steps: list[Callable[[], str]] = [
            self.word, self.word, self.word, self.front, self.front, self.front, self.front, self.link, self.link, self.section,
            self.note, self.portal, self.portal, self.records, self.page, self.picture, self.picture, self.add_brief,
            self.remove_brief, self.rename_brief, self.swap, self.same_bytes, self.touch, self.same_size, self.folder_files,
            self.option, self.option, self.output, self.output, self.odd_name, self.packs, self.touch,
        ]

    @property
    def content(self) -> Path:
        return self.case.content

    def briefs(self) -> list[Path]:
        return sorted((self.content / "briefs").glob("*.md"))

    def texts(self) -> list[Path]:
        return sorted(path for path in self.content.rglob("*") if path.suffix in (".md", ".yaml", ".csv") and path.is_file())

    def name(self, path: Path) -> str:
        return path.relative_to(self.content).as_posix()

    def step(self) -> str:
        return self.random.choice(self.steps)()

    def replace(self, path: Path, pattern: str, by: str) -> None:
        text = path.read_text()
        path.write_text(re.sub(pattern, lambda _: by, text, count=1, flags=re.MULTILINE))

    def word(self) -> str:
        path = self.random.choice(self.texts())
        text = path.read_text()
        found = [word for word in WORDS if word in text] or ["\n"]
        old, new = self.random.choice(found), self.random.choice(WORDS)
        path.write_text(text.replace(old, old + new if old == "\n" and path.suffix == ".md" else new if old != "\n" else old, 1))
        return f"word: {old!r} to {new} in {self.name(path)}"

    def front(self) -> str:
        path = self.random.choice([*self.briefs(), self.content / "briefs/folder/brief.yaml"])
        if not path.exists():
            return "nothing"
        key, value = self.random.choice([
            *(("title", title) for title in TITLES), ("date", "2023-09-09"), ("date", "2025-01-01"), ("slug", "elsewhere"),
            ("slug", "other-place"), ("id", "renamed"), ("topics", "[Water]"), ("topics", "[Land, Water]"), ("topics", None),
            ("topics", None), ("authors", "[ada]"), ("authors", "[ben, Cyd]"), ("authors", None), ("authors", None), ("language", "fr"),
            ("aliases", "[once]"), ("related", "[gamma]"), ("related", None), ("subtitle", "Of note"), ("series", "Notes"),
            ("numberSections", "false"), ("abstract", "Short, [](brief:gamma)."), ("abstract", None), ("doi", "10.2/2"),
            ("licence", "{ name: Free }"), ("disclaimer", "Ours"), ("unknownKey", "1"), ("slug", None), ("date", None),
        ])
        text = path.read_text()
        line = rf"^{key}:.*\n(?:[ ]+.*\n)*"
        if value is None:
            text = re.sub(line, "", text, count=1, flags=re.MULTILINE)
        elif re.search(line, text, re.MULTILINE):
            text = re.sub(line, f"{key}: {value}\n", text, count=1, flags=re.MULTILINE)
        elif path.suffix == ".yaml":
            text += f"{key}: {value}\n"
        else:
            text = text.replace("---\n", f"---\n{key}: {value}\n", 1)
        path.write_text(text)
        return f"front: {key}: {value} in {self.name(path)}"

    def link(self) -> str:
        path = self.random.choice([*self.briefs(), self.content / "about.md"])
        if not path.exists():
            return "nothing"
        text = path.read_text()
        if self.random.random() < 0.3 and (found := re.findall(r"\n\n[^\n]*\]\([a-z]+:[^\n]*\n(?=\n)", text)):
            gone = self.random.choice(found)
            path.write_text(text.replace(gone, "\n"))
            return f"link: paragraph {gone!r} goes from {self.name(path)}"
        link = self.random.choice(LINKS)
        path.write_text(f"{text}\n\n{link}\n\n")
        return f"link: {link} in {self.name(path)}"

    def section(self) -> str:
        path = self.random.choice(self.briefs() or [self.content / "briefs/new.md"])
        if not path.exists():
            return "nothing"
        text = path.read_text()
        found = list(re.finditer(r"^## .*\n(?:(?!## |\[\^).*\n)*", text, re.MULTILINE))
        if found and self.random.random() < 0.4:
            gone = self.random.choice(found)
            path.write_text(text[:gone.start()] + text[gone.end():])
            return f"section: {gone[0].splitlines()[0]} goes from {self.name(path)}"
        start = self.random.choice(found).start() if found else len(text)
        number = self.random.randrange(100)
        path.write_text(f"{text[:start]}\n## New {number} {{#new-{number}}}\n\nNew gravel.\n\n{text[start:]}")
        return f"section: new-{number} in {self.name(path)}"

    def note(self) -> str:
        path = self.random.choice(self.briefs() or [self.content / "briefs/new.md"])
        if not path.exists():
            return "nothing"
        text = path.read_text()
        if self.random.random() < 0.3 and (labels := re.findall(r"^\[\^(\w+)\]:", text, re.MULTILINE)):
            label = self.random.choice(labels)
            path.write_text(re.sub(rf"^\[\^{label}\]:.*\n", "", text, flags=re.MULTILINE).replace(f"[^{label}]", ""))
            return f"note: {label} goes from {self.name(path)}"
        label = f"n{self.random.randrange(1000)}"
        # Before all others, so that they are numbered anew.
        head, mark, rest = text.rpartition("---\n")
        path.write_text(f"{head}{mark}\nFirst of all.[^{label}]\n{rest}\n\n[^{label}]: A note of an inlet.\n")
        return f"note: {label} in {self.name(path)}"

    def portal(self) -> str:
        key, value = self.random.choice([
            ("title", "Streams"), ("title", "Rivers"), ("language", "fr"), ("language", "en"), ("baseURL", "https://b.example/a/"),
            ("baseURL", "https://rivers.example/"), ("theme", '{ accent: "#1f2b7a" }'), ("tagline", "Other words"),
            ("notice", "Ask [](brief:beta)."), ("notice", "Ask us."), ("licence", "{ name: CC BY-SA }"),
        ])
        path = self.content / "portal.yaml"
        if not path.exists():
            return "nothing"
        self.replace(path, rf"^{key}:.*\n", f"{key}: {value}\n")
        return f"portal: {key}: {value}"

    def records(self) -> str:
        kind = self.random.choice(["places.yaml", "actors.yaml", "glossary.yaml", "people.yaml"])
        path = self.content / kind
        if not path.exists():
            path.write_text(RICH[kind])
            return f"records: {kind} is back"
        what = self.random.choice(["remove", "rename", "add", "name"])
        text = path.read_text()
        if what == "remove":
            path.unlink()
        elif what == "rename":
            path.write_text(re.sub(r"^(dhiban|guild|weir|ben):", "another:", text, count=1, flags=re.MULTILINE))
        elif what == "add" and kind == "people.yaml":
            path.write_text("aaa:\n  name: Aaron\n" + text)
        elif what == "add" and kind == "places.yaml":
            path.write_text("aaa: { name: Aaron, kind: town, lon: 40.5, lat: 34.9 }\n" + text)
        else:
            path.write_text(text.replace("Hajin", "Hejin").replace("The desk", "The Desk").replace("Ada", "Ida"))
        return f"records: {what} in {kind}"

    def page(self) -> str:
        path = self.content / self.random.choice(["about.md", "contact.md", "help.md"])
        if path.exists() and self.random.random() < 0.6:
            path.unlink()
            return f"page: {path.name} goes"
        path.write_text("# A page\n\nGravel; see [](brief:beta).\n")
        return f"page: {path.name}"

    def picture(self) -> str:
        path = self.random.choice(
            [self.content / "briefs/shore.png", self.content / "briefs/folder/bank.png", self.case.site / "briefs/alpha/files/shore.png"])
        if not path.exists():
            if path.is_relative_to(self.content) and path.parent.exists():
                path.write_bytes(picture(self.random.randrange(256)))
                return f"picture: {path.name} is back"
            return "nothing"
        if self.random.random() < 0.15:
            path.unlink()
        else:
            # Nothing but the time of the change tells.
            info = path.stat()
            path.write_bytes(picture(self.random.randrange(256)))
            os.utime(path, ns=(info.st_atime_ns, info.st_mtime_ns))
        if path.is_relative_to(self.case.site):
            self.case.isTampered = True
        return f"picture: {path} with its size and time"

    def add_brief(self) -> str:
        name = self.random.choice(["zeta", "eta", "aaa"])
        (self.content / f"briefs/{name}.md").write_text(
            f"---\ntitle: {name.title()}\ndate: 2024-0{self.random.randrange(1, 9)}-02\n---\n\nNew harvest.[^a]\n\n"
            f"{self.random.choice(LINKS[:-1])}\n\n[^a]: A note.\n")
        return f"add: {name}"

    def remove_brief(self) -> str:
        paths = self.briefs()
        if len(paths) > 2 and self.random.random() < 0.8:
            path = self.random.choice([*paths, self.content / "briefs/delta.md"])
            path.unlink(missing_ok=True)
            return f"remove: {self.name(path)}"
        shutil.rmtree(self.content / "briefs/folder", ignore_errors=True)
        return "remove: the folder"

    def rename_brief(self) -> str:
        paths = [*self.briefs(), *(path for path in [self.content / "briefs/folder"] if path.exists())]
        path = self.random.choice(paths or [self.content])
        if path == self.content:
            return "nothing"
        new = path.with_name(f"{self.random.choice(['a', 'k', 'z'])}{self.random.randrange(10)}{path.suffix}")
        if new.exists():
            return "nothing"
        path.rename(new)
        return f"rename: {self.name(path)} to {new.name}"

    def swap(self) -> str:
        paths = self.briefs()
        if len(paths) < 2:
            return "nothing"
        a, b = self.random.sample(paths, 2)
        if self.random.random() < 0.5:
            first, second = a.read_bytes(), b.read_bytes()
            a.write_bytes(second)
            b.write_bytes(first)
        else:
            aside = a.with_name("aside")
            a.rename(aside)
            b.rename(a)
            aside.rename(b)
        return f"swap: {a.name}, {b.name}"

    def same_bytes(self) -> str:
        path = self.random.choice(self.texts())
        copy = path.with_name(".copy")
        copy.write_bytes(path.read_bytes())
        copy.rename(path)
        return f"same bytes: {self.name(path)}"

    def touch(self) -> str:
        path = self.random.choice(self.texts())
        path.touch()
        return f"touch: {self.name(path)}"

    def same_size(self) -> str:
        """Just after a build's end: the stamp of before tells nothing yet."""
        path = self.random.choice(self.texts())
        self.case.isSettled = False
        self.case.build_here(self.options)
        text = path.read_text()
        new = text.replace("barley", "burley").replace("gravel", "grovel").replace("A ", "O ")
        path.write_text(new if new != text else text.replace("burley", "barley").replace("O ", "A "))
        return f"same size, at once: {self.name(path)}"

    def folder_files(self) -> str:
        folder = self.content / "briefs/folder"
        if not folder.exists():
            self.case.write({name: text for name, text in RICH.items() if name.startswith("briefs/folder/")})
            return "folder: is back"
        kind = self.random.choice(["data/wells.csv", "data/wells.yaml", "maps/reach.yaml", "events.yaml", "sources.yaml", "03-new.md", "notes.md"])
        path = folder / kind
        if kind == "03-new.md":
            if path.exists():
                path.rename(folder / "00-new.md")
            else:
                path.write_text("# New\n\nA new section of gravel, [](section:beta/bed).\n")
        elif not path.exists():
            path.write_text(RICH.get(f"briefs/folder/{kind}", ""))
        else:
            text = path.read_text()
            path.write_text(self.random.choice([
                text.replace("Wells", "Springs").replace("The r", "One r").replace("A post", "A poster"), text.replace("3", "5"),
                text.replace("dhiban", "hajin"), text.replace("[40.0, 34.4", "[40.2, 34.5"), text.replace("inlet", "outlet"),
                text.replace("radius: 8", "radius: 9").replace("lon", "lon"), text.replace("[40.0, 34.4, 41.2, 35.4]", "[10, 34, 11, 35]"),
            ]))
        return f"folder: {kind}"

    def option(self) -> str:
        self.options = self.random.choice([
            [], [], ["--compress"], ["--base-url", "https://mirror.example/m/"], ["--headers", "_headers"], ["--strict"],
            ["--jobs", "1"], ["--jobs", "3", "--compress"],
        ])
        return f"options: {self.options}"

    def output(self) -> str:
        site = self.case.site
        files = sorted(path for path in site.rglob("*") if path.is_file())
        if not files:
            return "nothing"
        self.case.isTampered = True
        path = self.random.choice(files)
        what = self.random.choice(["change", "change", "remove", "folder", "foreign", "manifest", "manifest", "link", "pending"])
        if what == "change":
            info, data = path.stat(), path.read_bytes()
            path.write_bytes(data.replace(b"a", b"o") if self.random.random() < 0.7 else data[:-3])
            os.utime(path, ns=(info.st_atime_ns, info.st_mtime_ns))
        elif what == "remove":
            path.unlink()
        elif what == "folder":
            shutil.rmtree(site / "briefs", ignore_errors=True)
        elif what == "foreign":
            (site / self.random.choice(["notes.txt", "briefs.html.gz", "zeta.html"])).write_text("Someone's own.\n")
        elif what == "manifest":
            manifest = site / MANIFEST
            if manifest.exists():
                lines = manifest.read_bytes()
                [manifest.unlink, lambda: manifest.write_bytes(lines[:len(lines) // 2]), lambda: manifest.write_bytes(b"\xff\n")][
                    self.random.randrange(3)]()
        elif what == "link":
            aside = self.case.folder / "aside"
            aside.write_bytes(path.read_bytes())
            path.unlink()
            path.symlink_to(aside)
        else:
            (site / ".chancery-pending-1").mkdir(exist_ok=True)
            (site / ".chancery-pending-1/1f").write_text("A draft.\n")
        return f"output: {what} {path.relative_to(site)}"

    def odd_name(self) -> str:
        """What reading passes over with a finding."""
        where = self.content / self.random.choice(["", "briefs", "briefs/folder", "briefs/folder/maps", "geo"])
        if not where.exists():
            return "nothing"
        what = self.random.choice(["broken", "outside", "bytes", "hidden", "backup", "fifo"])
        names = {"broken": "odd.md", "outside": "odd.md", "hidden": ".odd.md", "backup": "odd.md~", "fifo": "odd-pipe"}
        path = os.fsencode(where) + (b"/\xff.md" if what == "bytes" else b"/" + names[what].encode())
        if os.path.lexists(path):
            os.unlink(path)
            return f"odd name: {path!r} goes"
        if what in ("broken", "outside"):
            os.symlink("/nowhere" if what == "broken" else "/etc/passwd", path)
        elif what == "fifo":
            os.mkfifo(path)
        else:
            with open(path, "w") as file:
                file.write("# Odd\n")
        return f"odd name: {path!r}"

    def packs(self) -> str:
        path = self.content / "packs"
        if path.exists() and self.random.random() < 0.5:
            shutil.rmtree(path)
            return "packs: go"
        path.mkdir(exist_ok=True)
        (path / "both.yaml").write_text(f"title: {self.random.choice(TITLES)}\nbriefs: [{self.random.choice(['alpha', 'beta', 'nothing'])}]\n")
        return "packs: both.yaml"


class CacheCase(ProgramCase):
    def setUp(self) -> None:
        super().setUp()
        self.write(RICH)
        self.cold = self.folder / "cold"
        # Whether the site holds what builds did not write.
        self.isTampered = False
        # Whether stamps are given the time to be trusted.
        self.isSettled = True

    def build_here(self, options: list[str], where: Path | None = None) -> subprocess.CompletedProcess[str]:
        return self.run_program("build", *options, cwd=where or self.folder)

    def compare(self, options: list[str], said: str = "", builds: int = 1, at: Path | None = None) -> int:
        """Builds beside the cache, and without one, from the same content and into the same site."""
        here = at or self.folder
        site = here / "Public"
        shutil.rmtree(self.cold, ignore_errors=True)
        shutil.copytree(here / "Content", self.cold / "Content", symlinks=True, copy_function=copy)
        if self.isTampered and site.exists():
            shutil.copytree(site, self.cold / "Public", symlinks=True, copy_function=copy)
        before, stamped = files(site), all_stamps(site)
        if self.isSettled:
            time.sleep(SETTLING)
        self.isSettled = True
        if builds == 1:
            done = [self.build_here(options, here)]
        else:
            done = at_once(here, [[*options, "--jobs", str(1 + number)] if "--jobs" not in options else options for number in range(builds)])
        cold = self.build_here(options, self.cold)
        for build in done:
            self.assertEqual((build.returncode, build.stderr), (cold.returncode, cold.stderr), said)
        now = files(site)
        if cold.returncode == 0:
            # Where someone meddled, the cold build began with the same site: even its counts are the same.
            if self.isTampered and builds == 1:
                self.assertEqual(done[0].stdout, cold.stdout, said)
            self.assert_same(now, files(self.cold / "Public"), said)
        else:
            self.assert_same(now, before, said)
        after = all_stamps(site)
        # What is put right is logged in the manifest first, and is without compressed files until then.
        rewritten = [
            path for path in now
            if before.get(path) == now[path] and stamped[path] != after[path] and not (self.isTampered and path.endswith((MANIFEST, ".br", ".gz")))]
        self.assertEqual(rewritten, [], f"written anew, and the same\n{said}")
        return cold.returncode

    def assert_same(self, here: dict[str, bytes], there: dict[str, bytes], said: str) -> None:
        differing = sorted(path for path in here.keys() | there.keys() if here.get(path) != there.get(path))
        if differing:
            path = next((path for path in differing if path != MANIFEST), differing[0])
            self.fail(f"{differing} differ\n{first_difference(here.get(path), there.get(path))}\n{said}")


def copy(source: str, destination: str) -> str:
    """A file, or a pipe."""
    if not os.path.islink(source) and not os.path.isfile(source):
        os.mkfifo(destination)
        return destination
    return shutil.copy2(source, destination, follow_symlinks=False)


def files(folder: Path) -> dict[str, bytes]:
    """Every file's bytes, by its path; a link's target. What a build leaves while it writes is no part of the site."""
    return {
        path.relative_to(folder).as_posix(): os.fsencode(path.readlink()) if path.is_symlink() else path.read_bytes()
        for path in sorted(folder.rglob("*")) if path.is_symlink() or path.is_file()
    }


def all_stamps(folder: Path) -> dict[str, tuple[int, int]]:
    return {
        path.relative_to(folder).as_posix(): (path.lstat().st_mtime_ns, path.lstat().st_ino)
        for path in sorted(folder.rglob("*")) if path.is_symlink() or path.is_file()
    }


def first_difference(here: bytes | None, there: bytes | None) -> str:
    if here is None or there is None:
        return "it is " + ("missing" if here is None else "not to be there")
    at = next((at for at, (a, b) in enumerate(zip(here, there)) if a != b), min(len(here), len(there)))
    start = max(0, at - 60)
    return f"is: {here[start:at + 60]!r}\nhas to be: {there[start:at + 60]!r}"


def at_once(folder: Path, builds: list[list[str]]) -> list[subprocess.CompletedProcess[str]]:
    running = [
        subprocess.Popen([CHANCERY, "build", *options], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for options in builds
    ]
    said = [build.communicate(timeout=60) for build in running]
    return [subprocess.CompletedProcess(build.args, build.returncode, *words) for build, words in zip(running, said)]


class RandomStepsTest(CacheCase):
    def test_steps(self) -> None:
        for seed in range(SEED, SEED + RUNS):
            with self.subTest(seed=seed):
                self.run_steps(seed)

    def run_steps(self, seed: int) -> None:
        for path in self.folder.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        self.write(RICH)
        self.isTampered = False
        steps = Steps(self, seed)
        said: list[str] = []
        good = self.folder / "good"
        self.assertEqual(self.compare([]), 0, "the portal has faults")
        shutil.copytree(self.content, good)
        for _ in range(steps.random.randrange(8, 16)):
            for _ in range(steps.random.choice([1, 1, 1, 2, 3])):
                said.append(steps.step())
            story = f"seed {seed}, {steps.options}:\n" + "\n".join(said)
            builds = 2 if steps.random.random() < 0.08 else 1
            exit = self.compare(steps.options, story, builds)
            said[-1] += f" ({exit})"
            if exit == 0:
                shutil.rmtree(good)
                shutil.copytree(self.content, good, symlinks=True, copy_function=copy)
            elif exit == 2:
                # What is not Chancery's stands in the way, and stays there.
                shutil.rmtree(self.site)
                self.isTampered = False
                said.append("the site goes")
            elif steps.random.random() < 0.7:
                shutil.rmtree(self.content)
                shutil.copytree(good, self.content, symlinks=True, copy_function=copy)
                said.append("mended")
                story = f"seed {seed}, {steps.options}:\n" + "\n".join(said)
                self.compare([option for option in steps.options if option != "--strict"], story)
            if steps.random.random() < 0.08 and self.site.exists():
                self.build_in_a_copy(steps.options, story)

    def build_in_a_copy(self, options: list[str], story: str) -> None:
        moved = self.folder / "moved"
        shutil.rmtree(moved, ignore_errors=True)
        for name in ("Content", "Public", CACHE):
            if (self.folder / name).exists():
                shutil.copytree(self.folder / name, moved / name, symlinks=True, copy_function=copy)
        wasTampered, self.isTampered = self.isTampered, True
        self.compare(options, f"{story}\nin a copy", at=moved)
        self.isTampered = wasTampered
        shutil.rmtree(moved)


class KnownStepsTest(CacheCase):
    def setUp(self) -> None:
        super().setUp()
        self.assertEqual(self.compare([]), 0)

    def change(self, name: str, old: str, new: str) -> None:
        path = self.content / name
        text = path.read_text()
        self.assertIn(old, text)
        path.write_text(text.replace(old, new))

    def test_a_brief_that_every_page_names(self) -> None:
        self.change("briefs/gamma.md", "title: Gamma", "title: Gimel")
        self.assertEqual(self.compare([]), 0)
        self.change("briefs/folder/01-ford.md", "# Ford {#ford}", "# Crossing {#ford}")
        self.assertEqual(self.compare([]), 0)

    def test_a_brief_that_is_named_in_one_way(self) -> None:
        """A title, an address and a number that another brief's page shows, each for one reason alone."""
        lone = "---\nid: lone\ntitle: {}\nslug: {}\ndate: {}\n---\n\n{}## Part {{#part}}\n\nBarley.[^a]\n\n{}[^a]: Gravel.\n"
        plain = {name: text for name, text in RICH.items() if name.startswith("briefs/") and name != "briefs/gamma.md"}
        ways: dict[str, tuple[str, str]] = {
            "linked": ("briefs/delta.md", "\n[](brief:lone)\n"),
            "its section": ("briefs/delta.md", "\n[](section:lone/part)\n"),
            "its note": ("briefs/delta.md", "\n[](note:lone/a)\n"),
            "by its file": ("briefs/delta.md", "\n[Lone](lone.md)\n"),
            "in a note": ("briefs/delta.md", "\nSo.[^b]\n\n[^b]: See [](brief:lone).\n"),
            "related": ("briefs/folder/brief.yaml", ""),
            "in a table that is shown": ("briefs/folder/data/wells.csv", "[](brief:lone),1,kept\n"),
            "by a zone": ("briefs/folder/maps/reach.yaml", ""),
            "it mentions": ("briefs/lone.md", ""),
            "of a portal page": ("about.md", "\n[](brief:lone) and [](note:lone/a)\n"),
            "of a record": ("people.yaml", "zed:\n  name: Zed\n  bio: In [](section:lone/part).\n"),
        }
        for way, (name, more) in ways.items():
            with self.subTest(way=way):
                self.write(plain)
                self.write({name: RICH[name] for name in ("about.md", "people.yaml", "portal.yaml")})
                self.change("portal.yaml", "notice:", "description: Of rivers\ncontact: mailto:a@b.example\n#")
                self.write({"briefs/gamma.md": RICH["briefs/gamma.md"]})
                mention = "[strip](zone:folder/strip)\n\n" if way == "it mentions" else ""
                if way == "related":
                    self.change(name, "related: [delta]", "related: [lone]")
                elif way == "by a zone":
                    self.change(name, "[](brief:delta)", "[](brief:lone)")
                elif way != "it mentions":
                    path = self.content / name
                    path.write_text(path.read_text() + more)
                for title, slug, date, notes in (
                    ("Lone", "lone", "2020-01-01", ""), ("Alone", "lone", "2020-01-01", ""), ("Alone", "other", "2026-01-01", ""),
                    ("Alone", "other", "2026-01-01", "Before.[^z]\n\n"),
                ):
                    more = "[^z]: Sand.\n" if notes else ""
                    self.write({"briefs/lone.md": lone.format(title, slug, date, notes + mention, more)})
                    self.assertEqual(self.compare([], f"{way}: {title}, {slug}, {date}, {notes!r}"), 0)

    def test_what_reading_passes_over(self) -> None:
        # None of these changes what a folder is seen to hold.
        for where in (b"", b"/briefs", b"/briefs/folder", b"/geo"):
            for name, target in ((b"x.md", "/nowhere"), (b"y.md", "/etc/passwd"), (b"\xff.md", None)):
                path = os.fsencode(self.content) + where + b"/" + name
                if target:
                    os.symlink(target, path)
                else:
                    os.close(os.open(path, os.O_CREAT | os.O_WRONLY))
                self.assertEqual(self.compare([], repr(path)), 1)
                os.unlink(path)
                self.assertEqual(self.compare([], repr(path)), 0)

    def test_warnings_of_maps_stay(self) -> None:
        self.change("briefs/folder/maps/reach.yaml", "[40.0, 34.4, 41.2, 35.4]", "[10, 34, 11, 35]")
        for options in ([], [], ["--strict"]):
            self.assertEqual(self.compare(options), 1 if options else 0)
        self.assertIn("zone-outside", self.build_here([]).stderr)

    def test_another_working_folder(self) -> None:
        """Where a relative path leads to another portal, whose picture is that of before."""
        other = self.folder / "other"
        shutil.copytree(self.content, other / "Content")
        (self.content / "briefs/shore.png").write_bytes(picture(200))
        done = self.run_program("build", "--content", "../Content", "--output", "../Public", cwd=other)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual((self.site / "briefs/alpha/files/shore.png").read_bytes(), picture(200))

    def test_a_folder_that_becomes_a_link(self) -> None:
        """The files are as they were, and nothing is written through a link."""
        (self.site / "briefs").rename(self.folder / "away")
        (self.site / "briefs").symlink_to(self.folder / "away")
        self.isTampered = True
        self.assertEqual(self.compare([]), 2)

    def test_topics_and_authors_come_and_go(self) -> None:
        for key in ("topics", "authors"):
            text = (self.content / "briefs/alpha.md").read_text()
            (self.content / "briefs/alpha.md").write_text(re.sub(rf"^{key}:.*\n", "", text, flags=re.MULTILINE))
            if key == "authors":
                (self.content / "people.yaml").unlink()
                for name in ("briefs/gamma.md", "portal.yaml"):
                    path = self.content / name
                    path.write_text(path.read_text().replace("[Ada](person:ada)", "Ada"))
            self.assertEqual(self.compare([]), 0)
            (self.content / "briefs/delta.md").write_text(f"---\ntitle: Delta\nid: delta\n{key}: [New]\n---\n\nBarley.\n")
            self.assertEqual(self.compare([]), 0)


class ServedStepsTest(CacheCase, ServeCase):
    """What a preview keeps in memory: every file that it serves is that of a build."""

    def test_steps(self) -> None:
        steps = Steps(self, SEED)
        steps.steps = [step for step in steps.steps if step.__name__ not in ("output", "option", "same_size")]
        served = self.serve()
        said: list[str] = []
        for _ in range(SERVED):
            for _ in range(steps.random.choice([1, 1, 2])):
                said.append(steps.step())
            if self.differing(served, False) is None:
                # Errors: what was served stays, and the content is mended by one file after another.
                shutil.rmtree(self.content / "briefs")
                for path in self.content.iterdir():
                    shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
                self.write(RICH)
                said.append("mended")
            until(lambda: not self.differing(served, True))
            differing = self.differing(served, True)
            self.assertFalse(differing, f"seed {SEED}:\n" + "\n".join([*said, served.said[-500:]]))

    def differing(self, served: Served, asks: bool) -> list[str] | None:
        """Files that are not those of a build; `None` where the content has errors."""
        shutil.rmtree(self.cold, ignore_errors=True)
        shutil.copytree(self.content, self.cold / "Content", symlinks=True, copy_function=copy)
        if self.build_here(["--quiet"], self.cold).returncode != 0:
            return None
        if not asks:
            return []
        found = []
        for path, data in files(self.cold / "Public").items():
            if path == MANIFEST:
                continue
            status, _, body = served.get("/" + quote(path))
            if path.endswith(".html"):
                body = re.sub(r'<script src="/_chancery/preview.js".*?</script>\n?', "", body)
                policy = r'(Content-Security-Policy" content=")[^"]*'
                same = re.sub(policy, r"\1", body) == re.sub(policy, r"\1", data.decode())
                same = same or data.decode().split("</head>")[1] in body
            else:
                same = body == data.decode("utf8", "replace")
            if status != 200 or not same:
                found.append(path)
        return found


class DamagedCacheTest(CacheCase):
    """A cache that cannot be used counts as none, and nothing is said of it."""

    def setUp(self) -> None:
        super().setUp()
        self.assertEqual(self.compare([]), 0)
        caches = list((self.folder / CACHE).iterdir())
        self.assertEqual(len(caches), 1, caches)
        self.cache = caches[0]
        self.whole = self.cache.read_bytes()
        self.turn = 0

    def damaged(self, what: str) -> None:
        """After a change, and for every second one after none before it."""
        self.turn += 1
        if self.turn % 2:
            self.assertEqual(self.compare([], what), 0)
        (self.content / "briefs/delta.md").write_text(f"---\nid: delta\ntitle: Delta\n---\n\nTurn {self.turn}.\n")
        self.assertEqual(self.compare([], what), 0)

    def remove(self) -> None:
        folder = self.folder / CACHE
        if folder.is_symlink() or folder.is_file() or (folder.exists() and not folder.is_dir()):
            folder.unlink()
        elif folder.exists():
            folder.chmod(0o755)
            shutil.rmtree(folder)

    def restore(self) -> None:
        self.remove()
        self.cache.parent.mkdir()
        self.cache.write_bytes(self.whole)

    def test_bytes(self) -> None:
        chance = random.Random(SEED)
        size = len(self.whole)
        cases: list[tuple[str, bytes]] = [
            ("empty", b""), ("zeros", bytes(size)), ("eight zeros", bytes(8)), ("nine zeros", bytes(9)), ("twice", self.whole * 2),
            ("a byte more", self.whole + b"\0"), ("noise", chance.randbytes(size)),
            ("another version", summed(self.whole[:-8].replace(b"chancery cache 1", b"chancery cache 0"))),
            ("nothing but its name", summed(self.whole[:17])), ("a sum alone", summed(b"")),
        ]
        cases += [(f"the first {end}", self.whole[:end]) for end in chance.sample(range(size), 4)]
        for at in chance.sample(range(size), 4):
            cases.append((f"byte {at}", self.whole[:at] + bytes([self.whole[at] ^ 1 << chance.randrange(8)]) + self.whole[at + 1:]))
        # Whole by its sum, and cut all the same.
        cases += [(f"the first {end}, summed", summed(self.whole[:end])) for end in chance.sample(range(size), 4)]
        for what, data in cases:
            self.restore()
            self.cache.write_bytes(data)
            self.damaged(what)
        self.assertEqual(len(list(self.cache.parent.iterdir())), 1)

    def test_what_it_is(self) -> None:
        kept = self.folder / "kept"
        kept.write_bytes(self.whole)
        elsewhere = self.folder / "elsewhere"

        def replaced(make: Callable[[Path], object], path: Path) -> Callable[[], object]:
            def change() -> None:
                if path == self.cache:
                    path.unlink()
                else:
                    self.remove()
                make(path)
            return change

        def other() -> None:
            folder = self.folder / "second"
            self.write(PORTAL, folder / "Content")
            self.build_here([], folder)
            self.cache.write_bytes(next((folder / CACHE).iterdir()).read_bytes())

        cases: dict[str, Callable[[], object]] = {
            "none": self.cache.unlink,
            "a folder": replaced(Path.mkdir, self.cache),
            "a pipe": replaced(os.mkfifo, self.cache),
            "a link": replaced(lambda path: path.symlink_to(kept), self.cache),
            "a link to itself": replaced(lambda path: path.symlink_to(path), self.cache),
            "a link to a device": replaced(lambda path: path.symlink_to("/dev/zero"), self.cache),
            "unreadable": lambda: self.cache.chmod(0),
            "another portal's": other,
            "no folder": self.remove,
            "a folder that is a file": replaced(Path.touch, self.cache.parent),
            "a folder that is a pipe": replaced(os.mkfifo, self.cache.parent),
            "a folder that is a link to nothing": replaced(lambda path: path.symlink_to(self.folder / "nothing"), self.cache.parent),
            "a folder that is a link": replaced(lambda path: (elsewhere.mkdir(), path.symlink_to(elsewhere)), self.cache.parent),
            "a folder that is read-only": lambda: self.cache.parent.chmod(0o555),
            "a folder that is unreadable": lambda: self.cache.parent.chmod(0),
        }
        for what, change in cases.items():
            self.restore()
            change()
            self.damaged(what)
        self.assertEqual(kept.read_bytes(), self.whole, "what the link leads to was written over")

    def test_drafts_of_builds_that_were_killed(self) -> None:
        ended = subprocess.Popen(["true"])
        ended.wait()
        drafts = [self.cache.with_name(f"{self.cache.name}.{process}") for process in (ended.pid, os.getpid())]
        for draft in drafts:
            draft.write_bytes(self.whole[:100])
        self.damaged("drafts")
        self.assertEqual([draft.exists() for draft in drafts], [False, True], "only a build that goes on keeps its draft")


def summed(data: bytes) -> bytes:
    """With the checksum at its end (Sources/Cache/Checksum.swift)."""
    mask = (1 << 64) - 1
    value = 0xCBF29CE484222325 ^ len(data)
    whole = len(data) // 8 * 8
    for (word,) in struct.iter_unpack("<Q", data[:whole]):
        value = (value ^ word) * 0x100000001B3 & mask
        value ^= value >> 29
    for byte in data[whole:]:
        value = (value ^ byte) * 0x100000001B3 & mask
    return data + struct.pack("<Q", value ^ value >> 32)


if __name__ == "__main__":
    unittest.main()

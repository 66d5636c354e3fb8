"""Editions: what is for others is in no byte of any output; drafts and embargoes; forms of interviews."""

from __future__ import annotations

import gzip
import os
import random
import re
import shutil
import subprocess
import unittest
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from fixture import ROOT, ProgramCase, snapshot
from pack_test import TYPST

BUNDLED = ROOT / "Content"
SLUG = "2022-16-coming-up-through-the-cracks"


def decoded(path: str, data: bytes) -> list[bytes]:
    """A file's bytes, and all that is packed or compressed in them."""
    found = [data]
    if path.endswith((".epub", ".zip")):
        with zipfile.ZipFile(BytesIO(data)) as archive:
            for name in archive.namelist():
                found += [name.encode(), *decoded(name, archive.read(name))]
    elif path.endswith(".br"):
        found.append(subprocess.run(["brotli", "-dc"], input=data, capture_output=True, check=True).stdout)
    elif data[:2] == b"\x1f\x8b":
        found.append(gzip.decompress(data))
    elif data[:4] == b"%PDF":
        for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL):
            try:
                found.append(zlib.decompressobj().decompress(stream))
            except zlib.error:
                found.append(stream)
        reader = PdfReader(BytesIO(data))
        found += [page.extract_text().encode() for page in reader.pages]
        found.append(str(reader.metadata).encode())
        found.append((reader.xmp_metadata.stream.get_data() if reader.xmp_metadata else b""))
        # Text may be divided at the ends of lines.
        found += [re.sub(rb"[-\xc2\xad\s]+", b"", part) for part in found[1:]]
    return found


def leaks(folder: Path, words: list[str]) -> list[str]:
    """Where any of the words stands in a folder: in names of files, in bytes, in what they hold packed."""
    found = []
    for path, data in snapshot(folder).items():
        parts = [path.encode(), *decoded(path, data)]
        lower = [part.lower() for part in parts]
        for word in words:
            if any(word.lower().encode() in part for part in lower):
                found.append(f"{word} in {path}")
    return found


def words_in(folder: Path, words: set[str] | list[str]) -> set[str]:
    """Those of the words that stand anywhere in a folder."""
    return {leak.split(" in ")[0] for leak in leaks(folder, list(words))}


class EditionCase(ProgramCase):
    def outputs(self, *arguments: str, exit: int = 0) -> list[Path]:
        """The packs and the site of an edition, with all that a build can make."""
        packs, site = self.folder / "packs", self.site
        for folder in (packs, site):
            shutil.rmtree(folder, ignore_errors=True)
        done = self.run_program("pack", *arguments, env=TYPST)
        self.assertEqual(done.returncode, exit, done.stdout + done.stderr)
        done = self.build("--compress", "--search", "--headers", "apache", *arguments, env=TYPST, exit=exit)
        self.said = done.stdout + done.stderr
        return [packs, site]


PORTAL = {
    "portal.yaml": "title: Portal\nbaseURL: https://portal.example/\n",
    "people.yaml": "ada: { name: Ada }\nxeno: { name: Xqauthor, audience: internal }\n",
    "actors.yaml": """\
militia: { name: The militia, relations: [{ actor: xqallies, relation: ally, text: Xqrelation }] }
xqallies: { name: Xqactor, audience: internal }
""",
    "places.yaml": """\
dhiban: { name: Dhiban, lon: 40.47, lat: 35.01 }
hajin: { name: Hajin, lon: 40.83, lat: 34.69 }
xqbase: { name: Xqplace, lon: 40.5, lat: 35.1, audience: [internal, partners] }
""",
    "glossary.yaml": "zakat: { term: zakat, definition: A tax. }\nxqterm: { term: Xqword, definition: Xqdefined, audience: internal }\n",
    "xqpage.md": "---\naudience: internal\n---\n\n# Xqpagetitle\n\nXqpagetext.\n",
    "about.md": "# About\n\nWho we are.\n\n{audience: internal} Xqaboutus is not for you.\n",
    "briefs/first/brief.yaml": """\
title: First
date: 2024-01-02
authors: [ada, xeno]
topics: [Water]
related: [xqsecret]
keyFindings:
  - A public finding.[^open]
glance:
  - { value: "3", label: wells }
  - { value: "77123", label: Xqglance, audience: internal }
revisions:
  - { date: 2024-02-01, summary: Mended. }
  - { date: 2024-03-01, summary: Xqrevision, audience: internal }
""",
    "briefs/first/01-ground.md": """\
# Ground

Dry ground.[^open] It is said so.[^hidden] See [the plan](section:xqplan) and [a base](place:xqbase).
See [the file](03-xqplan.md), [its table](data/wells.csv), [an ally](actor:xqallies), [a man](source:xqman).

{audience: internal} A paragraph with Xqparagraph.[^only]

> [!NOTE] {audience: internal} Xqtitle
> Xqcallout in a call-out.

> [!NOTE] {audience: public} For all
> Everyone reads this.

- one
- {audience: internal} Xqitem

  with a second paragraph Xqitemtwo
- three

## Xqheading {audience: internal} {#xqanchor}

Xqunder the heading.

### Xqdeeper

More of it: Xqdeepertext.

## After

Seen by all.[^spoken]

![Wells](table:wells)

![Everything](table:xqtable)

[^open]: A source.

[^hidden]: {audience: internal} Xqnote says where.

[^only]: Xqonlynote is referred to from what is left out.

[^spoken]: [An interview](source:xqman), and [a report](source:report).
""",
    "briefs/first/02-river.md": "# River\n\nA wide river.\n\n![The area](map:area)\n",
    "briefs/first/03-xqplan.md": "---\naudience: internal\n---\n\n# Xqplan title {#xqplan}\n\nXqplantext.[^later]\n\n[^later]: Xqlaternote.\n",
    "briefs/first/data/wells.csv": "place,count,comment,who\nDhiban,3,\"Xqcell, with a comma\",A \"b\"\nHajin,4,Xqcelltwo,\"C, d\"\n",
    "briefs/first/data/wells.yaml": """\
title: Wells
columns:
  place: { type: text }
  count: { type: integer }
  comment: { title: Xqcolumn, about: Xqabout, audience: internal }
""",
    "briefs/first/data/places.csv": "where,notes,words\ndhiban xqbase,open hidden,\"At [a base](place:xqbase), it says.[^hidden]\"\n",
    "briefs/first/data/places.yaml": "title: Places\ncolumns: { where: { type: place }, notes: { type: note }, words: { type: text } }\n",
    "briefs/first/notes.md": "---\naudience: internal\n---\n\n[^xqfile]: Xqnotesfile.\n",
    "geo/xqlayer.geojson": '{"type":"FeatureCollection","audience":"internal","attribution":"Xqattribution","licence":"Xqlicence","features":[{"type":"Feature","properties":{"name":"Xqfeature"},"geometry":{"type":"LineString","coordinates":[[40.3,35],[40.9,34.8]]}}]}',
    "briefs/first/data/xqtable.csv": "a,b\nXqtablecell,1\n",
    "briefs/first/data/xqtable.yaml": "audience: internal\ntitle: Xqtabletitle\n",
    "briefs/first/sources.yaml": """\
report: { type: report, title: A report }
xqreport: { type: report, title: Xqreporttitle, URL: https://xqhost.example/, audience: internal }
xqman:
  type: interview
  role: Xqrole of the Xqbattalion
  place: xqbase
  month: 2022-03
  audience: internal
  public: { role: A military official, place: Northern province, date: 2022 }
""",
    "briefs/first/events.yaml": """\
raid: { date: 2024-01-01, title: A raid, places: [dhiban, xqbase], actors: [xqallies], note: [open, hidden] }
xqevent: { date: 2024-01-02, title: Xqeventtitle, audience: internal }
""",
    "briefs/first/maps/area.yaml": """\
title: The area
fit: [dhiban, hajin]
margin: 30
places: [dhiban, hajin, xqbase]
zones:
  open: { name: Open zone, category: zone, circle: { around: dhiban, radius: 5 }, note: [open, hidden] }
  xqzone: { name: Xqzonename, category: Xqcategory, circle: { around: hajin, radius: 5 }, audience: internal }
  near: { name: Xqnear, category: zone, circle: { around: xqbase, radius: 5 } }
  both: { name: Xqboth, category: zone, union: [open, xqzone] }
routes:
  - { along: [dhiban, xqbase, hajin], name: Xqroute }
callouts:
  - { event: xqevent, at: dhiban, text: A callout }
  - { event: raid, at: hajin, text: Xqcalled, audience: internal }
""",
    "briefs/first/maps/xqmap.yaml": "audience: internal\ntitle: Xqmaptitle\nfit: [dhiban]\nplaces: [dhiban]\n",
    "briefs/xqsecret.md": "---\nid: xqsecret\ntitle: Xqbrief\naudience: internal\n---\n\nXqbrieftext\n",
    "briefs/second.md": "---\ntitle: Second\n---\n\nSee [the first](brief:first) and [the other](brief:xqsecret).\n\n## Shown\n\nText.\n\n## Xqpart {audience: internal}\n\nXqparttext.\n\n## Last\n\nEnd.\n",
    "packs/both.yaml": "title: Both\nbriefs: [first, xqsecret, { brief: second, sections: [shown, xqpart] }]\n",
    "packs/xqpack.yaml": "audience: internal\ntitle: Xqpacktitle\nbriefs: [first]\n",
}


class LeakTests(EditionCase):
    def test_no_word_of_what_is_left_out_is_in_any_output(self) -> None:
        self.write(PORTAL)
        words = sorted(set(re.findall(r"xq[a-z]+", "\n".join([*PORTAL, *PORTAL.values()]).lower())))
        self.assertGreater(len(words), 50)
        for output in self.outputs("--edition", "public"):
            self.assertEqual(leaks(output, [*words, "77123"]), [])
        self.assertNotIn("2022-03", self.page("briefs/first/sources.html"))

    def test_the_edition_is_whole_without_it(self) -> None:
        self.write(PORTAL)
        self.outputs("--edition", "public")
        ground = self.page("briefs/first/ground.html")
        self.assertIn("See the plan and a base.", ground)
        self.assertIn("Everyone reads this.", ground)
        self.assertIn("three", ground)
        self.assertIn("After", ground)
        self.assertNotIn("{audience", ground)
        # Numbers follow from what is there.
        self.assertEqual(re.findall(r'role="doc-noteref"[^>]*>(\d+)<', ground), ["1", "2"])
        self.assertEqual(
            next(self.site.rglob("wells.csv")).read_text(),
            'place,count,who\nDhiban,3,"A ""b"""\nHajin,4,"C, d"\n')
        sources = self.page("briefs/first/sources.html")
        self.assertIn("a military official".lower(), sources.lower())
        self.assertIn("Northern province", sources)
        self.assertIn('id="interview-1"', sources)
        self.assertIn("sources.html#interview-1", self.page("briefs/first/ground.html"))
        self.assertFalse((self.site / "briefs/xqsecret.html").exists())

    def test_without_an_edition_everything_is_there_and_said(self) -> None:
        self.write(PORTAL)
        site = self.outputs()[1]
        self.assertIn("holds everything", self.said)
        self.assertIn("internal, partners", self.said)
        words = set(re.findall(r"xq[a-z]+", "\n".join(PORTAL.values()).lower()))
        missing = words - words_in(site, words)
        self.assertIn("at [a base](place:xqbase)", next(site.rglob("places.csv")).read_text().lower())
        # Of these nothing is shown, whatever the edition: an unused record's id, a pack's file.
        self.assertLessEqual(missing, {"xqpacktitle", "xqpack", "xqfile", "xqnotesfile", "xqlayer"})
        self.assertIn("This edition holds everything", self.page("index.html"))

    def test_an_audience_of_several(self) -> None:
        self.write(PORTAL)
        self.build("--edition", "partners")
        self.assertIn("Xqplace", self.page("places.html"))
        self.assertNotIn("Xqactor", self.page("actors.html"))

    def test_after_a_build_of_everything_nothing_is_left(self) -> None:
        self.write(PORTAL)
        self.build()
        self.build("--edition", "public")
        self.assertEqual(leaks(self.site, ["xq"]), [])
        cold = snapshot(self.site)
        shutil.rmtree(self.site)
        self.build("--edition", "public")
        self.assertEqual(snapshot(self.site), cold)

    def test_a_review_of_an_edition_tells_of_it_alone(self) -> None:
        self.write(PORTAL)
        shutil.copytree(self.content, self.folder / "New")
        self.write({
            "actors.yaml": PORTAL["actors.yaml"].replace("Xqactor", "Xqother"),
            "people.yaml": PORTAL["people.yaml"].replace("name: Ada", "name: Ada L."),
        }, under=self.folder / "New")
        done = self.run_program("review", "--files", "Content", "New", "--edition", "public", "--format", "json")
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertNotIn("xq", done.stdout.lower())
        self.assertIn("Ada L.", done.stdout)

    def test_a_slip_in_the_key_is_an_error(self) -> None:
        for text in ("a: { term: A, audiance: internal }\n", "a: { term: A, Audience: internal }\n"):
            self.write(PORTAL | {"glossary.yaml": text})
            self.assertIn("did you mean “audience”", self.build("--edition", "public", exit=1).stderr)

    def test_marks_are_read_however_they_are_written(self) -> None:
        self.write({"briefs/a.md": "# A\n\n{ Audience : internal } Xqone.\n\n{audience=internal,partners} Xqtwo.\n\nThree.\n"})
        self.build("--edition", "public")
        self.assertNotIn("Xq", self.page("briefs/a.html"))
        self.build("--edition", "partners")
        self.assertIn("Xqtwo", self.page("briefs/a.html"))

    def test_a_mark_that_hides_nothing_is_an_error(self) -> None:
        self.write({"briefs/a.md": "# A\n\nText {audience: internal} here.\n\nAlso {audience internal}\n"})
        done = self.build(exit=1)
        self.assertIn("briefs/a.md:3:1", done.stderr)
        self.assertIn("stands where it has no effect", done.stderr)
        self.assertEqual(done.stderr.count("[audience-place]"), 2, done.stderr)
        # A heading in a quotation has nothing under it.
        self.write({"briefs/a.md": "# A\n\n> ## Secret {audience: internal}\n>\n> Text.\n\n- ## Item {audience: internal}\n"})
        done = self.build("--edition", "public", exit=1)
        self.assertEqual(done.stderr.count("[audience-place]"), 2, done.stderr)

    def test_an_audience_that_names_nobody_is_an_error(self) -> None:
        self.write(PORTAL | {"glossary.yaml": "a: { term: A, audience: [] }\nb: { term: B, audience: }\n"})
        done = self.build("--edition", "public", exit=1)
        self.assertIn("glossary.yaml:1", done.stderr)
        self.assertIn("names whom this is for", done.stderr)


class UnpublishedTests(ProgramCase):
    BRIEFS = {
        "briefs/out.md": "# Out\n\nText.\n",
        "briefs/draft.md": "---\ntitle: Wordraft\ndraft: true\n---\n\nText.\n",
        "briefs/later.md": "---\ntitle: Wordlater\npublishAt: 2024-05-01T06:00+02:00\n---\n\nSee [out](brief:out).\n",
    }

    def titles(self) -> set[str]:
        return {path.stem for path in (self.site / "briefs").glob("*.html")}

    def test_drafts_and_embargoes_stay_out_without_a_clock(self) -> None:
        self.write(self.BRIEFS)
        done = self.build()
        self.assertEqual(self.titles(), {"out"})
        self.assertIn("draft", done.stderr)
        self.assertIn("--now", done.stderr)
        self.assertEqual(leaks(self.site, ["wordraft", "wordlater"]), [])
        self.assertEqual(self.build().stderr, done.stderr)

    def test_a_brief_is_published_at_its_time(self) -> None:
        self.write(self.BRIEFS)
        self.build("--now", "2024-05-01T03:59Z")
        self.assertEqual(self.titles(), {"out"})
        self.build("--now", "2024-05-01T04:00Z")
        self.assertEqual(self.titles(), {"out", "later"})

    def test_drafts_are_shown_as_such_where_they_are_asked_for(self) -> None:
        self.write(self.BRIEFS)
        self.build("--drafts")
        self.assertEqual(self.titles(), {"out", "draft", "later"})
        self.assertIn(">Draft<", self.page("briefs/draft.html"))

    def test_a_time_that_is_none(self) -> None:
        self.write({"briefs/a.md": "---\ntitle: A\npublishAt: tomorrow\n---\n\nText.\n"})
        self.assertIn("briefs/a.md:3:12", self.build(exit=1).stderr)
        self.assertEqual(self.run_program("build", "--now", "soon").returncode, 64)

    def test_the_content_of_drafts_is_checked(self) -> None:
        self.write({"briefs/a.md": "---\ntitle: A\ndraft: true\n---\n\nText.[^none]\n"})
        self.assertEqual(self.run_program("check").returncode, 1)
        # It stops no build that leaves it out.
        self.build()
        self.build("--drafts", exit=1)


class RandomMarks(EditionCase):
    """Parts of the bundled brief, marked at random, each with a word of its own."""

    def mark(self, rng: random.Random, word: str) -> str:
        brief = self.content / "briefs" / SLUG
        way = rng.choice(["section", "note", "paragraph", "record", "record", "record", "column", "heading", "file"])
        if way in ("section", "paragraph", "heading"):
            path = rng.choice(sorted(brief.glob("0[1-9]*.md")))
            text = path.read_text()
            if "audience: internal\nsummary" in text:
                return self.mark(rng, word)
            if way == "section":
                text = re.sub(r"^(# .*?)( \{#|$)", rf"\1 {word}\2", text, count=1, flags=re.MULTILINE)
                text = re.sub(r"^---\n", f"---\naudience: internal\nsummary: {word}\n", re.sub(r"^summary:.*\n", "", text, flags=re.MULTILINE), count=1)
            elif way == "heading":
                at = rng.choice([m.start() for m in re.finditer(r"\n\n(?=[A-Z])", text)])
                text = text[:at] + f"\n\n## Part {word} {{audience: internal}}\n\nText {word}." + text[at:]
                # The rest of the section is under that heading.
                text = text[:at] + text[at:]
            else:
                starts = [m.start() + 2 for m in re.finditer(r"\n\n(?=[A-Z])", text)]
                at = rng.choice(starts)
                text = text[:at] + "{audience: internal} " + word + " " + text[at:]
            path.write_text(text)
        elif way == "note":
            path = rng.choice([p for p in sorted(brief.glob("0*.md")) if "\n[^" in p.read_text()])
            text = path.read_text()
            label = rng.choice(re.findall(r"^\[\^([^\]]+)\]: (?!\{)", text, re.MULTILINE))
            path.write_text(text.replace(f"\n[^{label}]: ", f"\n[^{label}]: {{audience: internal}} {word} ", 1))
        elif way == "column":
            path = rng.choice(sorted(brief.glob("data/*.yaml")))
            text = path.read_text()
            key = re.search(r"^key: (\S+)", text, re.MULTILINE)
            names = [n for n in re.findall(r"^  (\S+): \{", text, re.MULTILINE) if not key or n != key[1]]
            if not names:
                return self.mark(rng, word)
            name = rng.choice(names)
            if f"  {name}: {{ audience" in text:
                return self.mark(rng, word)
            path.write_text(text.replace(f"  {name}: {{", f"  {name}: {{ audience: internal, unit: {word},", 1) if "unit" not in re.search(rf"^  {name}: .*", text, re.MULTILINE)[0] else text.replace(f"  {name}: {{", f"  {name}: {{ audience: internal,", 1).replace("unit: ", f"unit: {word} ", 1))
        elif way == "file":
            path = rng.choice(sorted(brief.glob("data/*.yaml")) + sorted(brief.glob("maps/*.yaml")))
            text = path.read_text()
            if text.startswith("audience"):
                return self.mark(rng, word)
            path.write_text("audience: internal\n" + re.sub(r"^title: ", f"title: {word} ", text, count=1, flags=re.MULTILINE))
        else:
            path = rng.choice([
                self.content / "actors.yaml", self.content / "places.yaml", self.content / "glossary.yaml",
                brief / "events.yaml", brief / "sources.yaml"])
            text = path.read_text()
            identifier = rng.choice(re.findall(r"^([a-z][\w-]*):\n", text, re.MULTILINE))
            block = re.search(rf"^{re.escape(identifier)}:\n((?:  .*\n|\n(?=  ))*)", text, re.MULTILINE)
            if "audience" in block[0]:
                return self.mark(rng, word)
            marked = block[0].replace(":\n", ":\n  audience: internal\n", 1)
            key = {"actors": "kind", "places": "kind", "glossary": "expansion", "events": "text", "sources": "role"}[path.stem]
            marked = re.sub(rf"^  {key}: .*(\n    .*)*\n", "", marked, flags=re.MULTILINE)
            marked = marked.replace("audience: internal\n", f"audience: internal\n  {key}: {word}\n", 1)
            path.write_text(text.replace(block[0], marked, 1))
        return f"{word}: {way} in {path.name}"

    def test_parts_of_the_bundled_brief(self) -> None:
        for seed in range(int(os.environ.get("SEEDS", "1"))):
            rng = random.Random(seed)
            shutil.rmtree(self.content, ignore_errors=True)
            shutil.copytree(BUNDLED, self.content)
            words = [f"qz{rng.randrange(10**9):09}zq" for _ in range(12)]
            marks = [self.mark(rng, word) for word in words]
            with self.subTest(seed=seed, marks=marks):
                for output in self.outputs("--edition", "public"):
                    self.assertEqual(leaks(output, words), [])
                # Of everything some is shown: the search for it finds what is there.
                self.build()
                shown = words_in(self.site, words)
                self.assertGreater(len(shown), len(words) // 2, sorted(set(words) - shown))


class NoWayAroundTests(ProgramCase):
    """Marks in odd places: each is minded, or a fault; none is printed with what it is to hide."""

    BASE = {
        "portal.yaml": "title: P\nbaseURL: https://p.example/\nlanguages: [en, fr]\n",
        "briefs/x/brief.yaml": "title: X\ndate: 2024-01-02\n",
        "briefs/x/01-a.md": "# One\n\nText.\n",
    }

    def hides(self, files: dict[str, str], *arguments: str) -> None:
        self.write(self.BASE | files)
        shutil.rmtree(self.site, ignore_errors=True)
        self.build("--edition", "public", *arguments)
        for path, data in snapshot(self.site).items():
            self.assertNotIn(b"zq", data.lower(), path)

    def refuses(self, files: dict[str, str], *places: str) -> None:
        self.write(self.BASE | files)
        for edition in ([], ["--edition", "public"]):
            text = self.build(*edition, exit=1).stderr
            for place in places:
                self.assertIn(f"--> {place}", text)

    def test_marks_in_texts_of_records_and_tables_are_faults(self) -> None:
        self.refuses({
            "briefs/x/brief.yaml":
                "title: X\nabstract: |\n  Ok.\n\n  {audience: internal} zqa\nkeyFindings: ['{audience: internal} zqb']\n",
            "places.yaml": "a: { name: A, description: '{ Audience: internal } zqc' }\n",
            "briefs/x/data/d.csv": "k,v\na,\"{audience: internal} zqd\"\n",
            "briefs/x/01-a.md": "---\nsummary: '{audience: internal} zqe'\n---\n# One\n\nText.\n",
        }, "briefs/x/brief.yaml:2:", "briefs/x/brief.yaml:6:", "places.yaml:1:", "briefs/x/data/d.csv:2:",
            "briefs/x/01-a.md:2:")

    def test_an_audience_that_names_nobody_is_a_fault(self) -> None:
        self.refuses({
            "places.yaml": "a: { name: A }\nz: { name: zqa, audience: { internal: true } }\n",
            "briefs/x/01-a.md": "---\naudience: { internal: true }\n---\n# One\n\nText.\n",
            "geo/a.geojson": '{"type":"FeatureCollection","audience":null,"features":[]}',
        }, "places.yaml:2:", "briefs/x/01-a.md:2:", "geo/a.geojson:1:")

    def test_what_brings_no_time_publishes_nothing(self) -> None:
        self.refuses({"briefs/y.md": "---\ntitle: Y\npublishAt:\ndraft:\n---\n\nzq\n"},
                     "briefs/y.md:3:", "briefs/y.md:4:")

    def test_what_a_merge_key_brings_counts(self) -> None:
        self.hides({"places.yaml": "h: &h { name: zqH, audience: internal }\nz: { <<: *h, name: zqa }\na: { name: A }\n"})

    def test_translated_pages_and_portals(self) -> None:
        self.hides({"about.md": "# About\n\nWords.\n", "fr/about.md": "---\naudience: internal\n---\n# zqfr\n\nzqtext\n",
                    "fr/portal.yaml": "audience: internal\ntitle: zqportal\n"})
        self.assertIn("About", self.page("fr/about.html"))

    def test_shapes(self) -> None:
        square = '{"type":"Polygon","coordinates":[[[40.1,35],[40.2,35],[40.2,35.1],[40.1,35]]]}'
        maps = {
            "places.yaml": "a: { name: A, lon: 40, lat: 35 }\nb: { name: B, lon: 41, lat: 35.5 }\n",
            "briefs/x/maps/m.yaml": "title: M\nplaces: [a, b]\n",
            "briefs/x/01-a.md": "# One\n\n![M](map:m)\n",
        }
        for where in ('"audience":"internal","properties":{"name":"zqf"}',
                      '"properties":{"name":"zqf","audience":["internal","partners"]}'):
            self.hides(maps | {"geo/p.geojson":
                '{"type":"FeatureCollection","features":[{"type":"Feature",%s,"geometry":%s}]}' % (where, square)})
            self.build()
            self.assertIn("zqf", self.page("briefs/x/map-m.svg"))

    def test_rows_without_a_name_are_not_drawn(self) -> None:
        self.write(self.BASE | {
            "places.yaml": "a: { name: A }\nzqs: { name: S, audience: internal }\n",
            "briefs/x/data/d.csv": "p,v\na,1\nzqs,2\n",
            "briefs/x/data/d.yaml": "title: D\ncolumns: { p: { type: place }, v: { type: integer } }\n",
            "briefs/x/charts/c.yaml": "title: C\nkind: bar\ndata: d\ncategory: p\nvalues: v\n",
            "briefs/x/01-a.md": "# One\n\n![C](chart:c)\n",
        })
        self.build("--edition", "public")
        self.assertEqual(self.page("briefs/x/chart-c.csv").splitlines()[1:], ["A,1"])

    def test_what_names_something_hidden_goes_with_it(self) -> None:
        self.write(self.BASE | {
            "places.yaml": "a: { name: A, lon: 40, lat: 35 }\nb: { name: B, lon: 41, lat: 35.5 }\n",
            "geo/r.geojson": '{"type":"FeatureCollection","audience":"internal","features":[{"type":"Feature",'
                '"properties":{"name":"Zqriver"},"geometry":{"type":"LineString","coordinates":[[40,35],[41,35.5]]}}]}',
            "briefs/x/maps/m.yaml":
                "title: M\nplaces: [a, b]\nzones:\n  s: { name: S, category: z, audience: internal, circle: { around: a, radius: 5 } }\n"
                "  r: { name: R, category: z, corridor: { river: zqriver, from: a, to: b, width: 4 } }\n",
            "briefs/x/data/d.csv": "k,v,w\nx,1,2\n",
            "briefs/x/data/d.yaml": "title: D\ncolumns:\n  k: { title: K, audience: internal }\n  v: { type: integer, audience: internal }\n",
            "briefs/x/charts/c.yaml": "title: C\nkind: bar\ndata: d\nrows: [x]\n",
            "briefs/x/charts/i.yaml": "title: I\nkind: bar\ndata: interviews\ncategory: month\n",
            "briefs/x/sources.yaml": "q: { type: interview, title: Q, date: 2022-03, audience: internal }\n",
            "briefs/x/01-a.md": "# One\n\n[z](zone:m:s) and [h](01-a.md#hid).\n\n## Hid {audience: internal}\n\nMore.\n",
        })
        self.build()
        self.build("--edition", "public")

    def test_marks_that_hide_nothing_are_faults(self) -> None:
        mark = "{audience: internal}"
        for text in (f"{mark}\n- zq", f"{mark}\n\n- zq", f"{mark}\n> zq", f"{mark}\n> [!NOTE] T\n> zq", f"{mark}\n## zq",
                     f"{mark}\n```\nzq\n```", f"{mark}\n\nzq", f"{mark}\n| a |\n|---|\n| zq |",
                     "## H {#h audience: internal}\n\nzq", "## H {#h .c audience=internal}\n\nzq",
                     "{.x audience: internal} zq", "{audiance: internal} zq", "{\u00a0audience: internal} zq"):
            with self.subTest(text):
                self.refuses({"briefs/x/01-a.md": f"# One\n\n{text}\n"}, "briefs/x/01-a.md:3:")
        self.refuses({"briefs/x/01-a.md": "# One\n\n{\naudience: internal} zq\n"}, "briefs/x/01-a.md:4:")
        self.refuses({"portal.yaml": "title: P\nrawHTML: true\n", "briefs/x/01-a.md": f"# One\n\n<p>{mark} zq</p>\n"},
                     "briefs/x/01-a.md:3:")

    def test_marks_that_are_none(self) -> None:
        self.write(self.BASE | {"briefs/x/01-a.md": "# One\n\nThe `{audience: internal}` mark; audience: all of {x}.\n"})
        self.build("--strict")
        self.assertIn("audience: all of {x}", self.page("briefs/x/a.html"))

    def test_front_matter_that_is_none_is_a_fault(self) -> None:
        for text, line in (("\n---\n%s\n---\n", 2), (" ---\n%s\n---\n", 1), ("----\n%s\n----\n", 1), ("+++\n%s\n+++\n", 1)):
            with self.subTest(text):
                self.refuses({"briefs/y.md": text % "audience: internal" + "# Y\n\nzq\n"}, f"briefs/y.md:{line}:")
        (self.content / "briefs/y.md").write_text("# Y\n\nOne.\n\n---\n\nTwo: three\n\n---\n")
        self.build("--edition", "public")

    def test_notes_that_are_written_where_nobody_else_reads(self) -> None:
        self.hides({
            "briefs/x/01-a.md":
                "# One\n\nOne[^s], two[^t], three[^u].\n\n## Hid {audience: internal}\n\nMore.\n\n[^s]: zq\n\n"
                "## Seen\n\n> [!NOTE] {audience: internal} T\n> zq\n>\n> [^t]: zq\n\nFour[^v].\n\n[^u]: Shown[^w].\n\n"
                "[^v]: Five\n\n[^w]: Six\n\n[^h]: {audience: internal} zq[^i]\n\n    [^i]: zq\n",
            "briefs/x/events.yaml": "e: { date: 2024, title: E, note: s }\n",
        })
        page = self.page("briefs/x/a.html")
        for words in ("Shown", "Five", "Six", "Seen"):
            self.assertIn(words, page)
        self.assertNotIn("Hid", page)

    def test_notes_within_hidden_parts_of_notes(self) -> None:
        for hidden in ("    - {audience: internal} zq\n\n      [^inner]: zq\n", "    > [!NOTE] {audience: internal} T\n    > zq\n    >\n    > [^inner]: zq\n"):
            with self.subTest(hidden):
                self.hides({"briefs/x/01-a.md": "# One\n\nText[^outer] and[^inner].\n\n[^outer]: Seen[^second].\n\n" + hidden
                            + "\n    Then.\n\n    [^second]: Told.\n"})
                for words in ("Seen", "Then.", "Told."):
                    self.assertIn(words, self.page("briefs/x/a.html"))

    def test_lines_of_front_matter_in_the_text_are_faults(self) -> None:
        for text in ("# Y\n\n---\naudience: internal\n---\n\nzq\n", "<!-- x -->\n---\naudience: internal\n---\n\nzq\n",
                     "\n---\n\"audience\": internal\n---\n\nzq\n", "---\n# by the desk\naudience: internal\n\nzq\n",
                     "# Y\n\naudience: internal} zq\n", "## H audience: internal}\n\nzq\n", "# Y\n\ndraft: true\n\nzq\n"):
            with self.subTest(text):
                self.refuses({"briefs/y.md": text}, "briefs/y.md:")
        (self.content / "briefs/y.md").write_text(
            "---\n\nTitle: a word\n\n" + "A line.\n\n" * 300 + "Audience: ministers.\n\n{ambience: calm} {Audiencia: Nacional} "
            "{audiences} target audience = 5} $\\{audience : x \\in X\\}$\n")
        self.build("--edition", "public")

    def test_files_that_are_called_otherwise_are_faults(self) -> None:
        data = {"briefs/x/data/t.csv": "a,b\nx,zq\n"}
        for name in ("data/t.YAML", "data/t.yml", "data/T2.yaml", "brief.yml", "Sources.yaml"):
            with self.subTest(name):
                self.refuses(data | {f"briefs/x/{name}": "audience: internal\ncolumns: { b: { audience: internal } }\n"}, f"briefs/x/{name}")
                (self.content / "briefs/x" / name).unlink()

    def test_what_has_the_name_of_something_hidden_stays(self) -> None:
        self.write(self.BASE | {
            "places.yaml": "a: { name: A, lon: 40, lat: 35 }\nb: { name: B, lon: 41, lat: 35.5 }\n",
            "briefs/x/brief.yaml": "title: X\nauthors: [Front]\n",
            "briefs/x/events.yaml": "raid: { date: 2024, title: Raid }\n",
            "briefs/x/maps/f.geojson": '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"front"},'
                '"geometry":{"type":"Polygon","coordinates":[[[40.1,35],[40.2,35],[40.2,35.1],[40.1,35]]]}}]}',
            "briefs/x/maps/m.yaml": "title: M\nplaces: [a, b]\ncallouts: [{ event: raid, at: a, text: Called }]\nzones:\n"
                "  y: { name: Zoned, category: c, geojson: { file: f.geojson, feature: front } }\n",
            "briefs/x/01-a.md": "# One\n\n![M](map:m)\n\nText.[^raid][^front]\n\n[^raid]: {audience: internal} x\n[^front]: {audience: internal} y\n",
        })
        self.build("--edition", "public")
        for words in ("Called", "Zoned"):
            self.assertIn(words, self.page("briefs/x/map-m.html"))
        self.assertIn("Front", self.page("briefs/x.html"))

    def test_translations_for_others_fall_back(self) -> None:
        self.write(self.BASE | {
            "people.yaml": "ada: { name: Ada }\n", "fr/people.yaml": "audience: internal\nada: { name: zqada }\n",
            "briefs/x/brief.yaml": "title: X\nauthors: [ada]\n",
            "briefs/x/events.yaml": "e: { date: 2024, title: Raid }\n",
            "briefs/x/fr/events.yaml": "e: { title: zqraid, audience: internal }\n",
            "about.md": "# zq {audience: internal}\n\nzq\n", "fr/about.md": "# zq\n\nzq\n",
        })
        self.hides({})
        self.assertIn("Raid", self.page("fr/timeline.html"))
        self.assertIn("Ada", self.page("fr/authors/ada.html"))

    def test_lists_of_translations_keep_their_order(self) -> None:
        findings = "title: X\nkeyFindings: [{ text: %s }, { text: zq%s, audience: internal }, { text: %s }]\n"
        self.hides({"briefs/x/brief.yaml": findings % ("One", "two", "Three"),
                    "briefs/x/fr/brief.yaml": findings % ("Un", "deux", "Trois")})
        for words in ("Un", "Trois"):
            self.assertIn(f"<li>{words}</li>", self.page("fr/briefs/x.html"))

    def test_marks_in_code_of_records_are_none(self) -> None:
        self.write(self.BASE | {"briefs/x/brief.yaml": "title: X\nkeyFindings: [\"Write `{audience: internal}` first\"]\n"})
        self.build("--edition", "public")

    def test_what_is_left_of_lists_and_quotations(self) -> None:
        self.hides({"briefs/x/01-a.md":
            "# One\n\n> {audience: internal} zq\n\n- {audience: internal} zq\n- {audience: internal} zq\n\nText.\n"})
        body = self.page("briefs/x/a.html").split("<article", 1)[1].split("</article>")[0]
        self.assertNotIn("<blockquote", body)
        self.assertNotIn("<li>", body)

    def test_titles_that_hide_all(self) -> None:
        self.hides({"briefs/zqy.md": "# Zq {audience: internal}\n\nzq\n", "zqp.md": "# Zq {audience: internal}\n\nzq\n"})

    def test_columns_that_are_not_found_are_faults(self) -> None:
        data = {"briefs/x/01-a.md": "# One\n\n![T](table:d)\n", "briefs/x/data/d.csv": "Place,sec \nA,zq\n"}
        self.refuses(data | {"briefs/x/data/d.yaml": "columns: { Sec: { audience: internal } }\n"}, "briefs/x/data/d.yaml:1:")
        self.refuses(data | {"briefs/x/data/d.yaml": "", "briefs/x/data/d.csv": "Place;sec\nA;zq\n"}, "briefs/x/data/d.csv:1:")
        (self.content / "briefs/x/data/d.yaml").unlink()
        self.refuses(data | {"briefs/x/data/d.yml": "columns: { sec: { audience: internal } }\n"}, "briefs/x/data/d.yml")
        (self.content / "briefs/x/data/d.yml").unlink()
        self.hides(data | {"briefs/x/data/d.yaml": "columns: { sec: { audience: internal } }\n"})

    def test_files_of_records_as_a_whole(self) -> None:
        self.hides({
            "places.yaml": "audience: internal\nzqa: { name: Zq, lon: 40, lat: 35 }\n",
            "people.yaml": "audience: internal\nzqp: { name: Zq }\n",
            "briefs/x/brief.yaml": "title: X\nauthors: [zqp, Ada]\n",
            "briefs/x/sources.yaml":
                "audience: internal\nzqs: { type: interview, role: zq, place: zqa, date: 2022-03, public: { role: An official, date: 2022 } }\n"
                "zqt: { type: interview, role: zq, date: 2022-03 }\n",
            "briefs/x/events.yaml": "audience: internal\nzqe: { date: 2024, title: Zq }\n",
            "briefs/x/data/d.csv": "p,v\nzqa,1\n",
            "briefs/x/data/d.yaml": "columns: { p: { type: place }, v: { type: integer } }\n",
            "briefs/x/01-a.md": "# One\n\n[e](event:zqe) and [s](source:zqs) and [a](place:zqa).\n",
        })
        self.assertIn("An official", self.page("briefs/x/sources.html"))

    def test_what_tells_of_a_hidden_event_or_feature(self) -> None:
        square = '{"type":"Polygon","coordinates":[[[40.1,35],[40.2,35],[40.2,35.1],[40.1,35]]]}'
        feature = '{"type":"Feature","properties":{"name":"%s"%s},"geometry":' + square + "}"
        self.hides({
            "places.yaml": "a: { name: A, lon: 40, lat: 35 }\nb: { name: B, lon: 41, lat: 35.5 }\n",
            "briefs/x/events.yaml": "zqe: { date: 2024, title: Zq, audience: internal }\n",
            "briefs/x/maps/f.geojson": '{"type":"FeatureCollection","features":[%s,%s]}' % (
                feature % ("open", ""), feature % ("zqhid", ',"audience":"internal"')),
            "briefs/x/maps/m.yaml":
                "title: M\nplaces: [a, b]\ncallouts: [{ event: zqe, at: a, text: zq }]\nzones:\n"
                "  zqz: { name: zq, category: c, geojson: { file: f.geojson, feature: [open, zqhid] } }\n"
                "  y: { name: Y, category: c, geojson: { file: f.geojson, feature: open } }\n",
            "briefs/x/01-a.md": "# One\n\n![M](map:m)\n",
        })

    def test_a_picture_that_is_data_is_a_fault(self) -> None:
        self.refuses({"briefs/x/01-a.md": "# One\n\n![x](sources.yaml)\n",
                      "briefs/x/sources.yaml": "a: { type: book, title: zq, audience: internal }\n"}, "briefs/x/01-a.md:3:")

    def test_a_translation_with_a_section_that_is_left_out(self) -> None:
        self.hides({
            "briefs/y.md": "# Y\n\nOpen.\n\n## A\n\nText.\n\n## B {audience: internal}\n\nzqown\n",
            "briefs/fr/y.md": "# Y\n\nOuvert.\n\n## A\n\nTexte.\n\n## B\n\nzqfrench\n",
        })
        self.assertIn("Text.", self.page("fr/briefs/y.html"))

    def test_a_build_of_some_briefs_keeps_to_the_edition(self) -> None:
        self.write(self.BASE | {"briefs/x/02-b.md": "# Two {audience: internal}\n\nzqsecret\n"})
        self.build()
        done = self.build("x", "--edition", "public", exit=2)
        self.assertIn("another edition", done.stderr)
        self.build("--edition", "public")
        self.write({"briefs/x/01-a.md": "# One\n\nOther words.\n"})
        self.build("x", "--edition", "public")
        self.assertIn("Other words", self.page("briefs/x/one.html") if (self.site / "briefs/x/one.html").exists()
                      else self.page("briefs/x/a.html"))
        # What the brief no longer has goes too.
        self.write({"briefs/x/03-c.md": "# Three\n\nWords.\n"})
        self.build("x", "--edition", "public")
        self.assertTrue((self.site / "briefs/x/c.html").exists())
        (self.content / "briefs/x/03-c.md").unlink()
        self.build("x", "--edition", "public")
        self.assertFalse((self.site / "briefs/x/c.html").exists())
        self.assertTrue((self.site / "index.html").exists())

    def test_forms_for_others_are_checked_in_every_edition(self) -> None:
        self.refuses({"briefs/x/sources.yaml":
            "a: { type: interview, title: A, role: r, date: 2022-03, audience: internal, public: { date: nope } }\n"
            "b: { type: interview, title: B, role: r, date: 2022-03, audience: internal, public: [x] }\n"},
            "briefs/x/sources.yaml:1:")
        self.write({"briefs/x/sources.yaml": "b: { type: interview, title: B, date: 2022-03, public: [x] }\n"})
        self.assertIn("“public” must be keys with values", self.build(exit=1).stderr)

    def test_packs_of_some_briefs_keep_to_the_edition(self) -> None:
        self.write(self.BASE | {"briefs/y.md": "# Y\n\nzqy\n\n## Z {audience: internal}\n\nzqz\n"})
        def pack(*arguments: str, exit: int) -> str:
            done = self.run_program("pack", *arguments, "--format", "epub")
            self.assertEqual(done.returncode, exit, done.stderr)
            return done.stderr
        pack("y", exit=0)
        self.assertIn("another edition", pack("x", "--edition", "public", exit=2))
        pack("x", exit=0)

    def test_compressed_files_and_other_languages_go_with_a_section(self) -> None:
        self.write(self.BASE | {"briefs/x/03-c.md": "# Three\n\n" + "Many words here. " * 200})
        self.build("--compress")
        gone = [path for path in snapshot(self.site) if re.fullmatch(r"(fr/)?briefs/x/c\.html(\.br|\.gz)?", path)]
        self.assertEqual(len(gone), 6, gone)
        (self.content / "briefs/x/03-c.md").unlink()
        self.build("x", "--compress")
        left = set(snapshot(self.site))
        self.assertFalse(left & set(gone))
        self.assertIn("fr/briefs/x/a.html.gz", left)

    def test_citations(self) -> None:
        self.write(self.BASE | {
            "people.yaml": "h: { name: Zq Person, audience: internal }\n",
            "briefs/x/brief.yaml": "title: X\ndate: 2024-01-02\nauthors: [Ann Open, h]\n"
                "revisions:\n  - { date: 2025-05-05, summary: s, audience: internal }\n",
            "briefs/y.md": "---\ntitle: zqY\naudience: internal\n---\n\nText.\n",
            "briefs/z.md": "---\ntitle: zqZ\ndraft: true\n---\n\nText.\n",
        })
        for form in ("bibtex", "ris", "csl-json"):
            done = self.run_program("cite", "--format", form, "--edition", "public")
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn("Open", done.stdout)
            self.assertNotIn("zq", done.stdout.lower())
        done = self.run_program("cite")
        self.assertIn("zqY", done.stdout)
        self.assertNotIn("zqZ", done.stdout)
        self.assertIn("a draft", done.stderr)
        self.assertIn("internal", done.stderr)


class ReviewedEditionTests(ProgramCase):
    """Nothing that an edition leaves out is in a review of it, in no language."""

    OLD = {
        "portal.yaml": "title: P\nlanguages: [en, fr]\n",
        "places.yaml": "a: { name: A }\nzqplace: { name: Q, audience: internal }\n",
        "briefs/x/brief.yaml": "title: X\nkeyFindings:\n  - Open.\n  - { text: Zqown, audience: internal }\n"
            "translations: { fr: { keyFindings: [Ouvert., Zqfinding1] } }\n",
        "briefs/x/01-a.md": "# One\n\nText [here](place:zqplace).\n\n## Hid {audience: internal}\n\nzqsub1\n",
        "briefs/x/02-b.md": "---\naudience: internal\n---\n# Two\n\nzqtwo1\n",
        "briefs/x/events.yaml": "e: { date: 2024-01-05, title: Zqevent1, audience: internal }\n",
        "briefs/x/fr/01-a.md": "# Un\n\nTexte.\n\n{audience: internal} zqfr1[^n]\n\n[^n]: zqnote1\n",
        "briefs/x/fr/02-b.md": "# Deux\n\nzqdeux1\n",
        "briefs/x/fr/events.yaml": "e: { title: zqtitre1 }\n",
        "briefs/y.md": "---\naudience: internal\n---\n# Y\n\nzqy1\n",
        "briefs/fr/y.md": "# Y\n\nzqyfr1\n",
        "briefs/d.md": "---\ntitle: Zqdraft\ndraft: true\n---\n\nzqd1\n",
    }

    def test_in_all_formats(self) -> None:
        for side, swap in (("old", ""), ("new", "2")):
            for name, text in self.OLD.items():
                path = self.folder / side / name
                path.parent.mkdir(parents=True, exist_ok=True)
                if swap:
                    text = text.replace("1", "2").replace("[here](place:zqplace)", "here")
                    text = text.replace("2024-02-05", "2024-01-05")
                path.write_text(text)
        for form in ("text", "markdown", "html", "json"):
            done = self.run_program(
                "review", "--files", "old", "new", "--format", form, "--edition", "public")
            self.assertIn(done.returncode, (0, 1), done.stderr)
            self.assertNotIn("zq", done.stdout.lower(), form)
        done = self.run_program("review", "--files", "old", "new", "--format", "json")
        for word in ("zqsub2", "zqtwo2", "zqfr2", "zqdeux2", "zqtitre2", "zqd2", "zqplace", "Zqfinding2"):
            self.assertIn(word, done.stdout)


if __name__ == "__main__":
    unittest.main()

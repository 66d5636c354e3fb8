"""Breaks an EPUB in many ways and demands that epub.py finds each. Usage: epub_seeded.py EPUB,
one with maps, tables and notes."""

import re
import sys
import tempfile
import zipfile
from pathlib import Path

import epub

# What is broken, in which file, what is put for what: once. Words that must be in what is found.
SEEDS = [
    ("a map without an alternative", "cover.xhtml", r' alt="[^"]*"', "", "no alternative"),
    ("a map with an empty one", "map-1.xhtml", r' alt="Map[^"]*"', ' alt=""', "empty alternative"),
    ("no language", "section-1.xhtml", r' lang="\w+"', "", "language"),
    ("a heading skipped", "section-1.xhtml", r"<(/?)h1", r"<\1h3", "heading of level"),
    ("a dead link", "nav.xhtml", r'href="front.xhtml', 'href="fron.xhtml', "not there"),
    ("a dead anchor", "front.xhtml", r'notes\.xhtml#note-', "notes.xhtml#not-", "anchor"),
    ("contents out of order", "nav.xhtml", r'href="sources.xhtml"', 'href="notes.xhtml"', "the spine is"),
    ("no way back", "notes.xhtml", r' role="doc-backlink"', "", "leads back"),
    ("a way back astray", "notes.xhtml", r'section-(\d).xhtml#ref', "section-1.xhtml#ref", "lead"),
    ("a note's role gone", "notes.xhtml", r' role="doc-footnote"', "", "without the role"),
    ("a reference's role gone", "section-2.xhtml", r' role="doc-noteref"', "", "without the role"),
    ("a header cell gone", "map-1.xhtml", r' scope="(col|row)"', "", "header cells"),
    ("a remote picture", "cover.xhtml", r'src="maps', 'src="https://example.org/maps', "loads"),
    ("an id twice", "section-2.xhtml", r' id="ref-[^"]*"', ' id="_title"', "id stands twice"),
    ("no summary of access", "package.opf", r"<meta property=\"schema:accessibilitySummary\">[^<]*</meta>", "", "Summary"),
    ("a lie about pictures", "package.opf", r'<meta property="schema:accessMode">visual</meta>', "", "accessMode"),
    ("no title", "package.opf", r"<dc:title[^>]*>[^<]*</dc:title>", "", "EPUBCheck"),
    ("XML ill-formed", "section-1.xhtml", r"</section>", "", "EPUBCheck"),
    ("a custom property", "maps/1.svg", r"fill: ?#\w+", "fill:var(--x)", "complete in itself"),
    ("a map's description gone", "maps/1.svg", r"<desc.*?</desc>", "", "title and description"),
]
EVERY = {"a header cell gone", "a way back astray", "a heading skipped", "no way back"}


def broken(source, target, file, pattern, new, everywhere):
    changed = False
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as out:
        for info in old.infolist():
            data = old.read(info)
            if info.filename == "EPUB/" + file:
                text, count = re.subn(
                    pattern, new, data.decode(), count=0 if everywhere else 1, flags=re.DOTALL)
                changed = count > 0 and text != data.decode()
                data = text.encode()
            out.writestr(info, data)
    return changed


def main(path):
    try:
        command = epub.tool()
    except epub.Missing as missing:
        print(f"epub_seeded.py: {missing}", file=sys.stderr)
        return 2
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, file, pattern, new, words in SEEDS:
            target = str(Path(folder, "seeded.epub"))
            if not broken(path, target, file, pattern, new, name in EVERY):
                print(f"{name}: {file} has nothing to break")
                missed += 1
            # EPUBCheck is asked only for what is its own: it takes seconds.
            elif not any(words in fault for fault in found(command, target, words)):
                print(f"{name}: not found")
                missed += 1
    print(f"{len(SEEDS)} seeded faults: {len(SEEDS) - missed} found")
    return 1 if missed else 0


def found(command, path, words):
    if words == "EPUBCheck":
        return list(epub.epubcheck(command, path))
    return epub.Publication(path).check()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]) if len(sys.argv) == 2 else 2)

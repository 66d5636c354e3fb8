"""Prints every page of a site with Chromium, and reads what is on the paper.

    print.py SITE [--pages GLOB]… [--paper a4|letter]…

Pages are printed on A4, and the first of each kind on Letter, by a reader whose screen is dark. Each
fault is one line. The exit code is 0 without faults, 1 with any, 2 when a tool is missing or there
is no site.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unicodedata
import xml.etree.ElementTree as tree
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from browser import CHROMIUM, TABS, Missing
from gate.paper import A4_WIDTH, MARGIN, MARGINS
from page import Page
from portal import Portal, count
from server import Host, serving

LONG = 80  # Letters of a word that fills more than a line
PAPERS = {"a4": "A4", "letter": "Letter"}
EDGE = 5 / 25.4 * 72  # 5 mm, which printers leave blank, in points
FRAME = 46  # Above and below it, in points, stand the lines that every sheet carries.
SMALLEST = 5.5  # Height of a line's box in points: letters of 4 points
WORD = re.compile(r"\w+")
PIECE = re.compile(r"[^\W\d_]+|\d+")  # The number of a note may touch the word before it.

# What a reader of the page sees, whether or not it is printed: words of the text and of drawings,
# headings, and the boxes of pictures, all as the screen shows them. What a script says in a status is for
# the screen alone.
SEEN = """() => {
  let last = null;
  const words = [], skipped =
    'nav, .skip, .actions, .back, .cite, [download], .downloads, .map-switches, .unseen, [role=status], title, desc, '
    + '.to-contents, figure.timeline, .chart-data:not([open])';
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const shown = e => e.checkVisibility({visibilityProperty: true}) || e.closest('[role~=doc-footnote]');
  while (walker.nextNode()) {
    const e = walker.currentNode.parentElement;
    if (!e.closest(skipped) && !(e.closest('.map-drawing') && !e.closest('.map-legend')) && shown(e))
{
      let block = e;
      while (getComputedStyle(block).display === 'inline') block = block.parentElement;
      if (block !== last || walker.currentNode.previousSibling?.localName === 'br') words.push('\\u001f');
      words.push(walker.currentNode.data);
      last = block;
    }
  }
  const text = e => e.innerText.trim();
  return {
    text: words.join(''),
    headings: [...document.querySelectorAll('main :is(h1, h2, h3, h4, h5, h6)')].filter(e => !e.closest(skipped)).map(text),
    cut: !!document.querySelector('main .wide') || getComputedStyle(document.documentElement).direction === 'rtl',
    navigation: [...document.querySelectorAll('nav:not(.trail), .skip, .actions')].map(text).filter(t => t),
  };
}"""

# The same page made ready for paper: where pictures would lie, and the colour of the sheet.
LAID = """() => {
  const faults = [], root = document.documentElement, width = root.clientWidth;
  // Chromium prints what is too wide in smaller type, all of it.
  if (root.scrollWidth > width + 1) faults.push(`needs ${root.scrollWidth} of ${width} px across`);
  const colour = getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).map(Number);
  if (colour[3] !== 0 && Math.min(...colour.slice(0, 3)) < 230) faults.push('the paper is dark');
  for (const e of document.querySelectorAll('nav:not(.trail), .skip, .actions'))
    if (e.checkVisibility() && e.innerText.trim()) faults.push(`navigation is printed: “${e.innerText.trim().replace(/\\s+/g, " ").slice(0, 40)}”`);
  for (const e of document.querySelectorAll('main :is(img, svg, canvas, video)')) {
    if (!e.checkVisibility()) continue;
    const r = e.getBoundingClientRect(), name = e.localName + [...e.classList].map(c => '.' + c).join('');
    if (r.left < -1 || r.right > width + 1) faults.push(`${name} reaches past the paper`);
    if (r.height > 930) faults.push(`${name} is taller than a sheet, and is cut`);
  }
  return faults;
}"""


@dataclass
class Sheet:
    """A printed page: its size, and its lines as (top, left, bottom, right, words), in points."""

    width: float
    height: float
    lines: list[tuple[float, float, float, float, list[str]]]


def folded(text: str) -> str:
    """Without what printing changes: ligatures, hyphens at the ends of lines, the forms of letters."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in text if c.isspace() or not unicodedata.category(c).startswith(("C", "M")))


def ordered(word: str) -> str:
    """A word from right to left, whose order depends on its ligatures, as its letters alone."""
    return "".join(sorted(word)) if unicodedata.bidirectional(word[0]) in ("R", "AL") else word


def words_of(text: str) -> Counter[str]:
    return Counter(map(ordered, PIECE.findall(folded(text))))


def missing(wanted: Counter[str], found: Counter[str], is_cut: bool) -> list[str]:
    """The words that are not on paper, neither whole nor cut by the ends of lines.

    The pieces of a word that was cut are left over on the paper, so each explains one word only.
    """
    left = found - wanted
    steps = 0

    def pieced(word: str) -> bool:
        nonlocal steps
        steps += 1
        if not word or steps > 10_000:
            return not word
        for end in range(len(word), 0, -1):
            piece = word[:end]
            if left[piece] > 0:
                left[piece] -= 1
                if pieced(word[end:]):
                    return True
                left[piece] += 1
        return False

    lost = []
    for word in sorted((wanted - found).elements(), key=lambda word: (-len(word), word)):
        steps = 0
        if not pieced(word):
            lost.append(word)
    # Cut anywhere, words leave pieces that could be of several: their letters are counted. So are those of a page
    # from right to left, whose ligatures stand as words of their own, and whose و joins a word of another script.
    if any(len(word) > LONG for word in wanted) or is_cut:
        return lost if Counter("".join(lost)) - Counter("".join(left.elements())) else []
    return lost


def read(pdf: Path) -> list[Sheet]:
    done = subprocess.run(["pdftotext", "-bbox-layout", pdf, "-"], capture_output=True, check=False)
    if done.returncode:
        raise RuntimeError(f"pdftotext: {done.stderr.decode().strip()}")
    # Control characters of hostile text are not XML.
    xml = re.sub(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", b"", done.stdout)
    sheets = []
    for page in tree.fromstring(xml).iter("{http://www.w3.org/1999/xhtml}page"):
        lines = []
        for line in page.iter("{http://www.w3.org/1999/xhtml}line"):
            box = [float(line.get(side, 0)) for side in ("yMin", "xMin", "yMax", "xMax")]
            lines.append((*box, ["".join(word.itertext()) for word in line]))
        sheets.append(Sheet(float(page.get("width", 0)), float(page.get("height", 0)), lines))
    return sheets


def has_ink(pdf: Path, sheet: int) -> bool:
    """Whether a sheet without words shows a picture."""
    dots = 12
    done = subprocess.run(
        ["pdftoppm", "-gray", "-r", str(dots), "-f", str(sheet), "-l", str(sheet), pdf], capture_output=True, check=True)
    _, size, _, pixels = done.stdout.split(b"\n", 3)
    width, height = map(int, size.split())
    margin = FRAME * dots // 72 + 1
    return any(value < 240 for value in pixels[width * margin:width * (height - margin)])


def judge(seen: dict[str, Any], pdf: Path) -> list[str]:
    faults = []
    sheets = read(pdf)
    headings = {"".join(WORD.findall(folded(h))) for h in seen["headings"]} - {""}
    printed: list[str] = []
    for number, sheet in enumerate(sheets, 1):
        inside = [line for line in sheet.lines if line[0] > FRAME and line[2] < sheet.height - FRAME]
        if not inside and not has_ink(pdf, number):
            faults.append(f"sheet {number} is empty")
        off = [
            words for top, left, bottom, right, words in sheet.lines
            if left < EDGE or top < EDGE or right > sheet.width - EDGE or bottom > sheet.height - EDGE]
        if off:
            faults.append(f"sheet {number}: “{' '.join(off[0])[:40]}” runs off the paper, {count(len(off), 'lines')} in all")
        small = [line for line in inside if line[2] - line[0] < SMALLEST and line[4]]
        if len(small) > 4 and len(small) > len(inside) / 2:
            faults.append(f"sheet {number} is printed in type of {small[0][2] - small[0][0]:.1f} points")
        if inside and number < len(sheets):
            last = max(inside, key=lambda line: line[2])
            foot = "".join(WORD.findall(folded("".join(last[4]))))
            if foot and len(foot) > 3 and any(h == foot or h.endswith(foot) and last[2] - last[0] > 13 for h in headings):
                faults.append(f"sheet {number}: the heading “{' '.join(last[4])[:40]}” stands last")
        printed += [word for line in inside for word in line[4]]

    lost = missing(words_of(seen["text"]), words_of("\x1f".join(printed)), seen["cut"])
    if lost:
        faults.append(f"not all words are on paper, among them {', '.join(f'“{w[:30]}”' for w in lost[:5])}")
    flat, shown = (" ".join(WORD.findall(folded(text))) for text in (" ".join(printed), seen["text"]))
    for entry in seen["navigation"]:
        words = " ".join(WORD.findall(folded(entry)))
        if len(words) > 12 and flat.count(words) > shown.count(words):
            faults.append(f"navigation is printed: “{entry[:40]}”".replace("\n", " "))
    return faults


async def print_page(tab: Any, page: Page, host: Host, folder: Path, papers: list[str]) -> list[str]:
    await tab.emulate_media(media="screen", color_scheme="dark")
    await tab.set_viewport_size({"width": 1280, "height": 800})
    await tab.goto(host.url(page))
    seen = await tab.evaluate(SEEN)
    await tab.emulate_media(media="print", color_scheme="dark")
    await tab.set_viewport_size({"width": A4_WIDTH - round(await tab.evaluate(MARGINS, MARGIN)), "height": 1000})
    faults = [f"{page}: {fault}" for fault in await tab.evaluate(LAID)]
    for paper in papers:
        file = folder / f"{abs(hash((page.path, paper)))}.pdf"
        await tab.pdf(path=str(file), format=PAPERS[paper], prefer_css_page_size=True, print_background=True)
        faults += [f"{page}: on {PAPERS[paper]}, {fault}" for fault in await asyncio.to_thread(judge, seen, file)]
        file.unlink()
    return faults


def papers_of(portal: Portal) -> dict[str, list[str]]:
    """A4 for all pages, Letter for the first of each kind too."""
    kinds: set[str] = set()
    chosen = {}
    for page in portal.visited:
        chosen[page.path] = ["a4"] if page.kind in kinds else ["a4", "letter"]
        kinds.add(page.kind)
    return chosen


def print_all(portal: Portal, papers: dict[str, list[str]]) -> list[str]:
    try:
        from playwright.async_api import async_playwright
    except ImportError as error:
        raise Missing(f"{error.name} is not installed: run Tests/setup.sh") from error
    if not Path(CHROMIUM).exists():
        raise Missing(f"there is no {CHROMIUM}: run Tests/setup.sh")
    if not shutil.which("pdftotext"):
        raise Missing("there is no pdftotext: run Tests/setup.sh")
    faults: dict[str, list[str]] = {}

    async def work(browser: Any, host: Host, queue: list[Page], folder: Path) -> None:
        place = await browser.new_context()
        tab = await place.new_page()
        while queue:
            page = queue.pop(0)
            try:
                faults[page.path] = await print_page(tab, page, host, folder, papers[page.path])
            except Exception as error:  # One page that cannot be printed is that page's fault.
                faults[page.path] = [f"{page}: could not be printed: {str(error).splitlines()[0]}"]
                await tab.close()
                tab = await place.new_page()
        await place.close()

    async def run(host: Host, folder: Path) -> None:
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=CHROMIUM)
            queue = list(portal.visited)
            await asyncio.gather(*(work(browser, host, queue, folder) for _ in range(TABS)))
            await browser.close()

    with serving(portal) as host, tempfile.TemporaryDirectory(prefix="print-") as folder:
        asyncio.run(run(host, Path(folder)))
    return [fault for page in portal.visited for fault in faults[page.path]]


def main() -> int:
    parser = argparse.ArgumentParser(description="Prints every page of a site, and reads the paper.")
    parser.add_argument("site", type=Path, help="the folder of the site")
    parser.add_argument("--pages", action="append", help="pages whose path matches (may be repeated)")
    parser.add_argument("--paper", action="append", choices=PAPERS, help="on this paper (may be repeated)")
    options = parser.parse_args()

    if not (options.site / "index.html").is_file():
        print(f"print: {options.site} holds no index.html: build the site first", file=sys.stderr)
        return 2
    start = time.monotonic()
    portal = Portal(options.site.resolve(), options.pages)
    if not portal.visited:
        print(f"print: no page matches {', '.join(options.pages or [])}", file=sys.stderr)
        return 2
    papers = papers_of(portal)
    if options.paper:
        papers = {path: options.paper for path in papers}
    try:
        faults = list(dict.fromkeys(print_all(portal, papers)))
    except Missing as missing:
        print(f"print: {missing}", file=sys.stderr)
        return 2
    for fault in faults:
        print(fault)
    verdict = count(len(faults), "faults") if faults else "ok"
    print(f"print: {count(len(portal.visited), 'pages')}, {verdict} ({time.monotonic() - start:.1f} s)")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

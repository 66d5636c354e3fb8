"""Every chart is sound as a drawing and as a table, on screens of four sizes, in every colour scheme, on paper.

A drawing is held to `drawing.py` from its bytes; its page has its figures as a table, which is also what can be
downloaded. What a reader sees is measured in Chromium: words apart and whole, marks that contrast.
"""

from __future__ import annotations

import csv
import io
from typing import Any, Iterator

import chartview
from browser import visit
from drawing import judge_element, judge_file, judge_precision, judge_ratio
from gate.maps import LEAST_LETTER, LOOKS, PAPER, download, within, words
from page import Element, Page
from portal import Portal, Report, count
from server import Host

WIDTHS = (320, 375, 768, 1440)
CONTRAST = (4.5, 3)  # Of words, of marks.


def drawings(page: Page) -> list[Element]:
    return [e for e in page.all("svg") if "chart-drawing" in e.get("class").split()]


def judge_drawing(page: Page, drawing: Element) -> Iterator[str]:
    where = page.at(drawing)
    # Links are nothing in an image, whose parts are hidden from assistive technology.
    links = within(page, drawing, "a")
    if drawing.get("role") != ("group" if links else "img"):
        yield f"{where}: a chart has no role={'group' if links else 'img'}"
    for link in links:
        if not words(link):
            yield f"{page.at(link)}: a link in a chart has no words"
    for attribute in ("aria-labelledby", "aria-describedby"):
        named = [page.ids.get(name) for name in drawing.get(attribute).split()]
        if not any(e is not None and words(e) for e in named):
            yield f"{where}: a chart has no {attribute} that leads to words"
    for part in (drawing, *within(page, drawing, *{e.tag for e in page.elements})):
        if part is drawing or part.parent is not None:
            yield from judge_element(page.at(part), part.tag, part.attributes, page.ids)
            yield from judge_precision(page.at(part), part.tag, part.attributes)
        for name, value in part.attributes.items():
            if name in ("d", "x", "y", "width", "height") and ("nan" in value.lower() or "inf" in value.lower()):
                yield f"{page.at(part)}: {name} is no number"
    yield from judge_ratio(where, drawing.attributes)


def table(page: Page) -> list[list[str]]:
    """The cells of the chart's own table, the header first."""
    regions = [e for e in page.all("div") if "table" in e.get("class").split()]
    rows = within(page, regions[-1], "tr") if regions else []
    return [[words(cell) for cell in within(page, row, "th", "td")] for row in rows]


def judge_page(portal: Portal, page: Page) -> Iterator[str]:
    if len(drawings(page)) != 2:
        yield f"{page}: has {len(drawings(page))} drawings, of two"
    told = table(page)
    if len(told) < 2:
        yield f"{page}: has no table of its figures"
    if not download(portal, page, ".svg"):
        yield f"{page}: links to no .svg of the chart to download"
    path = download(portal, page, ".csv")
    if not path:
        yield f"{page}: links to no .csv of the chart to download"
        return
    isolates = str.maketrans("", "", "\u2066\u2069")
    text = (portal.root / path).read_text(encoding="utf-8")
    kept = [[" ".join(cell.split()) for cell in row] for row in csv.reader(io.StringIO(text, newline=""))]
    if kept != [[cell.translate(isolates) for cell in row] for row in told]:
        yield f"{path}: says other than the table of {page}"


async def look(tab: Any, page: Page, host: Host) -> list[str]:
    faults: dict[str, list[str]] = {}

    async def judge(where: str, script: str, argument: Any = None) -> None:
        for fault in await tab.evaluate(script, argument):
            faults.setdefault(fault, []).append(where)

    await tab.emulate_media(media="screen", color_scheme="light", contrast="no-preference")
    await tab.goto(host.url(page))
    for width in WIDTHS:
        await tab.set_viewport_size({"width": width, "height": 900})
        await judge(f"at {width} px", chartview.DRAWINGS)
        await judge(f"at {width} px", chartview.LETTERS, LEAST_LETTER)
    for name, media in LOOKS:
        await tab.emulate_media(media="screen", **media)
        await judge(name, chartview.CONTRAST, list(CONTRAST))
    await tab.emulate_media(media="print", color_scheme="dark", contrast="no-preference")
    await tab.set_viewport_size({"width": PAPER[0], "height": PAPER[1]})
    await judge("printed", chartview.PRINT, PAPER[1])
    await judge("printed", chartview.CONTRAST, list(CONTRAST))
    return [f"{page}: {', '.join(dict.fromkeys(where))}: {fault}" for fault, where in faults.items()]


def run(portal: Portal) -> Report:
    faults: list[str] = []
    drawn = 0
    for page in portal.shown:
        for drawing in drawings(page):
            drawn += 1
            faults += judge_drawing(page, drawing)
    pages = [page for page in portal.shown if page.kind == "chart"]
    for page in pages:
        faults += judge_page(portal, page)
        if path := download(portal, page, ".svg"):
            faults += judge_file(path, (portal.root / path).read_bytes(), True, ".chart-")
    seen = [page for page in portal.shown if drawings(page)]
    faults += visit(portal, look, seen, java_script_enabled=False) if seen else []
    return Report([count(drawn, "drawings"), count(len(pages), "chart pages")], faults)

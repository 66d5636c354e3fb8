"""Every map is sound as a drawing, as data, on screens of three sizes, in every colour scheme, on paper.

A drawing is held to `drawing.py`, GeoJSON to `geodata.py`, both from their bytes. What a reader sees
is measured on each map's own page: names apart, signs explained, colours that contrast.
"""

from __future__ import annotations

import re
from typing import Any, Iterator
from urllib.parse import unquote, urlsplit

import geodata
import mapview
from browser import visit
from drawing import judge_file, judge_inline, judge_page
from page import Element, Page
from portal import Portal, Report, count
from server import Host

WIDTHS = (320, 768, 1440)
LEAST_LETTER = 9  # CSS pixels.
LICENCE = re.compile(r"licen[cs]e|creativecommons\.org", re.I)
CONTRAST = (4.5, 3)  # Of words, of outlines.
LOOKS = [
    (f"{scheme}{', more contrast' if contrast == 'more' else ''}", {"color_scheme": scheme, "contrast": contrast})
    for scheme in ("light", "dark") for contrast in ("no-preference", "more")
]
# CSS pixels of A4 within the margins that site.css gives: 178 by 259 mm.
PAPER = (672, 978)


def drawings(page: Page) -> list[Element]:
    return [e for e in page.all("svg") if "map-drawing" in e.get("class").split()]


def words(element: Element) -> str:
    return " ".join("".join(element.text).split())


def rows(page: Page, heading: str) -> list[Element]:
    """The rows of the table that a heading labels."""
    return [
        e for e in page.all("tr")
        if any(a.tag == "tbody" for a in e.ancestors())
        and any(heading in a.get("aria-labelledby").split() for a in e.ancestors())
    ]


def within(page: Page, outer: Element, *tags: str) -> list[Element]:
    return [e for e in page.all(*tags) if outer in e.ancestors()]


def target(portal: Portal, page: Page, link: Element) -> tuple[Page | None, str]:
    """The page that a link leads to, and the id on it."""
    url = portal.join(page, link.get("href"))
    return portal.page(portal.path(url) or ""), unquote(urlsplit(url).fragment)


def download(portal: Portal, page: Page, suffix: str) -> str | None:
    for link in page.all("a"):
        path = portal.path(portal.join(page, link.get("href"))) if "download" in link.attributes else None
        if path and path.endswith(suffix) and (portal.root / path).is_file():
            return path
    return None


def judge_downloads(portal: Portal, page: Page) -> Iterator[str]:
    for suffix in (".svg", ".geojson"):
        if not download(portal, page, suffix):
            yield f"{page}: links to no {suffix} of the map to download"
    path = download(portal, page, ".geojson")
    if not path:
        return
    data = (portal.root / path).read_bytes()
    zones, places = geodata.features(data, "zone"), geodata.features(data, "place")
    listed = {row.get("id").removeprefix("zone-"): row for row in rows(page, "_zones")}
    for name, row in listed.items():
        cells = within(page, row, "td")
        has_shape = not any("n" in c.get("class").split() and words(c) == "–" for c in cells)
        if name not in zones and has_shape:
            yield f"{page.at(row)}: zone {name} is not in {path}"
        elif name in zones:
            yield from judge_name(page, row, path, zones[name])
    for name in sorted(zones.keys() - listed.keys()):
        yield f"{path}: zone {name} is not in the table of {page}"
    for row in rows(page, "_places"):
        ids = [target(portal, page, link)[1] for link in within(page, row, "a")[:1]]
        has_position = not any(words(c) == "–" for c in within(page, row, "td"))
        if has_position and not places.keys() & set(ids):
            yield f"{page.at(row)}: {words(row)[:40]} is not in {path}"
    if any(page.all("p", **{"class": "map-credits"})) and not geodata.member(data, "attribution"):
        yield f"{path}: no attribution, though {page} credits its base map"
    outward = [e for e in page.all("a") if any(a.tag == "footer" for a in e.ancestors())
               and urlsplit(e.get("href")).netloc and portal.path(portal.join(page, e.get("href"))) is None]
    if any(page.all("a", rel="license")) or any(LICENCE.search(e.get("href")) for e in outward):
        if not geodata.member(data, "licence"):
            yield f"{path}: no licence, though {page} names one"


def judge_name(page: Page, row: Element, path: str, properties: dict[str, Any]) -> Iterator[str]:
    name = properties.get("name")
    names = list(name.values()) if isinstance(name, dict) else [name]
    heading = within(page, row, "th")
    if not heading or words(heading[0]) not in [" ".join(str(n).split()) for n in names]:
        yield f"{page.at(row)}: {path} names {row.get('id')} {', '.join(map(str, names))}"


def judge_links(portal: Portal, page: Page) -> Iterator[str]:
    """From zones to the text that states them and back; from places to their entries."""
    for row in rows(page, "_zones"):
        support = within(page, row, "td")[-2:-1]
        for link in within(page, support[0], "a") if support else []:
            if any("mentions" in a.get("class").split() for a in link.ancestors()):
                continue
            section, _ = target(portal, page, link)
            if section is None or section.kind != "section":
                continue
            if not any(target(portal, section, back) == (page, row.get("id")) for back in section.all("a")):
                yield f"{page.at(row)}: {section} states {row.get('id')}, but has no link to it"
    for row in rows(page, "_places"):
        links = [e for e in within(page, row, "a") if any(a.tag == "th" for a in e.ancestors())]
        entry, name = target(portal, page, links[0]) if links else (None, "")
        if entry is None or name not in entry.ids:
            yield f"{page.at(row)}: {words(row)[:40]} leads to no entry of its own"


async def look(tab: Any, page: Page, host: Host) -> list[str]:
    faults: dict[str, list[str]] = {}

    async def judge(where: str, script: str, argument: Any = None) -> None:
        for fault in await tab.evaluate(script, argument):
            faults.setdefault(fault, []).append(where)

    await tab.emulate_media(media="screen", color_scheme="light", contrast="no-preference")
    await tab.goto(host.url(page))
    for width in WIDTHS:
        await tab.set_viewport_size({"width": width, "height": 900})
        await judge(f"at {width} px", mapview.LETTERS, LEAST_LETTER)
        await judge(f"at {width} px", mapview.SIGNS)
        await judge(f"at {width} px", mapview.SWITCHES)
    for name, media in LOOKS:
        await tab.emulate_media(media="screen", **media)
        await judge(name, mapview.CONTRAST, list(CONTRAST))
    await tab.emulate_media(media="print", color_scheme="dark", contrast="no-preference")
    await tab.set_viewport_size({"width": PAPER[0], "height": PAPER[1]})
    await judge("printed", mapview.PRINT, PAPER[1])
    await judge("printed", mapview.CONTRAST, list(CONTRAST))
    return [f"{page}: {', '.join(dict.fromkeys(where))}: {fault}" for fault, where in faults.items()]


def run(portal: Portal) -> Report:
    faults: list[str] = []
    drawn = 0
    for page in portal.shown:
        faults += judge_page(page)
        for drawing in drawings(page):
            drawn += 1
            faults += judge_inline(page, drawing)
    pages = [page for page in portal.shown if page.kind == "map"]
    sheets = {download(portal, page, ".svg") for page in pages}
    files = sorted([*portal.root.rglob("*.svg"), *portal.root.rglob("*.geojson")])
    for file in files:
        path, data = file.relative_to(portal.root).as_posix(), file.read_bytes()
        if file.suffix == ".svg":
            faults += judge_file(path, data, path in sheets or b"map-drawing" in data)
        else:
            faults += [f"{path}: {fault}" for fault in geodata.judge_collection(data)]
    for page in pages:
        if not drawings(page):
            faults.append(f"{page}: has no svg.map-drawing")
        faults += [*judge_downloads(portal, page), *judge_links(portal, page)]
    faults += visit(portal, look, pages, java_script_enabled=False) if pages else []
    return Report([count(drawn, "drawings"), count(len(files), "files"), count(len(pages), "map pages")], faults)

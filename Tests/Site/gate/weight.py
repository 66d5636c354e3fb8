"""What a first load weighs, gzipped: 14 KB for the home page and each brief's front page.

A first load is the page and its style sheets. 14 KB is what a server sends before it waits for the
reader's first answer. Every other page stays under 300 KB, scripts and fonts included, images not.
"""

from __future__ import annotations

import gzip
from functools import lru_cache
from pathlib import Path
from typing import Iterator
from urllib.parse import urljoin

from gate.links import css_addresses
from page import Page
from portal import Portal, Report, count

FIRST_LOAD = 14 * 1024
ANY_LOAD = 300 * 1024
FONTS = (".woff2", ".woff", ".ttf", ".otf")


@lru_cache(maxsize=None)
def gzipped(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), compresslevel=6, mtime=0))


def styles(portal: Portal, url: str) -> Iterator[Path]:
    """A style sheet, what it imports, and the fonts it names."""
    path = portal.path(url)
    file = portal.root / path if path else None
    if file is None or not file.is_file():
        return
    yield file
    if file.suffix == ".css":
        for address in css_addresses(file.read_text(encoding="utf-8")):
            if address.endswith((".css", *FONTS)):
                yield from styles(portal, urljoin(url, address))


def loaded(portal: Portal, page: Page) -> tuple[set[Path], set[Path]]:
    """The style sheets of a page; its scripts and fonts."""
    sheets: set[Path] = set()
    others: set[Path] = set()
    for link in page.all("link", rel="stylesheet"):
        for file in styles(portal, portal.join(page, link.get("href"))):
            (others if file.suffix in FONTS else sheets).add(file)
    for script in page.all("script"):
        path = portal.path(portal.join(page, script.get("src"))) if script.get("src") else None
        if path and (portal.root / path).is_file():
            others.add(portal.root / path)
    return sheets, others


def run(portal: Portal) -> Report:
    faults: list[str] = []
    heaviest = (0, "")
    for page in portal.shown:
        sheets, others = loaded(portal, page)
        html, css = gzipped(page.file), sum(map(gzipped, sheets))
        everything = html + css + sum(map(gzipped, others))
        if page.path == "index.html" or page.kind == "brief":
            heaviest = max(heaviest, (html + css, page.path))
            if html + css > FIRST_LOAD:
                faults.append(
                    f"{page}: {html + css:,} bytes gzipped ({html:,} page, {css:,} style sheets),"
                    f" {html + css - FIRST_LOAD:,} too many"
                )
        if everything > ANY_LOAD:
            faults.append(f"{page}: {everything:,} bytes gzipped, of {ANY_LOAD:,}")
    if len(portal.pages) == len(portal.every) and not any(p.kind == "brief" for p in portal.shown):
        faults.append("no page is marked data-page=\"brief\"")
    heaviest_front = f"heaviest front page {heaviest[0]:,} bytes of {FIRST_LOAD:,}"
    return Report([count(len(portal.shown), "pages"), heaviest_front], faults)

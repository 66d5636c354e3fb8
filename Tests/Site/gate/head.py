"""What every page says of itself: language, title, description, address, one h1 and headings in order."""

from __future__ import annotations

from typing import Iterator
from urllib.parse import urljoin

from page import Page
from portal import NOT_FOUND, Portal, Report, count

RIGHT_TO_LEFT = {"ar", "arc", "ckb", "dv", "fa", "he", "ku-arab", "ps", "sd", "syr", "ug", "ur", "yi"}


def metas(page: Page, name: str) -> list[str]:
    return [e.get("content").strip() for e in page.all("meta") if e.get("name").lower() == name]


def judge_head(portal: Portal, page: Page, titles: dict[str, Page]) -> Iterator[str]:
    found = [" ".join("".join(e.text).split()) for e in page.all("title") if not inside_svg(e)]
    if len(found) != 1 or not found[0]:
        yield f"{page}: {len(found)} titles" if len(found) != 1 else f"{page}: the title is empty"
    elif found[0] in titles:
        yield f"{page}: title “{found[0]}” is also that of {titles[found[0]]}"
    else:
        titles[found[0]] = page

    charset = page.file.read_bytes()[:1024].lower()
    if b'<meta charset="utf-8"' not in charset and b"<meta charset=utf-8" not in charset:
        yield f"{page}: no <meta charset=utf-8> in the first 1,024 bytes"

    html = next(page.all("html"), None)
    language = html.get("lang") if html else ""
    if not html or not language:
        yield f"{page}: <html> has no lang"
    elif language.lower().split("-")[0] in RIGHT_TO_LEFT and html.get("dir") != "rtl":
        yield f"{page}: lang “{language}” is written from right to left, but <html> has no dir=rtl"

    descriptions = metas(page, "description")
    if len(descriptions) != 1 or not descriptions[0]:
        yield f"{page}: {len(descriptions)} meta descriptions that say something, not 1"
    viewport = metas(page, "viewport")
    if len(viewport) != 1 or "width=device-width" not in viewport[0].replace(" ", ""):
        yield f"{page}: no meta viewport with width=device-width"
    if page.path.rsplit("/", 1)[-1] != NOT_FOUND:
        yield from judge_canonical(portal, page)


def judge_canonical(portal: Portal, page: Page) -> Iterator[str]:
    canonical = [e.get("href") for e in page.all("link", rel="canonical")]
    if len(canonical) != 1:
        yield f"{page}: {len(canonical)} canonical links, not 1"
    elif not canonical[0].startswith(("https://", "http://")):
        yield f"{page}: canonical link “{canonical[0]}” is not absolute"
    elif page.path == "index.html" and not canonical[0].endswith(("/", "/index.html")):
        yield f"{page}: canonical link “{canonical[0]}” of the home page is neither a folder nor its index.html"
    elif urljoin(portal.base, canonical[0]) != canonical[0] or portal.path(canonical[0]) not in portal.every:
        yield f"{page}: canonical link “{canonical[0]}” is that of no page of {portal.base}"


def judge_headings(page: Page) -> Iterator[str]:
    level = 0
    ones = list(page.all("h1"))
    if len(ones) != 1:
        yield f"{page}: {len(ones)} h1, not 1"
    for heading in page.all("h1", "h2", "h3", "h4", "h5", "h6"):
        text = " ".join("".join(heading.text).split())
        next_level = int(heading.tag[1])
        if not text:
            yield f"{page.at(heading)}: empty {heading.tag}"
        if next_level > level + 1:
            after = f"after h{level}" if level else "before any h1"
            yield f"{page.at(heading)}: {heading.tag} “{text}” {after}: a level is skipped"
        level = next_level


def inside_svg(element: object) -> bool:
    return any(e.tag == "svg" for e in element.ancestors())  # type: ignore[attr-defined]


def run(portal: Portal) -> Report:
    titles: dict[str, Page] = {}
    faults: list[str] = []
    for page in portal.shown:
        faults += [*judge_head(portal, page, titles), *judge_headings(page)]
    return Report([count(len(portal.shown), "pages")], faults)

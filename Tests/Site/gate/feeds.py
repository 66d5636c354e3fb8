"""The feed parses and leads to pages, the site map lists every page, and robots.txt names it."""

from __future__ import annotations

import re
from typing import Iterator
from xml.etree import ElementTree

from portal import NOT_FOUND, Portal, Report, count

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
W3C_DATE = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?")


def parse(portal: Portal, name: str, root: str) -> ElementTree.Element | str:
    try:
        tree = ElementTree.parse(portal.root / name).getroot()
    except FileNotFoundError:
        return f"there is no {name}"
    except ElementTree.ParseError as error:
        return f"{name} does not parse: {error}"
    return tree if tree.tag == root else f"{name} begins with <{tree.tag}>, not <{root}>"


def judge_address(portal: Portal, where: str, address: str | None) -> Iterator[str]:
    if not address or not address.startswith(("https://", "http://")):
        yield f"{where}: “{address or ''}” is not absolute"
    elif fault := portal.fault(address):
        yield f"{where}: “{address}”: {fault}"


def judge_atom(portal: Portal, name: str, feed: ElementTree.Element) -> Iterator[str]:
    entries = feed.findall(f"{ATOM}entry")
    if not entries:
        yield f"{name} has no entry"
    if feed.find(f"{ATOM}link[@rel='self']") is None:
        yield f"{name} has no link to itself"
    ids: set[str] = set()
    for number, part in enumerate([feed, *entries]):
        where = f"{name}, entry {number}" if number else name
        for field in ("id", "title", "updated"):
            text = part.findtext(f"{ATOM}{field}", "").strip()
            if not text:
                yield f"{where}: no {field}"
            elif field == "updated" and not RFC_3339.fullmatch(text):
                yield f"{where}: updated “{text}” is no RFC 3339 date and time"
            elif field == "id" and text in ids:
                yield f"{where}: id “{text}” is that of another"
            elif field == "id":
                ids.add(text)
        if part.find(f"{ATOM}author/{ATOM}name") is None and feed.find(f"{ATOM}author") is None:
            yield f"{where}: no author"
        links = part.findall(f"{ATOM}link")
        if not links:
            yield f"{where}: no link"
        for link in links:
            yield from judge_address(portal, f"{where}, link", link.get("href"))


def judge_sitemap(portal: Portal, tree: ElementTree.Element) -> Iterator[str]:
    listed: set[str] = set()
    for entry in tree.findall(f"{SITEMAP}url"):
        address = entry.findtext(f"{SITEMAP}loc", "").strip()
        yield from judge_address(portal, "sitemap.xml", address)
        path = portal.path(address) or address
        if path in listed:
            yield f"sitemap.xml: “{address}” stands twice"
        listed.add(path)
        date = entry.findtext(f"{SITEMAP}lastmod")
        if date is not None and not W3C_DATE.fullmatch(date.strip()):
            yield f"sitemap.xml: lastmod “{date}” of “{address}” is no date"
    for page in portal.every.values():
        hidden = any("noindex" in e.get("content") for e in page.all("meta") if e.get("name") == "robots")
        if page.path == NOT_FOUND or page.is_redirect or hidden:
            if page.path in listed:
                yield f"sitemap.xml: {page} is not to be found by search, yet is listed"
        elif page.path not in listed:
            yield f"sitemap.xml: {page} is missing"


def judge_robots(portal: Portal) -> Iterator[str]:
    file = portal.root / "robots.txt"
    wanted = f"Sitemap: {portal.base}sitemap.xml"
    if not file.is_file():
        yield "there is no robots.txt"
    elif wanted not in file.read_text(encoding="utf-8").splitlines():
        yield f"robots.txt has no line “{wanted}”"


def run(portal: Portal) -> Report:
    faults: list[str] = []
    entries = urls = 0
    feeds = {"feed.xml"} | {
        path
        for page in portal.pages
        for link in [
            *page.all("link", rel="alternate", type="application/atom+xml"),
            *page.all("a", type="application/atom+xml"),
        ]
        if (path := portal.path(portal.join(page, link.get("href"))))
    }
    for name in sorted(feeds):
        feed = parse(portal, name, f"{ATOM}feed")
        if isinstance(feed, str):
            faults.append(feed)
        else:
            entries += len(feed.findall(f"{ATOM}entry"))
            faults += judge_atom(portal, name, feed)
    sitemap = parse(portal, "sitemap.xml", f"{SITEMAP}urlset")
    if isinstance(sitemap, str):
        faults.append(sitemap)
    else:
        urls = len(sitemap.findall(f"{SITEMAP}url"))
        faults += judge_sitemap(portal, sitemap)
    faults += judge_robots(portal)
    return Report([count(len(feeds), "feeds"), f"{entries:,} entries", f"{urls:,} addresses"], faults)

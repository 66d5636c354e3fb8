"""Feeds parse, agree and lead to pages, the site map lists every page, and robots.txt names it."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import Any, Iterator
from urllib.parse import unquote
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


class Content(HTMLParser):
    """The addresses and ids of what an entry carries."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.ids: list[str] = []
        self.tags: set[str] = set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            if name in ("href", "src"):
                self.addresses.append(value or "")
            elif name == "id":
                self.ids.append(value or "")


def judge_contents(portal: Portal, name: str, contents: list[str]) -> Iterator[str]:
    """Nothing in an entry is relative to a page that a reader has not got, nor shares an id."""
    seen: set[str] = set()
    for number, html in enumerate(contents, 1):
        where = f"{name}, content {number}"
        content = Content(html)
        for address in content.addresses:
            if address.startswith("#"):
                if unquote(address[1:]) not in content.ids:
                    yield f"{where}: “{address}” leads to nothing in the entry"
            elif address.startswith(("mailto:", "tel:")):
                continue
            else:
                yield from judge_address(portal, where, address)
        for mark in content.ids:
            if mark in seen:
                yield f"{where}: id “{mark}” is already that of another"
            seen.add(mark)
        for tag in {"script", "style", "svg", "link", "form"} & content.tags:
            yield f"{where}: <{tag}> has no place in a feed"


def judge_json(portal: Portal, name: str, feed: Any, entries: list[tuple[str, str]]) -> Iterator[str]:
    """The rules of JSON Feed 1.1, and the same entries as the Atom feed beside it."""
    if not isinstance(feed, dict) or feed.get("version") != "https://jsonfeed.org/version/1.1":
        yield f"{name} is no JSON Feed 1.1"
        return
    if not isinstance(feed.get("title"), str) or not feed["title"]:
        yield f"{name}: no title"
    if portal.path(feed.get("feed_url") or "") != name:
        yield f"{name}: feed_url “{feed.get('feed_url')}” is not its own"
    yield from judge_address(portal, f"{name}, home_page_url", feed.get("home_page_url"))
    items = feed.get("items")
    if not isinstance(items, list):
        yield f"{name}: no items"
        return
    ids: set[str] = set()
    for number, item in enumerate(items, 1):
        where = f"{name}, item {number}"
        if not isinstance(item.get("id"), str) or not item["id"]:
            yield f"{where}: no id"
        elif item["id"] in ids:
            yield f"{where}: id “{item['id']}” is that of another"
        ids.add(item.get("id", ""))
        if not any(isinstance(item.get(key), str) for key in ("content_html", "content_text")):
            yield f"{where}: no content"
        for key in ("date_published", "date_modified"):
            if key in item and not RFC_3339.fullmatch(item[key]):
                yield f"{where}: {key} “{item[key]}” is no RFC 3339 date and time"
        if any(not author.get("name") for author in item.get("authors", [])):
            yield f"{where}: an author without a name"
        yield from judge_address(portal, f"{where}, url", item.get("url"))
    if [(i.get("id"), i.get("content_html", "")) for i in items] != entries:
        yield f"{name}: its items are not those of the Atom feed"
    yield from judge_contents(portal, name, [i["content_html"] for i in items if "content_html" in i])


def judge_json_file(portal: Portal, name: str, atom: ElementTree.Element) -> Iterator[str]:
    try:
        feed = json.loads((portal.root / name).read_text(encoding="utf-8"))
    except FileNotFoundError:
        yield f"there is no {name}"
        return
    except ValueError as error:
        yield f"{name} does not parse: {error}"
        return
    entries = [
        (e.findtext(f"{ATOM}id", ""), e.findtext(f"{ATOM}content", "")) for e in atom.findall(f"{ATOM}entry")
    ]
    yield from judge_json(portal, name, feed, entries)


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
            faults += judge_contents(
                portal, name, [e.text or "" for e in feed.iter(f"{ATOM}content") if e.get("type") == "html"])
            faults += judge_json_file(portal, name.removesuffix(".xml") + ".json", feed)
    sitemap = parse(portal, "sitemap.xml", f"{SITEMAP}urlset")
    if isinstance(sitemap, str):
        faults.append(sitemap)
    else:
        urls = len(sitemap.findall(f"{SITEMAP}url"))
        faults += judge_sitemap(portal, sitemap)
    faults += judge_robots(portal)
    return Report([count(len(feeds), "feeds"), f"{entries:,} entries", f"{urls:,} addresses"], faults)

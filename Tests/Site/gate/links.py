"""Every internal link and anchor resolves, every id is one of a kind, every id referred to exists."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any, Iterator
from urllib.parse import unquote, urljoin, urlsplit

from page import Element, Page
from portal import Portal, Report, count

ADDRESSES = {"href", "src", "poster", "data", "action", "formaction", "cite", "xlink:href"}
ADDRESS_METAS = {"og:url", "og:image", "twitter:image", "citation_pdf_url", "citation_abstract_html_url"}
ID_LISTS = {
    "for", "headers", "list", "form", "popovertarget", "aria-labelledby", "aria-describedby",
    "aria-controls", "aria-owns", "aria-details", "aria-flowto", "aria-activedescendant",
}
SCHEMES = {"http", "https", "mailto", "tel"}
# A citation to be saved from the page itself; nothing that a browser shows or runs.
CITATIONS = tuple(
    f"data:application/{kind};charset=utf-8,"
    for kind in ("x-bibtex", "x-research-info-systems", "vnd.citationstyles.csl+json")
)
CSS_URL = re.compile(r"""url\(\s*(["']?)(.*?)\1\s*\)|@import\s+(["'])(.*?)\3""")


def css_addresses(text: str) -> Iterator[str]:
    for match in CSS_URL.finditer(re.sub(r"/\*.*?\*/", "", text, flags=re.S)):
        yield match[2] or match[4] or ""


def addresses(element: Element) -> Iterator[str]:
    """The addresses an element's attributes name."""
    for name, value in element.attributes.items():
        if name in ADDRESSES:
            yield value
        elif name in ("srcset", "imagesrcset"):
            yield from (part.split()[0] for part in value.split(",") if part.split())
        elif "url(" in value:
            yield from css_addresses(value)
    if element.tag == "meta":
        content = element.get("content")
        if element.get("http-equiv").lower() == "refresh":
            yield content.partition("=")[2].strip(" \"'")
        elif {element.get("property"), element.get("name")} & ADDRESS_METAS:
            yield content


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from strings(item)


def fault_of(portal: Portal, url: str, address: str, page: Page | None = None) -> str | None:
    address = address.strip()
    if address in ("", "#"):
        return "empty address"
    if page and address.startswith("#"):
        return None if unquote(address[1:]) in page.ids else f"“{address}”: the page has no id “{unquote(address[1:])}”"
    if address.startswith("data:image/"):
        return None
    if address.startswith(CITATIONS):
        try:
            unquote(address.partition(",")[2], errors="strict")
        except UnicodeDecodeError as error:
            return f"“{address[:60]}…” is no citation in UTF-8: {error}"
        return None
    try:
        absolute = urljoin(url, address)
        parts = urlsplit(absolute)
    except ValueError as error:
        return f"“{address}” is no address: {error}"
    if parts.scheme not in SCHEMES:
        return f"“{address}”: scheme “{parts.scheme}”"
    if parts.scheme in ("http", "https") and (not parts.hostname or re.search(r"\s", absolute)):
        return f"“{address}” is no address"
    if portal.path(absolute) is None and urlsplit(address).netloc:
        return None  # Elsewhere, be it on the same host.
    fault = portal.fault(absolute)
    return f"“{address}”: {fault}" if fault else None


def judge_page(portal: Portal, page: Page, tally: Counter[str]) -> Iterator[str]:
    url = portal.url(page)
    seen: dict[str, Element] = {}
    for element in page.elements:
        where = page.at(element)
        if element.tag == "base":
            yield f"{where}: <base> changes where every link leads"
        for address in addresses(element):
            tally["links"] += 1
            if fault := fault_of(portal, url, address, page):
                yield f"{where}: <{element.tag}> {fault}"
        if "id" in element.attributes:
            name = element.get("id")
            if name in seen:
                yield f"{where}: id “{name}” is already that of <{seen[name].tag}> on line {seen[name].line}"
            if not name or re.search(r"\s", name):
                yield f"{where}: id “{name}” is empty or has a space"
            seen[name] = element
        for attribute in ID_LISTS & element.attributes.keys():
            for name in element.get(attribute).split():
                tally["links"] += 1
                if name not in page.ids:
                    yield f"{where}: {attribute} names id “{name}”, which the page does not have"
        if element.tag == "script" and element.get("type") == "application/ld+json":
            try:
                found = list(strings(json.loads("".join(element.text))))
            except ValueError as error:
                yield f"{where}: JSON-LD does not parse: {error}"
                continue
            for address in found:
                if address.startswith(portal.base) and (fault := portal.fault(address)):
                    yield f"{where}: JSON-LD “{address}”: {fault}"


def run(portal: Portal) -> Report:
    tally: Counter[str] = Counter()
    faults = [fault for page in portal.pages for fault in judge_page(portal, page, tally)]
    for file in sorted(portal.root.rglob("*.css")):
        path = file.relative_to(portal.root).as_posix()
        for address in css_addresses(file.read_text(encoding="utf-8")):
            tally["links"] += 1
            if fault := fault_of(portal, urljoin(portal.base, path), address):
                faults.append(f"{path}: url() {fault}")
    for file in sorted(portal.root.rglob("*.svg")):
        drawing = portal.page(file.relative_to(portal.root).as_posix())
        faults += judge_page(portal, drawing, tally) if drawing else []
    return Report([count(len(portal.pages), "pages"), count(tally["links"], "links")], faults)

"""What a reference manager takes from a brief's page.

Reads the head as Zotero's translator “Embedded Metadata” does: linked data apart, Highwire's tags come
before Dublin Core's, and Open Graph's stand in where neither says anything.
"""

from __future__ import annotations

import json
import re
from typing import Iterator

from page import Page
from portal import Portal, Report, count

DAY = re.compile(r"\d{4}(/\d\d(/\d\d)?)?")
DOI = re.compile(r"10\.\d{4,9}(\.\d+)*/\S+")


def metas(page: Page, *names: str) -> list[str]:
    """The values of the first of these names that the page has."""
    for name in names:
        found = [
            e.get("content") for e in page.all("meta")
            if name.lower() in (e.get("name").lower(), e.get("property").lower())
        ]
        if found:
            return found
    return []


def item(page: Page) -> dict[str, list[str]]:
    """The fields of the item, in the translator's order of what it believes."""
    return {
        "title": metas(page, "citation_title", "DC.title", "og:title"),
        "authors": metas(page, "citation_author", "DC.creator", "article:author"),
        "date": metas(page, "citation_publication_date", "DC.date", "article:published_time"),
        "institution": metas(page, "citation_technical_report_institution", "DC.publisher", "og:site_name"),
        "number": metas(page, "citation_technical_report_number"),
        "series": metas(page, "citation_series_title"),
        "doi": metas(page, "citation_doi"),
        "language": metas(page, "citation_language", "DC.language", "og:locale"),
        "pdf": metas(page, "citation_pdf_url"),
        "address": metas(page, "citation_abstract_html_url", "og:url"),
    }


def report(page: Page) -> dict | None:
    """The work that the page's linked data speak of: of a rendering, the work that it renders."""
    for script in page.all("script", type="application/ld+json"):
        try:
            data = json.loads("".join(script.text))
        except ValueError:
            continue  # The gate of links says so.
        if data.get("@type") == "Report":
            return data
    return None


def judge(portal: Portal, page: Page) -> Iterator[str]:
    data = report(page)
    if data is None:
        yield f"{page}: no linked data of a report"
        return
    found = item(page)
    work = data.get("isBasedOn", data)
    for field in ("title", "institution", "language"):
        if len(found[field]) != 1 or not found[field][0]:
            yield f"{page}: {len(found[field])} values for {field}, not 1"
    if found["title"] and found["title"][0] != work.get("name"):
        yield f"{page}: the title “{found['title'][0]}” is not that of the linked data, “{work.get('name')}”"
    names = [author.get("name", "") for author in work.get("author", [])]
    if len(found["authors"]) != len(names):
        yield f"{page}: {len(found['authors'])} authors, and {len(names)} in the linked data"
    for author, name in zip(found["authors"], names):
        if sorted(re.findall(r"\w+", author)) != sorted(re.findall(r"\w+", name)):
            yield f"{page}: the author “{author}” is not “{name}”"
    date = found["date"][0] if found["date"] else None
    if (date or "").replace("/", "-") != work.get("datePublished", ""):
        yield f"{page}: the date “{date or ''}” is not that of the linked data, “{work.get('datePublished', '')}”"
    if date and not DAY.fullmatch(date):
        yield f"{page}: the date “{date}” is not of the form YYYY/MM/DD"
    if found["number"] != [v for v in [work.get("reportNumber")] if v]:
        yield f"{page}: the report's number is {found['number']}, and {work.get('reportNumber')} in the linked data"
    series = work.get("isPartOf", {}).get("name")
    if found["series"] != [v for v in [series] if v]:
        yield f"{page}: the series is {found['series']}, and {series} in the linked data"
    doi = next((d for d in [work.get("identifier", "")] if d.startswith("https://doi.org/")), None)
    if bool(found["doi"]) != bool(doi):
        yield f"{page}: the DOI is {found['doi']}, and {doi} in the linked data"
    for value in found["doi"]:
        if not DOI.fullmatch(value):
            yield f"{page}: “{value}” is no bare DOI"
        cited = [e.get("href") for e in page.all("link", rel="cite-as")]
        if cited != [doi]:
            yield f"{page}: cite-as leads to {cited}, not to {doi}"
    pdfs = [e["contentUrl"] for e in data.get("encoding", []) if e.get("encodingFormat") == "application/pdf"]
    if found["pdf"] != pdfs:
        yield f"{page}: the PDF is {found['pdf']}, not {pdfs}"
    for value in found["pdf"]:
        if not value.startswith(portal.base):
            yield f"{page}: the PDF’s address “{value}” is not absolute"


def run(portal: Portal) -> Report:
    pages = [
        page for page in portal.shown
        if page.kind == "brief" or (page.kind == "whole" and report(page) is not None)
    ]
    return Report([count(len(pages), "briefs")], [fault for page in pages for fault in judge(portal, page)])

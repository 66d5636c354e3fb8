"""The faults that the gates must catch: each breaks one thing in a copy of the site.

A seed names its gate, what it breaks, and what the gate is to say of it. It gives the page to judge.
"""

from __future__ import annotations

import base64
import json
import random
import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Callable

from page import Page
from portal import Portal


@dataclass
class Copy:
    """A copy of the site, and the pages of it that seeds need."""

    portal: Portal

    def __post_init__(self) -> None:
        shown = self.portal.shown
        self.home = self.portal.every["index.html"]
        self.brief = first(shown, lambda p: p.kind == "brief", "marked data-page=\"brief\"")
        self.section = first(shown, lambda p: len(beside(p)) > 2, "with three notes beside the text")

    @cached_property
    def map(self) -> Page:
        return first(
            self.portal.shown, lambda p: p.kind == "map" and "map-number" in p.file.read_text(encoding="utf-8"),
            "of a map with numbers")

    @cached_property
    def chart(self) -> Page:
        return first(
            self.portal.shown, lambda p: p.kind == "chart" and "chart-bar" in p.file.read_text(encoding="utf-8"),
            "of a chart with bars")

    def chart_file(self, suffix: str) -> Page:
        path = self.chart.path.replace(".html", suffix)
        return Page(path, self.portal.root / path)

    def mark(self, svg: str) -> str:
        """Draws on a chart, wide and narrow."""
        return self.edit(self.chart, r"(<svg\b[^>]*chart-drawing.*?)</svg>", r"\1" + svg + "</svg>", times=2)

    def download(self, suffix: str) -> Page:
        """A file of the map."""
        for link in self.map.all("a"):
            if "download" in link.attributes and link.get("href").endswith(suffix):
                path = self.portal.path(self.portal.join(self.map, link.get("href"))) or ""
                return Page(path, self.portal.root / path)
        raise LookupError(f"{self.map} links to no {suffix}")

    def sheet(self, pattern: str, replacement: str) -> str:
        self.edit(self.download(".svg"), pattern, replacement)
        return self.home.path

    def geodata(self, change: Callable[[Any, Any], object]) -> str:
        """Changes the collection of the map, or its first zone."""
        file = self.download(".geojson").file
        collection = json.loads(file.read_text(encoding="utf-8"))
        change(collection, next(f for f in collection["features"] if f["properties"]["kind"] == "zone"))
        file.write_text(json.dumps(collection), encoding="utf-8")
        return self.map.path

    def draw(self, svg: str) -> str:
        return self.edit(self.map, r"(<svg\b[^>]*map-drawing.*?<rect[^>]*map-ground[^>]*>)", r"\1" + svg)

    def edit(self, page: Page, pattern: str, replacement: str, times: int = 1) -> str:
        text = page.file.read_text(encoding="utf-8")
        changed, done = re.subn(pattern, lambda match: match.expand(replacement), text, count=times, flags=re.S | re.I)
        if not done:
            raise LookupError(f"{page} has nothing like {pattern}")
        page.file.write_text(changed, encoding="utf-8")
        return page.path

    def insert(self, html: str, page: Page | None = None) -> str:
        return self.edit(page or self.section, r"</main>", html.replace("\\", r"\\") + "</main>")

    def style(self, css: str, page: Page | None = None) -> str:
        for link in self.section.all("link", rel="stylesheet"):
            path = self.portal.path(self.portal.join(self.section, link.get("href")))
            with open(self.portal.root / (path or ""), "a", encoding="utf-8") as sheet:
                sheet.write(css)
        return (page or self.section).path

    def file(self, name: str, pattern: str, replacement: str) -> str:
        self.edit(Page(name, self.portal.root / name), pattern, replacement)
        return self.home.path


def first(pages: list[Page], test: Callable[[Page], bool], what: str) -> Page:
    for page in pages:
        if test(page):
            return page
    raise LookupError(f"the site has no page {what}")


def beside(page: Page) -> list[str]:
    return [e.get("id") for e in page.all(role="doc-footnote")]


def outer(zone: Any) -> list[Any]:
    """The outer ring of a zone, or of its first part."""
    ring = zone["geometry"]["coordinates"][0]
    return ring[0] if zone["geometry"]["type"] == "MultiPolygon" else ring


def noise(size: int) -> str:
    """A comment that does not compress: the same one each time."""
    return f"/*{base64.b64encode(random.Random(1).randbytes(size)).decode().replace('/', '_')}*/"


@dataclass
class Seed:
    gate: str
    breaks: str
    says: str
    plant: Callable[[Copy], str]


NOTE = "[role~=doc-footnote]"
REFERENCE = r"""(<a\b[^>]*role=["']?doc-noteref[^>]*>)"""
BACK = r"""<a\b[^>]*role=["']?doc-backlink.*?</a>"""
DRAWING = r"<svg\b[^>]*map-drawing"
POLICY = r"""(<meta[^>]*Content-Security-Policy[^>]*content=["'])"""

SEEDS = [
    Seed("links", "a link to no file", "there is no ", lambda c: c.insert('<a href="gone.html">x</a>')),
    Seed("links", "a link to no anchor", "the page has no id “gone”", lambda c: c.insert('<a href="#gone">x</a>')),
    Seed("links", "a link to no anchor of another page", "has no id “gone”", lambda c: c.insert(
        f'<a href="{c.portal.url(c.home)}#gone">x</a>')),
    Seed("links", "a link to nothing", "empty address", lambda c: c.insert('<a href="">x</a>')),
    Seed("links", "a script as a link", "scheme “javascript”", lambda c: c.insert('<a href="javascript:x">x</a>')),
    Seed("links", "an id twice", "is already that of", lambda c: c.insert('<p id="twin"></p><p id="twin"></p>')),
    Seed("links", "a label that is not there", "aria-labelledby names id “gone”",
         lambda c: c.insert('<section aria-labelledby="gone">x</section>')),
    Seed("links", "a picture in the style sheet", "there is no ", lambda c: c.style("p{background:url(gone.svg)}")),

    Seed("head", "no h1", "0 h1", lambda c: c.edit(c.section, r"<h1\b(.*?)</h1>", r"<h2\1</h2>")),
    Seed("head", "a level skipped", "a level is skipped", lambda c: c.insert("<h2>a</h2><h4>b</h4>")),
    Seed("head", "no language", "has no lang", lambda c: c.edit(c.section, r"<html\b[^>]*>", "<html>")),
    Seed("head", "no description", "0 meta descriptions", lambda c: c.edit(
        c.section, r"(<meta[^>]*name=[\"']?)description", r"\1other")),
    Seed("head", "a title twice", "is also that of", lambda c: [
        c.edit(p, r"<title>.*?</title>", "<title>Same</title>") for p in (c.home, c.section)] and "*"),
    Seed("head", "a canonical link to no page", "is that of no page", lambda c: c.edit(
        c.section, r"(<link[^>]*canonical[^>]*href=[\"']?[^\"'> ]*)", r"\1.gone")),

    Seed("reference", "an author with another name", "is not “", lambda c: c.edit(
        c.brief, r"(<meta name=\"citation_author\" content=\")", r"\1Someone Else, ")),
    Seed("reference", "an author lost", "authors, and", lambda c: c.edit(
        c.brief, r"<meta name=\"citation_author\"[^>]*>", "")),
    Seed("reference", "a date in another form", "is not that of the linked data", lambda c: c.edit(
        c.brief, r"(citation_publication_date\" content=\"\d{4})/(\d\d)/(\d\d)", r"\1-\3-\2")),
    Seed("reference", "no title", "0 values for title", lambda c: c.edit(
        c.brief, r"<meta (name=\"(citation_title|DC\.title)\"|property=\"og:title\")[^>]*>", "", 3)),
    Seed("reference", "no series", "the series is", lambda c: c.edit(
        c.brief, r"<meta name=\"citation_series_title\"[^>]*>", "")),
    Seed("reference", "a DOI with its address", "is no bare DOI", lambda c: c.edit(
        c.brief, r"(citation_doi\" content=\")", r"\1https://doi.org/")),
    Seed("reference", "a PDF that is another text", "the PDF is", lambda c: c.edit(
        c.brief, r"<meta name=\"citation_doi\"", f'<meta name="citation_pdf_url" content="{c.portal.base}x.pdf">' r"\g<0>")),

    Seed("weight", "60 KB of style that does not compress", "too many", lambda c: c.style(noise(60_000), c.brief)),
    Seed("weight", "300 KB of page that does not compress", "gzipped, of",
         lambda c: c.insert(f"<!--{noise(330_000)}-->".replace("--b", "b"))),

    Seed("feeds", "a feed cut short", "does not parse", lambda c: c.file("feed.xml", r"</feed>\s*$", "")),
    Seed("feeds", "an entry with a relative link", "is not absolute",
         lambda c: c.file("feed.xml", r"(<entry\b.*?<link\b[^>]*href=)([\"'])[^\"']*", r"\1\2somewhere.html")),
    Seed("feeds", "an entry with no id", "no id", lambda c: c.file("feed.xml", r"(<entry\b.*?)<id>.*?</id>", r"\1")),
    Seed("feeds", "a JSON feed cut short", "does not parse", lambda c: c.file("feed.json", r"\]\}\s*$", "")),
    Seed("feeds", "a text in one feed alone", "are not those of the Atom feed",
         lambda c: c.file("feed.json", r'"content_html":"', r'\g<0>More. ')),
    Seed("feeds", "a relative link in a text", "is not absolute",
         lambda c: c.file("feed.xml", r"(&lt;a href=&quot;)https:[^&]*", r"\1somewhere.html")),
    Seed("feeds", "a note that leads nowhere", "leads to nothing in the entry",
         lambda c: c.file("feed.xml", r"(&lt;a href=&quot;#)[^&]*", r"\1gone")),
    Seed("feeds", "a page not in the site map", "is missing", lambda c: c.file("sitemap.xml", r"<url>.*?</url>", "")),
    Seed("feeds", "no site map in robots.txt", "has no line", lambda c: c.file("robots.txt", r"Sitemap:", "Map:")),

    Seed("maps", "a drawing cut short", "does not parse", lambda c: c.sheet(r"</svg>\s*$", "")),
    Seed("maps", "a drawing without a description", "has no <desc>", lambda c: c.sheet(r"<desc\b.*?</desc>", "")),
    Seed("maps", "a drawing that needs its site", "no style of its own", lambda c: c.sheet(r"<style>.*?</style>", "")),
    Seed("maps", "a script in a drawing", "<script> in a drawing",
         lambda c: c.sheet(r"</svg>\s*$", "<script>1</script></svg>")),
    Seed("maps", "a pattern that is not there", "refers to “#gone”", lambda c: c.edit(
        c.map, r"(class=\"map-zone[^>]*) fill=\"[^\"]*\"", r'\1 fill="url(#gone)"')),
    Seed("maps", "a part of another file", "not of its own document",
         lambda c: c.draw('<use href="other.svg#part"/>')),
    Seed("maps", "an event attribute", "event attribute onclick", lambda c: c.draw('<g onclick="1"/>')),
    Seed("maps", "an id twice", "is that of another element", lambda c: c.draw('<g id="twin"/><g id="twin"/>')),
    Seed("maps", "a map that is no image", "no role=img", lambda c: c.edit(c.map, f"({DRAWING}[^>]*) role=.?img.?", r"\1")),
    Seed("maps", "a map described by nothing", "no aria-describedby that leads to words",
         lambda c: c.edit(c.map, r"(<desc\b[^>]*>).*?</desc>", r"\1 </desc>")),
    Seed("maps", "a link in a map", "can be focused", lambda c: c.draw('<a href="#_main"><path d="M0 0"/></a>')),
    Seed("maps", "70 KB of map that does not compress", "gzipped, of", lambda c: c.draw(f"<!--{noise(70_000)}-->")),
    Seed("maps", "a coordinate that cannot be seen", "finer than a tenth", lambda c: c.draw('<path d="M1.234 5"/>')),
    Seed("maps", "a view of other proportions", "differ in proportion", lambda c: c.edit(
        c.map, f"({DRAWING}[^>]* viewBox=.0 0 [0-9]+) [0-9]+", r"\1 99")),
    Seed("maps", "a ring that is not closed", "is not closed", lambda c: c.geodata(
        lambda _, zone: outer(zone).pop())),
    Seed("maps", "a ring wound the wrong way", "wound the wrong way", lambda c: c.geodata(
        lambda _, zone: outer(zone).reverse())),
    Seed("maps", "a latitude of 95°", "is not on the globe", lambda c: c.geodata(
        lambda _, zone: outer(zone).insert(1, [40, 95]))),
    Seed("maps", "seven decimals", "more than 6 decimals", lambda c: c.geodata(
        lambda _, zone: outer(zone).insert(1, [40.1234567, 35]))),
    Seed("maps", "a feature of no kind", "its kind is null", lambda c: c.geodata(
        lambda _, zone: zone["properties"].pop("kind"))),
    Seed("maps", "a zone that the data lacks", "is not in ", lambda c: c.geodata(
        lambda collection, zone: collection["features"].remove(zone))),
    Seed("maps", "data without a licence", "no licence, though", lambda c: c.geodata(
        lambda collection, _: collection.pop("licence"))),
    Seed("maps", "names that are too large", "at 768 px: “.*overlaps", lambda c: c.style(
        ".map-labels{font-size:60px!important}", c.map)),
    Seed("maps", "names beside the map", "leaves the map by", lambda c: c.style(
        ".map-labels{transform:translate(600px)}", c.map)),
    Seed("maps", "names that are too small", "px tall, of 9 px", lambda c: c.style(
        "@media (width<400px){.map-labels{font-size:16px!important}}", c.map)),
    Seed("maps", "a letter that nothing explains", "letter QQ is on the map and not in the legend", lambda c: c.draw(
        '<g class="map-keysign"><rect x="9" y="9" width="18" height="18"/><text x="9" y="19">QQ</text></g>')),
    Seed("maps", "a number for nothing", "number 99 is in the legend and not on the map", lambda c: c.edit(
        c.map, r"(<ul\b[^>]*map-legend[^>]*>)", r'\1<li><span class="map-number">99</span></li>')),
    Seed("maps", "numbers not explained on a phone", "at 320 px: number [1١] is on the map and not in the legend",
         lambda c: c.style("@media (width<400px){.map-number{display:none}}", c.map)),
    Seed("maps", "dark names on a dark screen", r"dark.*against its halo", lambda c: c.style(
        "@media (prefers-color-scheme:dark){.map-labels text{fill:#555}}", c.map)),
    Seed("maps", "pale zones for who asks for contrast", r": light, more contrast: the outline of", lambda c: c.style(
        "@media (prefers-contrast:more){.map-drawing .map-zone{stroke:#ddd}}", c.map)),
    Seed("maps", "no data to download", r"links to no \.geojson", lambda c: c.edit(
        c.map, r"(geojson[\"']?) download", r"\1")),
    Seed("maps", "no way from the text to its zones", "but has no link to it", lambda c: [
        c.edit(p, "#zone-", "#_main", times=0) for p in c.portal.shown
        if p.kind == "section" and "#zone-" in p.file.read_text(encoding="utf-8")] and c.map.path),
    Seed("maps", "a place without an entry", "leads to no entry", lambda c: c.edit(
        c.map, r"(id=.?_places.*?<th scope=.?row.?><a href=[^#>]*)#[^\"'> ]*", r"\1")),
    Seed("maps", "a map cut by the end of a sheet", "may be cut", lambda c: c.style(
        "@media print{*{break-inside:auto!important}}", c.map)),
    Seed("maps", "a map printed pale", "without its colours", lambda c: c.style(
        "@media print{.map-drawing{print-color-adjust:economy!important}}", c.map)),
    Seed("maps", "zones without a switch", "no switch hides <", lambda c: c.edit(
        c.map, r"<input\b[^>]*map-switch-z[0-9][^>]*>", "", times=0)),
    Seed("maps", "a switch that switches nothing", "stays shown", lambda c: c.style(
        ".map-zone{display:inline!important}", c.map)),
    Seed("maps", "a switch that hides too much", "which is not of its layer", lambda c: c.style(
        ".map-block:has(.map-switch:not(:checked)) .map-ground{display:none}", c.map)),

    Seed("charts", "a chart that is no image", "no role=img", lambda c: c.edit(
        c.chart, r"(<svg\b[^>]*chart-drawing[^>]*) role=.?img.?", r"\1")),
    Seed("charts", "a chart described by nothing", "no aria-describedby that leads to words",
         lambda c: c.edit(c.chart, r"(<desc\b[^>]*>).*?</desc>", r"\1 </desc>")),
    Seed("charts", "a bar of no length", "is no number", lambda c: c.mark('<rect x="1" y="1" width="nan" height="1"/>')),
    Seed("charts", "a pattern that is not there", "refers to “#gone”", lambda c: c.mark('<rect fill="url(#gone)"/>')),
    Seed("charts", "words on words", "overlaps", lambda c: c.mark(
        '<text class="chart-label" x="100" y="60">one word</text><text class="chart-label" x="104" y="61">another</text>')),
    Seed("charts", "words beside the chart", "leaves the chart by", lambda c: c.mark(
        '<text class="chart-label" x="310" y="60">a word that is much too long to stand here, and more of it still,'
        ' so that it leaves the wide drawing too</text>')),
    Seed("charts", "words that are too small", "px tall, of 9 px", lambda c: c.style(
        "@media (width<400px){.chart-small{font-size:9px!important}}", c.chart)),
    Seed("charts", "both drawings at once", "shows 2 drawings", lambda c: c.style(
        ".chart-narrow,.chart-wide{display:block!important}", c.chart)),
    Seed("charts", "pale bars on a dark screen", "dark.*chart-bar.*against its ground", lambda c: c.style(
        "@media (prefers-color-scheme:dark){.chart-bar{stroke:#333!important}}", c.chart)),
    Seed("charts", "no table", "has no table", lambda c: c.edit(c.chart, r"<tbody>.*?</tbody>", "")),
    Seed("charts", "a table that lacks a row", "says other than the table", lambda c: [
        c.edit(c.chart_file(".csv"), r"[^\n]*\n$", ""), c.chart.path][-1]),
    Seed("charts", "a drawing that needs its site", "no style of its own", lambda c: [
        c.edit(c.chart_file(".svg"), r"<style>.*?</style>", ""), c.chart.path][-1]),
    Seed("charts", "a chart cut by the end of a sheet", "may be cut", lambda c: c.style(
        "@media print{*{break-inside:auto!important}}", c.chart)),
    Seed("charts", "a chart printed pale", "without its colours", lambda c: c.style(
        "@media print{.chart-drawing{print-color-adjust:economy!important}}", c.chart)),

    Seed("markup", "an end tag too many", "error: ", lambda c: c.insert("</section>")),
    Seed("markup", "an id twice", "Duplicate ID", lambda c: c.insert('<p id="twin">a</p><p id="twin">b</p>')),
    Seed("markup", "a misspelt property", "CSS: ", lambda c: c.style("p{colr:red}")),
    Seed("markup", "a warning", "warning: ", lambda c: c.insert("<section><p>No heading</p></section>")),

    Seed("console", "an inline style", "Content Security Policy", lambda c: c.insert('<p style="color:red">x</p>')),
    Seed("console", "an inline script", "Content Security Policy", lambda c: c.insert("<script>1</script>")),
    Seed("console", "a picture from elsewhere", "asks another host|violates", lambda c: c.insert(
        '<img src="https://example.com/x.png" alt="">')),
    Seed("console", "a picture that is not there", "404 for ", lambda c: c.insert('<img src="gone.png" alt="">')),
    Seed("console", "no policy", "no Content-Security-Policy", lambda c: c.edit(
        c.section, r"<meta[^>]*Content-Security-Policy[^>]*>", "")),
    Seed("console", "a loose policy", "lets style-src be 'unsafe-inline'",
         lambda c: c.edit(c.section, POLICY, r"\1style-src 'unsafe-inline'; ")),

    Seed("width", "a box of 900 px", "at 320 px scrolls sideways", lambda c: [
        c.style(".seed{inline-size:900px;block-size:1em}"), c.insert('<div class="seed"></div>')][-1]),
    Seed("width", "a box of 900 px, hidden", "cuts off", lambda c: [
        c.style("html,body{overflow-x:hidden!important}.seed{inline-size:900px;block-size:1em}"),
        c.insert('<div class="seed"></div>')][-1]),

    Seed("notes", "no way back", "has no link back to", lambda c: c.edit(c.section, BACK, "", times=0)),
    Seed("notes", "a reference to no note", "leads to no note", lambda c: c.insert(
        '<a id="ref-gone" role="doc-noteref" href="#note-gone">9</a>')),
    Seed("notes", "notes that stay hidden on a narrow screen", "at 375 px.* is not displayed",
         lambda c: c.style(f"@media (width<600px){{{NOTE},{NOTE}:target{{display:none!important}}}}")),
    Seed("notes", "notes that open off the screen", "is outside the viewport",
         lambda c: c.style(
             f"@media (width<600px){{{NOTE}:target{{position:fixed!important;inset-block:120vh auto!important}}}}")),
    Seed("notes", "notes that open under something", "is covered by",
         lambda c: [c.style(".seed{position:fixed;inset:0;z-index:99999;pointer-events:none}"
                            ":has(:target) .seed{pointer-events:auto}"),
                    c.insert('<div class="seed"></div>')][-1]),

    Seed("margins", "notes that are hidden", "is not displayed", lambda c: c.style(f"{NOTE}{{display:none!important}}")),
    Seed("margins", "notes on one another", "overlaps note", lambda c: c.style(
        f"{NOTE}{{position:absolute!important;inset:40px 10px auto auto!important;margin:0!important}}")),
    Seed("margins", "a note on the text", "overlaps the text", lambda c: c.style(
        f'main{{position:relative}}[id="{beside(c.section)[0]}"]{{display:block!important;position:absolute!important;'
        "inset:0!important;margin:0!important;inline-size:100%!important;block-size:400px!important}")),

    Seed("paper", "a box wider than the paper", "reaches past the paper", lambda c: [
        c.style(".seed{inline-size:900px;block-size:1em}"), c.insert('<div class="seed"></div>')][-1]),
    Seed("paper", "notes that do not print", "is not printed", lambda c: c.style(
        f"@media print{{{NOTE}{{display:none!important}}}}")),
    Seed("paper", "pale text", "on white paper", lambda c: c.style("@media print{p{color:#ccc!important}}")),
    Seed("paper", "a table cut at the edge", "is cut", lambda c: [
        c.style(".seed{overflow-x:auto!important}.seed div{inline-size:900px;block-size:1em}"),
        c.insert('<div class="seed"><div></div></div>')][-1]),

    Seed("access", "a picture without words for it", "image-alt", lambda c: c.insert('<img src="gone.png">')),
    Seed("access", "pale text on a light screen", r"color-contrast.*\(light",
         lambda c: c.style("@media (prefers-color-scheme:light){main p{color:#ccc!important}}")),
    Seed("access", "pale text on a dark screen", r"color-contrast.*\(dark",
         lambda c: c.style("@media (prefers-color-scheme:dark){main p{color:#333!important}}")),
]

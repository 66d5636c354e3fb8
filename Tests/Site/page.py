"""One page of the site as a flat list of elements, each knowing its place and its parent.

The gates read pages from the bytes alone, as a reader without JavaScript gets them. End tags that
HTML lets a writer leave out are supplied, so that an element's ancestors are the right ones.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from typing import Iterator

VOID = set("area base br col embed hr img input link meta source track wbr".split())
BLOCKS = set(
    "address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3"
    " h4 h5 h6 header hr main menu nav ol p pre section table ul".split()
)
# A start tag of the key closes an open element of the first set, unless one of the second is nearer.
IMPLIED_END = {
    "li": ({"li"}, {"ul", "ol", "menu"}),
    "dt": ({"dt", "dd"}, {"dl"}),
    "dd": ({"dt", "dd"}, {"dl"}),
    "tr": ({"tr"}, {"table"}),
    "td": ({"td", "th"}, {"tr", "table"}),
    "th": ({"td", "th"}, {"tr", "table"}),
    "option": ({"option"}, {"select", "datalist"}),
    **{tag: ({"p"}, {"button", "td", "th", "li", "object"}) for tag in BLOCKS},
}


@dataclass(eq=False)
class Element:
    tag: str
    attributes: dict[str, str]
    line: int
    column: int
    parent: Element | None
    text: list[str] = field(default_factory=list)

    def get(self, name: str) -> str:
        return self.attributes.get(name, "")

    def ancestors(self) -> Iterator[Element]:
        """The element itself, then those around it, outwards."""
        element: Element | None = self
        while element:
            yield element
            element = element.parent


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        closes, stops = IMPLIED_END.get(tag, (set(), set()))
        for depth in range(len(self.open) - 1, -1, -1):
            if self.open[depth].tag in stops:
                break
            if self.open[depth].tag in closes:
                del self.open[depth:]
                break
        line, column = self.getpos()
        attributes: dict[str, str] = {}
        for name, value in attrs:
            attributes.setdefault(name, value or "")
        parent = self.open[-1] if self.open else None
        self.elements.append(Element(tag, attributes, line, column + 1, parent))
        if tag not in VOID:
            self.open.append(self.elements[-1])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        # The slash closes an element in SVG and MathML only.
        if tag not in VOID and any(e.tag in ("svg", "math") for e in self.open):
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        for depth in range(len(self.open) - 1, -1, -1):
            if self.open[depth].tag == tag:
                del self.open[depth:]
                return

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text.append(data)


class Page:
    """An HTML (or SVG) file of the site; `path` is relative to the site's root, with slashes."""

    def __init__(self, path: str, file: Path) -> None:
        self.path = path
        self.file = file

    def __str__(self) -> str:
        return self.path

    @cached_property
    def elements(self) -> list[Element]:
        reader = _Reader()
        reader.feed(self.file.read_text(encoding="utf-8"))
        reader.close()
        return reader.elements

    @cached_property
    def ids(self) -> dict[str, Element]:
        ids: dict[str, Element] = {}
        for element in self.elements:
            if "id" in element.attributes:
                ids.setdefault(element.get("id"), element)
        return ids

    def all(self, *tags: str, **attributes: str) -> Iterator[Element]:
        for element in self.elements:
            if (not tags or element.tag in tags) and all(
                value in element.get(name).split() for name, value in attributes.items()
            ):
                yield element

    @cached_property
    def is_redirect(self) -> bool:
        return any(e.get("http-equiv").lower() == "refresh" for e in self.all("meta"))

    @cached_property
    def kind(self) -> str:
        """What the template calls the page: the `data-page` of its body or main."""
        return next((e.get("data-page") for e in self.all("html", "body", "main") if e.get("data-page")), "")

    @cached_property
    def language(self) -> str:
        return next((e.get("lang") for e in self.all("html")), "")

    def at(self, element: Element) -> str:
        return f"{self.path}:{element.line}:{element.column}"

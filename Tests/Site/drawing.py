"""What an SVG drawing must be, alone in a file or within a page, from its bytes alone."""

from __future__ import annotations

import gzip
import re
import xml.etree.ElementTree as ElementTree
from typing import Iterator
from xml.etree.ElementTree import Element as Node

from page import Element, Page

SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"
INLINE_LIMIT = 60 * 1024
URL = re.compile(r"""url\(\s*["']?(.*?)["']?\s*\)""")
# Attributes whose numbers are units of the drawing; a tenth is the most that can be seen.
COORDINATES = set("d points transform viewbox x y x1 y1 x2 y2 cx cy r rx ry width height".split())
TOO_FINE = re.compile(r"[0-9]*\.[0-9]{2,}")
FOCUSABLE = {"a", "audio", "button", "foreignobject", "iframe", "input", "select", "textarea", "video"}
SCRIPTS = {"script", "handler", "listener"}
ANIMATIONS = {"animate", "animatemotion", "animatetransform", "set"}
# What may hold any words.
NOT_ADDRESSES = {"aria-label", "class", "id"}


def judge_element(where: str, tag: str, attributes: dict[str, str], ids: set[str] | dict) -> Iterator[str]:
    """No script, style or animation of its own; nothing from elsewhere; all it refers to is there."""
    if tag in SCRIPTS or tag in ANIMATIONS:
        yield f"{where}: <{tag}> in a drawing"
    for name, value in attributes.items():
        name = name.lower()
        if name.startswith("on"):
            yield f"{where}: <{tag}> has the event attribute {name}"
        elif name == "style":
            yield f"{where}: <{tag}> has a style attribute"
        # Where links lead is for the gate of links to judge.
        elif tag == "a" and name == "href":
            continue
        elif name in ("href", "xlink:href", "src"):
            yield from judge_reference(where, tag, value.strip(), ids)
        for address in URL.findall(value) if name not in NOT_ADDRESSES else ():
            yield from judge_reference(where, tag, address, ids)


def judge_precision(where: str, tag: str, attributes: dict[str, str]) -> Iterator[str]:
    for name, value in attributes.items():
        if name.lower() in COORDINATES and (fine := TOO_FINE.search(value)):
            yield f"{where}: <{tag}> {name} has {fine[0]}, finer than a tenth"


def judge_reference(where: str, tag: str, address: str, ids: set[str] | dict) -> Iterator[str]:
    if not address.startswith("#"):
        yield f"{where}: <{tag}> refers to “{address}”, which is not of its own document"
    elif address[1:] not in ids:
        yield f"{where}: <{tag}> refers to “{address}”, which its document does not have"


def judge_file(path: str, data: bytes, is_map: bool, style: str = ".map-") -> Iterator[str]:
    """An SVG file is complete on its own; a map or chart is named, described and has its style with it."""
    if is_map and (b"<!DOCTYPE" in data or b"<?xml-stylesheet" in data):
        yield f"{path}: has a document type or a style sheet elsewhere"
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        yield f"{path}: does not parse: {error}"
        return
    if root.tag != SVG + "svg":
        yield f"{path}: is no <svg> with xmlns=\"http://www.w3.org/2000/svg\", but <{root.tag}>"
        return
    nodes = list(root.iter())
    names = [node.get("id", "") for node in nodes if node.get("id") is not None]
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield f"{path}: id “{name}” is that of {names.count(name)} elements"
    for node in nodes:
        attributes = {name.replace(XLINK, "xlink:"): value for name, value in node.attrib.items()}
        tag = node.tag.removeprefix(SVG).lower()
        yield from judge_element(path, tag, attributes, set(names))
        if is_map:
            yield from judge_precision(path, tag, attributes)
    styles = "".join("".join(node.itertext()) for node in root.iter(SVG + "style"))
    if "@import" in styles:
        yield f"{path}: its style imports another"
    for address in URL.findall(styles):
        yield from judge_reference(path, "style", address, set(names))
    yield from judge_ratio(path, root.attrib)
    if is_map:
        # The root's own title names the document; descriptions stand with each drawing.
        for tag, nodes in (("title", root.findall(SVG + "title")), ("desc", root.iter(SVG + "desc"))):
            if not any(map(text_of, nodes)):
                yield f"{path}: has no <{tag}> that says something"
        if style not in styles:
            yield f"{path}: has no style of its own"


def text_of(node: Node) -> str:
    return " ".join("".join(node.itertext()).split())


def judge_ratio(where: str, attributes: dict[str, str]) -> Iterator[str]:
    """Space is kept for a drawing before it is drawn: its size has the proportions of its view."""
    if "width" not in attributes or "height" not in attributes:
        return
    try:
        box = [float(part) for part in (attributes.get("viewbox") or attributes.get("viewBox", "")).split()]
        width, height = float(attributes["width"]), float(attributes["height"])
        fits = len(box) == 4 and abs(box[2] * height - box[3] * width) <= 0.005 * box[2] * height
    except ValueError:
        fits = False
    if not fits:
        yield f"{where}: its size and its viewBox differ in proportion"


def inside(page: Page, drawing: Element) -> list[Element]:
    return [e for e in page.elements[page.elements.index(drawing):] if drawing in e.ancestors()]


def source(page: Page, drawing: Element) -> str:
    """A drawing's markup in its page."""
    lines = page.file.read_text(encoding="utf-8").split("\n")
    text = "\n".join([lines[drawing.line - 1][drawing.column - 1:], *lines[drawing.line:]])
    depth = 0
    for tag in re.finditer(r"<svg\b[^>]*?(/?)>|</svg\s*>", text):
        depth += -1 if tag[0].startswith("</") else 0 if tag[1] else 1
        if depth == 0:
            return text[: tag.end()]
    return text


def judge_inline(page: Page, drawing: Element) -> Iterator[str]:
    """A map in a page: one image to assistive technology, which nobody can get lost in."""
    where = page.at(drawing)
    if drawing.get("role") != "img":
        yield f"{where}: the map has no role=img"
    for attribute in ("aria-labelledby", "aria-describedby"):
        words = [" ".join("".join(page.ids[name].text).split())
                 for name in drawing.get(attribute).split() if name in page.ids]
        if not words or not all(words):
            yield f"{where}: the map has no {attribute} that leads to words"
    for element in inside(page, drawing):
        if (element.tag in FOCUSABLE or "tabindex" in element.attributes
                or "contenteditable" in element.attributes or element.get("focusable") == "true"):
            yield f"{page.at(element)}: <{element.tag}> in a map can be focused or holds more than a picture"
    if not {"width", "height", "viewbox"} <= drawing.attributes.keys():
        yield f"{where}: the map has no width, height and viewBox"
    yield from judge_ratio(where, drawing.attributes)
    size = len(gzip.compress(source(page, drawing).encode(), compresslevel=6, mtime=0))
    if size > INLINE_LIMIT:
        yield f"{where}: the map weighs {size:,} bytes gzipped, of {INLINE_LIMIT:,}"


def judge_page(page: Page) -> Iterator[str]:
    """All that is drawn in a page, legends and locator maps too."""
    drawn = [e for e in page.elements if any(a.tag == "svg" for a in e.ancestors())]
    names = [e.get("id") for e in drawn if "id" in e.attributes]
    for element in drawn:
        yield from judge_element(page.at(element), element.tag, element.attributes, page.ids)
        if any(a.tag == "svg" and a.get("class").startswith("map-") for a in element.ancestors()):
            yield from judge_precision(page.at(element), element.tag, element.attributes)
        name = element.get("id")
        if name and (names.count(name) > 1 or page.ids[name] is not element):
            yield f"{page.at(element)}: id “{name}” is that of another element too"

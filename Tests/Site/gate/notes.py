"""Every note's way there and back, with JavaScript off.

In the bytes: each reference leads to a note, and that note holds a link back to that very reference.
In the browser, for the first and the last reference of a page, on a narrow screen and a wide one:
following the reference shows its note, following the note's link back shows the reference, and from
the keyboard the note comes next after its reference.
"""

from __future__ import annotations

import json
from typing import Any, Iterator
from urllib.parse import unquote, urlsplit

from browser import visit
from page import Element, Page
from portal import Portal, Report, count
from server import Host

SCREENS = ((375, 667), (1400, 900))

# What hinders a reader from seeing the element; nothing if it is in the viewport and on top.
HINDRANCE = """id => {
  const e = document.getElementById(id);
  if (!e) return 'is not on the page that opened';
  if (!e.checkVisibility({visibilityProperty: true, opacityProperty: true})) return 'is not displayed';
  const r = e.getBoundingClientRect(), w = innerWidth, h = innerHeight;
  const span = (from, to) => `${Math.round(from)}…${Math.round(to)}`;
  const at = `it is at ${span(r.left, r.right)} × ${span(r.top, r.bottom)} of ${w} × ${h} px`;
  if (r.width < 1 || r.height < 1) return 'has no size';
  if (r.left < -1 || r.right > w + 1 || r.top < -1 || (r.bottom > h + 1 && r.height <= h))
    return `is outside the viewport: ${at}`;
  const box = e.getClientRects()[0];
  const top = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height, h - box.top) / 2);
  const over = top && top.localName + (top.id ? '#' + top.id : '');
  return top && (e.contains(top) || top.contains(e)) ? null : `is covered by ${over}: ${at}`;
}"""


def led_to(portal: Portal, page: Page, link: Element) -> tuple[Page, Element] | None:
    address = portal.join(page, link.get("href"))
    target = portal.every.get(portal.path(address) or "")
    element = target.ids.get(unquote(urlsplit(address).fragment)) if target else None
    return (target, element) if target and element else None


def backlinks(page: Page, note: Element) -> Iterator[Element]:
    return (e for e in page.all("a", role="doc-backlink") if note in e.ancestors())


def by_id(name: str) -> str:
    return f"[id={json.dumps(name, ensure_ascii=False)}]"


def judge_bytes(portal: Portal, page: Page) -> Iterator[str]:
    for reference in page.all("a", role="doc-noteref"):
        where = page.at(reference)
        if not reference.get("id"):
            yield f"{where}: reference to “{reference.get('href')}” has no id to come back to"
            continue
        found = led_to(portal, page, reference)
        if not found:
            yield f"{where}: reference “{reference.get('id')}” leads to no note: “{reference.get('href')}”"
            continue
        holder, note = found
        if not any(e.get("role") in ("doc-footnote", "doc-endnotes") for e in note.ancestors()):
            yield f"{where}: reference “{reference.get('id')}” leads to <{note.tag}>, which is no note"
        if not any(led_to(portal, holder, back) == (page, reference) for back in backlinks(holder, note)):
            yield f"{where}: note “{note.get('id')}” of {holder} has no link back to “{reference.get('id')}”"
    for back in page.all("a", role="doc-backlink"):
        found = led_to(portal, page, back)
        if not found or "doc-noteref" not in found[1].get("role").split():
            yield f"{page.at(back)}: the link back “{back.get('href')}” leads to no reference"


async def hindrance(tab: Any, name: str) -> str | None:
    for _ in range(8):  # A sheet may take a moment to open.
        found: str | None = await tab.evaluate(HINDRANCE, name)
        if not found:
            break
        await tab.wait_for_timeout(50)
    return found


async def follow(tab: Any, page: Page, reference: str, size: str) -> list[str]:
    link = tab.locator(by_id(reference))
    start = tab.url.partition("#")[0]
    await link.click(timeout=3000)
    note = unquote(urlsplit(tab.url).fragment)
    if found := await hindrance(tab, note):
        return [f"{page}: at {size}, “{reference}” is followed, but its note “{note}” {found}"]
    for back in await tab.locator(f"{by_id(note)} a[role~=doc-backlink]").all():
        if unquote(await back.evaluate("e => e.href")) == unquote(f"{start}#{reference}"):
            await back.click(timeout=3000)
            break
    else:
        return [f"{page}: at {size}, “{note}” has no link back to “{reference}”"]
    if found := await hindrance(tab, reference):
        return [f"{page}: at {size}, “{note}” is followed back, but “{reference}” {found}"]
    return []


async def press(tab: Any, page: Page, reference: str, size: str) -> list[str]:
    await tab.locator(by_id(reference)).press("Enter", timeout=3000)
    note = unquote(urlsplit(tab.url).fragment)
    await tab.keyboard.press("Tab")
    inside = "id => !!document.getElementById(id)?.contains(document.activeElement)"
    if not await tab.evaluate(inside, note):
        return [f"{page}: at {size}, from the keyboard, “{reference}” leads to “{note}”, but Tab then leaves it"]
    return []


async def look(tab: Any, page: Page, host: Host) -> list[str]:
    # A note's own references are reached through the sheet it opens in on a narrow screen.
    references = [
        e.get("id")
        for e in page.all("a", role="doc-noteref")
        if e.get("id") and not any(a.get("role") == "doc-footnote" for a in e.ancestors())
    ]
    faults: list[str] = []
    if not references:
        return faults
    await tab.goto(host.url(page))
    for width, height in SCREENS:
        await tab.set_viewport_size({"width": width, "height": height})
        for reference, way in [(references[0], follow), (references[-1], follow), (references[0], press)]:
            if tab.url.partition("#")[0] != host.url(page):
                await tab.goto(host.url(page))
            try:
                faults += await way(tab, page, reference, f"{width} px")
            except Exception as error:
                reason = " ".join(str(error).split())[:300]
                faults.append(f"{page}: at {width} px, “{reference}” cannot be followed there and back: {reason}")
    return faults


def run(portal: Portal) -> Report:
    references = sum(1 for page in portal.pages for _ in page.all("a", role="doc-noteref"))
    faults = [fault for page in portal.pages for fault in judge_bytes(portal, page)]
    noted = [page for page in portal.shown if any(e.get("id") for e in page.all("a", role="doc-noteref"))]
    faults += visit(portal, look, noted, java_script_enabled=False) if noted else []
    if not references and len(portal.pages) == len(portal.every):
        faults.append("no page has a reference to a note")
    return Report([count(len(noted), "pages"), count(references, "references")], faults)

"""On a wide screen every note stands in the margin, clear of the text and of every other note."""

from __future__ import annotations

from typing import Any

from browser import visit
from page import Page
from portal import Portal, Report, count
from server import Host

WIDTHS = (1400, 1920)

# Text is measured by its lines, not by its blocks: a note may stand inside the paragraph it belongs to.
MEASURE = """() => {
  const notes = [...document.querySelectorAll('[role~=doc-footnote]')], faults = [], slack = 1;
  const name = e => '“' + (e.id || e.textContent.trim().slice(0, 20)) + '”';
  const meets = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > slack
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > slack;
  const boxes = [];
  for (const note of notes) {
    const r = note.getBoundingClientRect();
    const style = getComputedStyle(note);
    if (!note.checkVisibility({visibilityProperty: true, opacityProperty: true}) || r.width < 1 || r.height < 1)
      faults.push(`note ${name(note)} is not displayed`);
    else if (r.left < 0 || r.right > document.documentElement.clientWidth + 1 || r.top + scrollY < 0)
      faults.push(`note ${name(note)} is outside the page, at ${Math.round(r.left)}…${Math.round(r.right)} px`);
    else if (style.position === 'fixed') faults.push(`note ${name(note)} is fixed to the screen`);
    else {
      if (style.overflow !== 'visible' && note.scrollHeight > note.clientHeight + 1)
        faults.push(`note ${name(note)} is cut: ${note.clientHeight} of ${note.scrollHeight} px are seen`);
      const met = boxes.find(([other, box]) => !other.contains(note) && meets(r, box));
      if (met) faults.push(`note ${name(note)} overlaps note ${name(met[0])}`);
      boxes.push([note, r]);
    }
  }
  const struck = new Set();
  const strike = (note, what) => { if (!struck.has(note)) { struck.add(note);
    faults.push(`note ${name(note)} overlaps ${what}`) } };
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text; (text = walk.nextNode());) {
    const parent = text.parentElement, size = parent.getBoundingClientRect();
    if (!text.data.trim() || parent.closest('[role~=doc-footnote], svg') || size.width <= 1 || size.height <= 1
        || !parent.checkVisibility({visibilityProperty: true})) continue;
    const range = document.createRange(); range.selectNodeContents(text);
    for (const line of range.getClientRects())
      for (const [note, box] of boxes) if (meets(line, box)) strike(note, `the text “${text.data.trim().slice(0, 40)}…”`);
  }
  for (const e of document.body.querySelectorAll('svg, img, table, figure, pre, hr')) {
    const r = e.getBoundingClientRect();
    if (!e.closest('[role~=doc-footnote]') && e.checkVisibility())
      for (const [note, box] of boxes) if (!e.contains(note) && meets(r, box)) strike(note, `<${e.localName}>`);
  }
  return faults;
}"""


async def look(tab: Any, page: Page, host: Host) -> list[str]:
    faults: list[str] = []
    await tab.goto(host.url(page))
    for width in WIDTHS:
        await tab.set_viewport_size({"width": width, "height": 900})
        faults += [f"{page}: at {width} px, {fault}" for fault in await tab.evaluate(MEASURE)]
    return faults


def run(portal: Portal) -> Report:
    noted = [page for page in portal.shown if any(page.all(role="doc-footnote"))]
    notes = sum(1 for page in noted for _ in page.all(role="doc-footnote"))
    faults = visit(portal, look, noted, java_script_enabled=False) if noted else []
    if not noted and len(portal.pages) == len(portal.every):
        faults.append("no page has a note beside its text")
    return Report([count(len(noted), "pages"), count(notes, "notes")], faults)

"""No page scrolls sideways, and none hides that it would, from 320 px up."""

from __future__ import annotations

from typing import Any

from browser import visit
from page import Page
from portal import Portal, Report, count
from server import Host

WIDTHS = (320, 375, 768, 1024, 1280)

# The overflow, and the innermost elements that reach past the edge where reading ends. What stands in a
# box that scrolls or clips by itself is that box's affair.
MEASURE = """() => {
  const root = document.documentElement, width = root.clientWidth;
  const over = document.scrollingElement.scrollWidth - width;
  const cut = [root, document.body].some(e => /hidden|clip/.test(getComputedStyle(e).overflowX));
  if (over <= 0 && !cut) return null;
  const rtl = getComputedStyle(root).direction === 'rtl';
  const past = e => { const r = e.getBoundingClientRect();
    return r.width > 1 && r.height > 1 && (rtl ? r.left < -0.5 : r.right > width + 0.5) };
  const boxed = e => { for (let a = e.parentElement; a && a !== document.body; a = a.parentElement)
    if (getComputedStyle(a).overflowX !== 'visible') return true; return false };
  const name = e => e.localName + (e.id ? '#' + e.id : '') + [...e.classList].map(c => '.' + c).join('');
  const wide = [...document.body.querySelectorAll('*')].filter(e => past(e) && !boxed(e));
  const inner = wide.filter(e => !wide.some(o => o !== e && e.contains(o)));
  if (over <= 0 && !inner.length) return null;
  return {over, names: inner.slice(0, 3).map(e => {
    const r = e.getBoundingClientRect(); return `${name(e)} (${Math.round(r.width)} px wide)` })};
}"""


async def look(tab: Any, page: Page, host: Host) -> list[str]:
    faults: list[str] = []
    await tab.set_viewport_size({"width": WIDTHS[0], "height": 700})
    await tab.goto(host.url(page))
    for width in WIDTHS:
        await tab.set_viewport_size({"width": width, "height": 700})
        if found := await tab.evaluate(MEASURE):
            how = f"scrolls sideways by {found['over']} px" if found["over"] > 0 else "cuts off what is too wide"
            faults.append(f"{page}: at {width} px {how}: {', '.join(found['names']) or 'no element alone'}")
    return faults


def run(portal: Portal) -> Report:
    faults = visit(portal, look, portal.visited)
    return Report([count(len(portal.visited), "pages"), f"{len(WIDTHS)} widths"], faults)

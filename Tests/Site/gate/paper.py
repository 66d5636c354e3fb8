"""Printed on A4, no page is cut or too pale to read, and every note is there.

Browsers leave backgrounds out when they print, so text is measured against white paper, with the
reader's screen set to dark.
"""

from __future__ import annotations

from typing import Any

from browser import visit
from page import Page
from portal import Portal, Report, count
from server import Host

A4_WIDTH = 794  # CSS pixels in 210 mm
MARGIN = 38  # What Chromium leaves on each side when the page does not say.
CONTRAST = 4.5

MARGINS = """fallback => {
  const px = {px: 1, cm: 96 / 2.54, mm: 96 / 25.4, in: 96, pt: 96 / 72, rem: 16, em: 16};
  const size = text => { const m = /^([\\d.]+)(px|cm|mm|in|pt|rem|em)?$/.exec(text); return m ? m[1] * (px[m[2]] || 1) : null };
  let sides = [fallback, fallback];
  const read = rules => { for (const rule of rules) {
    if (rule instanceof CSSPageRule && !rule.selectorText)
      sides = ['margin-left', 'margin-right'].map((side, i) => size(rule.style.getPropertyValue(side)) ?? sides[i]);
    else if (rule.cssRules && (!rule.media || matchMedia(rule.media.mediaText).matches)) read(rule.cssRules);
  } };
  for (const sheet of document.styleSheets) read(sheet.cssRules);
  return sides[0] + sides[1];
}"""

MEASURE = """contrast => {
  const faults = [], root = document.documentElement, width = root.clientWidth;
  const name = e => e.localName + (e.id ? '#' + e.id : '') + [...e.classList].map(c => '.' + c).join('');
  const shown = e => e.checkVisibility({visibilityProperty: true, opacityProperty: true});
  const all = [...document.body.querySelectorAll('*')].filter(e => !e.closest('svg *') && shown(e));
  for (const e of all) {
    const r = e.getBoundingClientRect(), style = getComputedStyle(e);
    if (r.width <= 1 || r.height <= 1) continue;
    if (r.right > width + 1 || r.left < -1)
      faults.push(`${name(e)} reaches past the paper: ${Math.round(r.left)}…${Math.round(r.right)} of ${width} px`);
    if (/auto|scroll|hidden|clip/.test(style.overflowX) && e.scrollWidth > e.clientWidth + 1)
      faults.push(`${name(e)} is cut: ${e.clientWidth} of ${e.scrollWidth} px are printed`);
    if (/auto|scroll|hidden|clip/.test(style.overflowY) && e.scrollHeight > e.clientHeight + 1 && e !== document.body)
      faults.push(`${name(e)} is cut: ${e.clientHeight} of ${e.scrollHeight} px of its height are printed`);
    if (style.position === 'fixed') faults.push(`${name(e)} is fixed, so it prints on every sheet`);
  }
  for (const e of document.querySelectorAll('[role~=doc-footnote], [role~=doc-endnotes]'))
    if (!shown(e) || e.getBoundingClientRect().height < 1) faults.push(`note “${e.id}” is not printed`);
  const canvas = Object.assign(document.createElement('canvas'), {width: 1, height: 1})
    .getContext('2d', {willReadFrequently: true});
  const known = new Map();
  const ratio = color => { if (!known.has(color)) {
    canvas.fillStyle = '#fff'; canvas.fillRect(0, 0, 1, 1); canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data]
      .map(v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    known.set(color, 1.05 / (.2126 * r + .7152 * g + .0722 * b + .05));
  } return known.get(color) };
  for (const e of all) {
    if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
    const found = ratio(getComputedStyle(e).color), kept = getComputedStyle(e).printColorAdjust === 'exact';
    const text = e.textContent.trim().slice(0, 30);
    if (found < contrast && !kept)
      faults.push(`${name(e)} “${text}” is ${found.toFixed(1)} : 1 on white paper, of ${contrast} : 1`);
  }
  return faults;
}"""


async def look(tab: Any, page: Page, host: Host) -> list[str]:
    await tab.emulate_media(media="print", color_scheme="dark")
    await tab.goto(host.url(page))
    width = A4_WIDTH - round(await tab.evaluate(MARGINS, MARGIN))
    await tab.set_viewport_size({"width": width, "height": 1000})
    return [f"{page}: printed, {fault}" for fault in await tab.evaluate(MEASURE, CONTRAST)]


def run(portal: Portal) -> Report:
    faults = visit(portal, look, portal.visited)
    return Report([count(len(portal.visited), "pages")], faults)

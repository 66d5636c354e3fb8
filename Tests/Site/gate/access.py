"""No axe-core violation on any page, light and dark, on a wide screen and a narrow one.

Where a page has notes, the narrow screen is judged once more with the first of them open.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from importlib.resources import files
from typing import Any

from browser import Missing, visit
from page import Page
from portal import Portal, Report, count
from server import Host

SCREENS = ((1280, 900), (375, 667))
SCHEMES = ("light", "dark")

AXE = """async () => (await axe.run(document, {resultTypes: ['violations'], elementRef: false})).violations.map(v =>
  ({rule: v.id, help: v.help, nodes: v.nodes.map(n =>
    ({target: n.target.flat().join(' '), detail: [...n.any, ...n.all, ...n.none].map(c => c.message)[0] || ''}))}))"""


@lru_cache(maxsize=None)
def axe() -> str:
    try:
        return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    except ModuleNotFoundError as error:
        raise Missing("axe-playwright-python is not installed: run Tests/setup.sh") from error


async def look(tab: Any, page: Page, host: Host) -> list[str]:
    found: dict[tuple[str, str, str], list[str]] = defaultdict(list)

    async def judge(where: str) -> None:
        for violation in await tab.evaluate(AXE):
            for node in violation["nodes"]:
                text = node["detail"] if violation["rule"].startswith("color-contrast") else violation["help"]
                found[violation["rule"], node["target"], text].append(where)

    async def show(width: int, height: int, note: str) -> None:
        await tab.set_viewport_size({"width": width, "height": height})
        if note:
            await tab.evaluate("id => { location.hash = '#' + encodeURIComponent(id) }", note)
        for scheme in SCHEMES:
            await tab.emulate_media(color_scheme=scheme)
            await judge(f"{scheme}, {width} px" + (", a note open" if note else ""))

    await tab.goto(host.url(page))
    # Evaluated over the debugging connection, which the page's policy does not hold.
    await tab.evaluate(axe())
    for width, height in SCREENS:
        await show(width, height, "")
    notes = [e.get("id") for e in page.all(role="doc-footnote") if e.get("id")]
    if notes:
        await show(*SCREENS[-1], notes[0])
    return [
        f"{page}: {rule}: {target}: {text} ({'; '.join(where)})"
        for (rule, target, text), where in found.items()
    ]


def run(portal: Portal) -> Report:
    axe()
    faults = visit(portal, look, portal.visited)
    return Report([count(len(portal.visited), "pages"), f"{len(SCHEMES)} colour schemes", f"{len(SCREENS)} widths"], faults)

"""Shows every page of the site in Chromium, a few tabs at a time, and gathers what a gate saw."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import Any, Awaitable, Callable

from page import Page
from portal import Portal
from server import Host, serving

CHROMIUM = "/usr/bin/chromium"
TABS = max(2, min(4, os.cpu_count() or 2))

Look = Callable[[Any, Page, Host], Awaitable[list[str]]]


class Missing(Exception):
    """A tool that a gate needs is not on this machine."""


def visit(portal: Portal, look: Look, pages: list[Page], fresh: bool = False, **context: Any) -> list[str]:
    """Calls `look` with a tab (not yet at the page), the page and the host; its faults in page order.

    A tab is used for one page after another, or with `fresh` for one only.
    """
    try:
        from playwright.async_api import async_playwright
    except ImportError as error:
        raise Missing(f"{error.name} is not installed: run Tests/setup.sh") from error
    if not Path(CHROMIUM).exists():
        raise Missing(f"there is no {CHROMIUM}: run Tests/setup.sh")

    faults: dict[str, list[str]] = {}

    async def work(browser: Any, host: Host, queue: list[Page]) -> None:
        place = await browser.new_context(reduced_motion="reduce", **context)
        place.set_default_timeout(15_000)
        tab = None
        while queue:
            page = queue.pop(0)
            tab = tab or await place.new_page()
            failed = False
            try:
                faults[page.path] = await look(tab, page, host)
            except Exception as error:  # One page that cannot be shown is that page's fault.
                faults[page.path] = [f"{page}: could not be judged: {str(error).splitlines()[0]}"]
                failed = True
            if fresh or failed:
                await tab.close()
                tab = None
        await place.close()

    async def run(host: Host) -> None:
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=CHROMIUM)
            queue = list(pages)
            await asyncio.gather(*(work(browser, host, queue) for _ in range(TABS)))
            await browser.close()

    with serving(portal) as host:
        asyncio.run(run(host))
    return [fault for page in pages for fault in faults[page.path]]

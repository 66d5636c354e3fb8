"""No page says anything in the console, fails a request or asks another host, under its own policy.

The policy is a Content-Security-Policy in the page itself, which lets nothing inline run.
"""

from __future__ import annotations

from typing import Any, Iterator
from urllib.parse import unquote, urlsplit

from browser import visit
from page import Page
from portal import NOT_FOUND, Portal, Report, count
from server import Host

LOOSE = {"'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "*", "http:", "https:"}
# These three do not fall back to default-src.
REQUIRED = ("default-src", "base-uri", "form-action")
BEFORE_POLICY = {"html", "head", "meta", "title"}


def judge_policy(page: Page) -> Iterator[str]:
    policies = [e for e in page.all("meta") if e.get("http-equiv").lower() == "content-security-policy"]
    if not policies:
        yield f"{page}: no Content-Security-Policy"
        return
    for element in page.elements[: page.elements.index(policies[0])]:
        if element.tag not in BEFORE_POLICY:
            yield f"{page.at(element)}: <{element.tag}> stands before the Content-Security-Policy, which cannot hold it"
    directives: dict[str, list[str]] = {}
    for policy in policies:
        for part in filter(None, map(str.split, policy.get("content").split(";"))):
            directives.setdefault(part[0].lower(), part[1:])
    for name in REQUIRED:
        if name not in directives:
            yield f"{page}: Content-Security-Policy has no {name}"
    for name, sources in directives.items():
        for source in sources:
            if source.lower() in LOOSE or (source == "data:" and name in ("default-src", "script-src", "style-src")):
                yield f"{page}: Content-Security-Policy lets {name} be {source}"


def shorten(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 240 else text[:240] + "…"


async def look(tab: Any, page: Page, host: Host) -> list[str]:
    faults: list[str] = []
    # A host shows the 404 page at addresses of any depth.
    address = host.url("no/such/page.html" if page.path == NOT_FOUND else page)

    def request(event: Any) -> None:
        if urlsplit(event.url).netloc != urlsplit(host.origin).netloc and not event.url.startswith("data:"):
            faults.append(f"{page}: asks another host for {event.url}")

    def response(event: Any) -> None:
        if event.status >= 400 and event.url != address:
            faults.append(f"{page}: {event.status} for {unquote(event.url.removeprefix(host.origin))}")

    def message(event: Any) -> None:
        if not (event.text.startswith("Failed to load resource") and event.location["url"] == address):
            where = event.location["url"].removeprefix(host.origin)
            faults.append(f"{page}: console {event.type}: {shorten(event.text)} {where}")

    tab.on("request", request)
    tab.on("response", response)
    tab.on("console", message)
    tab.on("pageerror", lambda error: faults.append(f"{page}: script error: {shorten(str(error))}"))
    tab.on("requestfailed", lambda event: faults.append(f"{page}: failed request for {event.url}: {event.failure}"))
    await tab.goto(address, wait_until="networkidle" if page.is_redirect else "load")
    # Lazy images ask when they come near; a message may come after the load event.
    await tab.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    await tab.wait_for_timeout(150)
    return faults


def run(portal: Portal) -> Report:
    faults = [fault for page in portal.shown for fault in judge_policy(page)]
    faults += visit(portal, look, portal.visited, fresh=True)
    return Report([count(len(portal.shown), "pages")], faults)

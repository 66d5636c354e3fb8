"""The generated site: its pages, its address, and where an address within it leads."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit

from page import Page

NOT_FOUND = "404.html"
# Kinds of pages of which there is one for each record.
RECORDS = {"actor", "place", "author", "topic", "series"}


@dataclass
class Report:
    """What a gate counted, for its line, and the faults it found."""

    counts: list[str]
    faults: list[str]


def count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number != 1 else f"1 {noun.removesuffix('s')}"


class Portal:
    def __init__(self, root: Path, patterns: list[str] | None = None) -> None:
        self.root = root
        self.every = {
            path: Page(path, root / path)
            for path in sorted(f.relative_to(root).as_posix() for f in root.rglob("*.html"))
        }
        # The pages to judge; links may lead to any.
        self.pages = [
            page
            for page in self.every.values()
            if not patterns or any(fnmatchcase(page.path, p) for p in patterns)
        ]
        self._drawings: dict[str, Page] = {}

    @cached_property
    def base(self) -> str:
        """The address the site is published at, as the home page's canonical link gives it."""
        home = self.every.get("index.html")
        links = list(home.all("link", rel="canonical")) if home else []
        return links[0].get("href").removesuffix("index.html") if links else "http://portal.invalid/"

    @property
    def shown(self) -> list[Page]:
        """The pages a reader sees: all but those that only lead on to another."""
        return [page for page in self.pages if not page.is_redirect]

    @property
    def visited(self) -> list[Page]:
        """Those that a browser opens: of records, of which each kind has one template and a portal may have
        hundreds, the two heaviest and the lightest of a kind; of the site in another language, the heaviest
        of each kind. Pages that are named are all opened."""
        alike: dict[tuple[str, str], list[Page]] = {}
        for page in self.shown:
            if page.kind in RECORDS or self.is_translated(page):
                alike.setdefault((page.kind, page.language), []).append(page)
        left_out: set[str] = set()
        if len(self.pages) == len(self.every):
            for pages in alike.values():
                pages.sort(key=lambda page: page.file.stat().st_size)
                rest = pages[:-1] if self.is_translated(pages[0]) else pages[1:-2]
                left_out |= {page.path for page in rest}
        return [page for page in self.shown if page.path not in left_out]

    @staticmethod
    def is_translated(page: Page) -> bool:
        return page.path.startswith(page.language + "/")

    def url(self, page: Page) -> str:
        # A host shows this page at whatever address was not found, so its links must hold from there.
        path = "no/such/page.html" if page.path == NOT_FOUND else page.path
        return urljoin(self.base, quote(path))

    def join(self, page: Page, address: str) -> str:
        return urljoin(self.url(page), address)

    def path(self, url: str) -> str | None:
        """The file an absolute address stands for; nothing if it is outside the site."""
        url = url.partition("#")[0].partition("?")[0]
        if not url.startswith(self.base):
            return None
        path = unquote(url[len(self.base):])
        return path + "index.html" if not path or path.endswith("/") else path

    def page(self, path: str) -> Page | None:
        if path.endswith(".svg") and (self.root / path).is_file():
            return self._drawings.setdefault(path, Page(path, self.root / path))
        return self.every.get(path)

    def fault(self, url: str) -> str | None:
        """Why an absolute address leads nowhere; nothing if it leads somewhere, or off the site."""
        path = self.path(url)
        if path is None:
            if urlsplit(url).netloc == urlsplit(self.base).netloc:
                return f"leads out of the site, which is at {self.base}"
            return None
        file = self.root / path
        if file.is_dir():
            return "names a folder: end it with a slash"
        if not file.is_file() or self.root.resolve() not in file.resolve().parents:
            return f"there is no {path}"
        fragment = unquote(urlsplit(url).fragment)
        page = self.page(path)
        if fragment and page and fragment not in page.ids:
            return f"{path} has no id “{fragment}”"
        return None

"""Figures beside what they may be: for a terminal and for a document."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from measure import own_memory


@dataclass(frozen=True)
class Limit:
    """What a figure may be, in words, and whether it is."""

    text: str
    is_met: bool


@dataclass(frozen=True)
class Row:
    figure: str
    cells: tuple[str, ...]
    limits: tuple[Limit, ...] = ()

    @property
    def missed(self) -> list[str]:
        return [limit.text for limit in self.limits if not limit.is_met]

    @property
    def verdict(self) -> str:
        if not self.limits:
            return ""
        return f"missed: {', '.join(self.missed)}" if self.missed else "met"


@dataclass
class Table:
    """Rows with a cell for each title; budgets and verdicts follow where any row has a budget."""

    what: str
    titles: tuple[str, ...]
    rows: list[Row] = field(default_factory=list)

    def add(self, figure: str, *cells: str, limits: tuple[Limit, ...] = ()) -> None:
        self.rows.append(Row(figure, cells, limits))

    @property
    def is_judged(self) -> bool:
        return any(row.limits for row in self.rows)

    def lines(self) -> Iterator[tuple[str, ...]]:
        """The titles, then the rows, all of one length."""
        yield (self.what, *self.titles, *(("budget", "verdict") if self.is_judged else ()))
        for row in self.rows:
            blank = ("",) * (len(self.titles) - len(row.cells))
            judged = (", ".join(limit.text for limit in row.limits), row.verdict) if self.is_judged else ()
            yield (row.figure, *row.cells, *blank, *judged)

    def text(self) -> str:
        lines = list(self.lines())
        widths = [max(width(cell) for cell in column) for column in zip(*lines)]
        out = []
        for line in lines:
            cells = [cell + " " * (room - width(cell)) for cell, room in zip(line, widths)]
            out.append("  ".join(cells).rstrip())
        return "\n".join(out)

    def markdown(self) -> str:
        titles, *rows = [[cell.replace("|", "\\|") for cell in line] for line in self.lines()]
        numbers = len(self.titles)
        rule = ["---"] + ["---:"] * numbers + ["---"] * (len(titles) - 1 - numbers)
        return "\n".join("| " + " | ".join(line) + " |" for line in [titles, rule, *rows])


def width(text: str) -> int:
    """The columns that a terminal gives a text of Latin letters, marks on letters not counted."""
    return sum(not unicodedata.combining(character) for character in text)


def duration(seconds: float) -> str:
    if seconds < 0.1:
        return f"{seconds * 1000:.1f} ms"
    return f"{seconds:.3f} s" if seconds < 100 else f"{seconds:,.0f} s"


def megabytes(value: float) -> str:
    """With “≤” where it may be less, as it is no more than this program's own."""
    return f"{'≤ ' if value <= own_memory() else ''}{value:,.0f} MB"


def most_seconds(value: float, limit: float) -> Limit:
    return Limit(f"≤ {limit * 1000:.0f} ms" if limit < 1 else f"≤ {limit:.4g} s", value <= limit)


def most_memory(value: float, limit: float) -> Limit:
    return Limit(f"≤ {limit:.0f} MB", value <= limit)

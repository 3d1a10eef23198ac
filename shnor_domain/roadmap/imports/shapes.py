"""How a table without a heading continues the one before it, when it has fewer columns or more."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from shnor_domain.roadmap.imports.columns import Code, Layout
from shnor_domain.roadmap.imports.numbers import number_before, number_in, numbers_in
from shnor_domain.roadmap.imports.period_cell import speaks_of_time

_LOOKED_AT = 30
"""Rows."""
_LONG = 60
"""Letters: what is longer is a sentence."""
_LONGEST_BODIES = 300
_MOST_WAYS = 50
Choice = tuple[int | None, ...]
"""For each column the place of its code in the old layout."""


@dataclass(frozen=True, slots=True)
class Continued:
    """A layout in the order of the old one; `sure` is False when another is as good."""

    layout: Layout
    sure: bool


def continued(old: Layout, rows: Sequence[Sequence[str]], is_body: Callable[[str], bool]) -> Continued | None:
    """The layout of `rows`; None for a table that is no continuation (signatures, notes)."""
    width = max((len(row) for row in rows), default=0)
    if width == len(old.codes):
        return Continued(old, sure=True)
    codes = old.known
    if width < max(2, len(codes) - 2):
        return None
    columns = [[row[at] for row in rows[:_LOOKED_AT] if at < len(row) and row[at]] for at in range(width)]
    scores = [_sums(column, codes, is_body) for column in columns]
    ways = _aligned(scores, [-1 - 3 * len(column) for column in columns])
    # the line that a scan loses most is the one behind the numbers
    score, best = min(ways, key=lambda way: "number" in codes and codes.index("number") in way[1])
    found = tuple(codes[at] if at is not None else None for at in best)
    if score < 0 or "title" not in found:
        return None
    # columns without a text may be anything
    meant = {tuple(at for at, column in zip(way, columns, strict=True) if column) for _, way in ways}
    return Continued(Layout(found), sure=len(meant) == 1)


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a cell may be."""

    number: bool
    numbered: bool
    time: bool
    body: bool
    long: bool

    def fits(self, code: Code) -> int:
        """How well it goes into a column."""
        match code:
            case "number":
                return 3 if self.number else -6
            case "period" | "starts" | "ends":
                return 3 if self.time else -4 if self.long else -1
            case "responsible":
                return 3 if self.body else -4 if self.long else -1
        if self.number or self.time or self.body:
            return -4
        if code == "title":
            return 3 if self.numbered else 1
        return -4 if self.numbered else 1


def _sums(cells: Sequence[str], codes: Sequence[Code], is_body: Callable[[str], bool]) -> list[int]:
    kinds = []
    for cell in cells:
        first = cell.partition("\n")[0]  # a cell may list its times
        kinds.append(
            _Kind(
                bool(number_in(cell) or numbers_in(cell)),
                number_before(cell) is not None,
                len(first) <= _LONG and speaks_of_time(first),
                len(cell) <= _LONGEST_BODIES and is_body(cell),
                len(cell) > _LONG,
            )
        )
    return [sum(kind.fits(code) for kind in kinds) for code in codes]


def _aligned(scores: Sequence[Sequence[int]], unused: Sequence[int]) -> list[tuple[int, Choice]]:
    """Ways to give each column a code or none, in the order of both, by score: the best and those as good."""

    @cache
    def ways(column: int, code: int) -> tuple[tuple[int, Choice], ...]:
        if column == len(scores):
            return ((0, ()),)
        found = [(unused[column] + score, (None, *rest)) for score, rest in ways(column + 1, code)]
        for at in range(code, len(scores[column])):
            found += [(scores[column][at] + score, (at, *rest)) for score, rest in ways(column + 1, at + 1)]
        top = max(score for score, _ in found)
        return tuple(way for way in found if way[0] == top)[:_MOST_WAYS]

    return list(ways(0, 0))

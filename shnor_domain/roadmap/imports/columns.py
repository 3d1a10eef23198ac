"""Which column says what: by headings in any order, and where a table goes on without one, by what its cells hold."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from shnor_domain.roadmap.imports.numbers import number_in
from shnor_domain.roadmap.words import plain, vocabulary

Code = str
"""«number», «title», «period», «responsible», «goal», «result», «section»: the codes of `heading` in words.csv."""
_LONGEST_HEADING = 80
_OF_TABLES = frozenset({"number", "period", "starts", "ends", "responsible"})
"""Columns of which prose does not speak as it does of measures, aims and results."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Code of each column, None for one that means nothing here; a merged heading gives its code to all of its columns.
    `unknown` are the headings of the others."""

    codes: tuple[Code | None, ...]
    unknown: tuple[str, ...] = ()

    @property
    def known(self) -> tuple[Code, ...]:
        """Codes in the order of the columns, each once."""
        return tuple(dict.fromkeys(code for code in self.codes if code is not None))

    def cells(self, row: Sequence[str]) -> dict[Code, str]:
        """Texts of a row by code; what merged columns repeat stands once."""
        found: dict[Code, list[str]] = {code: [] for code in self.known}
        for code, cell in zip(self.codes, row, strict=False):
            if code is not None and cell and cell not in found[code]:
                found[code].append(cell)
        return {code: "\n".join(texts) for code, texts in found.items()}


def heading_in(row: Sequence[str]) -> Layout | None:
    """The layout that a row of headings makes; None for any other row. It names the title, and numbers, times or
    bodies."""
    filled = [cell for cell in row if cell]
    if not filled or any(len(cell) > _LONGEST_HEADING or number_in(cell) for cell in filled):
        return None
    codes: list[Code | None] = []
    for at, cell in enumerate(row):
        if cell and at > 0 and cell == row[at - 1]:
            codes.append(codes[-1])
            continue
        code = _code(cell)
        codes.append(None if code in codes else code)
    _name_title(codes, row)
    known = {code for code in codes if code is not None}
    unknown = [cell for code, cell in zip(codes, row, strict=True) if code is None and cell]
    if "title" not in known or not known & _OF_TABLES or len(unknown) * 2 > len(filled):
        return None
    return Layout(tuple(codes), tuple(dict.fromkeys(unknown)))


def with_tail(layout: Layout, row: Sequence[str]) -> Layout:
    """The layout with what the second row of its heading adds: one heading over «начало» and «окончание»."""
    codes = list(layout.codes)
    for at, cell in enumerate(row[: len(codes)]):
        if codes[at] == "period" and (code := _code(cell)) in ("starts", "ends") and code not in codes:
            codes[at] = code
    return Layout(tuple(codes), layout.unknown)


def _name_title(codes: list[Code | None], row: Sequence[str]) -> None:
    """«Направление работы» is the title where no other column is; so is a heading that says nothing, beside times and
    bodies."""
    if "title" in codes:
        return
    both = next((at for at, code in enumerate(codes) if code == "number" and _code(row[at], "title")), None)
    if both is not None:
        codes[both] = "title"  # «№ Мероприятие» in one column
    elif "section" in codes:
        codes[codes.index("section")] = "title"
    elif {"period", "responsible"} <= set(codes):
        at = next((at for at, code in enumerate(codes) if code is None and row[at]), None)
        if at is not None:
            codes[at] = "title"


def is_numbering(row: Sequence[str]) -> bool:
    """«1 2 3 4 5 6» under a heading."""
    filled = [cell.rstrip(". ") for cell in row if cell]
    return len(filled) >= 3 and filled == [str(number) for number in range(1, len(filled) + 1)]


def _code(heading: str, wanted: Code | None = None) -> Code | None:
    """The first code of the list (or `wanted` alone) of which a word, or a phrase, begins one in the heading. Brackets
    explain."""
    words = re.findall(r"[^\W_]+", plain(re.sub(r"\(.*?\)", " ", heading).replace("#", "№")))
    if not words or any(word.isdigit() for word in words):
        return None
    for code, stems, first_only in _stems():
        if wanted not in (None, code):
            continue
        starts: Iterable[int] = (0,) if first_only else range(len(words))
        if any(_begins(words[start:], stems) for start in starts):
            return code
    return None


def _begins(words: Sequence[str], stems: tuple[str, ...]) -> bool:
    """Short stems are whole words."""
    return len(words) >= len(stems) and all(
        word.startswith(stem) if len(stem) > 3 else word == stem for word, stem in zip(words, stems, strict=False)
    )


@cache
def _stems() -> tuple[tuple[Code, tuple[str, ...], bool], ...]:
    return tuple(
        (code, tuple(plain(spelling.removeprefix("^")).split()), spelling.startswith("^"))
        for code, spelling in vocabulary("heading")
    )

"""Whether a declared number is what the counts give (R166, Z1).

A share is right when it is one of the permissible roundings of the exact one to its own number of decimals: half up, or
half to even. Z1 names fifteen cells of the Labinsk table that are neither.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from shnor_domain.competence.model import Counts, Level, percent
from shnor_domain.territories.imports.report import Note

_HALF = Fraction(1, 2)
_MOST_DECIMALS = 6
"""More are no rounding but how a program keeps a quotient."""


@dataclass(frozen=True, slots=True)
class Share:
    """A declared share in per cents, and to how many decimals it was rounded."""

    value: Fraction
    decimals: int


def share_in(text: str) -> Share | None:
    """«19», «19 %», «18,75»; None for what is no number."""
    found = re.fullmatch(r"(\d{1,9})(?:[.,](\d{1,18}))?\s*%?", text.strip(), re.ASCII)
    if found is None:
        return None
    whole, decimals = found.group(1), found.group(2) or ""
    return Share(Fraction(int(whole + decimals), 10 ** len(decimals)), len(decimals))


def is_permissible(declared: Share, part: int, whole: int) -> bool:
    """Whether `declared` is a rounding of `part` in `whole`; nothing is of an empty whole."""
    if not whole:
        return False
    decimals = min(declared.decimals, _MOST_DECIMALS)
    scale = 10**decimals
    if declared.decimals > decimals:
        return bool(abs(declared.value - Fraction(part * 100, whole)) * scale < 1)
    exact = Fraction(part * 100 * scale, whole)
    floor = exact.numerator // exact.denominator
    rest = exact - floor
    rounded = {floor + 1, floor + floor % 2} if rest == _HALF else {floor if rest < _HALF else floor + 1}
    return declared.value * scale in rounded


def wrong_shares(counts: Counts, cells: Mapping[Level, str]) -> list[Note]:
    """A note for each filled cell that is no permissible rounding. Cells of a spreadsheet that shows per cents hold
    parts of one («0.19»): a row of such is read so."""
    read = {level: share_in(text) for level, text in cells.items() if text.strip()}
    parts = _are_parts_of_one(read, cells)
    notes = []
    for level, number in counts.by_level:
        if level not in read:
            continue
        share = read[level]
        if share is not None and parts:
            share = Share(share.value * 100, max(share.decimals - 2, 0))
        if share is None or not is_permissible(share, number, counts.positions):
            decimals = 0 if share is None else min(share.decimals, 2)
            declared = cells[level].strip() if share is None else _words(share, cells[level], parts)
            computed = percent(number, counts.positions, decimals)
            notes.append(
                Note(column_of(level), declared, "" if computed is None else f"{computed}".replace(".", ","), True)
            )
    return notes


def wrong_number(column: str, cell: str, computed: int) -> list[Note]:
    """A note where a filled cell («педагогов», a count in the row «Всего») is not the number that is reckoned."""
    text = cell.strip()
    return [] if not text or text == str(computed) else [Note(column, text, str(computed))]


def column_of(level: Level) -> str:
    """Key of words of the column of declared shares."""
    return f"declared_{level.value}_percent"


def _are_parts_of_one(read: Mapping[Level, Share | None], cells: Mapping[Level, str]) -> bool:
    shares = [share for share in read.values() if share is not None]
    whole = sum((share.value for share in shares), Fraction())
    marked = any("%" in text for text in cells.values())
    return not marked and len(shares) == len(Level) and Fraction(9, 10) <= whole <= Fraction(11, 10)


def _words(share: Share, cell: str, parts: bool) -> str:
    if not parts:
        return cell.strip().rstrip("%").strip().replace(".", ",")
    decimals = min(share.decimals, 2)
    rounded = Fraction(round(share.value * 10**decimals), 10**decimals)
    return f"{float(rounded):.{decimals}f}".replace(".", ",")

"""Declared shares beside the counts: the fifteen wrong cells of Labinsk, and in any table exactly those spoiled."""

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shnor_domain.competence.imports.declared import is_permissible, share_in, wrong_shares
from shnor_domain.competence.imports.kind import NEEDED, WANTED
from shnor_domain.competence.imports.reading import CountsRow, read_row, with_sums
from shnor_domain.competence.model import Counts, Level, percent
from shnor_domain.identity import MunicipalityId, RegionId, SubjectId, Territory
from shnor_domain.tables import Sheet, Table
from shnor_domain.territories.imports.grid import grid_of
from shnor_domain.territories.imports.report import Note
from shnor_domain.territories.model import SchoolYear, Subject
from shnor_domain.territories.words import shipped_rows

LABINSK = Path(__file__).parents[2] / "data" / "competence_labinsk.csv"
CATALOGUE = [
    Subject(SubjectId(row["code"]), row["name"], tuple(row["spellings"].split("|")))
    for row in shipped_rows("subjects.csv")
]
HERE = Territory(RegionId(1), MunicipalityId(1))
HEAD = ("предмет", "педагогов", "A", "B", "C", "D", "доля A", "доля B", "доля C", "доля D")


def read(rows: list[tuple[str, ...]]) -> list[CountsRow]:
    grid = grid_of(Table((Sheet("", tuple(rows)),)), WANTED, NEEDED)
    return with_sums([read_row(line, SchoolYear(2026), lambda _: HERE, CATALOGUE) for line in grid.lines])


def cells(rows: list[CountsRow]) -> list[tuple[str, str, str, str]]:
    return [
        (row.title, note.column[9] if note.share else note.column, note.declared, note.computed)
        for row in rows
        for note in row.notes
    ]


def test_the_table_of_labinsk_has_exactly_the_fifteen_wrong_cells() -> None:
    lines = [tuple(line.split(",")) for line in LABINSK.read_text("utf-8").splitlines()]
    rows = read(lines)
    assert [row.problems for row in rows] == [()] * 11
    assert cells(rows) == [
        ("русский язык", "c", "34", "33"),
        ("математика", "c", "36", "34"),
        ("иностранный язык", "c", "25", "24"),
        ("физика", "a", "23", "24"),
        ("физика", "c", "42", "41"),
        ("химия", "a", "45", "19"),
        ("химия", "b", "27", "25"),
        ("химия", "c", "19", "44"),
        ("химия", "d", "9", "13"),
        ("биология", "a", "21", "22"),
        ("история", "b", "21", "22"),
        ("история", "c", "40", "39"),
        ("обществознание", "a", "28", "29"),
        ("география", "a", "16", "17"),
        ("география", "c", "45", "44"),
    ]
    whole = rows[-1]
    assert whole.whole and whole.counts == Counts(65, 79, 84, 4) and whole.notes == ()


COUNTS = st.builds(Counts, *(st.integers(0, 60) for _ in range(4))).filter(lambda counts: counts.positions > 0)
CELL = st.tuples(st.booleans(), st.integers(1, 40), st.sampled_from((ROUND_HALF_UP, ROUND_HALF_EVEN)))


@given(
    st.lists(st.tuples(COUNTS, st.integers(0, 2), st.tuples(CELL, CELL, CELL, CELL)), min_size=1, max_size=10),
    st.sampled_from(("", "%", " %")),
)
def test_in_any_table_exactly_the_spoiled_cells_are_named(
    table: list[tuple[Counts, int, tuple[tuple[bool, int, str], ...]]], mark: str
) -> None:
    """Each cell is rounded in one of both ways to the decimals of its row; a spoiled one is moved by as many last units
    as no rounding reaches."""
    lines: list[tuple[str, ...]] = [HEAD]
    spoiled = []
    for number, (counts, decimals, ways) in enumerate(table):
        shares = []
        unit = Decimal(1).scaleb(-decimals)
        for (level, part), (spoils, by, rounding) in zip(counts.by_level, ways, strict=True):
            share = (Decimal(part * 100) / counts.positions).quantize(unit, rounding)
            if spoils:
                # up by two units at least, so that the other rounding of a half is not met
                share += unit * (by + 1)
                spoiled.append((CATALOGUE[number].name, level.value))
            shares.append(f"{share}{mark}".replace(".", ","))
        levels = [str(part) for _, part in counts.by_level]
        lines.append((CATALOGUE[number].name, str(counts.positions), *levels, *shares))
    found = read(lines)
    assert [cell[:2] for cell in cells(found)] == spoiled
    assert all(row.problems == () for row in found)


@given(COUNTS, COUNTS)
def test_a_total_is_compared_with_the_sum_of_its_rows(first: Counts, second: Counts) -> None:
    def line(name: str, counts: Counts) -> tuple[str, ...]:
        return (name, str(counts.positions), *(str(part) for _, part in counts.by_level))

    right = [HEAD[:6], line("химия", first), line("физика", second), line("Всего", first + second)]
    assert cells(read(right)) == []
    wrong = [*right[:3], line("Итого:", first + second + Counts(c=1))]
    total = first + second
    assert cells(read(wrong)) == [
        ("Итого:", "c", str(total.c + 1), str(total.c)),
        ("Итого:", "teachers", str(total.positions + 1), str(total.positions)),
    ]


@pytest.mark.parametrize(
    ("declared", "part", "whole", "right"),
    [
        ("13", 2, 16, True),
        ("12", 2, 16, True),
        ("12,5", 2, 16, True),
        ("12.4", 2, 16, False),
        ("11", 2, 16, False),
        ("38", 3, 8, True),
        ("37", 3, 8, False),
        ("18,75", 3, 16, True),
        ("18,8 %", 3, 16, True),
        ("33.33333333333333", 1, 3, True),
        ("33.33433333333333", 1, 3, False),
        ("0", 0, 4, True),
        ("0", 0, 0, False),
    ],
)
def test_halves_may_be_rounded_up_or_to_the_even_neighbour(declared: str, part: int, whole: int, right: bool) -> None:
    share = share_in(declared)
    assert share is not None and is_permissible(share, part, whole) is right


def test_cells_of_a_spreadsheet_that_show_per_cents_are_parts_of_one() -> None:
    counts = Counts(3, 4, 7, 2)
    exact = dict(zip(Level, ("0.1875", "0.25", "0.4375", "0.125"), strict=True))
    assert wrong_shares(counts, exact) == []
    assert wrong_shares(counts, exact | {Level.MINOR: "0.41"}) == [Note("declared_c_percent", "41", "44", True)]


def test_a_share_that_is_no_number_is_named_and_an_empty_one_is_not() -> None:
    notes = wrong_shares(Counts(1, 1, 1, 1), {Level.SYSTEMIC: "около 20", Level.LOCAL: "", Level.MINOR: "25"})
    assert notes == [Note("declared_a_percent", "около 20", "25", True)]


def test_shares_of_ours_are_rounded_half_up_and_nothing_has_none() -> None:
    assert percent(144, 232) == Decimal("62.1")
    assert (percent(1, 8, 0), percent(1, 8), percent(0, 8)) == (Decimal(13), Decimal("12.5"), Decimal("0.0"))
    assert percent(0, 0) is None

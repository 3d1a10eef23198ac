"""Four numbers as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shnor_domain.competence.errors import BadCounts
from shnor_domain.competence.model import MOST, Counts, checked_counts
from shnor_domain.competence.typed import numbers_in


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("8 16 12 0", [8, 16, 12, 0]),
        (" 8,16; 12 / 0 ", [8, 16, 12, 0]),
        ("A 8, B 16, C 12, D 0", [8, 16, 12, 0]),
        ("А: 8; В: 16; С – 12; D=0", [8, 16, 12, 0]),
        ("8", [8]),
        ("a 8", [8]),
    ],
)
def test_numbers_are_read_with_and_without_their_letters(typed: str, numbers: list[int]) -> None:
    assert numbers_in(typed) == numbers


def test_one_after_another_is_read_too() -> None:
    assert numbers_in("16 12", 1) == [16, 12]
    assert numbers_in("b 16", 1) == [16]


@pytest.mark.parametrize(
    ("typed", "already", "reason"),
    [
        ("много", 0, "not-numbers"),
        ("-1 2 3 4", 0, "not-numbers"),
        ("1,5 2 3 4 %", 0, "not-numbers"),
        ("D 0 C 12 B 16 A 8", 0, "not-numbers"),
        ("8 A 16 B", 0, "not-numbers"),
        ("٣ 1 2 3", 0, "not-numbers"),
        ("1 2 3 4 5", 0, "too-many"),
        ("1 2", 3, "too-many"),
        (f"{MOST + 1}", 0, "too-large"),
        ("9" * 300, 0, "not-numbers"),
    ],
)
def test_what_cannot_be_counts_is_refused_with_its_reason(typed: str, already: int, reason: str) -> None:
    with pytest.raises(BadCounts) as refused:
        numbers_in(typed, already)
    assert refused.value.reason == reason


def test_a_subject_that_nobody_teaches_has_no_row() -> None:
    with pytest.raises(BadCounts) as refused:
        checked_counts(Counts())
    assert refused.value.reason == "nothing"
    assert checked_counts(Counts(0, 0, 0, 1)).positions == 1


@given(st.text())
def test_whatever_is_typed_is_numbers_or_refused(typed: str) -> None:
    try:
        found = numbers_in(typed)
    except BadCounts:
        return
    assert 1 <= len(found) <= 4 and all(0 <= number <= MOST for number in found)

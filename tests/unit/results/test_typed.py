"""Numbers as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shnor_domain.results.errors import BadNumbers
from shnor_domain.results.typed import count_in, numbers_in, percent_in


@pytest.mark.parametrize("typed", ["31 4", "31/4", " 31, 4 ", "31;4", "31\n4", "4 из 31", "4 ИЗ 31"])
def test_both_numbers_at_once_in_many_ways(typed: str) -> None:
    assert numbers_in(typed) == (31, 4)


def test_one_after_the_other() -> None:
    assert numbers_in("31") == (31,)
    assert numbers_in("4", (31,)) == (31, 4)
    assert numbers_in("0", (31,)) == (31, 0)


@pytest.mark.parametrize(
    ("typed", "already", "reason"),
    [
        ("", (), "not-numbers"),
        ("31,5%", (), "not-numbers"),
        ("−31 4", (), "not-numbers"),
        ("٣١ 4", (), "not-numbers"),
        ("1 2 3", (), "too-many"),
        ("1 2", (31,), "too-many"),
        ("5001 1", (), "too-large"),
        ("9" * 60, (), "not-numbers"),
        ("0", (), "nobody"),
        ("0 0", (), "nobody"),
        ("4 31", (), "below"),
        ("32", (31,), "below"),
    ],
)
def test_what_is_wrong_is_said(typed: str, already: tuple[int, ...], reason: str) -> None:
    with pytest.raises(BadNumbers) as refused:
        numbers_in(typed, already)
    assert refused.value.reason == reason


@given(st.text(max_size=60))
def test_whatever_is_typed_is_a_pair_that_can_be_or_refused(typed: str) -> None:
    try:
        found = numbers_in(typed)
    except BadNumbers:
        return
    assert 1 <= found[0] <= 5_000
    assert len(found) == 1 or 0 <= found[1] <= found[0]


def test_shares_and_counts_of_a_threshold() -> None:
    assert [percent_in(typed) for typed in ("30", "30,5 %", "0.1", "100")] == [300, 305, 1, 1_000]
    for typed in ("0", "100,1", "много", "30 %%", ""):
        with pytest.raises(BadNumbers):
            percent_in(typed)
    assert count_in("9", 9) == 9
    for typed in ("0", "10", "-1", "два"):
        with pytest.raises(BadNumbers):
            count_in(typed, 9)

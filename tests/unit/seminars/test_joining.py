"""Requests that become one, and are split again: no school is lost, none is counted twice (rules I8, I9)."""

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest

from shnor_domain.seminars.model import RequestId
from shnor_domain.seminars.requests.demand import by_school
from shnor_domain.seminars.requests.joining import joined, parted
from shnor_domain.seminars.requests.model import Support, SupportState
from tests.support.seminar_requests import support

A, B, C, D = (RequestId(number) for number in (1, 2, 3, 4))
CHANCES = range(60)
SAID_ANEW = SupportState.SAID_ANEW


def of(request: RequestId, supports: Sequence[Support]) -> list[Support]:
    return [each for each in supports if each.request == request]


def drawn(chance: random.Random) -> list[Support]:
    """Four requests, each with some of six schools."""
    pairs = [(request, school) for request in (A, B, C, D) for school in range(1, 7) if chance.random() < 0.5]
    return [support(number, request, school, chance.randint(1, 40)) for number, (request, school) in enumerate(pairs)]


def merge(all_: list[Support], into: RequestId, other: RequestId) -> list[Support]:
    """As the use case does it: of two requests all rows are read and written anew."""
    mine = [each for each in all_ if each.request in {into, other}]
    rest = [each for each in all_ if each.request not in {into, other}]
    return sorted([*rest, *joined(into, mine)], key=lambda each: each.id)


def test_a_school_behind_both_stands_once_with_the_larger_number() -> None:
    found = joined(B, [support(1, A, 5, 10), support(2, A, 6, 4), support(3, B, 5, 7)])
    assert by_school(found) == {5: 10, 6: 4}
    assert [(each.id, each.state, each.came_from, each.people) for each in found] == [
        (3, SupportState.LIVE, None, 7),
        (1, SupportState.MOVED, A, 10),
        (2, SupportState.LIVE, A, 4),
    ]


def test_what_was_withdrawn_stays_where_it_was() -> None:
    found = joined(B, [support(1, A, 5, state=SupportState.WITHDRAWN), support(2, B, 6)])
    assert [each.id for each in found] == [2]


@pytest.mark.parametrize("seed", CHANCES)
def test_in_any_order_of_merging_the_same_schools_stand_with_the_same_numbers(seed: int) -> None:
    chance = random.Random(seed)
    before = drawn(chance)
    largest: dict[int, int] = {}
    for each in before:
        largest[each.school] = max(largest.get(each.school, 0), each.people)
    for _order in range(4):
        living, rows = [A, B, C, D], before
        while len(living) > 1:
            other, into = chance.sample(living, 2)
            rows = merge(rows, into, other)
            living.remove(other)
        assert by_school(of(living[0], rows)) == largest
        assert {each.id for each in rows} == {each.id for each in before}
        live = [each.school for each in of(living[0], rows) if each.state is SupportState.LIVE]
        assert sorted(live) == sorted(largest)


@pytest.mark.parametrize("seed", CHANCES)
def test_a_split_gives_back_what_was(seed: int) -> None:
    before = drawn(random.Random(seed))
    together = merge(before, B, A)
    back = [*parted(of(B, together), A, {A}), *(each for each in together if each.request != B)]
    assert sorted(back, key=lambda each: each.id) == before


@pytest.mark.parametrize("number", [3, 30])
def test_a_number_said_anew_is_of_all_that_had_met_and_a_split_gives_back_what_was(number: int) -> None:
    together = joined(B, [support(1, A, 5, 10), support(2, B, 5, 7)])
    anew = [replace(each, state=SAID_ANEW) if each.id == 1 else replace(each, people=number) for each in together]
    assert by_school(anew) == {5: number}
    assert by_school(joined(C, anew)) == {5: number}
    back = parted(anew, A, {A})
    assert (by_school(of(A, back)), by_school(of(B, back))) == ({5: 10}, {5: number})


def test_what_was_said_anew_of_another_request_is_not_of_what_is_split_off() -> None:
    inner = joined(B, [support(1, A, 5, 10), support(2, B, 5, 7)])
    outer = joined(C, [*inner, support(3, C, 5, 20)])
    anew = [each if each.id == 3 else replace(each, state=SAID_ANEW) for each in outer]
    assert by_school(of(B, parted(anew, B, {A, B}))) == {5: 10}


@pytest.mark.parametrize("seed", CHANCES)
def test_a_split_takes_along_what_had_been_merged_before(seed: int) -> None:
    before = drawn(random.Random(seed))
    inner = merge(before, B, A)
    outer = merge(inner, C, B)
    back = [*parted(of(C, outer), B, {A, B}), *(each for each in outer if each.request != C)]
    assert by_school(of(B, back)) == by_school(of(B, inner))
    assert by_school(of(C, back)) == by_school(of(C, before))


@pytest.mark.parametrize("seed", CHANCES)
def test_the_first_of_two_merged_requests_may_be_split_off_first(seed: int) -> None:
    before = drawn(random.Random(seed))
    both = merge(merge(before, C, A), C, B)
    back = [*parted(of(C, both), A, {A}), *(each for each in both if each.request != C)]
    assert by_school(of(A, back)) == by_school(of(A, before))
    assert by_school(of(C, back)) == by_school(of(C, merge(before, C, B)))

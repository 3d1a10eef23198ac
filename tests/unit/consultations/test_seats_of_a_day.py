"""How many seats a day has: what overlaps shares its host."""

from datetime import UTC, datetime, timedelta
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from shnor_domain.consultations.cards import Opening, most_seats
from shnor_domain.consultations.model import Occurrence, SessionKey, SlotId
from shnor_domain.consultations.rules import overlap

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)


def opening(start: int, length: int, seats: int) -> Opening:
    starts = NOON + timedelta(minutes=start)
    return Opening(Occurrence(SessionKey(SlotId(1), starts), starts + timedelta(minutes=length)), seats)


def test_two_slots_at_one_hour_offer_the_larger_one_and_touching_ones_both() -> None:
    assert most_seats([opening(0, 45, 3), opening(0, 45, 5)]) == 5
    assert most_seats([opening(0, 45, 3), opening(45, 45, 5)]) == 8
    assert most_seats([]) == 0


@given(st.lists(st.builds(opening, st.integers(0, 12), st.integers(1, 6), st.integers(0, 9)), max_size=7))
def test_no_choice_of_meetings_apart_from_each_other_has_more_seats(openings: list[Opening]) -> None:
    sums = [
        sum(each.seats for each in chosen)
        for size in range(len(openings) + 1)
        for chosen in combinations(openings, size)
        if not any(overlap(one.occurrence, other.occurrence) for one, other in combinations(chosen, 2))
    ]
    assert most_seats(openings) == max(sums)

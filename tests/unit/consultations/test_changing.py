"""What a host may change of a published slot, and what bookings forbid."""

from dataclasses import replace
from datetime import date, time

import pytest

from shnor_domain.consultations.changing import Changes, Held, changed_terms
from shnor_domain.consultations.model import Audience, Format, Terms
from shnor_domain.errors import Invalid
from shnor_domain.identity import RegionId, SubjectId, Territory

TODAY = date(2026, 11, 21)
TERMS = Terms(
    subject=SubjectId("chemistry"),
    weekday=0,
    starts=time(15, 0),
    zone="Asia/Yakutsk",
    minutes=45,
    format=Format.ON_SITE,
    audience=Audience.TEACHERS,
    open_to=Territory(RegionId(1)),
    project_schools_only=False,
    capacity=5,
    first_day=date(2026, 9, 1),
    last_day=date(2027, 5, 31),
    venue="каб. 12",
)
HELD = Held(seats=3, last_day=date(2026, 12, 7))


def test_what_was_not_named_stays() -> None:
    assert changed_terms(TERMS, Changes(), HELD, TODAY) == TERMS
    assert changed_terms(TERMS, Changes(capacity=3, horizon=14), HELD, TODAY) == replace(TERMS, capacity=3, horizon=14)
    assert changed_terms(TERMS, Changes(notice=0), HELD, TODAY) == replace(TERMS, notice=0)


@pytest.mark.parametrize(
    ("changes", "field", "reason"),
    [
        (Changes(capacity=2), "capacity", "taken"),
        (Changes(capacity=0), "capacity", "range"),
        (Changes(capacity=501), "capacity", "range"),
        (Changes(last_day=date(2026, 12, 6)), "last_day", "booked"),
        (Changes(last_day=date(2026, 11, 20)), "last_day", "past"),
        (Changes(last_day=date(2027, 9, 3)), "last_day", "year"),
        (Changes(notice=7 * 24 * 60 + 1), "notice", "range"),
        (Changes(horizon=0), "horizon", "range"),
        (Changes(horizon=91), "horizon", "range"),
        (Changes(venue=""), "venue", "empty"),
        (Changes(venue="я" * 301), "venue", "long"),
    ],
)
def test_what_cannot_be_is_refused_by_its_field(changes: Changes, field: str, reason: str) -> None:
    with pytest.raises(Invalid) as refusal:
        changed_terms(TERMS, changes, HELD, TODAY)
    assert (refusal.value.field, refusal.value.reason) == (field, reason)


def test_the_last_day_may_be_that_of_the_last_booking_itself() -> None:
    assert changed_terms(TERMS, Changes(last_day=date(2026, 12, 7)), HELD, TODAY).last_day == date(2026, 12, 7)
    assert changed_terms(TERMS, Changes(last_day=TODAY), Held(), TODAY).last_day == TODAY


def test_a_rule_that_is_over_can_still_be_given_more_seats_for_its_windows() -> None:
    over = replace(TERMS, last_day=date(2026, 11, 1))
    assert changed_terms(over, Changes(capacity=9), Held(), TODAY).capacity == 9

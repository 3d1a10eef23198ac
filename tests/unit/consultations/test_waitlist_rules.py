"""Whose turn it is for a seat that became free, and until when: tables of minutes, rule by rule (W1–W5).

Clocks are those of Yakutsk (UTC+9), where the meeting starts on Thursday, 10 December, at 15:00, unless told otherwise.
"""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from shnor_domain.consultations.model import SessionId
from shnor_domain.identity import PersonId
from shnor_domain.people.model.preferences import Quiet
from shnor_domain.seats.model import HeldSeat, Offer, OfferId, OfferState, SeatId, WaitingId
from shnor_domain.seats.rules import (
    OFFER_WINDOW,
    Ask,
    Candidate,
    OpenToAll,
    Sleep,
    asked,
    asleep_until,
    lost_to_outage,
    turn,
)

YAKUTSK = timezone(timedelta(hours=9))
USUAL, NEVER = Quiet(), Quiet(0, 0)
FIRST, SECOND, THIRD = WaitingId(1), WaitingId(2), WaitingId(3)


def at(day: int, clock: str) -> datetime:
    """A minute of December in Yakutsk."""
    hour, minute = clock.split(":")
    return datetime(2026, 12, day, int(hour), int(minute), tzinfo=YAKUTSK).astimezone(UTC)


STARTS, FREED = at(10, "15:00"), at(8, "12:00")


def one(waiting: WaitingId = FIRST, quiet: Quiet = USUAL, zone: str = "Asia/Yakutsk") -> Candidate:
    return Candidate(waiting, quiet, zone)


def seat(reserved: WaitingId | None = None, freed: datetime = FREED) -> HeldSeat:
    return HeldSeat(SeatId(1), freed, reserved)


def whose(now: datetime, *queue: Candidate, reserved: WaitingId | None = None, starts: datetime = STARTS) -> object:
    return turn(queue, seat(reserved), starts, now, OFFER_WINDOW)


@pytest.mark.parametrize(
    ("now", "until"),
    [
        (at(10, "13:20"), at(10, "14:20")),
        (at(10, "13:30"), at(10, "14:30")),
        (at(10, "13:31"), at(10, "14:30")),
        (at(10, "14:29"), at(10, "14:30")),
        (at(8, "19:59"), at(8, "20:59")),
        (at(8, "20:00"), at(8, "21:00")),
        (at(8, "20:30"), at(8, "21:00")),
        (at(8, "20:50"), at(8, "21:00")),
    ],
)
def test_w1_a_seat_is_held_until_the_first_of_an_hour_her_quiet_start_and_half_an_hour_before(
    now: datetime, until: datetime
) -> None:
    assert whose(now, one()) == Ask(FIRST, until)


def test_w1_the_first_of_the_queue_is_asked_and_then_the_next() -> None:
    now = at(9, "12:00")
    assert whose(now, one(FIRST), one(SECOND)) == Ask(FIRST, at(9, "13:00"))
    assert whose(now, one(SECOND)) == Ask(SECOND, at(9, "13:00"))


def test_w1_the_window_is_a_setting_and_her_own_quiet_hours_count_on_her_own_clock() -> None:
    now = at(9, "12:00")
    assert turn([one()], seat(), STARTS, now, timedelta(minutes=20)) == Ask(FIRST, at(9, "12:20"))
    kolyma = one(quiet=Quiet(15 * 60, 20 * 60), zone="Asia/Srednekolymsk")  # 13:00–18:00 in Yakutsk
    assert whose(at(9, "12:30"), kolyma) == Ask(FIRST, at(9, "13:00"))
    assert whose(now, one(quiet=NEVER)) == Ask(FIRST, at(9, "13:00"))


@pytest.mark.parametrize(
    ("now", "wakes"),
    [
        (at(8, "20:50"), None),
        (at(8, "20:51"), at(9, "8:00")),
        (at(8, "21:00"), at(9, "8:00")),
        (at(9, "3:00"), at(9, "8:00")),
        (at(9, "7:59"), at(9, "8:00")),
        (at(9, "8:00"), None),
    ],
)
def test_w2_under_ten_minutes_before_quiet_hours_she_counts_as_asleep(now: datetime, wakes: datetime | None) -> None:
    assert asleep_until(one(), now) == wakes


def test_w2_a_day_or_more_before_the_start_the_seat_waits_for_her_morning() -> None:
    awake = one(SECOND, NEVER)
    assert whose(at(8, "23:00"), one(), awake) == Sleep(at(9, "8:00"), FIRST)
    assert whose(at(8, "20:55"), one(), awake) == Sleep(at(9, "8:00"), FIRST)
    exactly = at(9, "23:00") + timedelta(days=1)
    assert whose(at(9, "23:00"), one(), awake, starts=exactly) == Sleep(at(10, "8:00"), FIRST)


def test_w2_what_began_to_wait_for_her_morning_goes_on_as_the_start_comes_nearer() -> None:
    awake = one(SECOND, NEVER)
    assert whose(at(9, "22:00"), one(), awake, reserved=FIRST) == Sleep(at(10, "8:00"), FIRST)
    assert whose(at(9, "22:00"), one(), awake, reserved=SECOND) == Ask(SECOND, at(9, "23:00"))


def test_w2_less_than_a_day_before_who_sleeps_is_passed_over() -> None:
    assert whose(at(9, "22:00"), one(), one(SECOND, NEVER)) == Ask(SECOND, at(9, "23:00"))


def test_w2_passed_over_she_is_asked_as_she_wakes_while_the_seat_is_held() -> None:
    assert whose(at(9, "22:00"), one()) == Sleep(at(10, "8:00"))
    early = one(SECOND, Quiet(21 * 60, 6 * 60))
    assert whose(at(9, "22:00"), one(), early) == Sleep(at(10, "6:00"))
    assert whose(at(10, "6:00"), one(), early) == Ask(SECOND, at(10, "7:00"))
    assert whose(at(10, "8:00"), one()) == Ask(FIRST, at(10, "9:00"))


@pytest.mark.parametrize(("starts", "told"), [("8:30", OpenToAll()), ("8:31", Sleep(at(10, "8:00")))])
def test_w2_who_wakes_when_the_seat_is_open_to_all_is_not_waited_for(starts: str, told: object) -> None:
    assert whose(at(10, "2:00"), one(), starts=at(10, starts)) == told


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (at(10, "14:29"), Ask(FIRST, at(10, "14:30"))),
        (at(10, "14:30"), OpenToAll()),
        (at(10, "14:59"), OpenToAll()),
        (at(10, "15:00"), OpenToAll()),
        (at(10, "16:00"), OpenToAll()),
    ],
)
def test_w3_from_half_an_hour_before_the_start_it_is_open_to_all(now: datetime, told: object) -> None:
    assert whose(now, one()) == told


def test_w3_once_all_were_asked_it_is_open_to_all() -> None:
    assert whose(at(9, "12:00")) == OpenToAll()


def offer(state: OfferState, number: int = 1, ended: datetime | None = None, who: WaitingId = FIRST) -> Offer:
    made = at(8, "12:00")
    until = made + OFFER_WINDOW
    return Offer(OfferId(number), SeatId(number), who, PersonId(7), SessionId(1), made, until, state, ended)


@pytest.mark.parametrize(
    ("state", "counts"),
    [
        (OfferState.OPEN, True),
        (OfferState.DECLINED, True),
        (OfferState.LAPSED, True),
        (OfferState.WITHDRAWN, True),
        (OfferState.VOID, False),
    ],
)
def test_w1_one_offer_a_seat_and_person_and_one_that_is_void_was_never_made(state: OfferState, counts: bool) -> None:
    assert asked(seat(), FIRST, [offer(state)]) is counts
    assert not asked(seat(), SECOND, [offer(state)])


@pytest.mark.parametrize("state", [OfferState.DECLINED, OfferState.LAPSED])
@pytest.mark.parametrize(("ended", "counts"), [(at(8, "11:59"), False), (at(8, "12:00"), True), (at(8, "12:30"), True)])
def test_w4_silence_and_no_keep_her_place_for_a_seat_that_is_freed_later(
    state: OfferState, ended: datetime, counts: bool
) -> None:
    another = offer(state, 2, ended)
    assert asked(seat(freed=at(8, "12:00")), FIRST, [another]) is counts


def test_w4_an_offer_that_was_taken_back_costs_no_other_seat() -> None:
    assert not asked(seat(), FIRST, [offer(OfferState.WITHDRAWN, 2, at(8, "12:30"))])


@pytest.mark.parametrize(
    ("back", "silent", "lost"),
    [
        # the offer is open from 12:00 to 13:00
        (at(8, "12:20"), timedelta(seconds=150), False),
        (at(8, "12:20"), timedelta(seconds=151), True),
        (at(8, "12:02"), timedelta(hours=1), False),
        (at(8, "12:03"), timedelta(hours=1), True),
        (at(8, "13:10"), timedelta(minutes=70), True),
        (at(8, "13:10"), timedelta(minutes=12), False),
        (at(8, "13:10"), timedelta(minutes=13), True),
    ],
)
def test_w5_a_window_that_lost_over_150_seconds_to_an_outage_is_given_again(
    back: datetime, silent: timedelta, lost: bool
) -> None:
    assert lost_to_outage(offer(OfferState.OPEN), silent, back) is lost

"""Who an event invites signs up, her lead signs her up or keeps seats for her (J2–J5, J7)."""

from datetime import timedelta

import pytest

from shnor_domain.errors import Invalid, NotAllowed, NotFound, Stale
from shnor_domain.identity import Role
from shnor_domain.seats.errors import NoSeatsLeft, YouAreBusy
from shnor_domain.seminars.events.model import EventState
from shnor_domain.seminars.model import Audience
from shnor_domain.seminars.signing.errors import (
    AlreadySignedUp,
    EventOff,
    EventOver,
    OwnEvent,
    SchoolQuotaReached,
    SignUpOver,
    TheyAreElsewhere,
    TheyAreSignedUp,
    TooFewSeats,
    TooManyForQuota,
)
from shnor_domain.seminars.signing.model import SignUpState
from shnor_domain.seminars.signing.notices import FOR_YOU
from shnor_domain.seminars.signing.telling import checks
from shnor_domain.seminars.signing.use_cases.cancelling import CancelSignUp
from shnor_domain.seminars.signing.use_cases.for_others import SignUpTeacher, TeachersToSignUp
from shnor_domain.seminars.signing.use_cases.keeping import ChangeKept, KeepSeats
from shnor_domain.seminars.signing.use_cases.looking import MyEvents, MySignUp
from shnor_domain.seminars.signing.use_cases.signing_up import SignUpForEvent
from tests.support.event_land import HOUR, OCTOBER_14, lesson
from tests.support.signing_land import SigningLand
from tests.support.village import whose

NEXT_DAY = OCTOBER_14 + timedelta(days=1)


async def test_who_is_invited_sits_in_every_lesson_and_once(hall: SigningLand) -> None:
    event = await hall.opened(lesson(), lesson(NEXT_DAY))
    card = await hall.signs_up("teacher", event)
    assert (card.room.taken, card.may_sign_up, card.may_cancel) == (1, False, True)
    assert await hall.is_busy("teacher") and await hall.is_busy("teacher", NEXT_DAY)
    with pytest.raises(AlreadySignedUp) as refused:
        await hall.signs_up("teacher", event)
    assert refused.value.facts == {"signup": card.mine.id}
    await hall.balanced(event)
    agenda = await hall.use(MyEvents)(hall["teacher"])
    assert [each.signup.id for each in agenda.seats] == [card.mine.id] and not agenda.past


async def test_whom_it_does_not_invite_finds_no_event(hall: SigningLand) -> None:
    teams = await hall.opened(audience=Audience.TEAMS)
    far = await hall.opened(lesson(NEXT_DAY), municipality=hall.village.far_municipality.municipality)
    project = await hall.opened(lesson(NEXT_DAY + HOUR), project_schools_only=True)
    draft = await hall.lays()
    await hall.teachers("b1")
    for who, event in (("teacher", teams), ("teacher", far), ("b1", project), ("teacher", draft)):
        for case in (SignUpForEvent, MySignUp):
            with pytest.raises(NotFound):
                await hall.use(case)(hall[who], event)
    await hall.signs_up("lead", teams)
    await hall.signs_up("far lead", far)
    await hall.signs_up("teacher", project)


async def test_nobody_sits_in_what_she_leads_or_what_has_begun_or_is_off(hall: SigningLand) -> None:
    event = await hall.opened()
    with pytest.raises(OwnEvent):
        await hall.signs_up("host", event)
    off = await hall.lays(lesson(NEXT_DAY), state=EventState.CANCELLED)
    with pytest.raises(EventOff):
        await hall.signs_up("teacher", off)
    hall.village.clock.at = OCTOBER_14
    with pytest.raises(SignUpOver):
        await hall.signs_up("teacher", event)


async def test_who_is_elsewhere_at_one_lesson_takes_no_seat_and_no_quota(hall: SigningLand) -> None:
    await hall.signs_up("teacher", await hall.opened(lesson(NEXT_DAY)))
    event = await hall.opened(lesson(), lesson(NEXT_DAY + HOUR / 2), host="tutor", quota=2)
    with pytest.raises(YouAreBusy):
        await hall.signs_up("teacher", event)
    await hall.balanced(event)
    assert not await hall.is_busy("teacher")


async def test_a_school_has_no_more_than_its_quota(hall: SigningLand) -> None:
    event = await hall.opened(quota=1, capacity=2)
    await hall.teachers("a1", "b1", "b2")
    await hall.signs_up("teacher", event)
    with pytest.raises(SchoolQuotaReached):
        await hall.signs_up("a1", event)
    assert (await hall.use(MySignUp)(hall["a1"], event)).quota_reached
    await hall.signs_up("b1", event)
    with pytest.raises(SchoolQuotaReached):
        await hall.signs_up("b2", event)
    with pytest.raises(NoSeatsLeft):
        await hall.signs_up("far lead", event)
    await hall.balanced(event)


async def test_a_lead_signs_her_teachers_up_and_they_are_told(hall: SigningLand) -> None:
    event, school = await hall.opened(), hall.school()
    await hall.teachers("a1", "b1")
    await hall.use(SignUpTeacher)(hall["lead"], event, whose(hall["a1"]), school)
    assert await hall.told(FOR_YOU) == [("a1", FOR_YOU)]
    with pytest.raises(TheyAreSignedUp):
        await hall.use(SignUpTeacher)(hall["lead"], event, whose(hall["a1"]), school)
    await hall.signs_up("teacher", await hall.opened(host="tutor"))
    with pytest.raises(TheyAreElsewhere):
        await hall.use(SignUpTeacher)(hall["second lead"], event, whose(hall["teacher"]), school)
    for who, whom, refusal in (
        ("lead", "b1", NotFound),
        ("neighbour", "a1", NotFound),
        ("teacher", "a1", NotAllowed),
        ("lead", "lead", NotFound),
    ):
        with pytest.raises(refusal):
            await hall.use(SignUpTeacher)(hall[who], event, whose(hall[whom]), school)
    listed = await hall.use(TeachersToSignUp)(hall["coordinator"], event, school)
    assert {each.person for each in listed.people if each.signup is not None} == {whose(hall["a1"])}
    assert {each.person for each in listed.people if each.busy} == {whose(hall["teacher"])}
    assert listed.people[-1].person == whose(hall["a1"])
    await hall.use(SignUpTeacher)(hall["coordinator"], event, whose(hall["lead"]), school)
    await hall.cancels("a1", event)
    await hall.balanced(event)


async def test_of_a_seat_given_back_for_her_she_is_told_nothing_once_she_has_another(hall: SigningLand) -> None:
    event = await hall.opened()
    await hall.teachers("a1")
    await hall.signs_up("a1", event)
    await hall.use(CancelSignUp)(hall["lead"], (await hall.seat("a1", event)).id)
    [row] = await hall.waiting(FOR_YOU)
    still_true = checks(hall.village.units.read)[FOR_YOU]
    assert await still_true(row, hall.village.clock.at)
    await hall.signs_up("a1", event)
    assert not await still_true(row, hall.village.clock.at)


async def test_a_lead_gives_no_seat_back_that_is_on_the_quota_of_another_school(hall: SigningLand) -> None:
    event, school = await hall.opened(), hall.school()
    await hall.teachers("a1", "a2")
    await hall.village.seat(hall["a1"], Role.TEACHER, hall.village.second_school)
    hall.people["a1"] = await hall.village.actor(hall["a1"].chat)
    await hall.use(SignUpForEvent)(hall["a1"], event, hall.village.second_school.school)
    await hall.signs_up("a2", event)
    listed = await hall.use(TeachersToSignUp)(hall["lead"], event, school)
    seats = {each.person: each.may_cancel for each in listed.people if each.signup is not None}
    assert seats == {whose(hall["a1"]): False, whose(hall["a2"]): True}
    with pytest.raises(NotFound):
        await hall.use(CancelSignUp)(hall["lead"], (await hall.seat("a1", event)).id)


async def test_kept_seats_are_taken_first_by_people_of_the_school(hall: SigningLand) -> None:
    event, school = await hall.opened(quota=3, capacity=4), hall.school()
    await hall.teachers("a1", "a2", "a3")
    card = await hall.use(KeepSeats)(hall["lead"], event, school, 2)
    assert (card.room.taken, card.led[0].left, card.led[0].kept.heads) == (2, 1, 2)
    for who in ("a1", "a2"):
        await hall.signs_up(who, event)
        await hall.balanced(event)
    assert (await hall.room(event)).taken == 2 and await hall.kept(event) is None
    await hall.signs_up("a3", event)
    with pytest.raises(SchoolQuotaReached):
        await hall.signs_up("teacher", event)
    with pytest.raises(TooManyForQuota) as refused:
        await hall.use(KeepSeats)(hall["lead"], event, school, 1)
    assert refused.value.facts == {"left": 0}
    await hall.balanced(event)


async def test_the_kept_number_is_changed_by_any_lead_who_has_seen_it(hall: SigningLand) -> None:
    event, school = await hall.opened(quota=5, capacity=5), hall.school()
    await hall.use(KeepSeats)(hall["lead"], event, school, 2)
    with pytest.raises(AlreadySignedUp):
        await hall.use(KeepSeats)(hall["second lead"], event, school, 1)
    kept = await hall.kept(event)
    assert kept is not None
    await hall.use(ChangeKept)(hall["second lead"], kept.id, 2, 4)
    with pytest.raises(Stale):
        await hall.use(ChangeKept)(hall["lead"], kept.id, 2, 3)
    with pytest.raises(TooManyForQuota) as refused:
        await hall.use(ChangeKept)(hall["lead"], kept.id, 4, 6)
    assert refused.value.facts == {"left": 1}
    await hall.signs_up("neighbour", event)
    with pytest.raises(TooFewSeats) as full:
        await hall.use(ChangeKept)(hall["lead"], kept.id, 4, 5)
    assert full.value.facts == {"left": 0}
    for who in ("neighbour", "coordinator", "teacher"):
        with pytest.raises((NotFound, NotAllowed)):
            await hall.use(ChangeKept)(hall[who], kept.id, 4, 1)
    with pytest.raises(Invalid):
        await hall.use(ChangeKept)(hall["lead"], kept.id, 4, 0)
    await hall.use(ChangeKept)(hall["lead"], kept.id, 4, 1)
    await hall.balanced(event)
    await hall.use(CancelSignUp)(hall["lead"], kept.id)
    assert (await hall.room(event)).taken == 1
    await hall.balanced(event)


async def test_cancelling_before_the_first_lesson_frees_all_and_later_the_coming_hours(hall: SigningLand) -> None:
    event = await hall.opened(lesson(), lesson(NEXT_DAY), quota=2)
    await hall.teachers("a1")
    for who in ("teacher", "a1"):
        await hall.signs_up(who, event)
    seat = await hall.seat("teacher", event)
    with pytest.raises(NotFound):
        await hall.use(CancelSignUp)(hall["a1"], seat.id)
    assert (await hall.use(CancelSignUp)(hall["teacher"], seat.id)).state is SignUpState.CANCELLED
    await hall.balanced(event)
    with pytest.raises(Stale):
        await hall.use(CancelSignUp)(hall["teacher"], seat.id)
    hall.village.clock.at = OCTOBER_14 + HOUR / 2
    later = await hall.seat("a1", event)
    assert (await hall.use(CancelSignUp)(hall["lead"], later.id)).state is SignUpState.LEFT
    assert await hall.told(FOR_YOU) == [("a1", FOR_YOU)]
    assert await hall.is_busy("a1") and not await hall.is_busy("a1", NEXT_DAY)
    assert (await hall.room(event)).taken == 1
    hall.village.clock.at = NEXT_DAY + HOUR
    with pytest.raises(EventOver):
        await hall.use(CancelSignUp)(hall["a1"], later.id)

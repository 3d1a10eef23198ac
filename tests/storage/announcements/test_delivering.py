"""From «отправить» to a report in which every recipient has exactly one outcome."""

from datetime import date, time, timedelta

import pytest

from shnor_domain.announcements.audience import Audience, NotAcknowledged
from shnor_domain.announcements.errors import Duplicate, NobodyToTell, OnLeave
from shnor_domain.announcements.model import Start, State
from shnor_domain.announcements.outcomes import Outcome
from shnor_domain.announcements.use_cases import leaving
from shnor_domain.announcements.use_cases.announcing import RemindRest
from shnor_domain.announcements.use_cases.answering import Acknowledge
from shnor_domain.announcements.use_cases.changing import CorrectAnnouncement, RecallAnnouncement
from shnor_domain.announcements.use_cases.looking import ListAnnouncements, OpenAnnouncement
from shnor_domain.announcements.use_cases.steering import GoOnWithAnnouncement, PauseAnnouncement, StopAnnouncement
from shnor_domain.errors import NotAllowed, NotFound, Stale
from shnor_domain.identity import Role
from shnor_domain.messaging import OutcomeUnknown, Refused, Unreachable
from shnor_domain.people.model.preferences import Notices
from shnor_domain.people.use_cases.leaving import DeleteMe, WithdrawConsent
from tests.storage.announcements.conftest import Folk
from tests.support.announced import Square
from tests.support.village import whose


async def test_an_announcement_reaches_her_people_once_and_nobody_else(square: Square, folk: Folk) -> None:
    which = await square.goes_out(folk.coordinator, square.village.municipality)
    assert await square.state(which) is State.DONE
    told = {folk.teacher.chat, folk.lead.chat, folk.second_lead.chat}
    assert sorted(chat for _, chat, _ in square.telephone.seen) == sorted(told)
    assert square.heard(folk.teacher) == ["Сбор школ <b>в пятницу</b>.\n\n<i>Координатор, Ближний</i>"]
    outcomes = await square.outcomes(folk.coordinator, which)
    assert outcomes == {whose(each): Outcome.DELIVERED for each in (folk.teacher, folk.lead, folk.second_lead)}


async def test_who_has_two_places_is_reached_once_and_shown_with_the_senders_alone(square: Square, folk: Folk) -> None:
    await square.village.seat(folk.teacher, Role.TEACHER, square.village.far_school)
    which = await square.goes_out(folk.far_coordinator, square.village.far_municipality)
    rows = {row.person: row.where for row in await square.report(folk.far_coordinator, which)}
    assert rows[whose(folk.teacher)] == square.village.far_school
    assert len(square.heard(folk.teacher)) == 1
    whole = await square.goes_out(folk.region, square.village.region)
    assert len(square.heard(folk.teacher)) == 2
    assert sum(row.person == whose(folk.teacher) for row in await square.report(folk.region, whole)) == 1


async def test_every_outcome_has_its_name_and_they_add_up(square: Square, folk: Folk) -> None:
    square.telephone.faults[folk.teacher.chat] = [Unreachable("blocked")]  # type: ignore[index]
    square.telephone.faults[folk.lead.chat] = [OutcomeUnknown()]  # type: ignore[index]
    square.telephone.faults[folk.second_lead.chat] = [Refused("Bad Request")]  # type: ignore[index]
    await square.set(folk.far_teacher, notices=Notices.OWN)
    square.telephone.faults[folk.curator.chat] = [Unreachable("never-started")]  # type: ignore[index]
    which = await square.goes_out(folk.region, square.village.region)
    assert await square.outcomes(folk.region, which) == {
        whose(folk.teacher): Outcome.BLOCKED,
        whose(folk.lead): Outcome.UNKNOWN,
        whose(folk.second_lead): Outcome.FAILED,
        whose(folk.far_teacher): Outcome.UNWANTED,
        whose(folk.curator): Outcome.UNREACHABLE,
        whose(folk.coordinator): Outcome.DELIVERED,
        whose(folk.far_coordinator): Outcome.DELIVERED,
    }
    assert await square.state(which) is State.DONE


async def test_it_goes_at_nine_on_each_readers_own_wall(square: Square, folk: Folk) -> None:
    await square.announces(
        folk.region, square.village.region, start=Start(day=date(2026, 9, 16), hour=time(9)), urgent=None
    )
    async with square.village.units.write() as work:
        person = await work.people.get(whose(folk.far_teacher))
        assert person is not None
        await work.people.save(type(person)(person.id, person.name, "Asia/Srednekolymsk", person.created))
    await square.carries_on()
    assert await square.delivers() == 0
    await square.delivers(timedelta(hours=17))  # 22:00 UTC: nine in Среднеколымск
    assert [chat for _, chat, _ in square.telephone.seen] == [folk.far_teacher.chat]
    await square.delivers(timedelta(hours=2))
    assert len(square.telephone.seen) == 7


async def test_who_came_after_the_confirmation_is_not_told_and_who_left_is_named(square: Square, folk: Folk) -> None:
    which = await square.announces(folk.coordinator, square.village.municipality)
    late = await square.village.settled(Role.TEACHER, square.village.school)
    await square.carries_on()
    async with square.village.units.write() as work:
        await work.places.end(folk.second_lead.places[0].id, date(2026, 9, 14))
    await square.delivers()
    outcomes = await square.outcomes(folk.coordinator, which)
    assert whose(late) not in outcomes and square.heard(late) == []
    assert outcomes[whose(folk.second_lead)] is Outcome.LEFT


async def test_nothing_goes_while_it_is_paused_and_it_goes_on_from_where_it_was(square: Square, folk: Folk) -> None:
    which = await square.announces(folk.coordinator, square.village.municipality)
    await square.carries_on()
    await square.use(PauseAnnouncement)(folk.coordinator, which)
    assert await square.delivers() == 0  # in hand at that moment: looked at again in ten minutes
    await square.carries_on()
    assert await square.delivers(timedelta(hours=1)) == 0
    await square.use(PauseAnnouncement)(folk.coordinator, which)
    await square.use(GoOnWithAnnouncement)(folk.region, which)
    await square.carries_on()
    assert await square.delivers() == 3
    await square.carries_on()
    assert await square.state(which) is State.DONE
    with pytest.raises(Stale):
        await square.use(StopAnnouncement)(folk.coordinator, which)


async def test_what_is_stopped_is_stopped_at_once_and_in_the_report(square: Square, folk: Folk) -> None:
    which = await square.announces(folk.coordinator, square.village.municipality)
    await square.carries_on()
    await square.use(StopAnnouncement)(folk.coordinator, which)
    assert await square.delivers() == 0
    await square.carries_on()
    assert set((await square.outcomes(folk.coordinator, which)).values()) == {Outcome.STOPPED}
    with pytest.raises(Stale):
        await square.use(GoOnWithAnnouncement)(folk.coordinator, which)


async def test_stopped_before_its_rows_are_laid_it_names_all_who_were_meant(square: Square, folk: Folk) -> None:
    which = await square.announces(folk.coordinator, square.village.municipality)
    await square.use(StopAnnouncement)(folk.coordinator, which)
    await square.carries_on()
    assert await square.delivers() == 0
    assert list((await square.outcomes(folk.coordinator, which)).values()) == [Outcome.STOPPED] * 3


async def test_a_sender_who_is_a_coordinator_no_more_sends_nothing_and_the_region_is_told_once(
    square: Square, folk: Folk
) -> None:
    which = await square.announces(folk.coordinator, square.village.municipality)
    await square.carries_on()
    async with square.village.units.write() as work:
        await work.places.end(folk.coordinator.places[0].id, date(2026, 9, 14))
    assert await square.delivers() == 0
    await square.carries_on()
    await square.carries_on()
    found = await square.stands(which)
    assert (found.state, found.why) == (State.STOPPED, "sender")
    assert [kind for kind, _ in await square.village.told()] == ["announcement-sender-gone"]
    assert set((await square.outcomes(folk.region, which)).values()) == {Outcome.STOPPED}


async def test_what_was_put_off_stops_when_its_sender_withdraws_consent_or_goes_on_leave(
    square: Square, folk: Folk
) -> None:
    later = Start(at=square.village.clock.at + timedelta(days=2))
    first = await square.announces(folk.coordinator, square.village.municipality, start=later)
    second = await square.announces(folk.far_coordinator, square.village.far_municipality, start=later)
    await square.carries_on()
    await square.set(folk.far_coordinator, leave_until=date(2026, 9, 30))
    await square.use(WithdrawConsent, leaves=(leaving.on_person_leaves,))(folk.coordinator)
    await square.carries_on()
    assert [await square.state(first), await square.state(second)] == [State.STOPPED] * 2
    assert [(await square.stands(each)).why for each in (first, second)] == ["sender", "leave"]
    assert await square.delivers(timedelta(days=3)) == 0
    with pytest.raises(OnLeave):
        tomorrow = Start(at=square.village.clock.at + timedelta(days=1))
        await square.announces(folk.far_coordinator, square.village.far_municipality, start=tomorrow)


async def test_acknowledged_once_and_the_rest_are_reminded(square: Square, folk: Folk) -> None:
    which = await square.goes_out(folk.coordinator, square.village.municipality)
    first = await square.use(Acknowledge)(folk.teacher, which)
    square.passes(timedelta(minutes=5))
    again = await square.use(Acknowledge)(folk.teacher, which)
    assert (first.first, again.first, again.at) == (True, False, first.at)
    with pytest.raises(NotFound):
        await square.use(Acknowledge)(folk.far_teacher, which)
    reminder = await square.use(RemindRest)(folk.coordinator, which)
    await square.carries_on()
    await square.delivers()
    assert set(await square.outcomes(folk.coordinator, reminder)) == {whose(folk.lead), whose(folk.second_lead)}
    await square.use(Acknowledge)(folk.lead, reminder)
    outcomes = await square.outcomes(folk.coordinator, which)
    assert outcomes[whose(folk.lead)] is Outcome.ACKNOWLEDGED
    assert outcomes[whose(folk.second_lead)] is Outcome.DELIVERED


async def test_a_correction_edits_every_copy_and_the_others_go_corrected(square: Square, folk: Folk) -> None:
    await square.set(folk.second_lead, leave_until=date(2026, 9, 15))
    which = await square.goes_out(folk.coordinator, square.village.municipality)
    await square.use(CorrectAnnouncement)(folk.coordinator, which, "Сбор школ в субботу.")
    await square.carries_on()
    await square.delivers()
    assert len(square.telephone.edits) == 2
    words = "Сбор школ в субботу.\n\n<i>Координатор, Ближний</i>"
    assert {text for _, text in square.telephone.edits} == {f"{words}\n<i>исправлено 14:00</i>"}
    await square.delivers(timedelta(days=1))
    assert square.heard(folk.second_lead) == [words]
    await square.use(CorrectAnnouncement)(folk.coordinator, which, "Сбор школ в воскресенье.")
    await square.carries_on()
    await square.delivers()
    assert len(square.telephone.edits) == 5


async def test_a_recall_deletes_the_copies_and_counts_those_that_are_left(
    square: Square, folk: Folk, monkeypatch: pytest.MonkeyPatch
) -> None:
    which = await square.goes_out(folk.coordinator, square.village.municipality)
    kept = [f"{folk.lead.chat}:"]

    async def delete(ref: str, lane: object = None) -> bool:
        return not ref.startswith(kept[0])

    monkeypatch.setattr(square.telephone, "delete", delete)
    await square.use(RecallAnnouncement)(folk.coordinator, which)
    await square.carries_on()
    await square.delivers()
    card = await square.use(OpenAnnouncement)(folk.coordinator, which)
    assert (card.copies.deleted, card.copies.left, card.copies.waiting) == (2, 1, 0)
    outcomes = await square.outcomes(folk.coordinator, which)
    assert sorted(each.value for each in outcomes.values()) == ["delivered", "recalled", "recalled"]


async def test_the_same_words_to_the_same_people_within_an_hour_are_questioned(square: Square, folk: Folk) -> None:
    await square.goes_out(folk.coordinator, square.village.municipality)
    with pytest.raises(Duplicate):
        await square.announces(folk.coordinator, square.village.municipality)
    other = Audience(roles=frozenset({Role.TEACHER}))
    await square.announces(folk.coordinator, square.village.municipality, other)
    square.passes(timedelta(hours=2))
    await square.announces(folk.coordinator, square.village.municipality)


async def test_nobody_announces_elsewhere_or_sees_what_is_announced_there(square: Square, folk: Folk) -> None:
    which = await square.goes_out(folk.coordinator, square.village.municipality)
    for stranger in (folk.far_coordinator, folk.curator):
        with pytest.raises((NotAllowed, NotFound)):
            await square.announces(stranger, square.village.municipality)
        for case in (OpenAnnouncement, PauseAnnouncement, StopAnnouncement, RecallAnnouncement):
            with pytest.raises((NotAllowed, NotFound)):
                await square.use(case)(stranger, which)
    assert (await square.use(ListAnnouncements)(folk.far_coordinator)).total == 0
    assert (await square.use(ListAnnouncements)(folk.region)).total == 1
    with pytest.raises(NotFound):
        spying = Audience(missing=NotAcknowledged(which))
        await square.announces(folk.far_coordinator, square.village.far_municipality, spying)


async def test_an_audience_of_nobody_is_refused(square: Square, folk: Folk) -> None:
    with pytest.raises(NobodyToTell):
        await square.announces(
            folk.coordinator, square.village.municipality, Audience(roles=frozenset({Role.METHODIST}))
        )


async def test_who_was_deleted_stays_a_number_with_her_outcome(square: Square, folk: Folk) -> None:
    which = await square.goes_out(folk.coordinator, square.village.municipality)

    async def sweep() -> None:
        """Nothing to sweep."""

    await square.use(DeleteMe, leaves=(leaving.on_person_leaves,), sweep=sweep)(folk.teacher)
    outcomes = await square.outcomes(folk.coordinator, which)
    assert outcomes == {
        None: Outcome.DELIVERED,
        whose(folk.lead): Outcome.DELIVERED,
        whose(folk.second_lead): Outcome.DELIVERED,
    }

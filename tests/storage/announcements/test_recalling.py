"""What a recall takes back and whom a correction reaches; and what they cannot."""

from datetime import date, timedelta

import pytest

from shnor_domain.announcements.content import Content, KeptFile
from shnor_domain.announcements.model import State
from shnor_domain.announcements.outcomes import Copies, Outcome
from shnor_domain.announcements.use_cases import leaving
from shnor_domain.announcements.use_cases.announcing import RemindRest
from shnor_domain.announcements.use_cases.answering import Acknowledge, AnnouncementDocument
from shnor_domain.announcements.use_cases.changing import CorrectAnnouncement, CountAffected, RecallAnnouncement
from shnor_domain.announcements.use_cases.looking import OpenAnnouncement
from shnor_domain.announcements.use_cases.steering import StopAnnouncement
from shnor_domain.errors import NotFound
from shnor_domain.people.use_cases.leaving import WithdrawConsent
from tests.storage.announcements.conftest import Folk
from tests.support.announced import Square
from tests.support.village import whose


async def test_the_document_of_a_recalled_one_is_given_to_nobody(square: Square, folk: Folk) -> None:
    content = Content("Слова", KeptFile("a.jpg", "a.jpg"), KeptFile("b.pdf", "b.pdf"))
    which = await square.goes_out(folk.coordinator, square.village.municipality, content=content)
    assert (await square.use(AnnouncementDocument)(folk.teacher, which)).name == "b.pdf"
    await square.use(RecallAnnouncement)(folk.coordinator, which)
    with pytest.raises(NotFound):
        await square.use(AnnouncementDocument)(folk.teacher, which)


async def test_the_copy_of_who_has_left_the_bot_is_deleted_too(
    square: Square, folk: Folk, monkeypatch: pytest.MonkeyPatch
) -> None:
    deleted = []

    async def delete(ref: str, lane: object = None) -> bool:
        deleted.append(int(ref.partition(":")[0]))
        return True

    monkeypatch.setattr(square.telephone, "delete", delete)
    which = await square.goes_out(folk.coordinator, square.village.municipality)
    await square.use(WithdrawConsent, leaves=(leaving.on_person_leaves,))(folk.teacher)
    await square.use(RecallAnnouncement)(folk.coordinator, which)
    await square.carries_on()
    await square.delivers()
    assert sorted(deleted) == sorted([folk.teacher.chat, folk.lead.chat, folk.second_lead.chat])


async def test_what_could_not_be_tried_does_not_count_as_deleted(
    square: Square, folk: Folk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def delete(ref: str, lane: object = None) -> bool:
        raise RuntimeError("a bug of our own")

    monkeypatch.setattr(square.telephone, "delete", delete)
    which = await square.goes_out(folk.coordinator, square.village.municipality)
    await square.use(RecallAnnouncement)(folk.coordinator, which)
    await square.carries_on()
    for _ in range(10):
        await square.delivers(timedelta(minutes=10))
    assert (await square.use(OpenAnnouncement)(folk.coordinator, which)).copies == Copies(0, 3, 0)
    assert (await square.outcomes(folk.coordinator, which))[whose(folk.lead)] is Outcome.DELIVERED


async def test_a_recall_takes_the_reminders_that_have_gone_with_it(
    square: Square, folk: Folk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those that she may steer: what the region reminds of is the region's."""
    deleted = []

    async def delete(ref: str, lane: object = None) -> bool:
        deleted.append(ref)
        return True

    monkeypatch.setattr(square.telephone, "delete", delete)
    which = await square.goes_out(folk.coordinator, square.village.municipality)
    reminders = []
    for actor in (folk.coordinator, folk.region):
        square.passes(timedelta(hours=2))
        reminders.append(await square.use(RemindRest)(actor, which))
        await square.carries_on()
        await square.delivers()
    assert (await square.use(CountAffected)(folk.coordinator, which)).recalled == 6
    assert (await square.use(CountAffected)(folk.region, which)).recalled == 9
    await square.use(RecallAnnouncement)(folk.coordinator, which)
    await square.carries_on()
    await square.delivers()
    assert len(deleted) == 6
    assert [await square.state(each) for each in (which, *reminders)] == [State.RECALLED, State.RECALLED, State.DONE]


def edited(square: Square) -> set[int]:
    """Chats in which a copy was edited."""
    return {int(ref.partition(":")[0]) for ref, _ in square.telephone.edits}


async def test_a_correction_does_not_reach_who_has_left_the_territory(square: Square, folk: Folk) -> None:
    which = await square.goes_out(folk.coordinator, square.village.municipality)
    async with square.village.units.write() as work:
        await work.places.end(folk.teacher.places[0].id, date(2026, 9, 1))
    assert (await square.use(CountAffected)(folk.coordinator, which)).corrected == 2
    await square.use(CorrectAnnouncement)(folk.coordinator, which, "Сбор школ в субботу.")
    await square.carries_on()
    await square.delivers()
    assert edited(square) == {folk.lead.chat, folk.second_lead.chat}
    await square.use(RecallAnnouncement)(folk.coordinator, which)
    await square.carries_on()
    await square.delivers()
    assert (await square.use(OpenAnnouncement)(folk.coordinator, which)).copies == Copies(3, 0, 0)


async def test_a_correction_reaches_who_has_it_though_she_has_answered_or_it_was_stopped(
    square: Square, folk: Folk
) -> None:
    which = await square.goes_out(folk.coordinator, square.village.municipality)
    reminder = await square.use(RemindRest)(folk.coordinator, which)
    await square.carries_on()
    await square.delivers()
    await square.use(Acknowledge)(folk.teacher, reminder)
    await square.use(StopAnnouncement)(folk.coordinator, reminder)
    await square.use(CorrectAnnouncement)(folk.coordinator, reminder, "Сбор школ в субботу.")
    await square.carries_on()
    await square.delivers()
    assert edited(square) == {folk.teacher.chat, folk.lead.chat, folk.second_lead.chat}

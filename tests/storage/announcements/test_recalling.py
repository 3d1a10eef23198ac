"""What a recall takes back and whom a correction reaches; and what they cannot."""

import asyncio
from dataclasses import replace
from datetime import date, timedelta

import pytest

from shnor_domain.announcements.content import Content, KeptFile
from shnor_domain.announcements.errors import Duplicate
from shnor_domain.announcements.model import Draft, State
from shnor_domain.announcements.outcomes import Copies, Corrections, Outcome
from shnor_domain.announcements.use_cases import leaving
from shnor_domain.announcements.use_cases.announcing import Announce, RemindRest
from shnor_domain.announcements.use_cases.answering import Acknowledge, AnnouncementDocument
from shnor_domain.announcements.use_cases.changing import CorrectAnnouncement, CountAffected, RecallAnnouncement
from shnor_domain.announcements.use_cases.looking import OpenAnnouncement
from shnor_domain.announcements.use_cases.steering import StopAnnouncement
from shnor_domain.errors import NotFound, Stale
from shnor_domain.identity import Role
from shnor_domain.messaging import MessageRef
from shnor_domain.notifications.model import Face
from shnor_domain.people.use_cases.leaving import WithdrawConsent
from tests.storage.announcements.conftest import Folk
from tests.support.announced import EVERYBODY, WORDS, Square, as_coordinator
from tests.support.village import whose


async def test_the_document_of_a_recalled_one_is_given_to_nobody(square: Square, folk: Folk) -> None:
    content = Content("Слова", KeptFile("a.jpg", "a.jpg"), KeptFile("b.pdf", "b.pdf"))
    which = await square.goes_out(folk.coordinator, square.village.municipality, content=content)
    assert (await square.use(AnnouncementDocument)(folk.teacher, which)).name == "b.pdf"
    await square.use(RecallAnnouncement)(folk.coordinator, which)
    with pytest.raises(NotFound):
        await square.use(AnnouncementDocument)(folk.teacher, which)


async def test_the_document_is_not_given_to_who_has_left_the_territory(square: Square, folk: Folk) -> None:
    content = Content("Слова", KeptFile("a.jpg", "a.jpg"), KeptFile("b.pdf", "b.pdf"))
    which = await square.goes_out(folk.coordinator, square.village.municipality, content=content)
    async with square.village.units.write() as work:
        await work.places.end(folk.teacher.places[0].id, date(2026, 9, 1))
    with pytest.raises(NotFound):
        await square.use(AnnouncementDocument)(folk.teacher, which)
    assert (await square.use(AnnouncementDocument)(folk.lead, which)).name == "b.pdf"


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
    card = await square.use(OpenAnnouncement)(folk.coordinator, which)
    assert card.corrections == Corrections(done=2, left=1, waiting=0)
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


async def test_a_reminder_of_what_was_recalled_is_corrected_nowhere(square: Square, folk: Folk) -> None:
    """The region reminds of what a municipality recalls later."""
    which = await square.goes_out(folk.coordinator, square.village.municipality)
    reminder = await square.use(RemindRest)(folk.region, which)
    await square.carries_on()
    await square.delivers()
    await square.use(RecallAnnouncement)(folk.coordinator, which)
    assert (await square.use(CountAffected)(folk.region, reminder)).corrected == 0
    with pytest.raises(Stale):
        await square.use(CorrectAnnouncement)(folk.region, reminder, "Сбор школ в субботу.")


async def test_a_correction_over_words_that_a_colleague_has_changed_is_refused(square: Square, folk: Folk) -> None:
    which = await square.goes_out(folk.coordinator, square.village.municipality)
    await square.use(CorrectAnnouncement)(folk.region, which, "Сбор в субботу.", WORDS.text)
    with pytest.raises(Stale):
        await square.use(CorrectAnnouncement)(folk.coordinator, which, "Сбор в воскресенье.", WORDS.text)
    assert (await square.stands(which)).content.text == "Сбор в субботу."
    await square.use(CorrectAnnouncement)(folk.coordinator, which, "Сбор в воскресенье.", "Сбор в субботу.")
    assert (await square.stands(which)).content.text == "Сбор в воскресенье."


async def test_what_was_corrected_to_the_same_words_within_the_hour_is_questioned(square: Square, folk: Folk) -> None:
    which = await square.goes_out(folk.coordinator, square.village.municipality)
    square.passes(timedelta(hours=2))
    await square.use(CorrectAnnouncement)(folk.coordinator, which, "Сбор школ в субботу.")
    draft = Draft(as_coordinator(square.village.municipality), EVERYBODY, replace(WORDS, text="Сбор школ в субботу."))
    with pytest.raises(Duplicate):
        await square.use(Announce)(folk.coordinator, draft)
    assert await square.use(Announce)(folk.coordinator, replace(draft, content=WORDS))


async def test_of_two_who_send_the_same_at_once_one_is_asked(square: Square, folk: Folk) -> None:
    second = await square.village.settled(Role.MUNICIPAL_COORDINATOR, square.village.municipality)
    draft = Draft(as_coordinator(square.village.municipality), EVERYBODY, WORDS)
    sent = [square.use(Announce)(each, draft) for each in (folk.coordinator, second)]
    ends = await asyncio.gather(*sent, return_exceptions=True)
    assert sorted(type(end) is Duplicate for end in ends) == [False, True]


@pytest.mark.parametrize("in_hand", [False, True])
async def test_a_correction_goes_before_the_rest_of_its_own_mailing(square: Square, folk: Folk, in_hand: bool) -> None:
    """What stands in a chat is put right first; though it was still on its way when it was corrected, too."""
    which = await square.announces(folk.coordinator, square.village.municipality)
    await square.carries_on()
    now = square.clock.now()
    lease = now + timedelta(minutes=2)
    async with square.village.units.write() as work:
        [first] = await work.notices.claim(now, now, lease, 1, mailing=True)
        if not in_hand:
            await work.notices.sent(first, MessageRef("1:1"), now)
    square.passes(timedelta(minutes=1))
    await square.use(CorrectAnnouncement)(folk.coordinator, which, "Сбор школ в субботу.")
    await square.carries_on()
    now = square.clock.now()
    async with square.village.units.write() as work:
        if in_hand:
            await work.notices.sent(first, MessageRef("1:1"), now)
        assert (await work.notices.backlog(now, now)).oldest == now - timedelta(minutes=1)
        claimed = await work.notices.claim(now, now, lease, 1, mailing=True)
    assert [(row.id, row.face) for row in claimed] == [(first.id, Face.CHANGED)]

"""«Напомнить остальным» beside a recall, a correction and a word that was given meanwhile."""

from datetime import date, timedelta

import pytest

from shnor_domain.announcements.content import Content
from shnor_domain.announcements.model import AnnouncementId
from shnor_domain.announcements.outcomes import Outcome
from shnor_domain.announcements.use_cases.announcing import CountRest, RemindRest
from shnor_domain.announcements.use_cases.answering import Acknowledge
from shnor_domain.announcements.use_cases.changing import CorrectAnnouncement, RecallAnnouncement
from shnor_domain.errors import NotFound, Stale
from tests.storage.announcements.conftest import Folk
from tests.support.announced import Square
from tests.support.village import whose


async def reminded_at_night(square: Square, folk: Folk) -> tuple[AnnouncementId, AnnouncementId]:
    """Told by day, reminded of when everybody sleeps: the reminder's copies wait for the morning."""
    which = await square.goes_out(folk.coordinator, square.village.municipality)
    square.passes(timedelta(hours=9))
    reminder: AnnouncementId = await square.use(RemindRest)(folk.coordinator, which)
    await square.carries_on()
    assert await square.delivers() == 0
    return which, reminder


async def test_nobody_is_reminded_of_what_was_recalled_or_asks_for_no_word(square: Square, folk: Folk) -> None:
    which, reminder = await reminded_at_night(square, folk)
    await square.use(RecallAnnouncement)(folk.coordinator, which)
    for each in (which, reminder):
        with pytest.raises(Stale):
            await square.use(RemindRest)(folk.coordinator, each, again=True)
    quiet = await square.goes_out(folk.coordinator, square.village.municipality, content=Content("Без слова"))
    with pytest.raises(NotFound):
        await square.use(RemindRest)(folk.coordinator, quiet)


async def test_a_reminder_that_waits_never_goes_once_its_original_is_recalled(square: Square, folk: Folk) -> None:
    which, _ = await reminded_at_night(square, folk)
    heard = len(square.telephone.seen)
    await square.use(RecallAnnouncement)(folk.coordinator, which)
    await square.carries_on()
    await square.delivers(timedelta(hours=12))
    assert len(square.telephone.seen) == heard


async def test_a_reminder_that_waits_goes_with_the_corrected_words(square: Square, folk: Folk) -> None:
    which, _ = await reminded_at_night(square, folk)
    await square.use(CorrectAnnouncement)(folk.coordinator, which, "Сбор школ в субботу.")
    await square.carries_on()
    await square.delivers(timedelta(hours=12))
    assert square.heard(folk.teacher)[1:] == ["<b>Напоминание</b>\nСбор школ в субботу.\n\n<i>Координатор, Ближний</i>"]


async def test_a_word_to_any_copy_counts_for_all_and_nobody_is_reminded_again(square: Square, folk: Folk) -> None:
    which = await square.goes_out(folk.coordinator, square.village.municipality)
    reminder = await square.use(RemindRest)(folk.coordinator, which)
    await square.carries_on()
    await square.delivers()
    said = await square.use(Acknowledge)(folk.teacher, which)
    assert (await square.outcomes(folk.coordinator, reminder))[whose(folk.teacher)] is Outcome.ACKNOWLEDGED
    square.passes(timedelta(minutes=5))
    again = await square.use(Acknowledge)(folk.teacher, reminder)
    assert (again.first, again.at) == (False, said.at)
    second = await square.use(RemindRest)(folk.coordinator, reminder, again=True)
    await square.carries_on()
    await square.delivers()
    assert set(await square.outcomes(folk.coordinator, second)) == {whose(folk.lead), whose(folk.second_lead)}
    assert len(square.heard(folk.teacher)) == 2


async def test_who_answers_before_her_reminder_goes_does_not_get_it(square: Square, folk: Folk) -> None:
    which, reminder = await reminded_at_night(square, folk)
    await square.use(Acknowledge)(folk.teacher, which)
    await square.delivers(timedelta(hours=12))
    assert len(square.heard(folk.teacher)) == 1
    assert (await square.outcomes(folk.coordinator, reminder))[whose(folk.teacher)] is Outcome.LEFT


async def test_the_reminder_is_counted_for_whom_it_is(square: Square, folk: Folk) -> None:
    """Neither who has said so nor who has left the territory since."""
    which = await square.goes_out(folk.coordinator, square.village.municipality)
    await square.use(Acknowledge)(folk.teacher, which)
    async with square.village.units.write() as work:
        await work.places.end(folk.lead.places[0].id, date(2026, 9, 1))
    assert await square.use(CountRest)(folk.coordinator, which) == 1
    reminder = await square.use(RemindRest)(folk.coordinator, which)
    await square.carries_on()
    await square.delivers()
    assert set(await square.outcomes(folk.coordinator, reminder)) == {whose(folk.second_lead)}
    assert square.heard(folk.second_lead)[-1].startswith("<b>Напоминание</b>\nСбор школ")

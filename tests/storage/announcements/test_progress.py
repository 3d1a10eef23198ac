"""The card counts every recipient once, each under the name that fits."""

from datetime import date

from shnor_domain.announcements.outcomes import Progress
from shnor_domain.announcements.use_cases import leaving
from shnor_domain.announcements.use_cases.looking import OpenAnnouncement
from shnor_domain.announcements.use_cases.steering import PauseAnnouncement
from shnor_domain.identity import Actor
from shnor_domain.messaging import ChatId, Unreachable
from shnor_domain.people.use_cases.leaving import DeleteMe
from tests.storage.announcements.conftest import Folk
from tests.support.announced import Square


async def progress(square: Square, actor: Actor, which: int) -> Progress:
    found: Progress = (await square.use(OpenAnnouncement)(actor, which)).progress
    return found


async def delete(square: Square, who: Actor) -> None:
    async def sweep() -> None:
        """Nothing to sweep."""

    await square.use(DeleteMe, leaves=(leaving.on_person_leaves,), sweep=sweep)(who)


async def test_who_waits_for_the_morning_is_not_who_has_stopped_the_bot(square: Square, folk: Folk) -> None:
    square.telephone.faults[ChatId(folk.teacher.chat)] = [Unreachable("blocked")]
    await square.set(folk.lead, leave_until=date(2026, 9, 15))
    which = await square.goes_out(folk.coordinator, square.village.municipality)
    assert await progress(square, folk.coordinator, which) == Progress(3, sent=1, waiting=0, held=1, unreached=1)
    await square.use(PauseAnnouncement)(folk.coordinator, which)
    await square.carries_on()
    assert await progress(square, folk.coordinator, which) == Progress(
        3, sent=1, waiting=0, held=0, paused=1, unreached=1
    )


async def test_who_was_deleted_stays_on_the_card(square: Square, folk: Folk) -> None:
    """As in the report: who has had it under delivered, who has not under the others."""
    await square.set(folk.lead, leave_until=date(2026, 9, 15))
    which = await square.goes_out(folk.coordinator, square.village.municipality)
    await delete(square, folk.teacher)
    await delete(square, folk.lead)
    found = await progress(square, folk.coordinator, which)
    assert found == Progress(3, sent=2, waiting=0, held=0, gone=1)
    assert (found.ended, found.copies) == (1, 1)

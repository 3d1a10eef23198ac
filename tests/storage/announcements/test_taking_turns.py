"""Several announcements at once: a small one never stands behind a large one, an urgent one stands behind none."""

from shnor_domain.announcements.audience import Audience
from shnor_domain.announcements.content import Content
from shnor_domain.identity import Role
from shnor_domain.storage.notifications.outbox import OutboxStore
from tests.storage.announcements.conftest import Folk
from tests.storage.announcements.test_together import teachers
from tests.support.announced import Square

CLAIM = 6


async def claimed(square: Square) -> list[int]:
    """Of which announcement each row of the next claim is."""
    now = square.clock.now()
    async with square.village.units.write() as work:
        notices: OutboxStore = work.notices
        rows = await notices.claim(now, now, now, CLAIM, mailing=True)
    return [int(row.notice.payload["announcement"] or 0) for row in rows]


async def test_a_small_announcement_takes_turns_with_a_large_one(square: Square, folk: Folk) -> None:
    await teachers(square)
    large = await square.announces(folk.coordinator, square.village.municipality)
    await square.carries_on()
    small = await square.announces(
        folk.coordinator,
        square.village.municipality,
        Audience(roles=frozenset({Role.SCHOOL_LEAD})),
        Content("Директорам"),
    )
    await square.carries_on()
    found = await claimed(square)
    assert (found.count(large), found.count(small)) == (CLAIM - 2, 2)


async def test_an_urgent_announcement_goes_before_all_others(square: Square, folk: Folk) -> None:
    await teachers(square)
    large = await square.announces(folk.coordinator, square.village.municipality)
    await square.carries_on()
    urgent = await square.announces(
        folk.coordinator, square.village.municipality, content=Content("Дорога закрыта"), urgent="паводок"
    )
    await square.carries_on()
    assert await claimed(square) == [urgent] * CLAIM
    assert large < urgent
    assert await square.delivers() == 2 * 19

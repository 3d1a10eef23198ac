"""Words and files of what was recalled go for good; who got what stays."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.evidence_files import EvidenceFiles
from shnor_domain.announcements.audience import AnnouncementId
from shnor_domain.announcements.content import Content, KeptFile, Link
from shnor_domain.announcements.model import State
from shnor_domain.announcements.outcomes import Outcome
from shnor_domain.announcements.use_cases.announcing import RemindRest
from shnor_domain.announcements.use_cases.carrying import SweepAnnouncementFiles
from shnor_domain.announcements.use_cases.changing import RecallAnnouncement
from shnor_domain.announcements.use_cases.composing import KeepAnnouncementFile
from shnor_domain.announcements.use_cases.erasing import EraseAnnouncement
from shnor_domain.announcements.use_cases.looking import OpenAnnouncement
from shnor_domain.errors import NotAllowed, NotFound, Stale
from shnor_domain.identity import Actor, Role
from shnor_domain.messaging import TryLater
from shnor_domain.storage.current import UpdateInHand, update_in_hand
from shnor_domain.storage.inbox import Arrived, InboxStore
from tests.storage.announcements.conftest import Folk
from tests.support.announced import Square
from tests.support.evidence_files import JPG, PDF
from tests.support.village import whose

SECRET = "Тайный сбор"


class Fallen(EvidenceFiles):
    """The process dies before the first body leaves the disk."""

    async def erase(self, key: str) -> None:
        raise RuntimeError("killed")


@pytest.fixture
def files(tmp_path: Path) -> EvidenceFiles:
    return EvidenceFiles(tmp_path, "announcements")


def lying(tmp_path: Path) -> list[str]:
    """Names of bodies on the disk."""
    return sorted(path.name for path in (tmp_path / "announcements").glob("*"))


async def told(square: Square, folk: Folk, files: EvidenceFiles) -> AnnouncementId:
    """With both files, a link and a reason; delivered to all."""
    keep = square.use(KeepAnnouncementFile, announcement_files=files)
    photo, document = await keep(folk.coordinator, JPG, "тайна.jpg"), await keep(folk.coordinator, PDF, "тайна.pdf")
    link = Link(SECRET, "https://example.org/taina")
    content = Content(SECRET, photo, document, link, acknowledge=True)
    where = square.village.municipality
    return await square.goes_out(folk.coordinator, where, content=content, urgent=f"{SECRET}: причина")


async def recalls(square: Square, actor: Actor, which: AnnouncementId) -> None:
    """Until all its copies are gone."""
    await square.use(RecallAnnouncement)(actor, which)
    await square.carries_on()
    await square.delivers()


@contextmanager
def one_tap(actor: Actor, number: int) -> Iterator[None]:
    """What happens in here belongs to one update."""
    token = update_in_hand.set(UpdateInHand(number, actor.chat))
    try:
        yield
    finally:
        update_in_hand.reset(token)


async def arrives(square: Square, actor: Actor, number: int) -> None:
    clock = square.village.clock
    await InboxStore(square.village.database).accept([Arrived(number, actor.chat, "callback_query", "{}", clock.at)])


async def test_what_is_erased_leaves_no_word_and_no_file_and_its_report_stays(
    square: Square, folk: Folk, files: EvidenceFiles, tmp_path: Path
) -> None:
    which = await told(square, folk, files)
    await recalls(square, folk.coordinator, which)
    before = await square.report(folk.coordinator, which)
    assert len(lying(tmp_path)) == 2
    await square.use(EraseAnnouncement, announcement_files=files)(folk.coordinator, which)
    assert lying(tmp_path) == []
    dump = await square.village.dump()
    assert "айн" not in repr(dump) and "taina" not in repr(dump)
    assert await square.report(folk.coordinator, which) == before
    assert {row.outcome for row in before} == {Outcome.RECALLED}
    found = await square.stands(which)
    assert (found.state, found.erased, found.urgent) == (State.RECALLED, square.village.clock.now(), "")
    assert found.content == Content("", acknowledge=True)
    [entry] = [row for row in dump["audit"] if "announce-erase" in row]
    assert whose(folk.coordinator) in entry and f"announcement:{which}" in entry


async def test_only_its_sender_and_the_level_above_erase_it(square: Square, folk: Folk, files: EvidenceFiles) -> None:
    village = square.village
    beside = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    which = await told(square, folk, files)
    await recalls(square, folk.coordinator, which)
    erase, card = square.use(EraseAnnouncement, announcement_files=files), square.use(OpenAnnouncement)
    for stranger, refusal in ((beside, NotAllowed), (folk.far_coordinator, NotFound), (folk.teacher, NotAllowed)):
        with pytest.raises(refusal):
            await erase(stranger, which)
    offered = {each: (await card(actor, which)).erasable for each, actor in (
        ("beside", beside), ("sender", folk.coordinator), ("above", folk.region),
    )}  # fmt: skip
    assert offered == {"beside": False, "sender": True, "above": True}
    assert (await square.stands(which)).content.text == SECRET
    await erase(folk.region, which)
    assert (await square.stands(which)).erased is not None
    assert not (await card(folk.coordinator, which)).erasable


async def test_nothing_is_erased_while_a_copy_waits_or_is_in_hand(
    square: Square, folk: Folk, files: EvidenceFiles
) -> None:
    which = await told(square, folk, files)
    erase, card = square.use(EraseAnnouncement, announcement_files=files), square.use(OpenAnnouncement)

    async def is_refused() -> None:
        assert not (await card(folk.coordinator, which)).erasable
        with pytest.raises(Stale):
            await erase(folk.coordinator, which)

    await is_refused()
    await square.use(RecallAnnouncement)(folk.coordinator, which)
    await is_refused()
    await square.carries_on()
    now = square.clock.now()
    async with square.village.units.write() as work:
        claimed = await work.notices.claim(now, now, now + timedelta(minutes=3), 9, mailing=True)
    assert len(claimed) == 3
    await is_refused()
    await square.delivers(timedelta(minutes=4))
    assert (await card(folk.coordinator, which)).erasable
    await erase(folk.coordinator, which)


async def test_what_never_went_is_erased_once_its_rows_are_closed(
    square: Square, folk: Folk, files: EvidenceFiles
) -> None:
    """Recalled before a row was laid, then with rows that wait for a retry."""
    where = square.village.municipality
    erase = square.use(EraseAnnouncement, announcement_files=files)
    first = await square.announces(folk.coordinator, where)
    await square.use(RecallAnnouncement)(folk.coordinator, first)
    with pytest.raises(Stale):
        await erase(folk.coordinator, first)
    await square.carries_on()
    await erase(folk.coordinator, first)
    second = await square.announces(folk.coordinator, where, content=Content("Второй"))
    await square.carries_on()
    for who in (folk.teacher, folk.lead, folk.second_lead):
        square.telephone.faults[who.chat] = [TryLater(5)]  # type: ignore[index]
    await square.delivers()
    await square.use(RecallAnnouncement)(folk.coordinator, second)
    with pytest.raises(Stale):
        await erase(folk.coordinator, second)
    await square.carries_on()
    await erase(folk.coordinator, second)
    assert set((await square.outcomes(folk.coordinator, second)).values()) == {Outcome.STOPPED}


async def test_reminders_that_were_recalled_with_it_are_erased_with_it(
    square: Square, folk: Folk, files: EvidenceFiles, tmp_path: Path
) -> None:
    which = await told(square, folk, files)
    square.passes(timedelta(hours=2))
    reminder = await square.use(RemindRest, announcement_files=files)(folk.coordinator, which)
    await square.carries_on()
    await square.delivers()
    await recalls(square, folk.coordinator, which)
    await square.use(EraseAnnouncement, announcement_files=files)(folk.coordinator, which)
    assert (await square.stands(reminder)).erased is not None
    assert SECRET not in repr(await square.village.dump()) and lying(tmp_path) == []


async def test_a_file_that_another_announcement_still_names_stays(
    square: Square, folk: Folk, files: EvidenceFiles, tmp_path: Path
) -> None:
    """The region's reminder is the region's: it keeps its words and its files until it goes itself."""
    which = await told(square, folk, files)
    square.passes(timedelta(hours=2))
    reminder = await square.use(RemindRest, announcement_files=files)(folk.region, which)
    await square.carries_on()
    await square.delivers()
    await recalls(square, folk.coordinator, which)
    erase = square.use(EraseAnnouncement, announcement_files=files)
    await erase(folk.coordinator, which)
    assert (await square.stands(which)).content.photo is None
    kept = (await square.stands(reminder)).content
    assert kept.text == SECRET and isinstance(kept.photo, KeptFile) and isinstance(kept.document, KeptFile)
    assert lying(tmp_path) == sorted([kept.photo.key, kept.document.key])
    assert await square.use(SweepAnnouncementFiles, announcement_files=files)() == 0
    await recalls(square, folk.region, reminder)
    await erase(folk.region, reminder)
    assert lying(tmp_path) == []


async def test_a_crash_between_database_and_disk_leaves_no_file(
    square: Square, folk: Folk, files: EvidenceFiles, tmp_path: Path
) -> None:
    """The tap that is fed again finishes it; should it never be, the sweep at the start does."""
    which = await told(square, folk, files)
    await recalls(square, folk.coordinator, which)
    await arrives(square, folk.coordinator, 1)
    fallen = Fallen(tmp_path, "announcements")
    with one_tap(folk.coordinator, 1), pytest.raises(RuntimeError):
        await square.use(EraseAnnouncement, announcement_files=fallen)(folk.coordinator, which)
    assert len(lying(tmp_path)) == 2
    with one_tap(folk.coordinator, 1):
        await square.use(EraseAnnouncement, announcement_files=files)(folk.coordinator, which)
    assert lying(tmp_path) == []
    second = await told(square, folk, files)
    await recalls(square, folk.coordinator, second)
    with suppress(RuntimeError):
        await square.use(EraseAnnouncement, announcement_files=fallen)(folk.coordinator, second)
    assert len(lying(tmp_path)) == 2
    assert await square.use(SweepAnnouncementFiles, announcement_files=files)() == 2
    assert lying(tmp_path) == []


async def test_erased_twice_or_by_two_at_once_it_is_erased_once(
    square: Square, folk: Folk, files: EvidenceFiles
) -> None:
    which = await told(square, folk, files)
    await recalls(square, folk.coordinator, which)
    erase = square.use(EraseAnnouncement, announcement_files=files)
    await asyncio.gather(erase(folk.coordinator, which), erase(folk.region, which))
    await arrives(square, folk.coordinator, 1)
    for _ in range(2):
        with one_tap(replace(folk.coordinator), 1):
            await erase(folk.coordinator, which)
    dump = await square.village.dump()
    assert len([row for row in dump["audit"] if "announce-erase" in row]) == 1

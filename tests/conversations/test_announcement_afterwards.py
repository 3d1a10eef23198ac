"""What coordinators are told of corrections, of reports that a crash has cut, and what becomes of their drafts."""

import os
from collections.abc import AsyncIterator, Sequence
from typing import Any

import pytest

from handlers.announcements import files
from handlers.announcements.watching import Watching
from shnor_domain.announcements.use_cases.carrying import SweepAnnouncementFiles
from tests.support.announcing import coordinator_of, copies, goes_on, sends, teachers_of, told_in_files_of_two, writes
from tests.support.bot_in_memory import Talk, talking_bot
from tests.support.evidence_files import JPG
from tests.support.workbooks import texts_of


@pytest.fixture
async def talk(sqlite_url: str) -> AsyncIterator[Talk]:
    async with talking_bot(sqlite_url) as talk:
        yield talk


def table(body: bytes | None) -> list[list[str]]:
    assert body is not None
    return next(iter(texts_of(body).values()))


async def test_a_part_of_a_report_that_was_sent_before_a_crash_is_not_sent_again(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    coordinator = await told_in_files_of_two(talk, monkeypatch)
    rows_of, crashes = files._rows, [True]

    async def until_killed(manager: Any, which: Any, first: int) -> Sequence[tuple[str, ...]]:
        if first and crashes:
            crashes.pop()
            raise RuntimeError("killed")
        return await rows_of(manager, which, first)

    monkeypatch.setattr(files, "_rows", until_killed)
    await coordinator.presses("Excel")
    assert crashes == []
    sent = [screen.file_name for screen in coordinator.screens if screen.body]
    assert sent == ["объявление 1, файл 1.xlsx", "объявление 1, файл 2.xlsx"]
    assert copies(coordinator, "таблица будет готова") == 1
    await coordinator.presses("Excel")
    assert len([screen for screen in coordinator.screens if screen.body]) == 4


async def test_the_report_says_since_when_in_the_zone_of_who_reads_it(talk: Talk) -> None:
    """Columns name the clock on which they are; what waits has no instant."""
    coordinator, [first, second] = await coordinator_of(talk), await teachers_of(talk)
    await second.blocks_the_bot()
    await writes(coordinator)
    await sends(coordinator)
    await goes_on(talk)
    talk.clock.advance(minutes=20)
    await coordinator.presses("Отозвать")
    await coordinator.presses("Да, отозвать")
    await goes_on(talk)
    assert (copies(first), copies(second)) == (0, 0)
    await coordinator.presses("Excel")
    head, *rows = table(next(screen for screen in coordinator.screens if screen.body).body)
    assert head[4:] == [
        "Что с сообщением", "С какого времени, UTC+9", "Когда доставлено, UTC+9", "Когда ознакомлен(а), UTC+9",
    ]  # fmt: skip
    assert [row[4:] for row in rows] == [
        ["отозвано", "30 ноября в 15:20", "30 ноября в 15:00", ""],
        ["бот остановлен", "30 ноября в 15:00", "", ""],
    ]


async def test_who_corrects_is_told_how_many_copies_wear_it_and_how_many_could_not(talk: Talk) -> None:
    """The card says so by itself while it is open, and whenever it is opened again."""
    coordinator, [first, second] = await coordinator_of(talk), await teachers_of(talk)
    await writes(coordinator)
    await sends(coordinator)
    await goes_on(talk)
    second._session.forget(second.last)
    await coordinator.presses("Исправить")
    await coordinator.sends("Сбор в субботу.")
    await coordinator.presses("Исправить у всех")
    coordinator.sees("Исправляю копии", "Ещё исправляю: 2")
    coordinator.looks_away()
    await goes_on(talk)
    assert await (await talk.the(Watching)).look() == 1
    coordinator.sees("Исправлено у получателей: 1", "Остались с прежним текстом: 1")
    coordinator.does_not_see("Ещё исправляю")
    assert copies(first, "Сбор в субботу.") == 1
    await coordinator.sends("/announce")
    await coordinator.presses("1. Сбор в субботу.")
    coordinator.sees("Исправлено у получателей: 1", "Остались с прежним текстом: 1")


async def test_a_draft_is_sent_with_its_photo_after_29_days_and_asks_for_it_anew_after_a_month(talk: Talk) -> None:
    """The photo of one that is sent stays for as long as the announcement."""
    coordinator, [teacher] = await coordinator_of(talk), await teachers_of(talk, 1)
    coordinator._session.uploads["her-photo"] = JPG
    sweep, folder = await talk.the(SweepAnnouncementFiles), talk.files / "announcements"

    async def writes_with_a_photo(words: str) -> None:
        before = set(folder.glob("*"))
        await writes(coordinator, words)
        await coordinator.presses("Фото и файл")
        await coordinator.sends_photo()
        await coordinator.presses("Назад")
        # the disk has the bot's clock
        [photo] = set(folder.glob("*")) - before
        os.utime(photo, (talk.clock.now().timestamp(),) * 2)

    await writes_with_a_photo("Сбор первый")
    talk.clock.advance(days=29, hours=23)
    assert await sweep() == 0
    await sends(coordinator)
    await goes_on(talk)
    assert copies(teacher, "Сбор первый") == 1
    await writes_with_a_photo("Сбор второй")
    talk.clock.advance(days=30, minutes=1)
    assert await sweep() == 1
    await coordinator.presses("Посмотреть и отправить")
    coordinator.sees("Этого файла больше нет")
    talk.clock.advance(days=60)
    assert await sweep() == 0
    assert len(list(folder.glob("*"))) == 1

"""The report as an xlsx: a person a row, made of what the screens say (rule 9)."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from aiogram import Bot
from aiogram.types import BufferedInputFile
from aiogram_dialog import DialogManager, ShowMode

from handlers.announcements.words import known_by
from handlers.names import shown
from handlers.people.eyes import Eyes, eyes_of
from handlers.shell import given
from handlers.texts import times as clocks
from shnor_domain.announcements.audience import AnnouncementId
from shnor_domain.announcements.outcomes import Outcome, ReportRow
from shnor_domain.announcements.use_cases.looking import MOST_ROWS, AnnouncementReport, OpenAnnouncement
from shnor_domain.announcements.use_cases.reporting import COMING, NoteReportPart, ReportPartSent
from shnor_domain.identity import Role, Territory
from shnor_domain.tables import MOST_ROWS as MOST_IN_A_TABLE
from shnor_domain.tables import Sheet, TableWriter
from shnor_domain.territories.use_cases.naming import Named, NameTerritories

MOST_IN_A_FILE = MOST_IN_A_TABLE - MOST_ROWS
"""People; a large region has more."""
LONG = MOST_ROWS
"""People from which on a word says that the table is coming."""
CHUNK = 200
"""Rows that are put into words before others have their turn: some thousandths of a second."""
COLUMNS = ("municipality", "school", "name", "role", "outcome", "since", "delivered", "acknowledged")


async def send_report(manager: DialogManager, which: AnnouncementId) -> None:
    """The window comes below it. What one table does not hold goes on in the next: each is made and sent on its own,
    and a tap that is fed again after a crash goes on with the first that has not been sent."""
    eyes = await eyes_of(manager)
    card = await (await given(manager, OpenAnnouncement))(eyes.actor, which)
    zone = clocks.zone_name(eyes.texts, eyes.actor.zone, now=eyes.now)
    head = tuple(eyes.texts.plain("announcement-column", column=column, zone=zone) for column in COLUMNS)
    sent, note = await given(manager, ReportPartSent), await given(manager, NoteReportPart)
    writer = await given(manager, TableWriter)  # type: ignore[type-abstract]  # a port is asked for by its protocol
    bot: Bot = manager.middleware_data["bot"]
    if card.progress.laid > LONG and not await sent(eyes.actor, which, COMING):
        await bot.send_message(eyes.actor.chat, eyes.texts("announcement-table-coming"))
        await note(eyes.actor, which, COMING)
    parts = max(1, -(-card.progress.laid // MOST_IN_A_FILE))
    for part in range(1, parts + 1):
        if await sent(eyes.actor, which, part):
            continue
        rows = await _rows(manager, which, (part - 1) * MOST_IN_A_FILE)
        sheet = Sheet(eyes.texts.plain("announcement-sheet"), (head, *rows))
        args = {"part": part, "parts": parts, "several": parts > 1}
        name = eyes.texts.plain("announcement-file-name", number=str(which), **args)
        words = known_by(eyes.texts, card.announcement)
        caption = eyes.texts("announcement-file", words=words, count=len(rows), **args)
        await bot.send_document(eyes.actor.chat, BufferedInputFile(await writer.write([sheet]), name), caption=caption)
        await note(eyes.actor, which, part)
    manager.show_mode = ShowMode.SEND


async def _rows(manager: DialogManager, which: AnnouncementId, first: int) -> Sequence[tuple[str, ...]]:
    """Those of one file, page by page."""
    eyes, report = await eyes_of(manager), await given(manager, AnnouncementReport)
    words, rows = Words(eyes), list[tuple[str, ...]]()
    while len(rows) < MOST_IN_A_FILE:
        most = min(MOST_ROWS, MOST_IN_A_FILE - len(rows))
        page = await report(eyes.actor, which, first + len(rows), most)
        names = await (await given(manager, NameTerritories))({row.where for row in page})
        rows += await worded(eyes, page, names, words)
        if len(page) < most:
            break
    return rows


async def worded(
    eyes: Eyes, page: Sequence[ReportRow], names: Mapping[Territory, Named], words: "Words"
) -> Sequence[tuple[str, ...]]:
    """A page in words, as the reader may see it: others have their turn between two chunks of it."""
    rows = list[tuple[str, ...]]()
    for start in range(0, len(page), CHUNK):
        rows += [_row(eyes, row, names[row.where], words) for row in page[start : start + CHUNK]]
        await asyncio.sleep(0)
    return rows


@dataclass(slots=True)
class Words:
    """Of roles, outcomes and minutes: there are few, and a text costs more than all else in a row."""

    eyes: Eyes
    known: dict[tuple[str, str], str] = field(default_factory=dict)
    minutes: dict[datetime, str] = field(default_factory=dict)

    def role(self, role: Role) -> str:
        """«учитель»."""
        return self._of(f"role-{role.value}", "")

    def outcome(self, outcome: Outcome) -> str:
        """«доставлено»."""
        return self._of("announcement-outcome", outcome.value)

    def when(self, instant: datetime | None) -> str:
        """«30 ноября в 15:00» on the clock of who reads the report; nothing for what has not come about."""
        if instant is None:
            return ""
        minute = instant.replace(second=0, microsecond=0)
        if minute not in self.minutes:
            self.minutes[minute] = clocks.date_and_clock(self.eyes.texts, minute, self.eyes.actor.zone)
        return self.minutes[minute]

    def _of(self, key: str, outcome: str) -> str:
        if (key, outcome) not in self.known:
            self.known[key, outcome] = self.eyes.texts.plain(key, outcome=outcome)
        return self.known[key, outcome]


def _row(eyes: Eyes, row: ReportRow, where: Named, words: Words) -> tuple[str, ...]:
    return (
        "" if where.municipality is None else where.municipality.name,
        "" if where.school is None else where.school.name,
        _name(eyes, row),
        words.role(row.role),
        words.outcome(row.outcome),
        words.when(row.since),
        words.when(row.at),
        words.when(row.acknowledged),
    )


def _name(eyes: Eyes, row: ReportRow) -> str:
    if known := shown(eyes.texts, row.name, eyes.names, ""):
        return known
    if row.person is None:
        return eyes.texts.plain("people-gone")
    return eyes.texts.plain("people-nameless", number=str(row.person))

"""The report as an xlsx: a person a row, made of what the screens say (rule 9)."""

from collections.abc import Mapping, Sequence

from aiogram import Bot
from aiogram.types import BufferedInputFile
from aiogram_dialog import DialogManager, ShowMode

from handlers.announcements.words import beginning
from handlers.names import shown
from handlers.people.eyes import Eyes, eyes_of
from handlers.shell import given
from handlers.texts import times as clocks
from shnor_domain.announcements.audience import AnnouncementId
from shnor_domain.announcements.outcomes import Outcome, ReportRow
from shnor_domain.announcements.use_cases.looking import MOST_ROWS, AnnouncementReport, OpenAnnouncement
from shnor_domain.identity import Territory
from shnor_domain.tables import MOST_ROWS as MOST_IN_A_TABLE
from shnor_domain.tables import Sheet, TableWriter
from shnor_domain.territories.use_cases.naming import Named, NameTerritories

MOST_IN_A_FILE = MOST_IN_A_TABLE - MOST_ROWS
"""People; a large region has more."""
COLUMNS = ("municipality", "school", "name", "role", "outcome", "delivered", "acknowledged")


async def send_report(manager: DialogManager, which: AnnouncementId) -> None:
    """The window comes below it. What one table does not hold goes on in the next: each is made and sent on its own."""
    eyes = await eyes_of(manager)
    card = await (await given(manager, OpenAnnouncement))(eyes.actor, which)
    head = tuple(eyes.texts.plain("announcement-column", column=column) for column in COLUMNS)
    writer = await given(manager, TableWriter)  # type: ignore[type-abstract]  # a port is asked for by its protocol
    bot: Bot = manager.middleware_data["bot"]
    parts = max(1, -(-card.progress.laid // MOST_IN_A_FILE))
    for part in range(1, parts + 1):
        rows = await _rows(manager, which, (part - 1) * MOST_IN_A_FILE)
        names = await (await given(manager, NameTerritories))({row.where for row in rows})
        sheet = Sheet(eyes.texts.plain("announcement-sheet"), (head, *(_row(eyes, row, names) for row in rows)))
        args = {"part": part, "parts": parts, "several": parts > 1}
        name = eyes.texts.plain("announcement-file-name", number=str(which), **args)
        words = beginning(card.announcement.content)
        caption = eyes.texts("announcement-file", words=words, count=len(rows), **args)
        await bot.send_document(eyes.actor.chat, BufferedInputFile(await writer.write([sheet]), name), caption=caption)
    manager.show_mode = ShowMode.SEND


async def _rows(manager: DialogManager, which: AnnouncementId, first: int) -> Sequence[ReportRow]:
    """Those of one file, page by page."""
    eyes, report = await eyes_of(manager), await given(manager, AnnouncementReport)
    rows: list[ReportRow] = []
    while len(rows) < MOST_IN_A_FILE:
        most = min(MOST_ROWS, MOST_IN_A_FILE - len(rows))
        page = await report(eyes.actor, which, first + len(rows), most)
        rows += page
        if len(page) < most:
            break
    return rows


def _row(eyes: Eyes, row: ReportRow, names: Mapping[Territory, Named]) -> tuple[str, ...]:
    where, texts = names[row.where], eyes.texts
    gone = texts.plain("people-gone") if row.person is None else texts.plain("people-nameless", number=str(row.person))
    has = row.outcome in (Outcome.DELIVERED, Outcome.ACKNOWLEDGED)
    return (
        "" if where.municipality is None else where.municipality.name,
        "" if where.school is None else where.school.name,
        shown(texts, row.name, eyes.names, gone),
        texts.plain(f"role-{row.role.value}"),
        texts.plain("announcement-outcome", outcome=row.outcome.value),
        clocks.date_and_clock(texts, row.at, eyes.actor.zone) if has and row.at is not None else "",
        "" if row.acknowledged is None else clocks.date_and_clock(texts, row.acknowledged, eyes.actor.zone),
    )

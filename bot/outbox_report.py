"""What `shnor-bot outbox` prints: rows by id, kind and subject; nobody's name is in them."""

from bot import operator_texts
from bot.clock import SystemClock
from bot.settings import Settings
from shnor_domain.notifications.model import NoticeId, NoticeState, StoredNotice
from shnor_domain.notifications.use_cases import ListNotices, RequeueNotice
from shnor_domain.storage.engine import Database
from shnor_domain.storage.work import Units

_LIMIT = 200
_UNDELIVERED = (NoticeState.FAILED, NoticeState.UNKNOWN, NoticeState.MISSED)
_WAITING = (NoticeState.PLANNED, NoticeState.SENDING, NoticeState.HELD)


async def outbox_lines(settings: Settings, *, failed_only: bool) -> list[str]:
    """The latest 200 rows that wait or were not delivered, a line each; one line that says so when there are none."""
    database = Database(settings.database_url)
    try:
        states = _UNDELIVERED if failed_only else (*_WAITING, *_UNDELIVERED)
        rows = await ListNotices(Units(database).read)(states, _LIMIT)
    finally:
        await database.close()
    return [_line(row) for row in rows] or [operator_texts.OUTBOX_EMPTY]


async def requeue(settings: Settings, notice: int) -> bool:
    """Send a row again that was not delivered; the running bot takes it at its next tick. False when there is none."""
    database = Database(settings.database_url)
    try:
        return await RequeueNotice(Units(database).write, SystemClock())(NoticeId(notice))
    finally:
        await database.close()


def _line(row: StoredNotice) -> str:
    fields = (
        str(row.id),
        operator_texts.notice_state(row.state.value),
        row.notice.kind,
        row.notice.subject,
        row.notice.due.strftime("%Y-%m-%d %H:%M UTC"),
        row.error or "",
    )
    return "\t".join(fields).rstrip()

"""Planning: idempotent by key, inside the transaction of the cause."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import PersonId
from shnor_domain.notifications.model import AGAIN, Face, Notice, NoticeState, StoredNotice
from shnor_domain.notifications.rules import first_look
from shnor_domain.storage.notifications.rows import FRESH, stored, values_of
from shnor_domain.storage.schema.notifications import notification
from shnor_domain.storage.upsert import insert

_WAITS = (NoticeState.PLANNED.value, NoticeState.HELD.value)
_BITE = 1000
_T = notification.c
_UNSAID = and_(_T.state == NoticeState.CANCELLED.value, or_(_T.error == "untrue", _T.error == "withdrawn"))
"""Why it was not said held for that moment: an item comes back from review, a shift is undone."""
_UNREAD = or_(*(_T.state == state for state in _WAITS))
"""`_WAITS` for a statement of many rows, which takes no list."""
_SAID = (NoticeState.SENT.value, NoticeState.UNKNOWN.value)


class PlannerStore:
    """Port `NoticePlanner`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def plan(self, *notices: Notice) -> None:
        """Insert what is new, move what waits."""
        for notice in notices:
            fields = values_of(notice)
            fresh = insert(self._connection, notification).values(
                key=notice.key, wake=first_look(notice), **FRESH, **fields
            )
            fresh = fresh.on_conflict_do_nothing(index_elements=["key"]).returning(notification.c.id)
            made = await self._connection.execute(fresh)
            if made.scalar() is None:
                await self._plan_again(notice, fields)

    async def lay(self, notices: Sequence[Notice]) -> None:
        """In bites that the databases take. What was found untrue, or withdrawn, and is planned anew waits again; what
        waits and is wanted sooner goes sooner."""
        for begin in range(0, len(notices), _BITE):
            rows = [
                {"key": notice.key, "wake": first_look(notice), **FRESH, **values_of(notice)}
                for notice in notices[begin : begin + _BITE]
            ]
            fresh = insert(self._connection, notification)
            again = {name: fresh.excluded[name] for name in rows[0] if name != "key"}
            sooner = and_(_UNREAD, fresh.excluded.due < _T.due)
            revived = fresh.on_conflict_do_update(index_elements=["key"], set_=again, where=or_(_UNSAID, sooner))
            await self._connection.execute(revived, rows)

    async def _plan_again(self, notice: Notice, fields: dict[str, Any]) -> None:
        found = await self._connection.execute(_locked(select(notification).where(notification.c.key == notice.key)))
        row = found.one()
        changes = _changes(row, fields, first_look(notice))
        if changes:
            await self._connection.execute(update(notification).where(notification.c.id == row.id).values(**changes))

    async def cancel(
        self, subject: str, now: datetime, *, key_prefix: str = "", person: PersonId | None = None
    ) -> None:
        """Stop what waits and mark what was said, or is being said, for another face."""
        table = notification.c
        about = and_(table.subject == subject, table.key.startswith(key_prefix, autoescape=True))
        if not key_prefix:
            about = and_(about, table.news.is_(False))
        if person is not None:
            about = and_(about, table.person_id == person)
        await self._withdraw(about, now)

    async def cancel_all(self, subjects: Sequence[str], now: datetime) -> None:
        """In bites that the databases take."""
        for begin in range(0, len(subjects), _BITE):
            some = subjects[begin : begin + _BITE]
            await self._withdraw(and_(_T.subject.in_(some), _T.news.is_(False)), now)

    async def _withdraw(self, about: ColumnElement[bool], now: datetime) -> None:
        table = notification.c
        # nobody plans anew what its reader has put off, should its cause come back: it is asked about as it goes (L6)
        put_off = table.key.contains(AGAIN, autoescape=True)
        await self._connection.execute(
            update(notification)
            .where(about, table.state.in_(_WAITS), ~put_off)
            .values(state=NoticeState.CANCELLED.value, wake=None, lease=None, error="withdrawn", marked_at=now)
        )
        shows_it = and_(table.over_at.is_not(None), table.face == Face.NEW.value)
        in_flight = table.state == NoticeState.SENDING.value
        standing = and_(table.state == NoticeState.SENT.value, table.message_ref.is_not(None), table.over_at > now)
        await self._connection.execute(
            update(notification)
            .where(about, shows_it, or_(in_flight, standing))
            .values(face=Face.CHANGED.value, wake=now)
        )

    async def reconsider(self, person: PersonId, now: datetime) -> int:
        """One statement. Where `wake` equals `due` delivery has not looked yet, unless it looks early, for evenings."""
        table = notification.c
        looked_at = or_(table.wake != table.due, and_(table.evening, table.wake.is_not(None)))
        reachable = or_(table.error.is_(None), table.error != "unreachable")
        woken = await self._connection.execute(
            update(notification)
            .where(table.person_id == person, table.state.in_(_WAITS), looked_at, reachable)
            .values(wake=now)
        )
        return woken.rowcount

    async def of_subject(self, subject: str) -> Sequence[StoredNotice]:
        """All rows about a subject."""
        ordered = select(notification).where(notification.c.subject == subject)
        rows = await self._connection.execute(ordered.order_by(notification.c.due, notification.c.id))
        return [stored(row) for row in rows]

    async def forget(self, person: PersonId) -> None:
        """Delete all rows of a person."""
        await self._connection.execute(delete(notification).where(notification.c.person_id == person))


def _locked(query: Select[Any]) -> Select[Any]:
    return query.with_for_update()


def _changes(row: Row[Any], fields: dict[str, Any], wake: datetime) -> dict[str, Any]:
    """What planning again changes in a row; nothing for one that was said, and nothing when nothing differs."""
    moved = bool(row.due != fields["due"])
    differs = any(getattr(row, name) != value for name, value in fields.items())
    state = NoticeState(row.state)
    if state.value in _SAID:
        return {}
    if state is NoticeState.SENDING:
        # the old words may be on their way: `sent` sees the new instant and lets the row wait for it
        return {**fields, "wake": wake} if moved else {}
    if state.value in _WAITS and not moved:
        return fields if differs else {}
    if state in (NoticeState.MISSED, NoticeState.FAILED) and not moved:
        return {}
    return {**FRESH, **fields, "wake": wake}

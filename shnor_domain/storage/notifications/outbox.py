"""The outbox: claims by lease, and one mark a row."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import and_, case, func, literal, or_, select, text, update

from shnor_domain.identity import PersonId
from shnor_domain.messaging import MessageRef
from shnor_domain.notifications.marks import IN_HAND
from shnor_domain.notifications.model import Backlog, Face, NoticeId, NoticeState, StoredNotice
from shnor_domain.storage.notifications.claiming import (
    MAY_HAVE_GONE,
    ahead_of_line,
    arrival,
    beginning,
    claim_of,
    due_subjects,
    in_turn,
)
from shnor_domain.storage.notifications.planner import PlannerStore
from shnor_domain.storage.notifications.rows import FRESH, stored
from shnor_domain.storage.schema.base import Instant
from shnor_domain.storage.schema.notifications import notification

_T = notification.c
_UNSENT = (NoticeState.PLANNED.value, NoticeState.HELD.value, NoticeState.SENDING.value)
_REOPENS = (NoticeState.FAILED.value, NoticeState.MISSED.value, NoticeState.UNKNOWN.value)


def _free(real: datetime) -> Any:
    return or_(_T.lease.is_(None), _T.lease <= real)


def _kept(why: str | None, *, held: bool = False) -> Any:
    """That a row may have gone is not forgotten while it waits, nor for what it is `held`."""
    return case((MAY_HAVE_GONE, f"{IN_HAND}:{why}" if held else IN_HAND), else_=why)


class OutboxStore(PlannerStore):
    """Port `Outbox`."""

    async def claim(
        self, now: datetime, real: datetime, lease: datetime, limit: int, *, mailing: bool
    ) -> Sequence[StoredNotice]:
        """One worker at a time: two of them, blind to each other, would both write to one person."""
        await self._lock("notices:claim")
        bounds = {"due_by": now, "free_by": real, "new_lease": lease}
        if mailing:
            return await self._claim_in_turn(bounds, limit)
        return await self._claim(claim_of(mailing=False), {**bounds, "at_most": limit})

    async def _claim_in_turn(self, bounds: dict[str, Any], limit: int) -> Sequence[StoredNotice]:
        """The same number of each subject, so that few never stand behind many; urgent ones take all that they can."""
        found = (await self._connection.execute(due_subjects(), bounds)).all()
        claimed: list[StoredNotice] = []
        for urgent in (True, False):
            subjects = in_turn([row.subject for row in found if bool(row.urgent) is urgent], bounds["free_by"])
            while subjects and len(claimed) < limit:
                more = []
                for number, subject in enumerate(subjects):
                    share = -(-(limit - len(claimed)) // (len(subjects) - number))
                    wanted = {**bounds, "at_most": share, "of_subject": subject}
                    rows = await self._claim(claim_of(mailing=True), wanted) if share else []
                    claimed += rows
                    more += [subject] if share and len(rows) == share else []
                subjects = more
        return claimed

    async def _claim(self, statement: Any, bounds: dict[str, Any]) -> Sequence[StoredNotice]:
        claimed = await self._connection.execute(statement, bounds)
        return [stored(row) for row in sorted(claimed, key=lambda row: (row.wake, row.id))]

    async def begin(self, rows: Collection[NoticeId]) -> None:
        """One statement, built once."""
        if rows:
            begun = [{"which": each} for each in rows]
            await self._connection.execute(beginning(), begun if len(begun) > 1 else begun[0])

    async def absorb(self, row: StoredNotice, now: datetime) -> StoredNotice | None:
        """Merge under a lock of subject and person: two of them held at the same second must see each other."""
        await self._lock(f"notice:{row.notice.subject}:{row.notice.person}")
        same = and_(_T.subject == row.notice.subject, _T.person_id == row.notice.person, _T.news.is_(True))
        waiting = select(notification).where(same, _T.state.in_(_UNSENT)).order_by(_T.due, _T.id)
        chain = [stored(each) for each in await self._connection.execute(waiting)]
        if not any(each.id == row.id for each in chain):
            return None
        if len(chain) == 1:
            return chain[0]
        last = chain[-1]
        # each fact as the first row that names it has it: rows of other kinds know other things
        known: dict[str, int | str | bool | None] = {}
        for each in chain:
            known = {**each.notice.payload, **(each.known or {}), **known}
        for merged in chain[:-1]:
            await self.end(merged.id, NoticeState.CANCELLED, "merged", now)
        await self._set(last.id, known=known)
        return replace(last, known=known) if last.id == row.id else None

    async def gather(
        self, row: StoredNotice, kinds: Collection[str], now: datetime, lease: datetime
    ) -> Sequence[StoredNotice]:
        """Under a lock of the person; backoff of single rows gives way: the message goes to her anyway."""
        await self._lock(f"digest:{row.notice.person}")
        hers = select(_T.state).where(_T.id == row.id)
        if (await self._connection.execute(hers)).scalar() != NoticeState.SENDING.value:
            return []
        in_hand = _T.state == NoticeState.SENDING.value
        gathered = await self._connection.execute(
            update(notification)
            .where(_T.person_id == row.notice.person, _T.kind.in_(sorted(kinds)))
            .where(_T.state.in_(_UNSENT), _T.wake <= now)
            .values(
                lease=lease,
                attempts=case((in_hand, _T.attempts), else_=_T.attempts + 1),
                state=NoticeState.SENDING.value,
            )
            .returning(notification)
        )
        return [stored(each) for each in sorted(gathered, key=lambda each: (each.due, each.id))]

    async def in_message(self, person: PersonId, notice: NoticeId) -> Sequence[StoredNotice]:
        """By the reference of the message; the index of a person's rows by state makes it short."""
        hers = and_(_T.person_id == person, _T.state == NoticeState.SENT.value)
        message = select(_T.message_ref).where(_T.id == notice, hers).scalar_subquery()
        rows = await self._connection.execute(select(notification).where(hers, _T.message_ref == message))
        return sorted((stored(row) for row in rows), key=lambda row: row.id)

    async def _lock(self, name: str) -> None:
        if self._connection.dialect.name == "postgresql":
            await self._connection.execute(text("SELECT pg_advisory_xact_lock(hashtext(:name))"), {"name": name})

    async def sent(self, row: StoredNotice, ref: MessageRef, now: datetime) -> None:
        """Mark as sent what was sent; a row whose instant moved in between waits for the new one."""
        anew = ahead_of_line(now) if row.notice.mailing else now
        mark = {"which": row.id, "as_of": row.notice.due, "at": now, "ref": ref, "anew": anew}
        marked = await self._connection.execute(arrival(), mark)
        if marked.rowcount == 0:
            await self._set(row.id, only=NoticeState.SENDING, state=NoticeState.PLANNED.value, lease=None, attempts=0)

    async def hold(self, notice: NoticeId, until: datetime | None, why: str, now: datetime) -> None:
        """Park until an instant, or until the person comes back."""
        held: dict[str, Any] = {
            "state": NoticeState.HELD.value,
            "wake": until,
            "lease": None,
            "error": why if why == "unreachable" else _kept(why, held=True),
            "attempts": 0,
            "marked_at": now,
        }
        await self._set(notice, **held)

    async def retry(self, notice: NoticeId, lease: datetime, why: str | None) -> None:
        """The lease of a row nobody works on is its backoff."""
        back = case((_T.state == NoticeState.SENDING.value, NoticeState.PLANNED.value), else_=_T.state)
        await self._set(notice, state=back, lease=lease, error=_kept(why))

    async def wait(self, notice: NoticeId, until: datetime, *, settled: bool = False) -> None:
        """Planned as before."""
        changes: dict[str, Any] = {"state": NoticeState.PLANNED.value, "wake": until, "lease": None, "error": None}
        if settled:
            changes["since"] = None
        await self._set(notice, attempts=0, **changes)

    async def move(self, notice: NoticeId, due: datetime) -> None:
        """Wait for another instant."""
        await self._set(notice, state=NoticeState.PLANNED.value, due=due, wake=due, lease=None, attempts=0)

    async def end(self, notice: NoticeId, state: NoticeState, why: str, now: datetime) -> None:
        """Close a row. Whom nothing has reached until it was too late has not been reached since it was held."""
        since = func.coalesce(_T.marked_at, literal(now, Instant)) if why == "unreachable" else now
        await self._set(notice, state=state.value, wake=None, lease=None, error=why, marked_at=since)

    async def retouched(self, row: StoredNotice, face: Face, why: str | None, now: datetime) -> None:
        """A correction while the last one was on its way has another `wake`: that one is still to be made."""
        same = _T.wake == row.wake
        await self._connection.execute(
            update(notification)
            .where(_T.id == row.id)
            .values(
                face=case((same, face.value), else_=_T.face),
                wake=case((same, literal(None, Instant)), else_=_T.wake),
                error=why,
                lease=None,
                attempts=0,
                marked_at=now,
            )
        )

    async def _set(self, notice: NoticeId, only: NoticeState | None = None, **changes: Any) -> None:
        which = _T.id == notice if only is None else and_(_T.id == notice, _T.state == only.value)
        await self._connection.execute(update(notification).where(which).values(**changes))

    async def release(self, person: PersonId, now: datetime) -> int:
        """Rows held for the night stay where they are."""
        woken = await self._connection.execute(
            update(notification)
            .where(_T.person_id == person, _T.state == NoticeState.HELD.value, _T.error == "unreachable")
            .values(state=NoticeState.PLANNED.value, wake=now, lease=None, error=None)
        )
        return woken.rowcount

    async def next_due(self, real: datetime, *, mailing: bool) -> datetime | None:
        """One short walk of the index."""
        first = select(_T.wake).where(_T.mailing.is_(mailing), _T.wake.is_not(None), _free(real))
        return (await self._connection.execute(first.order_by(_T.wake, _T.id).limit(1))).scalar()

    async def next_wake(self, after: datetime) -> datetime | None:
        """One short walk of the index a line."""
        found = []
        for mailing in (False, True):
            first = select(_T.wake).where(_T.mailing.is_(mailing), _T.wake > after)
            found.append((await self._connection.execute(first.order_by(_T.wake, _T.id).limit(1))).scalar())
        return min((instant for instant in found if instant is not None), default=None)

    async def free(self) -> int:
        """Backoff and flood waits of planned rows stay."""
        in_flight = _T.state.in_([NoticeState.SENDING.value, NoticeState.SENT.value])
        freed = await self._connection.execute(
            update(notification).where(in_flight, _T.wake.is_not(None), _T.lease.is_not(None)).values(lease=None)
        )
        return freed.rowcount

    async def backlog(self, now: datetime, real: datetime) -> Backlog:
        """Rows that should have gone; copies that are only to be changed stand before their line, whenever that was."""
        since = case((and_(_T.mailing, _T.state == NoticeState.SENT.value), None), else_=_T.wake)
        late = select(func.count(), func.min(since, type_=Instant)).where(_T.wake <= now, _free(real))
        count, oldest = (await self._connection.execute(late)).one()
        return Backlog(count, oldest)

    async def open_kinds(self) -> frozenset[str]:
        """Kinds of what will be looked at."""
        kinds = await self._connection.execute(select(_T.kind).where(_T.wake.is_not(None)).distinct())
        return frozenset(kinds.scalars())

    async def in_state(self, states: Collection[NoticeState], limit: int) -> Sequence[StoredNotice]:
        """The latest first."""
        chosen = select(notification).where(_T.state.in_([state.value for state in states]))
        rows = await self._connection.execute(chosen.order_by(_T.id.desc()).limit(limit))
        return [stored(row) for row in rows]

    async def requeue(self, notice: NoticeId, now: datetime) -> bool:
        """Only what ended without being delivered; its cut-off counts anew."""
        done = await self._connection.execute(
            update(notification)
            .where(_T.id == notice, _T.state.in_(_REOPENS))
            .values(**FRESH, due=now, wake=now, late_after=None, since=None, evening=False)
        )
        return done.rowcount > 0

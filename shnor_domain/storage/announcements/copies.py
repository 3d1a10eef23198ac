"""Copies of an announcement, moved from one state into another in pages: each a short transaction of its own."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, literal, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.announcements.audience import AnnouncementId
from shnor_domain.announcements.model import Announcement
from shnor_domain.announcements.notices import PAUSED, copy_for, subject_of
from shnor_domain.announcements.ports import Scope, Snapshot
from shnor_domain.notifications.marks import IN_HAND
from shnor_domain.notifications.model import Face, NoticeState
from shnor_domain.storage.announcements.audiences import AudiencesStore
from shnor_domain.storage.announcements.choosing import chosen
from shnor_domain.storage.notifications.claiming import MAY_HAVE_GONE, ahead_of_line
from shnor_domain.storage.notifications.planner import PlannerStore
from shnor_domain.storage.people.reach import territory_values
from shnor_domain.storage.schema.announcements import announcement, announcement_recipient
from shnor_domain.storage.schema.base import Instant
from shnor_domain.storage.schema.notifications import notification
from shnor_domain.storage.schema.people import account
from shnor_domain.storage.upsert import insert

_A, _N = announcement.c, notification.c
_WAITS = (NoticeState.PLANNED.value, NoticeState.HELD.value)
UNSENT = (*_WAITS, NoticeState.SENDING.value)
PAUSED_IN_HAND = f"{IN_HAND}:{PAUSED}"
_WENT = (NoticeState.SENT.value, NoticeState.SENDING.value)


def _first(now: datetime) -> Any:
    """Copies that stand in chats are put right before the rest of their mailing goes."""
    return case((_N.state == NoticeState.SENT.value, literal(ahead_of_line(now), Instant)), else_=literal(now, Instant))


class CopiesStore:
    """The part of `RecipientStore` that works in pages."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def lay_page(self, found: Announcement, scope: Scope, most: int) -> bool:
        """Where it goes on from stands in the announcement's row, in the same transaction."""
        mark = select(_A.laid_to, _A.last_place, _A.last_pair).where(_A.id == found.id)
        row = (await self._connection.execute(mark)).one()
        if row.laid_to is None:
            return False
        upto = Snapshot(row.last_place, row.last_pair)
        people, last = await AudiencesStore(self._connection).page(scope, row.laid_to, most, upto)
        if people:
            await self._connection.execute(
                insert(self._connection, announcement_recipient).on_conflict_do_nothing(),
                [
                    {
                        "announcement_id": found.id,
                        "person_id": one.person,
                        "role": one.role.value,
                        **territory_values(one.where),
                    }
                    for one in people
                ],
            )
            await PlannerStore(self._connection).lay([copy_for(found, one.person, one.zone) for one in people])
        await self._connection.execute(update(announcement).where(_A.id == found.id).values(laid_to=last))
        return last is not None

    async def behind(self, which: AnnouncementId) -> bool:
        """By the announcement's row."""
        marks = select(_A.id).where(_A.id == which, or_(_A.asleep, _A.corrected_to.is_not(None)))
        return (await self._connection.execute(marks)).first() is not None

    async def corrects(self, which: AnnouncementId) -> bool:
        """By the announcement's row."""
        marks = select(_A.id).where(_A.id == which, _A.corrected_to.is_not(None))
        return (await self._connection.execute(marks)).first() is not None

    async def sleep_page(self, which: AnnouncementId, most: int) -> int:
        """Whom nothing reaches sleeps already; what may have gone is looked at by delivery again and again."""
        sleeps = or_(_N.error.in_([PAUSED, "unreachable"]), MAY_HAVE_GONE)
        awake = and_(_N.state.in_(_WAITS), or_(_N.error.is_(None), ~sleeps))
        return len(await self._change(which, awake, most, state=NoticeState.HELD.value, wake=None, error=PAUSED))

    async def wake_page(self, which: AnnouncementId, now: datetime, most: int) -> int:
        """Each at its own instant, at once where that has passed."""
        asleep = and_(_N.state == NoticeState.HELD.value, _N.error.in_([PAUSED, PAUSED_IN_HAND]))
        wake = case((_N.due > now, _N.due), else_=literal(now, Instant))
        changes = {"state": NoticeState.PLANNED.value, "error": case((MAY_HAVE_GONE, IN_HAND), else_=None)}
        woken = len(await self._change(which, asleep, most, wake=wake, **changes))
        if woken < most:
            await self._connection.execute(update(announcement).where(_A.id == which).values(asleep=False))
        return woken

    async def end_page(self, which: AnnouncementId, why: str, now: datetime, most: int) -> int:
        """Whom nothing reaches keeps that name; should she come back, the check of her copy ends it. What may
        have gone before a crash is not said to have been stopped."""
        waits = and_(_N.state.in_(_WAITS), or_(_N.error.is_(None), _N.error != "unreachable"))
        gone = MAY_HAVE_GONE
        state = case((gone, NoticeState.UNKNOWN.value), else_=NoticeState.CANCELLED.value)
        error = case((gone, IN_HAND), else_=why)
        ended = await self._change(which, waits, most, state=state, wake=None, lease=None, error=error, marked_at=now)
        return len(ended)

    async def correct_page(self, which: AnnouncementId, now: datetime, most: int) -> bool:
        """By id; where it goes on from stands in the announcement's row."""
        mark = select(_A.corrected_to).where(_A.id == which).scalar_subquery()
        went = and_(_N.state.in_(_WENT), _N.face != Face.GONE.value, _N.id > mark)
        ids = await self._change(which, went, most, face=Face.CHANGED.value, wake=_first(now))
        done = len(ids) < most
        await self._connection.execute(
            update(announcement).where(_A.id == which).values(corrected_to=None if done else max(ids))
        )
        return not done

    async def correctable(self, which: AnnouncementId, scope: Scope) -> int:
        """One statement."""
        there = chosen(scope)
        reached = and_(account.c.person_id == _N.person_id, account.c.active, account.c.unreachable_reason.is_(None))
        counted = (
            select(func.count())
            .select_from(notification)
            .join(there, there.c.person_id == _N.person_id)
            .join(account, reached)
            .where(_N.subject == subject_of(which), _N.state.in_(_WENT), _N.face != Face.GONE.value)
        )
        return int((await self._connection.execute(counted)).scalar_one())

    async def recall_page(self, which: AnnouncementId, now: datetime, most: int) -> int:
        """What is on its way goes as soon as it has arrived."""
        went = and_(_N.state.in_(_WENT), _N.face != Face.GONE.value)
        return len(await self._change(which, went, most, face=Face.GONE.value, wake=_first(now)))

    async def _change(
        self, which: AnnouncementId, rows: ColumnElement[bool], most: int, **changes: Any
    ) -> Sequence[int]:
        """The first by id, locked: delivery and this page do not write over each other."""
        some = select(_N.id).where(_N.subject == subject_of(which), rows).order_by(_N.id).limit(most).with_for_update()
        changed = update(notification).where(_N.id.in_(some)).values(**changes).returning(_N.id)
        return list((await self._connection.execute(changed)).scalars())

"""Recipients of announcements: what became of their copies, and what they said."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import and_, case, func, or_, select, update

from shnor_domain.announcements.audience import AnnouncementId
from shnor_domain.announcements.notices import LEFT, PAUSED, key_of, subject_of
from shnor_domain.announcements.outcomes import Copies, Corrections, Outcome, Progress, ReportRow, Total
from shnor_domain.identity import PersonId, Role, Territory
from shnor_domain.notifications.marks import COPY_LEFT
from shnor_domain.notifications.model import Face, NoticeState
from shnor_domain.storage.announcements.copies import PAUSED_IN_HAND, UNSENT, CopiesStore
from shnor_domain.storage.announcements.outcome import outcome, since, with_copies
from shnor_domain.storage.notifications.claiming import MAY_HAVE_GONE
from shnor_domain.storage.people.reach import territory_of
from shnor_domain.storage.schema.announcements import announcement, announcement_recipient
from shnor_domain.storage.schema.notifications import notification
from shnor_domain.storage.schema.people import person
from shnor_domain.storage.schema.territories import municipality, school

_A, _R, _N = announcement.c, announcement_recipient.c, notification.c
_HELD, _SENT, _UNKNOWN = NoticeState.HELD.value, NoticeState.SENT.value, NoticeState.UNKNOWN.value
_HAD = (Outcome.DELIVERED, Outcome.ACKNOWLEDGED, Outcome.RECALLED)
_WAITING = (NoticeState.PLANNED.value, NoticeState.SENDING.value)


class RecipientsStore(CopiesStore):
    """Port `RecipientStore`."""

    async def any_waits(self, which: AnnouncementId) -> bool:
        """Two looks into the index of subjects."""
        hers = select(_N.id).where(_N.subject == subject_of(which)).limit(1)
        if (await self._connection.execute(hers.where(_N.state.in_(_WAITING)))).first() is not None:
            return True
        held = hers.where(_N.state == _HELD, or_(_N.error.is_(None), _N.error != "unreachable"))
        return (await self._connection.execute(held)).first() is not None

    async def any_sent(self, which: AnnouncementId) -> bool:
        """One look."""
        sent = select(_N.id).where(_N.subject == subject_of(which), _N.state == _SENT).limit(1)
        return (await self._connection.execute(sent)).first() is not None

    async def progress(self, which: AnnouncementId) -> Progress:
        """By the index alone, but for those held; whose notices are deleted has her outcome in her row."""
        hers = _N.subject == subject_of(which)
        counted = select(_N.state, func.count()).where(hers).group_by(_N.state)
        counts = {state: count for state, count in await self._connection.execute(counted)}
        why = case(
            (_N.error == PAUSED_IN_HAND, PAUSED), (_N.error.in_([PAUSED, "unreachable"]), _N.error), else_="held"
        ).label("why")
        held = select(why, func.count()).where(hers, _N.state == _HELD).group_by(why)
        asleep = {code: count for code, count in await self._connection.execute(held)}
        deleted = select(_R.outcome, func.count()).where(_R.announcement_id == which, _R.person_id.is_(None))
        gone = {code: count for code, count in await self._connection.execute(deleted.group_by(_R.outcome))}
        had = sum(gone.get(outcome.value, 0) for outcome in _HAD)
        unknown = counts.get(_UNKNOWN, 0)
        said = await self._said(which) if unknown else 0
        return Progress(
            laid=sum(counts.values()) + sum(gone.values()),
            sent=counts.get(_SENT, 0) + had + said,
            waiting=sum(counts.get(state, 0) for state in _WAITING),
            held=asleep.get("held", 0),
            paused=asleep.get(PAUSED, 0),
            unreached=asleep.get("unreachable", 0),
            unknown=unknown - said + gone.get(Outcome.UNKNOWN.value, 0),
            gone=had + said,
            acknowledged=await self._acknowledged(which) + gone.get(Outcome.ACKNOWLEDGED.value, 0),
        )

    async def _acknowledged(self, which: AnnouncementId) -> int:
        """Of those who are still there; who was deleted is counted by her outcome."""
        said = select(func.count()).select_from(announcement_recipient).where(_R.announcement_id == which)
        said = said.where(_R.acknowledged.is_not(None), _R.person_id.is_not(None))
        return int((await self._connection.execute(said)).scalar_one())

    async def _said(self, which: AnnouncementId) -> int:
        """Those of whom only their own word tells that they have it; there are few unknown ones."""
        answered = and_(_R.person_id == _N.person_id, _R.announcement_id == which, _R.acknowledged.is_not(None))
        counted = select(func.count()).select_from(notification).join(announcement_recipient, answered)
        unknown = counted.where(_N.subject == subject_of(which), _N.state == _UNKNOWN)
        return int((await self._connection.execute(unknown)).scalar_one())

    async def copies(self, which: AnnouncementId) -> Copies:
        """Of those that went, or may have."""
        tried = and_(_N.face == Face.GONE.value, _N.wake.is_(None))
        left = case(
            (_N.state == _UNKNOWN, "left"), (~tried, "waiting"), (_N.error == COPY_LEFT, "left"), else_="deleted"
        ).label("became")
        went = and_(_N.subject == subject_of(which), _N.state.in_([_SENT, _UNKNOWN]))
        counted = select(left, func.count()).where(went).group_by(left)
        counts = {became: count for became, count in await self._connection.execute(counted)}
        return Copies(counts.get("deleted", 0), counts.get("left", 0), counts.get("waiting", 0))

    async def corrections(self, which: AnnouncementId) -> Corrections:
        """Of those that went; what its page has not reached yet waits as well."""
        mark = select(_A.corrected_to).where(_A.id == which).scalar_subquery()
        became = case(
            (or_(_N.id > mark, and_(_N.face == Face.CHANGED.value, _N.wake.is_not(None))), "waiting"),
            (_N.face != Face.CHANGED.value, "new"),
            (_N.error == COPY_LEFT, "left"),
            else_="done",
        ).label("became")
        counted = select(became, func.count()).where(_N.subject == subject_of(which), _N.state == _SENT)
        counts = {code: count for code, count in await self._connection.execute(counted.group_by(became))}
        return Corrections(counts.get("done", 0), counts.get("left", 0), counts.get("waiting", 0))

    async def totals(self, which: AnnouncementId) -> Sequence[Total]:
        """One statement."""
        what = outcome().label("what")
        where = (_R.region_id, _R.municipality_id, _R.school_id)
        counted = (
            select(*where, municipality.c.name, school.c.number, school.c.name.label("school"), what,
                   func.count().label("people"))
            .select_from(_placed())
            .where(_R.announcement_id == which)
            .group_by(*where, municipality.c.name, school.c.number, school.c.name, what)
            .order_by(*_by_place())
        )  # fmt: skip
        found: dict[Territory, dict[Outcome, int]] = {}
        for row in await self._connection.execute(counted):
            found.setdefault(territory_of(row), {})[Outcome(row.what)] = row.people
        return [Total(where, counts) for where, counts in found.items()]

    async def rows(self, which: AnnouncementId, offset: int, limit: int) -> Sequence[ReportRow]:
        """One statement a page."""
        query = (
            select(_R.person_id, person.c.name, _R.role, _R.region_id, _R.municipality_id, _R.school_id,
                   outcome().label("what"), _N.sent_at, _N.wake, _R.acknowledged,
                   since().label("since"))
            .select_from(_placed().outerjoin(person, person.c.id == _R.person_id))
            .where(_R.announcement_id == which)
            .order_by(*_by_place(), person.c.name_key, _R.id)
        )  # fmt: skip
        return [_row(row) for row in await self._connection.execute(query.offset(offset).limit(limit))]

    async def has(self, which: AnnouncementId, whom: PersonId) -> bool:
        """By key."""
        went = select(_N.id).where(_N.key == key_of(which, whom), _N.state.in_([_SENT, _UNKNOWN]))
        mine = select(_R.id).where(_R.announcement_id == which, _R.person_id == whom)
        return (await self._connection.execute(mine.where(went.exists()))).first() is not None

    async def acknowledged(self, which: AnnouncementId, whom: PersonId) -> datetime | None:
        """By key."""
        mine = select(_R.acknowledged).where(_R.announcement_id == which, _R.person_id == whom)
        found: datetime | None = (await self._connection.execute(mine)).scalar()
        return found

    async def acknowledge(self, which: AnnouncementId, whom: PersonId, now: datetime) -> bool:
        """Of any number of taps at once the first."""
        noted = await self._connection.execute(
            update(announcement_recipient)
            .where(_R.announcement_id == which, _R.person_id == whom, _R.acknowledged.is_(None))
            .values(acknowledged=now)
        )
        return noted.rowcount > 0

    async def of_person(self, whom: PersonId) -> Sequence[tuple[AnnouncementId, datetime | None]]:
        """By number."""
        mine = select(_R.announcement_id, _R.acknowledged).where(_R.person_id == whom).order_by(_R.announcement_id)
        return [(AnnouncementId(which), at) for which, at in await self._connection.execute(mine)]

    async def leaves(self, whom: PersonId, now: datetime) -> None:
        """Two statements: what waits ends, then every outcome is kept; what is in hand may be going this moment."""
        gone = or_(_N.state == NoticeState.SENDING.value, MAY_HAVE_GONE)
        ended = case((gone, NoticeState.UNKNOWN.value), else_=NoticeState.CANCELLED.value)
        await self._connection.execute(
            update(notification)
            .where(_N.person_id == whom, _N.kind == "announcement", _N.state.in_(UNSENT))
            .values(state=ended, wake=None, lease=None, error=LEFT, marked_at=now)
        )
        became = select(_R.id, outcome().label("what"), since().label("since")).select_from(with_copies())
        mine = became.where(_R.person_id == whom).subquery()
        kept = {
            "outcome": select(mine.c.what).where(mine.c.id == _R.id).scalar_subquery(),
            "outcome_at": select(mine.c.since).where(mine.c.id == _R.id).scalar_subquery(),
        }
        await self._connection.execute(update(announcement_recipient).where(_R.person_id == whom).values(**kept))


def _placed() -> Any:
    joined = with_copies().outerjoin(municipality, municipality.c.id == _R.municipality_id)
    return joined.outerjoin(school, school.c.id == _R.school_id)


def _by_place() -> tuple[Any, ...]:
    """What has no municipality stands first, then what has no school; schools by number, then name (L8)."""
    return (
        municipality.c.name.is_not(None), municipality.c.name, _R.municipality_id, _R.school_id.is_not(None),
        school.c.number.is_(None), school.c.number, school.c.name, _R.school_id,
    )  # fmt: skip


def _row(row: Any) -> ReportRow:
    what = Outcome(row.what)
    went = what in (Outcome.DELIVERED, Outcome.ACKNOWLEDGED, Outcome.RECALLED)
    return ReportRow(
        person=None if row.person_id is None else PersonId(row.person_id),
        name=row.name or "",
        role=Role(row.role),
        where=territory_of(row),
        outcome=what,
        at=(row.sent_at or (row.since if what is Outcome.DELIVERED else None)) if went else None,
        until=row.wake if what is Outcome.WAITING else None,
        acknowledged=row.acknowledged,
        since=row.since,
    )

"""Sign-ups for events."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, insert, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import SCHOOL_ROLES, MunicipalityId, PersonId, Role, SchoolId
from shnor_domain.seats.model import WaitState
from shnor_domain.seminars.events.model import EventId
from shnor_domain.seminars.signing.errors import AlreadySignedUp
from shnor_domain.seminars.signing.model import SignUp, SignUpId, SignUpState, Sits
from shnor_domain.storage.constraints import violated
from shnor_domain.storage.schema.places import place
from shnor_domain.storage.schema.seminar_events import event
from shnor_domain.storage.schema.seminar_seats import LIVE_PERSON, LIVE_SCHOOL, event_signup, event_waiting
from shnor_domain.storage.schema.territories import school
from shnor_domain.storage.seminars.schools import MERGED
from shnor_domain.territories.model import SchoolState

_S, _W = event_signup.c, event_waiting.c
_IS_LIVE = _S.state == SignUpState.LIVE.value
_LIVE = (_IS_LIVE, _S.sits == Sits.SELF.value)
_KEPT = (_IS_LIVE, _S.sits == Sits.KEPT.value)


class SignUps:
    """Port `SignUpStore`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def get(self, signup: SignUpId) -> SignUp | None:
        """One."""
        return next(iter(await self._read(_S.id == signup)), None)

    async def live(self, event: EventId, person: PersonId) -> SignUp | None:
        """By the index of live ones."""
        return next(iter(await self._read(_S.event_id == event, _S.person_id == person, *_LIVE)), None)

    async def kept(self, event: EventId, school: SchoolId) -> SignUp | None:
        """By the index of live ones."""
        return next(iter(await self._read(_S.event_id == event, _S.school_id == school, *_KEPT)), None)

    async def all_kept(self, event: EventId) -> Mapping[SchoolId, SignUp]:
        """One statement."""
        return {each.school: each for each in await self._read(_S.event_id == event, *_KEPT) if each.school is not None}

    async def of_event(self, event: EventId, *states: SignUpState) -> Sequence[SignUp]:
        """One statement."""
        return await self._read(_S.event_id == event, *_in(states))

    async def of_events(self, events: Collection[EventId]) -> Sequence[SignUp]:
        """One statement."""
        whole = func.coalesce(MERGED.c.whole, _S.school_id).label("whole")
        found = select(event_signup, whole).outerjoin(MERGED, MERGED.c.part == _S.school_id)
        rows = await self._connection.execute(found.where(_S.event_id.in_(events)).order_by(_S.id))
        return [replace(_signup_of(row), school=None if row.whole is None else SchoolId(row.whole)) for row in rows]

    async def of_person(self, person: PersonId, *states: SignUpState) -> Sequence[SignUp]:
        """One statement."""
        return await self._read(_S.person_id == person, *_in(states))

    async def of_schools(self, schools: Collection[SchoolId], after: datetime) -> Sequence[SignUp]:
        """One statement."""
        if not schools:
            return []
        coming = select(event.c.id).where(event.c.ends > after)
        parts = select(MERGED.c.part).where(MERGED.c.whole.in_(schools))
        theirs = or_(_S.school_id.in_(schools), _S.school_id.in_(parts))
        return await self._read(theirs, _IS_LIVE, _S.event_id.in_(coming))

    async def made_by(self, person: PersonId) -> Sequence[SignUp]:
        """One statement."""
        return await self._read(_S.by_id == person)

    async def add(self, signup: SignUp) -> SignUpId:
        """The indexes of live ones decide who was first."""
        new = insert(event_signup).values(
            event_id=signup.event,
            person_id=signup.person,
            school_id=signup.school,
            municipality_id=signup.municipality,
            sits=signup.sits.value,
            heads=signup.heads,
            state=signup.state.value,
            made=signup.made,
            by_id=signup.by,
            by_role=None if signup.by_role is None else signup.by_role.value,
        )
        try:
            return SignUpId((await self._connection.execute(new.returning(_S.id))).scalar_one())
        except IntegrityError as error:
            if violated(error, LIVE_PERSON) or violated(error, LIVE_SCHOOL):
                raise AlreadySignedUp from None
            raise

    async def end(self, signup: SignUpId, state: SignUpState, now: datetime, reason: str | None = None) -> bool:
        """Compare and set."""
        ended = update(event_signup).where(_S.id == signup, _IS_LIVE)
        done = await self._connection.execute(ended.values(state=state.value, ended=now, reason=reason))
        return done.rowcount == 1

    async def recount(self, signup: SignUpId, was: int, heads: int) -> bool:
        """Compare and set."""
        mine = update(event_signup).where(_S.id == signup, *_KEPT, _S.heads == was)
        return (await self._connection.execute(mine.values(heads=heads))).rowcount == 1

    async def hand_over(self, signup: SignUpId, to: PersonId) -> None:
        """One statement."""
        await self._connection.execute(update(event_signup).where(_S.id == signup, *_KEPT).values(by_id=to))

    async def people_who_left(self, now: datetime) -> Sequence[PersonId]:
        """One statement; a place that ends on today's date of UTC may be over in the east."""
        ahead = select(event.c.id).where(event.c.starts > now)
        seated = select(_S.person_id).where(*_LIVE, _S.person_id.is_not(None), _S.event_id.in_(ahead))
        waits = select(_W.person_id).where(_W.state == WaitState.WAITING.value, _W.event_id.in_(ahead))
        these = or_(place.c.person_id.in_(seated), place.c.person_id.in_(waits))
        left = select(place.c.person_id).where(*_ended(now), these).distinct().order_by(place.c.person_id)
        return [PersonId(each) for each in await self._connection.scalars(left)]

    async def schools_without_keeper(self, now: datetime) -> Sequence[SchoolId]:
        """One statement."""
        ahead = select(event.c.id).where(event.c.starts > now)
        closed = select(school.c.id).where(school.c.state.not_in([each.value for each in SchoolState if each.open]))
        left = select(place.c.person_id).where(*_ended(now))
        gone = or_(_S.by_id.is_(None), _S.by_id.in_(left), _S.school_id.in_(closed))
        keeping = select(_S.school_id).where(*_KEPT, _S.event_id.in_(ahead), gone).distinct().order_by(_S.school_id)
        return [SchoolId(each) for each in await self._connection.scalars(keeping)]

    async def forget(self, person: PersonId) -> None:
        """Two statements."""
        hers = update(event_signup).where(_S.person_id == person)
        await self._connection.execute(hers.values(person_id=None, reason=None))
        await self._connection.execute(update(event_signup).where(_S.by_id == person).values(by_id=None))

    async def _read(self, *where: ColumnElement[bool]) -> list[SignUp]:
        rows = await self._connection.execute(select(event_signup).where(*where).order_by(_S.id))
        return [_signup_of(row) for row in rows]


def _ended(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return place.c.role.in_([role.value for role in SCHOOL_ROLES]), place.c.ends <= now.date()


def _in(states: Sequence[SignUpState]) -> list[ColumnElement[bool]]:
    return [_S.state.in_([each.value for each in states])] if states else []


def _signup_of(row: Any) -> SignUp:
    return SignUp(
        id=SignUpId(row.id),
        event=EventId(row.event_id),
        person=None if row.person_id is None else PersonId(row.person_id),
        school=None if row.school_id is None else SchoolId(row.school_id),
        municipality=None if row.municipality_id is None else MunicipalityId(row.municipality_id),
        sits=Sits(row.sits),
        made=row.made,
        heads=row.heads,
        state=SignUpState(row.state),
        ended=row.ended,
        reason=row.reason,
        by=None if row.by_id is None else PersonId(row.by_id),
        by_role=None if row.by_role is None else Role(row.by_role),
    )

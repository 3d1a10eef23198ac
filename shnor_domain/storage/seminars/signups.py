"""Sign-ups for events."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import MunicipalityId, PersonId, Role, SchoolId
from shnor_domain.seminars.events.model import EventId
from shnor_domain.seminars.signing.errors import AlreadySignedUp
from shnor_domain.seminars.signing.model import SignUp, SignUpId, SignUpState, Sits
from shnor_domain.storage.constraints import violated
from shnor_domain.storage.schema.seminar_seats import LIVE_PERSON, LIVE_SCHOOL, event_signup

_S = event_signup.c
_LIVE = (_S.state == SignUpState.LIVE.value, _S.sits == Sits.SELF.value)


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

    async def of_event(self, event: EventId, *states: SignUpState) -> Sequence[SignUp]:
        """One statement."""
        return await self._read(_S.event_id == event, *_in(states))

    async def of_person(self, person: PersonId, *states: SignUpState) -> Sequence[SignUp]:
        """One statement."""
        return await self._read(_S.person_id == person, *_in(states))

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

    async def _read(self, *where: ColumnElement[bool]) -> list[SignUp]:
        rows = await self._connection.execute(select(event_signup).where(*where).order_by(_S.id))
        return [_signup_of(row) for row in rows]


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

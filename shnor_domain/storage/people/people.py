"""Persons, chats, settings."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, bindparam, delete, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import PersonId
from shnor_domain.people.model.person import Account, Person, PersonState, name_key
from shnor_domain.people.model.preferences import Names, Notices, Preferences, Quiet
from shnor_domain.people.ports import PeopleFilter
from shnor_domain.storage.people.reach import lies_within
from shnor_domain.storage.schema.people import account, consent, person, preferences
from shnor_domain.storage.schema.places import place
from shnor_domain.storage.upsert import insert


class PeopleStore:
    """Port `People`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, zone: str, now: datetime) -> PersonId:
        """A new person without a name."""
        values = {"name": "", "name_key": "", "zone": zone, "state": PersonState.ACTIVE.value, "created": now}
        made = await self._connection.execute(person.insert().values(values).returning(person.c.id))
        return PersonId(made.scalar_one())

    async def get(self, whom: PersonId) -> Person | None:
        """The person."""
        row = (await self._connection.execute(select(person).where(person.c.id == whom))).first()
        return None if row is None else _person(row)

    async def many(self, persons: Collection[PersonId]) -> Mapping[PersonId, Person]:
        """One statement."""
        found = await self._connection.execute(select(person).where(person.c.id.in_(persons)))
        return {each.id: each for each in map(_person, found)}

    async def hold(self, whom: PersonId) -> Person | None:
        """Under a row lock; SQLite has one writer anyway."""
        locked = select(person).where(person.c.id == whom).with_for_update(key_share=True)
        row = (await self._connection.execute(locked)).first()
        return None if row is None else _person(row)

    async def save(self, changed: Person) -> None:
        """Write what may change."""
        await self._connection.execute(
            update(person)
            .where(person.c.id == changed.id)
            .values(
                name=changed.name,
                name_key=name_key(changed.name),
                zone=changed.zone,
                state=changed.state.value,
                left_at=changed.left,
            )
        )

    async def seen(self, whom: PersonId, now: datetime) -> None:
        """Note the last activity."""
        await self._connection.execute(update(person).where(person.c.id == whom).values(seen=now))

    async def account(self, chat: int) -> Account | None:
        """The account of a chat."""
        row = (await self._connection.execute(select(account).where(account.c.chat == chat))).first()
        return None if row is None else _account(row)

    async def consenting(self, chat: int) -> Person | None:
        """One statement: every tap asks."""
        row = (await self._connection.execute(_CONSENTING, {"chat": chat})).first()
        return None if row is None else _person(row)

    async def accounts(self, whom: PersonId) -> Sequence[Account]:
        """All chats, the active one first."""
        found = await self._connection.execute(
            select(account).where(account.c.person_id == whom).order_by(account.c.active.desc(), account.c.since.desc())
        )
        return [_account(row) for row in found]

    async def give_chat(self, chat: int, whom: PersonId, now: datetime) -> None:
        """Make it the only active one."""
        await self._connection.execute(update(account).where(account.c.person_id == whom).values(active=False))
        values = {
            "person_id": whom,
            "active": True,
            "since": now,
            "unreachable_since": None,
            "unreachable_reason": None,
        }
        statement = insert(self._connection, account).values(chat=chat, **values)
        await self._connection.execute(statement.on_conflict_do_update(index_elements=["chat"], set_=values))

    async def preferences(self, whom: PersonId) -> Preferences:
        """Settings, defaults when none were changed."""
        row = (await self._connection.execute(_PREFERENCES, {"whom": whom})).first()
        return Preferences(whom) if row is None else _preferences(row)

    async def save_preferences(self, changed: Preferences) -> None:
        """Write all."""
        values = {
            "quiet_from": changed.quiet.start,
            "quiet_to": changed.quiet.end,
            "save_traffic": changed.save_traffic,
            "names": None if changed.names is None else changed.names.value,
            "notices": changed.notices.value,
            "digest_at": changed.digest_at,
            "leave_until": changed.leave_until,
            "deputy_id": changed.deputy,
        }
        statement = insert(self._connection, preferences).values(person_id=changed.person, **values)
        await self._connection.execute(statement.on_conflict_do_update(index_elements=["person_id"], set_=values))

    async def page(self, wanted: PeopleFilter, today: date, offset: int, limit: int) -> Sequence[Person]:
        """People that fit, by name."""
        found = await self._connection.execute(
            _fitting(select(person), wanted, today).order_by(person.c.name_key, person.c.id).offset(offset).limit(limit)
        )
        return [_person(row) for row in found]

    async def count(self, wanted: PeopleFilter, today: date) -> int:
        """How many fit."""
        found = await self._connection.execute(_fitting(select(func.count()).select_from(person), wanted, today))
        return int(found.scalar_one())

    async def left_before(self, instant: datetime) -> Sequence[PersonId]:
        """Whom the purge takes."""
        found = await self._connection.execute(
            select(person.c.id)
            .where(person.c.state == PersonState.LEFT.value, person.c.left_at < instant)
            .order_by(person.c.id)
        )
        return [PersonId(identity) for identity in found.scalars()]

    async def drop(self, whom: PersonId) -> None:
        """Delete her row and, by cascade, everything that hangs on it."""
        await self._connection.execute(delete(person).where(person.c.id == whom))


# asked at every tap: put together once
_PREFERENCES = select(preferences).where(preferences.c.person_id == bindparam("whom"))
_CONSENTING = (
    select(person)
    .join(account, account.c.person_id == person.c.id)
    .where(
        account.c.chat == bindparam("chat"),
        account.c.active,
        person.c.state == PersonState.ACTIVE.value,
        exists().where(consent.c.person_id == person.c.id, consent.c.withdrawn.is_(None)),
    )
)


def in_force(day: date | ColumnElement[date]) -> ColumnElement[bool]:
    """Places that hold on `day`."""
    return and_(place.c.starts <= day, or_(place.c.ends.is_(None), place.c.ends >= day))


def _fitting(statement: Select[Any], wanted: PeopleFilter, today: date) -> Select[Any]:
    conditions = [place.c.person_id == person.c.id, in_force(today), lies_within(place, wanted.within)]
    if wanted.role is not None:
        conditions.append(place.c.role == wanted.role.value)
    if wanted.school is not None:
        conditions.append(place.c.school_id == wanted.school)
    if wanted.municipality is not None:
        conditions.append(place.c.municipality_id == wanted.municipality)
    statement = statement.where(person.c.state == PersonState.ACTIVE.value, exists().where(*conditions))
    text = name_key(wanted.text).strip()
    return statement.where(person.c.name_key.contains(text, autoescape=True)) if text else statement


def _person(row: Row[Any]) -> Person:
    return Person(PersonId(row.id), row.name, row.zone, row.created, PersonState(row.state), row.left_at, row.seen)


def _account(row: Row[Any]) -> Account:
    return Account(
        row.chat, PersonId(row.person_id), row.active, row.since, row.unreachable_since, row.unreachable_reason
    )


def _preferences(row: Row[Any]) -> Preferences:
    return Preferences(
        PersonId(row.person_id),
        Quiet(row.quiet_from, row.quiet_to),
        row.save_traffic,
        None if row.names is None else Names(row.names),
        Notices(row.notices),
        row.digest_at,
        row.leave_until,
        None if row.deputy_id is None else PersonId(row.deputy_id),
    )

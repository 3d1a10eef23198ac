"""Stores of persons, consents and the log."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from shnor_domain.identity import PersonId
from shnor_domain.people.model.audit import AuditEntry
from shnor_domain.people.model.consent import Consent
from shnor_domain.people.model.person import Account, Person
from shnor_domain.people.model.preferences import Preferences
from shnor_domain.people.ports.values import PeopleFilter


class People(Protocol):
    """Persons, their chats and settings."""

    async def add(self, zone: str, now: datetime) -> PersonId:
        """A new person without a name."""
        ...

    async def get(self, person: PersonId) -> Person | None:
        """The person; None when deleted."""
        ...

    async def many(self, persons: Collection[PersonId]) -> Mapping[PersonId, Person]:
        """Those of `persons` that there are, in any state."""
        ...

    async def hold(self, person: PersonId) -> Person | None:
        """The person, whom no other `hold` gets until the unit ends: what is read of her then is not doubled."""
        ...

    async def save(self, person: Person) -> None:
        """Write name, zone, state, `left`."""
        ...

    async def seen(self, person: PersonId, now: datetime) -> None:
        """Note the last activity."""
        ...

    async def account(self, chat: int) -> Account | None:
        """The account of a chat, active or not."""
        ...

    async def consenting(self, chat: int) -> Person | None:
        """The active person of an active chat, None where no consent of hers stands."""
        ...

    async def accounts(self, person: PersonId) -> Sequence[Account]:
        """All chats of a person, the active one first."""
        ...

    async def give_chat(self, chat: int, person: PersonId, now: datetime) -> None:
        """Make `chat` the one active account of `person`; her older ones fall silent."""
        ...

    async def preferences(self, person: PersonId) -> Preferences:
        """Her settings, defaults when she has changed none."""
        ...

    async def save_preferences(self, preferences: Preferences) -> None:
        """Write all settings."""
        ...

    async def page(self, wanted: PeopleFilter, today: date, offset: int, limit: int) -> Sequence[Person]:
        """People with a place in force on `today` that fits, by name."""
        ...

    async def count(self, wanted: PeopleFilter, today: date) -> int:
        """How many `page` goes through."""
        ...

    async def drop(self, person: PersonId) -> None:
        """Delete her row and all that hangs on it: places, applications, consents, settings, chats."""
        ...

    async def left_before(self, instant: datetime) -> Sequence[PersonId]:
        """Who withdrew consent before `instant` and still has rows."""
        ...


class Consents(Protocol):
    """Consents by version."""

    async def give(self, person: PersonId, version: int, now: datetime) -> None:
        """Write the consent; once more after a withdrawal stands anew."""
        ...

    async def of(self, person: PersonId) -> tuple[Consent, ...]:
        """All of hers."""
        ...

    async def withdraw(self, person: PersonId, now: datetime) -> None:
        """Mark all standing ones."""
        ...


class Audit(Protocol):
    """The log of every write by a coordinator."""

    async def add(self, *entries: AuditEntry) -> None:
        """Append."""
        ...

    async def about(self, person: PersonId) -> Sequence[AuditEntry]:
        """Entries that concern her or that she made, the earliest first."""
        ...

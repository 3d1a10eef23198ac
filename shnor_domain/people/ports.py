"""What the use cases of people need from storage and from the parts above them."""

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol

from shnor_domain.identity import MunicipalityId, PersonId, Place, PlaceId, RegionId, Role, SchoolId, Territory
from shnor_domain.people.model.applications import Application, ApplicationId, ApplicationState
from shnor_domain.people.model.audit import AuditEntry
from shnor_domain.people.model.consent import Consent
from shnor_domain.people.model.deciders import Level
from shnor_domain.people.model.links import Link, LinkId
from shnor_domain.people.model.pairs import Pair, PairId
from shnor_domain.people.model.person import Account, Person
from shnor_domain.people.model.places import KeptPlace
from shnor_domain.people.model.preferences import Preferences
from shnor_domain.territories.ports import SubjectStore
from shnor_domain.work import Work


@dataclass(frozen=True, slots=True)
class PeopleFilter:
    """What narrows /people: `text` is a part of a name as typed, `within` the territories the viewer may see."""

    within: tuple[Territory, ...]
    text: str = ""
    role: Role | None = None
    school: SchoolId | None = None
    municipality: MunicipalityId | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """Something a person must be told: becomes a row of the notification table in this transaction.

    `key` makes planning idempotent («application:17:waiting:0:5»); `kind` chooses words and checks; `due` is the
    instant;
    `payload` holds ids and codes only.
    """

    key: str
    person: PersonId
    kind: str
    subject: str
    due: datetime
    payload: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Presence:
    """Somebody of a school who is in the bot; `seen` is her last activity."""

    person: PersonId
    role: Role
    seen: datetime | None


class People(Protocol):
    """Persons, their chats and settings."""

    async def add(self, zone: str, now: datetime) -> PersonId:
        """A new person without a name."""
        ...

    async def get(self, person: PersonId) -> Person | None:
        """The person; None when deleted."""
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


class Places(Protocol):
    """Roles of people in territories."""

    async def add(self, kept: KeptPlace, link: LinkId | None = None) -> PlaceId:
        """A new place; the id inside `kept` is ignored."""
        ...

    async def get(self, place: PlaceId) -> KeptPlace | None:
        """One place, whatever its dates."""
        ...

    async def of(self, person: PersonId) -> Sequence[KeptPlace]:
        """All places she ever had, the earliest first, without assigned schools."""
        ...

    async def in_force(self, person: PersonId, day: date) -> Sequence[Place]:
        """Her places on `day`, with the schools assigned by pairs in force that day."""
        ...

    async def of_many(self, persons: Collection[PersonId], day: date) -> Mapping[PersonId, Sequence[Place]]:
        """Places in force of many people in one query, without assigned schools."""
        ...

    async def end(self, place: PlaceId, last_day: date) -> None:
        """Set the last day of a place."""
        ...

    async def verify(self, place: PlaceId) -> bool:
        """Open a place that came by a role link; False when it was open already."""
        ...

    async def drop(self, place: PlaceId) -> None:
        """Delete a place that was never opened."""
        ...

    async def unverified_in(self, within: Sequence[Territory], day: date) -> Sequence[KeptPlace]:
        """Places that came by a role link and wait for «Верно» (P2)."""
        ...

    async def issuer(self, place: PlaceId) -> PersonId | None:
        """Who issued the link a place came by."""
        ...

    async def holders(self, levels: Collection[Level], day: date) -> Mapping[Level, Collection[PersonId]]:
        """Who of each level can decide on `day`: verified places in force of active people who are not on leave
        (Q4)."""
        ...

    async def leads(self, school: SchoolId, day: date) -> Sequence[PersonId]:
        """Verified leads of a school on `day`."""
        ...

    async def present(self, schools: Collection[SchoolId], day: date) -> Mapping[SchoolId, Sequence[Presence]]:
        """Who of these schools is in the bot: verified places in force of teachers and leads."""
        ...

    async def municipalities_with(self, role: Role, day: date) -> Collection[MunicipalityId]:
        """Where somebody holds this role."""
        ...

    async def people_with(self, role: Role, within: Sequence[Territory], day: date) -> Sequence[PersonId]:
        """Who holds this role inside these territories, by id."""
        ...


class Applications(Protocol):
    """Applications for registration."""

    async def add(self, application: Application) -> ApplicationId:
        """A new one; raises `AlreadyWaiting` for the same person, role and territory."""
        ...

    async def get(self, application: ApplicationId) -> Application | None:
        """One application."""
        ...

    async def of(self, person: PersonId) -> Sequence[Application]:
        """All of a person's, the latest first."""
        ...

    async def decide(
        self,
        application: ApplicationId,
        state: ApplicationState,
        by: PersonId | None,
        now: datetime,
        reason: str | None = None,
    ) -> bool:
        """Change one that waits, in one statement; False when somebody was first."""
        ...

    async def correct(self, application: Application) -> bool:
        """Rewrite what was asked for, while it waits; False when decided meanwhile."""
        ...

    async def move(self, application: Application) -> None:
        """Write `reached`, `since`, `next_step`, `step_due`."""
        ...

    async def waiting(self) -> Sequence[Application]:
        """All that wait, the oldest first."""
        ...

    async def next_step_due(self) -> datetime | None:
        """The earliest instant at which one of them has to be looked at."""
        ...

    async def waiting_in(self, within: Sequence[Territory]) -> Sequence[Application]:
        """Those that wait for a place inside these territories, the oldest first."""
        ...


class Links(Protocol):
    """Links that let people in."""

    async def add(self, link: Link) -> LinkId:
        """A new link; the id inside is ignored."""
        ...

    async def by_code(self, code: str) -> Link | None:
        """The link with exactly this code."""
        ...

    async def get(self, link: LinkId) -> Link | None:
        """One link."""
        ...

    async def of_issuer(self, person: PersonId) -> Sequence[Link]:
        """Links she made, the latest first."""
        ...

    async def use(self, link: LinkId, person: PersonId, now: datetime) -> bool:
        """Spend one use in one statement; again by the same person spends nothing. False when it does not work any
        more."""
        ...

    async def used_by(self, link: LinkId, person: PersonId) -> bool:
        """True when she has spent a use of it."""
        ...

    async def revoke(self, link: LinkId) -> None:
        """It works no more."""
        ...

    async def revoke_relinks(self, person: PersonId) -> None:
        """Earlier links to this person's new telephone work no more."""
        ...


class Pairs(Protocol):
    """Pairs by order."""

    async def add(self, pair: Pair) -> PairId:
        """A new pair; the id inside is ignored."""
        ...

    async def get(self, pair: PairId) -> Pair | None:
        """One pair."""
        ...

    async def of_helper(self, person: PersonId) -> Sequence[Pair]:
        """All pairs in which she helps."""
        ...

    async def of_teacher(self, person: PersonId) -> Sequence[Pair]:
        """All pairs in which she is helped."""
        ...

    async def of_schools(self, schools: Collection[SchoolId], day: date) -> Sequence[Pair]:
        """Pairs of these schools in force on `day`."""
        ...

    async def end(self, pair: PairId, last_day: date) -> None:
        """Set the last day."""
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

    async def add(self, entry: AuditEntry) -> None:
        """Append."""
        ...

    async def about(self, person: PersonId) -> Sequence[AuditEntry]:
        """Entries that concern her or that she made, the earliest first."""
        ...


class Lands(Protocol):
    """What people need to know of territories."""

    async def of_school(self, school: SchoolId) -> Territory | None:
        """Where a school lies, all three levels filled; None when unknown or closed."""
        ...

    async def of_municipality(self, municipality: MunicipalityId) -> Territory | None:
        """Where a municipality lies."""
        ...

    async def has_region(self, region: RegionId) -> bool:
        """True for a known region."""
        ...

    async def zone_of(self, territory: Territory) -> str:
        """IANA zone of the municipality; for a region that of its centre."""
        ...

    async def days_off(self, territory: Territory, first: date, last: date) -> Collection[date]:
        """Days off of the municipality (or of the region's calendar), both ends included (Q1)."""
        ...

    async def supported(self, schools: Collection[SchoolId], day: date) -> Collection[SchoolId]:
        """Which of them are on the list of the year («школы проекта»)."""
        ...

    async def municipalities(self, region: RegionId | None) -> Sequence[MunicipalityId]:
        """Municipalities of a region, of all when None, by name."""
        ...


class Tellings(Protocol):
    """Rows of the notification table, planned in the transaction of what they tell."""

    async def tell(self, telling: Telling) -> None:
        """Plan; a row with the same key is left as it is."""
        ...

    async def untell(self, subject: str, now: datetime) -> None:
        """What was planned about `subject` and has not gone yet never goes."""
        ...

    async def erase(self, subject: str) -> None:
        """Delete all rows about `subject`, whoever's they are, also those that went: its person is being deleted."""
        ...


class Forgets(Protocol):
    """Deletion of a person's rows everywhere outside of the features (inbox, forms, notices, people's own tables)."""

    async def person(self, person: PersonId, chats: Collection[int]) -> None:
        """Delete; totals and the anonymised audit stay."""
        ...


class PeopleWork(Work, Protocol):
    """The stores of people."""

    @property
    def people(self) -> People: ...

    @property
    def places(self) -> Places: ...

    @property
    def applications(self) -> Applications: ...

    @property
    def links(self) -> Links: ...

    @property
    def pairs(self) -> Pairs: ...

    @property
    def consents(self) -> Consents: ...

    @property
    def audit(self) -> Audit: ...

    @property
    def lands(self) -> Lands: ...

    @property
    def subjects(self) -> SubjectStore: ...

    @property
    def tellings(self) -> Tellings: ...

    @property
    def forgets(self) -> Forgets: ...


Leaves = Callable[[Any, PersonId, datetime], Awaitable[None]]
"""`on_person_leaves(work, person, now)` of a feature: frees what she holds and cuts its references to her, in the same
transaction.

`work` is the open unit, which has every store; the container hands the list of these to the use cases.
"""

PlaceEnds = Callable[[Any, KeptPlace, datetime], Awaitable[None]]
"""`on_place_ends(work, place, now)` of a feature: ends what hung on the place, with a word to those concerned."""

Contributes = Callable[[Any, PersonId], Awaitable[dict[str, Any]]]
"""`(work, person)` → sections of a feature for /privacy: JSON values under keys that the labels know."""

Sweeps = Callable[[], Awaitable[None]]
"""Empties the log of the database after a deletion, so that no byte stays (`Database.sweep`)."""

"""A municipality in which everything is called by words that break bots (hostile_words)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from itertools import cycle
from typing import Any

from sqlalchemy import insert, select, update

from shnor_domain.consultations.model import Audience, BookingState, Format, SessionKey, SessionState, Terms
from shnor_domain.consultations.use_cases.book import BookConsultation
from shnor_domain.consultations.use_cases.publish import PublishSlot
from shnor_domain.consultations.use_cases.requests import AskForConsultation
from shnor_domain.identity import PersonId, Role, SubjectId, Territory
from shnor_domain.people.model.applications import ApplicationId
from shnor_domain.people.model.pairs import PairKind
from shnor_domain.people.use_cases.apply import Apply, Asked
from shnor_domain.people.use_cases.appoint import AppointPair, Wanted
from shnor_domain.people.use_cases.consent import GiveConsent
from shnor_domain.people.use_cases.decide import Decline
from shnor_domain.people.use_cases.make_links import MakeRoleLink
from shnor_domain.people.use_cases.role_link import UseRoleLink
from shnor_domain.people.use_cases.roles import Given, GiveRole
from shnor_domain.storage.schema import metadata
from shnor_domain.territories.names import name_key
from tests.support.bot_in_memory import Talk
from tests.support.conversation import Person
from tests.support.hostile_words import ORDER, WORDS, longest, widest

REGION, NEAR = "Краснодарский край", "Лабинский"
CHEMISTRY = SubjectId("chemistry")
ORDERED = date(2026, 11, 2)


@dataclass
class Hostile:
    """One person a role, and what lies around them.

    `kind`: «wild» takes words of all sorts, «long» everything as long as it may be, «wide» as long as it may be in
    signs that count double.
    """

    talk: Talk
    kind: str
    people: dict[str, Person] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    _names: Iterator[str] = field(default_factory=lambda: cycle(WORDS.values()))
    chats: int = 20_000

    def words(self, limit: int) -> str:
        """The next hostile text of at most `limit` characters."""
        if self.kind == "wild":
            return next(self._names)[:limit]
        return longest(limit) if self.kind == "long" else widest(limit)

    async def settle(self) -> None:
        """Rename the land, then let everybody in and make what they have to do with each other."""
        await self._rename()
        await self._people()
        await self._papers()
        await self._consultations()

    async def _rename(self) -> None:
        tables = metadata.tables
        async with self.talk.database.write() as connection:
            for name, columns in (
                ("region", {"name": 200}),
                ("municipality", {"name": 200, "town": 100}),
                ("school", {"name": 200, "settlement": 100}),
                ("subject", {"name": 100}),
            ):
                table = tables[name]
                for key in (await connection.execute(select(*table.primary_key.columns))).all():
                    values = {column: self._unique(limit, key[0]) for column, limit in columns.items()}
                    await connection.execute(
                        update(table).where(next(iter(table.primary_key.columns)) == key[0]).values(values)
                    )

        async with self.talk.units.write() as work:
            near = self.talk.where(NEAR).municipality
            assert near is not None
            await work.municipalities.add_alias(near, NEAR, name_key(NEAR))

    def _unique(self, limit: int, key: object) -> str:
        mark = f" {key}"
        return self.words(limit - len(mark)) + mark

    async def _people(self) -> None:
        for key, role, place in (
            ("lead", Role.SCHOOL_LEAD, {"municipality": NEAR, "school": "СОШ № 6"}),
            ("teacher", Role.TEACHER, {"municipality": NEAR, "school": "СОШ № 6", "subjects": {CHEMISTRY}}),
            ("curator", Role.SCHOOL_CURATOR, {"municipality": NEAR}),
            ("mentor", Role.MENTOR, {"municipality": NEAR}),
            ("tutor", Role.TUTOR, {"municipality": NEAR, "subjects": {CHEMISTRY}}),
            ("methodist", Role.METHODIST, {"region": REGION}),
            ("coordinator", Role.MUNICIPAL_COORDINATOR, {"municipality": NEAR}),
            ("regional", Role.REGIONAL_COORDINATOR, {"region": REGION}),
            ("observer", Role.OBSERVER, {"region": REGION}),
            ("admin", Role.ADMIN, {}),
        ):
            self.names[key] = self.words(80)
            self.people[key] = await self.talk.grown_person(role, name=self.names[key], **place)
        self.people["stranger"] = self.talk.person(19_999)

    @property
    def school(self) -> Territory:
        return self.talk.where(NEAR, "СОШ № 6")

    async def newcomer(self) -> Person:
        """Somebody who has consented."""
        self.chats += 1
        await (await self.talk.the(GiveConsent))(self.chats, self.talk.terms.version)
        return self.talk.person(self.chats)

    async def applies(self, role: Role = Role.TEACHER) -> tuple[Person, ApplicationId]:
        """A newcomer and the id of her application."""
        person = await self.newcomer()
        asked = Asked(role, self.school, self.words(80), frozenset({CHEMISTRY}))
        made = await (await self.talk.the(Apply))(await self.talk.actor(person), asked)
        return person, made.id

    async def _papers(self) -> None:
        the, actor = self.talk.the, self.talk.actor
        lead, coordinator = await actor(self.people["lead"]), await actor(self.people["coordinator"])
        for _ in range(10):
            self.people["waiting"], _which = await self.applies()
        self.people["declined"], which = await self.applies()
        await (await the(Decline))(lead, which, self.words(500))
        for _ in range(2):
            link = await (await the(MakeRoleLink))(lead, Role.TEACHER, self.school)
            self.people["arrived"] = await self.newcomer()
            await (await the(UseRoleLink))(await actor(self.people["arrived"]), link.code, self.words(80))
        for name in ("curator", "mentor"):
            kind = PairKind.SCHOOL if name == "curator" else PairKind.TEAM
            helper = await self.talk.person_id(self.people[name])
            assert self.school.school is not None
            wanted = Wanted(kind, helper, self.school.school, self._order(), ORDERED)
            await (await the(AppointPair))(coordinator, wanted)
        for role in (Role.TUTOR, Role.MENTOR):
            given = Given(role, self.talk.where(NEAR), self._order(), ORDERED, subjects=frozenset())
            await (await the(GiveRole))(coordinator, await self.talk.person_id(self.people["teacher"]), given)

    def _order(self) -> str:
        return ORDER if self.kind == "wild" else self.words(60)

    def terms(self, subject: SubjectId, weekday: int, hour: int, **more: Any) -> Terms:
        """A weekly time open to the whole municipality."""
        usual: dict[str, Any] = {
            "subject": subject,
            "weekday": weekday,
            "starts": time(hour),
            "zone": "Europe/Moscow",
            "minutes": 45,
            "format": Format.ONLINE,
            "audience": Audience.TEACHERS,
            "open_to": self.talk.where(NEAR),
            "project_schools_only": False,
            "capacity": 500,
            "first_day": date(2026, 11, 30),
            "last_day": date(2027, 5, 31),
            "link": None,
        }
        return Terms(**(usual | more))

    async def _consultations(self) -> None:
        the = self.talk.the
        publish, book = await the(PublishSlot), await the(BookConsultation)
        methodist = await self.talk.actor(self.people["methodist"])
        teacher = await self.talk.actor(self.people["teacher"])
        async with self.talk.units.read() as work:
            subjects = [each.code for each in await work.subjects.all() if each.active]
        # one teacher of every subject, all of one host
        for number, subject in enumerate(subjects[:-3]):
            weekday, hour = divmod(number, 9)
            more = self._way(number)
            card = await publish(methodist, self.terms(subject, weekday, 8 + hour, **more))
            day = datetime(2026, 12, 7 + weekday, 8 + hour - 3, tzinfo=self.talk.clock.now().tzinfo)
            await book(teacher, SessionKey(card.slot.id, day), self.words(300))
        for subject in subjects[-3:]:
            await (await the(AskForConsultation))(teacher, subject, self.words(300))
        for hour in (18, 19):  # two times of one day, which makes a choice of it
            await publish(methodist, self.terms(CHEMISTRY, 6, hour, **self._way(hour)))
        for name in ("curator", "mentor", "tutor"):
            host = await self.talk.actor(self.people[name])
            await publish(host, self.terms(CHEMISTRY, 5, 15, **self._way(len(name))))
        async with self.talk.units.write() as work:
            region = self.talk.where(region=REGION).region
            assert region is not None
            for number, subject in enumerate(subjects[:10]):
                await work.drafts.add(region, subject, number % 5, self.words(200))

    def _way(self, number: int) -> dict[str, Any]:
        place, tail = self.words(300), "&" * (3 if self.kind == "wild" else 265)
        return (
            {"link": f"https://example.org/<b>&_*[?x={{$y}}{tail}"},
            {"format": Format.ON_SITE, "venue": place},
            {"format": Format.PHONE, "venue": place},
            {},
        )[number % 4]

    async def crowd(self, count: int) -> SessionKey:
        """So many teachers of one school in one meeting, past the use cases, which would take minutes."""
        tables = metadata.tables
        people = await self.many(count, Role.TEACHER)
        async with self.talk.database.write() as connection:
            meeting = (await connection.execute(select(tables["session"]).order_by(tables["session"].c.id))).first()
            assert meeting is not None
            seat = {"session_id": meeting.id, "state": BookingState.BOOKED.value, "late": False}
            rows = [{**seat, "visitor_id": each, "topic": self.words(300), "made": self._now} for each in people]
            await connection.execute(insert(tables["booking"]), rows)
            taken = update(tables["session"]).where(tables["session"].c.id == meeting.id)
            await connection.execute(taken.values(taken=count + 1, state=SessionState.OPEN.value))
        return SessionKey(meeting.slot_id, meeting.starts)

    async def many(self, count: int, role: Role) -> list[PersonId]:
        """So many people of one school."""
        tables, where, found = metadata.tables, self.school, list[PersonId]()
        async with self.talk.database.write() as connection:
            for number in range(count):
                name = self._unique(80, number)
                values = {"name": name, "name_key": name[:80], "zone": "Europe/Moscow", "state": "active"}
                made = await connection.execute(insert(tables["person"]).values(**values, created=self._now))
                assert made.inserted_primary_key is not None
                found.append(made.inserted_primary_key[0])
            place: dict[str, object] = {"region_id": where.region, "municipality_id": where.municipality}
            place |= {
                "school_id": where.school,
                "role": role.value,
                "starts": date(2026, 9, 1),
                "verified": True,
                "deputy": False,
            }
            await connection.execute(insert(tables["place"]), [{**place, "person_id": each} for each in found])
        return found

    @property
    def _now(self) -> datetime:
        return self.talk.clock.now()

"""/people: who is in the bot, inside the actor's own territory."""

from collections.abc import Sequence
from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.identity import Actor, MunicipalityId, PersonId, Place, Role, SchoolId
from shnor_domain.people.model.applications import Application
from shnor_domain.people.model.days import local_day
from shnor_domain.people.model.deciders import may_decide
from shnor_domain.people.model.pairs import Pair
from shnor_domain.people.model.person import Account, Person, PersonState
from shnor_domain.people.model.places import KeptPlace
from shnor_domain.people.ports import PeopleFilter, PeopleWork
from shnor_domain.people.use_cases.rights import person_of, scope_of
from shnor_domain.work import Opens

PAGE = 8


@dataclass(frozen=True, slots=True)
class Row:
    """One line: the person and those of her places that the viewer may see."""

    person: Person
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """At most eight rows by name (L8); `number` from 0, `total` people in all."""

    rows: tuple[Row, ...]
    number: int
    total: int

    @property
    def pages(self) -> int:
        """At least one."""
        return max(1, -(-self.total // PAGE))


@dataclass(frozen=True, slots=True)
class Card:
    """A person as a decider sees her: places, pairs and waiting applications inside his reach, and whether
    messages reach her.
    """

    person: Person
    places: tuple[KeptPlace, ...]
    pairs: tuple[Pair, ...]
    applications: tuple[Application, ...]
    account: Account | None


@dataclass(frozen=True, slots=True)
class PeopleList:
    """Leads of schools, coordinators, administrators; `NotAllowed` to all others, an observer included.

    A filter narrows and never widens: people without a place inside the scope are on no page.
    """

    read: Opens[PeopleWork]
    clock: Clock

    async def __call__(
        self,
        actor: Actor,
        page: int = 0,
        text: str = "",
        role: Role | None = None,
        school: SchoolId | None = None,
        municipality: MunicipalityId | None = None,
    ) -> Page:
        """A page beyond the end is the last one."""
        person_of(actor)
        within, today = scope_of(actor), local_day(self.clock.now(), actor.zone)
        if not within:
            raise NotAllowed
        wanted = PeopleFilter(within, text, role, school, municipality)
        async with self.read() as work:
            total = await work.people.count(wanted, today)
            number = min(max(page, 0), max(0, -(-total // PAGE) - 1))
            found = await work.people.page(wanted, today, number * PAGE, PAGE)
            places = await work.places.of_many([person.id for person in found], today)
        rows = (
            Row(person, tuple(place for place in places.get(person.id, ()) if _seen(actor, place))) for person in found
        )
        return Page(tuple(rows), number, total)


@dataclass(frozen=True, slots=True)
class PersonCard:
    """As `PeopleList`; `NotFound` for somebody who holds no place and waits for none inside the scope."""

    read: Opens[PeopleWork]
    clock: Clock

    async def __call__(self, actor: Actor, person: PersonId) -> Card:
        """What lies outside the actor's territory is left out."""
        person_of(actor)
        within = scope_of(actor)
        today = local_day(self.clock.now(), actor.zone)
        async with self.read() as work:
            found = await work.people.get(person)
            kept = [each for each in await work.places.of(person) if _seen(actor, each.place)]
            waiting: Sequence[Application] = await work.applications.waiting_in(within)
            hers = [each for each in waiting if each.person == person and may_decide(actor, each.levels, each.reached)]
            current = [each for each in kept if each.place.ends is None or today <= each.place.ends]
            if found is None or found.state is not PersonState.ACTIVE or not (current or hers):
                raise NotFound
            pairs = [*await work.pairs.of_helper(person), *await work.pairs.of_teacher(person)]
            lands = {pair.school: await work.lands.of_school(pair.school) for pair in pairs}
            accounts = await work.people.accounts(person)
        visible = tuple(
            pair
            for pair in pairs
            if (where := lands[pair.school]) is not None and any(own.covers(where) for own in within)
        )
        account = next((each for each in accounts if each.active), None)
        return Card(found, tuple(current), visible, tuple(hers), account)


def _seen(actor: Actor, place: Place) -> bool:
    return any(own.covers(place.territory) for own in scope_of(actor))

"""What deciders and those concerned are told: who waits, who came by a link, who leaves, pairs and deputies.

The applicant's own notices are `handlers.registration.notices`, rows of digests `handlers.people.digest_rows`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from handlers.names import shown, strictest
from handlers.people.callbacks import Answer, Arrival, OpenApplication
from handlers.registration.views import place_words, role_words
from handlers.texts import Texts
from shnor_domain.identity import Actor, PersonId, PlaceId, Role, Territory
from shnor_domain.messaging import Button, Message
from shnor_domain.notifications.kinds import Kind
from shnor_domain.notifications.model import Face, KindPolicy, Reader, StoredNotice
from shnor_domain.people.model.applications import Application, ApplicationId, ApplicationState
from shnor_domain.people.model.days import local_day
from shnor_domain.people.model.deciders import ladder, may_decide
from shnor_domain.people.model.pairs import Pair, PairId
from shnor_domain.people.model.places import KeptPlace
from shnor_domain.people.model.preferences import Names
from shnor_domain.people.ports import PeopleWork
from shnor_domain.territories.use_cases.naming import NameTerritories
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class PeopleNotices:
    """Views and checks of one installation; `names_in_messages` is its NAMES_IN_MESSAGES."""

    texts: Texts
    read: Opens[PeopleWork]
    names: NameTerritories
    names_in_messages: Names = Names.FULL

    def kinds(self) -> tuple[Kind, ...]:
        """All of them may be held by the night."""
        return (
            Kind(KindPolicy("application-waiting"), self.still_waits, self.waiting),
            Kind(KindPolicy("role-link-used"), self.still_asked, self.link_used),
            Kind(KindPolicy("place-leaving"), self.place_is_there, self.leaving),
            Kind(KindPolicy("deputy-appointed"), self.place_is_there, self.deputy),
            Kind(KindPolicy("pair-appointed"), self.pair_is_there, self.pair_begins),
            Kind(KindPolicy("pair-ended"), self.pair_is_there, self.pair_ended),
        )

    async def still_waits(self, row: StoredNotice, now: datetime) -> bool | datetime:
        """It waits, and its reader may still decide on it."""
        async with self.read() as work:
            application = await work.applications.get(ApplicationId(_id(row, "application")))
            if application is None or application.state is not ApplicationState.WAITING:
                return False
            actor = await _actor(work, row, application.territory, now)
            return may_decide(actor, application.levels, application.reached)

    async def still_asked(self, row: StoredNotice, now: datetime) -> bool | datetime:
        """Nobody has said «Верно» or «Отозвать» yet, and its reader may."""
        async with self.read() as work:
            kept = await work.places.get(PlaceId(_id(row, "place")))
            if kept is None or kept.place.verified:
                return False
            actor = await _actor(work, row, kept.place.territory, now)
            return may_decide(actor, ladder(kept.place.role, kept.place.territory))

    async def place_is_there(self, row: StoredNotice, now: datetime) -> bool | datetime:
        """False when its person was deleted meanwhile."""
        async with self.read() as work:
            return await work.places.get(PlaceId(_id(row, "place"))) is not None

    async def pair_is_there(self, row: StoredNotice, now: datetime) -> bool | datetime:
        """False when one of its people was deleted meanwhile."""
        async with self.read() as work:
            return await work.pairs.get(PairId(_id(row, "pair"))) is not None

    async def waiting(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """Somebody applies."""
        async with self.read() as work:
            application: Application | None = await work.applications.get(ApplicationId(_id(row, "application")))
        if application is None:
            return Message(self.texts("notice-gone"))
        who = await self.who(row, application.person, application.role, application.territory)
        data = OpenApplication(application=application.id).pack()
        return Message(self.texts("notice-waiting", **who), ((Button(self.texts.button("btn-notice-open"), data),),))

    async def link_used(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """[Верно] [Отозвать] (P2)."""
        kept = await self._place(row)
        if kept is None:
            return Message(self.texts("notice-gone"))
        words = self.texts(
            "notice-link-used", **await self.who(row, kept.person, kept.place.role, kept.place.territory)
        )
        right, revoke = (
            Button(
                self.texts.button(f"btn-arrival-{answer.value}"),
                Arrival(place=kept.place.id, answer=answer).pack(),
            )
            for answer in (Answer.RIGHT, Answer.REVOKE)
        )
        return Message(words, ((right,), (revoke,)))

    async def leaving(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To the leads of a school: one of its people changes school or gives her role up."""
        kept = await self._place(row)
        if kept is None:
            return Message(self.texts("notice-gone"))
        who = await self.who(row, kept.person, kept.place.role, kept.place.territory)
        return Message(self.texts("notice-leaving", **who))

    async def deputy(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To a coordinator: who decides beside her."""
        kept = await self._place(row)
        if kept is None:
            return Message(self.texts("notice-gone"))
        who = await self.who(row, kept.person, kept.place.role, kept.place.territory)
        return Message(self.texts("notice-deputy", **who))

    async def pair_begins(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To all concerned."""
        return await self._about_pair(row, "notice-pair-appointed")

    async def pair_ended(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To all concerned."""
        return await self._about_pair(row, "notice-pair-ended")

    async def _about_pair(self, row: StoredNotice, key: str) -> Message:
        async with self.read() as work:
            pair: Pair | None = await work.pairs.get(PairId(_id(row, "pair")))
        if pair is None:
            return Message(self.texts("notice-gone"))
        where = Territory(school=pair.school)
        who = await self.who(row, pair.helper, pair.kind.helper_role, where)
        return Message(self.texts(key, **who))

    async def _place(self, row: StoredNotice) -> KeptPlace | None:
        async with self.read() as work:
            return await work.places.get(PlaceId(_id(row, "place")))

    async def who(self, row: StoredNotice, person: PersonId, role: Role, where: Territory) -> Mapping[str, str]:
        """Her name as this reader may see it, and what it is about: «учитель, СОШ № 1, Амгинский»."""
        async with self.read() as work:
            found = await work.people.get(person)
            own = (await work.people.preferences(row.notice.person)).names
        nameless = self.texts.plain("people-nameless", number=str(person))
        name = "" if found is None else found.name
        named = (await self.names([where]))[where]
        return {
            "name": shown(self.texts, name, strictest(self.names_in_messages, own), nameless),
            "what": self.texts.plain(
                "role-and-place", role=role_words(self.texts, role), place=place_words(self.texts, named)
            ),
        }


async def _actor(work: PeopleWork, row: StoredNotice, where: Territory, now: datetime) -> Actor:
    """The reader with her places by the calendar of what is decided on."""
    today = local_day(now, await work.lands.zone_of(where))
    return Actor(row.notice.person, 0, places=tuple(await work.places.in_force(row.notice.person, today)))


def _id(row: StoredNotice, name: str) -> int:
    return int(row.notice.payload[name] or 0)

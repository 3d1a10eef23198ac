"""What schools are told of a half-year: read anew as it goes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from handlers.registration.views import place_words
from handlers.seminars.callbacks import OpenSeminars, OpenWishes
from handlers.seminars.notice_words import catalogue_words
from handlers.seminars.views import day_words, half_words
from handlers.texts import Texts
from shnor_domain.errors import NotFound
from shnor_domain.identity import SchoolId, Territory
from shnor_domain.messaging import Button, Message
from shnor_domain.notifications.kinds import DigestKind, Kind
from shnor_domain.notifications.model import Face, Line, Part, Reader, StoredNotice
from shnor_domain.notifications.ports import Render, RenderLine
from shnor_domain.seminars.cycle.checks import checks
from shnor_domain.seminars.cycle.model import Cycle
from shnor_domain.seminars.cycle.notices import CATALOGUE, CLOSING, DATES_MOVED, POLICIES, WISHES, cycle_in
from shnor_domain.seminars.cycle.use_cases.school_wishes import together
from shnor_domain.seminars.ports import SeminarWork
from shnor_domain.territories.use_cases.naming import NameTerritories
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class SeminarNotices:
    """Views of one installation."""

    texts: Texts
    read: Opens[SeminarWork]
    names: NameTerritories

    def kinds(self) -> tuple[Kind | DigestKind, ...]:
        """Every policy with its check and its view."""
        still, policies = checks(self.read), {policy.kind: policy for policy in POLICIES}
        views: Mapping[str, Render] = {CATALOGUE: self.catalogue, DATES_MOVED: self.moved}
        lines: Mapping[str, RenderLine] = {CLOSING: self.closing, WISHES: self.wishes}
        told = [Kind(policies[kind], still[kind], view) for kind, view in views.items()]
        return (*told, *(DigestKind(policies[kind], still[kind], line) for kind, line in lines.items()))

    async def catalogue(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """What is offered, and until when to wish and to ask."""
        async with self.read() as work:
            cycle = await _cycle(work, row)
            titles = [each.offer.title for each in await work.seminar_cycles.catalogue(cycle.id)]
        return Message(catalogue_words(self.texts, cycle, titles), self._open(cycle))

    async def moved(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """The last day of requests, and the one before it."""
        async with self.read() as work:
            cycle = await _cycle(work, row)
        known = {**row.notice.payload, **(row.known or {})}
        text = self.texts(
            "notice-seminar-dates-moved",
            half=half_words(self.texts, cycle.half),
            until=day_words(self.texts, cycle.dates.requests_until),
            was=day_words(self.texts, date.fromisoformat(str(known["was"]))),
            wishes=day_words(self.texts, cycle.dates.wishes_until),
        )
        return Message(text, self._open(cycle))

    async def closing(self, row: StoredNotice, reader: Reader) -> Line:
        """By the last day, among what comes."""
        async with self.read() as work:
            cycle = await _cycle(work, row)
        until = cycle.dates.requests_until
        text = self.texts(
            "digest-seminar-closing", half=half_words(self.texts, cycle.half), until=day_words(self.texts, until)
        )
        label = self.texts.button("btn-seminar-half", half=half_words(self.texts, cycle.half))
        button = Button(label, OpenSeminars(cycle=cycle.id).pack())
        return Line(Part.SOON, text, button, (until, cycle.id), f"cycle:{cycle.id}:closing")

    async def wishes(self, row: StoredNotice, reader: Reader) -> Line:
        """How many topics, and of which school."""
        school = SchoolId(int(row.notice.payload["school"] or 0))
        async with self.read() as work:
            cycle = await _cycle(work, row)
            wishes = await work.seminar_wishes.open_of([school], cycle.id)
            where = await work.lands.of_school(school)
        place = Territory(school=school) if where is None else where
        words = place_words(self.texts, (await self.names([place]))[place])
        topics = len(together(wishes))
        text = self.texts("digest-seminar-wishes", count=topics, place=words)
        button = Button(
            self.texts.button("btn-digest-seminar-wishes"), OpenWishes(cycle=cycle.id, school=school).pack()
        )
        return Line(
            Part.WAITING, text, button, (cycle.dates.requests_until, school), f"cycle:{cycle.id}:wishes:{school}"
        )

    def _open(self, cycle: Cycle) -> tuple[tuple[Button, ...], ...]:
        label = self.texts.button("btn-notice-seminars")
        return ((Button(label, OpenSeminars(cycle=cycle.id).pack()),),)


async def _cycle(work: SeminarWork, row: StoredNotice) -> Cycle:
    found = await work.seminar_cycles.get(cycle_in(row))
    if found is None:
        raise NotFound
    return found

"""Coordinators who announce, and the delivery of what they announce to telephones that can be out of reach."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from handlers.announcements.notices import AnnouncementNotices
from handlers.texts import Texts
from shnor_domain.announcements.audience import AnnouncementId, Audience
from shnor_domain.announcements.content import Content
from shnor_domain.announcements.model import Announcement, By, Draft, Start, State
from shnor_domain.announcements.outcomes import Outcome, ReportRow
from shnor_domain.announcements.use_cases.announcing import Announce
from shnor_domain.announcements.use_cases.carrying import CarryOnAnnouncements
from shnor_domain.announcements.use_cases.looking import AnnouncementReport, AnnouncementTotals
from shnor_domain.identity import Actor, Role, Territory
from shnor_domain.messaging import ChatId
from shnor_domain.notifications.kinds import Kinds
from shnor_domain.notifications.model import Brake
from shnor_domain.notifications.use_cases import Deliver, Delivery
from shnor_domain.territories.use_cases.naming import NameTerritories
from tests.support.evidence_files import BodiesHere
from tests.support.notices import Counter, HandClock, Telephone
from tests.support.village import Village, whose

TEXTS = Texts()
WORDS = Content("Сбор школ <b>в пятницу</b>.", acknowledge=True)
EVERYBODY = Audience()


def as_coordinator(where: Territory) -> By:
    """In the name of a municipality, or of a region."""
    return By(Role.REGIONAL_COORDINATOR if where.municipality is None else Role.MUNICIPAL_COORDINATOR, where)


@dataclass
class Square:
    """A village in which announcements are made: all of it stands still until told to go on."""

    village: Village
    clock: HandClock = field(init=False)
    telephone: Telephone = field(init=False)

    def __post_init__(self) -> None:
        self.clock = HandClock(self.village.clock.at)
        self.telephone = Telephone(self.clock)

    def use(self, case: Any, **more: Any) -> Any:
        """A use case over this village."""
        parts: dict[str, Any] = {"announcement_files": BodiesHere(), "real": self.clock} | more
        if "announce" in case.__dataclass_fields__:
            parts["announce"] = self.use(Announce)
        return self.village.use(case, **{name: part for name, part in parts.items()})

    @property
    def notices(self) -> AnnouncementNotices:
        read = self.village.units.read
        return AnnouncementNotices(TEXTS, self.village.clock, read, NameTerritories(read), BodiesHere())

    async def announces(
        self, actor: Actor, where: Territory, audience: Audience = EVERYBODY, content: Content = WORDS, **more: Any
    ) -> AnnouncementId:
        """Confirmed; nothing is laid yet."""
        draft = Draft(as_coordinator(where), audience, content, **more)
        made: AnnouncementId = await self.use(Announce)(actor, draft)
        return made

    async def carries_on(self) -> int:
        """What the job does in a second."""
        turned: int = await self.use(CarryOnAnnouncements)()
        return turned

    async def delivers(self, after: timedelta = timedelta()) -> int:
        """A tick of the mailings' line, `after` some time; gives how many people have seen something."""
        self.passes(after)
        units, meter = self.village.units, Counter()
        parts = (units.read, units.write, Kinds(self.notices.kinds()), self.telephone, self.clock, self.clock, meter)
        delivery = Delivery(*parts, jitter=lambda: 0.5)
        line = Deliver(units.read, units.write, delivery, self.clock, self.clock, Brake(), meter, mailing=True)
        return await line()

    def passes(self, time: timedelta) -> None:
        """For all."""
        self.village.clock.at += time
        self.clock.advance(time)

    async def goes_out(self, actor: Actor, where: Territory, *more: Any, **changes: Any) -> AnnouncementId:
        """Announced, laid, delivered, finished."""
        which = await self.announces(actor, where, *more, **changes)
        await self.carries_on()
        await self.delivers()
        await self.carries_on()
        return which

    async def stands(self, which: AnnouncementId) -> Announcement:
        async with self.village.units.read() as work:
            found = await work.announcements.get(which)
        assert found is not None
        return found

    async def state(self, which: AnnouncementId) -> State:
        return (await self.stands(which)).state

    async def report(self, actor: Actor, which: AnnouncementId) -> list[ReportRow]:
        """The rows; the totals say the same."""
        rows: list[ReportRow] = list(await self.use(AnnouncementReport)(actor, which))
        totals = await self.use(AnnouncementTotals)(actor, which)
        assert sum(total.people for total in totals) == len(rows)
        for outcome in Outcome:
            counted = sum(total.counts.get(outcome, 0) for total in totals)
            assert counted == sum(row.outcome is outcome for row in rows)
        return rows

    async def outcomes(self, actor: Actor, which: AnnouncementId) -> dict[int | None, Outcome]:
        """Person → what became of her copy."""
        return {row.person: row.outcome for row in await self.report(actor, which)}

    def heard(self, who: Actor) -> list[str]:
        """The words that came to her."""
        return [text for _, chat, text in self.telephone.seen if chat == ChatId(who.chat)]

    async def set(self, who: Actor, **changes: Any) -> None:
        """Her settings, past all rights."""
        async with self.village.units.write() as work:
            kept = await work.people.preferences(whose(who))
            await work.people.save_preferences(replace(kept, **changes))


def at(instant: datetime) -> Start:
    """At the sender's instant."""
    return Start(at=instant)

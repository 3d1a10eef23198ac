"""What people do in between, by chance: evidence, decisions, a leave, a shift taken back, called-off days,
«Напомнить завтра»."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random

from shnor_domain.people.use_cases.settings import SetLeave
from shnor_domain.roadmap.evidence import EvidenceId, EvidenceKind
from shnor_domain.roadmap.model import ItemId, ShiftId
from shnor_domain.roadmap.sending import Sent
from shnor_domain.roadmap.use_cases.review import ConfirmEvidence, ReturnEvidence
from shnor_domain.roadmap.use_cases.send import SendEvidence
from shnor_domain.roadmap.use_cases.shifting import PreviewShift, ShiftItems, UndoShift, Wanted
from shnor_domain.territories.use_cases.called_off import CallOffDay, RestoreDay
from tests.conversations.plan_year.land import READERS, Settled
from tests.oracle.roadmaps import facts
from tests.oracle.roadmaps.levels import deciders
from tests.oracle.roadmaps.state import State, wall
from tests.oracle.roadmaps.year import Year

SOON = timedelta(days=9)
ACTS = 3
"""At most so many a day."""
_READERS = {reader.name: reader for reader in READERS}


@dataclass
class Chance:
    """Does what it has drawn, in the bot and in the oracle's year alike."""

    settled: Settled
    year: Year
    random: Random
    versions: dict[int, EvidenceId] = field(default_factory=dict)
    shift: ShiftId | None = None
    untouched: frozenset[int] = frozenset()
    """Items for which nothing is sent."""

    @property
    def state(self) -> State:
        """How things stand, as the oracle knows it."""
        return self.year.state

    def instants(self, day: date) -> list[datetime]:
        """When something is done that day, seconds off every minute that means anything."""
        minutes = sorted(self.random.sample(range(7 * 60, 22 * 60), self.random.randint(0, ACTS)))
        return [wall(day, time(minute // 60, minute % 60, 30), "Asia/Yakutsk") for minute in minutes]

    async def acts(self, at: datetime) -> None:
        """One thing; the clock stands at `at` in both worlds."""
        self.state.instant = at
        draw = self.random.random()
        if draw < 0.5:
            await self._sends(at)
        elif draw < 0.85:
            await self._decides(at)
        else:
            await self._puts_off(at)

    async def _sends(self, at: datetime) -> None:
        today = at.date()
        near = [
            each
            for each in self.state.items.values()
            if not each.done
            and each.item.owners
            and any(abs(last - today) < SOON for last in each.item.lasts)
            and each.item.key not in self.untouched
        ]
        if not near:
            return
        standing = self.random.choice(near)
        key, by = standing.item.key, self.random.choice(standing.item.owners)
        talk = self.settled.talk
        actor = await talk.actor(self.settled.people[by])
        version = await (await talk.the(SendEvidence))(
            actor, ItemId(key), Sent(EvidenceKind.TEXT, f"Сделано {at:%d.%m}")
        )
        self.versions[key] = version.id
        self.year.do(facts.Sent(at, key, by))

    async def _decides(self, at: datetime) -> None:
        waiting = [each for each in self.state.items.values() if each.sent is not None and deciders(self.state, each)]
        if not waiting:
            return
        standing = self.random.choice(waiting)
        key, by = standing.item.key, self.random.choice(sorted(deciders(self.state, standing)))
        talk, confirmed = self.settled.talk, self.random.random() < 0.5
        actor = await talk.actor(self.settled.people[by])
        if confirmed:
            await (await talk.the(ConfirmEvidence))(actor, self.versions[key])
        else:
            await (await talk.the(ReturnEvidence))(actor, self.versions[key], ["Нужна подпись"])
        self.year.do(facts.Decided(at, key, by, confirmed))

    async def _puts_off(self, at: datetime) -> None:
        """Who has read a digest today and presses the button under it."""
        screens = self.settled.talk.session.screens
        readers = [who for who in _READERS if self.year.latest(who)]
        if not readers:
            return
        who = self.random.choice(readers)
        person = self.settled.people[who]
        digests = [screen for screen in screens[person.chat] if screen.text.startswith("План на сегодня")]
        await person.presses_old(digests[-1], "Напомнить завтра")
        self.year.do(facts.Tomorrow(at, who))

    async def leaves(self, at: datetime, who: str, until: date) -> None:
        """«Я в отпуске до»."""
        talk = self.settled.talk
        await (await talk.the(SetLeave))(await talk.actor(self.settled.people[who]), until)
        self.year.do(facts.Leave(at, who, until))

    async def moves(self, at: datetime, who: str, days: int) -> None:
        """A coordinator moves all that is still to come in her territory."""
        talk = self.settled.talk
        actor = await talk.actor(self.settled.people[who])
        unit = _READERS[who].unit
        wanted = Wanted(talk.where(unit.name), None, days)
        affected = await (await talk.the(PreviewShift))(actor, wanted)
        shifted = await (await talk.the(ShiftItems))(actor, wanted, "Закрыты зимники")
        self.shift = shifted.shift
        self.year.do(facts.Moved(at, tuple(item.id for item in affected.items), days))

    async def calls_off(self, at: datetime, who: str, unit: str, day: date) -> None:
        """A coordinator declares an «актированный день»."""
        talk, where = self.settled.talk, self.settled.talk.where(unit)
        assert where.municipality is not None
        await (await talk.the(CallOffDay))(await talk.actor(self.settled.people[who]), where.municipality, day, "Мороз")
        self.year.do(facts.CalledOff(at, unit, day))

    async def restores(self, at: datetime, who: str, unit: str, day: date) -> None:
        """And undoes it."""
        talk, where = self.settled.talk, self.settled.talk.where(unit)
        assert where.municipality is not None
        await (await talk.the(RestoreDay))(await talk.actor(self.settled.people[who]), where.municipality, day)
        self.year.do(facts.Restored(at, unit, day))

    async def moves_back(self, at: datetime, who: str) -> None:
        """And takes it back."""
        talk = self.settled.talk
        assert self.shift is not None
        await (await talk.the(UndoShift))(await talk.actor(self.settled.people[who]), self.shift)
        self.year.do(facts.MovedBack(at))

"""Versions of a half-year's programme: who decides, what has changed, who is told (I28–I31)."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import partial

from tests.oracle.seminars import deeds
from tests.oracle.seminars.events import DRAFT, OFF, OPEN, Event
from tests.oracle.seminars.facts import Half, Human, Land
from tests.oracle.seminars.office import Facts, Letter, Office, at_wall, day_of
from tests.oracle.seminars.requests import DONE, LIVING, Gift, Requests, Wish

NINE = time(9)
DECIDED_AGAIN = 2
"""Working days after which who decides reads of it once more."""
Line = tuple[object, ...]
WAITING, APPROVED = "waiting", "approved"


@dataclass(slots=True)
class Version:
    """`state` is None once it is published; one `by_hand` was approved, others are small changes of a day. `lines` show
    what a reader sees of each event."""

    by: str
    day: date
    state: str | None
    lines: dict[int, Line]
    by_hand: bool = True
    number: int = 0


@dataclass
class Programme:
    """`versions` are the published ones, `work` the one that is decided on; `begun` goes with the next job."""

    land: Land
    office: Office
    requests: Requests
    events: dict[int, Event]
    versions: list[Version] = field(default_factory=list)
    work: Version | None = None
    begun: list[Callable[[datetime], None]] = field(default_factory=list)

    def job(self, at: datetime) -> None:
        begun, self.begun = self.begun, []
        for telling in begun:
            telling(at)

    def submitted(self, act: deeds.Submitted) -> str:
        drafts = [each for each in self.events.values() if each.state == DRAFT]
        if not drafts:
            return "programme-empty"
        if any(each.starts <= act.at for each in drafts):
            return "programme-unready"
        if self.work is not None:
            return "stale"
        self.work = Version(act.by, self._today(act.at), WAITING, self._lines(DRAFT, OPEN))
        for human in self.land.people:
            if human.approves and human.name != act.by:
                say, works = partial(self._waits, self.work), self.land.region.works
                again = at_wall(works.after(self._today(act.at), DECIDED_AGAIN), NINE, self.land.region.zone)
                for due in (act.at, again):
                    self.office.put(
                        Letter(human.name, "version-waits", due, say, row=True, same=("version", id(self.work)))
                    )
        return DONE

    def approved(self, act: deeds.Approved) -> str:
        """By another than who has submitted it."""
        version = self.work
        if version is None or version.state != WAITING:
            return "stale"
        if version.by == act.by:
            return "own-programme"
        version.state = APPROVED
        self.office.put(Letter(version.by, "version-approved", act.at, lambda: () if self.work is version else None))
        return DONE

    def withdrawn(self, act: deeds.TakenBack) -> str:
        if self.work is None:
            return "stale"
        self.work = None
        return DONE

    def ready(self) -> str:
        """«done» where what is in work may be published."""
        if self.work is None:
            return "stale"
        return DONE if self.work.state == APPROVED else "not-approved"

    def published(self, at: datetime, by: str, half: Half, opened: list[Event]) -> None:
        """After its events are open."""
        version = self.work
        assert version is not None
        self.work = None
        told = [each for each in self.versions if each.by_hand]
        version.state, version.day, version.lines = None, self._today(at), self._lines(OPEN)
        version.number = len(self.versions) + 1
        self.versions.append(version)
        self.begun.append(partial(self._tell, version, told[-1] if told else None, half, list(opened)))
        for event in opened:
            if event.host != by:
                say = partial(self._leads, event)
                self.office.put(Letter(event.host, "you-lead", at, say, late=event.starts))

    def changed(self, at: datetime) -> None:
        """A small change makes a version of its day, further ones of that day join it."""
        if not self.versions:
            return
        last, lines, today = self.versions[-1], self._lines(OPEN), self._today(at)
        if not last.by_hand and last.day == today:
            last.lines = lines
        elif last.lines != lines:
            self.versions.append(Version("", today, None, lines, by_hand=False, number=len(self.versions) + 1))

    def _tell(self, version: Version, before: Version | None, half: Half, opened: list[Event], at: datetime) -> None:
        ahead = [each for each in opened if each.state == OPEN and each.starts > at]
        asked = [(gift, event) for event in ahead for gift in self._asking(event)]
        for gift, event in asked:
            for who in self.land.leads(gift.school):
                say = partial(self._answers, gift, event)
                self.office.put(Letter(who, "asked-for", at, say, rest=True, late=event.starts))
        for wish, answer in ((wish, each) for each in ahead for wish in self._wishing(each)):
            say = partial(self._answers_her, wish, answer)
            self.office.put(Letter(wish.who, "wished", at, say, rest=True, late=answer.starts))
        told = {who for gift, _event in asked for who in self.land.leads(gift.school)}
        works = self.land.region.works
        morning = at_wall(works.after(self._today(at), 1), NINE, self.land.region.zone)
        late = at_wall(half.last, time(23, 59), self.land.region.zone)
        for human in self.land.people:
            teaches = any(self.land.school[school].project for school in human.teaches)
            if (human.leads or teaches) and human.name not in told:
                say = partial(self._news, human, version, before)
                self.office.put(Letter(human.name, "programme", morning, say, rest=True, late=late))

    def _asking(self, event: Event) -> list[Gift]:
        """Schools behind what it answers, that it invites; of what was set aside they know that it does not come in."""
        roots = {self.requests.root(number).number for number in event.requests}
        return [
            gift
            for root in sorted(roots)
            for gift in self.requests.met(root)
            if self.requests.every[root].state in LIVING
            and gift.first
            and (not event.project or self.land.school[gift.school].project)
        ]

    def _wishing(self, event: Event) -> list[Wish]:
        roots = {self.requests.root(number).number for number in event.requests}
        return [
            wish
            for wish in self.requests.wishes
            if wish.taken is not None
            and self.requests.root(wish.taken).number in roots
            and (not event.project or self.land.school[wish.school].project)
        ]

    def _answers(self, gift: Gift, event: Event) -> Facts | None:
        root = self.requests.root(gift.number)
        behind = root.number in {self.requests.root(number).number for number in event.requests}
        if not (gift.stands and gift.first and behind and root.state in LIVING and self._ahead(event)):
            return None
        return (gift.school, root.topic, event.title, event.starts)

    def _answers_her(self, wish: Wish, event: Event) -> Facts | None:
        human = self.land.by_name[wish.who]
        invited = human.name != event.host and any(
            not event.project or self.land.school[school].project for school in (*human.teaches, *human.leads)
        )
        return (wish.topic, event.title, event.starts) if invited and self._ahead(event) else None

    def _news(self, human: Human, version: Version, before: Version | None) -> Facts | None:
        later = [each for each in self.versions if each.by_hand and each.number > version.number]
        if later:
            return None
        seen = [each for each in self.events.values() if each.state in (OPEN, OFF) and self._sees(human, each)]
        ahead = sum(each.state == OPEN and each.ends > self.office.now for each in seen)
        if before is None:
            return (ahead,)
        numbers = {each.number for each in seen}
        differs = {
            number
            for number in {*before.lines, *version.lines}
            if before.lines.get(number) != version.lines.get(number)
        }
        mine = len(differs & numbers)
        return (ahead, version.number, mine) if mine else None

    def _sees(self, human: Human, event: Event) -> bool:
        """Who works there in no school reads of all."""
        schools = (*human.leads, *human.teaches)
        return not event.project or human.hosts or any(self.land.school[each].project for each in schools)

    def _leads(self, event: Event) -> Facts | None:
        return (event.title, event.starts) if self._ahead(event) else None

    def _ahead(self, event: Event) -> bool:
        return event.state == OPEN and event.starts > self.office.now

    def _waits(self, version: Version) -> Facts | None:
        return (len(version.lines),) if self.work is version and version.state == WAITING else None

    def _lines(self, *states: str) -> dict[int, Line]:
        return {
            each.number: (
                each.title,
                each.host,
                tuple((lesson.number, lesson.starts, lesson.ends) for lesson in each.ahead),
            )
            for each in self.events.values()
            if each.state in states
        }

    def _today(self, at: datetime) -> date:
        return day_of(at, self.land.region.zone)

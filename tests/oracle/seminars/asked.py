"""Who is told what of requests: each school what differs from what it knows, who runs the seminar what is new
(I8–I14)."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from tests.oracle.seminars.facts import Land
from tests.oracle.seminars.office import Facts, Letter, Office, Told, minute
from tests.oracle.seminars.requests import ASIDE, OPEN, PLANNED, Gift, Request, Requests

Known = tuple[int, str, str]
"""Number, route and state of the request behind which a gift lay when its school last heard of it."""


def known(request: Request) -> Known:
    return request.number, request.route, request.state


@dataclass
class Asked:
    """The words about requests; `sent` are messages of a merge that may say later that it was split."""

    land: Land
    office: Office
    requests: Requests
    sent: set[tuple[str, int, int]] = field(default_factory=set)
    _known: dict[tuple[str, int], Known] = field(default_factory=dict)
    _merge: dict[tuple[str, int], int | None] = field(default_factory=dict)

    def new(self, at: datetime, request: Request) -> None:
        """To who runs the seminar, in a row of the digest that stands for all since."""
        for who in self.land.running():
            self.office.put(
                Letter(
                    who, "came", at, lambda: self._new_ones(request),
                    about=("came", request.number), row=True, same=("came", request.half),
                )
            )  # fmt: skip

    def no_longer_new(self, number: int) -> None:
        """What went into another before anybody has read of it, is not told as new, whatever becomes of it."""
        self.office.drop(lambda letter: letter.about == ("came", number))

    def withdrew(self, at: datetime, request: Request, answered: Callable[[], bool]) -> None:
        """To the same, while an event that answers it is ahead; several schools of one request are one row."""

        def say() -> Facts | None:
            return (request.topic, len(self.requests.behind(request.number))) if answered() else None

        for who in self.land.running():
            self.office.put(Letter(who, "withdrew", at, say, row=True, same=("withdrew", request.number)))

    def changed(self, at: datetime, by: str, before: Known, gifts: list[Gift], merged_into: int | None = None) -> None:
        """`gifts` are what the change concerns, `before` what their schools know until now."""
        for gift in gifts:
            for who in self.land.leads(gift.school):
                if who != by:
                    self._put(at, who, gift, before, merged_into)

    def split(self, at: datetime, of: int, alone: Request) -> None:
        """What was told of the merge says so, at once."""
        for gift in self.requests.met(alone.number):
            for who in self.land.leads(gift.school):
                if (who, gift.order, of) in self.sent:
                    self.sent.remove((who, gift.order, of))
                    self.office.told.append(Told(who, minute(at), "edit: split", (alone.topic, gift.school)))

    def _put(self, at: datetime, who: str, gift: Gift, before: Known, merged_into: int | None) -> None:
        key = (who, gift.order)
        waits = any(each.who == who and each.about == ("gift", gift.order) for each in self.office.letters)
        if not waits:
            self._known[key] = before
        self._merge[key] = merged_into
        self.office.put(Letter(who, "request", at, lambda: self._differs(who, gift), about=("gift", gift.order)))

    def _differs(self, who: str, gift: Gift) -> Facts | None:
        """All that is news to her: into what it went, what became of it, its route."""
        was = self._known[who, gift.order]
        now = self.requests.root(gift.number)
        if not gift.stands or was == known(now):
            return None
        number, route, state = was
        lines: list[Facts] = []
        if number != now.number:
            first, behind = self.requests.every[number].topic, len(self.requests.behind(now.number))
            lines.append(("merged", first, now.topic, behind, gift.school))
        if state != now.state:
            lines.append(_state(now, gift.school))
        if route != now.route and now.state != ASIDE:
            lines.append(("route", now.topic, gift.school, now.route))
        into = self._merge[who, gift.order]
        if into is not None:
            self.sent.add((who, gift.order, into))
        return tuple(lines) or None

    def _new_ones(self, request: Request) -> Facts | None:
        if request.state != OPEN:
            return None
        since = [
            each
            for each in self.requests.every.values()
            if each.half == request.half and each.number >= request.number and each.state == OPEN
        ]
        return (len(since),)


def _state(request: Request, school: str) -> Facts:
    if request.state == ASIDE:
        return ("aside", request.topic, school, request.reason)
    return ("planned" if request.state == PLANNED else "reopened", request.topic, school)

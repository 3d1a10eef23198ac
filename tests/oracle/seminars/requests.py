"""Requests as plain sets: what each school has given, and into what each request has gone (I5–I14).

Nothing is rewritten by a merge: a gift names the request it was given for, and what a request has become is looked up.
So a split gives back what was.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

SPLIT_WITHIN = timedelta(days=7)
MOST_WISHES, MOST_OPEN = 5, 20
OPEN, PLANNED, ASIDE, MERGED, WITHDRAWN, CARRIED = "open", "planned", "set_aside", "merged", "withdrawn", "carried"
LIVING = (OPEN, PLANNED)
PLAN, EXTRA = "plan", "extra"
DONE = "done"


@dataclass(slots=True)
class Request:
    """`since` is when it came into its present state; `carried_from` the number of the one of the half-year before."""

    number: int
    half: str
    topic: str
    route: str
    state: str
    since: datetime
    into: int | None = None
    reason: str = ""
    carried_from: int | None = None


@dataclass(slots=True)
class Gift:
    """A school's word for one request; `stands` until it is taken back or answered at the border. `first`: it is the
    one that speaks for the school where several of hers have met; `silent`: the school has said its number anew since,
    for all of them."""

    school: str
    number: int
    people: int
    stands: bool = True
    first: bool = True
    silent: bool = False
    order: int = 0


@dataclass(slots=True)
class Wish:
    """A teacher's; `taken` by a request."""

    who: str
    school: str
    half: str
    topic: str
    taken: int | None = None
    withdrawn: bool = False


@dataclass
class Requests:
    """All of them by number, with what schools gave and teachers wished."""

    every: dict[int, Request] = field(default_factory=dict)
    gifts: list[Gift] = field(default_factory=list)
    wishes: list[Wish] = field(default_factory=list)
    begun: Callable[[int, datetime], bool] = lambda *_: False
    """Whether an event that answers a request has begun."""

    def has_begun(self, request: Request, at: datetime) -> bool:
        """What has begun is left as it is: it may be asked for anew (I7)."""
        return request.state == PLANNED and self.begun(request.number, at)

    def root(self, number: int) -> Request:
        """What it has become."""
        found = self.every[number]
        while found.into is not None:
            found = self.every[found.into]
        return found

    def met(self, number: int, school: str | None = None) -> list[Gift]:
        """Standing gifts that lie in this request, whatever they were given for; of one school, or of all."""
        return [
            each
            for each in self.gifts
            if each.stands and self.root(each.number).number == number and school in (None, each.school)
        ]

    def behind(self, number: int) -> dict[str, int]:
        """Schools with their numbers: of several that met the largest, but for what was said anew since."""
        found: dict[str, int] = {}
        for each in self.met(number):
            if not each.silent:
                found[each.school] = max(found.get(each.school, 0), each.people)
        return found

    def of_school(self, school: str, half: str) -> list[Request]:
        """What the school stands behind in a half-year, each once."""
        roots = {self.root(each.number).number for each in self.gifts if each.stands and each.school == school}
        return [self.every[number] for number in sorted(roots) if self.every[number].half == half]

    def give(self, school: str, number: int, people: int) -> Gift:
        """One more word of a school."""
        self.gifts.append(Gift(school, number, people, order=len(self.gifts)))
        return self.gifts[-1]

    def send(self, at: datetime, number: int, half: str, topic: str, route: str, school: str, people: int) -> str:
        """A new request, or why there is none."""
        stands = [each for each in self.of_school(school, half) if each.state in LIVING]
        if any(each.topic == topic and not self.has_begun(each, at) for each in stands):
            return "already-supported"
        if sum(each.state == OPEN for each in stands) >= MOST_OPEN:
            return "too-many-requests"
        self.every[number] = Request(number, half, topic, route, OPEN, at)
        self.give(school, number, people)
        return DONE

    def support(self, at: datetime, number: int, school: str, people: int) -> str:
        root = self.root(number)
        if root.state not in LIVING or self.has_begun(root, at):
            return "request-closed"
        if self.met(root.number, school):
            return "already-supported"
        self.give(school, root.number, people)
        return DONE

    def count(self, number: int, school: str, people: int) -> str:
        """The school says its number anew, for all of hers that had met there."""
        root = self.root(number)
        if root.state != OPEN:
            return "request-closed"
        for each in self.met(root.number, school):
            each.silent = not each.first
            each.people = people if each.first else each.people
        return DONE

    def withdraw(self, at: datetime, number: int, school: str) -> str:
        root = self.root(number)
        for each in self.met(root.number, school):
            each.stands = False
        self.end_with_last(at, root)
        return DONE

    def end_with_last(self, at: datetime, root: Request, *, carried: bool = False) -> None:
        """A request ends with its last school."""
        if not self.met(root.number) and root.state in (*LIVING, ASIDE):
            root.state, root.since = (CARRIED if carried else WITHDRAWN), at

    def merge(self, at: datetime, into: int, number: int) -> str:
        target, other = self.every[into], self.every[number]
        if target.half != other.half:
            return "not-same-cycle"
        if target.state not in LIVING:
            return "stale"
        if target.state == OPEN and other.state == PLANNED:
            return "invalid"
        if self.has_begun(target, at) or self.has_begun(other, at):
            return "request-closed"
        if other.state not in LIVING:
            return "stale"
        there = set(self.behind(into))
        for each in sorted(self.met(number), key=lambda one: one.order):
            each.first = each.first and each.school not in there
        other.state, other.into, other.since = MERGED, into, at
        return DONE

    def split(self, at: datetime, of: int, number: int) -> str:
        target, other = self.every[of], self.every[number]
        if other.into != of or target.state != OPEN or at - other.since > SPLIT_WITHIN:
            return "stale"
        other.state, other.into, other.since = OPEN, None, at
        for request in (target, other):
            for school in {each.school for each in self.met(request.number)}:
                self._settle(request.number, self.met(request.number, school))
            self.end_with_last(at, request)
        return DONE

    def _settle(self, number: int, hers: Iterable[Gift]) -> None:
        """One of its gifts speaks for a school: the one that was given for this very request, else the oldest. What
        was said anew was said of the other request then."""
        gifts = sorted(hers, key=lambda each: (each.number != number, each.order))
        if not any(each.first for each in gifts):
            for place, each in enumerate(gifts):
                each.first, each.silent = place == 0, False

    def wish(self, who: str, school: str, half: str, topic: str) -> str:
        hers = [each for each in self.wishes if (each.who, each.half) == (who, half) and not each.withdrawn]
        if any(each.topic == topic for each in hers):
            return "already-wished"
        if len(hers) >= MOST_WISHES:
            return "too-many-wishes"
        self.wishes.append(Wish(who, school, half, topic))
        return DONE

    def unwish(self, who: str, half: str, topic: str) -> str:
        """One that a request has taken along stays."""
        [hers] = [each for each in self.wishes if (each.who, each.half, each.topic) == (who, half, topic)]
        if hers.taken is not None:
            return "stale"
        hers.withdrawn = True
        return DONE

    def open_wishes(self, school: str, half: str) -> list[Wish]:
        """Of its teachers, which no request has taken."""
        return [
            each
            for each in self.wishes
            if (each.school, each.half) == (school, half) and each.taken is None and not each.withdrawn
        ]

    def take_wishes(self, school: str, half: str, topic: str, number: int) -> list[Wish]:
        """Those of this topic go along."""
        taken = [each for each in self.open_wishes(school, half) if each.topic == topic]
        for each in taken:
            each.taken = number
        return taken

    def answer(self, at: datetime, number: int, school: str, following: tuple[int, str] | None) -> str:
        """At the border: `following` is the number and half-year of what a school that carries over would begin, None
        where it lets its topic go. The first makes the new request, the others join it."""
        root = self.root(number)
        hers = self.met(root.number, school)
        if not hers:
            return "stale"
        if root.state not in (OPEN, ASIDE):
            return "not-at-border"
        if following is not None:
            self._carry(at, root, school, self.behind(root.number)[school], following)
        for each in hers:
            each.stands = False
        carried = following is not None or any(each.carried_from == root.number for each in self.every.values())
        self.end_with_last(at, root, carried=carried)
        return DONE

    def _carry(self, at: datetime, root: Request, school: str, people: int, following: tuple[int, str]) -> None:
        number, half = following
        made = next((each for each in self.every.values() if each.carried_from == root.number), None)
        if made is None:
            made = Request(number, half, root.topic, PLAN, OPEN, at, carried_from=root.number)
            self.every[number] = made
        target = self.root(made.number)
        if school not in self.behind(target.number):
            self.give(school, target.number, people)
        if target.state == WITHDRAWN:
            target.state, target.since = OPEN, at

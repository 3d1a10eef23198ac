"""Rows of a digest, each with the cause for which it stands there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from tests.oracle.roadmaps.facts import Item, Reader, School, Unit
from tests.oracle.roadmaps.ladder import steps
from tests.oracle.roadmaps.levels import LADDER, REGION, deciders, escalated
from tests.oracle.roadmaps.state import State, midnight, wall

WAITING, SOON, PASSED = "Ждёт вашего решения", "Скоро срок", "Срок прошёл"
PARTS = (WAITING, SOON, PASSED)


@dataclass(frozen=True, slots=True)
class Row:
    """One line: `what` is a title, a school or a municipality, `day` a last day or that of sending, `items` and
    `schools` are counted, `empty` the level that nobody holds."""

    part: str
    what: str
    day: date | None = None
    items: int = 0
    schools: int = 0
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Own:
    """The owner's: a step of one window."""

    item: int
    last: date


@dataclass(frozen=True, slots=True)
class Asked:
    """The owner's: a window that she wants to be reminded of, counted from 0 by last day."""

    item: int
    window: int


@dataclass(frozen=True, slots=True)
class Above:
    """For a level over the owner: steps of a day, of one school or, for the region, of one unit."""

    where: School | Unit
    day: date


@dataclass(frozen=True, slots=True)
class Waits:
    """For who may decide: evidence of that instant."""

    item: int
    sent: datetime


Cause = Own | Asked | Above | Waits


def fresh(state: State, reader: Reader, since: datetime) -> dict[Cause, None]:
    """What has come up for her between her digest at `since` and now: steps whose day has begun."""
    found: dict[Cause, None] = {}
    for standing in state.items.values():
        item = standing.item
        for step in steps(standing):
            if not since < midnight(step.day, item.unit.zone) <= state.instant:
                continue
            changed = standing.changed(step.last)
            made_up = changed is not None and wall(step.day, reader.digest, reader.unit.zone) < changed
            if reader.name in item.owners and not made_up:
                found[Own(item.key, step.last)] = None
            heard = escalated(state, item, step.count, step.day)
            if heard is not None and reader.name in heard.people:
                found[Above(_where(item, heard.level), step.day)] = None
        if standing.sent is not None:
            day = deciders(state, standing).get(reader.name)
            if day is not None and midnight(day, item.unit.zone) <= state.instant:
                found[Waits(item.key, standing.sent)] = None
    return found


def put_off(state: State, cause: Cause) -> Cause:
    """What she asks for: a step is of a window, whenever that is due by tomorrow (L6)."""
    match cause:
        case Own(key, last):
            return Asked(key, max(n for n, each in enumerate(state.items[key].dues) if each == last))
    return cause


def true(state: State, reader: Reader, cause: Cause) -> bool:
    """What was said before, or put off, still stands."""
    match cause:
        case Own(key, last):
            standing = state.items[key]
            return standing.open and last in standing.lasts and reader.name in standing.item.owners
        case Asked(key, window):
            standing = state.items[key]
            return standing.open and window >= standing.closed and reader.name in standing.item.owners
        case Above():
            return bool(_raised(state, reader, cause))
        case Waits(key, sent):
            standing = state.items[key]
            return standing.sent == sent and reader.name in deciders(state, standing)


def row(state: State, reader: Reader, cause: Cause) -> tuple[tuple[object, ...], Row]:
    """How it is said, with its place among the rows (L3): parts, own items by date and number, schools by number,
    municipalities by name."""
    match cause:
        case Own(key, last):
            item = state.items[key].item
            part = PASSED if last < state.day(reader.unit.zone) else SOON
            return (PARTS.index(part), 0, last, item.position, key), Row(part, item.title, last)
        case Asked(key, window):
            return row(state, reader, Own(key, state.items[key].dues[window]))
        case Waits(key, sent):
            item = state.items[key].item
            day = sent.astimezone(ZoneInfo(reader.unit.zone)).date()
            return (0, 0, day, item.position, key), Row(WAITING, f"{item.title}, {_whose(state, item)}", day)
        case Above(School() as school):
            late = _late(state, school)
            empty = _empty(state, reader, cause)
            return (2, 1, school.number, school.name), Row(PASSED, school.name, items=len(late), empty=empty)
        case Above(unit):
            late = _late(state, unit)
            schools = len({item.school.name for item in late if item.school is not None})
            name = "Пункты региона" if unit == state.land.region else unit.name
            empty = _empty(state, reader, cause)
            return (2, 2, name), Row(PASSED, name, items=len(late), schools=schools, empty=empty)
    raise AssertionError(cause)


def one_of_each(placed: Iterable[tuple[tuple[object, ...], Row]]) -> list[Row]:
    """In their order. A place that was put off and has something of its own that day is one line, which names the
    highest level that nobody holds (L4, L6)."""
    found: dict[tuple[object, ...], Row] = {}
    for place, said in placed:
        if place not in found or _height(found[place].empty) < _height(said.empty):
            found[place] = said
    return [said for _, said in sorted(found.items(), key=lambda each: each[0])]


def _whose(state: State, item: Item) -> str:
    if item.of_region:
        return item.unit.name
    return (
        f"{item.unit.name}, {state.land.region.name}"
        if item.school is None
        else f"{item.school.name}, {item.unit.name}"
    )


def _where(item: Item, level: str) -> School | Unit:
    """The region sees counts by municipality (L4)."""
    return item.unit if level == REGION or item.school is None else item.school


def _raised(state: State, reader: Reader, cause: Above) -> list[str]:
    """Levels that the steps of that day have passed, one for each step that reaches her as levels are held now (Q3)."""
    found = []
    for standing in state.items.values():
        for step in steps(standing):
            heard = escalated(state, standing.item, step.count) if step.day == cause.day else None
            if heard is None or reader.name not in heard.people:
                continue
            if _where(standing.item, heard.level) == cause.where:
                found.append(heard.empty)
    return found


def _empty(state: State, reader: Reader, cause: Above) -> str:
    """The highest of them."""
    return max(_raised(state, reader, cause), key=_height)


def _height(level: str) -> int:
    return LADDER.index(level) if level else -1


def _late(state: State, where: School | Unit) -> list[Item]:
    return [
        each.item
        for each in state.items.values()
        if each.late(state.day(each.item.unit.zone)) and where in (each.item.school, each.item.unit)
    ]

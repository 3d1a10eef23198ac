"""Who hears of a step beside the owner (L4), and who decides on what was sent (L5)."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from tests.oracle.roadmaps.facts import Item, Level
from tests.oracle.roadmaps.state import Standing, State, midnight

CURATOR, MUNICIPALITY, REGION = "куратор школы", "координатор", "регион"
LADDER = (CURATOR, MUNICIPALITY, REGION)
ESCALATION = {
    Level.SCHOOL: {1: CURATOR, 3: MUNICIPALITY, 7: REGION},
    Level.MUNICIPALITY: {3: MUNICIPALITY, 7: REGION},
    Level.REGION: {7: REGION},
}
REVIEWERS = {
    Level.SCHOOL: LADDER,
    Level.MUNICIPALITY: (MUNICIPALITY, REGION),
    Level.REGION: (REGION,),
}


@dataclass(frozen=True, slots=True)
class Heard:
    """The level that hears of it, and its people; `empty` is the highest level that it has passed upward from."""

    level: str
    people: tuple[str, ...]
    empty: str = ""


def named(state: State, item: Item, level: str) -> tuple[str, ...]:
    """Who holds a level over the owner, leave aside."""
    if level == CURATOR:
        return () if item.school is None else item.school.curators
    if level == MUNICIPALITY:
        return () if item.of_region else item.unit.coordinators
    return state.land.region.coordinators


def escalated(state: State, item: Item, count: int, day: date | None = None) -> Heard | None:
    """Who beside the owner hears of a step so many working days after the last day, as levels are held on `day`, its
    own, or else now; None where nobody does."""
    level = ESCALATION[item.level].get(count)
    if level is None:
        return None
    empty = ""
    for each in LADDER[LADDER.index(level) :]:
        found = [
            who
            for who in named(state, item, each)
            if not (state.gone(who, item.unit.zone) if day is None else state.away(who, day))
        ]
        if found:
            return Heard(each, tuple(who for who in found if who not in item.owners), empty)
        empty = each
    return None


def deciders(state: State, standing: Standing) -> dict[str, date]:
    """Who may decide on what waits, with the day from which she hears of it: the reviewer from the third working day,
    the level above from the fifth, and only then may it decide."""
    item, sent = standing.item, standing.sent
    assert sent is not None
    levels = []
    for level in REVIEWERS[item.level]:
        people = [
            who for who in named(state, item, level) if who != standing.by and not state.gone(who, item.unit.zone)
        ]
        if people:
            levels.append(people)
    third, fifth = (item.unit.works.after(day_of(sent, item), count) for count in (3, 5))
    found = dict.fromkeys(levels[0], third) if levels else {}
    if len(levels) > 1 and state.instant >= midnight(fifth, item.unit.zone):
        found = dict.fromkeys(levels[1], fifth) | found
    return found


def day_of(instant: datetime, item: Item) -> date:
    """The date where the item is done."""
    return instant.astimezone(ZoneInfo(item.unit.zone)).date()

"""Who may answer a question: pure rules over the people of its region (product.md B, R152, R154)."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum

from shnor_domain.identity import PersonId, Place, Role, SchoolId, SubjectId, Territory
from shnor_domain.questions.model import Topic

ANSWERING = (Role.METHODIST, Role.TUTOR, Role.SCHOOL_CURATOR, Role.MENTOR, Role.REGIONAL_COORDINATOR)
_OF_SUBJECT = (Role.METHODIST, Role.TUTOR)
_OF_SCHOOL = (Role.SCHOOL_CURATOR, Role.MENTOR)


class Level(Enum):
    """Who sees a question, the first level that anybody holds: those who host the subject (or help the school, in
    matters of the project), else the region's methodists, else the regional coordinator."""

    HOSTS = "hosts"
    METHODISTS = "methodists"
    COORDINATOR = "coordinator"
    NOBODY = "nobody"


_LEVELS = (Level.HOSTS, Level.METHODISTS, Level.COORDINATOR)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One verified place in force of one person in a region; `away` while she is on leave."""

    person: PersonId
    place: Place
    away: bool = False


@dataclass(frozen=True, slots=True)
class Audience:
    """Who sees a question. `tutor` is the asker's own, who is offered it first."""

    level: Level
    people: frozenset[PersonId] = frozenset()
    tutor: PersonId | None = None


def level_of(place: Place, topic: Topic, where: Territory) -> Level | None:
    """At which level a place lets its holder answer; None where it does not."""
    role, covers = place.role, place.territory.covers(where)
    if topic.subject is not None:
        if role in _OF_SUBJECT and covers and (not place.subjects or topic.subject in place.subjects):
            return Level.HOSTS
    elif (role is Role.METHODIST and covers and not place.subjects) or (
        role in _OF_SCHOOL and where.school in place.assigned
    ):
        return Level.HOSTS
    if role is Role.METHODIST and place.territory == Territory(where.region):
        return Level.METHODISTS
    return Level.COORDINATOR if role is Role.REGIONAL_COORDINATOR and covers else None


def audience(
    topic: Topic,
    where: Territory,
    candidates: Collection[Candidate],
    *,
    asker: PersonId | None,
    tutors: Collection[PersonId] = (),
    looking: PersonId | None = None,
) -> Audience:
    """Who sees it now. Nobody sees her own; who is on leave counts for herself alone (`looking`)."""
    there = [one for one in candidates if one.person != asker and (not one.away or one.person == looking)]
    present = {one.person for one in there}
    tutor = next((each for each in sorted(tutors) if each in present), None)
    own = frozenset() if tutor is None else frozenset({tutor})
    for level in _LEVELS:
        people = frozenset(one.person for one in there if level_of(one.place, topic, where) is level)
        if level is Level.HOSTS:
            people |= own
        if people:
            return Audience(level, people, tutor)
    return Audience(Level.NOBODY)


def able(topic: Topic, where: Territory, candidates: Collection[Candidate], *, asker: PersonId | None) -> set[PersonId]:
    """All who could answer it at any level: to them a coordinator may hand it."""
    return {
        one.person
        for one in candidates
        if one.person != asker and not one.away and level_of(one.place, topic, where) is not None
    }


def leads(topic: Topic, hers: Collection[Candidate]) -> bool:
    """True while one of her places lets her lead meetings on this topic at all, wherever in the region."""
    return any(
        one.place.role in ANSWERING
        and (one.place.role not in _OF_SUBJECT or not one.place.subjects or topic.subject in one.place.subjects)
        for one in hers
    )


@dataclass(frozen=True, slots=True)
class Reach:
    """By what storage narrows questions for one person who answers: `level_of` over her places, as territories.

    She is of `Level.HOSTS` for a subject inside a territory of `of_subjects` (None: whatever subject), and for a matter
    of the project inside `of_matters`, or from the schools that she helps. Inside `above` she sees what nobody nearer
    sees: that only `audience` tells.
    """

    of_subjects: tuple[tuple[Territory, frozenset[SubjectId] | None], ...] = ()
    of_matters: tuple[Territory, ...] = ()
    of_schools: tuple[tuple[Territory, frozenset[SchoolId]], ...] = ()
    above: tuple[Territory, ...] = ()


def reach_of(places: Collection[Place]) -> Reach:
    """Of the verified ones, in force; none opens another region."""
    held = [place for place in places if place.verified and place.territory.region is not None]
    methodists = [place for place in held if place.role is Role.METHODIST]
    above = [place.territory for place in methodists if place.territory == _region_of(place)]
    above += [place.territory for place in held if place.role is Role.REGIONAL_COORDINATOR]
    return Reach(
        tuple((place.territory, place.subjects or None) for place in held if place.role in _OF_SUBJECT),
        tuple(place.territory for place in methodists if not place.subjects),
        tuple((_region_of(place), place.assigned) for place in held if place.role in _OF_SCHOOL and place.assigned),
        tuple(dict.fromkeys(above)),
    )


def _region_of(place: Place) -> Territory:
    return Territory(place.territory.region)

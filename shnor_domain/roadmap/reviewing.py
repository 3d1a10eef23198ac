"""Who confirms or returns what was sent (L5, rule 8): levels and people, no clocks."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Protocol

from shnor_domain.identity import PersonId, Territory
from shnor_domain.roadmap.ladder import Level, Rung, ways_up

Bench = Mapping[Rung, Collection[PersonId]]
"""Who holds each rung over the owner of one item and can decide today (Q4: nobody on leave)."""


class Reviewed(Protocol):
    """What has to be known of an item, or of several alike, to tell who decides on it: attributes as in `Item`."""

    @property
    def owner(self) -> Territory: ...

    @property
    def level(self) -> Level: ...

    @property
    def reviewer(self) -> Rung | None: ...

    @property
    def sent(self) -> datetime | None: ...


_DEFAULT = {Level.SCHOOL: Rung.CURATOR, Level.MUNICIPALITY: Rung.MUNICIPALITY, Level.REGION: Rung.REGION}


def first_rung(item: Reviewed) -> Rung:
    """The level that the plan names for the item, else that of L5: the school's curator, the municipal coordinator, for
    region items the regional one."""
    named = item.reviewer
    return _DEFAULT[item.level] if named is None or named is Rung.OWNER else named


def reached(item: Reviewed, bench: Bench, author: PersonId | None, *, moved_up: bool) -> tuple[Rung, ...]:
    """Levels that may decide now, the lowest first: up to the first that somebody other than the author holds; once
    `moved_up` (it has waited five working days) one held level more. All levels when nobody holds any.
    """
    ladder = tuple(ways_up(first_rung(item)))
    held = [rung for rung in ladder if _others(bench, rung, author)]
    if not held:
        return ladder
    top = held[min(int(moved_up), len(held) - 1)]
    return ladder[: ladder.index(top) + 1]


def standing(item: Reviewed, bench: Bench, author: PersonId | None, *, moved_up: bool) -> Rung | None:
    """The level that has it last, None when nobody may decide."""
    top = reached(item, bench, author, moved_up=moved_up)[-1]
    return top if _others(bench, top, author) else None


def deciders(item: Reviewed, bench: Bench, author: PersonId | None, *, moved_up: bool) -> frozenset[PersonId]:
    """Everybody of the levels that it has reached, never the author: the first decision wins."""
    levels = reached(item, bench, author, moved_up=moved_up)
    return frozenset(person for rung in levels for person in _others(bench, rung, author))


def _others(bench: Bench, rung: Rung, author: PersonId | None) -> list[PersonId]:
    return [person for person in bench.get(rung, ()) if person != author]

"""Clusters of ФИОКО (R037): entered by year with their document, never reckoned; and how a school moved (R038)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from shnor_domain.identity import PersonId, Territory
from shnor_domain.results.words import codes_of, plain
from shnor_domain.territories.model import SchoolYear


class Cluster(Enum):
    """What a list says of a school in a year; «нет данных» is the absence of a row."""

    STRONG = "strong"
    MEDIUM = "medium"
    BASE = "base"
    OUT = "out"

    @property
    def rank(self) -> int:
        """3 for «сильно» down to 0 for «вне списка» (domain.md §1.4)."""
        return {Cluster.STRONG: 3, Cluster.MEDIUM: 2, Cluster.BASE: 1, Cluster.OUT: 0}[self]


class Dynamics(Enum):
    """A fall of the rank is positive."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    NEUTRAL = "neutral"
    NO_COMPARISON = "no-comparison"


@dataclass(frozen=True, slots=True)
class KeptCluster:
    """One school in one year, with the document it comes from. `school` is its whole territory."""

    school: Territory
    year: SchoolYear
    cluster: Cluster
    source: str
    by: PersonId | None
    at: datetime


def moved(before: Cluster | None, now: Cluster | None, merged: bool = False) -> Dynamics:
    """Dynamics from one year to the next; a missing year or a merger in between is no comparison. Entering the list
    from outside is negative, jumping two clusters down still positive."""
    if before is None or now is None or merged:
        return Dynamics.NO_COMPARISON
    if now.rank == before.rank:
        return Dynamics.NEUTRAL
    return Dynamics.POSITIVE if now.rank < before.rank else Dynamics.NEGATIVE


def merged_between(mergers: Collection[SchoolYear], before: SchoolYear, now: SchoolYear) -> bool:
    """True when another school was joined to this one after `before`; `mergers` are the first years in which they are
    one."""
    return any(before < year <= now for year in mergers)


@dataclass(frozen=True, slots=True)
class Moves:
    """Counts of schools of a territory by `Dynamics`, all four present (R039); nothing is ranked."""

    year: SchoolYear
    counts: Mapping[Dynamics, int]


def cluster_in(text: str) -> Cluster | None:
    """The word of a table; None for an unknown one."""
    code = codes_of("cluster").get(plain(text), text.strip().casefold())
    return next((cluster for cluster in Cluster if cluster.value == code), None)


def is_no_cluster(text: str) -> bool:
    """«нет данных» in a table."""
    return codes_of("cluster").get(plain(text)) == "none"

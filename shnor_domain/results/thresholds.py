"""Threshold profiles (R061): published readings of order 847 as data, and what a school's numbers say by one of them.

The order itself could not be verified (domain.md §1.2): a verdict always names its profile and is no decision.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import NewType

from shnor_domain.identity import RegionId
from shnor_domain.results.procedures import ProcedureCode
from shnor_domain.results.words import shipped_rows
from shnor_domain.territories.model import SchoolYear

ThresholdId = NewType("ThresholdId", int)


class Combine(Enum):
    """How «а также» is read: both conditions, either of them, or no verdict at all."""

    AND = "and"
    OR = "or"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class ThresholdProfile:
    """A procedure is low when at least `share` (tenths of a percent) of its participants stayed below the minimum;
    groups of fewer than `minimum` are left out, None leaves out none.

    First condition: at least `procedures` low ones in the year. Second: the same procedure low in `years` years in a
    row. `code` is that of a shipped row, `region` whose own a row is; `id` 0 is a row that is not stored yet.
    """

    id: ThresholdId
    title: str
    source: str
    dated: date
    share: int
    procedures: int
    years: int
    combine: Combine
    minimum: int | None = None
    region: RegionId | None = None
    code: str | None = None


class Outcome(Enum):
    """`TOLD` is the answer of a profile that concludes nothing."""

    REACHED = "reached"
    NOT_REACHED = "not-reached"
    NO_DATA = "no-data"
    TOLD = "told"


@dataclass(frozen=True, slots=True)
class Counted:
    """A group that counts: shown to the viewer, held, without signs of bias."""

    year: SchoolYear
    procedure: ProcedureCode
    participants: int
    below: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """`procedures` are low in `year`, `repeated` low in all years of the profile up to it; `counted` groups of `year`
    stand behind it, `hidden` more were left out because the viewer may not see them."""

    outcome: Outcome
    profile: ThresholdProfile
    year: SchoolYear
    procedures: tuple[ProcedureCode, ...]
    repeated: tuple[ProcedureCode, ...]
    counted: int
    hidden: int = 0


def verdict(cells: Iterable[Counted], profile: ThresholdProfile, year: SchoolYear, hidden: int = 0) -> Verdict:
    """What the groups of one school say in `year`; lists of procedures go in the order of `cells`.

    `NO_DATA` where the year has no group, and where an earlier year without any leaves the second condition open.
    """
    span = {SchoolYear(year - back) for back in range(profile.years)}
    usable = [one for one in cells if one.year in span and one.participants >= (profile.minimum or 1)]
    low = [one for one in usable if low_in(one, profile)]
    now = tuple(dict.fromkeys(one.procedure for one in low if one.year == year))
    repeated = tuple(code for code in now if {one.year for one in low if one.procedure == code} == span)
    counted = sum(one.year == year for one in usable)
    whole = {one.year for one in usable} == span
    many = len(now) >= profile.procedures
    again = True if repeated else False if whole or not now else None
    outcome = _outcome(profile.combine, many, again) if counted else Outcome.NO_DATA
    return Verdict(outcome, profile, year, now, repeated, counted, hidden)


def low_in(one: Counted, profile: ThresholdProfile) -> bool:
    """Compared as whole numbers: 3 of 10 is 30 %."""
    return 1_000 * one.below >= profile.share * one.participants


def _outcome(combine: Combine, many: bool, again: bool | None) -> Outcome:
    if combine is Combine.INFO:
        return Outcome.TOLD
    if combine is Combine.AND:
        sure = False if not many or again is False else again
    else:
        sure = True if many or again else again
    return Outcome.NO_DATA if sure is None else Outcome.REACHED if sure else Outcome.NOT_REACHED


def shipped_profiles() -> Sequence[ThresholdProfile]:
    """Those of the package; the first holds where a region has chosen none."""
    return tuple(
        ThresholdProfile(
            ThresholdId(0),
            row["title"],
            row["source"],
            date.fromisoformat(row["dated"]),
            int(row["share"]),
            int(row["procedures"]),
            int(row["years"]),
            Combine(row["combine"]),
            int(row["minimum"]) if row["minimum"] else None,
            code=row["code"],
        )
        for row in shipped_rows("profiles.csv")
    )

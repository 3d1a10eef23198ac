"""Threshold profiles (R061): published readings of order 847 as data, and what a school's numbers say by one of them.

The order itself could not be verified (domain.md §1.2): a verdict always names its profile and is no decision.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import NewType

from shnor_domain.identity import RegionId
from shnor_domain.results.procedures import ProcedureCode, procedures
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
    """A group that counts: shown to the viewer, without signs of bias; `participants` 0 is «нет процедуры», which is
    known not to be low."""

    year: SchoolYear
    procedure: ProcedureCode
    participants: int
    below: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """`procedures` are low in `year`, `repeated` low in all years of the profile up to it; `counted` groups of `year`
    stand behind it, `hidden` more of these years were left out because the viewer may not see them."""

    outcome: Outcome
    profile: ThresholdProfile
    year: SchoolYear
    procedures: tuple[ProcedureCode, ...]
    repeated: tuple[ProcedureCode, ...]
    counted: int
    hidden: int = 0


def verdict(
    cells: Iterable[Counted],
    profile: ThresholdProfile,
    year: SchoolYear,
    hidden: int = 0,
    due: Collection[ProcedureCode] | None = None,
) -> Verdict:
    """What the groups of one school say in `year`; lists of procedures go in the order of `cells`.

    `due` are the procedures that the school has, by default all: what is due and not among `cells` may be low for all
    that is known. `NO_DATA` where the year has no group, and where what is missing could turn the answer.
    """
    span = [SchoolYear(year - back) for back in range(profile.years)]
    known = {(one.procedure, one.year): one for one in cells if one.year in span}
    usable = {key for key, one in known.items() if one.participants >= (profile.minimum or 1)}
    low = {key: None for key, one in known.items() if key in usable and low_in(one, profile)}
    expected = {one.code for one in procedures()} if due is None else set(due)

    def may_be_low(code: ProcedureCode, of: SchoolYear) -> bool:
        return (code, of) in low or (code in expected and (code, of) not in known)

    now = tuple(code for code, of in low if of == year)
    repeated = tuple(code for code in now if all((code, of) in low for of in span))
    codes = expected | {code for code, _ in known}
    many = _sure(len(now) >= profile.procedures, sum(may_be_low(code, year) for code in codes) >= profile.procedures)
    again = _sure(bool(repeated), any(all(may_be_low(code, of) for of in span) for code in codes))
    counted = sum(of == year for _, of in usable)
    outcome = _outcome(profile.combine, many, again) if counted else Outcome.NO_DATA
    return Verdict(outcome, profile, year, now, repeated, counted, hidden)


def low_in(one: Counted, profile: ThresholdProfile) -> bool:
    """Compared as whole numbers: 3 of 10 is 30 %."""
    return 1_000 * one.below >= profile.share * one.participants


def _sure(holds: bool, could_hold: bool) -> bool | None:
    """None where nobody knows for want of data."""
    return True if holds else None if could_hold else False


def _outcome(combine: Combine, many: bool | None, again: bool | None) -> Outcome:
    if combine is Combine.INFO:
        return Outcome.TOLD
    decisive = combine is Combine.OR
    both = (many, again)
    sure = decisive if decisive in both else None if None in both else not decisive
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

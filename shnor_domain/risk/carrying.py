"""What a new profile, or a new school year, does to the cases of a school (R105): pure."""

from collections.abc import Container, Iterable
from dataclasses import dataclass, replace

from shnor_domain.risk.factors import FactorCode
from shnor_domain.risk.model import Act, CaseState, Check, Decision, FactorCase, Profile
from shnor_domain.territories.model import SchoolYear


@dataclass(frozen=True, slots=True)
class Moves:
    """`changed` are cases as they stand now, each with its line of history (act, text), None for none; `fresh` are
    factors that a case begins for."""

    changed: tuple[tuple[FactorCase, Act | None, str], ...]
    fresh: tuple[FactorCode, ...]


def under(profile: Profile, open_cases: Iterable[FactorCase], *, by_its_lead: bool = False) -> Moves:
    """What follows from a profile that is the current one from now on.

    An activated factor goes on, named again or not. One that is not activated is decided anew in a new school year,
    goes on within the year, and leaves when it is named no more. Of a profile that is entered `by_its_lead` none
    leaves: the school gives up a factor by a decision that its curator confirms (R100).
    """
    cases = {case.factor: case for case in open_cases}
    kept = (case for case in cases.values() if not (by_its_lead and leaves(case, profile.factors)))
    changed = [_moved(case, profile) for case in kept]
    return Moves(tuple(changed), tuple(code for code in profile.factors if code not in cases))


def leaves(case: FactorCase, named: Container[FactorCode]) -> bool:
    """True for an open case that a current profile with the factors `named` ends: never taken up, named no more."""
    return case.state is CaseState.OPEN and case.activated is None and case.factor not in named


def into_year(year: SchoolYear, open_cases: Iterable[FactorCase]) -> Moves:
    """What goes on into `year` without a profile of it: activated and not closed, with all that was done."""
    going = [case for case in open_cases if case.activated is not None and case.year < year]
    return Moves(tuple((replace(case, year=year), Act.CARRIED, str(case.year)) for case in going), ())


def _moved(case: FactorCase, profile: Profile) -> tuple[FactorCase, Act | None, str]:
    named, new_year = case.factor in profile.factors, profile.year > case.year
    stands = replace(case, year=max(case.year, profile.year))
    if named:
        stands = replace(stands, profile=profile.id, significance=profile.factors[case.factor])
    if case.activated is not None:
        return stands, Act.CARRIED if new_year else None, str(case.year) if new_year else ""
    if leaves(case, profile.factors):
        return replace(case, state=CaseState.LEFT), Act.LEFT, ""
    if new_year:
        renewed = replace(
            stands, decision=Decision.PENDING, reason="", decided_by=None, decided=None, check=Check.NONE, note=""
        )
        return renewed, Act.RENEWED, str(case.year)
    return stands, None, ""

"""What a new profile and a new school year do to the factors that a school works on (R105)."""

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from shnor_domain.identity import MunicipalityId, RegionId, SchoolId, Territory
from shnor_domain.risk.carrying import into_year, under
from shnor_domain.risk.entering import wave_of
from shnor_domain.risk.factors import FactorCode, Significance
from shnor_domain.risk.model import Act, CaseId, CaseState, Check, Decision, FactorCase, Profile, ProfileId, current
from shnor_domain.territories.model import SchoolYear

NOW = datetime(2026, 9, 15, 5, tzinfo=UTC)
SCHOOL = Territory(RegionId(1), MunicipalityId(1), SchoolId(1))
STAFF, MOTIVATION, PARENTS = map(FactorCode, ("staff", "motivation", "parents"))


def profile(*factors: FactorCode, year: int = 2026, day: date = date(2026, 9, 10), number: int = 2) -> Profile:
    named = dict.fromkeys(factors, Significance.HIGH)
    return Profile(ProfileId(number), SCHOOL, SchoolYear(year), 1, day, "ФИС ОКО", named, None, NOW)


def case(factor: FactorCode, year: int = 2025, **more: object) -> FactorCase:
    made = FactorCase(CaseId(1), SCHOOL, factor, SchoolYear(year), ProfileId(1), NOW)
    return replace(made, **more)  # type: ignore[arg-type]


def active(factor: FactorCode, year: int = 2025) -> FactorCase:
    return case(factor, year, decision=Decision.CONFIRMED, check=Check.CONFIRMED, activated=date(year, 9, 20))


def test_an_activated_factor_goes_on_with_its_history_named_again_or_not() -> None:
    for new in (profile(STAFF), profile(MOTIVATION)):
        [(moved, act, text)] = under(new, [active(STAFF)]).changed
        assert (moved.id, moved.year, act, text) == (CaseId(1), 2026, Act.CARRIED, "2025")
        assert moved.verified and moved.activated == date(2025, 9, 20)
        assert moved.profile == (ProfileId(2) if STAFF in new.factors else ProfileId(1))


def test_what_was_not_taken_up_is_decided_anew_in_a_new_year() -> None:
    old = case(STAFF, decision=Decision.REFUTED, reason="не наш случай", check=Check.CONFIRMED)
    [(moved, act, _)] = under(profile(STAFF), [old]).changed
    assert (moved.decision, moved.reason, moved.check, act) == (Decision.PENDING, "", Check.NONE, Act.RENEWED)


def test_a_second_wave_of_the_year_keeps_decisions_and_takes_over_the_significance() -> None:
    old = case(STAFF, 2026, decision=Decision.PARTLY, check=Check.WAITING, significance=Significance.LOW)
    [(moved, act, _)] = under(profile(STAFF, PARENTS), [old]).changed
    assert (moved.decision, moved.check, act) == (Decision.PARTLY, Check.WAITING, None)
    assert moved.significance is Significance.HIGH
    assert under(profile(STAFF, PARENTS), [old]).fresh == (PARENTS,)


def test_what_was_not_taken_up_and_is_named_no_more_leaves() -> None:
    [(moved, act, _)] = under(profile(PARENTS), [case(STAFF)]).changed
    assert (moved.state, act) == (CaseState.LEFT, Act.LEFT)


def test_from_a_profile_of_its_lead_no_factor_leaves() -> None:
    waits = case(STAFF, decision=Decision.CONFIRMED, check=Check.WAITING)
    moves = under(profile(PARENTS), [waits, active(MOTIVATION)], by_its_lead=True)
    assert [moved.factor for moved, _act, _text in moves.changed] == [MOTIVATION]
    assert moves.fresh == (PARENTS,)


def test_without_a_profile_only_what_is_activated_goes_on() -> None:
    moves = into_year(SchoolYear(2026), [active(STAFF), case(PARENTS), active(MOTIVATION, 2026)])
    assert [(moved.factor, moved.year) for moved, _, _ in moves.changed] == [(STAFF, 2026)]
    assert moves.fresh == ()


CASES = st.sets(st.sampled_from([STAFF, MOTIVATION, PARENTS])).map(sorted)


@given(CASES, CASES, CASES)
def test_of_any_profile_each_factor_has_one_case_and_nothing_activated_is_lost(
    going: list[FactorCode], waiting: list[FactorCode], named: list[FactorCode]
) -> None:
    before = [active(code) for code in going] + [case(code) for code in waiting if code not in going]
    moves = under(profile(*named), before)
    open_now = [moved.factor for moved, _, _ in moves.changed if moved.state is CaseState.OPEN] + list(moves.fresh)
    assert sorted(open_now) == sorted({*going, *named})


def test_the_newest_by_date_is_current_and_of_one_date_the_one_entered_last() -> None:
    spring, autumn = profile(day=date(2026, 3, 1), number=9), profile(day=date(2026, 9, 1), number=3)
    again = replace(autumn, id=ProfileId(4))
    assert current([again, spring, autumn]) == again
    assert current([]) is None


def test_waves_of_a_school_year_are_counted_by_their_dates() -> None:
    first = profile(day=date(2026, 9, 1))
    assert wave_of([], SchoolYear(2026), date(2026, 9, 1)) == 1
    assert wave_of([first], SchoolYear(2026), date(2026, 9, 1)) == 1
    assert wave_of([first], SchoolYear(2026), date(2027, 2, 1)) == 2
    assert wave_of([first], SchoolYear(2027), date(2027, 9, 1)) == 1

"""What may follow what in the work on a factor: by the rules alone."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shnor_domain.errors import DomainError, Invalid, Stale
from shnor_domain.identity import MunicipalityId, PersonId, RegionId, SchoolId, Territory
from shnor_domain.risk.deciding import (
    activated,
    checked_reason,
    closing_asked,
    closing_reviewed,
    decided,
    first_held,
    reviewed,
    warns,
)
from shnor_domain.risk.errors import NotActivated, NotVerified
from shnor_domain.risk.factors import FactorCode, Significance
from shnor_domain.risk.model import VERIFIED, CaseId, CaseState, Check, Decision, FactorCase, ProfileId
from shnor_domain.territories.model import SchoolYear

NOW = datetime(2026, 9, 15, 5, tzinfo=UTC)
TODAY = date(2026, 9, 15)
LEAD = PersonId(1)
SCHOOL = Territory(RegionId(1), MunicipalityId(1), SchoolId(1))
FRESH = FactorCase(CaseId(1), SCHOOL, FactorCode("motivation"), SchoolYear(2026), ProfileId(1), NOW)
CONFIRMED = reviewed(decided(FRESH, Decision.CONFIRMED, "", LEAD, NOW), Check.CONFIRMED)
ACTIVE = activated(CONFIRMED, TODAY, TODAY)


@pytest.mark.parametrize("decision", [Decision.PARTLY, Decision.REFUTED])
@pytest.mark.parametrize(("reason", "refusal"), [("", "empty"), ("  да ", "empty"), ("я" * 501, "long")])
def test_partly_and_not_confirmed_need_a_reason_of_3_to_500_letters(
    decision: Decision, reason: str, refusal: str
) -> None:
    with pytest.raises(Invalid) as refused:
        decided(FRESH, decision, reason, LEAD, NOW)
    assert (refused.value.field, refused.value.reason) == ("reason", refusal)
    assert decided(FRESH, decision, "нет данных", LEAD, NOW).check is Check.WAITING


def test_a_factor_is_confirmed_without_a_reason_and_never_decided_as_not_looked_at() -> None:
    assert decided(FRESH, Decision.CONFIRMED, "", LEAD, NOW).decision is Decision.CONFIRMED
    with pytest.raises(Invalid):
        decided(FRESH, Decision.PENDING, "", LEAD, NOW)
    assert checked_reason("\u202eслово\u202c") == "слово"


def test_a_warning_stands_where_a_high_one_is_refused_and_nowhere_else() -> None:
    assert [
        (decision, significance)
        for decision in Decision
        for significance in Significance
        if warns(decision, significance)
    ] == [(Decision.REFUTED, Significance.HIGH)]


def test_a_decision_may_be_made_anew_until_activation() -> None:
    anew = decided(CONFIRMED, Decision.REFUTED, "проверили ещё раз", LEAD, NOW)
    assert anew.check is Check.WAITING and not anew.verified
    with pytest.raises(NotVerified):
        activated(anew, TODAY, TODAY)
    with pytest.raises(Stale):
        decided(ACTIVE, Decision.REFUTED, "проверили ещё раз", LEAD, NOW)


def test_returning_needs_a_reason_and_the_school_decides_anew() -> None:
    waiting = decided(FRESH, Decision.PARTLY, "не во всех классах", LEAD, NOW)
    with pytest.raises(Invalid):
        reviewed(waiting, Check.RETURNED, "")
    returned = reviewed(waiting, Check.RETURNED, "покажите данные")
    assert (returned.check, returned.note) == (Check.RETURNED, "покажите данные")
    with pytest.raises(Stale):
        reviewed(returned, Check.CONFIRMED)
    assert decided(returned, Decision.PARTLY, "не во всех классах", LEAD, NOW).note == ""


def test_activation_has_a_day_of_the_last_year_and_stays() -> None:
    assert activated(ACTIVE, TODAY, TODAY) == ACTIVE
    for day, reason in ((TODAY + timedelta(days=1), "future"), (TODAY - timedelta(days=367), "year")):
        with pytest.raises(Invalid) as refused:
            activated(CONFIRMED, day, TODAY)
        assert refused.value.reason == reason
    with pytest.raises(Stale):
        activated(ACTIVE, TODAY - timedelta(days=1), TODAY)


def test_only_an_activated_factor_is_overcome_and_only_the_curator_closes_it() -> None:
    with pytest.raises(NotActivated):
        closing_asked(CONFIRMED, "закуплено", LEAD, NOW)
    asked = closing_asked(ACTIVE, "закуплено", LEAD, NOW)
    assert (asked.state, asked.closing) == (CaseState.OPEN, Check.WAITING)
    returned = closing_reviewed(asked, Check.RETURNED, NOW, "нет акта")
    assert (returned.state, returned.closing_note) == (CaseState.OPEN, "нет акта")
    closed = closing_reviewed(closing_asked(returned, "акт есть", LEAD, NOW), Check.CONFIRMED, NOW)
    assert (closed.state, closed.closed) == (CaseState.CLOSED, NOW)
    with pytest.raises(Stale):
        decided(closed, Decision.CONFIRMED, "", LEAD, NOW)
    with pytest.raises(Stale):
        activated(closed, TODAY, TODAY)
    with pytest.raises(Stale):
        closing_asked(closed, "ещё раз", LEAD, NOW)


ACTS = (
    lambda case: decided(case, Decision.CONFIRMED, "", LEAD, NOW),
    lambda case: decided(case, Decision.PARTLY, "частично", LEAD, NOW),
    lambda case: decided(case, Decision.REFUTED, "не подтверждается", LEAD, NOW),
    lambda case: reviewed(case, Check.CONFIRMED),
    lambda case: reviewed(case, Check.RETURNED, "покажите данные"),
    lambda case: activated(case, TODAY, TODAY),
    lambda case: closing_asked(case, "сделано", LEAD, NOW),
    lambda case: closing_reviewed(case, Check.CONFIRMED, NOW),
    lambda case: closing_reviewed(case, Check.RETURNED, NOW, "не всё"),
)


@given(st.lists(st.sampled_from(ACTS), max_size=30))
def test_no_order_of_taps_activates_a_factor_that_is_not_verified(taps: list) -> None:  # type: ignore[type-arg]
    case, said = FRESH, None
    for tap in taps:
        try:
            after = tap(case)
        except DomainError:
            continue
        if after.check is Check.CONFIRMED and case.check is not Check.CONFIRMED:
            said = after.decision
        if after.activated is not None and case.activated is None:
            assert said in VERIFIED and after.decision is said and after.check is Check.CONFIRMED
        if after.state is CaseState.CLOSED:
            assert after.activated is not None and after.verified
        case = after


PEOPLE = st.frozensets(st.integers(1, 6).map(PersonId), max_size=4)


@given(st.lists(PEOPLE, max_size=4), PEOPLE)
def test_nobody_confirms_her_own_and_the_lowest_level_that_is_held_decides(
    levels: list[frozenset[PersonId]], authors: frozenset[PersonId]
) -> None:
    found = first_held(levels, authors)
    assert not found & authors
    held = [level - authors for level in levels if level - authors]
    assert found == (held[0] if held else frozenset())


def test_what_was_refused_and_settled_is_not_left_to_do() -> None:
    refuted = reviewed(decided(FRESH, Decision.REFUTED, "не наш случай", LEAD, NOW), Check.CONFIRMED)
    assert FRESH.left_to_do and ACTIVE.left_to_do and not refuted.left_to_do
    assert not replace(ACTIVE, state=CaseState.CLOSED).left_to_do

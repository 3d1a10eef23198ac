"""What may follow what in a case: pure rules, one act each. Whose act it is, the use cases ask (R100–R105)."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from shnor_domain.errors import Invalid, Stale
from shnor_domain.identity import PersonId
from shnor_domain.letters import visible_letters
from shnor_domain.risk.errors import NotActivated, NotVerified
from shnor_domain.risk.factors import Significance
from shnor_domain.risk.model import CaseState, Check, Decision, FactorCase

LEAST_REASON, MOST_REASON = 3, 500
EARLIEST_DAY = timedelta(days=366)
"""How far back an activation may lie."""
EXPLAINED = frozenset({Decision.PARTLY, Decision.REFUTED})
"""Decisions that need a reason."""
REVIEWED = frozenset({Check.CONFIRMED, Check.RETURNED})


def checked_reason(text: str, *, obliged: bool = True) -> str:
    """3 to 500 letters, or nothing where nobody is obliged; raises `Invalid("reason", "empty" | "long")`."""
    said = visible_letters(text).strip()
    if not said and not obliged:
        return ""
    if len(said) < LEAST_REASON:
        raise Invalid("reason", "empty")
    if len(said) > MOST_REASON:
        raise Invalid("reason", "long", limit=MOST_REASON)
    return said


def warns(decision: Decision, significance: Significance) -> bool:
    """True when a factor of high significance is refused: said before and after, and nothing is forbidden."""
    return decision is Decision.REFUTED and significance is Significance.HIGH


def decided(case: FactorCase, decision: Decision, reason: str, by: PersonId, now: datetime) -> FactorCase:
    """The school's decision, which waits for the curator; another one before activation is decided anew.

    Raises `Stale` once activated or no longer open, `Invalid("decision" | "reason", …)`.
    """
    _require_open(case)
    if case.activated is not None:
        raise Stale
    if decision is Decision.PENDING:
        raise Invalid("decision", "unknown")
    said = checked_reason(reason, obliged=decision in EXPLAINED)
    return replace(case, decision=decision, reason=said, decided_by=by, decided=now, check=Check.WAITING, note="")


def reviewed(case: FactorCase, outcome: Check, note: str = "") -> FactorCase:
    """The curator's word on a decision that waits; returning needs a reason. Raises `Stale`, `Invalid("reason", …)`."""
    _require_open(case)
    _require_waits(case.check, outcome)
    return replace(case, check=outcome, note=_note(outcome, note))


def activated(case: FactorCase, day: date, today: date) -> FactorCase:
    """On `day`, of the last year. Raises `NotVerified`, `Stale` for another day than it has, `Invalid("day", …)`."""
    _require_open(case)
    if not case.verified:
        raise NotVerified
    if case.activated is not None and case.activated != day:
        raise Stale
    if day > today:
        raise Invalid("day", "future")
    if today - day > EARLIEST_DAY:
        raise Invalid("day", "year")
    return replace(case, activated=day)


def closing_asked(case: FactorCase, reason: str, by: PersonId, now: datetime) -> FactorCase:
    """«Фактор преодолён», says the lead. Raises `NotActivated`, `Stale`, `Invalid("reason", …)`."""
    _require_open(case)
    if case.activated is None:
        raise NotActivated
    said = checked_reason(reason)
    return replace(case, closing=Check.WAITING, closing_reason=said, closing_by=by, closing_at=now, closing_note="")


def closing_reviewed(case: FactorCase, outcome: Check, now: datetime, note: str = "") -> FactorCase:
    """Confirmed, the factor is closed; returned, it stays open. Raises `Stale`, `Invalid("reason", …)`."""
    _require_open(case)
    _require_waits(case.closing, outcome)
    said = _note(outcome, note)
    if outcome is Check.RETURNED:
        return replace(case, closing=outcome, closing_note=said)
    return replace(case, closing=outcome, closing_note=said, closed=now, state=CaseState.CLOSED)


def first_held(levels: Sequence[Collection[PersonId]], barred: Collection[PersonId]) -> frozenset[PersonId]:
    """Who decides: the lowest level that somebody holds who is not `barred` (rule 8: never the author). Nobody when
    there is none; then it waits for somebody to be appointed."""
    for level in levels:
        if free := frozenset(level) - frozenset(barred):
            return free
    return frozenset()


def held_above(levels: Sequence[Collection[PersonId]], barred: Collection[PersonId]) -> frozenset[PersonId]:
    """The next level above those of `first_held` that somebody holds who is not `barred`; nobody at the top."""
    held = [free for level in levels if (free := frozenset(level) - frozenset(barred))]
    return held[1] if len(held) > 1 else frozenset()


def _note(outcome: Check, note: str) -> str:
    return checked_reason(note) if outcome is Check.RETURNED else ""


def _require_waits(stands: Check, outcome: Check) -> None:
    if outcome not in REVIEWED:
        raise ValueError(outcome)
    if stands is not Check.WAITING:
        raise Stale


def _require_open(case: FactorCase) -> None:
    if case.state is not CaseState.OPEN:
        raise Stale

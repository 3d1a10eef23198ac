"""The curator's word on a decision of the school and on «фактор преодолён» (R100, rule 8)."""

from dataclasses import dataclass
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.identity import Actor, PersonId
from shnor_domain.people.use_cases.rights import person_of
from shnor_domain.risk.asking import answer, to_review
from shnor_domain.risk.deciding import closing_reviewed, reviewed
from shnor_domain.risk.model import Act, CaseEvent, CaseId, Check, FactorCase
from shnor_domain.risk.ports import RiskWork
from shnor_domain.risk.seeing import seen_case
from shnor_domain.risk.waiting import Matter
from shnor_domain.work import Opens

_ACTS = {
    (Matter.DECISION, Check.CONFIRMED): Act.CONFIRMED,
    (Matter.DECISION, Check.RETURNED): Act.RETURNED,
    (Matter.CLOSING, Check.CONFIRMED): Act.CLOSED,
    (Matter.CLOSING, Check.RETURNED): Act.CLOSING_RETURNED,
}


@dataclass(frozen=True, slots=True)
class ConfirmDecision:
    """The school's curator, else the municipal coordinator, else the levels above; never a lead of the school and never
    the author. Refused: `ProfileByLead`, `NotAllowed`, `NotFound`, `OwnRiskWork`, `Stale` to the second of two."""

    write: Opens[RiskWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: CaseId, since: datetime) -> FactorCase:
        """`since` is when the decision was made that the actor has read: one made anew meanwhile is `Stale`."""
        return await _review(self.write, self.clock, actor, (which, Matter.DECISION), since, Check.CONFIRMED)


@dataclass(frozen=True, slots=True)
class ReturnDecision:
    """As `ConfirmDecision`, with a reason of 3 to 500 letters: `Invalid("reason", …)` without."""

    write: Opens[RiskWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: CaseId, since: datetime, reason: str) -> FactorCase:
        """The school decides anew."""
        return await _review(self.write, self.clock, actor, (which, Matter.DECISION), since, Check.RETURNED, reason)


@dataclass(frozen=True, slots=True)
class ConfirmClosing:
    """As `ConfirmDecision`, of «фактор преодолён»."""

    write: Opens[RiskWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: CaseId, since: datetime) -> FactorCase:
        """The factor is closed and counts as such; a later profile that names it begins a case of its own."""
        return await _review(self.write, self.clock, actor, (which, Matter.CLOSING), since, Check.CONFIRMED)


@dataclass(frozen=True, slots=True)
class ReturnClosing:
    """As `ReturnDecision`, of «фактор преодолён»."""

    write: Opens[RiskWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: CaseId, since: datetime, reason: str) -> FactorCase:
        """The factor stays open."""
        return await _review(self.write, self.clock, actor, (which, Matter.CLOSING), since, Check.RETURNED, reason)


async def _review(
    write: Opens[RiskWork],
    clock: Clock,
    actor: Actor,
    what: tuple[CaseId, Matter],
    since: datetime,
    outcome: Check,
    note: str = "",
) -> FactorCase:
    person, now, (which, matter) = person_of(actor), clock.now(), what
    operation = f"risk-review:{matter.value}:{which}"
    async with write() as work:
        case = await seen_case(work, actor, which, hold=True)
        if await work.applied.result(operation) is not None or await _has(work, which, person, _ACTS[matter, outcome]):
            return case
        waiting = await to_review(work, actor, matter, which, since, now)
        new = _after(case, matter, outcome, note, now)
        await work.risk_cases.save([new])
        said = new.note if matter is Matter.DECISION else new.closing_note
        await work.risk_cases.note([CaseEvent(which, now, person, _ACTS[matter, outcome], said)])
        await answer(work, waiting, outcome, person, now)
        await work.applied.save(operation, "done")
        return new


def _after(case: FactorCase, matter: Matter, outcome: Check, note: str, now: datetime) -> FactorCase:
    if matter is Matter.DECISION:
        return reviewed(case, outcome, note)
    return closing_reviewed(case, outcome, now, note)


async def _has(work: RiskWork, which: CaseId, person: PersonId, act: Act) -> bool:
    """True when the last word in the case is her very own: a second tap is harmless."""
    history = await work.risk_cases.history(which)
    return bool(history) and (history[-1].person, history[-1].act) == (person, act)

"""What the lead of a school says of a factor: the decision, the activation, «фактор преодолён» (R100, R102, R086)."""

from dataclasses import dataclass, replace
from datetime import date

from shnor_domain.clock import Clock
from shnor_domain.identity import Actor
from shnor_domain.people.use_cases.rights import person_of
from shnor_domain.risk.access import require
from shnor_domain.risk.asking import ask
from shnor_domain.risk.deciding import activated, closing_asked, decided, warns
from shnor_domain.risk.model import Act, CaseEvent, CaseId, Decision, FactorCase
from shnor_domain.risk.ports import RiskWork
from shnor_domain.risk.seeing import seen_case, today_at
from shnor_domain.risk.waiting import of_closing, of_decision
from shnor_domain.territories.access import leads
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class Decided:
    """The case as it stands; `warning` when a factor of high significance was refused."""

    case: FactorCase
    warning: bool


@dataclass(frozen=True, slots=True)
class DecideFactor:
    """A lead of the school: подтверждён, частично, не подтверждён; the last two need a reason of 3 to 500 letters. It
    waits for the curator of the school; until activation it may be decided anew.

    Refused: `ProfileByLead`, `NotAllowed`, `NotFound`, `Stale`, `Invalid("decision" | "reason", …)`.
    """

    write: Opens[RiskWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: CaseId, decision: Decision, reason: str = "") -> Decided:
        """Who may confirm is told in her next digest."""
        person, now, operation = person_of(actor), self.clock.now(), f"risk-decide:{which}"
        async with self.write() as work:
            case = await seen_case(work, actor, which, hold=True)
            require(leads(actor, case.where))
            if await work.applied.result(operation) is None:
                new = decided(case, decision, reason, person, now)
                if replace(new, decided=case.decided) == case:
                    return Decided(case, warns(case.decision, case.significance))  # the very same waits already
                case = new
                await work.risk_cases.save([case])
                await work.risk_cases.note([CaseEvent(which, now, person, Act.DECIDED, case.reason)])
                await ask(work, of_decision(case), now)
                await work.applied.save(operation, "done")
            return Decided(case, warns(case.decision, case.significance))


@dataclass(frozen=True, slots=True)
class ActivateFactor:
    """A lead of the school notes the day on which the factor was activated in the system of «500+» (R102).

    Refused: `ProfileByLead`, `NotAllowed`, `NotFound`, `NotVerified`, `Stale`, `Invalid("day", …)`.
    """

    write: Opens[RiskWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: CaseId, day: date) -> FactorCase:
        """The same day twice is one activation."""
        person, now = person_of(actor), self.clock.now()
        async with self.write() as work:
            case = await seen_case(work, actor, which, hold=True)
            require(leads(actor, case.where))
            if await work.applied.result(f"risk-activate:{which}") is not None:
                return case
            new = activated(case, day, await today_at(work, case.where, now))
            if new != case:
                await work.risk_cases.save([new])
                await work.risk_cases.note([CaseEvent(which, now, person, Act.ACTIVATED, day.isoformat())])
                await work.applied.save(f"risk-activate:{which}", "done")
            return new


@dataclass(frozen=True, slots=True)
class CloseFactor:
    """A lead of the school says that an activated factor is overcome, and why; the curator confirms it.

    Refused: `ProfileByLead`, `NotAllowed`, `NotFound`, `NotActivated`, `Stale`, `Invalid("reason", …)`.
    """

    write: Opens[RiskWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: CaseId, reason: str) -> FactorCase:
        """Who may confirm is told in her next digest."""
        person, now, operation = person_of(actor), self.clock.now(), f"risk-close:{which}"
        async with self.write() as work:
            case = await seen_case(work, actor, which, hold=True)
            require(leads(actor, case.where))
            if await work.applied.result(operation) is None:
                new = closing_asked(case, reason, person, now)
                if replace(new, closing_at=case.closing_at) == case:
                    return case  # the very same waits already
                case = new
                await work.risk_cases.save([case])
                await work.risk_cases.note([CaseEvent(which, now, person, Act.CLOSING, case.closing_reason)])
                await ask(work, of_closing(case), now)
                await work.applied.save(operation, "done")
            return case

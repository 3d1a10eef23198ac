"""The curator agrees to a programme or returns it; remarks close one by one (R114)."""

from collections.abc import Sequence
from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor
from shnor_domain.people.model.audit import AuditEntry
from shnor_domain.people.use_cases.rights import person_of
from shnor_domain.risk.access import require
from shnor_domain.risk.asking import answer, to_review
from shnor_domain.risk.model import CaseId, Check
from shnor_domain.risk.ports import RiskWork
from shnor_domain.risk.programmes import (
    Programme,
    ProgrammeId,
    ProgrammeRemark,
    ProgrammeState,
    RemarkId,
    checked_remarks,
    decided_on,
)
from shnor_domain.risk.reviewers import Reviewers
from shnor_domain.risk.seeing import seen_case
from shnor_domain.risk.waiting import Matter
from shnor_domain.territories.access import leads
from shnor_domain.work import Opens

_CHECKS = {ProgrammeState.AGREED: Check.CONFIRMED, ProgrammeState.RETURNED: Check.RETURNED}


@dataclass(frozen=True, slots=True)
class AgreeProgramme:
    """The same who confirm decisions, never a lead of the school nor who wrote or sent it. Remarks that are open still
    close with it. Refused: `ProfileByLead`, `NotAllowed`, `NotFound`, `OwnRiskWork`, `Stale` to the second of two."""

    write: Opens[RiskWork]
    clock: Clock

    async def __call__(self, actor: Actor, version: ProgrammeId) -> Programme:
        """A second tap of the same person does nothing."""
        return await _decide(self.write, self.clock, actor, version, ProgrammeState.AGREED, ())


@dataclass(frozen=True, slots=True)
class ReturnProgramme:
    """As `AgreeProgramme`, with one to eight remarks of at most 500 characters: `Invalid("remark", …)` without."""

    write: Opens[RiskWork]
    clock: Clock

    async def __call__(self, actor: Actor, version: ProgrammeId, remarks: Sequence[str]) -> Programme:
        """It is changed in a new version."""
        return await _decide(self.write, self.clock, actor, version, ProgrammeState.RETURNED, remarks)


@dataclass(frozen=True, slots=True)
class CloseProgrammeRemark:
    """A lead of the school or who may decide. Refused: `ProfileByLead`, `NotAllowed`, `NotFound`."""

    write: Opens[RiskWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: CaseId, remark: RemarkId) -> bool:
        """False when it was closed already: a second tap is harmless."""
        person, now, operation = person_of(actor), self.clock.now(), f"risk-remark:{remark}"
        async with self.write() as work:
            case = await seen_case(work, actor, which, hold=True)
            if remark not in {each.id for each in await work.risk_programmes.remarks(which)}:
                raise NotFound
            decides = person in await Reviewers(work, now).holding(case.where, ())
            require(decides or leads(actor, case.where))
            if await work.applied.result(operation) is not None:
                return True
            closed = await work.risk_programmes.close_remark(remark)
            if closed:
                await work.audit.add(
                    AuditEntry(now, person, "risk-remark-closed", f"remark:{remark}", None, {"case": which})
                )
                await work.applied.save(operation, "done")
            return closed


async def _decide(
    write: Opens[RiskWork],
    clock: Clock,
    actor: Actor,
    which: ProgrammeId,
    outcome: ProgrammeState,
    remarks: Sequence[str],
) -> Programme:
    person, now = person_of(actor), clock.now()
    async with write() as work:
        found = await work.risk_programmes.one(which)
        case = await seen_case(work, actor, CaseId(0) if found is None else found.case, hold=True)
        version = await work.risk_programmes.one(which)  # as it is once nobody else changes it
        if version is None:
            raise NotFound
        if version.state is outcome and version.reviewer == person:
            return version
        waiting = await to_review(work, actor, Matter.PROGRAMME, which, version.sent or version.at, now)
        new = decided_on(version, outcome, person, now)
        if outcome is ProgrammeState.RETURNED:
            texts = checked_remarks(remarks)
            said = [ProgrammeRemark(RemarkId(0), which, person, now, text) for text in texts]
            await work.risk_programmes.add_remarks(said)
        else:
            await work.risk_programmes.close_remarks(case.id)
        await work.risk_programmes.put(new)
        await answer(work, waiting, _CHECKS[outcome], person, now)
        return new

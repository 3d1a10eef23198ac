"""The anti-risk programme of an activated factor: written, sent, agreed or returned with remarks (R103, R114)."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.contents import clean_name, type_of
from shnor_domain.errors import DomainError, NotFound, Stale
from shnor_domain.identity import Actor
from shnor_domain.people.use_cases.rights import person_of
from shnor_domain.risk.access import require
from shnor_domain.risk.asking import ask
from shnor_domain.risk.errors import NotActivated
from shnor_domain.risk.model import CaseId, CaseState, FactorCase
from shnor_domain.risk.ports import ProfileFiles, RiskWork
from shnor_domain.risk.programmes import Part, Programme, ProgrammeId, draft_after, sent, written
from shnor_domain.risk.seeing import seen_case
from shnor_domain.risk.waiting import of_programme
from shnor_domain.territories.access import leads
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class WriteProgramme:
    """A lead of the school writes one part of the programme of an activated factor; what was agreed or returned is
    changed in a new version. An empty text takes the part out.

    Refused: `ProfileByLead`, `NotAllowed`, `NotFound`, `NotActivated`, `Stale` while one waits, `Invalid("part", …)`.
    """

    write: Opens[RiskWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: CaseId, part: Part, text: str) -> Programme:
        """The draft as it is now."""
        async with self.write() as work:
            draft, fresh = await _begun(work, actor, which, self.clock.now(), f"risk-part:{which}:{part.value}")
            return await _kept(work, written(draft, part, text)) if fresh else draft


@dataclass(frozen=True, slots=True)
class TickParts:
    """The same people say which parts stand in the file. Refused likewise."""

    write: Opens[RiskWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: CaseId, ticked: Collection[Part]) -> Programme:
        """The draft as it is now: exactly these are ticked."""
        async with self.write() as work:
            draft, fresh = await _begun(work, actor, which, self.clock.now(), f"risk-ticks:{which}")
            return await _kept(work, replace(draft, ticked=frozenset(ticked))) if fresh else draft


@dataclass(frozen=True, slots=True)
class AttachProgramme:
    """The same people bring the programme as a file, instead of or beside its written parts. Refused likewise, and
    `BadEvidence`. Files of earlier versions stay."""

    read: Opens[RiskWork]
    write: Opens[RiskWork]
    evidence_files: ProfileFiles
    clock: Clock

    async def __call__(self, actor: Actor, which: CaseId, body: bytes, name: str) -> Programme:
        """The draft as it is now. The body is safe on disk before the row names it."""
        now, operation = self.clock.now(), f"risk-programme-file:{which}"
        async with self.read() as work:
            if await work.applied.result(operation) is None:
                await _draft(work, actor, which, now, hold=False)
        kind = type_of(body)
        key = await self.evidence_files.keep(body, kind.value)
        try:
            async with self.write() as work:
                draft, fresh = await _begun(work, actor, which, now, operation)
                if fresh:
                    draft = await _kept(work, replace(draft, file=key, name=clean_name(name, kind)))
        except DomainError:
            await self.evidence_files.erase(key)
            raise
        if not fresh:
            await self.evidence_files.erase(key)
        return draft


@dataclass(frozen=True, slots=True)
class SendProgramme:
    """The same people send the draft to the school's curator. Refused likewise, `Stale` for what is no draft any more,
    and `ProgrammeIncomplete` while parts are missing."""

    write: Opens[RiskWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: CaseId, version: ProgrammeId) -> Programme:
        """Who may agree is told in her next digest. A second tap of the sender does nothing."""
        person, now = person_of(actor), self.clock.now()
        async with self.write() as work:
            case = await seen_case(work, actor, which, hold=True)
            _require_writer(actor, case)
            found = await work.risk_programmes.one(version)
            if found is None or found.case != which:
                raise NotFound
            repeated = await work.applied.result(f"risk-send:{version}") is not None
            if repeated or (found.sender == person and found.decided is None):
                return found
            waiting = await _kept(work, sent(found, person, now))
            await ask(work, of_programme(waiting, case), now)
            await work.applied.save(f"risk-send:{version}", "done")
            return waiting


@dataclass(frozen=True, slots=True)
class ProgrammeFile:
    """Who may see the school's profile: the file of a version, with its name. Refused: `ProfileByLead`, `NotAllowed`,
    `NotFound`."""

    read: Opens[RiskWork]
    evidence_files: ProfileFiles

    async def __call__(self, actor: Actor, version: ProgrammeId) -> tuple[str, bytes]:
        """Name with its ending, and body."""
        async with self.read() as work:
            found = await work.risk_programmes.one(version)
            await seen_case(work, actor, CaseId(0) if found is None else found.case)
        if found is None or found.file is None:
            raise NotFound
        body = await self.evidence_files.read(found.file)
        if body is None:
            raise NotFound
        return found.name or found.file, body


async def _draft(work: RiskWork, actor: Actor, which: CaseId, now: datetime, *, hold: bool = True) -> Programme:
    """The draft that a lead of the school writes in, its case held; not stored yet when it is new."""
    person = person_of(actor)
    case = await seen_case(work, actor, which, hold=hold)
    _require_writer(actor, case)
    versions = await work.risk_programmes.of_case(which)
    return draft_after(versions[0] if versions else None, which, person, now)


async def _begun(work: RiskWork, actor: Actor, which: CaseId, now: datetime, operation: str) -> tuple[Programme, bool]:
    """The draft, and True; the latest version and False when this very update has written already, whatever became of
    it since (ADR 3)."""
    case = await seen_case(work, actor, which, hold=True)
    if await work.applied.result(operation) is not None:
        require(leads(actor, case.where))
        return (await work.risk_programmes.of_case(which))[0], False
    draft = await _draft(work, actor, which, now)
    await work.applied.save(operation, "done")
    return draft, True


def _require_writer(actor: Actor, case: FactorCase) -> None:
    require(leads(actor, case.where))
    if case.state is not CaseState.OPEN:
        raise Stale
    if case.activated is None:
        raise NotActivated


async def _kept(work: RiskWork, version: Programme) -> Programme:
    return replace(version, id=await work.risk_programmes.put(version))

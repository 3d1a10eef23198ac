"""What waits to be confirmed: a decision, a closing, a programme."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from shnor_domain.identity import PersonId
from shnor_domain.risk.model import CaseId, CaseState, Check, FactorCase
from shnor_domain.risk.ports import RiskWork
from shnor_domain.risk.programmes import Programme, ProgrammeId, ProgrammeState
from shnor_domain.territories.ports import Scope


class Matter(Enum):
    """What it is; `ref` beside it is the id of the case or, for a programme, of its version."""

    DECISION = "decision"
    CLOSING = "closing"
    PROGRAMME = "programme"


@dataclass(frozen=True, slots=True)
class Waiting:
    """One of them; `authors` have decided or sent it and never confirm it."""

    matter: Matter
    ref: int
    case: FactorCase
    since: datetime
    authors: frozenset[PersonId]


def of_decision(case: FactorCase) -> Waiting | None:
    """None when no decision waits."""
    if case.state is not CaseState.OPEN or case.check is not Check.WAITING:
        return None
    return Waiting(Matter.DECISION, case.id, case, case.decided or case.opened, _known(case.decided_by))


def of_closing(case: FactorCase) -> Waiting | None:
    """None when no closing waits."""
    if case.state is not CaseState.OPEN or case.closing is not Check.WAITING:
        return None
    return Waiting(Matter.CLOSING, case.id, case, case.closing_at or case.opened, _known(case.closing_by))


def of_programme(version: Programme, case: FactorCase) -> Waiting | None:
    """None when the version does not wait."""
    if case.state is not CaseState.OPEN or version.state is not ProgrammeState.WAITING:
        return None
    authors = _known(version.author) | _known(version.sender)
    return Waiting(Matter.PROGRAMME, version.id, case, version.sent or version.at, authors)


async def waits(work: RiskWork, matter: Matter, ref: int) -> Waiting | None:
    """As it stands now; None once it was decided, sent anew, or is gone."""
    if matter is Matter.PROGRAMME:
        version = await work.risk_programmes.one(ProgrammeId(ref))
        case = None if version is None else await work.risk_cases.one(version.case)
        return None if version is None or case is None else of_programme(version, case)
    found = await work.risk_cases.one(CaseId(ref))
    if found is None:
        return None
    return of_decision(found) if matter is Matter.DECISION else of_closing(found)


async def all_waiting(work: RiskWork, scope: Scope) -> list[Waiting]:
    """Of schools of the scope, in three statements."""
    cases = await work.risk_cases.waiting(scope)
    programmes = await work.risk_programmes.waiting(scope)
    of_them = await work.risk_cases.many({one.case for one in programmes})
    asked = [ask(case) for case in cases for ask in (of_decision, of_closing)]
    asked += [of_programme(one, of_them[one.case]) for one in programmes if one.case in of_them]
    return [one for one in asked if one is not None]


def _known(person: PersonId | None) -> frozenset[PersonId]:
    return frozenset() if person is None else frozenset({person})

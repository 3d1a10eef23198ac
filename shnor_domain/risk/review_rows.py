"""Whether what was planned to be told of risk profiles is still true."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from shnor_domain.identity import Actor
from shnor_domain.notifications.model import StoredNotice
from shnor_domain.notifications.ports import StillTrue
from shnor_domain.people.use_cases.rights import in_force_now
from shnor_domain.risk.model import CaseId, Check
from shnor_domain.risk.notices import DECIDED, WAITS
from shnor_domain.risk.ports import RiskWork
from shnor_domain.risk.programmes import ProgrammeId, ProgrammeState
from shnor_domain.risk.reviewers import Reviewers
from shnor_domain.risk.waiting import Matter, waits
from shnor_domain.territories.access import leads
from shnor_domain.work import Opens

_OUTCOMES = {ProgrammeState.AGREED: Check.CONFIRMED, ProgrammeState.RETURNED: Check.RETURNED}


@dataclass(frozen=True, slots=True)
class RiskWaits:
    """To who may confirm: the very same waits still, and she may."""

    read: Opens[RiskWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False once it was decided, asked anew, or has no longer anything to do with her."""
        payload = row.notice.payload
        async with self.read() as work:
            found = await waits(work, Matter(str(payload["matter"])), int(payload["ref"] or 0))
            if found is None or int(found.since.timestamp()) != int(payload["since"] or 0):
                return False
            return row.notice.person in await Reviewers(work, now).of(found)


@dataclass(frozen=True, slots=True)
class RiskDecided:
    """To who decided or sent: it stands as the row says, and she leads the school still."""

    read: Opens[RiskWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False when it was decided or sent anew meanwhile, or she leads the school no more."""
        payload = row.notice.payload
        async with self.read() as work:
            case = await work.risk_cases.one(CaseId(int(payload["case"] or 0)))
            stands = await _stands(work, Matter(str(payload["matter"])), int(payload["ref"] or 0))
            if case is None or stands is not Check(str(payload["outcome"])):
                return False
            places = await in_force_now(work, row.notice.person, now)
            return leads(Actor(row.notice.person, 0, places=tuple(places)), case.where)


async def _stands(work: RiskWork, matter: Matter, ref: int) -> Check | None:
    if matter is Matter.PROGRAMME:
        version = await work.risk_programmes.one(ProgrammeId(ref))
        return None if version is None else _OUTCOMES.get(version.state)
    case = await work.risk_cases.one(CaseId(ref))
    if case is None:
        return None
    return case.check if matter is Matter.DECISION else case.closing


def checks(read: Opens[RiskWork]) -> Mapping[str, StillTrue]:
    """The re-check of each kind of `notices.POLICIES`."""
    return {WAITS: RiskWaits(read), DECIDED: RiskDecided(read)}

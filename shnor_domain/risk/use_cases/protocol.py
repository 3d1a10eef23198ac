"""The curator's protocol on the risk profile of a school (R106)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from shnor_domain.clock import Clock
from shnor_domain.identity import Actor, SchoolId
from shnor_domain.people.use_cases.rights import person_of
from shnor_domain.risk.access import curates, require
from shnor_domain.risk.factors import FactorCode
from shnor_domain.risk.ports import RiskWork
from shnor_domain.risk.protocols import Protocol, ProtocolId, checked_protocol
from shnor_domain.risk.seeing import catalogue, seen_school, today_at
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class WriteProtocol:
    """The assigned curator of the school notes what was agreed: day, factors, text of at most 2,000 characters.
    Refused: `ProfileByLead`, `NotAllowed`, `NotFound`, `Invalid("day" | "factor" | "text", …)`."""

    write: Opens[RiskWork]
    clock: Clock

    async def __call__(
        self, actor: Actor, school: SchoolId, day: date, factors: Collection[FactorCode], text: str
    ) -> Protocol:
        """As it is kept; the same said twice is one protocol."""
        person, now = person_of(actor), self.clock.now()
        async with self.write() as work:
            where = await seen_school(work, actor, school)
            require(curates(actor, where))
            chosen, said = checked_protocol(
                day, factors, text, await today_at(work, where, now), list(await catalogue(work, where))
            )
            new = Protocol(ProtocolId(0), where, day, chosen, said, person, now)
            for known in await work.risk_protocols.of_school(school):
                if replace(known, id=new.id, at=now) == new:
                    return known
            return replace(new, id=await work.risk_protocols.add(new))


@dataclass(frozen=True, slots=True)
class SchoolProtocols:
    """Who may see the school's profile: its protocols, to read and to send as a text. Refused: `ProfileByLead`,
    `NotAllowed`, `NotFound`."""

    read: Opens[RiskWork]

    async def __call__(self, actor: Actor, school: SchoolId) -> Sequence[Protocol]:
        """The latest first."""
        async with self.read() as work:
            await seen_school(work, actor, school)
            return await work.risk_protocols.of_school(school)

"""Factors of the nest's school at every step of their way, for the table of rights."""

from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import insert, select

from shnor_domain.consultations.model import BookingState
from shnor_domain.risk.factors import Factor, FactorCode, Significance
from shnor_domain.risk.model import Act as RiskAct
from shnor_domain.risk.model import CaseEvent, CaseId, Check, Decision, FactorCase, Profile, ProfileId
from shnor_domain.risk.programmes import Part, Programme, ProgrammeId, ProgrammeRemark, ProgrammeState, RemarkId
from shnor_domain.risk.protocols import Protocol, ProtocolId
from shnor_domain.storage.schema.consultations import booking
from shnor_domain.territories.model import SchoolYear
from tests.support.village import whose

STEPS = ("pending", "decided", "verified", "activated", "closing", "drafted", "sent")


async def lay_risk(nest: Any, secret: str) -> None:
    """A profile of the school, a case at each of `STEPS` under `case <step>`, programmes, a remark, a protocol, and a
    booking of the curator's that was cancelled; all carry the secret."""
    village = nest.village
    now, lead, where = village.clock.now(), whose(nest.near["lead"]), village.school
    region = village.region.region
    codes = {step: FactorCode(f"nest-{step}") for step in STEPS}
    catalogue = [
        Factor(code, f"{secret} {step}", f"{secret} {step}", place, secret, region=region)
        for place, (step, code) in enumerate(codes.items(), 1)
    ]
    profile = Profile(
        ProfileId(0), where, SchoolYear(2026), 1, date(2026, 9, 1), f"{secret} система",
        {code: Significance.HIGH for code in codes.values()}, lead, now, "0.pdf", f"{secret}.pdf",
    )  # fmt: skip
    async with village.units.write() as work:
        await work.risk_factors.put(catalogue)
        [nest.ids["profile"]] = await work.risk_profiles.add([profile])
        base = FactorCase(CaseId(0), where, FactorCode(""), SchoolYear(2026), ProfileId(nest.ids["profile"]), now)
        decided = replace(
            base, decision=Decision.CONFIRMED, reason=f"{secret} причина", decided_by=lead, decided=now,
            check=Check.WAITING,
        )  # fmt: skip
        verified = replace(decided, check=Check.CONFIRMED)
        active = replace(verified, activated=date(2026, 9, 10))
        closing = replace(
            active, closing=Check.WAITING, closing_reason=f"{secret} итог", closing_by=lead, closing_at=now
        )
        stages = (base, decided, verified, active, closing, active, active)
        cases = [replace(stage, factor=codes[step]) for step, stage in zip(STEPS, stages, strict=True)]
        made = await work.risk_cases.add(cases)
        nest.ids |= {f"case {step}": case for step, case in zip(STEPS, made, strict=True)}
        await work.risk_cases.note([CaseEvent(case, now, lead, RiskAct.OPENED, f"{secret} слово") for case in made])
        whole = Programme(
            ProgrammeId(0), CaseId(nest.ids["case drafted"]), 1, ProgrammeState.DRAFT, now, lead,
            dict.fromkeys(Part, f"{secret} часть"), frozenset(), "0.pdf", f"{secret}.pdf",
        )  # fmt: skip
        nest.ids["programme drafted"] = await work.risk_programmes.put(whole)
        waiting = replace(
            whole, case=CaseId(nest.ids["case sent"]), state=ProgrammeState.WAITING, sender=lead, sent=now
        )
        nest.ids["programme sent"] = await work.risk_programmes.put(waiting)
        said = ProgrammeRemark(RemarkId(0), ProgrammeId(nest.ids["programme sent"]), lead, now, f"{secret} замечание")
        await work.risk_programmes.add_remarks([said])
        (kept,) = await work.risk_programmes.remarks(CaseId(nest.ids["case sent"]))
        nest.ids["programme remark"] = kept.id
        agreed = Protocol(ProtocolId(0), where, date(2026, 9, 14), (codes["decided"],), f"{secret} решили", lead, now)
        await work.risk_protocols.add(agreed)
    async with village.database.write() as connection:
        row = (await connection.execute(select(booking.c.session_id).limit(1))).one()
        hers = {
            "session_id": row.session_id,
            "visitor_id": whose(nest.near["curator"]),
            "state": BookingState.CANCELLED.value,
            "made": now,
        }
        added = await connection.execute(insert(booking).values(hers).returning(booking.c.id))
        nest.ids["curator's booking"] = added.scalar_one()

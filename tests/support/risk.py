"""A school whose risk profile is entered, decided and confirmed in one line each."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from shnor_domain.identity import SchoolId
from shnor_domain.notifications.model import StoredNotice
from shnor_domain.risk.cards import FactorCard, RiskCard
from shnor_domain.risk.factors import FactorCode, Significance
from shnor_domain.risk.model import CaseId, Decision, FactorCase, Profile
from shnor_domain.risk.programmes import Part, Programme
from shnor_domain.risk.use_cases.catalogue import FillFactors
from shnor_domain.risk.use_cases.decide import ActivateFactor, CloseFactor, DecideFactor
from shnor_domain.risk.use_cases.profiles import Entered, EnterProfile
from shnor_domain.risk.use_cases.programme import SendProgramme, WriteProgramme
from shnor_domain.risk.use_cases.programme_review import AgreeProgramme, ReturnProgramme
from shnor_domain.risk.use_cases.review import ConfirmClosing, ConfirmDecision, ReturnClosing, ReturnDecision
from shnor_domain.risk.use_cases.show import ShowFactor, ShowRisk
from tests.support.evidence import Street

EQUIPMENT, STAFF, SPECIAL, MOTIVATION = map(FactorCode, ("equipment", "staff", "special-needs", "motivation"))
FOUR: Mapping[FactorCode, Significance] = {
    MOTIVATION: Significance.LOW,
    STAFF: Significance.HIGH,
    SPECIAL: Significance.UNKNOWN,
    EQUIPMENT: Significance.HIGH,
}
"""The four factors of the demo school (R104)."""
SPRING, AUTUMN = date(2026, 3, 12), date(2026, 9, 12)


@dataclass
class Risk:
    """The street's school and people."""

    street: Street

    @property
    def school(self) -> SchoolId:
        assert self.street.village.school.school is not None
        return self.street.village.school.school

    def who(self, name: str) -> Any:
        return self.street.people[name]

    def use(self, case: Any) -> Any:
        return self.street.use(case)

    async def enters(
        self, who: str, factors: Mapping[FactorCode, Significance] = FOUR, day: date = AUTUMN, **more: Any
    ) -> Profile:
        school = more.pop("school", self.school)
        entered = Entered(day, more.pop("source", "ФИС ОКО"), factors, **more)
        made: Profile = await self.use(EnterProfile)(self.who(who), school, entered)
        return made

    async def card(self, who: str = "lead") -> RiskCard:
        shown: RiskCard = await self.use(ShowRisk)(self.who(who), self.school)
        return shown

    async def case(self, code: FactorCode) -> FactorCase:
        found = next(row.case for row in (await self.card()).rows if row.factor.code == code)
        assert found is not None
        return found

    async def factor(self, who: str, which: CaseId) -> FactorCard:
        shown: FactorCard = await self.use(ShowFactor)(self.who(who), which)
        return shown

    async def decides(
        self, code: FactorCode, decision: Decision = Decision.CONFIRMED, reason: str = "", who: str = "lead"
    ) -> FactorCase:
        made = await self.use(DecideFactor)(self.who(who), (await self.case(code)).id, decision, reason)
        case: FactorCase = made.case
        return case

    async def confirms(self, who: str, case: FactorCase) -> FactorCase:
        made: FactorCase = await self.use(ConfirmDecision)(self.who(who), case.id, case.decided)
        return made

    async def returns(self, who: str, case: FactorCase, reason: str) -> FactorCase:
        made: FactorCase = await self.use(ReturnDecision)(self.who(who), case.id, case.decided, reason)
        return made

    async def activates(self, code: FactorCode, day: date = AUTUMN) -> FactorCase:
        """Decided, confirmed, activated."""
        await self.confirms("curator", await self.decides(code))
        made: FactorCase = await self.use(ActivateFactor)(self.who("lead"), (await self.case(code)).id, day)
        return made

    async def asks_to_close(self, case: FactorCase, reason: str = "закуплено и работает") -> FactorCase:
        made: FactorCase = await self.use(CloseFactor)(self.who("lead"), case.id, reason)
        return made

    async def closes(self, who: str, case: FactorCase) -> FactorCase:
        made: FactorCase = await self.use(ConfirmClosing)(self.who(who), case.id, case.closing_at)
        return made

    async def keeps_open(self, who: str, case: FactorCase, reason: str) -> FactorCase:
        made: FactorCase = await self.use(ReturnClosing)(self.who(who), case.id, case.closing_at, reason)
        return made

    async def writes(self, case: FactorCase, *parts: Part) -> Programme:
        """The parts named, all of them when none is."""
        for part in parts or Part:
            draft: Programme = await self.use(WriteProgramme)(self.who("lead"), case.id, part, f"часть {part.value}")
        return draft

    async def sends(self, version: Programme) -> Programme:
        made: Programme = await self.use(SendProgramme)(self.who("lead"), version.case, version.id)
        return made

    async def agrees(self, who: str, version: Programme) -> Programme:
        made: Programme = await self.use(AgreeProgramme)(self.who(who), version.id)
        return made

    async def sends_back(self, who: str, version: Programme, *remarks: str) -> Programme:
        made: Programme = await self.use(ReturnProgramme)(self.who(who), version.id, list(remarks))
        return made

    async def told(self, kind: str) -> list[StoredNotice]:
        """Notices of one kind that wait to go."""
        return await self.street.rows(kind)


async def settled_risk(street: Street) -> Risk:
    """With the shipped catalogue."""
    await street.village.use(FillFactors)()
    return Risk(street)

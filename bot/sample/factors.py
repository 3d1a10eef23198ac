"""What the sample school has done about the four factors of its profile (like R104, invented), each another way."""

from dataclasses import dataclass
from datetime import date, timedelta

from dishka import AsyncContainer

from shnor_domain.clock import Clock
from shnor_domain.identity import Actor, SchoolId
from shnor_domain.people.model.pairs import PairKind
from shnor_domain.people.use_cases.appoint import AppointPair, Wanted
from shnor_domain.people.use_cases.rights import person_of
from shnor_domain.risk.factors import FactorCode
from shnor_domain.risk.model import CaseId, Decision, FactorCase
from shnor_domain.risk.programmes import Part
from shnor_domain.risk.use_cases.decide import ActivateFactor, DecideFactor
from shnor_domain.risk.use_cases.programme import WriteProgramme
from shnor_domain.risk.use_cases.protocol import WriteProtocol
from shnor_domain.risk.use_cases.review import ConfirmDecision
from shnor_domain.risk.use_cases.show import ShowRisk

EQUIPMENT, STAFF, MOTIVATION = map(FactorCode, ("equipment", "staff", "motivation"))
ORDER = "№ 1 (пример)"
GOAL = "К маю оснастить кабинеты физики и химии (пример)"
REASON = "Вакансия одна, по химии (пример)"
AGREED = "Пример. До 25 декабря школа составляет заявку на приборы, куратор школы помогает с обоснованием."


@dataclass(frozen=True, slots=True)
class SampleFactors:
    """`lay` appoints `curator` and acts as her and as `lead`; the fourth factor is left for whoever tries the bot."""

    container: AsyncContainer
    clock: Clock
    coordinator: Actor
    lead: Actor

    async def appoint(self, school: SchoolId, curator: Actor) -> None:
        """The school gets its curator."""
        wanted = Wanted(PairKind.SCHOOL, person_of(curator), school, ORDER, self._today)
        await (await self.container.get(AppointPair))(self.coordinator, wanted)

    async def lay(self, school: SchoolId, curator: Actor) -> None:
        """In work with a programme begun; decided and waiting; decided and confirmed; not decided."""
        equipment, staff, motivation = [await self._case(school, code) for code in (EQUIPMENT, STAFF, MOTIVATION)]
        confirm, decide = await self.container.get(ConfirmDecision), await self.container.get(DecideFactor)
        for case in (equipment, motivation):
            decided = (await decide(self.lead, case, Decision.CONFIRMED)).case
            await confirm(curator, case, decided.decided or decided.opened)
        await decide(self.lead, staff, Decision.PARTLY, REASON)
        await (await self.container.get(ActivateFactor))(self.lead, equipment, self._today)
        await (await self.container.get(WriteProgramme))(self.lead, equipment, Part.GOAL, GOAL)
        protocol = await self.container.get(WriteProtocol)
        await protocol(curator, school, self._today, [EQUIPMENT], AGREED)

    async def _case(self, school: SchoolId, code: FactorCode) -> CaseId:
        card = await (await self.container.get(ShowRisk))(self.lead, school)
        case: FactorCase | None = next(row.case for row in card.rows if row.factor.code == code)
        assert case is not None, "the profile of the sample has it"
        return case.id

    @property
    def _today(self) -> date:
        return self.clock.now().date() - timedelta(days=1)  # past midnight nowhere

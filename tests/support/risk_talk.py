"""A school of Лабинский with its lead, curator and profile in a talking bot."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import date

from aiogram.types import InlineKeyboardButton

from handlers.risk.callbacks import OpenFactor
from shnor_domain.identity import Role, SchoolId
from shnor_domain.people.model.pairs import Pair, PairId, PairKind
from shnor_domain.people.model.places import Order
from shnor_domain.pictures import RiskPicture
from shnor_domain.results.model import Result, Unit
from shnor_domain.results.procedures import ProcedureCode
from shnor_domain.results.use_cases.profiles import FillThresholds
from shnor_domain.risk.cards import RiskCard
from shnor_domain.risk.factors import FactorCode, Significance
from shnor_domain.risk.model import Profile
from shnor_domain.risk.use_cases.catalogue import FillFactors
from shnor_domain.risk.use_cases.profiles import Entered, EnterProfile
from shnor_domain.risk.use_cases.show import ShowRisk
from shnor_domain.territories.model import SchoolYear
from tests.support.conversation import Person
from tests.support.neighbours import Neighbours, neighbours
from tests.support.risk import AUTUMN, FOUR
from tests.support.screens import Screen

SINCE = date(2026, 9, 1)
SCHOOL = "СОШ № 6"


@dataclass
class RiskTalk:
    """`here` are the neighbours, `curator` is assigned to the school of their lead."""

    here: Neighbours
    curator: Person

    @property
    def school(self) -> SchoolId:
        school = self.here.talk.where("Лабинский", SCHOOL).school
        assert school is not None
        return school

    async def enters(self, factors: Mapping[FactorCode, Significance] = FOUR, day: date = AUTUMN) -> Profile:
        """By the coordinator, past the chat."""
        talk = self.here.talk
        enter = await talk.the(EnterProfile)
        return await enter(await talk.actor(self.here.coordinator), self.school, Entered(day, "ФИС ОКО", factors))

    async def card(self) -> RiskCard:
        talk = self.here.talk
        return await (await talk.the(ShowRisk))(await talk.actor(self.here.lead), self.school)

    async def lays(
        self,
        school: str,
        year: int,
        code: str,
        participants: int,
        below: int,
        unit: Unit = Unit.SCHOOL,
        *,
        biased: bool = False,
    ) -> None:
        """A result, past all rights."""
        where = self.here.talk.where("Лабинский", school)
        now = self.here.talk.clock.now()
        row = Result(
            where, SchoolYear(year), ProcedureCode(code), participants, below, "отчёт", unit, None, now, biased
        )
        async with self.here.talk.units.write() as work:
            await work.results.save([row], keep_mark=False)

    @property
    def drawn(self) -> list[RiskPicture]:
        """What was drawn so far."""
        return [one for one in self.here.talk.pictures.drawn if isinstance(one, RiskPicture)]

    async def opens(self, person: Person, name: str) -> None:
        """The profile of the school and one of its factors."""
        await person.sends(f"/risk {SCHOOL} лабинский")
        await person.presses(name)


def standing(person: Person, words: str) -> Screen:
    """The newest message with this button, as it stands now: a picture may have come below it."""
    return replace(next(screen for screen in reversed(person.screens) if words in screen.buttons))


async def taps(person: Person, case: int) -> None:
    """A button of a notice that this chat may never have been sent."""
    button = InlineKeyboardButton(text="Открыть фактор", callback_data=OpenFactor(case=case).pack())
    await person.presses_old(Screen(person.chat, 1, "фактор", "фактор", [[button]]), "Открыть фактор")


@asynccontextmanager
async def risk_talk(url: str) -> AsyncIterator[RiskTalk]:
    async with neighbours(url) as here:
        talk = here.talk
        await FillFactors(talk.units.write)()
        await FillThresholds(talk.units.write)()
        curator = await talk.grown_person(Role.SCHOOL_CURATOR, "Лабинский", name="Кира Кураторова")
        told = RiskTalk(here, curator)
        pair = Pair(
            PairId(0), PairKind.SCHOOL, await talk.person_id(curator), told.school, Order("№ 1", SINCE), SINCE,
            None, None, None,
        )  # fmt: skip
        async with talk.units.write() as work:
            await work.pairs.add(pair)
        yield told

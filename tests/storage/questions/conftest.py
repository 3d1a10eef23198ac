"""Two municipalities of one region with those who ask, answer and watch, on both databases."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import pytest

from shnor_domain.identity import Actor, Role
from shnor_domain.questions.model import QuestionId, Words
from shnor_domain.questions.use_cases.answering import AnswerQuestion
from shnor_domain.questions.use_cases.asking import AskQuestion
from shnor_domain.storage.engine import Database
from tests.support.questions import CHEMISTRY, FILES
from tests.support.village import CHEMISTRY as SUBJECT
from tests.support.village import Village, settle

WORDS = Words("Как решать задание 34?")


@dataclass
class Folk:
    """Use cases over one database, and its people."""

    village: Village
    teacher: Actor
    far_teacher: Actor
    host: Actor
    second_host: Actor
    far_host: Actor
    coordinator: Actor
    far_coordinator: Actor
    region: Actor

    def use(self, case: Any) -> Any:
        return self.village.use(case, **FILES, real=self.village.clock)

    async def asked(self, who: Actor | None = None) -> QuestionId:
        found: QuestionId = await self.use(AskQuestion)(who or self.teacher, CHEMISTRY, WORDS)
        return found

    async def answered(self, which: QuestionId, by: Actor | None = None) -> None:
        await self.use(AnswerQuestion)(by or self.host, which, Words("Найдите избыток."))


@pytest.fixture
async def folk(database_url: str) -> AsyncIterator[Folk]:
    database = Database(database_url)
    village = Village(database)
    async with village.units.write() as work:
        await settle(work, village)
    chemistry = {"subjects": frozenset({SUBJECT})}
    yield Folk(
        village,
        teacher=await village.settled(Role.TEACHER, village.school, **chemistry),
        far_teacher=await village.settled(Role.TEACHER, village.far_school, **chemistry),
        host=await village.settled(Role.METHODIST, village.municipality, **chemistry),
        second_host=await village.settled(Role.METHODIST, village.municipality, **chemistry),
        far_host=await village.settled(Role.METHODIST, village.far_municipality, **chemistry),
        coordinator=await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality),
        far_coordinator=await village.settled(Role.MUNICIPAL_COORDINATOR, village.far_municipality),
        region=await village.settled(Role.REGIONAL_COORDINATOR, village.region),
    )
    await database.close()

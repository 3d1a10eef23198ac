"""Nothing hidden reaches who has no right to it, in text, table or picture, whatever the numbers are (rule 9, R7)."""

from random import Random

import pytest

from shnor_domain.results.model import SMALL
from shnor_domain.results.procedures import procedures
from tests.conversations.test_risk import workbook
from tests.support.conversation import Person
from tests.support.risk_talk import SCHOOL, RiskTalk, risk_talk

YEARS = (2023, 2024, 2025)


async def lay_open(talk: RiskTalk, chance: Random) -> list[tuple[str, int, str]]:
    """Random results; gives the cells that are small: school, year, procedure."""
    small = []
    for school in (SCHOOL, "СОШ № 5", "СОШ № 9"):
        for procedure in procedures():
            for year in YEARS:
                if chance.random() < 0.3:
                    small.append((school, year, procedure.code))
                elif chance.random() < 0.8:
                    all_ = chance.randint(SMALL, 60)
                    below, biased = chance.randint(0, all_), chance.random() < 0.3
                    await talk.lays(school, year, procedure.code, all_, below, biased=biased)
    return [(school, year, str(code)) for school, year, code in small]


async def lay_hidden(talk: RiskTalk, small: list[tuple[str, int, str]], chance: Random) -> None:
    """Other numbers in the very same small cells."""
    for school, year, code in small:
        all_ = chance.randint(1, SMALL - 1)
        await talk.lays(school, year, code, all_, chance.randint(0, all_), biased=year == YEARS[1])


async def told(person: Person) -> tuple[str, str]:
    """Text and table; that no other picture was drawn is counted."""
    await person.sends(f"/risk {SCHOOL} лабинский")
    text = next(screen.text for screen in person.news if screen.file_name is None)
    await person.presses("Excel")
    return text, str(workbook(person))


@pytest.mark.parametrize("seed", range(3))
async def test_who_has_no_right_is_told_the_same_whatever_is_hidden(sqlite_url: str, seed: int) -> None:
    chance = Random(seed)
    async with risk_talk(sqlite_url) as talk:
        await talk.enters()
        small = await lay_open(talk, chance)
        assert small, "something is hidden"
        await lay_hidden(talk, small, chance)
        outsiders = (talk.here.coordinator, talk.here.regional)
        before = [await told(person) for person in outsiders]
        mine = await told(talk.here.lead)
        drawn = len(talk.drawn)
        await lay_hidden(talk, small, Random(seed + 1000))
        after = [await told(person) for person in outsiders]
        assert after == before
        assert len(talk.drawn) == drawn, "the pictures of before are sent again"
        assert "меньше 5" in before[0][0] + before[0][1]
        assert await told(talk.here.lead) != mine, "her own are told to her"

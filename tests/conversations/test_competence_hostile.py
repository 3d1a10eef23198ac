"""Counts by subject where everything is called badly, looked at by people who press everything and type anything."""

import logging
from collections.abc import Awaitable, Callable

import pytest

from shnor_domain.competence.model import Counts, SubjectCounts
from shnor_domain.territories.model import SchoolYear
from tests.support.bot_in_memory import MONDAY
from tests.support.explorer import Explorer
from tests.support.forgeries import Forger
from tests.support.hostile import NEAR, Hostile
from tests.support.hostile_walks import ENDS, hostile
from tests.support.hostile_words import TYPED, WELCOME

ANSWERS = ("8 16 12 0", "3", *WELCOME)
STAYS = {*ENDS, "menu"}


async def counted(here: Hostile) -> None:
    """Every subject of the municipality and of two schools, few and many by turns."""
    near = here.talk.where(NEAR)
    places = (near, here.school, here.talk.where(NEAR, "СОШ № 9"))
    async with here.talk.units.write() as work:
        for at, subject in enumerate(await work.subjects.all()):
            for place in places:
                counts = Counts(1, at % 2) if at % 3 else Counts(99_999, 99_999, 99_999, 99_999)
                row = SubjectCounts(
                    place, SchoolYear(2026), subject.code, counts, near, MONDAY, None, here.words(200)
                )  # fmt: skip
                await work.competence.put(row)


def to_counts(here: Hostile, who: str, *labels: str) -> Callable[[], Awaitable[None]]:
    """/menu, «Темы по предметам», buttons."""
    person = here.people[who]

    async def start() -> None:
        await person.opens("Темы по предметам", *labels)

    return start


@pytest.mark.parametrize("kind", ["wild", "long", "wide"])
async def test_whatever_subjects_are_called_every_window_of_their_counts_can_be_shown(
    sqlite_url: str, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with hostile(sqlite_url, kind) as here:
        await counted(here)
        for who, steps, labels, far in (
            ("coordinator", 25, (), "Competence:table"),
            ("coordinator", 15, ("Внести или исправить",), "CompetenceEntry:numbers"),
            ("lead", 12, ("Другой год",), "Competence:years"),
            ("observer", 12, ("Муниципалитеты",), "Competence:inside"),
        ):
            walker = Explorer(here.talk, here.people[who], TYPED, ANSWERS, spares=STAYS)
            for _ in range(4):  # where chance takes her changes with each button that a window gains
                await walker.walk(steps, to_counts(here, who, *labels))
                if far in walker.names():
                    break
            assert far in walker.names()
    cut = [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]
    assert kind == "wide" or cut == [], "a screen needs paging, or shorter rows"


async def test_changed_data_of_any_button_of_counts_breaks_no_window(sqlite_url: str) -> None:
    async with hostile(sqlite_url, "wild") as here:
        await counted(here)
        forger = Forger(here.talk, here.people["coordinator"], ANSWERS, spares=STAYS)
        await forger.walk(10, to_counts(here, "coordinator"))
        await forger.walk(8, to_counts(here, "coordinator", "Внести или исправить"))
        assert len(forger.tried) > 6

"""Whatever schools, districts and subjects are called, and whatever is typed or forged, no window of «Справочники»
breaks."""

import logging

import pytest

from shnor_domain.people.use_cases.make_links import MakeSchoolLink
from tests.support.forgeries import Forger
from tests.support.hostile_walks import ENDS, hostile, stay, to_window
from tests.support.hostile_words import WELCOME
from tests.support.length import steps

STEPS = 45
STARTS = {
    "the list": ("coordinator", ("Справочники",), {"Reference:all", "Spellings:all", "MethodistsDay:day"}),
    "a calendar": ("coordinator", ("Справочники", "Календарь"), {"DaysOff:sheet", "DaysOff:day", "DaysOff:word"}),
    "schools": ("coordinator", ("Справочники", "Школы"), {"SchoolsHere:all", "SchoolsHere:place"}),
    "a region": ("regional", ("Справочники",), {"Reference:whose", "Catalogue:all"}),
    "days of subjects": ("regional", ("Справочники", "Дни предметов"), {"SubjectDays:all", "SubjectDays:day"}),
    "subjects": ("regional", ("Справочники", "Предметы"), {"Catalogue:one", "Catalogue:name"}),
    "the country": ("admin", ("Справочники",), {"Reference:whose"}),
    "regions": ("admin", ("Справочники", "Дни предметов"), {"SubjectDays:region", "SubjectDays:all"}),
    "frost": ("coordinator", ("Актированный день",), {"CalledOff:day", "CalledOff:check", "CalledOff:undo"}),
    "links": ("lead", ("Мои приглашения",), {"MyLinks:all", "MyLinks:one", "MyLinks:revoke"}),
}
"""Who sets out from where, and windows that she comes to."""


@pytest.mark.parametrize("start", STARTS)
async def test_reference_data_hold_whatever_things_are_called(sqlite_url: str, start: str) -> None:
    who, labels, far = STARTS[start]
    async with hostile(sqlite_url, "wild") as here:
        if who == "lead":
            make = await here.talk.the(MakeSchoolLink)
            for _ in range(9):
                await make(await here.talk.actor(here.people["lead"]), here.school, 5, 30)
        explorer = await stay(here, who, STEPS, to_window(here, who, *labels), far)
        assert far <= explorer.names(), explorer.names()


async def test_windows_of_one_school_hold_whatever_it_is_called(sqlite_url: str) -> None:
    async with hostile(sqlite_url, "wild") as here:
        coordinator = here.people["coordinator"]

        async def to_school() -> None:
            await coordinator.sends("/schools")
            await coordinator.presses(coordinator.buttons[0])
            await coordinator.presses("Изменить школу")

        explorer = await stay(here, "coordinator", STEPS, to_school)
        assert {"SchoolFacts:all", "SchoolFacts:lists", "SchoolFacts:spellings"} <= explorer.names(), explorer.names()


@pytest.mark.parametrize("kind", ["long", "wide"])
async def test_the_longest_words_fit_into_every_window_of_reference_data(
    sqlite_url: str, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with hostile(sqlite_url, kind) as here:
        for who in ("coordinator", "regional"):
            await stay(here, who, STEPS, to_window(here, who, "Справочники"))
    cut = [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]
    assert kind == "wide" or cut == [], "a window needs paging, or shorter rows"


@pytest.mark.parametrize("who", ["coordinator", "regional"])
async def test_changed_data_of_any_button_break_no_window_of_reference_data(sqlite_url: str, who: str) -> None:
    async with hostile(sqlite_url, "wild") as here:
        forger = Forger(here.talk, here.people[who], WELCOME, spares={*ENDS, "menu"})
        ways = [("Справочники",), ("Справочники", "Календарь"), ("Справочники", "Школы")]
        await forger.walk(steps(45), *(to_window(here, who, *labels) for labels in ways))
        assert len(forger.tried) > 6

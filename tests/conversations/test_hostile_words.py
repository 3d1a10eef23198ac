"""Whatever people and things are called, no screen, button, notice or file of any role breaks on it."""

import pytest

from tests.support.hostile_walks import hostile, stay, to_card, to_first, wander

EVERYWHERE, AROUND = 110, 100


@pytest.mark.parametrize(
    "roles",
    [
        ("stranger", "waiting", "declined", "arrived"),
        ("teacher", "lead", "curator"),
        ("mentor", "tutor", "methodist"),
        ("coordinator", "regional"),
        ("observer", "admin"),
    ],
    ids=" ".join,
)
async def test_no_screen_of_any_role_breaks_on_what_people_are_called(sqlite_url: str, roles: tuple[str, ...]) -> None:
    async with hostile(sqlite_url, "wild") as here:
        for who in roles:
            explorer = await wander(here, who, EVERYWHERE)
            assert len(explorer.seen) > 8, explorer.names()


@pytest.mark.parametrize(
    ("who", "whose"),
    [("coordinator", "curator"), ("coordinator", "mentor"), ("regional", "coordinator"), ("admin", "teacher")],
)
async def test_cards_of_people_hold_everything_that_is_said_of_them(sqlite_url: str, who: str, whose: str) -> None:
    async with hostile(sqlite_url, "wild") as here:
        explorer = await stay(here, who, AROUND, to_card(here, who, whose))
        assert len(explorer.seen) > 5, explorer.names()


async def test_weekly_times_and_bookings_hold_everything_that_is_said_of_them(sqlite_url: str) -> None:
    async with hostile(sqlite_url, "wild") as here:
        times = await stay(here, "methodist", AROUND, to_first(here, "methodist", "/schedule", "Моё время"))
        plan = await stay(here, "methodist", AROUND, to_first(here, "methodist", "/schedule", "Дни из плана"))
        book = await stay(here, "teacher", AROUND, to_first(here, "teacher", "/consult"))
        seen = times.names() | plan.names() | book.names()
        assert {"SlotCard:card", "SlotCard:window_day", "Drafts:one", "Publish:summary", "Book:day"} <= seen, seen


@pytest.mark.parametrize("table", ["Школы", "Люди", "Дни", "Муниципалитеты"])
async def test_tables_with_hostile_cells_are_reported_row_by_row(sqlite_url: str, table: str) -> None:
    async with hostile(sqlite_url, "wild") as here:
        admin = here.people["admin"]

        async def to_file() -> None:
            await admin.sends("/menu")
            await admin.presses("Загрузить таблицу")
            await admin.presses(next(label for label in admin.buttons if label.startswith(table)))

        explorer = await stay(here, "admin", AROUND, to_file)
        assert {"Imports:file", "Imports:report", "Imports:problems"} <= explorer.names(), explorer.names()

"""Whatever people and things are called, no screen, button, notice or file of any role breaks on it."""

import pytest

from handlers.shell.fitting import too_long, whole_lines
from shnor_domain.identity import Role
from shnor_domain.letters import visible_letters
from tests.support.hostile_walks import FIRST_OF_A_LIST, hostile, stay, to_card, to_first, to_window, wander
from tests.support.hostile_words import WORDS

EVERYWHERE, AROUND, TABLES = 45, 45, 75


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
            explorer = await wander(here, who, EVERYWHERE, windows=8)
            assert len(explorer.seen) > 8, explorer.names()


@pytest.mark.parametrize(
    ("who", "whose"),
    [("coordinator", "curator"), ("coordinator", "mentor"), ("regional", "coordinator"), ("admin", "teacher")],
)
async def test_cards_of_people_hold_everything_that_is_said_of_them(sqlite_url: str, who: str, whose: str) -> None:
    async with hostile(sqlite_url, "wild") as here:
        explorer = await stay(here, who, AROUND, to_card(here, who, whose))
        assert len(explorer.seen) > 5, explorer.names()


@pytest.mark.parametrize(
    ("who", "far"),
    [
        ("coordinator", "Attention:all YearList:all Settings:leave"),
        ("regional", "People:role Deputy:who"),
        ("coordinator", "Appoint:kind Appoint:check"),
        # her wishes first: in the other walk she gives her role up, and they end with it
        ("teacher", "Mine:wish Roles:one"),
    ],
)
async def test_windows_far_from_the_menu_break_as_little(sqlite_url: str, who: str, far: str) -> None:
    async with hostile(sqlite_url, "wild") as here:
        starts = {
            "Attention": to_window(here, who, "Что требует"),
            "YearList": to_window(here, who, "Список школ"),
            "Schools": to_window(here, who, "Школы"),
            "People": to_window(here, who, "Люди"),
            "Appoint": to_card(here, who, "mentor", "Закрепить"),
            "Deputy": to_card(here, who, "coordinator", "Назначить заместителя"),
            "Roles": to_window(here, who, "Настройки", "Мои роли"),
            "Mine": to_window(here, who, "Мои дела", "›", "›", "›", "Просьба"),
            "Settings": to_window(here, who, "Настройки", "Я в отпуске"),
        }
        seen = set[str]()
        for group in dict.fromkeys(window.partition(":")[0] for window in far.split()):
            seen |= (await stay(here, who, AROUND, starts[group])).names()
        assert set(far.split()) <= seen


async def test_weekly_times_and_bookings_hold_everything_that_is_said_of_them(sqlite_url: str) -> None:
    async with hostile(sqlite_url, "wild") as here:
        own = to_first(here, "methodist", "/schedule", "Моё время")
        times = await stay(here, "methodist", AROUND, own, {"SlotCard:card", "SlotCard:window_day"})
        plan = await stay(here, "methodist", AROUND, to_first(here, "methodist", "/schedule", "Дни из плана"))
        book = await stay(here, "teacher", AROUND, to_first(here, "teacher", "/consult"))
        seen = times.names() | plan.names() | book.names()
        assert {"SlotCard:card", "SlotCard:window_day", "Drafts:one", "Publish:summary", "Book:day"} <= seen, seen


@pytest.mark.parametrize("table", ["Школы", "Люди", "Дни", "Муниципалитеты"])
async def test_tables_with_hostile_cells_are_reported_row_by_row(sqlite_url: str, table: str) -> None:
    async with hostile(sqlite_url, "wild") as here:
        admin = here.people["admin"]

        async def to_file() -> None:
            await admin.opens("Загрузить таблицу")
            await admin.presses(next(label for label in admin.buttons if label.startswith(table)))

        far = {"Imports:file", "Imports:report", "Imports:problems"}
        explorer = await stay(here, "admin", TABLES, to_file, far)
        assert far <= explorer.names(), explorer.names()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("а\x00б\x1b[31mв\tг", "а б [31mв г"),
        ("\u202eаннА\u202c \u2066x\u2069\u200b\u200f", "аннА x"),
        ("раз\u2028два\nтри", "раз\nдва\nтри"),
        ("половина \ud83d", "половина "),
        ("👩‍👩‍👧‍👦🏴\U000e0067\U000e0062🇷🇺 и\u0306 שרה", "👩‍👩‍👧‍👦🏴\U000e0067\U000e0062🇷🇺 и\u0306 שרה"),
    ],
)
def test_what_nobody_sees_is_not_kept(typed: str, kept: str) -> None:
    assert visible_letters(typed) == kept


def test_a_window_that_is_too_long_is_cut_between_lines_and_closes_its_tags() -> None:
    line = "<b>&lt;Ж&amp;</b>"
    assert whole_lines(f"{line}\n{line}\n{line}", 9) == f"{line}\n{line}"
    assert whole_lines(f"<b>{line}\n{line}</b>\nЖ", 4) == "&lt;Ж&amp;"
    assert whole_lines("<i>" + "&amp;" * 5000 + "</i>", 10) == "&amp;" * 9 + "…"
    assert not too_long("<b>" + "&lt;" * 4096 + "</b>")
    assert too_long("🎓" * 2049)


async def test_signs_that_a_database_would_take_for_wildcards_find_only_themselves(sqlite_url: str) -> None:
    async with hostile(sqlite_url, "wild") as here:
        coordinator, percents = here.people["coordinator"], WORDS["pipes and percents"]
        await here.talk.grown_person(Role.MENTOR, "Лабинский", name=percents)
        for typed in ("%", "_ %", "| \\ '"):
            await coordinator.sends("/people")
            await coordinator.sends(typed)
            found = [label for label in coordinator.buttons if FIRST_OF_A_LIST.match(label)]
            assert found
            assert all(percents[:20] in label for label in found), found
        for typed in ("%%", "Анна%Анна", "__", "' OR 1=1 --", "*", "?"):
            await coordinator.sends("/people")
            await coordinator.sends(typed)
            assert not [label for label in coordinator.buttons if FIRST_OF_A_LIST.match(label)], typed
        assert here.talk.session.refused == []

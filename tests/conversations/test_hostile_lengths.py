"""Where everything is as long and as much as it may be, messages are paged or say that there is more."""

import logging

import pytest

from shnor_domain.identity import Role
from tests.support.explorer import window_of, windows
from tests.support.hostile_walks import hostile, stay, to_card, to_first, wander

STEPS = 30
ROLES = [("teacher", "declined", "lead"), ("coordinator", "regional", "methodist")]


@pytest.mark.parametrize("roles", ROLES, ids=" ".join)
async def test_the_longest_words_fit_into_every_screen_by_themselves(
    sqlite_url: str, roles: tuple[str, ...], caplog: pytest.LogCaptureFixture
) -> None:
    async with hostile(sqlite_url, "long") as here:
        for who in roles:
            await wander(here, who, STEPS)
        await stay(here, "coordinator", STEPS, to_card(here, "coordinator", "mentor"))
        await stay(here, "methodist", STEPS, to_first(here, "methodist", "/schedule", "Моё время"))
    cut = [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]
    assert cut == [], "a screen needs paging, or shorter rows"


@pytest.mark.parametrize("roles", ROLES, ids=" ".join)
async def test_signs_that_count_double_are_refused_nowhere(sqlite_url: str, roles: tuple[str, ...]) -> None:
    async with hostile(sqlite_url, "wide") as here:
        for who in roles:
            await wander(here, who, STEPS)


@pytest.mark.parametrize("kind", ["wild", "long", "wide"])
async def test_a_meeting_of_500_people_comes_by_pages(sqlite_url: str, kind: str) -> None:
    async with hostile(sqlite_url, kind) as here:
        await here.crowd(480)
        host = here.people["methodist"]
        await host.sends("/schedule")
        for _ in range(20):
            found = [label for label in host.buttons if "481 из 500" in label]
            if found:
                break
            await host.presses("›")
        await host.presses(found[0])
        host.sees("1. ", "8. ")
        host.does_not_see("\n9. ")
        assert "1 из 61" in host.buttons
        for _ in range(3):
            await host.presses("›")
        host.sees("32. ")
        await host.presses("Отменить встречу")
        host.sees("ещё 473")
        assert here.talk.session.refused == []


@pytest.mark.parametrize("kind", ["wild", "long", "wide"])
async def test_thirty_things_of_ones_own_come_by_pages_and_as_files(sqlite_url: str, kind: str) -> None:
    async with hostile(sqlite_url, kind) as here:
        teacher = here.people["teacher"]
        await teacher.sends("/my")
        pages = {"".join(teacher.buttons)}
        while "›" in teacher.buttons:
            await teacher.presses("›")
            pages.add("".join(teacher.buttons))
        assert len(pages) >= 3
        teacher.sees("Просьбы о консультациях")
        await teacher.sends("/privacy")
        await teacher.presses("Показать")
        teacher.sees("Что мы о вас храним", "Это только начало")
        await teacher.presses("Получить файлами")
        files = [screen for screen in teacher.news if screen.body is not None]
        assert len(files) == 2
        page = next(screen.body.decode() for screen in files if screen.body and screen.body.startswith(b"<!doctype"))
        assert "<b>&_" not in page
        assert "</a></b>" not in page
        assert here.talk.session.refused == []


async def test_the_staff_of_a_school_is_named_as_far_as_it_fits(sqlite_url: str) -> None:
    async with hostile(sqlite_url, "long") as here:
        await here.many(60, Role.SCHOOL_LEAD)
        lead, coordinator = here.people["lead"], here.people["coordinator"]
        await lead.sends("/schools")
        await coordinator.sends("/schools")
        await coordinator.sends("6")
        await coordinator.presses(coordinator.buttons[0])
        for person in (lead, coordinator):
            assert window_of(person.last) == mark("Schools:card"), str(person.last)
            person.sees("ЖЖЖЖЖЖЖЖЖ щщ", "ещё 53", "чителей")
        assert here.talk.session.refused == []


async def test_a_report_of_5000_problems_comes_by_pages(sqlite_url: str) -> None:
    async with hostile(sqlite_url, "wild") as here:
        admin = here.people["admin"]
        await admin.opens("Загрузить таблицу")
        await admin.presses("Школы")
        rows = "\n".join(f"<b>&_*[{number};</a>{'Ж' * 150};{number}" for number in range(5000))
        await admin.sends_document("<b>.csv", f"муниципалитет;школа;село\n{rows}".encode())
        await admin.presses("С ошибкой (5000)")
        assert "1 из 625" in admin.buttons
        await admin.presses("›")
        assert here.talk.session.refused == []


def mark(state: str) -> str:
    return next(found for found, each in windows().items() if each.state == state)

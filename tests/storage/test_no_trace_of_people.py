"""Who deletes herself leaves no byte: not in a row of any table, not in the file, its log, a backup or a folder.

Everything that a person types in a whole life here is a canary. The same from outside, with a process that is killed,
is tests/end_to_end/test_no_trace.py.
"""

import json
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.blanking import blank
from bot.commands.backup import copy_sqlite
from shnor_domain.consultations.use_cases.publish import PublishSlot
from shnor_domain.identity import Role
from shnor_domain.people.model.pairs import PairKind
from shnor_domain.people.use_cases.appoint import AppointPair, Wanted
from shnor_domain.storage.schema import metadata
from tests.support.bot_in_memory import Talk, talking_bot
from tests.support.consultations import terms
from tests.support.conversation import Person
from tests.support.files_at_rest import forms_of

CANARY = "канареечк"
NAME, HOST_NAME, APPLICANT, NEW_NAME = (f"{CANARY.title()}{which} Анна" for which in ('а "\\', "е", "о", "у"))
TOPIC, WISH, REASON, HALF, SEARCHED = (f"{CANARY}и {which}" for which in ("топ", "виш", "риз", "халф", "серч"))
LINK, ORDER = f"https://example.org/{CANARY}", f"14-{CANARY}"
TABLE = f"муниципалитет;школа\nЛабинский;СОШ {CANARY} № 77\n"


@pytest.fixture
async def talk(database_url: str) -> AsyncIterator[Talk]:
    async with talking_bot(database_url) as talk:
        yield talk


async def found(talk: Talk, *words: str) -> list[str]:
    """«table.column: value» for every value of every row in which one of `words` stands."""
    seen = []
    async with talk.database.read() as connection:
        for table in metadata.sorted_tables:
            for row in (await connection.execute(select(table))).mappings():
                for column, value in row.items():
                    text = value if isinstance(value, str) else json.dumps(value, default=str, ensure_ascii=False)
                    text = f"{text} {_unescaped(text)}".casefold()
                    if any(word.casefold() in text for word in words):
                        seen.append(f"{table.name}.{column}: {text[:300]}")
    return seen


def _unescaped(text: str) -> str:
    try:
        return json.dumps(json.loads(text), ensure_ascii=False)
    except ValueError:
        return ""


def bytes_left(talk: Talk, tmp_path: Path, *words: str) -> list[str]:
    """Files in which one of `words` stands: the database with all that lies beside it, a fresh backup, FILES_DIR."""
    files = [file for file in talk.files.rglob("*") if file.is_file()]
    if talk.database.is_sqlite:
        database = Path(str(talk.database.engine.url.database))
        (tmp_path / "backup.sqlite3").unlink(missing_ok=True)
        copy_sqlite(database, tmp_path / "backup.sqlite3")
        files += [*database.parent.glob(f"{database.name}*"), tmp_path / "backup.sqlite3"]
    bodies = {file.name: file.read_bytes() for file in files}
    return [name for name, body in bodies.items() for word in words for form in _spellings(word) if form in body]


def _spellings(word: str) -> set[bytes]:
    return {form for case in (word, word.casefold(), word.title()) for form in forms_of(case)}


async def deletes_herself(person: Person) -> None:
    await person.sends("/privacy")
    await person.presses("Удалить мои данные")
    await person.presses("Да, удалить всё")
    person.sees("удалено")


async def hosts(talk: Talk) -> Person:
    """A methodist with a link of her own, who looks at her schedule and leaves a form in the middle."""
    host = await talk.grown_person(Role.METHODIST, region="Краснодарский край", name=HOST_NAME)
    where = talk.where("Лабинский")
    published = terms(
        open_to=where, link=LINK, zone="Europe/Moscow", capacity=9,
        first_day=date(2026, 11, 30), last_day=date(2027, 1, 31),
    )  # fmt: skip
    await (await talk.the(PublishSlot))(await talk.actor(host), published)
    return host


async def books(talk: Talk) -> Person:
    """A teacher with a booking, a wish and a question half asked."""
    teacher = await talk.grown_person(
        Role.TEACHER, "Лабинский", "СОШ № 6", subjects={"chemistry", "physics"}, name=NAME
    )
    await teacher.sends("/consult")
    await teacher.presses("Химия")
    await teacher.presses(teacher.buttons[0])
    await teacher.sends(TOPIC)
    teacher.sees(TOPIC)
    await teacher.sends("/consult")
    await teacher.presses("Физика")
    await teacher.sends(WISH)
    await teacher.sends("/settings")
    await teacher.presses("Имя")
    await teacher.sends(f"{HALF} " * 40)
    teacher.sees("а можно не больше 80")
    return teacher


async def test_a_lead_leaves_nothing_of_whom_she_has_booked_and_for_what(talk: Talk, tmp_path: Path) -> None:
    host = await hosts(talk)
    await talk.grown_person(Role.TEACHER, "Лабинский", "СОШ № 6", subjects={"chemistry"}, name="Белла Ивановна")
    lead = await talk.grown_person(Role.SCHOOL_LEAD, "Лабинский", "СОШ № 6", name=NAME)
    for way in (("Коллега без аккаунта", APPLICANT), ("Белла Ивановна", "Записать")):
        await lead.opens("Записать учителя")
        await lead.presses(way[0])
        if way[1] == APPLICANT:
            await lead.sends(APPLICANT)
        else:
            await lead.presses(way[1])
        await lead.presses("Химия")
        await lead.presses(lead.buttons[0])
        await lead.sends(TOPIC)
        lead.sees("Записано")
    while await talk.deliver():
        pass
    await host.presses("Открыть встречу")
    words = (NAME, APPLICANT, TOPIC)
    assert await found(talk, *words), "the test looks at nothing"
    await deletes_herself(lead)
    while await talk.deliver():
        pass
    await blank(talk.database, talk.clock)
    assert await found(talk, *words) == []
    assert bytes_left(talk, tmp_path, *words) == []


async def test_a_teacher_leaves_nothing_though_others_look_at_her(talk: Talk, tmp_path: Path) -> None:
    host, teacher = await hosts(talk), await books(talk)
    while await talk.deliver():
        pass
    await host.presses("Открыть встречу")
    host.sees(NAME, TOPIC)
    coordinator = await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Лабинский", name="Клара Районова")
    await coordinator.sends("/people")
    await coordinator.sends(NAME.upper())
    await coordinator.presses(NAME)
    coordinator.sees(NAME)
    words = (NAME, TOPIC, WISH, HALF)
    assert await found(talk, *words), "the test looks at nothing"
    await deletes_herself(teacher)
    while await talk.deliver():
        pass
    await blank(talk.database, talk.clock)
    assert await found(talk, *words) == []
    assert bytes_left(talk, tmp_path, *words) == []
    await host.sends("/schedule")
    host.does_not_see(NAME, TOPIC)
    await coordinator.presses("В меню")
    coordinator.sees("Клара Районова")


async def test_a_host_leaves_neither_her_link_nor_her_name(talk: Talk, tmp_path: Path) -> None:
    host, teacher = await hosts(talk), await books(talk)
    await host.sends("/schedule")
    await host.presses("Добавить время")
    await host.presses(host.buttons[0])
    coordinator = await talk.actor(await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Лабинский", name="Клара"))
    await deletes_herself(host)
    while await talk.deliver():
        pass
    teacher.sees("не состоится")
    await blank(talk.database, talk.clock)
    assert coordinator.person is not None
    assert await found(talk, HOST_NAME, LINK) == []
    assert bytes_left(talk, tmp_path, HOST_NAME, LINK) == []


async def test_an_applicant_leaves_neither_her_name_nor_why_she_was_declined(talk: Talk, tmp_path: Path) -> None:
    lead = await talk.grown_person(Role.SCHOOL_LEAD, "Лабинский", "СОШ № 6", name="Лидия")
    applicant = talk.person(77)
    await applicant.sends("/start")
    for words in ("Зарегистрироваться", "Согласен(на)", "Учитель"):
        await applicant.presses(words)
    await applicant.sends("Лабинский")
    await applicant.presses("Да")
    await applicant.presses("СОШ № 6")
    await applicant.presses("Химия")
    await applicant.presses("Готово")
    await applicant.sends(APPLICANT)
    applicant.sees("Заявка на регистрацию отправлена")
    await lead.sends("/waiting")
    await lead.presses(APPLICANT)
    await lead.presses("Не подтверждать")
    await lead.sends(REASON)
    await talk.restart()
    while await talk.deliver():
        pass
    await applicant.sends("/settings")
    assert await found(talk, APPLICANT, REASON)
    await deletes_herself(applicant)
    await blank(talk.database, talk.clock)
    assert await found(talk, APPLICANT, REASON) == []
    assert bytes_left(talk, tmp_path, APPLICANT, REASON) == []


async def test_a_helper_leaves_an_order_without_her(talk: Talk, tmp_path: Path) -> None:
    mentor = await talk.grown_person(Role.MENTOR, "Лабинский", name=NAME)
    coordinator = await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Лабинский", name="Клара Районова")
    school = talk.where("Лабинский", "СОШ № 6").school
    assert school is not None
    wanted = Wanted(PairKind.TEAM, await talk.person_id(mentor), school, ORDER, date(2026, 11, 2))
    await (await talk.the(AppointPair))(await talk.actor(coordinator), wanted)
    while await talk.deliver():
        pass
    await coordinator.sends("/people")
    await coordinator.presses(NAME)
    coordinator.sees(ORDER)
    await deletes_herself(mentor)
    await blank(talk.database, talk.clock)
    assert await found(talk, NAME) == []
    assert bytes_left(talk, tmp_path, NAME) == []
    # which order a coordinator acted by is hers to answer for: it stays, with nobody in the helper's place
    assert [each.partition(":")[0] for each in await found(talk, ORDER)] == ["audit.details"]


async def test_a_coordinator_leaves_neither_her_search_nor_her_table(talk: Talk, tmp_path: Path) -> None:
    coordinator = await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Лабинский", name=HOST_NAME)
    await coordinator.sends("/people")
    await coordinator.sends(SEARCHED)
    coordinator.sees(SEARCHED)
    await coordinator.opens("Загрузить таблицу")
    await coordinator.presses("Школы")
    await coordinator.sends_document(f"{CANARY}.csv", TABLE.encode())
    coordinator.sees(CANARY)
    assert bytes_left(talk, tmp_path, CANARY)
    await deletes_herself(coordinator)
    await blank(talk.database, talk.clock)
    assert await found(talk, CANARY) == []
    assert bytes_left(talk, tmp_path, CANARY) == []


async def test_a_new_name_leaves_nothing_of_the_old_one(talk: Talk, tmp_path: Path) -> None:
    teacher = await talk.grown_person(Role.TEACHER, "Лабинский", "СОШ № 6", name=NAME, subjects={"chemistry"})
    await teacher.sends("/settings")
    await teacher.presses("Имя")
    await teacher.sends(NEW_NAME)
    await blank(talk.database, talk.clock)
    assert await found(talk, NAME) == []
    assert bytes_left(talk, tmp_path, NAME) == []
    assert await found(talk, NEW_NAME)

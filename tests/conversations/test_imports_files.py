"""Tables from the chat: a report first, nothing written before «Записать», and nobody else's territory."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.worker.tables import read_table, write_xlsx
from shnor_domain.identity import Role
from shnor_domain.tables import Sheet, Table
from shnor_domain.territories.use_cases.scoped import MySchools
from tests.support.conversation import Person
from tests.support.neighbours import Neighbours, neighbours

SCHOOLS = """муниципалитет;школа;село;лишний
Лабинский;СОШ № 6;Лабинск;
Лабинский;МБОУ СОШ № 5 имени Героя;Лабинск;
Лабинский;=HYPERLINK("http://x.ru";"<b>&_*[");Хутор;
Момский;СОШ № 9;;
Лабинский;;;
"""
DAYS = """регион,предмет,день недели,источник
Краснодарский край,химия,понедельник,приказ
Краснодарский край,методический день,четверг,приказ
Краснодарский край,волшебство,пятница,приказ
Республика Саха (Якутия),физика,вторник,приказ
"""
PEOPLE = """роль;муниципалитет;школа;предмет
учитель;Лабинский;6;химия
учитель;Лабинский;6;химия
директор;Лабинский;СОШ № 5;
учитель;Момский;1;химия
чародей;Лабинский;;
учитель;Лабинский;77;
"""


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[Neighbours]:
    async with neighbours(sqlite_url) as made:
        yield made


async def choose(person: Person, kind: str) -> None:
    await person.opens("Загрузить таблицу")
    await person.presses(kind)


async def schools_of(here: Neighbours) -> list[str]:
    listed = await (await here.talk.the(MySchools))(await here.talk.actor(here.coordinator))
    return [school.name for school in listed]


async def test_schools_are_reported_row_by_row_and_written_once_confirmed(here: Neighbours) -> None:
    coordinator = here.coordinator
    before = await schools_of(here)
    await choose(coordinator, "Школы")
    coordinator.sees("Пришлите файл xlsx или csv со школами. Нужны столбцы: муниципалитет, школа")
    await coordinator.sends_document("<b>&_*[ список.csv", SCHOOLS.encode("cp1251"))
    coordinator.sees(
        "Школы: что изменит файл, списки на 2026/27",
        "Файл: <b>&_*[ список.csv",
        "Новых: 1, изменится: 0, без изменений: 1, под вопросом: 1, с ошибкой: 2",
        "Столбцы не поняты и не читаются: лишний",
    )
    assert not [screen for screen in coordinator.screens if "Читаю таблицу" in screen.text]
    await coordinator.presses("С ошибкой (2)")
    coordinator.sees("Строка 5: СОШ № 9", "«Момский»: это не ваша территория", "Строка 6: …", "«школа»: пусто")
    await coordinator.presses("Назад")
    await coordinator.presses("Что изменится (1)")
    coordinator.sees('Строка 4: =HYPERLINK("http://x.ru"')
    await coordinator.presses("Назад")
    await coordinator.presses("Вопросы (1)")
    coordinator.sees("Строка 3: СОШ № 5 → МБОУ СОШ № 5 имени Героя")
    await coordinator.presses("3: другая")
    coordinator.sees("Ответ: другая")
    await coordinator.presses("3: переименована")
    coordinator.sees("Ответ: переименована")
    await coordinator.presses("Назад")
    assert await schools_of(here) == before
    window = replace(coordinator.last, rows=list(coordinator.last.rows))
    await coordinator.presses("Записать")
    coordinator.sees("Записано строк: 2")
    await coordinator.presses_old(window, "Записать")
    after = await schools_of(here)
    assert "МБОУ СОШ № 5 имени Героя" in after and len(after) == len(before) + 1
    assert [line for line in await here.audited() if line[0] == "import:schools"] == [
        ("import:schools", await here.talk.person_id(coordinator))
    ]
    await choose(coordinator, "Школы")
    await coordinator.sends_document("again.csv", SCHOOLS.encode())
    coordinator.sees("Новых: 0, изменится: 0, без изменений: 3, под вопросом: 0, с ошибкой: 2")
    assert "Записать" not in coordinator.buttons


async def test_not_wanted_is_not_written(here: Neighbours) -> None:
    before = await schools_of(here)
    await choose(here.coordinator, "Школы")
    await here.coordinator.sends_document("list.csv", SCHOOLS.encode())
    await here.coordinator.presses("Не надо")
    here.coordinator.sees("Хорошо, ничего не записано", "Какую таблицу загрузить?")
    assert await schools_of(here) == before
    assert not [line for line in await here.audited() if line[0].startswith("import")]


async def test_a_report_that_is_old_by_now_is_shown_anew(here: Neighbours) -> None:
    other = await here.talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Лабинский", name="Вторая Районова")
    for person in (here.coordinator, other):
        await choose(person, "Школы")
        await person.sends_document("list.csv", "муниципалитет;школа\nЛабинский;ООШ № 77\n".encode())
    await other.presses("Записать")
    await choose(other, "Школы")
    await other.sends_document("list.csv", "муниципалитет;школа\nЛабинский;ООШ № 77\n".encode())
    await here.coordinator.presses("Записать")
    here.coordinator.sees("Пока вы читали отчёт, данные изменились", "без изменений: 1")
    assert "Записать" not in here.coordinator.buttons


@pytest.mark.parametrize(
    ("name", "body", "words"),
    [
        ("договор.docx", b"PK\x03\x04 not a workbook", "Файл не открывается"),
        ("old.xls", b"\xd0\xcf\x11\xe0 old", "Это старый формат или файл с паролем"),
        ("photo.png", b"\x89PNG\x00\x00", "Это не таблица"),
        ("empty.csv", b"", "В файле нет строк"),
        ("other.csv", "фамилия;оценка\nПетров;2\n".encode(), "В таблице не нашлось нужных столбцов"),
    ],
)
async def test_a_wrong_file_gets_a_clear_sentence(here: Neighbours, name: str, body: bytes, words: str) -> None:
    await choose(here.coordinator, "Школы")
    await here.coordinator.sends_document(name, body)
    here.coordinator.sees(words, "Пришлите файл xlsx или csv со школами")
    await here.coordinator.sends_photo()
    here.coordinator.sees("Здесь нужен файл xlsx или csv")
    await here.coordinator.sends("я" * 4000)
    here.coordinator.sees("Здесь нужен файл xlsx или csv")


async def test_many_hostile_rows_come_by_pages_that_fit(here: Neighbours) -> None:
    rows = "".join(f"Нигде{'😀' * 120};{'<b>&_*[' * 40}{number};{'я' * 300}\n" for number in range(20))
    await choose(here.coordinator, "Школы")
    await here.coordinator.sends_document("😀" * 100 + ".csv", ("муниципалитет;школа;статус\n" + rows).encode())
    here.coordinator.sees("с ошибкой: 20")
    await here.coordinator.presses("С ошибкой (20)")
    assert "1 из 3" in here.coordinator.buttons
    await here.coordinator.presses("›")
    await here.coordinator.presses("›")
    here.coordinator.sees("Строка 21:")


async def test_people_become_invitations_without_names(here: Neighbours) -> None:
    coordinator = here.coordinator
    await choose(coordinator, "Люди: приглашения")
    rows = tuple(tuple(line.split(";")) for line in PEOPLE.splitlines())
    await coordinator.sends_document("люди.xlsx", write_xlsx([Sheet("Люди", rows)]))
    coordinator.sees("Люди: какие приглашения появятся", "Новых: 3", "с ошибкой: 3")
    await coordinator.presses("С ошибкой (3)")
    coordinator.sees(
        "это не ваша территория", "«чародей»: такой роли нет", "«77»: такой школы в этом муниципалитете нет"
    )
    await coordinator.presses("Назад")
    await coordinator.presses("Записать")
    coordinator.sees("Записано строк: 3")
    await coordinator.presses("Файл приглашений")
    sent = coordinator.screens[-2]
    assert sent.file_name == "Приглашения.xlsx" and "3 приглашения ждут своих людей" in sent.text
    table = read_table("x.xlsx", sent.body or b"")
    assert isinstance(table, Table)
    head, *body = table.sheets[0].rows
    assert head == ("Роль", "Где", "Предметы", "Ссылка", "Действует до")
    assert [row[:3] for row in body] == [
        ("учитель", "СОШ № 6, Лабинский", "химия"),
        ("учитель", "СОШ № 6, Лабинский", "химия"),
        ("директор или завуч", "СОШ № 5, Лабинский", ""),
    ]
    assert len({row[3] for row in body}) == 3
    guest = here.talk.person(910, "Гость")
    await guest.sends(f"/start {body[2][3].split('start=')[1]}")
    guest.sees("Вас приглашают: СОШ № 5, Лабинский. Роль: директор или завуч")
    await choose(coordinator, "Люди: приглашения")
    await coordinator.sends_document("люди.csv", PEOPLE.encode())
    coordinator.sees("Новых: 0", "без изменений: 3")
    await choose(here.foreign, "Люди: приглашения")
    await here.foreign.presses("Назад")
    await here.foreign.presses("Файл приглашений")
    here.foreign.sees("Приглашений, которые ещё ждут, нет")
    hers = await here.talk.person_id(coordinator)
    made = [line for line in await here.audited() if line == ("link-make", hers)]
    assert len(made) == 3 and ("import:people", hers) in await here.audited()


async def test_days_become_drafts_and_the_methodists_day_a_setting(here: Neighbours) -> None:
    regional = here.regional
    await choose(regional, "Дни консультаций")
    await regional.sends_document("дни.csv", DAYS.encode())
    regional.sees("Дни консультаций: что изменит файл", "Новых: 2", "с ошибкой: 2")
    await regional.presses("С ошибкой (2)")
    regional.sees("«волшебство»: такого предмета нет", "это не ваша территория")
    await regional.presses("Назад")
    await regional.presses("Записать")
    regional.sees("Записано строк: 2")
    region = here.talk.where(region="Краснодарский край").region
    assert region is not None
    async with here.talk.units.read() as work:
        drafts = await work.drafts.open_for([region], await here.talk.person_id(regional))
        days = await work.calendars.methodist_days(region)
        subjects = await work.calendars.subject_days(region)
    assert [(draft.subject, draft.weekday, draft.source) for draft in drafts] == [("chemistry", 0, "приказ")]
    assert [(day.municipality, day.weekday) for day in days] == [(None, 3)]
    assert [(day.subject, day.weekday) for day in subjects] == [("chemistry", 0)]
    assert ("import:consultation-days", await here.talk.person_id(regional)) in await here.audited()


async def test_who_brings_no_tables_has_no_such_button(here: Neighbours) -> None:
    for person in (here.lead, here.teacher, here.far, here.stranger):
        assert "Загрузить таблицу" not in await person.offers()
    await choose(here.coordinator, "Школы")
    window = replace(here.coordinator.last, rows=list(here.coordinator.last.rows), chat=here.far.chat)
    await here.far.presses_old(window, "В меню")
    await here.far.sends_document("list.csv", SCHOOLS.encode())
    here.far.does_not_see("что изменит файл", "Лабинский")
    await here.coordinator.presses("Назад")
    assert "Муниципалитеты" not in here.coordinator.buttons

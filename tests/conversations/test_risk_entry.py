"""A profile is entered in the chat, protocols are written, the catalogue is changed, a consultation counts."""

from collections.abc import AsyncIterator

import pytest

from shnor_domain.identity import Role
from shnor_domain.risk.factors import Significance
from shnor_domain.risk.use_cases.deeds import FactorDeeds
from tests.support.conversation import Person
from tests.support.evidence_files import PDF
from tests.support.hosts import publishes
from tests.support.neighbours import REGION
from tests.support.risk import EQUIPMENT, MOTIVATION
from tests.support.risk_talk import SCHOOL, RiskTalk, risk_talk, standing


@pytest.fixture
async def talk(sqlite_url: str) -> AsyncIterator[RiskTalk]:
    async with risk_talk(sqlite_url) as made:
        yield made


async def begins(person: Person) -> None:
    await person.sends(f"/risk {SCHOOL} лабинский")
    await person.presses("Внести профиль")
    person.sees("Шаг 1 из 6", "От какого числа профиль?")
    await person.presses("12")


async def chooses(person: Person, factor: str, level: str) -> None:
    await person.presses(factor)
    await person.presses(level)


async def test_a_lead_enters_a_profile_step_by_step_with_its_file(talk: RiskTalk) -> None:
    lead = talk.here.lead
    await begins(lead)
    lead.sees("Шаг 2 из 6", "Профиль от 12.11.2026. Откуда он?")
    await lead.presses("ФИС ОКО")
    lead.sees("Какая это волна")
    await lead.presses("Не знаю, посчитать по дате")
    lead.sees("Какие факторы актуальны?")
    await chooses(lead, "1. Оснащение школы", "Высокая")
    lead.sees("Отмечен 1 фактор")
    await chooses(lead, "6. Учебная мотивация", "Не указана")
    await chooses(lead, "3. Поддержка учителей", "Низкая")
    await lead.presses("✓ 3. Поддержка учителей, низкая")
    await lead.presses("Убрать из профиля")
    lead.sees("Отмечено 2 фактора")
    await lead.presses("Дальше")
    await lead.sends("это не файл")
    lead.sees("Здесь нужен файл")
    await lead.sends_document("профиль.exe", b"MZ\x90")
    lead.sees("Это программа")
    await lead.sends_document("профиль.pdf", PDF)
    lead.sees("Сохранить профиль от 12.11.2026?", "Источник: ФИС ОКО", "Файл: профиль.pdf", "Факторов: 2")
    lead.sees("Оснащение школы: высокая", "Учебная мотивация: не указана")
    window = standing(lead, "Сохранить")
    await lead.presses("Сохранить")
    lead.sees("Рисковый профиль от 12.11.2026, волна 1, источник: ФИС ОКО, внёс руководитель школы")
    await lead.presses_old(window, "Сохранить")
    versions = (await talk.card()).versions
    assert [dict(one.factors) for one in versions] == [{EQUIPMENT: Significance.HIGH, MOTIVATION: Significance.UNKNOWN}]
    await lead.sends("/risk")
    await lead.presses("Версии профиля (1)")
    await lead.presses("1. От 12.11.2026")
    lead.sees("Источник: ФИС ОКО", "Оснащение школы: высокая")
    await lead.presses("Открыть файл")
    assert lead.news[0].file_name == "профиль.pdf"


async def test_what_was_chosen_survives_help_and_a_new_process(talk: RiskTalk) -> None:
    coordinator = talk.here.coordinator
    await begins(coordinator)
    await coordinator.sends("Приказ управления образования № 5")
    await coordinator.presses("2")
    await chooses(coordinator, "2. Педагогические кадры", "Средняя")
    await coordinator.sends("/help")
    await talk.here.talk.restart()
    await coordinator.presses("Дальше")
    await coordinator.presses("Без файла")
    coordinator.sees("Волна: 2", "Источник: Приказ управления образования № 5", "Без файла")
    await coordinator.presses("Сохранить")
    coordinator.sees("волна 2", "внёс координатор района")


async def test_before_it_is_kept_a_profile_says_which_factors_leave_and_which_stay(talk: RiskTalk) -> None:
    await talk.enters()
    for person, said in (
        (talk.here.coordinator, "Из профиля уйдут 3 фактора, которые ещё не в работе"),
        (talk.here.lead, "Ещё 3 фактора не отмечены. Они останутся"),
    ):
        await begins(person)
        await person.presses("ФИС ОКО")
        await person.presses("2")
        await chooses(person, "1. Оснащение школы", "Высокая")
        await person.presses("Дальше")
        await person.presses("Без файла")
        person.sees(said)


async def test_curators_and_neighbours_enter_nothing(talk: RiskTalk) -> None:
    await talk.here.lead.sends("/risk")
    window = standing(talk.here.lead, "Внести профиль")
    for person in (talk.curator, talk.here.foreign, talk.here.teacher):
        await person.sends(f"/risk {SCHOOL} лабинский")
        await person.presses_old(window, "Внести профиль")
        person.does_not_see("От какого числа профиль?")
    assert not (await talk.card()).versions


async def test_the_curator_writes_a_protocol_that_the_lead_reads_and_takes_away(talk: RiskTalk) -> None:
    lead, curator = talk.here.lead, talk.curator
    await talk.enters()
    await lead.sends("/risk")
    await lead.presses("Протоколы куратора школы")
    lead.sees("Протоколов пока нет. Их пишет куратор школы")
    await curator.sends("/risk")
    await curator.presses("Протоколы куратора школы")
    await curator.presses("Записать протокол")
    await curator.presses("30")
    await curator.presses("1. Оснащение школы")
    await curator.presses("3. Учебная мотивация")
    await curator.presses("Дальше")
    await curator.sends("<i>Заявка</i> на приборы до 10 декабря")
    curator.sees("Протокол сохранён", "1. 30.11.2026: Оснащение школы, Учебная мотивация")
    await lead.sends("/risk")
    await lead.presses("Протоколы куратора школы")
    await lead.presses("1. От 30.11.2026")
    lead.sees("Протокол от 30.11.2026", "<i>Заявка</i> на приборы до 10 декабря")
    await lead.presses("Скачать текстом")
    body = lead.news[0].body or b""
    assert "СОШ № 6, Лабинский" in body.decode("utf-8-sig") and "<i>Заявка</i>" in body.decode("utf-8-sig")


async def test_a_regional_coordinator_changes_the_catalogue_for_her_region(talk: RiskTalk) -> None:
    regional = talk.here.regional
    await regional.opens("Справочники")
    await regional.presses("Факторы профиля")
    regional.sees("Факторы рискового профиля: 10")
    await regional.presses("Добавить фактор")
    await regional.sends("Школьный транспорт")
    await regional.sends("Отсутствие подвоза обучающихся")
    await regional.sends("Решение рабочей группы от 01.09.2026")
    regional.sees("Добавлен фактор «Школьный транспорт»", "Место в списке: 11")
    await regional.presses("Выше")
    regional.sees("Место в списке: 10")
    await regional.presses("Переименовать")
    await regional.sends("Учебная мотивация")
    regional.sees("Так уже называется другой фактор")
    await regional.sends("Подвоз")
    regional.sees("Подвоз", "Отсутствие подвоза обучающихся")
    await regional.presses("Скрыть")
    regional.sees("Скрыт: в новых профилях его не предлагают")
    await regional.presses("Показывать снова")
    await begins(talk.here.lead)
    await talk.here.lead.presses("ФИС ОКО")
    await talk.here.lead.presses("1")
    await talk.here.lead.presses("›")
    assert "10. Подвоз" in standing(talk.here.lead, "Дальше").buttons
    for person in (talk.here.coordinator, talk.here.lead):
        if "Справочники" in await person.offers():
            await person.opens("Справочники")
        assert "Факторы профиля" not in person.buttons


async def test_a_consultation_booked_from_a_factor_counts_for_it(talk: RiskTalk) -> None:
    lead, bot = talk.here.lead, talk.here.talk
    await talk.enters()
    await hosts(talk)
    await talk.opens(lead, "3. Учебная мотивация")
    await lead.presses("Записаться на консультацию")
    await lead.presses("Другой предмет")
    await lead.presses("Химия")
    await lead.presses("Пн 7 декабря")
    lead.sees("Вы уже написали: «Фактор «Учебная мотивация»»")
    await lead.presses("Записаться с ним")
    lead.sees("Вы записаны")
    deeds = await (await bot.the(FactorDeeds))(await bot.actor(lead), talk.school, MOTIVATION)
    assert [deed.done for deed in deeds] == [False]
    await talk.opens(lead, "3. Учебная мотивация")
    lead.sees("Сделано: 0 консультаций из 1")
    await lead.presses("Что сделано")
    lead.sees("Консультаций об этом факторе: 1, прошло: 0")


async def hosts(talk: RiskTalk) -> None:
    """A methodist of the region consults on chemistry."""
    methodist = await talk.here.talk.grown_person(
        Role.METHODIST, region=REGION, name="Мария Методистова", subjects={"chemistry"}
    )
    await publishes(
        talk.here.talk, methodist, zone="Europe/Moscow", open_to=talk.here.talk.where(region=REGION), capacity=3
    )

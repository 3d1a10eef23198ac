"""/risk in the chat: text first, picture after it, by number and name with typos, nothing to teachers and strangers."""

import re
from collections.abc import AsyncIterator

import pytest

from shnor_domain.people.use_cases.settings import SetPreferences
from shnor_domain.results.model import Unit
from tests.support.conversation import Person
from tests.support.neighbours import CANARY
from tests.support.risk_talk import SCHOOL, RiskTalk, risk_talk, taps
from tests.support.workbooks import texts_of


@pytest.fixture
async def talk(sqlite_url: str) -> AsyncIterator[RiskTalk]:
    async with risk_talk(sqlite_url) as made:
        yield made


def workbook(person: Person) -> list[list[list[str]]]:
    """Sheets of the newest xlsx in her chat."""
    body = next(screen.body for screen in reversed(person.screens) if screen.body is not None)
    return list(texts_of(body).values())


def numbers(text: str) -> list[str]:
    return re.findall(r"\d+(?:,\d+)?", text)


async def test_a_lead_gets_the_text_and_after_it_the_picture(talk: RiskTalk) -> None:
    lead = talk.here.lead
    await talk.enters()
    await talk.lays(SCHOOL, 2024, "oge-math", 28, 6)
    await talk.lays(SCHOOL, 2025, "oge-math", 31, 4)
    await lead.sends("/risk")
    text, picture = lead.news
    lead.sees(
        "СОШ № 6, Лабинский",
        "Рисковый профиль от 12.09.2026, волна 1, источник: ФИС ОКО, внёс координатор района",
        "Актуальных факторов: 4",
        "1. Оснащение школы. Значимость: высокая. На рассмотрении школы",
        "2. Педагогические кадры. Значимость: высокая",
        "ОГЭ, математика, 2025/26: 4 из 31 (12,9 %), было 6 из 28 (21,4 %)",
        "Решение принимает регион",
    )
    assert text.file_name is None and picture.file_name == "picture.png"
    assert {"Картинка", "Excel", "План школы", "Внести профиль", "1. Оснащение школы"} <= set(text.buttons)
    lead.does_not_see("Дефицит", "дефицит", "ШНОР")


async def test_what_is_opened_from_above_the_picture_comes_below_it(talk: RiskTalk) -> None:
    lead = talk.here.lead
    await talk.enters()
    await lead.sends("/risk")
    text, picture = lead.news
    await lead.presses_old(text, "1. Оснащение школы")
    assert lead.screens[-1].text.startswith("Оснащение школы")
    assert lead.screens[-2].file_name == picture.file_name
    await lead.presses("Назад")
    assert lead.screens[-1].text.startswith("СОШ № 6") and lead.screens[-2].file_name == picture.file_name


async def test_who_saves_traffic_taps_for_the_picture(talk: RiskTalk) -> None:
    lead, bot = talk.here.lead, talk.here.talk
    await talk.enters()
    await (await bot.the(SetPreferences))(await bot.actor(lead), save_traffic=True)
    await lead.sends("/risk")
    assert len(lead.news) == 1 and not talk.drawn
    await lead.presses("Картинка")
    assert any(screen.file_name == "picture.png" for screen in lead.news)
    await lead.presses("Картинка")
    assert len(talk.drawn) == 1


async def test_text_and_picture_carry_the_same_numbers(talk: RiskTalk) -> None:
    lead = talk.here.lead
    await talk.enters()
    for year, all_, below in ((2023, 40, 12), (2024, 28, 6), (2025, 31, 4)):
        await talk.lays(SCHOOL, year, "oge-math", all_, below)
    await talk.lays(SCHOOL, 2025, "vpr-rus-5", 3, 1)
    await talk.lays(SCHOOL, 2025, "vpr-math-5", 28, 6, biased=True)
    await lead.sends("/risk")
    text = next(screen.text for screen in lead.news if screen.file_name is None)
    (picture,) = talk.drawn
    shown = set(numbers(text))
    for factor in picture.factors:
        assert f"{factor.number} {factor.name}. Значимость: {factor.significance}" in text
        assert factor.decision in text
    for panel in picture.panels:
        newest = panel.years[-1]
        assert panel.title in text and newest.word in text and newest.count in text
        assert set(numbers(newest.word + newest.count)) <= shown
    assert "6 из 28 (21,4 %), признаки необъективности" in text
    assert picture.legend.biased == "* признаки необъективности"
    assert "Решение принимает регион." in picture.foot
    for line in (*picture.lines, *picture.foot[:-1]):
        assert line in text
    said = " ".join((
        picture.title, *picture.lines, picture.factors_title, *(str(part) for part in picture.factors),
        *(str(part) for part in picture.panels), *picture.foot,
    ))  # fmt: skip
    assert shown <= set(numbers(said.replace("'", " "))), "the text has no number that the picture lacks"


async def test_schools_are_found_with_typos_and_asked_about_when_several_fit(talk: RiskTalk) -> None:
    coordinator = talk.here.coordinator
    await talk.enters()
    await coordinator.sends("/risk сош 6 лабинск")
    coordinator.sees("СОШ № 6, Лабинский", "Актуальных факторов: 4")
    await coordinator.sends("/risk сош")
    coordinator.sees("школ")
    assert "СОШ № 6, Лабинск" in coordinator.buttons
    await coordinator.sends("/risk Батагай-Алыта 77")
    coordinator.sees("не нашлось")
    await coordinator.presses("Показать все")
    coordinator.sees("Чей профиль открыть?")
    await coordinator.sends("6")
    coordinator.sees("СОШ № 6")


async def test_a_teacher_a_stranger_and_a_neighbour_learn_nothing(talk: RiskTalk) -> None:
    here = talk.here
    await talk.enters()
    (case, *_), word = [row.case for row in (await talk.card()).rows if row.case], "Профиль открывает директор школы"
    await here.teacher.sends("/risk")
    here.teacher.sees(word, "Для вас: консультации и материалы")
    await here.teacher.sends("/menu")
    assert "Профиль школы" not in here.teacher.buttons
    for person in (here.teacher, here.stranger, here.foreign, here.far):
        await person.sends(f"/risk {SCHOOL} лабинский")
        person.does_not_see("ФИС ОКО", "Оснащение")
        await taps(person, case.id)
        person.does_not_see("ФИС ОКО", "Оснащение")
    await taps(here.lead, 2**31 - 1)
    here.lead.does_not_see("Оснащение")
    assert not talk.drawn


async def test_the_menu_leads_a_curator_to_her_only_school(talk: RiskTalk) -> None:
    await talk.enters()
    await talk.curator.sends("/menu")
    await talk.curator.presses("Профиль школы")
    talk.curator.sees("СОШ № 6, Лабинский", "Актуальных факторов: 4")
    assert "Внести профиль" not in talk.curator.buttons
    assert CANARY not in talk.here.everything_shown_to(talk.curator)


async def test_small_groups_are_hidden_in_text_table_and_picture(talk: RiskTalk) -> None:
    lead, coordinator = talk.here.lead, talk.here.coordinator
    await talk.enters()
    await talk.lays(SCHOOL, 2025, "oge-math", 4, 3)
    await coordinator.sends("/risk сош 6 лабинский")
    coordinator.sees("ОГЭ, математика, 2025/26: меньше 5")
    coordinator.does_not_see("3 из 4", "75")
    await coordinator.presses("Excel")
    assert "75" not in str(workbook(coordinator)) and "меньше 5" in str(workbook(coordinator))
    assert talk.drawn[-1].panels[0].years[-1].share is None
    await lead.sends("/risk")
    lead.sees("3 из 4 (75 %)")
    assert len(talk.drawn) == 2, "who may see more gets a picture of her own"


async def test_another_schools_new_result_makes_another_picture(talk: RiskTalk) -> None:
    coordinator = talk.here.coordinator
    await talk.enters()
    for number, school in enumerate((SCHOOL, "СОШ № 5", "СОШ № 9"), 1):
        await talk.lays(school, 2025, "oge-math", 20, number)
    await coordinator.sends("/risk сош 6 лабинский")
    await coordinator.sends("/risk сош 6 лабинский")
    assert len(talk.drawn) == 1
    await talk.lays("СОШ № 5", 2025, "oge-math", 20, 20, Unit.MUNICIPALITY)
    await coordinator.sends("/risk сош 6 лабинский")
    assert len(talk.drawn) == 2
    before, after = talk.drawn
    assert before.panels[0].municipality != after.panels[0].municipality
    assert before.panels[0].years[-1].word == after.panels[0].years[-1].word


async def test_the_table_says_what_the_card_says(talk: RiskTalk) -> None:
    lead = talk.here.lead
    await talk.enters()
    await talk.lays(SCHOOL, 2025, "oge-math", 31, 4)
    await lead.sends("/risk")
    await lead.presses("Excel")
    factors, results = workbook(lead)
    assert factors[0][:4] == ["№", "Фактор", "Официально", "Значимость"]
    assert factors[1][1:4] == ["Оснащение школы", "Низкий уровень оснащения школы", "высокая"]
    assert any("12,9 %" in row for row in results)

"""Tables of profiles through «Загрузить таблицу», and what nobody should send."""

from collections.abc import AsyncIterator

import pytest

from shnor_domain.risk.model import Decision
from tests.support.risk_talk import RiskTalk, risk_talk, standing

HEAD = "муниципалитет;школа;фактор;значимость;дата;источник\n"


@pytest.fixture
async def talk(sqlite_url: str) -> AsyncIterator[RiskTalk]:
    async with risk_talk(sqlite_url) as made:
        yield made


async def brings(talk: RiskTalk, *rows: str) -> None:
    person = talk.here.coordinator
    await person.opens("Загрузить таблицу")
    await person.presses("Рисковые профили")
    person.sees("строка на фактор", "Например: Лабинский, СОШ № 6, Учебная мотивация, высокая")
    await person.sends_document("профили.csv", (HEAD + "\n".join(rows)).encode())


async def test_a_table_is_reported_in_words_and_becomes_a_profile(talk: RiskTalk) -> None:
    coordinator = talk.here.coordinator
    await brings(
        talk,
        "Лабинский;СОШ № 6;Учебная мотивация;высокая;12.09.2026;ФИС ОКО",
        "Лабинский;СОШ № 9;Скука;высокая;12.09.2026;ФИС ОКО",
        "Момский;СОШ № 1;Учебная мотивация;очень;12.09.2026;ФИС ОКО",
    )
    coordinator.sees("Рисковые профили: что изменит файл", "Новых: 1")
    coordinator.does_not_see("unknown", "significance", "out-of-scope")
    await coordinator.presses("Записать")
    coordinator.sees("Записано строк: 1")
    await brings(talk, "Лабинский;СОШ № 6;Учебная мотивация;низкая;12.09.2026;ФИС ОКО")
    coordinator.does_not_see("high", "low")
    await coordinator.presses("Записать")
    await coordinator.sends("/risk сош 6 лабинский")
    coordinator.sees("1. Учебная мотивация. Значимость: низкая")


async def test_hostile_words_are_told_back_and_change_nothing(talk: RiskTalk) -> None:
    lead = talk.here.lead
    await talk.enters()
    await lead.sends("/risk <b>&\u202e" + "а" * 3000)
    lead.sees("не нашлось")
    await talk.opens(lead, "2. Педагогические кадры")
    await lead.presses("Отметить решение школы")
    await lead.presses("Не подтверждаем")
    window = standing(lead, "Назад")
    await lead.sends_cut("б" * 5000)
    lead.sees("500")
    await lead.sends_photo()
    await lead.sends("\u200b\u200b")
    cases = [row.case for row in (await talk.card()).rows if row.case is not None]
    assert all(case.decision is Decision.PENDING for case in cases)
    await lead.presses_old(window, "Назад")
    lead.sees("Актуален ли этот фактор")

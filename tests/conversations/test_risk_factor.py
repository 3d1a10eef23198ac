"""A factor in the chat: the school decides, the curator confirms or returns, a programme is written and agreed."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from sqlalchemy import event

from handlers.roadmap.item.callbacks import OpenItem
from shnor_domain.identity import Role
from shnor_domain.risk.deeds import DeedKind
from shnor_domain.risk.model import CaseState, Check, Decision, FactorCase
from shnor_domain.roadmap.model import Item, ItemId, Plan, PlanId, Programme
from shnor_domain.roadmap.periods.model import Period, Window
from shnor_domain.seminars.cycle.model import Dates
from shnor_domain.territories.model import SchoolYear
from shnor_domain.territories.periods import Half
from tests.support.conversation import Person
from tests.support.evidence_files import PDF
from tests.support.neighbours import CANARY
from tests.support.risk_talk import SCHOOL, SINCE, RiskTalk, risk_talk, standing, taps

STAFF = "2. Педагогические кадры"
EQUIPMENT = "1. Оснащение школы"


@pytest.fixture
async def talk(sqlite_url: str) -> AsyncIterator[RiskTalk]:
    async with risk_talk(sqlite_url) as made:
        await made.enters()
        yield made


async def case(talk: RiskTalk, code: str = "equipment") -> FactorCase:
    found = next(row.case for row in (await talk.card()).rows if row.factor.code == code)
    assert found is not None
    return found


async def decides(talk: RiskTalk, name: str = EQUIPMENT) -> None:
    await talk.opens(talk.here.lead, name)
    await talk.here.lead.presses("Отметить решение школы")
    await talk.here.lead.presses("Подтверждаем")


async def confirms(talk: RiskTalk) -> None:
    await talk.curator.sends("/menu")
    await talk.curator.presses("Ждёт моего решения (1)")
    await talk.curator.presses(EQUIPMENT)
    await talk.curator.presses("Подтвердить решение школы")


async def activates(talk: RiskTalk) -> None:
    await decides(talk)
    await confirms(talk)
    await talk.opens(talk.here.lead, EQUIPMENT)
    await talk.here.lead.presses("Отметить день в МЭДК")
    await talk.here.lead.presses("30")


async def test_a_lead_decides_and_her_curator_confirms_from_her_menu(talk: RiskTalk) -> None:
    lead, curator = talk.here.lead, talk.curator
    await talk.opens(lead, EQUIPMENT)
    lead.sees("Оснащение школы", "Официально: Низкий уровень оснащения школы", "На рассмотрении школы")
    await lead.presses("Отметить решение школы")
    window = standing(lead, "Подтверждаем")
    await lead.presses("Подтверждаем")
    lead.sees("Решение отправлено на проверку", "Школа подтвердила, решение ждёт проверки")
    await lead.presses_old(window, "Подтверждаем")
    assert "Подтвердить решение школы" not in standing(lead, "Что сделано").buttons
    await curator.sends("/menu")
    await curator.presses("Ждёт моего решения (1)")
    curator.sees("Ждёт вашего решения: 1", "1. Оснащение школы: решение школы", "СОШ № 6, Лабинский")
    await curator.presses(EQUIPMENT)
    await curator.presses("Подтвердить решение школы")
    curator.sees("Подтверждено. Школе я сообщу", "решение проверено")
    await talk.here.talk.deliver()
    lead.sees("Решение школы о факторе «Оснащение школы» подтверждено")
    await lead.presses("Открыть фактор")
    lead.sees("решение проверено")
    assert (await case(talk)).verified


async def test_what_waits_is_listed_with_as_many_looks_however_many_there_are(talk: RiskTalk) -> None:
    curator, seen = talk.curator, list[str]()
    engine = talk.here.talk.database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", lambda *told: seen.append(told[2]))
    looks = []
    for waiting, name in enumerate((EQUIPMENT, STAFF, "3. Учебная мотивация"), 1):
        await decides(talk, name)
        await curator.sends("/menu")
        seen.clear()
        await curator.presses(f"Ждёт моего решения ({waiting})")
        looks.append(len(seen))
        curator.sees(f"Ждёт вашего решения: {waiting}", f"{name[3:]}: решение школы")
    assert looks[2] <= looks[0], looks


async def test_a_refusal_needs_a_reason_and_a_high_factor_a_warning(talk: RiskTalk) -> None:
    lead, curator = talk.here.lead, talk.curator
    await talk.opens(lead, STAFF)
    await lead.presses("Отметить решение школы")
    await lead.presses("Не подтверждаем")
    lead.sees("высокая значимость", "Почему не подтверждаете?")
    await lead.sends_photo()
    lead.sees("Почему не подтверждаете?")
    await lead.sends("а")
    lead.sees("Почему не подтверждаете?")
    await lead.sends("<b>все</b> ставки & часы заняты с сентября")
    lead.sees("Школа не подтвердила, решение ждёт проверки", "<b>все</b> ставки & часы заняты")
    await taps(curator, (await case(talk, "staff")).id)
    await curator.presses("Вернуть решение")
    await curator.sends("приложите штатное расписание")
    curator.sees("Возвращено. Школе я сообщу")
    await talk.here.talk.deliver()
    lead.sees("пока не подтверждено: приложите штатное расписание")
    stands = await case(talk, "staff")
    assert (stands.decision, stands.check) == (Decision.REFUTED, Check.RETURNED)


async def test_a_decision_made_anew_is_not_confirmed_by_an_old_button(talk: RiskTalk) -> None:
    lead, curator = talk.here.lead, talk.curator
    await decides(talk)
    await taps(curator, (await case(talk)).id)
    window = standing(curator, "Подтвердить решение школы")
    talk.here.talk.clock.advance(minutes=5)
    await talk.opens(lead, EQUIPMENT)
    await lead.presses("Отметить решение школы")
    await lead.presses("Подтверждаем частично")
    await lead.sends("мебель куплена, приборов нет")
    await curator.presses_old(window, "Подтвердить решение школы")
    assert (await case(talk)).check is Check.WAITING
    curator.sees("частично")


async def test_only_a_confirmed_factor_has_a_day_of_medk(talk: RiskTalk) -> None:
    await decides(talk)
    assert "Отметить день в МЭДК" not in standing(talk.here.lead, "Что сделано").buttons
    await confirms(talk)
    await talk.opens(talk.here.lead, EQUIPMENT)
    await talk.here.lead.presses("Отметить день в МЭДК")
    talk.here.lead.sees("Когда фактор включили в работу")
    await talk.here.lead.presses("30")
    talk.here.lead.sees("Отмечено. Теперь можно писать", "В работе с 30.11.2026")


async def test_a_programme_is_written_returned_with_remarks_and_agreed(talk: RiskTalk) -> None:
    lead, curator = talk.here.lead, talk.curator
    await activates(talk)
    await lead.presses("Антирисковая программа")
    lead.sees("ещё не начата", "1. Цель: нет", "Не хватает 6 частей")
    await lead.presses("1. Цель")
    lead.sees("Чего школа хочет добиться")
    await lead.sends("к маю оснастить два кабинета")
    lead.sees("Сохранено", "✓ 1. Цель: к маю оснастить два кабинета", "Не хватает 5 частей")
    assert "Отправить на согласование" not in standing(lead, "1. Цель").buttons
    await lead.presses("Прислать файл программы")
    await lead.sends_document("вирус.pdf", b"MZ\x90\x00")
    lead.sees("Это программа", "Пришлите программу файлом")
    await lead.sends_document("программа.pdf", PDF)
    lead.sees("Файл сохранён")
    for part in ("2. Задачи", "3. Сроки", "4. Меры", "5. Показатели", "6. Ответственные"):
        await lead.presses(part)
        await lead.presses("Эта часть есть в файле")
        await lead.presses("Назад")
    await lead.presses("Отправить на согласование")
    lead.sees("Отправлено на согласование", "ждёт согласования")
    await taps(curator, (await case(talk)).id)
    await curator.presses("Проверить программу")
    curator.sees("✓ 1. Цель: к маю оснастить два кабинета", "✓ 2. Задачи: в файле")
    await curator.presses("Открыть файл")
    assert curator.news[0].file_name == "программа.pdf"
    await curator.presses("Вернуть с замечаниями")
    await curator.sends("назовите сроки по кабинетам")
    await curator.presses("Вернуть: 1 замечание")
    curator.sees("Возвращено", "вернули с замечаниями")
    await talk.here.talk.deliver()
    lead.sees("Программа по фактору «Оснащение школы» вернулась с замечаниями", "1. назовите сроки по кабинетам")
    await lead.presses("Открыть фактор")
    await lead.presses("Антирисковая программа")
    await lead.presses("Замечания (1)")
    await lead.presses("✓ 1. назовите сроки")
    lead.sees("Замечание закрыто")
    await lead.presses("Назад")
    await lead.presses("3. Сроки")
    await lead.sends("кабинет физики к февралю, химии к маю")
    await lead.presses("Отправить на согласование")
    await taps(curator, (await case(talk)).id)
    await curator.presses("Проверить программу")
    await curator.presses("Согласовать")
    curator.sees("Согласовано", "версия 2: согласована")


async def test_a_factor_is_closed_by_who_confirms_and_counted(talk: RiskTalk) -> None:
    lead, curator, coordinator = talk.here.lead, talk.curator, talk.here.coordinator
    await activates(talk)
    await lead.presses("Закрыть: тема решена")
    await lead.sends("кабинеты работают с сентября")
    lead.sees("Школа считает фактор преодолённым")
    await taps(curator, (await case(talk)).id)
    await curator.presses("Подтвердить: преодолён")
    curator.sees("Преодолён")
    assert (await case(talk)).state is CaseState.CLOSED
    await coordinator.sends("/menu")
    await coordinator.presses("Профиль школы")
    await coordinator.presses("Сколько факторов преодолено")
    coordinator.sees("преодолено 1, осталось 3", "Лабинский: преодолено 1, осталось 3")
    await coordinator.presses("Лабинский")
    coordinator.sees("СОШ № 6, Лабинск: преодолено 1, осталось 3")
    await talk.here.foreign.sends("/risk момский")
    talk.here.foreign.does_not_see("Лабинский")


async def test_items_of_the_plan_are_ticked_and_listed_as_done(talk: RiskTalk) -> None:
    lead, bot = talk.here.lead, talk.here.talk
    await talk.opens(lead, EQUIPMENT)
    await lead.presses("Пункты плана")
    lead.sees("Пунктов в плане школы пока нет")
    item = await measure(talk)
    await lead.presses("Назад")
    await lead.presses("Пункты плана")
    window = standing(lead, "1. Закупить приборы")
    await lead.presses("1. Закупить приборы")
    await lead.presses_old(window, "1. Закупить приборы")
    standing(lead, "✓ 1. Закупить приборы")
    await lead.presses("Назад")
    lead.sees("Сделано: 0 пунктов плана из 1")
    await lead.presses("Что сделано")
    lead.sees("1. Закупить приборы: в работе")
    await lead.presses("1. Закупить приборы")
    lead.sees("Закупить приборы")
    await lead.presses("Назад")
    await lead.presses("Назад")
    await lead.presses("Пункты плана")
    await lead.presses("✓ 1. Закупить приборы")
    async with bot.units.read() as work:
        assert not await work.factor_deeds.factors_of(talk.school, DeedKind.ITEM, item)
    assert OpenItem(item=item).pack()


async def measure(talk: RiskTalk) -> ItemId:
    where, now = talk.here.talk.where("Лабинский", SCHOOL), talk.here.talk.clock.now()
    window = Window(SINCE, now.date())
    one = Item(ItemId(0), PlanId(0), None, 1, "1", "Закупить приборы", Period("до зимы", (window,)), where, now)
    plan = Plan(PlanId(0), "План", Programme.ROADMAP, where, window, "", now)
    async with talk.here.talk.units.write() as work:
        (made,) = await work.plans.items(await work.plans.add(plan, [one]))
    return made.id


async def test_a_neighbour_and_a_teacher_press_nothing(talk: RiskTalk) -> None:
    which = (await case(talk)).id
    await taps(talk.here.lead, which)
    window = standing(talk.here.lead, "Отметить решение школы")
    outsiders: list[Person] = [talk.here.teacher, talk.here.foreign, talk.here.stranger]
    for person in outsiders:
        await person.sends("/menu")
        await person.presses_old(window, "Отметить решение школы")
        person.does_not_see("Актуален ли этот фактор")
    assert (await case(talk)).decision is Decision.PENDING
    mentor = await talk.here.talk.grown_person(Role.MENTOR, "Момский", name=f"Майя {CANARY}")
    await taps(mentor, which)
    mentor.does_not_see("Оснащение")


async def test_a_factor_of_the_profile_leads_to_a_request_in_one_tap(talk: RiskTalk) -> None:
    lead, now = talk.here.lead, talk.here.talk.clock.now()
    await talk.opens(lead, EQUIPMENT)
    await lead.presses("Запросить семинар")
    lead.sees("Запросов пока нет. Их собирают, когда институт объявит темы полугодия")
    region = talk.here.talk.where("Лабинский").region
    assert region is not None
    async with talk.here.talk.units.write() as work:
        await work.periods.ensure(region, SchoolYear(2026))
        half = next(each for each in await work.periods.of(region) if each.half is Half.AUTUMN)
        cycle = await work.seminar_cycles.add(half, Dates(now.date(), now.date(), now.date()))
        await work.seminar_cycles.save(replace(cycle, announced=now))
    await talk.opens(lead, EQUIPMENT)
    await lead.presses("Запросить семинар")
    lead.sees("Тема: Фактор «Оснащение школы»", "Для кого?")
    for label in ("Для учителей", "Очно", "5", "Всё равно"):
        await lead.presses(label)
    lead.sees("Тема: Фактор «Оснащение школы»", "Почему: Оснащение школы")
    await lead.presses("Отправить запрос")
    lead.sees("Запрос отправлен", "СОШ № 6: 5 человек, Оснащение школы")

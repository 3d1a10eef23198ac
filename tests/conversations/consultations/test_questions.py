"""A teacher asks without a meeting; one of those who host the subject answers (R154)."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from shnor_domain.identity import Role
from tests.support.asking import HERE, asks, helps, methodist, passes, teacher, told
from tests.support.bot_in_memory import Talk, talking_bot
from tests.support.evidence_files import JPG, PDF
from tests.support.hosts import YAKUTIA


@pytest.fixture
async def talk(sqlite_url: str) -> AsyncIterator[Talk]:
    async with talking_bot(sqlite_url) as talk:
        talk.session.uploads["her-photo"] = JPG
        yield talk


async def test_a_teacher_asks_sees_the_whole_first_and_reads_the_answer(talk: Talk) -> None:
    anna, host = await teacher(talk), await methodist(talk)
    await anna.sends("/ask")
    anna.sees("О чём вопрос?")
    await anna.presses("Химия")
    anna.sees("Вопрос увидят те, кто может на него ответить: 1 человек", "Имён и оценок детей, пожалуйста, не пишите")
    await anna.sends("Как решать задание 34?")
    anna.sees("Как решать задание 34?", "Всё верно?")
    host.hears_nothing()
    await anna.presses("Отправить")
    anna.sees("Вопрос отправлен", "Ответ придёт сюда")
    await told(talk)
    host.sees("Новый вопрос: химия", "СОШ № 1", "Как решать задание 34?")
    await host.presses("Беру")
    host.sees("Айталина Петровна", "Вы взяли этот вопрос", "Ответа ждут до конца дня 2 декабря")
    await host.presses("Ответить")
    await host.sends("Сначала найдите избыток.")
    await host.presses("Отправить")
    host.sees("Ответ отправлен")
    anna.looks_away()
    await told(talk)
    anna.sees("Ответ на ваш вопрос: химия", "Пётр Семёнович", "Сначала найдите избыток.")
    await anna.presses("Спасибо, понятно")
    anna.sees("Вопрос закрыт")
    await anna.presses("Спасибо, понятно")
    anna.sees("Вопрос закрыт")


async def test_who_asks_is_told_honestly_who_will_see_it(talk: Talk) -> None:
    anna = await teacher(talk)
    await anna.sends("/ask")
    await anna.presses("Химия")
    anna.sees("Отвечать здесь пока некому. Вопрос сохранится")
    await talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Регина Павловна")
    await anna.sends("/ask")
    await anna.presses("Химия")
    anna.sees("Вопрос увидит региональный координатор")
    await methodist(talk, "Мария Егоровна", "biology")
    await anna.sends("/ask")
    await anna.presses("Химия")
    anna.sees("Отдельного ведущего здесь пока нет", "методисты региона: 1 человек")
    await methodist(talk)
    await anna.sends("/ask")
    await anna.presses("Химия")
    anna.sees("те, кто может на него ответить: 1 человек")


async def test_a_matter_of_the_project_goes_to_the_curator_of_the_school(talk: Talk) -> None:
    anna, host = await teacher(talk), await methodist(talk)
    curator = await talk.grown_person(Role.SCHOOL_CURATOR, HERE, name="Нюргун Ильич")
    await helps(talk, curator)
    await asks(anna, "Где отметить шаг?", "Отметка в МЭДК")
    await told(talk)
    curator.sees("Новый вопрос: отметка в МЭДК (системе 500+)")
    host.hears_nothing()


async def test_a_photo_where_text_is_asked_is_kept_and_an_album_takes_three(talk: Talk) -> None:
    anna, host = await teacher(talk), await methodist(talk)
    await anna.sends("/ask")
    await anna.presses("Химия")
    await anna.sends_photo()
    anna.sees("Приложен 1 файл. Теперь напишите сам вопрос.")
    await anna.sends_photo("Что не так на этом снимке?")
    anna.sees("Что не так на этом снимке?", "Приложено: file.jpg, file.jpg", "Всё верно?")
    await anna.sends_document("Работа.pdf", PDF)
    anna.sees("Приложено: file.jpg, file.jpg, Работа.pdf")
    await anna.sends_photo()
    anna.sees("К одному сообщению можно приложить не больше 3 файлов", "Работа.pdf")
    await anna.sends_document("Программа.exe", b"MZ" + b"\0" * 40)
    anna.sees("не больше 3 файлов")
    await anna.presses("Отправить")
    await told(talk)
    await host.presses("Открыть")
    host.sees("Что не так на этом снимке?", "Приложено 3 файла")
    await host.presses("Файл: Работа.pdf")
    assert any(screen.body == PDF for screen in host.screens)


async def test_five_thousand_letters_keep_their_beginning(talk: Talk) -> None:
    anna = await teacher(talk)
    await anna.sends("/ask")
    await anna.presses("Химия")
    await anna.sends("Щёлочи " + "я" * 4993)
    anna.sees("Получилось 5000 знаков, а можно не больше 3000", "Щёлочи")
    await anna.presses("Оставить начало")
    anna.sees("Всё верно?")
    await anna.sends("и ещё одно слово")
    anna.sees("Этот текст уже не поместился", "Щёлочи")
    await anna.presses("Отправить")
    anna.sees("Вопрос отправлен")


async def test_what_is_typed_in_two_messages_is_one_question(talk: Talk) -> None:
    anna, host = await teacher(talk), await methodist(talk)
    await anna.sends("/ask")
    await anna.presses("Химия")
    await anna.sends("Щёлочи <b>&_*[")
    await anna.sends("и соли")
    anna.sees("Щёлочи <b>&_*[\nи соли")
    await anna.presses("Изменить текст")
    anna.sees("Напишите новый текст вместо прежнего")
    await anna.presses("Посмотреть и отправить")
    await anna.presses("Отправить")
    await told(talk)
    host.sees("Щёлочи <b>&_*[\nи соли")


async def test_a_sticker_or_a_tap_elsewhere_says_what_is_expected(talk: Talk) -> None:
    anna = await teacher(talk)
    await anna.sends("/ask")
    await anna.sends_photo()
    anna.sees("Здесь нужно выбрать")
    await anna.sends("Как решать?")
    anna.sees("Вопрос сохранён: «Как решать?». Осталось выбрать")
    await anna.presses("Химия")
    anna.sees("Как решать?", "Всё верно?")
    await anna.presses("Изменить текст")
    await anna.sends("/help")
    anna.sees("/ask Спросить без встречи")
    await anna.sends("Как решать?")
    anna.sees("Всё верно?")
    await anna.sends("/cancel")
    anna.sees("Закрыто. Ничего из этого не отправлено.")


async def test_the_thread_goes_on_and_opens_again_for_two_weeks(talk: Talk) -> None:
    anna, host = await teacher(talk), await methodist(talk)
    await asks(anna)
    await told(talk)
    await host.presses("Беру")
    await host.presses("Ответить")
    await host.sends("Найдите избыток.")
    await host.presses("Отправить")
    await told(talk)
    await anna.presses("Спросить ещё")
    await anna.sends("А если избытка нет?")
    await anna.presses("Отправить")
    anna.sees("Отправлено. Ответ придёт сюда.", "Отвечает Пётр Семёнович", "А если избытка нет?", "Найдите избыток.")
    host.looks_away()
    await told(talk)
    host.sees("Дополнение к вопросу: химия", "А если избытка нет?")
    await host.presses("Открыть")
    await host.presses("Ответить")
    await host.sends("Тогда по уравнению.")
    await host.presses("Отправить")
    await told(talk)
    await anna.presses("Спасибо, понятно")
    await passes(talk, days=13)
    await anna.presses("Спросить ещё")
    await anna.sends("И последнее?")
    await anna.presses("Отправить")
    anna.sees("Отвечает Пётр Семёнович", "И последнее?")
    await anna.presses("Вопрос больше не нужен")
    anna.sees("Вопрос закрыт, отвечать на него не будут.")
    await passes(talk, days=15)
    await anna.sends("/my")
    anna.does_not_see("Вопросы без встречи")
    await anna.sends("/ask")
    await anna.presses("Мои вопросы")
    anna.sees("1. Химия, 30 ноября: закрыт")
    await anna.presses("1. Химия")
    anna.sees("прошло две недели. Если остались вопросы, задайте новый.")
    assert not {"Спросить ещё", "Дополнить вопрос"} & set(anna.buttons)


async def test_an_old_button_of_a_thread_that_is_over_leads_to_a_new_question(talk: Talk) -> None:
    anna, host = await teacher(talk), await methodist(talk)
    await asks(anna)
    await told(talk)
    await host.presses("Открыть")
    await host.presses("Ответить")
    await host.sends("Найдите избыток.")
    await host.presses("Отправить")
    await told(talk)
    answer = anna.last
    await passes(talk, days=15)
    await anna.presses_old(answer, "Спросить ещё")
    await anna.sends("А если избытка нет?")
    await anna.presses("Отправить")
    anna.sees("С последнего слова прошло больше двух недель", "А если избытка нет?")


async def test_an_answer_waits_for_the_morning_and_no_longer(talk: Talk) -> None:
    """An answer is no invitation: her quiet hours hold it, a Sunday does not."""
    anna, host = await teacher(talk), await methodist(talk)
    await asks(anna)
    await told(talk)
    await passes(talk, days=4, hours=8)  # Friday, 23:00 in Якутск, 01:00 of Saturday in Хонуу
    await host.sends("/menu")
    await host.presses("Вопросы (1)")
    await host.presses("1. Химия")
    await host.presses("Ответить")
    await host.sends("Найдите избыток.")
    await host.presses("Отправить")
    anna.looks_away()
    await told(talk)
    anna.hears_nothing()
    await passes(talk, hours=8)
    anna.sees("Ответ на ваш вопрос: химия")


async def test_my_things_show_what_waits_and_what_is_answered(talk: Talk) -> None:
    anna, host = await teacher(talk), await methodist(talk)
    await asks(anna)
    await anna.sends("/my")
    anna.sees("Вопросы без встречи", "Химия, 30 ноября: ждёт ответа")
    await anna.presses("Мои вопросы")
    anna.sees("1. Химия, 30 ноября: ждёт ответа")
    await anna.presses("1. Химия")
    anna.sees("Ждёт ответа", "Как решать задание 34?")
    await told(talk)
    await host.presses("Беру")
    await anna.presses("Дополнить вопрос")
    await anna.sends("Вариант 7.")
    await anna.presses("Отправить")
    anna.sees("Отвечает Пётр Семёнович", "Вариант 7.")


async def test_a_second_tap_on_send_asks_and_answers_once(talk: Talk) -> None:
    anna, host = await teacher(talk), await methodist(talk)
    await anna.sends("/ask")
    await anna.presses("Химия")
    await anna.sends("Как решать задание 34?")
    whole = replace(anna.last)
    await anna.presses("Отправить")
    await anna.presses_old(whole, "Отправить")
    await told(talk)
    await host.presses("Открыть")
    await host.presses("Ответить")
    await host.sends("Найдите избыток.")
    whole = replace(host.last)
    await host.presses("Отправить")
    await host.presses_old(whole, "Отправить")
    await told(talk)
    await anna.sends("/ask")
    await anna.presses("Мои вопросы")
    anna.sees("1. Химия, 30 ноября: есть ответ")
    anna.does_not_see("2. Химия")
    await anna.presses("1. Химия")
    assert anna.last.text.count("Найдите избыток.") == 1


async def test_ten_questions_may_wait_and_no_more(talk: Talk) -> None:
    anna = await teacher(talk)
    for number in range(10):
        await asks(anna, f"Вопрос {number}?")
    await anna.sends("/ask")
    await anna.presses("Химия")
    await anna.sends("Одиннадцатый?")
    await anna.presses("Отправить")
    anna.sees("Ответа уже ждут 10 ваших вопросов", "Одиннадцатый?")
    await anna.sends("/ask")
    await anna.presses("Мои вопросы")
    assert sum(button.endswith("Химия") for button in anna.buttons) == 8
    await anna.presses("›")
    anna.sees("10. Химия, 30 ноября: ждёт ответа")


async def test_who_is_no_teacher_or_stranger_asks_nothing(talk: Talk) -> None:
    host, stranger = await methodist(talk), talk.person(99)
    for who in (host, stranger):
        await who.sends("/ask")
        who.does_not_see("О чём вопрос?")
    await host.sends("/menu")
    assert "Спросить без встречи" not in host.buttons

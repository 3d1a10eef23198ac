"""Videos: hosts put them in, everybody of the territory finds them, watches or reads them."""

import pytest

from shnor_domain.consultations.videos.model import Exam, Shown, VideoId
from shnor_domain.consultations.videos.own_data import contribute
from shnor_domain.consultations.videos.use_cases.keeping import AddVideo, ChangeVideo, RemoveVideo
from shnor_domain.consultations.videos.use_cases.looking import OneVideo
from shnor_domain.errors import Invalid, NotAllowed, NotFound
from shnor_domain.identity import Role, SubjectId
from tests.support.bot_in_memory import Talk
from tests.support.conversation import Person
from tests.support.hosts import YAKUTIA, methodist_of, publishes, teacher_of_honuu

CHEMISTRY = SubjectId("chemistry")


def shown(title: str = "Задание 34", **more: object) -> Shown:
    usual: dict[str, object] = {"exam": Exam.EGE, "minutes": 25, "megabytes": 180, "summary": "Считаем по уравнению."}
    return Shown(CHEMISTRY, title, "https://video.example.org/34", **(usual | more))  # type: ignore[arg-type]


async def adds(talk: Talk, host: Person, what: Shown, municipality: str | None = None) -> VideoId:
    where = talk.where(municipality) if municipality else talk.where(region=YAKUTIA)
    return await (await talk.the(AddVideo))(await talk.actor(host), where, what)


async def test_a_host_puts_a_video_in_and_a_teacher_watches_it(talk: Talk) -> None:
    host, teacher = await methodist_of(talk), await teacher_of_honuu(talk)
    await host.opens("Видео")
    host.sees("Пока их нет")
    await host.presses("Добавить видео")
    await host.presses("Химия")
    await host.sends("Задание 34")
    await host.sends("video example")
    host.sees("Такая ссылка не откроется")
    await host.sends("video.example.org/34")
    await host.presses("ЕГЭ")
    await host.sends("Расчёты по уравнению")
    await host.sends("25 минут")
    await host.sends("180 МБ")
    await host.sends("Считаем по уравнению реакции.")
    host.sees("Проверьте, всё ли верно", "Химия, ЕГЭ", "Длится 25 минут", "180 МБ", f"Кому: {YAKUTIA}")
    await host.presses("Опубликовать")
    host.sees("Видео видят все, кто зарегистрирован", "По какому предмету?")
    await teacher.opens("Видео")
    await teacher.presses("Химия (1)")
    teacher.sees("1. Задание 34, ЕГЭ (есть текст)")
    await teacher.presses("1. Задание 34")
    teacher.sees("Тема: Расчёты по уравнению", "Длится 25 минут", "Размер: 180 МБ")
    assert "Изменить" not in teacher.buttons and "Смотреть видео" in teacher.buttons
    teacher.does_not_see("Считаем по уравнению реакции", "запись")


async def test_a_video_begun_and_left_is_offered_again_until_it_is_published_or_put_away(talk: Talk) -> None:
    host = await methodist_of(talk)
    await host.opens("Видео", "Добавить видео", "Химия")
    await host.sends("Задание 34")
    await host.sends("https://video.example.org/34")
    await host.sends("/start")
    await talk.restart()
    await host.opens("Видео", "Добавить видео")
    host.sees("Вы начали добавлять видео «Задание 34»")
    await host.presses("Продолжить")
    await host.presses("ЕГЭ")
    for _ in range(3):
        await host.presses("Пропустить")
    await host.sends("Считаем по уравнению реакции.")
    await host.presses("Не сейчас")
    await host.presses("Добавить видео")
    await host.presses("Продолжить")
    host.sees("Проверьте, всё ли верно", "Задание 34", "Ссылка: https://video.example.org/34", "Считаем по уравнению")
    await host.presses("Опубликовать")
    await host.presses("Добавить видео")
    host.sees("По какому предмету видео?")
    host.does_not_see("Задание 34")
    await host.presses("Химия")
    await host.sends("Задание 28")
    await host.opens("Видео", "Добавить видео", "Убрать и начать заново")
    host.sees("По какому предмету видео?")
    await host.presses("Химия")
    host.sees("Как называется видео?")


async def test_corrections_left_midway_wait_beside_what_another_has_corrected(talk: Talk) -> None:
    host = await methodist_of(talk)
    video = await adds(talk, host, shown())
    await host.opens("Видео", "Химия (1)", "1. Задание 34", "Изменить", "Название")
    await host.sends("Задание 34, разбор")
    await host.sends("/menu")
    await (await talk.the(ChangeVideo))(await talk.actor(host), video, shown(minutes=40))
    await host.opens("Видео", "Химия (1)", "1. Задание 34", "Изменить")
    host.sees("ваши прошлые исправления", "Задание 34, разбор", "Длится 40 минут")
    await host.presses("Убрать исправления")
    host.does_not_see("разбор", "прошлые исправления")
    await host.presses("Название")
    await host.sends("Задание 34, ответы")
    await host.presses("Сохранить")
    await host.presses("Изменить")
    host.does_not_see("прошлые исправления")


async def test_corrections_of_a_removed_video_are_not_those_of_the_next_with_its_number(talk: Talk) -> None:
    host = await methodist_of(talk)
    video = await adds(talk, host, shown())
    await host.opens("Видео", "Химия (1)", "1. Задание 34", "Изменить", "Название")
    await host.sends("Задание 34, разбор")
    await (await talk.the(RemoveVideo))(await talk.actor(host), video)
    other = Shown(CHEMISTRY, "Задание 28", "https://video.example.org/28")
    assert await adds(talk, host, other) == video
    await host.opens("Видео", "Химия (1)", "1. Задание 28", "Изменить")
    host.sees("Задание 28")
    host.does_not_see("разбор")


async def test_where_the_connection_is_bad_the_text_opens_without_the_video(talk: Talk) -> None:
    host, teacher = await methodist_of(talk), await teacher_of_honuu(talk)
    await adds(talk, host, shown())
    await teacher.opens("Видео", "Химия (1)", "1. Задание 34", "Текст вместо видео")
    teacher.sees("Задание 34\nСчитаем по уравнению.")
    teacher.does_not_see("https://video.example.org")
    await teacher.presses("Назад")
    teacher.sees("Длится 25 минут")


async def test_a_word_of_the_topic_finds_it_and_long_lists_are_paged(talk: Talk) -> None:
    host, teacher = await methodist_of(talk), await teacher_of_honuu(talk)
    for number in range(1, 11):
        await adds(talk, host, shown(f"Урок {number:02}", topic="Щёлочи" if number == 7 else None, summary=None))
    await teacher.opens("Видео")
    await teacher.presses("Химия (10)")
    teacher.sees("8. Урок 08")
    teacher.does_not_see("9. Урок 09")
    await teacher.presses("›")
    teacher.sees("9. Урок 09", "10. Урок 10")
    await teacher.sends("ЩЕЛОЧИ урок")
    teacher.sees("1. Урок 07")
    teacher.does_not_see("Урок 08")
    await teacher.sends("100%_")
    teacher.sees("ничего не нашлось")
    await teacher.presses("Все видео предмета")
    teacher.sees("8. Урок 08")


async def test_from_the_booking_of_a_subject_its_videos_are_a_tap_away(talk: Talk) -> None:
    host, teacher = await methodist_of(talk), await teacher_of_honuu(talk)
    await adds(talk, host, shown())
    await teacher.sends("/consult")
    await teacher.presses("Химия: попросить")
    teacher.sees("постоянного дня консультаций пока нет")
    await teacher.presses("Видео по предмету (1)")
    teacher.sees("1. Задание 34, ЕГЭ")
    await teacher.presses("Назад")
    teacher.sees("постоянного дня консультаций пока нет")
    await publishes(talk, host)
    await teacher.sends("/consult")
    await teacher.presses("Химия")
    await teacher.presses("Видео по предмету (1)")
    teacher.sees("1. Задание 34, ЕГЭ")


async def test_a_host_keeps_videos_of_her_subject_and_territory_alone(talk: Talk) -> None:
    host, teacher = await methodist_of(talk), await teacher_of_honuu(talk)
    video = await adds(talk, host, shown())
    near = await talk.grown_person(Role.METHODIST, "Момский", subjects=["chemistry"], name="Ольга Местная")
    other = await methodist_of(talk, "physics", name="Физик Иванович")
    coordinator = await talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Клара Региональная")
    change, remove = await talk.the(ChangeVideo), await talk.the(RemoveVideo)
    for stranger in (teacher, near, other):
        actor = await talk.actor(stranger)
        with pytest.raises(NotAllowed):
            await change(actor, video, shown("Другое"))
        with pytest.raises(NotAllowed):
            await remove(actor, video)
        with pytest.raises(NotAllowed):
            await adds(talk, stranger, shown())
    await adds(talk, near, shown("Местное"), "Момский")
    with pytest.raises(Invalid):
        await change(await talk.actor(host), video, shown(" "))
    await coordinator.opens("Видео", "Химия (2)", "Задание 34", "Изменить", "Название")
    await coordinator.sends("Задание 34, разбор")
    coordinator.sees("Исправьте, что нужно")
    await coordinator.presses("Сохранить")
    coordinator.sees("Задание 34, разбор")
    await coordinator.presses("Убрать")
    await coordinator.presses("Да, убрать")
    coordinator.sees("Видео убрано", "1. Местное")


async def test_another_territory_and_strangers_see_no_video(talk: Talk) -> None:
    host, teacher = await methodist_of(talk), await teacher_of_honuu(talk)
    near = await talk.grown_person(Role.METHODIST, "Амгинский", subjects=["chemistry"], name="Ольга Амгинская")
    wide, narrow = await adds(talk, host, shown()), await adds(talk, near, shown("Амгинское"), "Амгинский")
    south = await talk.grown_person(Role.TEACHER, "Лабинский", "СОШ № 6", subjects=["chemistry"], name="Южная Вера")
    one = await talk.the(OneVideo)
    assert (await one(await talk.actor(teacher), wide)).subject
    for stranger, video in ((teacher, narrow), (south, wide), (south, narrow)):
        with pytest.raises(NotFound):
            await one(await talk.actor(stranger), video)
    assert "Видео" not in await south.offers()
    stranger = talk.person(77)
    await stranger.sends("/start")
    assert "Видео" not in await stranger.offers()


async def test_a_video_outlives_its_author_without_her_name(talk: Talk) -> None:
    host, teacher = await methodist_of(talk), await teacher_of_honuu(talk)
    video = await adds(talk, host, shown())
    async with talk.units.read() as work:
        mine = await contribute(work, await talk.person_id(host))
    link = "https://video.example.org/34"
    kept = {"video_title": "Задание 34", "topic": None, "link": link, "text": "Считаем по уравнению."}
    assert mine == {"videos": [kept]}
    await host.sends("/privacy")
    await host.presses("Удалить мои данные")
    await host.presses("Да, удалить всё")
    found = await (await talk.the(OneVideo))(await talk.actor(teacher), video)
    assert (found.video.author, found.video.shown) == (None, shown())

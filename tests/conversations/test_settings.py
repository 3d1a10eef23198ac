"""What a teacher and her coordinator change for themselves."""

from shnor_domain.identity import Role
from shnor_domain.people.model.preferences import Names, Notices, Quiet
from shnor_domain.people.use_cases.settings import ShowSettings
from tests.support.bot_in_memory import Talk, talking_bot
from tests.support.conversation import Person


async def teacher_of(talk: Talk) -> Person:
    return await talk.grown_person(
        Role.TEACHER, "Амгинский", "СОШ № 1", subjects=["chemistry"], name="Анна Петровна", chat=7
    )


async def test_everything_is_shown_and_changed_by_taps(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        teacher = await teacher_of(talk)
        await teacher.sends("/settings")
        teacher.sees("К вам обращаются: Анна Петровна", "Время: UTC+9, Якутск", "с 21:00 до 8:00")
        await teacher.presses("Экономить трафик")
        teacher.sees("Экономия трафика: включена")
        assert "Не экономить трафик" in teacher.buttons
        await teacher.presses("Только о моих записях")
        teacher.sees("Объявления: не приходят, только о моих записях")
        await teacher.presses("Имена в сообщениях")
        teacher.sees("Имена в сообщениях: имя и отчество")
        await teacher.presses("Имя")
        await teacher.sends("Анна Павловна <3")
        teacher.sees("Сохранено.", "К вам обращаются: Анна Павловна <3")
        await teacher.presses("Время")
        await teacher.presses("UTC+3, Москва")
        teacher.sees("Время: UTC+3, Москва")
        person, kept = await (await talk.the(ShowSettings))(await talk.actor(teacher))
        assert (person.name, person.zone) == ("Анна Павловна <3", "Europe/Moscow")
        assert (kept.save_traffic, kept.notices, kept.names) == (True, Notices.OWN, Names.PATRONYMIC)


async def test_quiet_hours_move_both_ends_and_are_never_longer_than_fourteen_hours(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        teacher = await teacher_of(talk)
        await teacher.sends("/settings")
        await teacher.presses("Когда не беспокоить")
        await teacher.presses("20:00")
        teacher.sees("Не беспокоить с 20:00")
        await teacher.presses("11:00")
        teacher.sees("слишком длинно", "До которого часа?")
        await teacher.presses("7:00")
        teacher.sees("Ночью не беспокоить: с 20:00 до 7:00")
        _person, kept = await (await talk.the(ShowSettings))(await talk.actor(teacher))
        assert kept.quiet == Quiet(20 * 60, 7 * 60)


async def test_a_coordinator_on_leave_names_who_decides(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        away = await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Амгинский", name="Марфа Ильинична")
        other = await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Амгинский", name="Пётр Ильич")
        await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Момский", name="Чужой Координатор")
        await away.sends("/settings")
        await away.presses("Я в отпуске")
        await away.presses("декабрь ›")
        await away.presses("14")
        away.sees("Кто решает за вас")
        assert "Чужой Координатор" not in away.buttons
        await away.presses("Пётр Ильич")
        away.sees("Отпуск записан: по 14 декабря", "тот, кого вы выбрали")
        _person, kept = await (await talk.the(ShowSettings))(await talk.actor(away))
        assert kept.deputy == await talk.person_id(other)
        await away.presses("Я в отпуске")
        await away.presses("Я уже работаю")
        away.sees("С возвращением!", "Отпуск: нет")


async def test_a_teacher_on_leave_is_asked_for_no_deputy(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        teacher = await teacher_of(talk)
        await teacher.sends("/settings")
        await teacher.presses("Я в отпуске")
        await teacher.presses("декабрь ›")
        await teacher.presses("31")
        teacher.sees("Отпуск записан: по 31 декабря", "Напоминания о ваших записях будут приходить")
        teacher.does_not_see("Кто решает", "Решения за вас")


async def test_a_second_school_is_applied_for_later(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        teacher = await teacher_of(talk)
        await teacher.sends("/settings")
        await teacher.presses("Мои роли и школы")
        await teacher.presses("Добавить роль или школу")
        await teacher.presses("Учитель")
        await teacher.sends("Амга")
        await teacher.presses("Да")
        await teacher.presses("СОШ № 2")
        await teacher.presses("Химия")
        await teacher.presses("Готово")
        await teacher.presses("Оставить: Анна Петровна")
        teacher.sees("Заявка на регистрацию отправлена: учитель, СОШ № 2")
        await teacher.sends("/settings")
        await teacher.presses("Мои роли и школы")
        await teacher.presses("Добавить роль или школу")
        await teacher.presses("Учитель")
        await teacher.sends("Амга")
        await teacher.presses("Да")
        await teacher.presses("СОШ № 1")
        await teacher.presses("Химия")
        await teacher.presses("Готово")
        await teacher.presses("Оставить: Анна Петровна")
        teacher.sees("Эта роль у вас уже есть")


async def test_a_change_of_school_ends_the_old_place_on_a_day_and_applies_to_the_new_one(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        teacher = await teacher_of(talk)
        await teacher.sends("/settings")
        await teacher.presses("Мои роли и школы")
        await teacher.presses("Учитель, СОШ № 1")
        teacher.sees("Учитель, СОШ № 1, Амгинский.", "Предметы: химия")
        await teacher.presses("Сменить школу")
        await teacher.presses("декабрь ›")
        await teacher.presses("18")
        teacher.sees("Где ваша новая школа?")
        assert teacher.buttons == ["В меню"]
        await teacher.sends("Лабинск")
        await teacher.presses("Да")
        await teacher.presses("СОШ № 6")
        assert "✓ Химия" in teacher.buttons
        await teacher.presses("Готово")
        teacher.sees("Заявка на регистрацию отправлена: учитель, СОШ № 6, Лабинский")
        place = (await talk.actor(teacher)).places[0]
        assert place.ends is not None and place.ends.isoformat() == "2026-12-18"


async def test_a_role_is_given_up_after_one_more_question(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        teacher = await teacher_of(talk)
        await teacher.sends("/settings")
        await teacher.presses("Мои роли и школы")
        await teacher.presses("Учитель, СОШ № 1")
        await teacher.presses("Отказаться от роли")
        await teacher.presses("Да, отказаться")
        teacher.sees("Роль закончилась", "Здесь будут ваши роли и школы")
        assert (await talk.actor(teacher)).places == ()


async def test_a_stranger_has_no_settings_and_is_asked_for_her_consent(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        stranger = talk.person(1)
        await stranger.sends("/settings")
        stranger.sees("Согласие на обработку персональных данных")
        assert (await talk.actor(stranger)).person is None

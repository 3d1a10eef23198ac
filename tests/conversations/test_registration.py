"""A teacher comes to the bot: consent, four steps, her application, and the answer to it."""

from tests.support.bot_in_memory import Talk, talking_bot
from tests.support.conversation import Person


async def agrees(talk: Talk, chat: int = 7) -> Person:
    teacher = talk.person(chat)
    await teacher.sends("/start")
    await teacher.presses("Зарегистрироваться")
    await teacher.presses("Согласен(на)")
    return teacher


async def registers(talk: Talk, chat: int = 7, name: str = "Анна Петровна") -> Person:
    teacher = await agrees(talk, chat)
    await teacher.presses("Учитель")
    await teacher.sends("Амга")
    await teacher.presses("Да")
    await teacher.presses("СОШ № 1, Амга")
    await teacher.presses("Химия")
    await teacher.presses("Готово")
    await teacher.sends(name)
    return teacher


async def test_a_teacher_registers_in_four_steps_and_is_told_who_decides(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        teacher = talk.person(7)
        await teacher.sends("/start")
        teacher.sees("Здравствуйте! Это бот поддержки школ")
        await teacher.presses("Зарегистрироваться")
        teacher.sees("Согласие на обработку персональных данных", "Редакция 3 от 01.09.2026", "ещё 30 дней")
        await teacher.presses("Согласен(на)")
        teacher.sees("Шаг 1 из 4.", "Кто вы?")
        await teacher.presses("Учитель")
        teacher.sees("Шаг 2 из 4.")
        await teacher.sends("Амга")
        teacher.sees("Амгинский, Республика Саха (Якутия). Верно?")
        await teacher.presses("Да")
        teacher.sees("Шаг 3 из 4.")
        await teacher.presses("СОШ № 2, Амга")
        teacher.sees("Шаг 4 из 4.", "Отметьте всё")
        await teacher.presses("Химия")
        await teacher.presses("Биология")
        assert "✓ Химия" in teacher.buttons
        await teacher.presses("Готово")
        teacher.sees("Как к вам обращаться?")
        await teacher.sends("Анна Петровна")
        teacher.sees("учитель, СОШ № 2, Амгинский", "Её подтверждает администратор бота")

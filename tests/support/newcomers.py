"""How a newcomer gets in, for people in a browser and for people by HTTP."""

import re
from typing import Protocol

Words = str | re.Pattern[str]


class Somebody(Protocol):
    """A person who acts and looks: `tests.support.visitor.Visitor` or `tests.support.street.WirePerson`."""

    async def starts(self) -> None: ...
    async def sends(self, text: str, /) -> None: ...
    async def presses(self, label: Words, /) -> object: ...
    async def sees(self, text: str, /) -> object: ...


async def consents(newcomer: Somebody) -> None:
    """From the first tap to the first step of the form."""
    await newcomer.starts()
    await newcomer.sees("Это бот поддержки школ")
    await newcomer.presses("Зарегистрироваться")
    await newcomer.sees("Согласие на обработку персональных данных")
    await newcomer.presses("Согласен(на)")
    await newcomer.sees("Шаг 1 из 4")


async def registers(newcomer: Somebody, place: str, school: str, subject: str, name: str) -> None:
    """A teacher: her application is sent. `place` is typed as she likes, `school` as the list has it."""
    await consents(newcomer)
    await newcomer.presses("Учитель")
    await newcomer.sees("Шаг 2 из 4")
    await newcomer.sends(place)
    await newcomer.sees("Верно?")
    await newcomer.presses("Да")
    await newcomer.sees("Шаг 3 из 4")
    await newcomer.sends(school)
    await newcomer.sees("Шаг 3 из 4")
    await newcomer.presses(re.compile(re.escape(school)))
    await newcomer.sees("Шаг 4 из 4")
    await newcomer.presses(subject)
    await newcomer.presses("Готово")
    await newcomer.sees("Как к вам обращаться?")
    await newcomer.sends(name)
    await newcomer.sees("Заявка на регистрацию отправлена: учитель")


async def approves(decider: Somebody, name: str) -> None:
    """The only one who waits is let in."""
    await decider.sends("/menu")
    await decider.sees("Здравствуйте")
    await decider.presses("Ждёт моего решения (1)")
    await decider.sees(name)
    await decider.presses(re.compile(re.escape(name)))
    await decider.sees("Заявка на регистрацию")
    await decider.presses("Подтвердить")
    await decider.sees("Подтверждено")

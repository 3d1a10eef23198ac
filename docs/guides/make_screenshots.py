"""Pictures of the guides, taken from the demo: python -m docs.guides.make_screenshots [NAME …].

A demo of its own is started in a temporary folder; the person at the screen is always somebody of the sample. NAME
limits the run to guides: teacher, host, coordinator. Needs Chromium and what tests need.
"""

import asyncio
import io
import re
import sys
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image
from playwright.async_api import Browser, FloatRect

from tests.support.browser import Window, chromium
from tests.support.process import demo_at_work
from tests.support.visitor import Visitor

IMAGES = Path(__file__).parent / "images"
WIDTH, HEIGHT = 760, 1100
MARGIN = 14
TEACHER, HOST = "Света Пробная", "Пётр Наглядный"
DISTRICT, REGION = "Егор Примеров", "Марина Образцова"


@dataclass(frozen=True, slots=True)
class Camera:
    """A browser over a demo. `taken` are the names of the pictures so far."""

    browser: Browser
    url: str
    images: Path
    taken: list[str] = field(default_factory=list)

    async def chat(self, name: str) -> Visitor:
        """A person of the sample in a window of her own."""
        return await (await self._window()).person(name)

    async def newcomer(self, name: str) -> Visitor:
        """Somebody whom the bot does not know yet."""
        return await (await self._window()).newcomer(name)

    async def days(self, count: int) -> None:
        """Move the clock of the demo."""
        window = await Window.open(self.browser, self.url)
        for _ in range(count):
            await window.moves_clock("+1 день")

    async def _window(self) -> Window:
        return await Window.open(self.browser, self.url, width=WIDTH, height=HEIGHT)

    async def shoots(self, who: Visitor, name: str, messages: int = 1) -> None:
        """The last `messages` of the chat with their buttons, and nothing of the page around."""
        chat, page = await who.chat(), who.window.page
        await page.mouse.move(0, 0)
        shown = chat.locator(".message")
        await shown.last.scroll_into_view_if_needed()
        boxes = [await shown.nth(-number).bounding_box() for number in range(1, messages + 1)]
        frame = await chat.bounding_box()
        top = max(min(box["y"] for box in boxes if box) - MARGIN, 0)
        bottom = max(box["y"] + box["height"] for box in boxes if box) + MARGIN
        if frame is None:
            raise RuntimeError(f"the chat of {name} is not on the screen")
        clip = FloatRect(x=frame["x"], y=top, width=frame["width"], height=bottom - top)
        picture = Image.open(io.BytesIO(await page.screenshot(clip=clip, animations="disabled")))
        # few colours are a third of the bytes, and the pictures live in the repository
        picture.convert("RGB").quantize(64).save(self.images / f"{name}.png", optimize=True)
        self.taken.append(name)


async def _menu(who: Visitor) -> None:
    await who.sends("/menu")
    await who.sees("Здравствуйте")


async def _opens(who: Visitor, label: str | re.Pattern[str], words: str) -> None:
    await who.presses(label)
    await who.sees(words)


async def teacher(camera: Camera) -> None:
    """From the first /start to a cancelled booking."""
    await _registers(camera)
    known = await camera.chat(TEACHER)
    await _menu(known)
    await camera.shoots(known, "teacher-menu")
    await known.presses("Записаться на консультацию")
    await known.presses("Химия")
    await known.sees("Выберите день.")
    await camera.shoots(known, "teacher-days")
    await known.presses(re.compile(r"^Пн .* 3 места$"))
    await known.sees("О чём поговорим?")
    await camera.shoots(known, "teacher-topic")
    await known.sends("ЕГЭ, задание 34")
    await known.sees("Вы записаны.")
    await camera.shoots(known, "teacher-booked")
    await known.presses("Мои дела")
    await known.sees("17:00 (у вас)")
    await camera.shoots(known, "teacher-my-things")
    await known.presses(re.compile(r"17:00 химия$"))
    await known.sees("Не сможете прийти?")
    await known.presses("Отменить запись")
    await known.sees("Отменяем?")
    await camera.shoots(known, "teacher-cancel")


async def _registers(camera: Camera) -> None:
    new = await camera.newcomer("Лидия Снимкова")
    await new.starts()
    await new.sees("Здравствуйте!")
    await camera.shoots(new, "teacher-start")
    await new.presses("Зарегистрироваться")
    await new.sees("Согласие на обработку")
    await camera.shoots(new, "teacher-consent")
    await new.presses("Согласен(на)")
    await new.sees("Кто вы?")
    await camera.shoots(new, "teacher-role")
    await new.presses("Учитель")
    await new.sends("Хонуу")
    await new.sees("Верно?")
    await camera.shoots(new, "teacher-place", 2)
    await new.presses("Да")
    await new.sees("Ваша школа")
    await camera.shoots(new, "teacher-school")
    await new.presses("СОШ № 2, Хонуу")
    await new.sees("Что вы преподаёте?")
    await new.presses("Химия")
    await camera.shoots(new, "teacher-subjects")
    await new.presses("Готово")
    await new.sends("Лидия Петровна")
    await new.sees("Заявка на регистрацию отправлена")
    await camera.shoots(new, "teacher-application")


async def host(camera: Camera) -> None:
    """A weekly time is published, a day closed, a meeting looked at."""
    visitor = await camera.chat("Нина Тестова")
    await _menu(visitor)
    await visitor.presses("Записаться на консультацию")
    await visitor.presses("Химия")
    await visitor.presses(re.compile(r"^Пн .* мест[ао]?$"))
    await visitor.sends("ВПР, 8 класс")
    await visitor.sees("Вы записаны.")

    here = await camera.chat(HOST)
    await here.sees("Новая запись: химия", ever=True)
    await camera.shoots(here, "host-booked")
    await _menu(here)
    await _opens(here, "Моё расписание", "Ниже ваши встречи")
    await camera.shoots(here, "host-schedule")
    await _opens(here, re.compile(r"^Пн .* 1 из 3 · химия$"), "Кто придёт:")
    await camera.shoots(here, "host-meeting")
    await _menu(here)
    await here.presses("Моё расписание")
    await here.presses("Добавить время")
    for label, question in (
        ("Химия", "В какой день недели?"), ("Вторник", "Во сколько начинаем?"), ("15:00", "Сколько длится"),
        ("45 минут", "Как встречаемся?"), ("Онлайн", "Пришлите ссылку"), ("Пришлю позже", "Для кого"),
        ("Для учителей", "Для каких школ?"), ("Для всех школ", "Кому открыта запись?"),
        ("Республика Саха (Якутия)", "Сколько человек"),
    ):  # fmt: skip
        await here.presses(label)
        await here.sees(question)
        if label == "Вторник":
            await camera.shoots(here, "host-time")
    await _opens(here, re.compile("^5$"), "Проверьте, всё ли верно")
    await camera.shoots(here, "host-check")
    await _opens(here, "Опубликовать", "Опубликовано.")
    await _opens(here, "Открыть это время", "Ниже встречи")
    await camera.shoots(here, "host-one-time")
    await _opens(here, "Закрыть дату", "Какую дату закрыть?")
    await camera.shoots(here, "host-close-day")


async def _head_applies(camera: Camera, name: str) -> None:
    new = await camera.newcomer(name)
    await new.starts()
    for label in ("Зарегистрироваться", "Согласен(на)", "Директор или завуч"):
        await new.presses(label)
    await new.sends("Хонуу")
    await new.presses("Да")
    await new.presses("СОШ № 2, Хонуу")
    await new.sends(name)
    await new.sees("Заявка на регистрацию отправлена")


async def coordinator(camera: Camera) -> None:
    """What waits, who is there, what stands on a coordinator's territory, and whom nothing reaches."""
    await _head_applies(camera, "Тимур Андреевич")
    district = await camera.chat(DISTRICT)
    await _menu(district)
    await _opens(district, "Ждёт моего решения (1)", "Ждёт вашего решения: 1")
    await camera.shoots(district, "coordinator-waiting")
    await _opens(district, "1. Тимур Андреевич", "Заявка на регистрацию:")
    await camera.shoots(district, "coordinator-application")
    await _opens(district, "Подтвердить", "Подтверждено")
    await _menu(district)
    await _opens(district, "Люди", "Люди:")
    await camera.shoots(district, "coordinator-people")
    await _opens(district, re.compile("Ирина Модельная$"), "Сообщения доходят.")
    await camera.shoots(district, "coordinator-person")

    await _menu(district)
    await _opens(district, "Школы", "Чтобы найти, напишите")
    await camera.shoots(district, "coordinator-schools")
    await _opens(district, re.compile("СОШ № 2"), "Учителей в боте:")
    await camera.shoots(district, "coordinator-school")

    region = await camera.chat(REGION)
    await _menu(region)
    await camera.shoots(region, "coordinator-menu")
    await _opens(region, "Консультации", "цифры вашей территории")
    await _opens(region, "Время на территории", "Консультации на вашей территории")
    await camera.shoots(region, "coordinator-consultations")
    await _opens(region, re.compile("^Понедельник, 15:00: химия"), "Ведущий:")
    await camera.shoots(region, "coordinator-one-time")

    for name in ("Полина Олеговна", "Семён Ильич"):
        await _head_applies(camera, name)
    for name in ("Виктор Макетов", "Света Пробная"):
        await (await camera.chat(name)).blocks()
    await _menu(district)
    await camera.days(4)
    await district.sees("План на сегодня,")
    await camera.shoots(district, "coordinator-plan")
    await _menu(district)
    await _opens(district, "Ещё", "нужно реже")
    await district.presses("Что требует внимания")
    await _opens(district, re.compile("^Некому доставить"), "Позвоните:")
    await camera.shoots(district, "coordinator-unreached")


GUIDES: dict[str, Callable[[Camera], Awaitable[None]]] = {"teacher": teacher, "host": host, "coordinator": coordinator}


async def main(names: list[str], images: Path = IMAGES) -> list[str]:
    """Make the pictures of the named guides, of all when none is named; gives the names of the pictures."""
    taken: list[str] = []
    for name in names or list(GUIDES):
        with tempfile.TemporaryDirectory() as folder:
            async with demo_at_work(Path(folder)) as (_, url), chromium() as browser:
                await GUIDES[name](Camera(browser, url, images, taken))
    return taken


if __name__ == "__main__":
    IMAGES.mkdir(exist_ok=True)
    sys.stdout.writelines(f"{name}.png\n" for name in asyncio.run(main(sys.argv[1:])))

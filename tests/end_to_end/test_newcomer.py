"""The newcomer's whole walk in a browser, on the demo that anybody starts by one command, and after its sudden end."""

import random
import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import ClientSession
from playwright.async_api import Browser

from tests.support.browser import Window, chromium
from tests.support.newcomers import approves, registers
from tests.support.process import DemoProcess, command, put_away_after
from tests.support.visitor import Visitor

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(600)]

EGOR, PYOTR = 1002, 1004
"""Coordinator of the Момский улус, methodist in Якутск (bot/sample/people.csv)."""
SUBJECTS = {"Химия": "15:00", "Биология": "16:00"}
"""What Пётр publishes for Mondays, by the clock of Якутск (bot/sample/slots.csv)."""
EARLIER = timedelta(hours=2)
"""Якутск is behind the Момский улус."""
SYLLABLES = ("ай", "ту", "ла", "ми", "са", "кы", "ре", "ну", "до", "ви")


def made_up(chance: random.Random) -> str:
    """A name that nobody in the sample has."""
    return "".join(chance.choices(SYLLABLES, k=4)).capitalize()


async def on_a_working_morning(page_url: str) -> None:
    """Quiet hours hold back what she waits for: the story is told by day, here and in Якутск."""
    async with ClientSession() as http, http.get(f"{page_url}/sandbox/clock") as answer:
        now = datetime.fromisoformat((await answer.json())["now"])
    by_day = now.replace(hour=1, minute=0) + timedelta(days=now.hour >= 8)
    if now < by_day:
        async with ClientSession() as http:
            await http.post(f"{page_url}/sandbox/clock", json={"to": by_day.isoformat()})


async def founds_a_school(demo: DemoProcess, school: str, village: str) -> None:
    """The operator loads a table with one new school while the demo runs."""
    table = demo.folder / "new.csv"
    table.write_text(f"municipality,school,settlement,statuses\nМомский,{school},{village},ШНОР\n", encoding="utf-8")
    settings = {"DATABASE_URL": f"sqlite:///{demo.data / 'shnor.sqlite3'}", "FILES_DIR": demo.data / "files"}
    done = command(demo.folder, "import", "schools", str(table), "--yes", **settings)
    assert done.returncode == 0, done.stdout + done.stderr


async def books(newcomer: Visitor, subject: str, question: str) -> str:
    """On a Monday; gives the date in words."""
    await newcomer.sends("/consult")
    await newcomer.presses(subject)
    await newcomer.sees("Выберите день.")
    monday = next(label for row in await newcomer.last_buttons() for label in row if label.startswith("Пн"))
    await newcomer.presses(re.compile(re.escape(monday.partition(" ·")[0])))
    await newcomer.sees("О чём поговорим?")
    await newcomer.sends(question)
    await newcomer.sees("Вы записаны.")
    return monday.partition(" ")[2].partition(" ·")[0]


async def walk(browser: Browser, demo: DemoProcess, url: str, chance: random.Random) -> None:
    name, school = made_up(chance), f"СОШ № {chance.randrange(200, 900)}"
    subject, question = chance.choice(list(SUBJECTS)), f"Вопрос {chance.randrange(10**6)}"
    theirs = SUBJECTS[subject]
    mine = (datetime.fromisoformat(f"2026-01-01T{theirs}") + EARLIER).strftime("%H:%M")
    await founds_a_school(demo, school, made_up(chance))
    window = await Window.open(browser, url)
    newcomer = await window.newcomer(made_up(chance))
    await registers(newcomer, "момский", school, subject, name)
    egor = await window.person(EGOR)
    # it comes by itself: waited for, so that it does not come under his finger
    await egor.sees(f"Новая заявка на регистрацию: {name}", ever=True)
    await approves(egor, name)
    await newcomer.sees("Вас подтвердили: учитель", ever=True)
    pyotr = await window.person(PYOTR)
    day = await books(newcomer, subject, question)
    both = f"понедельник, {day}, {mine} (у вас) · {theirs} Якутск"
    await newcomer.sees(both)
    await newcomer.sees(question)
    await pyotr.sees(question, ever=True)
    await pyotr.sees(f"{day}, {theirs}", ever=True)
    assert not window.problems

    demo.kill()
    url = await demo.started()
    window = await Window.open(browser, url)
    again = await window.person(newcomer.id)
    await again.sends("/menu")
    await again.sees(name)
    await again.sees(f"Ближайшее: {both}")
    await again.sends("/my")
    await again.sees(f"{mine} (у вас) · {theirs} Якутск")
    assert not window.problems


async def test_a_newcomer_registers_is_approved_books_and_is_there_after_a_kill(tmp_path: Path) -> None:
    demo = DemoProcess(tmp_path)
    chance = random.Random(random.randrange(2**32))
    with put_away_after(demo):
        url = await demo.started()
        await on_a_working_morning(url)
        async with chromium() as browser:
            await walk(browser, demo, url, chance)

"""The chat page in headless Chromium, over the real sandbox: a teacher, her host, a stranger and a small bot."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from aiohttp import web
from playwright.async_api import Browser, expect

from bot.sandbox.server import Sandbox, start_sandbox
from tests.support.browser import Window, chromium
from tests.support.echo_bot import PICTURE, TABLE, TOKEN, echo_bot

TEACHER, HOST, STRANGER = 1001, 1002, 1003
NASTY = "<b>&_*[ 😀👨‍👩‍👧 <script>document.title='x'</script>"
RIGHT_TO_LEFT = "مرحبا بكم, СОШ № 6"
LONG_NAME = "Координатор Усть-Янского улуса с очень длинным именем и должностью <b>&_*["


@dataclass(frozen=True, slots=True)
class Stage:
    """A sandbox with three people, a polling bot, and a browser to look at them."""

    sandbox: Sandbox
    browser: Browser

    async def window(self, *, width: int = 1440, height: int = 900, phone: bool = False) -> Window:
        return await Window.open(self.browser, self.sandbox.url, width=width, height=height, phone=phone)


def _people(sandbox: Sandbox) -> None:
    sandbox.ensure_person(TEACHER, "Сардана Ивановна", hint="учитель химии", started=False)
    sandbox.ensure_person(HOST, "Айаал Петрович", hint="методист", started=True)
    sandbox.ensure_person(STRANGER, LONG_NAME, hint=RIGHT_TO_LEFT, started=False)


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    sandbox = await start_sandbox("127.0.0.1", 0, TOKEN)
    _people(sandbox)
    try:
        async with echo_bot(sandbox.url, HOST), chromium() as browser:
            yield Stage(sandbox, browser)
    finally:
        await sandbox.stop()


async def _overflow(window: Window) -> int:
    """Pixels by which the page is wider than its window."""
    wider: int = await window.page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return wider


async def test_a_teacher_books_and_her_host_sees_it_in_the_chat_beside(stage: Stage) -> None:
    window = await stage.window()
    teacher, host, stranger = [await window.person(who) for who in (TEACHER, HOST, STRANGER)]
    await teacher.starts()
    await teacher.sees("Здравствуйте.")
    assert await teacher.last_buttons() == [
        ["Записаться"],
        ["Занято", "Спасибо"],
        ["Пригласить"],
        ["Не Занято", "✓ 1. Химия"],
    ]
    await teacher.presses("Спасибо")
    await teacher.sees_toast("Пожалуйста")
    await teacher.presses("Записаться")
    await teacher.sees("Готово. Вы записаны. изменено")
    assert await teacher.last_buttons() == []
    await host.sees("Новая запись: Сардана Ивановна")
    assert await (await stranger.chat()).locator(".message").count() == 0
    assert window.problems == []


async def test_an_alert_stays_until_it_is_closed(stage: Stage) -> None:
    window = await stage.window()
    teacher = await window.person(TEACHER)
    await teacher.starts()
    button = (await teacher.chat()).get_by_role("button", name="Спасибо")
    await button.press("Enter")
    await teacher.sees_toast("Пожалуйста")
    await expect(button).to_be_focused()
    await teacher.presses("Химия")
    await teacher.presses("Занято")
    assert await teacher.reads_alert() == "Это время занято."
    await expect(window.page.locator("dialog")).to_have_count(0)


async def test_whatever_people_type_stays_text(stage: Stage) -> None:
    window = await stage.window()
    teacher = await window.person(TEACHER)
    await teacher.starts()
    await teacher.sees("Здравствуйте.")
    for text in (NASTY, RIGHT_TO_LEFT, "Щ" * 4096):
        await teacher.sends(text)
        await teacher.sees(text)
        assert await teacher.last_text() == text
    stranger = await window.newcomer(NASTY)
    await stranger.starts()
    await stranger.presses("Записаться")
    host = await window.person(HOST)
    await host.sees(f"Новая запись: {NASTY}")
    assert "Учебный чат" in await window.page.title()
    assert (await _overflow(window), window.problems) == (0, [])


async def test_an_invitation_is_opened_by_whoever_is_chosen(stage: Stage) -> None:
    window = await stage.window()
    teacher = await window.person(TEACHER)
    await teacher.opens("https://t.me/shnor_sandbox_bot?start=tutor_7")
    await teacher.sees("Приглашение: tutor_7.")
    await teacher.presses("Пригласить")
    dialog = window.page.locator("dialog.form")
    await dialog.locator("select").select_option(str(STRANGER))
    await dialog.locator("[type=submit]").click()
    stranger = await window.person(STRANGER)
    await stranger.sees("Приглашение: school-6.")
    assert "tutor_7" in await teacher.last_text()


async def test_who_blocked_the_bot_gets_nothing_until_she_unblocks_it(stage: Stage) -> None:
    window = await stage.window()
    teacher, host = await window.person(TEACHER), await window.person(HOST)
    await host.blocks()
    await expect(window.page.locator(f'[data-person="{HOST}"]')).to_contain_text("бот заблокирован")
    await teacher.starts()
    await teacher.presses("Записаться")
    await teacher.sees("Ведущий не получит сообщения")
    assert await (await host.chat()).locator(".message.bot").count() == 0
    await host.unblocks()
    await host.sends("Я снова здесь")
    await host.sees("Я снова здесь")


async def test_pictures_and_files_go_both_ways(stage: Stage, tmp_path: Path) -> None:
    window = await stage.window()
    teacher = await window.person(TEACHER)
    await teacher.starts()
    await teacher.sees("Здравствуйте.")
    await (await teacher.chat()).get_by_role("button", name="/chart").click()
    await teacher.sees("График")
    await (await teacher.chat()).locator(".photo").click()
    await expect(window.page.locator("dialog.picture img")).to_be_visible()
    await window.page.keyboard.press("Escape")
    await teacher.sends("/file")
    await teacher.sees("Часы <b>&_*[.csv")
    async with window.page.expect_download() as download:
        await (await teacher.chat()).locator("a.document").click()
    saved = tmp_path / "saved"
    await (await download.value).save_as(saved)
    assert saved.read_bytes() == TABLE
    for kind, name in (("photo", "dot.png"), ("document", "отчёт <b>.png")):
        (tmp_path / name).write_bytes(PICTURE)
        await teacher.attaches(tmp_path / name, kind=kind, caption="Подпись &")
        await teacher.sees(f"{'картинка' if kind == 'photo' else name} / Подпись &")
    assert window.problems == []


async def test_commands_are_chosen_with_the_keyboard(stage: Stage) -> None:
    window = await stage.window()
    teacher = await window.person(TEACHER)
    await teacher.starts()
    await teacher.sees("Здравствуйте.")
    box = (await teacher.chat()).locator("[data-chat-input]")
    await box.press_sequentially("/f")
    options = (await teacher.chat()).locator(".commands li")
    await expect(options).to_have_count(2)
    await box.press("ArrowDown")
    await expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    await box.press("ArrowUp")
    await box.press("Enter")
    await teacher.sees("Ваша таблица")
    await box.press_sequentially("первая")
    await box.press("Shift+Enter")
    await box.press_sequentially("вторая")
    await box.press("Enter")
    await teacher.sees("первая вторая")
    assert await teacher.last_text() == "первая\nвторая"


async def test_open_chats_and_drafts_survive_a_reload(stage: Stage) -> None:
    window = await stage.window()
    teacher, host = await window.person(TEACHER), await window.person(HOST)
    await (await host.chat()).locator("[data-chat-input]").fill("не отправлено")
    await window.page.reload()
    await window.connected()
    await expect(window.page.locator("[data-chat]")).to_have_count(2)
    await expect((await host.chat()).locator("[data-chat-input]")).to_have_value("не отправлено")
    await teacher.starts()
    await teacher.sees("Здравствуйте.")


async def test_a_phone_shows_one_thing_at_a_time(stage: Stage) -> None:
    window = await stage.window(width=390, height=844, phone=True)
    teacher = await window.person(TEACHER)
    await expect(window.page.locator(".people")).to_be_hidden()
    await teacher.starts()
    await teacher.sees("Здравствуйте.")
    assert await _overflow(window) == 0
    host = await window.person(HOST)
    await expect(window.page.locator("[data-chat]:visible")).to_have_count(1)
    await teacher.presses("Записаться")
    await teacher.sees("Готово.")
    await (await teacher.chat()).locator(".back").click()
    await expect(window.page.locator(f'[data-person="{HOST}"] .badge')).to_have_text("1")
    assert await _overflow(window) == 0
    await host.sees("Новая запись: Сардана Ивановна")
    assert window.problems == []


async def test_developers_unfold_the_calls_of_the_bot(stage: Stage) -> None:
    window = await stage.window()
    await expect(window.page.locator(".calls")).to_be_hidden()
    await window.page.get_by_role("button", name="Для разработчика").click()
    teacher = await window.person(TEACHER)
    await teacher.starts()
    call = window.page.locator(".call").filter(has_text="sendMessage").last
    await call.locator("summary").click()
    await expect(call.locator("pre").first).to_contain_text("Здравствуйте.")
    await expect(call.locator("pre").last).to_contain_text('"ok": true')
    await expect(call.locator(".status")).to_have_text("200")


async def test_without_a_movable_clock_the_page_says_why(stage: Stage) -> None:
    window = await stage.window()
    await expect(window.page.locator(".clock-status")).to_contain_text("бот запущен с настоящим временем")
    await expect(window.page.get_by_role("button", name="+1 час")).to_be_disabled()


async def test_the_clock_of_the_bot_is_moved_from_the_page(stage: Stage) -> None:
    asked: list[object] = []

    async def clock(request: web.Request) -> web.Response:
        asked.append(await request.json())
        return web.json_response({"now": "2027-01-12T06:00:00+00:00"})

    app = web.Application()
    app.router.add_post("/clock", clock)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    stage.sandbox.clock_url = f"http://127.0.0.1:{runner.addresses[0][1]}/clock"
    window = await stage.window()
    for button in ("+1 час", "+1 день", "До следующего события"):
        await window.moves_clock(button)
    await expect(window.page.locator(".clock .here")).to_contain_text("12 января в 09:00")
    await expect(window.page.locator(".clock .there")).to_contain_text("Якутск: вт, 12 января в 15:00")
    await runner.cleanup()
    assert asked == [{"advance": 3600}, {"advance": 86400}, {"next": True}]


async def test_a_lost_line_is_said_and_comes_back_by_itself(tmp_path: Path) -> None:
    first = await start_sandbox("127.0.0.1", 0, TOKEN, files_dir=tmp_path)
    _people(first)
    port = int(first.url.rpartition(":")[2])
    async with chromium() as browser:
        window = await Window.open(browser, first.url)
        teacher = await window.person(TEACHER)
        await teacher.starts()
        await first.stop()
        await expect(window.page.locator(".banner")).to_be_visible()
        second = await start_sandbox("127.0.0.1", port, TOKEN, files_dir=tmp_path)
        try:
            async with echo_bot(second.url, HOST):
                await expect(window.page.locator(".banner")).to_be_hidden()
                await teacher.sees("Здравствуйте.")
        finally:
            await second.stop()


async def test_every_control_has_a_name_for_those_who_listen(stage: Stage) -> None:
    window = await stage.window()
    teacher = await window.person(TEACHER)
    await teacher.starts()
    await teacher.sees("Здравствуйте.")
    nameless = await window.page.evaluate(
        """() => [...document.querySelectorAll('button, a, input, textarea, select, summary')]
            .filter(node => !(node.getAttribute('aria-label') || node.innerText?.trim() || node.textContent.trim()
                || node.labels?.length)).map(node => node.outerHTML)"""
    )
    assert nameless == []

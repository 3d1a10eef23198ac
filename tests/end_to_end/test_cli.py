"""The commands of an operator as processes: what cannot start says so in one line and leaves with 2.

Three start from nothing, the others are forked from a process that has imported everything.
"""

import asyncio
import socket
import sqlite3
import subprocess
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from tests.support.installation import TOKEN, installation
from tests.support.nursery import Nursery
from tests.support.process import command, free_port
from tests.support.street import WirePerson

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(600)]


def settings_of(url: str, **changes: object) -> dict[str, object]:
    """A Bot API that is not there, unless one is named."""
    nobody = f"http://127.0.0.1:{free_port()}"
    return {"BOT_TOKEN": TOKEN, "API_URL": nobody, "DATABASE_URL": url, "HTTP_PORT": free_port(), **changes}


Does = Callable[..., Awaitable[subprocess.CompletedProcess[str]]]
"""A command beside the sandbox of this very process: folder, arguments, settings."""


async def from_nothing(folder: Path, *arguments: str, **settings: object) -> subprocess.CompletedProcess[str]:
    return await asyncio.to_thread(command, folder, *arguments, **settings)


@pytest.fixture
def does(nursery: Nursery) -> Does:
    async def forked(folder: Path, *arguments: str, **settings: object) -> subprocess.CompletedProcess[str]:
        return await asyncio.to_thread(nursery.command, folder, *arguments, **settings)

    return forked


async def one_line(does: Does, folder: Path, *arguments: str, **settings: object) -> str:
    """The only line of a command that cannot start."""
    done = await does(folder, *arguments, **settings)
    assert done.returncode == 2, done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    return line


async def test_a_wrong_token_is_one_line_without_the_token(sqlite_url: str, tmp_path: Path) -> None:
    async with installation(sqlite_url, tmp_path) as place:
        line = await one_line(
            from_nothing, tmp_path, "run", **settings_of(sqlite_url, BOT_TOKEN="42:another", API_URL=place.sandbox.url)
        )
    assert "SHNOR_BOT_TOKEN" in line
    assert "another" not in line


async def test_no_token_is_one_line(sqlite_url: str, tmp_path: Path) -> None:
    assert "SHNOR_BOT_TOKEN" in await one_line(from_nothing, tmp_path, "run", DATABASE_URL=sqlite_url)


async def test_a_taken_port_is_one_line(does: Does, sqlite_url: str, tmp_path: Path) -> None:
    async with installation(sqlite_url, tmp_path) as place:
        with socket.create_server(("127.0.0.1", 0)) as taken:
            port = taken.getsockname()[1]
            line = await one_line(
                does, tmp_path, "run", **settings_of(sqlite_url, API_URL=place.sandbox.url, HTTP_PORT=port)
            )
    assert str(port) in line
    assert "SHNOR_HTTP_PORT" in line


async def test_a_taken_port_of_the_demo_is_one_line(does: Does, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        line = await one_line(does, tmp_path, "demo", "--port", str(port), "--folder", str(tmp_path / "demo"))
    assert str(port) in line


async def test_a_database_that_does_not_answer_is_one_line_without_its_password(does: Does, tmp_path: Path) -> None:
    url = f"postgresql://bot:sesame@127.0.0.1:{free_port()}/shnor"
    line = await one_line(does, tmp_path, "run", **settings_of(url))
    assert "SHNOR_DATABASE_URL" in line
    assert "sesame" not in line


@pytest.mark.parametrize("folder", ["a file", "a folder", "a text"])
async def test_a_file_that_cannot_be_opened_is_one_line(does: Does, folder: str, tmp_path: Path) -> None:
    # root may write anywhere, so it is not the rights that stand in the way
    (tmp_path / "a file").write_text("", encoding="utf-8")
    (tmp_path / "a folder" / "shnor.sqlite3").mkdir(parents=True)
    (tmp_path / "a text").mkdir()
    (tmp_path / "a text" / "shnor.sqlite3").write_text("a shopping list\n" * 100, encoding="utf-8")
    line = await one_line(does, tmp_path, "run", **settings_of(f"sqlite:///{tmp_path / folder / 'shnor.sqlite3'}"))
    assert "SHNOR_DATABASE_URL" in line


async def test_a_database_of_an_older_version_is_one_line_and_migrate_puts_it_right(does: Does, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'shnor.sqlite3'}"
    assert "shnor-bot migrate" in await one_line(does, tmp_path, "run", **settings_of(url))
    assert (await does(tmp_path, "migrate", DATABASE_URL=url)).returncode == 0
    assert (await does(tmp_path, "migrate", "--check", DATABASE_URL=url)).returncode == 0
    with sqlite3.connect(tmp_path / "shnor.sqlite3") as connection:
        connection.execute("UPDATE alembic_version SET version_num = 'before'")
    connection.close()
    assert "shnor-bot migrate" in await one_line(does, tmp_path, "run", **settings_of(url))


async def test_check_config_says_what_is_wrong_and_that_nothing_is(does: Does, sqlite_url: str, tmp_path: Path) -> None:
    async with installation(sqlite_url, tmp_path) as place:
        good = settings_of(sqlite_url, API_URL=place.sandbox.url, FILES_DIR=tmp_path / "files")
        done = await does(tmp_path, "check-config", **good)
        assert done.returncode == 0, done.stdout + done.stderr
        assert done.stdout.startswith("Настройки в порядке.")
        bad = await does(tmp_path, "check-config", **good | {"BOT_TOKEN": "42:another", "LOG_LEVEL": "LOUD"})
        assert bad.returncode == 2
        assert "SHNOR_LOG_LEVEL" in bad.stdout
        assert "Traceback" not in bad.stdout + bad.stderr


async def lets_in(who: WirePerson, link: str, name: str) -> None:
    await who.opens(link)
    await who.sees("Вас приглашают", "Якутск")
    await who.presses("Да, продолжить")
    await who.sees("Согласие на обработку персональных данных")
    await who.presses("Согласен(на)")
    await who.sees("Как к вам обращаться?")
    await who.sends(name)
    await who.sees("Готово, вы зарегистрированы.")


async def test_invite_prints_a_link_as_its_last_line_and_it_works_once(
    does: Does, nursery: Nursery, sqlite_url: str, tmp_path: Path
) -> None:
    async with installation(sqlite_url, tmp_path, process=nursery.bot) as place:
        where = ("--role", "municipal_coordinator", "--municipality", "Якутск")
        done = await does(tmp_path, "invite", *where, **settings_of(sqlite_url, API_URL=place.sandbox.url))
        assert done.returncode == 0, done.stderr
        link = done.stdout.splitlines()[-1]
        assert link.startswith("https://t.me/shnor_sandbox_bot?start=")
        await place.bot.started()
        coordinator = await place.street.newcomer("Кто-то")
        await lets_in(coordinator, link, "Координатор Новая")
        await coordinator.sends("/menu")
        menu = await coordinator.sees("Здравствуйте, Координатор Новая")
        assert menu.data_of("Ждёт моего решения") is not None
        late = await place.street.newcomer("Другая")
        await late.opens(link)
        await late.sees("Эта ссылка не действует")


async def test_invite_says_what_it_does_not_know(does: Does, sqlite_url: str, tmp_path: Path) -> None:
    async with installation(sqlite_url, tmp_path) as place:
        line = await one_line(
            does,
            tmp_path,
            *("invite", "--role", "teacher", "--school", "Школа на Луне"),
            **settings_of(sqlite_url, API_URL=place.sandbox.url),
        )
    assert "Школа на Луне" in line


async def test_sigterm_ends_the_bot_with_nothing_lost(sqlite_url: str, tmp_path: Path) -> None:
    async with installation(sqlite_url, tmp_path) as place:
        await place.bot.started()
        anna = place.person(1008)
        await anna.sends("/consult")
        await anna.sees("По какому предмету?")
        assert await asyncio.to_thread(place.bot.stop) == 0
        assert "Traceback" not in place.bot.output

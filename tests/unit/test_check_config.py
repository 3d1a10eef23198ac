"""`check-config` finds what the settings cannot know by themselves, asking only, changing nothing."""

import socket
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from aiohttp import web
from pydantic import SecretStr

from bot import check_config, database
from bot.cli import main
from bot.failures import ApiUnreachable, DatabaseUnreachable, WrongToken
from bot.settings import Settings
from bot.web import serving

TOKEN = "123456789:AAFakeFakeFakeFakeFakeFakeFakeFake0"


@pytest.fixture(autouse=True)
def in_an_empty_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No .env, no database of this machine."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.socket() as rival:
        rival.bind(("127.0.0.1", 0))
        rival.listen()
        yield rival.getsockname()[1]


@pytest.fixture
async def bot_api() -> AsyncIterator[str]:
    """Knows one token; everything else is 401, as the Bot API answers."""

    async def get_me(request: web.Request) -> web.Response:
        known = request.match_info["token"] == TOKEN
        return web.json_response({"ok": known}, status=200 if known else 401)

    app = web.Application()
    app.router.add_get("/bot{token}/getMe", get_me)
    async with serving(app, "127.0.0.1", 0) as port:
        yield f"http://127.0.0.1:{port}"


def test_a_good_installation_is_told_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("SHNOR_BOT_TOKEN", TOKEN)
    monkeypatch.setenv("SHNOR_HTTP_PORT", "0")
    assert main(["check-config", "--offline"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "Настройки в порядке."
    assert "SHNOR_OPERATOR_NAME" in told[1]


def test_everything_wrong_on_this_machine_is_listed(tmp_path: Path, taken_port: int) -> None:
    (tmp_path / "file").write_text("")
    settings = Settings(
        http_port=taken_port,
        consent_file=tmp_path / "absent.txt",
        files_dir=tmp_path / "file",
        database_url=f"sqlite:///{tmp_path}/file/shnor.sqlite3",
    )
    told = list(check_config.faults_of_this_machine(settings))
    assert [line.partition(" ")[0].rstrip(":") for line in told] == [
        "SHNOR_BOT_TOKEN",
        "SHNOR_CONSENT_FILE",
        "SHNOR_FILES_DIR",
        "SHNOR_DATABASE_URL",
        "Адрес",
    ]
    assert str(taken_port) in told[-1]


async def test_a_token_that_the_bot_api_knows_is_no_fault(bot_api: str) -> None:
    assert await check_config.fault_of_telegram(Settings(api_url=bot_api, bot_token=SecretStr(TOKEN))) is None


async def test_a_token_that_the_bot_api_does_not_know_is_wrong(bot_api: str) -> None:
    wrong = Settings(api_url=bot_api, bot_token=SecretStr("1:other"))
    assert isinstance(await check_config.fault_of_telegram(wrong), WrongToken)


async def test_an_address_where_nothing_answers_is_unreachable() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    nowhere = Settings(api_url=f"http://127.0.0.1:{port}", bot_token=SecretStr(TOKEN))
    assert isinstance(await check_config.fault_of_telegram(nowhere), ApiUnreachable)


async def test_an_unreachable_database_is_named_without_its_password() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = Settings(database_url=f"postgresql://shnor:pa55word@127.0.0.1:{port}/shnor")
    with pytest.raises(DatabaseUnreachable) as caught:
        await database.require(settings)
    assert "127.0.0.1/shnor" in caught.value.line
    assert "pa55word" not in caught.value.line


async def test_a_file_that_is_no_database_is_unreachable(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("not a database " * 100)
    with pytest.raises(DatabaseUnreachable):
        await database.require(Settings(database_url=f"sqlite:///{tmp_path}/notes.txt"))


async def test_a_new_embedded_database_is_made_for_its_owner_only(tmp_path: Path) -> None:
    await database.require(Settings(database_url=f"sqlite:///{tmp_path}/new/shnor.sqlite3"))
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "new" / "shnor.sqlite3").stat().st_mode & 0o777 == 0o600

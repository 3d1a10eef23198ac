"""An operator who errs is told so in one plain line, and no secret is shown to anybody."""

import os
from pathlib import Path

import pytest

from bot import configuration
from bot.cli import main
from bot.failures import BadSettings
from bot.settings import NamesInMessages, Settings

TOKEN = "123456789:AAFakeFakeFakeFakeFakeFakeFakeFake0"
SECRET = "webhook-secret-0001"


@pytest.fixture(autouse=True)
def clean_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No settings of this machine, no .env of this folder."""
    for name in [name for name in os.environ if name.startswith("SHNOR_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def given(monkeypatch: pytest.MonkeyPatch, **settings: str) -> Settings:
    for name, value in settings.items():
        monkeypatch.setenv(f"SHNOR_{name}", value)
    return configuration.load()


def refused(monkeypatch: pytest.MonkeyPatch, **settings: str) -> list[str]:
    with pytest.raises(BadSettings) as caught:
        given(monkeypatch, **settings)
    return caught.value.lines


def test_one_machine_needs_no_settings_at_all() -> None:
    settings = configuration.load()
    assert settings.database_url == "sqlite+aiosqlite:///var/shnor.sqlite3"
    assert settings.sqlite_file == Path("var/shnor.sqlite3")
    assert (settings.mode, settings.clock, settings.bot_token) == ("polling", "real", None)
    assert settings.names_in_messages is NamesInMessages.FULL


def test_an_env_file_is_read_and_the_environment_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".env").write_text("SHNOR_HTTP_PORT=9001\nSHNOR_OPERATOR_NAME=Управление образования\n", encoding="utf-8")
    settings = given(monkeypatch, HTTP_PORT="9002")
    assert (settings.http_port, settings.operator_name) == (9002, "Управление образования")


def test_the_example_file_is_valid_and_names_every_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    example = (Path(__file__).parents[2] / ".env.example").read_text(encoding="utf-8")
    named = {line.partition("=")[0] for line in example.splitlines() if line.startswith("SHNOR_")}
    assert named == {f"SHNOR_{name.upper()}" for name in Settings.model_fields}
    Path(".env").write_text(example, encoding="utf-8")
    assert configuration.load() == Settings()


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("sqlite:////srv/shnor.db", "sqlite+aiosqlite:////srv/shnor.db"),
        ("sqlite+aiosqlite:///shnor.db", "sqlite+aiosqlite:///shnor.db"),
        ("postgresql://shnor:pass@db/shnor", "postgresql+psycopg://shnor:pass@db/shnor"),
        ("postgres://db/shnor", "postgresql+psycopg://db/shnor"),
        ("postgresql+psycopg://db/shnor", "postgresql+psycopg://db/shnor"),
    ],
)
def test_addresses_of_databases_are_taken_as_operators_write_them(
    monkeypatch: pytest.MonkeyPatch, written: str, read: str
) -> None:
    assert given(monkeypatch, DATABASE_URL=written).database_url == read


def test_ids_of_administrators_may_be_parted_by_commas_and_spaces(monkeypatch: pytest.MonkeyPatch) -> None:
    assert given(monkeypatch, ADMIN_IDS="15, 16 17").admin_ids == {15, 16, 17}


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("DATABASE_URL", "mysql://db/shnor", "sqlite:///"),
        ("DATABASE_URL", "sqlite://", "пропадёт"),
        ("DATABASE_URL", "sqlite:///:memory:", "пропадёт"),
        ("API_URL", "telegram", "https://"),
        ("PROXY_URL", "socks5://proxy:1080", "http://сервер"),
        ("REDIS_URL", "http://redis", "redis://"),
        ("BOT_TOKEN", "no token", "@BotFather"),
        ("WEBHOOK_SECRET", "short", "16"),
        ("ADMIN_IDS", "15, anna", "id через запятую"),
        ("HTTP_PORT", "eighty", "целое число"),
        ("HTTP_PORT", "70000", "65535"),
        ("RETENTION_DAYS", "0", "не меньше 1"),
        ("PLAN_MONTH_DAY", "0", "не меньше 1"),
        ("MODE", "push", "'polling' или 'webhook'"),
        ("NAMES_IN_MESSAGES", "true", "'full', 'patronymic' или 'none'"),
        ("LOG_LEVEL", "loud", "'INFO'"),
        ("CLOCK", "fast", "'movable'"),
    ],
)
def test_a_wrong_value_is_named_with_its_setting_in_russian(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, words: str
) -> None:
    (line,) = refused(monkeypatch, **{name: value})
    assert line.startswith(f"SHNOR_{name}: ")
    assert words in line
    assert "{" not in line


@pytest.mark.parametrize(
    "api_url", ["https://api.telegram.org", "http://127.0.0.1.example.org", "http://10.0.0.1:8081"]
)
def test_the_clock_moves_only_beside_a_bot_api_of_this_machine(monkeypatch: pytest.MonkeyPatch, api_url: str) -> None:
    (line,) = refused(monkeypatch, CLOCK="movable", API_URL=api_url)
    assert "SHNOR_CLOCK=movable" in line


def test_calls_go_unpaced_only_to_a_bot_api_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    (line,) = refused(monkeypatch, CALLS_PER_SECOND="0", API_URL="https://api.telegram.org")
    assert "SHNOR_CALLS_PER_SECOND=0" in line
    assert given(monkeypatch, CALLS_PER_SECOND="0", API_URL="http://127.0.0.1:8081").calls_per_second == 0


@pytest.mark.parametrize("api_url", ["http://localhost:8081/", "http://127.0.0.2:8081", "http://[::1]:8081"])
def test_a_rehearsal_with_a_local_bot_api_is_accepted(monkeypatch: pytest.MonkeyPatch, api_url: str) -> None:
    settings = given(monkeypatch, CLOCK="movable", API_URL=api_url)
    assert settings.rehearsal
    assert not settings.api_url.endswith("/")


def test_a_webhook_needs_its_address_and_its_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    (line,) = refused(monkeypatch, MODE="webhook", WEBHOOK_URL="https://bot.example.org/hook")
    assert "SHNOR_WEBHOOK_SECRET" in line
    settings = given(monkeypatch, WEBHOOK_SECRET=SECRET)
    assert settings.webhook_url == "https://bot.example.org/hook"


def test_a_webhook_without_encryption_is_only_for_a_local_bot_api(monkeypatch: pytest.MonkeyPatch) -> None:
    hook = {"MODE": "webhook", "WEBHOOK_URL": "http://bot.example.org/hook", "WEBHOOK_SECRET": SECRET}
    (line,) = refused(monkeypatch, **hook)
    assert "https://" in line
    assert given(monkeypatch, API_URL="http://127.0.0.1:8081", **hook).mode == "webhook"


def test_secrets_are_neither_in_repr_nor_in_refusals(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = given(
        monkeypatch,
        BOT_TOKEN=TOKEN,
        WEBHOOK_SECRET=SECRET,
        DATABASE_URL="postgresql://shnor:pa55word@db/shnor",
        PROXY_URL="http://shnor:pa55word@proxy:3128",
    )
    assert not any(secret in repr(settings) for secret in (TOKEN, SECRET, "pa55word"))
    lines = refused(monkeypatch, BOT_TOKEN=f"{TOKEN} {TOKEN}", DATABASE_URL="mysql://shnor:pa55word@db/shnor")
    assert not any(secret in line for secret in (TOKEN, "pa55word") for line in lines)


def test_several_faults_are_told_together_by_check_config(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    refused(monkeypatch, HTTP_PORT="eighty", MODE="push")
    assert main(["check-config"]) == 2
    assert {line.partition(":")[0] for line in capsys.readouterr().out.splitlines()} == {
        "SHNOR_HTTP_PORT",
        "SHNOR_MODE",
    }


@pytest.mark.parametrize("command", [["run"], ["migrate"], ["outbox"], ["backup", "copy.db"]])
def test_bad_settings_stop_every_command_with_one_line_and_code_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    refused(monkeypatch, HTTP_PORT="eighty", MODE="push")
    assert main(command) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert len(told.err.splitlines()) == 1
    assert "check-config" in told.err


def test_running_without_a_token_is_refused_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run"]) == 2
    assert capsys.readouterr().err.startswith("SHNOR_BOT_TOKEN")

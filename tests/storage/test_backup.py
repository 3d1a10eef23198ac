"""A copy is whole, is taken beside a running bot, and carries nothing that was wiped."""

import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.cli import main
from bot.commands.backup import copy_sqlite
from bot.failures import DatabaseUnreachable

CANARY = "Айталина-Канарейкина"


@pytest.fixture
def database(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """A database that another process keeps open in WAL mode, with a wiped name still in its free pages."""
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "shnor.sqlite3"
    with closing(sqlite3.connect(file)) as bot:
        bot.executescript("PRAGMA journal_mode=WAL; PRAGMA secure_delete=OFF; CREATE TABLE person (name TEXT)")
        bot.executemany("INSERT INTO person VALUES (?)", [(CANARY * 50,)] * 100)
        bot.commit()
        bot.execute("DELETE FROM person")
        bot.execute("INSERT INTO person VALUES ('stays')")
        bot.commit()
        bot.execute("PRAGMA wal_checkpoint")
        yield file


def test_the_copy_holds_the_rows_and_no_byte_of_what_was_deleted(database: Path, tmp_path: Path) -> None:
    assert CANARY.encode() in database.read_bytes()
    copy_sqlite(database, tmp_path / "copy.sqlite3")
    with closing(sqlite3.connect(tmp_path / "copy.sqlite3")) as copy:
        assert copy.execute("SELECT name FROM person").fetchall() == [("stays",)]
    assert CANARY.encode() not in (tmp_path / "copy.sqlite3").read_bytes()


def test_the_command_writes_a_file_that_only_its_owner_reads(
    monkeypatch: pytest.MonkeyPatch, database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SHNOR_DATABASE_URL", f"sqlite:///{database}")
    assert main(["backup", "copy.sqlite3"]) == 0
    assert Path("copy.sqlite3").stat().st_mode & 0o777 == 0o600
    assert "copy.sqlite3" in capsys.readouterr().out


def test_an_existing_file_is_never_overwritten(
    monkeypatch: pytest.MonkeyPatch, database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SHNOR_DATABASE_URL", f"sqlite:///{database}")
    Path("copy.sqlite3").write_text("precious")
    assert main(["backup", "copy.sqlite3"]) == 2
    assert Path("copy.sqlite3").read_text() == "precious"
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_database_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnreachable):
        copy_sqlite(tmp_path / "absent.sqlite3", tmp_path / "copy.sqlite3")


def test_a_copy_that_failed_leaves_no_file_behind(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SHNOR_DATABASE_URL", "sqlite:///absent.sqlite3")
    assert main(["backup", "copy.sqlite3"]) == 2
    assert not Path("copy.sqlite3").exists()


def test_a_copy_of_postgresql_can_be_listed_by_its_own_tool(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, postgres_url: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SHNOR_DATABASE_URL", postgres_url)
    assert main(["backup", "copy.dump"]) == 0
    listed = subprocess.run(["pg_restore", "--list", "copy.dump"], check=True, capture_output=True, text=True)
    assert "TABLE DATA" in listed.stdout

"""`shnor-bot import people`: the operator's table becomes links that need no «Верно», one a line."""

from pathlib import Path

import pytest

from bot import importing
from bot.importing import import_file
from bot.settings import Settings
from shnor_domain.storage.engine import Database
from shnor_domain.storage.work import Units
from shnor_domain.territories.words import shipped

TABLE = (
    "роль,регион,муниципалитет,предмет\nрегиональный координатор,Краснодарский край,,\n"
    'координатор района,,Лабинский,\nметодист,,Лабинский,"химия; биология"\nадминистратор,,Лабинский,\n'
)


async def test_each_row_becomes_a_link_and_the_same_file_again_makes_none(
    sqlite_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def username(settings: Settings) -> str:
        return "sample_bot"

    monkeypatch.setattr(importing, "username", username)
    settings = Settings(database_url=sqlite_url, files_dir=tmp_path / "files")
    for kind, body in (("municipalities", shipped("municipalities.csv")), ("people", TABLE.encode())):
        (tmp_path / kind).write_bytes(body)
        await import_file(settings, kind, tmp_path / kind, yes=True, report_only=False)
    *_, head, counts, region, unit, methodist, admin, reason, written, first, second, third = (
        capsys.readouterr().out.splitlines()
    )
    assert head == "Люди: какие приглашения появятся"
    assert counts.startswith("Новых: 3,") and counts.endswith("с ошибкой: 1")
    assert region == "Строка 2: региональный координатор, Краснодарский край — новая строка"
    assert (unit[:8], methodist[:8], admin[:8]) == ("Строка 3", "Строка 4", "Строка 5")
    assert reason == "  столбец «роль», «администратор»: такой роли нет"
    assert written == "Записано строк: 3"
    assert [line.split("\t")[0] for line in (first, second, third)] == [
        "региональный координатор",
        "координатор района",
        "методист",
    ]
    code = third.rpartition("?start=")[2]
    database = Database(sqlite_url)
    async with Units(database).read() as work:
        link = await work.links.by_code(code)
    await database.close()
    assert link is not None and link.by_operator and link.subjects == {"chemistry", "biology"}
    await import_file(settings, "people", tmp_path / "people", yes=True, report_only=False)
    assert "Записывать нечего: ничего не изменилось." in capsys.readouterr().out

"""`shnor-bot outbox`: what waits, what was not delivered, and once more."""

from datetime import timedelta

import pytest

from bot import cli, operator_texts
from shnor_domain.notifications.model import NoticeState
from tests.support.databases import in_a_loop_of_its_own
from tests.support.notices import NOW, notice, post_office


async def prepare(url: str) -> None:
    async with post_office(url) as office:
        await office.plan(notice("booking:17:made"), notice("booking:18:24h", NOW + timedelta(days=1)))
        row = await office.row("booking:17:made")
        async with office.units.write() as work:
            await work.notices.end(row.id, NoticeState.FAILED, "Bad Request: BUTTON_DATA_INVALID", NOW)


def test_the_operator_lists_and_requeues(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    in_a_loop_of_its_own(lambda: prepare(sqlite_url))
    monkeypatch.setenv("SHNOR_DATABASE_URL", sqlite_url.replace("+aiosqlite", ""))
    assert cli.main(["outbox", "--failed"]) == 0
    failed = "1\tне доставлено\ttold\tbooking:17\t2026-11-30 03:00 UTC\tBad Request: BUTTON_DATA_INVALID\n"
    assert capsys.readouterr().out == failed
    assert cli.main(["outbox"]) == 0
    assert capsys.readouterr().out == f"2\tждёт\ttold\tbooking:18\t2026-12-01 03:00 UTC\n{failed}"
    assert cli.main(["outbox", "--requeue", "1"]) == 0
    assert cli.main(["outbox", "--requeue", "1"]) == 1
    capsys.readouterr()
    assert cli.main(["outbox", "--failed"]) == 0
    assert capsys.readouterr().out == "Ничего не ждёт отправки.\n"


def test_every_state_of_the_list_has_a_word() -> None:
    shown = {state for state in NoticeState if state not in (NoticeState.SENT, NoticeState.CANCELLED)}
    assert len({operator_texts.notice_state(state.value) for state in shown}) == len(shown)

"""A long report is put into words without holding anybody up."""

import asyncio
from datetime import UTC, datetime
from typing import Any

from handlers.announcements.files import CHUNK, Words, worded
from handlers.people.eyes import Eyes
from handlers.texts import Texts
from shnor_domain.announcements.outcomes import Outcome, ReportRow
from shnor_domain.identity import Actor, PersonId, Role, Territory
from shnor_domain.people.model.preferences import Names
from shnor_domain.territories.use_cases.naming import Named

ROW = ReportRow(PersonId(1), "Учитель Номер", Role.TEACHER, Territory(), Outcome.DELIVERED)
NAMES = {Territory(): Named()}


class Counted(Texts):
    """Counts what it is asked for."""

    asked = 0

    def plain(self, key: str, /, **args: Any) -> str:
        self.asked += 1
        return super().plain(key, **args)


def eyes() -> Eyes:
    return Eyes(Counted(), Actor(None, 1), datetime(2026, 11, 30, tzinfo=UTC), Names.FULL)


async def test_others_have_their_turn_while_a_report_is_worded() -> None:
    reader, order = eyes(), list[str]()

    async def report() -> None:
        assert len(await worded(reader, [ROW] * (CHUNK + 1), NAMES, Words(reader))) == CHUNK + 1
        order.append("report")

    async def other() -> None:
        order.append("other")

    await asyncio.gather(report(), other())
    assert order == ["other", "report"]


async def test_roles_and_outcomes_are_put_into_words_once() -> None:
    reader = eyes()
    rows = await worded(reader, [ROW] * 50, NAMES, Words(reader))
    assert set(rows) == {("", "", "Учитель Номер", "учитель", "доставлено", "", "", "")}
    assert isinstance(reader.texts, Counted) and reader.texts.asked == 2

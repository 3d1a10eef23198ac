"""Whatever a changed client sends as a tap is answered politely, breaks nothing and changes nothing."""

import random
from typing import Any

import pytest
from aiogram.filters.callback_data import CallbackData
from sqlalchemy import select

from shnor_domain.storage.schema import metadata
from tests.architecture.test_rights import below
from tests.support.forgeries import VALUES, Forger, taps
from tests.support.hostile import Hostile
from tests.support.hostile_walks import ENDS, hostile
from tests.support.hostile_words import WELCOME
from tests.support.length import more, steps

MACHINERY = {"form", "inbox", "inbox_body", "applied", "chat_menu", "person"}


async def dump(here: Hostile) -> dict[str, list[Any]]:
    """Every row but those of forms and of the inbox, and the instant at which a person was last seen."""
    async with here.talk.database.read() as connection:
        return {
            table.name: sorted(map(tuple, await connection.execute(select(table))), key=repr)
            for table in metadata.sorted_tables
            if table.name not in MACHINERY
        }


@pytest.mark.parametrize(
    "roles",
    [("teacher", "stranger"), ("methodist",), ("coordinator",), ("regional", "declined")],
    ids=" ".join,
)
async def test_changed_data_of_any_button_breaks_no_window(sqlite_url: str, roles: tuple[str, ...]) -> None:
    async with hostile(sqlite_url, "wild") as here:
        for who in roles:
            forger = Forger(here.talk, here.people[who], WELCOME, spares=ENDS)
            await forger.walk(steps(15))
            assert len(forger.tried) > 6


async def test_forged_buttons_of_notices_are_answered_and_change_nothing(sqlite_url: str) -> None:
    chance = random.Random(5)
    async with hostile(sqlite_url, "wild") as here:
        before = await dump(here)
        for who in ("stranger", "teacher", "coordinator"):
            person = here.people[who]
            await person.sends("/menu")
            for kind in sorted(below(CallbackData), key=lambda each: each.__prefix__):
                fields = len(kind.model_fields)
                for value in chance.sample(VALUES, more(2, 6)):
                    for parts in ([value] * fields, [chance.choice(VALUES) for _ in range(fields)]):
                        data = ":".join([kind.__prefix__, *parts])
                        if len(data.encode()) <= 64:
                            await taps(person, data, person.last)
            here.talk.session.changes.clear()
        assert here.talk.session.refused == []
        assert await dump(here) == before


@pytest.mark.parametrize("who", ["stranger", "teacher", "declined"])
async def test_forged_invitations_are_answered_politely(sqlite_url: str, who: str) -> None:
    async with hostile(sqlite_url, "wild") as here:
        person, before = here.people[who], await dump(here)
        for code in (
            *VALUES,
            "a" * 64,
            "я" * 64,
            "A" * 4000,
            "../../etc/passwd",
            "<b>&_*[",
            "{ $link }",
            "-" * 22,
            "a b",
        ):
            await person.sends(f"/start {code}")
            if person.screens and (
                data := [b.callback_data for row in person.last.rows for b in row if b.callback_data]
            ):
                assert data
                await person.presses(person.buttons[0])
        assert here.talk.session.refused == []
        assert await dump(here) == before

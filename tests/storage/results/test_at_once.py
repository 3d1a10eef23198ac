"""Two who enter the same results at the same moment: both are answered, the later one stands; on both databases."""

import asyncio

import pytest

from shnor_domain.identity import Actor
from shnor_domain.results.entering import Entry
from shnor_domain.results.procedures import procedures
from shnor_domain.results.use_cases.entering import EnterResults
from tests.support.results import Y24, Y25, Land

pytestmark = pytest.mark.sqlite_threads


async def test_two_who_enter_at_once_are_both_answered_and_one_stands_whole(land: Land) -> None:
    """A lead and a coordinator, in opposite orders: rows locked crosswise would end one of them."""
    cells = [(year, one.code) for year in (Y24, Y25) for one in procedures()]

    async def enter(actor: Actor, below: int, *, backwards: bool) -> int:
        entries = [Entry(year, code, 20, below) for year, code in (reversed(cells) if backwards else cells)]
        written: int = await land.use(EnterResults)(actor, land.id(1), entries, "отчёт")
        return written

    turns = [enter(land.lead(), 5, backwards=False), enter(land.coordinator, 6, backwards=True)]
    turns += [enter(land.lead(), 5, backwards=True), enter(land.region, 6, backwards=False)]
    assert await asyncio.gather(*turns) == [len(cells)] * 4
    shown = await land.shown(land.lead())
    assert len({cell.below for row in shown.rows for cell in row.cells[1:]}) == 1

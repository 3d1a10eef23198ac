"""Walks by chance through sign-ups, kept seats, quota and queue keep every count (J3, J4, J6)."""

import sys
from random import Random

import pytest

from tests.support.length import steps
from tests.support.signing_land import SigningLand
from tests.support.signing_walk import ACTS, TEACHERS, SigningWalk


@pytest.mark.timeout(900)
async def test_any_walk_through_sign_ups_keeps_every_count(
    hall: SigningLand, capsys: pytest.CaptureFixture[str]
) -> None:
    """Seats, held seats, quota and hours are those of the rows after each act; each act was done by then."""
    await hall.teachers(*TEACHERS)
    walk = SigningWalk(hall, Random(4))
    for number in range(steps(4)):
        await walk.world(30, full=number % 2 == 0)
    counts = ", ".join(f"{name} {times}" for name, times in sorted(walk.done.items()))
    with capsys.disabled():
        database = "SQLite" if hall.village.database.is_sqlite else "PostgreSQL"
        sys.stdout.write(f"\nsign-ups on {database}: {counts}\n")
    assert [name for name in ACTS if not walk.done[name]] == []
    refused = {code.partition(": ")[2] for code in walk.refused}
    assert refused >= {"no-seats-left", "school-quota-reached"}

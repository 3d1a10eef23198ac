"""Walks by chance through queues keep every promise; without its guard each promise is seen to break."""

import sys
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from random import Random
from typing import Any

import pytest
from sqlalchemy import text

from shnor_domain.consultations.absences.notices import SUBSTITUTE
from shnor_domain.consultations.model import BookingState
from shnor_domain.consultations.use_cases import calling_off
from shnor_domain.consultations.waitlist import turns
from shnor_domain.notifications.model import Notice
from shnor_domain.seats import look, rules, tending
from shnor_domain.storage.consultations.bookings import Bookings
from shnor_domain.storage.consultations.waitlist import Queues
from shnor_domain.storage.notifications.planner import PlannerStore
from shnor_domain.storage.schema.consultations import SEATS
from tests.support.consultations import Republic
from tests.support.length import LONGER, more
from tests.support.queue_walk import ACTS, Broken, Walk
from tests.support.queue_world import settle

ENOUGH = more(20, 50)
STEPS = 12


@pytest.fixture
async def world(land: Republic) -> AsyncIterator[Republic]:
    await settle(land.database)
    yield land


def seldom(fired: Counter[str]) -> dict[str, int]:
    return {name: fired[name] for name in ACTS if fired[name] < ENOUGH}


@pytest.mark.timeout(900)
async def test_any_walk_through_queues_keeps_every_promise(
    world: Republic, capsys: pytest.CaptureFixture[str], record_property: Callable[[str, object], None]
) -> None:
    """Seats are never overrun, the order is kept, nobody is in two places, nothing is held after the start, nobody is
    asked in her night, and who lost something is told once. Each act of the walk happens twenty times and more, in
    `make long` fifty, and the counts are printed."""
    walk = Walk(world, Random(1))
    for _ in range(200):
        await walk.world(STEPS)
        if not seldom(walk.fired):
            break
    counts = ", ".join(f"{name} {times}" for name, times in sorted(walk.fired.items()))
    record_property("acts", counts)
    with capsys.disabled():
        sys.stdout.write(f"\nqueues on {'SQLite' if world.database.is_sqlite else 'PostgreSQL'}: {counts}\n")
    assert seldom(walk.fired) == {}
    assert walk.answers["accept late: booked"] and walk.answers["accept late: offer-passed"]


async def _without_the_check(land: Republic, _patch: pytest.MonkeyPatch) -> None:
    """Seats are kept by the named CHECK alone."""
    async with land.database.write() as connection:
        if land.database.is_sqlite:
            await connection.execute(text("PRAGMA writable_schema=ON"))
            await connection.execute(
                text("UPDATE sqlite_master SET sql = replace(sql, :check, 'CHECK (1)') WHERE name = 'session'"),
                {"check": "CHECK (taken >= 0 AND held >= 0 AND taken + held <= capacity)"},
            )
            await connection.execute(text("PRAGMA writable_schema=RESET"))
        else:
            await connection.execute(text(f"ALTER TABLE session DROP CONSTRAINT {SEATS}"))


async def _last_first(_land: Republic, patch: pytest.MonkeyPatch) -> None:
    """The queue is read in its order."""
    usual = Queues.of_session

    async def backwards(self: Queues, of: Any) -> Any:
        return list(reversed(await usual(self, of)))

    patch.setattr(Queues, "of_session", backwards)


async def _nobody_is_busy(_land: Republic, patch: pytest.MonkeyPatch) -> None:
    """People's time is kept by the cells that they occupy."""

    async def occupy(self: Bookings, *_: Any) -> None:
        """Nothing."""

    patch.setattr(Bookings, "occupy", occupy)


async def _offers_never_lapse(_land: Republic, patch: pytest.MonkeyPatch) -> None:
    """What is over ends."""

    async def nothing(self: look.Look[Any, Any], _offer: Any) -> None:
        """Nothing."""

    patch.setattr(look.Look, "_end_if_over", nothing)


async def _nobody_sleeps(_land: Republic, patch: pytest.MonkeyPatch) -> None:
    """Who is asleep is not asked."""
    patch.setattr(rules, "asleep_until", lambda *_: None)


async def _queues_outlive_meetings(_land: Republic, patch: pytest.MonkeyPatch) -> None:
    """The queue ends with its meeting, and its people are told."""

    async def nothing(*_: Any) -> None:
        """Nothing."""

    patch.setattr(calling_off, "end_queue", nothing)


async def _nobody_is_hindered(_land: Republic, patch: pytest.MonkeyPatch) -> None:
    """Only who could accept is asked."""

    async def nothing(*_: Any) -> None:
        """Nothing."""

    patch.setattr(turns, "hindrance", nothing)


async def _outages_cost_nothing(_land: Republic, patch: pytest.MonkeyPatch) -> None:
    """A window that was lost is given again."""
    patch.setattr(tending, "lost_to_outage", lambda *_: False)


async def _the_booked_hear_nothing(_land: Republic, patch: pytest.MonkeyPatch) -> None:
    """The booked are told who leads."""
    usual = PlannerStore.plan

    async def silent(self: PlannerStore, *notices: Notice) -> None:
        await usual(self, *(each for each in notices if each.kind != SUBSTITUTE))

    patch.setattr(PlannerStore, "plan", silent)


async def _seats_wait_for_one(_land: Republic, patch: pytest.MonkeyPatch) -> None:
    """Only one seat waits for the morning of one."""
    patch.setattr(look, "kept_elsewhere", lambda *_: set())


async def _bookings_outlive_meetings(_land: Republic, patch: pytest.MonkeyPatch) -> None:
    """Bookings end with their meeting."""

    usual = Bookings.end

    async def kept(self: Bookings, which: Any, state: BookingState, *rest: Any, **named: Any) -> bool:
        return state is BookingState.SESSION_CANCELLED or await usual(self, which, state, *rest, **named)

    patch.setattr(Bookings, "end", kept)


GUARDS: dict[str, Callable[[Republic, pytest.MonkeyPatch], Awaitable[None]]] = {
    "seats": _without_the_check,
    "order": _last_first,
    "overlap": _nobody_is_busy,
    "start": _offers_never_lapse,
    "night": _nobody_sleeps,
    "told": _queues_outlive_meetings,
    "accept": _nobody_is_hindered,
    "outage": _outages_cost_nothing,
    "once": _the_booked_hear_nothing,
    "one": _seats_wait_for_one,
    "gone": _bookings_outlive_meetings,
}


OF_THE_DATABASE = {"seats"}
"""Promises whose guard is a constraint; the others are code that knows nothing of the database under it."""
LOSSES = [
    (promise, kind)
    for promise in GUARDS
    for kind in ("sqlite", "postgres")
    if kind == "sqlite" or promise in OF_THE_DATABASE or LONGER > 1
]


@pytest.mark.parametrize(("promise", "database_url"), LOSSES, indirect=["database_url"])
async def test_without_its_guard_a_promise_is_seen_to_break(
    world: Republic, promise: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the walks could be blind. What is found first is the promise that lost its guard."""
    await GUARDS[promise](world, monkeypatch)
    # who is busy is known by the same cells that keep people's time: without them offers are wrong before bookings are
    walk = Walk(world, Random(3), unjudged=frozenset({"accept"} - {promise}))
    with pytest.raises(Broken, match=f"^{promise}:"):
        for _ in range(40):
            await walk.world(STEPS)

"""What a watchman, a load balancer and a rehearsal ask over HTTP."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import ClientSession
from aiohttp.web import BaseRequest

from bot.failures import PortTaken
from bot.web import build, serving

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)


class SteppedClock:
    """Remembers where it was moved."""

    def __init__(self) -> None:
        self.instant = NOON

    async def advance(self, seconds: float) -> datetime:
        self.instant += timedelta(seconds=seconds)
        return self.instant

    async def to(self, instant: datetime) -> datetime:
        self.instant = instant
        return self.instant

    async def next(self) -> datetime:
        return await self.advance(3600)


async def works() -> bool:
    return True


async def is_late() -> bool:
    return False


async def breaks() -> bool:
    raise OSError("gone")


@pytest.fixture
async def http() -> AsyncIterator[ClientSession]:
    async with ClientSession() as session:
        yield session


async def test_a_living_process_says_so_and_shows_its_figures(http: ClientSession) -> None:
    async with serving(build({}), "127.0.0.1", 0) as port:
        async with http.get(f"http://127.0.0.1:{port}/healthz") as answer:
            assert (answer.status, await answer.json()) == (200, {"alive": True})
        async with http.get(f"http://127.0.0.1:{port}/metrics") as answer:
            assert "python_info" in await answer.text()


async def test_ready_only_when_every_part_is(http: ClientSession) -> None:
    async with (
        serving(build({"database": works}), "127.0.0.1", 0) as port,
        http.get(f"http://127.0.0.1:{port}/readyz") as answer,
    ):
        assert (answer.status, await answer.json()) == (200, {"database": True})


async def test_a_part_that_fails_or_breaks_is_named(http: ClientSession) -> None:
    checks = {"database": works, "tick": is_late, "telegram": breaks}
    async with (
        serving(build(checks), "127.0.0.1", 0) as port,
        http.get(f"http://127.0.0.1:{port}/readyz") as answer,
    ):
        found = {"database": True, "tick": False, "telegram": False}
        assert (answer.status, await answer.json()) == (503, found)


@pytest.mark.parametrize(
    ("jump", "reached"),
    [
        ({"advance": 90}, NOON + timedelta(seconds=90)),
        ({"to": "2026-12-01T09:00:00+09:00"}, datetime(2026, 12, 1, tzinfo=UTC)),
        ({"next": True}, NOON + timedelta(hours=1)),
    ],
)
async def test_a_rehearsal_moves_the_clock(http: ClientSession, jump: dict[str, object], reached: datetime) -> None:
    async with (
        serving(build({}, SteppedClock()), "127.0.0.1", 0) as port,
        http.post(f"http://127.0.0.1:{port}/clock", json=jump) as answer,
    ):
        assert answer.status == 200
        assert datetime.fromisoformat((await answer.json())["now"]) == reached


@pytest.mark.parametrize(
    "body",
    [
        "",
        "[]",
        "{}",
        '{"advance": -1}',
        '{"advance": true}',
        '{"advance": 1e999}',
        '{"to": "tomorrow"}',
        '{"to": "2026-12-01T09:00:00"}',
        '{"next": false}',
    ],
)
async def test_a_jump_that_makes_no_sense_is_refused_and_moves_nothing(http: ClientSession, body: str) -> None:
    clock = SteppedClock()
    async with (
        serving(build({}, clock), "127.0.0.1", 0) as port,
        http.post(f"http://127.0.0.1:{port}/clock", data=body) as answer,
    ):
        assert answer.status == 400
    assert clock.instant == NOON


async def test_outside_a_rehearsal_there_is_no_clock_to_move(http: ClientSession) -> None:
    async with (
        serving(build({}), "127.0.0.1", 0) as port,
        http.post(f"http://127.0.0.1:{port}/clock", json={"next": True}) as answer,
    ):
        assert answer.status == 404


async def test_a_taken_port_is_one_clear_line() -> None:
    async with serving(build({}), "127.0.0.1", 0) as port:
        with pytest.raises(PortTaken) as caught:
            async with serving(build({}), "127.0.0.1", port):
                pass
    assert f"127.0.0.1:{port}" in caught.value.line
    assert "SHNOR_HTTP_PORT" in caught.value.line


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "rebound.example.org"},
        {"Origin": "https://example.org"},
        {"Origin": "null"},
        {"Host": "127.0.0.1.example.org:80"},
    ],
)
async def test_no_foreign_page_moves_the_clock_of_a_rehearsal(http: ClientSession, headers: dict[str, str]) -> None:
    clock = SteppedClock()
    async with serving(build({}, clock), "127.0.0.1", 0) as port:
        url = f"http://127.0.0.1:{port}/clock"
        async with http.post(url, json={"next": True}, headers=headers) as answer:
            assert answer.status == 403
        assert clock.instant == NOON
        async with http.post(url, json={"next": True}, headers={"Origin": f"http://127.0.0.1:{port}"}) as answer:
            assert answer.status == 200


async def test_no_other_machine_moves_the_clock_of_a_rehearsal(
    http: ClientSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = SteppedClock()
    monkeypatch.setattr(BaseRequest, "remote", property(lambda request: "192.0.2.7"))
    async with serving(build({}, clock), "127.0.0.1", 0) as port:
        answer = await http.post(f"http://127.0.0.1:{port}/clock", json={"next": True})
        assert answer.status == 403
    assert clock.instant == NOON


@pytest.mark.parametrize("body", [{"advance": 1e300}, {"advance": -1}, [], "x"])
async def test_a_step_that_no_calendar_has_is_refused(http: ClientSession, body: object) -> None:
    async with serving(build({}, SteppedClock()), "127.0.0.1", 0) as port:
        answer = await http.post(f"http://127.0.0.1:{port}/clock", json=body)
        assert answer.status == 400


async def test_without_a_movable_clock_there_is_none_to_move(http: ClientSession) -> None:
    async with serving(build({}), "127.0.0.1", 0) as port:
        answer = await http.post(f"http://127.0.0.1:{port}/clock", json={"next": True})
        assert answer.status == 404

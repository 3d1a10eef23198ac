"""Requests of the nest: one in each state in which somebody may do something."""

from dataclasses import replace
from datetime import date
from typing import Any

from shnor_domain.seminars.cycle.model import Dates
from shnor_domain.seminars.model import CycleId, RequestId
from shnor_domain.seminars.requests.model import RequestState, SupportId
from shnor_domain.territories.model import SchoolYear
from shnor_domain.territories.periods import Half
from shnor_domain.topics import topic_key
from tests.support.seminar_requests import request, support, wanted
from tests.support.village import whose

OVER, AUTUMN = date(2026, 1, 20), date(2026, 9, 20)


async def lay_requests(nest: Any, secret: str) -> None:
    """`secret` stands in each topic; the school of the nest stands behind all of them."""
    village, lead = nest.village, whose(nest.near["lead"])
    now, region = village.clock.now(), village.region.region
    async with village.units.write() as work:
        for year, half, day in ((2025, Half.SPRING, OVER), (2026, Half.AUTUMN, AUTUMN)):
            await work.periods.ensure(region, SchoolYear(year))
            period = next(each for each in await work.periods.of(region, SchoolYear(year)) if each.half is half)
            cycle = await work.seminar_cycles.of_half(period.id)
            cycle = cycle or await work.seminar_cycles.add(period, Dates(day, day, day))
            if cycle.announced is None:
                await work.seminar_cycles.save(replace(cycle, announced=now))
            nest.ids[f"cycle {year}"] = cycle.id
        for name, year, state in (
            ("open", 2026, RequestState.OPEN),
            ("other", 2026, RequestState.OPEN),
            ("aside", 2026, RequestState.SET_ASIDE),
            ("merged", 2026, RequestState.MERGED),
            ("over", 2025, RequestState.OPEN),
        ):
            topic = f"{secret} тема {name}"
            new = request(
                0,
                topic,
                key=topic_key(topic),
                cycle=CycleId(nest.ids[f"cycle {year}"]),
                region=region,
                state=state,
                since=now,
                reason=f"{secret} причина" if state is RequestState.SET_ASIDE else None,
                merged_into=RequestId(nest.ids["request open"]) if state is RequestState.MERGED else None,
            )
            nest.ids[f"request {name}"] = made = await work.seminar_requests.add(new)

            if state is not RequestState.MERGED:
                row = support(0, made, 1, where=village.school, asked_by=lead, joined=now)
                nest.ids[f"support {name}"] = await work.request_supports.add(row)


def asked(nest: Any, name: str) -> RequestId:
    """By its state."""
    return RequestId(nest.ids[f"request {name}"])


def behind(nest: Any, name: str) -> SupportId:
    """The school's, behind that request."""
    return SupportId(nest.ids[f"support {name}"])


def cycle_of(nest: Any, year: int = 2026) -> CycleId:
    """By its school year."""
    return CycleId(nest.ids[f"cycle {year}"])


def sent(nest: Any) -> tuple[Any, ...]:
    """A new request of the school."""
    return cycle_of(nest), nest.school(), wanted("Новая тема"), 5

"""Visits and videos of the nest: one in each state in which somebody may do something."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from shnor_domain.consultations.videos.model import Shown, Video, VideoId
from shnor_domain.consultations.visits.model import Appointment, ForWhom, Report, Visit, VisitId, VisitState, Wish
from tests.support.village import CHEMISTRY, whose

OCTOBER_1 = datetime(2026, 10, 1, 6, 0, tzinfo=UTC)


def wish_of(topic: str) -> Wish:
    """Five teachers of the school about chemistry, in October."""
    return Wish((CHEMISTRY,), topic, ForWhom.TEACHERS, 5, date(2026, 10, 1), date(2026, 10, 31))


async def lay_visits(nest: Any, secret: str) -> None:
    """`secret` stands in all that was typed."""
    village, lead, host = nest.village, whose(nest.near["lead"]), whose(nest.near["host"])
    now, wish = village.clock.now(), wish_of(f"{secret} тема")
    asked = Visit(VisitId(0), village.school, "Asia/Yakutsk", wish, lead, VisitState.ASKED, now)
    ahead = Appointment(host, OCTOBER_1, OCTOBER_1 + timedelta(hours=1))
    past = Appointment(host, now - timedelta(days=7), now - timedelta(days=7, hours=-1))
    planned = replace(asked, state=VisitState.PLANNED, appointment=ahead)
    over = replace(planned, appointment=past)
    told = replace(over, state=VisitState.REPORTED, report=Report(True, 5, f"{secret} рассказ"))
    left = replace(over, appointment=replace(past, host=whose(nest.near["teacher"])))
    states = (("asked", asked), ("planned", planned), ("over", over), ("reported", told), ("orphaned", left))
    async with village.units.write() as work:
        for name, visit in states:
            nest.ids[f"visit {name}"] = await work.visits.add(visit)
        taught = Video(VideoId(0), village.municipality, host, shown(f"{secret} видео"), now)
        nest.ids["video"] = await work.videos.add(taught)


def shown(title: str) -> Shown:
    """Chemistry, with a text."""
    return Shown(CHEMISTRY, title, "https://video.example.org/1", topic=title, summary=title)


def video(nest: Any) -> VideoId:
    """The one of the municipality."""
    return VideoId(nest.ids["video"])


def visit(nest: Any, name: str) -> VisitId:
    """By its state."""
    return VisitId(nest.ids[f"visit {name}"])


def appointed(nest: Any) -> Appointment:
    """The host of the nest, on a day of October."""
    starts = OCTOBER_1 + timedelta(days=3)
    return Appointment(whose(nest.near["host"]), starts, starts + timedelta(hours=1))

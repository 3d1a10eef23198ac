"""Lessons of the nest: one that is going on at one place, and one that is over, to which the teacher came."""

from datetime import timedelta
from typing import Any

from shnor_domain.seminars.certificates.model import Certificate, CertificateId
from shnor_domain.seminars.events.model import Event, EventId, EventState, LessonId
from shnor_domain.seminars.materials.model import Material, MaterialId
from shnor_domain.seminars.model import Form
from shnor_domain.seminars.presence.model import LessonMark
from shnor_domain.seminars.rating.model import Rating
from shnor_domain.seminars.requests.model import Route
from shnor_domain.seminars.signing.model import SignUp, SignUpId, Sits
from shnor_domain.territories.model import SchoolYear
from tests.support.event_land import lesson, terms
from tests.support.request_nest import cycle_of
from tests.support.village import whose

CODE = "4071"


async def lay_presence(nest: Any, secret: str) -> None:
    """`secret` stands in titles and in the name on the certificate."""
    now, region, teacher = nest.village.clock.now(), nest.village.region.region, nest.near["teacher"]
    where = teacher.places[0].territory
    async with nest.village.units.write() as work:
        for name, starts, form in (
            ("now", now - timedelta(minutes=30), Form.ON_SITE),
            ("over", now - timedelta(days=2), Form.ONLINE),
        ):
            event = await work.seminar_events.add(
                Event(
                    id=EventId(0),
                    region=region,
                    cycle=cycle_of(nest),
                    terms=terms(
                        whose(nest.near["host"]),
                        title=f"{secret} занятие {name}",
                        form=form,
                        municipality=nest.village.municipality.municipality,
                    ),
                    zone="Asia/Yakutsk",
                    route=Route.PLAN,
                    state=EventState.OPEN,
                    since=now,
                    lessons=(lesson(starts),),
                )
            )
            stored = await work.seminar_events.get(event)
            assert stored is not None
            nest.ids[f"event {name}"], nest.ids[f"lesson {name}"] = event, stored.lessons[0].id
            nest.ids[f"seat {name}"] = await work.event_signups.add(
                SignUp(SignUpId(0), event, whose(teacher), where.school, where.municipality, Sits.SELF, now)
            )
        await work.presence.make_code(LessonId(nest.ids["lesson now"]), CODE)
        mark = LessonMark(LessonId(nest.ids["lesson over"]), whose(nest.near["host"]), None, 60, now)
        await work.presence.mark(mark, {SignUpId(nest.ids["seat over"]): True})
        nest.ids["material"] = await work.event_materials.add(
            Material(
                MaterialId(0), EventId(nest.ids["event over"]), whose(nest.near["host"]), f"{secret} запись", now,
                file="0" * 32 + ".pdf", file_name=f"{secret}.pdf",
            )
        )  # fmt: skip
        await work.event_ratings.put(Rating(SignUpId(nest.ids["seat over"]), 4, f"{secret} спасибо"), now)
        number = await work.certificates.next_number(region, SchoolYear(2026))
        nest.ids["certificate"] = await work.certificates.add(
            Certificate(
                CertificateId(0), region, SchoolYear(2026), number, EventId(nest.ids["event over"]), whose(teacher),
                f"{secret} Петровна", 60, now.date(), now,
            )
        )  # fmt: skip


def material(nest: Any) -> MaterialId:
    """A file of what is over."""
    return MaterialId(nest.ids["material"])


def certificate(nest: Any) -> CertificateId:
    """Of the teacher."""
    return CertificateId(nest.ids["certificate"])

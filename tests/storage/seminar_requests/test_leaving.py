"""What of requests goes with a person, and what stays (I17)."""

from shnor_domain.seminars.requests.model import Aside, Route
from shnor_domain.seminars.requests.own_data import contribute, on_person_leaves
from shnor_domain.seminars.requests.use_cases.deciding import RouteRequest, SetRequestAside
from tests.support.seminar_land import SeminarLand
from tests.support.village import whose

TYPED = "Ждём ведущего, вернёмся весной"


async def test_the_school_goes_on_without_who_asked(land: SeminarLand) -> None:
    request, other = await land.sends(people=12), await land.sends("neighbour", "Профилактика выгорания учителя")
    host = land["methodist"]
    await land.use(RouteRequest)(host, other, Route.EXTRA)
    await land.use(SetRequestAside)(host, request, TYPED)
    await land.use(SetRequestAside)(land["region"], other, Aside.NO_HOST.value)
    async with land.village.units.write() as work:
        for who in ("lead", "methodist", "region"):
            await on_person_leaves(work, whose(land[who]), land.village.clock.now())
    assert [(row.asked_by, row.people) for row in await land.rows(request)] == [(None, 12)]
    assert await land.behind(request) == {land.school(): 12}
    typed, button = await land.request(request), await land.request(other)
    assert (typed.reason, typed.reason_by) == (None, None)
    assert (button.reason, button.reason_by, button.routed_by) == (Aside.NO_HOST.value, None, None)
    assert button.routed is not None
    dump = await land.village.dump()
    assert TYPED not in repr(dump["seminar_request"])


async def test_what_she_has_sent_is_shown_to_her_alone(land: SeminarLand) -> None:
    await land.sends(people=12)
    await land.sends("second lead", "Профилактика выгорания учителя")
    async with land.village.units.read() as work:
        assert await contribute(work, whose(land["lead"])) == {
            "seminar_requests": [
                {
                    "created": "2026-09-15T05:00:00+00:00",
                    "topic": "Функциональная грамотность",
                    "people": 12,
                    "support_state": "live",
                }
            ]
        }
        assert await contribute(work, whose(land["teacher"])) == {"seminar_requests": []}

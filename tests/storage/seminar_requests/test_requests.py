"""Schools ask for seminars (I5–I7): who may, once a school, and a request ends with its last."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from shnor_domain.errors import Invalid, NotAllowed, NotFound, Stale
from shnor_domain.identity import SchoolId
from shnor_domain.seminars.cycle.model import Offer, TopicWish
from shnor_domain.seminars.errors import AlreadySupported, CycleOver, NotAnnounced, RequestClosed, TooManyRequests
from shnor_domain.seminars.model import Audience, Form, Kind, RequestId, WishId
from shnor_domain.seminars.requests.model import BY_WISHES, RequestState, Route, SupportState
from shnor_domain.seminars.requests.notices import CAME
from shnor_domain.seminars.requests.rules import MOST_REQUESTS
from shnor_domain.seminars.requests.use_cases.looking import OneRequest, RequestsOfCycle, SchoolRequests
from shnor_domain.seminars.requests.use_cases.sending import SeminarChoices, SendSeminarRequest, SimilarRequests
from shnor_domain.seminars.requests.use_cases.supporting import ChangeSupport, SupportRequest, WithdrawSupport
from shnor_domain.seminars.requests.use_cases.watching import WatchSeminars
from shnor_domain.territories.model import School, SchoolState
from shnor_domain.topics import topic_key
from tests.support.seminar_land import SeminarLand, answers
from tests.support.seminar_requests import wanted

TOPIC = "Функциональная грамотность"


async def test_a_lead_sends_and_who_runs_the_seminar_is_told_as_a_row(land: SeminarLand) -> None:
    request = await land.request(await land.sends(people=12, why=BY_WISHES))
    assert (request.wanted, request.state, request.route) == (wanted(TOPIC), RequestState.OPEN, Route.PLAN)
    assert await land.behind(request.id) == {land.school(): 12}
    assert await land.told(CAME) == [("methodist", CAME), ("region", CAME)]


@pytest.mark.parametrize(
    ("who", "school", "refusal"),
    [
        ("neighbour", "school", NotAllowed),
        ("teacher", "school", NotAllowed),
        ("methodist", "school", NotAllowed),
        ("coordinator", "school", NotAllowed),
    ],
)
async def test_nobody_asks_for_a_school_that_she_does_not_lead(
    land: SeminarLand, who: str, school: str, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        await land.sends(who, school=land.school(school))
    async with land.village.units.read() as work:
        assert await work.seminar_requests.of_cycle(land.cycle) == []


async def test_before_announcing_and_after_the_half_year_nothing_is_asked(land: SeminarLand) -> None:
    async with land.village.units.write() as work:
        cycle = await work.seminar_cycles.get(land.cycle)
        assert cycle is not None and await work.seminar_cycles.save(replace(cycle, announced=None))
    with pytest.raises(NotAnnounced):
        await land.sends()
    async with land.village.units.write() as work:
        cycle = await work.seminar_cycles.get(land.cycle)
        assert cycle is not None and await work.seminar_cycles.save(replace(cycle, announced=land.village.clock.now()))
    land.village.clock.at = land.village.clock.at.replace(year=2027, month=1, day=1)
    for act in (SimilarRequests, SeminarChoices):
        with pytest.raises(CycleOver):
            await land.use(act)(land["lead"], land.cycle, *([TOPIC] if act is SimilarRequests else []))
    with pytest.raises(CycleOver):
        await land.sends()


async def test_what_comes_after_collecting_is_beyond_the_budget(land: SeminarLand) -> None:
    land.village.clock.at = land.village.clock.at.replace(month=9, day=20, hour=12)
    assert (await land.request(await land.sends(topic="Ещё в срок"))).route is Route.PLAN
    land.village.clock.forward(hours=1)  # midnight on the clock of the region
    assert (await land.request(await land.sends(topic="Уже после срока"))).route is Route.EXTRA


@pytest.mark.parametrize(
    ("field", "changes", "people", "why"),
    [
        ("topic", {"topic": "!!!"}, 10, None),
        ("topic", {"topic": "ы" * 301}, 10, None),
        ("month", {"month": date(2027, 1, 1)}, 10, None),
        ("month", {"month": date(2026, 10, 2)}, 10, None),
        ("catalogue", {"catalogue": 77}, 10, None),
        ("people", {}, 0, None),
        ("people", {}, 501, None),
        ("why", {}, 10, "no-such-factor"),
    ],
)
async def test_each_answer_is_checked_and_nothing_is_stored(
    land: SeminarLand, field: str, changes: dict[str, object], people: int, why: str | None
) -> None:
    asked = wanted(**{"topic": TOPIC, **changes})  # type: ignore[arg-type]
    with pytest.raises(Invalid) as refused:
        await land.use(SendSeminarRequest)(land["lead"], land.cycle, land.school(), asked, people, why)
    assert refused.value.field == field
    async with land.village.units.read() as work:
        assert await work.seminar_requests.of_cycle(land.cycle) == []


async def test_one_topic_in_other_letters_is_no_second_request_of_a_school(land: SeminarLand) -> None:
    request = await land.sends()
    with pytest.raises(AlreadySupported) as refused:
        await land.sends("second lead", topic="функциональная  ГРАМОТНОСТЬ!")
    assert refused.value.facts == {"request": request}
    assert await land.sends("neighbour") != request


async def test_two_leads_who_send_one_topic_at_once_make_one_request(land: SeminarLand) -> None:
    said = await answers(*(land.sends(who) for who in ("lead", "second lead") * 4))
    assert sorted(said) == ["already-supported"] * 7 + ["done"]


async def test_a_school_has_twenty_open_requests_at_most(land: SeminarLand) -> None:
    first = await land.sends(topic="Тема номер 0")
    for number in range(1, MOST_REQUESTS):
        await land.sends(topic=f"Тема номер {number}")
    with pytest.raises(TooManyRequests):
        await land.sends(topic="Ещё одна")
    await land.use(WithdrawSupport)(land["lead"], await land.support("lead", first))
    await land.sends(topic="Ещё одна")


async def test_similar_requests_are_offered_with_numbers_of_schools_alone(land: SeminarLand) -> None:
    near = await land.sends("neighbour", "Развитие функциональной грамотности")
    await land.supports("far lead", near)
    await land.sends("neighbour", "Профилактика выгорания учителя")
    (found,) = await land.use(SimilarRequests)(land["lead"], land.cycle, TOPIC)
    assert (found.request.id, found.schools, found.mine) == (near, 2, False)
    card = await land.use(OneRequest)(land["lead"], near)
    assert (card.demand.schools, card.behind, [each.where.school for each in card.may_support]) == (
        2,
        (),
        [land.school()],
    )
    with pytest.raises(NotFound):
        await land.use(SimilarRequests)(land["teacher"], land.cycle, TOPIC)


async def test_a_school_stands_once_however_many_leads_tap_at_once(land: SeminarLand) -> None:
    request = await land.sends("neighbour")
    said = await answers(*(land.supports(who, request) for who in ("lead", "second lead") * 10))
    assert sorted(said) == ["already-supported"] * 19 + ["done"]
    assert await land.behind(request) == {land.school("second_school"): 10, land.school(): 5}


async def test_what_was_withdrawn_may_be_supported_again(land: SeminarLand) -> None:
    request = await land.sends("neighbour")
    await land.supports("lead", request)
    await land.use(WithdrawSupport)(land["second lead"], await land.support("lead", request))
    await land.supports("lead", request, 7)
    assert (await land.behind(request))[land.school()] == 7


async def test_only_the_school_itself_changes_and_withdraws_its_support(land: SeminarLand) -> None:
    request = await land.sends()
    support = await land.support("lead", request)
    for who in ("neighbour", "teacher", "methodist", "region", "coordinator"):
        with pytest.raises(NotFound):
            await land.use(ChangeSupport)(land[who], support, 3)
        with pytest.raises(NotFound):
            await land.use(WithdrawSupport)(land[who], support)
    await land.use(ChangeSupport)(land["second lead"], support, 30)
    assert await land.behind(request) == {land.school(): 30}
    with pytest.raises(Invalid):
        await land.use(ChangeSupport)(land["lead"], support, 0)


async def test_with_its_last_school_a_request_ends_and_nobody_can_join_it(land: SeminarLand) -> None:
    request = await land.sends()
    await land.supports("neighbour", request)
    await land.use(WithdrawSupport)(land["lead"], await land.support("lead", request))
    assert (await land.request(request)).state is RequestState.OPEN
    gone = await land.support("neighbour", request)
    await land.use(WithdrawSupport)(land["neighbour"], gone)
    assert (await land.request(request)).state is RequestState.WITHDRAWN
    with pytest.raises(RequestClosed):
        await land.supports("far lead", request)
    with pytest.raises(Stale):
        await land.use(WithdrawSupport)(land["neighbour"], gone)


async def test_the_last_withdrawal_at_once_with_a_support_leaves_no_school_behind_what_ended(land: SeminarLand) -> None:
    for number in range(6):
        request = await land.sends(topic=f"Тема номер {number}")
        support = await land.support("lead", request)
        said = await answers(land.use(WithdrawSupport)(land["lead"], support), land.supports("neighbour", request))
        state = (await land.request(request)).state
        assert (said, state) in (
            (["done", "done"], RequestState.OPEN),
            (["done", "request-closed"], RequestState.WITHDRAWN),
        )
        assert bool(await land.behind(request)) is (state is RequestState.OPEN)


async def test_wishes_of_its_own_teachers_go_along_and_no_others(land: SeminarLand) -> None:
    async with land.village.units.write() as work:
        ids = [
            await work.seminar_wishes.add(
                TopicWish(
                    WishId(0), land.cycle, land["teacher"].person, where, topic, topic_key(topic) or "",
                    land.village.clock.now(),
                )
            )
            for where, topic in (
                (land.village.school, TOPIC),
                (land.village.school, "Другая тема"),
                (land.village.second_school, "Чужая тема"),
            )
        ]  # fmt: skip
    offered = (await land.use(SeminarChoices)(land["lead"], land.cycle)).wished_in(land.school())
    assert [(each.topic, each.wishes) for each in offered] == [(TOPIC, (ids[0],)), ("Другая тема", (ids[1],))]
    request = await land.sends(wishes=[ids[0], ids[2]])
    async with land.village.units.read() as work:
        taken = await work.seminar_wishes.of_requests([request])
    assert [each.id for each in taken[request]] == [ids[0]]


async def test_what_teachers_wished_for_is_asked_for_though_the_catalogue_has_withdrawn_it(land: SeminarLand) -> None:
    async with land.village.units.write() as work:
        topic = await work.seminar_cycles.add_topic(
            land.cycle, Offer(TOPIC, Kind.WEBINAR, Form.ONLINE, Audience.TEACHERS)
        )
        await work.seminar_wishes.add(
            TopicWish(
                WishId(0), land.cycle, land["teacher"].person, land.village.school, TOPIC, topic_key(TOPIC) or "",
                land.village.clock.now(), catalogue=topic.id,
            )
        )  # fmt: skip
        await work.seminar_cycles.withdraw_topic(topic.id, land.village.clock.now())
    (offered,) = (await land.use(SeminarChoices)(land["lead"], land.cycle)).wished_in(land.school())
    assert (offered.topic, offered.catalogue, len(offered.wishes)) == (TOPIC, None, 1)


async def test_of_a_request_each_reads_what_is_hers(land: SeminarLand) -> None:
    request = await land.sends(why="equipment")
    await land.supports("far lead", request)
    names = {}
    for who in ("lead", "neighbour", "methodist", "region", "coordinator", "observer"):
        card = await land.use(OneRequest)(land[who], request)
        names[who] = [(each.school.name, each.why) for each in card.behind]
    assert names == {
        "lead": [("СОШ № 1", "equipment")],
        "neighbour": [],
        "methodist": [("СОШ № 1", None), ("СОШ № 3", None)],
        "region": [("СОШ № 1", "equipment"), ("СОШ № 3", None)],
        "coordinator": [("СОШ № 1", "equipment")],
        "observer": [("СОШ № 1", "equipment"), ("СОШ № 3", None)],
    }
    for who in ("teacher", "local methodist"):
        with pytest.raises(NotFound):
            await land.use(OneRequest)(land[who], request)


async def test_the_board_stands_by_demand_and_is_of_who_runs_the_seminar(land: SeminarLand) -> None:
    few = await land.sends(people=100, topic="Просят многие люди")
    many = await land.sends("neighbour", "Просят многие школы", 1)
    await land.supports("far lead", many, 1)
    board = await land.use(RequestsOfCycle)(land["methodist"])
    assert [(row.request.id, row.schools, row.people, row.project) for row in board.rows] == [
        (many, 2, 2, 0),
        (few, 1, 100, 1),
    ]
    assert (board.asking, board.extra) == (3, 0)
    for who in ("lead", "teacher", "coordinator", "local methodist", "observer"):
        with pytest.raises(NotAllowed):
            await land.use(RequestsOfCycle)(land[who])


async def test_a_school_reads_its_own_list_with_what_became_of_each(land: SeminarLand) -> None:
    mine, others = await land.sends(), await land.sends("neighbour", "Профилактика выгорания учителя")
    await land.supports("lead", others)
    gone = await land.sends(topic="Больше не нужно")
    await land.use(WithdrawSupport)(land["lead"], await land.support("lead", gone))
    found = await land.use(SchoolRequests)(land["second lead"])
    assert [(row.request.id, row.support.state, row.schools) for row in found.rows] == [
        (mine, SupportState.LIVE, 1),
        (others, SupportState.LIVE, 2),
        (gone, SupportState.WITHDRAWN, 0),
    ]
    with pytest.raises(NotAllowed):
        await land.use(SchoolRequests)(land["teacher"])


async def test_requests_of_a_merged_school_are_its_successors(land: SeminarLand) -> None:
    both, one = await land.sends(people=10), await land.sends(topic="Профилактика выгорания учителя")
    await land.supports("neighbour", both, 14)
    async with land.village.units.write() as work:
        (old,) = await work.schools.many([land.school()])
        merged = replace(old, state=SchoolState.MERGED, successor=land.school("second_school"))
        await work.schools.change(merged)
    successor = land.school("second_school")
    assert await land.behind(both) == {successor: 14}
    assert await land.behind(one) == {successor: 10}
    found = await land.use(SchoolRequests)(land["neighbour"])
    assert {row.request.id for row in found.rows} == {both, one}
    with pytest.raises(AlreadySupported):
        await land.supports("neighbour", one)
    async with land.village.units.write() as work:
        school = School(SchoolId(0), old.region, old.municipality, "СОШ № 4", 4)
        last = await work.schools.add(school)
        (middle,) = await work.schools.many([successor])
        await work.schools.change(replace(middle, state=SchoolState.MERGED, successor=last))
    assert await land.behind(both) == {last: 14}
    assert await land.behind(one) == {last: 10}


async def test_requests_that_never_were_look_like_those_of_other_regions(land: SeminarLand) -> None:
    for who in ("lead", "methodist"):
        with pytest.raises(NotFound):
            await land.use(OneRequest)(land[who], RequestId(404))
        with pytest.raises(NotFound):
            await land.use(SupportRequest)(land[who], RequestId(404), land.school(), 5)
    await land.sends()
    land.village.clock.at += timedelta(days=400)
    with pytest.raises(CycleOver):
        await land.supports("neighbour", RequestId(1))


async def test_a_coordinator_reads_who_of_her_territory_asks_by_number(land: SeminarLand) -> None:
    both = await land.sends("neighbour")
    await land.supports("lead", both)
    mine = await land.sends(topic="Профилактика выгорания учителя", why="equipment")
    await land.sends("far lead", "Работа с родителями")
    near, whole = [await land.use(WatchSeminars)(land[who]) for who in ("coordinator", "observer")]
    assert [(row.school.name, [each.request.id for each in row.asked]) for row in near.rows] == [
        ("СОШ № 1", [both, mine]),
        ("СОШ № 2", [both]),
    ]
    assert (near.schools, whole.schools, len(whole.rows)) == (2, 3, 3)
    assert "equipment" not in repr(near)
    for who in ("lead", "teacher", "methodist", "local methodist"):
        with pytest.raises(NotAllowed):
            await land.use(WatchSeminars)(land[who])

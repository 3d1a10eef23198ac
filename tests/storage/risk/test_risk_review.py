"""A factor on its way: the school decides, the curator confirms, the programme is agreed, the factor is overcome."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from shnor_domain.errors import DomainError, Invalid, NotAllowed, NotFound, Stale
from shnor_domain.identity import Role
from shnor_domain.risk.errors import NotActivated, NotVerified, OwnRiskWork, ProfileByLead, ProgrammeIncomplete
from shnor_domain.risk.model import CaseState, Check, Decision
from shnor_domain.risk.notices import DECIDED, WAITS
from shnor_domain.risk.own_data import contribute
from shnor_domain.risk.programmes import Part, ProgrammeState
from shnor_domain.risk.review_rows import RiskDecided, RiskWaits
from shnor_domain.risk.use_cases.counts import RiskCounts, WaitingRisk
from shnor_domain.risk.use_cases.decide import ActivateFactor, DecideFactor
from shnor_domain.risk.use_cases.programme import AttachProgramme, ProgrammeFile, TickParts, WriteProgramme
from shnor_domain.risk.use_cases.programme_review import CloseProgrammeRemark
from shnor_domain.risk.waiting import Matter
from tests.support.evidence import appoints
from tests.support.evidence_files import PDF
from tests.support.risk import AUTUMN, EQUIPMENT, MOTIVATION, SPECIAL, STAFF, Risk
from tests.support.village import whose


async def refused(acts: Any) -> type[DomainError]:
    with pytest.raises(DomainError) as refusal:
        await acts
    return type(refusal.value)


@pytest.fixture
async def profiled(risk: Risk) -> Risk:
    await risk.enters("region")
    return risk


async def test_the_lead_decides_and_the_curator_is_asked_and_confirms(profiled: Risk) -> None:
    risk = profiled
    case = await risk.decides(STAFF)
    assert [row.notice.person for row in await risk.told(WAITS)] == [risk.who("curator").person]
    assert [(one.matter, one.ref) for one in await risk.use(WaitingRisk)(risk.who("curator"))] == [
        (Matter.DECISION, case.id)
    ]
    assert await risk.use(WaitingRisk)(risk.who("district")) == []
    assert (await risk.factor("curator", case.id)).may.reviews(Matter.DECISION) is not None
    assert (await risk.factor("lead", case.id)).may.review == ()
    assert (await risk.confirms("curator", case)).verified
    assert await risk.told(WAITS) == []
    assert [row.notice.person for row in await risk.told(DECIDED)] == [risk.who("lead").person]
    assert (await risk.confirms("curator", case)).verified, "her second tap is harmless"


async def test_a_high_one_is_refused_with_a_warning_and_a_reason(profiled: Risk) -> None:
    risk = profiled
    which = (await risk.case(STAFF)).id
    assert await refused(risk.use(DecideFactor)(risk.who("lead"), which, Decision.REFUTED, "")) is Invalid
    high = await risk.use(DecideFactor)(risk.who("lead"), which, Decision.REFUTED, "все ставки заняты")
    low = await risk.use(DecideFactor)(
        risk.who("lead"), (await risk.case(MOTIVATION)).id, Decision.REFUTED, "опрос говорит иное"
    )
    assert (high.warning, low.warning) == (True, False)


@pytest.mark.parametrize(
    ("who", "refusal"),
    [
        ("teacher", ProfileByLead),
        ("curator", NotAllowed),
        ("district", NotAllowed),
        ("observer", NotAllowed),
        ("other lead", NotFound),
    ],
)
async def test_only_a_lead_of_the_school_decides_activates_and_writes(
    profiled: Risk, who: str, refusal: type[DomainError]
) -> None:
    risk, actor = profiled, profiled.who(who)
    case = await risk.activates(STAFF)
    other = await risk.case(EQUIPMENT)
    for acts in (
        risk.use(DecideFactor)(actor, other.id, Decision.CONFIRMED),
        risk.use(ActivateFactor)(actor, case.id, AUTUMN),
        risk.use(WriteProgramme)(actor, case.id, Part.GOAL, "цель"),
        risk.use(TickParts)(actor, case.id, [Part.GOAL]),
        risk.use(AttachProgramme)(actor, case.id, PDF, "a.pdf"),
    ):
        assert await refused(acts) is refusal
    assert risk.street.bodies() == []


@pytest.mark.parametrize(
    ("who", "refusal"),
    [("teacher", ProfileByLead), ("district", NotAllowed), ("region", NotAllowed), ("observer", NotAllowed),
     ("other district", NotFound)],
)  # fmt: skip
async def test_who_was_not_asked_confirms_nothing(profiled: Risk, who: str, refusal: type[DomainError]) -> None:
    case = await profiled.decides(STAFF)
    assert await refused(profiled.confirms(who, case)) is refusal
    assert await refused(profiled.returns(who, case, "нет данных")) is refusal
    assert (await profiled.case(STAFF)).check is Check.WAITING


async def test_nobody_confirms_her_own_whatever_else_she_is(profiled: Risk) -> None:
    risk, village = profiled, profiled.street.village
    case = await risk.decides(STAFF)
    assert await refused(risk.confirms("lead", case)) is OwnRiskWork
    await village.seat(risk.who("lead"), Role.MUNICIPAL_COORDINATOR, village.municipality)
    await village.seat(risk.who("curator"), Role.SCHOOL_LEAD, village.school)
    for name in ("lead", "curator"):
        risk.street.people[name] = await village.actor(risk.who(name).chat)
    assert await refused(risk.confirms("lead", case)) is OwnRiskWork
    assert await refused(risk.confirms("curator", case)) is NotAllowed, "she leads the school now"
    assert (await risk.confirms("district", case)).verified


async def test_without_a_curator_the_municipal_coordinator_is_asked(risk: Risk) -> None:
    village = risk.street.village
    async with village.units.write() as work:
        (pair,) = await work.pairs.of_helper(whose(risk.who("curator")))
        await work.pairs.end(pair.id, AUTUMN)
    await risk.enters("lead")
    case = await risk.decides(STAFF)
    assert [row.notice.person for row in await risk.told(WAITS)] == [risk.who("district").person]
    assert (await risk.confirms("district", case)).verified


async def test_a_returned_decision_is_told_with_its_reason_and_made_anew(profiled: Risk) -> None:
    risk = profiled
    case = await risk.decides(STAFF, Decision.PARTLY, "не во всех классах")
    assert await refused(risk.returns("curator", case, " ")) is Invalid
    assert (await risk.returns("curator", case, "покажите данные")).note == "покажите данные"
    [row] = await risk.told(DECIDED)
    stands = RiskDecided(risk.street.village.units.read)
    assert await stands(row, risk.street.village.clock.at)
    risk.street.village.clock.forward(hours=1)
    anew = await risk.decides(STAFF)
    assert not await stands(row, risk.street.village.clock.at)
    assert await refused(risk.confirms("curator", case)) is Stale, "what she has read was decided anew"
    assert (await risk.confirms("curator", anew)).verified


async def test_a_row_of_the_digest_is_true_while_the_same_waits_for_her(profiled: Risk) -> None:
    risk, now = profiled, profiled.street.village.clock.at
    case = await risk.decides(STAFF)
    [row] = await risk.told(WAITS)
    still = RiskWaits(risk.street.village.units.read)
    assert await still(row, now)
    await risk.confirms("curator", case)
    assert not await still(row, now)


async def test_only_a_verified_factor_is_activated(profiled: Risk) -> None:
    risk = profiled
    activate, lead = risk.use(ActivateFactor), risk.who("lead")
    case = await risk.case(STAFF)
    assert await refused(activate(lead, case.id, AUTUMN)) is NotVerified
    case = await risk.decides(STAFF)
    assert await refused(activate(lead, case.id, AUTUMN)) is NotVerified
    await risk.confirms("curator", case)
    assert (await activate(lead, case.id, AUTUMN)).activated == AUTUMN
    assert (await activate(lead, case.id, AUTUMN)).activated == AUTUMN
    refuted = await risk.decides(EQUIPMENT, Decision.REFUTED, "обновили")
    await risk.confirms("curator", refuted)
    assert await refused(activate(lead, refuted.id, AUTUMN)) is NotVerified


async def test_of_two_reviewers_of_a_decision_one_is_first(profiled: Risk) -> None:
    risk, village = profiled, profiled.street.village
    second = await village.settled(Role.SCHOOL_CURATOR, village.municipality)
    risk.street.people["second curator"] = second
    await appoints(risk.street, "second curator", village.school)
    case = await risk.decides(STAFF)
    ends = await asyncio.gather(
        risk.confirms("curator", case), risk.returns("second curator", case, "нет данных"), return_exceptions=True
    )
    assert [type(end) for end in ends].count(Stale) == 1
    assert (await risk.case(STAFF)).check is not Check.WAITING


async def test_a_programme_is_written_sent_returned_with_remarks_and_agreed(profiled: Risk) -> None:
    risk = profiled
    assert await refused(risk.writes(await risk.case(STAFF))) is NotActivated
    case = await risk.activates(STAFF)
    half = await risk.writes(case, Part.GOAL, Part.TERMS)
    assert await refused(risk.sends(half)) is ProgrammeIncomplete
    first = await risk.sends(await risk.writes(case))
    assert (first.version, first.state) == (1, ProgrammeState.WAITING)
    assert await refused(risk.writes(case)) is Stale, "nothing is changed while it waits"
    assert await refused(risk.agrees("lead", first)) is OwnRiskWork
    await risk.sends_back("curator", first, "нет сроков", "нет показателей")
    card = await risk.factor("lead", case.id)
    assert [remark.text for remark in card.remarks] == ["нет сроков", "нет показателей"]
    close = risk.use(CloseProgrammeRemark)
    assert await close(risk.who("lead"), case.id, card.remarks[0].id)
    assert not await close(risk.who("lead"), case.id, card.remarks[0].id)
    assert await refused(close(risk.who("observer"), case.id, card.remarks[1].id)) is NotAllowed
    second = await risk.sends(await risk.writes(case, Part.TERMS))
    await risk.agrees("curator", second)
    card = await risk.factor("lead", case.id)
    assert [(one.version, one.state) for one in card.programmes] == [
        (2, ProgrammeState.AGREED), (1, ProgrammeState.RETURNED),
    ]  # fmt: skip
    assert all(remark.closed for remark in card.remarks)
    assert (await risk.card()).rows[1].programme == card.programmes[0]


async def test_a_programme_may_be_a_file_with_its_parts_ticked(profiled: Risk) -> None:
    risk = profiled
    case = await risk.activates(STAFF)
    draft = await risk.use(AttachProgramme)(risk.who("lead"), case.id, PDF, "программа.doc")
    assert await refused(risk.sends(draft)) is ProgrammeIncomplete
    draft = await risk.use(TickParts)(risk.who("lead"), case.id, list(Part))
    await risk.sends(draft)
    assert await risk.use(ProgrammeFile)(risk.who("curator"), draft.id) == ("программа.pdf", PDF)
    assert await refused(risk.use(ProgrammeFile)(risk.who("other lead"), draft.id)) is NotFound


async def test_an_overcome_factor_is_closed_by_the_curator_and_counted(profiled: Risk) -> None:
    risk = profiled
    case = await risk.activates(STAFF)
    await risk.confirms("curator", await risk.decides(SPECIAL, Decision.REFUTED, "детей с ОВЗ нет"))
    asked = await risk.asks_to_close(case)
    assert await refused(risk.closes("lead", asked)) is OwnRiskWork
    assert await refused(risk.closes("district", asked)) is NotAllowed
    await risk.keeps_open("curator", asked, "нет акта")
    risk.street.village.clock.forward(hours=1)
    closed = await risk.closes("curator", await risk.asks_to_close(case, "акт приложен"))
    assert (closed.state, (await risk.card()).closed) == (CaseState.CLOSED, 1)
    counts = await risk.use(RiskCounts)(risk.who("region"), closed.year)
    assert [(row.school.id, row.closed, row.left) for row in counts.rows] == [(risk.school, 1, 2)]
    assert [(part.closed, part.left) for part in counts.by_municipality.values()] == [(1, 2)]
    assert (await risk.use(RiskCounts)(risk.who("region"), closed.year - 1)).closed == 0
    assert (await risk.use(RiskCounts)(risk.who("other district"))).rows == ()
    await risk.enters("lead", day=AUTUMN + timedelta(days=30))
    assert (await risk.case(STAFF)).id != case.id, "a later profile that names it begins anew"


async def test_a_persons_own_words_are_hers_to_see(profiled: Risk) -> None:
    await profiled.decides(STAFF, Decision.PARTLY, "не во всех классах")
    async with profiled.street.village.units.read() as work:
        hers = await contribute(work, whose(profiled.who("lead")))
        others = await contribute(work, whose(profiled.who("district")))
    assert [row["text"] for row in hers["risk_words"]] == ["не во всех классах"]  # type: ignore[attr-defined]
    assert others == {"risk_words": []}


async def test_the_same_said_twice_is_said_once(profiled: Risk) -> None:
    risk = profiled
    first = await risk.decides(STAFF, Decision.PARTLY, "не во всех классах")
    risk.street.village.clock.forward(hours=1)
    assert await risk.decides(STAFF, Decision.PARTLY, "не во всех классах") == first
    await risk.enters("region")
    assert len((await risk.card()).versions) == 1
    case = await risk.activates(EQUIPMENT)
    asked = await risk.asks_to_close(case)
    risk.street.village.clock.forward(hours=1)
    assert await risk.asks_to_close(case) == asked

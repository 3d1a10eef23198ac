"""A tap that is handled again after a crash does nothing more, whatever others have done between (ADR 3)."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from shnor_domain.risk.programmes import Part, ProgrammeState
from shnor_domain.risk.use_cases.catalogue import OfferFactor, ReadFactors, RenameFactor
from shnor_domain.risk.use_cases.deeds import FactorsOfItem, TagItem, UntagItem
from shnor_domain.risk.use_cases.programme import SendProgramme, TickParts, WriteProgramme
from shnor_domain.risk.use_cases.programme_review import CloseProgrammeRemark
from shnor_domain.storage.current import UpdateInHand, update_in_hand
from tests.support.plans import item
from tests.support.risk import MOTIVATION, STAFF, Risk


@contextmanager
def update(number: int) -> Iterator[None]:
    """All that is done inside belongs to this update."""
    token = update_in_hand.set(UpdateInHand(number, 1))
    try:
        yield
    finally:
        update_in_hand.reset(token)


async def test_a_tag_set_again_by_the_same_tap_stays_as_others_have_left_it(risk: Risk) -> None:
    await risk.enters("lead")
    [one] = await risk.street.keeps(item(risk.street.village.school))
    lead, curator = risk.who("lead"), risk.who("curator")
    for _ in range(2):
        with update(1):
            assert await risk.use(TagItem)(lead, risk.school, STAFF, one.id)
        with update(2):
            assert await risk.use(UntagItem)(curator, risk.school, STAFF, one.id)
    assert await risk.use(FactorsOfItem)(lead, risk.school, one.id) == []


async def test_a_part_written_again_by_the_same_message_brings_no_older_text_back(risk: Risk) -> None:
    await risk.enters("lead")
    case, lead = await risk.activates(STAFF), risk.who("lead")
    write, tick = risk.use(WriteProgramme), risk.use(TickParts)
    for _ in range(2):
        with update(1):
            await write(lead, case.id, Part.GOAL, "прежняя цель")
            await tick(lead, case.id, [Part.TERMS])
        with update(2):
            draft = await write(lead, case.id, Part.GOAL, "новая цель")
            draft = await tick(lead, case.id, [])
    assert (draft.parts, draft.ticked) == ({Part.GOAL: "новая цель"}, frozenset())


async def test_a_programme_sent_again_by_the_same_tap_is_as_the_curator_has_left_it(risk: Risk) -> None:
    await risk.enters("lead")
    case, lead = await risk.activates(STAFF), risk.who("lead")
    whole = await risk.writes(case)
    with update(1):
        sent = await risk.use(SendProgramme)(lead, case.id, whole.id)
    await risk.sends_back("curator", sent, "сроки")
    with update(1):
        again = await risk.use(SendProgramme)(lead, case.id, whole.id)
    assert again.state is ProgrammeState.RETURNED


async def test_a_factor_renamed_or_hidden_again_by_the_same_tap_stays_as_it_became_since(risk: Risk) -> None:
    who, region = risk.who("region"), risk.street.village.region.region
    for _ in range(2):
        with update(1):
            await risk.use(RenameFactor)(who, region, STAFF, "Кадры")
            await risk.use(OfferFactor)(who, region, MOTIVATION, False)
        with update(2):
            await risk.use(RenameFactor)(who, region, STAFF, "Учителя")
            await risk.use(OfferFactor)(who, region, MOTIVATION, True)
    found = {one.code: one for one in await risk.use(ReadFactors)(who, region)}
    assert (found[STAFF].name, found[MOTIVATION].active) == ("Учителя", True)


async def test_a_remark_closed_again_by_the_same_tap_is_closed_once_and_logged(risk: Risk) -> None:
    await risk.enters("lead")
    case = await risk.activates(STAFF)
    await risk.sends_back("curator", await risk.sends(await risk.writes(case)), "сроки")
    [remark] = (await risk.factor("lead", case.id)).remarks
    close = risk.use(CloseProgrammeRemark)
    for _ in range(2):
        with update(1):
            assert await close(risk.who("lead"), case.id, remark.id)
    assert not await close(risk.who("lead"), case.id, remark.id)
    person = risk.who("lead").person
    async with risk.street.village.units.read() as work:
        assert [one.action for one in await work.audit.about(person)].count("risk-remark-closed") == 1
    assert (await risk.factor("lead", case.id)).remarks == (replace(remark, closed=True),)

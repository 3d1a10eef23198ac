"""«Что сделано» for a factor, the curator's protocol, and how few looks the card takes."""

from datetime import date, time, timedelta
from typing import Any

import pytest
from sqlalchemy import event, insert

from shnor_domain.errors import DomainError, Invalid, NotAllowed, NotFound
from shnor_domain.identity import PersonId
from shnor_domain.risk.deeds import Deed, DeedKind, Done
from shnor_domain.risk.errors import ProfileByLead
from shnor_domain.risk.factors import Significance
from shnor_domain.risk.use_cases.deeds import FactorDeeds, FactorsOfItem, NoteBooking, TagItem, UntagItem
from shnor_domain.risk.use_cases.protocol import SchoolProtocols, WriteProtocol
from shnor_domain.roadmap.model import ItemState
from shnor_domain.storage.schema.consultations import booking, session, slot
from tests.support.evidence import item
from tests.support.risk import AUTUMN, EQUIPMENT, MOTIVATION, STAFF, Risk
from tests.support.village import whose


async def refused(acts: Any) -> type[DomainError]:
    with pytest.raises(DomainError) as refusal:
        await acts
    return type(refusal.value)


async def books(risk: Risk, visitor: PersonId, hours: int, state: str = "booked") -> int:
    """A meeting that ends `hours` from now, and her booking; its id."""
    now = risk.street.village.clock.at
    async with risk.street.village.database.write() as connection:
        host = whose(risk.who("region"))
        rule = {
            "host_id": host, "subject": "chemistry", "weekday": 0, "starts": time(15), "zone": "Asia/Yakutsk",
            "minutes": 45, "format": "video", "audience": "teachers", "project_schools_only": False, "capacity": 5,
            "first_day": AUTUMN, "last_day": date(2027, 5, 31), "notice": 720, "horizon": 28, "state": "open",
        }  # fmt: skip
        of = (await connection.execute(insert(slot).values(rule).returning(slot.c.id))).scalar_one()
        ends = now + timedelta(hours=hours)
        meeting = {
            "slot_id": of, "starts": ends - timedelta(minutes=45), "ends": ends, "host_id": host,
            "subject": "chemistry", "capacity": 5, "taken": 1, "state": "open",
        }  # fmt: skip
        at = (await connection.execute(insert(session).values(meeting).returning(session.c.id))).scalar_one()
        hers = {"session_id": at, "visitor_id": visitor, "state": state, "made": now}
        return int((await connection.execute(insert(booking).values(hers).returning(booking.c.id))).scalar_one())


async def test_items_tagged_with_a_factor_count_and_those_confirmed_apart(risk: Risk) -> None:
    await risk.enters("lead")
    where = risk.street.village.school
    one, done, gone = await risk.street.keeps(
        item(where), item(where, state=ItemState.DONE), item(where, state=ItemState.DROPPED)
    )
    tag = risk.use(TagItem)
    for who, which in (("lead", one), ("curator", done), ("district", gone)):
        assert await tag(risk.who(who), risk.school, STAFF, which.id)
    assert not await tag(risk.who("lead"), risk.school, STAFF, one.id), "a second tap is harmless"
    row = next(row for row in (await risk.card()).rows if row.factor.code == STAFF)
    assert row.done == Done(items=2, items_done=1)
    assert await risk.use(FactorsOfItem)(risk.who("lead"), risk.school, one.id) == [STAFF]
    assert await risk.use(UntagItem)(risk.who("lead"), risk.school, STAFF, one.id)
    assert not await risk.use(UntagItem)(risk.who("lead"), risk.school, STAFF, one.id)
    deeds = await risk.use(FactorDeeds)(risk.who("observer"), risk.school, STAFF)
    assert deeds == [Deed(DeedKind.ITEM, done.id, True)]


async def test_only_items_of_the_school_are_tagged_and_only_by_its_people(risk: Risk) -> None:
    await risk.enters("lead")
    village = risk.street.village
    ours, others, districts = await risk.street.keeps(
        item(village.school), item(village.second_school), item(village.municipality)
    )
    tag = risk.use(TagItem)
    for which in (others, districts):
        assert await refused(tag(risk.who("district"), risk.school, STAFF, which.id)) is NotFound
    for who, refusal in (("teacher", ProfileByLead), ("observer", NotAllowed), ("other lead", NotFound)):
        assert await refused(tag(risk.who(who), risk.school, STAFF, ours.id)) is refusal
    assert (await risk.card()).rows[0].done == Done()


async def test_a_booking_made_for_a_factor_counts_once_it_was_held(risk: Risk) -> None:
    await risk.enters("lead")
    lead, note = risk.who("lead"), risk.use(NoteBooking)
    held, coming, cancelled, others = [
        await books(risk, whose(lead), -1),
        await books(risk, whose(lead), 24),
        await books(risk, whose(lead), 48, "cancelled"),
        await books(risk, whose(risk.who("teacher")), 72),
    ]
    for which in (held, coming, cancelled):
        assert await note(lead, risk.school, MOTIVATION, which)
    assert not await note(lead, risk.school, MOTIVATION, held)
    assert await refused(note(lead, risk.school, MOTIVATION, others)) is NotFound
    assert await refused(note(risk.who("teacher"), risk.school, MOTIVATION, others)) is ProfileByLead
    row = next(row for row in (await risk.card()).rows if row.factor.code == MOTIVATION)
    assert row.done == Done(bookings=2, bookings_held=1)


async def test_the_curator_writes_a_protocol_and_all_who_see_the_school_read_it(risk: Risk) -> None:
    await risk.enters("lead")
    write, text = risk.use(WriteProtocol), "Школа готовит программу до декабря"
    made = await write(risk.who("curator"), risk.school, AUTUMN, [STAFF, EQUIPMENT], text)
    assert made.factors == (EQUIPMENT, STAFF)
    assert await write(risk.who("curator"), risk.school, AUTUMN, [STAFF, EQUIPMENT], text) == made
    for who in ("lead", "district", "observer"):
        assert await risk.use(SchoolProtocols)(risk.who(who), risk.school) == [made]
    for who, refusal in (("lead", NotAllowed), ("district", NotAllowed), ("teacher", ProfileByLead)):
        assert await refused(write(risk.who(who), risk.school, AUTUMN, [STAFF], text)) is refusal
    assert await refused(risk.use(SchoolProtocols)(risk.who("other lead"), risk.school)) is NotFound
    for bad in ((date(2027, 1, 1), [STAFF], text), (AUTUMN, [], text), (AUTUMN, [STAFF], "я" * 2_001)):
        assert await refused(write(risk.who("curator"), risk.school, *bad)) is Invalid


async def test_the_card_takes_few_looks_however_many_factors_there_are(risk: Risk) -> None:
    async with risk.street.village.units.read() as work:
        codes = [one.code for one in await work.risk_factors.of_region(None)]
    await risk.enters("lead", dict.fromkeys(codes, Significance.HIGH))
    await risk.enters("lead", dict.fromkeys(codes, Significance.LOW))
    seen: list[str] = []

    def note(*told: Any) -> None:
        seen.append(told[2])

    engine = risk.street.village.database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", note)
    card = await risk.card()
    event.remove(engine, "before_cursor_execute", note)
    assert len(card.rows) == 10 and len(card.versions) == 2
    assert len([one for one in seen if one.lstrip().upper().startswith("SELECT")]) <= 12

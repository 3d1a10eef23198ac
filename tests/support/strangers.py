"""A municipality whose people and things all carry a canary, and those who have no business there."""

import asyncio
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import update

from shnor_domain.competence.model import Counts, SubjectCounts
from shnor_domain.consultations.model import Audience, SessionKey, SlotId
from shnor_domain.consultations.on_behalf.use_cases.numbers import EnrolNumber
from shnor_domain.consultations.use_cases.book import BookConsultation
from shnor_domain.consultations.use_cases.cancel import CancelBooking
from shnor_domain.consultations.use_cases.publish import PublishSlot
from shnor_domain.consultations.use_cases.requests import AskForConsultation
from shnor_domain.consultations.waitlist.use_cases.clock import TendQueues
from shnor_domain.consultations.waitlist.use_cases.queue import JoinQueue, MyWait
from shnor_domain.identity import Actor, PlaceId, Role, SchoolId, SubjectId, Territory
from shnor_domain.messaging import ChatId
from shnor_domain.notifications.model import Notice
from shnor_domain.people.model.pairs import PairId, PairKind
from shnor_domain.people.use_cases.appoint import AppointPair, Wanted
from shnor_domain.people.use_cases.leaving import WithdrawConsent
from shnor_domain.people.use_cases.make_links import MakeRoleLink
from shnor_domain.people.use_cases.role_link import UseRoleLink
from shnor_domain.results.clusters import Cluster, KeptCluster
from shnor_domain.results.model import Result, Unit
from shnor_domain.results.procedures import ProcedureCode
from shnor_domain.results.thresholds import Combine, ThresholdId, ThresholdProfile
from shnor_domain.roadmap.evidence import Evidence, EvidenceId, EvidenceKind, EvidenceState, Remark, RemarkId
from shnor_domain.roadmap.model import Item, ItemId, ItemState, Plan, PlanId, Programme, Shift, ShiftId
from shnor_domain.roadmap.periods.model import Period, Window
from shnor_domain.seats.rules import OFFER_WINDOW
from shnor_domain.storage.engine import Database
from shnor_domain.storage.schema.notifications import notification
from shnor_domain.storage.schema.people import person
from shnor_domain.storage.schema.territories import municipality, school
from shnor_domain.territories.called_off import CalledOffDay
from shnor_domain.territories.model import School, SchoolState, SchoolStatus, SchoolYear, Status, Subject
from tests.support.absent_nest import lay_absence
from tests.support.announced_nest import lay_announcement
from tests.support.attended_nest import lay_attended
from tests.support.consultations import terms
from tests.support.event_nest import lay_events
from tests.support.presence_nest import lay_presence
from tests.support.questions import lay_questions
from tests.support.request_nest import lay_requests
from tests.support.risk_nest import lay_risk
from tests.support.seminar_nest import lay_seminars
from tests.support.signing_nest import lay_signing
from tests.support.village import CHEMISTRY, ORDER, Village, settle, whose
from tests.support.visit_nest import lay_visits

SECRET = "Канарейка"
"""In what only people of the place may see: names, questions, links, reasons, orders."""
PUBLIC = "Синица"
"""In what anybody may read, in its own place alone: names of schools and municipalities, hosts of the schedule."""
BIOLOGY = SubjectId("biology")
SEPTEMBER_28 = datetime(2026, 9, 28, 6, 0, tzinfo=UTC)


@dataclass
class Nest:
    """Ids of what lies in the municipality, its people by name in `near`, strangers by name in `strangers`."""

    village: Village
    near: dict[str, Actor] = field(default_factory=dict)
    strangers: dict[str, Actor] = field(default_factory=dict)
    ids: dict[str, int] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)
    key: SessionKey | None = None

    def school(self, name: str = "school") -> SchoolId:
        found: SchoolId | None = getattr(self.village, name).school
        assert found is not None
        return found


_built: list[tuple[bytes, Nest]] = []


async def nest_in(url: str) -> Nest:
    """A nest in the fresh SQLite file at `url`, built once a process: later files are copies of the first. Its taker
    closes its database."""
    file = Path(url.removeprefix("sqlite+aiosqlite:///"))
    if not _built:
        first = Database(url)
        nest = await build_nest(first)
        await first.sweep()
        await first.close()
        _built.append((await asyncio.to_thread(file.read_bytes), nest))
    body, nest = _built[0]
    await asyncio.to_thread(file.write_bytes, body)
    return deepcopy(nest, {id(nest.village.database): Database(url)})


async def build_nest(database: Database) -> Nest:
    """Everything at once: a school with its people, a booked consultation, an application, an arrival, a pair."""
    village = Village(database)
    async with village.units.write() as work:
        await settle(work, village)
        await work.subjects.put(Subject(BIOLOGY, "Биология"))
        assert village.region.region is not None
        await work.municipalities.add(village.region.region, f"{PUBLIC} пустая", "Asia/Yakutsk", None)
    nest = Nest(village)
    await _reference(nest)
    await _people(nest)
    await _papers(nest)
    await _consultations(nest)
    await lay_visits(nest, SECRET)
    await _evidence(nest)
    await _plans(nest)
    await _competence(nest)
    await _results(nest)
    await lay_risk(nest, SECRET)
    await lay_attended(nest, SECRET)
    await lay_announcement(nest, SECRET)
    await lay_questions(nest, SECRET)
    await lay_seminars(nest, SECRET)
    await lay_requests(nest, SECRET)
    await lay_events(nest, SECRET)
    await lay_presence(nest, SECRET)
    await lay_signing(nest, SECRET)
    await _strangers(nest)
    await _queue(nest)
    await lay_absence(nest)
    await _name(nest)
    return nest


async def _reference(nest: Nest) -> None:
    """Other spellings, a school that was closed, a day that was called off."""
    region, unit = nest.village.municipality.region, nest.village.municipality.municipality
    assert region is not None and unit is not None
    async with nest.village.units.write() as work:
        await work.municipalities.add_alias(unit, f"{PUBLIC} край", "край")
        await work.schools.add_alias(nest.school(), f"{PUBLIC} школа", "школа")
        closed = School(SchoolId(0), region, unit, "СОШ № 9", 9, state=SchoolState.CLOSED)
        nest.ids["closed school"] = await work.schools.add(closed)
        now = nest.village.clock.now()
        frost = CalledOffDay(unit, date(2026, 9, 30), f"мороз {SECRET}", date(2026, 10, 1), now, now)
        await work.called_off.put(frost)


async def _people(nest: Nest) -> None:
    village = nest.village
    for name, role, where in (
        ("teacher", Role.TEACHER, village.school),
        ("lead", Role.SCHOOL_LEAD, village.school),
        ("second lead", Role.SCHOOL_LEAD, village.school),
        ("coordinator", Role.MUNICIPAL_COORDINATOR, village.municipality),
        ("region", Role.REGIONAL_COORDINATOR, village.region),
        ("admin", Role.ADMIN, Territory()),
        ("host", Role.METHODIST, village.municipality),
        ("curator", Role.SCHOOL_CURATOR, village.municipality),
        ("observer", Role.OBSERVER, village.region),
    ):
        more = {"subjects": frozenset({CHEMISTRY})} if role is Role.TEACHER else {}
        nest.near[name] = await village.settled(role, where, **more)
        nest.ids[f"{name}'s place"] = nest.near[name].places[0].id
    await village.seat(nest.near["curator"], Role.TEACHER, village.school)


async def _papers(nest: Nest) -> None:
    village = nest.village
    nest.near["applicant"], application = await village.applied(name=f"{SECRET} Ждущая")
    nest.ids["application"] = application.id
    link = await village.use(MakeRoleLink)(nest.near["lead"], Role.TEACHER, village.school)
    nest.ids["link"], nest.codes["link"] = link.id, link.code
    used = await village.use(MakeRoleLink)(nest.near["lead"], Role.TEACHER, village.school)
    newcomer = await village.newcomer()
    nest.near["arrived"] = newcomer
    nest.ids["arrival"] = (await village.use(UseRoleLink)(newcomer, used.code, f"{SECRET} Новая")).id
    wanted = Wanted(PairKind.SCHOOL, whose(nest.near["curator"]), nest.school(), f"№ {SECRET}", ORDER.dated)
    pair = await village.use(AppointPair)(nest.near["coordinator"], wanted)
    nest.ids["pair"] = pair.pair
    await _digest(nest)
    async with village.units.write() as work:
        assert village.region.region is not None
        await work.plan_people.name_body(village.region.region, f"{SECRET} совет", whose(nest.near["host"]))
        for name in ("school", "second_school"):
            listed = SchoolStatus(nest.school(name), SchoolYear(2026), Status.SHNOR, f"список {SECRET}")
            await work.schools.set_status(listed)


async def _digest(nest: Nest) -> None:
    """The lead has read of the application in hers; nothing reaches the second lead."""
    village, lead = nest.village, nest.near["lead"]
    about = f"application:{nest.ids['application']}"
    payload = {"application": nest.ids["application"]}
    row = Notice(f"{about}:reminder", whose(lead), "application-reminder", about, village.clock.now(), payload)
    async with village.units.write() as work:
        await work.notices.plan(row)
        (planned,) = [each for each in await work.notices.of_subject(about) if each.notice.key == row.key]
        nest.ids["digest"] = planned.id
    async with village.database.write() as connection:
        sent = {"state": "sent", "wake": None, "sent_at": village.clock.now(), "message_ref": f"{lead.chat}:7"}
        await connection.execute(update(notification).where(notification.c.id == planned.id).values(**sent))
    async with village.units.write() as work:
        await work.reach.lost(ChatId(nest.near["second lead"].chat), "blocked", village.clock.now())


async def _consultations(nest: Nest) -> None:
    village = nest.village
    promised = terms(open_to=village.municipality, capacity=3, link=f"https://meet.example.org/{SECRET}")
    card = await village.use(PublishSlot)(nest.near["host"], promised)
    nest.ids["slot"] = card.slot.id
    nest.key = SessionKey(card.slot.id, SEPTEMBER_28)
    booked = await village.use(BookConsultation)(nest.near["teacher"], nest.key, f"{SECRET}: задание 34")
    nest.ids["booking"] = booked.booking.id
    one_seat = replace(promised, open_to=village.school, weekday=2, capacity=1)
    nest.ids["full slot"] = (await village.use(PublishSlot)(nest.near["host"], one_seat)).slot.id
    pupils = replace(promised, weekday=1, audience=Audience.PUPILS, capacity=30)
    slot = (await village.use(PublishSlot)(nest.near["host"], pupils)).slot.id
    nest.ids["pupils"] = slot
    tuesday = SessionKey(slot, SEPTEMBER_28 + timedelta(days=1))
    number = await village.use(EnrolNumber)(nest.near["lead"], nest.school(), tuesday, 12)
    nest.ids["number"] = number.booking.id
    await village.use(AskForConsultation)(nest.near["teacher"], BIOLOGY, f"{SECRET}: лабораторные")
    async with village.units.write() as work:
        assert village.region.region is not None
        await work.drafts.add(village.region.region, CHEMISTRY, 2, f"план {SECRET}")
        (draft,) = await work.drafts.open_for([village.region.region], whose(nest.near["host"]))
    nest.ids["draft"] = draft.id


async def _queue(nest: Nest) -> None:
    """A meeting with one seat, which is held for another teacher of the school."""
    village, lead = nest.village, nest.near["lead"]
    waits = nest.near["who waits"] = await village.settled(Role.TEACHER, village.school)
    key = SessionKey(SlotId(nest.ids["full slot"]), SEPTEMBER_28 + timedelta(days=2))
    booked = await village.use(BookConsultation)(lead, key, None)
    place = await village.use(JoinQueue)(waits, key, f"{SECRET}: задание 28")
    await village.use(CancelBooking)(lead, booked.booking.id, None)
    await village.use(TendQueues, real=village.clock, offer_window=OFFER_WINDOW)()
    held = await village.use(MyWait)(waits, place.waiting.id)
    assert held.offer is not None
    nest.ids |= {"waiting": held.waiting.id, "offer": held.offer.id}


async def _evidence(nest: Nest) -> None:
    """Three items of the school: open with a remark, on review with a file, confirmed."""
    village, lead = nest.village, whose(nest.near["lead"])
    now, window = village.clock.now(), Window(date(2026, 9, 1), date(2026, 12, 10))
    period = Period(f"{SECRET} декабрь", (window,))
    states = (ItemState.OPEN, ItemState.ON_REVIEW, ItemState.DONE)
    items = [
        Item(
            ItemId(0), PlanId(0), None, number, str(number), f"{SECRET} пункт", period, village.school, now,
            state=state, sent=now,
        )
        for number, state in enumerate(states, 1)
    ]  # fmt: skip
    plan = Plan(PlanId(0), f"{SECRET} план", Programme.ROADMAP, village.school, window, "", now)
    versions = (EvidenceState.RETURNED, EvidenceState.WAITING, EvidenceState.CONFIRMED)
    async with village.units.write() as work:
        nest.ids["plan with evidence"] = await work.plans.add(plan, items)
        kept = await work.plans.items(PlanId(nest.ids["plan with evidence"]))
        for item, state in zip(kept, versions, strict=True):
            sent = Evidence(
                EvidenceId(0), item.id, 1, lead, now, EvidenceKind.FILE, state, f"{SECRET} текст", "0.pdf", SECRET
            )
            version = await work.evidence.add(sent)
            nest.ids[f"item {item.state.value}"], nest.ids[f"evidence {state.value}"] = item.id, version
        remark = Remark(RemarkId(0), kept[0].id, EvidenceId(version), lead, now, f"{SECRET} замечание")
        nest.ids["remark"] = await work.evidence.add_remark(remark)


async def _plans(nest: Nest) -> None:
    """An item of the region of which the school has a part, and days that were moved."""
    village, now = nest.village, nest.village.clock.now()
    window = Window(date(2026, 9, 1), date(2026, 12, 10))
    period = Period(f"{SECRET} декабрь", (window,))
    whole = Item(ItemId(0), PlanId(0), None, 1, "1", f"{SECRET} мера", period, village.region, now)
    plan = Plan(PlanId(0), f"{SECRET} план региона", Programme.ROADMAP, village.region, window, "", now)
    shift = Shift(ShiftId(0), village.municipality, None, whose(nest.near["coordinator"]), now, 7, f"{SECRET} причина")
    async with village.units.write() as work:
        kept = await work.plans.items(
            await work.plans.add(plan, [whole, replace(whole, parent=ItemId(0), owner=village.school)])
        )
        nest.ids["item with parts"] = kept[0].id
        nest.ids["shift"] = await work.shifts.keep(shift, [kept[1]])


async def _competence(nest: Nest) -> None:
    """A table of the municipality and one of the school, of few teachers."""
    village, now = nest.village, nest.village.clock.now()
    for where in (village.municipality, village.school):
        row = SubjectCounts(
            where, SchoolYear(2026), CHEMISTRY, Counts(1, 2), where, now, None, f"справка {SECRET}"
        )  # fmt: skip
        async with village.units.write() as work:
            await work.competence.put(row)


async def _results(nest: Nest) -> None:
    """A small group, a cluster, a profile of the region's own."""
    village, now, lead = nest.village, nest.village.clock.now(), whose(nest.near["lead"])
    source = f"{SECRET} отчёт"
    region = village.region.region
    year, maths = SchoolYear(2025), ProcedureCode("vpr-math-5")
    small = Result(village.school, year, maths, 4, 3, source, Unit.SCHOOL, lead, now)
    profile = ThresholdProfile(ThresholdId(0), SECRET, source, now.date(), 250, 1, 1, Combine.OR, region=region)
    async with village.units.write() as work:
        await work.results.save([small], keep_mark=False)
        await work.clusters.save([KeptCluster(village.school, year, Cluster.STRONG, source, lead, now)])
        nest.ids["threshold"] = await work.profiles.add(profile)


async def _strangers(nest: Nest) -> None:
    village, found = nest.village, nest.strangers
    async with village.units.write() as work:
        other = await work.municipalities.add_region("Другая республика", None)
        unit = await work.municipalities.add(other, "Соседний", "Europe/Moscow", None)
        place = await work.schools.add(School(SchoolId(0), other, unit, "СОШ № 7", 7))
    region, school_there = Territory(other), Territory(other, unit, place)
    found["nobody"] = Actor(None, 999)
    for name, role, where in (
        ("teacher of another region", Role.TEACHER, school_there),
        ("lead of another municipality", Role.SCHOOL_LEAD, village.far_school),
        ("coordinator of another municipality", Role.MUNICIPAL_COORDINATOR, village.far_municipality),
        ("coordinator of another region", Role.REGIONAL_COORDINATOR, region),
        ("observer of another region", Role.OBSERVER, region),
        ("methodist of another region", Role.METHODIST, region),
        ("curator of another municipality", Role.SCHOOL_CURATOR, village.far_municipality),
    ):
        found[name] = await village.settled(role, where)
    found["teacher of the same school"] = await village.settled(Role.TEACHER, village.school)
    found["unapproved"], _ = await village.applied(where=village.second_school, name="Посторонняя Ждущая")
    for name, role, where in (
        ("unverified", Role.REGIONAL_COORDINATOR, village.region),
        ("unverified host", Role.METHODIST, village.region),
    ):
        newcomer = await village.newcomer()
        await village.seat(newcomer, role, where, verified=False)
        found[name] = await village.actor(newcomer.chat)
    newcomer = await village.newcomer()
    await village.seat(newcomer, Role.REGIONAL_COORDINATOR, village.region, ends=date(2026, 9, 14))
    found["ended"] = await village.actor(newcomer.chat)
    left = await village.settled(Role.REGIONAL_COORDINATOR, village.region)
    await village.use(WithdrawConsent)(left)
    found["withdrawn"] = await village.actor(left.chat)
    nest.near = {name: await village.actor(actor.chat) for name, actor in nest.near.items()}


async def _name(nest: Nest) -> None:
    """Names last: what is public says so, and every person of the place carries the secret but the host."""
    secret = [each.person for name, each in nest.near.items() if name != "host" and each.person is not None]
    async with nest.village.database.write() as connection:
        for each in secret:
            await connection.execute(update(person).where(person.c.id == each).values(name=f"{SECRET} {each}"))
        host = whose(nest.near["host"])
        await connection.execute(update(person).where(person.c.id == host).values(name=f"{PUBLIC} Ведущая"))
        unit = nest.village.municipality.municipality
        await connection.execute(update(municipality).where(municipality.c.id == unit).values(name=f"{PUBLIC}нский"))
        await connection.execute(
            update(school).where(school.c.municipality_id == unit).values(name=school.c.name + f" «{PUBLIC}»")
        )


def place(nest: Nest, name: str) -> PlaceId:
    return PlaceId(nest.ids[name])


def pair(nest: Nest) -> PairId:
    return PairId(nest.ids["pair"])


def parts(nest: Nest, **more: Any) -> dict[str, Any]:
    """Fields of use cases by name, as the process fills them."""
    village = nest.village
    return {"read": village.units.read, "write": village.units.write, "clock": village.clock, **more}

"""Nobody has agreed: the absent host, or a coordinator, chooses another, calls off, or takes the absence back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.consultations.absences import notices
from shnor_domain.consultations.absences.errors import HostBusy
from shnor_domain.consultations.absences.fallen import part_fallen
from shnor_domain.consultations.absences.hours import left_to_lead, who_could_lead
from shnor_domain.consultations.absences.leading import busy_at, pass_over, tell_she_leads
from shnor_domain.consultations.absences.model import Answer, Substitution, SubstitutionId
from shnor_domain.consultations.absences.ports import AbsenceWork
from shnor_domain.consultations.absences.use_cases.answer import AskCard, ask_card
from shnor_domain.consultations.absences.use_cases.declare import ask, close_and_call_off
from shnor_domain.consultations.cards import BookingCard, booking_cards
from shnor_domain.consultations.errors import SessionGone
from shnor_domain.consultations.model import Occurrence, Session, SessionState, Slot
from shnor_domain.consultations.ports import KnownPerson
from shnor_domain.consultations.use_cases.calling_off import note
from shnor_domain.errors import NotFound, Stale
from shnor_domain.identity import COORDINATOR_ROLES, Actor, PersonId
from shnor_domain.work import Opens

_UNDECIDED = frozenset({Answer.ASKED, Answer.REFUSED})


@dataclass(frozen=True, slots=True)
class UndecidedAsk:
    """An ask with who could lead what is `left` of it, and who would be told if it were called off; `whole` where all
    that is ahead of it is in the reader's hand, so that she may take it back."""

    card: AskCard
    candidates: tuple[KnownPerson, ...]
    affected: tuple[BookingCard, ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class LookAtAsk:
    """The absent host, or a coordinator for the slots of her territory (others: `NotFound`)."""

    read: Opens[AbsenceWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: SubstitutionId) -> UndecidedAsk:
        """In any state; nobody stands in the list who was asked in vain already."""
        now = self.clock.now()
        async with self.read() as work:
            found, slots = await _in_hand(work, actor, which)
            left = await left_to_lead(work, found, now) if found.state in _UNDECIDED else []
            rows, _others = _parted(left, slots)
            concerned = [slot for slot in slots if slot.id in {row.key.slot for row in rows}]
            could = await who_could_lead(work, concerned, [Occurrence(row.key, row.ends) for row in rows], now)
            affected = await booking_cards(work, await work.bookings.of_sessions([row.id for row in rows]))
            card = await ask_card(work, found, rows)
            beyond = _parted(await _all_ahead(work, found, now), slots)[1]
        others = tuple(person for person in could if person.id != found.substitute)
        return UndecidedAsk(card, others, tuple(affected), whole=not beyond)


@dataclass(frozen=True, slots=True)
class AbsenceAsks:
    """The host's own asks that wait, are agreed to, or refused and undecided, by number; who has no asks gets none."""

    read: Opens[AbsenceWork]
    clock: Clock

    async def __call__(self, actor: Actor) -> list[AskCard]:
        """With their meetings ahead, whoever leads them."""
        if actor.person is None:
            raise NotFound
        now = self.clock.now()
        async with self.read() as work:
            found = await work.absences.of_absent(actor.person, now, refused=True)
            rows = {each.id: await _waits(work, each, now) for each in found}
            return [await ask_card(work, each, rows[each.id]) for each in found if rows[each.id]]


@dataclass(frozen=True, slots=True)
class ChooseAnother:
    """The absent host, or a coordinator for the slots of her territory: another is asked for what is left; who was
    asked before reads that he is needed no more, and is asked anew for meetings beyond it.

    Refused: `NotFound`, `Stale` (he has agreed meanwhile), `SessionGone` (nothing is left).
    """

    write: Opens[AbsenceWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: SubstitutionId, substitute: PersonId) -> SubstitutionId:
        """Give the new ask; fed again the same."""
        operation, now = f"substitution-anew:{which}", self.clock.now()
        async with self.write() as work:
            if (done := await work.applied.result(operation)) is not None:
                return SubstitutionId(int(done))
            found, slots, rows = await _undecided(work, actor, which, now)
            if actor.person is None:
                raise NotFound
            concerned = [slot for slot in slots if slot.id in {row.key.slot for row in rows}]
            new = await ask(work, actor.person, found.absence, concerned, rows, substitute, now)
            for slot in concerned:
                await note(work, actor, slot, "absence-ask", now, {"substitution": str(new.id)})
            await work.applied.save(operation, str(new.id))
            return new.id


@dataclass(frozen=True, slots=True)
class CallOffUncovered:
    """As `ChooseAnother`: what is left is called off, its days are closed, the booked are told."""

    write: Opens[AbsenceWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: SubstitutionId) -> int:
        """How many visitors are told; fed again the same."""
        operation, now = f"substitution-off:{which}", self.clock.now()
        async with self.write() as work:
            if (done := await work.applied.result(operation)) is not None:
                return int(done)
            _found, slots, rows = await _undecided(work, actor, which, now)
            told = 0
            for slot in slots:
                of_slot = [row for row in rows if row.key.slot == slot.id]
                told += await close_and_call_off(work, actor, slot, of_slot, now)
                if of_slot:
                    await note(work, actor, slot, "absence-off", now, {"substitution": str(which)})
            await work.applied.save(operation, str(told))
            return told


@dataclass(frozen=True, slots=True)
class TakeAskBack:
    """The host will be there after all, or a coordinator over all these slots says so: an ask that waits, or was
    refused, is withdrawn; what the substitute has agreed to comes back to its host, he and the booked are told. Who has
    read that nobody leads her meeting reads now who does.

    Refused: `NotFound`, `Stale` (withdrawn already), `SessionGone` (nothing is ahead), `HostBusy`.
    """

    write: Opens[AbsenceWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: SubstitutionId) -> int:
        """How many visitors are told; fed again the same."""
        operation, now = f"substitution-back:{which}", self.clock.now()
        async with self.write() as work:
            if (done := await work.applied.result(operation)) is not None:
                return int(done)
            found, slots = await _in_hand(work, actor, which)
            await work.bookings.lock({found.host, found.substitute})
            found = await work.absences.get(which) or found
            rows = await _all_ahead(work, found, now)
            if not rows:
                raise SessionGone
            if _parted(rows, slots)[1]:
                raise NotFound
            if found.state is Answer.WITHDRAWN or not await work.absences.answer(
                which, found.state, Answer.WITHDRAWN, now
            ):
                raise Stale
            if found.state is Answer.AGREED:
                told = await self._come_back(work, found, slots, rows, now)
            else:
                await work.notices.cancel(notices.subject_of_ask(found), now)
                told = await tell_she_leads(work, slots, rows, now)
            for slot in slots:
                if slot.id in {row.key.slot for row in rows}:
                    await note(work, actor, slot, "absence-back", now, {"substitution": str(which)})
            await work.applied.save(operation, str(told))
            return told

    async def _come_back(
        self, work: AbsenceWork, found: Substitution, slots: Sequence[Slot], rows: Sequence[Session], now: datetime
    ) -> int:
        if await busy_at(work, found.host, [row for row in rows if row.taken + row.held]):
            raise HostBusy
        named, told = {slot.id: slot for slot in slots}, 0
        for row in rows:
            told += await pass_over(work, named[row.key.slot], row, found.host, now)
            await work.notices.plan(notices.over(named[row.key.slot], row, found.substitute, now))
        return told


async def _in_hand(work: AbsenceWork, actor: Actor, which: SubstitutionId) -> tuple[Substitution, list[Slot]]:
    found = await work.absences.get(which)
    if found is None or actor.person is None:
        raise NotFound
    rows = await work.absences.sessions(found.meetings)
    slots = list(await work.slots.many({row.key.slot for row in rows}))
    if found.host == actor.person:
        return found, slots
    reached = [slot for slot in slots if actor.reaches(slot.terms.open_to, *COORDINATOR_ROLES)]
    if not reached:
        raise NotFound
    return found, reached


async def _undecided(
    work: AbsenceWork, actor: Actor, which: SubstitutionId, now: datetime
) -> tuple[Substitution, list[Slot], list[Session]]:
    """Lock the host and take an ask that nobody agreed to out of force; what is left of it, in slots that the actor has
    in hand, waits for her decision, and stands as it stood in others."""
    found, slots = await _in_hand(work, actor, which)
    await work.bookings.lock({found.host, found.substitute})
    found = await work.absences.get(which) or found
    if found.state not in _UNDECIDED:
        raise Stale
    rows = await left_to_lead(work, found, now)
    live = {each for ask in await work.absences.of_absent(found.host, now) if ask.id != which for each in ask.meetings}
    rows, others = _parted([row for row in rows if row.id not in live], slots)
    if not rows:
        raise SessionGone
    await part_fallen(work, found, now)
    if not await work.absences.answer(which, found.state, Answer.WITHDRAWN, now):
        raise Stale
    await work.notices.cancel(notices.subject_of_ask(found), now)
    if others:
        await _stand_on(work, found, others, now)
    return found, slots, rows


def _parted(rows: Sequence[Session], slots: Sequence[Slot]) -> tuple[list[Session], list[Session]]:
    """Those of these slots, and the others."""
    known = {slot.id for slot in slots}
    return [row for row in rows if row.key.slot in known], [row for row in rows if row.key.slot not in known]


async def _stand_on(work: AbsenceWork, found: Substitution, rows: Sequence[Session], now: datetime) -> None:
    meetings = [row.id for row in rows]
    which = await work.absences.ask(found.absence, found.host, found.substitute, found.by, found.subject, meetings, now)
    # it stands as it stood: who was asked of it above is not asked again
    for each in set(meetings) & set(await work.absences.told_above(found.id)):
        await work.absences.tell_above(which, each, now)
    if found.state is Answer.REFUSED:
        await work.absences.answer(which, Answer.ASKED, Answer.REFUSED, now)
        return
    again = replace(found, id=which, meetings=tuple(meetings))
    await work.notices.plan(notices.asked(again, rows, now))


async def _waits(work: AbsenceWork, ask: Substitution, now: datetime) -> list[Session]:
    """What is ahead of an ask; of a refused one that of which it is still the last word: nobody else was asked since,
    nor has the host taken it back."""
    rows = await _all_ahead(work, ask, now)
    if ask.state is not Answer.REFUSED:
        return rows
    last = {row.id: await work.absences.last_about(row.id) for row in rows}
    return [row for row in rows if (each := last[row.id]) is not None and each.id == ask.id]


async def _all_ahead(work: AbsenceWork, ask: Substitution, now: datetime) -> list[Session]:
    leads = ask.substitute if ask.state is Answer.AGREED else ask.host
    rows = await work.absences.sessions(ask.meetings)
    return [row for row in rows if row.state is SessionState.OPEN and row.key.starts > now and row.host == leads]

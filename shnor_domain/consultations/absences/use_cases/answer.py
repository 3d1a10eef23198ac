"""A substitute agrees or does not; until he agrees the booked see nothing (product.md B)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from shnor_domain.clock import Clock
from shnor_domain.consultations.absences import notices
from shnor_domain.consultations.absences.errors import SubstituteBusy
from shnor_domain.consultations.absences.fallen import part_fallen
from shnor_domain.consultations.absences.free import who_stands_in_then
from shnor_domain.consultations.absences.hours import left_to_lead
from shnor_domain.consultations.absences.leading import busy_at, pass_over
from shnor_domain.consultations.absences.model import Answer, Substitution, SubstitutionId
from shnor_domain.consultations.absences.ports import AbsenceWork
from shnor_domain.consultations.cards import SlotCard, slot_cards
from shnor_domain.consultations.errors import SessionGone
from shnor_domain.consultations.model import Occurrence, Session, SessionState, Slot, SlotId
from shnor_domain.consultations.ports import KnownPerson
from shnor_domain.consultations.rules import may_host
from shnor_domain.errors import NotAllowed, NotFound, Stale
from shnor_domain.identity import Actor, PersonId
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class AskCard:
    """An ask, `subject` by name, with its meetings ahead (`left` to lead, or led by who agreed) and their slots; people
    who left are None. With `own_time` an empty time of the substitute's own meets at one of these hours; only
    `AskFacts` says so. `late`: it waited for his answer until the last of its meetings had begun; `anew`: he is asked
    by another ask of one of them; only `OneAsk` says so."""

    ask: Substitution
    subject: str
    slots: dict[SlotId, SlotCard]
    left: tuple[Session, ...]
    host: KnownPerson | None
    substitute: KnownPerson | None
    own_time: bool = False
    late: bool = False
    anew: bool = False


@dataclass(frozen=True, slots=True)
class OneAsk:
    """Who was asked, and nobody else (`NotFound`)."""

    read: Opens[AbsenceWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: SubstitutionId) -> AskCard:
        """In any state."""
        async with self.read() as work:
            found = await work.absences.get(which)
            if found is None or actor.person is None or found.substitute != actor.person:
                raise NotFound
            card = await ask_card(work, found, await _ahead(work, found, self.clock))
            late = found.state is Answer.ASKED and not card.left and await _has_begun(work, found, self.clock)
            anew = found.state is Answer.WITHDRAWN and await _is_asked_anew(work, found, self.clock)
            return replace(card, late=late, anew=anew)


@dataclass(frozen=True, slots=True)
class AnswerAsk:
    """Who was asked, once. Agreeing, he leads every meeting that is still ahead: bookings and questions stay, the
    booked are told once (N6), he is reminded (N1). Refusing, the absent host and whoever asked for her are told.

    Refused: `NotFound` (another's), `Stale` (answered, or withdrawn), `SessionGone` (nothing is ahead any more),
    `NotAllowed` (his role carries the subject no longer), `SubstituteBusy` (he is elsewhere at one of the hours).
    """

    write: Opens[AbsenceWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: SubstitutionId, agrees: bool) -> AskCard:
        """Fed again it answers alike."""
        operation = f"substitution:{which}"
        async with self.write() as work:
            found = await work.absences.get(which)
            if found is None or actor.person is None or found.substitute != actor.person:
                raise NotFound
            if await work.applied.result(operation) is None:
                await work.bookings.lock({found.host, found.substitute})
                await self._answer(work, actor, which, agrees)
                await work.applied.save(operation, "agreed" if agrees else "refused")
            found = await work.absences.get(which) or found
            return await ask_card(work, found, await _ahead(work, found, self.clock))

    async def _answer(self, work: AbsenceWork, actor: Actor, which: SubstitutionId, agrees: bool) -> None:
        now = self.clock.now()
        found = await work.absences.get(which)
        # while this waited the host may have chosen another, or called everything off
        if found is None or found.state is not Answer.ASKED:
            raise Stale
        rows = await left_to_lead(work, found, now)
        if not rows:
            raise SessionGone
        if agrees:
            await part_fallen(work, found, now)
            await self._lead(work, actor, found, rows)
        if not await work.absences.answer(which, Answer.ASKED, Answer.AGREED if agrees else Answer.REFUSED, now):
            raise Stale
        # what he was asked by says now what he has answered, and loses its buttons
        await work.notices.cancel(notices.subject_of_ask(found), now, key_prefix=f"{notices.ASKED}:")
        kind = notices.AGREED if agrees else notices.REFUSED
        await work.notices.plan(*notices.answered(kind, found, rows, now))

    async def _lead(self, work: AbsenceWork, actor: Actor, found: Substitution, rows: Sequence[Session]) -> None:
        slots = {slot.id: slot for slot in await work.slots.many({row.key.slot for row in rows})}
        if not all(_may(actor, slot) for slot in slots.values()):
            raise NotAllowed
        meetings = [Occurrence(row.key, row.ends) for row in rows]
        elsewhere = await busy_at(work, found.substitute, rows)
        if elsewhere or await who_stands_in_then(work, {found.substitute}, meetings):
            raise SubstituteBusy
        for row in rows:
            await pass_over(work, slots[row.key.slot], row, found.substitute, self.clock.now())


async def ask_card(work: AbsenceWork, ask: Substitution, rows: Sequence[Session]) -> AskCard:
    """A few statements."""
    cards = await slot_cards(work, await work.slots.many({row.key.slot for row in rows}))
    people = await work.directory.people({ask.host, ask.substitute})
    slots = {card.slot.id: card for card in cards}
    # of what is off no slot is left to tell it
    subject = (await work.directory.subjects()).get(ask.subject, ask.subject)
    return AskCard(ask, subject, slots, tuple(rows), people.get(ask.host), people.get(ask.substitute))


async def _ahead(work: AbsenceWork, ask: Substitution, clock: Clock) -> list[Session]:
    now = clock.now()
    mine: PersonId = ask.substitute if ask.state is Answer.AGREED else ask.host
    rows = await work.absences.sessions(ask.meetings)
    return [row for row in rows if row.state is SessionState.OPEN and row.key.starts > now and row.host == mine]


async def _has_begun(work: AbsenceWork, ask: Substitution, clock: Clock) -> bool:
    rows, now = await work.absences.sessions(ask.meetings), clock.now()
    return any(row.state is SessionState.OPEN and row.host == ask.host and row.key.starts <= now for row in rows)


async def _is_asked_anew(work: AbsenceWork, ask: Substitution, clock: Clock) -> bool:
    """His new question may be held until his morning."""
    for other in await work.absences.concerning(ask.substitute):
        if other.state is not Answer.ASKED or other.substitute != ask.substitute:
            continue
        if any(row.id in ask.meetings for row in await left_to_lead(work, other, clock.now())):
            return True
    return False


def _may(actor: Actor, slot: Slot) -> bool:
    return any(may_host(place, slot.terms.open_to, slot.terms.subject) for place in actor.places)

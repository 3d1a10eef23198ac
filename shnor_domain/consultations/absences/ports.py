"""What absences need from storage beyond the rest of consultations."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from shnor_domain.consultations.absences.model import Absence, AbsenceId, Answer, Substitution, SubstitutionId
from shnor_domain.consultations.model import Booking, BookingId, Occurrence, Session, SessionId, SessionKey, SlotId
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.identity import PersonId, SubjectId
from shnor_domain.notifications.ports import ReaderBook
from shnor_domain.people.use_cases.rights import PlacesAndLands
from shnor_domain.territories.called_off_ports import CalledOffStore
from shnor_domain.territories.ports import CalendarStore


class AbsenceStore(Protocol):
    """Absences, asks, and sessions that leave their rule."""

    async def add(self, host: PersonId, by: PersonId, first: date, last: date, now: datetime) -> AbsenceId:
        """Store an absence."""
        ...

    async def of_host(self, host: PersonId, since: date) -> Sequence[Absence]:
        """Absences that last until `since` or longer, by first day."""
        ...

    async def days_away(
        self, people: Collection[PersonId], since: date
    ) -> Mapping[PersonId, Sequence[tuple[date, date]]]:
        """First and last days on which each of `people` is away, as far as they last until `since`: what was declared,
        and her leave, of which the first day is `date.min`."""
        ...

    async def forget(self, person: PersonId, now: datetime) -> None:
        """Delete the absences of who leaves that nobody stands in for; asks to her and by her wait no more."""
        ...

    async def ask(
        self,
        absence: AbsenceId,
        host: PersonId,
        substitute: PersonId,
        by: PersonId,
        subject: SubjectId,
        meetings: Collection[SessionId],
        now: datetime,
    ) -> SubstitutionId:
        """Store an ask; raises `Stale` when somebody was asked for one of the meetings at the same moment
        (`uq_substitution_meeting_live`)."""
        ...

    async def part(self, ask: Substitution, meetings: Collection[SessionId]) -> None:
        """Let some meetings of an ask be an ask of their own, in its state."""
        ...

    async def get(self, substitution: SubstitutionId) -> Substitution | None:
        """One ask in any state."""
        ...

    async def of_absent(self, host: PersonId, since: datetime, *, refused: bool = False) -> Sequence[Substitution]:
        """The host's asks that wait or are agreed to, or were `refused`, and have an open meeting that starts after
        `since`, by id."""
        ...

    async def last_about(self, session: SessionId) -> Substitution | None:
        """The ask that speaks for a meeting: the latest that names it, in any state."""
        ...

    async def concerning(self, person: PersonId) -> Sequence[Substitution]:
        """Every ask of hers and to her, in any state, by id."""
        ...

    async def standing_in(self, since: datetime) -> Sequence[PersonId]:
        """Who was asked, or has agreed, to lead an open meeting that starts after `since`, by id."""
        ...

    async def answer(self, substitution: SubstitutionId, before: Answer, after: Answer, now: datetime) -> bool:
        """Compare and set; refused and withdrawn asks hold their meetings no more. Of what is given back after an
        agreement nobody above was told yet."""
        ...

    async def waiting_above(self, now: datetime, until: datetime) -> Sequence[tuple[Substitution, Session]]:
        """Asks without an agreement, each with an open meeting in (`now`, `until`] of which nobody above was told
        yet; refused ones too, unless another was asked."""
        ...

    async def tell_above(self, substitution: SubstitutionId, session: SessionId, now: datetime) -> None:
        """Note that the level above was asked about this meeting."""
        ...

    async def told_above(self, substitution: SubstitutionId) -> Collection[SessionId]:
        """Of which of its meetings the level above was asked."""
        ...

    async def sessions(self, ids: Collection[SessionId]) -> Sequence[Session]:
        """Rows of meetings, by start."""
        ...

    async def hosted(self, host: PersonId, since: datetime, until: datetime) -> Sequence[Session]:
        """Open meetings that end after `since` and start before `until`, led by `host` in another's slot."""
        ...

    async def led(self, people: Collection[PersonId], since: datetime, until: datetime) -> Sequence[Session]:
        """Open meetings that end after `since` and start before `until`, led by one of `people` in any slot."""
        ...

    async def pass_to(self, session: SessionId, host: PersonId) -> None:
        """Let somebody else lead a meeting."""
        ...

    async def rows_of_slot(self, slot: SlotId, since: datetime) -> Sequence[Session]:
        """Rows of a slot from `since` on in any state, by start."""
        ...

    async def shift(self, session: Session, to: Occurrence) -> None:
        """Let a row stand at another time of its slot."""
        ...

    async def take_zone(self, slot: SlotId, zone: str) -> None:
        """Give a slot another zone; instants from which meetings have moved keep their hour on the wall."""
        ...

    async def leave_mark(self, session: Session) -> None:
        """Before a shift: nothing meets any more where it stands now, and old buttons find the way."""
        ...

    async def moved_to(self, key: SessionKey) -> SessionKey | None:
        """Where the meeting of an old button is now."""
        ...

    async def fall(self, session: SessionId, now: datetime) -> None:
        """Note that a cancelled meeting fell with a called-off day."""
        ...

    async def fallen(self, slots: Collection[SlotId], since: datetime) -> Sequence[tuple[Session, datetime]]:
        """Meetings that fell and are cancelled still, each with the instant."""
        ...

    async def rise(self, session: SessionId) -> bool:
        """Open a fallen meeting again, without anybody in it; False when it was not there any more."""
        ...

    async def fell_with(self, session: SessionId, fell: datetime) -> Sequence[Booking]:
        """Bookings that ended as their meeting fell."""
        ...

    async def revive(self, booking: BookingId, now: datetime) -> bool:
        """Let such a booking be live again; its seats are counted by `take_seat`."""
        ...


class AbsenceWork(ConsultationWork, PlacesAndLands, Protocol):
    """A unit that has consultations, the places of people, and called-off days."""

    @property
    def absences(self) -> AbsenceStore:
        """Absences and what leaves its rule."""
        ...

    @property
    def calendars(self) -> CalendarStore:
        """Working days, and weekly days of territories."""
        ...

    @property
    def called_off(self) -> CalledOffStore:
        """«Актированные дни»."""
        ...

    @property
    def readers(self) -> ReaderBook:
        """When people sleep."""
        ...

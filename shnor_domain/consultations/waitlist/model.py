"""Places in the queue of a meeting; seats held for it and offers of them are those of every queue."""

from dataclasses import dataclass
from datetime import datetime

from shnor_domain.consultations.model import SessionId, SessionKey
from shnor_domain.identity import PersonId, SubjectId
from shnor_domain.seats.model import WaitingId, WaitState


@dataclass(frozen=True, slots=True)
class Waiting:
    """One person in the queue of one meeting; the lower `id` is asked first. `topic` is the question that goes along
    into the booking."""

    id: WaitingId
    session: SessionId
    key: SessionKey
    ends: datetime
    host: PersonId
    subject: SubjectId
    person: PersonId
    topic: str | None
    state: WaitState
    joined: datetime

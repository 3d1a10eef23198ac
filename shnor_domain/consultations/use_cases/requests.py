"""A teacher asks for a consultation where no weekly day is (R149)."""

from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.consultations.rules import clean_topic
from shnor_domain.consultations.use_cases.offers import require_place
from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.identity import SCHOOL_ROLES, Actor, SubjectId
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class AskForConsultation:
    """Who works in a school; hosts of the subject see how many wait, and the person is told when a slot appears.

    Refused: `NotAllowed`, `NotFound` for a subject that is in no catalogue, `Invalid("topic", …)`.
    """

    write: Opens[ConsultationWork]
    clock: Clock

    async def __call__(self, actor: Actor, subject: SubjectId, topic: str | None) -> bool:
        """True when the wish is new, False when it waited already and its topic was renewed; a topic has at most 300
        characters."""
        require_place(actor)
        place = next((place for place in actor.places if place.verified and place.role in SCHOOL_ROLES), None)
        if actor.person is None or place is None:
            raise NotAllowed
        line = clean_topic(topic)
        operation = f"ask:{subject}"
        async with self.write() as work:
            if (done := await work.applied.result(operation)) is not None:
                return done == "new"
            if subject not in await work.directory.subjects():
                raise NotFound
            now = self.clock.now()
            new = await work.consultation_requests.add(actor.person, subject, place.territory, line, now)
            await work.applied.save(operation, "new" if new else "renewed")
            return new


@dataclass(frozen=True, slots=True)
class WithdrawRequest:
    """The person who asked."""

    write: Opens[ConsultationWork]

    async def __call__(self, actor: Actor, subject: SubjectId) -> None:
        """End the wish; `NotFound` when there is none."""
        operation = f"unask:{subject}"
        async with self.write() as work:
            if await work.applied.result(operation) is not None:
                return
            if actor.person is None or not await work.consultation_requests.withdraw(actor.person, subject):
                raise NotFound
            await work.applied.save(operation, "done")

"""What of the seminar goes with a person, or with a place of hers (rule 10)."""

from datetime import datetime

from shnor_domain.identity import SCHOOL_ROLES, PersonId
from shnor_domain.people.model.places import KeptPlace
from shnor_domain.people.use_cases.rights import in_force_now
from shnor_domain.seminars.ports import SeminarWork


async def on_person_leaves(work: SeminarWork, person: PersonId, now: datetime) -> None:
    """Her wishes go; of what a request has taken along the number stays, without her and her words."""
    await work.seminar_wishes.forget(person)


async def on_place_ends(work: SeminarWork, kept: KeptPlace, now: datetime) -> None:
    """What she wished for in the school is wished for no more, unless another place of hers is there."""
    school = kept.place.territory.school
    if school is None or kept.place.role not in SCHOOL_ROLES:
        return
    others = await in_force_now(work, kept.person, now)
    if not any(
        place.id != kept.place.id and place.role in SCHOOL_ROLES and place.territory.school == school
        for place in others
    ):
        await work.seminar_wishes.withdraw_of(kept.person, school)


async def contribute(work: SeminarWork, person: PersonId) -> dict[str, object]:
    """Her wishes as JSON values for /privacy: the instant in ISO 8601, the topic, what became of it."""
    return {
        "topic_wishes": [
            {"created": wish.made.isoformat(), "topic": wish.topic, "state": wish.state.value}
            for wish in await work.seminar_wishes.of(person)
        ]
    }

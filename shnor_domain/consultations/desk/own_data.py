"""What the desk keeps of a person: shown to her, and gone with her (product.md, rule 10)."""

from datetime import datetime

from shnor_domain.consultations.desk.ports import DeskWork
from shnor_domain.identity import PersonId


async def on_person_leaves(work: DeskWork, person: PersonId, now: datetime) -> None:
    """Her letters are gone, and what her calendar was told; how many letters a meeting had stays."""
    await work.letters.forget(person)
    await work.calendar_files.forget(person)


async def contribute(work: DeskWork, person: PersonId) -> dict[str, object]:
    """Her letters to who was booked, verbatim, instants in ISO 8601."""
    return {
        "letters": [
            {"sent": letter.sent.isoformat(), "text": letter.text, "people": letter.told}
            for letter in await work.letters.of_host(person)
        ]
    }

"""A person's own part of the videos, for /privacy (rule 10)."""

from datetime import datetime

from shnor_domain.consultations.videos.ports import VideoWork
from shnor_domain.identity import PersonId


async def contribute(work: VideoWork, person: PersonId) -> dict[str, object]:
    """Videos that she has put in as JSON values, her own words verbatim."""
    return {
        "videos": [
            {
                "video_title": each.shown.title,
                "topic": each.shown.topic,
                "link": each.shown.link,
                "text": each.shown.summary,
            }
            for each in await work.videos.of_author(person)
        ]
    }


async def on_person_leaves(work: VideoWork, person: PersonId, now: datetime) -> None:
    """Videos are the territory's material and stay, without a name."""
    await work.videos.forget(person)

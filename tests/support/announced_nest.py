"""An announcement in the nest that strangers are tried against: told by the coordinator, read by the teacher."""

from datetime import timedelta
from typing import Any

from sqlalchemy import update

from shnor_domain.announcements.audience import Audience
from shnor_domain.announcements.content import Content, KeptFile
from shnor_domain.announcements.model import Draft, Start
from shnor_domain.announcements.use_cases.announcing import Announce
from shnor_domain.announcements.use_cases.carrying import CarryOnAnnouncements
from shnor_domain.announcements.use_cases.changing import RecallAnnouncement
from shnor_domain.storage.schema.notifications import notification
from tests.support.announced import as_coordinator
from tests.support.evidence_files import BodiesHere

DAY = timedelta(days=1)


async def lay_announcement(nest: Any, secret: str) -> None:
    """Delivered to all of the municipality, acknowledged by nobody."""
    village = nest.village
    content = Content(
        f"{secret}: сбор в пятницу", KeptFile("a.jpg", f"{secret}.jpg"), KeptFile("b.pdf", f"{secret}.pdf"),
        acknowledge=True,
    )  # fmt: skip
    files = {"announcement_files": BodiesHere()}
    draft = Draft(as_coordinator(village.municipality), Audience(), content)
    nest.ids["announcement"] = await village.use(Announce, **files)(nest.near["coordinator"], draft)
    await village.use(CarryOnAnnouncements)()
    sent = {"state": "sent", "wake": None, "sent_at": village.clock.now(), "message_ref": "1:1"}
    async with village.database.write() as connection:
        await connection.execute(update(notification).where(notification.c.kind == "announcement").values(**sent))
    await village.use(CarryOnAnnouncements)()
    unsaid = Draft(as_coordinator(village.municipality), Audience(), Content(f"{secret}: отозвано"))
    nest.ids["announcement recalled"] = await village.use(Announce, **files)(nest.near["coordinator"], unsaid)
    await village.use(CarryOnAnnouncements)()
    await village.use(RecallAnnouncement)(nest.near["coordinator"], nest.ids["announcement recalled"])
    await village.use(CarryOnAnnouncements)()
    later = Draft(as_coordinator(village.municipality), Audience(), Content(secret), Start(at=village.clock.at + DAY))
    nest.ids["announcement put off"] = await village.use(Announce, **files)(nest.near["coordinator"], later)

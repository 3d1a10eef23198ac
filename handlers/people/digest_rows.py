"""Applications as rows of the digest of those who decide: the reminder, and the next level that has it too (P1)."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from handlers.people.callbacks import OpenApplication
from handlers.people.notices import PeopleNotices
from shnor_domain.messaging import Button
from shnor_domain.notifications.kinds import DigestKind
from shnor_domain.notifications.model import KindPolicy, Line, Part, Reader, StoredNotice
from shnor_domain.people.model.applications import Application, ApplicationId
from shnor_domain.people.ports import PeopleWork
from shnor_domain.people.use_cases.levels import take_step
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class ApplicationRows:
    """`notices` tell who it is about, and whether she still waits for this reader."""

    notices: PeopleNotices
    write: Opens[PeopleWork]

    def kinds(self) -> tuple[DigestKind, ...]:
        """Both read alike: what counts is that it waits."""
        return (
            DigestKind(KindPolicy("application-reminder", digest=True), self.still_waits, self.line),
            DigestKind(KindPolicy("application-moved-up", digest=True), self.still_waits, self.line),
        )

    async def still_waits(self, row: StoredNotice, now: datetime) -> bool | datetime:
        """As for a message of its own. A step that is due is taken first, so that who reads of it may decide."""
        application = await self._application(row)
        if application is not None and application.step_due is not None and application.step_due <= now:
            await take_step(self.write, application.id, now)
        return await self.notices.still_waits(row, now)

    async def line(self, row: StoredNotice, reader: Reader) -> Line:
        """By the day it was sent: one's own things go by date (L8)."""
        application, texts = await self._application(row), self.notices.texts
        if application is None:
            return Line(Part.WAITING, texts("notice-gone"))
        who = await self.notices.who(row, application.person, application.role, application.territory)
        day = application.created.astimezone(ZoneInfo(reader.zone)).date()
        return Line(
            Part.WAITING,
            texts("digest-application", day=day, **who),
            Button(who["name"], OpenApplication(application=application.id).pack()),
            (day, application.id),
        )

    async def _application(self, row: StoredNotice) -> Application | None:
        async with self.notices.read() as work:
            return await work.applications.get(ApplicationId(int(row.notice.payload["application"] or 0)))

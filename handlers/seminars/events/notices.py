"""What schools are told of events, read anew as it goes."""

from dataclasses import dataclass

from handlers.seminars.programme.callbacks import OpenEvent
from handlers.seminars.requests.callbacks import OpenRequest
from handlers.seminars.requests.views import SCHOOL, short
from handlers.shell.fitting import fit
from handlers.texts import Texts
from handlers.texts.times import date_and_clock
from shnor_domain.errors import NotFound
from shnor_domain.messaging import Button, Message
from shnor_domain.notifications.kinds import DigestKind, Kind
from shnor_domain.notifications.model import Face, Line, Part, Reader, StoredNotice
from shnor_domain.seminars.events import notices as told
from shnor_domain.seminars.events.telling import checks, event_of
from shnor_domain.seminars.events.work import EventWork
from shnor_domain.seminars.requests.telling import support_of
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class SeminarEventNotices:
    """Views of one installation."""

    texts: Texts
    read: Opens[EventWork]

    def kinds(self) -> tuple[Kind | DigestKind, ...]:
        """Every policy with its check and its view."""
        still = checks(self.read)
        return tuple(
            DigestKind(policy, still[policy.kind], self.host_gone)
            if policy.digest
            else Kind(policy, still[policy.kind], self.called_off)
            for policy in told.POLICIES
        )

    async def called_off(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To a school: its request is open again."""
        async with self.read() as work:
            support = await work.request_supports.get(support_of(row.notice))
            event = await work.seminar_events.get(event_of(row.notice))
            if support is None or event is None:
                raise NotFound
            school = (await work.seminar_directory.schools([support.school]))[support.school]
        text = self.texts("notice-sev-off", title=short(event.terms.title), school=fit(school.name, SCHOOL))
        if face is Face.PAST:
            return Message(text)
        data = OpenRequest(request=support.request).pack()
        return Message(text, ((Button(self.texts.button("btn-notice-sreq"), data),),))

    async def host_gone(self, row: StoredNotice, reader: Reader) -> Line:
        """To who runs the seminar: which event, and when its next lesson is, on the reader's clock."""
        async with self.read() as work:
            event = await work.seminar_events.get(event_of(row.notice))
        ahead = [] if event is None else [each for each in event.open_lessons if each.ends > row.notice.due]
        if event is None or not ahead:
            raise NotFound
        lesson = ahead[0]
        at = date_and_clock(self.texts, lesson.starts, reader.zone)
        text = self.texts("digest-sev-no-host", title=short(event.terms.title), at=at)
        label = self.texts.button("btn-digest-sev-no-host", title=event.terms.title)
        button = Button(label, OpenEvent(event=event.id).pack())
        order = (lesson.starts.isoformat(), int(event.id))
        return Line(Part.WAITING, text, button, order, about=f"{told.HOST_GONE}:{event.id}")

"""«Как вам мероприятие?» in words: silent."""

from dataclasses import dataclass

from handlers.seminars.rating.callbacks import OpenRating
from handlers.seminars.requests.views import short
from handlers.texts import Texts
from shnor_domain.errors import NotFound
from shnor_domain.messaging import Button, Message
from shnor_domain.notifications.kinds import Kind
from shnor_domain.notifications.model import Face, Reader, StoredNotice
from shnor_domain.seminars.events.telling import event_of
from shnor_domain.seminars.rating.notices import POLICIES
from shnor_domain.seminars.rating.ports import RatingWork
from shnor_domain.seminars.rating.telling import checks
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class RatingNotices:
    """Views of one installation."""

    texts: Texts
    read: Opens[RatingWork]

    def kinds(self) -> tuple[Kind, ...]:
        """Every policy with its check and its view."""
        still = checks(self.read)
        return tuple(Kind(policy, still[policy.kind], self.asked) for policy in POLICIES)

    async def asked(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """Which event; once it may be rated no more, without the button."""
        async with self.read() as work:
            event = await work.seminar_events.get(event_of(row.notice))
        if event is None:
            raise NotFound
        text = self.texts("notice-srate", title=short(event.terms.title))
        if face is not Face.NEW:
            return Message(text)
        data = OpenRating(event=event.id).pack()
        return Message(text, ((Button(self.texts.button("btn-srate"), data),),), silent=True)

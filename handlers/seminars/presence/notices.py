"""«Как прошло занятие?» in words: silent, with the two answers that most lessons need."""

from dataclasses import dataclass

from handlers.consultations.reader_eyes import ReaderEyes
from handlers.seminars.presence.callbacks import AllCameToLesson, MarkOneLesson
from handlers.seminars.requests.views import short
from handlers.seminars.signing.views import look_of_reader
from handlers.texts import times as words
from shnor_domain.messaging import Button, Message
from shnor_domain.notifications.kinds import Kind
from shnor_domain.notifications.model import Face, Reader, StoredNotice
from shnor_domain.seminars.presence.notices import POLICIES
from shnor_domain.seminars.presence.ports import PresenceWork
from shnor_domain.seminars.presence.telling import AskedOfLesson, checks
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class PresenceNotices:
    """The view of one kind."""

    read: Opens[PresenceWork]
    reader_eyes: ReaderEyes

    def kinds(self) -> tuple[Kind, ...]:
        """The policy with its check and its view."""
        still = checks(self.read)
        return tuple(Kind(policy, still[policy.kind], self.how_was_it) for policy in POLICIES)

    async def how_was_it(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """Which lesson, how many were signed up; once it is marked, that it is, and the way to correct it."""
        look, asked = look_of_reader(await self.reader_eyes(reader)), await AskedOfLesson(self.read)(row)
        title, mark = short(asked.event.terms.title), MarkOneLesson(lesson=asked.lesson.id).pack()
        if face is not Face.NEW:
            day = words.date_and_clock(look.texts, asked.lesson.starts, look.zone)
            if face is Face.PAST or asked.mark is None:
                return Message(look.texts("notice-scame-over", title=title, day=day))
            text = look.texts("notice-scame-marked", title=title, day=day)
            return Message(text, ((Button(look.texts.button("btn-notice-correct"), data=mark),),))
        text = look.texts(
            "notice-scame-how",
            title=title,
            at=look.moment(asked.lesson.starts, asked.event.zone),
            people=asked.people,
        )
        everybody = Button(look.texts.button("btn-marking-all"), data=AllCameToLesson(lesson=asked.lesson.id).pack())
        return Message(text, ((everybody, Button(look.texts.button("btn-marking-some"), data=mark)),), silent=True)

"""«Как прошло?» in words: silent, with the two answers that most meetings need."""

from dataclasses import dataclass

from handlers.consultations.reader_eyes import ReaderEyes
from handlers.consultations.views import when
from handlers.schedule.attendance.callbacks import AllCame, MarkMeeting
from handlers.texts import times as words
from shnor_domain.consultations.attendance.notices import POLICIES
from shnor_domain.consultations.attendance.ports import AttendanceWork
from shnor_domain.consultations.attendance.telling import AskedFacts, checks
from shnor_domain.messaging import Button, Message
from shnor_domain.notifications.kinds import Kind
from shnor_domain.notifications.model import Face, Reader, StoredNotice
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class AttendanceNotices:
    """The view of one kind."""

    read: Opens[AttendanceWork]
    reader_eyes: ReaderEyes

    def kinds(self) -> tuple[Kind, ...]:
        """The policy with its check and its view."""
        still = checks(self.read)
        return tuple(Kind(policy, still[policy.kind], self.how_was_it) for policy in POLICIES)

    async def how_was_it(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """Which meeting, how many were booked; once it is marked, that it is, and the way to correct it."""
        facts, eyes = await AskedFacts(self.read)(row.notice), await self.reader_eyes(reader)
        key = facts.session.key
        named = {"slot": key.slot, "minute": int(key.starts.timestamp()) // 60}
        mark = MarkMeeting(**named).pack()
        if face is not Face.NEW:
            day = words.date_and_clock(eyes.texts, key.starts, eyes.zone)
            if face is Face.PAST or facts.mark is None:
                return Message(eyes.texts("notice-how-over", day=day))
            return Message(
                eyes.texts("notice-how-marked", day=day),
                ((Button(eyes.texts.button("btn-notice-correct"), data=mark),),),
            )
        text = eyes.texts(
            "notice-how-was-it",
            subject=facts.of.subject,
            when=when(eyes, facts.of, key.starts),
            people=facts.people,
        )
        everybody = Button(eyes.texts.button("btn-marking-all"), data=AllCame(**named).pack())
        return Message(text, ((everybody, Button(eyes.texts.button("btn-marking-some"), data=mark)),), silent=True)

"""«Нет ссылки» to a host, in words; the button leads to where the link is typed."""

from dataclasses import dataclass

from handlers.consultations.callbacks import GiveLink
from handlers.consultations.reader_eyes import ReaderEyes
from handlers.consultations.views import day_word, when
from handlers.texts import times as words
from shnor_domain.consultations.link_missing import POLICIES, LinkIsMissing, lacks_link
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.consultations.reminding import SessionFacts, starts_of
from shnor_domain.messaging import Button, Message
from shnor_domain.notifications.kinds import Kind
from shnor_domain.notifications.model import Face, Reader, StoredNotice
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class LinkNotices:
    """The view of one kind."""

    read: Opens[ConsultationWork]
    reader_eyes: ReaderEyes

    def kinds(self) -> tuple[Kind, ...]:
        """The policy with its check and its view."""
        [policy] = POLICIES
        return (Kind(policy, LinkIsMissing(self.read), self.link_missing),)

    async def link_missing(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """Which meeting, how many wait for the link; once it was sent, that it was (N4)."""
        facts, eyes = await SessionFacts(self.read)(row.notice), await self.reader_eyes(reader)
        starts = starts_of(row.notice)
        if face is not Face.NEW:
            became = "past" if face is Face.PAST else "off" if lacks_link(facts.of.slot, facts.session) else "sent"
            day = words.date_and_clock(eyes.texts, starts, eyes.zone)
            return Message(eyes.texts("notice-link-missing-over", became=became, day=day))
        text = eyes.texts(
            "notice-link-missing",
            day=day_word(eyes, starts),
            subject=facts.of.subject,
            when=when(eyes, facts.of, starts),
            people=facts.people,
        )
        data = GiveLink(slot=facts.session.key.slot, minute=int(starts.timestamp()) // 60).pack()
        return Message(text, ((Button(eyes.texts.button("btn-notice-give-link"), data=data),),))

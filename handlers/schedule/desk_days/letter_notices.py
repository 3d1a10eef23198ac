"""A host's letter as a notice: who is booked may answer it by a question."""

from dataclasses import dataclass

from handlers.consultations.callbacks import OpenBooking
from handlers.consultations.reader_eyes import ReaderEyes
from handlers.questions.callbacks import AskInWriting
from handlers.schedule.desk_days.letter import letter_words
from shnor_domain.consultations.desk.notices import POLICIES, LetterFacts, LetterStands
from shnor_domain.consultations.desk.ports import DeskWork
from shnor_domain.messaging import Button, Message
from shnor_domain.notifications.kinds import Kind
from shnor_domain.notifications.model import Face, Reader, StoredNotice
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class LetterNotices:
    """The view of one kind."""

    read: Opens[DeskWork]
    reader_eyes: ReaderEyes

    def kinds(self) -> tuple[Kind, ...]:
        """The policy with its check and its view."""
        [policy] = POLICIES
        return (Kind(policy, LetterStands(self.read), self.letter),)

    async def letter(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """What the host has written, of which meeting, and the way to ask."""
        (letter, card), eyes = await LetterFacts(self.read)(row.notice), await self.reader_eyes(reader)
        text = letter_words(eyes, card.of, card.booking.key, letter.text)
        booking = Button(eyes.texts.button("btn-notice-booking"), data=OpenBooking(booking=card.booking.id).pack())
        ask = Button(eyes.texts.button("btn-letter-ask"), data=AskInWriting(booking=card.booking.id).pack())
        return Message(text, ((ask,), (booking,)))

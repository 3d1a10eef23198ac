"""A question about a booking follows its meeting: to who leads it now, and for two working days beyond it."""

from dataclasses import replace
from datetime import datetime

from shnor_domain.questions import notices
from shnor_domain.questions.model import Question
from shnor_domain.questions.people import Answering
from shnor_domain.questions.ports import MeetingOfBooking, QuestionWork
from shnor_domain.questions.rules import PATIENCE
from shnor_domain.questions.telling import to_queue


async def meeting_ahead(work: QuestionWork, question: Question, now: datetime) -> MeetingOfBooking | None:
    """The live booking that it is about, while they meet still and somebody else than its asker leads the meeting."""
    if question.booking is None:
        return None
    meeting = await work.meetings_asked.of_booking(question.booking)
    if meeting is None or meeting.ends <= now or meeting.host == question.asker:
        return None
    return meeting


async def follow_meeting(work: QuestionWork, question: Question, now: datetime) -> bool:
    """Move an open question about a booking to where it belongs; False where it is there already. A booking that
    comes back takes its question along (a day called off that is restored)."""
    meeting = await meeting_ahead(work, question, now)
    if meeting is None:
        return not question.parted and await _part(work, question, now)
    if question.holder == meeting.host and question.due is None:
        return False
    await work.questions.save(replace(question, holder=meeting.host, due=None))
    await work.notices.cancel(notices.parted_of(question.id), now)
    if question.holder != meeting.host:
        await work.notices.plan(notices.told(notices.HANDED, question.id, meeting.host, now))
    return True


async def _part(work: QuestionWork, question: Question, now: datetime) -> bool:
    """They have met, or will not: whoever led has it for two working days more, as any other that he has taken, and
    its asker is asked what has become of it. Who may answer no more gives it to the queue."""
    answering = Answering(work, now)
    holder = question.holder
    if holder is None or question.asker is None or not await answering.stands(question, holder):
        await to_queue(work, question, now)
        return True
    due = await answering.end_of(question.where, PATIENCE)
    kept = replace(question, due=due, first_due=due if question.first_answer is None else question.first_due)
    await work.questions.save(kept)
    booking = await work.meetings_asked.of_booking(question.booking or 0)
    met = booking is not None and booking.ends <= now
    await work.notices.plan(notices.parted(kept, question.asker, now, met=met))
    return True

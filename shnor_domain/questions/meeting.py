"""A question about a booking follows its meeting: to who leads it now, and to the queue once they meet no more."""

from dataclasses import replace
from datetime import datetime

from shnor_domain.questions import notices
from shnor_domain.questions.model import Question
from shnor_domain.questions.ports import MeetingOfBooking, QuestionWork
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
    """Move an open question about a booking to where it belongs; False where it is there already."""
    meeting = await meeting_ahead(work, question, now)
    if meeting is None:
        await to_queue(work, question, now)
        return True
    if question.holder == meeting.host:
        return False
    await work.questions.save(replace(question, holder=meeting.host))
    await work.notices.plan(notices.told(notices.HANDED, question.id, meeting.host, now))
    return True

"""What askers, those who answer and coordinators find in the menu."""

from typing import Any

from aiogram_dialog import DialogManager

from handlers.menu.entries import Entry, Group, Section, having
from handlers.questions.states import Answer, Ask, Watch
from handlers.shell import given, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.identity import SCHOOL_ROLES, Actor, Role
from shnor_domain.questions.audience import ANSWERING
from shnor_domain.questions.people import WATCHING
from shnor_domain.questions.use_cases.answering import CountQuestions, ToAnswer
from shnor_domain.questions.use_cases.watching import CountLateQuestions

_BY_TRADE = (Role.METHODIST, Role.TUTOR)
_COUNTED = "questions_to_answer"


async def _to_answer(manager: DialogManager) -> ToAnswer:
    """The menu asks several times, the database once an update."""
    data = manager.middleware_data
    if _COUNTED not in data:
        data[_COUNTED] = await (await given(manager, CountQuestions))(actor_of(manager))
    found: ToAnswer = data[_COUNTED]
    return found


async def waiting_count(dialog_manager: DialogManager, **_: Any) -> int:
    """How many she may answer now."""
    return (await _to_answer(dialog_manager)).waiting


async def answers(dialog_manager: DialogManager, **_: Any) -> bool:
    """Methodists and tutors always; all others once something waits for them, or was answered by them."""
    if actor_of(dialog_manager).has(*_BY_TRADE):
        return True
    return (await _to_answer(dialog_manager)).known


async def waiting(dialog_manager: DialogManager, **_: Any) -> str | None:
    """«Ждут ответа: 3 вопроса», None for whom nothing waits."""
    if not actor_of(dialog_manager).has(*ANSWERING):
        return None
    count = (await _to_answer(dialog_manager)).waiting
    return texts_of(dialog_manager)("menu-questions", count=count) if count else None


async def late_count(dialog_manager: DialogManager, **_: Any) -> int:
    """How many nobody has answered in time: a coordinator may hand them on."""
    return await (await given(dialog_manager, CountLateQuestions))(actor_of(dialog_manager))


def only_observes(actor: Actor) -> bool:
    """An observer reads figures; a coordinator has them behind what waits."""
    return actor.has(Role.OBSERVER) and not actor.has(*WATCHING)


ENTRIES = (
    Entry("ask", Ask.topic, having(*SCHOOL_ROLES), Section.FIRST),
    Entry("questions", Answer.queue, having(*ANSWERING), Section.HOST, count=waiting_count, shown=answers),
    Entry("watch", Watch.topics, having(*WATCHING), Section.TERRITORY, groups=(Group.CONSULTATIONS,)),
    Entry("replies", Watch.figures, only_observes, Section.TERRITORY, groups=(Group.CONSULTATIONS,)),
)
WAITING = (Entry("waits-questions", Watch.topics, having(*WATCHING), Section.SCHOOL, count=late_count),)
HEADLINES = (waiting,)

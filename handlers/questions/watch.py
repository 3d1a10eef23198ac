"""«Вопросы школ»: what waits in a territory by topic, without a word of what was asked; handing to another."""

from typing import Any

from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import SwitchTo

from handlers.people.eyes import named_schools
from handlers.questions import figures
from handlers.questions.states import Watch
from handlers.questions.words import Spoken, since_word, spoken, topic_of
from handlers.registration.views import place_words
from handlers.shell import Choice, Screen, T, back_button, choices, given, menu_button, tell
from handlers.shell.acting import actor_of
from handlers.shell.fitting import fit
from handlers.shell.turning import Turning, turn, turned_to
from handlers.texts import Safe
from shnor_domain.identity import PersonId
from shnor_domain.people.model.person import Person
from shnor_domain.questions.model import Question, QuestionId, QuestionState
from shnor_domain.questions.use_cases.watching import HandQuestion, OpenQuestions, OpenQuestionsOf, WatchedQuestion
from shnor_domain.territories.paging import page_of

TOPICS, LIST = "topics", "waiting"
_PLACE = 80


async def on_start(data: Any, manager: DialogManager) -> None:
    """A notice's button starts with its question."""
    if isinstance(data, dict):
        manager.dialog_data.update(data)


async def topics(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Counts by topic."""
    eyes = await spoken(dialog_manager)
    found = await (await given(dialog_manager, OpenQuestions))(actor_of(dialog_manager))
    page = page_of(sorted(found, key=lambda one: eyes.topic(one.topic)), turned_to(dialog_manager, TOPICS))
    lines = [
        eyes.texts(
            "question-watch-topic", topic=eyes.topic(one.topic), waiting=one.waiting, taken=str(one.taken),
            late=str(one.late), lates=one.late > 0,
        )
        for one in page.rows
    ]  # fmt: skip
    return {
        "lines": Safe("\n".join(lines)),
        "none": not page.total,
        TOPICS: [
            Choice(one.topic.code, eyes.texts.button("btn-question-subject", subject=eyes.topic(one.topic)))
            for one in page.rows
        ],
        "page": page.number,
        "pages": page.pages,
    }


async def on_topic(manager: DialogManager, code: str) -> None:
    """Those of one topic."""
    manager.dialog_data["topic"] = topic_of(code).code
    turn(manager, LIST)
    await manager.switch_to(Watch.list)


async def waiting(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of one topic, the longest waiting first."""
    eyes, topic = await spoken(dialog_manager), topic_of(dialog_manager.dialog_data.get("topic"))
    found = await (await given(dialog_manager, OpenQuestionsOf))(actor_of(dialog_manager), topic)
    page = page_of(found, turned_to(dialog_manager, LIST))
    schools = await named_schools(
        dialog_manager, [each.question.where.school for each in page.rows if each.question.where.school]
    )
    lines, buttons = [], []
    for number, each in enumerate(page.rows, page.number * 8 + 1):
        school = each.question.where.school
        where = "" if school is None else place_words(eyes.texts, schools[school])
        day, held = since_word(eyes, each.question), _held(eyes, each.question, each.holder)
        lines.append(eyes.texts("question-watch-row", number=str(number), where=fit(where, _PLACE), day=day, **held))
        buttons.append(
            Choice(each.question.id, eyes.texts.button("btn-question-watch-row", number=str(number), day=day))
        )
    return {
        "topic": eyes.topic(topic),
        "lines": Safe("\n".join(lines)),
        "none": not page.total,
        LIST: buttons,
        "page": page.number,
        "pages": page.pages,
    }


def _held(eyes: Spoken, question: Question, holder: Person | None) -> dict[str, str]:
    """Who has it, and until the end of which day; «parted» is what has waited for a meeting that is over."""
    waits = question.state is QuestionState.OPEN
    if not waits or question.holder is None:
        return {"state": question.state.value, "name": "", "until": ""}
    until = "" if question.due is None else eyes.texts.plain("question-day", day=eyes.last_day(question.due))
    state = "parted" if question.parted else "taken" if until else "meets"
    return {"state": state, "name": eyes.name(holder), "until": until}


async def on_question(manager: DialogManager, question: int) -> None:
    """Open one."""
    manager.dialog_data["question"] = question
    await manager.switch_to(Watch.card)


def _which(manager: DialogManager) -> QuestionId:
    return QuestionId(int(manager.dialog_data["question"]))


async def card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Who has it, and who else could answer."""
    eyes = await spoken(dialog_manager)
    found = await (await given(dialog_manager, WatchedQuestion))(actor_of(dialog_manager), _which(dialog_manager))
    question, school = found.question, found.question.where.school
    dialog_manager.dialog_data.setdefault("topic", question.topic.code)
    where = "" if school is None else place_words(eyes.texts, (await named_schools(dialog_manager, [school]))[school])
    return {
        "topic": eyes.topic(question.topic),
        "where": fit(where, _PLACE),
        "day": since_word(eyes, question),
        **_held(eyes, question, found.holder),
        "people": [Choice(each.id, eyes.name(each)) for each in found.able],
        "able": question.state is QuestionState.OPEN and bool(found.able),
    }


async def on_person(manager: DialogManager, person: int) -> None:
    """Hers from now on."""
    await manager.switch_to(Watch.card)
    await (await given(manager, HandQuestion))(actor_of(manager), _which(manager), PersonId(person))
    eyes = await spoken(manager)
    tell(manager, eyes.texts("question-handed"))


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("question-watch-none", when="none"),
            T("question-watch", "lines", when=lambda data, *_: not data["none"]),
            choices(TOPICS, on_topic, str),
            Turning(TOPICS),
            SwitchTo(T("btn-question-figures"), id="figures", state=Watch.figures),
            menu_button(),
            state=Watch.topics,
            getter=topics,
        ),
        Screen(
            T("question-watch-none", when="none"),
            T("question-watch-list", "topic", "lines", when=lambda data, *_: not data["none"]),
            choices(LIST, on_question, int),
            Turning(LIST),
            back_button(Watch.topics),
            menu_button(),
            state=Watch.list,
            getter=waiting,
        ),
        Screen(
            T("question-watch-card", "topic", "where", "day", "state", "name", "until"),
            SwitchTo(T("btn-question-hand"), id="hand", state=Watch.hand, when="able"),
            back_button(Watch.list),
            menu_button(),
            state=Watch.card,
            getter=card,
        ),
        Screen(
            T("question-hand", "topic"),
            choices("people", on_person, int),
            back_button(Watch.card),
            state=Watch.hand,
            getter=card,
        ),
        figures.window(Watch.figures, Watch.topics, own=False),
        on_start=on_start,
        name="questions_watched",
    )

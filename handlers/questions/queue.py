"""«Вопросы»: what waits for an answer, who has it, and answering."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from handlers.people.eyes import named_schools
from handlers.questions import figures
from handlers.questions.files import file_buttons
from handlers.questions.states import Answer
from handlers.questions.thread import LATEST, THREAD, on_start, opens, thread_page, which
from handlers.questions.words import Spoken, since_word, spoken, standing
from handlers.questions.writing import Writer
from handlers.registration.views import place_words
from handlers.shell import Choice, Screen, T, back_button, choices, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from handlers.shell.fitting import fit
from handlers.shell.turning import Turning, turn, turned_to
from handlers.texts import Safe
from shnor_domain.questions.model import Question, QuestionState, Words
from shnor_domain.questions.seeing import Card
from shnor_domain.questions.use_cases.answering import (
    AnswerQuestion,
    QuestionQueue,
    ReturnQuestion,
    ShowQuestion,
    TakeQuestion,
)
from shnor_domain.territories.paging import page_of

LIST, DONE = "queue", "answered"
_PLACE = 80


async def queue(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Mine first, then those that anybody may take, then those that others have."""
    found = await (await given(dialog_manager, QuestionQueue))(actor_of(dialog_manager))
    eyes = await spoken(dialog_manager)
    people = found.people or {}
    rows = [("mine", each, "") for each in found.mine] + [("free", each, "") for each in found.free]
    for each in found.taken:
        rows.append(("taken", each, eyes.name(None if each.holder is None else people.get(each.holder))))
    return await _page(dialog_manager, eyes, LIST, rows)


async def answered(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What she has answered, the latest first."""
    found = await (await given(dialog_manager, QuestionQueue))(actor_of(dialog_manager))
    eyes = await spoken(dialog_manager)
    return await _page(dialog_manager, eyes, DONE, [(each.state.value, each, "") for each in found.answered])


async def _page(
    manager: DialogManager, eyes: Spoken, name: str, rows: list[tuple[str, Question, str]]
) -> dict[str, Any]:
    page = page_of(rows, turned_to(manager, name))
    schools = await named_schools(manager, [each.where.school for _, each, _ in page.rows if each.where.school])
    lines, buttons = [], []
    for number, (state, each, holder) in enumerate(page.rows, page.number * 8 + 1):
        where = "" if each.where.school is None else place_words(eyes.texts, schools[each.where.school])
        topic = eyes.topic(each.topic)
        lines.append(
            eyes.texts(
                "question-queue-row", number=str(number), topic=topic, where=fit(where, _PLACE),
                day=since_word(eyes, each), state=state, name=holder, meeting=each.booking is not None,
            )
        )  # fmt: skip
        buttons.append(Choice(each.id, eyes.texts.button("btn-question-row", number=str(number), topic=topic)))
    return {
        "lines": Safe("\n".join(lines)),
        "none": not page.total,
        name: buttons,
        "page": page.number,
        "pages": page.pages,
    }


async def card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """One page of the thread, and what she may do."""
    eyes, actor = await spoken(dialog_manager), actor_of(dialog_manager)
    found = await (await given(dialog_manager, ShowQuestion))(actor, which(dialog_manager))
    question = found.question
    mine, waits = question.holder == actor.person, question.state is QuestionState.OPEN
    return {
        "head": await _head(dialog_manager, eyes, found, mine=mine),
        **thread_page(dialog_manager, eyes, found),
        "free": waits and question.holder is None,
        "answers": waits and (mine or question.holder is None),
        "adds": mine and question.state is QuestionState.ANSWERED,
        "returns": mine and waits and question.booking is None,
    }


async def _whose(manager: DialogManager, eyes: Spoken, found: Card) -> Safe:
    question, school = found.question, found.question.where.school
    where = "" if school is None else place_words(eyes.texts, (await named_schools(manager, [school]))[school])
    asker = "" if question.asker is None else eyes.name(found.people.get(question.asker), asker=True)
    return eyes.texts("question-head", topic=eyes.topic(question.topic), where=where, name=asker, asked=bool(asker))


async def _head(manager: DialogManager, eyes: Spoken, found: Card, *, mine: bool) -> Safe:
    question = found.question
    lines = [
        await _whose(manager, eyes, found),
        standing(eyes, found, mine=False)
        if not mine
        else eyes.texts("question-yours", state=question.state.value, meeting=question.booking is not None),
    ]
    if mine and question.due is not None:
        lines.append(eyes.texts("question-due", day=eyes.texts.plain("question-day", day=eyes.last_day(question.due))))
    return Safe("\n".join(lines))


async def on_take(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """«Беру»; a refusal is shown on the card, which says who was first."""
    await (await given(manager, TakeQuestion))(actor_of(manager), which(manager))


async def on_return(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Back to the queue, and to its list."""
    await manager.switch_to(Answer.queue)
    await (await given(manager, ReturnQuestion))(actor_of(manager), which(manager))
    tell(manager, texts_of(manager)("question-returned"))


async def about(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Above the words of an answer: to whom they go."""
    eyes = await spoken(dialog_manager)
    found = await (await given(dialog_manager, ShowQuestion))(actor_of(dialog_manager), which(dialog_manager))
    return {"about": await _whose(dialog_manager, eyes, found)}


def _draft(manager: DialogManager) -> str:
    return f"answer:{which(manager)}"


async def send(manager: DialogManager, words: Words) -> None:
    """The answer; where somebody was first the words stay, and the card says who."""
    await (await given(manager, AnswerQuestion))(actor_of(manager), which(manager), words)
    turn(manager, THREAD, LATEST)
    await manager.switch_to(Answer.card)
    tell(manager, texts_of(manager)("question-answer-sent"))


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    writer = Writer(Answer.text, Answer.whole, "question-write-answer", send, about, _draft, Answer.card)
    return Dialog(
        Screen(
            T("question-queue-none", when="none"),
            T("question-queue", "lines", when=lambda data, *_: not data["none"]),
            choices(LIST, opens(Answer.card), int),
            Turning(LIST),
            SwitchTo(T("btn-question-answered"), id="answered", state=Answer.answered),
            SwitchTo(T("btn-question-figures"), id="figures", state=Answer.figures),
            menu_button(),
            state=Answer.queue,
            getter=queue,
        ),
        Screen(
            T("question-answered-none", when="none"),
            T("question-answered", "lines", when=lambda data, *_: not data["none"]),
            choices(DONE, opens(Answer.card), int),
            Turning(DONE),
            back_button(Answer.queue),
            menu_button(),
            state=Answer.answered,
            getter=answered,
        ),
        Screen(
            T("question-thread", "head", "words"),
            T("question-draft", "draft", when="drafted"),
            file_buttons(),
            Turning(THREAD),
            *writer.buttons(lambda data, *_: data["drafted"] and (data["answers"] or data["adds"])),
            Button(T("btn-question-take"), id="take", on_click=on_take, when="free"),
            SwitchTo(T("btn-question-answer"), id="answer", state=Answer.text, when="answers"),
            SwitchTo(T("btn-question-answer-more"), id="add", state=Answer.text, when="adds"),
            Button(T("btn-question-return"), id="return", on_click=on_return, when="returns"),
            back_button(Answer.queue),
            menu_button(),
            state=Answer.card,
            getter=(card, writer.unsent),
        ),
        *writer.windows(),
        figures.window(Answer.figures, Answer.queue, own=True),
        on_start=on_start,
        name="answer",
    )

"""«Мои вопросы»: what was asked, its thread, thanks, a further question."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager, StartMode
from aiogram_dialog.widgets.kbd import Button, Start, SwitchTo

from handlers.questions.files import file_buttons
from handlers.questions.states import Ask, Asked
from handlers.questions.thread import LATEST, THREAD, on_start, opens, thread_page, which
from handlers.questions.words import Spoken, since_word, spoken, standing
from handlers.questions.writing import Writer
from handlers.shell import Choice, Screen, T, back_button, cancel_button, choices, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turn, turned_to
from handlers.texts import Safe
from shnor_domain.questions.model import Question, QuestionState, Words
from shnor_domain.questions.rules import goes_on
from shnor_domain.questions.use_cases.going_on import AskOn, CloseQuestion
from shnor_domain.questions.use_cases.mine import MyQuestion, MyQuestions
from shnor_domain.questions.use_cases.parting import AfterMeeting, SayAfterMeeting
from shnor_domain.territories.paging import page_of

LIST = "asked"


async def all_mine(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Those that wait first, then the latest."""
    eyes = await spoken(dialog_manager)
    found = await (await given(dialog_manager, MyQuestions))(actor_of(dialog_manager))
    page = page_of(sorted(found, key=_closed), turned_to(dialog_manager, LIST))
    numbered = list(enumerate(page.rows, page.number * 8 + 1))
    return {
        "lines": Safe("\n".join(my_row(eyes, number, each) for number, each in numbered)),
        "none": not page.total,
        LIST: [
            Choice(each.id, eyes.texts.button("btn-question-row", number=str(number), topic=eyes.topic(each.topic)))
            for number, each in numbered
        ],
        "page": page.number,
        "pages": page.pages,
    }


def my_row(eyes: Spoken, number: int, question: Question) -> Safe:
    """One line: topic, day, what became of it."""
    return eyes.texts(
        "question-my-row",
        number=str(number),
        topic=eyes.topic(question.topic),
        day=since_word(eyes, question),
        state=question.state.value,
    )


def _closed(question: Question) -> bool:
    return question.state is QuestionState.CLOSED


async def card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """One page of the thread, and what she may do."""
    eyes = await spoken(dialog_manager)
    found = await (await given(dialog_manager, MyQuestion))(actor_of(dialog_manager), which(dialog_manager))
    question = found.question
    further = found.ahead or goes_on(question, eyes.now)
    return {
        "topic": eyes.topic(question.topic),
        "standing": standing(eyes, found, mine=True),
        **thread_page(dialog_manager, eyes, found),
        "answered": question.state is QuestionState.ANSWERED,
        "open": question.state is QuestionState.OPEN,
        "again": further and question.state is not QuestionState.OPEN,
        "over": not further,
        "parted": question.parted,
    }


async def about(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Above the words of a further turn."""
    eyes = await spoken(dialog_manager)
    found = await (await given(dialog_manager, MyQuestion))(actor_of(dialog_manager), which(dialog_manager))
    return {"about": eyes.texts("question-about-thread", topic=eyes.topic(found.question.topic))}


def _draft(manager: DialogManager) -> str:
    return f"further:{which(manager)}"


async def send(manager: DialogManager, words: Words) -> None:
    """A further turn; the thread shows it."""
    await (await given(manager, AskOn))(actor_of(manager), which(manager), words)
    turn(manager, THREAD, LATEST)
    await manager.switch_to(Asked.card)
    tell(manager, texts_of(manager)("question-sent-on"))


async def on_close(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """«Спасибо, понятно», or it is needed no more."""
    thanks = button.widget_id == "thanks"
    if await (await given(manager, CloseQuestion))(actor_of(manager), which(manager), thanks=thanks):
        tell(manager, texts_of(manager)("question-thanked" if thanks else "question-dropped"))


async def on_others(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """After a meeting, or instead of it; what has gone on meanwhile is shown."""
    say = await given(manager, SayAfterMeeting)
    if await say(actor_of(manager), which(manager), AfterMeeting.OTHERS):
        tell(manager, texts_of(manager)("question-after-said", said=AfterMeeting.OTHERS.value))


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    writer = Writer(Asked.text, Asked.whole, "question-write-on", send, about, _draft, Asked.card)
    return Dialog(
        Screen(
            T("question-mine-none", when="none"),
            T("question-mine", "lines", when=lambda data, *_: not data["none"]),
            choices(LIST, opens(Asked.card), int),
            Turning(LIST),
            Start(T("btn-ask"), id="ask", state=Ask.topic, mode=StartMode.RESET_STACK),
            cancel_button("btn-back"),
            menu_button(),
            state=Asked.all,
            getter=all_mine,
        ),
        Screen(
            T("question-card", "topic", "standing", "words"),
            T("question-over-hint", when="over"),
            T("question-draft", "draft", when="drafted"),
            file_buttons(),
            Turning(THREAD),
            *writer.buttons(lambda data, *_: data["drafted"] and not data["over"]),
            Button(T("btn-question-thanks"), id="thanks", on_click=on_close, when="answered"),
            SwitchTo(T("btn-question-more"), id="more", state=Asked.text, when="again"),
            SwitchTo(T("btn-question-add"), id="add", state=Asked.text, when="open"),
            Button(T("btn-question-drop"), id="drop", on_click=on_close, when="open"),
            Button(T("btn-question-after-others"), id="others", on_click=on_others, when="parted"),
            back_button(Asked.all),
            menu_button(),
            state=Asked.card,
            getter=(card, writer.unsent),
        ),
        *writer.windows(),
        on_start=on_start,
        name="asked",
    )

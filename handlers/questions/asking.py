"""/ask: by which topic, what, the whole of it, sent."""

from dataclasses import replace
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from handlers.questions.states import Ask, Asked
from handlers.questions.windows import to_my_questions
from handlers.questions.words import seen_words, spoken, topic_of
from handlers.questions.writing import Draft, Writer, draft_of, keep_draft
from handlers.shell import Asks, Choice, Screen, T, back_button, choices, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from handlers.shell.fitting import fit
from handlers.shell.shelf import shelved
from shnor_domain.questions.audience import Level
from shnor_domain.questions.model import Matter, QuestionId, Words
from shnor_domain.questions.rules import MOST_TEXT
from shnor_domain.questions.use_cases.asking import AskQuestion, TopicsToAsk, WhoSees

_EARLY = 200
_ASK, _BESIDE = "ask", "ask:beside"
_MATTERS = tuple(matter for matter in Matter if matter is not Matter.SUBJECT)


async def on_start(data: Any, manager: DialogManager) -> None:
    """Other windows begin with a topic, a booking, words that were typed there; else what was written and not sent
    lies here still."""
    begun = dict(data) if isinstance(data, dict) else {}
    text, booking = begun.pop("text", None), begun.get("booking")
    name = _ASK if booking is None else f"{_ASK}:{booking}"
    if text:
        # words of another window push out none that wait here
        if (await draft_of(manager, name)).text not in ("", text):
            name = _BESIDE
        await keep_draft(manager, name, Draft(str(text)))
    elif not begun and not await shelved(manager, name):
        name = _BESIDE if await shelved(manager, _BESIDE) else name
    kept = not begun and bool(await shelved(manager, name))
    manager.dialog_data.update(begun, draft=name, kept=kept)


def _name(manager: DialogManager) -> str:
    return str(manager.dialog_data.get("draft", _ASK))


async def topics(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Own subjects; `others` are on the next window."""
    offered = await (await given(dialog_manager, TopicsToAsk))(actor_of(dialog_manager))
    eyes = await spoken(dialog_manager)

    def rows(codes: tuple[Any, ...]) -> list[Choice]:
        return [Choice(code, eyes.texts.button("btn-question-subject", subject=eyes.subjects[code])) for code in codes]

    draft = await draft_of(dialog_manager, _name(dialog_manager))
    kept = bool(dialog_manager.dialog_data.get("kept")) and bool(draft.text)
    return {"own": rows(offered.own), "others": rows(offered.others), "kept": kept, "text": fit(draft.text, _EARLY)}


async def on_put_away(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """What was written and not sent is needed no more."""
    await keep_draft(manager, _name(manager), Draft())


async def on_topic(manager: DialogManager, code: str) -> None:
    """Go on to the words; those that were written are kept."""
    manager.dialog_data["topic"] = topic_of(code).code
    manager.dialog_data.pop("booking", None)
    draft = await draft_of(manager, _name(manager))
    await manager.switch_to(Ask.whole if draft.text else Ask.text)


async def on_early(manager: DialogManager, text: str) -> None:
    """Words that were typed before their turn wait for it (rule 12)."""
    await keep_draft(manager, _name(manager), replace(await draft_of(manager, _name(manager)), text=text))
    tell(manager, texts_of(manager)("question-early", text=fit(text, _EARLY)))


async def on_matter(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """The project's own matters."""
    await on_topic(manager, f"-{(button.widget_id or '').removeprefix('matter_')}")


async def about(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What it is about, and who will see it."""
    eyes, data = await spoken(dialog_manager), dialog_manager.dialog_data
    topic = topic_of(data.get("topic"))
    if data.get("booking") is not None:
        seen, soon = eyes.texts("question-seen-host"), "host"
    else:
        found = await (await given(dialog_manager, WhoSees))(actor_of(dialog_manager), topic)
        seen, soon = seen_words(eyes.texts, found), "nobody" if found.level is Level.NOBODY else "usual"
    return {"about": eyes.texts("question-about", topic=eyes.topic(topic), seen=seen), "soon": soon}


async def send(manager: DialogManager, words: Words) -> None:
    """To the queue, or to the host of the booking."""
    data = manager.dialog_data
    ask = await given(manager, AskQuestion)
    which = await ask(actor_of(manager), topic_of(data.get("topic")), words, data.get("booking"))
    data["question"] = which
    await manager.switch_to(Ask.sent)


async def on_open(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The question that was sent."""
    which = QuestionId(int(manager.dialog_data["question"]))
    await manager.start(Asked.card, data={"question": which})


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    writer = Writer(Ask.text, Ask.whole, "question-write", send, about, _name, Ask.topic)
    return Dialog(
        Screen(
            T("question-kept", "text", when="kept"),
            T("question-which-topic"),
            Asks("early", on_early, most=MOST_TEXT, lines=True),
            choices("own", on_topic, str),
            SwitchTo(T("btn-question-other-subject"), id="others", state=Ask.others, when="others"),
            *(
                Button(T(f"btn-question-{each.value}"), id=f"matter_{each.value}", on_click=on_matter)
                for each in _MATTERS
            ),
            Button(T("btn-question-put-away"), id="put_away", on_click=on_put_away, when="kept"),
            to_my_questions(),
            menu_button(),
            state=Ask.topic,
            getter=topics,
            expected="expects-tap",
        ),
        Screen(
            T("question-which-topic"),
            Asks("early_other", on_early, most=MOST_TEXT, lines=True),
            choices("others", on_topic, str),
            back_button(Ask.topic),
            state=Ask.others,
            getter=topics,
            expected="expects-tap",
        ),
        *writer.windows(),
        Screen(
            T("question-sent", "about", "soon"),
            Button(T("btn-question-open"), id="open", on_click=on_open),
            to_my_questions(),
            menu_button(),
            state=Ask.sent,
            getter=about,
        ),
        on_start=on_start,
        name="ask",
    )

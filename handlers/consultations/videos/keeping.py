"""Putting a video in, one question a window, and changing one answer at a time."""

from collections.abc import Sequence
from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Group, SwitchTo
from aiogram_dialog.widgets.text import Format

from handlers.consultations.videos import states
from handlers.consultations.videos.unsaved import (
    keep_changes,
    keep_new,
    kept_changes,
    kept_new,
    put_changes_away,
    put_new_away,
)
from handlers.consultations.videos.views import video_text
from handlers.schedule.form import area_id, territory_of
from handlers.schedule.windows import FAR_TOO_LONG, asked_again
from handlers.shell import Asks, Choice, Screen, T, cancel_button, choices, given, texts_of
from handlers.shell.acting import actor_of
from handlers.shell.fitting import fit
from shnor_domain.consultations.typed import typed_link
from shnor_domain.consultations.videos.model import Exam, Shown, VideoId
from shnor_domain.consultations.videos.rules import SUMMARY, TITLE, TOPIC, keeps
from shnor_domain.consultations.videos.use_cases.keeping import AddVideo, ChangeVideo, VideoChoices
from shnor_domain.consultations.videos.use_cases.looking import OneVideo
from shnor_domain.errors import Invalid, Stale
from shnor_domain.identity import SubjectId

ORDER = ("subject", "area", "title", "link", "exam", "topic", "minutes", "size", "summary")
OPTIONAL = ("topic", "minutes", "size", "summary")
_FIELD = {"megabytes": "size"}
_EARLY = 200


def form(manager: DialogManager) -> dict[str, Any]:
    """The answers so far, as JSON."""
    return manager.dialog_data


async def on_start(data: Any, manager: DialogManager) -> None:
    """What is changed comes with its answers, and with those that were not saved."""
    if isinstance(data, dict) and "video" in data:
        found = await (await given(manager, OneVideo))(actor_of(manager), VideoId(int(data["video"])))
        shown = found.video.shown
        was = {
            "subject": shown.subject,
            "area": area_id(found.video.where),
            "title": shown.title,
            "link": shown.link,
            "exam": shown.exam.value,
            "topic": shown.topic,
            "minutes": shown.minutes,
            "size": shown.megabytes,
            "summary": shown.summary,
        }
        unsaved = await kept_changes(manager, found.video.id, shown.link)
        form(manager).update(was | unsaved, video=found.video.id, was=was, unsaved=bool(unsaved))


async def answer(manager: DialogManager, name: str, value: Any) -> None:
    """Keep it, whatever is opened meanwhile; then the next question, or the summary once all were asked."""
    kept = form(manager)
    kept[name] = value
    if "video" in kept:
        await keep_changes(manager, kept["video"], kept["was"], kept, ORDER)
    else:
        await keep_new(manager, {each: kept[each] for each in ORDER if each in kept})
    await _go_on(manager, ORDER[ORDER.index(name) + 1 :])


async def _go_on(manager: DialogManager, names: Sequence[str]) -> None:
    """To the first of `names` without an answer."""
    following = next((each for each in names if each not in form(manager)), None)
    if following == "area" and len(areas := await _areas(manager)) == 1:
        return await answer(manager, "area", areas[0].id)
    await manager.switch_to(states.KeepVideo.check if following is None else getattr(states.KeepVideo, following))


async def subjects(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Those that she may keep somewhere; before the first answer, a video that she has begun and left."""
    offered = await (await given(dialog_manager, VideoChoices))(actor_of(dialog_manager))
    texts = texts_of(dialog_manager)
    begun = {} if "subject" in form(dialog_manager) else await kept_new(dialog_manager)
    rows = [Choice(each.id, texts.button("btn-schedule-subject", subject=each.name)) for each in offered.subjects]
    return {
        "subjects": [] if begun else rows,
        "begun": bool(begun),
        "asks": not begun,
        "title": fit(begun.get("title", ""), _EARLY),
    }


async def on_go_on(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """With the first question that has no answer yet."""
    form(manager).update(await kept_new(manager))
    await _go_on(manager, ORDER)


async def on_from_anew(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Another video: what was begun is needed no more."""
    await put_new_away(manager)


async def on_as_it_was(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """What was changed and not saved is needed no more."""
    kept = form(manager)
    await put_changes_away(manager, kept["video"])
    kept.update(kept["was"], unsaved=False)


async def on_subject(manager: DialogManager, subject: str) -> None:
    """Of another subject the territory is asked anew."""
    if "video" not in form(manager):
        form(manager).pop("area", None)
    await answer(manager, "subject", subject)


async def _areas(manager: DialogManager) -> list[Choice]:
    offered = await (await given(manager, VideoChoices))(actor_of(manager))
    subject, texts = SubjectId(str(form(manager).get("subject", ""))), texts_of(manager)
    return [
        Choice(area_id(each.territory), texts.button("btn-schedule-area", area=each.name))
        for each in offered.areas
        if keeps(actor_of(manager), each.territory, subject)
    ]


async def areas(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Where it may be shown."""
    return {"areas": await _areas(dialog_manager)}


async def on_area(manager: DialogManager, area: str) -> None:
    """Whose people see it."""
    await answer(manager, "area", area)


async def on_title(manager: DialogManager, text: str) -> None:
    """One line."""
    await answer(manager, "title", text)


async def on_link(manager: DialogManager, text: str) -> None:
    """What opens nothing is asked again here."""
    await answer(manager, "link", typed_link(text))


async def on_exam(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """For which exam."""
    await answer(manager, "exam", Exam((button.widget_id or "").removeprefix("exam_")).value)


async def on_topic(manager: DialogManager, text: str) -> None:
    """One line."""
    await answer(manager, "topic", text)


async def on_minutes(manager: DialogManager, text: str) -> None:
    """Whole minutes."""
    await answer(manager, "minutes", _number(text, "minutes"))


async def on_size(manager: DialogManager, text: str) -> None:
    """Whole megabytes."""
    await answer(manager, "size", _number(text, "megabytes"))


async def on_summary(manager: DialogManager, text: str) -> None:
    """Paragraphs."""
    await answer(manager, "summary", text)


async def on_skip(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """Without this answer."""
    await answer(manager, (button.widget_id or "").removeprefix("skip_"), None)


def _number(text: str, field: str) -> int:
    digits = "".join(mark for mark in text if mark.isdecimal())
    if not digits or len(digits) > 6:
        raise Invalid(field, "range")
    return int(digits)


def _shown(manager: DialogManager) -> Shown:
    kept = form(manager)
    if any(name not in kept for name in ORDER):
        raise Stale
    return Shown(
        SubjectId(kept["subject"]),
        kept["title"],
        kept["link"],
        Exam(kept["exam"]),
        kept["topic"],
        kept["minutes"],
        kept["size"],
        kept["summary"],
    )


async def check(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """All of it before it is shown to anybody."""
    offered = await (await given(dialog_manager, VideoChoices))(actor_of(dialog_manager))
    shown, texts = _shown(dialog_manager), texts_of(dialog_manager)
    name = next((each.name for each in offered.subjects if each.id == shown.subject), shown.subject)
    area = next((each.name for each in offered.areas if area_id(each.territory) == form(dialog_manager)["area"]), "")
    return {
        "text": video_text(texts, name, shown),
        "area": area,
        "link": shown.link,
        "summary": shown.summary or "",
        "again": "video" in form(dialog_manager),
        "unsaved": bool(form(dialog_manager).get("unsaved")),
    }


async def on_save(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Show it to the territory; a refused answer is asked for in its own window."""
    shown, actor, kept = _shown(manager), actor_of(manager), form(manager)
    windows = {field: getattr(states.KeepVideo, _FIELD.get(field, field)) for field in (*ORDER, "megabytes")}
    async with asked_again(manager, windows):
        if "video" in kept:
            await (await given(manager, ChangeVideo))(actor, VideoId(int(kept["video"])), shown)
        else:
            await (await given(manager, AddVideo))(actor, territory_of(kept["area"]), shown)
    await (put_changes_away(manager, kept["video"]) if "video" in kept else put_new_away(manager))
    await manager.done({"saved": True})


def _back() -> Group:
    """«Назад» to the summary once all was asked, to the question before till then."""

    def complete(_data: Any, _widget: Any, manager: DialogManager) -> bool:
        return all(name in form(manager) for name in ORDER)

    def asking(_data: Any, _widget: Any, manager: DialogManager) -> bool:
        return not complete(_data, _widget, manager)

    async def back(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        here = _name(manager.current_context().state)
        before = [each for each in ORDER[: ORDER.index(here)] if each in form(manager)]
        if before:
            await manager.switch_to(getattr(states.KeepVideo, before[-1]))
        else:
            await manager.done()

    return Group(
        SwitchTo(T("btn-back"), id="to_check", state=states.KeepVideo.check, when=complete),
        Button(T("btn-back"), id="to_question", on_click=back, when=asking),
    )


def _name(state: State) -> str:
    return next(name for name in ORDER if getattr(states.KeepVideo, name) == state)


def _skip(name: str) -> Button:
    return Button(T("btn-skip"), id=f"skip_{name}", on_click=on_skip)


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    keep = states.KeepVideo
    exams = (Button(T(f"btn-video-exam-{each.value}"), id=f"exam_{each.value}", on_click=on_exam) for each in Exam)
    changes = (SwitchTo(T(f"btn-video-to-{name}"), id=f"to_{name}", state=getattr(keep, name)) for name in ORDER[2:])
    return Dialog(
        Screen(
            T("video-begun", "title", when="begun"),
            T("video-ask-subject", when="asks"),
            Button(T("btn-video-go-on"), id="go_on", on_click=on_go_on, when="begun"),
            Button(T("btn-video-from-anew"), id="from_anew", on_click=on_from_anew, when="begun"),
            choices("subjects", on_subject, str),
            _back(),
            state=keep.subject,
            getter=subjects,
        ),
        Screen(T("video-ask-area"), choices("areas", on_area, str), _back(), state=keep.area, getter=areas),
        Screen(T("video-ask-title"), Asks("title", on_title, most=TITLE), _back(), state=keep.title),
        Screen(T("video-ask-link"), Asks("link", on_link, most=FAR_TOO_LONG), _back(), state=keep.link),
        Screen(T("video-ask-exam"), Group(*exams, width=2), _back(), state=keep.exam),
        Screen(T("video-ask-topic"), Asks("topic", on_topic, most=TOPIC), _skip("topic"), _back(), state=keep.topic),
        Screen(
            T("video-ask-minutes"), Asks("minutes", on_minutes, most=50), _skip("minutes"), _back(), state=keep.minutes
        ),
        Screen(T("video-ask-size"), Asks("size", on_size, most=50), _skip("size"), _back(), state=keep.size),
        Screen(
            T("video-ask-summary"),
            Asks("summary", on_summary, most=SUMMARY, lines=True),
            _skip("summary"),
            _back(),
            state=keep.summary,
        ),
        Screen(
            T("video-unsaved", when="unsaved"),
            T("video-check", "again"),
            Format("{text}"),
            T("video-check-more", "area", "link"),
            T("video-check-summary", "summary", when="summary"),
            Button(T("btn-video-save", "again"), id="save", on_click=on_save),
            Group(*changes, width=2),
            Button(T("btn-video-as-it-was"), id="as_it_was", on_click=on_as_it_was, when="unsaved"),
            cancel_button(),
            state=keep.check,
            getter=check,
        ),
        on_start=on_start,
    )

"""Subjects with videos, the videos of one with a search, one video: to watch, or to read."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Start, SwitchTo, Url
from aiogram_dialog.widgets.text import Format

from handlers.consultations.videos import states
from handlers.consultations.videos.views import video_text
from handlers.shell import Asks, Choice, Screen, T, back_button, choices, given, menu_button, tell, texts_of, way_back
from handlers.shell.acting import actor_of
from handlers.shell.fitting import fit
from handlers.shell.turning import Turning, turn, turned_to
from handlers.texts import Safe
from shnor_domain.consultations.videos.model import Video, VideoId
from shnor_domain.consultations.videos.use_cases.keeping import RemoveVideo
from shnor_domain.consultations.videos.use_cases.looking import FindVideos, OneVideo, VideoCard, VideoSubjects
from shnor_domain.errors import Stale
from shnor_domain.identity import SubjectId

LIST, SEARCHED, TITLE = "videos", 100, 100


async def on_start(data: Any, manager: DialogManager) -> None:
    """The booking's pages start with their subject."""
    if isinstance(data, dict):
        manager.dialog_data.update(data)


async def subjects(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Those with a video, and how many."""
    shelf, texts = (
        await (await given(dialog_manager, VideoSubjects))(actor_of(dialog_manager)),
        texts_of(dialog_manager),
    )
    rows = [
        Choice(each.id, texts.button("btn-video-subject", subject=each.name, count=count))
        for each, count in shelf.subjects
    ]
    return {"subjects": rows, "some": bool(rows), "none": not rows, "keeps": shelf.keeps}


async def on_saved(_started: Any, result: Any, manager: DialogManager) -> None:
    """Back from the questions: who sees it now."""
    if isinstance(result, dict) and result.get("saved"):
        tell(manager, texts_of(manager)("video-saved"))


async def on_subject(manager: DialogManager, subject: str) -> None:
    """Its videos, from the first page, without a search."""
    manager.dialog_data.update(subject=subject, search="")
    turn(manager, LIST)
    await manager.switch_to(states.Videos.list)


async def videos(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page, a line and a button each."""
    data, texts = dialog_manager.dialog_data, texts_of(dialog_manager)
    if "subject" not in data:
        raise Stale
    subject, search = SubjectId(data["subject"]), str(data.get("search", ""))
    page = await (await given(dialog_manager, FindVideos))(
        actor_of(dialog_manager), subject, search, turned_to(dialog_manager, LIST)
    )
    shelf = await (await given(dialog_manager, VideoSubjects))(actor_of(dialog_manager))
    numbered = list(enumerate(page.rows, page.number * 8 + 1))
    name = next((each.name for each, _count in shelf.subjects if each.id == subject), "")
    return {
        LIST: [
            Choice(each.id, texts.button("btn-video", number=str(number), title=each.shown.title))
            for number, each in numbered
        ],
        "lines": Safe("\n".join(_line(dialog_manager, number, each) for number, each in numbered)),
        "subject": name,
        "search": search,
        "found": bool(page.total),
        "none": not page.total and not search,
        "nothing": not page.total and bool(search),
        "all": bool(search),
        "page": page.number,
        "pages": page.pages,
    }


def _line(manager: DialogManager, number: int, video: Video) -> Safe:
    shown = video.shown
    return texts_of(manager)(
        "video-row",
        number=str(number),
        title=fit(shown.title, TITLE),
        exam=shown.exam.value,
        minutes=shown.minutes or 0,
        text=shown.summary is not None,
    )


async def on_search(manager: DialogManager, text: str) -> None:
    """Words that a video must have."""
    manager.dialog_data["search"] = text
    turn(manager, LIST)


async def on_all(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """All of the subject again."""
    manager.dialog_data["search"] = ""
    turn(manager, LIST)


async def on_video(manager: DialogManager, video: int) -> None:
    """Open one."""
    manager.dialog_data["video"] = video
    await manager.switch_to(states.Videos.card)


async def _card(manager: DialogManager) -> VideoCard:
    if "video" not in manager.dialog_data:
        raise Stale
    return await (await given(manager, OneVideo))(actor_of(manager), VideoId(int(manager.dialog_data["video"])))


async def card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What it is; the link is a button, so that nothing is loaded by looking."""
    found = await _card(dialog_manager)
    shown = found.video.shown
    return {
        "text": video_text(texts_of(dialog_manager), found.subject, shown),
        "title": shown.title,
        "link": shown.link,
        "summary": shown.summary or "",
        "readable": shown.summary is not None,
        "keeps": found.keeps,
    }


async def on_change(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The same questions, with their answers."""
    await manager.start(states.KeepVideo.check, data={"video": int(manager.dialog_data["video"])})


async def on_remove(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """It is gone: what is left of its subject is shown."""
    await manager.switch_to(states.Videos.list)
    await (await given(manager, RemoveVideo))(actor_of(manager), VideoId(int(manager.dialog_data["video"])))
    tell(manager, texts_of(manager)("video-removed"))


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    own = states.Videos
    return Dialog(
        Screen(
            T("videos-none", when="none"),
            T("videos-subjects", when="some"),
            choices("subjects", on_subject, str),
            Start(T("btn-video-add"), id="add", state=states.KeepVideo.subject, when="keeps"),
            way_back(),
            menu_button(),
            state=own.subjects,
            getter=subjects,
            on_process_result=on_saved,
        ),
        Screen(
            T("videos-of-subject", "subject", "lines", when="found"),
            T("videos-of-subject-none", when="none"),
            T("videos-nothing-found", "search", when="nothing"),
            choices(LIST, on_video, int),
            Turning(LIST),
            Asks("search", on_search, most=SEARCHED),
            Button(T("btn-videos-all"), id="all", on_click=on_all, when="all"),
            SwitchTo(T("btn-videos-subjects"), id="subjects", state=own.subjects),
            way_back(),
            menu_button(),
            state=own.list,
            getter=videos,
        ),
        Screen(
            Format("{text}"),
            Url(T("btn-video-watch"), Format("{link}"), id="watch"),
            SwitchTo(T("btn-video-read"), id="read", state=own.text, when="readable"),
            Button(T("btn-video-change"), id="change", on_click=on_change, when="keeps"),
            SwitchTo(T("btn-video-remove"), id="remove", state=own.remove, when="keeps"),
            back_button(own.list),
            menu_button(),
            state=own.card,
            getter=card,
            on_process_result=on_saved,
        ),
        Screen(
            T("video-text", "title", "summary"),
            back_button(own.card),
            menu_button(),
            state=own.text,
            getter=card,
        ),
        Screen(
            T("video-remove", "title"),
            Button(T("btn-video-remove-yes"), id="yes", on_click=on_remove),
            back_button(own.card),
            state=own.remove,
            getter=card,
        ),
        on_start=on_start,
    )

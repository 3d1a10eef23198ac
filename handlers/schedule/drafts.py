"""Days of the region's plan that wait for a host: take one, or leave it to the others."""

from collections.abc import Sequence
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.consultations.data import eyes_of
from handlers.schedule.states import Drafts, Publish
from handlers.schedule.views import weekday_name
from handlers.schedule.windows import to_desk
from handlers.shell import Choice, Screen, T, back_button, choices, given, menu_button
from handlers.shell.acting import actor_of
from shnor_domain.consultations.model import Draft, DraftId
from shnor_domain.consultations.use_cases.choices import HostingChoices
from shnor_domain.consultations.use_cases.publish import OpenDrafts, PassDraftOn
from shnor_domain.errors import NotFound


async def _open(manager: DialogManager) -> tuple[Sequence[Draft], dict[str, str]]:
    actor = actor_of(manager)
    drafts = await (await given(manager, OpenDrafts))(actor)
    offered = await (await given(manager, HostingChoices))(actor)
    return drafts, {subject.id: subject.name for subject in offered.subjects}


async def _chosen(manager: DialogManager) -> tuple[Draft, str]:
    drafts, names = await _open(manager)
    for draft in drafts:
        if draft.id == manager.dialog_data.get("draft"):
            return draft, names.get(draft.subject, draft.subject)
    raise NotFound


async def all_drafts(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A button a day."""
    eyes = await eyes_of(dialog_manager)
    drafts, names = await _open(dialog_manager)
    return {
        "drafts": [
            Choice(
                str(draft.id),
                eyes.texts.button(
                    "btn-schedule-draft",
                    weekday=weekday_name(eyes, draft.weekday),
                    subject=names.get(draft.subject, draft.subject),
                ),
            )
            for draft in drafts
        ],
        "none": not drafts,
        "some": bool(drafts),
    }


async def on_draft(manager: DialogManager, draft: int) -> None:
    """Open one day."""
    manager.dialog_data["draft"] = draft
    await manager.switch_to(Drafts.one)


async def one_draft(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Its weekday and subject."""
    eyes = await eyes_of(dialog_manager)
    draft, subject = await _chosen(dialog_manager)
    return {"weekday": weekday_name(eyes, draft.weekday), "subject": subject}


async def on_take(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Go through the same wizard with subject and weekday filled in."""
    await manager.switch_to(Drafts.all)
    draft, _ = await _chosen(manager)
    await manager.start(
        Publish.subject, data={"draft": draft.id, "subject": str(draft.subject), "weekday": draft.weekday}
    )


async def on_pass(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Leave it to the others."""
    await manager.switch_to(Drafts.all)
    draft, _ = await _chosen(manager)
    await (await given(manager, PassDraftOn))(actor_of(manager), DraftId(draft.id))


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("schedule-drafts-none", when="none"),
            T("schedule-drafts", when="some"),
            choices("drafts", on_draft, int),
            to_desk(),
            menu_button(),
            state=Drafts.all,
            getter=all_drafts,
        ),
        Screen(
            T("schedule-draft", "weekday", "subject"),
            Button(T("btn-schedule-take"), id="take", on_click=on_take),
            Button(T("btn-schedule-pass"), id="pass", on_click=on_pass),
            back_button(Drafts.all),
            state=Drafts.one,
            getter=one_draft,
        ),
    )

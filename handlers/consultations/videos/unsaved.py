"""Answers about a video that were given and not saved: they wait until it is saved or they are put away (rule 12)."""

from collections.abc import Iterable, Mapping
from typing import Any

from aiogram_dialog import DialogManager

from handlers.shell.shelf import shelve, shelved

_NEW = "video"


async def keep_new(manager: DialogManager, answers: Mapping[str, Any]) -> None:
    """Of a video that is put in; before it is called anything there is nothing to lose."""
    await shelve(manager, _NEW, dict(answers) if "title" in answers else {})


async def kept_new(manager: DialogManager) -> dict[str, Any]:
    """What was begun; empty where nothing was."""
    return await shelved(manager, _NEW)


async def put_new_away(manager: DialogManager) -> None:
    """It was saved, or is needed no more."""
    await shelve(manager, _NEW, {})


async def keep_changes(
    manager: DialogManager, video: int, was: Mapping[str, Any], answers: Mapping[str, Any], names: Iterable[str]
) -> None:
    """Of one that is there: only what differs, so that others' corrections stand beside it."""
    differs = {name: answers[name] for name in names if answers[name] != was[name]}
    await shelve(manager, _of(video), {"of": was["link"], "answers": differs} if differs else {})


async def kept_changes(manager: DialogManager, video: int, link: str) -> dict[str, Any]:
    """What was begun for the recording with this `link`: a number may come again once its video is removed."""
    kept = await shelved(manager, _of(video))
    found: dict[str, Any] = kept["answers"] if kept.get("of") == link else {}
    return found


async def put_changes_away(manager: DialogManager, video: int) -> None:
    """They were saved, or are needed no more."""
    await shelve(manager, _of(video), {})


def _of(video: int) -> str:
    return f"{_NEW}:{video}"

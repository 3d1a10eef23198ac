"""What the form of a request offers: topics of the catalogue and of teachers' wishes, requests that are alike."""

from collections.abc import Sequence
from typing import Any

from aiogram_dialog import DialogManager

from handlers.seminars.requests import states
from handlers.seminars.requests.form import form_of
from handlers.seminars.requests.views import schools_word, short
from handlers.shell import Choice, given, texts_of
from handlers.shell.acting import actor_of
from handlers.texts import Safe
from shnor_domain.errors import Stale
from shnor_domain.seminars.requests.use_cases.sending import Choices, SeminarChoices, Similar, SimilarRequests

_CHOICES, _SIMILAR = "seminar_choices", "seminar_similar"


async def choices_of(manager: DialogManager) -> Choices:
    """What the half-year of this form allows; read once an update."""
    data = manager.middleware_data
    if _CHOICES not in data:
        data[_CHOICES] = await (await given(manager, SeminarChoices))(actor_of(manager), form_of(manager).cycle)
    found: Choices = data[_CHOICES]
    return found


async def topics(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What its teachers wish for, the most wished first, then the catalogue."""
    form, texts, offered = form_of(dialog_manager), texts_of(dialog_manager), await choices_of(dialog_manager)
    rows = [
        Choice(f"w{each.wishes[0]}", texts.button("btn-sreq-wish", topic=each.topic, count=len(each.wishes)))
        for each in offered.wished_in(form.school)
    ]
    rows += [
        Choice(f"c{each.id}", texts.button("btn-sreq-catalogue", topic=each.offer.title)) for each in offered.catalogue
    ]
    correcting, several = bool(form.data.get("checked")), not form.data.get("one")
    return {
        "topics": rows,
        "some": bool(rows),
        "correcting": correcting,
        "several": several and not correcting,
        "first": not several and not correcting,
    }


async def on_topic_row(manager: DialogManager, row: str) -> None:
    """Take the topic with what belongs to it; raises `Stale` for one that is offered no more."""
    form, offered = form_of(manager), await choices_of(manager)
    for wished in offered.wished_in(form.school):
        if row == f"w{wished.wishes[0]}":
            form.take_topic(wished.topic, catalogue=wished.catalogue, wishes=wished.wishes)
            return
    for topic in offered.catalogue:
        if row == f"c{topic.id}":
            form.take_topic(topic.offer.title, catalogue=topic.id)
            return
    raise Stale


async def similar_found(manager: DialogManager) -> Sequence[Similar]:
    """Requests that are alike the topic of this form."""
    data, form = manager.middleware_data, form_of(manager)
    if data.get(_SIMILAR, (None, ()))[0] != form.topic:
        found = await (await given(manager, SimilarRequests))(actor_of(manager), form.cycle, form.topic)
        data[_SIMILAR] = (form.topic, found)
    known: Sequence[Similar] = data[_SIMILAR][1]
    return known


async def similar(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """At most eight, with how many schools stand behind each."""
    texts, found = texts_of(dialog_manager), await similar_found(dialog_manager)
    numbered = list(enumerate(found, 1))
    lines = [
        texts(
            "sreq-similar-row-mine" if each.mine else "sreq-similar-row",
            number=str(number),
            topic=short(each.request.wanted.topic),
            schools=schools_word(texts, each.schools),
        )
        for number, each in numbered
    ]
    rows = [
        Choice(each.request.id, texts.button("btn-sreq-row", number=str(number), topic=each.request.wanted.topic))
        for number, each in numbered
    ]
    return {"similar": rows, "lines": Safe("\n".join(lines))}


async def reads(manager: DialogManager, request: int) -> None:
    """Its card, where it may be supported; «Назад» leads back to the form."""
    await manager.start(states.OneRequest.card, data={"request": request})

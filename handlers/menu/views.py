"""The first words of the menu."""

from typing import Any

from dishka import FromDishka
from dishka.integrations.aiogram_dialog import inject

from handlers.texts import Safe, Texts
from shnor_domain.identity import Actor
from shnor_domain.people.model.consent import ConsentTerms
from shnor_domain.people.use_cases.settings import ShowSettings


@inject
async def greeting(
    *, texts: Texts, actor: Actor, terms: FromDishka[ConsentTerms], settings: FromDishka[ShowSettings], **_: Any
) -> Safe:
    """A stranger is told what this is, all others are called as they asked."""
    if actor.person is None:
        return texts("menu-stranger", operator=terms.operator)
    person, _preferences = await settings(actor)
    return texts("menu-hello", name=person.name) if person.name else texts("menu-hello-nameless")

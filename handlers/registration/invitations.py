"""Deep links: what they are for is shown first, and nothing is burnt by looking."""

from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from aiogram_dialog import DialogManager, StartMode

from handlers.registration.callbacks import Invited
from handlers.registration.form import by_link, open_form
from handlers.registration.views import place_words, role_words
from handlers.shell import Home, given
from handlers.shell.acting import actor_of
from handlers.texts import Safe, Texts
from shnor_domain.people.model.links import Link, LinkKind
from shnor_domain.people.use_cases.actor import ActorOf
from shnor_domain.people.use_cases.make_links import LookAtLink
from shnor_domain.people.use_cases.relink import UseRelink
from shnor_domain.territories.use_cases.naming import NameTerritories


async def show_link(message: Message, manager: DialogManager, code: str) -> None:
    """«Вас приглашают: … Это вы?» as a message of its own. Raises `LinkDoesNotWork`."""
    texts: Texts = manager.middleware_data["texts"]
    link = await (await given(manager, LookAtLink))(code)
    words = await _words(manager, texts, link)
    await message.answer(words, reply_markup=_buttons(texts, link))


async def open_link(manager: DialogManager, code: str) -> None:
    """The short way of a person who has consented: subjects and name, or the name alone."""
    link = await (await given(manager, LookAtLink))(code)
    await open_form(manager, by_link(link), StartMode.RESET_STACK)


async def relink(query: CallbackQuery, texts: Texts, manager: DialogManager, code: str) -> None:
    """This chat becomes the person's; the consent went with her, so nothing is asked."""
    actor = actor_of(manager)
    await (await given(manager, UseRelink))(actor, code)
    manager.middleware_data["actor"] = await (await given(manager, ActorOf))(actor.chat)
    await put_away(query)
    if isinstance(query.message, Message):
        await query.message.answer(texts("relink-done"))
    await manager.start(Home.menu, mode=StartMode.RESET_STACK)


async def put_away(query: CallbackQuery) -> None:
    """Take the buttons of an answered question."""
    if isinstance(query.message, Message):
        await query.message.edit_reply_markup(reply_markup=None)


async def _words(manager: DialogManager, texts: Texts, link: Link) -> Safe:
    if link.kind is LinkKind.RELINK or link.role is None:
        return texts("invited-relink")
    named = (await (await given(manager, NameTerritories))([link.territory]))[link.territory]
    return texts("invited", place=place_words(texts, named), role=role_words(texts, link.role))


def _buttons(texts: Texts, link: Link) -> InlineKeyboardMarkup:
    yes, no = (Invited(yes=yes, link=link.code).pack() for yes in (True, False))
    relinks = link.kind is LinkKind.RELINK
    labels = ("btn-relink-yes", "btn-relink-no") if relinks else ("btn-invited-yes", "btn-invited-no")
    rows = [
        [InlineKeyboardButton(text=texts.button(label), callback_data=data)]
        for label, data in zip(labels, (yes, no), strict=True)
    ]
    return InlineKeyboardMarkup(inline_keyboard=rows)

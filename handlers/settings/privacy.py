"""/privacy: what is kept about her, to look at and to take away. Messages of its own: an open form goes on."""

from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
)
from aiogram_dialog import DialogManager
from dishka import FromDishka

from handlers.fallback import to_menu_row
from handlers.settings.callbacks import Privacy, Wish
from handlers.settings.data_words import DataWords, words_for
from handlers.shell.fitting import fit
from handlers.texts import Safe, Texts
from shnor_domain.identity import Actor
from shnor_domain.people.model.consent import ConsentTerms
from shnor_domain.people.use_cases.leaving import DeleteMe, WithdrawConsent
from shnor_domain.people.use_cases.my_data import ExportMyData, ShowMyData
from shnor_domain.territories.use_cases.naming import NameTerritories
from shnor_domain.territories.use_cases.subjects import NameSubjects

_FITS = 3500
"""Units of a message; what does not fit stands in the files."""


def privacy_message(texts: Texts, *, known: bool) -> tuple[Safe, InlineKeyboardMarkup]:
    """The question with what may be asked for; a stranger may still delete what she left when she withdrew."""
    wishes = (Wish.SHOW, Wish.FILES, Wish.WITHDRAW, Wish.DELETE) if known else (Wish.DELETE,)
    buttons = _buttons(texts, *wishes)
    buttons.inline_keyboard.append(to_menu_row(texts))
    return texts("privacy" if known else "privacy-stranger"), buttons


async def privacy(message: Message, actor: Actor, texts: Texts) -> None:
    """`/privacy`."""
    words, buttons = privacy_message(texts, known=actor.person is not None)
    await message.answer(words, reply_markup=buttons)


async def to_menu(query: CallbackQuery, actor: Actor, texts: Texts) -> None:
    """Nothing was done: the question again."""
    words, buttons = privacy_message(texts, known=actor.person is not None)
    await _edit(query, words, buttons)


async def show(
    query: CallbackQuery,
    actor: Actor,
    texts: Texts,
    show_data: FromDishka[ShowMyData],
    names: FromDishka[NameTerritories],
    subjects: FromDishka[NameSubjects],
) -> None:
    """What is kept, as a message below."""
    data = await show_data(actor)
    labels = await words_for(texts, actor.zone, data, names, subjects)
    if isinstance(query.message, Message):
        whole = labels.as_text(data)
        shown = fit(whole, _FITS)
        words = texts("privacy-data", data=shown)
        await query.message.answer(words if shown == whole else Safe(f"{words}\n\n{texts('privacy-data-rest')}"))


async def files(
    query: CallbackQuery,
    actor: Actor,
    texts: Texts,
    show_data: FromDishka[ShowMyData],
    export: FromDishka[ExportMyData],
    names: FromDishka[NameTerritories],
    subjects: FromDishka[NameSubjects],
) -> None:
    """The same data as a page for people and as JSON for programs."""
    labels: DataWords = await words_for(texts, actor.zone, await show_data(actor), names, subjects)
    made = await export(actor, labels)
    if isinstance(query.message, Message):
        name = texts.plain("privacy-file-name")
        await query.message.answer_document(BufferedInputFile(made.page, f"{name}.html"))
        await query.message.answer_document(BufferedInputFile(made.json, f"{name}.json"))


async def sure(
    query: CallbackQuery, callback_data: Privacy, actor: Actor, texts: Texts, terms: FromDishka[ConsentTerms]
) -> None:
    """Say what would happen, and ask once more."""
    deletes = callback_data.wish is Wish.DELETE
    words = texts("delete-sure") if deletes else texts("withdraw-sure", days=terms.retention_days)
    await _edit(query, words, _buttons(texts, Wish.DELETE_YES if deletes else Wish.WITHDRAW_YES, Wish.MENU))


async def withdraw(
    query: CallbackQuery,
    actor: Actor,
    texts: Texts,
    dialog_manager: DialogManager,
    take_back: FromDishka[WithdrawConsent],
    terms: FromDishka[ConsentTerms],
) -> None:
    """Her places end, her seats are freed; what was open in this chat is forgotten."""
    await take_back(actor)
    await dialog_manager.reset_stack()
    await _edit(query, texts("withdrawn", days=terms.retention_days), _buttons(texts, Wish.DELETE))


async def delete(
    query: CallbackQuery, actor: Actor, texts: Texts, dialog_manager: DialogManager, forget: FromDishka[DeleteMe]
) -> None:
    """Everything personal goes, at once."""
    await dialog_manager.reset_stack()
    deleted = await forget(actor)
    await _edit(query, texts("deleted" if deleted else "deleted-nothing"), None)


async def _edit(query: CallbackQuery, words: Safe, buttons: InlineKeyboardMarkup | None) -> None:
    if isinstance(query.message, Message):
        await query.message.edit_text(words, reply_markup=buttons)


def _buttons(texts: Texts, *wishes: Wish) -> InlineKeyboardMarkup:
    rows = [
        [InlineKeyboardButton(text=texts.button(f"btn-privacy-{wish.value}"), callback_data=Privacy(wish=wish).pack())]
        for wish in wishes
    ]
    return InlineKeyboardMarkup(inline_keyboard=rows)

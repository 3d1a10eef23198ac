"""The consent: a message of its own before anything personal is stored (rule 10)."""

from aiogram import Bot
from aiogram.types import BufferedInputFile, CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from aiogram_dialog import DialogManager, StartMode
from dishka import FromDishka

from handlers.registration.callbacks import Agree
from handlers.registration.consent_file import ConsentFile
from handlers.registration.form import open_form
from handlers.registration.invitations import open_link
from handlers.registration.states import Registration
from handlers.shell import Home, given
from handlers.shell.acting import actor_of
from handlers.texts import Safe, Texts
from shnor_domain.people.model.consent import ConsentState, ConsentTerms
from shnor_domain.people.use_cases.actor import ActorOf
from shnor_domain.people.use_cases.consent import ConsentOf, GiveConsent, RefuseConsent


async def register(manager: DialogManager) -> None:
    """«Зарегистрироваться»: the consent first, unless it stands."""
    if await consented(manager):
        await open_form(manager, {})


async def consented(manager: DialogManager, link: str = "") -> bool:
    """True when the consent to today's terms stands; else it is asked for, and `link` goes on after it."""
    actor = actor_of(manager)
    state = await (await given(manager, ConsentOf))(actor.chat)
    if state is ConsentState.CURRENT and actor.person is not None:
        return True
    bot: Bot = manager.middleware_data["bot"]
    texts: Texts = manager.middleware_data["texts"]
    await ask(bot, actor.chat, texts, await given(manager, ConsentTerms), link, again=state is ConsentState.OUTDATED)
    return False


async def ask(bot: Bot, chat: int, texts: Texts, terms: ConsentTerms, link: str = "", *, again: bool = False) -> None:
    """Send the consent with its three buttons."""
    words = texts(
        "consent",
        version=terms.version,
        dated=terms.dated,
        operator=terms.operator,
        address=terms.address,
        register=terms.register,
        days=terms.retention_days,
    )
    if again:
        words = Safe("\n\n".join((texts("consent-again"), words)))
    await bot.send_message(chat, words, reply_markup=_buttons(texts, terms.version, link))


async def full_text(
    query: CallbackQuery,
    callback_data: Agree,
    texts: Texts,
    file: FromDishka[ConsentFile],
    terms: FromDishka[ConsentTerms],
) -> None:
    """The lawyer's file, or the text of the bot, as a document; the question stays as it is."""
    if not isinstance(query.message, Message):
        return
    body, name = file.body, file.name
    if not body:
        words = texts.plain(
            "consent-full",
            version=terms.version,
            dated=terms.dated,
            operator=terms.operator,
            address=terms.address,
            register=terms.register,
            days=terms.retention_days,
        )
        body, name = words.encode(), f"{texts.plain('consent-file-name', version=terms.version)}.txt"
    await query.message.answer_document(BufferedInputFile(body, name))


async def agree(
    query: CallbackQuery,
    callback_data: Agree,
    texts: Texts,
    dialog_manager: DialogManager,
    before: FromDishka[ConsentOf],
    give: FromDishka[GiveConsent],
    actor_of_chat: FromDishka[ActorOf],
) -> None:
    """From here on a person is known; a second tap finds everything done and changes nothing."""
    actor = actor_of(dialog_manager)
    stands = actor.person is not None and await before(actor.chat) is ConsentState.CURRENT
    if stands and dialog_manager.has_context() and dialog_manager.current_context().state in Registration:
        return
    await give(actor.chat, callback_data.version)
    dialog_manager.middleware_data["actor"] = here = await actor_of_chat(actor.chat)
    await _answered(query, texts, "consent-given")
    if callback_data.link:
        await open_link(dialog_manager, callback_data.link)
    elif here.places:
        await dialog_manager.start(Home.menu, mode=StartMode.RESET_STACK)
    else:
        await open_form(dialog_manager, {}, StartMode.RESET_STACK)


async def disagree(
    query: CallbackQuery, texts: Texts, dialog_manager: DialogManager, refuse: FromDishka[RefuseConsent]
) -> None:
    """Nothing is stored, no link is burnt; what was chosen in a form is forgotten."""
    nothing_kept = await refuse(actor_of(dialog_manager).chat)
    await _answered(query, texts, "consent-refused" if nothing_kept else "consent-refused-stands")
    await dialog_manager.start(Home.menu, mode=StartMode.RESET_STACK)


async def _answered(query: CallbackQuery, texts: Texts, key: str) -> None:
    """The question stays in the chat as a record, with the answer in place of its buttons."""
    if isinstance(query.message, Message):
        await query.message.edit_reply_markup(reply_markup=None)
        await query.message.answer(texts(key))


def _buttons(texts: Texts, version: int, link: str) -> InlineKeyboardMarkup:
    def button(answer: str) -> InlineKeyboardButton:
        data = Agree(answer=answer, version=version, link=link).pack()
        return InlineKeyboardButton(text=texts.button(f"btn-consent-{answer}"), callback_data=data)

    return InlineKeyboardMarkup(inline_keyboard=[[button("yes")], [button("no")], [button("text")]])

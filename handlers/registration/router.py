"""/start with and without an invitation, the consent, and the buttons of notices about applications."""

from aiogram import F, Router
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, StartMode
from dishka import FromDishka

from handlers.registration import consent
from handlers.registration.callbacks import Agree, Invited, News, SeeApplication
from handlers.registration.invitations import open_link, put_away, relink, show_link
from handlers.registration.passing import Activity, ConsentAgain
from handlers.registration.states import MyApplication
from handlers.shell import Home
from handlers.texts import Texts
from shnor_domain.identity import Actor
from shnor_domain.notifications.use_cases import ComeBack
from shnor_domain.people.model.consent import ConsentState
from shnor_domain.people.model.links import LinkKind
from shnor_domain.people.use_cases.consent import ConsentOf
from shnor_domain.people.use_cases.make_links import LookAtLink
from shnor_domain.people.use_cases.settings import SetPreferences


def router() -> Router:
    """A fresh router; it stands first, so that its outer middlewares see every message and tap."""
    made = Router(name=__name__)
    activity = Activity()
    made.message.outer_middleware(activity)
    made.callback_query.outer_middleware(activity)
    made.callback_query.outer_middleware(ConsentAgain())
    made.message.register(start, CommandStart())
    made.callback_query.register(invited, Invited.filter())
    made.callback_query.register(consent.agree, Agree.filter(F.answer == "yes"))
    made.callback_query.register(consent.disagree, Agree.filter(F.answer == "no"))
    made.callback_query.register(consent.full_text, Agree.filter())
    made.callback_query.register(news, News.filter())
    made.callback_query.register(see_application, SeeApplication.filter())
    return made


async def start(
    message: Message,
    command: CommandObject,
    actor: Actor,
    dialog_manager: DialogManager,
    consent_of: FromDishka[ConsentOf],
    back: FromDishka[ComeBack],
) -> None:
    """The menu, an invitation, or a newer version of the consent."""
    if actor.person is not None:
        await back(actor.person)
    if command.args:
        await show_link(message, dialog_manager, command.args.strip())
    elif actor.person is not None and await consent_of(actor.chat) is ConsentState.OUTDATED:
        await consent.consented(dialog_manager)
    else:
        await dialog_manager.start(Home.menu, mode=StartMode.RESET_STACK)


async def invited(
    query: CallbackQuery,
    callback_data: Invited,
    texts: Texts,
    dialog_manager: DialogManager,
    look: FromDishka[LookAtLink],
) -> None:
    """«Да, продолжить» leads to the consent or to the form; «Это не моя школа» burns nothing."""
    if not callback_data.yes:
        await put_away(query)
        if isinstance(query.message, Message):
            await query.message.answer(texts("invited-no"))
        return
    link = await look(callback_data.link)
    if link.kind is LinkKind.RELINK:
        await relink(query, texts, dialog_manager, link.code)
    elif await consent.consented(dialog_manager, link.code):
        await open_link(dialog_manager, link.code)


async def news(
    query: CallbackQuery, callback_data: News, actor: Actor, texts: Texts, prefer: FromDishka[SetPreferences]
) -> None:
    """«Объявления: получать / только о моих записях»; the notice keeps its words and buttons."""
    wanted = callback_data.what
    await prefer(actor, notices=wanted)
    await query.answer(texts.plain(f"news-set-{wanted.value}"), show_alert=True)


async def see_application(query: CallbackQuery, callback_data: SeeApplication, dialog_manager: DialogManager) -> None:
    """The application of a notice, below it."""
    await dialog_manager.start(
        MyApplication.one, data={"application": callback_data.application}, mode=StartMode.RESET_STACK
    )

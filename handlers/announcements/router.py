"""What the buttons of announcements do: the message itself stays as it was (ADR 4)."""

from aiogram import Bot, Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from dishka import FromDishka

from handlers.announcements.callbacks import AckAnnouncement, AnnouncementFile, BookFromList
from handlers.announcements.copies import Messengers, send_file
from handlers.announcements.notices import AnnouncementNotices
from handlers.consultations.notice_buttons import open_above
from handlers.consultations.states import Book
from handlers.shell import given
from handlers.texts import Texts, times
from shnor_domain.announcements.audience import AnnouncementId
from shnor_domain.announcements.use_cases.answering import Acknowledge, AnnouncementDocument
from shnor_domain.consultations.use_cases.offers import OfferedSubjects
from shnor_domain.identity import Actor


def router() -> Router:
    """A fresh router."""
    made = Router(name=__name__)
    made.callback_query.register(acknowledge, AckAnnouncement.filter())
    made.callback_query.register(send_document, AnnouncementFile.filter())
    made.callback_query.register(book, BookFromList.filter())
    return made


async def acknowledge(
    query: CallbackQuery,
    callback_data: AckAnnouncement,
    actor: Actor,
    texts: Texts,
    note: FromDishka[Acknowledge],
) -> None:
    """Noted once; a second tap is told when that was."""
    said = await note(actor, AnnouncementId(callback_data.announcement))
    when = times.date_and_clock(texts, said.at, actor.zone)
    await query.answer(texts.plain("announcement-acknowledged" if said.first else "announcement-known", when=when))


async def send_document(
    query: CallbackQuery,
    callback_data: AnnouncementFile,
    actor: Actor,
    bot: Bot,
    document: FromDishka[AnnouncementDocument],
    view: FromDishka[AnnouncementNotices],
    messengers: FromDishka[Messengers],
) -> None:
    """A message of its own below, uploaded for the first reader alone."""
    file = await document(actor, AnnouncementId(callback_data.announcement))
    await send_file(messengers(bot), actor, view.document(file))


async def book(query: CallbackQuery, callback_data: BookFromList, actor: Actor, dialog_manager: DialogManager) -> None:
    """The list of subjects, for who books at all."""
    await (await given(dialog_manager, OfferedSubjects))(actor)
    await open_above(dialog_manager, Book.subject, {})

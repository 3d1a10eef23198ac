"""What the buttons of notices of questions do: the right is asked first, a refusal opens nothing (ADR 4)."""

from aiogram import Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from dishka import FromDishka

from handlers.consultations.notice_buttons import open_above
from handlers.questions.callbacks import AfterIt, AskInWriting, AskMore, OpenIt, OpenMine, TakeIt, Thanks, WatchIt
from handlers.questions.states import Answer, Ask, Asked, Watch
from handlers.shell import given
from handlers.texts import Texts
from shnor_domain.consultations.model import BookingId
from shnor_domain.consultations.use_cases.mine import MyBooking
from shnor_domain.identity import Actor
from shnor_domain.questions.model import QuestionId
from shnor_domain.questions.use_cases.answering import ShowQuestion, TakeQuestion
from shnor_domain.questions.use_cases.going_on import CloseQuestion
from shnor_domain.questions.use_cases.mine import MyQuestion
from shnor_domain.questions.use_cases.parting import SayAfterMeeting
from shnor_domain.questions.use_cases.watching import WatchedQuestion


def router() -> Router:
    """A fresh router."""
    made = Router(name=__name__)
    made.callback_query.register(take, TakeIt.filter())
    made.callback_query.register(open_it, OpenIt.filter())
    made.callback_query.register(open_mine, OpenMine.filter())
    made.callback_query.register(thanks, Thanks.filter())
    made.callback_query.register(ask_more, AskMore.filter())
    made.callback_query.register(after_it, AfterIt.filter())
    made.callback_query.register(watch, WatchIt.filter())
    made.callback_query.register(ask_in_writing, AskInWriting.filter())
    return made


async def take(query: CallbackQuery, callback_data: TakeIt, actor: Actor, dialog_manager: DialogManager) -> None:
    """Hers, and the card below."""
    which = QuestionId(callback_data.question)
    await (await given(dialog_manager, TakeQuestion))(actor, which)
    await open_above(dialog_manager, Answer.card, {"question": which})


async def open_it(query: CallbackQuery, callback_data: OpenIt, actor: Actor, dialog_manager: DialogManager) -> None:
    """The question as it stands."""
    which = QuestionId(callback_data.question)
    await (await given(dialog_manager, ShowQuestion))(actor, which)
    await open_above(dialog_manager, Answer.card, {"question": which})


async def open_mine(query: CallbackQuery, callback_data: OpenMine, actor: Actor, dialog_manager: DialogManager) -> None:
    """Her question with its thread."""
    await _mine(dialog_manager, actor, callback_data.question)
    await open_above(dialog_manager, Asked.card, {"question": callback_data.question})


async def thanks(
    query: CallbackQuery,
    callback_data: Thanks,
    actor: Actor,
    texts: Texts,
    dialog_manager: DialogManager,
    close: FromDishka[CloseQuestion],
) -> None:
    """A word on the screen: the answer stays where it is. What waits again is shown instead."""
    if await close(actor, QuestionId(callback_data.question), thanks=True):
        await query.answer(texts.plain("question-thanked"))
    else:
        await open_above(dialog_manager, Asked.card, {"question": callback_data.question})


async def after_it(
    query: CallbackQuery,
    callback_data: AfterIt,
    actor: Actor,
    texts: Texts,
    dialog_manager: DialogManager,
    say: FromDishka[SayAfterMeeting],
) -> None:
    """A word on the screen; what has gone on meanwhile is shown instead."""
    if await say(actor, QuestionId(callback_data.question), callback_data.said):
        await query.answer(texts.plain("question-after-said", said=callback_data.said.value))
    else:
        await open_above(dialog_manager, Asked.card, {"question": callback_data.question})


async def ask_more(query: CallbackQuery, callback_data: AskMore, actor: Actor, dialog_manager: DialogManager) -> None:
    """Her further question."""
    await _mine(dialog_manager, actor, callback_data.question)
    await open_above(dialog_manager, Asked.text, {"question": callback_data.question})


async def watch(query: CallbackQuery, callback_data: WatchIt, actor: Actor, dialog_manager: DialogManager) -> None:
    """Who has it, without its text."""
    which = QuestionId(callback_data.question)
    await (await given(dialog_manager, WatchedQuestion))(actor, which)
    await open_above(dialog_manager, Watch.card, {"question": which})


async def ask_in_writing(
    query: CallbackQuery, callback_data: AskInWriting, actor: Actor, dialog_manager: DialogManager
) -> None:
    """A question to the host of her booking, instead of a connection that does not hold."""
    card = await (await given(dialog_manager, MyBooking))(actor, BookingId(callback_data.booking))
    data: dict[str, str | int] = {"topic": str(card.booking.subject), "booking": card.booking.id}
    await open_above(dialog_manager, Ask.text, data)


async def _mine(manager: DialogManager, actor: Actor, which: int) -> None:
    await (await given(manager, MyQuestion))(actor, QuestionId(which))

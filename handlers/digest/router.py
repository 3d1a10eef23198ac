"""«Напомнить завтра»: answered on the spot, the digest stays as it is (ADR 4)."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from aiogram import Router
from aiogram.types import CallbackQuery
from dishka import FromDishka

from handlers.digest.callbacks import Tomorrow
from handlers.texts import Texts, times
from shnor_domain.clock import Clock
from shnor_domain.identity import Actor
from shnor_domain.notifications.model import NoticeId
from shnor_domain.notifications.use_cases import RemindTomorrow


def router() -> Router:
    """A fresh router."""
    made = Router(name=__name__)
    made.callback_query.register(tomorrow, Tomorrow.filter())
    return made


async def tomorrow(
    query: CallbackQuery,
    callback_data: Tomorrow,
    actor: Actor,
    texts: Texts,
    clock: FromDishka[Clock],
    remind: FromDishka[RemindTomorrow],
) -> None:
    """Names the day on which her next digest goes."""
    goes = await remind(actor, NoticeId(callback_data.notice))
    if goes is None:
        await query.answer(texts.plain("remind-nothing"), show_alert=True)
        return
    now, zone = clock.now(), ZoneInfo(actor.zone)
    is_tomorrow = goes.astimezone(zone).date() - now.astimezone(zone).date() == timedelta(days=1)
    words = texts.plain("remind-tomorrow", when=times.own(texts, goes, actor.zone, now=now), tomorrow=is_tomorrow)
    await query.answer(words, show_alert=True)

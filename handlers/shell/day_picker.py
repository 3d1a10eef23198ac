"""A calendar in the language of the texts, between two dates, on the clock of the bot and not of the machine."""

from collections.abc import Awaitable, Callable, Collection
from datetime import date, timedelta
from typing import Any, cast

from aiogram.types import CallbackQuery, InlineKeyboardButton
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.api.internal import ButtonVariant, RawKeyboard
from aiogram_dialog.api.protocols import DialogProtocol
from aiogram_dialog.widgets.common import WhenCondition
from aiogram_dialog.widgets.kbd import Keyboard

from handlers.shell.words import pick, texts_of
from shnor_domain.errors import Stale

_NOTHING = "-"
_MONTH = "m"
_BLANK = "·"


class DayPicker(Keyboard):
    """One month of days; `on_day(manager, day)` hears of a tap on a day that may be chosen.

    `first`, `last` and `today` are paths to dates in the window's data; `days`, where given, is the path to the only
    dates that may be chosen. Opens at the day of path `opens`, where given, else at the first such day, else at today.
    """

    def __init__(
        self,
        id: str,
        on_day: Callable[[DialogManager, date], Awaitable[None]],
        *,
        first: str = "first_day",
        last: str = "last_day",
        today: str = "today",
        days: str | None = None,
        opens: str | None = None,
        when: WhenCondition = None,
    ) -> None:
        super().__init__(id=id, when=when)
        self.on_day = on_day
        self.first, self.last, self.today, self.days, self.opens = first, last, today, days, opens

    async def _render_keyboard(self, data: dict[str, Any], manager: DialogManager) -> RawKeyboard:
        texts = texts_of(manager)
        first, last, today = (cast(date, pick(data, path)) for path in (self.first, self.last, self.today))
        only = None if self.days is None else cast(Collection[date], pick(data, self.days))
        opens = today if self.opens is None else cast(date, pick(data, self.opens))
        usual = min(only) if only and self.opens is None else min(max(opens, first), last)
        month = self._month(manager, usual, first, last)
        start = month - timedelta(days=month.weekday())
        rows: RawKeyboard = [[self._button(texts.button("btn-month", month=month), _NOTHING)]]
        rows.append(
            [
                self._button(texts.button("btn-weekday", day=start + timedelta(days=shift)), _NOTHING)
                for shift in range(7)
            ]
        )
        while start < _next_month(month):
            week = [start + timedelta(days=shift) for shift in range(7)]
            open_days = {
                day
                for day in week
                if day.month == month.month and first <= day <= last and (only is None or day in only)
            }
            if open_days:  # weeks without a choice only push the buttons off the screen
                rows.append([self._day(manager, day, today) if day in open_days else self._blank() for day in week])
            start += timedelta(days=7)
        before, after = (month - timedelta(days=1)).replace(day=1), _next_month(month)
        turns: list[ButtonVariant] = []
        if before >= first.replace(day=1):
            turns.append(self._button(texts.button("btn-month-previous", month=before), _MONTH + before.isoformat()))
        if after <= last:
            turns.append(self._button(texts.button("btn-month-next", month=after), _MONTH + after.isoformat()))
        return [*rows, turns] if turns else rows

    async def _process_item_callback(
        self, callback: CallbackQuery, data: str, dialog: DialogProtocol, manager: DialogManager
    ) -> bool:
        if data == _NOTHING:
            return True
        try:
            day = date.fromisoformat(data.removeprefix(_MONTH))
        except ValueError as forged:
            raise Stale from forged
        if data.startswith(_MONTH):
            self.set_widget_data(manager, day.isoformat())
        elif await self._offered(day, dialog, manager):
            await self.on_day(manager, day)
        else:
            raise Stale
        return True

    async def _offered(self, day: date, dialog: DialogProtocol, manager: DialogManager) -> bool:
        """Whether the day may be chosen now: a tap may be old, or forged."""
        window = cast(Window, cast(Dialog, dialog).windows[manager.current_context().state])
        data = await window.load_data(dialog, manager)
        first, last = (cast(date, pick(data, path)) for path in (self.first, self.last))
        return first <= day <= last and (self.days is None or day in cast(Collection[date], pick(data, self.days)))

    def _month(self, manager: DialogManager, default: date, first: date, last: date) -> date:
        """The month turned to, unless the bounds have moved past it meanwhile."""
        turned = self.get_widget_data(manager, None)
        month = (date.fromisoformat(turned) if turned else default).replace(day=1)
        return min(max(month, first.replace(day=1)), last.replace(day=1))

    def _day(self, manager: DialogManager, day: date, today: date) -> InlineKeyboardButton:
        key = "btn-day-today" if day == today else "btn-day"
        return self._button(texts_of(manager).button(key, day=day), day.isoformat())

    def _blank(self) -> InlineKeyboardButton:
        return self._button(_BLANK, _NOTHING)

    def _button(self, label: str, data: str) -> InlineKeyboardButton:
        return InlineKeyboardButton(text=label, callback_data=self._item_callback_data(data))


def _next_month(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=1)

"""What windows of consultations share: lists of choices, and buttons that lead from one to another."""

from aiogram_dialog import StartMode
from aiogram_dialog.widgets.common import WhenCondition
from aiogram_dialog.widgets.kbd import Keyboard, Start

from handlers.consultations.states import Book, Mine
from handlers.shell import T


def to_my_things(when: WhenCondition = None) -> Keyboard:
    """«Мои дела» in this very message."""
    return Start(T("btn-my-things"), id="mine", state=Mine.things, mode=StartMode.RESET_STACK, when=when)


def to_booking(when: WhenCondition = None) -> Keyboard:
    """«Записаться на консультацию» in this very message."""
    return Start(T("btn-consult"), id="consult", state=Book.subject, mode=StartMode.RESET_STACK, when=when)

"""What every dialog shares: texts by key, pages, steps, typed answers, a calendar, a word on top of the window."""

from handlers.shell.above import Above, tell
from handlers.shell.buttons import Home, back_button, cancel_button, menu_button, way_back
from handlers.shell.choices import Choice, choices
from handlers.shell.day_picker import DayPicker
from handlers.shell.given import given
from handlers.shell.inputs import Asks, expects
from handlers.shell.pages import Paged, Pages
from handlers.shell.screen import Screen
from handlers.shell.words import Step, T, texts_of

__all__ = [
    "Above",
    "Asks",
    "Choice",
    "DayPicker",
    "Home",
    "Paged",
    "Pages",
    "Screen",
    "Step",
    "T",
    "back_button",
    "cancel_button",
    "choices",
    "expects",
    "given",
    "menu_button",
    "tell",
    "texts_of",
    "way_back",
]

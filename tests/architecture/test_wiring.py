"""The parts meet: every use case is built, every button fits into 64 bytes, every planned notice can be told."""

import ast
import importlib
import pkgutil
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from datetime import date
from enum import Enum
from pathlib import Path
from types import ModuleType

import pytest
from aiogram.filters.callback_data import CallbackData
from aiogram_dialog import Dialog
from aiogram_dialog.api.internal import Widget
from aiogram_dialog.widgets.kbd import Keyboard, Select

import bot
import handlers
import shnor_domain
from bot import use_cases
from bot.assembly import Assembly
from bot.clock import SystemClock
from bot.import_files import ImportFiles
from bot.routers import routers
from handlers.registration.consent_file import ConsentFile
from handlers.shell.screen import mark_of
from handlers.texts import Texts
from shnor_domain.notifications.model import KindPolicy
from shnor_domain.people.model.consent import ConsentTerms
from shnor_domain.people.model.links import new_code
from shnor_domain.people.model.preferences import Names, Notices
from shnor_domain.storage.engine import Database

ROOT = Path(__file__).parents[2]
MOST_BYTES = 64
"""Bot API, InlineKeyboardButton.callback_data."""
LARGEST_ID = 2**53
"""Above what any counter of ours reaches, and what a Telegram id may be."""
LONGEST_SUBJECT = "s" * 40
STRINGS = {
    ("Agree", "answer"): "agree-later",
    ("Agree", "link"): new_code(),
    ("BookAgain", "subject"): LONGEST_SUBJECT,
    ("Invited", "link"): new_code(),
    ("News", "what"): max((each.value for each in Notices), key=len),
}
"""The longest text that each field of a button carries; a new one says it here."""
INTENT = 6 + 1
"""What aiogram-dialog puts before a button of a window: the intent's id and a separator."""


def modules(*packages: ModuleType) -> Iterator[ModuleType]:
    for package in packages:
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not found.name.endswith("__main__") and ".migrations" not in found.name:
                yield importlib.import_module(found.name)


def buttons() -> list[type[CallbackData]]:
    """Of the bot itself: those of libraries and tests aside."""
    assert list(modules(bot, handlers))

    def below(kind: type[CallbackData]) -> Iterator[type[CallbackData]]:
        for child in kind.__subclasses__():
            yield child
            yield from below(child)

    return [each for each in below(CallbackData) if each.__module__.startswith(("bot.", "handlers."))]


@pytest.fixture
async def assembly(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Assembly]:
    clock, database = SystemClock(), Database(sqlite_url)
    terms = ConsentTerms(1, date(2026, 9, 1), "Институт", "г. Примерный, 1", "77-00-000000", 30)
    yield Assembly(database, clock, clock, terms, ConsentFile(), Names.FULL, Texts(), ImportFiles(tmp_path))
    await database.close()


async def test_the_container_builds_every_use_case(assembly: Assembly) -> None:
    fields = assembly.fields()
    container = assembly.container(fields | {"kinds": assembly.kinds(fields)})
    for case in use_cases.classes():
        assert isinstance(await container.get(case), case)
    await container.close()


def test_prefixes_of_buttons_are_unique() -> None:
    prefixes = Counter(each.__prefix__ for each in buttons())
    assert {prefix for prefix, count in prefixes.items() if count > 1} == set()


@pytest.mark.parametrize("button", buttons(), ids=lambda button: button.__prefix__)
def test_a_button_with_the_longest_values_fits(button: type[CallbackData]) -> None:
    packed = button(**{name: longest(button, name) for name in button.model_fields}).pack()
    assert len(packed.encode()) <= MOST_BYTES, packed
    assert button.unpack(packed).pack() == packed


def longest(button: type[CallbackData], name: str) -> object:
    field = button.model_fields[name]
    kind = field.annotation
    if kind is int:
        return min([LARGEST_ID, *(each.lt - 1 for each in field.metadata if hasattr(each, "lt"))])
    if isinstance(kind, type) and issubclass(kind, Enum):
        return max(kind, key=lambda one: len(str(one.value)))
    return True if kind is bool else STRINGS[button.__name__, name]


def test_buttons_of_windows_fit_with_the_longest_value() -> None:
    """A list's button carries its row's id: the longest are codes of subjects."""
    found = [widget for dialog in dialogs() for widget in buttons_of(dialog)]
    longest = {
        f"{widget.widget_id}:{LONGEST_SUBJECT}" if isinstance(widget, Select) else f"{widget.widget_id}:1"
        for widget in found
    }
    assert len(longest) > 20 and any(isinstance(widget, Select) for widget in found)
    assert {data for data in longest if len(data.encode()) > MOST_BYTES - INTENT} == set()


def test_every_window_belongs_to_one_dialog() -> None:
    states = Counter(state for dialog in dialogs() for state in dialog.windows)
    assert {state for state, count in states.items() if count > 1} == set()
    groups = Counter(dialog.states_group() for dialog in dialogs())
    assert {group for group, count in groups.items() if count > 1} == set()
    # what a chat is in is stored by the name of the group, without its module
    names = Counter(group.__name__ for group in groups)
    assert {name for name, count in names.items() if count > 1} == set()


def test_every_window_of_every_group_of_states_exists() -> None:
    """A state without a window is a button that leads to an error."""
    missing = {
        str(state)
        for dialog in dialogs()
        for state in dialog.states_group().__all_states__
        if state not in dialog.windows
    }
    assert missing == set()


def test_no_two_windows_have_the_same_mark_on_their_buttons() -> None:
    """Else a tap on the one, long gone, would be taken for a tap on the other."""
    states = [state for dialog in dialogs() for state in dialog.states_group().__all_states__]
    marks = Counter(mark_of(state) for state in states)
    assert [str(state) for state in states if marks[mark_of(state)] > 1] == []


def dialogs() -> list[Dialog]:
    return [router for router in routers() if isinstance(router, Dialog)]


def buttons_of(dialog: Dialog) -> Iterator[Keyboard]:
    seen: set[int] = set()
    waiting: list[object] = list(dialog.windows.values())
    while waiting:
        each = waiting.pop()
        if id(each) in seen:
            continue
        seen.add(id(each))
        if isinstance(each, Keyboard) and each.widget_id:
            yield each
        for part in vars(each).values():
            parts = part if isinstance(part, list | tuple) else [part]
            waiting.extend(one for one in parts if isinstance(one, Widget))


def test_every_notice_that_is_planned_can_be_told(assembly: Assembly) -> None:
    kinds = assembly.kinds(assembly.fields())
    planned = set(policies()) | set(told_by_people())
    assert len(planned) > 15
    assert {name for name in planned if name not in kinds.names} == set()
    assert {name for name in kinds.names if name not in planned} == set(), "nobody plans it"
    assert {name: kinds[name].policy.kind for name in kinds.names} == {name: name for name in kinds.names}


def policies() -> Iterator[str]:
    """Kinds of `POLICIES` of the features' `notices` modules."""
    for module in modules(shnor_domain):
        for policy in getattr(module, "POLICIES", ()):
            assert isinstance(policy, KindPolicy)
            yield policy.kind


def told_by_people() -> Iterator[str]:
    """Third argument of each `Telling`, followed to the callers where it is a parameter."""
    trees = [
        ast.parse(file.read_text(encoding="utf-8")) for file in sorted((ROOT / "shnor_domain" / "people").rglob("*.py"))
    ]
    for tree in trees:
        functions = [node for node in ast.walk(tree) if isinstance(node, ast.AsyncFunctionDef | ast.FunctionDef)]
        for function in functions:
            for call in calls(function, "Telling"):
                yield from values(kind_of(call), function, tree, trees)


def calls(where: ast.AST, name: str) -> list[ast.Call]:
    return [
        node
        for node in ast.walk(where)
        if isinstance(node, ast.Call) and name in (getattr(node.func, "id", None), getattr(node.func, "attr", None))
    ]


def kind_of(call: ast.Call) -> ast.expr:
    return next((each.value for each in call.keywords if each.arg == "kind"), None) or call.args[2]


def values(
    kind: ast.expr, function: ast.AsyncFunctionDef | ast.FunctionDef, tree: ast.Module, trees: list[ast.Module]
) -> Iterator[str]:
    """All texts that the expression can be, by the literals that callers give."""
    if isinstance(kind, ast.Constant):
        yield str(kind.value)
        return
    before, name = "", kind
    if isinstance(kind, ast.JoinedStr):
        head, hole = kind.values
        assert isinstance(head, ast.Constant) and isinstance(hole, ast.FormattedValue)
        before, name = str(head.value), hole.value
    assert isinstance(name, ast.Name), ast.dump(kind)
    position = [each.arg for each in function.args.args].index(name.id)
    # a private function is called in its own module
    given = [
        call.args[position]
        for place in ([tree] if function.name.startswith("_") else trees)
        for call in calls(place, function.name)
    ]
    assert given
    for each in given:
        assert isinstance(each, ast.Constant), f"{function.name}: {ast.dump(each)}"
        yield before + str(each.value)

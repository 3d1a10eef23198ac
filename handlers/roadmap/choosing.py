"""Which item of a plan: the page that moving, naming and dropping begin with."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from aiogram.fsm.state import State
from aiogram_dialog import DialogManager

from handlers.people.form import Form
from handlers.roadmap.reading import plan_of
from handlers.roadmap.views import item_choices, item_lines
from handlers.shell import Screen, T, cancel_button, choices, given, menu_button, texts_of
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turned_to
from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.roadmap.use_cases.looking import OpenPlan, PlanEntry, PlanView
from shnor_domain.territories.paging import page_of


@dataclass(frozen=True, slots=True)
class ItemChoice:
    """`id` is that of the list, `which` its window and `then` the next one; `may` whether the reader of a plan comes in
    at all, `offered` which of its entries stand there."""

    id: str
    which: State
    then: State
    may: Callable[[PlanView], bool]
    offered: Callable[[PlanEntry], bool]

    async def chosen(self, manager: DialogManager) -> tuple[PlanView, PlanEntry]:
        """What was tapped, as it is now. Raises `NotFound` when it is no longer offered."""
        (view, entries), wanted = await self._entries(manager), int(Form(manager)["item"])
        entry = next((entry for entry in entries if entry.item.id == wanted), None)
        if entry is None:
            raise NotFound
        return view, entry

    def screen(self, question: T, nothing: T) -> Screen:
        """`question` has the `lines` when there are «some»; `nothing` stands there when it is «empty»."""
        return Screen(
            question,
            nothing,
            choices(self.id, self._on_item, int),
            Turning(self.id),
            cancel_button("btn-back"),
            menu_button(),
            state=self.which,
            getter=self._page,
        )

    async def _entries(self, manager: DialogManager) -> tuple[PlanView, list[PlanEntry]]:
        view = await (await given(manager, OpenPlan))(actor_of(manager), plan_of(manager))
        if not self.may(view):
            raise NotAllowed
        return view, [entry for entry in view.entries if self.offered(entry)]

    async def _page(self, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
        view, entries = await self._entries(dialog_manager)
        page = page_of(entries, turned_to(dialog_manager, self.id))
        texts, items = texts_of(dialog_manager), [entry.item for entry in page.rows]
        return {
            "lines": item_lines(texts, items, view.today),
            self.id: item_choices(texts, items),
            "some": bool(items),
            "empty": not items,
            "page": page.number,
            "pages": page.pages,
        }

    async def _on_item(self, manager: DialogManager, item: int) -> None:
        Form(manager)["item"] = item
        await manager.switch_to(self.then)

"""What is written so far, as JSON in the dialog: it outlives /help, a restart and a kill."""

from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, time
from typing import Any

from aiogram_dialog import DialogManager

from handlers.people.form import Form, territory_data, territory_of
from shnor_domain.announcements.audience import Audience, audience_of, data_of
from shnor_domain.announcements.content import Content, KeptFile, Link
from shnor_domain.announcements.model import By, Draft, Start
from shnor_domain.identity import Role, SubjectId


@dataclass(slots=True)
class Writing:
    """Parts of the draft; what was not said yet is as a new draft has it."""

    manager: DialogManager

    @property
    def by(self) -> By:
        """As who it is told; `Stale` before that is known."""
        role, where = Form(self.manager)["by"]
        return By(Role(role), territory_of(where))

    @by.setter
    def by(self, by: By) -> None:
        Form(self.manager)["by"] = [by.role.value, territory_data(by.territory)]

    @property
    def content(self) -> Content:
        """Words, files and buttons."""
        data = self._part("content")
        photo, document, link = data.get("photo"), data.get("document"), data.get("link")
        subject = data.get("subject")
        return Content(
            text=str(data.get("text", "")),
            photo=None if photo is None else KeptFile(**photo),
            document=None if document is None else KeptFile(**document),
            link=None if link is None else Link(**link),
            acknowledge=bool(data.get("acknowledge")),
            book=bool(data.get("book")),
            subject=None if subject is None else SubjectId(subject),
        )

    def say(self, **changes: Any) -> None:
        """Change fields of the content; whatever changes, the question about twice the same is asked anew."""
        self._keep("content", asdict(replace(self.content, **changes)))

    @property
    def audience(self) -> Audience:
        """Whom it is for."""
        return audience_of(self._part("audience"))

    def address(self, **changes: Any) -> None:
        """Change criteria; a year without status and cluster is none."""
        audience = replace(self.audience, **changes)
        if not (audience.statuses or audience.clusters):
            audience = replace(audience, year=None)
        self._keep("audience", data_of(audience))

    @property
    def start(self) -> Start:
        """When it goes."""
        data = self._part("start")
        return Start(
            at=None if data.get("at") is None else datetime.fromisoformat(data["at"]),
            day=None if data.get("day") is None else date.fromisoformat(data["day"]),
            hour=None if data.get("hour") is None else time.fromisoformat(data["hour"]),
        )

    @start.setter
    def start(self, start: Start) -> None:
        parts = {"at": start.at, "day": start.day, "hour": start.hour}
        self._keep("start", {name: None if part is None else part.isoformat() for name, part in parts.items()})

    @property
    def urgent(self) -> str | None:
        """Why it goes through the night."""
        reason = Form(self.manager).get("urgent")
        return None if reason is None else str(reason)

    @urgent.setter
    def urgent(self, reason: str | None) -> None:
        Form(self.manager)["urgent"] = reason

    @property
    def twice(self) -> bool:
        """The same went within the hour, and that has been said."""
        return bool(Form(self.manager).get("twice"))

    @twice.setter
    def twice(self, twice: bool) -> None:
        Form(self.manager)["twice"] = twice

    @property
    def draft(self) -> Draft:
        """All of it."""
        return Draft(self.by, self.audience, self.content, self.start, self.urgent)

    def _part(self, name: str) -> dict[str, Any]:
        return dict(Form(self.manager).get(name) or {})

    def _keep(self, name: str, data: object) -> None:
        Form(self.manager)[name] = data
        self.twice = False

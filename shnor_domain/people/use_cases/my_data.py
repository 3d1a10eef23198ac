"""/privacy: what is kept about a person, to look at and to take away (rule 10)."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from shnor_domain.clock import Clock
from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor, PersonId, Territory
from shnor_domain.people.model.readable import Labels, readable_page
from shnor_domain.people.ports import Contributes, PeopleWork
from shnor_domain.people.use_cases.rights import person_of
from shnor_domain.work import Opens

Data = dict[str, Any]
"""Sections by key; values are JSON: text, numbers, lists and dictionaries. Instants are ISO 8601 in UTC."""


@dataclass(frozen=True, slots=True)
class Export:
    """Two files of the same data; `json` is UTF-8, `page` an HTML document without anything from outside."""

    json: bytes
    page: bytes


@dataclass(frozen=True, slots=True)
class ShowMyData:
    """Everything kept about the actor, and nothing about others beyond their ids; features add their sections."""

    read: Opens[PeopleWork]
    contributes: tuple[Contributes, ...] = field(default=())

    async def __call__(self, actor: Actor) -> Data:
        """JSON values by section."""
        person = person_of(actor)
        async with self.read() as work:
            data = await _own(work, person)
            for contribute in self.contributes:
                data |= await contribute(work, person)
        return data


@dataclass(frozen=True, slots=True)
class ExportMyData:
    """The same data as files; nothing of them stays here."""

    read: Opens[PeopleWork]
    clock: Clock
    contributes: tuple[Contributes, ...] = field(default=())

    async def __call__(self, actor: Actor, labels: Labels) -> Export:
        """`labels` words the readable page."""
        data = await ShowMyData(self.read, self.contributes)(actor)
        made = self.clock.now()
        body = json.dumps({"made": made.isoformat(), **data}, ensure_ascii=False, indent=2)
        return Export(body.encode(), readable_page(data, labels).encode())


async def _own(work: PeopleWork, person: PersonId) -> Data:
    found = await work.people.get(person)
    if found is None:
        raise NotFound
    preferences = await work.people.preferences(person)
    return {
        "person": {"name": found.name, "zone": found.zone, "created": _at(found.created), "seen": _at(found.seen)},
        "accounts": [
            {"chat": account.chat, "active": account.active, "since": _at(account.since)}
            for account in await work.people.accounts(person)
        ],
        "consents": [
            {"version": consent.version, "given": _at(consent.given), "withdrawn": _at(consent.withdrawn)}
            for consent in await work.consents.of(person)
        ],
        "preferences": {
            "quiet_from": preferences.quiet.start,
            "quiet_to": preferences.quiet.end,
            "save_traffic": preferences.save_traffic,
            "names": None if preferences.names is None else preferences.names.value,
            "notices": preferences.notices.value,
            "digest_at": preferences.digest_at,
            "leave_until": _on(preferences.leave_until),
        },
        "places": [
            {
                "role": kept.place.role.value,
                **_where(kept.place.territory),
                "subjects": sorted(kept.place.subjects),
                "starts": _on(kept.place.starts),
                "ends": _on(kept.place.ends),
                "order": None if kept.order is None else kept.order.number,
                "order_date": None if kept.order is None else _on(kept.order.dated),
            }
            for kept in await work.places.of(person)
        ],
        "applications": [
            {
                "role": each.role.value,
                **_where(each.territory),
                "subjects": sorted(each.subjects),
                "created": _at(each.created),
                "state": each.state.value,
                "reason": each.reason,
            }
            for each in await work.applications.of(person)
        ],
        "pairs": [
            {
                "kind": pair.kind.value,
                "school": pair.school,
                "order": pair.order.number,
                "starts": _on(pair.starts),
                "ends": _on(pair.ends),
            }
            for pair in _once([*await work.pairs.of_helper(person), *await work.pairs.of_teacher(person)])
        ],
        "log": [
            {"at": _at(entry.at), "action": entry.action, "subject": entry.subject}
            for entry in await work.audit.about(person)
        ],
    }


def _once(pairs: Sequence[Any]) -> list[Any]:
    return list(dict.fromkeys(pairs))


def _where(territory: Territory) -> Data:
    return {"region": territory.region, "municipality": territory.municipality, "school": territory.school}


def _at(instant: datetime | None) -> str | None:
    return None if instant is None else instant.isoformat()


def _on(day: date | None) -> str | None:
    return None if day is None else day.isoformat()

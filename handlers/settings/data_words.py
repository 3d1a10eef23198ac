"""Words for the page of one's own data: names of sections and fields, values as a person says them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from handlers.texts import Texts, times
from shnor_domain.identity import MunicipalityId, RegionId, SchoolId, Territory
from shnor_domain.territories.use_cases.naming import NameTerritories
from shnor_domain.territories.use_cases.subjects import NameSubjects

_CODES = {
    "role",
    "names",
    "notices",
    "state",
    "kind",
    "evidence_kind",
    "evidence_state",
    "said",
    "visit_state",
    "support_state",
    "certificate_state",
    "version_state",
}
_CLOCKS = {"quiet_from", "quiet_to", "digest_at"}


@dataclass(frozen=True, slots=True)
class DataWords:
    """Port `Labels`. `places` and `subjects` hold the names behind the ids and codes of this very data."""

    texts: Texts
    zone: str
    places: Mapping[tuple[str, int], str]
    subjects: Mapping[str, str]

    def title(self) -> str:
        """Heading of the page."""
        return self.texts.plain("data-title")

    def nothing(self) -> str:
        """An empty section."""
        return self.texts.plain("data-nothing")

    def name(self, key: str) -> str:
        """A section or field."""
        known = f"data-{key.replace('_', '-')}"
        return self.texts.plain(known if known in self.texts else "data-other")

    def value(self, key: str, value: object) -> str:
        """A value of a field; what needs no words stands as it is."""
        if isinstance(value, bool):
            return self.texts.plain("data-yes" if value else "data-no")
        if isinstance(value, int):
            return self._number(key, value)
        text = str(value)
        if key in _CODES:
            return self._code(key, text)
        if key in ("subject", "subjects"):
            return self.subjects.get(text, text.rpartition(":")[2])
        if key == "zone":
            return times.town_of(self.texts, text)
        if key == "action":
            known = f"data-action-{text.replace(':', '-')}"
            return self.texts.plain(known if known in self.texts else "data-action-other")
        return self._instant(key, text)

    def as_text(self, data: Mapping[str, Any]) -> str:
        """The same as lines for a chat: sections with something in them, a record a line."""
        sections = []
        for key, part in data.items():
            records = [part] if isinstance(part, Mapping) else list(part)
            lines = [line for record in records if (line := self._line(record))]
            if lines:
                sections.append("\n".join([self.name(key), *lines]))
        return "\n\n".join(sections)

    def _line(self, record: Mapping[str, Any]) -> str:
        known = [(key, value) for key, value in record.items() if value not in (None, "", [])]
        return "; ".join(f"{self.name(key)}: {self._plain(key, value)}" for key, value in known)

    def _plain(self, key: str, value: Any) -> str:
        if isinstance(value, Sequence) and not isinstance(value, str):
            return ", ".join(self.value(key, each) for each in value)
        return self.value(key, value)

    def _number(self, key: str, value: int) -> str:
        if key in _CLOCKS:
            return f"{value // 60}:{value % 60:02}"
        if key == "weekday":
            return self.texts.plain("data-weekday-of", number=value)
        return self.places.get((key, value), str(value))

    def _code(self, key: str, code: str) -> str:
        known = f"role-{code}" if key == "role" else f"data-{key.replace('_', '-')}-{code}"
        return self.texts.plain(known) if known in self.texts else self.texts.plain("data-other")

    def _instant(self, key: str, text: str) -> str:
        try:
            instant = datetime.fromisoformat(text)
        except ValueError:
            return text
        if instant.tzinfo is None:
            return text if ":" in text else self.texts.plain("data-day", day=instant.date())
        local = instant.astimezone(ZoneInfo(self.zone))
        return self.texts.plain("data-instant", day=local.date(), clock=local.time().replace(tzinfo=None))


async def words_for(
    texts: Texts, zone: str, data: Mapping[str, Any], names: NameTerritories, subjects: NameSubjects
) -> DataWords:
    """Look up the names behind all ids in `data`."""
    wanted = list(_territories(data))
    named = await names(wanted)
    places: dict[tuple[str, int], str] = {}
    for each in named.values():
        if each.region is not None:
            places["region", each.region.id] = each.region.name
        if each.municipality is not None:
            places["municipality", each.municipality.id] = each.municipality.name
        if each.school is not None:
            places["school", each.school.id] = each.school.name
    return DataWords(texts, zone, places, {code: name for code, name in (await subjects()).items()})


def _territories(part: Any) -> set[Territory]:
    found: set[Territory] = set()
    if isinstance(part, Mapping):
        region, municipality, school = (part.get(key) for key in ("region", "municipality", "school"))
        if any(isinstance(each, int) for each in (region, municipality, school)):
            found.add(
                Territory(
                    None if region is None else RegionId(region),
                    None if municipality is None else MunicipalityId(municipality),
                    None if school is None else SchoolId(school),
                )
            )
        return found.union(*(_territories(each) for each in part.values()))
    if isinstance(part, Sequence) and not isinstance(part, str):
        return found.union(*(_territories(each) for each in part))
    return found

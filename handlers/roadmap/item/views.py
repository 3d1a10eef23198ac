"""An item and what was sent for it, in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from aiogram_dialog import DialogManager

from handlers.registration.views import place_words
from handlers.roadmap.body_words import body_words
from handlers.shell import texts_of
from handlers.shell.acting import actor_of, now_of
from handlers.shell.fitting import fit
from handlers.texts import Safe, Texts
from handlers.texts import times as clocks
from shnor_domain.identity import PersonId
from shnor_domain.roadmap.cards import ItemCard
from shnor_domain.roadmap.evidence import Evidence, EvidenceState, Remark
from shnor_domain.roadmap.model import Item, ItemState
from shnor_domain.roadmap.standing import called_off, day_of
from shnor_domain.territories.use_cases.naming import Named

_TITLE, _FIELD, _SENT, _REMARK = 300, 200, 500, 200
"""Units of what others typed: a card with all of it stays below a message."""
_WINDOWS = 6
REMARKS_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Reader:
    """Who looks, on which clock, when."""

    texts: Texts
    person: PersonId | None
    zone: str
    now: datetime

    @property
    def today(self) -> date:
        """On her wall."""
        return self.local(self.now)

    def local(self, instant: datetime) -> date:
        """The day of an instant there."""
        return instant.astimezone(ZoneInfo(self.zone)).date()

    def day(self, day: date) -> str:
        """«22 декабря», with the year where it is not this one."""
        return self.texts.plain("item-day" if day.year == self.today.year else "item-day-year", day=day)


async def reader_of(manager: DialogManager) -> Reader:
    """The reader of this update."""
    actor = actor_of(manager)
    return Reader(texts_of(manager), actor.person, actor.zone, await now_of(manager))


def card_text(reader: Reader, card: ItemCard, where: Named) -> Safe:
    """Everything that the card says, one fact a line."""
    return Safe("\n".join(_lines(reader, card, where)))


def _lines(reader: Reader, card: ItemCard, where: Named) -> Iterator[str]:
    texts, item = reader.texts, card.item
    yield title_line(texts, item)
    yield texts("item-of", plan=fit(card.plan, _FIELD), where=place_words(texts, where))
    yield from _when(reader, item)
    yield _state(reader, card)
    if (day := called_off(item)) is not None and (due := day_of(item)) is not None:
        yield texts("item-put-off", day=reader.day(day), due=reader.day(due))
    if item.state is ItemState.OPEN and item.confirmed:
        yield texts("item-confirmed-part", day=reader.day(item.due[item.confirmed - 1].last))
    if item.delay is not None:
        yield texts("item-delay", delay=item.delay.value)
    if card.parts:
        count = sum(card.parts.values()) - card.parts.get(ItemState.DROPPED, 0)
        yield texts("item-parts", count=count, done=card.parts.get(ItemState.DONE, 0))
    for key, value in (("bodies", body_words(texts, item.bodies)), ("goal", item.goal), ("result", item.result)):
        if value:
            yield texts(f"item-{key}", value=fit(value, _FIELD))
    if item.document is not None:
        yield texts("item-document", document=item.document)
    if item.state is ItemState.OPEN and not card.parts:
        yield texts("item-reviewer", level=_level(card))
    if card.latest is not None:
        yield version_line(reader, card.latest)
        if card.latest.text:
            yield texts("item-quote", text=fit(card.latest.text, _SENT))
    yield from remark_lines(reader, card.remarks)


def title_line(texts: Texts, item: Item) -> Safe:
    """«3. Договор с СОШ № 11»."""
    return texts("item-title", number=item.number, has=bool(item.number), title=fit(item.title, _TITLE))


def _when(reader: Reader, item: Item) -> Iterator[str]:
    windows = item.due
    if item.period.verbatim:
        yield reader.texts("item-period", period=fit(item.period.verbatim, _FIELD))
    if len(windows) > 1:
        days = [reader.texts.plain("item-window", first=reader.day(one.first), last=reader.day(one.last))
                for one in windows[:_WINDOWS]]  # fmt: skip
        yield reader.texts("item-windows", windows="; ".join(days), more=len(windows) > _WINDOWS)


def _state(reader: Reader, card: ItemCard) -> Safe:
    texts, item, latest = reader.texts, card.item, card.latest
    if item.state is ItemState.ON_REVIEW and item.sent is not None:
        return texts("item-on-review", day=reader.day(reader.local(item.sent)), level=_level(card))
    if item.state is ItemState.DONE:
        confirmed = latest is not None and latest.state is EvidenceState.CONFIRMED
        decided = latest.decided if latest is not None and confirmed else None
        return texts("item-done") if decided is None else texts("item-confirmed", day=reader.day(reader.local(decided)))
    if item.state is ItemState.DROPPED:
        return texts("item-dropped")
    day = day_of(item)
    if day is None:
        return texts("item-undated")
    return texts("item-due", day=reader.day(day), passed=day < reader.today)


def _level(card: ItemCard) -> str:
    return "none" if card.reviewer is None else card.reviewer.value


def remark_lines(reader: Reader, remarks: Sequence[Remark]) -> Iterator[str]:
    """The first of the open remarks, and how many more."""
    if remarks:
        yield reader.texts("item-remarks")
    for number, remark in enumerate(remarks[:REMARKS_SHOWN], 1):
        yield reader.texts("item-remark", number=str(number), text=fit(remark.text, _REMARK))
    if len(remarks) > REMARKS_SHOWN:
        yield reader.texts("item-remarks-more", count=len(remarks) - REMARKS_SHOWN)


def version_line(reader: Reader, version: Evidence) -> Safe:
    """«Версия 2: фото, 3 декабря, отправили вы, ждёт проверки»."""
    return reader.texts(
        "item-version",
        number=str(version.version),
        kind=version.kind.value,
        day=reader.day(reader.local(version.at)),
        state=version.state.value,
        decided="" if version.decided is None else reader.day(reader.local(version.decided)),
        when=version.decided is not None,
        mine=version.author is not None and version.author == reader.person,
        visit="" if version.day is None else reader.day(version.day),
        visited=version.day is not None,
    )


def version_text(reader: Reader, item: Item, version: Evidence) -> Safe:
    """One version with its text, and what file it has."""
    lines = [title_line(reader.texts, item), version_line(reader, version)]
    lines.append(
        reader.texts("item-version-at", when=clocks.own(reader.texts, version.at, reader.zone, now=reader.now))
    )
    if version.file is not None:
        lines.append(
            reader.texts(
                "item-version-file",
                name=version.name,
                named=bool(version.name),
                size=max(1, round((version.size or 0) / 1024)),
            )
        )
    if version.text:
        lines.append(reader.texts("item-quote", text=fit(version.text, 2_000)))
    if version.state is EvidenceState.ERASED:
        lines.append(reader.texts("item-version-erased"))
    return Safe("\n".join(lines))

"""Rows of a day as one message: parts in their order, at most eight rows with a button each, and how many more (L3)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from zoneinfo import ZoneInfo

from handlers.digest.callbacks import Tomorrow
from handlers.shell.fitting import whole_lines
from handlers.texts import Safe, Texts
from handlers.texts.texts import clip
from shnor_domain.clock import Clock
from shnor_domain.messaging import Button, Message
from shnor_domain.notifications.digests import one_of_each
from shnor_domain.notifications.model import Line, NoticeId, Part, Reader
from shnor_domain.territories.paging import ROWS

_PARTS = tuple(Part)
_ROW = 400
"""Units of one row: eight of them with the heads fit into a message whatever names are."""
_BUTTON = 28


@dataclass(frozen=True, slots=True)
class DigestView:
    """Port `RenderDigest`."""

    texts: Texts
    clock: Clock

    async def __call__(self, first: NoticeId, lines: Sequence[Line], reader: Reader) -> Message:
        """Rows about one thing are one."""
        ordered = sorted(one_of_each(lines), key=_place)
        shown = list(enumerate(ordered[:ROWS], 1))
        today = self.clock.now().astimezone(ZoneInfo(reader.zone)).date()
        words = [self.texts("digest-head", day=today), *self._parts(shown)]
        if len(ordered) > ROWS:
            words.append(self.texts("digest-more", count=len(ordered) - ROWS))
        tomorrow = Button(self.texts.button("btn-digest-tomorrow"), Tomorrow(notice=first).pack())
        return Message("\n".join(words), (*self._buttons(shown), (tomorrow,)))

    def _parts(self, shown: Iterable[tuple[int, Line]]) -> Iterator[Safe]:
        for part, rows in groupby(shown, key=lambda row: row[1].part):
            yield self.texts(f"digest-{part.value}")
            for number, line in rows:
                text = whole_lines(" ".join(line.text.split()), _ROW)
                yield self.texts("digest-row", number=str(number), text=Safe(text))

    def _buttons(self, shown: Iterable[tuple[int, Line]]) -> Iterator[tuple[Button]]:
        for number, line in shown:
            if line.button is not None:
                label = self.texts.button("btn-digest-row", number=str(number), what=line.button.text)
                yield (Button(clip(label, _BUTTON), line.button.data, line.button.url),)


def _place(line: Line) -> tuple[int, list[tuple[str, date | int | str]]]:
    """Parts from top to bottom; rows of two features sort side by side though their orders are of other types."""
    return _PARTS.index(line.part), [(type(each).__name__, each) for each in line.order]

"""What differs between two versions of a programme («Изменилось»): pure."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from shnor_domain.seminars.programme.model import At, Line


@dataclass(frozen=True, slots=True)
class Change:
    """What has become of one event: `before` None where it is new, `after` None where it is gone."""

    before: Line | None
    after: Line | None

    @property
    def line(self) -> Line:
        """As it is, or as it was last."""
        found = self.after or self.before
        assert found is not None  # a change has one of them
        return found

    @property
    def moved(self) -> tuple[tuple[At, At], ...]:
        """Lessons at another hour, or of another length: from and to, by number."""
        was, are = _lessons(self.before), _lessons(self.after)
        return tuple((was[each], are[each]) for each in sorted(was.keys() & are.keys()) if was[each] != are[each])

    @property
    def lessons_added(self) -> tuple[At, ...]:
        """Of an event that stood before; by number."""
        return self._only(self.after, self.before)

    @property
    def lessons_gone(self) -> tuple[At, ...]:
        """Of an event that stands on; by number."""
        return self._only(self.before, self.after)

    @property
    def another_host(self) -> bool:
        """True where somebody else leads it, or nobody any more."""
        return self._both(lambda line: line.host)

    @property
    def another_form(self) -> bool:
        """True where people meet in another way."""
        return self._both(lambda line: line.form)

    @property
    def renamed(self) -> bool:
        """True where it is called otherwise."""
        return self._both(lambda line: line.title)

    @property
    def another_kind(self) -> bool:
        """True where a webinar has become a course, or the like."""
        return self._both(lambda line: line.kind)

    @property
    def another_audience(self) -> bool:
        """True where it is for others."""
        return self._both(lambda line: line.audience)

    def _both(self, field: Callable[[Line], object]) -> bool:
        return self.before is not None and self.after is not None and field(self.before) != field(self.after)

    def _only(self, here: Line | None, there: Line | None) -> tuple[At, ...]:
        if self.before is None or self.after is None:
            return ()
        mine, others = _lessons(here), _lessons(there)
        return tuple(mine[each] for each in sorted(mine.keys() - others.keys()))


def changes(before: Iterable[Line], after: Iterable[Line]) -> tuple[Change, ...]:
    """In the order of what is, what is gone last; how many ask for an event, and by which route it goes, is no
    change."""
    were = {each.event: each for each in before}
    are = {each.event: each for each in after}
    found = [Change(were.get(event), line) for event, line in are.items() if _seen(were.get(event)) != _seen(line)]
    return (*found, *(Change(line, None) for event, line in were.items() if event not in are))


def applied(before: Iterable[Line], made: Iterable[Change]) -> tuple[Line, ...]:
    """`before` after all of these changes, by event."""
    lines = {each.event: each for each in before}
    for change in made:
        lines.pop(change.line.event, None)
        if change.after is not None:
            lines[change.after.event] = change.after
    return tuple(lines[each] for each in sorted(lines))


def _lessons(line: Line | None) -> dict[int, At]:
    return {} if line is None else {each.number: each for each in line.lessons}


def _seen(line: Line | None) -> tuple[object, ...]:
    """What a reader sees of it."""
    return () if line is None else (line.title, line.kind, line.form, line.audience, line.lessons, line.host)

"""Numbers of items: «15.», «2.10», «IV», in a cell of their own or at the beginning of a title."""

import re

from shnor_domain.roadmap.words import plain

_ONE = r"(?:\d{1,3}(?:\.\d{1,3}){0,3}|[ivx]{1,5})"
_CELL = re.compile(rf"(?:no? ?)?({_ONE}) ?[.)]*")
_SEVERAL = re.compile(rf"{_ONE}[.)]*(?: {_ONE}[.)]*)+")
_LONGEST = 40
_IN_TITLE = re.compile(r"\s*(?:№ ?)?(\d{1,3}(?:\.\d{1,3}){0,3})[.)]\s+(?=\S)")


def number_in(cell: str) -> str | None:
    """«15.» → «15»; None for what is no number."""
    found = _CELL.fullmatch(plain(cell)) if len(cell) <= _LONGEST else None
    return found[1].upper() if found else None


def numbers_in(cell: str) -> list[str]:
    """«2 3 4» → each of them; empty unless there are several."""
    line = plain(cell[: 5 * _LONGEST])
    return re.findall(_ONE, line) if _SEVERAL.fullmatch(line) else []


def number_before(title: str) -> tuple[str, str] | None:
    """«15. Курсы» → («15», «Курсы»)."""
    found = _IN_TITLE.match(title)
    return (found[1], title[found.end() :]) if found else None


def follows(before: str | None, number: str) -> bool:
    """True when `number` may stand right behind: the next one, the first below it, or the next of a level above."""
    parts = _parts(number)
    if parts is None:
        return False
    if before is None:
        return parts[-1] == 1
    old = _parts(before)
    if old is None:
        return True
    return parts == [*old, 1] or any(parts == [*old[:depth], old[depth] + 1] for depth in range(len(old)))


def following(before: str | None) -> str | None:
    """The number right behind, on the same level; None where it cannot be told."""
    if before is None:
        return None
    parts = _parts(before)
    return ".".join(map(str, [*parts[:-1], parts[-1] + 1])) if parts else None


def between(before: str | None, after: str | None) -> int:
    """How many numbers of the same level are left out between two; 0 where that cannot be told."""
    if before is None or after is None:
        return 0
    old, new = _parts(before), _parts(after)
    if old is None or new is None or old[:-1] != new[:-1]:
        return 0
    return max(new[-1] - old[-1] - 1, 0)


def below(before: str, number: str) -> bool:
    """True when `number` is a part of `before`: «1.2» of «1»."""
    return number.startswith(f"{before}.")


def _parts(number: str) -> list[int] | None:
    return [int(part) for part in number.split(".")] if re.fullmatch(r"\d+(\.\d+)*", number) else None

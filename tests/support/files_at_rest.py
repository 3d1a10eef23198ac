"""What lies on the disk of an installation: database, its log, output of the process, files, a fresh backup."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.support.installation import Installation
from tests.support.process import command


@dataclass(frozen=True, slots=True)
class Trace:
    """`word` stands in `file` (relative to nothing: its name says enough)."""

    word: str
    file: str
    times: int


def forms_of(word: str) -> tuple[bytes, ...]:
    """As it may be written: plain, in JSON without Cyrillic letters, in the two-byte form of some tools."""
    return tuple({word.encode(), json.dumps(word)[1:-1].encode(), word.encode("utf-16-le")})


def traces(place: Installation, words: Iterable[str]) -> list[Trace]:
    """Every word that is found; what the sandbox keeps is Telegram's and does not count."""
    found = []
    for file in _files(place):
        body = file.read_bytes()
        for word in words:
            if times := sum(body.count(form) for form in forms_of(word)):
                found.append(Trace(word, file.name, times))
    return found


def backed_up(place: Installation, name: str) -> None:
    """`shnor-bot backup` beside the running bot; its file counts from now on."""
    done = command(place.folder, "backup", name, DATABASE_URL=place.url)
    assert done.returncode == 0, done.stderr
    assert (place.folder / name).stat().st_size > 0


def _files(place: Installation) -> list[Path]:
    database = Path(place.url.partition(":///")[2])
    return [*database.parent.glob(f"{database.name}*"), *(file for file in place.folder.rglob("*") if file.is_file())]

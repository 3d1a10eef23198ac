"""What a plan is called, guessed from the texts above it."""

from collections.abc import Sequence
from pathlib import PurePath

from shnor_domain.roadmap.bringing.answers import LONGEST_TITLE
from shnor_domain.roadmap.imports.cells import begins_small
from shnor_domain.roadmap.words import plain, vocabulary


def title_of(heading: Sequence[str], file: str) -> str:
    """The text that begins as plans do, with those after it that go on in the middle of a sentence; else the file's
    name. At most `LONGEST_TITLE` characters, cut between words."""
    names = tuple(plain(spelling) for _, spelling in vocabulary("plan-name"))
    for at, text in enumerate(heading):
        if not plain(text).startswith(names):
            continue
        parts = [text]
        for more in heading[at + 1 :]:
            if not begins_small(more):
                break
            parts.append(more)
        return _short(" ".join(parts))
    return _short(PurePath(file).stem)


def _short(text: str) -> str:
    line = " ".join(text.split()).strip(" ,;")
    if len(line) <= LONGEST_TITLE:
        return line
    return line[: LONGEST_TITLE + 1].rpartition(" ")[0].rstrip(" ,;") or line[:LONGEST_TITLE]

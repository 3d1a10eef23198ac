"""What can be seen of a title, and of the words of a result, without knowing the plan."""

import re
from collections.abc import Iterator
from functools import cache

from shnor_domain.roadmap.imports.cells import begins_a_sentence, begins_small
from shnor_domain.roadmap.imports.model import DocumentType, Doubt, Remark
from shnor_domain.roadmap.words import plain, vocabulary

_TWO = re.compile(r"(?<=\w{4})[.;]\s+(?=[«\"]?[^\W\d_])")
_SHORTEST_MEASURE = 3
"""Words."""


def title_remarks(title: str) -> Iterator[Remark]:
    """Doubts about a title."""
    if not title:
        yield Remark(Doubt.TITLE_EMPTY)
        return
    if begins_small(title):
        yield Remark(Doubt.TITLE_CUT)
    if lost := _lost_words(title):
        yield Remark(Doubt.TITLE_LOST_WORDS, lost)
    sentences = [
        part for part in _TWO.split(title) if begins_a_sentence(part) and len(part.split()) >= _SHORTEST_MEASURE
    ]
    if len(sentences) > 1:
        yield Remark(Doubt.TWO_MEASURES, sentences[1])


def document_in(*texts: str) -> DocumentType | None:
    """The kind of paper that the first of the texts that knows one names first."""
    for text in texts:
        words = re.findall(r"[^\W_]+", plain(text))
        for word in words:
            for code, stem in _documents():
                if word.startswith(stem):
                    return DocumentType(code)
    return None


def _lost_words(title: str) -> str:
    """«дополнительной, направленной на»: an adjective, then a participle about something that is not there."""
    for found in re.finditer(r"\b([^\W\d_]{1,40}),\s([^\W\d_]{1,40})", title):
        adjective, participle = plain(found[1]), plain(found[2])
        if adjective.endswith(_endings("adjective")) and participle.endswith(_endings("participle")):
            return found[0]
    return ""


@cache
def _endings(kind: str) -> tuple[str, ...]:
    return tuple(spelling for _, spelling in vocabulary(kind))


@cache
def _documents() -> tuple[tuple[str, str], ...]:
    return tuple((code, plain(spelling)) for code, spelling in vocabulary("document"))

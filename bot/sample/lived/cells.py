"""Cells of the sample's tables that name several people, each with a word: «1008: ЕГЭ, задание 34; 1009: 5»."""

from collections.abc import Iterator


def people_in(cell: str) -> Iterator[tuple[int, str]]:
    """Chats and their words, empty where there is none."""
    for each in filter(None, cell.split("; ")):
        chat, _, word = each.partition(":")
        yield int(chat), word.strip()

"""How much of a person's name a message carries (rule 10, setting NAMES_IN_MESSAGES)."""

from handlers.texts import Texts
from shnor_domain.people.model.preferences import Names


def shown(texts: Texts, name: str, names: Names, without: str) -> str:
    """The name as this reader may see it; `without` is the word where no names are carried.

    Name and patronymic are told apart from a surname by the patronymic's ending; a name without one stays whole.
    """
    if names is Names.NONE or not name:
        return without
    if names is Names.FULL:
        return name
    endings = tuple(texts.plain("name-patronymic-endings").split())
    words = name.split()
    for place, word in enumerate(words):
        if place > 0 and word.casefold().endswith(endings):
            return f"{words[place - 1]} {word}"
    return name


def strictest(installation: Names, own: Names | None) -> Names:
    """The installation's rule, or the reader's own where she wants to see less."""
    order = (Names.NONE, Names.PATRONYMIC, Names.FULL)
    return installation if own is None else min(installation, own, key=order.index)

"""Help by role: the commands that are hers, with a line about each."""

from handlers.menu.commands import commands_of
from handlers.texts import Safe, Texts
from shnor_domain.identity import Actor


def help_words(texts: Texts, actor: Actor) -> Safe:
    """What this bot is for, and what may be typed."""
    lines = [texts("help-line", command=f"/{name}", words=texts.plain(key)) for name, key in commands_of(actor)]
    head = texts("help-stranger" if actor.person is None else "help-known")
    return Safe("\n\n".join((head, "\n".join(lines), texts("help-end"))))

"""Help by role: the commands that are hers, with a line about each."""

from handlers.menu.commands import commands_of
from handlers.texts import Safe, Texts
from shnor_domain.identity import COORDINATOR_ROLES, Actor, Role


def help_words(texts: Texts, actor: Actor) -> Safe:
    """What this bot is for, and what may be typed."""
    lines = [texts("help-line", command=f"/{name}", words=texts.plain(key)) for name, key in commands_of(actor)]
    head = texts("help-stranger" if actor.person is None else "help-known")
    changes = [texts("help-reference")] if actor.has(*COORDINATOR_ROLES, Role.ADMIN) else []
    return Safe("\n\n".join((head, "\n".join(lines), *changes, texts("help-end"))))

"""The menu's entries and headlines, story by story: the one list to extend."""

from handlers.menu.entries import Entry, Headline

ENTRIES: tuple[Entry, ...] = ()

HEADLINES: tuple[Headline, ...] = ()

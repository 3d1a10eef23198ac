"""What those who announce find in the menu."""

from handlers.announcements.states import Announcements
from handlers.menu.entries import Entry, Section, having
from shnor_domain.announcements.access import ANNOUNCING

ENTRIES = (Entry("announce", Announcements.all, having(*ANNOUNCING), Section.TERRITORY),)

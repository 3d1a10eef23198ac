"""What of the programme is found in the menu."""

from handlers.menu.entries import Entry, Section, without_place
from handlers.seminars.programme import states

ENTRIES = (Entry("seminars-open", states.OpenProgramme.regions, without_place, Section.VISITOR),)

"""What those who read tables of competence find in the menu."""

from handlers.competence.places import open_competence
from handlers.menu.entries import Entry, Group, Section, having
from shnor_domain.competence.access import READING

ENTRIES = (Entry("competence", open_competence, having(*READING), Section.TERRITORY, groups=(Group.MORE,)),)

"""What those who read numbers find in the menu."""

from handlers.menu.entries import Entry, Group, Section, having
from handlers.schedule.statistics.states import HostHours, Statistics
from shnor_domain.consultations.statistics.access import READING
from shnor_domain.identity import HOST_ROLES

ENTRIES = (
    Entry("hours", HostHours.hours, having(*HOST_ROLES), Section.HOST, groups=(Group.MORE,)),
    Entry("counts", Statistics.places, having(*READING), Section.TERRITORY, groups=(Group.CONSULTATIONS,)),
)

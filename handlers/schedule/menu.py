"""What hosts, coordinators and everybody find in the menu."""

from handlers.menu.entries import Entry, Section, everybody, having
from handlers.schedule.states import Desk, OpenSchedule, Oversight
from shnor_domain.identity import COORDINATOR_ROLES, HOST_ROLES

ENTRIES = (
    Entry("schedule", Desk.main, having(*HOST_ROLES), Section.HOST),
    Entry("oversight", Oversight.slots, having(*COORDINATOR_ROLES), Section.TERRITORY),
    Entry("open-schedule", OpenSchedule.regions, everybody, Section.COMMON),
)

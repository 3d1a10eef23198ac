"""What those who read profiles find in the menu (screens.md S3)."""

from handlers.menu.entries import Entry, Section, having
from handlers.risk import waiting
from handlers.risk.opening import open_risk
from shnor_domain.risk.access import READING

ENTRIES = (Entry("risk", open_risk, having(*READING), Section.SCHOOL),)
WAITING = waiting.WAITING

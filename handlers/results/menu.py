"""What those who read results find in the menu."""

from handlers.menu.entries import Entry, Section, having
from handlers.results.opening import READS, open_results

ENTRIES = (Entry("results", open_results, having(*READS), Section.TERRITORY),)

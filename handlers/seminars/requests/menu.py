"""What schools and who runs the seminar find of requests in the menu."""

from handlers.menu.entries import Entry, Group, Section
from handlers.seminars.requests import states
from shnor_domain.identity import Actor
from shnor_domain.seminars.access import regions_run
from shnor_domain.seminars.requests.sides import schools_of
from shnor_domain.seminars.requests.use_cases.watching import watched


def reads(actor: Actor) -> bool:
    """Whoever leads a school, or helps it as curator or mentor."""
    return bool(schools_of(actor))


def runs(actor: Actor) -> bool:
    """Who runs the seminar of a region."""
    return bool(regions_run(actor))


def watches(actor: Actor) -> bool:
    """Coordinators and observers of a territory."""
    return actor.person is not None and bool(watched(actor))


ENTRIES = (
    Entry("seminar-requests", states.OwnRequests.all, reads, Section.SCHOOL, groups=(Group.MORE,)),
    Entry("seminar-board", states.Board.all, runs, Section.TERRITORY, groups=(Group.CONSULTATIONS,)),
    Entry("seminar-watch", states.WhoAsks.all, watches, Section.TERRITORY, groups=(Group.CONSULTATIONS,)),
)

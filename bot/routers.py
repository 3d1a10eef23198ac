"""Every router of the bot, in the order in which they hear of an update; the fallback comes by itself, last.

Commands and deep links first, so that they work in the middle of a form; then the buttons of notices, which carry ids
and work for months; then dialogs. A router belongs to one dispatcher for ever: each call makes new ones.
"""

from aiogram import Router

from handlers.announcements.command import router as announce_router
from handlers.announcements.dialogs import dialogs as announcement_dialogs
from handlers.announcements.router import router as announcement_buttons
from handlers.competence.dialogs import dialogs as competence_dialogs
from handlers.consultations import booking, mine
from handlers.consultations.after import dialog as after
from handlers.consultations.after.router import router as after_buttons
from handlers.consultations.calendar import router as calendar_buttons
from handlers.consultations.notice_buttons import router as consultation_buttons
from handlers.consultations.on_behalf.dialogs import dialogs as on_behalf_dialogs
from handlers.consultations.on_behalf.router import router as on_behalf_buttons
from handlers.consultations.router import router as consultations_router
from handlers.consultations.videos.dialogs import dialogs as video_dialogs
from handlers.consultations.visits.dialogs import dialogs as visit_dialogs
from handlers.consultations.visits.router import router as visit_buttons
from handlers.consultations.waitlist import windows as queue
from handlers.consultations.waitlist.router import router as queue_buttons
from handlers.digest.router import router as digest_router
from handlers.help.dialogs import dialogs as help_dialogs
from handlers.help.router import router as help_router
from handlers.imports.dialogs import dialogs as import_dialogs
from handlers.menu.contents import ENTRIES, HEADLINES, WAITING
from handlers.menu.dialogs import dialogs as menu_dialogs
from handlers.menu.router import router as menu_router
from handlers.people.dialogs import dialogs as people_dialogs
from handlers.people.router import router as people_router
from handlers.questions.dialogs import dialogs as question_dialogs
from handlers.questions.notice_buttons import router as question_buttons
from handlers.questions.router import router as questions_router
from handlers.reference.dialogs import dialogs as reference_dialogs
from handlers.registration.dialogs import dialogs as registration_dialogs
from handlers.registration.router import router as registration_router
from handlers.results.dialogs import dialogs as result_dialogs
from handlers.results.router import router as results_router
from handlers.risk.dialogs import dialogs as risk_dialogs
from handlers.risk.router import router as risk_router
from handlers.roadmap import reviews
from handlers.roadmap.bringing.dialogs import dialogs as bringing_dialogs
from handlers.roadmap.dialogs import dialogs as plan_dialogs
from handlers.roadmap.item.dialogs import dialog as item_dialog
from handlers.roadmap.item.router import router as item_router
from handlers.roadmap.router import router as plans_router
from handlers.schedule.absences.buttons import router as absence_buttons
from handlers.schedule.attendance.router import router as attendance_buttons
from handlers.schedule.dialogs import dialogs as schedule_dialogs
from handlers.schedule.router import router as schedule_router
from handlers.schools.dialogs import dialogs as schools_dialogs
from handlers.schools.router import router as schools_router
from handlers.seminars.certificates.dialogs import dialogs as seminar_certificate_dialogs
from handlers.seminars.certificates.router import router as seminar_certificate_buttons
from handlers.seminars.dialogs import dialogs as seminar_dialogs
from handlers.seminars.events.dialogs import dialogs as seminar_event_dialogs
from handlers.seminars.materials.dialogs import dialogs as seminar_material_dialogs
from handlers.seminars.materials.router import router as seminar_material_buttons
from handlers.seminars.presence.dialogs import dialogs as seminar_presence_dialogs
from handlers.seminars.presence.router import router as seminar_presence_buttons
from handlers.seminars.programme.dialogs import dialogs as seminar_programme_dialogs
from handlers.seminars.programme.router import router as seminar_programme_buttons
from handlers.seminars.rating.dialogs import dialogs as seminar_rating_dialogs
from handlers.seminars.rating.router import router as seminar_rating_buttons
from handlers.seminars.requests.dialogs import dialogs as seminar_request_dialogs
from handlers.seminars.requests.router import router as seminar_request_buttons
from handlers.seminars.router import router as seminars_router
from handlers.seminars.signing.dialogs import dialogs as seminar_signing_dialogs
from handlers.seminars.signing.router import router as seminar_signing_buttons
from handlers.seminars.training.dialogs import dialogs as seminar_training_dialogs
from handlers.settings.dialogs import dialogs as settings_dialogs
from handlers.settings.router import router as settings_router


def routers() -> list[Router]:
    """Commands and buttons of notices, story by story, then the dialogs."""
    return [
        registration_router(),
        menu_router(WAITING),
        settings_router(),
        help_router(),
        consultations_router(),
        questions_router(),
        schedule_router(),
        people_router(),
        schools_router(),
        plans_router(),
        results_router(),
        announce_router(),
        seminars_router(),
        consultation_buttons(),
        absence_buttons(),
        visit_buttons(),
        on_behalf_buttons(),
        queue_buttons(),
        calendar_buttons(),
        attendance_buttons(),
        after_buttons(),
        question_buttons(),
        digest_router(),
        item_router(),
        risk_router(),
        announcement_buttons(),
        seminar_request_buttons(),
        seminar_signing_buttons(),
        seminar_programme_buttons(),
        seminar_presence_buttons(),
        seminar_certificate_buttons(),
        seminar_material_buttons(),
        seminar_rating_buttons(),
        *dialogs(),
    ]


def dialogs() -> list[Router]:
    """Every dialog, story by story."""
    return [
        *menu_dialogs(ENTRIES, WAITING, HEADLINES),
        *registration_dialogs(),
        *settings_dialogs(),
        *help_dialogs(),
        booking.dialog(),
        mine.dialog(),
        queue.dialog(),
        after.dialog(),
        *on_behalf_dialogs(),
        *question_dialogs(),
        *visit_dialogs(),
        *video_dialogs(),
        *schedule_dialogs(),
        *people_dialogs(),
        *schools_dialogs(),
        *import_dialogs(),
        *bringing_dialogs(),
        *reference_dialogs(),
        *competence_dialogs(),
        *result_dialogs(),
        *plan_dialogs(),
        item_dialog(),
        reviews.dialog(),
        *risk_dialogs(),
        *announcement_dialogs(),
        *seminar_dialogs(),
        *seminar_request_dialogs(),
        *seminar_event_dialogs(),
        *seminar_signing_dialogs(),
        *seminar_programme_dialogs(),
        *seminar_presence_dialogs(),
        *seminar_certificate_dialogs(),
        *seminar_material_dialogs(),
        *seminar_rating_dialogs(),
        *seminar_training_dialogs(),
    ]

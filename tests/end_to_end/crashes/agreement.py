"""What must hold between the three books, row by row, tap by tap."""

from collections import Counter
from collections.abc import Mapping, Sequence

from shnor_domain.consultations.notices import BOOKED as TOLD_OF_A_BOOKING
from shnor_domain.notifications.use_cases.deliver import IN_FLIGHT
from tests.end_to_end.crashes.blows import CANCELLED, REFUSED
from tests.end_to_end.crashes.books import FINAL, MARKED, Books
from tests.support.letters import LETTER
from tests.support.walk import BOOKED, HOST, TAKEN


def every_row_that_was_planned_is_there_and_final_or_still_due(books: Books, planned: Sequence[str]) -> None:
    for key in planned:
        books.row(key)
    lost = [row.key for row in books.rows if row.state not in FINAL and row.wake is None]
    assert lost == [], "nobody will ever look at these again"
    assert {row.state for row in books.rows if row.kind == LETTER} <= {"sent", "unknown"}


def every_mark_has_its_message_and_every_other_message_its_kill(books: Books) -> None:
    """A row is marked for the last of its messages; whatever else it said was in flight when that process died."""
    for row in books.rows:
        said = books.messages[row.id]
        assert len({message.life for message in said}) == len(said), f"{row.key} was said twice in one life"
        marked = row.state in MARKED
        assert said or not marked, f"{row.key} was never said"
        for message in said[:-1] if marked else said:
            assert row.id in books.falls[message.life].in_flight, f"{row.key} was repeated without a kill"
        if row.state == "sent":
            assert row.message_ref == f"{said[-1].chat}:{said[-1].message}"
            assert row.sent_at is not None
        if row.state == "unknown":
            assert (row.message_ref, row.sent_at) == (None, None), f"{row.key} counts as delivered"


def no_more_was_repeated_than_was_in_flight(books: Books) -> None:
    """A line has claimed twice as many rows as it sends, that of mailings four times as many: those were not begun, and
    are said once."""
    for fall in books.falls.values():
        claimed = Counter(fall.in_flight.values())
        assert claimed[False] <= 2 * IN_FLIGHT and claimed[True] <= 4 * IN_FLIGHT, f"by «is a mailing»: {claimed}"
    repeats = Counter(
        (message.life, books.falls[message.life].in_flight[row.id])
        for row in books.rows
        for message in (books.messages[row.id][:-1] if row.state in MARKED else books.messages[row.id])
    )
    assert max(repeats.values(), default=0) <= IN_FLIGHT


def what_was_said_and_not_marked_was_said_again(books: Books) -> int:
    """Kills between an effect and its mark did what they were meant to; gives how many of them hit a notice."""
    hits = 0
    for life, fall in books.falls.items():
        for row in books.rows:
            if fall.withheld is None or fall.withheld not in books.messages[row.id]:
                continue
            hits += 1
            assert row.id in fall.in_flight
            again = any(message.life > life for message in books.messages[row.id])
            assert again or (row.state == "cancelled" and row.kind == TOLD_OF_A_BOOKING)
    return hits


def every_tap_was_done_once(books: Books) -> None:
    assert {number for number, state in books.inbox.items() if state != "done"} == set()
    assert set(books.inbox) == set(books.given)
    typed = [(said["chat_id"], said["message_id"]) for said in books.transcript if not said["from_bot"]]
    heard = [update["message"] for update in books.given.values() if "message" in update]
    assert sorted(typed) == sorted((message["chat"]["id"], message["message_id"]) for message in heard)


def every_booking_has_its_tap_its_answer_and_its_notice(books: Books) -> None:
    assert max(Counter(booking.topic for booking in books.bookings).values()) == 1, "a question was booked twice"
    for booking in books.bookings:
        chat = books.chats[booking.visitor_id]
        (tap,) = books.taps_of("book", str(booking.id))
        asked = books.given[tap]["message"]
        assert (asked["chat"]["id"], asked["text"]) == (chat, booking.topic)
        assert books.read(chat, BOOKED, booking.topic), f"{booking.topic} was booked and not answered"
        notice = books.row(f"{TOLD_OF_A_BOOKING}:{booking.id}")
        assert notice.state in ({"sent", "unknown"} if booking.state == "booked" else {"sent", "unknown", "cancelled"})
        given_back = [books.given[tap] for tap in books.taps_of(f"cancel:{booking.id}", "cancelled")]
        assert bool(books.read(chat, CANCELLED, booking.topic)) is bool(given_back) is (booking.state == "cancelled")
        assert [tap["callback_query"]["from"]["id"] for tap in given_back] == [chat] * len(given_back)


def every_answer_is_true(books: Books, notes: Mapping[str, str]) -> None:
    """`notes` of taps by question. Who was told «Вы записаны» is booked; who is booked was not told that it is taken:
    only an answer that a kill took back may come before the one that counts.
    """
    topics = {booking.topic for booking in books.bookings}
    for said in books.transcript:
        if not said["from_bot"] or said["chat_id"] == HOST or not (BOOKED in said["text"] or CANCELLED in said["text"]):
            continue
        assert books.chats[books.booking_of(said["text"]).visitor_id] == said["chat_id"]
    for booking in books.bookings:
        assert not TAKEN.search(notes[booking.topic])
        chat = books.chats[booking.visitor_id]
        (tap,) = books.taps_of("book", str(booking.id))
        answered = books.read(chat, BOOKED, booking.topic)[0]
        for place in books.read(chat, REFUSED, booking.topic):
            said = books.transcript[place]
            life = books.lives[chat, said["message_id"]]
            assert place < answered, f"{booking.topic} is booked and was told that it is taken"
            assert tap in books.falls[life].pending
    assert topics <= set(notes)

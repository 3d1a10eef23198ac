"""Queues of meetings."""

from sqlalchemy import Column, Text

from shnor_domain.storage.schema.consultations import session
from shnor_domain.storage.schema.queues import queue_tables

MEETINGS = queue_tables("", session, Column("topic", Text))
waiting, held_seat = MEETINGS.waiting, MEETINGS.held_seat
seat_offer, queue_look = MEETINGS.seat_offer, MEETINGS.queue_look

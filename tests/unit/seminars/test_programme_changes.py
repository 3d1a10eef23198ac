"""«Изменилось»: what differs between two versions of a programme (I29)."""

from dataclasses import replace
from random import Random

import pytest

from shnor_domain.identity import PersonId
from shnor_domain.seminars.model import Audience, Form, Kind
from shnor_domain.seminars.programme.changes import applied, changes
from shnor_domain.seminars.programme.model import Line
from shnor_domain.seminars.requests.model import Route
from tests.support.programme_lines import any_lines, at, line


def told(each: Line) -> Line:
    """As readers see it: without how many ask."""
    return replace(each, schools=0, people=0, route=Route.PLAN)


@pytest.mark.parametrize("seed", range(60))
def test_the_changes_applied_to_what_was_give_what_is(seed: int) -> None:
    chance = Random(seed)
    before, after = any_lines(chance), any_lines(chance)
    found = changes(before, after)
    assert [told(each) for each in applied(before, found)] == [told(each) for each in after]
    assert changes(after, after) == () and len(found) <= len(before) + len(after)
    for each in found:
        if each.before is None or each.after is None:
            continue
        lessons = {one.number: one for one in each.before.lessons}
        lessons |= {to.number: to for _was, to in each.moved} | {one.number: one for one in each.lessons_added}
        gone = {one.number for one in each.lessons_gone}
        assert tuple(lessons[number] for number in sorted(lessons.keys() - gone)) == each.after.lessons
        told_so = (each.another_host, each.another_form, each.renamed, each.another_kind, each.another_audience)
        assert each.moved or each.lessons_added or gone or any(told_so)


def test_each_kind_of_change_is_told_by_itself() -> None:
    was = line(1, at(1), at(2, 7))
    for now, moved, added, gone in (
        (line(1, at(1), at(2, 8)), ((at(2, 7), at(2, 8)),), (), ()),
        (line(1, at(1), at(2, 7), at(3, 14)), (), (at(3, 14),), ()),
        (line(1, at(2, 7)), (), (), (at(1),)),
    ):
        (change,) = changes([was], [now])
        assert (change.moved, change.lessons_added, change.lessons_gone) == (moved, added, gone)
        assert not (change.another_host or change.another_form or change.renamed)
    (host,) = changes([was], [replace(was, host=PersonId(4))])
    (form,) = changes([was], [replace(was, form=Form.ON_SITE)])
    (title,) = changes([was], [replace(was, title="Другая")])
    assert [(each.another_host, each.another_form, each.renamed) for each in (host, form, title)] == [
        (True, False, False),
        (False, True, False),
        (False, False, True),
    ]
    (kind,) = changes([was], [replace(was, kind=Kind.COURSE)])
    (audience,) = changes([was], [replace(was, audience=Audience.TEAMS)])
    assert [(each.renamed, each.another_kind, each.another_audience) for each in (kind, audience)] == [
        (False, True, False),
        (False, False, True),
    ]


def test_what_is_new_or_gone_is_no_list_of_lessons() -> None:
    gone, new = changes([line(1)], [line(2)])[::-1]
    assert (gone.line.event, gone.after, new.line.event, new.before) == (1, None, 2, None)
    for each in (gone, new):
        assert (each.moved, each.lessons_added, each.lessons_gone) == ((), (), ())


def test_how_many_ask_is_no_change() -> None:
    assert changes([line()], [line(1, schools=9, people=90, route=Route.EXTRA)]) == ()

"""What became of schools that were merged: rows keep the school for which they were written (I18)."""

from sqlalchemy import CTE, select

from shnor_domain.storage.schema.territories import school


def _merged_schools() -> CTE:
    """Each merged school with what it is part of now; a ring would end, for what was found is not looked at again."""
    step = (
        select(school.c.id.label("part"), school.c.successor_id.label("whole"))
        .where(school.c.successor_id.is_not(None))
        .cte("step", recursive=True)
    )
    further = select(step.c.part, school.c.successor_id).join(school, school.c.id == step.c.whole)
    step = step.union(further.where(school.c.successor_id.is_not(None)))
    last = select(step.c.part, step.c.whole).join(school, school.c.id == step.c.whole)
    return last.where(school.c.successor_id.is_(None)).cte("merged_school")


MERGED = _merged_schools()
"""`part` with the school of which it is part now, `whole`; of schools that were not merged there is no row."""

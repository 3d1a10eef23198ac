"""The report of an import in words, one plain line a fact."""

from collections.abc import Iterator

from handlers.texts import Texts
from handlers.texts.texts import clip
from shnor_domain.territories.imports.report import Change, ImportReport, Note, Problem, ReportRow, RowState


def report_lines(texts: Texts, report: ImportReport) -> Iterator[str]:
    """Head, counts, unknown columns, every row that is not the same as what is stored, then declared numbers that are
    not what the file's own numbers give."""
    yield head_line(texts, report)
    yield count_line(texts, report)
    if report.unknown_columns:
        yield unknown_line(texts, report)
    for row in report.rows:
        if row.state is not RowState.SAME:
            yield from row_lines(texts, row)
    for row, note in report.noted:
        yield note_line(texts, row, note)


def head_line(texts: Texts, report: ImportReport) -> str:
    """Which table this is."""
    return texts.plain("import-head", kind=report.kind, year=school_year(report.year))


def count_line(texts: Texts, report: ImportReport) -> str:
    """How many rows do what."""
    counts = {state.value: count for state, count in report.counts.items()}
    return texts.plain(
        "import-counts",
        new=counts["new"],
        changed=counts["changed"],
        same=counts["same"],
        renamed=counts["renamed"],
        problem=counts["problem"],
    )


def unknown_line(texts: Texts, report: ImportReport) -> str:
    """Headings that mean nothing here."""
    columns = ", ".join(one_line(column)[:60] for column in report.unknown_columns[:10])
    return texts.plain("import-unknown-columns", columns=columns)


def row_lines(texts: Texts, row: ReportRow) -> Iterator[str]:
    """The row, and under it what changes or what is wrong."""
    yield texts.plain(
        "import-row", number=str(row.number), title=one_line(row.title).strip() or "…", state=row.state.value
    )
    for change in row.changes:
        yield f"  {_change(texts, change)}"
    for problem in row.problems:
        yield f"  {_problem(texts, problem)}"


def note_line(texts: Texts, row: ReportRow, note: Note) -> str:
    """«Строка 4, химия, столбец C: заявлено 19 %, по числам 44 %»."""
    return texts.plain(
        "import-note",
        number=str(row.number),
        title=one_line(row.title).strip() or "…",
        column=texts.plain("import-column", column=note.column),
        declared=one_line(note.declared),
        computed=note.computed or "…",
        share=note.share,
    )


def school_year(year: int) -> str:
    """«2026/27»."""
    return f"{year}/{(year + 1) % 100:02}"


def _change(texts: Texts, change: Change) -> str:
    field = texts.plain("import-column", column=change.field)
    after = _value(texts, change.field, change.after)
    if not change.before:
        return texts.plain("import-added", field=field, after=after)
    before = _value(texts, change.field, change.before)
    return texts.plain("import-change", field=field, before=before, after=after)


def _problem(texts: Texts, problem: Problem) -> str:
    column = texts.plain("import-column", column=problem.column)
    reason = texts.plain("import-reason", reason=problem.reason)
    if not problem.value:
        return texts.plain("import-problem", column=column, reason=reason)
    return texts.plain("import-problem-value", column=column, reason=reason, value=one_line(problem.value))


def _value(texts: Texts, field: str, value: str) -> str:
    if field == "status":
        status, _, year = value.partition(":")
        code = "p500" if status == "500+" else status
        return texts.plain("import-status", status=code, year=school_year(int(year)))
    if field == "weekday":
        return texts.plain("import-weekday", day=f"d{value}")
    if field == "significance":
        return texts.plain("risk-significance", level=value)
    if field == "cluster":
        return texts.plain("import-cluster", cluster=value)
    if field == "participants":
        kind = {"0": "none"}.get(value, "hidden" if value.startswith("<") else "other")
        return texts.plain("import-participants", number=kind, count=value)
    if field in ("base", "biased"):
        return texts.plain("import-flag", value="yes" if value == "True" else "no")
    if field == "state":
        return texts.plain("import-state", state=value)
    return one_line(value)


def one_line(text: str) -> str:
    """Typed text on one line without control characters: a terminal obeys them."""
    return "".join(letter if letter.isprintable() else " " for letter in clip(text, 200))

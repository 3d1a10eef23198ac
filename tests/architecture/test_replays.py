"""A write that leaves a line in the audit log asks first what its update has done already (ADR 3)."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
LINES = ("audit.add", "territory_log.changed")
ASKS = "applied.result"

ONE_WAY = {
    "EraseVersion": "what is erased stays erased",
    "GiveConsent": "a person's own updates are handled in order: nothing of hers comes between",
    "RecallAnnouncement": "a recalled announcement is never told again",
    "RevokeLink": "a revoked link never works again",
    "StopAnnouncement": "a stopped announcement never goes on",
    "StartPairPlan": "the plan of the year is found where it is there already",
    "AgreeProgramme": "whoever decided finds her decision; a version is decided once",
    "ReturnProgramme": "whoever decided finds her decision; a version is decided once",
    "Invite": "the operator's own command: no update is in hand",
    "SeatAdmins": "a start of the process: no update is in hand",
}
"""Use cases that need not ask: the state that they lead to is never left again, or no update is in hand."""

SETS_A_VALUE = {
    "AddAlias", "AddSchoolSpelling", "NameBody", "OfferSubject", "OpenDay", "RenameSchool", "RenameSubject",
    "SetMethodistDay", "SetSchoolCode", "SetSchoolStatus", "SetSettlement", "SetSubjectDay", "SetWeek", "UnnameBody",
    "CorrectAnnouncement", "GoOnWithAnnouncement", "PauseAnnouncement",
}  # fmt: skip
"""Use cases that set one value and do not ask yet. Twice in a row they change nothing more; where somebody else has
changed it between a crash and the update's second run, they would bring the older value back. None may be added."""

Node = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


@cache
def parts(module: str) -> dict[str, Node | str]:
    """Classes and functions of a module by name; what it imports of ours as «module:name»."""
    file = ROOT / (module.replace(".", "/") + ".py")
    if not file.exists():
        file = ROOT / module.replace(".", "/") / "__init__.py"
    found: dict[str, Node | str] = {}
    for node in ast.parse(file.read_text(encoding="utf-8")).body if file.exists() else ():
        if isinstance(node, Node):
            found[node.name] = node
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("shnor_domain"):
            found |= {one.asname or one.name: f"{node.module}:{one.name}" for one in node.names}
    return found


def reached(module: str, name: str, seen: set[tuple[str, str]]) -> Iterator[str]:
    """Source of a class or function, and of all functions of ours that it names, each once. Other classes are use
    cases and values of their own."""
    found = parts(module).get(name)
    if found is None or (module, name) in seen:
        return
    if isinstance(found, str):
        other, _, called = found.partition(":")
        yield from reached(other, called, seen)
        return
    if seen and isinstance(found, ast.ClassDef):
        return
    seen.add((module, name))
    yield ast.unparse(found)
    for each in ast.walk(found):
        if isinstance(each, ast.Name):
            yield from reached(module, each.id, seen)


def use_cases() -> Iterator[tuple[str, str]]:
    """Name and source of each, with what it calls."""
    for file in sorted((ROOT / "shnor_domain").glob("**/use_cases/**/*.py")):
        module = ".".join(file.relative_to(ROOT).with_suffix("").parts)
        for name, node in parts(module).items():
            if isinstance(node, ast.ClassDef) and any(
                isinstance(each, ast.AsyncFunctionDef) and each.name == "__call__" for each in node.body
            ):
                yield name, "\n".join(reached(module, name, set()))


def test_who_leaves_a_line_asks_what_the_update_has_done() -> None:
    writing = {name: source for name, source in use_cases() if any(line in source for line in LINES)}
    assert len(writing) > 30, "the test looks at nothing"
    silent = {name for name, source in writing.items() if ASKS not in source}
    assert silent <= {*ONE_WAY, *SETS_A_VALUE}


def test_no_exception_outlives_its_reason() -> None:
    known = dict(use_cases())
    for name in {*ONE_WAY, *SETS_A_VALUE}:
        assert any(line in known[name] for line in LINES) and ASKS not in known[name], f"{name} is no exception"

"""Pages of docs/stories say what is true: numbered rules, codes that the domain knows, tests that exist."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

import shnor_domain
from shnor_domain.errors import DomainError

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs" / "stories").glob("*.md"))
UNPROVED = "not yet proved"
CONVERSATIONS = ROOT / "tests" / "conversations"
OF_CONSULTATIONS = frozenset({
    "consultations.md", "schedule.md", "waitlist.md", "absences.md", "formats.md", "for_others.md", "questions.md",
    "attendance.md", "desk.md",
})  # fmt: skip
OF_SEMINARS = frozenset({"seminars.md"})
"""Pages of which each rule is tried in the words of its people too."""


@dataclass(frozen=True, slots=True)
class Rule:
    page: str
    name: str
    words: str
    codes: tuple[str, ...]
    tests: tuple[str, ...]
    proof: str


def rules(page: Path) -> list[Rule]:
    """Rows of the page's table: rule, what holds, codes in backquotes, tests in backquotes."""
    found = []
    for line in page.read_text(encoding="utf-8").splitlines():
        if not re.match(r"\| [A-Z]{1,2}\d", line):
            continue
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        assert len(cells) == 4, f"{page.name}: {line[:60]}"
        name, words, codes, proof = cells
        quoted = re.findall(r"`([^`]+)`", codes)
        assert ", ".join(f"`{code}`" for code in quoted) == codes, f"{page.name}: {name}: codes stand alone"
        found.append(Rule(page.name, name, words, tuple(quoted), tuple(re.findall(r"`([^`]+)`", proof)), proof))
    return found


def every_rule() -> list[Rule]:
    return [rule for page in PAGES for rule in rules(page)]


def known_tests() -> frozenset[str]:
    return named_below(ROOT / "tests")


@cache
def named_below(folder: Path) -> frozenset[str]:
    return frozenset(
        node.name
        for file in folder.rglob("test_*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_")
    )


@cache
def codes_of_the_domain() -> frozenset[str]:
    for module in pkgutil.walk_packages(shnor_domain.__path__, "shnor_domain."):
        if ".storage" not in module.name:
            importlib.import_module(module.name)
    return frozenset(error.code for error in _heirs(DomainError))


def _heirs(error: type[DomainError]) -> Iterator[type[DomainError]]:
    for heir in error.__subclasses__():
        if heir.__module__.startswith("shnor_domain."):
            yield heir
        yield from _heirs(heir)


def _letters(rule: str) -> str:
    return rule.rstrip("0123456789")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_rules_of_a_page_are_numbered_in_order_under_their_letters(page: Path) -> None:
    names = [rule.name for rule in rules(page)]
    assert names
    assert names == [f"{_letters(names[0])}{number}" for number in range(1, len(names) + 1)]


def test_no_two_pages_share_their_letters() -> None:
    letters = [_letters(rules(page)[0].name) for page in PAGES]
    assert len(letters) == len(set(letters)), letters


def test_each_test_that_a_rule_names_exists() -> None:
    missing = {(rule.name, name) for rule in every_rule() for name in rule.tests if name not in known_tests()}
    assert missing == set()


def test_a_rule_is_proved_or_says_that_it_is_not() -> None:
    assert [rule.name for rule in every_rule() if bool(rule.tests) is (rule.proof == UNPROVED)] == []
    assert [rule.name for rule in every_rule() if not rule.words] == []


def test_each_code_that_a_rule_names_is_one_of_the_domain() -> None:
    strange = {(rule.name, code) for rule in every_rule() for code in rule.codes if code not in codes_of_the_domain()}
    assert strange == set()


def test_each_refusal_of_the_domain_stands_in_a_story() -> None:
    assert codes_of_the_domain() - {code for rule in every_rule() for code in rule.codes} == set()


@pytest.mark.parametrize("pages", [OF_CONSULTATIONS, OF_SEMINARS], ids=["consultations", "seminars"])
def test_each_rule_of_these_pages_is_proved_by_a_conversation(pages: frozenset[str]) -> None:
    talked = named_below(CONVERSATIONS)
    of_them = [rule for rule in every_rule() if rule.page in pages]
    assert {rule.page for rule in of_them} == pages
    assert [f"{rule.page}: {rule.name}" for rule in of_them if not talked & set(rule.tests)] == []


def test_each_conversation_of_consultations_is_named_by_a_rule() -> None:
    named = {name for rule in every_rule() for name in rule.tests}
    assert sorted(named_below(CONVERSATIONS / "consultations") - named) == []

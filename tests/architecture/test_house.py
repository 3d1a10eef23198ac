"""The house keeps its shape: layers, words in their place, the top level, the commands, the lock files."""

import ast
import io
import re
import subprocess
import sys
import tokenize
from pathlib import Path

import pytest

from bot.cli import main

ROOT = Path(__file__).parents[2]
PACKAGES = ("bot", "handlers", "shnor_domain", "scheduler")
TOP_LEVEL = {
    *PACKAGES, "tests", "docs", "Dockerfile", "pyproject.toml", "README.md", "Makefile", "compose.yaml",
    ".env.example", ".ci", ".gitignore", "requirements.lock", "requirements-cluster.lock", "requirements-dev.lock",
}  # fmt: skip
COMMANDS = ("run", "demo", "migrate", "backup", "import", "invite", "outbox", "check-config")
LEFT = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
# A word: a single letter may be a rule about letters.
CYRILLIC = re.compile("[А-Яа-яЁё]{2,}")
# The words for operators in a terminal, and those of the sandbox's own chat page, have homes of their own; what people
# type is understood by a grammar, which is no word to a reader.
SPEAKS_RUSSIAN = ("bot/operator_texts.py", "bot/sandbox/", "bot/sample", "shnor_domain/consultations/typed.py")


def sources(*packages: str) -> list[Path]:
    return sorted(file for package in packages for file in (ROOT / package).rglob("*.py"))


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def literals(file: Path) -> list[tuple[int, str]]:
    """String literals of a module with their lines; docstrings are not literals here."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    docs = {
        id(statement.value)
        for node in ast.walk(tree)
        for statement in ast.iter_child_nodes(node)
        if isinstance(statement, ast.Expr)
    }
    return [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs
    ]


def test_every_import_keeps_the_contracts() -> None:
    # in a process of its own: it sets up logging for itself and switches all loggers of the tests off
    linter = Path(sys.executable).with_name("lint-imports")
    checked = subprocess.run([linter, "--no-cache"], cwd=ROOT, check=False, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout


def test_the_top_level_is_as_it_was_fixed() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True)
    assert {line.partition("/")[0] for line in listed.stdout.splitlines()} <= TOP_LEVEL


def test_russian_words_stand_in_the_texts_and_nowhere_in_code() -> None:
    found = [
        f"{file.relative_to(ROOT)}:{line}: {text}"
        for file in sources(*PACKAGES)
        if not str(file.relative_to(ROOT)).startswith(SPEAKS_RUSSIAN) and CYRILLIC.search(_text(file))
        for line, text in literals(file)
        if CYRILLIC.search(text)
    ]
    assert found == []


def test_the_domain_loads_without_telegram_and_without_the_scheduler() -> None:
    modules = [
        ".".join(file.relative_to(ROOT).with_suffix("").parts)
        for file in sources("shnor_domain")
        if file.name != "__init__.py" and "storage" not in file.parts
    ]
    script = f"import sys, importlib\nfor name in {modules!r}: importlib.import_module(name)\nprint(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True, capture_output=True, text=True)
    assert not {"aiogram", "aiogram_dialog", "apscheduler", "sqlalchemy", "matplotlib"} & set(loaded.stdout.split())


def test_nothing_is_left_for_later() -> None:
    found = [
        f"{file.relative_to(ROOT)}:{token.start[0]}: {token.string}"
        for file in sources(*PACKAGES, "tests")
        if LEFT.search(_text(file))
        for token in tokenize.generate_tokens(io.StringIO(_text(file)).readline)
        if token.type == tokenize.COMMENT and LEFT.search(token.string)
    ]
    assert found == []


def test_no_module_is_called_after_nothing_in_particular() -> None:
    vague = {"utils", "util", "helpers", "helper", "misc", "common", "manager"}
    assert [str(file) for file in sources(*PACKAGES, "tests") if vague & {*file.parts, file.stem}] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main([command, "--help"])
    assert left.value.code == 0
    assert CYRILLIC.search(capsys.readouterr().out)


def test_the_command_line_lists_exactly_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    assert tuple(re.findall(r"^    ([a-z-]+)(?:\s|$)", capsys.readouterr().out, re.MULTILINE)) == COMMANDS


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-cluster.lock", "requirements-dev.lock"])
def test_a_lock_pins_everything_by_hash_and_names_no_host(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert not re.search(r"://|--(extra-)?index-url|--trusted-host|--find-links|\s@\s|/(home|root|tmp|work)/", text)
    entries = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    assert entries
    assert [entry for entry in entries if "==" not in entry.splitlines()[0] or "--hash=sha256:" not in entry] == []


def test_the_lock_of_the_bot_needs_no_tool_of_its_developers() -> None:
    def pinned(lock: str) -> dict[str, str]:
        return dict(re.findall(r"^([a-z0-9.-]+)==(\S+)", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE))

    core, cluster, dev = (pinned(f"requirements{kind}.lock") for kind in ("", "-cluster", "-dev"))
    assert core.items() <= cluster.items() <= dev.items()
    assert not {"pytest", "mypy", "ruff", "playwright"} & cluster.keys()
    assert not {"pytest", "mypy", "ruff", "playwright", "psycopg", "redis"} & core.keys()
    assert {"hatchling", "editables"} <= core.keys()


def test_packages_carry_their_texts_pages_and_migrations() -> None:
    ignored = subprocess.run(
        ["git", "ls-files", "--others", "--ignored", "--exclude-standard", *PACKAGES],
        cwd=ROOT, check=True, capture_output=True, text=True,
    )  # fmt: skip
    assert [line for line in ignored.stdout.splitlines() if "__pycache__" not in line] == []

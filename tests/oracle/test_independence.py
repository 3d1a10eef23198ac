"""The oracle shares no code with what it judges."""

import ast
import sys
from pathlib import Path

FOLDER = Path(__file__).parent


def test_the_oracle_imports_the_standard_library_and_itself_alone() -> None:
    found = set()
    for file in FOLDER.rglob("*.py"):
        if file.name.startswith("test_"):
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            match node:
                case ast.Import(names):
                    found |= {name.name for name in names}
                case ast.ImportFrom(module=str(module), level=0):
                    found.add(module)
    strange = {
        name
        for name in found
        if name.partition(".")[0] not in sys.stdlib_module_names and not name.startswith("tests.oracle.")
    }
    assert found
    assert strange == set()


def test_it_calls_no_module_by_its_name() -> None:
    text = "".join(
        file.read_text(encoding="utf-8") for file in FOLDER.rglob("*.py") if file.name != Path(__file__).name
    )
    assert "importlib" not in text
    assert "__import__" not in text

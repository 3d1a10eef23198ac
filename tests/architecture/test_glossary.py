"""The glossary holds only words that are used, and says truly where."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROW = re.compile(r"\| (?P<russian>[^|]+) \| `(?P<identifier>[^`]+)` \| (?P<where>[^|]+) \| (?P<meaning>[^|]+) \|$")


def rows() -> list[re.Match[str]]:
    lines = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8").splitlines()
    terms = [line for line in lines if line.startswith("| ") and not line.startswith(("| Russian", "| ---"))]
    found = [ROW.match(line) for line in terms]
    assert [line for line, row in zip(terms, found, strict=True) if row is None] == []
    return [row for row in found if row is not None]


def test_each_identifier_stands_where_the_glossary_says() -> None:
    gone = [
        f"{row['identifier']} in {row['where']}"
        for row in rows()
        if not (ROOT / row["where"]).is_file()
        or not re.search(rf"\b{re.escape(row['identifier'])}\b", (ROOT / row["where"]).read_text(encoding="utf-8"))
    ]
    assert gone == []


def test_one_word_is_one_thing() -> None:
    words = [word.strip() for row in rows() for word in row["russian"].split(",")]
    assert sorted(word for word in set(words) if words.count(word) > 1) == []

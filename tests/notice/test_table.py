"""The table of the notice tells the truth: its words are the notice's, its tests are there."""

import ast
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs" / "notice.md"
NOTICE = ROOT / "data" / "notice-2022-81.zh.md"
ARTICLES = "一二三四五六七八九"


@dataclass(frozen=True)
class Row:
    article: str
    sentence: str
    where: str
    test: str

    @property
    def is_covered(self) -> bool:
        return self.test != "—"


def rows() -> list[Row]:
    told = re.findall(r"^\| (N\(.\)) \| (.+?) \| (.+?) \| (.+?) \|$", PAGE.read_text(), re.M)
    return [Row(*each) for each in told]


COVERED = [row for row in rows() if row.is_covered]


@pytest.mark.parametrize("row", COVERED, ids=lambda row: row.sentence[:20])
def test_the_test_of_a_sentence_exists(row: Row) -> None:
    path, _, name = row.test.strip("`").partition("::")
    module = ast.parse((ROOT / path).read_text())
    assert name in {node.name for node in module.body if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.sentence[:20])
def test_the_words_are_the_notices_own_and_stand_in_that_article(row: Row) -> None:
    [article] = re.findall(rf"^### \({row.article[2]}\)(.+)$", NOTICE.read_text(), re.M)
    assert row.sentence in article


def test_the_count_is_right() -> None:
    every = rows()
    assert f"Covered: {len(COVERED)} of {len(every)}." in PAGE.read_text()
    assert f"in {len(every)} sentences" in PAGE.read_text()


def test_what_is_not_covered_says_why() -> None:
    assert all(row.where.startswith("— ") for row in rows() if not row.is_covered)


def test_every_article_commands_something_in_the_order_of_the_notice() -> None:
    told = [ARTICLES.index(row.article[2]) for row in rows()]
    assert set(told) == set(range(len(ARTICLES)))
    assert told == sorted(told)

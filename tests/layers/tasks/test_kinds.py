"""The table of kinds: each has a name of its own, in both languages, and a row in the docs."""

from pathlib import Path

import pytest

from layers.tasks import KINDS
from layers.tasks.task import Kind

DOCS = Path(__file__).parents[3] / "docs" / "desks.md"


def test_kinds_have_names_of_their_own() -> None:
    for names in ([kind.code for kind in KINDS], [kind.zh for kind in KINDS]):
        assert len(set(names)) == len(KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_a_kind_is_told_in_the_docs(kind: Kind) -> None:
    assert f"| `{kind.code}` |" in DOCS.read_text()

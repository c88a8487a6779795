"""`onemap rank` and `select` as a planner types them."""

import json
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import pytest

from gis_service.__main__ import main
from gis_service.planning import weighing
from gis_service.store import features
from gis_service.store.database import Database
from layers import CATALOGUE
from layers.core.access import OPERATOR
from layers.core.layer import Visibility
from tests.examples import feature_of

Onemap = Callable[..., int]
HEADS = {
    "xlsx": b"PK",
    "csv": "\ufeff名次".encode(),
    "gpkg": b"SQLite format 3",
    "html": b"<!DOCTYPE html>",
    "pdf": b"%PDF-",
}


@pytest.fixture(scope="module")
def communities(database: Database) -> list[str]:
    """Two with an organisation and no works: they may be planned, their cost is not known."""
    division = feature_of(CATALOGUE["divisions"], {}, code="360923100", level="street")
    keys = {"divisions": division.attributes.model_dump()}
    layer, ids = CATALOGUE["communities"], []
    with database.transaction(OPERATOR) as db:
        features.add_many(db, CATALOGUE["divisions"], [division], Visibility.PUBLISHED)
        for code, willing in (("360923100-001", 0.9), ("360923100-002", 0.4)):
            each = feature_of(layer, keys, code=code, willingness=willing, households=100)
            ids += features.add_many(db, layer, [each], Visibility.PUBLISHED)
        organisation = CATALOGUE["owner_organisations"]
        for id_ in ids:
            row = feature_of(organisation, {"communities": {"id": id_}})
            features.add_many(db, organisation, [row], Visibility.PUBLISHED)
    return [*map(str, ids)]


@pytest.fixture
def onemap(database: Database, communities: list[str], monkeypatch: pytest.MonkeyPatch) -> Onemap:
    monkeypatch.setattr(
        "gis_service.commands.database._urls", lambda *_, **__: nullcontext(database.urls)
    )
    monkeypatch.setattr("signal.signal", lambda *_: None)

    def run(*arguments: str) -> int:
        monkeypatch.setattr("sys.argv", ["onemap", *arguments])
        return main()

    return run


def test_a_ranking_as_json(
    onemap: Onemap, communities: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    weights = ("--set", "equal", "--weights", "willingness=3,age=0")
    assert onemap("rank", "--json", "--draws", "50", *weights) == 0
    told = json.loads(capsys.readouterr().out)
    assert [row["id"] for row in told["rows"]] == communities
    assert all(row["eligible"] for row in told["rows"])
    assert told["weights"]["willingness"] == pytest.approx(3 / 11)
    assert told["weights"]["age"] == 0


def test_a_ranking_as_a_table(onemap: Onemap, capsys: pytest.CaptureFixture[str]) -> None:
    assert onemap("rank") == 0
    assert "2 个小区" in capsys.readouterr().out


def test_a_choice_within_the_money(
    onemap: Onemap, communities: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ("select", "--budget", "5000000", "--household-cost", "40000", "--json")
    assert onemap(*asked) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["chosen"] == communities[:1]
    assert told["cost_cny"] == "4000000.00"


@pytest.mark.parametrize(
    ("command", "suffix"),
    [("rank", "xlsx"), ("rank", "csv"), ("rank", "gpkg"), ("select", "html"), ("select", "pdf")],
)
def test_a_plan_is_written_in_the_form_of_its_suffix(
    onemap: Onemap,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    command: str,
    suffix: str,
) -> None:
    out = tmp_path / f"plan.{suffix}"
    money = ("--budget", "5000000", "--household-cost", "40000") if command == "select" else ()
    assert onemap(command, *money, "--out", str(out)) == 0
    assert "2 个小区" in capsys.readouterr().out
    head = out.read_bytes()[:4_096]
    assert head.startswith(HEADS[suffix])


def test_what_contradicts_is_named(onemap: Onemap, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("select", "--budget", "1", "--household-cost", "40000", "--county-min", "360923=1")
    assert onemap(*asked) == 0
    said = capsys.readouterr().out
    assert "budget" in said
    assert "county_min:360923" in said


def test_without_works_or_an_assumed_cost_nobody_can_be_chosen(
    onemap: Onemap, capsys: pytest.CaptureFixture[str]
) -> None:
    assert onemap("select", "--budget", "5000000", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["chosen"] == []
    assert [each["reason"] for each in told["left_out"]] == ["没有改造内容预算,造价未知"] * 2


@pytest.mark.parametrize(
    "wrong",
    [
        ("rank", "--set", "beautiful"),
        ("rank", "--weights", "beauty=1"),
        ("rank", "--filter", "=="),
        ("select", "--budget", "much"),
        ("select", "--budget", "1", "--county-min", "360923"),
        ("select", "--budget", "1", "--lock-in", "0"),
    ],
)
def test_wrong_use_is_told_in_one_line(
    onemap: Onemap, capsys: pytest.CaptureFixture[str], wrong: tuple[str, ...]
) -> None:
    assert onemap(*wrong) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_a_choice_is_kept_compared_and_adopted(
    onemap: Onemap, communities: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    ids = []
    for name, budget in (("few", "5000000"), ("all", "9000000")):
        asked = ("select", "--budget", budget, "--household-cost", "40000", "--save", name)
        assert onemap(*asked, "--set", "equal") == 0
        capsys.readouterr()
    assert onemap("scenario", "list", "--json") == 0
    listed = json.loads(capsys.readouterr().out)
    assert [(each["name"], each["weight_set"]) for each in listed] == [
        ("all", "equal"),
        ("few", "equal"),
    ]
    ids = [str(each["id"]) for each in listed]
    assert onemap("scenario", "compare", *ids, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert [each["count"] for each in told["sums"]] == [2, 1]
    assert onemap("scenario", "compare", *ids) == onemap("scenario", "show", ids[0]) == 0
    assert "few" in capsys.readouterr().out
    # Neither has been surveyed yet, so that nothing can be adopted.
    assert onemap("scenario", "adopt", ids[0], "--dry-run") == 0
    assert "2 未列入" in capsys.readouterr().out
    assert onemap("scenario", "adopt", ids[0]) == 1
    assert onemap("scenario", "show", "999") == onemap("scenario", "compare", ids[0]) == 2


def test_a_saved_weight_set_is_used_by_its_name(
    onemap: Onemap, database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    with database.transaction(OPERATOR) as db:
        weighing.save(db, OPERATOR, weighing.Draft("老人优先", {"elderly": 1}))
    assert onemap("rank", "--json", "--draws", "0", "--set", "老人优先") == 0
    assert json.loads(capsys.readouterr().out)["weights"]["elderly"] == 1

"""What residents want, say and are answered; what was learned elsewhere: N(五), N(八), N(九)."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import Connection

from gis_service.informing.card import card
from gis_service.informing.models import Card
from gis_service.store.database import Database
from gis_service.store.features import add_many
from layers import CATALOGUE
from layers.core.layer import Visibility
from layers.core.rules import Feature
from tests.examples import Keys, feature_of

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
Add = Callable[..., int]


@pytest.fixture
def db(database: Database) -> Iterator[Connection]:
    with database.owner.connect() as connection, connection.begin() as transaction:
        yield connection
        transaction.rollback()


@pytest.fixture
def keys(db: Connection) -> Keys:
    """A division, and a community in it."""
    found: dict[str, dict[str, Any]] = {}
    for name in ("divisions", "communities"):
        feature = feature_of(CATALOGUE[name], found)
        [id_] = add_many(db, CATALOGUE[name], [feature], Visibility.PUBLISHED)
        found[name] = {"id": id_, **feature.attributes.model_dump()}
    return found


@pytest.fixture
def add(db: Connection, keys: Keys) -> Add:
    def adding(name: str, visibility: Visibility = Visibility.PUBLISHED, **changes: Any) -> int:
        layer = CATALOGUE[name]
        return add_many(db, layer, [feature_of(layer, keys, **changes)], visibility)[0]

    return adding


@pytest.fixture
def told(db: Connection, keys: Keys) -> Callable[[], Card]:
    return lambda: card(db, keys["communities"]["id"], NOW)


def codes(name: str, **changes: Any) -> list[str]:
    """What the layer says of its example, changed."""
    layer = CATALOGUE[name]
    row = layer.attributes.model_validate({**layer.example, "community": 1, **changes})
    return [problem.code for problem in layer.problems(Feature(None, row))]


def test_改造前充分问需于民(add: Add, told: Callable[[], Card]) -> None:
    """Residents are asked item by item of the scope menu; the public reads what most want, by the
    newest poll, and what of it became works."""
    add("wishes", category="lifts", households_asked=100, households_wanting=30)
    add("wishes", category="parking", households_asked=100, households_wanting=10)
    newer = {"starts": "2026-03-01", "ends": "2026-03-20"}
    add("wishes", category="parking", households_asked=200, households_wanting=170, **newer)
    add("works", category="parking", matter="common_use")
    first, second = told().wishes
    assert (first.category, first.households_wanting, first.planned) == ("parking", 170, True)
    assert (second.category, second.households_wanting, second.planned) == ("lifts", 30, False)
    assert codes("wishes", households_asked=100, households_wanting=101) == [
        "households_wanting.over"
    ]
    # What three households want is nobody else's business.
    assert codes("wishes", households_asked=4, households_wanting=1) == ["households_asked.few"]


def test_推动设计师_工程师进社区_引导居民参与谋划改造方案(
    add: Add, told: Callable[[], Card]
) -> None:
    add("design_visits", on="2026-03-08", profession="architect", residents=46)
    add("design_visits", on="2026-03-20", profession="structural", residents=12)
    add("design_visits", Visibility.DRAFT, on="2026-04-01")
    visits = told().design_visits
    assert [(each.profession, each.residents) for each in visits] == [
        ("structural", 12),
        ("architect", 46),
    ]
    assert all(each.outcome for each in visits)
    assert "name" not in CATALOGUE["design_visits"].public_fields


def test_收集意见和建议_在实际工作中予以采纳(add: Add, told: Callable[[], Card]) -> None:
    """What became of each remark is recorded with its reason, and counted on the card."""
    for outcome in ("adopted", "adopted", "not_adopted"):
        add("surveys", outcome=outcome)
    unanswered = {"outcome": None, "answer": "", "answered_on": None}
    add("surveys", **unanswered)
    add("surveys", **unanswered, remark="")
    survey = told().satisfaction
    assert (survey.remarks, survey.remarks_adopted, survey.remarks_not_adopted) == (4, 2, 1)
    assert codes("surveys", outcome="not_adopted", answer="") == ["answer.missing"]
    assert codes("surveys", remark="", outcome="adopted") == ["outcome.without_remark"]
    # The words themselves stay inside.
    assert not CATALOGUE["surveys"].public


def test_学习借鉴各地有关经验做法(add: Add, told: Callable[[], Card]) -> None:
    add("practices", title="楼栋长包片联系", origin="某市某区示例社区", result="投诉减少。")
    add("practices", title="施工日历上墙", link="", adopted_on="2026-01-05", result="")
    first, second = told().practices
    assert (first.title, first.origin, first.result) == (
        "楼栋长包片联系",
        "某市某区示例社区",
        "投诉减少。",
    )
    assert first.link == CATALOGUE["practices"].example["link"]
    assert (second.title, second.link, second.result) == ("施工日历上墙", None, None)
    with pytest.raises(ValueError, match="link"):
        codes("practices", link="javascript:alert(1)")

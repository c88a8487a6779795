import json
import re
from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection, text

from gis_service.errors import NotFound
from gis_service.informing.card import card
from gis_service.informing.closures import closures_today
from gis_service.informing.listing import communities
from gis_service.informing.models import Card
from gis_service.store.community_search import Choice
from gis_service.store.database import Database
from layers import CATALOGUE
from layers.core.layer import Private
from tests.informing.conftest import NOW

CHINA = (73.0, 3.0, 136.0, 54.0)


@pytest.fixture(scope="module")
def cards(told: Database) -> list[Card]:
    with told.anonymous.connect() as db:
        rows = communities(db, Choice(), NOW, sort="name", limit=500, after="").rows
        return [card(db, row.id, NOW) for row in rows]


def test_the_figures_on_top_are_the_sums_of_what_stands_below(cards: list[Card]) -> None:
    for one in cards:
        top = one.community
        assert top.budget_cny == sum(item.budget_cny for item in one.works)
        assert top.committed_cny == sum(item.committed_cny for item in one.money)
        assert top.received_cny == sum(item.received_cny for item in one.money)
        assert top.gap_cny == max(top.budget_cny - top.committed_cny, 0)


def test_the_stage_is_the_last_of_the_timeline(cards: list[Card]) -> None:
    for one in cards:
        if one.timeline:
            assert one.timeline[-1].stage == one.community.stage
            assert [step.on for step in one.timeline] == sorted(step.on for step in one.timeline)


def test_doors_are_told_nearest_first(cards: list[Card]) -> None:
    closures = [closure for one in cards for closure in one.closures]
    assert closures
    for closure in closures:
        distances = [door.distance_m for door in closure.doors]
        assert distances == sorted(distances)
        assert closure.area_m2 > 0


def test_what_is_closed_today_is_on_the_cards(cards: list[Card], db: Connection) -> None:
    told = {closure.id for closure in closures_today(db, CHINA, NOW)}
    carded = {
        closure.id: closure.state for one in cards for closure in one.closures if closure.id in told
    }
    assert carded.keys() == told
    assert (
        {"active", "overdue"}
        <= set(carded.values())
        <= {
            "active",
            "overdue",
            "unconfirmed",
            "planned",
        }
    )
    assert sum(one.community.closures_today for one in cards) == len(told)


def test_satisfaction_has_an_interval_or_is_hidden(cards: list[Card]) -> None:
    shown = [one.satisfaction for one in cards if one.satisfaction.share is not None]
    assert shown
    for one in shown:
        assert one.answers >= 5
        assert one.low is not None
        assert one.high is not None
        assert one.share is not None
        assert 0 <= one.low <= one.share <= one.high <= 1


def test_no_card_holds_anything_private(told: Database, cards: list[Card]) -> None:
    private: set[str] = set()
    with told.owner.connect() as connection:
        for layer in CATALOGUE.values():
            for name, info in layer.attributes.model_fields.items():
                if Private in info.metadata:
                    values = connection.scalars(
                        text(f'SELECT DISTINCT "{name}"::text FROM onemap.{layer.name}')
                    )
                    private |= {value for value in values if value and len(value) > 5}
    assert len(private) > 20
    written = json.dumps([one.model_dump(mode="json") for one in cards], ensure_ascii=False)
    # Names of members say nothing of anybody.
    everything = re.sub(r'"[a-z_0-9]+":', "", written)
    assert {value for value in private if value in everything} == set()


@pytest.mark.parametrize("id_", [0, 10**15])
def test_an_unknown_community_is_not_found(db: Connection, id_: int) -> None:
    with pytest.raises(NotFound):
        card(db, id_, NOW)


def test_a_community_that_is_not_published_is_not_found(told: Database, db: Connection) -> None:
    with told.owner.connect() as connection:
        draft = connection.scalar(
            text("SELECT min(id) FROM onemap.communities WHERE visibility = 'draft'")
        )
    assert draft
    with pytest.raises(NotFound):
        card(db, draft, NOW)


def test_a_card_tells_totals_of_votes_that_are_closed(cards: list[Card]) -> None:
    votes = [vote for one in cards for vote in one.votes]
    assert {"passed", "reversed"} <= {vote.result for vote in votes}
    for vote in votes:
        if vote.result == "open":
            assert vote.owners_took_part is None
        else:
            assert vote.owners_in_favour is not None
            assert vote.owners_took_part is not None
            assert vote.owners_in_favour <= vote.owners_took_part <= vote.owners_total


def test_comments_stand_with_their_answers(cards: list[Card]) -> None:
    comments = [said for one in cards for item in one.publicity for said in item.comments]
    assert {"adopted", "not_adopted"} <= {said.outcome for said in comments}
    assert all(said.answer for said in comments if said.outcome)


def test_what_was_posted_tells_where_it_hangs(cards: list[Card]) -> None:
    posted = [item for one in cards for item in one.publicity]
    assert posted
    for item in posted:
        assert "社区服务中心" in {hung.place for hung in item.postings}
        assert all(hung.posted_on >= item.starts for hung in item.postings)


def test_a_reversed_vote_is_told_on_the_card_and_in_the_list(
    cards: list[Card], db: Connection
) -> None:
    [flagged] = [one.community for one in cards if one.community.lapses]
    [lapse] = flagged.lapses
    assert lapse.code == "decision.reversed"
    assert "撤销" in lapse.message.zh
    # The day that is kept for lists is that of the writing, however long after NOW the tests run.
    now = max(NOW, datetime.now(UTC))
    rows = communities(db, Choice(), now, sort="name", limit=500, after="").rows
    assert [row.id for row in rows if row.lapses] == [flagged.id]

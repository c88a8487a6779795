"""Residents are visited and asked: on the way to acceptance, and in numbers that say something."""

from collections.abc import Iterator

from layers.core.text import Text
from layers.gates.evidence import Evidence
from layers.gates.item import Item, Supply
from layers.ledgers.surveys import SurveyChannel

_ARTICLE = "N(八)"
_ASKED = {
    SurveyChannel.VISIT: (
        "survey.visit",
        Text("尚未对居民进行随访。", "No resident has been visited after the works."),
    ),
    SurveyChannel.FORM: (
        "survey.form",
        Text("尚未发放并收回《满意度调查表》。", "No satisfaction form has come back."),
    ),
}


def residents_visited(evidence: Evidence) -> Iterator[Item]:
    """A follow-up visit and a form; who is told of sums alone learns nothing of channels."""
    if evidence.channels is None:
        return
    for channel, (code, message) in _ASKED.items():
        if count := evidence.channels.get(channel, 0):
            zh, en = channel.label.zh, channel.label.en
            yield Item(f"{code}.done", _ARTICLE, Text(f"{zh} {count} 份", f"{en}: {count} answers"))
        else:
            yield Item(code, _ARTICLE, message, Supply("surveys", "channel"))


def satisfaction_surveyed(evidence: Evidence) -> Iterator[Item]:
    """As many answers as may be published at all."""
    demanded = int(evidence.rule("survey-minimum"))
    count = evidence.answers
    if count < demanded:
        yield Item(
            "survey.few",
            _ARTICLE,
            Text(
                f"满意度答卷 {count} 份,至少 {demanded} 份方可公布。",
                f"{count} answers on satisfaction; it takes {demanded} to publish a result.",
            ),
            Supply("surveys"),
        )
    else:
        yield Item(
            "survey.taken",
            _ARTICLE,
            Text(f"满意度答卷 {count} 份", f"{count} answers on satisfaction"),
        )

"""What the law asks of a vote, as a sheet says it to owners: the thresholds of art. 278."""

from datetime import date
from fractions import Fraction

from layers.core.text import Text
from layers.standards import in_force
from layers.standards.values import VALUES
from layers.voting import Gravity

_DIGITS = "零一二三四五六七八九"
_CONSENT = {Gravity.ORDINARY: "ordinary-matter", Gravity.MAJOR: "major-matter"}


def how_it_is_counted(gravity: Gravity, on: date) -> Text:
    """Quorum and consent, of area and of heads, as in force on a day."""
    quorum, consent = _share("quorum", on), _share(_CONSENT[gravity], on)
    over_half = gravity is Gravity.ORDINARY
    return Text(
        f"由专有部分面积占比{_zh(quorum)}以上且人数占比{_zh(quorum)}以上的业主参与表决,"
        + (
            "经参与表决专有部分面积过半数且参与表决人数过半数的业主同意,方为通过。"
            if over_half
            else f"经参与表决专有部分面积{_zh(consent)}以上且参与表决人数{_zh(consent)}以上的业主"
            "同意,方为通过。"
        ),
        f"Owners with {quorum} of the exclusive floor area and {quorum} of the heads take part; "
        "of these "
        + ("more than half" if over_half else f"{consent}")
        + " by area and by heads consent, or it does not pass.",
    )


def _share(code: str, on: date) -> Fraction:
    value = in_force(VALUES, code, on).value
    assert isinstance(value, Fraction)
    return value


def _zh(share: Fraction) -> str:
    return f"{_DIGITS[share.denominator]}分之{_DIGITS[share.numerator]}"

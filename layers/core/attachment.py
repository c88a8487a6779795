"""Attached files: evidence that hangs on a row, named by the SHA-256 of its bytes."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import StringConstraints

from layers.core.text import Term


class Form(Term):
    """What an attached file may be."""

    PICTURE = "picture", "图片", "Picture"
    PAPER = "paper", "PDF", "PDF"


@dataclass(frozen=True, slots=True)
class Attached:
    """The attribute names an attached file of one of these forms."""

    forms: tuple[Form, ...] = (Form.PICTURE, Form.PAPER)


Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""In hexadecimal digits."""

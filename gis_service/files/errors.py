"""Why a file is not taken, said in one line; and what a person must decide before it can be."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from gis_service.errors import GisError
from layers.core.rules import Problem
from layers.core.text import Text


class FileRefused(GisError):
    """The file as a whole cannot be taken."""

    title = Text("文件无法使用", "File refused")

    def __init__(self, code: str, message: Text) -> None:
        super().__init__(message, [Problem(code, message)])


@dataclass(frozen=True, slots=True)
class Choice:
    """One possible answer: the values of options that state it, and what would follow."""

    options: dict[str, str]
    consequence: Text


class Undecided(FileRefused):
    """The file can be taken in several ways, and only a person can say which is meant."""

    title = Text("需要说明", "Please state")

    def __init__(self, code: str, message: Text, choices: list[Choice]) -> None:
        super().__init__(code, message)
        self.choices = choices

    @property
    def members(self) -> Mapping[str, Any]:
        return {"choices": [asdict(choice) for choice in self.choices]}

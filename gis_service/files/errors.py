"""Why a file is not taken, said in one line; and what a person must decide before it can be."""

from dataclasses import dataclass

from layers.core.text import Text


class FileRefused(Exception):
    """The file as a whole cannot be taken. `code` is for machines, `message` for people."""

    def __init__(self, code: str, message: Text) -> None:
        super().__init__(f"{message.zh} {message.en}")
        self.code = code
        self.message = message


@dataclass(frozen=True, slots=True)
class Choice:
    """One possible answer: the values of options that state it, and what would follow."""

    options: dict[str, str]
    consequence: Text


class Undecided(FileRefused):
    """The file can be taken in several ways, and only a person can say which is meant."""

    def __init__(self, code: str, message: Text, choices: list[Choice]) -> None:
        super().__init__(code, message)
        self.choices = choices

"""How far an import has come, told while it goes on."""

from collections.abc import Callable

from layers.core.text import Term


class Step(Term):
    """In order."""

    READING = "reading", "读取文件", "Reading the file"
    PLACING = "placing", "核对坐标", "Proving where it lies"
    CHECKING = "checking", "逐行检查", "Checking each row"
    COMPARING = "comparing", "与现有数据比对", "Comparing with what is there"
    WRITING = "writing", "写入", "Writing"

    @property
    def share(self) -> float:
        """How much of the work lies behind when it begins, of 1."""
        steps = [*Step]
        return steps.index(self) / len(steps)


Tell = Callable[[Step], None]
"""May raise, which ends the import."""


def silent(_: Step) -> None:
    """Nobody waits to be told."""

"""What can go wrong on purpose, said in both languages. Statuses are the API's business."""

from collections.abc import Iterable, Mapping
from typing import Any

from layers.core.rules import Problem
from layers.core.text import Text


class GisError(Exception):
    """Base of every error the service raises on purpose."""

    title = Text("出错了", "Something went wrong")

    def __init__(self, detail: Text, problems: Iterable[Problem] = ()) -> None:
        super().__init__(detail.en)
        self.detail = detail
        self.problems = list(problems)

    @property
    def members(self) -> Mapping[str, Any]:
        """What else a machine can use of it, by name."""
        return {}


class NotFound(GisError):
    title = Text("未找到", "Not found")


class NotPermitted(GisError):
    title = Text("无权限", "Not permitted")


class NotSignedIn(NotPermitted):
    """It is not known who asks, and the public may not do this. `challenge` is for machines."""

    title = Text("请先登录", "Sign in first")
    challenge = 'Bearer realm="onemap"'


class TooMany(GisError):
    """Tried too often; `wait_s` is when to try again."""

    title = Text("尝试过于频繁", "Too many attempts")

    def __init__(self, detail: Text, wait_s: int) -> None:
        super().__init__(detail)
        self.wait_s = wait_s


class NotWritable(GisError):
    """The layer is not written in this way by anyone."""

    title = Text("不可这样写入", "Not written in this way")


class NoCondition(GisError):
    """A change does not say of which version it is a change."""

    title = Text("缺少版本条件", "A condition is missing")


class Stale(GisError):
    """Someone else was faster. Both versions are GeoJSON; `current` is None after a deletion, and
    `yours` where nothing but a deletion was meant."""

    title = Text("版本已过期", "Changed in the meantime")

    def __init__(
        self,
        detail: Text,
        layer: str,
        yours: Mapping[str, Any] | None,
        current: Mapping[str, Any] | None,
    ) -> None:
        super().__init__(detail)
        self.layer = layer
        self.yours = yours
        self.current = current

    @property
    def members(self) -> Mapping[str, Any]:
        return {"yours": self.yours, "current": self.current}


class Conflict(GisError):
    """What is asked for contradicts what is stored."""

    title = Text("与现有数据冲突", "In conflict with what there is")


class BadParameter(GisError):
    """A parameter of a request cannot be understood; `problems[0].field` names it."""

    title = Text("参数有误", "Bad parameter")

    def __init__(self, name: str, detail: Text) -> None:
        super().__init__(detail, [Problem("parameter.bad", detail, name)])


class Invalid(GisError):
    """A feature breaks rules; every problem is told."""

    title = Text("数据有误", "Invalid data")

    def __init__(self, problems: Iterable[Problem]) -> None:
        found = list(problems)
        super().__init__(
            Text(
                ";".join(problem.message.zh for problem in found),
                "; ".join(problem.message.en for problem in found),
            ),
            found,
        )


class Unavailable(GisError):
    """The service cannot answer now: no database, or one that is not migrated."""

    title = Text("服务暂不可用", "Not available now")

"""Attaching evidence: a photo or a PDF is sent first, then named by rows."""

from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import Connection

from gis_service.errors import NotFound, NotPermitted, TooMany
from gis_service.files import papers, pictures
from gis_service.files.errors import FileRefused
from gis_service.files.limits import check
from gis_service.files.pictures import Picture
from gis_service.store import attachments
from gis_service.store.attachments import Stored
from layers.core.access import GRANTS, Actor
from layers.core.attachment import Form
from layers.core.text import Text

MOST_BYTES = 20_000_000
MOST_A_DAY = 300
"""More than a site sends on its busiest day; a bound on what one account can fill."""
_AGAIN_S = 3600
_HEAD = 16
_MEDIA_TYPES = {Form.PICTURE: "image/jpeg", Form.PAPER: "application/pdf"}


@dataclass(frozen=True, slots=True)
class Attachment:
    """What is kept of a file that was sent. Sizes are pixels, of pictures only."""

    sha256: str
    form: Form
    media_type: str
    bytes: int
    width: int | None = None
    height: int | None = None


def pictured(content: bytes) -> Picture:
    """A photo alone, rid of all but its pixels. Raises FileRefused."""
    if not pictures.seems_picture(content[:_HEAD]):
        raise FileRefused(
            "file.content",
            Text("只接受 JPEG、PNG、WebP 图片。", "Only JPEG, PNG or WebP is taken."),
        )
    return pictures.clean(content)


def attach(db: Connection, actor: Actor, content: bytes) -> Attachment:
    """Keeps a photo, rid of all but its pixels, or a PDF. Its name and stated type say nothing.

    Raises NotPermitted, TooMany, or FileRefused.
    """
    if not GRANTS[actor.role].writes:
        raise NotPermitted(Text("您的角色不上传附件。", "Your role attaches no files."))
    check(Text("文件字节数", "Bytes of the file"), len(content), MOST_BYTES)
    if attachments.sent_today(db, actor) >= MOST_A_DAY:
        raise TooMany(
            Text(f"一天最多上传 {MOST_A_DAY} 个附件。", f"At most {MOST_A_DAY} files a day."),
            _AGAIN_S,
        )
    if pictures.seems_picture(content[:_HEAD]):
        return _keep_picture(db, actor, content)
    if papers.seems_paper(content[:_HEAD]):
        return _keep(db, actor, Form.PAPER, papers.whole(content))
    raise FileRefused(
        "file.content",
        Text("只接受 JPEG、PNG、WebP 图片或 PDF。", "Only JPEG, PNG, WebP or PDF is taken."),
    )


def look(db: Connection, actor: Actor, hash_: str, *, small: bool = False) -> Stored:
    """The file, for whoever sees a row that it hangs on, or has sent it. Raises NotFound."""
    found = attachments.seen(db, actor, hash_, small=small)
    if found is None:
        raise NotFound(Text("没有这个附件。", "There is no such file."))
    return found


def _keep_picture(db: Connection, actor: Actor, content: bytes) -> Attachment:
    picture = pictures.clean(content)
    size = {"width": picture.width, "height": picture.height}
    return _keep(db, actor, Form.PICTURE, picture.content, picture.thumbnail, **size)


def _keep(
    db: Connection,
    actor: Actor,
    form: Form,
    content: bytes,
    thumbnail: bytes | None = None,
    width: int | None = None,
    height: int | None = None,
) -> Attachment:
    made = Attachment(
        sha256(content).hexdigest(), form, _MEDIA_TYPES[form], len(content), width, height
    )
    attachments.add(
        db,
        {
            "sha256": made.sha256,
            "form": form.value,
            "media_type": made.media_type,
            "content": content,
            "thumbnail": thumbnail,
            "sent_by": actor.name,
        },
    )
    return made

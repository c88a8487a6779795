import errno

import psycopg
import pytest
from sqlalchemy.exc import OperationalError

from gis_service.commands.failed import Failed, sentence
from gis_service.embedded import Unavailable


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (Failed("no such layer"), "no such layer"),
        (Unavailable("no PostGIS"), "no PostGIS"),
        (KeyError("stage"), "KeyError: 'stage'"),
        (ValueError(), "ValueError: ValueError"),
        (OSError(errno.ENOSPC, "whatever"), "the disk is full"),
        (OperationalError("COPY", None, psycopg.errors.DiskFull("so\nmany")), "the disk is full"),
        (
            OperationalError("SELECT", None, psycopg.OperationalError("gone\nand more")),
            "OperationalError: gone",
        ),
    ],
)
def test_every_error_is_one_line(error: Exception, line: str) -> None:
    assert sentence(error) == line

from pathlib import Path

import pytest

from gis_service import embedded
from tests.embedded.launcher import launched


def test_one_launcher_at_a_time_but_guests_are_welcome(data_dir: Path) -> None:
    with launched(data_dir):
        with (
            pytest.raises(embedded.Unavailable, match="Another onemap"),
            embedded.running(data_dir),
        ):
            pass
        with embedded.running(data_dir, join=True) as cluster:
            cluster.superuser("onemap").close()
        with embedded.running(data_dir, join=True) as still:
            still.superuser("onemap").close()

"""From nothing to `Ready`, and back to nothing but the data."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from gis_service import embedded
from gis_service.embedded.postmaster import processes_in

HOUSE = Path(__file__).parents[1]


@contextmanager
def demo(data_dir: Path) -> Iterator[str]:
    """The address of a running demo; it must end well when it is interrupted."""
    command = ["demo", "--port", "0", "--data-dir", str(data_dir)]
    with subprocess.Popen(
        [sys.executable, "-m", "gis_service", *command],
        cwd=HOUSE,
        env=os.environ,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            assert process.stdout
            lines = (line.rstrip("\n") for line in process.stdout)
            yield next(line for line in lines if line.startswith("Ready: ")).partition(" ")[2]
        finally:
            process.send_signal(signal.SIGINT)
    assert process.returncode == 0
    place = embedded.existing(data_dir)
    assert place
    assert not processes_in(place.data)


def matched(address: str) -> int:
    items = httpx.get(f"{address}/api/collections/communities/items", params={"limit": 1}).json()
    return int(items["numberMatched"])


def test_the_demo_serves_made_communities_and_keeps_them(data_dir: Path) -> None:
    with demo(data_dir) as address:
        assert httpx.get(f"{address}/readyz").status_code == 200
        assert "<html" in httpx.get(f"{address}/").text
        made = matched(address)
    assert made > 30
    with demo(data_dir) as address:
        assert matched(address) == made

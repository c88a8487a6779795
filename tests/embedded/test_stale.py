import os
import subprocess
from pathlib import Path

from gis_service import embedded
from gis_service.embedded.postmaster import processes_in


def test_lock_files_of_a_number_that_lives_again_do_not_stop_a_start(data_dir: Path) -> None:
    with embedded.running(data_dir, durable=False):
        place = embedded.existing(data_dir)
        assert place
        lines = (place.data / "postmaster.pid").read_text().splitlines()
    stale = "\n".join([str(os.getpid()), *lines[1:], ""])
    (place.data / "postmaster.pid").write_text(stale)
    (place.sockets / ".s.PGSQL.5432.lock").write_text(stale)
    with embedded.running(data_dir, durable=False) as cluster:
        cluster.superuser().close()


def test_only_postgres_counts_as_a_process_of_the_cluster(tmp_path: Path) -> None:
    with subprocess.Popen(["sleep", "60"], cwd=tmp_path) as visitor:
        assert processes_in(tmp_path) == set()
        visitor.kill()

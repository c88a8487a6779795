"""The files in `data/` are the ones its README describes."""

import re
from hashlib import sha256

from gis_service.demo.divisions import ROOT

DATA = ROOT / "data"


def test_every_file_has_its_checksum_in_the_readme() -> None:
    readme = (DATA / "README.md").read_text(encoding="utf-8")
    listed = {name: digest for digest, name in re.findall(r"^([0-9a-f]{64})  (\S+)$", readme, re.M)}
    found = {
        path.relative_to(DATA).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in DATA.rglob("*.*")
        if path.name != "README.md"
    }
    assert found == listed

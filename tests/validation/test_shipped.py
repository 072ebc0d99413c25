"""The TEI files that the package ships are valid by its own schema, and by TEI's."""

from __future__ import annotations

from pathlib import Path

import pytest

import tei_cable
from tei_cable.validation import validate
from tests.tei_all import jing, tei_all

_FILES = sorted(Path(tei_cable.__file__).parent.glob("authority/*.xml"))


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.name)
def test_an_authority_file_is_valid(path: Path) -> None:
    """Entries, names and relations are as the schema has them, and all pointers resolve."""
    assert validate(path.read_bytes(), path.name) == []


def test_the_authority_files_are_valid_tei() -> None:
    """They can be used by any program that reads TEI."""
    assert _FILES
    assert jing(tei_all(), *_FILES, check_ids=False) == []

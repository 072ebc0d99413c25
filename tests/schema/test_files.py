"""The files of the schema are found wherever the package is installed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tei_cable.errors import ConfigError
from tei_cable.schema import files, schema_directory, schema_file

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("kind", ["odd", "rng", "xsd", "sch"])
def test_each_kind_of_schema_is_there(kind: str) -> None:
    """The path leads to a file of that kind."""
    path = schema_file(kind)
    assert path.is_file()
    assert path.suffix == f".{kind}"


def test_the_first_place_with_an_odd_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An installed package finds the schema inside itself, a checkout beside itself."""
    inside, beside = tmp_path / "inside", tmp_path / "beside"
    monkeypatch.setattr(files, "_PLACES", (inside, beside))
    for place in (beside, inside):
        place.mkdir()
        (place / "tei_cable.odd").touch()
        assert schema_directory() == place


def test_a_missing_schema_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says where it was looked for, or how the file is made."""
    monkeypatch.setattr(files, "_PLACES", (tmp_path,))
    with pytest.raises(ConfigError, match="the schema is not installed"):
        schema_file("rng")
    (tmp_path / "tei_cable.odd").touch()
    with pytest.raises(ConfigError, match="schema build"):
        schema_file("rng")


def test_each_generated_file_says_what_it_was_made_from() -> None:
    """Whoever opens one is sent to the ODD."""
    generated = [path for path in schema_directory().iterdir() if path.suffix != ".odd"]
    assert len(generated) == 5
    for path in generated:
        assert "Generated from tei_cable.odd by `tei-cable schema build`" in path.read_text("utf-8")

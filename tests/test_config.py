"""Settings: where they are looked for, and what they may be."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tei_cable.config import Config, find_config, load_config
from tei_cable.errors import ConfigError

if TYPE_CHECKING:
    from pathlib import Path

PROJECT = '[project]\nname = "x"\n\n[tool.tei_cable]\npublisher = "Elm Press"\n'


def test_the_nearest_settings_count(tmp_path: Path) -> None:
    """A file of this folder comes before one above it."""
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "tei_cable.toml").write_text('publisher = "Oak"')
    assert find_config(inner) == tmp_path / "tei_cable.toml"
    (tmp_path / "a" / "pyproject.toml").write_text(PROJECT)
    assert find_config(inner) == tmp_path / "a" / "pyproject.toml"
    (inner / "tei_cable.toml").touch()
    assert find_config(inner) == inner / "tei_cable.toml"


def test_a_project_file_without_a_table_is_passed_over(tmp_path: Path) -> None:
    """A `pyproject.toml` that says nothing to this tool is none of its business."""
    inner = tmp_path / "a"
    inner.mkdir()
    (inner / "pyproject.toml").write_text('[project]\nname = "x"\n')
    (tmp_path / "tei_cable.toml").touch()
    assert find_config(inner) == tmp_path / "tei_cable.toml"


def test_the_table_of_a_project_file_is_read(tmp_path: Path) -> None:
    """`tool.tei_cable` holds the settings that `tei_cable.toml` would."""
    (tmp_path / "pyproject.toml").write_text(PROJECT)
    assert load_config(tmp_path / "pyproject.toml") == Config(publisher="Elm Press")


def test_every_setting_is_read(tmp_path: Path) -> None:
    """Each key of the documentation has its place, dates and lists included."""
    file = tmp_path / "tei_cable.toml"
    file.write_text(
        'publisher = "P"\nedition = "E"\nlicence = "L"\nlicence_target = "https://e.org"\n'
        'project = "D"\nid_prefix = "elm"\nlanguages = ["en", "ru-Latn"]\ndate = 2020-02-03\n'
        'attribution = "minimal"\nschema = "s"\n'
    )
    assert load_config(file) == Config(
        publisher="P",
        edition="E",
        licence="L",
        licence_target="https://e.org",
        project="D",
        id_prefix="elm",
        languages=("en", "ru-Latn"),
        date=date(2020, 2, 3),
        attribution="minimal",
        schema="s",
    )


def test_a_wrong_key_of_a_project_file_is_refused(tmp_path: Path) -> None:
    """The file and what was expected are told."""
    file = tmp_path / "pyproject.toml"
    file.write_text("[tool.tei_cable]\ncolour = 1\n")
    with pytest.raises(ConfigError, match=r"pyproject\.toml: unknown key 'colour'; expected attr"):
        load_config(file)


@pytest.mark.parametrize("text", ["tool = 3\n", "[tool]\ntei_cable = 3\n"])
def test_a_project_file_whose_table_is_none_is_refused(tmp_path: Path, text: str) -> None:
    """A value where a table should be is told, not tripped over."""
    file = tmp_path / "pyproject.toml"
    file.write_text(text)
    with pytest.raises(ConfigError, match="is 3; expected a table"):
        load_config(file)


@pytest.mark.parametrize("character", ["\x07", "\v", "\f", "\ud800", "\uffff"])
def test_a_setting_that_xml_cannot_hold_is_refused(character: str) -> None:
    """The setting and the character are told; white space that XML has is none such."""
    with pytest.raises(ConfigError, match=f"publisher .*U\\+{ord(character):04X}"):
        Config(publisher=f"Elm{character}Press")
    assert Config(publisher="Elm\tPress\nEast").publisher

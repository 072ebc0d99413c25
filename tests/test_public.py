"""The names that `import tei_cable` offers, and what they refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import tei_cable
from tei_cable import Result, convert, decode, load_config, read_source, validate, verify
from tests.pages import page

if TYPE_CHECKING:
    from collections.abc import Callable

SOURCE = decode(page().encode(), "cable.txt")


def test_every_public_name_is_there() -> None:
    """Each name of __all__ can be had, and nothing else is shown."""
    assert all(getattr(tei_cable, name) is not None for name in tei_cable.__all__)
    assert {"convert", "validate", "verify", "Engine", "Schema"} <= set(tei_cable.__all__)
    assert dir(tei_cable) == sorted(tei_cable.__all__)
    assert not hasattr(tei_cable, "nonsense")


def test_public_names_are_the_names_of_what_they_name() -> None:
    """A traceback and a pickle show the name that was imported."""
    assert {
        name for name in tei_cable.__all__ if getattr(tei_cable, name).__name__ != name
    } == set()


WRONG: list[tuple[Callable[..., Any], tuple[object, ...], str]] = [
    (read_source, (None,), "path is a NoneType"),
    (read_source, (b"cable.txt",), "path is a bytes"),
    (load_config, (42,), "path is a int"),
    (decode, ("text", "cable.txt"), "data is a str"),
    (convert, ("cable.txt",), "source is a str"),
    (convert, (SOURCE, "tei_cable.toml"), "config is a str"),
    (validate, ("<TEI/>", "cable.xml"), "data is a str"),
    (verify, ("<TEI/>", "cable.xml", SOURCE), "data is a str"),
    (verify, (b"<TEI/>", "cable.xml", "cable.txt"), "source is a str"),
]


@pytest.mark.parametrize(("function", "arguments", "message"), WRONG)
def test_the_wrong_kind_of_thing_is_named(
    function: Callable[..., Any], arguments: tuple[object, ...], message: str
) -> None:
    """The error says which argument it is, and what was expected."""
    with pytest.raises(TypeError, match=f"^{message}; expected"):
        function(*arguments)


def test_a_result_is_shown_without_its_document() -> None:
    """In a notebook the findings are to be seen, not some thousand lines of XML."""
    assert repr(Result(b"<TEI/>", (), "cable.txt")) == "Result(findings=(), name='cable.txt')"

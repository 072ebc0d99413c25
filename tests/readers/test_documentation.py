"""The reader that docs/readers.md shows works as it stands there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tei_cable.fidelity import unaccounted
from tei_cable.readers import READERS
from tests.pages import source

if TYPE_CHECKING:
    from collections.abc import Callable

PAGE = Path("docs/readers.md").read_text("utf-8")


def _example() -> dict[str, Any]:
    """Return the names that the page's example defines."""
    (code,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    names: dict[str, Any] = {}
    exec(compile(code, "docs/readers.md", "exec"), names)  # noqa: S102 (the page is ours)
    return names


def test_the_example_reads_its_format() -> None:
    """It finds the fields and the text, and loses nothing."""
    read: Callable[..., Any] = _example()["read"]
    log = source("4 March 1957\nOn rice\n-----\n\nThe harvest\nwas good.\n")
    cable = read(log)
    assert {name: f.value for name, f in cable.metadata.fields().items()} == {
        "date": "4 March 1957",
        "title": "On rice",
    }
    assert cable.text.split() == ["The", "harvest", "was", "good."]
    assert list(unaccounted(cable, log)) == []


def test_the_example_declines_other_formats() -> None:
    """It gives a reason for what it does not take, and none for what it takes."""
    declines: Callable[..., str] = _example()["declines"]
    assert declines(source("4 March 1957\nOn rice\n---\nText")) == ""
    assert declines(source("4 March 1957\nOn rice\nText")) == "its third line is no row of dashes"


def test_the_page_names_the_archives_readers() -> None:
    """Each reader of the archive's formats has its row in the table."""
    names = [name for name in READERS if name.startswith("archive") or name == "html"]
    assert all(f"| `{name}` |" in PAGE for name in names)

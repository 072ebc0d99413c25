"""The examples of docs/api.md run, one after the other, as a reader would type them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from tests.pages import page

if TYPE_CHECKING:
    import pytest

PAGE = Path("docs/api.md").read_text("utf-8")
EXAMPLES = re.findall(r"^```python\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
BODY = "Comrade Anna Elmgren] did not answer. The harvest was good."


def test_the_examples_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What they state holds, for a page with a stray bracket and a file that is damaged."""
    (tmp_path / "cable.txt").write_text(page(BODY), "utf-8")
    (tmp_path / "damaged.txt").write_bytes(b"caf\xe9")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    for example in EXAMPLES:
        exec(compile(example, "docs/api.md", "exec"), names)  # noqa: S102 (our own page)
    assert len(EXAMPLES) == 6
    assert (tmp_path / "cable.xml").read_bytes().startswith(b"<?xml")

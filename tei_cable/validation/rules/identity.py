"""The document's name: the same as its xml:id, its number and its file."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from tei_cable.validation.document import text_of
from tei_cable.validation.problem import XML, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_cable.validation.document import Document

_ID = f"{{{XML}}}id"
_FIGURE = re.compile(r"\d")


def identity_problems(document: Document, file: str) -> Iterator[Problem]:
    """Yield TC617 where the root's xml:id is not the number or the file's name of this document.

    The number is an idno whose type the xml:id begins with (`wcda-12`, idno of type WCDA). A file
    is compared when its name has the form of the xml:id, with or without that beginning: letters
    the same, figures anywhere; a name such as `expected.xml` is nobody's number.
    """
    root = document.root
    own = str(root.get(_ID) or "")
    prefix, _, number = own.partition("-")
    fix = "give the document its own xml:id, or correct the other"
    for element in document.named("idno"):
        kind, text = (element.get("type") or "").casefold(), text_of(element)
        if kind and kind == prefix.casefold() and text != number:
            message = (
                f'xml:id="{own}" is not that of the idno of type {element.get("type")}, {text}.'
            )
            yield Problem(root, message, code="TC617", fix=fix, attribute=_ID)
            break
    stem = PurePath(file).stem
    names = [name for name in (own, number) if name]
    like = [name for name in names if _FIGURE.search(name) and _form(name) == _form(stem)]
    if like and stem not in names:
        message = f'xml:id="{own}" is not the name of the file, {stem}.'
        yield Problem(root, message, code="TC617", fix=fix, attribute=_ID)


def _form(name: str) -> str:
    return _FIGURE.sub("0", name)

"""What is said of each way to break a grammar: what was found, what would do, how to mend it."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING

from tei_cable.schema.datatypes import allows
from tei_cable.schema.meanings import meanings
from tei_cable.schema.patterns import TEXT, expected, names, nullable
from tei_cable.validation.parse import TEI
from tei_cable.validation.problem import Edit, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

    from tei_cable.schema.grammar import Model
    from tei_cable.schema.patterns import Pattern
    from tei_cable.schema.values import Values

_T = f"{{{TEI}}}"
_DAY = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")


def known_name(tag: str) -> str:
    """Return a tag as the models name it: `p` of TEI, `{urn:x}p` of another, `{}p` of none."""
    return tag.removeprefix(_T) if tag.startswith("{") else f"{{}}{tag}"


def name_of(element: etree._Element) -> str:
    """Return the name of an element as the models have it."""
    return known_name(str(element.tag))


def misplaced(  # noqa: PLR0913, PLR0917 (each is a part of the sentence)
    parent: etree._Element,
    child: etree._Element,
    pattern: Pattern,
    name: str,
    text: str,
    models: Mapping[str, Model],
) -> Problem:
    """Return that a child, or a text, may not stand where it is; `pattern` is what may."""
    tag = f"<{name_of(parent)}>"
    shown = f'The text "{_short(text)}"' if name == TEXT else _tag(name)
    known = name == TEXT or name in models
    message = f"{shown} is not allowed {'here ' if known else ''}in {tag}."
    allowed = expected(pattern)
    if not known:
        fix = _nearest(_local(name), allowed, "<{}>") or "use an element that the schema has"
    elif name == TEXT:
        fix = "put the text into an element that may stand here, or take it out"
    elif name in names(models[name_of(parent)].content):
        fix = f"move it to its place among the children of {tag}, or take it out"
    else:
        fix = f"put it into an element that may hold it (`tei-cable schema show {name}`)"
    return Problem(child, message, expected=_shown(pattern, tag), fix=fix)


def incomplete(element: etree._Element, pattern: Pattern) -> Problem:
    """Return that an element ends too early; `pattern` is what may follow."""
    tag = f"<{name_of(element)}>"
    listed = _shown(pattern, tag)
    fix = f"add {listed[0]}" if len(listed) == 1 else "add one of what was expected"
    return Problem(element, f"{tag} is not complete.", expected=listed, fix=fix)


def bad_content(element: etree._Element, values: Values) -> Problem:
    """Return that the text of an element is not one of its values."""
    text = _short(element.text or "")
    message = f'The text "{text}" is not allowed as the content of <{name_of(element)}>.'
    return Problem(element, message, expected=meanings(values), fix=_one_of(values))


def misnamed(element: etree._Element, name: str, key: str, model: Model) -> Problem:
    """Return that an element may not carry an attribute; `key` is its name in the tree."""
    allowed = tuple(sorted(model.attributes))
    message = f"The attribute {_named(name)} is not allowed on <{name_of(element)}>."
    fix = _nearest(name, allowed) or "take it off, or say the same with one of the expected"
    return Problem(element, message, expected=allowed, fix=fix, attribute=key)


def lacking(element: etree._Element, name: str, model: Model) -> Problem:
    """Return that an element lacks an attribute."""
    message = f"<{name_of(element)}> lacks the attribute {name}."
    values = model.values.get(name)
    listed = meanings(values) if values else ()
    return Problem(element, message, expected=listed, fix=f"add {name}")


def twice(element: etree._Element, value: str, key: str) -> Problem:
    """Return that an xml:id was used before."""
    message = f'The xml:id "{value}" is used more than once.'
    fix = "give this element another xml:id, and turn the pointers that mean it"
    return Problem(element, message, fix=fix, attribute=key)


def bad_value(element: etree._Element, name: str, key: str, value: str, values: Values) -> Problem:
    """Return that an attribute has a value that it may not have."""
    listed = meanings(values)
    if values.data and values.data[0].name == "ID":
        fix = "begin it with a letter, and use letters, digits, -, _ and ."
        message = f'"{value}" cannot be an xml:id.'
        return Problem(element, message, expected=listed, fix=fix, attribute=key)
    message = f'The value "{value}" of {name} is not allowed on <{name_of(element)}>.'
    meant = _meant(value, values)
    edits = (Edit(element, name, meant),) if meant else ()
    fix = f'write "{meant}"' if meant else _nearest(value, values.listed) or _one_of(values)
    return Problem(element, message, expected=listed, fix=fix, edits=edits, attribute=key)


def _one_of(values: Values) -> str:
    what = "one of the expected values" if any(values.listed) else "what was expected"
    return f"write {what}"


def _meant(value: str, values: Values) -> str:
    """Return the one value that can be meant: in other letters, or a date with zeros; else ""."""
    same = [each for each in values.listed if each.casefold() == value.strip().casefold()]
    if len(same) == 1:
        return same[0]
    date = _DAY.fullmatch(value.strip())
    if date is None or values.listed:
        return ""
    padded = "-".join(part.zfill(2) for part in date.groups() if part)
    return padded if allows(values, padded) else ""


def _tag(name: str) -> str:
    return _named(name, "<{}>")


def _named(name: str, form: str = "{}") -> str:
    shown = form.format(_local(name))
    if not name.startswith("{"):
        return shown
    namespace = name[1 : name.index("}")]
    return f"{shown} of {namespace or 'no namespace'}"


def _local(name: str) -> str:
    return name.rpartition("}")[2]


@lru_cache(maxsize=4096)
def _shown(pattern: Pattern, tag: str) -> tuple[str, ...]:
    listed = ["text" if name == TEXT else f"<{name}>" for name in expected(pattern)]
    if nullable(pattern):
        listed.append(f"the end of {tag}")
    return tuple(listed)


@lru_cache(maxsize=4096)
def _nearest(name: str, allowed: tuple[str, ...], form: str = "{}") -> str:
    found = get_close_matches(name, allowed, n=1)
    return f"perhaps {form.format(found[0])} is meant" if found else ""


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 40 else words[:37] + "..."

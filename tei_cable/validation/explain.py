"""Judge each element against its own content model and attributes, and say what was expected.

One walk over the tree by the derivatives of the content models: its cost grows with the size of
the document alone, however many errors there are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from lxml import etree

from tei_cable.schema.datatypes import allows
from tei_cable.schema.files import schema_file
from tei_cable.schema.grammar import read_grammar
from tei_cable.schema.patterns import NOTHING, TEXT, derivative, expected, nullable
from tei_cable.validation.parse import TEI
from tei_cable.validation.problem import Edit, Problem, local

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tei_cable.schema.grammar import Model
    from tei_cable.schema.patterns import Pattern
    from tei_cable.schema.values import Values

_SHOWN = 30
_REMEMBERED = 50_000
_DAY = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")
_BLANK = " \t\r\n"
_T = f"{{{TEI}}}"
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


@cache
def cable_models() -> Mapping[str, Model]:
    """Return the models of the project's own schema; ConfigError when it is missing."""
    return read_grammar(schema_file("rng").read_bytes())


def explain(
    tree: etree._ElementTree, models: Mapping[str, Model] | None = None
) -> Iterator[Problem]:
    """Yield each misplaced or missing child, each wrong, missing or misnamed attribute.

    An element that the schema does not know is reported where it stands, and what it holds is
    left alone. `models` are those of the project's schema unless told.
    """
    walk = _Walk(cable_models(), _known_fine()) if models is None else _Walk(models)
    todo = [tree.getroot()]
    while todo:
        element = todo.pop()
        model = walk.models.get(_local(element.tag))
        if model is None:  # unknown, or no element: a comment
            continue
        attributes = (element.tag, *element.items())
        if attributes not in walk.fine:
            found = list(walk.attributes(element, model))
            yield from found
            if not found and _XML_ID not in element.attrib:
                walk.fine.add(attributes)
        children = list(element)
        if not _fits(element, children, model):
            yield from walk.content(element, model)
        todo += reversed(children)


def _fits(element: etree._Element, children: list[etree._Element], model: Model) -> bool:
    """Whether the content is what the model allows: the quick answer, without a reason."""
    if model.text is not None:
        return False
    pattern = model.content
    text = element.text
    if text and text.strip(_BLANK):
        pattern = derivative(pattern, TEXT)
    for child in children:
        if name := _local(child.tag):
            pattern = derivative(pattern, name)
        text = child.tail
        if text and text.strip(_BLANK):
            pattern = derivative(pattern, TEXT)
    return nullable(pattern)


@cache
def _fine() -> set[tuple[object, ...]]:
    return set()


def _known_fine() -> set[tuple[object, ...]]:
    """Return the start tags that were found right, in this document or one before."""
    if len(_fine()) > _REMEMBERED:
        _fine().clear()
    return _fine()


@dataclass(slots=True)
class _Walk:
    models: Mapping[str, Model]
    fine: set[tuple[object, ...]] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)

    def attributes(self, element: etree._Element, model: Model) -> Iterator[Problem]:
        present = {_attribute(str(name)): str(value) for name, value in element.attrib.items()}
        for name, value in present.items():
            if name not in model.attributes:
                yield _misnamed(element, name, model)
            elif name in model.values and not allows(model.values[name], value):
                yield _bad_value(element, name, value, model.values[name])
            elif name == "xml:id" and value in self.ids:
                yield Problem(element, f'The xml:id "{value}" is used more than once.')
        if _XML_ID in element.attrib:
            self.ids.add(present["xml:id"])
        for name, required in model.attributes.items():
            if required and name not in present:
                message = f"<{_name(element)}> lacks the attribute {name}."
                yield Problem(element, message, fix=f"add {name}")

    def content(self, element: etree._Element, model: Model) -> Iterator[Problem]:
        pattern = model.content
        for name, child, text in _sequence(element):
            after = derivative(pattern, name)
            if after is NOTHING:
                yield self.misplaced(element, child, pattern, name, text)
                after = _recovered(pattern, name)
            pattern = after
        tag = f"<{_name(element)}>"
        if not nullable(pattern):
            yield Problem(element, f"{tag} is not complete.", expected=_shown(pattern, tag))
        elif model.text and not len(element) and not allows(model.text, element.text or ""):
            message = f'The text "{element.text or ""}" is not allowed as the content of {tag}.'
            yield Problem(element, message)

    def misplaced(
        self, parent: etree._Element, child: etree._Element, pattern: Pattern, name: str, text: str
    ) -> Problem:
        tag = f"<{_name(parent)}>"
        shown = f'The text "{_short(text)}"' if name == TEXT else _tag(name)
        known = name == TEXT or name in self.models
        message = f"{shown} is not allowed {'here ' if known else ''}in {tag}."
        fix = "" if known else _nearest(name, expected(pattern), "<{}>")
        return Problem(child, message, expected=_shown(pattern, tag), fix=fix)


def _misnamed(element: etree._Element, name: str, model: Model) -> Problem:
    allowed = tuple(sorted(model.attributes))
    message = f"The attribute {name} is not allowed on <{_name(element)}>."
    return Problem(element, message, expected=allowed, fix=_nearest(name, allowed))


def _bad_value(element: etree._Element, name: str, value: str, values: Values) -> Problem:
    if values.data and values.data[0].name == "ID":
        return Problem(element, f'"{value}" cannot be an xml:id.')
    message = f'The value "{value}" of {name} is not allowed on <{_name(element)}>.'
    meant = _meant(value, values)
    edits = (Edit(element, name, meant),) if meant else ()
    fix = f'write "{meant}"' if meant else ""
    expected = values.listed or _DATATYPES.get(name, ())
    return Problem(element, message, expected=expected, fix=fix, edits=edits)


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


_DATES = ("a date such as 1962-11-02, 1962-11 or 1962",)
_DATATYPES: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("when", "from", "to", "notBefore", "notAfter"), _DATES),
    "xml:lang": ("a language tag such as en or ru-Latn",),
    "quantity": ("a whole number",),
}


@lru_cache(maxsize=4096)
def _local(tag: object) -> str:
    """Return the name of a tag, "" for what is no element."""
    return tag.removeprefix(_T) if isinstance(tag, str) else ""


def _name(element: etree._Element) -> str:
    return str(element.tag).removeprefix(_T)


@lru_cache(maxsize=4096)
def _attribute(name: str) -> str:
    return local(name)


def _tag(name: str) -> str:
    qualified = etree.QName(name)
    shown = f"<{qualified.localname}>"
    return f"{shown} of {qualified.namespace}" if qualified.namespace else shown


def _sequence(element: etree._Element) -> Iterator[tuple[str, etree._Element, str]]:
    if element.text and element.text.strip(_BLANK):
        yield TEXT, element, element.text
    for child in element:
        if isinstance(child.tag, str):
            yield _name(child), child, ""
        if child.tail and child.tail.strip(_BLANK):
            yield TEXT, element, child.tail


def _recovered(pattern: Pattern, name: str) -> Pattern:
    for missing in expected(pattern):
        after = derivative(derivative(pattern, missing), name)
        if after is not NOTHING:
            return after
    return pattern


@lru_cache(maxsize=4096)
def _shown(pattern: Pattern, tag: str) -> tuple[str, ...]:
    names = ["text" if name == TEXT else f"<{name}>" for name in expected(pattern)]
    if nullable(pattern):
        names.append(f"the end of {tag}")
    hidden = len(names) - _SHOWN
    return (*names[:_SHOWN], f"{hidden} more") if hidden > 0 else tuple(names)


@lru_cache(maxsize=4096)
def _nearest(name: str, allowed: tuple[str, ...], form: str = "{}") -> str:
    found = get_close_matches(name, allowed, n=1)
    return f"perhaps {form.format(found[0])} is meant" if found else ""


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 40 else words[:37] + "..."

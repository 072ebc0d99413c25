"""Validation: well-formed, then the grammar, then constraints and rules; findings only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_cable.arguments import expect
from tei_cable.findings import Finding
from tei_cable.validation.engines import VALIDATORS, Engine, judge, relaxng_of
from tei_cable.validation.location import locate
from tei_cable.validation.parse import parse
from tei_cable.validation.rules import rule_problems

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from lxml import etree

    from tei_cable.validation.problem import Problem
    from tei_cable.validation.schemas import Schema

__all__ = ["VALIDATORS", "Engine", "validate", "validate_by_jing"]


def validate(
    data: bytes, name: str, *, engine: Engine = Engine.LXML, schema: Schema | None = None
) -> list[Finding]:
    """Return what is wrong with a TEI file, in the order of the document; nothing if it is valid.

    `name` is the file as the user named it; `schema` is the project's unless told. Constraints
    and rules are checked once the grammar is met. ConfigError when a schema is missing or
    unusable, TypeError if `data` are no bytes.
    """
    expect(data, bytes, "data", "the bytes of a TEI file")
    if engine is Engine.JING:
        return validate_by_jing([data], [name], schema)[0]
    tree = _parsed(data, name, schema)
    if isinstance(tree, Finding):
        return [tree]
    return locate(problems_of(tree, engine, schema, name), data, name)


def problems_of(
    tree: etree._ElementTree, engine: Engine, schema: Schema | None = None, name: str = ""
) -> Sequence[Problem]:
    """Return what is wrong with a document by its grammar, or else by constraints and rules.

    JING is none of these engines. ConfigError when a schema is missing or unusable.
    """
    return judge(tree, engine, _grammar(schema)) or _beyond_the_grammar(tree, schema, name)


def validate_by_jing(
    documents: Sequence[bytes], names: Sequence[str], schema: Schema | None = None
) -> list[list[Finding]]:
    """Return what is wrong with each file by one run of jing, and by constraints and rules.

    ConfigError when jing can't run.
    """
    from tei_cable.validation.jing import by_jing  # noqa: PLC0415 (seldom needed)

    files = list(zip(documents, names, strict=True))
    trees = [_parsed(data, name, schema) for data, name in files]
    judged = [(t, d) for t, d in zip(trees, documents, strict=True) if not isinstance(t, Finding)]
    said = iter(by_jing(judged, relaxng_of(_grammar(schema))))
    found = []
    for tree, (data, name) in zip(trees, files, strict=True):
        if isinstance(tree, Finding):
            found.append([tree])
        else:
            problems = next(said) or _beyond_the_grammar(tree, schema, name)
            found.append(locate(problems, data, name))
    return found


def _parsed(data: bytes, name: str, schema: Schema | None) -> etree._ElementTree | Finding:
    return parse(data, name, corpus=_grammar(schema) is not None)


def _grammar(schema: Schema | None) -> Path | None:
    return schema.grammar if schema else None


def _beyond_the_grammar(
    tree: etree._ElementTree, schema: Schema | None, name: str
) -> list[Problem]:
    problems = rule_problems(tree, name)
    if schema is not None:
        from tei_cable.validation.schemas import constraint_problems  # noqa: PLC0415 (seldom)

        problems = [*constraint_problems(tree, schema), *problems]
    return problems

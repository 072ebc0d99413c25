"""The constraints of SARIF 2.1.0 that a log of ours can break, after sections 3.13 to 3.49."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEVELS = {"none", "note", "warning", "error"}
_URI = re.compile(r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+")
_KEYS = {
    "log": {"$schema", "version", "runs"},
    "run": {"tool", "columnKind", "artifacts", "invocations", "results"},
    "driver": {"name", "semanticVersion", "rules"},
    "rule": {"id", "name", "shortDescription", "help", "defaultConfiguration"},
    "result": {"ruleId", "ruleIndex", "level", "message", "partialFingerprints", "locations"},
    "location": {"physicalLocation", "logicalLocations"},
    "physicalLocation": {"artifactLocation", "region"},
    "artifactLocation": {"uri", "uriBaseId"},
    "region": {"startLine", "startColumn"},
    "logicalLocation": {"fullyQualifiedName", "kind"},
}


def check_sarif(log: dict[str, Any]) -> list[str]:
    """Return what is wrong with a log; nothing if it keeps to the standard."""
    return list(_log(log))


def _log(log: dict[str, Any]) -> Iterator[str]:
    yield from _known("log", log)
    if log["version"] != "2.1.0":
        yield f"version {log['version']}"
    for run in log["runs"]:
        yield from _run(run)


def _run(run: dict[str, Any]) -> Iterator[str]:
    yield from _known("run", run)
    driver = run["tool"]["driver"]
    yield from _known("driver", driver)
    if run["columnKind"] not in {"utf16CodeUnits", "unicodeCodePoints"}:
        yield f"columnKind {run['columnKind']}"
    if not re.fullmatch(r"\d+\.\d+\.\d+.*", driver["semanticVersion"]):
        yield f"semanticVersion {driver['semanticVersion']}"
    if not all(isinstance(each["executionSuccessful"], bool) for each in run["invocations"]):
        yield "executionSuccessful"
    identities = [rule["id"] for rule in driver["rules"]]
    if len(set(identities)) != len(identities):
        yield "two rules have one id"
    for rule in driver["rules"]:
        yield from _rule(rule)
    for artifact in run["artifacts"]:
        yield from _artifact(artifact["location"])
    for result in run["results"]:
        yield from _result(result, identities)


def _rule(rule: dict[str, Any]) -> Iterator[str]:
    yield from _known("rule", rule)
    if not rule["shortDescription"]["text"] or not rule["help"]["text"]:
        yield f"{rule['id']} has an empty text"
    if rule["defaultConfiguration"]["level"] not in _LEVELS:
        yield f"level of {rule['id']}"


def _result(result: dict[str, Any], identities: list[str]) -> Iterator[str]:
    yield from _known("result", result)
    if identities[result["ruleIndex"]] != result["ruleId"]:
        yield "ruleIndex points to another rule"
    if result["level"] not in _LEVELS:
        yield f"level {result['level']}"
    if not result["message"]["text"]:
        yield "empty message"
    if not all(isinstance(mark, str) for mark in result["partialFingerprints"].values()):
        yield "a fingerprint is no string"
    for location in result.get("locations", ()):
        yield from _location(location)


def _location(location: dict[str, Any]) -> Iterator[str]:
    yield from _known("location", location)
    physical = location["physicalLocation"]
    yield from _known("physicalLocation", physical)
    yield from _artifact(physical["artifactLocation"])
    region = physical.get("region", {"startLine": 1})
    yield from _known("region", region)
    if not all(isinstance(number, int) and number > 0 for number in region.values()):
        yield f"region {region}"
    for logical in location.get("logicalLocations", ()):
        yield from _known("logicalLocation", logical)


def _artifact(artifact: dict[str, str]) -> Iterator[str]:
    yield from _known("artifactLocation", artifact)
    if not _URI.fullmatch(artifact["uri"]):
        yield f"uri {artifact['uri']}"


def _known(kind: str, value: dict[str, Any]) -> Iterator[str]:
    yield from (f"{key} in {kind}" for key in value if key not in _KEYS[kind])

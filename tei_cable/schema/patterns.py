"""Content models as regular expressions over child names, matched by Brzozowski derivatives.

Equal patterns are one object, so they compare and hash by identity and all results are cached.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

TEXT = "#text"

_Kind = Literal["empty", "nothing", "symbol", "choice", "sequence", "repeat", "interleave"]


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """A set of sequences of names; made by the functions of this module only."""

    kind: _Kind
    name: str = ""
    parts: tuple[Pattern, ...] = ()


EMPTY = Pattern("empty")
NOTHING = Pattern("nothing")


@cache
def symbol(name: str) -> Pattern:
    """Match one child of this name, or a stretch of text if it is `TEXT`."""
    return Pattern("symbol", name)


@cache
def sequence(first: Pattern, second: Pattern) -> Pattern:
    """Match `first`, then `second`."""
    if NOTHING in (first, second):
        return NOTHING
    if first is EMPTY:
        return second
    if second is EMPTY:
        return first
    if first.kind == "sequence":
        return sequence(first.parts[0], sequence(first.parts[1], second))
    return Pattern("sequence", parts=(first, second))


def choice(*patterns: Pattern) -> Pattern:
    """Match any of the patterns; nothing at all if there is none."""
    flat: set[Pattern] = set()
    for pattern in patterns:
        flat.update(pattern.parts if pattern.kind == "choice" else (pattern,))
    return _choice(frozenset(flat - {NOTHING}))


@cache
def _choice(patterns: frozenset[Pattern]) -> Pattern:
    if not patterns:
        return NOTHING
    if len(patterns) == 1:
        return next(iter(patterns))
    return Pattern("choice", parts=tuple(patterns))


@cache
def repeat(pattern: Pattern) -> Pattern:
    """Match the pattern any number of times, none included."""
    if pattern in (EMPTY, NOTHING):
        return EMPTY
    return pattern if pattern.kind == "repeat" else Pattern("repeat", parts=(pattern,))


@cache
def interleave(first: Pattern, second: Pattern) -> Pattern:
    """Match both patterns at once, in any mixture."""
    if NOTHING in (first, second):
        return NOTHING
    if first is EMPTY:
        return second
    if second is EMPTY:
        return first
    return Pattern("interleave", parts=(first, second))


@cache
def nullable(pattern: Pattern) -> bool:
    """Return whether the pattern matches no children at all."""
    match pattern.kind:
        case "empty" | "repeat":
            return True
        case "choice":
            return any(map(nullable, pattern.parts))
        case "sequence" | "interleave":
            return all(map(nullable, pattern.parts))
        case _:
            return False


@cache
def derivative(pattern: Pattern, name: str) -> Pattern:
    """Return what may follow once a child of this name was read; `NOTHING` if it may not come."""
    match pattern.kind:
        case "symbol":
            return EMPTY if pattern.name == name else NOTHING
        case "choice":
            return choice(*(derivative(part, name) for part in pattern.parts))
        case "repeat":
            return sequence(derivative(pattern.parts[0], name), pattern)
        case "sequence":
            first, second = pattern.parts
            after_first = sequence(derivative(first, name), second)
            return choice(after_first, derivative(second, name)) if nullable(first) else after_first
        case "interleave":
            first, second = pattern.parts
            return choice(
                interleave(derivative(first, name), second),
                interleave(first, derivative(second, name)),
            )
        case _:
            return NOTHING


@cache
def names(pattern: Pattern) -> frozenset[str]:
    """Return all names that occur in the pattern."""
    if pattern.kind == "symbol":
        return frozenset((pattern.name,))
    return frozenset[str]().union(*map(names, pattern.parts))


@cache
def expected(pattern: Pattern) -> tuple[str, ...]:
    """Return the names that may come next, sorted."""
    return tuple(sorted(n for n in names(pattern) if derivative(pattern, n) is not NOTHING))


def counterexample(inner: Pattern, outer: Pattern) -> tuple[str, ...] | None:
    """Return a sequence that `inner` matches and `outer` doesn't (or its start), None if none."""
    seen = {(inner, outer)}
    todo: list[tuple[Pattern, Pattern, tuple[str, ...]]] = [(inner, outer, ())]
    for left, right, word in todo:
        if nullable(left) and not nullable(right):
            return word
        for name in expected(left):
            pair = (derivative(left, name), derivative(right, name))
            if pair[1] is NOTHING:
                return (*word, name)
            if pair not in seen:
                seen.add(pair)
                todo.append((*pair, (*word, name)))
    return None

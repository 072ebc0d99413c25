"""The labels of list items: `1.`, `(1)`, `1)`, `a)`, `iv.`, `-`; what each says of its place."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LABEL = re.compile(
    r"(?P<open>\(?)(?P<n>\d{1,3}(?:(?:, ?|[-–]| and )(?P<until>\d{1,3}))?|[ivxl]{1,6}|[IVXL]{1,6}"
    r"|[a-zA-Z])(?P<close>\\?[.．]\)?|\))"
    r"(?=\s+\S|(?<=\d[.．])[A-Z“\"]|(?<=\([A-Za-z]\))[A-Z][a-z])"
)
_NO_ITEM = re.compile(  # after a number a month makes a date, after a letter another one a name
    r"(?P<month>\s*(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)[,.]?(?:\s+\d|$))|\s*[A-Z]\."
)
_DASH = re.compile(r"(?P<n>[-–•*·●▪])(?=\s+\S)")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
DASH = "dash"


@dataclass(frozen=True, slots=True)
class Label:
    """One reading of a label: `style` is how it is written, `value` its place in a list."""

    style: str
    value: int
    n: str
    end: int
    until: int = 0  # the last number of several: `3, 4.`

    @property
    def last(self) -> int:
        """The place in the list that the label reaches to."""
        return self.until or self.value

    @property
    def is_dash(self) -> bool:
        """Whether the label is a dash or a bullet, which has no number."""
        return self.style.startswith(DASH)


def labels(words: str) -> list[Label]:
    """Return the readings of the label that words begin with: `i.` is a number or a letter."""
    if dash := _DASH.match(words):
        return [Label(f"{DASH} {dash['n']}", 1, "", dash.end())]
    match = _LABEL.match(words)
    if match is None or (match["open"] and ")" not in match["close"]):
        return []
    follows = _NO_ITEM.match(words, match.end())
    if follows and match["n"].isupper() != bool(follows["month"]) and match["open"] == "":
        return []
    n, until = match["n"], int(match["until"] or 0)
    if until:
        n = re.split(r"\D", n, maxsplit=1)[0]
        if until <= int(n):
            return []
    shape = match["open"] + "{}" + match["close"].replace("．", ".").replace("\\", "")
    return [
        Label(shape.format(sort), value, f"{n}-{until}" if until else n, match.end(), until)
        for sort, value in _values(n)
    ]


def _values(number: str) -> list[tuple[str, int]]:
    if number.isdigit():
        return [("1", int(number))]
    readings = []
    case = "A" if number.isupper() else "a"
    if set(number.lower()) <= set(_ROMAN) and (value := _roman(number.lower())):
        readings.append((f"{case}-roman", value))
    if len(number) == 1:
        readings.append((case, ord(number.lower()) - ord("a") + 1))
    return readings


def _roman(number: str) -> int:
    """Return the value of a Roman number; 0 if it is not written as one."""
    digits = [_ROMAN[c] for c in number]
    value = sum(-d if d < max(digits[i:]) else d for i, d in enumerate(digits))
    return value if _written(value) == number else 0


def _written(value: int) -> str:
    written = ""
    for size, sign in ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        written += sign * (value // size)
        value %= size
    return written

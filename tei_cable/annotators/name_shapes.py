"""The rules that find names of persons by their shape, each yielding its hits in order."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tei_cable.annotators.hits import Hit, named
from tei_cable.annotators.name_words import (
    BEGINS,
    HIGH_PARTICLE,
    INITIALS,
    LETTERS,
    PORTFOLIOS,
    SURNAME,
    WORD,
    forenames,
    is_ordinary,
    is_plural_title,
    may_be_name,
    may_follow_honorific,
)
from tei_cable.annotators.starts import capitals, matches, names, paired, places, vocabulary
from tei_cable.authority import in_use, words
from tei_cable.model import Certainty, EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator

_WITH_INITIALS = re.compile(
    rf"(?<![\w.])(?P<forename>(?:(?P<first>{LETTERS}) )?{INITIALS}) ?(?P<surname>{SURNAME})\b"
)
_FORENAMES = rf"(?P<first>{WORD})(?: {INITIALS})?"
_WITH_FORENAME = re.compile(
    rf"(?P<forename>{_FORENAMES}) (?P<surname>{SURNAME}(?: (?:y )?{SURNAME}){{0,3}})\b"
)
_MAY_BE_FORENAME = re.compile(rf"{BEGINS}{WORD}(?= [^\W\d_])")
_COMMA = re.compile(
    rf"{BEGINS}(?P<surname>{WORD}), (?P<forename>(?P<first>{WORD})(?: {INITIALS})?)(?=[\s,;.)]|$)"
)
_INITIALS_AFTER = re.compile(
    rf"{BEGINS}(?P<surname>{SURNAME}) (?P<forename>[A-ZÀ-Ž][a-zß-ž]{{0,2}}\. ?[A-ZÀ-Ž]\.?)(?!\w)"
)
_ADJECTIVES = frozenset({"general", "major", "chief", "brother", "father", "citizen", "count"})
_AMBIGUOUS = frozenset(
    re.findall(
        r"\S+",
        "Administrator Aide Brother Chief Citizen Commander Count Counsel Delegate Deputy Director"
        " Dom Don Father General Judge Justice Major Minister Mission Representative Secretary"
        " Speaker",
    )
)
_OFTEN_TITLES = frozenset(
    {"Administrator", "Commander", "Director", "General", "Judge", "Minister", "Secretary"}
)
_SURE_TITLES = frozenset(  # that no office named after a town bears
    re.findall(
        r"\S+",
        "Admiral Brigadier Captain Chancellor Colonel Commodore Congressman General Judge"
        " Lieutenant Lt. Major Marshal Premier President Professor Senator Sergeant",
    )
) | {"Prime Minister", "Foreign Minister", "Secretary of State"}
_KNIGHTS = frozenset({"Sir", "Dame"})  # a forename follows
_SHORTEST_SMALL_TITLE = 4  # "don" and "sr." are words as well
_WORD_BEGINS = re.compile(r"(?<![\w.-])[^\W\d_]\S{0,30}")
_NAME_BEGINS = re.compile(r"[A-ZÀ-Ž]|[a-z]+ [A-Z]|[dl]['’][A-Z]")
_NAME = re.compile(
    rf"(?:(?P<forename>(?:{LETTERS} )?{INITIALS}|(?!{HIGH_PARTICLE} ){WORD}(?: {INITIALS})?)"
    rf" ?(?<=[ .]))?(?P<surname>{SURNAME})"
)
_PORTFOLIO = re.compile(
    r"\b(?:(?:First |Vice |Deputy |Assistant |State |Federal |People's )*"
    r"(?:[Mm]inister|[Ss]ecretary|[Cc]ommissar|[Uu]nder-?[Ss]ecretary)) (?:of|for) (?:the )?"
    rf"(?:(?:{'|'.join(PORTFOLIOS).title()})(?:,? and |, | )?(?:the )?)+(?<= )(?=[A-ZÀ-Ž])"
)
_MINISTERS = frozenset(
    re.findall(
        r"\S+",
        "Minister minister Secretary secretary Commissar commissar Undersecretary undersecretary"
        " UnderSecretary underSecretary",
    )
)
_PORTFOLIO_FIRSTS = _MINISTERS | frozenset(
    {"First", "Vice", "Deputy", "Assistant", "State", "Federal", "People", "Under", "under"}
)
WITH_PORTFOLIO = re.compile(_PORTFOLIO.pattern.removesuffix("(?=[A-ZÀ-Ž])") + "$")
_NO_INITIALS = frozenset({"No.", "St."})
_ASKED = ("Q.", "A.")  # labels of questions and answers
_QUESTION = re.compile(r"^\W*Q\. ", re.MULTILINE)
_LEADS = re.compile(HIGH_PARTICLE)
_ONE_MORE = re.compile(rf" (?:y )?({SURNAME})\b")
_LONGEST_LABEL = 20  # characters before a name in a line of its own
_MOST_SURNAMES = 3
_LONGEST_RUN = 100  # characters without a space


def with_initials(text: str) -> Iterator[Hit]:
    """Find surnames with initials before them, and a forename before those."""
    for match in matches(_WITH_INITIALS, text, capitals(text)):
        words_ = match["forename"].split(" ")
        is_title = any(word in words("titles") or word in _NO_INITIALS for word in words_)  # "Dr."
        first = match["first"]
        if not is_title and _may_follow_initials(match):
            plain = first is None or may_be_name(first)
            begins = 0 if plain else match.start("forename") + len(first) + 1
            yield named(match, "persons.initials", Certainty.HIGH, begins=begins)


def _may_follow_initials(match: re.Match[str]) -> bool:
    """Whether initials lead a name: they are no state's (U.S.), and no label (A. Lead)."""
    surname, initials = match["surname"], match["forename"].rpartition(" ")[2]
    at = match.start()
    begins = at == 0 or match.string[at - 1] == "\n" or match.string[at - 2 : at] in (". ", ": ")
    label = begins and match["forename"].count(".") == 1 and not match["first"]
    if label and initials in _ASKED and _QUESTION.search(match.string):
        return False
    state = in_use().named(initials, EntityKind.PLACE)
    body = in_use().named(initials, EntityKind.ORGANISATION)
    return may_be_name(surname) and not state and not body and not (label and is_ordinary(surname))


def with_initials_after(text: str) -> Iterator[Hit]:
    """Find known surnames with two initials after them, as Soviet lists have them."""
    for match in matches(_INITIALS_AFTER, text, paired(text)):
        if in_use().named(match["surname"], EntityKind.PERSON):
            yield named(match, "persons.initials-after", Certainty.MEDIUM)


def with_forename(text: str) -> Iterator[Hit]:
    """Find a forename of the list with a capitalised word or more after it."""
    position = 0
    for begins in matches(_MAY_BE_FORENAME, text, names(text)):
        if begins.group() not in forenames() or begins.start() < position:
            continue
        match = _WITH_FORENAME.match(text, begins.start())
        if not match or match["first"] != begins.group():
            continue
        end = _surnames_end(match["surname"], match.start("surname"))
        plain = is_ordinary(match["surname"]) and match["surname"] not in words("surnames")
        weak = match["first"] not in words("forenames") and plain
        if end and not weak:
            position = end
            yield named(match, "persons.forename", Certainty.MEDIUM, ends=end)


def _surnames_end(surnames: str, start: int) -> int:
    """Return where the surnames end that may be names, 0 if the first may not."""
    position = end = 0
    for number, word in enumerate(surnames.split(" ")):
        position += len(word) + 1
        if word[0].islower() or _LEADS.fullmatch(word):
            continue
        ordinary = number > 0 and is_ordinary(word)
        if not may_be_name(word) or ordinary:
            break
        end = start + position - 1
    return end


def with_comma(text: str) -> Iterator[Hit]:
    """Find a surname with a forename of the list after a comma, in a line of its own."""
    for match in matches(_COMMA, text, names(text)):
        before = text[max(0, match.start() - _LONGEST_LABEL) : match.start()]
        alone = before.rpartition("\n")[2].count(" ") == 0
        listed = match["first"] in forenames()
        known = in_use().named(match["surname"], EntityKind.PERSON)
        unusual = may_be_name(match["surname"]) and not is_ordinary(match["surname"])
        if listed and unusual and (known or alone):
            yield named(match, "persons.comma", Certainty.MEDIUM)


def titled(text: str) -> Iterator[Hit]:
    """Find names right after a title."""
    yield from _with_portfolio(text)
    titles = _titles()
    for start in places(text, _first_words()):
        word = _WORD_BEGINS.match(text, start)
        for title in titles.get(word[0], ()) if word else ():
            end = start + len(title) + 1
            named_ = text.startswith(f"{title} ", start) and _NAME_BEGINS.match(text, end)
            if named_ and _begins_word(text, start):
                yield from _after_title(text, end, title)
                break


def _begins_word(text: str, start: int) -> bool:
    """Whether what stands between spaces has its first word at a place: not in `and/or`."""
    begins = start
    while begins > max(0, start - _LONGEST_RUN) and not text[begins - 1].isspace():
        begins -= 1
    return any(m.start() == start for m in _WORD_BEGINS.finditer(text, begins, start + 1))


def _with_portfolio(text: str) -> Iterator[Hit]:
    """Find names after a minister's office: `Minister of Economics Novak`."""
    for match in matches(_PORTFOLIO, text, _ministers(text)):
        name = _NAME.match(text, match.end())
        if name and may_be_name(name["surname"]) and not is_ordinary(name["surname"]):
            yield named(name, "persons.title", Certainty.MEDIUM)


def _ministers(text: str) -> list[int]:
    """Return where a minister's office can begin."""
    named_ = not vocabulary(text).isdisjoint(_MINISTERS)
    return places(text, _PORTFOLIO_FIRSTS) if named_ else []


def _after_title(text: str, start: int, title: str) -> Iterator[Hit]:
    match = _NAME.match(text, start)
    if not match:
        return
    personal = title in words("honorifics")
    surname = match["surname"]
    surely = personal or (title in _SURE_TITLES and _is_towns_as_well(surname))
    allowed = may_follow_honorific if surely else may_be_name
    ordinary = title in _AMBIGUOUS and not match["forename"] and is_ordinary(surname)
    common = ordinary and not _may_be_surname(surname, title, text, match.end())
    forename = (match["forename"] or "").split(" ", 1)[0]
    first = forename in forenames() or forename.endswith(".") or not forename
    given = first or title in _KNIGHTS or (personal and not is_ordinary(forename))
    common = common or (not given and is_ordinary(surname)) or is_plural_title(surname)
    if allowed(surname) and not common and (not forename or allowed(forename)):
        end = _further(text, match.end()) if match["forename"] else match.end()
        yield named(match, "persons.title", Certainty.MEDIUM, ends=end)
    elif forename and allowed(forename) and not (title in _AMBIGUOUS and is_ordinary(forename)):
        single = _NAME.match(text, start, match.end("forename"))
        if single and not single["forename"]:
            yield named(single, "persons.title", Certainty.MEDIUM)


def _is_towns_as_well(word: str) -> bool:
    """Whether a surname of the list is only a town's besides: `Prime Minister Lyons`."""
    place = in_use().named(word, EntityKind.PLACE)
    return word in words("surnames") and place is not None and place.entity.type == "settlement"


def _may_be_surname(surname: str, title: str, text: str, end: int) -> bool:
    """Whether an ordinary word after an ambiguous title is a surname: `General Cutler`."""
    listed = title in _OFTEN_TITLES and surname in words("surnames")
    alone = not _ONE_MORE.match(text, end)
    return (listed and alone) or in_use().named(surname, EntityKind.PERSON) is not None


def _further(text: str, end: int) -> int:
    """Return where the surnames end of which the first ends at `end`."""
    for _ in range(_MOST_SURNAMES - 1):
        match = _ONE_MORE.match(text, end)
        if not match or not may_be_name(match[1]) or is_ordinary(match[1]):
            break
        end = match.end()
    return end


@cache
def _titles() -> dict[str, list[str]]:
    """Return the titles by their first word, the longest first."""
    small = {title.lower() for title in words("titles") if len(title) >= _SHORTEST_SMALL_TITLE}
    table: dict[str, list[str]] = {}
    for title in sorted(words("titles") | small - _ADJECTIVES, key=lambda t: (-len(t), t)):
        table.setdefault(title.split(" ", 1)[0], []).append(title)
    return table


@cache
def _first_words() -> frozenset[str]:
    """Return the letters with which the titles begin, up to a hyphen or a full stop."""
    return frozenset(re.findall(r"\w+", first)[0] for first in _titles())

"""Names unknown to every file that the words around them give away as persons.

speaking   := NAME VERB                  Critchley replied that ...
addressed  := NOUN ("with" | "from" ...) NAME      a conversation with Cuthell
opening    := ("From" | "For") NAME "."            at the beginning of a telegram
bracketed  := OFFICE ... "(" NAME ")"    the Ambassador (Bruce)
speaker    := line start, NAME ":"       more than once in a text
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from tei_cable.annotators.hits import named
from tei_cable.annotators.name_words import (
    BEGINS,
    BODY,
    INITIALS,
    LETTERS,
    SURNAME,
    WORD,
    forenames,
    is_ordinary,
    is_unusual,
    may_follow_honorific,
)
from tei_cable.annotators.starts import (
    cues,
    lines,
    matches,
    names,
    paired,
    places,
    sentences,
    word_start,
    words_before,
)
from tei_cable.authority import in_use, words
from tei_cable.model import Certainty, EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_cable.annotators.hits import Hit

_NAME = rf"(?:(?P<forename>(?:{LETTERS} )?{INITIALS}|{LETTERS}) )?(?P<surname>{SURNAME})"
_VERBS = (
    r"(?:added|admitted|advised|agreed|agrees|answered|argued|asked|assured|believed|believes"
    r"|calls?|called|claimed|commented|complained|concluded|concurred|concurs|confided|confirmed"
    r"|continued|countered|declared|denied|emphasi[sz]ed|expects|explained|expressed|feels|felt"
    r"|hoped|informed|inquired|insisted|interjected|joked|laughed|maintained|mentioned|noted"
    r"|objected|observed|opened|pointed out|pressed|promised|proposed|questioned|raised|recalled"
    r"|recommended|remarked|repeated|replied|reported|reports|responded|returned|said|says|seemed"
    r"|smiled|spoke|stated|states|stressed|suggested|thanked|thinks|thought|told|urged|visited"
    r"|wanted|wants|warned|went on|wished|wondered|wrote)"
)
_SPEAKING = re.compile(
    rf"{BEGINS}{_NAME} (?:(?:also|then|further|again|himself|himself then|has|had|now|later"
    rf"|subsequently|recently|never|first|clearly|strongly|apparently|privately) ){{0,2}}"
    rf"{_VERBS}\b"
)
_ABOUT = (
    r"(?:according|appointment|approach(?:ed)?|arrival|assassination|asked|attacks?|briefed"
    r"|cables?|call(?:ed)?|came|comments?|conferred|contact(?:ed)?|conversations?"
    r"|departure|discuss(?:ed"
    r"|ions?)?|dismissal|excellency|execution|explained|for|gave|government|handed|health|held"
    r"|informed|interviews?|invited|led|letters?|lunch(?:ed)?|meetings?|messages?|met|murder"
    r"|notes?|opinion|passed|persuaded?|pressed|proposed|questioned|received|regime|release"
    r"|remarks?|removal|repl(?:y|ied)|reports?|requested|resignation|said|saw|see|sent|signed"
    r"|spoke|statements?|succeeded|successor|suggested|supporters|supporting|talks?|talked"
    r"|telegrams?|thank(?:ed)?|told|transmitted|urged|views?|visit(?:ed)?|warned|written)"
)
_ADDRESSED = re.compile(
    rf"\b(?:{_ABOUT} (?:with|from|to|by|of|about|that|on)"
    r"|told|asked|informed|thanked|assured|urged|advised|saw|met|persuade|convince|trust|via"
    r"|vis-à-vis"
    rf"|whom|reminded|warned|replied to|accompanied by) {_NAME}"
    rf"(?!\w|[-–]\w| (?:of|Plan|Island|area|government)\b)"
)
_PREPOSITIONS = frozenset({"with", "from", "to", "by", "of", "about", "that", "on"})
_DIRECT = frozenset(
    re.findall(
        r"\S+",
        "told asked informed thanked assured urged advised saw met persuade convince trust via"
        " whom reminded warned",
    )
)
_FACE = "vis-à-vis"
_OPENS = frozenset({"From", "For", "Eyes", "Pass"})
_OPENING = re.compile(
    rf"(?:^|(?<=\n)|(?<=[.\d] ))(?:From|For|Eyes [Oo]nly(?: for| For)?|Pass(?: to)?) {_NAME}"
    r"(?=[.,;:]|\n| from | and | \()",
)
_BRACKETED = re.compile(rf"\((?P<surname>{WORD})\)")
_OFFICE_BEFORE = 100  # characters
_LONGEST_LINE = 200
ALONE = "persons.alone-on-line"
_ALONE = re.compile(rf"(?:^|(?<=\n)|(?<=[.!?] ))[(*/_ ]*{_NAME}[)*/_ ]*(?=\n|$)")
_LAST_LINE = re.compile(r"(?:^|\n)\s*[^\n]+\s*$")
_MARKS = frozenset(
    re.findall(
        r"\S+",
        "approve attachment confidential disapprove discuss copy end enclosure ends"
        " immediate other priority restricted routine secret"
        " top unclassified undated",
    )
)
_PAIR = re.compile(
    rf"(?<=[a-z,] )(?<! in )(?<! at )(?<! near )(?<!paper )(?<!papers )(?<!party )(?<! the )"
    r"(?<!Party )"
    rf"(?P<forename>{LETTERS}) (?P<surname>{SURNAME})(?![-–]?\w| [A-Z])"
)
_CLAUSE = re.compile(
    rf"\b(?:that|whether|if|because|but|and|while|when) (?P<surname>{WORD})"
    r" (?:had|has|would|will|was|could|should|might)\b"
)
_CONJUNCTIONS = frozenset({"that", "whether", "if", "because", "but", "and", "while", "when"})
_RELATIVES = frozenset(
    re.findall(
        r"\S+", "wife son sons daughter daughters brother brothers sister sisters children husband"
    )
)
_AGE = re.compile(r"\(\d\d?\)")
_KIN = re.compile(
    r"\b(?:(?:wife|sons?|daughters?|brothers?|sisters?|children|husband)(?:,| --| —)? (?=[A-Z])"
    r"|(?=[A-Z]\w+ \(\d\d?\)))(?P<surname>[A-ZÀ-Ž][a-zß-ž]+)\b(?! [A-Z])"
)
_SPEAKER = re.compile(rf"(?:^|(?<=\n)){_NAME}(?= ?:)")


def speaking(text: str) -> Iterator[Hit]:
    """Find an unusual capitalised word that says, asks or thinks something."""
    for match in matches(_SPEAKING, text, names(text)):
        if is_unusual(match["surname"]) and _no_body(_whole(match)):
            yield _cued(match, "persons.speaking")


def addressed(text: str) -> Iterator[Hit]:
    """Find an unusual capitalised word with which one talks, to which one writes."""
    for match in matches(_ADDRESSED, text, _addressing(text)):
        if is_unusual(match["surname"]) and _no_body(_whole(match)):
            yield _cued(match, "persons.addressed")


def _addressing(text: str) -> list[int]:
    """Return where the words begin that lead to one with whom one talks."""
    found = set()
    for at, word in words_before(text):
        if word in _DIRECT:
            found.add(at)
        elif word in _PREPOSITIONS and text[at - 1 : at] == " ":
            found.add(word_start(text, at - 1))
        elif text.endswith(_FACE, 0, at + len(word)):
            found.add(at + len(word) - len(_FACE))
    return sorted(found)


def _cued(match: re.Match[str], rule: str) -> Hit:
    first = (match["forename"] or "").split(" ", 1)[0]
    state = in_use().named(first, EntityKind.PLACE) if first else None
    named_first = not first or (_is_first(first) and first not in words("titles") and not state)
    begins = 0 if named_first else match.start("surname")
    return named(match, rule, Certainty.LOW, begins=begins)


def opening(text: str) -> Iterator[Hit]:
    """Find whom a telegram is from or for, in its own first words."""
    for match in matches(_OPENING, text, places(text, _OPENS)):
        if may_follow_honorific(match["surname"]) and _no_body(match["surname"]):
            yield named(match, "persons.opening", Certainty.MEDIUM)


def _whole(match: re.Match[str]) -> str:
    return f"{match['forename'] or ''} {match['surname']}".strip()


def _no_body(word: str) -> bool:
    authority = in_use()
    kinds = (EntityKind.PLACE, EntityKind.ORGANISATION)
    known = any(authority.named(word, kind) for kind in kinds) or BODY.search(word)
    return not (known or authority.named(word, EntityKind.PLACE, demonyms=True) or word.isupper())


def bracketed(text: str) -> Iterator[Hit]:
    """Find a name in round brackets after an office: `the Ambassador in France (Bohlen)`."""
    for match in _BRACKETED.finditer(text):
        before = text[max(0, match.start() - _OFFICE_BEFORE) : match.start()]
        sentence = re.split(r"[.;:\n]", before)[-1]
        office = any(w.strip(",") in words("titles") for w in sentence.split())
        if office and may_follow_honorific(match["surname"]) and _no_body(match["surname"]):
            yield named(match, "persons.bracketed", Certainty.MEDIUM)


def supposed(text: str) -> Iterator[Hit]:
    """Find two unusual capitalised words side by side, and one after `that` before a verb."""
    for match in matches(_PAIR, text, paired(text)):
        if (
            match["forename"] != match["surname"]
            and _no_body(f"{match['forename']} {match['surname']}")
            and is_unusual(match["surname"])
            and is_unusual(match["forename"])
        ):
            yield named(match, "persons.unusual-words", Certainty.LOW)
    for match in matches(_CLAUSE, text, cues(text, _CONJUNCTIONS)):
        if is_unusual(match["surname"]):
            yield named(match, "persons.unusual-words", Certainty.LOW)


def in_family(text: str) -> Iterator[Hit]:
    """Find forenames of the list that stand alone after words of kinship, or before an age."""
    for match in matches(_KIN, text, _related(text)):
        if match["surname"] in forenames():
            yield named(match, "persons.kin", Certainty.MEDIUM)


def _related(text: str) -> list[int]:
    """Return where words of kinship begin, and words with an age after them."""
    aged = (word_start(text, age.start() - 1) for age in _AGE.finditer(text))
    return sorted((*places(text, _RELATIVES), *aged))


def speakers(text: str) -> Iterator[Hit]:
    """Find the names that begin several lines with a colon after them."""
    found = [m for m in matches(_SPEAKER, text, lines(text)) if is_unusual(m["surname"])]
    counts = Counter(m["surname"] for m in found)
    for match in found:
        if counts[match["surname"]] > 1:
            yield _cued(match, "persons.speaker")


def standing_alone(text: str) -> Iterator[Hit]:
    """Find the lines that are a name and nothing else: signatures, lists of participants.

    The last line of a text may be an ordinary word as well.
    """
    last = _LAST_LINE.search(text, max(0, len(text) - _LONGEST_LINE))
    tail = last.start() if last else len(text)
    for match in matches(_ALONE, text, sentences(text)):
        surname, forename = match["surname"], match["forename"] or ""
        closing = match.start() >= tail and not forename and surname.lower() not in _MARKS
        ordinary = is_ordinary(surname) and not closing
        if not ordinary and may_follow_honorific(surname) and _no_body(surname):
            if forename and not _is_first(forename.split(" ", 1)[0]):
                continue
            cert = Certainty.MEDIUM if closing else Certainty.LOW
            yield named(match, ALONE, cert)


def _is_first(word: str) -> bool:
    return word.endswith(".") or is_unusual(word) or word in forenames()

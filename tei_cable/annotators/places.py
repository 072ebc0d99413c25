"""Places: those the authority files know, those a gazetteer has, those their words make.

    headed   := NAME+ ("province" | "River" | "Airport" ...) | ("Lake" | "Mount" ...) NAME
    cued     := ("in" | "at" | "near" ...) GAZETTEER, and what is listed with a place
    joined   := PLACE "-" PLACE              the Berlin-Moscow line

Nouns only: adjectives and peoples are no places.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from tei_cable.annotators import starts
from tei_cable.annotators.context import reading
from tei_cable.annotators.hits import Hit, annotated, in_designator, local_entity
from tei_cable.annotators.name_words import BEGINS, LETTERS, is_ordinary, may_be_name
from tei_cable.annotators.starts import capitals, cues, joints, lines, matches, near
from tei_cable.authority import in_use, words
from tei_cable.model import Certainty, EntityKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from tei_cable.cable import Cable
    from tei_cable.model import Annotation, Entity

_AMOUNT = re.compile(r"\$ ?[\d.,]+ (?:(?:thousand|million|billion) )?$")
_CURRENCY = re.compile(r"[SA.] ?\$")  # US$, U.S. $
_WORDS = rf"{LETTERS}(?:[- ]{LETTERS}){{0,2}}"
_HEADS = frozenset(  # the first words of what follows a name
    re.findall(
        r"\S+",
        "province district prefecture county oblast region area peninsula valley river airport"
        " harbour harbor island islands station Province Prefecture County Oblast Peninsula Valley"
        " River Basin Delta Gulf Bay Strait Straits Island Islands Archipelago Airport Airfield Air"
        " Airbase Mountain Mountains Desert Canal Harbour Harbor Heights Falls Fort Castle Pass"
        " Plateau Railway Railroad Base Square Palace Street",
    )
)
_HEADED = re.compile(
    rf"{BEGINS}(?P<name>{LETTERS}(?:[- ]{LETTERS})?) (?:(?P<small>province|district|prefecture"
    r"|county|oblast|region|area|peninsula|valley|river|airport|harbou?r|island|islands|station)"
    r"|Province|Prefecture|County|Oblast|Peninsula|Valley|River|Basin|Delta|Gulf|Bay|Straits?"
    r"|Islands?|Archipelago|Airport|Airfield|Air Base|Airbase|Mountains?|Desert|Canal|Harbou?r"
    r"|Heights|Falls|Fort|Castle|Pass|Plateau|Railway|Railroad|Base|Square|Palace|Street)\b"
)
_LEADS = frozenset(
    re.findall(r"\S+", "Lake Mount Mt Cape Port Fort Camp Isle Gulf Bay Strait Straits Sea")
)
_LED = re.compile(
    rf"{BEGINS}(?:Lake|Mount|Mt\.|Cape|Port|Fort|Camp|Isle of|Gulf of|Bay of|Straits? of"
    rf"|Sea of) {LETTERS}\b"
)
_SMALL_KEPT_OUT = frozenset({"area", "region", "station", "island", "islands", "district"})
_LOW_CUES = re.findall(
    r"\S+",
    "in at near from to of toward towards via through around between outside into leave left arrive"
    " arrived reach reached visit visited capture for beyond across above against",
)
_CUES = frozenset((*_LOW_CUES, *map(str.capitalize, _LOW_CUES)))
_ARTICLES = frozenset({"The", "the"})
_CUED = re.compile(rf"\b(?:{'|'.join(sorted(_CUES))}) (?P<name>{_WORDS})(?!\w|[-–]\w)")
_SURE = re.compile(
    rf"\b(?:(?:city|town|village|port|province|district|island|capital|region|area|neighbo[u]?rhood"
    rf"|suburb) of|near|outside) (?P<name>{LETTERS})(?!\w|[-–]\w| [A-Z])"
)
_DATELINE = re.compile(rf"(?:^|(?<=\n))(?P<name>{_WORDS}), (?=[A-Z]\w+ \d|\d\d? [A-Z])")
_COMPASS = (
    r"(?:(?:North|South|East|West|Northern|Southern|Eastern|Western|Central|Middle|Upper|Lower"
    r"|Inner|Outer"
    r"|North-?[Ee]ast(?:ern)?|North-?[Ww]est(?:ern)?|South-?[Ee]ast(?:ern)?"
    r"|South-?[Ww]est(?:ern)?))"
)
_POINTS = frozenset(  # the first words of the points
    re.findall(
        r"\S+",
        "North South East West Northern Southern Eastern Western Central Middle Upper Lower Inner"
        " Outer NorthEast NorthEastern NorthWest NorthWestern SouthEast SouthEastern SouthWest"
        " SouthWestern Northeast Northeastern Northwest Northwestern Southeast Southeastern"
        " Southwest Southwestern",
    )
)
_DIRECTED = re.compile(rf"{BEGINS}(?P<point>{_COMPASS}) (?:and )?(?=[A-Z])")
_CAPITALISED = re.compile(r"\b[A-Z][a-z]+ $")
_OPPOSITES = ({"North", "South"}, {"East", "West"}, {"Inner", "Outer"}, {"Upper", "Lower"})
_BLOC = re.compile(
    r"\b(?:[Tt]he) (?P<name>West|East|North|South|Free World)\b(?![-–]\w| [A-Z]| of\b)"
)
_BEFORE_IN_LIST = re.compile(rf"{BEGINS}(?P<name>{_WORDS})(?:, and |, | and | or )$")
_NAME_WORD = re.compile(rf"{BEGINS}{LETTERS}(?![-–]?\w)")
_CUED_RULES = frozenset({"places.gazetteer", "places.cue", "places.listed"})
_LISTED = re.compile(rf"(?:, and |, | and | or )(?P<name>{_WORDS})(?!\w|[-–]\w)")
_JOINED = re.compile(rf"{BEGINS}(?:[A-Z][\w.]*[-–]){{1,3}}[A-Z][\w.]*\b(?![-–]\w)")
_PART = re.compile(r"[^-–]+")


def annotate(cable: Cable) -> Iterator[Annotation]:
    """Yield a place for each name of one."""
    view = reading(cable)
    yield from annotated(cable, view, hits(view.text))


def hits(text: str) -> list[Hit]:
    """Return the places of a text, in order; doubtful forms (`Reading`) and currencies are left."""
    found: list[Hit] = []
    for more in (
        _headed(text),
        _directed(text),
        _known(text),
        joined(text, _place, "places.joined"),
        _cued(text),
        _datelines(text),
        _of_sure_cue(text),
        _blocs(text),
    ):
        _add(found, more)
    _add(found, list(_listed(text, found)))
    _add(found, list(_recurring(text, found)))
    return found


def _add(found: list[Hit], more: Iterable[Hit]) -> None:
    for hit in more:
        first = bisect_right(found, hit.start, key=lambda f: f.end)
        if first == bisect_left(found, hit.end, key=lambda f: f.start):
            found.insert(first, hit)


def _known(text: str) -> Iterator[Hit]:
    for found in in_use().find(text, EntityKind.PLACE):
        amount = _AMOUNT.search(text, max(0, found.start - 30), found.start)
        amount = amount or _CURRENCY.match(text, found.end - 1)
        other = amount or in_designator(text, found.start, found.end)
        if found.form.cert is not Certainty.LOW and not other:
            yield Hit(found.start, found.end, found.form.entity, "places.authority")


def joined(
    text: str, resolve: Callable[[str], tuple[Entity, bool] | None], rule: str
) -> Iterator[Hit]:
    """Find names joined by hyphens that `resolve` knows, one of them surely: `Berlin-Moscow`."""
    for match in matches(_JOINED, text, _joining(text)):
        parts = list(_PART.finditer(match.group()))
        meant = [found for part in parts if (found := resolve(part.group()))]
        if len(meant) == len(parts) and any(sure for _, sure in meant):
            for part, (entity, _) in zip(parts, meant, strict=True):
                start = match.start() + part.start()
                yield Hit(start, start + len(part.group()), entity, rule, Certainty.MEDIUM)


def _joining(text: str) -> list[int]:
    """Return where words with a hyphen before a capital begin."""
    return near(text, capitals(text), joints(text), 0)


def _place(name: str) -> tuple[Entity, bool] | None:
    """Return the place of a name, and whether it is one without doubt."""
    if form := in_use().named(name, EntityKind.PLACE):
        return form.entity, form.cert is not Certainty.LOW
    if name in words("gazetteer"):
        return local_entity(EntityKind.PLACE, name), False
    return None


def _directed(text: str) -> Iterator[Hit]:
    """Find known places with a point of the compass before them: `East Java`."""
    for match in matches(_DIRECTED, text, starts.places(text, _POINTS)):
        found = in_use().first(text[match.end() : match.end() + 40], EntityKind.PLACE)
        if _CAPITALISED.search(text, max(0, match.start() - 20), match.start()):
            continue
        known = in_use().first(text[match.start() : match.end() + 40], EntityKind.PLACE)
        if known or not found or found.form.cert is Certainty.LOW:
            continue
        if _apart(match.group(), found.form.text):
            yield _local(text, *match.span("point"), "places.directed", Certainty.MEDIUM)
        else:
            end = match.end() + found.end
            yield _local(text, match.start(), end, "places.directed", Certainty.MEDIUM)


def _apart(directed: str, name: str) -> bool:
    """Whether two opposite points share a place: `Outer and Inner Mongolia` are two."""
    first = directed.split(" ", 1)[0].removesuffix("ern")
    second = name.split(" ", 1)[0].removesuffix("ern")
    return {first, second} in _OPPOSITES


def _blocs(text: str) -> Iterator[Hit]:
    for match in matches(_BLOC, text, cues(text, _ARTICLES)):
        yield _local(text, *match.span("name"), "places.bloc", Certainty.LOW)


def _headed(text: str) -> Iterator[Hit]:
    for match in matches(_HEADED, text, _before_heads(text)):
        name, start = match["name"], match.start()
        first, _, rest = name.partition(" ")
        if rest and not may_be_name(first) and not in_use().named(name, EntityKind.PLACE):
            start, name = start + len(first) + 1, rest
        known = in_use().named(name, EntityKind.PLACE)
        named = known or (may_be_name(name) and not is_ordinary(name))
        kept_out = match["small"] in _SMALL_KEPT_OUT
        whole = in_use().named(text[start : match.end()], EntityKind.PLACE)
        if not named or whole or (known and match["small"]):
            continue
        end = start + len(name) if kept_out else match.end()
        if kept_out and not _in_place(text, start):
            continue
        yield _local(text, start, end, "places.head-noun", Certainty.MEDIUM)
    for match in matches(_LED, text, starts.places(text, _LEADS)):
        yield _local(text, *match.span(), "places.head-noun", Certainty.MEDIUM)


def _before_heads(text: str) -> list[int]:
    """Return where names begin that have a head after one or two words."""
    return near(text, capitals(text), starts.places(text, _HEADS), 2)


def _in_place(text: str, start: int) -> bool:
    """Whether a preposition of place stands before: `in the Yili district`."""
    before = text[max(0, start - 12) : start].lower()
    return (
        re.search(r"\b(?:in|of|near|at|from|to|around|throughout)(?: the)? $", before) is not None
    )


def _cued(text: str) -> Iterator[Hit]:
    for match in matches(_CUED, text, cues(text, _CUES)):
        yield from _of_gazetteer(text, match, "places.gazetteer")


def _datelines(text: str) -> Iterator[Hit]:
    for match in matches(_DATELINE, text, lines(text)):
        yield from _of_gazetteer(text, match, "places.gazetteer")


def _of_gazetteer(text: str, match: re.Match[str], rule: str) -> Iterator[Hit]:
    name, start = match["name"], match.start("name")
    while name and not _place(name):
        name = name.rpartition(" ")[0]
    goes_on = re.match(r" [A-Z][a-z]", text[start + len(name) : start + len(name) + 3])
    found = _place(name) if name else None
    if found and not goes_on:
        yield Hit(start, start + len(name), found[0], rule, Certainty.MEDIUM)


def _of_sure_cue(text: str) -> Iterator[Hit]:
    for match in _SURE.finditer(text):
        name = match["name"]
        if may_be_name(name) and not is_ordinary(name):
            yield _local(text, *match.span("name"), "places.cue", Certainty.MEDIUM)


def _listed(text: str, found: Sequence[Hit]) -> Iterator[Hit]:
    """Find names of the gazetteer in a list with a place found before, on either side."""
    for hit in found:
        end = hit.end
        while (match := _LISTED.match(text, end)) and (
            more := list(_of_gazetteer(text, match, "places.listed"))
        ):
            yield from more
            end = more[0].end
        start = hit.start
        while (match := _BEFORE_IN_LIST.search(text, max(0, start - 40), start)) and (
            more := list(_of_gazetteer(text, match, "places.listed"))
        ):
            yield from more
            start = more[0].start


def _recurring(text: str, found: Sequence[Hit]) -> Iterator[Hit]:
    """Find again, wherever they stand, the names that were found by what stands around them."""
    entities = {text[h.start : h.end]: h.entity for h in found if h.rule in _CUED_RULES}
    for match in matches(_NAME_WORD, text, capitals(text)) if entities else ():
        entity = entities.get(match.group())
        if entity:
            yield Hit(*match.span(), entity, "places.recurring", Certainty.MEDIUM)


def _local(text: str, start: int, end: int, rule: str, cert: Certainty) -> Hit:
    return Hit(start, end, local_entity(EntityKind.PLACE, text[start:end]), rule, cert)

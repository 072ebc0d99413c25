"""The standOff: one entry for each entity, in order, and how sure the unknown ones are."""

from __future__ import annotations

from lxml import etree

from tei_cable.cable import Cable
from tei_cable.kinds import ORGANISATION, PERSON, PLACE, Kind
from tei_cable.metadata import Correspondence, Party
from tei_cable.model import (
    Annotation,
    Certainty,
    Entity,
    EntityKind,
    Mention,
    NamePart,
    Span,
)
from tei_cable.offsets import OffsetMap
from tei_cable.tei.names import NAMESPACE
from tei_cable.tei.standoff import write_standoff

BROOK = Entity(
    "brook-ada",
    EntityKind.PERSON,
    "Ada Brook",
    (NamePart("forename", Span(0, 3)), NamePart("surname", Span(4, 9))),
)
STEIN = Entity("stein-karl", EntityKind.PERSON, "Karl Stein")
ELM = Entity("elm", EntityKind.PLACE, "Elm", type="settlement")
MILL = Entity("elm-mill", EntityKind.ORGANISATION, "Elm. Mill", known=False)


def _mention(entity: Entity, kind: Kind, cert: Certainty = Certainty.HIGH) -> Annotation:
    return Annotation(Span(0, 1), kind, "test", cert, Mention(entity))


def _written(*annotations: Annotation, correspondence: Correspondence | None = None) -> str:
    cable = Cable(
        "x",
        (Span(0, 1),),
        OffsetMap((0,), (0,), (True,)),
        annotations=annotations,
        correspondence=correspondence or Correspondence(),
    )
    made = write_standoff(cable)
    if made is None:
        return ""
    return etree.tostring(made, encoding="unicode").replace(f' xmlns="{NAMESPACE}"', "")


def test_without_entities_there_is_no_standoff() -> None:
    """A document that names nobody has no empty lists."""
    assert _written(Annotation(Span(0, 1), PLACE, "test")) == ""


def test_each_entity_has_one_entry_in_order_of_kind_and_id() -> None:
    """Persons, places, organisations, each sorted, however often and in what order named."""
    made = _written(
        _mention(MILL, ORGANISATION),
        _mention(STEIN, PERSON),
        _mention(ELM, PLACE),
        _mention(BROOK, PERSON),
        _mention(STEIN, PERSON, Certainty.LOW),
    )
    assert made == (
        "<standOff>"
        '<listPerson><person xml:id="brook-ada"><persName><forename>Ada</forename> '
        "<surname>Brook</surname></persName></person>"
        '<person xml:id="stein-karl"><persName>Karl Stein</persName></person></listPerson>'
        '<listPlace><place xml:id="elm" type="settlement"><placeName>Elm</placeName></place>'
        "</listPlace>"
        '<listOrg><org xml:id="elm-mill" cert="high" resp="#tei_cable">'
        "<orgName>Elm. Mill</orgName></org></listOrg>"
        "</standOff>"
    )


def test_a_local_entry_is_as_sure_as_its_surest_mention() -> None:
    """An entity that no authority file knows has the highest certainty of its mentions."""
    made = _written(
        _mention(MILL, ORGANISATION, Certainty.LOW), _mention(MILL, ORGANISATION, Certainty.MEDIUM)
    )
    assert 'cert="medium"' in made


def test_parties_and_their_seats_have_entries() -> None:
    """Whom only the header names is listed too; a party's identity is of medium certainty."""
    sender = Party("the mill", MILL, seat=ELM)
    made = _written(correspondence=Correspondence(sender=sender, receiver=Party("nobody")))
    assert made == (
        '<standOff><listPlace><place xml:id="elm" type="settlement"><placeName>Elm</placeName>'
        '</place></listPlace><listOrg><org xml:id="elm-mill" cert="medium" resp="#tei_cable">'
        "<orgName>Elm. Mill</orgName></org></listOrg></standOff>"
    )

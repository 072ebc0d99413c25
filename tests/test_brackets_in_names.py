"""Brackets, names and dates together, through the whole conversion."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from tei_cable import validate
from tei_cable.tei import body_text
from tei_cable.tei.names import TEI
from tests.pages import converted, page

_LEFT_OUT = re.compile(r' (?:xmlns|resp|cert|ref|ana|xml:id|next|prev)="[^"]*"')


def _encoded(sentence: str) -> str:
    """Return the inner XML of the paragraph that a sentence becomes, without attribution."""
    result = converted(page(f"{sentence}\n\nThe talk on the price of rice ended at noon."))
    assert validate(result.xml, "x.xml") == []
    root = etree.fromstring(result.xml)
    assert body_text(root).text.startswith(sentence)
    paragraph = root.find(f".//{TEI}text//{TEI}p")
    assert paragraph is not None
    text = etree.tostring(paragraph, encoding="unicode", with_tail=False)
    return _LEFT_OUT.sub("", text).removeprefix('<p n="1">').removesuffix("</p>")


@pytest.mark.parametrize(
    ("sentence", "encoded"),
    [
        (
            "They met [Nikita] Khrushchev at sea.",
            (
                'They met <persName><supplied reason="identification"><forename>Nikita</forename>'
                "</supplied> <surname>Khrushchev</surname></persName> at sea."
            ),
        ),
        (
            "They met [Cuban President Osvaldo] Dorticos today.",
            (
                '<persName><supplied reason="identification"><roleName>Cuban President</roleName> '
                "<forename>Osvaldo</forename></supplied> <surname>Dorticos</surname></persName>"
            ),
        ),
        (
            "They met [his aide, Gen. Jan] Wolski today.",
            (
                '<supplied reason="subaudible" rend="open">his aide, </supplied><persName>'
                '<supplied reason="identification" rend="close">'
            ),
        ),
        (
            "They came on 22 [November] by sea.",
            '>22 <supplied reason="date">November</supplied></date>',
        ),
        (
            "They read the statement [of 28 October] at sea.",
            '<supplied reason="subaudible">of <date',
        ),
        (
            "They came on the 20th [of November] by sea.",
            '>20th <supplied reason="date">of November</supplied></date>',
        ),
        (
            "In 19[53] they came.",
            '<date when="1953">19<supplied reason="date">53</supplied></date>',
        ),
        (
            "They asked the Sov[iet] Union for help.",
            "<placeName><expan>Sov<ex>iet</ex></expan> Union</placeName>",
        ),
        (
            "They met I[van]. V. Kovalev at sea.",
            (
                "<persName><forename><expan>I<ex>van</ex></expan>. V.</forename> "
                "<surname>Kovalev</surname></persName>"
            ),
        ),
        (
            "They met A[pollon] Petrov at sea.",
            (
                "<persName><forename><expan>A<ex>pollon</ex></expan></forename> "
                "<surname>Petrov</surname></persName>"
            ),
        ),
        ("They met R.[ostow] at sea.", "<expan>R.<ex>ostow</ex></expan>"),
        ("The c[omrade]s left.", "<expan>c<ex>omrade</ex>s</expan>"),
        (
            "They left Beiping [Beijing] at noon.",
            "<placeName><choice><orig>Beiping</orig> <reg>Beijing</reg></choice></placeName>",
        ),
        (
            "They met Tan [Tang] Enbo at noon.",
            (
                "<persName><choice><orig><surname>Tan</surname></orig> <reg>Tang</reg></choice> "
                "<forename>Enbo</forename></persName>"
            ),
        ),
        (
            "They met the PLA [People's Liberation Army] at noon.",
            (
                "<orgName><choice><abbr>PLA</abbr> <expan>People's Liberation Army</expan></choice>"
                "</orgName>"
            ),
        ),
        (
            "They met the People's Liberation Army [PLA] at noon.",
            (
                "<orgName><choice><expan>People's Liberation Army</expan> <abbr>PLA</abbr></choice>"
                "</orgName>"
            ),
        ),
        (
            "They met the Harbour Control Office [HCO] at noon.",
            "<choice><expan>Harbour Control Office</expan> <abbr>HCO</abbr></choice>",
        ),
        (
            "On October [5?] they left.",
            ">October <unclear>5?</unclear></date>",
        ),
        (
            "They went to Cuba [sic, should be Haiti] by sea.",
            (
                '<placeName><choice><sic>Cuba</sic> <corr><metamark function="sic" '
                'rend="none">sic, should be</metamark> Haiti</corr></choice></placeName>'
            ),
        ),
        (
            "On 28 [sic] November they left.",
            '<sic>28</sic> <metamark function="sic">sic</metamark> November</date>',
        ),
        (
            "The talk went on [page 2] until late.",
            'on <pb n="2"/><fw type="pageBreak">[page 2]</fw> until',
        ),
        (
            "Then General Zhong [Zheng?] Jiemin left.",
            "<unclear>Zheng?</unclear> Jiemin</surname></persName>",
        ),
        (
            "The [[very old]] town fell.",
            '<supplied reason="subaudible" rend="double">very old</supplied>',
        ),
        (
            "Comrade Wolski /?/ left by sea.",
            '<unclear rend="none">Wolski</unclear></persName> <note type="doubt" rend="slash">?',
        ),
        (
            "They sent it [Secret] to all of us.",
            '<note type="classification" rend="square">Secret</note>',
        ),
    ],
)
def test_a_bracket_and_a_name_are_encoded_together(sentence: str, encoded: str) -> None:
    """One element for one name, whatever brackets are in it; and the text comes back."""
    assert encoded in _encoded(sentence)


def test_a_bracket_that_reaches_into_a_correction_does_not_part_it() -> None:
    """The choice has its two forms and nothing around them."""
    found = _encoded("They saw [the port of Cuba [sic, should be Haiti] by sea.")
    assert "<choice><sic>" in found


def test_a_bracket_around_a_whole_correction_is_not_cut() -> None:
    """A supplement that holds a name with two forms is one element."""
    found = _encoded("They wrote [that Beiping [Beijing] was far] to all of us.")
    assert found.count("<supplied") == 1

"""Ways to spoil the document of constructs, with what is wrong and where."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

CONSTRUCTS = Path(__file__).with_name("constructs.xml")


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change, and the findings for it as (what stands there, XPath, message)."""

    old: str
    new: str
    found: tuple[tuple[str, str, str], ...]

    def text(self) -> str:
        """Return the spoilt document."""
        before = CONSTRUCTS.read_text("utf-8")
        assert self.old in before, self.old
        return before.replace(self.old, self.new, 1)


_P3 = "/TEI/text/body/div/p[3]"
_HEADER = "/TEI/teiHeader"

MUTANTS = (
    Mutant(
        '<item n="1">One',
        '<itm/><item n="1">One',
        (("<itm/>", "/TEI/text/body/div/list[1]/itm", "<itm> is not allowed in <list>."),),
    ),
    Mutant(
        "<body>",
        '<body><x xmlns="urn:x"><y/></x>',
        (("<x xmlns", "/TEI/text/body/x", "<x> of urn:x is not allowed in <body>."),),
    ),
    Mutant(
        "<p>After it.</p>",
        '<p xmlns="">After it.</p>',
        (("<p xmlns", "/TEI/text/body/div/p[4]", "<p> of no namespace is not allowed in <div>."),),
    ),
    Mutant(
        '<unclear cert="low">',
        '<unclear xmlns:x="urn:x" x:cert="low">',
        (('x:cert="low"', f"{_P3}/unclear/@cert",
          "The attribute cert of urn:x is not allowed on <unclear>."),),
    ),
    Mutant(
        "</postscript>",
        "</postscript><p>late</p>",
        (("<p>late", "/TEI/text/body/div/p[5]", "<p> is not allowed here in <div>."),),
    ),
    Mutant(
        "<head>ON",
        "<p/><opener/><head>ON",
        (
            ("<opener/>", "/TEI/text/body/div/opener[2]", "<opener> is not allowed here in <div>."),
            ("<head>ON", "/TEI/text/body/div/head", "<head> is not allowed here in <div>."),
        ),
    ),
    Mutant(
        "<list><item",
        "<list>stray words<item",
        (
            (
                "<list>stray",
                "/TEI/text/body/div/list[1]",
                'The text "stray words" is not allowed here in <list>.',
            ),
        ),
    ),
    Mutant(
        '<pb n="2"/>',
        '<pb n="2">x</pb>',
        (('<pb n="2">', f"{_P3}/pb", 'The text "x" is not allowed here in <pb>.'),),
    ),
    Mutant(
        "<p>No.</p>",
        "",
        (("<sp who", "/TEI/text/body/div/sp", "<sp> is not complete."),),
    ),
    Mutant(
        '<title type="main">Telegram about nothing, \'a Test\'</title>',
        "",
        (("<author>", f"{_HEADER}/fileDesc/titleStmt/author",
          "<author> is not allowed here in <titleStmt>."),),
    ),
    Mutant(
        '<gap reason="sampling">',
        '<gap reason="whim">',
        (('reason="whim"', f"{_P3}/gap[1]/@reason",
          'The value "whim" of reason is not allowed on <gap>.'),),
    ),
    Mutant(
        '<gap reason="sampling">',
        "<gap>",
        (("<gap>", f"{_P3}/gap[1]", "<gap> lacks the attribute reason."),),
    ),
    Mutant(
        '<unclear cert="low">',
        '<unclear certainty="low">',
        (("certainty=", f"{_P3}/unclear/@certainty",
          "The attribute certainty is not allowed on <unclear>."),),
    ),
    Mutant(
        '<unclear cert="low">',
        '<unclear cert="0.5">',
        (('cert="0.5"', f"{_P3}/unclear/@cert",
          'The value "0.5" of cert is not allowed on <unclear>.'),),
    ),
    Mutant(
        'when="1950-02-03">3',
        'when="3.2.1950">3',
        (('when="3.2', "/TEI/text/body/div/opener/dateline/date/@when",
          'The value "3.2.1950" of when is not allowed on <date>.'),),
    ),
    Mutant(
        'quantity="1"',
        'quantity="many"',
        (('quantity="many"', f"{_P3}/gap[2]/@quantity",
          'The value "many" of quantity is not allowed on <gap>.'),),
    ),
    Mutant(
        'rend="open"',
        'rend="half"',
        (('rend="half"', "/TEI/text/body/div/p[1]/supplied/@rend",
          'The value "half" of rend is not allowed on <supplied>.'),),
    ),
    Mutant(
        'xml:lang="de-Latn"',
        'xml:lang="Middle High German"',
        (("xml:lang=", "/TEI/text/body/div/p[2]/note[2]/foreign/@xml:lang",
          'The value "Middle High German" of xml:lang is not allowed on <foreign>.'),),
    ),
    Mutant(
        'xml:id="p2"',
        'xml:id="p1"',
        (('xml:id="p1" n="2"', "/TEI/text/body/div/p[2]/@xml:id",
          'The xml:id "p1" is used more than once.'),),
    ),
    Mutant(
        'xml:id="p2"',
        'xml:id="2"',
        (('xml:id="2"', "/TEI/text/body/div/p[2]/@xml:id", '"2" cannot be an xml:id.'),),
    ),
    Mutant(
        'target="https://example.org/2"',
        'target="two words"',
        (('target="two', f"{_P3}/ptr/@target",
          'The value "two words" of target is not allowed on <ptr>.'),),
    ),
    Mutant(
        'resp="#translator-1 #translator-2"',
        'resp=""',
        (('resp=""', "/TEI/text/body/div/p[1]/persName[1]/supplied/@resp",
          'The value "" of resp is not allowed on <supplied>.'),),
    ),
    Mutant(
        '<div type="telegram"',
        '<div type="novel"',
        (('type="novel"', "/TEI/text/body/div/@type",
          'The value "novel" of type is not allowed on <div>.'),),
    ),
    Mutant(
        "<gi>pb</gi>",
        "<gi>p b</gi>",
        (("<gi>", f"{_HEADER}/encodingDesc/editorialDecl/normalization/p/gi",
          'The text "p b" is not allowed as the content of <gi>.'),),
    ),
    Mutant(
        "<ex>udolf</ex>",
        "<ex><hi>udolf</hi></ex>",
        (("<hi>", "/TEI/text/body/div/p[1]/persName[1]/forename/ex/hi",
          "<hi> is not allowed here in <ex>."),),
    ),
    Mutant(
        "</text>",
        "</text><TEI/>",
        (("<TEI/>", "/TEI/TEI", "<TEI> is not allowed here in <TEI>."),
         ("<TEI/>", "/TEI/TEI", "<TEI> is not complete.")),
    ),
    Mutant(
        "<standOff>",
        "<standOff/><standOff>",
        (("<standOff/>", "/TEI/standOff[1]", "<standOff> is not complete."),
         ("<standOff>", "/TEI/standOff[2]", "<standOff> is not allowed here in <TEI>.")),
    ),
)  # fmt: skip

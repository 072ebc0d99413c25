"""Notes at the end, what leads to them, and numbers that do not."""

from __future__ import annotations

import pytest
from lxml import etree

from tei_cable import validate
from tei_cable.findings import Severity
from tei_cable.tei.names import TEI, XML_ID
from tei_cable.tei.text import element_text
from tests.pages import converted, page

END = "The embassy has nothing more to say about it at the moment, as far as is known."


def _words(element: etree._Element) -> str:
    return " ".join("".join(str(piece) for piece in element.itertext()).split())


def _links(body: str) -> tuple[list[tuple[str, str]], list[tuple[str, str]], list[str]]:
    """Return the anchors with their targets, the notes with their words, the findings' codes."""
    result = converted(page(body))
    root = etree.fromstring(result.xml).find(f"{TEI}text")
    assert root is not None
    anchors = [
        (_words(ref), ref.get("target", ""))
        for ref in root.iter(f"{TEI}ref")
        if ref.get("type") == "noteAnchor"
    ]
    notes = [
        (note.get(XML_ID, ""), " ".join(element_text(note).split()))
        for note in root.iter(f"{TEI}note")
        if note.get("place") == "end"
    ]
    codes = [f.code for f in result.findings if f.code in ("TC207", "TC208")]
    return anchors, notes, codes


def test_a_word_of_any_length_may_end_in_the_number_of_a_note() -> None:
    """What is longer than any word leads to no note."""
    note = f"{END}\n\n1 Of rice."
    assert _links(f"The {'a' * 50}1 came.\n\n{note}")[0] == [("1", "#n1")]
    assert _links(f"The {'a' * 90}1 came.\n\n{note}")[0] == []


@pytest.mark.parametrize(
    ("first", "second", "labels"),
    [
        ("harvest.[1]", "trade[2]", ("[1]", "[2]")),
        ("harvest.[^1]", "trade[^2]", ("[^1]:", "[^2]:")),
        ("harvest1", "trade,2", ("1.", "2.")),
        ("harvest.1", "MILNOWSKI2", ("1", "2")),
        ("harvest.[1]", "trade[2]", ("1.", "2.")),
        ("harvest”1", "trade)2", ("1)", "2)")),
    ],
)
def test_numbers_lead_to_notes(first: str, second: str, labels: tuple[str, str]) -> None:
    """In brackets, as in Markdown, or fused to a word: each leads to the text of its number."""
    body = f"The {first} was good and the {second} too.\n\n{END}"
    anchors, notes, codes = _links(f"{body}\n\n{labels[0]} Of rice.\n\n{labels[1]} See above.")
    assert [target for _, target in anchors] == ["#n1", "#n2"]
    assert notes == [("n1", f"{labels[0]} Of rice."), ("n2", f"{labels[1]} See above.")]
    assert codes == []


@pytest.mark.parametrize("lost", ["1", "2", "3", "4"])
def test_a_lost_number_takes_only_its_own_note_with_it(lost: str) -> None:
    """The other numbers lead to their notes, in order, wherever the lost one would stand."""
    body = "The good1 rice, returned2 late, came back.3 It was sold.4".replace(lost, "")
    notes = "\n\n".join(f"{n}. Of rice." for n in "1234")
    anchors, _, codes = _links(f"{body}\n\n{END}\n\n{notes}")
    assert [words for words, _ in anchors] == [n for n in "1234" if n != lost]
    assert codes


@pytest.mark.parametrize(
    ("body", "labels", "returns"),
    [
        ("The rice[1] and the tea[2] and the rice.[1]", ("[1]", "[2]"), ["#n1-ref", "#n2-ref"]),
        ("The rice[^1] and the tea.[^2]", ("[^1]:", "[^2]:"), ["#n1-ref", "#n2-ref"]),
        ("The rice and the tea.[2]", ("[1]", "[2]"), [None, "#n2-ref"]),
        ("The rice1 and the tea.2", ("1.", "2."), []),
    ],
)
def test_the_number_before_a_note_leads_back(
    body: str, labels: tuple[str, str], returns: list[str | None]
) -> None:
    """In brackets it points at the first number that leads to the note; it is no anchor itself."""
    notes = f"{labels[0]} Of rice.\n\n{labels[1]} See above."
    root = etree.fromstring(converted(page(f"{body}\n\n{END}\n\n{notes}")).xml)
    back = [r for r in root.iterfind(f".//{TEI}label/{TEI}ref") if r.get("type") == "noteReturn"]
    assert [ref.get("target") for ref in back] == returns
    anchors = [r for r in root.iter(f"{TEI}ref") if r.get("type") == "noteAnchor"]
    named = [f"#{ref.get(XML_ID)}" for ref in anchors if ref.get(XML_ID)]
    assert named == [target for target in returns if target]


def test_a_markdown_number_is_told_without_its_mark() -> None:
    """`[^1]` keeps its mark among its words, and has the number alone as @n; `[1]` needs none."""
    for written, n in (("[^1]", "1"), ("[1]", None)):
        label = "[^1]:" if n else "[1]"
        root = etree.fromstring(
            converted(page(f"The rice.{written} {END}\n\n{label} Of rice.")).xml
        )
        assert [ref.get("n") for ref in root.iter(f"{TEI}ref") if ref.get("type")] == [n, n]


@pytest.mark.parametrize(
    ("notes", "labelled"),
    [
        (["1 Of rice.", "2 i.e. of tea.", "3 See above."], 3),
        (["1 Of rice.", "2 3 May 1957 was meant.", "3 See above."], 3),
        (["1 Of rice.", "2 See above.", "3 3 May 1957 was meant."], 3),
        (["1 Of rice.", "2 3 May 1957 3 See above.", "4 See below."], 3),
        (["1 Of rice.", "3 tons of tea.", "See above."], 1),
    ],
)
def test_a_bare_number_before_small_letters_goes_on_with_the_count(
    notes: list[str], labelled: int
) -> None:
    """`2 i.e. of tea.` between the notes 1 and 3 is one; a number out of the count is none."""
    body = f"The rice[1] and the tea[2] and the rest.[3] {END}[4]"
    assert len(_links("\n\n".join([body, *notes]))[1]) == labelled


@pytest.mark.parametrize(
    ("above", "notes", "found"),
    [
        ("The rice and the tea.[2]", ["1 Of rice.", "2 Of tea."], 2),
        ("The rice.\n\n[AA: A9, 4/1]", ["1 Of rice.", "2 Of tea."], 2),
        ("The rice.\n\n[AA: A9, 4/1]", ["1. Of rice.", "2. Of tea."], 0),
        ("The rice.\n\n[AA: A9, 4/1]", ["2 Of rice.", "3 Of tea."], 0),
        ("The rice and the tea.", ["1 Of rice.", "2 Of tea."], 0),
    ],
)
def test_bare_numbers_without_most_of_their_anchors(
    above: str, notes: list[str], found: int
) -> None:
    """Counted from 1 after the reference that ends a text they are notes, `1.` is an item."""
    assert len(_links("\n\n".join([f"{END} {above}", *notes]))[1]) == found


def test_a_number_after_the_last_word_of_a_block_leads_to_a_note() -> None:
    """`MILNOWSKI 1` at the end of a line is an anchor if there is a note 1."""
    anchors, _, _ = _links(f"To be shown to MILNOWSKI 1\n\n{END}\n\n1. Head of a department.")
    assert anchors == [("1", "#n1")]


def test_a_note_may_have_several_blocks() -> None:
    """What stands between two notes belongs to the first."""
    body = f"The harvest[1] and the trade[2].\n\n{END}"
    _, notes, _ = _links(f"{body}\n\n[1] Of rice.\n\nAnd of tea.\n\n[2] See above.")
    assert notes == [("n1", "[1] Of rice. And of tea."), ("n2", "[2] See above.")]


@pytest.mark.parametrize(
    ("first", "rest", "paragraphs"),
    [
        ("Of rice, by A. B.", "Novak of the ministry.", 0),
        ("Of rice, by Mr.", "Novak of the ministry.", 0),
        ("Of rice, of the U. S.", "Novak is of the ministry.", 2),
        ("Of rice, by nobody.", "Novak is of the ministry.", 2),
    ],
)
def test_a_note_that_breaks_off_before_a_name_is_one(
    first: str, rest: str, paragraphs: int
) -> None:
    """The crawl parts notes at the full stop of an initial; the joined place is reported."""
    body = f"The harvest[1] and the trade[2].\n\n{END}\n\n1 {first}\n\n{rest}\n\n2 See above."
    result = converted(page(body))
    note = etree.fromstring(result.xml).find(f".//{TEI}note[@n='1']")
    assert note is not None
    assert len(note.findall(f"{TEI}p")) == paragraphs
    assert [f.code for f in result.findings].count("TC205") == (0 if paragraphs else 1)
    assert validate(result.xml, "note.xml") == []


def test_the_last_note_may_break_off_before_a_name() -> None:
    """What follows it belongs to it only then."""
    body = f"The harvest.[1]\n\n{END}"
    assert _links(f"{body}\n\n1 Of A. B.\n\nNovak.")[1] == [("n1", "1 Of A. B. Novak.")]
    assert _links(f"{body}\n\n1 Of rice.\n\nNovak.")[1] == [("n1", "1 Of rice.")]


def test_the_word_notes_goes_with_the_notes() -> None:
    """A heading above the notes stands with them, without a number."""
    _, notes, codes = _links(f"The harvest.[1]\n\n{END}\n\nNOTES\n\n1. Of rice.")
    assert notes == [("", "NOTES"), ("n1", "1. Of rice.")]
    assert codes == []


def test_something_may_follow_the_notes() -> None:
    """A locator after the notes does not hide them."""
    _, notes, _ = _links(f"The harvest.[1]\n\n{END}\n\n[1] Of rice.\n\nAA: A1838, 403/2")
    assert notes == [("n1", "[1] Of rice.")]


def test_a_number_without_a_text_is_reported() -> None:
    """The number of a note stays an anchor without a target."""
    anchors, notes, codes = _links(f"The harvest.[3]\n\n{END}")
    assert (anchors, notes, codes) == ([("3", "")], [], ["TC207"])


def test_a_text_without_a_number_is_reported() -> None:
    """A note that nothing leads to is a note all the same, if others are led to."""
    body = f"The harvest[1] and trade[2].\n\n{END}"
    _, notes, codes = _links(f"{body}\n\n[1] Of rice.\n\n[2] Tea.\n\n[3] Lost.")
    assert [key for key, _ in notes] == ["n1", "n2", "n3"]
    assert codes == ["TC208"]


@pytest.mark.parametrize(
    "body",
    [
        f"The harvest was good.\n\n{END}\n\n1. Of rice.\n\n2. Of tea.",
        f"Vol.1 and No.2 are here.\n\n{END}\n\n1. Of rice.\n\n2. Of tea.",
        f"A B52 and 1,200 men at 5.30 came.\n\n{END}\n\n1. Of rice.",
        f"They came on May 1\n\n{END}\n\n1. Of rice.",
        f"See article 1\n\n{END}\n\n1. Of rice.",
    ],
)
def test_near_misses_of_notes(body: str) -> None:
    """Items of a list, volumes, aeroplanes, days and articles are no notes and lead to none."""
    anchors, notes, codes = _links(body)
    assert (anchors, notes, codes) == ([], [], [])


def test_notes_may_be_the_items_of_a_list() -> None:
    """A bullet before the number is part of the label; without anchors the list stays one."""
    listed = "* 1 Of rice.\n\n* 2 See above."
    anchors, notes, codes = _links(f"The harvest1 and the trade2 went on.\n\n{END}\n\n{listed}")
    assert [target for _, target in anchors] == ["#n1", "#n2"]
    assert notes == [("n1", "* 1 Of rice."), ("n2", "* 2 See above.")]
    assert codes == []
    assert _links(f"The harvest and the trade went on.\n\n{END}\n\n{listed}") == ([], [], [])


def test_a_note_leads_back_to_no_number_within_a_gap() -> None:
    """What stands in a gap is written as it is: there is no anchor to lead back to."""
    result = converted(
        page("Rice [ [1] three words missing] came.\n\nTea[2] came.\n\n[1] Red.\n\n[2] Green.")
    )
    assert [f.code for f in validate(result.xml, "x.xml") if f.severity is Severity.ERROR] == []
    assert b'target="#n2-ref"' in result.xml
    assert b'target="#n1-ref"' not in result.xml

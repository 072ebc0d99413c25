"""The shipped authority files and word lists are sound as data."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest
from lxml import etree

import tei_cable

AUTHORITY = Path(tei_cable.__file__).parent / "authority"
TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

FILES = {
    "organisations.xml": ("org", "orgName"),
    "persons.xml": ("person", "persName"),
    "places.xml": ("place", "placeName"),
    "repositories.xml": ("org", "orgName"),
}
WORD_LISTS = (
    "abbreviations",
    "common",
    "forenames",
    "function-words",
    "gazetteer",
    "given-names",
    "offices",
    "org-heads",
    "surnames",
    "titles",
)
RESERVED = {
    "archive",
    "cable",
    "document",
    "document-types",
    "letter",
    "memorandum",
    "minutes",
    "original",
    "page",
    "report",
    "tei_cable",
    "telegram",
    "translator",
}

every_file = pytest.mark.parametrize("file", sorted(FILES))
every_list = pytest.mark.parametrize("word_list", WORD_LISTS)


def root_of(file: str) -> etree._Element:
    """Return the root element of one authority file."""
    return etree.parse(AUTHORITY / file).getroot()


def entries_of(file: str) -> list[etree._Element]:
    """Return the entries of one authority file."""
    return list(root_of(file).iter(TEI + FILES[file][0]))


def names_of(file: str, entry: etree._Element) -> list[etree._Element]:
    """Return the names an entry bears itself, not those within its parts."""
    return entry.findall(TEI + FILES[file][1])


def form_of(name: etree._Element) -> str:
    """Return a name's text with its white space folded."""
    return " ".join("".join(str(text) for text in name.itertext()).split())


def words_of(word_list: str) -> list[str]:
    """Return the entries of one word list, its comments left out."""
    text = (AUTHORITY / "words" / f"{word_list}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


@every_file
def test_file_is_a_tei_document_with_entries(file: str) -> None:
    """Each file is a well-formed TEI document whose standOff holds entries."""
    root = root_of(file)
    assert root.tag == TEI + "TEI"
    assert root.find(TEI + "standOff") is not None
    assert entries_of(file)


def test_ids_are_unique_across_the_files() -> None:
    """Every entry has an id, and no two entries of the four files share one."""
    ids = Counter(str(entry.get(XML_ID)) for file in FILES for entry in entries_of(file))
    assert [key for key, count in ids.items() if count > 1] == []
    assert "None" not in ids


@every_file
def test_ids_are_plain_slugs(file: str) -> None:
    """Ids are lower-case slugs that cannot collide with an edition's own ids."""
    for entry in entries_of(file):
        key = str(entry.get(XML_ID))
        assert re.fullmatch(r"[a-z][a-z0-9-]*", key)
        assert re.fullmatch(r"p[0-9]+", key) is None
        assert key not in RESERVED


@every_file
def test_ids_are_in_order(file: str) -> None:
    """Entries stand sorted by id, so that an editor finds the place of a new one."""
    ids = [str(entry.get(XML_ID)) for entry in entries_of(file)]
    assert ids == sorted(ids)


@every_file
def test_preferred_name_comes_first_and_alone(file: str) -> None:
    """Each entry has one preferred name, without attributes, before all others."""
    for entry in entries_of(file):
        plain = [not name.attrib for name in names_of(file, entry)]
        assert plain[0], entry.get(XML_ID)
        assert plain.count(True) == 1, entry.get(XML_ID)


@every_file
def test_no_name_is_empty(file: str) -> None:
    """No name, and no part of a name, is empty or padded with white space."""
    for entry in entries_of(file):
        for name in names_of(file, entry):
            assert form_of(name)
            for part in name.iter():
                text = "".join(str(piece) for piece in part.itertext())
                assert text == text.strip() != ""


@every_file
def test_no_form_is_repeated_in_an_entry(file: str) -> None:
    """An entry gives each form once."""
    for entry in entries_of(file):
        forms = Counter(form_of(name) for name in names_of(file, entry))
        assert max(forms.values()) == 1, entry.get(XML_ID)


@every_file
def test_shared_forms_are_marked_uncertain(file: str) -> None:
    """A form that two entries of a list share is of low certainty in both."""
    certainty: defaultdict[str, list[str | None]] = defaultdict(list)
    for entry in entries_of(file):
        for name in names_of(file, entry):
            certainty[form_of(name)].append(name.get("cert"))
    shared = {form: marks for form, marks in certainty.items() if len(marks) > 1}
    assert {form for form, marks in shared.items() if set(marks) != {"low"}} == set()


@every_file
def test_no_identifier_is_claimed(file: str) -> None:
    """The files give no authority identifiers."""
    assert list(root_of(file).iter(TEI + "idno")) == []


def test_surnames_belong_to_the_person() -> None:
    """A surname that may stand alone is a surname, or a part, of one of the person's names."""
    for person in entries_of("persons.xml"):
        names = names_of("persons.xml", person)
        alone = {form_of(name) for name in names if name.get("type") == "surname"}
        known = {form_of(part) for name in names for part in name.iter(TEI + "surname")}
        whole = {form_of(name) for name in names if name.get("type") in {None, "variant"}}
        stray = {
            form
            for form in alone - known
            if not any(re.search(rf"(^|\W){re.escape(form)}($|\W)", name) for name in whole)
        }
        assert stray == set(), person.get(XML_ID)


def test_offices_do_not_end_before_they_begin() -> None:
    """An office has both years, in order."""
    for person in entries_of("persons.xml"):
        for office in person.findall(TEI + "occupation"):
            assert re.fullmatch(r"\d{4}", str(office.get("from")))
            assert str(office.get("from")) <= str(office.get("to"))


def test_capitals_join_a_country_and_a_settlement() -> None:
    """Every relation leads from a settlement to a country, and no country has two capitals."""
    types = {place.get(XML_ID): place.get("type") for place in entries_of("places.xml")}
    relations = list(root_of("places.xml").iter(TEI + "relation"))
    passive = Counter(str(relation.get("passive")) for relation in relations)
    assert relations
    assert max(passive.values()) == 1
    for relation in relations:
        assert relation.get("name") == "capital"
        assert types.get(str(relation.get("active")).removeprefix("#")) == "settlement"
        assert types.get(str(relation.get("passive")).removeprefix("#")) == "country"


def test_the_pronoun_is_no_country() -> None:
    """No place bears the form "Us", which is a word before it is an abbreviation."""
    forms = {
        form_of(name)
        for place in entries_of("places.xml")
        for name in names_of("places.xml", place)
    }
    assert "Us" not in forms
    assert {"US", "U.S.", "USA", "U.S.A."} <= forms


@every_list
def test_word_list_is_clean(word_list: str) -> None:
    """A word list has entries, none of them empty, padded or repeated."""
    words = words_of(word_list)
    assert words
    assert all(word and word == word.strip() for word in words)
    assert len(words) == len(set(words))


@pytest.mark.parametrize("word_list", ["common", "function-words", "offices"])
def test_lower_case_lists_are_lower_case(word_list: str) -> None:
    """Lists that are met in any case are kept in lower case."""
    assert [word for word in words_of(word_list) if word != word.lower()] == []


def test_forenames_are_no_function_words_and_no_places() -> None:
    """No forename is a function word or the sure name of a place."""
    places = {
        form_of(name)
        for place in entries_of("places.xml")
        for name in names_of("places.xml", place)
        if name.get("cert") != "low" and name.get("type") != "demonym"
    }
    forenames = set(words_of("forenames"))
    assert forenames & places == set()
    assert {name.lower() for name in forenames} & set(words_of("function-words")) == set()

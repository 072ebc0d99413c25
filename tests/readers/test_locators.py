"""Where a citation says the original is kept: archives, their holdings and units."""

from __future__ import annotations

import pytest

from tests.readers.cited import after_head, located, units


@pytest.mark.parametrize(
    "locator",
    [
        "RGANI, f. 7, op. 21, d. 144, ll. 3-9.",
        "RGANI: F. 7, Op. 21, D. 144, Ll. 3-9.",
        "RGANI f. 7 op. 21 d. 144 ll. 3-9.",
        "RGANI, fond 7, opis 21, delo 144, listy 3-9.",
        "RGANI, Fond 7, Opis 21, Delo 144, Listy 3-9",
        "RGANI, fond (f.) 7, opis (op.) 21, delo (d.) 144, listy (ll.) 3-9.",
        "RGANI, f.7, op.21, d.144, ll.3-9. Translated by Ada Brook.",
        "Source: RGANI, f. 7, inventory 21, por. 144, leaves 3-9; translation by Ada Brook.",
    ],
)
def test_soviet_units_are_read_in_each_spelling(locator: str) -> None:
    """Fond, opis, delo and listy in full, in short, in both; with and without commas."""
    assert [(type_, value) for type_, value, _ in units(locator)] == [
        ("repository", "RGANI"),
        ("fond", "7"),
        ("opis", "21"),
        ("delo", "144"),
        ("leaf", "3-9"),
    ]


@pytest.mark.parametrize(
    ("locator", "found"),
    [
        (
            "AVPRF: fond 0100, opis 7, delo 11, papka 3a, listy 8–9.",
            [("fond", "0100"), ("opis", "7"), ("delo", "11"), ("papka", "3a"), ("leaf", "8–9")],
        ),
        (
            "AVPRF f. 0100, op. 34, 1946, p. 253, d. 18.",
            [("fond", "0100"), ("opis", "34"), ("year", "1946"), ("papka", "253"), ("delo", "18")],
        ),
        ("RGASPI, f. 5, d. 18, p. 253.", [("fond", "5"), ("delo", "18"), ("page", "253")]),
        (
            "AP RF, Listy 14-15, Fond and Opis not given.",
            [("leaf", "14-15"), ("not given", "")],
        ),
        ("RGASPI, f. 2, l. 14ob, 16.", [("fond", "2"), ("leaf", "14ob"), ("leaf", "16")]),
        (
            "TsDA, Sofia, Fond 1-B, Opis 33, a.e. 154.",
            [("settlement", ""), ("fond", "1-B"), ("opis", "33"), ("delo", "154")],
        ),
        ("PRC FMA 109-00777-03, 21-22.", [("shelfmark", "109-00777-03"), ("page", "21-22")]),
        ("PRC FMA 109-00777-03, 21.", [("shelfmark", "109-00777-03"), ("page", "21")]),
        ("PRC FMA, 109-00777-03.", [("shelfmark", "109-00777-03")]),
        (
            "MOL, XIX-J-1-j Korea, 1975, 83. doboz, 81-10, 002835/1975.",
            [
                ("series", "XIX-J-1-j Korea"),
                ("year", "1975"),
                ("box", "83"),
                ("item", "81-10"),
                ("number", "002835/1975"),
            ],
        ),
        (
            "MNL OL XIX-J-1-k É-Korea, 4. doboz, 5/a, 00394. Translated by Ada Brook.",
            [("series", "XIX-J-1-k É-Korea"), ("box", "4"), ("item", "5/a"), ("number", "00394")],
        ),
        ("MOL, M-KS 288. f. 5/773. ő.e.", [("fond", "M-KS 288"), ("unit", "5/773")]),
        (
            "PolA AA, MfAA, C 1080/78.",
            [("holding", ""), ("shelfmark", "C 1080/78")],
        ),
        (
            "PolA AA, MfAA C 1080/78, Bl. 3-4.",
            [("holding", ""), ("shelfmark", "C 1080/78"), ("leaf", "3-4")],
        ),
        ("BArch, B 136/59748, 326-334.", [("shelfmark", "B 136/59748"), ("page", "326-334")]),
        ("SAPMO-BArch, DY 30/J IV 2/2A/12.", [("shelfmark", "DY 30/J IV 2/2A/12")]),
        (
            "NARA, RG 59, Entry A1 558-B, Office of Elms, Subject Files, 1947-1962, Box 28.",
            [
                ("record-group", "59"),
                ("entry", "A1 558-B"),
                ("holding", ""),
                ("holding", ""),
                ("year", "1947-1962"),
                ("box", "28"),
            ],
        ),
        (
            "NARA, Record Group 59, Central Files, 611.61/10-262, Folder “Rice 3”.",
            [
                ("record-group", "59"),
                ("holding", ""),
                ("file", "611.61/10-262"),
                ("folder", "“Rice 3”"),
            ],
        ),
        (
            "TNA, FO 371/12345, PREM 11/36.",
            [("shelfmark", "FO 371/12345"), ("shelfmark", "PREM 11/36")],
        ),
        (
            "[NAA: A1838, 403/2/3/2, iii]",
            [("series", "A1838"), ("shelfmark", "403/2/3/2"), ("part", "iii")],
        ),
        ("[AA:A981, WAR 54 ]", [("series", "A981"), ("shelfmark", "WAR 54")]),
        (
            "National Archives of Ireland, Department of Elms/5/313/3D, pp. 3-4.",
            [("shelfmark", "Department of Elms/5/313/3D"), ("page", "3-4")],
        ),
        (
            "Romanian National Archives, Matter 21, 1973, Elm, Folder no. 14. A Title.",
            [("matter", "21"), ("year", "1973"), ("folder", "14")],
        ),
        (
            "AMSZ, Warsaw; z. 6/77, w. 86, t. 1312.",
            [("settlement", ""), ("zespol", "6/77"), ("wiazka", "86"), ("volume", "1312")],
        ),
        (
            "HDA SBU, f. 16, spr. 1017, ark. 3-5. Obtained by Ada Brook.",
            [("fond", "16"), ("delo", "1017"), ("leaf", "3-5")],
        ),
        (
            "National Archives of the Czech Republic, A ÚV KSČ, 02/1, sv. 12, ar. j. 13.",
            [("holding", ""), ("shelfmark", "02/1"), ("volume", "12"), ("unit", "13")],
        ),
        (
            "TsDA, Fond 1-B, Record 33, File 3.",
            [("fond", "1-B"), ("opis", "33"), ("file", "3")],
        ),
        ("GARF, f. 9, l. 15-16ob.", [("fond", "9"), ("leaf", "15-16ob")]),
        (
            "SAPMO-BArch, DY 30, IV 2/20/155.",
            [("shelfmark", "DY 30"), ("shelfmark", "IV 2/20/155")],
        ),
        (
            "ROK Diplomatic Archive, Class Number 721.1, Registration Number 31.",
            [("class", "721.1"), ("registration", "31")],
        ),
        (
            "Elmtown Municipal Archives, B123-4-5, 12-13.",
            [("shelfmark", "B123-4-5"), ("page", "12-13")],
        ),
        ("Elm Archive, file 12.", [("file", "12")]),
        ("State Archive of Elm, Fund 4, pp. 7-9.", [("fond", "4"), ("page", "7-9")]),
    ],
)
def test_each_archive_has_its_own_units(locator: str, found: list[tuple[str, str]]) -> None:
    """The units of a locator are typed after the archive's own terms."""
    assert units(locator)[0][0] == "repository"
    assert [(type_, value) for type_, value, _ in units(locator)[1:]] == found


@pytest.mark.parametrize(
    ("locator", "name", "words"),
    [
        ("RGASPI.", "RGASPI", "RGASPI"),
        ("AVP RF, copy courtesy of ABC", "AVP RF", "AVP RF"),
        (
            "Archive of the Elm President (APRF), fond 4.",
            "APRF",
            "Archive of the Elm President (APRF)",
        ),
        (
            "Archive of the President of the Russian Federation (APRF), fond 4.",
            "Archive of the President of the Russian Federation",
            "Archive of the President of the Russian Federation (APRF)",
        ),
        (
            "Political Archive of the Federal Foreign Office, Berlin (PolA AA), MfAA.",
            "Political Archive of the Federal Foreign Office",
            "Political Archive of the Federal Foreign Office, Berlin (PolA AA)",
        ),
        ("Central State Archive in Ulm, Fund 4.", "", "Central State Archive in Ulm"),
    ],
)
def test_an_archive_is_known_by_its_names(locator: str, name: str, words: str) -> None:
    """A name in brackets belongs to the name before it; a longer name is another archive's."""
    (found,) = located(locator)
    assert (found.parts[0].value, found.parts[0].span.of(locator)) == (name, words)


@pytest.mark.parametrize(
    ("locator", "found"),
    [
        (
            (
                "Szyfrogramy from Elm 1962, 6/77 w-86 t- 1312, Polish Foreign Ministry Archive "
                "(AMSZ), Warsaw. Translated by Ada Brook."
            ),
            ["holding", "zespol", "wiazka", "teczka", "repository", "settlement"],
        ),
        (
            (
                "Obtained by Ada Brook Department of Elms, Record Group 59, National Archives "
                "of the United States. http://digitalarchive.example.org/document/3"
            ),
            ["holding", "record-group", "repository"],
        ),
        ("Elm Records, 3rd Session, A/PV.7, UN Archives.", ["holding", "symbol", "repository"]),
    ],
)
def test_the_archive_may_come_last(locator: str, found: list[str]) -> None:
    """Units may stand before the archive, at the head of a clause or after a credit."""
    assert [type_ for type_, _, _ in units(locator)] == found


@pytest.mark.parametrize(
    ("text", "locators"),
    [
        ("RGANI, f. 7, l. 3 and RGASPI, f. 2, l. 4.", ["RGANI, f. 7, l. 3", "RGASPI, f. 2, l. 4"]),
        (
            "RGANI, f. 7; RGASPI, f. 2; and APRF, f. 3.",
            ["RGANI, f. 7", "RGASPI, f. 2", "APRF, f. 3"],
        ),
        (
            "RGANI, Fond and Opis not given; and AVPRF, f. 1.",
            ["RGANI, Fond and Opis not given", "AVPRF, f. 1"],
        ),
        (
            (
                "The document, from the Elm Archives, was given by Ada Brook. A copy was found in "
                "RGASPI, f. 5, op. 11, l.0055."
            ),
            ["RGASPI, f. 5, op. 11, l.0055"],
        ),
        (
            "AVP RF; obtained by ABC, copy on file at National Security Archive; done",
            ["AVP RF", "copy on file at National Security Archive"],
        ),
        (
            "Cited in his book On Rice, CIA document number MORI 1409009.",
            ["CIA document number MORI 1409009"],
        ),
    ],
)
def test_several_archives_are_several_locators(text: str, locators: list[str]) -> None:
    """Copies of a document in several archives are told apart, in lists and in sentences."""
    assert [part.span.of(text) for part in located(text)] == locators


@pytest.mark.parametrize(
    "text",
    [
        "A private collection, folder 3, pp. 4-9.",
        "Institute of Elms, box 4.",
        "RGANISM, f. 7, op. 2",
        "Archive",
        "The Elm Archive is closed.",
        "Elm Archive.",
        "Given to the National Archives of Australia in 1990, it stayed there.",
        "Box 12, Folder 3.",
        "AA, and then some.",
        "see ftp://example.org/document/300",
    ],
)
def test_what_is_no_archive_stays_text(text: str) -> None:
    """A wrong archive is worse than none: units alone, or a name alone, make no locator."""
    assert after_head(text) == []


def test_an_unknown_shelfmark_leaves_the_archive() -> None:
    """Where the archive is known and its units are not, the archive alone is tagged."""
    assert after_head("PRC FMA 109-777, 21-22.") == [("repository", "", "PRC FMA")]

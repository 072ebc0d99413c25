"""Languages by name, by tag, and by their words."""

from __future__ import annotations

import pytest

from tei_cable.languages import TAGS, language_of, languages_of, name_of, tag_of


@pytest.mark.parametrize(
    ("name", "tag"),
    [("Chinese", "zh"), (" Russian ", "ru"), ("Klingon", "und"), ("chinese", "und"), ("", "und")],
)
def test_a_name_has_a_tag(name: str, tag: str) -> None:
    """White space around a name does not matter; what is not known is undetermined."""
    assert tag_of(name) == tag


def test_a_tag_has_its_name_back() -> None:
    """Every tag is one language's alone, so that names and tags go both ways."""
    assert [name_of(tag) for tag in TAGS.values()] == list(TAGS)
    assert name_of("tlh") == "Undetermined"


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("It was said that the delegation is late, and they will not wait for it.", "en"),
        ("of one two three four", "en"),
        ("of harbour sugar corn wheat rye", "und"),
        ("1962 [...]", "und"),
        ("", "und"),
    ],
)
def test_english_is_told_by_its_function_words(text: str, tag: str) -> None:
    """A fifth of function words makes a text English; a few words are no text."""
    assert language_of(text) == tag


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Es wurde gesagt, dass die Delegation sich verspätet und man nicht warten will.", "de"),
        ("On a dit que la délégation est en retard et que les autres ne l'attendent pas.", "fr"),
        ("La delegación se retrasa y no se sabe quién la espera en el puerto de noche.", "es"),
        ("A küldöttség késik, és azt mondták, hogy nem kell várni, mert már úton van.", "hu"),
        ("Powiedziano, że delegacja się spóźnia i nie jest jasne, kto na nią czeka.", "pl"),
        ("Delegația întârzie și nu se știe cine o așteaptă, pentru că nu au știri din port.", "ro"),
        ("Bylo řečeno, že se delegace opozdí a že na ni čekají jen ti, které to zajímá.", "cs"),
        ("Delegationen är försenad och det är inte klart vem som väntar på den.", "sv"),
        ("Было сказано, что делегация опаздывает.", "ru"),
        ("Було сказано, що делегація запізнюється.", "uk"),
        ("Каза се, че делегацията ще закъснее, тъй като няма влак.", "bg"),
        ("代表团迟到了。", "zh"),
        ("代表団が遅れている。", "ja"),
        ("대표단이 늦고 있다.", "ko"),
        ("Η αντιπροσωπεία αργεί.", "el"),
        ("Harbour Sugar GmbH & Co", "und"),
        ("die die die die die die", "und"),
    ],
)
def test_other_languages_are_told_by_words_or_script(text: str, tag: str) -> None:
    """Function words tell a Latin text, the script and its own letters another."""
    assert language_of(text) == tag


def test_a_project_may_say_which_languages_occur() -> None:
    """What is not allowed is not found."""
    text = "Es wurde gesagt, dass die Delegation sich verspätet und man nicht warten will."
    assert language_of(text, ("en", "ru")) == "und"
    assert language_of(text, ("de", "en")) == "de"


def test_a_text_in_two_languages_has_their_shares() -> None:
    """Whole paragraphs in another language count, by their letters; a phrase does not."""
    english = "It was said that the delegation is late, and they will not wait for it. " * 9
    russian = "Было сказано, что делегация опаздывает, и ждать её не будут. " * 6
    found = languages_of(f"{english}\n\n{russian}")
    assert [tag for tag, _ in found] == ["en", "ru"]
    assert sum(share for _, share in found) == 100
    assert 25 < found[1][1] < 45
    assert languages_of(f"{english}\n\nБыло сказано.") == (("en", 100),)
    assert languages_of("1962 [...]") == ()


def test_a_telegram_in_capitals_is_english_in_spite_of_its_codes() -> None:
    """Several different function words are enough, few of many; the codes alone are not."""
    codes = "ACTION AF-05 INFO OCT-01 ARA-11 ADS-00 SYE-00 SSO-00 OC-06 CCO-00 FM AMEMBASSY TO "
    words = "THE HARVEST IS LATE AND WE WILL NOT SHIP RICE FOR HAVANA "
    assert language_of(3 * codes + words) == "en"
    assert language_of(3 * codes) == "und"
    assert language_of("Liho nura kavel tosim. " * 9 + "On a me.") == "und"

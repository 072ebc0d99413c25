"""Languages by name, by tag, and by their words."""

from __future__ import annotations

import pytest

from tei_cable.languages import TAGS, language_of, name_of, tag_of


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
        ("Es wurde gesagt, dass die Delegation sich verspätet und man nicht warten will.", "und"),
        ("Было сказано, что делегация опаздывает.", "und"),
        ("of one two three four", "en"),
        ("of harbour sugar corn wheat rye", "und"),
        ("1962 [...]", "und"),
        ("", "und"),
    ],
)
def test_english_is_told_by_its_function_words(text: str, tag: str) -> None:
    """A fifth of function words makes a text English; nothing else is guessed."""
    assert language_of(text) == tag

"""Where the forms of calendar expressions are sought: only where they can be."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tei_cable.date_forms import FORMS
from tei_cable.date_windows import windows

_PIECES = st.sampled_from(
    (
        *("May", "MAY", "jan", "Sept.", "June-July", "March", "Nov.", "Monday", "Sunday,", "today"),
        *("1962", "1949-1950", "1962-11-02", "2/11/62", "12.XI.1962", "3. IV. 62", "1950s", "’50s"),
        *("12", "3rd", "“5”", "’62", "12/13", "4-5", "121530Z", "21-", "1/1962", "5", "the", "of"),
        *(
            "first",
            "twenty-first",
            "quarter",
            "half",
            "last",
            "next",
            "This",
            "early",
            "mid-",
            "end",
        ),
        *("between", "Between", "and", "to", "through", "into", "from", "since", "in", "by", "on"),
        *(
            "spring",
            "Winter",
            "year",
            "week",
            "month",
            "night",
            "this",
            "morning",
            "undated",
            "(in",
        ),
        *(
            "afternoon",
            "day",
            "yesterday",
            "before",
            "tomorrow",
            "crisis",
            "tons",
            "a",
            "rice",
            "\n",
        ),
    )
)


@given(st.lists(_PIECES, max_size=14), st.sampled_from((" ", ", ", "")))
def test_a_form_is_in_no_stretch_without_its_signs(pieces: list[str], joint: str) -> None:
    """What is passed over for its signs would not have been found."""
    text = joint.join(pieces)
    for window in windows(text):
        stretch = text[window.start : window.end]
        passed = [form for form in FORMS if not form.may_be_in(stretch, window.signs)]
        assert not [f for f in passed if f.pattern.search(text, window.start, window.end)]


def test_a_stretch_reaches_to_the_ends_of_words_around_what_gives_it_away() -> None:
    """Two dates near one another are in one stretch; a word that says nothing makes none."""
    near = "on 3 May and on 4 June"
    assert [(w.start, w.end) for w in windows(near)] == [(0, len(near))]
    assert "two-months" in next(windows(near)).signs
    far = f"on 3 May {'the rice was short ' * 20}on 4 June"
    first, second = windows(far)
    assert far[: first.end].endswith(("rice", "was", "short", "the"))
    assert far[second.start : second.end].endswith("4 June")
    assert not list(windows("the rice was short"))

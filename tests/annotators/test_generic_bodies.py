"""Bodies that many states and parties have, and whose they are."""

from __future__ import annotations

import pytest

from tei_cable.annotators.organisations import hits
from tei_cable.authority import in_use
from tei_cable.model import Certainty, EntityKind


def _last(text: str, sender: str = "") -> tuple[str, Certainty]:
    form = in_use().named(sender, EntityKind.PLACE) if sender else None
    found = max(hits(text, form.entity if form else None), key=lambda hit: hit.start)
    return found.entity.id, found.cert


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The SED Central Committee met. Then the Central Committee rose.", "sed-cc"),
        ("In London he saw the Foreign Office.", "uk-foreign-office"),
        ("He came from Moscow and told the Politburo.", "politburo"),
        ("The SED CC met. Then the Central Committee rose.", "sed-cc"),
        ("The Dutch Foreign Ministry. The MFA.", "netherlands-ministry-of-foreign-affairs"),
    ],
)
def test_the_text_tells_whose_a_body_is(text: str, who: str) -> None:
    """A body named with its owner, or that of the state spoken of, is meant, but not surely."""
    assert _last(text) == (who, Certainty.MEDIUM)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("In Bonn he called London from the Foreign Office.", "org-foreign-office"),
        ("Comrades in Beijing told the Politburo.", "org-politburo"),
        ("He saw the Chiefs of Staff.", "org-chiefs-of-staff"),
        ("He saw the MFA.", "org-ministry-of-foreign-affairs"),
        ("He saw the Foreign Ministry.", "org-ministry-of-foreign-affairs"),
        ("The Dutch Foreign Ministry, the Danish MFA, the MFA.", "org-ministry-of-foreign-affairs"),
        (
            "The SED Central Committee and the CPSU Central Committee. The Central Committee.",
            "org-central-committee",
        ),
    ],
)
def test_a_body_of_nobody_in_particular_is_its_own_entry(text: str, who: str) -> None:
    """Where the text does not tell, or tells of two, no state's body is claimed."""
    assert _last(text) == (who, Certainty.LOW)


def test_a_sender_owns_what_its_state_calls_so() -> None:
    """The sending state's own body is meant, another state's document claims nothing."""
    assert _last("We told the Foreign Office.", "United Kingdom")[0] == "uk-foreign-office"
    assert _last("London told the Foreign Office.", "Germany")[0] == "org-foreign-office"

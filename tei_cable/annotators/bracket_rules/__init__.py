"""The rules that say what a bracket does.

The test an editor makes is to read the sentence without the bracket: if it breaks, the words
were supplied; if it stays whole and the bracket renames what stands before, it is a gloss; if
the bracket speaks of the page, it is a note or a gap. The rules are tried in order; a bracket
that none claims is taken as supplied words, of low certainty, or as a remark if it is in one. A
note that says whose the words in brackets are outweighs what the sentence seems to need.
"""

from __future__ import annotations

from tei_cable.annotators.bracket_rules.context import PRONOUNS, Context, Decision
from tei_cable.annotators.bracket_rules.letters import letters
from tei_cable.annotators.bracket_rules.names import names
from tei_cable.annotators.bracket_rules.page import page
from tei_cable.annotators.bracket_rules.supplied import supplied
from tei_cable.annotators.bracket_rules.terms import term
from tei_cable.model import BracketFunction, Certainty

__all__ = ["BY_HAND", "PRONOUNS", "UNCLAIMED", "Context", "Decision", "classify"]

UNCLAIMED = "brackets.unclaimed"
BY_HAND = "brackets.noted-hand"

# what speaks of the page; letters in a word; a name beside a name; another language; the sentence
_RULES = (page, letters, names, term, supplied)
_WORDS = BracketFunction.WORDS


def classify(context: Context) -> Decision:
    """Return what the bracket does, the rule that says so, and how sure it is."""
    decided = next((found for rule in _RULES if (found := rule(context))), None)
    if context.by_hand and not context.remark and (decided is None or decided[0] is _WORDS):
        return BracketFunction.HANDWRITING, BY_HAND, Certainty.HIGH
    if decided:
        return decided
    if context.remark:
        return BracketFunction.EDITORIAL, UNCLAIMED, Certainty.LOW
    if context.noted:
        return BracketFunction.OMITTED, "brackets.noted", Certainty.HIGH
    return _WORDS, UNCLAIMED, Certainty.LOW

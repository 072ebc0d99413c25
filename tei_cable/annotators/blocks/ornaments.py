"""Stars, dashes and the like in a line of their own, which part two sections: `* * *`, `-----`."""

from __future__ import annotations

import re

_ORNAMENT = re.compile(r"([*•·#~=_–—+o-])(?: ?\1){2,59}")
_LETTER = re.compile(r"o+|#+")  # a garbled word, a mark of Markdown


def is_ornament(words: str) -> bool:
    """Whether words are three signs or more of one sort and nothing else."""
    return _ORNAMENT.fullmatch(words) is not None and not _LETTER.fullmatch(words)

"""Measure how many of the persons and datelines are found that editors have tagged in a text.

    python tools/frus.py DOCUMENTS.jsonl [MISSES]

Each line is a document of the Foreign Relations of the United States: `text`, and `annotations`
with `type`, `zone`, `start`, `end` and for a date `iso_date`. The editors tag whom their list of
persons has, and the places and dates of datelines, nothing else: what is found besides is neither
right nor wrong, and only recall can be measured. A person counts as found if a person that is found
shares a letter with the tag, `exact` if it ends where the tag ends and begins there or before, with
a title. With MISSES so many of what is missed are printed.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from measuring import cable_of_text, encoded

from tei_cable.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_cable.encoded import Mention

MEASURED = (("person", ""), ("place", "dateline"), ("date", "dateline"))
_REACH = 40


def tagged(document: dict[str, Any]) -> Iterator[tuple[str, Span, str]]:
    """Yield what of a document is measured: its type, where it stands, its day if it is a date."""
    for made in document["annotations"]:
        if any(made["type"] == kind and zone in made["zone"] for kind, zone in MEASURED):
            span = Span(made["start"], made["end"])
            yield made["type"], span, made.get("iso_date", "")


def main() -> None:
    """Print the recall of persons and of datelines."""
    documents = [json.loads(line) for line in Path(sys.argv[1]).read_text("utf-8").splitlines()]
    counts: Counter[str] = Counter()
    misses = []
    for document in documents:
        wanted = list(tagged(document))
        day = next((iso for kind, _, iso in wanted if kind == "date" and iso), None)
        text = document["text"]
        found = _found(text, day)
        for kind, span, iso in wanted:
            near = [(m, s) for m, s in found if m.kind == kind and s.overlaps(span)]
            counts[kind] += 1
            counts[f"{kind} found"] += bool(near)
            counts[f"{kind} exact"] += any(_whole(s, span, text) for _, s in near)
            counts["days"] += bool(iso)
            counts["days right"] += bool(iso) and any(iso in _days(m) for m, _ in near)
            if not near:
                misses.append(f"{document['id']}: {kind}: {_context(text, span)}")
    for kind, _ in MEASURED:
        every, found_, exact = (counts[f"{kind}{end}"] for end in ("", " found", " exact"))
        shares = f"found {found_:5} {found_ / every:.3f}  exact {exact:5} {exact / every:.3f}"
        print(f"{kind:7} {every:5}  {shares}")
    print(f"days of datelines right: {counts['days right']} of {counts['days']}")
    print("\n".join(misses[: int(sys.argv[2]) if len(sys.argv) > 2 else 0]))


def _found(text: str, day: str | None) -> list[tuple[Mention, Span]]:
    """Return what is found, each with its span in the text as it is given."""
    cable = cable_of_text(text, day)
    return [(m, cable.origin.span(m.span.start, m.span.end)) for m in encoded(cable).mentions]


def _whole(found: Span, wanted: Span, text: str) -> bool:
    """Whether a name ends where it should, and begins there or with a title before."""
    between = text[min(found.end, wanted.end) : max(found.end, wanted.end)]
    return found.start <= wanted.start and not any(c.isalnum() for c in between)


def _days(mention: Mention) -> set[str]:
    return {value[: len("1962-11-02")] for _, value in mention.value}


def _context(text: str, span: Span) -> str:
    before, after = text[max(0, span.start - _REACH) : span.start], text[span.end :][:_REACH]
    return " ".join(f"{before}\u27e8{text[span.start : span.end]}\u27e9{after}".split())


if __name__ == "__main__":
    main()

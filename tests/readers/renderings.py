"""Records of an archive for tests, written down in each of its renderings."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from html import escape

from hypothesis import strategies as st

DATE = "June 07, 1961"
TITLE = "Telegram from the Hungarian Legation in Burma"
CITATION = (
    f"“{TITLE},” {DATE}, History and Public Policy Program Digital Archive, AVPRF: fond 0148, "
    "opis 5, delo 12, papka 9, list 31. Translated by Ada Brook. "
    "http://digitalarchive.example.org/document/900003"
)
SOURCE = "AVPRF, fond 0148, opis 5, delo 12, papka 9, list 31. Translated by Ada Brook."
SUMMARY = "The legation asks for rice, and for a ship to carry it to the coast."
CREDITS = "This document was made possible with support from the Elm Foundation."
BODY = ("The harvest was poor this year.", "[The government] asks for rice.", "Kelemen")


@dataclass(frozen=True, slots=True)
class Record:
    """What a rendering may say of a document; "" or () where it does not."""

    date: str = DATE
    title: str = TITLE
    summary: str = SUMMARY
    credits: str = CREDITS
    language: str = "Hungarian"
    authors: tuple[str, ...] = ("Kelemen, Pál", "Hungary. Foreign Ministry")
    persons: tuple[str, ...] = ("Szabó, Imre",)
    places: tuple[str, ...] = ("Burma", "Hungary")
    subjects: tuple[str, ...] = ("Rice trade--Burma",)
    archive: str = "Archive of Foreign Policy"
    rights: str = "Ask the archive first."
    uploaded: str = "2015-03-02"
    record_id: str = "900003"
    classification: str = "Secret"
    donors: tuple[str, ...] = ("Elm Foundation", "Ash Fund")

    def expected(self, *names: str) -> dict[str, str]:
        """Return the values of the fields that are there, as a reader names and folds them."""
        found = {}
        for name in names:
            value = getattr(self, "language" if name == "original_language" else name)
            if value:
                found[name] = value if isinstance(value, str) else "\n\n".join(value)
        return found


def records(*kept: str) -> st.SearchStrategy[Record]:
    """Return records in which any field but the `kept` ones may lack."""
    full = Record()
    optional = [f.name for f in fields(Record) if f.name not in kept]
    return st.sets(st.sampled_from(optional)).map(
        lambda lost: Record(
            **{
                f.name: type(getattr(full, f.name))() if f.name in lost else getattr(full, f.name)
                for f in fields(Record)
            }
        )
    )


def flat(record: Record) -> str:
    """Return a page on one line."""
    labelled = [
        ("Citation:", CITATION),
        ("Summary:", record.summary),
        ("Credits:", record.credits),
        ("Original Language:", record.language),
        ("Contents:", "English Translation Scan of Original Document"),
    ]
    banner = "Digital Archive digitalarchive.example.org International History Declassified"
    words = [banner, record.date, record.title]
    words += [word for label, value in labelled if value for word in (label, value)]
    return " ".join(word for word in [*words, *BODY] if word)


def old_site(record: Record) -> str:
    """Return a page of the old site."""
    rows = ["Search in", "Digital Archive International History Declassified", record.date]
    rows += [record.credits, "• Citation", "get citation", record.summary]
    rows += [CITATION.replace("“", '"').replace("”", '"'), "• share document"]
    rows += ["https://digitalarchive.example.org/document/900003", "VIEW DOCUMENT IN"]
    head = [row for row in [*rows, "English HTML"] if row]
    return "\n".join(head) + "\n\n" + "\n\n".join(BODY) + "\n"


def information(record: Record) -> list[tuple[str, str | tuple[str, ...]]]:
    """Return the labels of a new page's end, and their values."""
    return [
        ("Author(s):", record.authors),
        ("Associated People & Organizations", record.persons),
        ("Associated Places", record.places),
        ("Associated Topics", ()),
        ("Subjects Discussed", record.subjects),
        ("Document Information", ""),
        ("Source", SOURCE),
        ("Original Archive", record.archive),
        ("Rights", record.rights),
        ("Original Uploaded Date", record.uploaded),
        ("Language", record.language),
        ("Record ID", record.record_id),
        ("Original Classification", record.classification),
        ("Donors", record.donors),
    ]


def new_site(record: Record, bullet: str = "• ") -> str:
    """Return a page of the new site."""
    head = [row for row in ("Skip to content", record.date, record.title, record.credits) if row]
    tail = []
    for label, value in information(record):
        tail.append(label)
        if isinstance(value, str):
            tail += [value] if value else []
        else:
            tail += [bullet + item for item in value]
    middle = "\n\n".join([*BODY, *([record.summary] if record.summary else [])])
    return "\n".join(head) + f"\n\n{middle}\n\n" + "\n".join(tail) + "\n"


def as_html(record: Record) -> str:
    """Return a page of the new site as HTML."""
    rows = [f"<div>{escape(record.date)}</div>" if record.date else ""]
    rows += [f"<h1>{escape(record.title)}</h1>"]
    rows += [f"<p>{escape(record.credits)}</p>" if record.credits else ""]
    rows += [f"<p>{escape(row)}</p>" for row in BODY]
    rows += [f"<p>{escape(record.summary)}</p>" if record.summary else ""]
    for label, value in information(record):
        rows.append(f"<h4>{escape(label)}</h4>")
        items = (value,) if isinstance(value, str) else value
        rows += [f"<div><a href='#'>{escape(item)}</a></div>" for item in items if item]
    body = "\n".join(rows)
    return f"<!DOCTYPE html>\n<html><body><nav>Home</nav><main>\n{body}\n</main></body></html>\n"


def as_json(record: Record, *, ascii_only: bool = True, listed: bool = True) -> str:
    """Return a record as JSON; lists as strings that hold one, as some exports do, if `listed`."""

    def several(values: tuple[str, ...]) -> object:
        made = list(values)
        return (json.dumps(made) if listed else made) if made else None

    return json.dumps(
        {
            "document_url": "https://digitalarchive.example.org/document/telegram",
            "original_publication_date": record.date or None,
            "title": record.title or None,
            "credits": record.credits or None,
            "text_body": "\n".join(BODY),
            "summary": record.summary,
            "authors": several(record.authors),
            "associated_people_orgs": several(record.persons),
            "associated_places": several(record.places),
            "subjects_discussed": several(record.subjects),
            "source": SOURCE,
            "original_archive_title": record.archive or None,
            "rights": record.rights or None,
            "original_upload_date": record.uploaded or None,
            "language": several((record.language,) if record.language else ()),
            "record_id": record.record_id or None,
            "original_classification": record.classification or None,
            "donors": several(record.donors),
            "page_number": 0,
        },
        ensure_ascii=ascii_only,
        indent=1,
    )

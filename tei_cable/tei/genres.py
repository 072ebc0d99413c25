"""The classes of documents: a type as `div` has it, and in it a genre where one is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_cable.tei.names import XML_ID, element

if TYPE_CHECKING:
    from lxml import etree

    from tei_cable.metadata import Correspondence

_NAMES = {
    "cable": "Diplomatic cable",
    "telegram": "Telegram",
    "letter": "Letter",
    "memorandum": "Memorandum, or record of a conversation",
    "minutes": "Minutes of a meeting",
    "report": "Report",
    "document": "Document of another or an unknown type",
    "memorandum-of-conversation": "Memorandum of conversation",
    "record-of-conversation": "Record of a conversation or a meeting",
    "ciphergram": "Telegram or cable in cipher",
    "note-verbale": "Note to another government",
    "message": "Message",
    "aide-memoire": "Aide-mémoire",
    "diary": "Diary, or an entry of one",
    "note": "Note",
    "submission": "Submission to a cabinet",
    "dispatch": "Dispatch",
    "statement": "Statement or declaration",
    "speech": "Speech, address or remarks",
    "resolution": "Resolution, decree or protocol",
    "directive": "Instruction, directive or order",
    "agreement": "Agreement, treaty or communiqué",
    "editorial-note": "Note of an editor in place of a document",
}


def write_taxonomy(letter: Correspondence) -> etree._Element:
    """Return the taxonomy with the document's type, and its genre inside it."""
    made = _category(letter.document_type)
    if letter.genre:
        made.append(_category(letter.genre))
    return element("taxonomy", made, attributes={XML_ID: "document-types"})


def _category(id_: str) -> etree._Element:
    return element("category", element("catDesc", _NAMES[id_]), attributes={XML_ID: id_})

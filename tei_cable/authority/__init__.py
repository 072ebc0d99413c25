"""Who and what is known: authority files in TEI, and word lists, compiled to a flat index.

The files are `listPerson`, `listPlace` and `listOrg` documents that an archive can edit and
validate; an entry's first name is the preferred one. No identifier of another authority is
claimed where its source is not recorded.
"""

from __future__ import annotations

from tei_cable.authority.index import DEMONYM, SURNAME, Authority, Form, FormFound
from tei_cable.authority.loader import (
    compiled,
    in_use,
    layered,
    layered_files,
    repositories,
    shipped,
    using,
    words,
)

__all__ = [
    "DEMONYM",
    "SURNAME",
    "Authority",
    "Form",
    "FormFound",
    "compiled",
    "in_use",
    "layered",
    "layered_files",
    "repositories",
    "shipped",
    "using",
    "words",
]

"""Prefixes of pointers: declared where they are used, and only there."""

from __future__ import annotations

from tei_cable.tei.names import NAMESPACES, element
from tei_cable.tei.prefixes import PREFIXES, declare_prefixes


def _declared(*pointers: str) -> list[tuple[str | None, str | None, str | None]]:
    encoding = element("encodingDesc", element("editorialDecl"), element("classDecl"))
    names = [element("persName", attributes={"ref": pointer}) for pointer in pointers]
    root = element("TEI", element("teiHeader", encoding), element("text", *names))
    declare_prefixes(root)
    found = encoding.findall("tei:listPrefixDef/tei:prefixDef", NAMESPACES)
    keys = ("ident", "matchPattern", "replacementPattern")
    assert [str(child.tag) for child in encoding][-1].endswith("classDecl")
    return [(item.get(keys[0]), item.get(keys[1]), item.get(keys[2])) for item in found]


def test_a_prefix_that_is_used_is_declared_once() -> None:
    """Each prefix in use has its pattern and the address it stands for."""
    assert _declared("#castro wd:Q11256", "wd:Q1", "gn:524901") == [
        ("wd", PREFIXES["wd"][0], PREFIXES["wd"][1]),
        ("gn", PREFIXES["gn"][0], PREFIXES["gn"][1]),
    ]


def test_without_prefixes_nothing_is_declared() -> None:
    """Local pointers and whole addresses need no prefix."""
    assert _declared("#wd", "https://example.org/gn:1") == []

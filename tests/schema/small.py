"""A small ODD, to be varied by the tests of the processor."""

from __future__ import annotations

SMALL = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:sch="http://purl.oclc.org/dsdl/schematron"
 xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
 <schemaSpec ident="small" start="div">
  <constraintSpec ident="keys" scheme="schematron"><constraint>
   <xsl:key name="n" match="tei:p" use="@n"/></constraint></constraintSpec>
  <classSpec ident="att.named" type="atts"><attList>
   <attDef ident="n"><datatype><dataRef key="teidata.text"/></datatype></attDef>
  </attList></classSpec>
  <macroSpec ident="macro.words"><content>
   <alternate minOccurs="0" maxOccurs="unbounded"><textNode/><elementRef key="gap"/></alternate>
  </content></macroSpec>
  <elementSpec ident="div"><classes/><content>
   <sequence><elementRef key="p" maxOccurs="unbounded"/><elementRef key="gap" minOccurs="0"/>
   </sequence></content></elementSpec>
  <elementSpec ident="p"><classes><memberOf key="att.named"/></classes>
   <content><macroRef key="macro.words"/></content>
   <constraintSpec ident="numbered" scheme="schematron"><constraint>
    <sch:rule context="tei:p"><sch:assert test="@n">no number</sch:assert></sch:rule>
   </constraint></constraintSpec></elementSpec>
  <elementSpec ident="gap"><classes/><content><empty/></content><attList>
   <attDef ident="reason" usage="req"><datatype><dataRef key="teidata.enumerated"/></datatype>
    <valList type="closed"><valItem ident="lost"/><valItem ident="left-out"/></valList></attDef>
   <attDef ident="resp"><datatype maxOccurs="unbounded"><dataRef key="teidata.pointer"/></datatype>
   </attDef></attList></elementSpec>
 </schemaSpec></TEI>"""


def varied(old: str, new: str) -> bytes:
    """Return the small ODD with one piece of it replaced."""
    assert old in SMALL
    return SMALL.replace(old, new).encode()

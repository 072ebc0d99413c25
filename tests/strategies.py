"""Hypothesis strategies: annotations, and archive pages with brackets, for property tests."""

from __future__ import annotations

from html import escape

from hypothesis import strategies as st

from tei_cable.kinds import (
    DATE,
    ITEM,
    ORGANISATION,
    PARAGRAPH,
    PERSON,
    PLACE,
    QUOTE,
    SIGNED,
    SUPPLIED,
    Kind,
)
from tei_cable.model import Annotation, Span
from tests.pages import page

KINDS = (ITEM, PARAGRAPH, SIGNED, ORGANISATION, PERSON, PLACE, DATE, QUOTE, SUPPLIED)

_WORDS = [
    "the",
    "of",
    "and",
    "but",
    "very",
    "rice",
    "trade",
    "talks",
    "letter",
    "Secret",
    "Comrade",
    "said",
    "that",
    "it",
    "was",
    "not",
    "he",
    "will",
    "comrades;",
    "yesterday,",
    "harvest.",
    "matters:",
    "agreed!",
    "why?",
    '"peace"',
    "“unity”",
    "'friendship'",
    "(note)",
    "ministry's",
    "co-operate",
    "re-",
    "–",
    "—",
    "17",
    "1,500",
    "5%",
    "a/b",
    "&",
    "<",
    ">",
    "]]>",
    "&amp;",
    "<p>",
    "Foreign",
    "Ministry,",
    "To:",
    "TOP",
    "SECRET",
    "1.",
    "(2)",
    "•",
    "Signed",
]
_NAMES = (
    "Khrushchev",
    "Nikita Khrushchev",
    "N. S. Khrushchev",
    "Comrade Mao Zedong",
    "Premier Zhou Enlai",
    "U Thant",
    "Fidel Castro's",
    "Soviet Union",
    "Beijing",
    "US-Cuban",
    "Warsaw",
    "United Nations",
    "Chinese Embassy in the Soviet Union",
    "Foreign Ministry",
    "Embassy in Cuba",
)
_DATES = ("2 November 1962", "28 October", "1956", "late May 1957", "11.03.1962", "May 4-5", "3rd")
_BRACKETED = (
    "[the Soviet Union]",
    "[Nikita] Khrushchev",
    "Kim [Il Sung]",
    "[UN Secretary-General] U Thant",
    "[Cuban President Fidel] Castro",
    "22 [November]",
    "[of 28 October]",
    "[28] October [1962]",
    "com[munist]",
    "F[oreign] M[inistry]",
    "[sh]ould",
    "invitation[s]",
    "Beiping [Beijing]",
    "Filippov [Stalin]",
    "him [U Thant]",
    "PRC [People's Republic of China]",
    "[...]",
    "[matter omitted]",
    "[one word illegible]",
    "[troops?]",
    "[?]",
    "[sic]",
    "[Translator's note: see the [second] letter.]",
    "[handwritten: “yes”]",
    "[signature] M. Suslov",
    "[page 2]",
    "[12]",
    "[]",
    "[ ]",
    "[[deep] nest]",
    "[a [b [c] d] e]",
    "[SIC}",
    "[sic)",
    "[[two words]]",
    "[[",
    "]]",
    "goverment [sic, should be government]",
    "Xinxibo [sic, Xibaipo]",
    "28 [sic] November",
    "/?/",
    "recieve[sic: receive]",
    "(sic)",
    "(illegible)",
    "VKP(b)",
    "Tan [Tang] Enbo",
    "People's Liberation Army [PLA]",
    "[one or two words unclear]",
    "[illegible",
    "words missing]",
    "[page break]",
    "[TOP SECRET]",
    '[handwritten in the left margin: "9. Yes"]',
    "[Translator's note: so",
    "[ustuplena]",
    "[уступка]",
    "R.[ostow]",
    "I[van]. V. Kovalev",
    "19[53]",
    "[2] March",
    "October [5?]",
    'Dear "Comrade" [Jan] Novak,',
    "{",
    "[",
    "]",
    "[The",
    "US]",
    "[of",
    "1962]",
    "[Fidel",
    "Castro]",
    "“[quoted",
    "end]”",
    "][",
)
_UNUSUAL = (
    "e\u0301te\u0301",
    "a\u00a0b",
    "\u00a0",
    "\u202bعربي\u202c",
    "\u2067rtl\u2069",
    "毛泽东",
    "北京[市]",
    "\U0001f33e",
    "👩\u200d🌾",
    "\u2028",
    "x\u0085y",
    "\ufeff",
    "soft\u00adhyphen",
    "a\u0007b",
    "\ufffe",
    "Khru\u0301shchev",
    "Ⅳ ½",
    "\u3000",
)


def spans(longest: int = 40) -> st.SearchStrategy[Span]:
    """Spans within [0, longest], points among them."""
    edge = st.integers(0, longest)
    return st.tuples(edge, edge).map(lambda pair: Span(min(pair), max(pair)))


def overlapping(
    longest: int = 40, most: int = 14, kinds: tuple[Kind, ...] = KINDS
) -> st.SearchStrategy[list[Annotation]]:
    """Lists of annotations of some kinds that overlap as they like."""
    one = st.builds(Annotation, spans(longest), st.sampled_from(kinds), st.just("test"))
    return st.lists(one, max_size=most)


def lines(most: int = 14) -> st.SearchStrategy[str]:
    """Lines of words, names, dates, brackets of every sort, and unusual characters."""
    word = st.one_of(
        st.sampled_from(_WORDS),
        st.sampled_from(_NAMES),
        st.sampled_from(_DATES),
        st.sampled_from(_BRACKETED),
        st.sampled_from(_UNUSUAL),
        st.text(
            st.characters(exclude_categories=["Cs"], exclude_characters="\0\n\r\f"), max_size=4
        ),
    )
    between = st.sampled_from([" ", " ", " ", " ", "", "  ", "\t", " [", "] "])
    pairs = st.lists(st.tuples(word, between), min_size=1, max_size=most)
    return pairs.map(lambda made: "".join(part for pair in made for part in pair))


def bodies(
    breaks: tuple[str, ...] = ("\n\n", "\n\n", "\n", "\n \n\n", "\f", "-\n"),
) -> st.SearchStrategy[str]:
    """Bodies of several lines, parted by `breaks`; there is at least a word in each."""
    part = st.tuples(lines(), st.sampled_from(breaks))
    return st.lists(part, min_size=1, max_size=6).map(
        lambda parts: "Report. " + "".join(piece for pair in parts for piece in pair)
    )


def pages(body: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[str]:
    """Archive pages with random fields, some absent, and line ends of both sorts."""
    value = lines(5).map(lambda line: f"About {' '.join(line.split())}")
    several = st.lists(value, min_size=1, max_size=2).map("\n\n".join)
    made = st.builds(
        page,
        bodies() if body is None else body,
        date=st.sampled_from(["March 4, 1957", "May 1963", "1958", None]),
        title=st.none() | value,
        citation=value | _citations(),
        summary=several,
        credits_=st.none() | value | st.just(_CREDITS),
        language=st.sampled_from(["Chinese", "Russian", "Old Norse", None]),
        contents=st.sampled_from(["Translation - English", "• Scan of Original Document", None]),
    )
    ends = st.sampled_from(["\n", "\r\n"])
    return st.tuples(made, ends).map(lambda pair: pair[0].replace("\n", pair[1]))


_CREDITS = "This document was made possible with support from the Elm Fund and the Oak Trust."


def _citations() -> st.SearchStrategy[str]:
    locators = (
        "PRC FMA 109-00777-03, 21-22.",
        "AVPRF: fond 0100, opis 7, papka 3, delo 11, listy 8-9.",
        "RGANI, f. 5, op. 30, d. 64, l. 2.",
        "Somewhere else, 12.",
        "",
    )
    credits_ = (
        "Translated by Ada Brook and Béla Kerekes.",
        "Obtained for CWIHP by Ada Brook and translated by Béla Kerekes.",
        "",
    )
    urls = ("<https://digitalarchive.example.org/document/7>", "https://example.org/x?a=1&b=2", "")
    return st.builds(
        "“{},” {}, Wilson Center Digital Archive, {} {} {}".format,
        st.sampled_from(["Letter from Mao Zedong to Stalin", "Cable [No. 3]", "A & B"]),
        st.sampled_from(["March 04, 1957", "May 1963", "1958"]),
        st.sampled_from(locators),
        st.sampled_from(credits_),
        st.sampled_from(urls),
    )


_STRUCTURE = (
    *("THE SUPPLY OF GRAIN", "I. ON THE TALKS", "TO THE NORTH", "NOTES", "Trade", "1. Trade"),
    *("(p. 2)", "(p. 3)", "- 4 -", "//", "met // today (p. 4) there.", "[...]", "2. Aid"),
    *("Rice | 12 |", "| Rice | | 7", "[Salt | 7] |", "1. Rice | 5", "[handwritten: yes]"),
    *("harvest1 and tea[2] came", "[1] Of rice.", "2. Tea.", "10. November 1956", "Novak:"),
    *("|", "| |", "Comrade Novak:", "Chancellor:", "Comrade Novak: Yes.", "Mao Zedong\nPremier"),
    *("“Dear Comrade Mao,", "The letter reads as follows:", "Mao Zedong”", "Participants:"),
    *("Mao Zedong, Chairman", "Zhou Enlai, Premier", "Ambassador Novak", "The talk began then."),
    *("Comrade Novak: [The rice", "has] come", "met by [Fidel", "A. Novak said", "B. Wolski came"),
    "The delegation of Poland will in all likelihood go on to be",
)


def structured(breaks: tuple[str, ...] = ("\n\n", "\n\n", "\n", "\f")) -> st.SearchStrategy[str]:
    """Bodies of lists, turns, headings, notes, tables and page marks among lines of every sort."""
    labels = [
        "1.",
        "2.",
        "3.",
        "(1)",
        "(2)",
        "a)",
        "b)",
        "I.",
        "II.",
        "i.",
        "-",
        "•",
        "1．",
        "2\\.",
    ]
    names = ["Comrade Novak:", "NOVAK.", "A.I. Novak.", "Chancellor:", "Novak:", "Summary:"]
    begins = st.sampled_from([*labels, *labels, *names, *names, "[1]", "[^1]:", "[2]", "1", "| "])
    lines_ = st.builds("{} {}".format, begins, lines(6))
    whole = st.sampled_from(_STRUCTURE)
    part = st.tuples(st.one_of(whole, lines_, lines()), st.sampled_from(breaks))
    return st.lists(part, min_size=1, max_size=12).map(
        lambda parts: "Report. " + "".join(piece for pair in parts for piece in pair)
    )


def html_pages() -> st.SearchStrategy[str]:
    """HTML files of headings, lists in lists, tables and quotations, some without words."""
    words = st.one_of(st.sampled_from(_STRUCTURE), lines(5), st.just("")).map(_escaped)
    broken = st.tuples(words, words).map("<br>".join)
    leaf = st.one_of(
        st.builds("<{0}>{1}</{0}>".format, st.sampled_from(["p", "p", "p", "h2", "div"]), words),
        st.builds("<p>{}</p>".format, broken),
        st.lists(st.lists(words, min_size=1, max_size=3), min_size=1, max_size=3).map(_table),
        st.builds("<p><sup>{}</sup>{}</p>".format, st.sampled_from("12"), words),
    )
    block = st.recursive(leaf, _nested_html, max_leaves=6)
    made = st.lists(block, min_size=1, max_size=8).map("".join)
    return made.map("<html><body><p>A report.</p>{}</body></html>".format)


def _nested_html(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Return lists whose items have words, blocks or both, and quotations of blocks."""
    words = st.sampled_from(_STRUCTURE).map(_escaped)
    item = st.one_of(words, inner, st.tuples(words, inner).map("".join), st.just("a<br>b"))
    items = st.lists(item.map("<li>{}</li>".format), min_size=1, max_size=3).map("".join)
    return st.one_of(
        st.builds("<{0}>{1}</{0}>".format, st.sampled_from(["ul", "ol"]), items),
        st.lists(inner, min_size=1, max_size=2).map("".join).map(_QUOTATION.format),
    )


_QUOTATION = "<blockquote>{}</blockquote>"


def _table(rows: list[list[str]]) -> str:
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


def _escaped(words: str) -> str:
    return escape(words.replace("\n", " "))

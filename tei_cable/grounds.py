"""The ground of each rule: what it looks at, and what it concludes, in a sentence.

A rule's id stands in `Annotation.rule`, and in the `@ana` of the element that it made. The
sentences are written into the header of each document for the rules that it needed, so that a
file explains itself, and `tei-cable explain` reads them out.
"""

from __future__ import annotations

WORDS: dict[str, str] = {
    "brackets.abbreviation": "Small letters right after a letter complete an abbreviation.",
    "brackets.abbreviation-explained": (
        "An abbreviation stands beside words that begin with its letters: the one explains the "
        "other."
    ),
    "brackets.capital": "One capital right before small letters mends the beginning of a word.",
    "brackets.conjecture": "The words end in a question mark: whoever wrote them was not sure.",
    "brackets.date-part": "A month, a day or a year that completes a date.",
    "brackets.ellipsis": "Dots alone stand for a passage that was left out.",
    "brackets.ending": "Letters right after a word are an ending that the sentence needs.",
    "brackets.function-word": "The first word is one that only joins words: the sentence needs it.",
    "brackets.hand": "The words say that something is written by hand.",
    "brackets.illegible": "The words say that something cannot be read, or is lost.",
    "brackets.letters": "Letters right before a word restore what is damaged.",
    "brackets.name": "A name that the sentence needs.",
    "brackets.note-number": "A number alone is that of a note.",
    "brackets.omitted": "The words say that a passage was left out, or what it was about.",
    "brackets.other-name": "A name right after a name is another name of the same.",
    "brackets.part-of-date": "The brackets lie within what reads as one date without them.",
    "brackets.part-of-name": "The brackets lie within what reads as one name without them.",
    "brackets.participle": "It begins with a participle that the sentence needs.",
    "brackets.premodifier": "One small word between an article or a preposition and its noun.",
    "brackets.pronoun-explained": "A name after a pronoun says who is meant.",
    "brackets.punctuation": "A mark of punctuation that the sentence lacks.",
    "brackets.question": "A question mark alone doubts the word before.",
    "brackets.regularised": "Two names of one entity: the second is the form used today.",
    "brackets.remark": "The words are those by which an editor or a translator speaks.",
    "brackets.sic": "It begins with sic: what stands before is so in the original.",
    "brackets.signature": "The words speak of a signature.",
    "brackets.unclaimed": "No rule says what the bracket does: it is taken as supplied words.",
    "dates.grammar": "The grammar of dates reads the words.",
    "organisations.authority": "A name of a body that an authority file has.",
    "organisations.head-noun": "A noun that names a kind of body, with the capitals around it.",
    "organisations.ministry": "A ministry with the state that it belongs to.",
    "organisations.mission": "An embassy, legation or consulate with its seat or its sender.",
    "organisations.own-ministry": "A ministry without a state is that of the document's sender.",
    "persons.forename": "A forename before a word with a capital.",
    "persons.in-office": "A surname with an office that the bearer held in the year.",
    "persons.initials": "Initials before a word with a capital.",
    "persons.initials-after": "Initials after a word with a capital.",
    "persons.authority": "The name of a person whom an authority file has.",
    "persons.authority-surname": "A surname that one person alone bears in the authority files.",
    "persons.office-title": "An office before a word with a capital.",
    "persons.recurring-surname": "The surname of a person whose full name the document has.",
    "persons.surname-first": "A family name of East Asia before one or two given names.",
    "persons.title": "A title before a word with a capital.",
    "places.authority": "A name of a place that an authority file has.",
    "quotations.double": "Double quotation marks that pair, in the same brackets or in none.",
    "reader.form-feed": "A form feed begins a page.",
    "structure.broken-paragraph": "A line runs out in mid-sentence, and the next goes on.",
    "structure.closer": "The last lines are a date, or short and the name of a person.",
    "structure.closer-line": "A line of the closer: a date, a greeting or a signature.",
    "structure.opener": "The first lines are classification marks and addressees.",
    "structure.opener-line": "A line of the opener: a classification mark or an addressee.",
    "structure.paragraph": "What fits no other structure is a paragraph.",
    "structure.postscript": "What follows the closer is a postscript.",
}

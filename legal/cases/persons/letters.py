"""Parties and titles in Latin and Cyrillic letters: entry by entry, whom they name."""

import re
from collections.abc import Iterator
from typing import Final

from legal.cases.persons.kinds import Entry, Kind
from legal.cases.persons.organisations import FORMS, KINDS, LETTERS, QUOTED, UPPER
from legal.cases.persons.roles import COLON, LEADING_LETTERS, NO_NAME, WORD, WORDS

COUNTRY: Final = (
    r"(?:[А-ЯЁ]{2,3}\b|Республики\s+\w+|Российской\s+Федерации|Кыргызской\s+Республики|России|Китая|Казахстана|Узбекистана"
    r"|Кыргызстана|Таджикистана|Туркменистана|Китайской\s+Народной\s+Республики)"
)
# The first letter may be small where a sentence goes on; a given name and a surname follow at least.
CITIZEN: Final = (
    rf"(?i:граждан(?:ин|ина|ину|ином|ине|ка|ки|ке|ку|кой))\s+(?:{COUNTRY}\s+)?(?P<citizen>{WORD}(?:\s+{WORD}){{1,2}})"
)
ADDRESSED: Final = (
    r"(?<!\w)(?i:mr|mrs|ms|miss|dr|mx|г-н|г-на|г-ну|г-ном|г-жа|г-жи|г-же|г-жу|г-жой|господин|госпожа|мырза)\b\.?\s+"
    rf"(?P<addressed>{WORD}(?:\s+{WORD}){{0,3}})"
)
TRADER: Final = rf"(?<!\w)(?:ИП|(?i:индивидуальный предприниматель))\s+[«\"]?(?P<trader>{WORD}(?:\s+{WORD}){{0,2}})"
CALLED: Final = rf"(?<!\w)(?i:{WORDS}){COLON}(?P<called>{WORD}(?:[ \t]+{WORD}){{1,3}})"
PARTICLE: Final = (
    r"(?i:оглы|оғлы|кызы|қызы|угли|ўғли|қизи|кизи|o['ʻ’‘ʼ`]?g['ʻ’‘ʼ`]?li|oglu|oğlu|ugli|qizi|kizi|qızı|kyzy|uulu|уулу)"
)
FATHERS: Final = re.compile(
    r"(?i)\w{2,}(?:вич(?:а|у|ем|е)?|(?:ов|ев|ичн?)н(?:а|ы|е|у|ой)|ичн(?:а|ы|е|у|ой)|льич(?:а|у|ом|е)?|ұлы|улы|қызы|кызы|тегі"
    r"|vich|ovna|evna|ichna|uly|kyzy)"
)
FATHER: Final = (
    rf"(?:{WORD}[ \t-]+{PARTICLE}|[{UPPER}](?i:\w+(?:вич(?:а|у|ем|е)?|(?:ов|ев)н(?:а|ы|е|у|ой)|ичн(?:а|ы|е|у|ой)"
    r"|льич(?:а|у|ом|е)?|ұлы|улы|қызы|кызы|тегі|vich|ovna|evna|ichna)))(?!\w)"
)
BEHIND: Final = rf"[{UPPER}](?i:\w+(?:[оеё]в[аыуеой]*|[иы]на?|[сц]к(?:ий|ая|ого|ому|ой)|енко|[ую]к|ян|дзе|швили))(?!\w)"
PATRONYMIC: Final = (
    rf"(?<!\w)(?P<father>{WORD}\s+{WORD}\s+{FATHER}(?:\s+{BEHIND})?|{WORD}\s+{FATHER}\s+{WORD}|{WORD}\s+{FATHER})(?!\w)"
)
IN_WORDS: Final = tuple(map(re.compile, (PATRONYMIC, ADDRESSED, CITIZEN, TRADER, CALLED)))
COUNTRIES: Final = re.compile(r"(?i)республик|федерац|штат|королевств|союз|эмират|народн")
# J. S., И. И. И., Иванов И. И., BNA, C.
TOLD: Final = re.compile(
    rf"(?:[{UPPER}][{UPPER}\d]{{0,3}}\.?\s*)|(?:[{UPPER}]\.\s*-?)*[{UPPER}]\.?\d*|[А-ЯЁӘҚҒҰҮӨҺІ][\w-]+\s+(?:[А-ЯЁӘҚҒҰҮӨҺІ]\.\s*){{0,2}}[А-ЯЁӘҚҒҰҮӨҺІ]\.?\d*"
    rf"|(?:[А-ЯЁӘҚҒҰҮӨҺІ]\.\s*){{1,2}}[А-ЯЁӘҚҒҰҮӨҺІ][\w-]+"
)
IN_BRACKETS: Final = re.compile(r"\s*\([^()]*\)")
TAIL: Final = re.compile(rf",\s*(?=(?:{FORMS})(?!\w)|[^,]*\b(?i:branch|филиал)\b)")
SPLIT: Final = re.compile(r"[、，,]\s*|\s+(?:and|и|и\s+др\.|et al\.?)\s+")
VERSUS: Final = re.compile(r"\s+(?:v|v\.|vs|vs\.|versus|против)\s+")
TITLE_END: Final = re.compile(r"[:\[—–]")
LONGEST: Final = 300
FEWEST: Final = 2
# What is left of an entry where its persons were taken out.
NO_PARTY: Final = re.compile(
    r"(?i)(?:\b(?:mr|mrs|ms|miss|dr|г-н|г-жа|господин|госпожа|мырза|ип|индивидуальный предприниматель|дело|иск\w*|по"
    r"|case|re|in|граждан\w+(?:\s+(?:\w{2,3}|республики\s+\w+|\w+ской\s+федерации|росси\w+|кита\w+|\w+стана))?)"
    r"\b\.?\s*)+"
)
PERSON_AND: Final = re.compile(rf"([{UPPER}][^\W\dA-Z]+ [{UPPER}][^\W\dA-Z]+) (?:and|и) (.+)")


def entries(parties: str) -> Iterator[Entry]:
    """Every party of one line of `parties`."""
    found = list(persons_in(parties))
    rest = IN_BRACKETS.sub("", parties)
    for name in found:
        yield Entry(name, Kind.PERSON)
        rest = rest.replace(name, "")
    for piece in _pieces(rest, found_any=bool(found)):
        yield Entry(piece, kind(piece))


def _pieces(words: str, *, found_any: bool) -> Iterator[str]:
    close = TAIL.sub(" ", LEADING_LETTERS.sub("", words)).strip(" ,.;:")
    pieces = [_unaddressed(piece.strip(" ,")) for piece in SPLIT.split(close)]
    # «Grain and Oil Ltd» is one, «J. S. and Green Energy Ltd» are two.
    if found_any or all(kind(piece) is not Kind.UNKNOWN for piece in pieces):
        yield from (piece for piece in pieces if re.search(r"\w{2}", piece))
    elif close:
        yield from (one for piece in re.split(r",\s*", close) for one in _two(_unaddressed(piece.strip())) if one)


def _unaddressed(piece: str) -> str:
    """An entry without a form of address: ИП Петрова А. В. is told by initials already."""
    addressed = NO_PARTY.match(piece)
    return piece[addressed.end() :] if addressed else piece


def _two(piece: str) -> tuple[str, ...]:
    """John Green and Green Energy Ltd are two, Grain and Oil Ltd is one."""
    match = PERSON_AND.match(piece)
    if match and kind(match[1]) is Kind.UNKNOWN and kind(match[2]) is Kind.ORGANISATION:
        return match[1], match[2]
    return (piece,)


def kind(entry: str) -> Kind:
    """What an entry is that stands for itself."""
    if TOLD.fullmatch(entry):
        return Kind.TOLD
    return Kind.ORGANISATION if LETTERS.search(entry) or KINDS.search(entry) or QUOTED.search(entry) else Kind.UNKNOWN


def in_title(title: str) -> Iterator[Entry]:
    """Every party that the title of a case names on the sides of its «v»."""
    sides = VERSUS.split(title) if len(title) <= LONGEST else []
    for side in sides if len(sides) >= FEWEST else ():
        yield from entries(TITLE_END.split(IN_BRACKETS.sub("", side))[0])


def persons_in(text: str) -> Iterator[str]:
    """The names behind a form of address or a role with a colon, and those with a patronymic."""
    for pattern in IN_WORDS:
        for match in pattern.finditer(text):
            name = _bare(next(words for words in match.groupdict().values() if words))
            if name:
                yield name


def _bare(found: str) -> str:
    """The name without words in front that are none of it; "" where an organisation or a country was found."""
    words = found.split()
    while words and NO_NAME.match(words[0].rstrip(".")):
        # Mr Justice is no party.
        words = [] if words[0].casefold() in {"justice", "judge", "lord", "lady"} else words[1:]
    if words and len(words[-1].rstrip(".")) > 1:
        words[-1] = words[-1].rstrip(".")
    name = " ".join(words)
    if not name or COUNTRIES.search(name) or kind(name) in {Kind.ORGANISATION, Kind.TOLD}:
        return ""
    return name

"""How names of laws are compared: one key for a printed name, and the further keys a law answers to.

Names are inflected (Гражданского кодекса), quoted, bracketed and shortened where they are cited;
a key is what stays the same.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

LONGEST = 500
HAN = re.compile(r"[\u3400-\u9fff]")
CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
APOSTROPHES = re.compile(r"(?<=\w)['’ʼ](?=\w)")
NOT_WORDS = re.compile(r"[^\w]+")
BRACKETS_AT_END = re.compile(r"\s*[（(\[][^（(\[]*[）)\]]\s*$")
ACRONYM_IN_BRACKETS = re.compile(r"\s*\([A-ZА-ЯЁ]{2,8}\)\s*")
NUMBERED_BRACKETS = re.compile(r"[（(\[][〇一二三四五六七八九十百\dIVX]+[）)\]]\s*$")
QUOTED_TITLE = re.compile(r"[\"«“](?=(?:О|Об|Обо)\s)(.+)[\"»”]", re.DOTALL)
YEAR_AT_END = re.compile(r"(?<=\w)\s(?:of )?(?:1[5-9]|20)\d\d$")
CHINA = "中华人民共和国"
STATE_ZH = re.compile(r"^[\u3400-\u9fff]{2,8}?(?:共和国|联邦)")
STATE_RU = re.compile(
    r"\b(?:[а-яё]+ской\s+(?:народной\s+|исламской\s+)?(?:республики|федерации)"
    r"|(?:исламской\s+)?республики\s+[а-яё]+)\b",
    re.IGNORECASE,
)
STATE_EN = re.compile(
    r"\s*\bof (?:the )?(?:[a-z]+ republic|(?:people s |islamic )?republic of [a-z]+|[a-z]+ federation)\b"
)
RUSSIAN = TextAnalyzerBuilder(Tokenizer.whitespace()).filter(Filter.stemmer("russian")).build()


@lru_cache(maxsize=20_000)
def key(name: str) -> str:
    """What stays of a name whatever its case, quotation marks, spacing and inflexion; never longer than 500.

    中华人民共和国 is left out: 《中华人民共和国公司法》 and 《公司法》 are one name.
    """
    plain = unicodedata.normalize("NFKC", name).casefold().replace("ё", "е").replace("\u00ad", "")
    plain = NOT_WORDS.sub(" ", APOSTROPHES.sub("", plain)).strip()
    if HAN.search(plain):
        return _chinese(plain)
    if CYRILLIC.search(plain):
        return " ".join(RUSSIAN.analyze(plain))[:LONGEST].rstrip()
    words = [word for word in plain.split() if word != "the"]
    return " ".join(words)[:LONGEST].rstrip()


def _chinese(plain: str) -> str:
    together = "".join(plain.split())
    return (together.replace(CHINA, "") or together)[:LONGEST]


def cited_key(name: str) -> str:
    """The key of a name as it is cited: a Russian law by its quoted title, remarks in brackets left out."""
    quoted = QUOTED_TITLE.search(name)
    return key(quoted[1]) if quoted else key(_without_remarks(name))


def aliases(name: str, places: Iterable[str] = ()) -> set[str]:
    """Shorter keys a law of this name may be cited by, where no other law is called so.

    Without remarks in brackets, without its state (one of `places`, or a republic or federation), without its year,
    and, in Russian, by initials: «ГК КР».
    """
    keys = {cited_key(name)}
    bare = _without_remarks(name)
    if not NUMBERED_BRACKETS.search(name):
        for shorter in _without_state(bare, places):
            found = key(shorter)
            keys |= {found, YEAR_AT_END.sub("", found)}
    if CYRILLIC.search(name):
        keys |= set(_initials(bare))
    keys |= {key(acronym) for acronym in ACRONYM_IN_BRACKETS.findall(name)}
    return {found for found in keys if found} - {key(name)}


def _without_remarks(name: str) -> str:
    name = ACRONYM_IN_BRACKETS.sub(" ", name)
    while not NUMBERED_BRACKETS.search(name) and BRACKETS_AT_END.search(name):
        name = BRACKETS_AT_END.sub("", name)
    return name.replace(" ,", ",")


def _without_state(name: str, places: Iterable[str]) -> Iterator[str]:
    yield name
    yield STATE_ZH.sub("", name)
    yield STATE_RU.sub(" ", name)
    yield STATE_RU.sub(_short_state, name)
    yield STATE_EN.sub("", " ".join(NOT_WORDS.sub(" ", name.casefold()).split()))
    for place in places:
        if place and place in name:
            yield re.sub(rf"(?:\bof\s+(?:the\s+)?)?{re.escape(place)}(?:(?:人民)?共和国|联邦|[аы])?", " ", name)


def _short_state(state: re.Match[str]) -> str:
    return "".join(word[0] for word in state[0].split()).upper()


def _initials(name: str) -> Iterator[str]:
    """«Уголовный кодекс Кыргызской Республики» is cited as «УК КР», and at home as «УК»."""
    if "кодекс" not in name.casefold():
        return
    state = STATE_RU.search(name)
    own = STATE_RU.sub(" ", name).replace("-", " ").split()
    short = "".join(word[0] for word in own if not word.isdigit()).casefold()
    yield key(short)
    if state:
        yield key(f"{short} {_short_state(state)}")

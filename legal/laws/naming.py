"""How names of laws are compared: one key for a printed name, and the further keys a law answers to.

Names are inflected (Гражданского кодекса), quoted, bracketed and shortened where they are cited;
a key is what stays the same.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

LONGEST = 500
# What is said of a name beyond this is not looked at: no key reaches so far.
LONGEST_NAME = 2_000
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
STATE_RU_SHORT = re.compile(r"(?<!\w)(?:РФ|РК|КР|РУз|РТ|РБ|КНР)(?!\w)")
STATE_EN = re.compile(
    r"\s*\bof (?:the )?(?:[a-z]+ republic|(?:people s |peoples |islamic )?republic of [a-z]+|[a-z]+ federation)\b"
)
DATED_CODE = re.compile(r"(?<=\s)от\s\d{1,2}[\s.].*$")
# Codes and treaties are told by what they are about: there is one of it, whatever its day.
DATED = re.compile(r"кодекс|(?:договор|соглашени|конвенци|протокол)\w*\s(?:.*\s)?(?:о|об|обо)\s", re.IGNORECASE)
# Words which are names only where a text has said of what.
GENERIC = frozenset(
    (
        *(
            "法",
            "法典",
            "条例",
            "规定",
            "办法",
            "解释",
            "细则",
            "规则",
            "决定",
            "公约",
            "条约",
            "协定",
            "协议",
            "议定书",
        ),
        *("安排", "章程", "通知", "意见"),
        *("act", "ordinance", "code", "convention", "law", "treaty", "protocol", "agreement", "covenant", "charter"),
        *("statute", "rules", "regulations", "regulation", "order", "decree", "directive"),
        *("кодекс", "закон", "федеральн", "конвенц", "соглашен", "протокол", "декларац", "договор", "указ"),
        *("постановлен", "положен", "прав", "регламент", "устав", "пакт"),
    )
)
RUSSIAN = TextAnalyzerBuilder(Tokenizer.whitespace()).filter(Filter.stemmer("russian")).build()


@dataclass(frozen=True, slots=True)
class Answers:
    """The keys a law may be cited by: `at_home` by texts of its own jurisdiction, `anywhere` by all others too."""

    at_home: frozenset[str]
    anywhere: frozenset[str]


def key(name: str) -> str:
    """What stays of a name whatever its case, quotation marks, spacing and inflexion; never longer than 500.

    中华人民共和国 is left out: 《中华人民共和国公司法》 and 《公司法》 are one name.
    """
    # What somebody typed may be long, and is not asked again: it is not kept.
    return _kept(name) if len(name) <= LONGEST else _key(name)


def _key(name: str) -> str:
    plain = unicodedata.normalize("NFKC", name).casefold().replace("ё", "е").replace("\u00ad", "")
    plain = NOT_WORDS.sub(" ", APOSTROPHES.sub("", plain)).strip()
    if HAN.search(plain):
        return _chinese(plain)
    if CYRILLIC.search(plain):
        return " ".join(RUSSIAN.analyze(plain))[:LONGEST].rstrip()
    words = [word for word in plain.split() if word != "the"]
    return " ".join(words)[:LONGEST].rstrip()


_kept = lru_cache(maxsize=20_000)(_key)


def _chinese(plain: str) -> str:
    together = "".join(plain.split())
    return (together.replace(CHINA, "") or together)[:LONGEST]


@lru_cache(maxsize=20_000)
def cited_key(name: str) -> str:
    """The key of a name as it is cited: a Russian law by its quoted title, remarks in brackets left out."""
    name = name[:LONGEST_NAME]
    quoted = QUOTED_TITLE.search(name)
    if quoted:
        return key(quoted[1])
    bare = _without_remarks(name)
    return key(DATED_CODE.sub("", bare) if DATED.search(bare) else bare)


def answers(name: str, places: Iterable[str] = ()) -> Answers:
    """Shorter keys a law of this name may be cited by, where no other law is called so.

    Without remarks in brackets, without its state (one of `places`, or a republic or federation), without its year,
    and, in Russian, by initials: «ГК КР». What tells the state is understood in every jurisdiction.
    """
    name = name[:LONGEST_NAME]
    bare = _without_remarks(name)
    with_state = {key(name), key(bare), *_in_short(bare)} if _tells_state(bare, places) else set()
    with_state |= set(_of_places(bare, places))
    home = {key(name), cited_key(name), *with_state}
    if not NUMBERED_BRACKETS.search(name):
        for shorter in _without_state(bare, places):
            home |= {key(shorter), YEAR_AT_END.sub("", key(shorter))}
    home |= {key(acronym) for acronym in ACRONYM_IN_BRACKETS.findall(name)}
    if CYRILLIC.search(name):
        home.add(key(_initials(bare)))
    return Answers(frozenset(home - GENERIC - {""}), frozenset(with_state - GENERIC - {""}))


def _of_places(bare: str, places: Iterable[str]) -> Iterator[str]:
    """Names with the everyday name of the state: Labour Code of Uzbekistan, Кодекс Казахстана, 中国公司法."""
    shorter = {key(one) for one in _without_state(bare, places)}
    shorter |= {YEAR_AT_END.sub("", one) for one in shorter}
    for place in filter(None, map(key, places)):
        for name in shorter - GENERIC - {""}:
            if _script(name) == _script(place) and place not in name:
                yield from _joined(name, place)


def _script(text: str) -> str:
    return "han" if HAN.search(text) else "cyrillic" if CYRILLIC.search(text) else "latin"


def _joined(name: str, place: str) -> tuple[str, ...]:
    if HAN.search(name):
        return (f"{place}{name}",)
    return (f"{name} {place}",) if CYRILLIC.search(name) else (f"{name} of {place}", f"{place} {name}")


def _without_remarks(name: str) -> str:
    name = ACRONYM_IN_BRACKETS.sub(" ", name)
    while not NUMBERED_BRACKETS.search(name) and BRACKETS_AT_END.search(name):
        name = BRACKETS_AT_END.sub("", name)
    return name.replace(" ,", ",")


def _tells_state(name: str, places: Iterable[str]) -> bool:
    spaced = " ".join(NOT_WORDS.sub(" ", name.casefold()).split())
    if CHINA in name:
        # Left out of keys: whoever looks such a name up asks in China.
        return False
    if any(place and place in name for place in places):
        return True
    return any(state.search(spaced) for state in (STATE_RU, STATE_EN, STATE_ZH)) or bool(STATE_RU_SHORT.search(name))


def _without_state(name: str, places: Iterable[str]) -> Iterator[str]:
    yield name
    yield STATE_ZH.sub("", name)
    yield STATE_RU.sub(" ", name)
    yield STATE_RU_SHORT.sub(" ", name)
    yield STATE_EN.sub("", " ".join(NOT_WORDS.sub(" ", name.casefold()).split()))
    for place in places:
        if place and place in name:
            yield re.sub(rf"(?:\bof\s+(?:the\s+)?)?{re.escape(place)}(?:(?:人民)?共和国|联邦|[аы])?", " ", name)


def _in_short(name: str) -> Iterator[str]:
    """«Уголовный кодекс Кыргызской Республики» is cited as «Уголовный кодекс КР» and «УК КР»."""
    state = STATE_RU.search(name)
    if state:
        for short in _short_states(state):
            yield key(STATE_RU.sub(short, name))
            yield key(f"{_initials(name)} {short}" if _initials(name) else "")


def _short_states(state: re.Match[str]) -> Iterator[str]:
    initials = "".join(word[0] for word in state[0].split()).upper()
    yield initials
    if initials == "РУ":
        yield "РУз"


def _initials(name: str) -> str:
    """УК for «Уголовный кодекс», КоАП for «Кодекс об административных правонарушениях»; "" for what is no code."""
    if "кодекс" not in name.casefold():
        return ""
    words = STATE_RU_SHORT.sub(" ", STATE_RU.sub(" ", name)).replace("-", " ").split()
    return "".join(word[0] for word in words if word[0].isalpha())

"""Citations in English: Article 35 of the Convention, sections 12 and 13 of this Act, the Contract Act, 1872."""

import re
from collections.abc import Iterator
from functools import partial

from legal.laws.citing.cited import Cited, expand
from legal.laws.citing.mentions import Article, Named, cited, share
from legal.laws.numbering import address

GENUS = (
    r"Act|Ordinance|Code|Convention|Constitution|Law|Treaty|Protocol|Agreement|Covenant|Charter|Statute|Rules|Regulations?"
    r"|Order|Decree|Directive"
)
NUMBER = r"(?:\d{1,4}(?:(?:[-.]\d{1,3})|[A-Z]{1,3}(?![a-z]))*|(?:[IVX]|[IVXLC]{2,7})(?![\w.]))"
PIN = r"(?:\s?\(\w{1,5}\)|,?\s(?:sub-?\s?)?(?:paragraph|section|clause|item|sentence)s?\s\(?\w{1,3}\)?(?:\(\w{1,4}\))*)"
# «section 5 and 30 days» names one section.
COUNTED = r"(?!\s(?:days?|months?|years?|hours?|per\b|percent|rupees|members|persons|votes|states|of\sthem|other)\b)"
UNIT = (
    r"(?<![\w-])(?:(?P<s>(?i:Articles|Sections|Arts\.|Secs\.)|ss\.|§§)|(?i:Article|Section|Art\.?|Sec\.?)|(?<![.’'])[sS]\.|§)\s?"
)
FIRST = re.compile(rf"{UNIT}(?:\d{{1,3}}\[)?(?P<number>{NUMBER}){PIN}{{0,6}}")
NEXT = re.compile(
    rf"(?P<range>\s?(?:–|—|-|\bto\b|\bthrough\b)\s?)(?P<a>{NUMBER})(?P<p>{PIN}{{0,6}}){COUNTED}"
    rf"|(?:\s?,?\s?\b(?:and|or)\b\s?|\s?&\s?|(?P<comma>\s?,\s?))(?P<b>{NUMBER})(?P<q>{PIN}{{0,6}}){COUNTED}(?!\w)"
)
CHAIN = re.compile(
    r"[\s,;]*(?:and|or|to|read with|as well as)?[\s,;]*"
    r"(?:(?:(?:sub-?\s?|­)?(?:paragraph|section|clause)s?|the provisions)\s(?:\(?\w{1,5}\)?[\s,]*(?:and|or|to)?\s?){0,6}of\s)?"
)
PINNED = re.compile(
    r"(?:(?:sub-?\s?|sub\xad)?(?:paragraph|section|clause|item)s?\s(?:\(?\w{1,4}\)?(?:\(\w{1,4}\))*(?:,\s|\s(?:and|or|to)\s)?){1,5}\sof\s){1,3}$",
    re.IGNORECASE,
)
HOLDS = r"(?:(?:Part|Chapter|Title|Order|Division)\s[\w-]{1,8}|that\s(?:Part|Chapter))"
ANNEX = r"(?P<annex>(?:the\s)?(?:(?P<nth>First|Second|Third|Fourth|Fifth|Sixth)\s)?(?:Annex(?:ure)?|Schedule|Appendix))(?:\s(?P<n>[IVX]{1,4}|\d{1,2}|[A-H]))?\b"
OF = re.compile(
    rf"(?:{PIN})*,?\s(?:of|to|in|under)\s(?:{HOLDS}\s(?:of|to)\s)?(?:{ANNEX}(?:\s(?:of|to)\s)?)?(?:the\s)?[\"“]?", re.IGNORECASE
)
# Article 5 of the contract is none of ours.
OTHER_THING = re.compile(
    r",?\s(?:of|to|in)\s(?:the|a|an|any|such|its|their|that)\s(?!following|said|same|authentic|present|\w*\s?(?:"
    + GENUS
    + r")\b)(?:contract|agreement|memorandum|articles|lease|policy|charter-?party|statute|report|law\b|treaty|instrument|constitution|by-?laws)"
)
BEFORE = re.compile(r"[\"”)]{0,2},?\s(?:its\s)?$")
# A genus inside the brackets of a longer name, (Statute Reform) Ordinance, names nothing by itself.
LAW = re.compile(rf"\b(?:{GENUS})\b(?![^()\n]{{0,60}}\)\s{{1,2}}(?:Act|Ordinance|Order)\b)")
WORD = r"(?!(?:Article|Section|Part|Chapter|Schedule|Annex)s?\b|The\b(?!\sHague)|Have\b)[A-Z][\w’'.&-]*"
LINK = r"(?:of|and|for|on|to|in|by|or|with|from|as|at|against|into|relating|concerning|certain|their|the|a|an|other|done|signed)"
# Inside a name a line may break before a small word only; a new line with a capital begins something else.
GAP = (
    rf"(?:[^\S\n]|\n(?={LINK}\b))"
    r"(?!(?:or|and)\s(?:the|this)\s(?:[A-Z][\w-]+\s){0,3}(?:Convention|Protocol|Treaty|Agreement|Act)\b)"
)
LEAD = re.compile(rf"(?:(?:{WORD}|\([A-Z][\w\s,’'-]{{2,60}}\))[,]?\s(?:(?:of|and|for|by|on|or)\s(?:and\s)?(?:(?={WORD})))?){{1,12}}$")
YEAR = r"(?:\s(?:No\.?\s)[\w-]{1,8}(?:\s(?:of|OF)\s\d{4})?)?(?:\sof\s(?:\d{1,2}\s[A-Z][a-z]+\s)?\d{4}\b|,?\s\d{4}\b)?"
ABOUT = rf"\s(?:for|on|of|to|concerning|relating\sto|providing|against|between)(?:\s(?:the|a|an|certain))*\s(?:{WORD}|\d{{4}})"
REFERENCE = r"(?:\s?,\s\d{4})?(?:\s?\((?:Act\s|Ordinance\s)?(?:No\.?\s)?[IVXLCM\d]+\s(?:of|OF)\s(?:\d{4}|[IVXLCM]+)\))?"
STATUTE = re.compile(rf"{YEAR}(?:{ABOUT}(?:{GAP}(?:{LINK}\s){{0,3}}{WORD}){{0,12}})?{REFERENCE}")
# The name of a treaty runs on through commas and dates.
DAY = r"\d{1,2}\s[A-Z][a-z]+"
TREATY = re.compile(rf"{YEAR}(?:{ABOUT}(?:,?{GAP}(?:{LINK}\s){{0,4}}(?:{WORD}|{DAY}|\d{{4}})){{0,30}})?")
TREATIES = frozenset({"Convention", "Treaty", "Protocol", "Agreement", "Covenant", "Charter"})
THIS = re.compile(r"\b(?:this|the\spresent|this\spresent)\s(?:[A-Z][\w-]+\s){0,3}$", re.IGNORECASE)
THAT = re.compile(r"\b(?:that|the\ssaid|said|the\ssame|the\saforesaid|such|the\slatter)\s$", re.IGNORECASE)
SHORT = re.compile(r",?\s\(?\s?hereinafter[\w\s]{0,24}?\s[\"“]?(?:the\s)?[\"“]?([A-Z][^\"”),;]{2,60})")
MEANS = re.compile(r"[“\"]([A-Z][\w\s]{2,40})[”\"],?\s(?:means|shall\smean)\s(?:the\s)?$")
NOT_LEADING = re.compile(
    r"^(?:In|Under|See|By|If|Where|When|Such|No|Any|All|Every|Each|An?|The|This|That|For|Of|On|To|And|Or|With|Subject|Ins|Subs|Inserted|Substituted"
    r"|Notwithstanding|Whereas|Omitted|Added|Rep|Amended|also|Provided|Pursuant|Chief|Federal(?=\sLaw\b)|WHEREAS)\.?\s(?:of\s|to\s|by\s|for\s)?"
)
ACRONYM_BEFORE = re.compile(r"(?<![\w.])([A-Z][A-Za-z]?[A-Z]{2,8}),?\s$")
ACRONYM_AFTER = re.compile(r"\s(?:of\s(?:the\s)?)?([A-Z]{3,9})\b(?!\s[A-Z])")
ORDINALS = {"first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6"}
AMENDER = re.compile(r"\b(?:Ins|Subs|Omitted|Added|Rep|Amended|Substituted|Inserted|ibid)\b[^\n]{0,160}$", re.IGNORECASE)
SHORT_UNIT = re.compile(r"[sS]?s\.|S\.|[Aa]rt\.")
WINDOW = 160


def find(text: str) -> list[Cited]:
    """Citations in an English text; one for each mention of an article, and one for a law named alone."""
    laws = list(_laws(text))
    articles = list(_articles(text))
    _attach(text, articles, laws)
    share(articles)
    return cited(articles, laws)


def _laws(text: str) -> Iterator[Named]:
    floor, last = 0, ""
    for match in LAW.finditer(text):
        if match.start() < floor:
            continue
        named = _law(text, match, floor, last)
        if named is None:
            continue
        floor, last = named.end, named.name or last
        yield named


def _law(text: str, match: re.Match[str], floor: int, last: str) -> Named | None:
    start = max(floor, match.start() - WINDOW)
    before = text[start : match.start()]
    if this := THIS.search(before):
        return Named(start + this.start(), match.end(), own=True, alone=False)
    if that := THAT.search(before):
        return Named(start + that.start(), match.end(), name=last, alone=False) if last else None
    lead = LEAD.search(before)
    begin = start + lead.start() if lead else match.start()
    tail = (TREATY if match[0] in TREATIES else STATUTE).match(text, match.end())
    end = tail.end() if tail else match.end()
    end -= len(text[begin:end]) - len(text[begin:end].rstrip(".-’'&,"))
    name = text[begin:end]
    while cut := NOT_LEADING.match(name):
        begin += cut.end()
        name = text[begin:end]
    short = SHORT.match(text, end) or MEANS.search(text, max(floor, begin - WINDOW), begin)
    alone = bool(short) or bool(re.search(r"\d{4}", name)) or (match[0] != "Law" and len(name.split()) > 4)
    return Named(begin, end, name=" ".join(name.split()), short=short[1].strip() if short else "", alone=alone)


def _articles(text: str) -> Iterator[Article]:
    end = 0
    for match in FIRST.finditer(text):
        if match.start() < end or _is_heading(text, match):
            continue
        opens = not CHAIN.fullmatch(text[end : match.start()]) if 0 < match.start() - end < WINDOW else True
        for article in _list(text, match):
            article.opens = opens
            opens, end = False, article.end
            yield article


def _is_heading(text: str, match: re.Match[str]) -> bool:
    """A quoted «Article 22» alone on its line is wording that an amendment puts in."""
    return text[match.start() - 1 : match.start()] in {'"', "“"} and text[match.end() : match.end() + 1] in {"", "\n", '"', "”"}


def _list(text: str, match: re.Match[str]) -> Iterator[Article]:
    pinned = PINNED.search(text, max(0, match.start() - WINDOW), match.start())
    start = pinned.start() if pinned else match.start()
    unit = "section" if match[0][0] in "sS§" else "article"
    held = Article(start, match.end(), (address(match["number"]),), unit=unit)
    plural = bool(match["s"])
    while following := NEXT.match(text, held.end):
        if following["comma"] and not plural or following["range"] and not plural and "-" in following["range"]:
            break
        number = address(following["a"] or following["b"])
        if following["range"]:
            held.numbers = expand(held.numbers[-1], number)
        yield held
        group = "a" if following["a"] else "b"
        held = Article(following.start(group), following.end(), (number,), unit=unit)
    yield held


def _attach(text: str, articles: list[Article], laws: list[Named]) -> None:
    place, known = 0, len(laws)
    for article in articles:
        while place < known and laws[place].end <= article.start:
            place += 1
        after = _named_after(text, article, laws[place:known][:1])
        if after:
            article.law = place
        elif article.opens and place and BEFORE.fullmatch(text[laws[place - 1].end : article.start]):
            article.law, article.start = place - 1, laws[place - 1].start
        elif acronym := _acronym(text, article):
            article.law = len(laws)
            laws.append(acronym)
        else:
            article.own = not _elsewhere(text, article)


def _named_after(text: str, article: Article, following: list[Named]) -> bool:
    of = OF.match(text, article.end)
    if of is None:
        return False
    if of["annex"]:
        article.container = _container(of)
        article.end = of.end("n") if of["n"] else of.end("annex")
    if not following or not following[0].start <= of.end() <= following[0].end:
        return False
    article.end = following[0].end
    return True


def _container(of: re.Match[str]) -> str:
    number = address(of["n"]) if of["n"] else ORDINALS.get((of["nth"] or "").casefold(), "")
    kind = "schedule" if "chedule" in of["annex"] else "annex"
    return f"{kind}-{number}".rstrip("-")


def _acronym(text: str, article: Article) -> Named | None:
    """CISG art. 35, Article 35 CISG, Article 35 of the CISG; not a word of a line in capitals."""
    if text[article.start : article.start + 4].isupper():
        return None
    if before := ACRONYM_BEFORE.search(text, max(0, article.start - 24), article.start):
        article.start = before.start()
        return Named(before.start(), before.end(1), name=before[1])
    if after := ACRONYM_AFTER.match(text, article.end):
        article.end = after.end()
        return Named(after.start(1), after.end(), name=after[1])
    return None


def _elsewhere(text: str, article: Article) -> bool:
    """Whether an article without a law is one of something else: a contract, or an act named in a footnote."""
    if OTHER_THING.match(text, article.end):
        return True
    short = SHORT_UNIT.match(text, article.start)
    return bool(short and AMENDER.search(text, max(0, article.start - WINDOW), article.start))

"""Citations in English: Article 35 of the Convention, sections 12 and 13 of this Act, the Contract Act, 1872."""

import re
from collections.abc import Iterator

from legal.laws.citing import english_grammar as grammar
from legal.laws.citing.cited import Cited, expand
from legal.laws.citing.mentions import Article, Named, cited, named, share
from legal.laws.numbering import address


def find(text: str) -> list[Cited]:
    """Citations in an English text; one for each mention of an article, and one for a law named alone."""
    laws = list(named(text, grammar.LAW, _law))
    articles = list(_articles(text))
    _attach(text, articles, laws)
    share(articles)
    return cited(articles, laws)


def _law(text: str, match: re.Match[str], floor: int, last: str) -> Named | None:
    start = max(floor, match.start() - grammar.WINDOW)
    before = text[start : match.start()]
    if this := grammar.THIS.search(before):
        return Named(start + this.start(), match.end(), own=True, alone=False)
    if that := grammar.THAT.search(before):
        return Named(start + that.start(), match.end(), name=last, alone=False) if last else None
    lead = grammar.LEAD.search(before)
    begin = start + lead.start() if lead else match.start()
    tail = (grammar.TREATY if match[0] in grammar.TREATIES else grammar.STATUTE).match(text, match.end())
    end = tail.end() if tail else match.end()
    end -= len(text[begin:end]) - len(text[begin:end].rstrip(".-’'&,"))
    name = text[begin:end]
    while cut := grammar.NOT_LEADING.match(name):
        begin += cut.end()
        name = text[begin:end]
    short = grammar.SHORT.match(text, end) or grammar.MEANS.search(text, max(0, begin - grammar.WINDOW), begin)
    alone = bool(short) or bool(re.search(r"\d{4}", name)) or (match[0] != "Law" and len(name.split()) > 4)
    return Named(begin, end, name=" ".join(name.split()), short=short[1].strip() if short else "", alone=alone)


def _articles(text: str) -> Iterator[Article]:
    end = 0
    for match in grammar.FIRST.finditer(text):
        if match.start() < end or _is_heading(text, match):
            continue
        opens = (
            not grammar.CHAIN.fullmatch(text[end : match.start()]) if 0 < match.start() - end < grammar.WINDOW else True
        )
        for article in _list(text, match):
            article.opens = opens
            opens, end = False, article.end
            yield article


def _is_heading(text: str, match: re.Match[str]) -> bool:
    """A quoted «Article 22» alone on its line is wording that an amendment puts in."""
    return text[match.start() - 1 : match.start()] in {'"', "“"} and text[match.end() : match.end() + 1] in {
        "",
        "\n",
        '"',
        "”",
    }


def _list(text: str, match: re.Match[str]) -> Iterator[Article]:
    pinned = grammar.PINNED.search(text, max(0, match.start() - grammar.WINDOW), match.start())
    start = pinned.start() if pinned else match.start()
    unit = "section" if match[0][0] in "sS§" else "article"
    plural = bool(match["s"])
    held = Article(start, match.end(), _numbers(match["number"], plural=plural), unit=unit)
    while following := grammar.NEXT.match(text, held.end):
        if not plural and (following["comma"] or "-" in (following["range"] or "")):
            break
        group = "a" if following["a"] else "b"
        numbers = _numbers(following[group], plural=plural)
        if following["range"]:
            held.numbers = expand(held.numbers[-1], numbers[0])
        yield held
        held = Article(following.start(group), following.end(), numbers, unit=unit)
    yield held


def _numbers(printed: str, *, plural: bool) -> tuple[str, ...]:
    """«Articles 74-77» are four articles; «Article 9-1» is one."""
    first, dash, last = printed.partition("-")
    if plural and dash and first.isdecimal() and last.isdecimal() and int(first) < int(last):
        return (*expand(first, last), last)
    return (address(printed),)


def _attach(text: str, articles: list[Article], laws: list[Named]) -> None:
    place, known = 0, len(laws)
    for article in articles:
        while place < known and laws[place].end <= article.start:
            place += 1
        after = _named_after(text, article, laws[place:known][:1])
        if after:
            article.law = place
        elif article.opens and place and grammar.BEFORE.fullmatch(text[laws[place - 1].end : article.start]):
            article.law, article.start = place - 1, laws[place - 1].start
        elif acronym := _acronym(text, article):
            article.law = len(laws)
            laws.append(acronym)
        else:
            article.own = not _elsewhere(text, article)


def _named_after(text: str, article: Article, following: list[Named]) -> bool:
    of = grammar.OF.match(text, article.end)
    if of is None:
        return _named_next(text, article, following)
    if of["annex"]:
        article.container = _container(of)
        article.end = of.end("n") if of["n"] else of.end("annex")
    if not following or not following[0].start <= of.end() <= following[0].end:
        return False
    article.end = following[0].end
    return True


def _named_next(text: str, article: Article, following: list[Named]) -> bool:
    """s. 73 Contract Act: behind a unit in short the law may stand without a word between."""
    if not (following and " " in following[0].name and text[article.end : following[0].start] == " "):
        return False
    if not grammar.SHORT_UNIT.match(text, article.start):
        return False
    article.end = following[0].end
    return True


def _container(of: re.Match[str]) -> str:
    number = address(of["n"]) if of["n"] else grammar.ORDINALS.get((of["nth"] or "").casefold(), "")
    kind = "schedule" if "chedule" in of["annex"] else "annex"
    return f"{kind}-{number}".rstrip("-")


def _acronym(text: str, article: Article) -> Named | None:
    """CISG art. 35, Article 35 CISG, Article 35 of the CISG; not a word of a line in capitals."""
    if text[article.start : article.start + 4].isupper():
        return None
    if before := grammar.ACRONYM_BEFORE.search(text, max(0, article.start - 24), article.start):
        article.start = before.start()
        return Named(before.start(), before.end(1), name=before[1])
    if after := grammar.ACRONYM_AFTER.match(text, article.end):
        article.end = after.end()
        return Named(after.start(1), after.end(), name=after[1])
    return None


def _elsewhere(text: str, article: Article) -> bool:
    """Whether an article without a law is one of something else: a contract, or an act named in a footnote."""
    if grammar.OTHER_THING.match(text, article.end):
        return True
    short = grammar.SHORT_UNIT.match(text, article.start)
    return bool(short and grammar.AMENDER.search(text, max(0, article.start - grammar.WINDOW), article.start))

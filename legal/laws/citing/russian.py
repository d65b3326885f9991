"""Citations in Russian: ст. 10 Гражданского кодекса, пункт 2 статьи 5 настоящего Закона, статьи 10, 11 и 15–18."""

import re
from collections.abc import Iterator

from legal.laws.citing import russian_grammar as grammar
from legal.laws.citing.cited import Cited, expand
from legal.laws.citing.mentions import Article, Named, cited, named, share
from legal.laws.numbering import address


def find(text: str) -> list[Cited]:
    """Citations in a Russian text; one for each mention of an article, and one for a law named alone."""
    laws = list(named(text, grammar.GENUS, _law))
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
    return _named(text, match, start, before)


def _named(text: str, match: re.Match[str], start: int, before: str) -> Named | None:
    lead = grammar.LEAD.search(before)
    begin = start + lead.start() if lead else match.start()
    tail = grammar.TAIL.match(text, match.end())
    end = tail.end() if tail else match.end()
    name = " ".join(text[begin:end].split())
    if not name[0].isupper() and end == match.end():
        return None
    short = grammar.SHORT.match(text, end)
    return Named(begin, end, name=name, short=short[1].strip() if short else "", alone=_tells(name, match[0]))


def _tells(name: str, genus: str) -> bool:
    """Whether a law named without any article is told well enough to be one: by its title, or as a code.

    A bare number, «в редакции Федерального закона № 42-ФЗ», is an editor's note on an amendment.
    """
    return bool(re.search(r"[\"«“]", name)) or (genus.casefold().startswith("кодекс") and len(name.split()) > 1)


def _articles(text: str) -> Iterator[Article]:
    end = 0
    for match in grammar.FIRST.finditer(text):
        if match.start() < end or grammar.GAZETTE.search(text, max(0, match.start() - 48), match.start()):
            continue
        between = text[end : match.start()]
        opens = len(between) > grammar.WINDOW or not grammar.CHAIN.fullmatch(between)
        for article in _list(text, match, end):
            article.opens = opens
            opens, end = False, article.end
            yield article


def _list(text: str, match: re.Match[str], floor: int) -> Iterator[Article]:
    pinned = grammar.PINNED.search(text, max(floor, match.start() - grammar.WINDOW), match.start())
    start = pinned.start() if pinned else match.start()
    single = bool(match["one"]) and match["one"] not in {"Ст.", "ст."}
    first, *rest = _split(match["number"], single=single)
    held = Article(start, match.end(), (*expand(first, rest[0]), *rest) if rest else (first,))
    while following := grammar.NEXT.match(text, held.end):
        if single and following["comma"]:
            break
        group = "a" if following["a"] else "b"
        first, *rest = _split(following[group], single=single)
        if following["range"]:
            held.numbers = (*held.numbers[:-1], *expand(held.numbers[-1], first))
        yield held
        held = Article(following.start(group), following.end(), (*expand(first, rest[0]), *rest) if rest else (first,))
    yield held


def _split(number: str, *, single: bool) -> list[str]:
    """«статьи 15-18» are four articles; «статья 181-1» is one, and so is «статьей 10-12», being in the singular."""
    first, dash, last = number.partition("-")
    if dash and not single and first.isdecimal() and last.isdecimal() and int(first) < int(last):
        return [first, last]
    return [address(number)]


def _attach(text: str, articles: list[Article], laws: list[Named]) -> None:
    place, known = 0, len(laws)
    for article in articles:
        while place < known and laws[place].end <= article.start:
            place += 1
        if _named_after(text, article, laws[place:known][:1]):
            article.law = place
        elif article.opens and place and grammar.BEFORE.fullmatch(text[laws[place - 1].end : article.start]):
            article.law, article.start = place - 1, laws[place - 1].start
        elif acronym := grammar.ACRONYM.match(text, article.end):
            article.law, article.end = len(laws), acronym.end()
            laws.append(Named(acronym.start(1), acronym.end(), name=acronym[1]))


def _named_after(text: str, article: Article, following: list[Named]) -> bool:
    of = grammar.OF.match(text, article.end)
    if of is None:
        return False
    if of["annex"]:
        article.container = f"annex-{of['n'] or ''}".rstrip("-")
        article.end = of.end("n") if of["n"] else of.end("annex")
    if not following or following[0].start != of.end():
        return False
    article.end = following[0].end
    return True

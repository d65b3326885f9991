"""Citations in Russian: ст. 10 Гражданского кодекса, пункт 2 статьи 5 настоящего Закона, статьи 10, 11 и 15–18."""

import re
from collections.abc import Iterator

from legal.laws.citing.cited import Cited, expand
from legal.laws.citing.mentions import Article, Named, cited, share
from legal.laws.numbering import address

SUPER = "¹²³⁰⁴-⁹"
NUMBER = rf"\d{{1,4}}(?:[{SUPER}]+(?:-[{SUPER}]+)?)?(?:[.-]\d{{1,3}}(?!\d))*"
DASH = r"\s?[-–—]\s?"
# «статьи 5 и 30 дней» names one article.
COUNTED = (
    r"(?!\s(?:дн|день|лет\b|год|месяц|рабоч|календ|процент|руб|расч[её]тн|час|минут|сут|раз\b|человек|тысяч|миллион)|%|\d|\s?%)"
)
UNIT = (
    r"(?<!\w)(?:(?P<one>[Сс]тать(?:ей|[яюе])|СТАТЬ[ЯЕЮ]|[Сс]т\.(?!\s?ст)|§)|[Сс]тать(?:и|ями|ях|ям|ёю)|[Сс]татей|[Сс]т\.\s?ст\.|§§)\s?"
)
FIRST = re.compile(rf"{UNIT}(?P<number>{NUMBER}){COUNTED}")
NEXT = re.compile(
    rf"(?P<range>{DASH}|\s(?:по|до)\s)(?P<a>{NUMBER}){COUNTED}"
    rf"|(?:\s?,?\s(?:и|или|либо)\s|\s?(?P<comma>,)\s?)(?P<b>{NUMBER}){COUNTED}(?!\))"
)
ORDINAL = (
    r"(?:перв|втор|трет|четв[её]рт|пят|шест|седьм|восьм|девят|десят|\w{2,12}надцат|двадцат|тридцат|\w{2,12}десят)[а-яё]{1,4}"
)
PIN_WORD = r"(?:(?:под)?пункт[а-яё]{0,3}|част[а-яё]{1,3}|абзац[а-яё]{0,3}|предложени[а-яё]{1,2}|п{1,2}\.|ч{1,2}\.|абз\.)"
PIN_MARK = rf"(?:[\d{SUPER}][\d{SUPER}.-]*\)?|{ORDINAL}|[\"«]?[а-яё][\"»]?\)?)"
PINS = rf"(?:{PIN_WORD}\s?{PIN_MARK}(?:(?:\s?,\s?|\s(?:и|или|либо|по)\s|{DASH}|\s){PIN_MARK}){{0,12}},?\s(?:(?:и|или)\s(?={PIN_WORD}))?){{1,4}}"
PINNED = re.compile(rf"(?<!\w){PINS}$", re.IGNORECASE)
CHAIN = re.compile(rf"\s?[,;]?\s?(?:и|или|либо|а также|по|до)?\s?(?:в\s|с\s|со\s)?(?:{PINS})?", re.IGNORECASE)
# The official gazettes number their entries as «№ 32, ст. 3301».
# An editor's «порядок введения в действие см. ст. 2» means the amending law.
GAZETTE = re.compile(
    r"(?:№|N)\s?\d+[^;.)\n]{0,24},\s$|;\s(?:19|20)\d\d,[^;]{0,24}$|введени[ея]\sв\sдействие\s(?:-\s)?см\.\s?$"
)
CASE = r"(?:ого|его|ому|ему|ым|им|ом|ем|ый|ий|ой|ая|яя|ую|юю|ые|ие|ых|их|ыми|ими)"
GENUS = re.compile(
    r"\b(?:[Кк]одекс(?:а|у|ом|е|ы|ов|ам|ами|ах)?|КОДЕКС[А-Я]{0,2}|[Зз]акон(?:а|у|ом|е|ы|ов|ам|ами|ах)?|Конституци[а-яё]{1,3}"
    r"|Конвенци[а-яё]{1,3}|Устав(?:а|у|ом|е)?|Соглашени[а-яё]{1,3}|Протокол(?:а|у|ом|е)?|Деклараци[а-яё]{1,3}|Договор(?:а|у|ом|е)?"
    r"|[Уу]каз(?:а|у|ом|е)?|[Пп]остановлени[а-яё]{1,2}|Положени(?:я|е|ю|ем|и)|Правил(?:а|ам|ами|ах)?|Регламент(?:а|у|ом|е)?"
    r"|Хартии|Хартия|Хартией|Пакт(?:а|ом|е)?|Основ(?:ы|ам|ами|ах)?(?=\sзаконодательства))\b"
)
LEAD = re.compile(
    rf"(?<!\w)[А-ЯЁ][а-яё]+(?:-[а-яё]+)?{CASE}\s(?:[а-яё]+(?:-[а-яё]+)?{CASE}\s){{0,4}}$"
    rf"|(?<!\w)(?:федеральн|конституционн)[а-яё]{{2,3}}\s(?:конституционн[а-яё]{{2,3}}\s)?$"
)
STATE = (
    r"(?:\s(?:Российской\sФедерации|(?:Исламской\s)?Республики\s[А-ЯЁ][а-яё]+|[А-ЯЁ][а-яё]+ой\s(?:Народной\s)?Республики"
    r"|(?:РФ|РК|КР|РУз|РТ|РБ|КНР|РСФСР|СССР)\b|Узбекистана|Туркменистана|Таджикистана))?"
)
SUBJECT = (
    r"(?:\s(?:об?|обо)\s(?:[а-яё]+(?:ых|их|ой|ом)\s){0,3}(?:правонарушениях|проступках|труде|браке|здоровье|недрах)"
    r"|\s(?:административного\sсудопроизводства|торгового\sмореплавания|внутреннего\sводного\sтранспорта)"
    r"|\sзаконов\sо\sтруде)?"
)
DATED = r"(?:\sот\s\d{1,2}[\s.][\w.]{2,10}\s?(?:\d{4}\s?)?(?:года|г\.)?)?(?:\s?(?:№|N|за\sномером)\s?[\w/-]{1,14}(?:\s\d{1,4}\b)?)?"
TITLED = r"(?:\s?(?:\"(?=Об?о?\s)[^\"\n]{3,300}\"|«(?=Об?о?\s)[^«»\n]*(?:«[^«»\n]*»[^«»\n]*){0,3}»|“[^“”\n]{3,300}”))?"
TAIL = re.compile(rf"{STATE}{SUBJECT}{STATE}{DATED}{TITLED}")
ABOUT = re.compile(r"\s(?:об?|обо|по|для)\s[а-яё]")
THIS = re.compile(r"\b[Нн]астоящ[а-яё]{2,3}\s(?:[А-ЯЁа-яё]+\s){0,2}$")
THAT = re.compile(r"\b(?:указанн|назв?анн|данн|эт|упомянут|т)(?:ого|ому|ым|им|ом|ем|ых|их)(?:\sже)?\s(?:Федеральн[а-яё]+\s)?$")
SHORT = re.compile(r"\s?\(\s?далее(?:\sпо\sтексту)?(?:\sтакже)?\s?[-–—:]?\s?[«\"]?([А-ЯЁ][^()\"«»]{1,60}?)[»\"]?\s?\)")
OF = re.compile(
    r"\s(?:(?:(?P<annex>[Пп]риложени[а-яё]{1,2})(?:\s(?:№\s?)?(?P<n>\d{1,3}))?)(?:\sк\s)?)?"
    r"(?:(?:главы|раздела|части|Общей\sчасти|Особенной\sчасти)\s?(?:[\dIVX]{1,5}|[а-яё]+ой)?\s?)?"
)
BEFORE = re.compile(r"\s?,\s(?:в\s)?$")
ACRONYM = re.compile(r"\s((?:КоАП|КоБС|[А-ЯЁ]{2,5})(?:\s(?:РФ|РК|КР|РУз|РТ|РБ|КНР|РСФСР|[А-ЯЁ]{2,3}))?)(?![\wё])")
HEADING = re.compile(r"(?m)^\s?(?:Статья|СТАТЬЯ)\s")
WINDOW = 200


def find(text: str) -> list[Cited]:
    """Citations in a Russian text; one for each mention of an article, and one for a law named alone."""
    laws = list(_laws(text))
    articles = list(_articles(text))
    _attach(text, articles, laws)
    share(articles)
    return cited(articles, laws)


def _laws(text: str) -> Iterator[Named]:
    floor, last = 0, ""
    for match in GENUS.finditer(text):
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
    return _named(text, match, start, before)


def _named(text: str, match: re.Match[str], start: int, before: str) -> Named | None:
    lead = LEAD.search(before)
    begin = start + lead.start() if lead else match.start()
    tail = TAIL.match(text, match.end())
    end = tail.end() if tail else match.end()
    name = " ".join(text[begin:end].split())
    if not name[0].isupper() and end == match.end():
        return None
    short = SHORT.match(text, end)
    return Named(begin, end, name=name, short=short[1].strip() if short else "", alone=_tells(name, match[0]))


def _tells(name: str, genus: str) -> bool:
    """Whether a law named without any article is told well enough to be one: by its title, or as a code.

    A bare number, «в редакции Федерального закона № 42-ФЗ», is an editor's note on an amendment.
    """
    return bool(re.search(r"[\"«“]", name)) or genus.casefold().startswith("кодекс") and len(name.split()) > 1


def _articles(text: str) -> Iterator[Article]:
    end = 0
    for match in FIRST.finditer(text):
        if match.start() < end or GAZETTE.search(text, max(0, match.start() - 48), match.start()):
            continue
        between = text[end : match.start()]
        opens = len(between) > WINDOW or not CHAIN.fullmatch(between)
        for article in _list(text, match, end):
            article.opens = opens
            opens, end = False, article.end
            yield article


def _list(text: str, match: re.Match[str], floor: int) -> Iterator[Article]:
    pinned = PINNED.search(text, max(floor, match.start() - WINDOW), match.start())
    start = pinned.start() if pinned else match.start()
    single = bool(match["one"]) and match["one"] not in {"Ст.", "ст."}
    first, *rest = _split(match["number"], single=single)
    held = Article(start, match.end(), (*expand(first, rest[0]), *rest) if rest else (first,))
    while following := NEXT.match(text, held.end):
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
    """«статьи 15-18» are four articles, «статья 181-1» is one; «статьей 10-12» is one too: it stands in the singular."""
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
        elif article.opens and place and BEFORE.fullmatch(text[laws[place - 1].end : article.start]):
            article.law, article.start = place - 1, laws[place - 1].start
        elif acronym := ACRONYM.match(text, article.end):
            article.law, article.end = len(laws), acronym.end()
            laws.append(Named(acronym.start(1), acronym.end(), name=acronym[1]))


def _named_after(text: str, article: Article, following: list[Named]) -> bool:
    of = OF.match(text, article.end)
    if of is None:
        return False
    if of["annex"]:
        article.container = f"annex-{of['n'] or ''}".rstrip("-")
        article.end = of.end("n") if of["n"] else of.end("annex")
    if not following or following[0].start != of.end():
        return False
    article.end = following[0].end
    return True

"""The words laws call their parts by, in the languages the directory reads."""

import re
from typing import Final

from legal.laws.kinds import ProvisionKind
from legal.laws.numbering import CHINESE_NUMERAL, SUPERSCRIPT

PART, CHAPTER, SECTION = ProvisionKind.PART, ProvisionKind.CHAPTER, ProvisionKind.SECTION

# What kind of heading a word makes, and how high it stands: a smaller rank holds the larger ones.
HEADING_WORDS: Final = {
    "卷": (PART, 5), "编": (PART, 10), "編": (PART, 10), "篇": (PART, 10), "部分": (PART, 10), "分编": (PART, 20),
    "章": (CHAPTER, 40), "节": (SECTION, 50), "節": (SECTION, 50), "目": (SECTION, 60),
    "book": (PART, 5), "part": (PART, 10), "title": (PART, 15), "division": (PART, 20), "subdivision": (PART, 25),
    "chapter": (CHAPTER, 40), "chapters": (CHAPTER, 40), "subchapter": (CHAPTER, 45), "section": (SECTION, 50),
    "sub-section": (SECTION, 60), "subsection": (SECTION, 60), "sub-chapter": (CHAPTER, 45),
    "книга": (PART, 5), "часть": (PART, 10), "раздел": (PART, 20), "подраздел": (PART, 30),
    "глава": (CHAPTER, 40), "главы": (CHAPTER, 40), "параграф": (SECTION, 50), "§": (SECTION, 50),
    "подпараграф": (SECTION, 60), "отдел": (PART, 30),
    "qism": (PART, 10), "boʻlim": (PART, 20), "bob": (CHAPTER, 40), "paragraf": (SECTION, 50),
    "бөлім": (PART, 20), "тарау": (CHAPTER, 40), "бөлүм": (PART, 20), "параграфы": (SECTION, 50),
    "боб": (CHAPTER, 40), "боби": (CHAPTER, 40), "фасли": (PART, 20), "бөлүк": (PART, 10), "бөлім-тарау": (CHAPTER, 45),
}  # fmt: skip

# Words that number articles, most usual first; a law has one of them as its unit.
ARTICLE_WORDS: Final = {
    "条": "article", "條": "article", "article": "article", "art.": "article", "статья": "article", "ст.": "article",
    "modda": "article", "бап": "article", "бабы": "article", "статьясы": "article", "ماددا": "article",
    "دفعہ": "article", "آرٹیکل": "article", "моддаи": "article", "модда": "article", "madda": "article",
    "artikel": "article",
    "artículo": "article", "madde": "article", "зүйл": "article", "берене": "article", "مادە": "article",
    "section": "section", "sec.": "section", "раздел": "section", "rule": "rule", "правило": "rule",
    "regulation": "regulation", "clause": "clause", "§": "section", "paragraph": "paragraph",
}  # fmt: skip

ENGLISH_ORDINALS: Final = {
    word: str(n)
    for n, words in enumerate(
        ("one first", "two second", "three third", "four fourth", "five fifth", "six sixth", "seven seventh",
         "eight eighth", "nine ninth", "ten tenth", "eleven eleventh", "twelve twelfth", "thirteen thirteenth",
         "fourteen fourteenth", "fifteen fifteenth", "sixteen sixteenth", "seventeen seventeenth",
         "eighteen eighteenth", "nineteen nineteenth", "twenty twentieth"), start=1)
    for word in words.split()
}  # fmt: skip
RUSSIAN_ORDINALS: Final = {
    stem: str(n)
    for n, stem in enumerate(
        ("перв", "втор", "трет", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят",
         "одиннадцат", "двенадцат", "тринадцат", "четырнадцат", "пятнадцат"), start=1)
}  # fmt: skip

ORDINAL: Final = (
    "|".join(ENGLISH_ORDINALS) + "|" + "|".join(f"{stem}(?:ая|ый|ой|ое|ья|ий|ье)" for stem in RUSSIAN_ORDINALS)
)
# Digits with what laws insert: 17A, 28¹, 225¹⁰-¹, 9-1, 1.1, 36 bis. What is counted is bounded, so that a line of
# 100,000 parts is read in time.
LATIN_SUFFIX: Final = r"(?:bis|ter|quater|quinquies|sexies|septies|octies|nonies|decies)\b"
PLAIN_NUMBER: Final = (
    rf"[0-9۰-۹٠-٩０-９]{{1,5}}(?:[{SUPERSCRIPT}]+)?"
    rf"(?:[A-ZА-ЯЁ]{{1,4}}(?![a-zа-яё\w])|[a-zа-яё](?![\w)])|\s[A-Z](?=\.\s))?"
    rf"(?:\s?[-‐‑–][{SUPERSCRIPT}\d]+[A-Z]?(?!\w)|\.\d{{1,3}}(?![\w.]{{0,60}}[.…]{{4}})|-[A-Za-zА-Яа-яё](?!\w)){{0,12}}"
    rf"(?:\s?{LATIN_SUFFIX})?"
)
ROMAN_NUMBER: Final = rf"[IVXLCІХСМУ]{{1,8}}(?:\s[A-Z](?=\s|$))?(?:[-‐]?[A-Z])?(?:\s?{LATIN_SUFFIX})?(?!\w)"
CHINESE_COUNT: Final = rf"(?:[{CHINESE_NUMERAL}](?:\s?[{CHINESE_NUMERAL}])*[A-Z]?|[0-9０-９]{{1,4}})"

FLAGS: Final = re.IGNORECASE
CHINESE_ARTICLE: Final = re.compile(
    rf"第\s?(?P<number>{CHINESE_COUNT})\s?(?P<word>[条條])(?:\s?之\s?(?P<suffix>[{CHINESE_NUMERAL}]+))?"
)
CHINESE_HEADING: Final = re.compile(
    rf"第\s?(?P<number>{CHINESE_COUNT})(?:至{CHINESE_COUNT})?\s?(?P<word>分编|部分|[编編篇章节節卷目])(?:之(?P<suffix>[{CHINESE_NUMERAL}]+))?"
)
WORD_ARTICLE: Final = re.compile(
    rf"(?P<word>Articles?|ARTICLES?|Art\.|ART\.|Section|SECTION|Sec\.|Rule|RULE|Regulation|REGULATION|Clause|CLAUSE"
    rf"|Статья|СТАТЬЯ|Ст\.|Раздел|РАЗДЕЛ|Правило|ПРАВИЛО|Моддаи|МОДДАИ|دفعہ|آرٹیکل|Artikel|ARTIKEL|Artículo|ARTÍCULO|Madde|MADDE|§)"
    rf"\s*(?P<number>{PLAIN_NUMBER}|{ROMAN_NUMBER})"
)
BRACKETED_ARTICLE: Final = re.compile(
    r"(?P<word>Статья|СТАТЬЯ|Моддаи|МОДДАИ)\s*(?P<number>\d{1,4}\s?\(\d{1,2}\))(?=[.:](?:\s|$)|\s[А-ЯЁ]|$)"
)
NUMBER_ARTICLE: Final = re.compile(
    rf"(?P<number>{PLAIN_NUMBER})\s?(?P<dash>[-‐‑–]?)\s?(?P<word>modda|бап|бабы|статьясы|статья|модда|madda|ماددا|مادە|зүйл|берене)(?!\w)",
    FLAGS,
)
WORD_HEADING: Final = re.compile(
    rf"(?P<word>Book|Part|Title|Division|Subdivision|Chapters?|Sub-?chapter|Section|Sub-?section"
    rf"|Книга|Часть|Раздел|Подраздел|Глава|Главы|Параграф|Подпараграф|Отдел|§|Боби|Боб|Фасли)"
    rf"(?:[\s_–—-]+|(?=\d))(?P<number>{ROMAN_NUMBER}|(?:{ORDINAL})(?!\w)|{PLAIN_NUMBER}(?:\s?[-–]\s?\d+)?|[A-ZА-Я](?!\w))",
    FLAGS,
)
# Sections inserted into Acts in the British manner: [16A. Seller to inform buyer.—Notwithstanding …
DASHED_SECTION: Final = re.compile(
    r"(?:\d{0,2}\[)?\s?(?P<number>\d{1,3}[A-Z]{0,4})(?=\.\s?(?:\d{0,2}\[?\s?(?:\*|Omitted|Repealed)"
    r"|\[?[A-Z“\"‘][^.;:―—]{3,160}(?:\.(?:[\s\]―—–_\xad-]|$)|[,.]?\s?(?:[―—–\xad]|_{2,}))))"
)
# What follows their number where nothing else could: a heading, its stop and a dash.
DASHED_HEADING: Final = re.compile(r"[^.;:―—]{3,160}\.\s?(?:[―—–\xad-]|_{2,})")
# A star or a number in brackets that leads to a footnote.
FOOTNOTE_MARK: Final = re.compile(r"\s?(?:\*+(?:,\*+)*|\[(?:Annotation )?\d{1,3}\])")
NUMBER_HEADING: Final = re.compile(
    rf"(?P<number>{ROMAN_NUMBER}|{PLAIN_NUMBER}|(?:{ORDINAL}))\s?[-‐–]?\s?"
    rf"(?P<word>qism|bo[ʻ‘’'`]lim|bob|paragraf|бөлім|тарау|бөлүм|бөлүк|глава|раздел|часть|подраздел|part|book|§)(?!\w)",
    FLAGS,
)
ANNEX: Final = re.compile(
    rf"(?P<the>the\s)?(?:(?P<before>{ORDINAL})\s)?"
    rf"(?P<word>annex(?:ure)?|appendix|schedule|protocol|attachment|exhibit|приложение|протокол|附件|附录|附錄|附表|附图)"
    rf"(?:[\s_]*(?:№|N|No\.?)?\s*(?P<number>{ROMAN_NUMBER}|\d{{1,3}}|[A-ZА-Я](?!\w)|[{CHINESE_NUMERAL}]+(?![^\s：:、．.)）]))(?:-[A-Z])?)?",
    FLAGS,
)
# What an annex belongs to, on the same line: Приложение № 1 к Правилам, Annex I to the Agreement.
ANNEX_TO: Final = re.compile(
    r"к\s(?!.*\b(?:изложить|утвердить|дополнить|признать|исключить|считать)\b)[^.;:]{3,100}(?<![,.;:])"
    r"|to\s(?:the\s|this\s)?[^.;:,]{0,80}\b(?:Convention|Agreement|Treaty|Protocol|Act|Ordinance|Code|Law|Rules|Regulations?"
    r"|Decision|Contract)\b(?:,?\s\d{4})?"
)
CHINESE_APPENDED: Final = re.compile(r"附\s?[：:]")
# A decision that amends a law, printed behind it, with articles of its own.
DECISION: Final = re.compile(r"[^。；，]{0,60}关于[^。；]{2,120}的?(?:决定|决议)$")
# What a decision approves, printed behind it.
APPROVED: Final = re.compile(r"Утвержд[её]н(?:а|о|ы)?", FLAGS)
CONTENTS: Final = re.compile(
    r"(?:目\s?[录錄]|目次|(?:table of )?contents|arrangement of (?:sections|articles|rules)"
    r"|содержание|оглавление|мазмұны|mundarija|мазмуну)\W*",
    FLAGS,
)
PREAMBLE: Final = re.compile(
    r"(?:序\s?言|前\s?言|序\s?文|导\s?言|preamble|преамбула|кіріспе|muqaddima|пешгуфтор|سۆز بېشى|تمہید)\W*", FLAGS
)
# The two halves of a code, which have no number.
HALF_OF_CODE: Final = re.compile(
    r"(?:общая|особенная|специальная)\s+часть|(?:umumiy|maxsus)\s+qism|(?:умумий|махсус)\s+қисм"
    r"|(?:жалпы|ерекше)\s+бөлі[мк]|(?:жалпы|өзгөчө)\s+бөлүк|қисми\s+(?:умумӣ|махсус)|(?:general|special)\s+part",
    FLAGS,
)
CHINESE_BARE_HEADING: Final = re.compile(r"(?:总\s?则|分\s?则|附\s?则|总\s?纲)")
CHINESE_PARAGRAPH: Final = re.compile(rf"(?P<label>(?P<number>[{CHINESE_NUMERAL}]{{1,5}})\s?[、．.，])")
NUMBERED_PARAGRAPH: Final = re.compile(r"(?P<label>(?P<number>\d{1,3})[.、．)）](?!\d))")
SIGNATURE: Final = re.compile(
    r"中华人民共和国主席|国务院总理|委员长|主席令|签署人|订于"
    r"|Президент|Председатель|Премьер-министр|Глава Правительства|Москва,? Кремль"
    r"|г\.\s?[А-ЯЁ][а-яё-]+,|г(?:ород|ор\.)\s?[А-ЯЁ]"
    r"|Совершено в|В удостоверение чего|ҚР Президенті"
    r"|(?i:done (?:at|in)\b|in (?:witness|faith) whereof)|President of|Speaker|Secretary to the Government"
)
EDITORIAL: Final = re.compile(
    r"(?:subs(?:tituted|\.)|ins(?:erted|\.)|added|omitted|rep(?:ealed|\.)|amended|renumbered|deleted|the words?|ibid)"
    r"[\s,].*\b(?:by|vide|w\.e\.f)\b",
    FLAGS,
)

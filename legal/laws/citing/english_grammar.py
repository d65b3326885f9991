"""The words and patterns by which English texts name laws and their articles."""

import re

GENUS = (
    r"Act|Ordinance|Code|Convention|Constitution|Law|Treaty|Protocol|Agreement|Covenant|Charter|Statute|Rules|Regulations?"
    r"|Order|Decree|Directive"
)
# 36 bis; 17 A where no word can begin; 2a.
INSERTED = (
    r"(?:\s?(?:bis|ter|quater|quinquies|sexies|septies|octies|nonies|decies)\b"
    r"|\s[A-Z](?=[,.;)\n]|$|\s(?:and|or|to|of)\b)|[a-z](?![\w)]))"
)
ARABIC = rf"\d{{1,4}}(?:(?:[-.]\d{{1,3}})|[A-Z]{{1,3}}(?![a-z]))*{INSERTED}?"
NUMBER = rf"(?:{ARABIC}|(?:[IVX]|[IVXLC]{{2,7}})(?:\s(?:bis|ter)\b)?(?![\w.]))"
PIN = r"(?:\s?\(\w{1,5}\)|,?\s(?:sub-?\s?)?(?:paragraph|section|clause|item|sentence)s?\s\(?\w{1,3}\)?(?:\(\w{1,4}\))*)"
# «section 5 and 30 days» names one section.
COUNTED = r"(?!\s(?:days?|months?|years?|hours?|per\b|percent|rupees|members|persons|votes|states|of\sthem|other)\b)"
UNIT = (
    r"(?<![\w-])(?:(?P<s>(?i:Articles|Sections|Arts\.|Secs\.)|ss\.|§§)"
    r"|(?i:Article|Section|Art\.?|Sec\.?)|(?<![.’'])[sS]\.|§)\s?"
)
FIRST = re.compile(rf"{UNIT}(?:\d{{1,3}}\[)?(?P<number>{NUMBER}){PIN}{{0,6}}")
NEXT = re.compile(
    rf"(?P<range>\s?(?:–|—|-|\bto\b|\bthrough\b)\s?)(?P<a>{NUMBER})(?P<p>{PIN}{{0,6}}){COUNTED}"
    rf"|(?:\s?,?\s?\b(?:and|or)\b\s?|\s?&\s?|(?P<comma>\s?,\s?))(?P<b>{NUMBER})(?P<q>{PIN}{{0,6}}){COUNTED}(?!\w)"
)
PIN_WORD = r"(?:sub-?\s?|sub\xad)?(?:paragraph|section|clause|item)s?"
CHAIN = re.compile(
    rf"[\s,;]*(?:and|or|to|read with|as well as)?[\s,;]*"
    rf"(?:(?:{PIN_WORD}|the provisions)\s(?:\(?\w{{1,5}}\)?[\s,]*(?:and|or|to)?\s?){{0,6}}of\s)?"
)
PINNED = re.compile(
    rf"(?:{PIN_WORD}\s(?:\(?\w{{1,4}}\)?(?:\(\w{{1,4}}\))*(?:,\s|\s(?:and|or|to)\s)?){{1,5}}\sof\s){{1,3}}$",
    re.IGNORECASE,
)
HOLDS = r"(?:(?:Part|Chapter|Title|Order|Division)\s[\w-]{1,8}|that\s(?:Part|Chapter))"
ORDINALS = {"first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6"}
ANNEX = (
    rf"(?P<annex>(?:the\s)?(?:(?P<nth>{'|'.join(ORDINALS)})\s)?(?:Annex(?:ure)?|Schedule|Appendix))"
    r"(?:\s(?P<n>[IVX]{1,4}|\d{1,2}|[A-H]))?\b"
)
OF = re.compile(
    rf"(?:{PIN})*,?\s(?:of|to|in|under)\s(?:{HOLDS}\s(?:of|to)\s)?(?:{ANNEX}(?:\s(?:of|to)\s)?)?(?:the\s)?[\"“]?",
    re.IGNORECASE,
)
# Article 5 of the contract is none of ours.
OTHER_THING = re.compile(
    r",?\s(?:of|to|in)\s(?:the|a|an|any|such|its|their|that)\s"
    rf"(?!following|said|same|authentic|present|\w*\s?(?:{GENUS})\b)"
    r"(?:contract|agreement|memorandum|articles|lease|policy|charter-?party|statute|report|law\b|treaty|instrument"
    r"|constitution|by-?laws)"
)
BEFORE = re.compile(r"[\"”)]{0,2},?\s(?:its\s)?$")
# A genus inside the brackets of a longer name, (Statute Reform) Ordinance, names nothing by itself.
LAW = re.compile(rf"\b(?:{GENUS})\b(?![^()\n]{{0,60}}\)\s{{1,2}}(?:Act|Ordinance|Order)\b)")
WORD = r"(?!(?:Article|Section|Part|Chapter|Schedule|Annex)s?\b|The\b(?!\sHague)|Have\b)[A-Z][\w’'.&-]*"
LINK = (
    r"(?:of|and|for|on|to|in|by|or|with|from|as|at|against|into|relating|concerning|certain|their|the|a|an|other|done"
    r"|signed)"
)
# Inside a name a line may break before a small word only; a new line with a capital begins something else.
GAP = (
    rf"(?:[^\S\n]|\n(?={LINK}\b))"
    r"(?!(?:or|and)\s(?:the|this)\s(?:[A-Z][\w-]+\s){0,3}(?:Convention|Protocol|Treaty|Agreement|Act)\b)"
)
LEAD = re.compile(
    rf"(?:(?:{WORD}|\([A-Z][\w\s,.&’'-]{{2,60}}\)),?\s{{1,2}}(?:(?:of|and|for|by|on|or)\s(?:and\s)?(?={WORD}))?){{1,12}}$"
)
YEAR = r"(?:\s(?:No\.?\s)[\w-]{1,8}(?:\s(?:of|OF)\s\d{4})?)?(?:\sof\s(?:\d{1,2}\s[A-Z][a-z]+\s)?\d{4}\b|,?\s\d{4}\b)?"
ABOUT = (
    r"\s(?:for|on|of|to|concerning|relating\sto|providing|against|between)(?:\s(?:the|a|an|certain))*"
    rf"\s(?:{WORD}|\d{{4}})"
)
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
    r"^(?:\([^()]*\)|In|Under|Besides|See|By|If|Where|When|Such|No|Any|All|Every|Each|An?|The|This|That|For|Of|On|To|And|Or|With|Subject|Ins"
    r"|Subs|Inserted|Substituted|Notwithstanding|Whereas|WHEREAS|Omitted|Added|Rep|Amended|also|Provided|Pursuant|Chief"
    r"|Federal(?=\sLaw\b))\.?\s(?:of\s|to\s|by\s|for\s)?"
)
ACRONYM_BEFORE = re.compile(r"(?<![\w.])([A-Z][A-Za-z]?[A-Z]{2,8}),?\s$")
ACRONYM_AFTER = re.compile(r"\s(?:of\s(?:the\s)?)?([A-Z]{3,9})\b(?!\s[A-Z])")
AMENDER = re.compile(
    r"\b(?:Ins|Subs|Omitted|Added|Rep|Amended|Substituted|Inserted|ibid)\b[^\n]{0,160}$", re.IGNORECASE
)
SHORT_UNIT = re.compile(r"[sS]?s\.|S\.|[Aa]rt\.")
WINDOW = 160

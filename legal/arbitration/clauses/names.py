"""Names of institutions as patterns: declined in Russian, with any spaces, hyphens and spellings people write."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from legal.arbitration.clauses.folding import HAN_LETTER, fold

CYRILLIC: Final = re.compile("[а-я]")
# What is cut off a Russian word before any ending may follow; a word as short as a preposition has none.
ENDING: Final = re.compile("(?:[аяоеиыйуюь]|[иыо]й|[ая]я|[ое]е)$")
DECLINED: Final = 4
SAME_WORD: Final = {"center": "cent(?:er|re)", "centre": "cent(?:er|re)", "international": "int(?:ernational|'?l)"}
PARTS: Final = re.compile(r"[\s\"'().,-]+")


@dataclass(frozen=True, slots=True)
class Name:
    """A name an institution has, or had."""

    text: str
    former: bool = False


@dataclass(frozen=True, slots=True)
class Institution:
    """An arbitral institution, or a branch of the one that `parent` names."""

    slug: str
    names: tuple[Name, ...]
    parent: str = ""

    @property
    def house(self) -> str:
        """The institution that a case comes to, whichever of its branches is named."""
        return self.parent or self.slug


# Former names in other spellings, tried before all others: they begin with the name of another institution.
FORMER: Final[dict[str, tuple[str, ...]]] = {
    "scia": (
        r"(?:中国国际经济贸易仲裁委员会|中国贸仲|贸仲委?)\(?(?:华南|深圳)分会\)?",
        (
            r"(?:cietac|china international economic and trade arbitration commission)[\s,(-]{0,3}"
            r"(?:shenzhen|south china) (?:sub-? ?commission|branch|commission)"
        ),
    ),
    # Article 1 of its rules of 2015 tells what it was called before.
    "cietac": (
        "(?:中国国际贸易促进委员会|中国贸促会|贸促会)?对外(?:经济)?贸易仲裁委员会",
        (r"foreign (?:economic and )?trade arbitration commission(?= of the (?:china council|ccpit)|[ ,(]{1,3}ccpit)"),
    ),
}
# How people write names that no institution gives itself: patterns over folded text. A name that is not exact names
# its institution all the same, where one can tell which is meant.
INEXACT: Final[dict[str, tuple[str, ...]]] = {
    "scia": (
        "深圳市?国际(?:经济贸易|商事)?仲裁(?:院|中心|机构|委(?:员会)?)",
        "深圳市?(?:国际商事)?仲裁(?:院|中心|委(?:员会)?)",
        "华南(?:国际)?(?:经济贸易)?仲裁(?:院|中心|委员会)",
        "深国仲",
        r"s\. ?c\. ?i\. ?a(?![a-z])",
        (
            r"s[hn]?[ae]n?g?h? ?[zj]h?[ae]n (?:international )?(?:court of (?:international )?arbitration"
            r"|arbitration (?:court|cent(?:er|re)|institution"
            r"|institute))"
        ),
        (
            r"s[hn]?[ae]n?g?h? ?[zj]h?[ae]n int(?:ernational|'l\.?) (?:court of arbitration|arbitration (?:court"
            r"|cent(?:er|re)|commission))"
        ),
        (
            r"ш[еэ]н[ьъ]?ч?ж[еэ]н[ьъ]?ск[а-я]{2,3} (?:международн[а-я]{2,3} )?"
            r"(?:коммерческ[а-я]{2,3} )?(?:арбитражн[а-я]{2,3}|третейск[а-я]{2,3}) (?:суд|центр|комисси"
            r"|институт|палат)[а-я]{0,3}"
        ),
        (
            r"(?:международн[а-я]{2,3} )?арбитражн[а-я]{2,3} (?:суд|центр|комисси)[а-я]{0,3} "
            r"(?:г\. ?|город[а-я]{0,2} )?ш[еэ]н[ьъ]?ч?ж[еэ]н[а-я]{0,2}"
        ),
        (
            r"ш[еэ]н[ьъ]?ч?ж[еэ]н[ьъ]?ск[а-я]{2,3} (?:суд|палат|центр|институт|комисси)[а-я]{0,3} "
            r"международн[а-я]{2,3} (?:коммерческ[а-я]{2,3} )?арбитраж[а-я]{0,2}"
        ),
        r"международн[а-я]{2,3} арбитраж[а-я]{0,2} (?:в )?(?:г\. ?|город[а-я]{0,2} )?ш[еэ]н[ьъ]?ч?ж[еэ]н[а-я]{0,2}",
    ),
    "cietac": (
        "中国国际(?:经济)?贸易仲裁委(?:员会)?",
        "(?:中国)?贸仲(?:委|会)?",
        "中国国际商会仲裁院",
        r"arbitration (?:institute|court) of the china chamber of international commerce",
        r"china chamber of international commerce arbitration (?:institute|court)",
        (
            r"china international (?:economic|economy) (?:and|&) trade arbitration (?:commission|committee"
            r"|cent(?:er|re))"
        ),
        (
            r"китайск[а-я]{2,3} международн[а-я]{2,3} (?:торгово-экономическ"
            r"|экономическ[а-я]{2,3} и торгов)[а-я]{2,3} "
            r"арбитражн[а-я]{2,3} комисси[а-я]{1,2}"
        ),
        r"сиетак(?![а-я])",
    ),
    "hkiac": (
        "香港国际仲裁(?:院|中心)",
        r"hong ?kong (?:international )?arbitration cent(?:er|re)",
        r"гонконгск[а-я]{2,3} (?:международн[а-я]{2,3} )?арбитражн[а-я]{2,3} центр[а-я]{0,2}",
    ),
    "icc": (
        "(?<!中国)国际商会(?:国际)?仲裁(?:院|法院|庭)?",
        r"(?:international )?court of arbitration of the (?:icc|international chamber of commerce)",
        r"international chamber of commerce(?: in paris|,? paris)?",
        r"icc (?:international )?court(?: of arbitration)?",
        (
            r"(?:международн[а-я]{2,3} )?(?:арбитражн[а-я]{2,3} суд[а-я]{0,2}|суд[а-я]{0,2}) (?:при )?"
            r"международн[а-я]{2,3} торгов[а-я]{2,3} палат[а-я]{1,2}"
        ),
        r"международн[а-я]{2,3} торгов[а-я]{2,3} палат[а-я]{1,2}|мтп(?![а-я])",
    ),
    "siac": (
        "新加坡国际仲裁(?:院|中心)",
        r"singapore (?:international )?arbitration cent(?:er|re)",
        r"сингапурск[а-я]{2,3} (?:международн[а-я]{2,3} )?арбитражн[а-я]{2,3} центр[а-я]{0,2}",
    ),
    "iac-aifc": (
        "阿斯塔纳(?:国际金融中心)?国际仲裁(?:院|中心)",
        r"iac[,\s(]{1,3}aifc\)?",
        r"aifc (?:iac|international arbitration cent(?:er|re))",
        (
            r"international arbitration cent(?:er|re)(?: \(?\"?iac\"?\)?)?(?: of| at| in)? (?:the )?"
            r"(?:aifc|astana international financial cent(?:er|re))"
        ),
        (
            r"международн[а-я]{2,3} арбитражн[а-я]{2,3} центр[а-я]{0,2} (?:при )?"
            r"(?:мфца|международн[а-я]{2,3} финансов[а-я]{2,3} центр[а-я]{0,2})"
        ),
    ),
}
# A branch that a clause names beside its institution, or alone.
BRANCHES: Final[dict[str, tuple[str, ...]]] = {
    "scia-kashgar": (
        "喀什(?:市|地区)?(?:分院|分会|分中心|仲裁分院)",
        r"kash(?:gar|i) (?:branch|sub-? ?commission|division|cent(?:er|re))",
        r"(?:branch|division)(?: office)? in kash(?:gar|i)",
        r"кашгарск[а-я]{2,3} (?:отделени|филиал|подразделени)[а-я]{0,2}",
        r"(?:отделени|филиал)[а-я]{0,2} в (?:г\. ?|город[а-я]{0,2} )?кашгар[а-я]{0,2}",
    ),
}


def pattern(name: str) -> str:
    """The pattern that finds a name in folded text, in whatever case and spelling."""
    folded = fold(name).text
    if HAN_LETTER.search(folded):
        return r"\W{0,2}".join(map(re.escape, PARTS.split(folded)))
    words = [word for word in PARTS.split(folded) if word not in {"", "the"}]
    gap = r"[\s\"'(),-]{0,3}(?:the )?"
    return rf"{gap.join(_word(word, name) for word in words)}(?!\w)"


def _word(word: str, name: str) -> str:
    if word in SAME_WORD:
        return SAME_WORD[word]
    if not CYRILLIC.search(word) or len(word) < DECLINED or word.upper() in name:
        return f"{re.escape(word)}[а-я]{{0,3}}" if word == "суд" else re.escape(word)
    stem = ENDING.sub("", ENDING.sub("", word) if len(word) > DECLINED + 1 else word)
    return re.sub("[еэ]", "[еэ]", re.escape(stem)) + f"[а-я]{{0,{DECLINED}}}"


def patterns(institutions: Iterable[Institution]) -> Iterator[tuple[Institution, Name, str]]:
    """Every name with its pattern, the longest names first: a longer one may begin with a shorter."""
    named = [(institution, name) for institution in institutions for name in institution.names]
    for institution, name in sorted(named, key=lambda pair: -len(pair[1].text)):
        yield institution, name, pattern(name.text)

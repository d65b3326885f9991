"""Names in running text, where no more than their place tells: behind a role with a colon, before ，男，with a dot."""

import re
from collections.abc import Iterator
from typing import Final

from legal.cases.persons.letters import persons_in
from legal.cases.persons.organisations import ANYWHERE, is_organisation, is_word
from legal.cases.persons.roles import ACCUSED, BRACKETS, HAN_ROLE
from legal.cases.persons.surnames import DOTTED_NAME, HAN, SURNAME, cut

SPACE: Final = "[ \u3000]?"
SHORT: Final = rf"{SURNAME}{SPACE}(?!某){HAN}(?:{SPACE}{HAN})??"
END: Final = r"(?=[，,。；;：:、（(\s]|$|称|诉[称请]|辩称|述称|不服|与|和|及)"
BEHIND_COLON: Final = re.compile(rf"{HAN_ROLE}{BRACKETS}*[：:]\s*({SHORT}){END}")
BEFORE_SEX: Final = re.compile(
    rf"(?:^|[\s，,。；;：:、）)]|{HAN_ROLE}{BRACKETS}*)({SHORT})[，,]\s*[男女](?=[，,。；;、\s]|$)", re.MULTILINE
)
# Little words and verbs that begin with a surname: 罪犯应当, 被害人于某日, 被告人何时.
LITTLE: Final = "应于向和时成方解项计包连单常毕何曾从"
CONVICTED: Final = re.compile(rf"(?:{ACCUSED}){BRACKETS}*(?![{LITTLE}])({SURNAME}(?!某){HAN}{{1,2}}?)犯")
ACCUSED_NAMED: Final = re.compile(
    rf"(?:{ACCUSED}){BRACKETS}*(?![{LITTLE}])({SURNAME}(?!某){HAN}{{1,2}}?)(?=[，,。；;：:、（(\s]|$|的|因|于|在|伙同|与|和|及|等|系|对|将|被|到)"
)
# 约翰·迪尔公司 is no John Deere.
OF_A_COMPANY: Final = re.compile(rf"{HAN}{{0,4}}?(?:{ANYWHERE.pattern})")
TOLD: Final = re.compile("某|^[甲乙丙丁]$")


def in_running(text: str) -> Iterator[str]:
    """The full names that a text itself says to be persons'."""
    for pattern in (BEHIND_COLON, BEFORE_SEX, CONVICTED):
        yield from (name for match in pattern.finditer(text) if (name := _name(match[1])) and not is_organisation(name))
    for match in ACCUSED_NAMED.finditer(text):
        if not is_word(match[1]) and not is_word(match[1][:2]) and not is_organisation(match[1]):
            yield from filter(None, [_name(match[1])])
    yield from _of_others(text)
    yield from persons_in(text)


def _name(found: str) -> str:
    name = re.sub(SPACE, "", found)
    return "" if TOLD.search(name[1:]) else name


def _of_others(text: str) -> Iterator[str]:
    for match in DOTTED_NAME.finditer(text):
        behind = text[match.end() : match.end() + len("某某某某有限公司")]
        if not OF_A_COMPANY.match(behind):
            yield cut(match, text)

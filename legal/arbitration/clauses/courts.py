"""Whether a clause leaves a court open beside arbitration, or only lets a court help it."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

# A court, or suing before one; tribunals of arbitration and what is settled out of court are none.
COURT: Final = re.compile(
    r"人民法院|(?<!仲裁)(?<!国际)法院|(?<!民事)(?<!刑事)诉讼(?![法费时程])|(?<!申)起诉|(?<!仲裁)法庭|打官司"
    r"|(?<!out of )(?<!out-of-)(?<!arbitration )(?<!arbitral )\bcourts?\b"
    r"(?! of (?:international )?arbitration| orders?\b| fees?\b| costs?\b)"
    r"|\blitigat(?:e[ds]?|ion|ing)\b|\bsue[ds]?\b|\bsuing\b|\blawsuits?\b|\blegal (?:proceedings|actions?)\b"
    r"|\bjudicial (?:proceedings|settlement|recourse|remed(?:y|ies))\b|\bjurisdiction of the judiciary\b"
    r"|\bсуд(?:а|у|ом|е|ы|ов|ам|ами|ах)?\b|\bсудебн[а-я]{2,3} (?:поряд|орган|разбират|инстанц|защит|иск)[а-я]{0,24}"
    r"|\bсудебн[а-я]{2,3}(?=[.;,])"
)
# «Арбитражный суд» with a region, a city or the plaintiff's place behind it is a court of the Russian state.
STATE_COURT: Final = re.compile(
    r"арбитражн[а-я]{2,3} суд[а-я]{0,3} (?:г\. ?|город[а-я]{0,2} |республик|[а-я-]{1,30}(?:ой|ого) (?:област|кра[яйею]"
    r"|округ)"
    r"|област|российской федерации|рф\b|по мест|субъект|первой инстанц|москв|санкт|[а-я-]{1,30}ской област)[а-я]{0,24}"
    r"|(?:экономическ|хозяйственн|межрайонн|городск|районн|народн|верховн)[а-я]{2,3} "
    r"(?:экономическ[а-я]{2,3} |межрайонн[а-я]{2,3} )?суд[а-я]{0,3}"
)
ARBITRAL_BEFORE: Final = re.compile(
    r"(?:(?:арбитражн|третейск)[а-я]{2,3} |состав[а-я]{0,2} |решени[а-я]{1,2} (?:[а-я]{2,12} )?|\()$"
)
ARBITRAL_AFTER: Final = re.compile(r" ?(?:\(арбитраж|арбитров| при )")
DEFINED: Final = re.compile(r"\((?:далее|hereinafter|以下简称)[^)]{0,30}(?:суд|court)")
# What a court may do for an arbitration, or after it.
AUXILIARY: Final = re.compile(
    r"保全|临时措施|临时救济|临时性|禁令|强制执行|申请执行|执行裁决|裁决的?执行|撤销|承认|协助|确认仲裁|司法监督"
    r"|\binterim|provisional|conservatory|preserv|injuncti|\burgent|emergency|enforc|recogni|set(?:ting)? aside|annul"
    r"|judge?ment|\bassist|in aid of|in support of|compel|specific performance"
    r"|обеспеч|временн[а-я]{2,3} мер|предварительн[а-я]{2,3} мер|охранительн|исполнени[а-я]{1,2} (?:арбитражн"
    r"|решени|третейск)"
    r"|принудительн|исполнительн|привед[а-я]{0,24} в исполнение|приведени|об отмен|отмен[а-я]{1,2} решени|признани"
    r"|содейств"
)
# The way to a court is closed by these before it.
CLOSED: Final = re.compile(
    r"放弃|排除|不得|不再|不可|而非|而不是|代替|替代|取代|无权|不能|不应|不予|避免"
    r"|\bnot?\b(?! (?:satisfied|resolved|settled|successful|agree|accept|possible|reach|conclusive))"
    r"|waiv|exclu(?:d|sion)|without (?:recourse|resort|going|the need)|instead of|in lieu|\bneither\b|rather than"
    r"|\boust|to the exclusion"
    r"|\bне (?:может|могут|вправе|подлеж|переда|обраща|будут)|исключая|исключает|без обращения|отказ[а-я]{0,24} от"
    r"|вместо|минуя"
)
# Whoever does not like the award may sue: then arbitration ends nothing.
DISSATISFIED: Final = re.compile(
    r"不服[^.;]{0,24}(?:起诉|诉讼|法院)"
    r"|(?:not satisfied|dissatisfied|disagree|not agree|not accept|unsatisfied)[^.;]{0,60}(?:\bcourts?\b|litigat"
    r"|\bsue\b)"
    r"|appeal(?:ed)?(?: against)?(?: the)?(?: award)?(?: to| before| in) (?:a |the )?(?:[a-z]{1,24} ){0,2}courts?\b"
    r"|(?:не ?соглас|не ?удовлетвор)[^.;]{0,60}\bсуд"
)
# “Or” that joins two ways, not two times: before or during an arbitration a court may well be asked for help.
OR: Final = (
    r"(?:(?<!前)或|亦可|也可|又可|也有权|亦有权|(?<!before )(?<!prior to )\bor\b|\beither\b|\balternatively\b"
    r"|(?<!до )\bили\b|\bлибо\b)"
)
OR_COURT: Final = re.compile(rf"{OR}[^,.;:]{{0,40}}$")
OR_ARBITRATION: Final = re.compile(rf"[^,.;:]{{0,40}}{OR}[^.;:]{{0,60}}(?:\0|仲裁|arbitra|арбитраж|третейск)")
ARBITRATION: Final = re.compile(r"\0|仲裁|arbitra|арбитраж|третейск")
FALLBACK: Final = re.compile(
    r"(?:仲裁(?:协议|条款)[^.;]{0,6}无效|(?:arbitration )?(?:agreement|clause)[^.;]{0,20}(?:invalid|void"
    r"|unenforceable))"
)
END: Final = re.compile(r"[.;!?]")
PART: Final = re.compile(r"[.,;:!?]")
NEAR: Final = 60
FAR: Final = 140
REACH: Final = 400
# So many courts are looked at: no clause names more.
READ: Final = 100


def courts(text: str, cased: str) -> Iterator[re.Match[str]]:
    """Every place of a masked text that names a court."""
    defined = DEFINED.search(text) is not None
    for found in COURT.finditer(text):
        before, after = text[max(0, found.start() - 30) : found.start()], text[found.end() : found.end() + 12]
        if (ARBITRAL_BEFORE.search(before) or ARBITRAL_AFTER.match(after)) and not _is_of_the_state(text, found):
            continue
        if not (defined and cased[found.start()].isupper()):
            yield found


def alternatives(text: str, cased: str) -> list[tuple[int, int]]:
    """Where a court is open for the dispute itself, beside arbitration: places of the masked text."""
    found = DISSATISFIED.finditer(text) if DISSATISFIED.search(text) else courts(text, cased)
    deciding = (one for one in islice(found, READ) if one.re is DISSATISFIED or _decides(text, one))
    return [one.span() for one in deciding]


def _is_of_the_state(text: str, found: re.Match[str]) -> bool:
    near = text[max(0, found.start() - NEAR) : found.end() + NEAR]
    offset = max(0, found.start() - NEAR)
    return any(one.start() + offset <= found.start() < one.end() + offset for one in STATE_COURT.finditer(near))


def _decides(text: str, found: re.Match[str]) -> bool:
    """Whether the court that is named is to decide the dispute: nothing closes it, nothing makes it a help."""
    before, after = text[max(0, found.start() - REACH) : found.start()], text[found.end() : found.end() + REACH]
    left, right = PART.split(before)[-1], PART.split(after, maxsplit=1)[0]
    if CLOSED.search(left[-NEAR:]) or AUXILIARY.search(left[-NEAR:] + found[0] + right[:NEAR]):
        return False
    sentence, rest = END.split(before)[-1], END.split(after, maxsplit=1)[0]
    if FALLBACK.search(sentence):
        return False
    if (OR_COURT.search(sentence[-NEAR:]) and ARBITRATION.search(sentence)) or OR_ARBITRATION.match(rest):
        return True
    helped = AUXILIARY.search(rest[:FAR]) or AUXILIARY.search(sentence[-FAR:])
    return not helped and ARBITRATION.search(before + after) is not None

"""Whether a clause leaves a court open beside arbitration, or only lets a court help it."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

# A court, or suing before one; tribunals of arbitration and what is settled out of court are none.
COURT: Final = re.compile(
    r"人民法院|(?<!仲裁)(?<!国际)法院|(?<!民事)(?<!刑事)诉讼(?![法费时程请标代期])|(?<!申)起诉|(?<!仲裁)法庭|打官司"
    r"|(?<!out of )(?<!out-of-)(?<!arbitration )(?<!arbitral )\bcourts?\b"
    r"(?! of (?:international )?arbitration| orders?\b| fees?\b| costs?\b)"
    r"|\blitigat(?:e[ds]?|ion|ing)\b|\bsue[ds]?\b|\bsuing\b|\blawsuits?\b|\blegal (?:proceedings|actions?)\b"
    r"|\bjudicial (?:proceedings|settlement|recourse|remed(?:y|ies))\b|\bjurisdiction of the judiciary\b"
    r"|\bсуд(?:а|у|ом|е|ы|ов|ам|ами|ах)?\b|\bсудебн[а-я]{2,3} (?:поряд|орган|разбират|инстанц|защит|иск)[а-я]{0,24}"
    r"|\bсудебн[а-я]{2,3}(?=[.;,])"
)
# «Арбитражный суд» with a region, a city or the plaintiff's place behind it is a court of the Russian state.
STATE_COURT: Final = re.compile(
    r"арбитражн[а-я]{2,3} суд[а-я]{0,3} (?:г\. ?|город[а-я]{0,2} |республик|[а-я-]{1,30}(?:ой|ого) (?:област"
    r"|кра[яйею]"
    r"|округ)"
    r"|област|российской федерации|рф\b|по мест|субъект|первой инстанц|москв|санкт"
    r"|[а-я-]{1,30}ской област)[а-я]{0,24}"
    r"|(?:экономическ|хозяйственн|межрайонн|городск|районн|народн|верховн)[а-я]{2,3} "
    r"(?:экономическ[а-я]{2,3} |межрайонн[а-я]{2,3} )?суд[а-я]{0,3}"
)
ARBITRAL_BEFORE: Final = re.compile(
    r"(?:(?:арбитражн|третейск)[а-я]{2,3} |состав[а-я]{0,2} |\bрешени[а-я]{1,2} (?:[а-я]{2,12} )?|\()$"
)
ARBITRAL_AFTER: Final = re.compile(r" ?(?:\(арбитраж|арбитров| при |международного арбитража)")
DEFINED: Final = re.compile(r"\((?:далее|hereinafter|以下简称)[^)]{0,30}(?:суд|court)")
# What a court may do for an arbitration, or after it.
AUXILIARY: Final = re.compile(
    r"保全|临时措施|临时救济|临时性|禁令|强制执行|申请执行|执行裁决|裁决的?执行|撤销|承认|协助|确认仲裁|司法监督"
    r"|\binterim|provisional|conservatory|preserv|injuncti|\burgent|emergency|enforc|recogni|set(?:ting)? aside|annul"
    r"|judge?ment|\bassist|in aid of|\bsupport|\bsupervis|compel|specific performance"
    r"|обеспеч|временн[а-я]{2,3} мер|предварительн[а-я]{2,3} мер|охранительн|исполнени[а-я]{1,2} (?:арбитражн"
    r"|решени|третейск)"
    r"|принудительн|исполнительн|привед[а-я]{0,24} в исполнение|приведени|об отмен|отмен[а-я]{1,2} решени|признани"
    r"|содейств|поддерж|支持"
)
# The way to a court is closed by these before it.
CLOSED: Final = re.compile(
    r"放弃|排除|不得|不再|不可|而非|而不是|代替|替代|取代|无权|不能|不应|不予|避免"
    r"|\bnot?\b(?! (?:satisfied|resolved|settled|successful|agree|accept|possible|reach|conclusive))"
    r"|waiv|exclu(?:d|sion)|without (?:recourse|resort|going|the need)|instead of|in lieu|\bneither\b|rather than"
    r"|\boust|to the exclusion"
    r"|\bне (?:может|могут|вправе|подлеж|переда|обраща|будут)|исключа|\bа не\b|без обращения|отказ[а-я]{0,24} от"
    r"|вместо|минуя"
)
# Or behind it: no way to a court is open that is excluded.
CLOSED_AFTER: Final = re.compile(
    r"(?:被|予以|均|应)排除|不(?:被|予)?(?:允许|适用)|\b(?:is|are|be|hereby) (?:hereby |expressly )?"
    r"(?:excluded|waived|barred)"
    r"|\bnot (?:be )?(?:permitted|allowed|available|possible)|исключ(?:ен|ает)|не (?:допуска|предусм)|запрещ"
    r"|无(?:权|管辖)|没有管辖|\bha(?:ve|s|ving) no jurisdiction|не (?:имеют|обладают) "
    r"|违反|\bin (?:breach|violation) of|\bcontrary to|в нарушение"
)
# What is said of costs, of the time a dispute takes, of papers to be served, of what a court finds or asks for.
IN_PASSING: Final = re.compile(
    r"律师费|费用|开支|支出|(?:诉讼|仲裁)期间|文书|送达|法院[^.;,]{0,8}(?:出具|要求|命令|认定|宣告)"
    r"|\bcosts?\b|\bexpenses?\b|\battorney|\bfees\b|\border (?:of|from) |\brequired by law|\bdisclos|\bsubpoena"
    r"|\b(?:held|found|declared|deemed|determined|adjudged) (?:[a-z]{1,24} ){0,3}by "
    r"|расход|издержк|на время|во время|признан[а-я]{0,3} |по требованию|раскры"
)
# A sentence that sends a dispute anywhere speaks of one, of arbitration, or of going to law.
OF_DISPUTES: Final = re.compile(
    r"\0|争议|纠纷|争端|仲裁|管辖|诉|官司|裁决|审理|解决|提交|提请|裁判"
    r"|disput|controvers|claim|differenc|arbitra|jurisdiction|\bsue[ds]?\b|suing|litigat|proceeding|action"
    r"|submit|refer"
    r"|bring|brought|settle|resolve|decide|hear|lawsuit|appl|appeal|award|recourse|resort|instead|option|judicial"
    r"|спор|разноглас|арбитраж|третейск|подсуд|юрисдикц|рассматр|рассмотр|разреш|переда|обращ|обрат|иск|судебн"
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
        before, after = text[max(0, found.start() - 30) : found.start()], text[found.end() : found.end() + 28]
        if (ARBITRAL_BEFORE.search(before) or ARBITRAL_AFTER.match(after)) and not _is_of_the_state(text, found):
            continue
        if not (defined and cased[found.start()].isupper()):
            yield found


def alternatives(text: str, cased: str) -> list[tuple[int, int]]:
    """Where a court is open for the dispute itself, beside arbitration: places of the masked text."""
    appeals = [one for one in islice(DISSATISFIED.finditer(text), READ) if not _is_closed(text, one)]
    deciding = appeals or (one for one in islice(courts(text, cased), READ) if _decides(text, one))
    return [one.span() for one in deciding]


def _is_closed(text: str, found: re.Match[str]) -> bool:
    """Whether the way to a court is closed by the words before it, among them its own, or by those behind it."""
    before = PART.split(text[max(0, found.start() - NEAR) : found.start()])[-1]
    after = PART.split(text[found.end() : found.end() + NEAR], maxsplit=1)[0]
    return CLOSED.search(before + found[0]) is not None or CLOSED_AFTER.search(after) is not None


def _is_of_the_state(text: str, found: re.Match[str]) -> bool:
    near = text[max(0, found.start() - NEAR) : found.end() + NEAR]
    offset = max(0, found.start() - NEAR)
    return any(one.start() + offset <= found.start() < one.end() + offset for one in STATE_COURT.finditer(near))


def _decides(text: str, found: re.Match[str]) -> bool:
    """Whether the court that is named is to decide the dispute: nothing closes it, nothing makes it a help."""
    before, after = text[max(0, found.start() - REACH) : found.start()], text[found.end() : found.end() + REACH]
    left, right = PART.split(before)[-1], PART.split(after, maxsplit=1)[0]
    part = left[-NEAR:] + found[0] + right[:NEAR]
    if CLOSED.search(left[-NEAR:]) or CLOSED_AFTER.search(right[:NEAR]):
        return False
    if AUXILIARY.search(part) or IN_PASSING.search(part):
        return False
    sentence, rest = END.split(before)[-1], END.split(after, maxsplit=1)[0]
    if FALLBACK.search(sentence) or not OF_DISPUTES.search(f"{sentence} {found[0]} {rest}"):
        return False
    if (OR_COURT.search(sentence[-NEAR:]) and ARBITRATION.search(sentence)) or OR_ARBITRATION.match(rest):
        return True
    helped = AUXILIARY.search(rest[:FAR]) or AUXILIARY.search(sentence[-FAR:])
    return not helped and ARBITRATION.search(before + after) is not None

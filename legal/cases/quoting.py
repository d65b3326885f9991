"""How a reader quotes a case: after GB/T 7714, OSCOLA and GOST R 7.0.5, and for programs that keep references.

The rules and where they are published stand in docs/cases.md.
"""

import datetime
import re
from typing import Final

from django.utils.formats import date_format
from django.utils.translation import override

from legal.cases.kinds import CourtLevel
from legal.cases.models import Case
from legal.laws.bibliography import CASE, Entry
from legal.laws.citeable import STYLES, Citation, files
from legal.laws.spoken import reader, spoken
from portal.languages import BY_TEXT

# A neutral citation names year, court and number: the court and the day are not said again. Law reports look alike
# ([1996] AC 155) and do not name the court, so the courts that give such citations are listed.
NEUTRAL: Final = re.compile(
    r"\[\d{4}\]\s+(?:UK(?:SC|HL|PC|UT|EAT)|EW(?:CA|HC|COP|FC)|NI(?:CA|QB|KB|Ch)|CS[IO]H|IE(?:SC|CA|HC)|SG(?:CA|HC|DC)"
    r"|HK(?:CFA|CA|CFI|DC)|NZ(?:SC|CA|HC)|HCA|FCA|DIFC|ADGM)"
)
# How acts are headed, and what Russian calls them; a title that speaks of another act («отмена решения») tells nothing.
HEAD: Final = 200
ACTS: Final = {
    r"(?m)^[^，。]{0,80}判决书$": "решение",
    r"(?m)^[^，。]{0,80}裁定书$": "определение",
    r"(?m)^[^，。]{0,80}裁决书$": "арбитражное решение",
    r"(?im)^\W*постановление\W*$|\bпостановление №": "постановление",
    r"(?im)^\W*определение\W*$|\bопределение №": "определение",
    r"(?im)^\W*решение\W*$|\bрешение №": "решение",
}
COURTS: Final = {level.value for level in CourtLevel} - {CourtLevel.ARBITRAL_TRIBUNAL.value}


def citations(case: Case, address: str, today: datetime.date) -> list[Citation]:
    """The case in every format."""
    written = {"zh": _chinese, "en": _english, "ru": _russian}
    styles = [Citation(name, written[language](case, address, today), language) for language, name in STYLES.items()]
    return [*styles, *files(entry(case, address, today))]


def entry(case: Case, address: str, today: datetime.date) -> Entry:
    """The case for a program that keeps references, in the reader's language."""
    return Entry(
        kind=CASE,
        # Keys of laws begin with their jurisdiction: no case is called as a law is.
        key=f"case-{case.jurisdiction.code}-{case.slug}",
        title=spoken(case, "title").text,
        author=spoken(case, "court").text,
        number=case.number,
        day=case.decided,
        note=case.source,
        language=reader(),
        address=address,
        read=today,
    )


def _said(case: Case, field: str, language: str) -> str:
    """A fact in the language of the format's readers, else as the case has it."""
    return str(getattr(case, f"{field}_{BY_TEXT[language].column}") or spoken(case, field).text)


def _chinese(case: Case, address: str, today: datetime.date) -> str:
    court = _said(case, "court", "zh")
    author = f"{court}. " if court else ""
    title = "：".join(filter(None, (_said(case, "title", "zh"), case.number)))
    day = f"（{case.decided.isoformat()}）" if case.decided else ""
    return f"{author}{title}[EB/OL]. {day}[{today.isoformat()}]. {address}."


def _english(case: Case, address: str, today: datetime.date) -> str:
    with override("en"):
        day = date_format(case.decided) if case.decided else ""
        read = date_format(today)
    number = f" {case.number}" if case.number else ""
    told = ", ".join(filter(None, (_said(case, "court", "en"), day)))
    court = f" ({told})" if told and not NEUTRAL.match(case.number) else ""
    return f"{_said(case, 'title', 'en')}{number}{court} <{address}> accessed {read}."


def _act(case: Case) -> str:
    """What a Russian reader calls the act: as a title or the head of a text says, else a word that fits all of courts.

    What tribunals and panels give (awards, reports) has none such: nothing is said then.
    """
    titles = [_said(case, "title", language) for language in ("ru", "zh")]
    heads = [*titles, *(text.body[:HEAD] for text in case.texts.all())]
    found = next((kind for words in heads for sign, kind in ACTS.items() if re.search(sign, words)), "")
    return found or ("судебный акт" if case.court_level in COURTS else "")


def _russian(case: Case, address: str, today: datetime.date) -> str:
    day = f"от {case.decided:%d.%m.%Y}" if case.decided else ""
    number = f"по делу № {case.number}" if case.number else ""
    told = " ".join(filter(None, (_act(case), day, number)))
    act = f" : {told}" if day or number else ""
    court = _said(case, "court", "ru")
    by = f" / {court}" if court else ""
    return (
        f"{_said(case, 'title', 'ru')} [Электронный ресурс]{act}{by}. "
        f"URL: {address} (дата обращения: {today:%d.%m.%Y})."
    )

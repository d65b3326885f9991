"""What findings rest on, where that is law or the rules of an institution: only what was read, with the day."""

import datetime
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from legal.arbitration.clauses.findings import Code

CHECKED: Final = datetime.date(2026, 11, 23)
READ: Final = datetime.date(2026, 11, 26)


@dataclass(frozen=True, slots=True)
class Source:
    """Where something was read; `doubt` says what is still to be confirmed of it."""

    title: str | Promise
    address: str
    checked: datetime.date
    doubt: str | Promise = ""


BEFORE_2026: Final = _(
    "To be confirmed: it explains the Arbitration Law as it stood before 1 March 2026, and we do not know whether "
    "courts still apply it."
)
TEXTS_OF_LAW: Final = "https://github.com/LawRefBook/Laws"


def interpretation(title: Promise) -> Source:
    """An article of the interpretation of 2006, of the Supreme People's Court."""
    return Source(title, TEXTS_OF_LAW, READ, BEFORE_2026)


SCIA_NAMES: Final = Source(
    _("SCIA Arbitration Rules, Article 1(3), as shown by its centre in Jiangmen"),
    "https://www.sciajm.org.cn/arbitration/jiangmen-arbitration/notebook/20.html",
    CHECKED,
)
SCIA_OTHER_RULES: Final = Source(
    _("SCIA Arbitration Rules, Article 3, as shown by its centre in Jiangmen"),
    "https://www.sciajm.org.cn/arbitration/jiangmen-arbitration/notebook/20.html",
    CHECKED,
)
SEAT_IN_LAW: Final = Source(
    _("Paul Hastings, commentary on the Arbitration Law in force since 1 March 2026, which recognises the seat"),
    "https://www.paulhastings.com/zh/出版物/client-alerts/amended-law-expands-arbitration-options-for-businesses-operating-in-china",
    READ,
)
# Articles 11 and 39: arbitration online, and measures that order or forbid conduct.
REVISED_IN_LAW: Final = Source(
    _("Lee, Tsai & Partners on Articles 11 and 39 of the Arbitration Law in force since 1 March 2026"),
    "https://leetsai.com.cn/",
    CHECKED,
    _("To be confirmed: it is told by a law firm, and was not compared with the official text."),
)
AD_HOC_IN_LAW: Final = Source(
    _("Joy Wang, commentary on the Arbitration Law in force since 1 March 2026: arbitration ad hoc"),
    "https://joywanglawyer.com/blog/china-arbitration-law-amendments-foreign-disputes.html",
    READ,
    _("To be confirmed: the number of the article, and what has to be reported to whom."),
)
# Where the core sentence of a clause that is made here was read; of a Russian one there is no such place.
MODEL_CLAUSES: Final = {
    "zh": Source(_("a copy of the model clause of SCIA"), "http://m.77cn.com.cn/wenku/zonghe/413078.html", CHECKED),
    "en": Source(
        _("SCIA, model clauses"), "https://subsites.chinadaily.com.cn/sciaen/ArbitrationModelClauses.html", CHECKED
    ),
}
SOURCES: Final = {
    Code.OR_COURT: interpretation(
        _("Supreme People’s Court, Interpretation on the Application of the Arbitration Law, 2006, Article 7")
    ),
    Code.INSTITUTIONS_TWO: interpretation(
        _("Supreme People’s Court, Interpretation on the Application of the Arbitration Law, 2006, Article 5")
    ),
    Code.INSTITUTION_VAGUE: interpretation(
        _("Supreme People’s Court, Interpretation on the Application of the Arbitration Law, 2006, Article 6")
    ),
    Code.NAME_INEXACT: interpretation(
        _("Supreme People’s Court, Interpretation on the Application of the Arbitration Law, 2006, Article 3")
    ),
    Code.RULES_ALONE: interpretation(
        _("Supreme People’s Court, Interpretation on the Application of the Arbitration Law, 2006, Article 4")
    ),
    Code.LAW_NONE: interpretation(
        _("Supreme People’s Court, Interpretation on the Application of the Arbitration Law, 2006, Article 16")
    ),
    Code.SCOPE_UNCLEAR: interpretation(
        _("Supreme People’s Court, Interpretation on the Application of the Arbitration Law, 2006, Article 2")
    ),
    Code.SEAT_NONE: SEAT_IN_LAW,
    Code.SEAT_BARE: SEAT_IN_LAW,
    Code.AD_HOC: AD_HOC_IN_LAW,
    Code.NAME_FORMER: SCIA_NAMES,
    Code.BRANCH: SCIA_NAMES,
    Code.RULES_OF_ANOTHER: SCIA_OTHER_RULES,
}
# What is about SCIA alone: of another institution nothing of the kind was read.
OF_SCIA: Final = frozenset({Code.NAME_FORMER, Code.BRANCH, Code.RULES_OF_ANOTHER})

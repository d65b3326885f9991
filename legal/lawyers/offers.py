"""Which kind of lawyer may offer what under which law: a rule of the law of China, each answer with its source.

Read in the texts of the Law on Lawyers (2017, articles 13 and 28) and of the Regulations on the Administration of
Foreign Law Firms’ Representative Offices in China (2001, article 15). What another country asks of its own lawyers is
no matter of this table: under its law a lawyer may do what the admission there allows.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_stubs_ext import StrPromise

from legal.lawyers.kinds import LawyerKind

CHINA: Final = "cn"
PRC_KINDS: Final = frozenset({LawyerKind.PRC_LAWYER, LawyerKind.PRC_FOREIGN_RELATED})


class Service(TextChoices):
    """What may be asked of a lawyer, as far as the rule tells it apart."""

    CHINESE_LAW = "chinese-law", pgettext_lazy("service of a lawyer", "Matters of Chinese law")
    ADMITTED_LAW = "admitted-law", pgettext_lazy("service of a lawyer", "Matters of the law of the places of admission")
    TREATIES = "treaties", pgettext_lazy("service of a lawyer", "Advice on international treaties and practice")
    INSTRUCTING = "instructing", pgettext_lazy("service of a lawyer", "Instructing a PRC law firm for a foreign client")


@dataclass(frozen=True, slots=True)
class Source:
    """An article of a law of China: `law` is the name the portal finds the law by."""

    name: StrPromise
    law: str
    article: str

    @property
    def path(self) -> str:
        return f"article-{self.article}"


@dataclass(frozen=True, slots=True)
class Offer:
    """Whether a kind of lawyer may offer a service, why, and where that stands; the reason is a whole sentence."""

    service: Service
    reason: StrPromise
    source: Source | None = None
    allowed: bool = True


LAW: Final = _("Law of the PRC on Lawyers")
REGULATIONS: Final = _("Regulations on the Administration of Foreign Law Firms’ Representative Offices in China")
LAWYERS_13: Final = Source(LAW, "中华人民共和国律师法", "13")
LAWYERS_28: Final = Source(LAW, "中华人民共和国律师法", "28")
OFFICES_15: Final = Source(REGULATIONS, "外国律师事务所驻华代表机构管理条例", "15")

ABROAD: Final = Offer(
    Service.ADMITTED_LAW,
    _("Under the law of another country only what the admission there allows; this page names the admissions."),
)
PRC: Final = (
    Offer(
        Service.CHINESE_LAW,
        _("A PRC lawyer advises, drafts documents, and acts in litigation, mediation and arbitration."),
        LAWYERS_28,
    ),
    ABROAD,
)
OFFERS: Final[dict[str, tuple[Offer, ...]]] = {
    LawyerKind.PRC_LAWYER: PRC,
    LawyerKind.PRC_FOREIGN_RELATED: PRC,
    LawyerKind.FOREIGN_LAWYER: (
        Offer(
            Service.CHINESE_LAW,
            _("Without a PRC practising certificate nobody may provide legal services in China as a lawyer."),
            LAWYERS_13,
            allowed=False,
        ),
        ABROAD,
    ),
    LawyerKind.REPRESENTATIVE_OFFICE: (
        Offer(
            Service.CHINESE_LAW,
            _("What a representative office and its representatives may do does not include Chinese law."),
            OFFICES_15,
            allowed=False,
        ),
        Offer(
            Service.ADMITTED_LAW,
            _("Advises on and handles matters of the law of the country in which the firm’s lawyers may practise."),
            OFFICES_15,
        ),
        Offer(Service.TREATIES, _("Advises clients on international treaties and practice."), OFFICES_15),
        Offer(
            Service.INSTRUCTING,
            _("Instructs a PRC law firm with matters of Chinese law for a foreign client."),
            OFFICES_15,
        ),
    ),
}


def offers_of(kind: str) -> tuple[Offer, ...]:
    """What a kind of lawyer may and may not offer, the law of China first."""
    return OFFERS[kind]


def may_be_admitted(kind: str, jurisdiction: str) -> bool:
    """Whether a profile of a kind can name an admission in a jurisdiction: one in China is a PRC lawyer’s alone."""
    return jurisdiction != CHINA or kind in PRC_KINDS


def may_handle(kind: str, jurisdiction: str, *, admitted: Collection[str]) -> bool:
    """Whether a lawyer of a kind, admitted in jurisdictions of these codes, may handle the law of a jurisdiction."""
    return jurisdiction in admitted and may_be_admitted(kind, jurisdiction)

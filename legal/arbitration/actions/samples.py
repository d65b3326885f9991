"""Sample requests for arbitration of a demonstration, plainly marked, in four states."""

import datetime
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from enterprises.models import Enterprise
from enterprises.sample_texts import OWNER
from enterprises.states import State
from legal.arbitration.actions import agreeing, parts, supplementing
from legal.arbitration.kinds import CaseKind, ClaimKind, Ground, Procedure
from legal.arbitration.models import Claim
from legal.arbitration.models.filing import filing_of
from legal.exhibits.models import Exhibit
from legal.fees.actions.confirming import receive
from legal.fees.actions.issuing import issue
from legal.fees.estimated import basis_of, lines_of
from legal.fees.models import Payee
from legal.matters.actions import drafting, producing, submitting
from legal.matters.actions.declaring import declare
from legal.matters.actions.moving import move
from legal.matters.kinds import Side
from legal.matters.models import Actor, Matter, PartyKind
from legal.rules.fees import Estimate
from legal.rules.models import Institution
from legal.serving.actions import consenting
from legal.serving.consent import concerned
from portal.accounts.models import User
from portal.reference.models import Jurisdiction
from portal.workflow import actions as desk

OFFICER: Final = "arbitration@law-valley.example"
# The sample lawyer who is invited as the other side and can sign in, in Russian.
OTHER: Final = "serik@law-valley.example"
KIND: Final = "arbitration"
# What is received of a sample fee, and by whom.
CASHIER: Final = "cashier@law-valley.example"
RECEIVED: Final = "SAMPLE"
# In the words of the enterprise's people; each says that it is a sample.
SAMPLES: Final[tuple[Mapping[str, Any], ...]] = (
    {
        "title": "棉纱货款争议（示例，草稿）",
        "language": "zh-hans",
        "contract": "2026年3月3日棉纱买卖合同（示例）",
        "clause": "凡因本合同引起的或与本合同有关的任何争议，均应提交深圳国际仲裁院喀什分院仲裁。仲裁地为喀什。",
        "claim": "请求裁决被申请人支付棉纱货款（示例）。",
        "facts": "示例：申请人已交付棉纱，被申请人未付款。",
        "reasons": "",
        "against": "ТОО «Пример» (образец)",
        "moves": (),
    },
    {
        "title": "Долг за хлопковую пряжу (образец, на рассмотрении)",
        "language": "ru",
        "contract": "Договор купли-продажи № 12 (образец)",
        "clause": "Любой спор, возникающий из настоящего договора или в связи с ним, передается в Кашгарское отделение "
        "Шэньчжэньского международного арбитражного суда (SCIA). Место арбитража — город Кашгар.",
        "claim": "Взыскать с ответчика цену хлопковой пряжи (образец).",
        "facts": "Образец: пряжа передана, цена не уплачена.",
        "reasons": "Образец: срок оплаты наступил.",
        "against": "ТОО «Пример» (образец)",
        "moves": ("examine",),
    },
    {
        "title": "受潮棉包赔偿（示例，待补正）",
        "language": "zh-hans",
        "contract": "2026年4月8日运输合同（示例）",
        "clause": "本合同争议提交深圳国际仲裁院喀什分院仲裁，仲裁语言为中文，仲裁地为喀什。",
        "claim": "请求裁决被申请人赔偿受潮棉包的损失（示例）。",
        "facts": "示例：货物到达时棉包受潮。",
        "reasons": "示例：承运人应当赔偿。",
        "against": "ОсОО «Образец» (образец)",
        "moves": ("examine", "ask-supplement"),
    },
    {
        "title": "Price of cotton yarn (sample, fee paid, respondent to be notified)",
        "language": "en",
        "contract": "Contract No. 21 for the sale of cotton yarn (sample)",
        "clause": "Any dispute arising from or in connection with this contract shall be submitted to the Kashgar "
        "Branch of the Shenzhen Court of International Arbitration (SCIA). The seat of arbitration is Kashgar. "
        "The arbitration shall be conducted in English.",
        "claim": "Order the respondent to pay the price of the yarn (sample).",
        "facts": "Sample: the yarn was delivered and not paid for.",
        "reasons": "Sample: the price was due upon delivery.",
        "against": "ТОО «Пример» (образец)",
        "moves": ("examine", "accept", "pay"),
    },
)
ASKED: Final = "示例：请补充授权委托书。\n示例：请补充合同译文。"


@transaction.atomic
def make_sample_requests() -> list[Matter]:
    """The sample requests of the verified sample enterprise that are not there already.

    `User.DoesNotExist` without the sample staff, `Payee.DoesNotExist` without the sample account for fees.
    """
    owner = User.objects.get(email=OWNER)
    enterprise = Enterprise.objects.visible_to(owner).get(state=State.VERIFIED)
    officer = User.objects.get(email=OFFICER)
    there = set(enterprise.matters.filter(kind=KIND).values_list("title", flat=True))
    return [_make(given, enterprise, by=owner, officer=officer) for given in SAMPLES if given["title"] not in there]


def _make(given: Mapping[str, Any], enterprise: Enterprise, *, by: User, officer: User) -> Matter:
    matter = drafting.begin(KIND, enterprise=enterprise, title=given["title"], language=given["language"], by=by)
    drafting.add_party(matter, facts=_respondent(given), by=by)
    agreeing.add(matter, facts=_agreement(given), by=by)
    parts.add(matter, Claim, facts=_claim(given), by=by)
    exhibits = list(Exhibit.objects.of(enterprise).listed().order_by("number")[:2])
    producing.produce(matter, exhibits, audience="everyone", by=by)
    matter.refresh_from_db()
    parts.write(matter, "write-facts", facts=_said(given, by=by), version=matter.version, by=by)
    if given["moves"]:
        submitting.submit(matter, by=by)
        matter.refresh_from_db()
        _move(matter, given["moves"], by=officer)
    return matter


def _move(matter: Matter, moves: tuple[str, ...], *, by: User) -> None:
    for name in moves:
        if name == "ask-supplement":
            supplementing.ask(matter, by=by, reason=ASKED)
        elif name == "pay":
            _pay(matter, by=by)
        else:
            move(matter, name, by=by, actor=Actor.OFFICER)
        matter.refresh_from_db()


def _pay(matter: Matter, *, by: User) -> None:
    """The fee of the estimate is asked for and received, and the applicant agrees that the file goes to Kazakhstan.

    It stays on the officer's desk, who can notify the respondent at once.
    """
    declare(matter, conflict=False, by=by)
    desk.take(matter, by=by)
    estimate = Estimate.from_json(filing_of(matter).estimate or {})
    notice = issue(
        matter,
        lines=lines_of(estimate),
        basis=basis_of(estimate),
        payee=Payee.objects.in_use().filter(sample=True).earliest("pk"),
        side=Side.APPLICANT,
        party=matter.parties.get(own=True),
        by=by,
    )
    cashier, day = User.objects.get(email=CASHIER), timezone.localdate()
    receive(notice, amount=notice.total, received_on=day, reference=RECEIVED, by=cashier)
    consenting.name_recipients(matter)
    seen = [text.pk for text in consenting.texts_in_force()]
    for recipient in concerned(matter):
        consenting.agree(recipient, seen=seen, language=matter.language, by=matter.begun_by)


def _respondent(given: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "side": Side.RESPONDENT,
        "kind": PartyKind.COMPANY,
        "name": given["against"],
        "country": Jurisdiction.objects.get(code="kz"),
        "email": OTHER,
        "language": "ru",
    }


def _agreement(given: Mapping[str, Any]) -> dict[str, Any]:
    return {"contract": given["contract"], "dated": datetime.date(2026, 3, 3), "clause": given["clause"]}


def _claim(given: Mapping[str, Any]) -> dict[str, Any]:
    return {"kind": ClaimKind.MONEY, "text": given["claim"], "amount": Decimal(200_000), "currency": "CNY"}


def _said(given: Mapping[str, Any], *, by: User) -> dict[str, Any]:
    return {
        "facts": given["facts"],
        "reasons": given["reasons"],
        "institution": Institution.objects.get(slug="scia-kashgar"),
        "case_kind": CaseKind.INTERNATIONAL,
        "procedure": Procedure.EXPEDITED,
        "ground": Ground.AMOUNT,
        "service_address": by.email,
        "service_confirmed_at": timezone.now(),
        "service_confirmed_by": by,
    }

"""Institutions recognised by the names people write."""

import pytest

from legal.arbitration.clauses.folding import fold
from legal.arbitration.clauses.naming import Kind, Recogniser, Role
from tests.legal.arbitration.known import RECOGNISER

NAMES = {
    "提交深圳国际仲裁院仲裁": ("scia", "", Kind.PRESENT),
    "提交深圳國際仲裁院仲裁": ("scia", "", Kind.PRESENT),
    "提交 深 圳 国 际\n仲裁院 仲裁": ("scia", "", Kind.PRESENT),
    "提交ＳＣＩＡ仲裁": ("scia", "", Kind.PRESENT),
    "提交scia仲裁": ("scia", "", Kind.PRESENT),
    "華南國際經濟貿易仲裁委員會": ("scia", "", Kind.PRESENT),
    "深圳仲裁委员会": ("scia", "", Kind.FORMER),
    "贸仲华南分会": ("scia", "", Kind.FORMER),
    "中国国际经济贸易仲裁委员会（华南分会）": ("scia", "", Kind.FORMER),
    "深圳市国际仲裁院": ("scia", "", Kind.INEXACT),
    "深圳国际仲裁院喀什分院": ("scia", "scia-kashgar", Kind.PRESENT),
    "由喀什分院仲裁": ("scia", "scia-kashgar", Kind.PRESENT),
    "shenzhen court of international\narbitration": ("scia", "", Kind.PRESENT),
    "SHENZHEN COURT OF INTERNATIONAL ARBI-\nTRATION": ("scia", "", Kind.PRESENT),
    "the “Shenzhen Court of Int’l Arbitration”": ("scia", "", Kind.PRESENT),
    "S.C.I.A.": ("scia", "", Kind.INEXACT),
    "Kashi Branch": ("scia", "scia-kashgar", Kind.PRESENT),
    "CIETAC South China Subcommission": ("scia", "", Kind.FORMER),
    "CIETAC": ("cietac", "", Kind.PRESENT),
    "Hong Kong International Arbitration Center": ("hkiac", "", Kind.PRESENT),
    "в Шэньчжэньском международном арбитражном суде": ("scia", "", Kind.PRESENT),
    "«Шеньчженьского Международного Арбитражного Суда»": ("scia", "", Kind.PRESENT),
    "Кашгарским отделением Шэньчжэньского международного арбитражного суда": ("scia", "scia-kashgar", Kind.PRESENT),
    "Кашгарскому филиалу": ("scia", "scia-kashgar", Kind.PRESENT),
    "Международным арбитражным центром МФЦА": ("iac-aifc", "", Kind.PRESENT),
}
ROLES = {
    "administered by SIAC": Role.BODY,
    "under the SIAC Rules": Role.RULES,
    "in accordance with the Rules of Arbitration of the International Chamber of Commerce": Role.RULES,
    "按照国际商会仲裁规则": Role.RULES,
    "по Регламенту Гонконгского международного арбитражного центра": Role.RULES,
    "The appointing authority shall be the HKIAC": Role.APPOINTS,
    "HKIAC shall act as appointing authority": Role.APPOINTS,
}


def met(text: str, recogniser: Recogniser = RECOGNISER) -> list[tuple[str, str, Kind]]:
    return [(one.house, one.branch, one.kind) for one in recogniser.mentions(fold(text))]


@pytest.mark.parametrize("text", NAMES)
def test_name_is_recognised_as_it_is_written(text: str) -> None:
    assert met(text) == [NAMES[text]]


@pytest.mark.parametrize("text", ROLES)
def test_institution_is_named_for_something(text: str) -> None:
    assert [one.role for one in RECOGNISER.mentions(fold(text))] == [ROLES[text]]


@pytest.mark.parametrize(
    "text",
    ["SCIAM", "CIP喀什（国际商会《国际贸易术语解释通则》）", "Incoterms 2020 (ICC)", "but not CIETAC", "而非贸仲"],
)
def test_what_only_looks_like_an_institution_is_none(text: str) -> None:
    assert met(text) == []


def test_without_institutions_none_is_recognised() -> None:
    assert met("深圳国际仲裁院 SCIA", Recogniser(())) == []

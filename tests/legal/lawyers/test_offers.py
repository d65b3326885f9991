"""Which kind of lawyer may offer what, each answer with its source where the law of China gives one."""

import pytest

from legal.lawyers.kinds import LawyerKind
from legal.lawyers.offers import OFFERS, Service, may_be_admitted, may_handle, offers_of

CHINESE = {LawyerKind.PRC_LAWYER, LawyerKind.PRC_FOREIGN_RELATED}


def test_every_kind_is_told_what_it_may_offer_and_the_law_of_china_first() -> None:
    assert set(OFFERS) == set(LawyerKind)
    assert {offers[0].service for offers in OFFERS.values()} == {Service.CHINESE_LAW}


@pytest.mark.parametrize("kind", LawyerKind)
def test_chinese_law_is_offered_by_prc_lawyers_alone_and_every_answer_about_it_has_a_source(kind: str) -> None:
    chinese = offers_of(kind)[0]

    assert chinese.allowed == (kind in CHINESE)
    assert chinese.source is not None


@pytest.mark.parametrize("kind", LawyerKind)
def test_nobody_handles_a_law_without_an_admission_and_chinese_law_only_prc_lawyers(kind: str) -> None:
    admitted = {"cn", "kz"}

    handled = {code for code in ("cn", "kz", "ru") if may_handle(kind, code, admitted=admitted)}

    assert handled == ({"cn", "kz"} if kind in CHINESE else {"kz"})
    assert may_be_admitted(kind, "cn") == (kind in CHINESE)


def test_source_is_told_as_an_article_of_a_law_that_the_portal_can_find() -> None:
    sources = {offer.source for offers in OFFERS.values() for offer in offers if offer.source}

    assert {(source.law, source.path) for source in sources} == {
        ("中华人民共和国律师法", "article-13"),
        ("中华人民共和国律师法", "article-28"),
        ("外国律师事务所驻华代表机构管理条例", "article-15"),
    }

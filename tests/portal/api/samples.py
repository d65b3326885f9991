"""Something in every room of the interface."""

import datetime

from legal.cases.models import Case
from legal.laws.models import Law
from portal.reference.models import Term
from tests.factories import (
    CaseFactory,
    CaseProvisionFactory,
    CaseTextFactory,
    EditionFactory,
    LawFactory,
    ProvisionFactory,
    ProvisionTextFactory,
    TopicFactory,
)


def a_law() -> Law:
    """A law of two editions, whose one article is there in three languages, in a chapter that is not."""
    law = LawFactory.create(slug="sample", topics=[TopicFactory.create()], languages=["en", "ru", "zh"])
    for year in (2010, 2020):
        edition = EditionFactory.create(law=law, in_force=datetime.date(year, 1, 1))
        chapter = ProvisionFactory.create(edition=edition, kind="chapter", path="chapter-1", number="1", position=0)
        article = ProvisionFactory.create(
            edition=edition, path="article-1", number="1", position=1, parent=chapter, depth=1
        )
        for language in ("zh", "en", "ru"):
            ProvisionTextFactory.create(provision=article, language=language, body=f"{year} {language}")
    return law


def a_case(law: Law) -> Case:
    """A case that applies the article of that law."""
    case = CaseFactory.create(slug="sample")
    edition = law.editions.get(slug="2020-01-01")
    CaseProvisionFactory.create(case=case, law=law, edition=edition, path="article-1")
    CaseTextFactory.create(case=case)
    return case


def a_term() -> Term:
    """A term that readers are shown."""
    return Term.objects.create(kind=Term.Kind.GLOSSARY, zh=["合同"], en=["contract"], ru=["договор"])

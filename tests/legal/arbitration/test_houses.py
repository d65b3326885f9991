"""The institutions of the database as the check knows them."""

import pytest
from django.utils import translation

from legal.arbitration import houses
from legal.arbitration.clauses.checking import check
from legal.arbitration.clauses.findings import Code
from legal.rules.actions.loading import load
from legal.rules.kinds import InstitutionKind
from tests.factories import InstitutionFactory, InstitutionNameFactory
from tests.legal.arbitration.clauses.labels import labelled

pytestmark = pytest.mark.django_db


def test_known_are_those_that_arbitrate_by_every_name() -> None:
    scia = InstitutionFactory.create()
    InstitutionNameFactory.create(institution=scia, name="深圳仲裁委员会", former=True)
    InstitutionNameFactory.create(institution=scia, name="深圳国际仲裁院", former=True)
    InstitutionFactory.create(slug="notary", kind=InstitutionKind.NOTARY, name_en="Kashgar Notary Office")

    with translation.override("ru"):
        recogniser, called = houses.known()

    assert called == {"scia": "Шэньчжэньский международный арбитражный суд (SCIA)"}
    assert Code.NAME_FORMER in check("提交深圳仲裁委员会仲裁", recogniser).codes
    assert Code.NAME_FORMER not in check("提交深圳国际仲裁院仲裁", recogniser).codes
    assert Code.INSTITUTION in check("to SCIA for arbitration", recogniser).codes


def test_institutions_that_every_installation_knows_are_recognised_in_the_labelled_clauses(
    django_assert_num_queries,
) -> None:
    load()
    with django_assert_num_queries(2):
        recogniser, _ = houses.known()

    named = {
        clause.name: next(
            (one.institutions for one in check(clause.text, recogniser).findings if one.code is Code.INSTITUTION), ()
        )
        for clause in labelled()
    }

    assert named == {clause.name: (clause.institution,) if clause.institution else () for clause in labelled()}

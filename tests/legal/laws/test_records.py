"""What the records of law are called where staff meet them."""

import pytest
from django.utils import translation

from legal.laws.models import Change, Citation, CitedPlace, Law, LawName


@pytest.mark.parametrize(
    ("record", "name"),
    [
        (LawName(name="民法典"), "民法典"),
        (Citation(name="民法典", path="article-577"), "民法典 article-577"),
        (Citation(path="article-12"), "article-12"),
        (CitedPlace(path="article-577", places=3), "article-577 3"),
        (CitedPlace(places=3), "3"),
        (Change(law=Law(title_en="Civil Code"), kind=Change.Kind.LAW_ADDED), "Civil Code Law added"),
    ],
)
def test_record_is_called(record, name):
    with translation.override("en"):
        assert str(record) == name

"""What an import says of itself."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import translation

from legal.intake.models import Finding, FoundLaw, Intake, Stage
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("done", "total", "percent"), [(0, 0, 0), (1, 3, 33), (3, 3, 100), (5, 3, 100)], ids=["none", "some", "all", "more"]
)
def test_percent_is_of_the_files(done, total, percent) -> None:
    assert Intake(done=done, total=total).percent == percent


def test_import_that_has_counted_nothing_has_nothing_to_show() -> None:
    assert (Intake().tallies, Intake().differs) == ([], False)


def test_archives_are_seen_by_staff_with_the_right_alone(intake, editor, editors) -> None:
    others = [editors("view_law"), UserFactory.create(), AnonymousUser()]

    assert list(Intake.objects.visible_to(editor)) == [intake]
    assert [Intake.objects.visible_to(one).exists() for one in others] == [False] * 3


def test_law_leads_to_its_page_where_it_is_held() -> None:
    law = {"code": "cn", "slug": "water"}

    with translation.override("en"):
        found = [
            FoundLaw(stage=Stage.CHECK, outcome=2, **law).address,
            FoundLaw(stage=Stage.CHECK, outcome=1, **law).address,
            FoundLaw(stage=Stage.IMPORT, outcome=2, **law).address,
        ]

    assert found == ["", "/en/laws/cn/water/", "/en/laws/cn/water/"]


def test_law_is_called_by_a_title_it_has_or_by_its_slug() -> None:
    assert (str(FoundLaw(title_ru="Закон", slug="a")), str(FoundLaw(slug="a"))) == ("Закон", "a")


def test_finding_is_known_by_its_place() -> None:
    assert str(Finding(file="cn-water/law.toml", line=3)) == "cn-water/law.toml:3"
    assert str(Intake(name="laws.zip")) == "laws.zip"

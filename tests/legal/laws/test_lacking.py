"""Laws that lack a text in a language, or translate an earlier wording, are counted, listed and led to."""

import pytest
from django.test import Client
from django.utils import translation

from legal.laws import lacking, waiting
from legal.laws.kinds import TextStatus
from portal.accounts.models import User
from tests.factories import EditionFactory, LawFactory, ProvisionFactory, ProvisionTextFactory
from tests.signing_in import signed_in_staff

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def spoken() -> None:
    translation.activate("en")


def translated(slug: str, *, based_on: str | None = None, status: str = TextStatus.OFFICIAL) -> None:
    """A law in Chinese, with an English translation of this or another wording."""
    law = LawFactory.create(slug=slug, languages=["en", "zh"])
    provision = ProvisionFactory.create(edition=EditionFactory.create(law=law))
    original = ProvisionTextFactory.create(provision=provision, language="zh", status=status)
    ProvisionTextFactory.create(
        provision=provision, language="en", status=TextStatus.TRANSLATION, based_on=based_on or original.wording
    )


def test_law_without_text_in_a_language_lacks_it() -> None:
    translated("whole")
    LawFactory.create(slug="bare", languages=["zh"])

    assert [law.slug for law in lacking.without_text("en")] == ["bare"]
    assert lacking.without_text("ru").count() == 2
    assert lacking.without_text("zh").count() == 0


def test_law_that_translates_another_wording_is_stale() -> None:
    translated("fresh")
    translated("stale", based_on="another wording")
    translated("digested", based_on="another wording", status=TextStatus.DIGEST)

    assert [law.slug for law in lacking.with_stale_text()] == ["stale"]


def test_first_page_counts_what_lacks_in_each_language() -> None:
    translated("whole")

    told = waiting.missing()

    assert [(bar.label, bar.count) for bar in told.bars] == [("Chinese", 0), ("English", 0), ("Russian", 1)]
    assert (told.count, told.sentence) == (1, "Laws without any text in a language, by language.")


def test_first_page_says_that_nothing_lacks() -> None:
    LawFactory.create(languages=["en", "ru", "zh"])

    assert waiting.missing().sentence == "Every law has a text in each language."


@pytest.mark.parametrize(
    ("count", "sentence"),
    [
        (1, "1 law has a translation of an earlier wording."),
        (2, "2 laws have translations of an earlier wording."),
    ],
)
def test_first_page_leads_to_stale_translations(client: Client, count: int, sentence: str) -> None:
    for number in range(count):
        translated(f"stale-{number}", based_on="another wording")
    translated("fresh")
    signed_in_staff(client, User.objects.create_superuser("staff@portal.example", language="en"))

    told = waiting.stale()
    page = client.get(told.link)

    assert (told.count, told.sentence) == (count, sentence)
    assert {law.slug for law in page.context["cl"].result_list} == {f"stale-{number}" for number in range(count)}


@pytest.mark.parametrize(("chosen", "slugs"), [("ru", {"bare", "whole"}), ("en", {"bare"}), ("xx", {"bare", "whole"})])
def test_console_lists_laws_that_lack_a_language(client: Client, chosen: str, slugs: set[str]) -> None:
    translated("whole")
    LawFactory.create(slug="bare", languages=["zh"])
    signed_in_staff(client, User.objects.create_superuser("staff@portal.example", language="en"))

    page = client.get("/console/laws/law/", {"lacking": chosen})

    assert {law.slug for law in page.context["cl"].result_list} == slugs

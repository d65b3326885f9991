"""The pages of the console on which an officer records what belongs to an appraisal, in each language."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from legal.appraisal.models import Extension, Handover, Opinion
from legal.matters.actions.moving import move
from legal.matters.models import Actor
from portal.languages import CODES
from tests.factories import RuleFactory
from tests.legal.appraisal.test_deciding import DAY, opinion_of, taken_over
from tests.legal.appraisal.world import moved_to
from tests.portal.files import sound
from tests.signing_in import signed_in_staff

pytestmark = pytest.mark.django_db
HANDED = {
    "given_by": "Aygul Sample",
    "taken_by": "Li Sample",
    "institution": "Sample Appraisal Centre",
    "at": "2026-11-20T12:30",
    "condition_1": "sealed envelope",
}


def page(name: str, matter, **parts) -> str:
    return reverse(f"admin:appraisal_opinion_{name}", kwargs={"matter": matter.key, **parts})


@pytest.mark.parametrize("language", CODES)
def test_materials_are_taken_over_in_each_language(client, signed, language):
    matter, officer = signed
    officer.language = language
    officer.save()
    desk = signed_in_staff(client, officer)

    shown = desk.get(page("take_over", matter))
    nothing = desk.post(page("take_over", matter), HANDED | {"condition_1": ""})
    recorded = desk.post(page("take_over", matter), HANDED)
    paper = desk.get(page("receipt", matter, position=1))

    assert [one.status_code for one in (shown, nothing, recorded)] == [200, 422, 302]
    assert Handover.objects.get().lines[0]["condition"] == "sealed envelope"
    assert paper.content[:5] == b"%PDF-"


def test_nothing_is_handed_over_in_the_future(client, signed):
    matter, officer = signed

    answer = signed_in_staff(client, officer).post(page("take_over", matter), HANDED | {"at": "2999-01-01T10:00"})

    assert (answer.status_code, Handover.objects.count()) == (422, 0)
    assert "This time is in the future." in answer.text


def test_nothing_is_handed_over_in_a_year_with_a_digit_too_few(client, signed):
    matter, officer = signed

    answer = signed_in_staff(client, officer).post(page("take_over", matter), HANDED | {"at": "0001-01-01T00:00"})

    assert (answer.status_code, Handover.objects.count()) == (422, 0)
    assert "sealed envelope" in answer.text


def test_extension_is_recorded_only_within_the_rule(client):
    matter, officer = moved_to("progress")
    desk = signed_in_staff(client, officer)
    said = {"days": "10", "reason": "A reagent."}

    shown = desk.get(page("extend", matter))
    refused = desk.post(page("extend", matter), said)
    RuleFactory.create(slug="appraisal-extension", kind="limit", value=30, unit="working-days")
    recorded = desk.post(page("extend", matter), said)

    assert [one.status_code for one in (shown, refused, recorded)] == [200, 422, 302]
    assert "No rule in force says how long an extension may be" in refused.text
    assert Extension.objects.get().days == 10


def test_opinion_is_recorded_as_an_exhibit(client):
    matter, officer = moved_to("progress")
    move(matter, "draft-opinion", by=officer, actor=Actor.OFFICER)
    desk = signed_in_staff(client, officer)
    paper = SimpleUploadedFile("opinion.pdf", sound.pdf(1), "application/pdf")
    said = {"number": "2026-1", "issued_on": DAY.isoformat(), "name": "Opinion", "language": "zh", "paper": paper}

    shown = desk.get(page("issue", matter))
    recorded = desk.post(page("issue", matter), said)

    opinion = Opinion.objects.get()
    assert (shown.status_code, recorded.status_code) == (200, 302)
    assert (opinion.exhibit.kind, opinion.exhibit.enterprise) == ("opinion", matter.enterprise)


def test_register_shows_numbers_and_days_alone(client):
    matter, officer = moved_to("progress")
    opinion = opinion_of(matter, officer)
    desk = signed_in_staff(client, officer)

    listed = desk.get(reverse("admin:appraisal_opinion_changelist")).text
    shown = desk.get(reverse("admin:appraisal_opinion_change", args=[opinion.pk])).text

    for text in (listed, shown):
        assert opinion.number in text
        assert matter.number in text
        assert matter.title not in text


def test_receipt_that_is_not_there_is_not_found(client, signed):
    matter, officer = signed
    taken_over(matter, officer)

    assert signed_in_staff(client, officer).get(page("receipt", matter, position=2)).status_code == 404

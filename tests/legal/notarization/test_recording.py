"""The pages of the console on which an officer records what came of an application, in each language."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from legal.matters.actions.moving import move
from legal.matters.models import Actor
from legal.notarization.models import Certificate, Refusal
from portal.languages import CODES
from tests.legal.notarization.test_deciding import DAY, issued
from tests.legal.notarization.world import moved_to
from tests.portal.files import sound
from tests.signing_in import signed_in_staff

pytestmark = pytest.mark.django_db
CERTIFICATE = {
    "number": "(2026)新喀证字第1号",
    "issued_on": DAY.isoformat(),
    "name": "Notarial certificate No. 1",
    "language": "zh",
    "second_language": "ru",
}


def page(name: str, matter) -> str:
    return reverse(f"admin:notarization_certificate_{name}", kwargs={"matter": matter.key})


def file_of(matter) -> str:
    return reverse("admin:handling_file", kwargs={"matter": matter.key})


def scan(name: str = "certificate.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, sound.pdf(1), "application/pdf")


@pytest.mark.parametrize("language", CODES)
def test_certificate_is_recorded_in_each_language(client, approved, language):
    matter, officer = approved
    officer.language = language
    officer.save()
    desk = signed_in_staff(client, officer)

    shown = desk.get(page("issue", matter))
    lacking = desk.post(page("issue", matter), CERTIFICATE | {"number": "", "paper": scan()})
    key = lacking.context["form"]["paper"].paper.pk
    recorded = desk.post(page("issue", matter), CERTIFICATE | {"paper-file": key})

    certificate = Certificate.objects.get()
    assert (shown.status_code, lacking.status_code, recorded.get("Location")) == (200, 422, file_of(matter))
    assert "certificate.pdf" in lacking.text
    assert (certificate.number, certificate.exhibit.name) == ("(2026)新喀证字第1号", "Notarial certificate No. 1")
    assert (certificate.exhibit.source, certificate.exhibit.dated) == (matter.number, DAY)


def test_what_cannot_be_recorded_says_why(client, approved):
    matter, officer = approved
    move(matter, "terminate", by=officer, actor=Actor.OFFICER, reason="The applicant has died.")

    answer = signed_in_staff(client, officer).post(page("issue", matter), CERTIFICATE | {"paper": scan()})

    assert answer.status_code == 422
    assert "This cannot be done with it as it stands now." in answer.text


def test_refusal_is_recorded(client):
    matter, officer = moved_to("review")
    desk = signed_in_staff(client, officer)

    shown = desk.get(page("refuse", matter))
    recorded = desk.post(page("refuse", matter), {"ground": "dispute", "reason": "A shareholder objects."})

    assert (shown.status_code, recorded.status_code, Refusal.objects.get().ground) == (200, 302, "dispute")


def test_ground_of_a_refusal_is_shown_to_the_enterprise(signed_in, at, client):
    matter, officer = moved_to("review")
    signed_in_staff(client, officer).post(page("refuse", matter), {"ground": "dispute", "reason": "An objection."})

    shown = signed_in(matter.begun_by).get(at("matters:matter", matter)).text

    assert "Those concerned are in dispute about it" in shown


def test_apostille_and_collection_are_recorded(client, approved):
    matter, officer = approved
    issued(matter, officer)
    move(matter, "apply-apostille", by=officer, actor=Actor.OFFICER)
    desk = signed_in_staff(client, officer)
    apostille = {"kind": "apostille", "number": "A-1", "day": DAY.isoformat()}
    handed = {"collected_by": "Aygul Sample", "identity": "card", "collected_on": DAY.isoformat()}

    early = desk.post(page("note_apostille", matter), apostille | {"day": "2026-01-01"})
    nothing = desk.post(page("note_apostille", matter), {"kind": "apostille", "number": "A-1"})
    answers = [
        desk.post(page("note_apostille", matter), apostille),
        desk.post(page("deliver", matter), handed | {"collected_on": "2999-01-01"}),
        desk.post(page("deliver", matter), handed),
    ]

    matter.refresh_from_db()
    assert (early.status_code, nothing.status_code, [one.status_code for one in answers]) == (422, 422, [302, 422, 302])
    assert "This day is before the certificate, or in the future." in early.text
    assert (matter.state, Certificate.objects.get().apostille_number) == ("delivered", "A-1")


def test_nothing_is_handed_over_before_there_is_a_certificate(client, approved):
    matter, officer = approved

    assert signed_in_staff(client, officer).get(page("deliver", matter)).status_code == 404


def test_register_shows_numbers_and_days_alone(client, approved):
    matter, officer = approved
    certificate = issued(matter, officer)
    desk = signed_in_staff(client, officer)

    listed = desk.get(reverse("admin:notarization_certificate_changelist")).text
    shown = desk.get(reverse("admin:notarization_certificate_change", args=[certificate.pk])).text

    for text in (listed, shown):
        assert certificate.number in text
        assert matter.number in text
        assert matter.title not in text

"""The pages of staff lawyers in the console, in each language."""

import pytest
from django.urls import reverse

from legal.advice.actions import answering
from portal.languages import CODES
from tests.legal.advice.test_answering import pdf
from tests.legal.advice.world import REMARK, staff
from tests.signing_in import signed_in_staff

pytestmark = pytest.mark.django_db


def place(name: str, matter) -> str:
    return reverse(f"admin:{name}", kwargs={"matter": matter.key})


@pytest.fixture
def at_the_desk(client):
    return lambda person: signed_in_staff(client, type(person).objects.get(pk=person.pk))


@pytest.mark.parametrize("language", CODES)
def test_question_is_answered_in_each_language(at_the_desk, taken, lawyer, language) -> None:
    client, page = at_the_desk(lawyer), place("advice_question_answer", taken)

    shown = client.get(page, headers={"accept-language": language})
    empty = client.post(page, {"body": "", "language": language})
    sent = client.post(page, {"body": "You may.", "language": language})
    late = client.post(page, {"body": "You may.", "language": language})

    assert "May we set off?" in shown.text
    assert (empty.status_code, sent["Location"]) == (422, place("handling_file", taken))
    assert (late.status_code, taken.letters.get().body) == (422, "You may.")


def test_question_of_another_desk_is_led_back_to_its_file(at_the_desk, taken, lawyer) -> None:
    from legal.matters.models import Declaration  # noqa: PLC0415

    other = staff("handle_question")
    Declaration.objects.create(matter=taken, officer=other, conflict=False)

    answered = at_the_desk(other).get(place("advice_question_answer", taken))

    assert answered["Location"] == place("handling_file", taken)


@pytest.mark.parametrize("language", CODES)
def test_remarks_are_written_taken_out_and_delivered(at_the_desk, reviewed, reviewer, language) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile  # noqa: PLC0415

    client, page = at_the_desk(reviewer), place("advice_review_remarks", reviewed)

    empty = client.get(page, headers={"accept-language": language})
    wrong = client.post(page, REMARK | {"body": ""})
    client.post(page, REMARK)
    written = client.get(page, headers={"accept-language": language})
    client.post(place("advice_review_take_out", reviewed), {"remark": reviewed.remarks.get().pk})
    nothing = client.post(place("advice_review_take_out", reviewed), {"remark": "none"})
    early = client.post(place("advice_review_deliver", reviewed), {"body": "One.", "language": "en"})
    client.post(page, REMARK)
    file = SimpleUploadedFile("contract.pdf", pdf(), "application/pdf")
    sent = client.post(place("advice_review_deliver", reviewed), {"body": "One.", "language": "en", "reviewed": file})

    assert (empty.status_code, wrong.status_code, early.status_code, nothing.status_code) == (200, 422, 422, 302)
    assert "It names no court." in written.text
    assert sent["Location"] == place("handling_file", reviewed)
    assert reviewed.letters.get().reviewed.name == "contract.pdf"


def test_what_comes_too_late_says_so(at_the_desk, reviewed, reviewer) -> None:
    answering.remark(reviewed, facts=REMARK, by=reviewer)
    answering.deliver(reviewed, body="One.", language="en", by=reviewer)
    client = at_the_desk(reviewer)

    written = client.post(place("advice_review_remarks", reviewed), REMARK)
    taken_out = client.post(place("advice_review_take_out", reviewed), {"remark": reviewed.remarks.get().pk})
    looked = client.get(place("advice_review_deliver", reviewed))
    again = client.post(place("advice_review_deliver", reviewed), {"body": "", "language": "en"})

    assert [one.status_code for one in (written, taken_out, looked, again)] == [422, 302, 302, 422]
    assert reviewed.remarks.count() == 1


def test_list_shows_what_is_opened(at_the_desk, taken, lawyer) -> None:
    from django.contrib.auth.models import Permission  # noqa: PLC0415

    lawyer.user_permissions.add(Permission.objects.get(codename="view_question"))
    other = staff("handle_question")
    other.user_permissions.add(Permission.objects.get(codename="view_question"))
    listed = reverse("admin:advice_question_changelist")

    mine = at_the_desk(lawyer).get(listed)
    theirs = at_the_desk(other).get(listed)

    assert (taken.number in mine.text, taken.number in theirs.text) == (True, False)

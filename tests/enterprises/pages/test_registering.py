"""The registration can be left at any step and gone on with, on any device; nothing typed is lost."""

import pytest
from django.contrib.messages.storage.cookie import CookieStorage
from django.test import Client, RequestFactory
from django.urls import reverse

from enterprises.access import CURRENT, memberships_of
from enterprises.actions.deciding import send_back
from enterprises.models import Enterprise
from enterprises.policies import Role
from enterprises.states import State
from enterprises.views.handing_in import papers
from enterprises.views.registering import identify
from portal.files.models import File
from tests.enterprises.paper import upload
from tests.factories import ConsentFactory, IndustryFactory, JurisdictionFactory, PaperFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]

IDENTIFY = {
    "number-cn-uscc": "９１６５３１０１ 000000019 6",
    "register_name": "喀什示例贸易有限公司",
    "name_zh_hans": "喀什示例贸易有限公司",
    "name_en": "Kashgar Sample Trade Co., Ltd.",
}
DESCRIBE = {
    "legal_form": "有限责任公司",
    "in_zone": "yes",
    "representative": "示例负责人",
    "address": "新疆喀什市\r\n示例路1号",
    "phone": "0998 234 5678",
    "email": "Office@Enterprise.example",
    "website": "enterprise.example",
}


@pytest.fixture
def browser(signed_in, owner) -> Client:
    return signed_in(owner)


@pytest.fixture
def begun(browser, at) -> Enterprise:
    JurisdictionFactory.create()
    browser.post(at("register"), {"country": "cn"})
    return Enterprise.objects.get()


def send(browser, address: str, enterprise: Enterprise, fields: dict[str, object]):
    version = Enterprise.objects.get(pk=enterprise.pk).version
    return browser.post(address, {"version": version, **fields})


def test_registration_begins_with_a_country(browser, at, begun) -> None:
    assert begun.country.code == "cn"
    assert browser.get(at("resume", begun.key))["Location"] == at("identify", begun.key)


def test_registration_without_a_country_does_not_begin(browser, at) -> None:
    response = browser.post(at("register"), {"country": "atlantis"})

    assert response.status_code == 200
    assert "notice error" in response.text
    assert not Enterprise.objects.exists()


def test_too_many_drafts_are_refused_in_a_sentence(browser, at, begun, settings) -> None:
    settings.ENTERPRISE_DRAFTS = 1

    response = browser.post(at("register"), {"country": "cn"})

    assert "Finish or discard the registrations you have begun" in response.text


def test_whole_registration_step_by_step(browser, signed_in, owner, at, begun) -> None:
    """Left after each step and gone on with in another browser."""
    IndustryFactory.create()
    steps = [("identify", IDENTIFY), ("describe", DESCRIBE)]
    for name, fields in steps:
        response = send(signed_in(owner), at(name, begun.key), begun, {**fields, "later": "1"})
        assert response["Location"] == at("home", begun.key)
        again = signed_in(owner).get(at(name, begun.key)).text
        assert all(
            str(value) in again
            for value in fields.values()
            if value.isascii() and "@" not in value and "998" not in value
        )
    assert browser.get(at("resume", begun.key))["Location"] == at("papers", begun.key)

    signed_in(owner).post(at("papers", begun.key), {"licence": upload(), "later": "1"})
    signed_in(owner).post(at("papers", begun.key), {"letter": upload("letter.png")})
    signed_in(owner).post(
        at("people", begun.key), {"email": "c@enterprise.example", "role": "viewer", "language": "ru"}
    )
    assert browser.get(at("resume", begun.key))["Location"] == at("review", begun.key)
    review = browser.get(at("review", begun.key)).text
    assert "c@enterprise.example" in review
    assert "Submit the registration" in review

    assert browser.post(at("review", begun.key))["Location"] == at("home", begun.key)

    begun.refresh_from_db()
    assert begun.state == State.SUBMITTED
    assert (begun.phone, begun.email, begun.website) == (
        "+869982345678",
        "office@enterprise.example",
        "https://enterprise.example",
    )
    assert begun.address == "新疆喀什市 示例路1号"
    assert begun.identifiers.get().value == "916531010000000196"


def test_wrong_answer_is_kept_beside_the_right_ones(browser, at, begun) -> None:
    fields = {**DESCRIBE, "phone": "call me", "email": "nowhere"}

    response = send(browser, at("describe", begun.key), begun, fields)

    assert response.status_code == 200
    assert 'href="#id_phone"' in response.text
    begun.refresh_from_db()
    assert (begun.legal_form, begun.phone, begun.unfinished) == (
        "有限责任公司",
        "",
        {"phone": "call me", "email": "nowhere"},
    )
    assert 'value="call me"' in browser.get(at("describe", begun.key)).text
    assert "not right yet" in browser.get(at("review", begun.key)).text

    response = send(browser, at("describe", begun.key), begun, DESCRIBE)
    assert response["Location"] == at("papers", begun.key)


def test_number_that_is_nearly_right_is_hinted_at(browser, at, begun) -> None:
    response = send(browser, at("identify", begun.key), begun, {**IDENTIFY, "number-cn-uscc": "91653101000000O197"})

    begun.refresh_from_db()
    assert "number-cn-uscc" in begun.unfinished
    assert "Unified Social Credit Code" in response.text


def test_page_sent_after_another_device_saved_shows_both(browser, signed_in, owner, at, begun) -> None:
    begun.refresh_from_db()
    here, there = browser, signed_in(owner)
    there.post(at("describe", begun.key), {**DESCRIBE, "address": "From the telephone", "version": begun.version})

    response = here.post(at("describe", begun.key), {**DESCRIBE, "address": "From the desk", "version": begun.version})

    assert "From the telephone" in response.text
    assert "From the desk" in response.text
    begun.refresh_from_db()
    assert begun.address == "From the telephone"
    assert f'name="version" value="{begun.version}"' in response.text

    here.post(at("describe", begun.key), {**DESCRIBE, "address": "From the desk", "version": begun.version})
    begun.refresh_from_db()
    assert begun.address == "From the desk"


def test_same_answers_from_two_devices_differ_in_nothing(browser, at, begun) -> None:
    send(browser, at("identify", begun.key), begun, IDENTIFY)

    response = browser.post(
        at("identify", begun.key), {**IDENTIFY, "version": 1, "number-cn-uscc": IDENTIFY["number-cn-uscc"]}
    )

    assert "The answers on this page are the same all the same." in response.text


@pytest.mark.parametrize("version", ["", "-1", "99999999999999999999", "one"])
def test_page_without_a_version_is_not_saved(browser, at, begun, version) -> None:
    response = browser.post(at("identify", begun.key), {**IDENTIFY, "version": version})

    assert "Somebody has saved other answers" in response.text
    assert not begun.identifiers.exists()


def test_country_without_a_known_number_is_asked_for_any(browser, at) -> None:
    JurisdictionFactory.create(code="tm", name_en="Turkmenistan")
    browser.post(at("register"), {"country": "tm"})
    enterprise = Enterprise.objects.get()

    send(browser, at("identify", enterprise.key), enterprise, {"number-other": "12"})
    enterprise.refresh_from_db()
    assert enterprise.unfinished == {"number-other": "12"}
    send(browser, at("identify", enterprise.key), enterprise, {**IDENTIFY, "number-other": "12-34-567"})

    assert [(one.scheme, one.value) for one in enterprise.identifiers.all()] == [("other", "1234567")]


def test_paper_is_removed_again(browser, at, begun) -> None:
    browser.post(at("papers", begun.key), {"licence": upload()})
    file = File.objects.of(begun).get()

    response = browser.post(at("papers", begun.key), {"licence-file": file.pk, "licence-remove": "1"})

    assert response["Location"] == at("papers", begun.key)
    assert not File.objects.of(begun).exists()


def test_refused_paper_is_said_beside_its_field(browser, at, begun) -> None:
    bad = upload("licence.exe")

    response = browser.post(at("papers", begun.key), {"licence": bad, "letter": upload()})

    assert "notice error" in response.text
    assert [file.purpose for file in File.objects.of(begun)] == ["enterprises.letter"]


def test_refused_paper_is_said_also_to_who_leaves(browser, at, begun) -> None:
    response = browser.post(at("papers", begun.key), {"licence": upload("licence.exe"), "later": "1"})

    assert "notice error" in response.text


def test_paper_there_is_no_room_for_is_said_beside_its_field_and_stays_on_the_shelf(
    browser, at, begun, owner, settings
) -> None:
    PaperFactory.create(owner=begun, purpose="enterprises.other", size=settings.FILES_QUOTA)

    response = browser.post(at("papers", begun.key), {"licence": upload(), "letter": upload()})

    assert response.text.count("There is no room left for") == 4
    assert not File.objects.of(begun).filter(purpose="enterprises.licence").exists()
    assert File.objects.of(owner).count() == 2


def test_colleagues_are_added_one_by_one(browser, at, begun) -> None:
    fields = {"email": "c@enterprise.example", "role": "viewer", "language": "en"}

    assert browser.post(at("people", begun.key), {**fields, "add": "1"})["Location"] == at("people", begun.key)
    assert "been invited already" in browser.post(at("people", begun.key), fields).text
    assert "notice error" in browser.post(at("people", begun.key), {"add": "1"}).text
    assert browser.post(at("people", begun.key), {"email": ""})["Location"] == at("review", begun.key)
    assert browser.post(at("people", begun.key), {"email": "", "later": "1"})["Location"] == at("home", begun.key)


def test_incomplete_registration_is_not_submitted(browser, at, begun) -> None:
    response = browser.post(at("review", begun.key), follow=True)

    assert "The registration is not complete yet." in response.text
    begun.refresh_from_db()
    assert begun.state == State.DRAFT


def test_returned_registration_shows_remarks_at_their_fields(browser, at, in_review, officer) -> None:
    send_back(in_review, remarks={"address": "Which street?", "licence": "Page 2 is missing."}, by=officer)

    assert browser.get(at("resume", in_review.key))["Location"] == at("review", in_review.key)
    for page, remark in (
        ("home", "Which street?"),
        ("review", "Page 2"),
        ("describe", "Which street?"),
        ("papers", "Page 2"),
    ):
        assert remark in browser.get(at(page, in_review.key)).text


@pytest.mark.parametrize("page", ["identify", "describe", "papers", "review"])
def test_submitted_registration_cannot_be_edited(browser, at, submitted, page) -> None:
    response = browser.get(at(page, submitted.key))

    assert response["Location"] == at("home", submitted.key)


def test_people_of_a_submitted_registration_are_on_their_own_page(browser, at, submitted) -> None:
    assert browser.get(at("people", submitted.key))["Location"] == at("members", submitted.key)


def test_verified_enterprise_is_changed_by_right_answers_alone(browser, at, verified) -> None:
    assert "is not shown as verified" in browser.get(at("identify", verified.key)).text
    send(browser, at("describe", verified.key), verified, {**DESCRIBE, "phone": "call me", "address": "Elsewhere"})
    verified.refresh_from_db()
    assert (verified.unfinished, verified.address) == ({}, "新疆喀什市示例路1号")

    send(browser, at("identify", verified.key), verified, {**IDENTIFY, "name_en": "Another"})

    verified.refresh_from_db()
    assert verified.state == State.SUBMITTED


def test_paper_of_a_verified_enterprise_is_replaced_and_not_taken_back(browser, at, verified) -> None:
    page = browser.get(at("papers", verified.key)).text
    refused = browser.post(at("papers", verified.key), {"licence-remove": "1"}, follow=True)

    assert "is not shown as verified" in page
    assert ("licence-remove" in page, "hand in another in its place" in refused.text) == (False, True)

    browser.post(at("papers", verified.key), {"licence": upload()})

    verified.refresh_from_db()
    assert verified.state == State.SUBMITTED
    assert "Paper verified before" in browser.get(at("home", verified.key)).text


def test_papers_of_an_enterprise_are_not_removed_as_files_are(browser, complete) -> None:
    paper = File.objects.of(complete).first()

    assert browser.post(reverse("files:remove", args=[paper.pk])).status_code == 403
    assert File.objects.filter(pk=paper.pk).exists()


def test_draft_is_discarded_after_a_question(browser, at, begun) -> None:
    assert "cannot be undone" in browser.get(at("discard", begun.key)).text

    assert browser.post(at("discard", begun.key))["Location"] == at("list")

    assert not Enterprise.objects.exists()


@pytest.mark.parametrize("language", ["zh-hans", "en", "ru"])
def test_letter_is_there_in_each_language(browser, at, enterprise, language) -> None:
    text = browser.get(at("letter", enterprise.key, language=language)).text

    assert "916531010000000196" in text
    assert {"zh-hans": "授权书", "en": "Letter of authorisation", "ru": "Доверенность"}[language] in text


@pytest.mark.parametrize("language", ["zh-hans", "en", "ru"])
@pytest.mark.parametrize("page", ["identify", "describe", "papers", "people", "review", "discard"])
def test_step_is_there_in_each_language(browser, at, enterprise, page, language) -> None:
    assert browser.get(at(page, enterprise.key, language=language)).status_code == 200


@pytest.mark.parametrize("page", ["resume", "identify", "describe", "papers", "people", "review", "letter", "discard"])
def test_viewer_and_stranger_have_no_registration_to_write(signed_in, at, enterprise, member, page) -> None:
    for person, status in ((member(Role.VIEWER).person, 403), (UserFactory.create(), 404)):
        client = signed_in(person)
        assert client.get(at(page, enterprise.key)).status_code == status
        if page not in ("resume", "letter"):
            assert client.post(at(page, enterprise.key), {"version": 1, **IDENTIFY}).status_code == status


@pytest.mark.parametrize(
    ("page", "fields"),
    [(identify, {**IDENTIFY, "version": 1}), (papers, {"licence-remove": "1"})],
    ids=["identify", "papers"],
)
def test_what_was_decided_while_the_page_was_sent_is_said(owner, at, enterprise, page, fields) -> None:
    request = RequestFactory().post(at("identify", enterprise.key), fields)
    request.user, request.session = owner, {CURRENT: enterprise.key}
    request._dont_enforce_csrf_checks = True
    # What this request has read of the enterprise is older than the decision.
    memberships_of(request)
    Enterprise.objects.filter(pk=enterprise.pk).update(state=State.REJECTED, submitted_at=enterprise.created_at)
    request._messages = CookieStorage(request)

    response = page(request, enterprise.key)

    assert response["Location"].endswith(f"/enterprises/{enterprise.key}/")
    assert [str(message) for message in request._messages] == ["目前状态下不能修改。"]


def test_identity_document_is_asked_for_of_who_has_agreed(browser, owner, at, enterprise) -> None:
    assert "agree first" in browser.get(at("papers", enterprise.key)).text

    ConsentFactory.create(user=owner, purpose="sensitive")

    page = browser.get(at("papers", enterprise.key)).text
    assert 'name="identity"' in page
    assert "agree first" not in page

import re

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.html import escape

from portal.files.forms import PaperField, PaperForm
from portal.files.models import File
from portal.files.refusals import SENTENCES
from tests.portal.files import sound
from tests.portal.files.conftest import left
from tests.portal.files.hostile import CASES

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.portal.files.pages")]
# Django's own parser of forms lets no such name through.
UNNAMED = {"nothing but an ending"}


@pytest.fixture
def sent(client, user, purpose):
    """Send the form as a browser does, without any script."""
    client.force_login(user)

    def send(title, upload=None, **more):
        return client.post("/en/evidence/", {"title": title, **({"paper": upload} if upload else {}), **more})

    return send


def pdf(name="合同.pdf"):
    return SimpleUploadedFile(name, sound.pdf(), "application/pdf")


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_hostile_file_is_refused_by_the_form_and_nothing_is_kept(sent, folder, case):
    response = sent("A title", SimpleUploadedFile(case.name, case.content(), "application/pdf"))

    shown = re.search(r'<p class="error" id="id_paper_error">(.*?)</p>', response.text)[1]
    sentence = re.escape(escape(str(SENTENCES[case.code])))
    assert response.status_code == 200
    assert re.fullmatch(re.sub(r"%\\\((\w+)\\\)s|%\((\w+)\)s", ".+", sentence), shown)
    assert 'value="A title"' in response.text
    assert File.objects.count() == 0
    assert left(folder) == []


@pytest.mark.usefixtures("strict_templates")
def test_file_is_kept_while_another_field_is_put_right(sent):
    first = sent("", pdf())
    key = re.search(r'name="paper-file" value="([\w-]{36})"', first.text)[1]

    second = sent("A title", **{"paper-file": key})

    assert "合同.pdf" in first.text
    assert second.text == f"A title {key} {File.objects.get().sha256}"


def test_form_wants_its_file(sent):
    assert "Choose a file." in sent("A title").text


@pytest.mark.parametrize("key", ["nonsense", "00000000-0000-4000-8000-000000000000"])
def test_file_that_is_gone_is_asked_for_again(sent, key):
    response = sent("A title", **{"paper-file": key})

    assert ("The file is no longer there" in response.text) is True


def test_file_of_somebody_else_cannot_be_named(sent, client, django_user_model):
    sent("", pdf())
    client.force_login(django_user_model.objects.create_user("other@portal.example", language="en"))

    response = client.post("/en/evidence/", {"title": "x", "paper-file": str(File.objects.get().pk)})

    assert "The file is no longer there" in response.text


def test_file_is_let_go_by_its_button(sent):
    first = sent("", pdf())
    key = re.search(r'name="paper-file" value="([\w-]{36})"', first.text)[1]

    response = sent("A title", **{"paper-file": key, "paper-remove": "1"})

    assert "Choose a file." in response.text
    assert 'name="paper-file" value=""' in response.text


def test_new_file_takes_the_place_of_the_one_before(sent):
    first = sent("", pdf())
    key = re.search(r'name="paper-file" value="([\w-]{36})"', first.text)[1]

    response = sent("", pdf("other.pdf"), **{"paper-file": key})

    assert "other.pdf" in response.text
    assert "合同.pdf" not in response.text


class OptionalForm(PaperForm):
    paper = PaperField("tests.evidence", required=False)


def test_file_handed_in_before_is_shown_and_kept(user, purpose, received):
    file = received()
    shown = OptionalForm(initial={"paper": file}, by=user)
    unchanged = OptionalForm({"paper-file": str(file.pk)}, initial={"paper": file}, by=user)
    removed = OptionalForm({"paper-file": str(file.pk), "paper-remove": "1"}, initial={"paper": file}, by=user)

    assert shown["paper"].paper == file
    assert (unchanged.is_valid(), unchanged.cleaned_data["paper"], unchanged.has_changed()) == (True, file, False)
    assert (removed.is_valid(), removed.cleaned_data["paper"], removed.has_changed()) == (True, None, True)


def test_form_that_does_not_mention_the_file_is_told_so(user, purpose):
    assert OptionalForm({}, by=user)["paper"].field.widget.value_omitted_from_data({}, {}, "paper")
    assert OptionalForm({}, by=user).is_multipart()


def test_field_outside_of_such_a_form_is_an_error(purpose):
    class Plain(OptionalForm.__bases__[0].__bases__[0]):
        paper = PaperField("tests.evidence")

    with pytest.raises(TypeError, match="PaperForm"):
        Plain({}, {"paper": pdf()}).is_valid()


def test_stranger_leaves_nothing_on_the_disk(purpose, folder):
    """The form is read before anybody asks who sends it: its token is in it."""
    stranger = Client(enforce_csrf_checks=True)
    stranger.cookies[settings.CSRF_COOKIE_NAME] = "a" * 32
    response = stranger.post("/en/evidence/", {"title": "A title", "paper": pdf()})

    assert response.status_code == 403
    assert left(folder) == []


@pytest.mark.parametrize(("code", "words"), [("en", "more than"), ("ru", "больше"), ("zh-hans", "超出")])
def test_request_of_ten_gigabytes_is_refused_before_it_is_read(client, folder, code, words):
    response = client.post(f"/{code}/files/uploads/", CONTENT_LENGTH=str(10 * 1024**3))

    assert response.status_code == 413
    assert words in response.text
    assert left(folder) == []

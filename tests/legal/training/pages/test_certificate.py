"""A certificate on paper, and the page that says whether it is genuine, and no more."""

import io

import pytest
from django.urls import reverse
from django.utils import timezone, translation
from pypdf import PdfReader

from legal.training import printing
from portal.languages import CODES
from tests.bench.measuring import within
from tests.factories import CertificateFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]


@pytest.fixture
def certificate():
    return CertificateFactory.create(name="艾格琳 Айгерим", sample=True)


def verified(client, certificate, language: str = "en", *, asking: str = "127.0.0.1"):
    with translation.override(language):
        return client.get(reverse("training:certificate", args=[certificate.token]), REMOTE_ADDR=asking)


def text_of(content: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


def test_paper_says_it_in_three_languages_on_one_page(certificate, settings) -> None:
    settings.SITE_URL = "https://law-valley.example"

    content = printing.write(certificate)

    said = "".join(text_of(content).split())
    wanted = [
        certificate.number,
        "艾格琳",
        "Айгерим",
        "跨境合同",
        "Certificateofattendance",
        "西南政法大学",
        "Юго-Западныйуниверситет",
        "Свидетельствообучастии",
        "from7September2026to8September2026",
        "示例：并非真实证书",
        f"https://law-valley.example/zh-hans/training/certificates/{certificate.token}/",
    ]
    assert [words for words in wanted if words not in said] == []
    assert len(PdfReader(io.BytesIO(content)).pages) == 1


def test_paper_of_one_day_names_it_once_and_what_is_no_sample_is_not_called_one(certificate) -> None:
    certificate.last_day, certificate.sample, certificate.course = certificate.first_day, False, {"en": "Treaties"}

    columns = printing.matter(certificate)["columns"]

    assert [(one["days"], one["sample"], one["course"]) for one in columns] == [
        ("时间：2026年9月7日", "", "Treaties"),
        ("on 7 September 2026", "", "Treaties"),
        ("7 сентября 2026 г.", "", "Treaties"),
    ]


def test_paper_is_the_same_however_often_it_is_made(certificate) -> None:
    with translation.override("ru"):
        first = printing.write(certificate)

    assert printing.write(certificate) == first


def test_name_is_data_and_never_markup(certificate) -> None:
    certificate.name = '#panic("x") $ ] \u202e " \\'

    assert '#panic("x")' in text_of(printing.write(certificate))


def test_paper_is_made_while_one_waits(certificate) -> None:
    printing.write(certificate)

    with within(1.0):
        printing.write(certificate)


def test_holder_fetches_the_paper_and_nobody_else(client, certificate) -> None:
    place = reverse("training:certificate-file", args=[certificate.number])
    client.force_login(certificate.enrolment.person)
    own = client.get(place)
    client.force_login(UserFactory.create())

    assert (own["Content-Type"], own.content[:5]) == ("application/pdf", b"%PDF-")
    assert own["Content-Disposition"] == f'attachment; filename="certificate-{certificate.number}.pdf"'
    assert client.get(place).status_code == 404


@pytest.mark.parametrize("language", CODES)
def test_anybody_sees_that_it_is_valid_and_what_it_says(client, certificate, language) -> None:
    answer = verified(client, certificate, language)

    course = {"zh-hans": "跨境合同", "en": "Contracts across the border", "ru": "Договоры"}[language]
    valid = {"zh-hans": "该证书有效", "en": "This certificate is valid.", "ru": "действительно"}[language]
    assert [w for w in (certificate.number, "艾格琳 Айгерим", course, valid) if w not in answer.text] == []
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert "no-store" in answer["Cache-Control"]


def test_page_says_that_it_is_revoked_and_nothing_else(client, certificate) -> None:
    officer = UserFactory.create(full_name="Officer Sample")
    type(certificate).objects.update(revoked_at=timezone.now(), revoked_by=officer, reason="A secret reason.")
    type(certificate).objects.update(last_day=certificate.first_day)

    page = verified(client, certificate).text

    assert "This certificate is revoked." in page
    unsaid = ("A secret reason.", "Officer Sample", certificate.enrolment.person.email, certificate.issued_by.email)
    assert [words for words in unsaid if words in page] == []


def test_word_nobody_was_given_leads_nowhere_and_cannot_be_guessed_at_length(client, certificate) -> None:
    certificate.token = "no-such-word"

    # One more than two minutes allow: the clock may strike between.
    met = [verified(client, certificate, asking="192.0.2.61").status_code for _ in range(61)]

    assert (met[0], set(met)) == (404, {404, 429})

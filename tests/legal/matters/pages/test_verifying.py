"""Anybody who holds a receipt sees that it is genuine, and nothing of the matter."""

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import translation

from legal.matters.models import Matter
from tests.factories import RepresentativeFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]


@pytest.fixture(autouse=True)
def nothing_counted():
    cache.clear()


@pytest.fixture
def submission(complete, kept_apart):
    from legal.matters.actions.submitting import submit  # noqa: PLC0415

    RepresentativeFactory.create(matter=complete)
    return submit(complete, by=complete.begun_by)


@pytest.mark.parametrize(
    ("language", "words"),
    [("zh-hans", "回执真实。"), ("en", "This receipt is genuine."), ("ru", "Эта квитанция подлинная.")],
)
def test_receipt_is_verified_in_each_language_by_whoever_has_its_address(client, submission, language, words):
    with translation.override(language):
        answer = client.get(submission.get_absolute_url())

    assert words in answer.text
    assert submission.matter.number in answer.text
    assert submission.sha256 in answer.text
    assert answer["X-Robots-Tag"] == "noindex, nofollow"


def test_nothing_of_the_matter_is_shown(client, submission):
    shown = client.get(submission.get_absolute_url()).text

    matter = Matter.objects.get()
    private = [matter.title, matter.key, matter.enterprise.register_name, "ТОО «Ромашка»", "授权委托书.pdf"]
    assert [words for words in private if words in shown] == []


@pytest.mark.parametrize(
    ("sum_of", "words"),
    [
        (lambda one: " ".join(["0000"] * 16), "A file with this checksum is among those submitted"),
        (lambda one: one.listed["submission"]["sha256"].upper(), "This is the checksum of submission.json"),
        (lambda one: one.sha256, "This is the checksum of manifest.json"),
        (lambda one: "1" * 64, "No file with this checksum was submitted."),
        (lambda one: "1" * 63, "A SHA-256 has 64 digits"),
        (lambda one: "z" * 64, "A SHA-256 has 64 digits"),
        (lambda one: "", "Give the SHA-256 of the file."),
    ],
)
def test_checksum_is_told_to_be_of_a_file_that_was_submitted_or_not(client, submission, sum_of, words):
    shown = client.get(submission.get_absolute_url(), {"sha256": sum_of(submission)}).text

    assert words in shown


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "There is no such receipt"), ("zh-hans", "没有这份回执"), ("ru", "Такой квитанции нет")],
)
def test_receipt_that_is_none_is_said_to_be_none(client, language, words):
    with translation.override(language):
        answer = client.get(reverse("matters:receipt", args=["a-word-nobody-was-told"]))

    assert answer.status_code == 404
    assert words in answer.text

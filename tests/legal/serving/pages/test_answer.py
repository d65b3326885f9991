"""A side hands in exhibits and files its answer on its pages."""

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import translation
from django.utils.formats import localize
from django.utils.timezone import localtime

from legal.matters.actions.moving import withdraw
from legal.serving.actions import answering, handing_in
from legal.serving.forms.sides import AnswerForm
from legal.serving.models import Answer, AnswerDraft, Paper
from portal.languages import CODES

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]
TYPED = {"name": "Delivery note", "purpose": "It came late", "language": "ru", "audience": "everyone"}


def at(name, *parts, language="en"):
    with translation.override(language):
        return reverse(f"serving:{name}", args=parts)


@pytest.mark.parametrize("language", CODES)
def test_exhibit_is_handed_in_and_taken_out(signed_in, service, participant, language, sent):
    client, place = signed_in(participant.user), at("papers", participant.key, language=language)
    file = sent(by=participant.user)
    assert client.get(place).status_code == 200

    handed = client.post(place, TYPED | {"paper-file": str(file.pk)}, follow=True)
    assert "Delivery note" in handed.text
    taken = client.post(at("take-out", participant.key, 1, language=language), follow=True)

    assert (taken.status_code, Paper.objects.count()) == (200, 0)


def test_exhibit_that_is_wrong_or_has_no_room_is_shown_again(
    signed_in, service, participant, sent, settings, monkeypatch
):
    client, place = signed_in(participant.user), at("papers", participant.key)

    wrong = client.post(place, TYPED)
    settings.FILES_QUOTA = 1
    full = client.post(place, TYPED | {"paper-file": str(sent(by=participant.user).pk)})
    settings.FILES_QUOTA = 10**9
    monkeypatch.setattr(handing_in, "MOST_PAPERS", 0)
    many = client.post(place, TYPED | {"paper-file": str(sent("B", by=participant.user).pk)})

    assert [answer.status_code for answer in (wrong, full, many)] == [422] * 3
    assert [list(answer.context["form"].errors) for answer in (wrong, full, many)] == [
        ["paper"],
        ["paper"],
        ["__all__"],
    ]


@pytest.mark.parametrize("language", CODES)
def test_answer_is_saved_filed_and_read(signed_in, service, participant, matter, language):
    client, place = signed_in(participant.user), at("answer", participant.key, language=language)
    typed = {"text": "Мы не признаем.", "counterclaim": "", "language": "ru"}
    assert client.get(place).status_code == 200

    saved = client.post(place, typed | {"version": 0}, follow=True)
    assert "Мы не признаем." in saved.text
    filed = client.post(place, typed | {"version": 1, "file": "1", "counterclaim": "Встречное"}, follow=True)

    answer = Answer.objects.get()
    assert "Встречное" in filed.text
    with translation.override(language):
        own = client.get(matter.get_absolute_url())
        theirs = signed_in(matter.begun_by).get(matter.get_absolute_url())
        public = client.get(answer.get_absolute_url())
    assert (own.status_code, public.status_code) == (404, 200)
    assert "Мы не признаем." in theirs.text
    assert client.get(at("content", participant.key)).text == answer.content
    assert client.get(at("manifest", participant.key)).text == answer.manifest
    again = client.get(place, follow=True)
    assert again.redirect_chain == [(participant.get_absolute_url(), 302)]
    with translation.override(language):
        assert str(localize(localtime(answer.at))) in str(*again.context["messages"])


def test_page_of_an_answer_that_is_filed_is_not_there_for_a_stranger(signed_in, service, participant, matter):
    answering.save(participant, text="No.", language="ru", version=0, by=participant.user)
    answering.file(participant, version=1, by=participant.user)

    assert signed_in(matter.begun_by).get(at("answer", participant.key)).status_code == 404


def test_answer_saved_on_another_device_loses_nothing(signed_in, service, participant):
    answering.save(
        participant, text="Theirs", counterclaim="More of theirs", language="ru", version=0, by=participant.user
    )
    client, place = signed_in(participant.user), at("answer", participant.key)

    late = client.post(place, {"text": "Mine", "language": "ru", "version": 0})

    assert late.status_code == 422
    assert ["Theirs" in late.text, "Mine" in late.text] == [True, True]
    assert client.post(place, {"text": "Mine", "language": "ru", "version": 1}).status_code == 302
    assert AnswerDraft.objects.get().text == "Mine"


def test_answer_without_words_is_shown_again(signed_in, service, participant):
    client = signed_in(participant.user)

    answer = client.post(at("answer", participant.key), {"language": "ru", "version": 0})

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["text"])
    assert client.get(at("content", participant.key)).status_code == 404


def test_receipt_says_whether_a_file_was_filed(client, service, participant):
    answering.save(participant, text="No.", language="ru", version=0, by=participant.user)
    answer = answering.file(participant, version=1, by=participant.user)
    place = at("receipt", answer.token)

    page = client.get(place, {"sha256": answer.sha256})

    assert "This is the checksum of manifest.json" in page.text
    assert page["X-Robots-Tag"] == "noindex, nofollow"
    assert client.get(at("receipt", "none")).status_code == 404
    assert client.get(place, {"sha256": "x"}).status_code == 200


def test_answer_after_the_end_is_refused_and_stays_as_it_was_typed(signed_in, service, participant, matter):
    withdraw(matter, by=matter.begun_by)

    late = signed_in(participant.user).post(
        at("answer", participant.key), {"text": "Мы возражаем.", "language": "ru", "version": 0}
    )

    assert late.status_code == 422
    assert "Мы возражаем." in late.text


def test_answer_before_any_exhibit_says_that_none_is_filed_with_it(signed_in, service, participant):
    page = signed_in(participant.user).get(at("answer", participant.key)).text

    assert "No exhibit is filed with it so far." in page
    assert "0 exhibits" not in page


def test_counterclaim_is_not_asked_for_where_there_is_none():
    assert "counterclaim" not in AnswerForm(draft=None, counterclaim=False).fields


def test_answer_that_was_filed_is_verified_by_the_command(signed_in, service, participant, matter, tmp_path, capsys):
    draft = answering.save(participant, text="We deny it.", language="en", version=0, by=participant.user)
    answer = answering.file(participant, version=draft.version, by=participant.user)
    client = signed_in(participant.user)
    for name in ("manifest", "content"):
        (tmp_path / name).write_bytes(client.get(at(name, participant.key)).content)

    call_command("verify_receipt", tmp_path / "manifest", tmp_path / "content", sha256=answer.sha256)

    told = capsys.readouterr().out
    assert f"{matter.number}, answer 1, " in told
    assert f"{tmp_path / 'content'}: submitted as answer.json" in told

"""A letter is filled in out of a template in the language of those it is for, printed, and sent as a message."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.forms import modelform_factory
from django.test import Client
from django.urls import reverse

from legal.handling import printing
from legal.handling.actions.deciding import decide
from legal.handling.actions.loading import load_letters
from legal.handling.forms.template import TemplateForm
from legal.handling.letters import language_for, write_out
from legal.handling.models import Letter
from legal.handling.models.letter import filled
from legal.matters.actions.moving import move
from legal.matters.models import Actor, Matter, Message
from portal.accounts.models import User
from portal.languages import BY_CODE, LANGUAGES
from tests.at_once import behind
from tests.legal.handling.conftest import at

pytestmark = pytest.mark.django_db
EN, RU, ZH = BY_CODE["en"], BY_CODE["ru"], BY_CODE["zh-hans"]


@pytest.fixture
def letter(db: None) -> Letter:
    return Letter.objects.create(
        slug="asked",
        move="ask",
        name_en="What we ask for",
        name_ru="О чем мы просим",
        body_en="{number} {title}: {reason} {officer}",
        body_ru="{number}: {reason}, {office}",
    )


def test_letter_is_filled_in_with_the_reason_of_its_move(held: Matter, officer: User, letter: Letter) -> None:
    assert write_out(letter, held, EN, by=officer) == f"{held.number} {held.title}:  {officer}"
    decide(held, "ask", reason="The contract {number} is missing.", by=officer)

    # What is filled in is a text, and no template.
    assert write_out(letter, held, EN, by=officer) == (
        f"{held.number} {held.title}: The contract {{number}} is missing. {officer}"
    )
    assert "Кашгар" in write_out(letter, held, RU, by=officer)
    assert write_out(Letter(body_en="{reason}"), held, EN, by=officer) == "The contract {number} is missing."


def test_language_is_that_of_those_it_is_for_where_the_template_has_it(held: Matter, letter: Letter) -> None:
    found = [language_for(letter, held, to) for to in ("respondent", "applicant", "everyone")]
    assert found == [RU, EN, EN]

    letter.body_en = ""

    assert (language_for(letter, held, "applicant"), language_for(Letter(), held, "everyone")) == (RU, ZH)


def test_text_with_an_unknown_placeholder_is_not_saved(letter: Letter) -> None:
    letter.full_clean(exclude=["body_zh_hans", "name_zh_hans"])
    letter.body_ru = "{number} {deadline} {}"

    with pytest.raises(ValidationError) as refusal:
        letter.clean()

    assert list(refusal.value.message_dict) == ["body_ru"]
    assert "“, deadline”" in refusal.value.message_dict["body_ru"][0]
    assert filled("{number} {other}", [("number", "1")]) == "1 {other}"


def test_samples_are_loaded_once_in_three_languages(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("load_letters")
    assert load_letters() == 0

    assert capsys.readouterr().out == "Templates of letters added: 3.\n"
    assert all(letter.languages == list(LANGUAGES) and letter.sample for letter in Letter.objects.all())
    assert str(Letter(slug="bare")) == "bare"


@pytest.mark.parametrize("language", LANGUAGES)
def test_letter_is_printed(held: Matter, language) -> None:
    text = "First.\r\nSecond.\n\n*Third* #strong[x] \U0001f600"

    made = printing.write(held, text, language, on=datetime.date(2026, 7, 1))

    assert made.startswith(b"%PDF")
    given = printing.content(held, text, language, on=datetime.date(2026, 7, 1))
    assert given["paragraphs"][0] == ["First.", "Second."]
    assert (given["number"], given["lang"]) == (held.number, language.text)


@pytest.mark.parametrize("language", [language.code for language in LANGUAGES])
def test_letter_is_chosen_changed_and_sent(desk: Client, held: Matter, officer: User, language: str) -> None:
    User.objects.filter(pk=officer.pk).update(language=language)
    load_letters()
    Letter.objects.create(slug="another", kind="arbitration", name_en="Another", body_en="x")

    chosen = desk.get(at("letters", held)).text
    page = desk.get(at("write_letter", held, letter="received"), {"to": "respondent"}).text
    anew = desk.get(at("write_letter", held, letter="received"), {"to": "respondent", "language": "en"}).text
    typed = {"to": "respondent", "language": "ru", "body": "Документы получены."}
    led = desk.post(at("write_letter", held, letter="received"), typed)

    assert (at("write_letter", held, letter="decided") in chosen, "another" in chosen) == (True, False)
    assert (f"Дело {held.number}" in page, f"Matter {held.number}" in anew) == (True, True)
    assert led["Location"] == at("file", held)
    message = Message.objects.get()
    assert (message.side, message.audience, message.language) == ("respondent", "side", "ru")


def test_letter_is_printed_as_it_was_changed(desk: Client, held: Matter, letter: Letter) -> None:
    typed = {"to": "everyone", "language": "en", "body": "As changed.", "print": "1"}

    file = desk.post(at("write_letter", held, letter=letter.slug), typed)

    assert (file["Content-Type"], file.content[:4]) == ("application/pdf", b"%PDF")
    assert not Message.objects.exists()


def test_letter_that_cannot_be_sent_stays_as_it_was_typed(desk: Client, held: Matter, letter: Letter) -> None:
    typed = {"to": "institution", "language": "en", "body": ""}
    empty = desk.post(at("write_letter", held, letter=letter.slug), typed)
    Matter.objects.update(state="decided")

    late = desk.post(at("write_letter", held, letter=letter.slug), typed | {"to": "everyone", "body": "Too late."})

    assert (empty.status_code, late.status_code, "Too late." in late.text) == (422, 422, True)
    assert desk.get(at("letters", held)).status_code == 200


def test_where_there_is_no_template_the_page_says_so(desk: Client, held: Matter) -> None:
    assert "There is no template of a letter yet." in desk.get(at("letters", held)).text


def test_template_is_kept_in_the_console(client: Client, admin_user: User, letter: Letter) -> None:
    from tests.signing_in import signed_in_staff  # noqa: PLC0415

    browser = signed_in_staff(client, admin_user)
    address = reverse("admin:handling_letter_change", args=[letter.pk])
    typed = {"slug": "asked", "kind": "", "move": "ask"} | {
        f"{field}_{language.column}": "{number}" for field in ("name", "body") for language in LANGUAGES
    }

    page = browser.get(address).text
    refused = browser.post(address, typed | {"body_ru": "{deadline}"}).text
    browser.post(address, typed)

    letter.refresh_from_db()
    assert ("name_ru" in page, "deadline" in refused, letter.body_zh_hans) == (True, True, "{number}")


def test_template_that_is_only_read_asks_for_no_words() -> None:
    form = modelform_factory(Letter, form=TemplateForm, fields=["slug"])()

    assert not [name for name in form.fields if name.startswith("body_")]


@pytest.mark.django_db(transaction=True)
def test_letter_sent_while_the_matter_ends_says_so(desk: Client, held: Matter, officer: User, letter: Letter) -> None:
    typed = {"body": "Too late.", "to": "everyone", "language": "en"}

    page = behind(
        lambda: move(held, "decide", by=officer, actor=Actor.OFFICER),
        lambda: desk.post(at("write_letter", held, letter=letter.slug), typed),
    )

    assert (page.status_code, "Too late." in page.text) == (422, True)
    assert "Messages are written while a matter is under way." in page.text

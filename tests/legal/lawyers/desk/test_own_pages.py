"""A lawyer's own pages: how the profile stands, its questions one group a page, and when there is time for matters."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.utils import translation
from lxml import html

from legal.lawyers.actions.deciding import hide
from legal.lawyers.actions.profiles import discard
from legal.lawyers.actions.revising import revise
from legal.lawyers.facts import groups
from legal.lawyers.models import Lawyer, Mention, Portrait
from legal.lawyers.papers import licence_papers
from legal.lawyers.states import RevisionState
from portal.files.models import File
from tests.factories import (
    AdmissionFactory,
    CaseFactory,
    EducationFactory,
    FirmFactory,
    JurisdictionFactory,
    LawFactory,
    LawyerFactory,
    MentionFactory,
    OfficeHoursFactory,
    ProvisionFactory,
    PublicationFactory,
    TopicFactory,
    UserFactory,
)
from tests.legal.lawyers.conftest import again
from tests.legal.lawyers.desk.conftest import at
from tests.legal.lawyers.paper import portrait, sent, upload

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates", "folder")]

LANGUAGES = ["zh-hans", "en", "ru"]
# The session, who it is, the profile with its revision and parts, what happened, the frame of the page.
HOME_QUERIES = 26


def filled(client, address: str, **typed: str) -> dict[str, str]:
    """What the form of a page sends, with some fields typed anew."""
    form = next(
        one for one in html.fromstring(client.get(address).text).forms if one.method == "POST" and one.get("enctype")
    )
    return dict(form.form_values()) | typed


def post(client, address: str, **typed: str):
    return client.post(address, filled(client, address, **typed))


@pytest.mark.parametrize("language", LANGUAGES)
def test_person_without_a_profile_begins_one_or_looks_for_theirs(own, language) -> None:
    unkept = LawyerFactory.create(name_en="Ma Jun", licence_number="L-7")
    LawyerFactory.create(name_en="Ma Kept", user=UserFactory.create())

    page = own.get(at("home", language=language), {"q": "l-7"})

    assert at("claim", unkept.slug, language=language) in page.text
    assert "Ma Kept" not in own.get(at("home", language=language), {"q": "ma"}).text
    assert at("begin", language=language) in page.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_profile_is_begun_with_a_name_and_a_kind(own, keeper, language) -> None:
    JurisdictionFactory.create()
    address = at("begin", language=language)
    assert own.get(address).status_code == 200

    refused = own.post(address, {"name_zh_hans": "", "kind": "prc-lawyer", "jurisdiction": "cn"})
    begun = own.post(address, {"name_en": "Zhao Lan", "kind": "prc-lawyer", "jurisdiction": "cn"})

    assert refused.status_code == 422
    assert 'role="alert"' in refused.text
    assert begun["Location"] == at("edit", "person", language=language)
    assert Lawyer.objects.get(user=keeper).name_en == "Zhao Lan"
    assert own.get(address)["Location"] == at("home", language=language)


def test_profile_begun_twice_is_refused_in_words(own, begun, monkeypatch) -> None:
    # Another device of the same person has begun one since this page was opened.
    monkeypatch.setattr("legal.lawyers.views.own.profile_of", lambda user: None)

    page = own.post(at("begin"), {"name_en": "Zhao Lan", "kind": "prc-lawyer", "jurisdiction": "cn"})

    assert "You have a profile already." in page.text


@pytest.mark.parametrize("page", ["availability", "work", "review", "discard"])
def test_pages_of_a_profile_lead_who_has_none_to_where_it_begins(own, page) -> None:
    assert own.get(at(page))["Location"] == at("home")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_group_of_questions_is_a_page_in_each_language(own, complete, language) -> None:
    with translation.override(language):
        asked = {group.slug: str(group.label) for group in groups.OF_A_LAWYER}

    pages = {slug: own.get(at("edit", slug, language=language)).text for slug in asked}

    assert {slug for slug, label in asked.items() if f"<h1>{label}</h1>" not in pages[slug]} == set()


@pytest.mark.parametrize(
    ("language", "words"), [("zh-hans", "发表于"), ("en", "Published in"), ("ru", "Опубликовано в")]
)
def test_publication_says_where_it_appeared(own, complete, language, words) -> None:
    page = own.get(at("edit", "publications", language=language)).text

    assert f">{words}</label>" in " ".join(page.split()).replace("> ", ">").replace(" <", "<")


def test_answers_of_a_person_are_saved_and_lead_on(own, begun) -> None:
    answer = post(
        own, at("edit", "person"), summary_en="Carriage of goods.\r\nBy rail.", native_name="赵岚", native_language="zh"
    )

    held = again(begun)
    assert answer["Location"] == at("edit", "licence")
    assert (held.facts["summary_en"], held.facts["native_language"]) == ("Carriage of goods.\nBy rail.", "zh")


@pytest.mark.parametrize(
    ("group", "typed", "sentence"),
    [
        ("person", {"name_zh_hans": "", "name_en": ""}, "Give the name in one of the three languages at least."),
        ("person", {"native_name": "Айгүл"}, "A name in its own script has the language it is written in, too."),
        ("person", {"summary_en": "a\u202eb"}, "there is an invisible character in it."),
        ("licence", {"licensed_on": "1899-12-31"}, "Give a day that has been."),
        ("licence", {"licensed_on": "2999-01-01"}, "Give a day that has been."),
    ],
)
def test_wrong_answer_is_named_and_nothing_typed_is_lost(own, begun, group, typed, sentence) -> None:
    page = post(own, at("edit", group), **typed)

    assert sentence in html.fromstring(page.text).text_content().replace("\n", " ")
    assert page.status_code == 422
    assert all(value in page.text for value in typed.values())
    assert again(begun).facts["name_en"] == "Zhao Lan"


def test_licence_is_saved_with_its_paper_which_can_be_taken_back(own, begun) -> None:
    address = at("edit", "licence")
    values = filled(own, address, licence_number="1650", issuing_body_en="Department of Justice")
    assert own.post(address, values | {"paper": upload()})["Location"] == at("edit", "admissions")
    assert len(licence_papers(begun)) == 1

    # A page that knows nothing of the paper takes none away.
    own.post(address, filled(own, address) | {"paper-file": ""})
    assert len(licence_papers(begun)) == 1
    taken = post(own, address, **{"paper-remove": "1"})

    assert taken["Location"] == address
    assert licence_papers(begun) == []
    assert again(begun).facts["licence_number"] == "1650"


def test_paper_there_is_no_room_for_is_told_beside_the_answers(own, begun, settings) -> None:
    settings.FILES_QUOTA = 1
    address = at("edit", "licence")
    values = filled(own, address, licence_number="1650", issuing_body_en="Department of Justice")

    page = own.post(address, values | {"paper": upload()})

    assert page.status_code == 422
    assert "1650" in page.text
    assert File.objects.count() == 0


def test_paper_sent_earlier_finds_no_room_with_the_revision(own, begun, keeper, settings) -> None:
    shelf = sent(keeper)
    settings.FILES_QUOTA = 1
    address = at("edit", "licence")
    values = filled(own, address, licence_number="1650", issuing_body_en="Department of Justice")

    page = own.post(address, values | {"paper-file": str(shelf.pk)})

    assert page.status_code == 409
    assert 'role="alert"' in page.text


def test_list_is_written_entry_by_entry(own, begun) -> None:
    JurisdictionFactory.create(code="kz", name_en="Kazakhstan")
    address = at("edit", "admissions")

    first = post(own, address, **{"row-0-jurisdiction": "cn", "row-0-since": "2012-05-07", "more": "1"})
    second = post(own, address, **{"row-1-jurisdiction": "kz", "row-1-number": "KZ-1"})

    assert (first["Location"], second["Location"]) == (address, at("edit", "areas"))
    assert again(begun).facts["admissions"] == [
        {"jurisdiction": "cn", "number": "", "since": "2012-05-07"},
        {"jurisdiction": "kz", "number": "KZ-1", "since": ""},
    ]

    post(own, address, **{"row-0-DELETE": "on"})

    assert [row["jurisdiction"] for row in again(begun).facts["admissions"]] == ["kz"]


def test_entry_named_twice_and_level_left_out_are_told(own, begun) -> None:
    languages = {"row-0-language": "en", "row-0-consult": "C1"}
    post(own, at("edit", "languages"), **languages)

    twice = post(own, at("edit", "languages"), **{"row-1-language": "en", "row-1-consult": "C1"})
    none = post(own, at("edit", "languages"), **{"row-1-language": "ru"})
    wrong = post(own, at("edit", "languages"), **{"row-1-language": ""} | {"row-1-consult": "C1"})

    assert "This stands in another entry already." in twice.text
    assert "Give a level for one task at least, or remove this language." in none.text
    assert 'role="alert"' in wrong.text
    assert [row["language"] for row in again(begun).facts["skills"]] == ["en"]


def test_more_entries_than_a_profile_shows_are_refused(own, begun) -> None:
    values = filled(own, at("edit", "education")) | {"row-TOTAL_FORMS": "21"}
    values |= {f"row-{n}-institution": "A" for n in range(21)} | {f"row-{n}-language": "en" for n in range(21)}

    page = own.post(at("edit", "education"), values)

    assert "20" in page.text
    assert 'role="alert"' in page.text


def test_other_groups_are_saved_as_they_are_typed(own, begun) -> None:
    TopicFactory.create()
    post(own, at("edit", "areas"), topics="contract")
    post(own, at("edit", "education"), **{"row-0-institution": "A", "row-0-year": "2001", "row-0-language": "en"})
    post(own, at("edit", "publications"), **{"row-0-title": "B", "row-0-link": "press.example", "row-0-language": "zh"})
    last = post(own, at("edit", "fees"), fees_en="By the hour.")

    facts = again(begun).facts
    assert facts["topics"] == ["contract"]
    assert facts["education"] == [{"institution": "A", "degree": "", "year": 2001, "language": "en"}]
    assert facts["publications"][0]["link"] == "https://press.example"
    assert (last["Location"], facts["fees_en"]) == (at("edit", "photo"), "By the hour.")


def test_answers_saved_elsewhere_meanwhile_are_not_overwritten_unseen(own, begun) -> None:
    values = filled(own, at("edit", "fees"), fees_en="One.")
    post(own, at("edit", "fees"), fees_en="Two.", later="1")

    page = own.post(at("edit", "fees"), values)

    assert page.status_code == 409
    assert "One." in page.text
    assert again(begun).facts["fees_en"] == "Two."
    assert own.post(at("edit", "fees"), values | {"seen": "x" * 100}).status_code == 409


def test_what_waits_for_a_decision_is_not_written_on(own, submitted) -> None:
    assert own.get(at("edit", "fees"))["Location"] == at("review")
    assert own.get(at("edit", "nothing")).status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
def test_profile_is_submitted_taken_back_and_withdrawn(own, complete, language) -> None:
    review = own.get(at("review", language=language)).text
    assert at("move", "submit", language=language) in review

    own.post(at("move", "submit", language=language))
    assert again(complete).state == RevisionState.SUBMITTED
    assert at("move", "recall", language=language) in own.get(at("review", language=language)).text
    own.post(at("move", "recall", language=language))
    own.post(at("move", "withdraw", language=language))

    assert again(complete).state == RevisionState.WITHDRAWN
    assert own.post(at("move", "submit", language=language)).status_code == 404
    assert own.get(at("review", language=language)).status_code == 200


def test_incomplete_profile_says_what_is_missing_and_offers_no_submission(own, begun) -> None:
    page = own.get(at("review")).text

    assert "Give the number of the licence." in page
    assert at("move", "submit") not in page
    assert own.post(at("move", "nonsense")).status_code == 404


def test_looking_at_a_published_profile_begins_no_revision(own, published) -> None:
    pages = [own.get(at(*page)).status_code for page in (("edit", "fees"), ("review",), ("home",))]

    assert pages == [200, 200, 200]
    assert not published.revisions.open().exists()


def test_changes_of_a_published_profile_are_compared_with_it(own, published) -> None:
    post(own, at("edit", "fees"), fees_en="By the hour.")

    page = own.get(at("review")).text

    assert "By the hour." in page
    assert "Licence number" not in page


@pytest.mark.parametrize(("language", "rows"), [("zh-hans", 3), ("en", 1), ("ru", 3)])
def test_home_tells_everything_in_a_fixed_number_of_queries(
    own, published, keeper, rows, language, django_assert_num_queries
) -> None:
    firm = FirmFactory.create()
    published.firm = firm
    published.save()
    for number in range(rows):
        jurisdiction = JurisdictionFactory.create(code=f"x{number}", name_en=f"Country {number}")
        AdmissionFactory.create(lawyer=published, jurisdiction=jurisdiction)
        OfficeHoursFactory.create(lawyer=published, weekday=number + 1)
        EducationFactory.create(lawyer=published)
        PublicationFactory.create(lawyer=published)
        MentionFactory.create(lawyer=published)
    published.topics.set([TopicFactory.create()])

    with django_assert_num_queries(HOME_QUERIES):
        page = own.get(at("home", language=language))

    assert page.status_code == 200
    assert str(firm) in page.text or language != "en"


def test_home_of_a_hidden_profile_says_why(own, published, moderator) -> None:
    hide(published, reason="The licence is being looked into.", by=moderator)

    page = own.get(at("home")).text

    assert "The licence is being looked into." in page
    assert "Readers are not shown this profile at present." in page


def test_home_of_a_returned_revision_shows_the_remark(own, published, keeper) -> None:
    revision = revise(published, by=keeper)
    revision.remark, revision.state = "Say what an hour costs.", RevisionState.RETURNED
    revision.save()

    assert "Say what an hour costs." in own.get(at("home")).text
    assert "Say what an hour costs." in own.get(at("edit", "fees")).text
    assert "Say what an hour costs." in own.get(at("review")).text


@pytest.mark.parametrize(
    ("page", "typed"), [(("edit", "fees"), {"fees_en": "x"}), (("availability",), {"time_zone": "Asia/Almaty"})]
)
def test_profile_that_is_discarded_meanwhile_is_said_to_be(own, begun, page, typed) -> None:
    waiting = [begun.lawyer]

    def first(execute, sql, *rest):
        if "FOR UPDATE" in sql and waiting:
            discard(waiting.pop(), by=begun.lawyer.user)
        return execute(sql, *rest)

    with connection.execute_wrapper(first):
        answer = own.post(at(*page), typed)

    assert answer["Location"] == at("home")
    assert "This profile was discarded meanwhile." in own.get(at("home")).text


@pytest.mark.parametrize("language", LANGUAGES)
def test_profile_that_was_never_published_is_discarded(own, begun, language) -> None:
    assert at("discard", language=language) in own.get(at("home", language=language)).text
    assert own.get(at("discard", language=language)).status_code == 200

    own.post(at("discard", language=language))

    assert not Lawyer.objects.exists()


@pytest.mark.parametrize("language", LANGUAGES)
def test_office_hours_are_typed_day_by_day(own, published, language) -> None:
    OfficeHoursFactory.create(lawyer=published)
    address = at("availability", language=language)
    assert 'value="10:00"' in own.get(address).text

    hours = {"opens_1": "10:00", "closes_1": "14:00", "reopens_1": "16:00", "recloses_1": "20:00"}
    own.post(address, {"time_zone": "Asia/Almaty", **hours})

    held = again(published)
    assert (held.takes_new_matters, held.time_zone) == (False, "Asia/Almaty")
    assert [str(span)[-11:] for span in held.office_hours.all()] == ["10:00–14:00", "16:00–20:00"]
    assert own.get(at("home", language=language)).status_code == 200


@pytest.mark.parametrize(
    "typed",
    [
        {"opens_1": "10:00"},
        {"opens_1": "14:00", "closes_1": "10:00"},
        {"opens_1": "10:00", "closes_1": "14:00", "reopens_1": "13:00", "recloses_1": "20:00"},
        {"opens_1": "nonsense"},
    ],
)
def test_office_hours_that_make_no_sense_are_refused(own, published, typed) -> None:
    page = own.post(at("availability"), {"time_zone": "Asia/Almaty", **typed})

    assert 'role="alert"' in page.text
    assert not published.office_hours.exists()


@pytest.mark.parametrize("language", LANGUAGES)
def test_cases_and_articles_are_named_by_their_addresses(own, published, language) -> None:
    case, provision = CaseFactory.create(), ProvisionFactory.create(path="article-1")
    law = provision.edition.law
    prefix = f"https://portal.example/{language}"
    address = at("work", language=language)
    assert own.get(address).status_code == 200

    for page in (
        f"{prefix}/cases/{case.jurisdiction.code}/{case.slug}/?beside=ru#facts",
        f"{prefix}/laws/{law.jurisdiction.code}/{law.slug}/article-1",
        f"{prefix}/laws/{law.jurisdiction.code}/{law.slug}/",
    ):
        own.post(address, {"address": page})

    named = [(one.case, one.law, one.path) for one in Mention.objects.all()]
    assert named == [(case, None, ""), (None, law, "article-1"), (None, law, "")]
    assert own.get(address).status_code == 200


@pytest.mark.parametrize(
    "typed",
    [
        *("", "nonsense", "https://[", "/en/", "/en/cases/cn/none/", "/en/laws/cn/none/", "/en/laws/", "/xx/laws/"),
        *("/en/laws/cn/known/article-999/", "/en/nowhere/", "/en/laws/cn/known/\u202e/"),
    ],
)
def test_address_of_nothing_one_can_name_is_refused(own, published, typed) -> None:
    LawFactory.create(slug="known")

    page = own.post(at("work"), {"address": typed})

    assert 'role="alert"' in page.text
    assert not Mention.objects.exists()


def test_what_is_named_twice_is_refused_and_what_was_named_is_taken_out(own, published) -> None:
    case = CaseFactory.create()
    page = f"/en/cases/{case.jurisdiction.code}/{case.slug}/"
    own.post(at("work"), {"address": page})

    assert "You have named this already." in own.post(at("work"), {"address": page}).text

    mine, foreign = Mention.objects.get(), MentionFactory.create()
    assert own.post(at("unname"), {"mention": foreign.pk}).status_code == 404
    own.post(at("unname"), {"mention": mine.pk})
    assert [*Mention.objects.all()] == [foreign]


@pytest.mark.parametrize("language", LANGUAGES)
def test_photo_is_sent_shown_and_taken_out(own, begun, language) -> None:
    address = at("edit", "photo", language=language)

    onward = own.post(address, filled(own, address) | {"picture": portrait()})
    page, home = own.get(address).text, own.get(at("home", language=language)).text
    out = own.post(at("photo-remove", language=language))

    assert onward["Location"] == at("review", language=language)
    assert [one.count("data:image/webp;base64,") for one in (page, home)] == [1, 1]
    assert [one.count(at("photo-remove", language=language)) for one in (page, home)] == [1, 1]
    assert out["Location"] == at("home", language=language)
    assert "data:image/webp" not in own.get(address).text
    assert not Portrait.objects.exists()


def test_page_of_the_photo_that_is_left_as_it_is_changes_nothing(own, begun) -> None:
    own.post(at("edit", "photo"), filled(own, at("edit", "photo")) | {"picture": portrait()})
    before = again(begun).facts

    onward = post(own, at("edit", "photo"))

    assert (onward["Location"], again(begun).facts) == (at("review"), before)


def test_photo_that_cannot_be_shown_is_refused_in_words_and_can_be_taken_away(own, begun) -> None:
    address = at("edit", "photo")

    small = own.post(address, filled(own, address) | {"picture": portrait(side=200)})
    strange = own.post(address, filled(own, address) | {"picture": SimpleUploadedFile("me.pdf", b"%PDF-1.7")})
    kept = File.objects.get()
    away = own.post(address, filled(own, address) | {"picture-file": str(kept.pk), "picture-remove": "1"})

    assert (small.status_code, "too few pixels" in small.text) == (409, True)
    assert (strange.status_code, "not of a type that is accepted" in strange.text) == (422, True)
    assert away["Location"] == address
    assert again(begun).facts["photo"] == ""

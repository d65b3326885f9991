"""The pages of the console about matters: queue, declaration, file, decision."""

import datetime
import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.formats import date_format

from enterprises.models.enterprise import new_key
from legal.clocks.models import Deadline
from legal.clocks.states import Whose
from legal.exhibits.models import Exhibit
from legal.handling.queue import A_PAGE
from legal.matters.actions.declaring import declare
from legal.matters.kinds import BY_SLUG
from legal.matters.models import Entry, Matter, Message
from legal.matters.officers import holder_of
from portal.accounts.models import User
from tests.factories import MatterFactory, MatterMessageFactory, ProducedFactory, RepresentativeFactory
from tests.legal.handling.conftest import HANDLES, at, handed_in, staff
from tests.signing_in import signed_in_staff

pytestmark = pytest.mark.django_db
LANGUAGES = ["zh-hans", "en", "ru"]
# The session, who it is, their rights; the matters, their desks, what was declared of them, their deadlines.
QUEUE_QUERIES = 8


def queue(**asked: object) -> str:
    query = "&".join(f"{name}={value}" for name, value in asked.items())
    return f"{reverse('admin:matters_matter_changelist')}?{query}"


def numbers(page: str) -> list[str]:
    return re.findall(r"TRY-2026-\d{5}|TRY-\d{4}-\d{5}", page)


def many(number: int) -> list[Matter]:
    return [handed_in(MatterFactory.create(title=f"A secret of number {n}")) for n in range(number)]


@pytest.fixture(autouse=True)
def without_respondent(monkeypatch: pytest.MonkeyPatch, settings, tmp_path) -> None:
    from dataclasses import replace  # noqa: PLC0415

    settings.VAR_DIR = tmp_path
    monkeypatch.setitem(BY_SLUG, "tests-matter", replace(BY_SLUG["tests-matter"], sides=("applicant",)))


@pytest.mark.parametrize(("language", "rows"), [("zh-hans", 3), ("en", 1), ("ru", 3)])
def test_queue_shows_numbers_and_no_content_in_a_fixed_number_of_queries(
    client: Client, language: str, rows: int, django_assert_num_queries
) -> None:
    desk = signed_in_staff(client, staff(*HANDLES, language=language))
    made = many(rows)
    desk.get(queue())

    with django_assert_num_queries(QUEUE_QUERIES):
        page = desk.get(queue()).text

    assert numbers(page) == [matter.number for matter in made]
    assert "A secret" not in page
    assert str(made[0].enterprise) not in page


def test_queue_that_is_empty_says_so(desk: Client) -> None:
    assert "No matter of this kind is found." in desk.get(queue()).text


@pytest.mark.parametrize(("whose", "shown"), [("mine", [0]), ("nobody", [1]), ("", [0, 1]), ("nonsense", [0, 1])])
def test_queue_is_narrowed_to_a_desk(desk: Client, held: Matter, whose: str, shown: list[int]) -> None:
    made = [held, *many(1)]

    assert numbers(desk.get(queue(whose=whose)).text) == [made[place].number for place in shown]


@pytest.mark.parametrize(("state", "shown"), [("", 1), ("submitted", 1), ("decided", 1), ("asked", 0), ("draft", 1)])
def test_queue_is_narrowed_to_a_state_and_shows_no_draft(desk: Client, state: str, shown: int) -> None:
    _open, ended = many(2)
    Matter.objects.filter(pk=ended.pk).update(state="decided", ended_at=ended.submitted_at)
    MatterFactory.create()

    assert len(numbers(desk.get(queue(state=state)).text)) == shown


@pytest.mark.parametrize("asked", [{"kind": "none"}, {"at": "x", "after": "1"}, {"at": "2026-13-01T00:00", "after": 1}])
def test_question_that_makes_no_sense_shows_the_first_page(desk: Client, asked: dict[str, object]) -> None:
    (matter,) = many(1)

    assert numbers(desk.get(queue(**asked)).text) == [matter.number]


def test_pages_follow_one_another_even_where_times_are_the_same(desk: Client) -> None:
    (first,) = many(1)
    person = first.begun_by
    Matter.objects.bulk_create(
        Matter(
            key=new_key(),
            kind=first.kind,
            enterprise=first.enterprise,
            begun_by=person,
            submitted_by=person,
            submitted_at=first.submitted_at,
            state="submitted",
            year=2000,
            serial=n,
            number=f"TRY-2000-{n:05}",
        )
        for n in range(A_PAGE)
    )

    page = desk.get(queue()).text
    (following,) = re.findall(r'rel="next"\s+href="([^"]+)"', page)
    rest = desk.get(reverse("admin:matters_matter_changelist") + following.replace("&amp;", "&")).text

    assert (len(numbers(page)), len(numbers(rest))) == (A_PAGE, 1)
    assert "Those that wait longest" in rest


def test_queue_tells_the_day_a_rule_promises_and_none_where_none_does(desk: Client) -> None:
    days = (datetime.date(2020, 1, 1), datetime.date(2999, 1, 2), None)
    for matter, day in zip(many(4), days, strict=False):
        clock = {"clock": "examination", "whose": Whose.STAFF, "started_at": matter.submitted_at, "due": day}
        Deadline.objects.create(matter=matter, **clock)

    page = desk.get(queue()).text

    told = [date_format(day, "DATE_FORMAT") for day in days if day]
    assert (f"{told[0]}, past" in page, told[1] in page, page.count(", past")) == (True, True, 1)


def test_queue_says_to_who_handles_nothing_that_they_do_not(client: Client) -> None:
    assert "You handle no kind of matter." in signed_in_staff(client, staff("view_matter")).get(queue()).text


def test_queue_is_closed_to_other_staff(client: Client) -> None:
    assert signed_in_staff(client, staff()).get(queue()).status_code == 403


def test_auditor_reads_the_queue_of_every_kind(client: Client, auditor: User) -> None:
    (matter,) = many(1)

    page = signed_in_staff(client, auditor).get(queue(kind="tests-matter")).text

    assert numbers(page) == [matter.number]
    assert "not declared yet" not in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_file_is_opened_by_a_declaration_made_over_names_alone(
    client: Client, submitted: Matter, language: str
) -> None:
    RepresentativeFactory.create(matter=submitted)
    officer = staff(*HANDLES, language=language)
    desk = signed_in_staff(client, officer)

    led = desk.get(at("file", submitted))
    page = desk.get(led["Location"]).text
    opened = desk.post(led["Location"], {"conflict": "no"}, follow=True).text

    assert ("ТОО «Ромашка»" in page, "Sample Counsel" in page, submitted.title in page) == (True, True, False)
    assert submitted.title in opened
    assert submitted.entries.filter(what="matters.read", actor="officer", by=officer).count() == 1


def test_file_with_a_conflict_stays_closed(desk: Client, held: Matter) -> None:
    told = desk.post(at("declare", held), {"conflict": "yes"}, follow=True).text

    assert "stays closed to you" in told
    assert desk.get(at("file", held)).status_code == 403
    assert "I have a conflict" not in desk.get(at("declare", held)).text
    assert at("file", held) not in desk.get(queue()).text
    assert holder_of(held) is None


def test_member_of_the_enterprise_is_told_why_they_cannot_declare(desk: Client, held: Matter, colleague: User) -> None:
    own = handed_in(MatterFactory.create(begun_by=User.objects.get(pk=desk.session["_auth_user_id"])))

    page = desk.post(at("declare", own), {"conflict": "no"}).text

    assert "You are a member of the enterprise" in page


def test_matter_that_is_not_theirs_is_not_there(desk: Client, submitted: Matter, client: Client) -> None:
    Matter.objects.update(kind="arbitration")

    assert [desk.get(at(page, submitted)).status_code for page in ("file", "declare")] == [404, 404]


@pytest.mark.parametrize("name", ["file", "declare", "take"])
def test_page_of_a_matter_is_not_there_for_other_staff(client: Client, submitted: Matter, name: str) -> None:
    assert signed_in_staff(client, staff("view_matter")).get(at(name, submitted)).status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
def test_file_shows_everything_to_its_holder(client: Client, held: Matter, officer: User, language: str) -> None:
    User.objects.filter(pk=officer.pk).update(language=language)
    MatterMessageFactory.create(matter=held, body="We paid in May.")
    MatterMessageFactory.create(matter=held, body="Between us.", audience="institution", side="")
    RepresentativeFactory.create(matter=held)
    produced = ProducedFactory.create(matter=held, audience="institution", submission=held.submissions.get())

    page = signed_in_staff(client, officer).get(at("file", held)).text

    for shown in (held.title, "We paid in May.", "Between us.", produced.exhibit.name, held.submissions.get().sha256):
        assert shown in page
    assert at("decide", held, move="ask") in page
    assert at("release", held) in page


def test_auditor_reads_all_but_what_the_institution_keeps_to_itself(
    client: Client, held: Matter, auditor: User
) -> None:
    MatterMessageFactory.create(matter=held, body="Between us.", audience="institution", side="")
    kept, shown = (
        ProducedFactory.create(matter=held, audience=audience, submission=held.submissions.get())
        for audience in ("institution", "everyone")
    )
    browser = signed_in_staff(client, auditor)

    page = browser.get(at("file", held)).text
    done = browser.post(at("write", held), {"to": "institution", "language": "en", "body": "I was here."})

    assert (shown.exhibit.name in page, kept.exhibit.name in page, "Between us." in page) == (True, False, False)
    assert '<form method="post" action="/console/matters' not in page
    assert (done.status_code, Message.objects.filter(body="I was here.").exists()) == (302, False)
    assert browser.get(at("exhibit", held, number=kept.number)).status_code == 404
    assert held.entries.filter(by=auditor, what="matters.read", actor="officer").exists()


def test_exhibit_is_called_as_it_was_submitted_and_its_new_name_is_told(desk: Client, officer: User) -> None:
    produced = ProducedFactory.create()
    Exhibit.objects.filter(pk=produced.exhibit_id).update(name="Contract 7")
    matter = handed_in(produced.matter)
    declare(matter, conflict=False, by=officer)
    Exhibit.objects.filter(pk=produced.exhibit_id).update(name="Contract 8")

    answer = desk.get(at("file", matter))

    assert [(one.exhibit.name, one.renamed) for one in answer.context["produced"]] == [("Contract 7", "Contract 8")]
    assert "The enterprise has since called it “Contract 8” in its list." in answer.text


def test_exhibit_is_opened_with_an_entry(desk: Client, held: Matter) -> None:
    produced = ProducedFactory.create(matter=held, submission=held.submissions.get())

    led = desk.get(at("exhibit", held, number=produced.number))

    assert led["Location"].endswith(reverse("files:download", args=[produced.exhibit.file_id]))
    assert held.entries.order_by("position").last().what == "matters.open-exhibit"


def test_messages_of_a_file_are_shown_a_page_at_a_time_the_newest_first(desk: Client, held: Matter) -> None:
    MatterMessageFactory.create_batch(20, matter=held, body="The first.")
    MatterMessageFactory.create(matter=held, body="The last.")

    newest, before = desk.get(at("file", held)), desk.get(f"{at('file', held)}?messages=1")

    assert [("The last." in page.text, "The first." in page.text) for page in (newest, before)] == [
        (True, False),
        (False, True),
    ]
    assert 'href="?messages=1#messages"' in newest.text


def test_file_is_taken_handed_over_and_written_in_from_its_page(
    desk: Client, submitted: Matter, officer: User, colleague: User
) -> None:
    declare(submitted, conflict=False, by=officer)
    assert desk.get(at("take", submitted)).status_code == 302
    desk.post(at("take", submitted))
    assert holder_of(submitted) == officer

    desk.post(at("write", submitted), {"to": "applicant", "language": "ru", "body": "Пришлите договор."})
    desk.post(at("hand-over", submitted), {"to": colleague.pk})

    assert Message.objects.get().side == "applicant"
    assert holder_of(submitted) == colleague
    refused = desk.post(at("release", submitted))
    assert (refused.status_code, "Somebody else has this file on the desk." in refused.text) == (422, True)


def test_what_was_typed_stays_where_something_is_wrong(desk: Client, held: Matter) -> None:
    page = desk.post(at("write", held), {"to": "nobody", "language": "en", "body": "A long text."})

    assert (page.status_code, "A long text." in page.text) == (422, True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_decision_is_confirmed_with_its_reason(client: Client, held: Matter, officer: User, language: str) -> None:
    User.objects.filter(pk=officer.pk).update(language=language)
    desk = signed_in_staff(client, officer)

    asked = desk.get(at("decide", held, move="ask"))
    without = desk.post(at("decide", held, move="ask"), {"reason": ""})
    desk.post(at("decide", held, move="ask"), {"reason": "The contract is missing."})

    assert (asked.status_code, without.status_code) == (200, 422)
    assert Matter.objects.get(pk=held.pk).state == "asked"


def test_decision_that_is_not_open_leads_back_to_the_file(desk: Client, held: Matter) -> None:
    led = desk.get(at("decide", held, move="withdraw"))

    assert led["Location"] == at("file", held)


def test_decision_made_meanwhile_is_told_and_not_made_twice(desk: Client, held: Matter, monkeypatch) -> None:
    from legal.handling.officers import deciding  # noqa: PLC0415

    # Between the page being asked for and the decision somebody else was quicker.
    really = deciding.open_to
    monkeypatch.setattr(deciding, "open_to", lambda seat: (really(seat), Matter.objects.update(state="asked"))[0])

    page = desk.post(at("decide", held, move="decide"), follow=True).text

    assert "This cannot be done with it as it stands now." in page


def test_decision_is_not_open_to_who_does_not_hold_the_file(client: Client, held: Matter, colleague: User) -> None:
    declare(held, conflict=False, by=colleague)
    browser = signed_in_staff(client, colleague)

    page = browser.post(at("decide", held, move="decide"), follow=True).text

    assert "Take the file onto your desk first." in page
    assert at("decide", held, move="decide") not in page


def test_decision_with_a_page_leads_there(desk: Client, held: Matter, monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace  # noqa: PLC0415

    from legal.matters.kinds import Decision  # noqa: PLC0415

    own = Decision("ask", page="admin:handling_declare")
    monkeypatch.setitem(BY_SLUG, held.kind, replace(BY_SLUG[held.kind], decisions=(own,)))

    assert desk.get(at("file", held)).text.count(f'href="{at("declare", held)}"') == 2
    assert desk.get(at("decide", held, move="ask"))["Location"] == at("file", held)


def test_history_of_the_row_is_for_those_it_is_opened_to(desk: Client, held: Matter, submitted: Matter) -> None:
    (other,) = many(1)
    history = [reverse("admin:matters_matter_history", args=[matter.pk]) for matter in (held, other)]

    assert [desk.get(address).status_code for address in history] == [200, 403]


def test_row_leads_to_its_file(desk: Client, held: Matter) -> None:
    rows = [reverse("admin:matters_matter_change", args=[key]) for key in (held.pk, 0)]

    assert [desk.get(row)["Location"] for row in rows] == [at("file", held), reverse("admin:matters_matter_changelist")]
    assert desk.post(rows[0]).status_code == 403


def test_first_page_shows_what_waits_for_who_handles_it(desk: Client, held: Matter) -> None:
    many(1)

    page = desk.get(reverse("admin:index")).text

    assert "Trial proceeding" in page
    assert "The oldest has waited 0 days." in page


def test_first_page_says_where_nothing_waits(desk: Client) -> None:
    assert "No matter waits." in desk.get(reverse("admin:index")).text


def test_members_read_what_was_decided_and_why(client: Client, held: Matter) -> None:
    from legal.handling.actions.deciding import decide  # noqa: PLC0415

    decide(held, "ask", reason="The contract is missing.", by=holder_of(held))
    client.force_login(held.begun_by)

    page = client.get(held.get_absolute_url()).text

    assert "The contract is missing." in page
    assert Entry.objects.filter(matter=held, what="tests.matter.ask").exists()

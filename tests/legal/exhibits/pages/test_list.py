"""The list: what it shows, how it is narrowed, printed and taken away."""

import io

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from enterprises.models import Enterprise
from enterprises.states import State
from legal.exhibits.models import Exhibit, Legalization
from portal.files.states import State as FileState
from portal.languages import CODES
from tests.factories import ExhibitFactory, MembershipFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]


def names(response) -> list[str]:
    return [exhibit.name for exhibit in response.context["page"]]


@pytest.mark.parametrize("count", [1, 3])
def test_exhibits_are_listed_in_a_fixed_number_of_queries(
    browser, enterprise, at, count, django_assert_max_num_queries
) -> None:
    mine = [ExhibitFactory.create(enterprise=enterprise) for _ in range(count)]
    ExhibitFactory.create(enterprise=enterprise, language="zh", translation_of=mine[0])
    ExhibitFactory.create(name="Of others")

    with django_assert_max_num_queries(15):
        page = browser.get(at("list"))

    assert names(page) == [*[exhibit.name for exhibit in mine], Exhibit.objects.get(translation_of=mine[0]).name]
    assert "1 translation" in page.text
    assert "Of others" not in page.text


@pytest.mark.parametrize("language", CODES)
def test_list_is_read_in_each_language_full_empty_and_closed(browser, enterprise, exhibit, at, language) -> None:
    full = browser.get(at("list", language=language)).text
    Exhibit.objects.update(withdrawn_at=timezone.now())
    empty = browser.get(at("list", language=language)).text
    nothing = browser.get(at("list", language=language, q="xyz")).text
    Enterprise.objects.update(state=State.SUSPENDED)
    closed = browser.get(at("list", language=language)).text

    assert [("Contract 7" in page) for page in (full, empty, nothing, closed)] == [True, False, False, False]
    assert [at("add", language=language) in page for page in (full, empty, nothing, closed)] == [True] * 3 + [False]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["Contract 7", "Bilingual", "Photo"]),
        ({"q": "contract"}, ["Contract 7"]),
        ({"q": "driver"}, ["Photo"]),
        ({"language": "zh"}, ["Bilingual"]),
        ({"kind": "picture"}, ["Photo"]),
        ({"show": "no-zh"}, ["Contract 7"]),
        ({"show": "no-ru"}, []),
        ({"show": "uncertified"}, ["Bilingual"]),
        ({"show": "unfinished"}, ["Bilingual"]),
        ({"show": "withdrawn"}, ["Gone"]),
        ({"show": "nonsense", "language": "xx", "kind": "\0", "q": "\0"}, ["Contract 7", "Bilingual", "Photo"]),
    ],
    ids=str,
)
def test_list_is_narrowed(browser, enterprise, exhibit, at, asked, found) -> None:
    needed = {"purpose": "", "legalization": Legalization.NEEDED}
    ExhibitFactory.create(enterprise=enterprise, name="Bilingual", language="zh", second_language="ru", **needed)
    ExhibitFactory.create(enterprise=enterprise, name="Photo", language="zxx", kind="picture", purpose="The driver")
    ExhibitFactory.create(enterprise=enterprise, name="Gone", withdrawn_at=timezone.now())

    assert names(browser.get(at("list"), asked)) == found


def test_pages_of_the_list_keep_what_was_asked(browser, enterprise, at) -> None:
    ExhibitFactory.create_batch(26, enterprise=enterprise)

    page = browser.get(at("list", kind="contract", page="2"))

    assert len(names(page)) == 1
    assert "kind=contract&amp;page=1" in page.text


def test_viewer_reads_and_is_led_to_nothing_else(signed_in, viewer, exhibit, at) -> None:
    reading = signed_in(viewer)

    pages = [reading.get(at("list")).text, reading.get(at("exhibit", exhibit)).text]

    assert all("Contract 7" in page for page in pages)
    assert not any(at(name) in pages[0] for name in ("add",))
    assert not any(at(name, exhibit) in pages[1] for name in ("edit", "abroad", "replace", "withdraw", "remove"))


def test_file_that_waits_for_its_check_says_so(browser, enterprise, at) -> None:
    ExhibitFactory.create(enterprise=enterprise, file__state=FileState.QUARANTINED, file__scan_after=timezone.now())

    assert "Waiting for the virus check" in browser.get(at("list")).text


def test_strangers_find_nothing(signed_in, exhibit, at) -> None:
    stranger = signed_in(MembershipFactory.create(person=UserFactory.create()).person)
    foreign = ExhibitFactory.create()

    found = [stranger.get(at(name)).status_code for name in ("list", "print", "spreadsheet", "add")]
    one = stranger.get(at("exhibit", exhibit)).status_code
    of_another_list = signed_in(exhibit.added_by).get(at("exhibit", foreign)).status_code

    assert (found, one, of_another_list) == ([404] * 4, 404, 404)


@pytest.mark.parametrize("language", CODES)
def test_list_is_printed_with_checksums(browser, enterprise, exhibit, at, language) -> None:
    ExhibitFactory.create(enterprise=enterprise, name="Gone", withdrawn_at=timezone.now())

    page = browser.get(at("print", language=language)).text

    assert "Contract 7" in page
    assert exhibit.sha256[:4] + " " + exhibit.sha256[4:8] in page
    assert "Gone" not in page


def test_empty_list_is_printed(browser, at) -> None:
    assert "The list is empty" in browser.get(at("print")).text


@pytest.mark.parametrize(("language", "heading"), [("zh-hans", "名称"), ("en", "Name"), ("ru", "Название")])
def test_list_is_a_spreadsheet_in_the_language_of_the_reader(
    browser, enterprise, exhibit, at, language, heading, django_assert_max_num_queries
) -> None:
    translated = ExhibitFactory.create(
        enterprise=enterprise, number=2, name="=1+1", language="zh", translation_of=exhibit, dated="2026-03-03", pages=3
    )

    with django_assert_max_num_queries(13):
        response = browser.get(at("spreadsheet", language=language))

    sheet = load_workbook(io.BytesIO(response.content)).active
    rows = list(sheet.iter_rows(values_only=True))
    assert response["Content-Disposition"] == f'attachment; filename="exhibits-{enterprise.key}.xlsx"'
    assert (rows[0][1], [row[1] for row in rows[1:]]) == (heading, ["Contract 7", "'=1+1"])
    assert (rows[2][0], rows[2][5], rows[2][-1]) == (2, 1, translated.sha256)

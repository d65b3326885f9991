"""Editors bring archives, look at what would become of each law, and decide; who may not look is refused."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from legal.intake import tasks
from legal.intake.actions import deciding, working
from legal.intake.models import Intake
from legal.intake.pages import A_PAGE
from legal.intake.states import State
from legal.laws.models import Law
from portal.files.models import File
from portal.notices.models import Notice
from tests.factories import JurisdictionFactory
from tests.legal.intake.archives import LAW, MIXED, TEXT, WATER, brought, packed
from tests.signing_in import signed_in_staff

pytestmark = pytest.mark.django_db


def at(name: str, *parts: object) -> str:
    return reverse(f"admin:intake_intake_{name}", args=parts)


def upload(content: bytes | None = None, name: str = "laws.zip") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, packed(LAW) if content is None else content)


@pytest.fixture
def desk(client, editor):
    return signed_in_staff(client, editor)


@pytest.fixture
def mixed(editor) -> Intake:
    JurisdictionFactory.create()
    intake = brought(packed(MIXED), by=editor)
    tasks.work(intake.pk)
    intake.refresh_from_db()
    return intake


def test_editor_brings_an_archive(desk, editor) -> None:
    china = JurisdictionFactory.create()

    answer = desk.post(at("add"), {"archive": upload(), "jurisdiction": "cn"})

    intake = Intake.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, at("change", intake.pk))
    assert (intake.name, intake.brought_by, intake.jurisdiction) == ("laws.zip", editor, china)


def test_form_without_an_archive_says_so(desk) -> None:
    page = desk.post(at("add"), {"jurisdiction": ""}).text

    assert page.count("Choose a file.") == 2
    assert not Intake.objects.exists()


def test_archive_that_is_refused_is_refused_with_its_sentence(desk) -> None:
    page = desk.post(at("add"), {"archive": upload(packed(LAW | {"run.exe": "x"})), "jurisdiction": ""}).text

    assert "only files that end in .toml, .md, .txt or .json belong there" in page
    assert not File.objects.exists()


def test_archive_is_kept_while_another_field_is_put_right(desk) -> None:
    page = desk.post(at("add"), {"archive": upload(), "jurisdiction": "zz"}).text
    file = File.objects.get()

    desk.post(at("add"), {"archive-file": str(file.pk), "jurisdiction": ""})

    assert f'value="{file.pk}"' in page
    assert Intake.objects.get().file == file


@pytest.mark.parametrize("language", ["zh-hans", "en", "ru"])
@pytest.mark.parametrize("state", State.values)
def test_import_is_shown_in_each_language_in_each_state(client, editor, mixed, language, state) -> None:
    editor.language = language
    editor.save()
    failure = Intake.Failure.TOO_LONG if state == State.FAILED else ""
    Intake.objects.update(state=state, failure=failure, imported_by=editor, attempts=2, total=5, done=2)
    signed_in_staff(client, editor)

    response = client.get(at("change", mixed.pk))

    assert "laws.zip" in response.text
    assert ("Refresh" in response) == (state in {"uploaded", "checking", "importing"})


def test_dry_run_is_told_law_by_law_and_file_by_file(desk, mixed) -> None:
    page = " ".join(desk.get(at("change", mixed.pk)).text.split())

    assert "nothing was written" in page
    assert "1 law or file rejected" in page
    assert "cn-broken/law.toml" in page
    assert "There is no topic “nothing”: the law was taken without it." in page
    assert "do not hold up the others" in page
    assert "Water Law" in page
    assert "China" in page
    assert "/tree/" not in page


def test_law_that_is_held_leads_to_its_page(desk, checked, editor) -> None:
    deciding.import_laws(checked, by=editor)
    tasks.work(checked.pk)

    assert 'href="/en/laws/cn/water/"' in desk.get(at("change", checked.pk)).text


def test_title_in_another_language_says_so(desk, editor) -> None:
    only_chinese = WATER.replace('en = "Water Law"\n', "").replace('ru = "Закон о воде"\n', "")
    intake = brought(packed(LAW | {"cn-water/law.toml": only_chinese}), by=editor)
    tasks.work(intake.pk)

    page = desk.get(at("change", intake.pk)).text

    assert '<span lang="zh-Hans">水法</span>' in page
    assert "(Chinese)" in page


def test_archive_without_a_law_says_so(desk, editor) -> None:
    intake = brought(packed({"README.md": "# About\n"}), by=editor)
    tasks.work(intake.pk)

    assert "There is no law in this archive" in desk.get(at("change", intake.pk)).text


def test_long_lists_are_turned_page_by_page(desk, editor) -> None:
    texts = {f"法/第{n}号法(2020-01-01).md": f"# 第{n}号法\n\n第一条 甲。\n\n第二条 乙。\n" for n in range(A_PAGE + 1)}
    intake = brought(packed(texts), by=editor)
    tasks.work(intake.pk)
    first = desk.get(at("change", intake.pk)).text

    second = desk.get(at("change", intake.pk), {"laws": 2}).text

    assert (first.count('lang="zh-Hans"'), second.count('lang="zh-Hans"')) == (A_PAGE, 1)
    assert "?laws=2#laws" in first
    assert "?laws=1#laws" in second


def test_editor_is_asked_once_more_and_then_it_is_imported(desk, mixed) -> None:
    asked = " ".join(desk.get(at("import", mixed.pk)).text.split())
    assert "1 law or file is rejected and left out" in asked
    assert not Law.objects.exists()

    desk.post(at("import", mixed.pk))
    tasks.work(mixed.pk)

    assert Law.objects.count() == 2


def test_second_click_is_told_and_does_nothing(desk, checked) -> None:
    desk.post(at("import", checked.pk))

    page = desk.post(at("import", checked.pk), follow=True).text

    assert "This cannot be done with it as it stands now." in page
    assert Intake.objects.get().state == State.IMPORTING


def test_nothing_is_asked_where_nothing_can_be_imported(desk, intake) -> None:
    assert desk.get(at("import", intake.pk))["Location"] == at("change", intake.pk)


@pytest.mark.parametrize("act", ["discard", "retry"])
def test_looking_acts_on_nothing(desk, checked, act) -> None:
    desk.get(at(act, checked.pk))

    checked.refresh_from_db()
    assert checked.state == State.CHECKED


def test_editor_discards(desk, checked) -> None:
    page = desk.post(at("discard", checked.pk), follow=True).text

    assert "have been removed" in page


def test_editor_tries_again(desk, intake) -> None:
    working.fail(working.claim(intake.pk, worker="one"), Intake.Failure.BROKEN)

    page = desk.post(at("retry", intake.pk), follow=True).text

    intake.refresh_from_db()
    assert intake.state == State.UPLOADED
    assert "Another attempt was ordered" in page


def test_who_has_the_page_open_gets_no_notice(desk, intake) -> None:
    desk.get(at("change", intake.pk))

    tasks.work(intake.pk)

    assert not Notice.objects.exists()


def test_import_that_is_gone_is_not_found(desk) -> None:
    assert desk.get(at("change", 0)).status_code == 302
    assert desk.get(at("import", 0)).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_list_shows_who_brought_what_in_a_fixed_number_of_queries(
    desk, editors, count, django_assert_max_num_queries
) -> None:
    for number in range(count):
        intake = brought(packed(MIXED), by=editors(full_name=f"Colleague {number}"))
        tasks.work(intake.pk)
    brought(packed(LAW | {"cn-water/2021-01-01.zh.md": TEXT}), by=editors())
    desk.get(at("changelist"))

    with django_assert_max_num_queries(14):
        page = desk.get(at("changelist")).text

    assert "Colleague 0" in page
    assert "2 new, 0 changed, 0 unchanged; 1 rejected" in page


def test_page_of_an_import_is_read_in_a_fixed_number_of_queries(desk, mixed, django_assert_max_num_queries) -> None:
    desk.get(at("change", mixed.pk))

    with django_assert_max_num_queries(24):
        desk.get(at("change", mixed.pk))


def test_way_to_import_stands_above_the_list_of_laws(client, editors) -> None:
    signed_in_staff(client, editors("view_law", "view_intake", "add_intake"))
    shown = client.get(reverse("admin:laws_law_changelist")).text
    signed_in_staff(client, editors("view_law"))
    hidden = client.get(reverse("admin:laws_law_changelist")).text

    assert (at("add") in shown, at("add") in hidden) == (True, False)


def test_who_may_look_and_not_import_sees_no_button(client, editors, checked) -> None:
    signed_in_staff(client, editors("view_intake"))

    page = client.get(at("change", checked.pk)).text

    assert "Water Law" in page
    assert at("import", checked.pk) not in page


@pytest.mark.parametrize("page", ["changelist", "add", "change", "import", "discard", "retry"])
def test_staff_without_the_right_are_refused(client, editors, checked, page) -> None:
    signed_in_staff(client, editors("view_law"))

    assert client.get(at(page, *([] if page in {"changelist", "add"} else [checked.pk]))).status_code == 403


def test_archive_is_handed_out_to_whoever_may_see_imports(client, editors, checked) -> None:
    address = reverse("files:download", args=[checked.file.pk])
    signed_in_staff(client, editors("view_law"))
    refused = client.get(address).status_code
    signed_in_staff(client, editors())
    response = client.get(address)
    response.getvalue()

    assert (refused, response.status_code, response["Content-Type"]) == (404, 200, "application/zip")

"""Spreadsheets: a list goes out without formulas, a list comes in as a whole or not at all."""

import datetime
import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from django.urls import reverse
from django.utils import timezone
from openpyxl import Workbook, load_workbook

from enterprises import spreadsheets
from enterprises.actions import sheets
from enterprises.models import Enterprise, Identifier, Invitation, Sheet
from enterprises.papers import SHEET
from enterprises.policies import Role
from enterprises.spreadsheets import COLUMNS
from enterprises.states import State
from enterprises.tasks import _work, go_on, import_rows, look_through, write
from portal import sending
from portal.files import actions as files
from portal.files import judging, storage
from portal.files.models import File
from portal.files.refusals import RefusedError
from portal.files.scanning import Verdict
from portal.files.states import State as FileState
from portal.workflow.errors import NotAllowedError
from tests.at_once import at_once
from tests.enterprises.paper import moves, told
from tests.factories import EnterpriseFactory, IndustryFactory, JurisdictionFactory, UserFactory
from tests.signing_in import signed_in_staff

pytestmark = pytest.mark.django_db

ROW = {
    "country": "cn",
    "number_scheme": "cn-uscc",
    "number": "91653101 0000 0001 96",
    "register_name": "喀什示例贸易有限公司",
    "name_zh": "喀什示例贸易有限公司",
    "name_en": "",
    "name_ru": "",
    "legal_form": "有限责任公司",
    "industry": "international-logistics",
    "in_zone": "yes",
    "representative": "示例负责人",
    "address": "新疆喀什市示例路1号",
    "phone": "+86 998 234 5678",
    "email": "Office@Enterprise.example",
    "website": "",
    "owner_email": "owner@enterprise.example",
}


@pytest.fixture
def officer(db):
    JurisdictionFactory.create()
    IndustryFactory.create()
    return UserFactory.create(is_staff=True, is_superuser=True)


def book(*rows: dict[str, str], columns=COLUMNS) -> SimpleUploadedFile:
    made = Workbook()
    made.active.append(list(columns))
    for row in rows:
        made.active.append([row.get(column, "") for column in columns])
    content = io.BytesIO()
    made.save(content)
    return SimpleUploadedFile("list.xlsx", content.getvalue())


def brought(officer, *rows, language="en") -> Sheet:
    sheet = sheets.bring(book(*rows), language=language, by=officer)
    look_through(str(sheet.pk))
    sheet.refresh_from_db()
    return sheet


def faults(sheet: Sheet) -> list[tuple[int, str]]:
    return [(row, column) for row, column, _ in sheet.faults]


def test_right_rows_are_looked_through_and_nothing_is_changed(officer) -> None:
    sheet = brought(officer, ROW)

    assert (sheet.state, sheet.total, sheet.faults) == (Sheet.State.READY, 1, [])
    assert not Enterprise.objects.exists()
    assert str(sheet).startswith("import")


def test_right_rows_are_imported_verified_with_an_invitation_for_the_owner(officer) -> None:
    sheet = brought(officer, ROW)
    sheets.apply(sheet, by=officer)

    import_rows(str(sheet.pk))
    import_rows(str(sheet.pk))

    enterprise = Enterprise.objects.get()
    assert (enterprise.state, enterprise.email, enterprise.phone) == (
        State.VERIFIED,
        "office@enterprise.example",
        "+869982345678",
    )
    assert enterprise.identifiers.get().held
    assert Invitation.objects.get().role == Role.OWNER
    assert told("invitation") == {"owner@enterprise.example"}
    assert moves(enterprise) == ["import", "invite"]


@pytest.mark.parametrize(
    ("changed", "column"),
    [
        ({"country": "xx"}, "country"),
        ({"number_scheme": "kz-bin"}, "number_scheme"),
        ({"number": "916531010000000197"}, "number"),
        ({"name_zh": ""}, "name_zh"),
        ({"industry": "alchemy"}, "industry"),
        ({"phone": "call me"}, "phone"),
        ({"owner_email": "nobody"}, "owner_email"),
    ],
)
def test_wrong_cell_is_named_by_row_and_column(officer, changed, column) -> None:
    sheet = brought(officer, ROW, {**ROW, "number": "916531010000000271", **changed})

    assert (sheet.state, faults(sheet)) == (Sheet.State.FAULTY, [(3, column)])


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("zh-hans", "与第2行号码相同。"), ("ru", "Такой же номер в строке 2."), ("en", "Row 2 has")],
)
def test_faults_are_told_in_the_language_of_the_officer(officer, language, sentence) -> None:
    sheet = brought(officer, ROW, ROW, language=language)

    assert sentence in sheet.faults[0][2]


def test_number_of_a_verified_enterprise_is_named(officer) -> None:
    Identifier.objects.filter(enterprise=EnterpriseFactory.create(state=State.VERIFIED)).update(held=True)

    assert faults(brought(officer, ROW)) == [(2, "number")]


def test_what_became_wrong_meanwhile_leaves_nothing_half_done(officer) -> None:
    sheet = brought(officer, {**ROW, "number": "916531010000000271"}, ROW)
    sheets.apply(sheet, by=officer)
    rival = EnterpriseFactory.create(state=State.VERIFIED)
    Identifier.objects.filter(enterprise=rival).update(held=True)

    import_rows(str(sheet.pk))

    sheet.refresh_from_db()
    assert (sheet.state, faults(sheet)) == (Sheet.State.FAULTY, [(3, "number")])
    assert list(Enterprise.objects.all()) == [rival]


def test_spreadsheet_that_is_not_ready_or_anothers_is_not_imported(officer) -> None:
    faulty, ready = brought(officer, {}, {"country": "cn"}), brought(officer, ROW)

    for sheet, by in ((faulty, officer), (ready, UserFactory.create())):
        with pytest.raises(NotAllowedError):
            sheets.apply(sheet, by=by)


def archive() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as made:
        made.writestr("readme.txt", "no spreadsheet")
    return content.getvalue()


@pytest.mark.parametrize("content", [b"", b"no archive", archive()], ids=["empty", "no archive", "another archive"])
def test_what_is_no_spreadsheet_is_refused_where_files_are_received(officer, content) -> None:
    with pytest.raises(RefusedError):
        sheets.bring(SimpleUploadedFile("list.xlsx", content), language="en", by=officer)

    assert not Sheet.objects.exists()
    assert not File.objects.exists()


def without_its_table() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(book(ROW)) as whole, zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as made:
        for entry in whole.namelist():
            if entry != "xl/worksheets/sheet1.xml":
                made.writestr(entry, whole.read(entry))
    return content.getvalue()


@pytest.mark.parametrize(
    "content",
    [book(ROW, columns=COLUMNS[1:]).read(), book(columns=()).read(), without_its_table()],
    ids=["other columns", "no columns", "no table"],
)
def test_what_is_no_spreadsheet_of_ours_is_said_in_a_sentence(officer, content) -> None:
    sheet = sheets.bring(SimpleUploadedFile("list.xlsx", content), language="en", by=officer)

    look_through(str(sheet.pk))

    sheet.refresh_from_db()
    assert (sheet.state, faults(sheet)) == (Sheet.State.FAULTY, [(1, "")])


def test_spreadsheet_is_a_file_on_the_shelf_of_the_officer_until_it_is_swept(officer) -> None:
    sheet = sheets.bring(book(ROW), language="en", by=officer)

    file = File.objects.of(officer, SHEET.slug).get()
    assert (sheet.file, file.name) == (file, "list.xlsx")
    assert datetime.timedelta(0) <= sheet.created_at + sheets.KEPT - file.expires_at < datetime.timedelta(minutes=5)


@pytest.fixture
def quarantined(officer, settings) -> Sheet:
    settings.CLAMD_URL = "tcp://127.0.0.1:9"
    return brought(officer, ROW)


def test_spreadsheet_is_not_read_before_it_is_scanned(quarantined) -> None:
    assert (quarantined.state, quarantined.file.state) == (Sheet.State.WAITING, FileState.QUARANTINED)

    judging._conclude(quarantined.file, FileState.CLEAN, Verdict("", "ClamAV"))
    look_through(str(quarantined.pk))

    quarantined.refresh_from_db()
    assert quarantined.state == Sheet.State.READY


def infect(file: File) -> None:
    judging._conclude(file, FileState.INFECTED, Verdict("Eicar-Test-Signature", "ClamAV"))


@pytest.mark.parametrize(
    ("ending", "sentence"),
    [(infect, "did not let the spreadsheet pass"), (files.drop, "no longer there")],
    ids=["infected", "removed"],
)
def test_spreadsheet_that_was_destroyed_is_not_waited_for(quarantined, ending, sentence) -> None:
    ending(quarantined.file)

    look_through(str(quarantined.pk))

    quarantined.refresh_from_db()
    assert quarantined.state == Sheet.State.FAULTY
    assert sentence in quarantined.faults[0][2]


def test_worker_is_told_again_of_what_is_on_its_way(officer, monkeypatch) -> None:
    told = []
    made = [sheets.ask_export({}, language="en", by=officer), sheets.bring(book(ROW), language="en", by=officer)]
    ready = brought(officer, ROW)
    applied = brought(officer, ROW)
    sheets.apply(applied, by=officer)
    monkeypatch.setattr(sending.current_app, "send_task", lambda name, args, **_: told.append((name, *args)))

    go_on()

    names = ["write", "look_through", "import_rows"]
    expected = {(f"enterprises.tasks.{name}", str(one.pk)) for name, one in zip(names, [*made, applied], strict=True)}
    assert set(told) == expected
    assert str(ready.pk) not in str(told)


def test_spreadsheet_at_which_the_worker_fails_is_given_up(client, officer) -> None:
    sheet = sheets.bring(book(ROW), language="en", by=officer)
    storage.destroy(sheet.file)

    with pytest.raises(FileNotFoundError):
        look_through(str(sheet.pk))

    sheet.refresh_from_db()
    assert sheet.state == Sheet.State.FAULTY
    assert (
        "The portal has failed at this spreadsheet" in signed_in_staff(client, officer).get(at("sheet", sheet.pk)).text
    )


def test_spreadsheet_is_tried_again_where_the_database_was_away(officer) -> None:
    sheet = sheets.bring(book(ROW), language="en", by=officer)

    def act(_sheet: Sheet) -> None:
        raise OperationalError

    with pytest.raises(OperationalError):
        _work(str(sheet.pk), act)

    sheet.refresh_from_db()
    assert sheet.state == Sheet.State.WAITING


@pytest.mark.django_db(transaction=True)
def test_of_two_workers_at_once_one_imports(officer) -> None:
    sheet = brought(officer, ROW)
    sheets.apply(sheet, by=officer)

    at_once(lambda: import_rows(str(sheet.pk)), lambda: import_rows(str(sheet.pk)))

    assert Enterprise.objects.count() == 1
    write(str(sheet.pk))
    sheet.refresh_from_db()
    assert sheet.state == Sheet.State.DONE


def test_too_many_rows_are_refused(officer, monkeypatch) -> None:
    monkeypatch.setattr(spreadsheets, "MOST_ROWS", 1)

    assert "divide the list" in brought(officer, ROW, ROW).faults[-1][2]


@pytest.mark.parametrize("text", ["=1+1", "+7", "-1", "@SUM(A1)", "\tx", "=cmd|' /C calc'!A0"])
def test_cell_is_never_a_formula_and_is_read_back(text) -> None:
    assert spreadsheets.cell(text).startswith("'")
    assert spreadsheets.plain(spreadsheets.cell(text)) == text


def test_cell_holds_what_a_spreadsheet_can_hold() -> None:
    moment = datetime.datetime(2026, 1, 1, 4, tzinfo=datetime.UTC)

    assert [spreadsheets.cell(value) for value in ("a\x00b", None, moment)] == ["ab", "", "2026-01-01 12:00"]
    assert spreadsheets.cell("\x0ba\ufffeb\uffff\ud83d\n喀\U0001f600") == "ab\n喀\U0001f600"
    assert (spreadsheets.plain(None), spreadsheets.plain(7), spreadsheets.plain("'quoted'")) == ("", "7", "'quoted'")


def exported(officer, **narrowing: str) -> list[str]:
    sheet = sheets.ask_export(narrowing, language="en", by=officer)
    write(str(sheet.pk))
    rows = load_workbook(sheet.path).active.iter_rows(values_only=True)
    return [row[6] for row in rows][1:]


def test_list_is_exported_as_it_is_narrowed_and_without_drafts(officer) -> None:
    EnterpriseFactory.create(name_en="A Draft")
    EnterpriseFactory.create(name_en="First", state=State.SUBMITTED, industry=None)
    kz = JurisdictionFactory.create(code="kz")
    EnterpriseFactory.create(name_en="=Second", state=State.VERIFIED, country=kz, number="")

    assert exported(officer) == ["First", "'=Second"]
    assert exported(officer, state="verified") == exported(officer, country="kz") == ["'=Second"]
    assert exported(officer, text="fir") == ["First"]


def test_worker_says_how_far_it_is_once_in_a_hundred_rows(officer) -> None:
    sheet = brought(officer, ROW)

    for row in range(1, 202):
        sheet.tell(row)

    assert sheet.done == 200


def test_old_spreadsheets_are_removed(officer) -> None:
    sheet = sheets.ask_export({}, language="en", by=officer)
    write(str(sheet.pk))
    sheets.sweep()
    assert sheet.path.exists()

    sheets.sweep(now=timezone.now() + datetime.timedelta(days=7))

    assert not sheet.path.exists()
    assert not Sheet.objects.exists()


def at(name: str, *parts: object) -> str:
    return reverse(f"admin:enterprises_enterprise_{name}", args=parts)


def test_officer_imports_through_the_pages(client, officer) -> None:
    desk = signed_in_staff(client, officer)
    assert at("template") in desk.get(at("sheets")).text
    page = desk.post(at("import"), {"file": book(ROW)})
    sheet = Sheet.objects.get()
    assert page["Location"] == at("sheet", sheet.pk)
    assert desk.get(at("sheet", sheet.pk))["Refresh"] == "2"

    look_through(str(sheet.pk))
    assert at("sheet_apply", sheet.pk) in desk.get(at("sheet", sheet.pk)).text
    desk.post(at("sheet_apply", sheet.pk))
    import_rows(str(sheet.pk))

    assert "Refresh" not in desk.get(at("sheet", sheet.pk))
    assert Enterprise.objects.count() == 1
    desk.post(at("sheet_apply", sheet.pk))
    assert Enterprise.objects.count() == 1


def test_officer_exports_through_the_pages(client, officer) -> None:
    desk = signed_in_staff(client, officer)
    desk.post(at("export"), {"state": "verified", "country": "cn", "text": ""})
    sheet = Sheet.objects.get()
    assert sheet.narrowing == {"state": "verified", "country": "cn"}
    assert desk.get(at("sheet_file", sheet.pk)).status_code == 404

    write(str(sheet.pk))

    assert at("sheet_file", sheet.pk) in desk.get(at("sheet", sheet.pk)).text
    assert b"".join(desk.get(at("sheet_file", sheet.pk)).streaming_content).startswith(b"PK")


def test_template_has_the_columns(client, officer) -> None:
    content = b"".join(signed_in_staff(client, officer).get(at("template")).streaming_content)

    assert [cell.value for cell in load_workbook(io.BytesIO(content)).active[1]] == list(COLUMNS)


def test_wrong_forms_are_answered_with_sentences(client, officer) -> None:
    desk = signed_in_staff(client, officer)
    large = SimpleUploadedFile("list.xlsx", b"0" * (SHEET.largest + 1))

    assert desk.post(at("export"), {"state": "nowhere"}).status_code == 200
    assert "“list.xlsx” is larger than" in desk.post(at("import"), {"file": large}).text
    assert "This field is required" in desk.post(at("import"), {}).text
    assert desk.get(at("export")).status_code == desk.get(at("import")).status_code == 200
    assert desk.get(at("sheet_apply", brought(officer, {"country": "x"}).pk)).status_code == 302
    assert not Enterprise.objects.exists()


def test_faulty_spreadsheet_shows_its_faults(client, officer) -> None:
    sheet = brought(officer, {**ROW, "country": "xx"})

    assert "There is no such country" in signed_in_staff(client, officer).get(at("sheet", sheet.pk)).text


def test_officer_without_the_right_imports_nothing(client, registrar) -> None:
    desk = signed_in_staff(client, registrar())

    assert at("import") not in desk.get(at("sheets")).text
    assert desk.post(at("import"), {"file": book(ROW)}).status_code == 403


def test_spreadsheet_of_another_officer_is_not_found(client, officer) -> None:
    sheet = brought(officer, ROW)
    desk = signed_in_staff(client, UserFactory.create(is_staff=True, is_superuser=True))

    for name in ("sheet", "sheet_file", "sheet_apply"):
        assert desk.get(at(name, sheet.pk)).status_code == 404

"""`manage.py import_cases`."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from pytest_django import Settings

from legal.cases.models import Case
from portal.history.models import Entry
from tests.legal.cases.samples import LINE, case_file, lines_file

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def index_dir(settings: Settings, tmp_path: Path) -> None:
    settings.SEARCH_INDEX_DIR = tmp_path / "index"


def run(*arguments: object) -> str:
    told = StringIO()
    call_command("import_cases", *map(str, arguments), stdout=told)
    return told.getvalue()


def test_cases_below_a_path_come_into_the_portal_with_their_history(tmp_path: Path) -> None:
    case_file(tmp_path)
    lines_file(tmp_path, LINE)

    told = run(tmp_path, "--jurisdiction", "hk")

    assert "Cases: 2 created, 0 changed, 0 removed, 0 unchanged" in told
    assert sorted(Case.objects.values_list("jurisdiction__code", flat=True)) == ["cn", "hk"]
    assert {entry.origin["command"] for entry in Entry.objects.filter(model="cases.case")} == {"import_cases"}


def test_dry_run_says_so(tmp_path: Path) -> None:
    assert run(case_file(tmp_path), "--dry-run").startswith("This was a dry run: nothing was written.")


def test_command_fails_when_a_case_is_rejected(tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        run(case_file(tmp_path, "silk", ('"supreme"', '"highest"')))

"""The page of the documentation says what the tables say."""

from pathlib import Path

from django.core.management import call_command

from legal.matters import describing
from legal.matters.kinds import BY_SLUG
from legal.matters.management.commands.describe_matters import PAGE

ROOT = Path(__file__).parents[3]


def test_documentation_says_what_the_tables_say() -> None:
    ours = [proceeding for slug, proceeding in BY_SLUG.items() if not slug.startswith("tests-")]

    written = (ROOT / PAGE).read_text(encoding="utf-8")

    assert written == describing.document(ours), "Run manage.py describe_matters."


def test_page_is_written_by_the_command(settings, tmp_path, capsys) -> None:
    settings.BASE_DIR = tmp_path
    (tmp_path / "docs").mkdir()

    call_command("describe_matters")

    written = (tmp_path / PAGE).read_text(encoding="utf-8")
    assert "    draft --> submitted: submit\n" in written
    assert "| `ask` | `submitted` | `asked` | More asked for | More asked for | More asked for | wanted |\n" in written
    assert "| `matters.submitted` | 事项已提交 | A matter was submitted | Дело подано | always |\n" in written
    assert capsys.readouterr().out == f"{PAGE} is written.\n"

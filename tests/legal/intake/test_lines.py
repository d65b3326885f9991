"""What a run has found is kept so that each reader has it in their own language."""

from pathlib import Path

import pytest
from django.utils import translation
from django.utils.translation import gettext_lazy

from legal.intake import lines
from legal.intake.models import Finding, Stage
from legal.laws.importing import Remark, Report
from legal.laws.parsing.records import Rejection

pytestmark = pytest.mark.django_db

TREE = Path("/somewhere/tree")
UNKNOWN = gettext_lazy("There is no region “%(code)s”: the law was taken without it.")
TOO_LONG = gettext_lazy("“%(field)s” is longer than %(limit)s characters.")


def kept(intake, *findings) -> list[Finding]:
    report = Report(
        rejections=[one for one in findings if isinstance(one, Rejection)],
        remarks=[one for one in findings if isinstance(one, Remark)],
    )
    lines.write(intake, Stage.CHECK, report, TREE)
    return list(intake.findings.all())


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("zh-hans", "没有代码为“x”的地区，该法已收录，但未标注地区。"),
        ("en", "There is no region “x”: the law was taken without it."),
        ("ru", "Нет региона с кодом «x»: закон принят без него."),
    ],
)
def test_sentence_is_read_in_the_readers_language(intake, code, sentence) -> None:
    with translation.override("ru"):
        (found,) = kept(intake, Remark(TREE / "cn-a", 1, UNKNOWN, {"code": "x"}))

    with translation.override(code):
        assert found.sentence == sentence


def test_name_within_a_sentence_is_in_its_language(intake) -> None:
    (found,) = kept(intake, Rejection(TREE / "a.md", 1, TOO_LONG, {"field": gettext_lazy("title"), "limit": 500}))

    with translation.override("zh-hans"):
        assert found.sentence == "“标题”超过500个字符。"


def test_path_is_that_within_the_archive(intake) -> None:
    within = Rejection(TREE / "cn-a" / "law.toml", 3, "A sentence.")
    outside = Rejection(Path("/etc/passwd"), 1, "A sentence.")

    assert [(one.file, one.line) for one in kept(intake, within, outside)] == [("cn-a/law.toml", 3), ("passwd", 1)]


def test_what_would_steer_a_reader_is_spelt_out(intake) -> None:
    (found,) = kept(intake, Remark(TREE / "a\u202eb.md", 1, UNKNOWN, {"code": "\0"}))

    assert (found.file, found.params) == ("a\\u202eb.md", {"code": "\\x00"})


def test_later_run_takes_the_place_of_an_earlier_one(intake) -> None:
    kept(intake, Remark(TREE / "a.md", 1, "One."))

    assert [one.message for one in kept(intake, Remark(TREE / "a.md", 1, "Two."))] == ["Two."]

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from portal.reference import actions
from portal.reference.models import Term
from portal.reference.search import terms
from portal.reference.terms import load_terms
from portal.search.models import Change
from portal.search.registry import Concept, Everyday
from tests.factories import TopicFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "terms.tsv").write_text(
        "topic\tzh\ten\tru\tnote\n"
        "contract\t合同\tcontract | agreement\tдоговор | контракт\t\n"
        "gone\t要约\toffer\tоферта\tof a contract\n"
    )
    (tmp_path / "vocabulary.tsv").write_text("topic\tzh\ten\tru\tnote\n\t终止\tend\t\t\n")
    (tmp_path / "lay-words.tsv").write_text(
        "language\teveryday\tlegal\nzh\t老板\t用人单位 | 雇主\nxx\ta\tb\nen\t\temployer\n"
    )
    return tmp_path


def test_terms_are_loaded_once_and_follow_their_files(folder: Path) -> None:
    TopicFactory()

    first, again = load_terms(folder), load_terms(folder)
    (folder / "vocabulary.tsv").write_text("topic\tzh\ten\tru\tnote\n\t终止\tterminate\t\t\n")

    assert (first, again, load_terms(folder), Term.objects.count()) == (4, 0, 2, 4)
    assert [str(term.topic_id is None) for term in Term.objects.glossary()] == ["False", "True"]


def test_kinds_without_a_file_stay(folder: Path, tmp_path: Path) -> None:
    load_terms(folder)
    for name in ("terms.tsv", "lay-words.tsv"):
        (folder / name).unlink()

    assert (load_terms(folder), Term.objects.count()) == (0, 4)


def test_termbase_is_handed_to_search_glossary_first(folder: Path) -> None:
    load_terms(folder)

    assert list(terms()) == [
        Everyday("zh", "老板", ("用人单位", "雇主")),
        Concept({"zh": ("合同",), "en": ("contract", "agreement"), "ru": ("договор", "контракт")}, shown=True),
        Concept({"zh": ("要约",), "en": ("offer",), "ru": ("оферта",)}, shown=True),
        Concept({"zh": ("终止",), "en": ("end",)}, shown=False),
    ]


def test_search_takes_up_what_has_changed_and_only_that(folder: Path) -> None:
    changed, unchanged = actions.load(folder), actions.load(folder)

    assert (changed["terms"], unchanged["terms"], Change.objects.count()) == (4, 0, 1)


def test_progress_is_told_of_every_term(folder: Path) -> None:
    read: list[int] = []

    actions.load(folder, report=read.append)

    assert sum(read) == 4


def test_command_tells_what_it_loaded(folder: Path, settings: Settings, tmp_path: Path) -> None:
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    out = StringIO()

    call_command("load_reference", str(folder), stdout=out)

    assert out.getvalue().splitlines()[-1] == "terms: 4 new or changed"


def test_folder_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="is not a folder"):
        call_command("load_reference", str(tmp_path / "nowhere"))

"""One treaty, one record, whichever organisation's collection it is filed in."""

import datetime
from pathlib import Path

import pytest

from legal.laws.importing.treaties import without_day
from legal.laws.models import Law, LawName, ProvisionText
from tests.factories import JurisdictionFactory
from tests.legal.laws.importing.trees import Words, english, imported, law_folder

pytestmark = pytest.mark.django_db
SALES = "Convention on Contracts for the International Sale of Goods"
TITLES = {"zh": "国际货物销售合同公约", "en": SALES}


@pytest.fixture(autouse=True)
def _organisations() -> None:
    for code in ("un", "int", "hcch"):
        JurisdictionFactory(code=code, kind="organisation")


def treaty(
    root: Path, name: str, *, title: Words, status: str = "official", adopted: str = "1980-04-11", **facts: str
) -> Path:
    """A treaty's folder with one English text."""
    told = {"kind": '"treaty"', "original_language": '"en"', "adopted": adopted, **facts}
    text = {"1988-01-01.en.md": english(title.get("en", SALES), f"What the {status} text says.")}
    return law_folder(root, text, name=name, title=title, statuses={"en": status}, **told)


@pytest.mark.parametrize("first", ["un-cisg", "int-cisg-1980"])
def test_treaty_in_two_collections_is_the_record_held_first(tmp_path: Path, first: str) -> None:
    folders = {
        "un-cisg": treaty(tmp_path / "un", "un-cisg", title=TITLES, status="digest"),
        "int-cisg-1980": treaty(tmp_path / "int", "int-cisg-1980", title={"en": SALES}),
    }
    imported(folders.pop(first))

    report = imported(*folders.values())

    law = Law.objects.get()
    assert (f"{law.jurisdiction.code}-{law.slug}", law.folder, law.title_zh_hans) == (first, first, TITLES["zh"])
    assert set(ProvisionText.objects.values_list("status", "body")) == {
        ("official", ""),
        ("official", "What the official text says."),
    }
    assert [remark.sentence for remark in report.remarks] == [
        f"This treaty is held as “{first}”: its texts were taken there."
    ]


def test_treaty_in_two_collections_is_unchanged_by_a_second_run(tmp_path: Path) -> None:
    treaty(tmp_path, "un-cisg", title=TITLES, status="digest")
    treaty(tmp_path, "int-cisg-1980", title={"en": SALES})
    imported(tmp_path)

    report = imported(tmp_path)

    assert [(tally.seen.values(), tally.removed) for tally in (report.laws, report.texts)] == [
        (pytest.approx([0]), 0),
        (pytest.approx([0, 0]), 0),
    ]


@pytest.mark.parametrize(
    "title",
    [
        "Convention of 11 April 1980 on Contracts for the International Sale of Goods",
        "Convention on Contracts for the International Sale of Goods (Vienna, 11 April 1980)",
    ],
)
def test_title_may_tell_the_day_or_another_name(tmp_path: Path, title: str) -> None:
    treaty(tmp_path, "un-cisg", title=TITLES, other_names=f'["{SALES} (Vienna)"]')
    treaty(tmp_path, "int-cisg", title={"en": title})

    imported(tmp_path)

    assert Law.objects.count() == 1
    assert title in LawName.objects.values_list("name", flat=True)


def test_other_name_told_later_is_enough(tmp_path: Path) -> None:
    imported(treaty(tmp_path, "int-sales", title={"en": "Vienna Sales Convention"}))

    imported(treaty(tmp_path, "un-cisg", title=TITLES, other_names='["Vienna Sales Convention"]'))

    assert Law.objects.get().slug == "sales"


@pytest.mark.parametrize(
    ("title", "facts"),
    [
        ({"en": SALES}, {"adopted": "1980-04-12"}),
        ({"en": SALES}, {"adopted": '""'}),
        ({"en": SALES}, {"kind": '"rule"'}),
        ({"en": f"Protocol to the {SALES}"}, {}),
        ({"en": f"Protocol to the {SALES}", "zh": TITLES["zh"]}, {}),
    ],
)
def test_treaty_of_another_day_kind_or_title_is_another(
    tmp_path: Path, title: dict[str, str], facts: dict[str, str]
) -> None:
    treaty(tmp_path, "un-cisg", title=TITLES)
    treaty(tmp_path, "int-other", title=title, **facts)

    report = imported(tmp_path)

    assert (Law.objects.count(), report.remarks) == (2, [])


def test_treaty_that_a_country_prints_is_its_own_law(tmp_path: Path) -> None:
    treaty(tmp_path, "un-cisg", title=TITLES)
    treaty(tmp_path, "kz-cisg", title={"en": SALES})

    imported(tmp_path)

    assert set(Law.objects.values_list("jurisdiction__code", flat=True)) == {"un", "kz"}


def test_folders_of_one_name_in_two_collections_do_not_speak_by_turns(tmp_path: Path) -> None:
    treaty(tmp_path / "a", "un-cisg", title=TITLES, folder='"cisg"', source='"https://un.example"')
    treaty(tmp_path / "b", "int-cisg", title=TITLES, folder='"cisg"', source='"https://int.example"')
    imported(tmp_path)

    imported(tmp_path)

    assert Law.objects.get().source == "https://un.example"


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Convention of 5 October 1961 Abolishing", "Convention  Abolishing"),
        ("Конвенция от 5 октября 1961 года о вручении", "Конвенция  о вручении"),
        ("1961年10月5日取消认证公约", "取消认证公约"),
        ("Protocol of 6 October 1961", "Protocol of 6 October 1961"),
    ],
)
def test_title_without_a_day_leaves_other_days(title: str, bare: str) -> None:
    assert without_day(title, datetime.date(1961, 10, 5)) == bare

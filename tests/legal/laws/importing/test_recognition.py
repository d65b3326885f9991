"""One law, one record."""

from pathlib import Path

import pytest

from legal.laws.models import Edition, Law, LawName, ProvisionText
from tests.factories import LawFactory
from tests.legal.laws.importing.trees import articles, english, imported, law_folder, national

BODY = "第一条 一般规定。\n\n第二条 附则。"
CODE = articles("中华人民共和国民法典", "一般规定。", "附则。")
pytestmark = pytest.mark.django_db


def test_digest_and_national_file_are_one_law(tmp_path: Path) -> None:
    digest = law_folder(
        tmp_path / "a",
        {"2021-01-01.zh.md": CODE, "2021-01-01.en.md": english("Civil Code", "General.", "Final.")},
        name="cn-civil-code",
        title={"zh": "中华人民共和国民法典", "en": "Civil Code"},
        statuses={"zh": "digest", "en": "digest"},
    )
    national(tmp_path / "b" / "法", "民法典", dates="2020年5月28日 通过\n\n2021年1月1日 施行", body=BODY)
    imported(digest)

    imported(tmp_path / "b")

    law = Law.objects.get()
    assert (law.slug, law.title_en, law.folder) == ("civil-code", "Civil Code", "cn-civil-code")
    assert Edition.objects.get().adopted is not None
    assert set(ProvisionText.objects.filter(language="zh").values_list("status", flat=True)) == {"official"}


def test_slug_made_by_the_rule_stays_when_a_folder_gives_another(tmp_path: Path) -> None:
    national(tmp_path / "b" / "法", "民法典", dates="2020年5月28日 通过\n\n2021年1月1日 施行", body=BODY)
    imported(tmp_path / "b")
    law_folder(tmp_path / "a", {"2021-01-01.zh.md": CODE}, name="cn-civil-code", title={"zh": "中华人民共和国民法典"})

    imported(tmp_path / "a")
    imported(tmp_path / "a")

    law = Law.objects.get()
    assert (law.slug, law.folder) == ("min-fa-dian", "cn-civil-code")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("刑法", "刑法修正案"),
        ("最高人民法院关于适用《公司法》若干问题的规定（一）", "最高人民法院关于适用《公司法》若干问题的规定（二）"),
        ("网络管理办法", "网络管理办法（试行）"),
    ],
)
def test_names_that_say_another_law_are_another_law(tmp_path: Path, one: str, other: str) -> None:
    for name in (one, other):
        national(tmp_path / "法", name, dates="2020年5月28日 通过", body=BODY)

    imported(tmp_path)

    assert Law.objects.count() == 2


@pytest.mark.parametrize("printed", ["中华人民共和国水法", "《水法》", " 水 法 "])
def test_names_that_are_printed_otherwise_are_the_same(tmp_path: Path, printed: str) -> None:
    imported(national(tmp_path / "法", "水法", dates="2020年5月28日 通过", body=BODY))
    law_folder(tmp_path, {"2020-05-28.zh.md": CODE}, title={"zh": printed})

    imported(tmp_path / "cn-water-law")

    assert Law.objects.count() == 1


def test_regulations_of_two_regions_are_two_laws(tmp_path: Path) -> None:
    for name, region in (("cn-a", "CN-BJ"), ("cn-b", "CN-SH")):
        law_folder(tmp_path, {"2020-01-01.zh.md": CODE}, name=name, region=f'"{region}"', title={"zh": "养犬条例"})

    imported(tmp_path)

    assert Law.objects.count() == 2


def test_decisions_of_one_title_are_one_only_if_of_one_day(tmp_path: Path) -> None:
    for name, day in (("cn-a", "2019-01-01"), ("cn-b", "2020-01-01"), ("cn-c", "2020-01-01")):
        facts = {"kind": '"decision"', "adopted": day, "title": {"zh": "关于修改水法的决定"}}
        law_folder(tmp_path, {f"{day}.zh.md": CODE}, name=name, **facts)

    imported(tmp_path)

    assert sorted(Law.objects.values_list("slug", flat=True)) == ["a", "b"]


def test_two_laws_translated_alike_stay_two(tmp_path: Path) -> None:
    for name, title in (("cn-a", "水法"), ("cn-b", "水利法")):
        law_folder(tmp_path, {"2020-01-01.zh.md": CODE}, name=name, title={"zh": title, "en": "Water Law"})

    imported(tmp_path)

    assert Law.objects.count() == 2


def test_title_in_another_language_is_enough_where_the_original_is_not_known(tmp_path: Path) -> None:
    LawFactory(slug="a", title_zh_hans="", title_en="Water Law", title_ru="", original_language="zh")
    law_folder(tmp_path, {"2020-01-01.zh.md": CODE}, name="cn-b", title={"zh": "水法", "en": "The Water Law"})

    imported(tmp_path)

    assert Law.objects.get().title_zh_hans == "水法"


def test_another_name_is_enough(tmp_path: Path) -> None:
    law_folder(tmp_path, {"2020-01-01.zh.md": CODE}, name="cn-a", title={"zh": "水法"}, other_names='["水资源法"]')
    law_folder(tmp_path, {"2020-01-01.zh.md": CODE}, name="cn-b", title={"zh": "水资源法"})
    law_folder(tmp_path, {"2020-01-01.zh.md": CODE}, name="cn-c", title={"zh": "用水法"}, other_names='["水法"]')

    imported(tmp_path)

    assert Law.objects.count() == 1
    assert set(LawName.objects.values_list("name", flat=True)) == {"水法", "水资源法", "用水法"}


def test_short_title_is_not_enough(tmp_path: Path) -> None:
    for year in ("1940", "1996"):
        folder = law_folder(
            tmp_path,
            {f"{year}-01-01.en.md": english("Arbitration Act", "Extent.")},
            name=f"pk-act-{year}",
            title={"en": f"Arbitration Act {year}"},
            statuses={"en": "official"},
            original_language='"en"',
        )
        with (folder / "law.toml").open("a") as file:
            file.write('[short_title]\nen = "Arbitration Act"\n')
    law_folder(
        tmp_path,
        {"2020-01-01.en.md": english("Arbitration Act", "Extent.")},
        name="pk-third",
        title={"en": "Arbitration Act"},
        statuses={"en": "official"},
        original_language='"en"',
    )

    imported(tmp_path)

    assert Law.objects.count() == 3


def test_folder_is_recognised_whatever_its_title_says_now(tmp_path: Path) -> None:
    law_folder(tmp_path, {"2020-01-01.zh.md": CODE}, title={"zh": "水法"})
    imported(tmp_path)
    law_folder(tmp_path, {"2020-01-01.zh.md": CODE}, title={"zh": "水资源法"}, slug='"another"')

    imported(tmp_path)

    law = Law.objects.get()
    assert (law.slug, law.title_zh_hans) == ("water-law", "水资源法")


def test_slug_of_another_law_is_rejected(tmp_path: Path) -> None:
    law_folder(tmp_path, {"2020-01-01.zh.md": CODE}, name="cn-a", slug='"a"', title={"zh": "水法"})
    law_folder(tmp_path, {"2020-01-01.zh.md": CODE}, name="cn-b", slug='"a"', title={"zh": "森林法"})
    law_folder(tmp_path, {"2020-01-01.zh.md": CODE}, name="cn-c", slug='"a"', title={"zh": "水法"})

    report = imported(tmp_path)

    assert [rejection.reason for rejection in report.rejections] == [
        "Another law of this jurisdiction has the slug “a”."
    ]
    assert Law.objects.count() == 1

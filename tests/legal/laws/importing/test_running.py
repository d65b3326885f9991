"""A run of the import as a whole."""

import os
import threading
from pathlib import Path

import pytest
from django.db import connection, connections
from django.utils.translation import override

from legal.laws.importing import Outcome
from legal.laws.importing.summary import summary
from legal.laws.importing.transactions import LOCK
from legal.laws.models import Change, Citation, CitedPlace, Edition, Law, LawName, Provision, ProvisionText
from portal.reference.models import Jurisdiction, Region
from portal.search import models as search
from tests.legal.laws.importing.trees import articles, english, imported, law_folder, national

WATER = articles(
    "中华人民共和国水法", "为了保护水资源，制定本法。", "水资源属于国家所有。", "本法自2020年1月1日起施行。"
)
pytestmark = pytest.mark.django_db


def rows() -> dict[str, list[object]]:
    """Everything an import may write."""
    models = (
        Jurisdiction,
        Law,
        LawName,
        Edition,
        Provision,
        ProvisionText,
        Citation,
        CitedPlace,
        Change,
        search.Change,
    )
    return {
        model.__name__ + model._meta.app_label: list(model.objects.order_by("pk").values_list()) for model in models
    }


def test_second_run_changes_nothing(tmp_path: Path) -> None:
    law_folder(tmp_path, {"2020-01-01.zh.md": WATER})
    national(
        tmp_path / "法",
        "森林法(2019-12-28)",
        dates="2019年12月28日 通过",
        body="第一条 森林依照本法第二条保护。\n\n第二条 附则。",
    )
    imported(tmp_path)
    before = rows()

    report = imported(tmp_path)

    assert rows() == before
    assert report.laws.count(Outcome.UNCHANGED) == 2
    assert report.texts.count(Outcome.UNCHANGED) == len(before["ProvisionTextlaws"])


def test_dry_run_writes_nothing_and_counts_the_same(tmp_path: Path) -> None:
    law_folder(tmp_path, {"2020-01-01.zh.md": WATER})
    before = rows()

    dry = imported(tmp_path, dry_run=True)

    assert rows() == before
    wet = imported(tmp_path)
    assert [t.count(Outcome.CREATED) for t in (dry.laws, dry.editions, dry.provisions, dry.texts)] == [
        t.count(Outcome.CREATED) for t in (wet.laws, wet.editions, wet.provisions, wet.texts)
    ]


def test_citations_follow_the_words(tmp_path: Path) -> None:
    cited = WATER.replace("水资源属于", "依照《森林法》第三条，水资源属于")
    law_folder(tmp_path, {"2020-01-01.zh.md": cited})
    imported(tmp_path)
    law_folder(tmp_path, {"2020-01-01.zh.md": cited.replace("第三条", "第四条")})
    national(tmp_path / "法", "森林法(2019-12-28)", dates="2019年12月28日 通过", body="第四条 森林。\n\n第五条 附则。")

    imported(tmp_path)

    assert list(Citation.objects.values_list("law__slug", "path")) == [("sen-lin-fa", "article-4")]
    assert CitedPlace.objects.get(path="article-4").places == 1


def test_what_is_new_is_told_to_feeds_and_index(tmp_path: Path) -> None:
    law_folder(tmp_path, {"2020-01-01.zh.md": WATER})
    imported(tmp_path)
    law_folder(
        tmp_path,
        {
            "2020-01-01.zh.md": WATER.replace("国家", "全民"),
            "2020-01-01.en.md": english("Water Law", "To protect water."),
            "2024-01-01.zh.md": WATER,
        },
        statuses={"zh": "official", "en": "translation"},
        repealed="2030-01-01",
    )
    imported(tmp_path)

    told = Change.objects.order_by("pk").values_list("kind", "edition__slug", "language", "provisions")

    assert list(told) == [
        ("law-added", None, "", 4),
        ("text-added", "2020-01-01", "en", 2),
        ("text-changed", "2020-01-01", "zh", 1),
        ("edition-added", "2024-01-01", "", 4),
        ("repealed", None, "", 0),
    ]
    assert not search.Change.objects.exists()


def test_removed_article_is_told_and_gone(tmp_path: Path) -> None:
    law_folder(tmp_path, {"2020-01-01.zh.md": WATER})
    imported(tmp_path)
    kept = dict(Provision.objects.values_list("path", "pk"))
    law_folder(
        tmp_path,
        {
            "2020-01-01.zh.md": articles(
                "中华人民共和国水法", "为了保护水资源，制定本法。", "", "本法自2020年1月1日起施行。"
            )
        },
    )

    report = imported(tmp_path)

    del kept["article-2"]
    assert dict(Provision.objects.values_list("path", "pk")) == kept
    assert list(Provision.objects.order_by("position").values_list("position", flat=True)) == [0, 1, 2]
    assert (report.provisions.removed, report.texts.removed) == (1, 1)
    assert Change.objects.get(kind="text-changed").provisions == 1


def test_changed_wording_keeps_the_row_and_moves_the_stamps(tmp_path: Path) -> None:
    law_folder(tmp_path, {"2020-01-01.zh.md": WATER})
    imported(tmp_path)
    before = Law.objects.get(), Edition.objects.get(), Provision.objects.get(path="article-2")
    law_folder(tmp_path, {"2020-01-01.zh.md": WATER.replace("国家", "全民")})

    imported(tmp_path)

    after = Law.objects.get(), Edition.objects.get(), Provision.objects.get(path="article-2")
    assert after == before
    assert after[2].texts.get().body == "水资源属于全民所有。"
    assert after[0].changed_at > before[0].changed_at
    assert after[1].changed_at > before[1].changed_at


def test_law_that_cannot_be_taken_is_rejected_and_others_go_on(tmp_path: Path) -> None:
    law_folder(tmp_path, {"2020-01-01.zh.md": WATER}, name="cn-b", title={"zh": "法" * 501})
    law_folder(tmp_path, {"2020-01-01.zh.md": WATER}, name="cn-c", jurisdiction='"zz"')
    law_folder(tmp_path, {"2020-01-01.zh.md": WATER}, name="cn-d")
    (law_folder(tmp_path, {"2020-01-01.zh.md": WATER}, name="cn-e") / "law.toml").write_text("slug = ")

    report = imported(tmp_path)

    reasons = {rejection.file.parent.name: rejection.reason for rejection in report.rejections}
    assert list(Law.objects.values_list("slug", flat=True)) == ["d"]
    assert reasons["cn-b"] == "“title” is longer than 500 characters."
    assert reasons["cn-c"] == "There is no jurisdiction “zz”: add it in the console, then import the law again."
    assert sorted(reasons) == ["cn-b", "cn-c", "cn-e"]
    assert not report.succeeded


def test_name_of_a_field_in_a_reason_is_in_the_readers_language(tmp_path: Path) -> None:
    law_folder(tmp_path, {"2020-01-01.zh.md": WATER}, title={"zh": "法" * 501})

    (rejection,) = imported(tmp_path).rejections

    with override("zh-hans"):
        assert rejection.reason == "“标题”超过500个字符。"


def test_report_has_the_record_of_each_law_that_was_met(tmp_path: Path) -> None:
    law_folder(tmp_path, {"2020-01-01.zh.md": WATER})

    report = imported(tmp_path, dry_run=True)

    ((key, law),) = report.met.items()
    assert (report.laws.seen[key], law.slug, law.title_zh_hans) == (Outcome.CREATED, "water-law", "中华人民共和国水法")


def test_law_the_database_refuses_leaves_nothing_behind(tmp_path: Path) -> None:
    languages = {"zh": "official", "en-abcdefgh-ab": "translation"}
    texts = {"2020-01-01.zh.md": WATER, "2020-01-01.en-abcdefgh-ab.md": english("Water Law", "To protect water.")}
    law_folder(tmp_path, texts, name="cn-a", statuses=languages, title={"zh": "第一法"})
    law_folder(
        tmp_path, {"2020-01-01.zh.md": WATER.replace("水资源属于", "《第一法》第一条规定的水资源属于")}, name="cn-b"
    )

    report = imported(tmp_path)

    assert list(Law.objects.values_list("slug", flat=True)) == ["b"]
    assert list(Citation.objects.values_list("law", "name")) == [(None, "《第一法》")]
    assert [rejection.reason for rejection in report.rejections] == [
        "The database does not take the law: value too long for type character varying(12)."
    ]


def test_folder_whose_name_is_no_unicode_is_rejected_and_others_go_on(tmp_path: Path) -> None:
    law_folder(
        tmp_path,
        {"2020-01-01.zh.md": WATER},
        name=os.fsdecode("cn-水法".encode("gb18030")),
        title={"zh": "防洪法"},
        slug='"a"',
        jurisdiction='"cn"',
    )
    law_folder(tmp_path, {"2020-01-01.zh.md": WATER}, name="cn-z")

    report = imported(tmp_path)

    assert list(Law.objects.values_list("slug", flat=True)) == ["z"]
    assert r"\udcb7\udca8/" in list(summary(report))[-1]


def test_unknown_topic_and_region_are_remarked_on(tmp_path: Path) -> None:
    law_folder(tmp_path, {"2020-01-01.zh.md": WATER}, topics='["contract", "fishing"]', region='"CN-ZZ"')

    report = imported(tmp_path)

    assert [remark.sentence for remark in report.remarks] == [
        "There is no region “CN-ZZ”: the law was taken without it.",
        "There is no topic “fishing”: the law was taken without it.",
    ]
    assert list(Law.objects.get().topics.values_list("slug", flat=True)) == ["contract"]
    assert report.succeeded


def test_country_that_no_file_names_is_made_with_its_names(tmp_path: Path) -> None:
    law_folder(tmp_path, {"2020-01-01.zh.md": WATER}, name="fi-water-law")

    imported(tmp_path)

    held = Jurisdiction.objects.get(code="fi")
    assert (held.name_zh_hans, held.name_en, held.name_ru) == ("芬兰", "Finland", "Финляндия")


def test_region_comes_from_the_reference_files(tmp_path: Path) -> None:
    law_folder(tmp_path, {"2020-01-01.zh.md": WATER}, region='"CN-XJ"', kind='"local-regulation"')

    imported(tmp_path)

    assert Law.objects.get().region == Region.objects.get(code="CN-XJ")


@pytest.mark.django_db(transaction=True)
def test_second_import_waits_for_the_first(tmp_path: Path) -> None:
    law_folder(tmp_path, {"2020-01-01.zh.md": WATER})

    def other() -> None:
        try:
            imported(tmp_path)
        finally:
            connections.close_all()

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        first, second = threading.Thread(target=other), threading.Thread(target=other)
        first.start()
        second.start()
        first.join(timeout=0.3)
        waited = first.is_alive() and second.is_alive()
        cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])
    first.join(timeout=60)
    second.join(timeout=60)

    assert waited
    assert Law.objects.count() == 1
    assert Change.objects.count() == 1

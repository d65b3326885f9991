"""How texts of one edition meet."""

from pathlib import Path

import pytest

from legal.laws.importing import Outcome
from legal.laws.models import Edition, Law, Provision, ProvisionText
from tests.legal.laws.importing.trees import articles, english, imported, law_folder, national

TITLE = "中华人民共和国水法"
DIGEST = {"zh": "digest", "en": "digest"}
pytestmark = pytest.mark.django_db


def words(language: str) -> dict[str, tuple[str, str]]:
    """Body and status by path, in order."""
    rows = ProvisionText.objects.filter(language=language).order_by("provision__position")
    return {path: (body, status) for path, body, status in rows.values_list("provision__path", "body", "status")}


def order() -> list[str]:
    return list(Provision.objects.order_by("position").values_list("path", flat=True))


def test_better_status_replaces_and_lower_never_comes_back(tmp_path: Path) -> None:
    law_folder(tmp_path / "d", {"2020-01-01.zh.md": articles(TITLE, "摘要一。", "摘要二。")}, statuses={"zh": "digest"})
    law_folder(tmp_path / "o", {"2020-01-01.zh.md": articles(TITLE, "原文一。", "原文二。")}, name="cn-water")

    for tree in ("d", "o", "d"):
        report = imported(tmp_path / tree)

    assert words("zh") == {
        "title": ("", "official"),
        "article-1": ("原文一。", "official"),
        "article-2": ("原文二。", "official"),
    }
    assert report.laws.count(Outcome.UNCHANGED) == 1


@pytest.mark.parametrize("trees", ["do", "od"])
def test_articles_that_only_the_digest_has_are_kept_in_their_place(tmp_path: Path, trees: str) -> None:
    digest = {
        "2020-01-01.zh.md": articles(TITLE, "", "摘要二。", "摘要三。", "", "摘要五。"),
        "2020-01-01.en.md": english("Water Law", "", "Digest two.", "Digest three.", "", "Digest five."),
    }
    law_folder(tmp_path / "d", digest, statuses=DIGEST)
    law_folder(tmp_path / "o", {"2020-01-01.zh.md": articles(TITLE, "一。", "二。", "", "四。")}, name="cn-water")

    for tree in trees + trees:
        report = imported(tmp_path / tree)

    assert order() == ["title", "article-1", "article-2", "article-3", "article-4", "article-5"]
    assert words("zh")["article-3"] == ("摘要三。", "digest")
    assert words("zh")["article-2"] == ("二。", "official")
    assert list(words("en")) == ["title", "article-2", "article-3", "article-5"]
    assert report.laws.count(Outcome.UNCHANGED) == 1


def test_articles_of_two_selections_stand_by_number(tmp_path: Path) -> None:
    texts = {
        "2020-01-01.zh.md": articles(TITLE, "一。", "", "三。"),
        "2020-01-01.en.md": english("Water Law", "", "Two.", "Three."),
    }
    law_folder(tmp_path, texts, statuses=DIGEST)

    imported(tmp_path)

    assert order() == ["title", "article-1", "article-2", "article-3"]


def test_headings_meet_by_what_stands_under_them(tmp_path: Path) -> None:
    chinese = f"# {TITLE}\n## 第一编 总编\n### 第一章 总则\n第一条 一。\n第二条 二。\n### 第二章 附则\n第三条 三。\n"
    russian = (
        "# Закон о воде\n## Раздел I Общее\n### Глава 1 Начало\nСтатья 1 Один.\n### Глава 2 Конец\nСтатья 3 Три.\n"
    )
    law_folder(
        tmp_path,
        {"2020-01-01.zh.md": chinese, "2020-01-01.ru.md": russian},
        statuses={"zh": "official", "ru": "translation"},
    )

    imported(tmp_path)
    report = imported(tmp_path)

    paths = ["title", "part-1", "part-1/chapter-1", "article-1", "article-2", "part-1/chapter-2", "article-3"]
    assert order() == paths
    headings = ProvisionText.objects.filter(language="ru", provision__kind="chapter").order_by("provision__position")
    assert list(headings.values_list("provision__path", "heading")) == [
        ("part-1/chapter-1", "Начало"),
        ("part-1/chapter-2", "Конец"),
    ]
    assert report.laws.count(Outcome.UNCHANGED) == 1


def test_headings_of_a_digest_stay_beside_those_of_the_full_text(tmp_path: Path) -> None:
    digest = "# Water Law\nArticle 1 One.\n## Use of water\nArticle 2 Two.\nArticle 3 Three.\n"
    full = f"# {TITLE}\n## 第一章 总则\n第一条 一。\n第二条 二。\n## 第二章 附则\n第三条 三。\n"
    law_folder(
        tmp_path, {"2020-01-01.zh.md": full, "2020-01-01.en.md": digest}, statuses={"zh": "official", "en": "digest"}
    )

    imported(tmp_path)
    report = imported(tmp_path)

    assert order() == ["title", "chapter-1", "article-1", "heading-1", "article-2", "chapter-2", "article-3"]
    assert report.laws.count(Outcome.UNCHANGED) == 1


def test_sections_of_an_act_are_one_place_in_every_language(tmp_path: Path) -> None:
    texts = {
        "1930-07-01.en.md": "# Sale of Goods Act\nSection 2 Definitions.\nSection 4 Sale.\n",
        "1930-07-01.zh.md": "# 货物买卖法\n第二条 定义。\n第四条 买卖。\n",
    }
    law_folder(
        tmp_path, texts, name="pk-sale", statuses={"en": "official", "zh": "digest"},
        title={"en": "Sale of Goods Act"}, original_language='"en"',
    )  # fmt: skip

    imported(tmp_path)

    assert order() == ["title", "section-2", "section-4"]
    assert Law.objects.get().unit == "section"
    assert list(words("zh")) == ["title", "section-2", "section-4"]


def test_articles_of_annexes_are_not_those_of_the_main_text(tmp_path: Path) -> None:
    english_text = "# Water Treaty\nArticle 1 Main.\nArticle 2 More.\n## Annex I\nArticle 1 Annexed.\n"
    russian_text = "# Договор о воде\nСтатья 1 Главное.\n## Приложение I\nСтатья 1 В приложении.\nСтатья 2 Ещё.\n"
    law_folder(
        tmp_path, {"2020-01-01.en.md": english_text, "2020-01-01.ru.md": russian_text}, name="un-water",
        statuses={"en": "official", "ru": "translation"}, title={"en": "Water Treaty"}, original_language='"en"',
    )  # fmt: skip

    imported(tmp_path)

    assert order() == ["title", "article-1", "article-2", "annex-1", "annex-1/article-1", "annex-1/article-2"]
    assert words("ru")["annex-1/article-1"] == ("В приложении.", "translation")


def test_notes_in_another_order_are_places_of_their_own(tmp_path: Path) -> None:
    texts = {
        "2020-01-01.zh.md": f"# {TITLE}\n（2019年1月1日通过）\n第一条 一。\n",
        "2020-01-01.en.md": "# Water Law\nArticle 1 One.\n[Translated by the ministry.]\n",
    }
    law_folder(tmp_path, texts, statuses={"zh": "official", "en": "translation"})
    imported(tmp_path)

    report = imported(tmp_path)

    assert list(words("en"))[:2] == ["title", "article-1"]
    assert report.laws.count(Outcome.UNCHANGED) == 1


def test_fuller_translation_does_not_move_the_original(tmp_path: Path) -> None:
    law_folder(tmp_path, {"2020-01-01.zh.md": articles(TITLE, "一。", "二。")})
    imported(tmp_path)
    kept = list(Provision.objects.values_list("path", "pk"))
    more = {
        "2020-01-01.zh.md": articles(TITLE, "一。", "二。"),
        "2020-01-01.en.md": english("Water Law", *(f"Rule of water {number}." for number in range(4))),
    }
    law_folder(tmp_path, more, statuses={"zh": "official", "en": "translation"})

    imported(tmp_path)

    assert order() == ["title", *(f"article-{number}" for number in range(1, 5))]
    assert set(kept) <= set(Provision.objects.values_list("path", "pk"))


def test_second_text_of_an_edition_in_one_run_is_named_unless_it_agrees(tmp_path: Path) -> None:
    days = "2019年1月1日 通过\n\n2020年1月1日 施行"
    national(tmp_path / "a" / "法", "水法", dates=days, body="第一条 水归国家所有。\n\n第二条 附则。")
    national(tmp_path / "b" / "法", "水法", dates=days, body="第一条 水，归国家所有。\n\n第二条 附则。")
    national(tmp_path / "c" / "法", "水法", dates=days, body="第一条 水归个人所有。\n\n第二条 附则。")

    first = imported(tmp_path)
    second = imported(tmp_path)

    named = [(remark.file.parent.parent.name, remark.sentence) for remark in first.remarks]
    assert named == [("c", "This edition has another text already, which says other words: this one was not taken.")]
    assert words("zh")["article-1"][0] == "水归国家所有。"
    assert second.laws.count(Outcome.UNCHANGED) == 1
    assert first.succeeded


def test_texts_without_articles_agree_as_wholes(tmp_path: Path) -> None:
    days = "2019年1月1日 通过\n\n2020年1月1日 施行"
    for folder, body in (("a", "决定如下。"), ("b", "决定如下"), ("c", "另外决定。")):
        national(tmp_path / folder / "法", "关于水的意见", dates=days, body=body)

    report = imported(tmp_path)

    assert [remark.file.parent.parent.name for remark in report.remarks] == ["c"]
    assert Edition.objects.count() == 1

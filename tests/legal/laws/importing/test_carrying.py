"""Translations come along to later editions, and say when they translate an earlier wording."""

from pathlib import Path

import pytest

from legal.laws.importing import Outcome
from legal.laws.models import Provision, ProvisionText
from legal.laws.reading.places import earlier_wordings
from tests.legal.laws.importing.trees import articles, english, imported, law_folder

TITLE = "中华人民共和国水法"
OWNED = "水资源属于国家所有，由国务院代表国家行使。"
SAVED = "国家厉行节约用水，推行节约用水措施。"
FINAL = "本法自公布之日起施行，旧法同时废止。"
BOTH = {"zh": "official", "en": "translation"}
OLD = {
    "2018-01-01.zh.md": articles(TITLE, OWNED, SAVED, FINAL),
    "2018-01-01.en.md": english("Water Law", "Water is owned.", "Water is saved.", "Final."),
}
pytestmark = pytest.mark.django_db


def translated(edition: str) -> dict[str, tuple[str, str, bool]]:
    """Label, body and staleness of the English texts of an edition by path."""
    texts = ProvisionText.objects.filter(provision__edition__slug=edition, language="en", provision__kind="article")
    return {
        text.provision.path: (text.label, text.body, is_stale(text)) for text in texts.order_by("provision__position")
    }


def is_stale(text: ProvisionText) -> bool:
    return text.is_stale_beside(text.provision.texts.filter(language="zh").first())


def test_unchanged_article_takes_its_translation_along_and_a_changed_one_is_stale(tmp_path: Path) -> None:
    law_folder(tmp_path, OLD | {"2020-01-01.zh.md": articles(TITLE, OWNED, SAVED + "违者罚款。", FINAL)}, statuses=BOTH)

    imported(tmp_path)

    assert translated("2018-01-01")["article-2"] == ("Article 2", "Water is saved.", False)
    assert translated("2020-01-01") == {
        "article-1": ("Article 1", "Water is owned.", False),
        "article-2": ("Article 2", "Water is saved.", True),
        "article-3": ("Article 3", "Final.", False),
    }


def test_stale_translation_names_the_wording_it_translates(tmp_path: Path) -> None:
    law_folder(tmp_path, OLD | {"2020-01-01.zh.md": articles(TITLE, OWNED, "改。", FINAL)}, statuses=BOTH)
    imported(tmp_path)
    place = Provision.objects.get(edition__slug="2020-01-01", path="article-2")

    text, original = place.texts.get(language="en"), place.texts.get(language="zh")

    assert text.is_stale_beside(original)
    assert not text.is_stale_beside(None)
    assert earlier_wordings(place.edition, {text.based_on}) == {text.based_on: "2018-01-01"}


def test_renumbered_article_is_known_by_its_words(tmp_path: Path) -> None:
    new = articles(TITLE, "新增的第一条，与水无关的规定。", OWNED, SAVED + "违者罚款。", FINAL)
    russian = "# Закон о воде\nСтатья 1 Вода принадлежит.\n"
    chinese_of_taiwan = f"# {TITLE}\n第一条 水資源屬於國家。\n"
    texts = OLD | {"2020-01-01.zh.md": new, "2018-01-01.ru.md": russian, "2018-01-01.zh-Hant.md": chinese_of_taiwan}
    law_folder(tmp_path, texts, statuses=BOTH | {"ru": "machine", "zh-Hant": "translation"})

    imported(tmp_path)

    assert translated("2020-01-01") == {
        "article-2": ("Article 2", "Water is owned.", False),
        "article-3": ("Article 3", "Water is saved.", True),
        "article-4": ("Article 4", "Final.", False),
    }
    others = ProvisionText.objects.filter(provision__edition__slug="2020-01-01", provision__path="article-2")
    assert dict(others.values_list("language", "label")) == {
        "zh": "第二条",
        "en": "Article 2",
        "ru": "Статья 2",
        "zh-Hant": "第二条",
    }


def test_order_of_import_does_not_matter(tmp_path: Path) -> None:
    law_folder(tmp_path / "new", {"2020-01-01.zh.md": articles(TITLE, OWNED, "改。", FINAL)})
    law_folder(tmp_path / "old", {"2018-01-01.zh.md": OLD["2018-01-01.zh.md"]})
    law_folder(tmp_path / "en", {"2018-01-01.en.md": OLD["2018-01-01.en.md"]}, statuses=BOTH)
    for tree in ("new", "en", "old"):
        imported(tmp_path / tree)

    reports = [imported(tmp_path / tree) for tree in ("new", "en", "old")]

    assert [stale for _, _, stale in translated("2020-01-01").values()] == [False, True, False]
    assert [stale for _, _, stale in translated("2018-01-01").values()] == [False, False, False]
    assert all(report.laws.count(Outcome.UNCHANGED) == 1 for report in reports)


def test_own_translation_takes_the_place_of_one_that_came_along(tmp_path: Path) -> None:
    law_folder(tmp_path, OLD | {"2020-01-01.zh.md": articles(TITLE, OWNED, "改。", FINAL)}, statuses=BOTH)
    imported(tmp_path)
    place = Provision.objects.get(edition__slug="2020-01-01", path="article-2")
    carried = place.texts.get(language="en")
    law_folder(tmp_path, {"2020-01-01.en.md": english("Water Law", "", "Changed.")}, statuses=BOTH)

    imported(tmp_path)

    own = place.texts.get(language="en")
    assert (own.pk, own.body, own.carried_from) == (carried.pk, "Changed.", None)
    assert translated("2020-01-01")["article-2"][2] is False


def test_translation_goes_on_through_editions_and_is_fresh_again(tmp_path: Path) -> None:
    texts = OLD | {
        "2020-01-01.zh.md": articles(TITLE, OWNED, "改。", FINAL),
        "2022-01-01.zh.md": articles(TITLE, OWNED, SAVED, FINAL),
    }
    law_folder(tmp_path, texts, statuses=BOTH)

    imported(tmp_path)

    last = ProvisionText.objects.get(provision__edition__slug="2022-01-01", provision__path="article-2", language="en")
    assert translated("2022-01-01")["article-2"] == ("Article 2", "Water is saved.", False)
    assert last.carried_from is not None
    assert last.carried_from.slug == "2018-01-01"


def test_carried_text_goes_when_its_article_does_not_exist_any_more_or_its_translation_is_gone(tmp_path: Path) -> None:
    law_folder(tmp_path, OLD | {"2020-01-01.zh.md": articles(TITLE, OWNED, SAVED, FINAL)}, statuses=BOTH)
    imported(tmp_path)
    law_folder(tmp_path, {"2018-01-01.en.md": english("Water Law", "Water is owned.", "", "Final.")}, statuses=BOTH)

    imported(tmp_path)

    assert list(translated("2020-01-01")) == ["article-1", "article-3"]


def test_digests_are_based_on_nothing_and_stay_in_their_edition(tmp_path: Path) -> None:
    texts = OLD | {"2020-01-01.zh.md": articles(TITLE, OWNED, SAVED, FINAL)}
    law_folder(tmp_path, texts, statuses={"zh": "official", "en": "digest"})

    imported(tmp_path)

    assert set(ProvisionText.objects.filter(language="en").values_list("based_on", flat=True)) == {""}
    assert translated("2020-01-01") == {}


def test_digest_of_the_original_carries_nothing(tmp_path: Path) -> None:
    texts = OLD | {"2020-01-01.zh.md": articles(TITLE, OWNED, SAVED, FINAL)}
    law_folder(tmp_path, texts, statuses={"zh": "digest", "en": "translation"})

    imported(tmp_path)

    assert set(ProvisionText.objects.filter(language="en").values_list("based_on", flat=True)) == {""}
    assert translated("2020-01-01") == {}


def test_corrected_original_leaves_its_translation_stale_until_that_is_new_too(tmp_path: Path) -> None:
    law_folder(tmp_path, OLD, statuses=BOTH)
    imported(tmp_path)
    law_folder(tmp_path, {"2018-01-01.zh.md": OLD["2018-01-01.zh.md"].replace("厉行", "实行")}, statuses=BOTH)
    imported(tmp_path)
    stale = translated("2018-01-01")["article-2"][2]
    law_folder(
        tmp_path, {"2018-01-01.en.md": OLD["2018-01-01.en.md"].replace("saved", "used with care")}, statuses=BOTH
    )

    imported(tmp_path)

    assert stale
    assert not translated("2018-01-01")["article-2"][2]


def test_original_in_another_language_makes_bases_anew(tmp_path: Path) -> None:
    law_folder(tmp_path, OLD, statuses={"zh": "official", "en": "official"})
    imported(tmp_path)
    law_folder(tmp_path, {}, statuses={"zh": "official", "en": "official"}, original_language='"en"')

    imported(tmp_path)

    english_texts = ProvisionText.objects.filter(language="en")
    assert set(english_texts.values_list("based_on", flat=True)) == {""}
    assert not ProvisionText.objects.filter(language="zh", based_on="").exists()
    for text in ProvisionText.objects.filter(language="zh"):
        assert not text.is_stale_beside(text.provision.texts.get(language="en"))


def test_notes_come_along_only_unchanged(tmp_path: Path) -> None:
    old = f"# {TITLE}\n（2018年1月1日通过）\n第一条 {OWNED}\n第二条 {SAVED}\n"
    texts = {
        "2018-01-01.zh.md": old,
        "2018-01-01.en.md": "# Water Law\n(Adopted on 1 January 2018)\nArticle 1 Water is owned.\n",
        "2020-01-01.zh.md": old.replace("2018", "2020"),
        "2022-01-01.zh.md": old,
    }
    law_folder(tmp_path, texts, statuses=BOTH)

    imported(tmp_path)

    notes = ProvisionText.objects.filter(provision__kind="note", language="en")
    assert sorted(notes.values_list("provision__edition__slug", flat=True)) == ["2018-01-01"]

"""Questions to the sample data, each with an article that answers it: what a change of the ranking must not lose."""

from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.core.management import call_command

from legal.laws.importing.run import run
from legal.laws.models import Provision
from legal.laws.parsing.tree import read_tree
from portal.search import places, termbase
from portal.search.searching import search

ASKED = [
    ("CISG art. 35", "en", "un-cisg", "35"),
    ("民法典577条", "zh", "cn-civil-code", "577"),
    ("ст. 454 ГК РФ", "ru", "ru-civil-code-part-two", "454"),
    ("Section 12 Sale of Goods Act", "en", "pk-sale-of-goods-act-1930", "12"),
    ("New York Convention article V", "en", "un-new-york-convention", "5"),
    ("纽约公约第五条", "zh", "un-new-york-convention", "5"),
    ("force majeure", "en", "cn-civil-code", "590"),
    ("不可抗力", "zh", "ru-civil-code-part-one", "401"),
    ("непреодолимая сила", "ru", "ru-civil-code-part-one", "401"),
    ("can the court reduce an excessive penalty", "en", "ru-civil-code-part-one", "333"),
    ("how long is the general limitation period in Russia", "en", "ru-civil-code-part-one", "196"),
    ("定金交了对方反悔，能要回双倍吗", "zh", "cn-civil-code", "586"),
    ("货物在运输途中损坏谁承担风险", "zh", "un-cisg", "67"),
    ("貨物在運輸途中損壞誰承擔風險", "zh", "un-cisg", "67"),
    ("сколько длится испытательный срок в Узбекистане", "ru", "uz-labour-code-2022", "129"),
    ("公证书可以直接强制执行吗", "zh", "cn-notarization-law", "37"),
    ("apostille certificate who issues it", "en", "hcch-apostille-convention", "6"),
    ("外国投资者的利润汇出", "zh", "cn-foreign-investment-law", "21"),
    ("公路货物运单应当记载什么", "zh", "un-cmr", "6"),
    ("公路运单要写明哪些内容", "zh", "un-cmr", "6"),
    ("settlement agreement mediation enforcement relief", "en", "un-singapore-mediation-convention", "5"),
    ("law applicable to contract no choice", "en", "cn-foreign-related-choice-of-law", "41"),
    ("海关多征税款退还", "zh", "cn-customs-law", "63"),
]


@pytest.mark.slow
@pytest.mark.django_db
def test_questions_to_the_sample_data_find_their_articles(
    settings: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    monkeypatch.setattr(termbase.loaded, "held", None)
    monkeypatch.setattr(places.loaded, "held", None)
    samples = django_settings.BASE_DIR / "demo"
    call_command("load_reference", str(samples), verbosity=0)
    run(read_tree(samples / "laws"))

    missed = [query for query, language, law, number in ASKED if (law, number) not in best(query, language)]

    assert missed == []


def best(query: str, language: str) -> list[tuple[str, str]]:
    """The five first articles, as folder name and number."""
    keys = [one.key for one in search(query, language=language).found if not one.whole][:5]
    rows = Provision.objects.filter(pk__in=keys).select_related("edition__law__jurisdiction")
    return [(f"{row.edition.law.jurisdiction.code}-{row.edition.law.slug}", row.number) for row in rows]

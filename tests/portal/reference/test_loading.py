"""Reference data from files."""

from pathlib import Path

import pytest

from portal.reference import actions
from portal.reference.loading import OWN, country, entries, load_jurisdictions, load_regions, load_topics
from portal.reference.models import Jurisdiction, Region, Topic
from portal.reference.sorting import sort_key


def test_folder_without_the_file_has_no_entries(tmp_path: Path) -> None:
    assert entries(tmp_path, "jurisdiction") == []


@pytest.mark.django_db
def test_own_reference_data_is_loaded_once() -> None:
    tables = {
        "jurisdiction": (load_jurisdictions, Jurisdiction),
        "region": (load_regions, Region),
        "topic": (load_topics, Topic),
    }
    first = {name: load(entries(OWN, name)) for name, (load, _) in tables.items()}

    again = {name: load(entries(OWN, name)) for name, (load, _) in tables.items()}

    assert again == dict.fromkeys(tables, 0)
    assert first == {name: model.objects.count() for name, (_, model) in tables.items()}
    assert Jurisdiction.objects.get(code="int").name_ru == "Международные договоры"
    assert Region.objects.filter(jurisdiction__code="cn").count() == 34


@pytest.mark.django_db
def test_only_what_differs_is_written() -> None:
    (entry,) = (entry for entry in entries(OWN, "jurisdiction") if entry["code"] == "kz")
    load_jurisdictions([entry])

    changed = load_jurisdictions([{**entry, "legal_family": "mixed"}])

    assert changed == 1
    assert Jurisdiction.objects.get().legal_family == "mixed"


@pytest.mark.django_db
def test_region_of_a_country_that_is_not_held_is_left_out() -> None:
    assert load_regions(entries(OWN, "region")) == 0


@pytest.mark.django_db
def test_country_is_made_with_its_names() -> None:
    held = country("fr")

    assert held is not None
    assert (held.code, held.name_zh_hans, held.name_en, held.name_ru) == ("fr", "法国", "France", "Франция")
    assert held.name_key_zh_hans == sort_key("法国", "zh")


@pytest.mark.django_db
@pytest.mark.parametrize("code", ["eu", "zz", "qq", "001", "international", "f1"])
def test_code_of_no_country_makes_none(code: str) -> None:
    assert country(code) is None
    assert not Jurisdiction.objects.exists()


@pytest.mark.django_db
def test_folder_adds_to_what_the_portal_knows_and_says_otherwise(tmp_path: Path) -> None:
    (tmp_path / "jurisdictions.toml").write_text(
        '[[jurisdiction]]\ncode = "xa"\nkind = "region"\nname = { zh = "甲", en = "A", ru = "А" }\n'
        '[[jurisdiction]]\ncode = "kz"\nkind = "country"\nname = { zh = "哈国", en = "Kazakhstan", ru = "Казахстан" }\n'
    )

    first, again = actions.load(tmp_path), actions.load(tmp_path)

    own = {name: len(entries(OWN, name)) for name in ("jurisdiction", "region", "topic")}
    assert first == {
        "jurisdictions": own["jurisdiction"] + 1,
        "regions": own["region"],
        "topics": own["topic"],
        "terms": 0,
    }
    assert set(again.values()) == {0}
    assert Jurisdiction.objects.get(code="kz").name_zh_hans == "哈国"

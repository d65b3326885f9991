"""Which edition a text belongs to, and until when each is in force."""

import datetime
from pathlib import Path

import pytest

from legal.laws.importing import Outcome
from legal.laws.importing.editions import ONE_DAY, found, later_neighbour, learn, settle
from legal.laws.importing.held import HeldEdition
from legal.laws.models import Edition
from legal.laws.parsing.records import ParsedEdition
from tests.legal.laws.importing.trees import articles, imported, law_folder, national

TEXT = articles("中华人民共和国水法", "一。", "附则。")
A, B, C = (datetime.date(year, 1, 1) for year in (2018, 2020, 2022))


def test_order_of_import_does_not_matter(tmp_path: Path, db: None) -> None:
    for name in ("2024-01-01", "2018-01-01", "2020-01-01"):
        law_folder(tmp_path / name, {f"{name}.zh.md": TEXT})
        imported(tmp_path / name)

    editions = Edition.objects.values_list("slug", "until")

    assert list(editions) == [
        ("2018-01-01", datetime.date(2020, 1, 1)),
        ("2020-01-01", datetime.date(2024, 1, 1)),
        ("2024-01-01", None),
    ]


def test_repeal_ends_the_last_edition(tmp_path: Path, db: None) -> None:
    law_folder(tmp_path, {"2018-01-01.zh.md": TEXT, "2020-01-01.zh.md": TEXT}, repealed="2021-01-01")

    imported(tmp_path)

    assert list(Edition.objects.values_list("until", flat=True)) == [B, datetime.date(2021, 1, 1)]


def test_digest_by_day_in_force_is_the_edition_known_by_its_adoption(tmp_path: Path, db: None) -> None:
    national(tmp_path / "法", "水法(2020-01-01)", dates="2020年1月1日 通过", body="第一条 一。\n\n第二条 附则。")
    imported(tmp_path)
    law_folder(tmp_path, {"2020-01-01.zh.md": TEXT}, statuses={"zh": "digest"}, in_force="2020-01-01")

    report = imported(tmp_path / "cn-water-law")

    edition = Edition.objects.get()
    assert (edition.adopted, edition.in_force, edition.in_force_source, edition.slug) == (B, B, "folder", "2020-01-01")
    assert report.editions.count(Outcome.CHANGED) == 1


@pytest.mark.parametrize(
    ("held", "parsed", "same"),
    [
        (HeldEdition(in_force=A), ParsedEdition("", [], in_force=A), True),
        (HeldEdition(in_force=A, adopted=B), ParsedEdition("", [], in_force=A, adopted=C), False),
        (HeldEdition(adopted=A), ParsedEdition("", [], adopted=A, in_force=B), True),
        (HeldEdition(adopted=A), ParsedEdition("", [], adopted=A + ONE_DAY), True),
        (HeldEdition(adopted=A, in_force=B), ParsedEdition("", [], adopted=A - ONE_DAY, in_force=B), True),
        (HeldEdition(adopted=A), ParsedEdition("", [], adopted=A + 2 * ONE_DAY), False),
        (HeldEdition(adopted=A, in_force=C), ParsedEdition("", [], adopted=A, in_force=B), False),
        (HeldEdition(adopted=A), ParsedEdition("", [], in_force=A), True),
        (HeldEdition(), ParsedEdition("", []), True),
        (HeldEdition(), ParsedEdition("", [], adopted=A), False),
        (HeldEdition(slug="x"), ParsedEdition("", [], slug="x", adopted=A), True),
    ],
)
def test_edition_is_found_by_the_days_that_are_known(held: HeldEdition, parsed: ParsedEdition, same: bool) -> None:
    assert found([held], parsed, {"x"}) is (held if same else None)


@pytest.mark.parametrize(
    ("held", "told", "true"),
    [(A, A + ONE_DAY, A + ONE_DAY), (A, A - ONE_DAY, A), (None, A, A), (A, None, A), (A, B, A)],
)
def test_of_two_neighbouring_days_of_adoption_the_later_is_taken(
    held: datetime.date | None, told: datetime.date | None, true: datetime.date
) -> None:
    edition = HeldEdition(adopted=held)

    learn(edition, ParsedEdition("", [], adopted=told), [edition])

    assert edition.adopted == true


def test_law_keeps_the_later_of_two_neighbouring_days() -> None:
    assert [later_neighbour(A, A - ONE_DAY), later_neighbour(A, A + ONE_DAY), later_neighbour(A, B)] == [
        A,
        A + ONE_DAY,
        B,
    ]
    assert [later_neighbour(None, A), later_neighbour(A, None)] == [A, None]


def test_edition_whose_slug_is_stated_for_another_is_not_taken() -> None:
    held = HeldEdition(slug="2020-01-01", in_force=B)

    assert found([held], ParsedEdition("", [], slug="2020-01-01-2", in_force=B), {"2020-01-01", "2020-01-01-2"}) is None


def test_addresses_are_made_once() -> None:
    editions = [HeldEdition(in_force=A), HeldEdition(in_force=A), HeldEdition(), HeldEdition()]
    settle(editions, None)
    first = {edition.slug for edition in editions}

    editions[-1].adopted = C
    settle(editions, None)

    assert first == {"2018-01-01", "2018-01-01-2", "undated", "undated-2"}
    assert {edition.slug for edition in editions} == first


def test_stated_address_is_taken_where_it_is_free() -> None:
    one, other = HeldEdition(), HeldEdition()

    learn(one, ParsedEdition("", [], slug="2018-01-01", amended_by="令"), [one, other])
    learn(other, ParsedEdition("", [], slug="2018-01-01"), [one, other])

    assert (one.slug, one.amended_by, other.slug) == ("2018-01-01", "令", "")


def test_end_is_unknown_where_the_next_day_in_force_is() -> None:
    editions = [HeldEdition(in_force=A), HeldEdition(adopted=B), HeldEdition(in_force=C)]

    settle(editions, None)

    assert [edition.until for edition in editions] == [None, C, None]

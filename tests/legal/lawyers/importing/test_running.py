"""Firms and lawyers from files: what is written, what a second run leaves alone, and what is refused as a whole."""

import datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from legal.laws.importing.report import Outcome
from legal.lawyers.importing.reading import read_firms
from legal.lawyers.importing.run import Report, run, summary
from legal.lawyers.models import Firm, Lawyer
from legal.lawyers.states import State
from portal.accounts.actions import apply_roles, appoint
from portal.accounts.models import User
from portal.workflow.models import Event
from tests.factories import LawFactory, UserFactory

pytestmark = pytest.mark.django_db

SAMPLES = Path(__file__).parents[4] / "demo" / "lawyers"
FIRM = """
slug = "steppe"
jurisdiction = "kz"
kind = "foreign-firm"
licence_number = "F-1"
verified = 2026-11-02
verified_by = "registrar@law-valley.example"
recheck_on = 2027-11-02
name = { en = "Steppe Chambers" }

[[lawyers]]
slug = "aigul"
jurisdiction = "kz"
kind = "foreign-lawyer"
name = { zh = "阿依古丽", en = "Aigul" }
licence_number = "L-1"
verified = 2026-11-02
verified_by = "registrar@law-valley.example"
recheck_on = 2027-11-02
time_zone = "Asia/Almaty"
topics = ["contract"]
admissions = [{ jurisdiction = "kz", number = "A-1" }]
skills = [{ language = "kk", consult = "C2" }]
office_hours = [{ weekday = 1, opens = 09:00:00, closes = 12:00:00 }]
education = [{ institution = "KazNU", language = "ru", year = 2010 }]
publications = [{ title = "Silk", language = "en" }]
mentions = [{ law = "kz-act", article = "7" }]
"""


@pytest.fixture(autouse=True)
def registrar() -> User:
    apply_roles()
    by: User = UserFactory.create(email="registrar@law-valley.example", is_staff=True)
    appoint(by, ["registrar"], by=UserFactory.create(is_superuser=True))
    return by


def imported(folder: Path, text: str = FIRM, **options: Any) -> Report:
    (folder / "steppe.toml").write_text(text)
    return run(read_firms(folder), **options)


def outcomes(report: Report) -> tuple[dict[Any, Outcome], dict[Any, Outcome]]:
    return report.firms.seen, report.lawyers.seen


def test_firm_and_lawyers_are_written_with_all_their_parts(tmp_path: Path, registrar: User) -> None:
    law = LawFactory.create(slug="act", jurisdiction__code="kz")

    report = imported(tmp_path)

    lawyer = Lawyer.objects.get()
    assert outcomes(report) == ({"steppe": Outcome.CREATED}, {"aigul": Outcome.CREATED})
    assert (lawyer.firm, lawyer.state, lawyer.verified_by) == (Firm.objects.get(), State.PUBLISHED, registrar)
    assert (lawyer.verified_on, lawyer.recheck_on) == (datetime.date(2026, 11, 2), datetime.date(2027, 11, 2))
    assert (lawyer.sort_en, lawyer.sort_ru) == ("aigul", "aigul")
    assert [lawyer.admissions.get().number, lawyer.skills.get().consult, lawyer.topics.get().slug] == [
        "A-1",
        "C2",
        "contract",
    ]
    assert (lawyer.mentions.accepted().get().law, lawyer.mentions.get().path) == (law, "article-7")
    assert (lawyer.office_hours.count(), lawyer.education.count(), lawyer.publications.count()) == (1, 1, 1)
    assert [event.move for event in Event.objects.of(lawyer)] == ["submit", "publish"]


def test_second_run_writes_nothing_and_a_changed_part_is_replaced(tmp_path: Path) -> None:
    imported(tmp_path)

    again = imported(tmp_path)
    renamed = imported(tmp_path, FIRM.replace("Steppe Chambers", "Steppe Law"))
    changed = imported(tmp_path, FIRM.replace("Steppe Chambers", "Steppe Law").replace('"C2"', '"C1"'))

    assert outcomes(again) == ({"steppe": Outcome.UNCHANGED}, {"aigul": Outcome.UNCHANGED})
    assert outcomes(renamed) == ({"steppe": Outcome.CHANGED}, {"aigul": Outcome.UNCHANGED})
    assert outcomes(changed) == ({"steppe": Outcome.UNCHANGED}, {"aigul": Outcome.CHANGED})
    assert Lawyer.objects.get().skills.get().consult == "C1"


def test_profile_that_was_claimed_is_its_owners(tmp_path: Path) -> None:
    imported(tmp_path)
    Lawyer.objects.update(user=UserFactory.create())

    report = imported(tmp_path, FIRM.replace('en = "Aigul"', 'en = "Other"'))

    assert report.lawyers.seen == {"aigul": Outcome.UNCHANGED}
    assert Lawyer.objects.get().name_en == "Aigul"


def test_words_that_were_erased_with_an_account_stay_erased(tmp_path: Path) -> None:
    imported(tmp_path)
    Lawyer.objects.update(state=State.HIDDEN, name_en="A.")

    report = imported(tmp_path)

    assert report.lawyers.seen == {"aigul": Outcome.UNCHANGED}
    assert Lawyer.objects.get().name_en == "A."


def test_lawyer_nobody_has_verified_is_a_draft(tmp_path: Path) -> None:
    before, after = FIRM.split("[[lawyers]]")
    unverified = "\n".join(line for line in after.splitlines() if not line.startswith(("verified", "recheck")))

    imported(tmp_path, f"{before}[[lawyers]]{unverified}\n")

    assert Lawyer.objects.get().state == State.DRAFT
    assert Lawyer.objects.published().count() == 0


def test_dry_run_writes_nothing_and_tells_the_same(tmp_path: Path) -> None:
    report = imported(tmp_path, dry_run=True)

    assert outcomes(report) == ({"steppe": Outcome.CREATED}, {"aigul": Outcome.CREATED})
    assert (Firm.objects.count(), Lawyer.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("was", "now", "reason"),
    [
        ('slug = "steppe"', 'slug = "Steppe!"', "cannot be the value of “slug”"),
        ('slug = "aigul"', 'slug = "mine"', "This slug stands for another page."),
        ('jurisdiction = "kz"', 'jurisdiction = "zz"', "There is no jurisdiction “zz”."),
        ("recheck_on = 2027-11-02\nname", "name", "has “recheck_on”"),
        ("registrar@", "nobody@", "is no account that may verify licences"),
        ('"foreign-lawyer"', '"notary"', "“aigul”: "),
        ('"Silk"', '"Silk", link = "ftp://silk.example"', "cannot be the value of “link”"),
        (
            'licence_number = "F-1"',
            'licence_number = "F-1"\nwebsite = "https://a.example/\u202egpj"',
            "value of “website”",
        ),
        ('["contract"]', '["sailing"]', "There is no topic “sailing”."),
        (
            '[{ jurisdiction = "kz", number',
            '[{ jurisdiction = "cn", number',
            "only PRC lawyers can be admitted in China",
        ),
        ("Asia/Almaty", "Mars/Olympus", "there is no time zone “Mars/Olympus”"),
        ('language = "kk"', 'language = "xx"', "has no name for the language “xx”"),
        ('consult = "C2"', 'consult = "D1"', "“aigul”: "),
        ("closes = 12:00:00", "closes = 08:00:00", "Office hours begin before they end."),
        ("closes = 12:00:00", 'closes = "noon"', "has a value of another kind than it should"),
        ("opens = 09:00:00, ", "", "“opens” is missing."),
        ("weekday = 1, ", "", "“weekday” is missing."),
        ("[{ title", "[1, { title", "must be a list of tables"),
        ('name = { en = "Steppe Chambers" }', "", "“steppe”: A firm needs a name"),
        ('name = { en = "Steppe Chambers" }', 'name = { en = "\\u0000" }', "The database does not take the firm"),
        ("slug =", "slug", "no valid TOML"),
    ],
)
def test_file_with_a_mistake_is_refused_whole_and_says_why(tmp_path: Path, was: str, now: str, reason: str) -> None:
    report = imported(tmp_path, FIRM.replace(was, now))

    (rejection,) = report.rejections
    assert reason in rejection.reason
    assert not report.succeeded
    assert (Firm.objects.count(), Lawyer.objects.count()) == (0, 0)


def test_one_file_that_is_refused_does_not_hold_up_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("slug = 1")

    report = imported(tmp_path)

    assert (len(report.rejections), report.firms.seen) == (1, {"steppe": Outcome.CREATED})


def test_licence_number_of_another_verified_lawyer_is_refused_by_its_rule(tmp_path: Path) -> None:
    imported(tmp_path)

    other = FIRM.replace('"steppe"', '"other"').replace("F-1", "F-2").replace('"aigul"', '"other"')
    report = imported(tmp_path, other)

    assert "has this licence number already" in report.rejections[0].reason


def test_what_is_named_and_not_held_is_left_out_and_said(tmp_path: Path) -> None:
    report = imported(tmp_path)

    assert "names “kz-act”, which is not held" in "\n".join(summary(report, dry_run=True))
    assert Lawyer.objects.get().mentions.count() == 0


def test_samples_are_all_taken_and_all_marked_as_samples() -> None:
    said = StringIO()
    call_command("import_lawyers", SAMPLES, stdout=said)

    assert "0 files were rejected." in said.getvalue()
    assert Lawyer.objects.published().filter(sample=True).count() == Lawyer.objects.count() == 10
    marks = Lawyer.objects.filter(
        name_zh_hans__endswith="（示例）", name_en__endswith="(sample)", name_ru__endswith="(образец)"
    )
    assert marks.count() == 10


def test_command_that_refused_something_says_so_by_its_status(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        call_command("import_lawyers", tmp_path / "nowhere", stdout=StringIO())

    assert ended.value.code == 1

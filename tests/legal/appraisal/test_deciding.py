"""What officers record: materials that change hands, extensions within the rule, opinions that become exhibits."""

import datetime
import io
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from pypdf import PdfReader

from legal.appraisal import printing
from legal.appraisal.actions import deciding
from legal.appraisal.models import Extension, Handover, Opinion
from legal.clocks.models import Deadline
from legal.exhibits.actions import keeping
from legal.exhibits.actions.facts import Facts
from legal.matters import chain
from legal.matters.actions.moving import move
from legal.matters.models import Actor, Matter
from legal.rules.kinds import RuleKind, Unit
from portal.accounts.models import User
from portal.notices.models import Notice
from portal.workflow.errors import NotAllowedError
from tests.factories import CalendarFactory, MembershipFactory, PaperFactory, RuleFactory
from tests.legal.appraisal.world import moved_to

pytestmark = pytest.mark.django_db
AT = datetime.datetime(2026, 11, 20, 4, 30, tzinfo=datetime.UTC)
DAY = datetime.date(2026, 11, 24)


def taken_over(matter: Matter, officer: User, **changed: Any) -> Handover:
    said = {
        "given_by": "Aygul Sample",
        "taken_by": "Li Sample",
        "institution": "Sample Appraisal Centre",
        "at": AT,
        "conditions": {1: "sealed envelope", 2: ""},
    }
    handover = deciding.take_over(matter, by=officer, **(said | changed))
    matter.refresh_from_db()
    return handover


@pytest.fixture
def progress(db: None) -> tuple[Matter, User]:
    return moved_to("progress")


@pytest.fixture
def rule(db: None) -> Any:
    given = {"kind": RuleKind.LIMIT, "value": 30, "unit": Unit.WORKING_DAYS, "status": "to-be-confirmed"}
    return RuleFactory.create(slug="appraisal-extension", **given)


def test_receipt_keeps_the_materials_as_they_were(signed: tuple[Matter, User]) -> None:
    matter, officer = signed

    handover = taken_over(matter, officer)
    matter.materials.update(name="Something else")

    handover.refresh_from_db()
    assert (matter.state, str(handover)) == ("received", f"{matter.number}-1")
    assert handover.lines == [
        {"position": 1, "name": "Contract", "kind": "questioned", "quantity": 1, "condition": "sealed envelope"}
    ]


def test_receipt_of_nothing_is_none(signed: tuple[Matter, User]) -> None:
    matter, officer = signed

    with pytest.raises(NotAllowedError) as refused:
        taken_over(matter, officer, conditions={})

    matter.refresh_from_db()
    assert (refused.value.code, matter.state) == ("materials", "signed")


def test_more_materials_make_a_second_receipt_and_the_appraisal_goes_on(progress: tuple[Matter, User]) -> None:
    matter, officer = progress
    move(matter, "ask-materials", by=officer, actor=Actor.OFFICER, reason="The impressions.")

    handover = taken_over(matter, officer, conditions={2: "loose sheets"})

    assert (matter.state, handover.position) == ("progress", 1)


def test_receipt_is_confirmed_once_by_who_acts_for_the_enterprise(signed: tuple[Matter, User]) -> None:
    matter, officer = signed
    handover = taken_over(matter, officer)
    viewer = MembershipFactory.create(enterprise=matter.enterprise, role="viewer").person

    with pytest.raises(NotAllowedError):
        deciding.confirm(handover, by=viewer)
    for _again in range(2):
        deciding.confirm(handover, by=matter.begun_by)

    handover.refresh_from_db()
    entries = matter.entries.filter(what=deciding.CONFIRM)
    assert (handover.confirmed_by, entries.count()) == (matter.begun_by, 1)
    assert chain.verify(chain.written_out(matter)["entries"], matter.key)


def test_receipt_is_printed_in_three_languages(signed: tuple[Matter, User]) -> None:
    matter, officer = signed
    handover = taken_over(matter, officer)

    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(printing.write(handover))).pages)

    told = [column["title"] for column in printing.content(handover)["columns"]]
    assert told[1] == "Receipt of materials for a judicial appraisal"
    assert len(set(told)) == 3
    assert "sealed envelope" in text
    assert str(handover) in text


def test_receipt_says_whether_both_have_confirmed_it(signed: tuple[Matter, User]) -> None:
    matter, officer = signed
    handover = taken_over(matter, officer)
    before = printing.content(handover)["columns"][1]["confirmed"]
    handover.confirmed_by, handover.confirmed_at = matter.begun_by, AT

    after = printing.content(handover)["columns"][1]["confirmed"]

    assert before.endswith("not confirmed there by who gave. Both sign below.")
    assert after.endswith("confirmed there for who gave: 20 November 2026, 12:30 (Beijing time).")


def test_time_is_extended_within_the_rule_and_says_why(progress: tuple[Matter, User], rule: Any) -> None:
    matter, officer = progress

    first = deciding.extend(matter, days=20, reason="The laboratory waits for a reagent.", by=officer)
    with pytest.raises(NotAllowedError) as refused:
        deciding.extend(matter, days=11, reason="And again.", by=officer)
    deciding.extend(matter, days=10, reason="And again.", by=officer)

    matter.refresh_from_db()
    assert (matter.state, refused.value.code, str(first), first.rule) == ("progress", "many", "20", rule)
    assert "30 working days at most" in refused.value.messages[0]
    assert Extension.objects.count() == 2


@pytest.fixture
def clocked(rule: Any) -> tuple[Matter, User]:
    """An appraisal under way whose clock runs, over the calendar of Xinjiang."""
    CalendarFactory.create(slug="xinjiang")
    RuleFactory.create(slug="appraisal", value=30, status="to-be-confirmed")
    return moved_to("progress")


def test_extension_moves_the_clock_and_says_to_both_until_when_and_why(clocked: tuple[Matter, User]) -> None:
    matter, officer = clocked
    before = Deadline.objects.get(clock="opinion")

    deciding.extend(matter, days=10, reason="The laboratory waits for a reagent.", by=officer)

    after = Deadline.objects.get(clock="opinion")
    change = after.changes.get()
    assert (change.was, change.now, change.reason) == (before.due, after.due, "The laboratory waits for a reagent.")
    assert before.due < after.due
    assert any("it was extended by 10 working days" in step for step in after.told())
    told = set(Notice.objects.filter(kind__startswith="clocks.").values_list("kind", "user"))
    assert told == {("clocks.staff-changed", officer.pk), ("clocks.changed", matter.begun_by_id)}


def test_clock_that_stood_still_for_materials_runs_again_with_its_extension(clocked: tuple[Matter, User]) -> None:
    matter, officer = clocked
    deciding.extend(matter, days=10, reason="The laboratory waits for a reagent.", by=officer)
    extended = Deadline.objects.get(clock="opinion").due

    move(matter, "ask-materials", by=officer, actor=Actor.OFFICER, reason="The impressions.")
    stood = Deadline.objects.get(clock="opinion")
    taken_over(matter, officer, conditions={2: "loose sheets"})

    again = Deadline.objects.get(clock="opinion")
    assert (stood.state, stood.due, again.state) == ("paused", None, "running")
    assert again.due >= extended
    assert any("it was extended by 10 working days" in step for step in again.told())


@pytest.mark.parametrize("there", [{"status": "unknown", "value": None, "unit": ""}, {"unit": "days"}, None])
def test_without_a_rule_of_working_days_nothing_is_extended(progress: tuple[Matter, User], there: Any) -> None:
    matter, officer = progress
    if there is not None:
        given = {"kind": RuleKind.LIMIT, "value": 30, "unit": Unit.WORKING_DAYS} | there
        RuleFactory.create(slug="appraisal-extension", **given)

    with pytest.raises(NotAllowedError) as refused:
        deciding.extend(matter, days=1, reason="A reagent.", by=officer)

    assert refused.value.code == "rule"


def opinion_of(matter: Matter, officer: User) -> Opinion:
    move(matter, "draft-opinion", by=officer, actor=Actor.OFFICER)
    paper = PaperFactory.create(owner=officer, purpose="exhibits.exhibit", name="opinion.pdf")
    facts = Facts(name="Opinion", worded_in="en", kind="opinion", form="original", language="zh")
    opinion = deciding.issue(matter, number="2026-1", issued_on=DAY, paper=paper, facts=facts, by=officer)
    matter.refresh_from_db()
    return opinion


def test_opinion_is_an_exhibit_of_the_enterprise_and_stays(progress: tuple[Matter, User]) -> None:
    matter, officer = progress

    opinion = opinion_of(matter, officer)

    assert (matter.state, str(opinion), opinion.exhibit.enterprise) == ("issued", "2026-1", matter.enterprise)
    with pytest.raises(NotAllowedError) as refused:
        keeping.remove(opinion.exhibit, by=matter.begun_by)
    assert refused.value.code == "held"


def test_database_refuses_half_a_fact(progress: tuple[Matter, User]) -> None:
    opinion = opinion_of(*progress)
    matter, officer = progress
    handover = Handover.objects.create(
        matter=matter, position=1, given_by="A", taken_by="B", institution="C", at=AT, recorded_by=officer
    )

    for rows, wrong in (
        (Opinion.objects.filter(pk=opinion.pk), {"number": ""}),
        (Handover.objects.filter(pk=handover.pk), {"confirmed_at": timezone.now()}),
        (matter.materials.all(), {"quantity": 0}),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**wrong)

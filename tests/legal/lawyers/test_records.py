"""What can never be false of a firm and of a lawyer's profile."""

import datetime
import re
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction
from django.utils import timezone

from legal.lawyers.kinds import Level, Task
from legal.lawyers.models import Firm, FirmMember, Lawyer, Mention, Skill
from legal.lawyers.states import PROFILE, State
from portal.workflow.actions import advance
from tests.factories import (
    AdmissionFactory,
    CaseFactory,
    EducationFactory,
    FirmFactory,
    FirmMemberFactory,
    JurisdictionFactory,
    LawFactory,
    LawyerFactory,
    MentionFactory,
    OfficeHoursFactory,
    PublicationFactory,
    SkillFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

DOCUMENT = Path(__file__).parents[3] / "docs" / "lawyers.md"
NAMELESS = {"name": "", "name_zh_hans": "", "name_en": None, "name_ru": ""}
UNVERIFIED = {"verified_at": None, "verified_by": None, "recheck_on": None}


def refused(name: str) -> Any:
    return pytest.raises(IntegrityError, match=name)


@pytest.mark.parametrize(
    ("name", "facts"),
    [
        ("lawyers_firm_verification_is_whole", {"verified_by": None}),
        ("lawyers_firm_verification_is_whole", {"recheck_on": None}),
        ("lawyers_firm_verification_is_whole", {"licence_number": ""}),
        ("lawyers_firm_licence_once", {"licence_number": "held-1"}),
        ("lawyers_firm_has_a_name", NAMELESS),
        ("lawyers_firm_kind_is_known", {"kind": "club"}),
    ],
)
def test_firm_is_verified_wholly_or_not_and_is_one_of_its_licence(name: str, facts: dict[str, object]) -> None:
    FirmFactory.create(licence_number="HELD-1")

    with refused(name), transaction.atomic():
        FirmFactory.create(**facts)


@pytest.mark.parametrize(
    ("name", "facts"),
    [
        ("lawyers_lawyer_verification_is_whole", {"verified_by": None}),
        ("lawyers_lawyer_verification_is_whole", {"recheck_on": None}),
        ("lawyers_lawyer_verification_is_whole", {"licence_number": ""}),
        ("lawyers_lawyer_licence_once", {"licence_number": "held-1"}),
        ("lawyers_lawyer_shown_is_verified", UNVERIFIED),
        ("lawyers_lawyer_shown_is_verified", {"state": State.HIDDEN, **UNVERIFIED}),
        ("lawyers_lawyer_has_a_name", NAMELESS),
        ("lawyers_lawyer_kind_is_known", {"kind": "notary"}),
        ("lawyers_lawyer_native_name_has_its_language", {"native_name": "Айгүл", "native_language": ""}),
    ],
)
def test_lawyer_is_shown_with_a_name_and_a_verified_licence_only(name: str, facts: dict[str, object]) -> None:
    LawyerFactory.create(licence_number="HELD-1")

    with refused(name), transaction.atomic():
        LawyerFactory.create(**facts)


def test_licence_nobody_has_verified_keeps_nobody_else_from_its_number() -> None:
    LawyerFactory.create(state=State.SUBMITTED, licence_number="A-1", **UNVERIFIED)
    FirmFactory.create(licence_number="A-1", **UNVERIFIED)

    elsewhere = JurisdictionFactory.create(code="kz", name_en="Kazakhstan")
    held = [LawyerFactory.create(licence_number="A-1", **where) for where in ({}, {"jurisdiction": elsewhere})]
    firm = FirmFactory.create(licence_number="A-1")

    assert [*Lawyer.objects.published().order_by("pk")] == held
    assert [*Firm.objects.published()] == [firm]


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("lawyers_admission_once", lambda lawyer: AdmissionFactory.create(lawyer=lawyer)),
        ("lawyers_skill_once", lambda lawyer: SkillFactory.create(lawyer=lawyer)),
        ("lawyers_skill_language_is_a_code", lambda lawyer: SkillFactory.create(lawyer=lawyer, language="EN")),
        (
            "lawyers_skill_levels_are_known",
            lambda lawyer: SkillFactory.create(lawyer=lawyer, language="ru", draft="D1"),
        ),
        (
            "lawyers_skill_is_for_a_task",
            lambda lawyer: SkillFactory.create(lawyer=lawyer, language="ru", consult="", draft="", plead=""),
        ),
        ("lawyers_office_hours_once", lambda lawyer: OfficeHoursFactory.create(lawyer=lawyer)),
        (
            "lawyers_office_hours_open_before_they_close",
            lambda lawyer: OfficeHoursFactory.create(lawyer=lawyer, weekday=2, closes=datetime.time(9)),
        ),
        (
            "lawyers_office_hours_weekday_is_known",
            lambda lawyer: OfficeHoursFactory.create(lawyer=lawyer, weekday=8),
        ),
    ],
)
def test_parts_of_a_profile_are_named_once_and_make_sense(name: str, make: Any) -> None:
    lawyer = LawyerFactory.create()
    for factory in (AdmissionFactory, SkillFactory, OfficeHoursFactory):
        factory.create(lawyer=lawyer)

    with refused(name), transaction.atomic():
        make(lawyer)


def test_mention_names_a_case_or_a_place_in_a_law_and_each_once() -> None:
    lawyer, case, law = LawyerFactory.create(), CaseFactory.create(), LawFactory.create()
    MentionFactory.create(lawyer=lawyer, case=case)
    MentionFactory.create(lawyer=lawyer, case=None, law=law, path="article-1")

    for facts in ({"case": None}, {"case": CaseFactory.create(), "law": law}, {"path": "article-1"}):
        with refused("lawyers_mention_names_one_thing"), transaction.atomic():
            MentionFactory.create(lawyer=lawyer, **facts)
    with refused("lawyers_mention_case_once"), transaction.atomic():
        MentionFactory.create(lawyer=lawyer, case=case)
    with refused("lawyers_mention_place_once"), transaction.atomic():
        MentionFactory.create(lawyer=lawyer, case=None, law=law, path="article-1")
    with refused("lawyers_mention_acceptance_is_whole"), transaction.atomic():
        MentionFactory.create(lawyer=lawyer, accepted_by=None)


def test_only_accepted_mentions_are_shown_with_what_they_name(django_assert_num_queries) -> None:
    accepted = MentionFactory.create()
    MentionFactory.create(accepted_at=None, accepted_by=None)

    with django_assert_num_queries(1):
        shown = [(mention, mention.case.jurisdiction.code) for mention in Mention.objects.accepted().with_named()]

    assert shown == [(accepted, "cn")]


def test_member_belongs_to_a_firm_once_and_only_administrators_speak_for_it() -> None:
    speaker, other = FirmMemberFactory.create(administrator=True), FirmMemberFactory.create()

    with refused("lawyers_firm_member_once"), transaction.atomic():
        FirmMemberFactory.create(firm=speaker.firm, user=speaker.user)
    spoken_for = [[*Firm.objects.administered_by(user)] for user in (speaker.user, other.user, AnonymousUser())]

    assert spoken_for == [[speaker.firm], [], []]
    assert str(FirmMember(firm=speaker.firm, user=speaker.user)).endswith(f"({speaker.firm})")


def test_lawyer_is_seen_by_all_once_published_and_before_by_the_owner_alone() -> None:
    owner = UserFactory.create()
    published, own = LawyerFactory.create(), LawyerFactory.create(state=State.DRAFT, user=owner, **UNVERIFIED)
    LawyerFactory.create(state=State.HIDDEN)

    seen = [{*Lawyer.objects.visible_to(user)} for user in (owner, UserFactory.create(), AnonymousUser())]

    assert seen == [{published, own}, {published}, {published}]
    assert (published.is_published, own.is_published) == (True, False)


def test_lawyers_are_found_by_where_they_are_admitted_and_fit_for_a_task() -> None:
    here, elsewhere = LawyerFactory.create(), LawyerFactory.create()
    AdmissionFactory.create(lawyer=here)
    AdmissionFactory.create(lawyer=elsewhere, jurisdiction=JurisdictionFactory.create(code="kz"))
    fit = SkillFactory.create(lawyer=here, language="ru", plead=Level.C1)
    SkillFactory.create(lawyer=here, language="en", plead="")

    assert [*Lawyer.objects.practising_in("cn")] == [here]
    assert [*Skill.objects.fit_for(Task.PLEAD)] == [fit]
    assert (fit.level("plead"), fit.level("draft")) == ("C1", "B2")


def test_check_of_a_licence_is_due_from_its_day_on() -> None:
    day = datetime.date(2026, 11, 2)
    lawyer = LawyerFactory.build(recheck_on=day)

    due = [lawyer.is_recheck_due(on=on) for on in (day - datetime.timedelta(days=1), day)]

    assert due == [False, True]
    assert LawyerFactory.build(recheck_on=timezone.localdate()).is_recheck_due()
    assert not LawyerFactory.build(**UNVERIFIED).is_recheck_due(on=day)
    assert [LawyerFactory.build(**facts).is_verified for facts in ({}, UNVERIFIED)] == [True, False]


def test_names_are_keyed_in_each_language_by_what_is_shown_in_it() -> None:
    lawyer = LawyerFactory.build(name_zh_hans="赵岚", name_en="Zhao Lan", name_ru="")
    nameless = LawyerFactory.build(slug="zhao", name_zh_hans="", name_en="", name_ru=None)

    keys = lawyer.key_names()

    assert keys == {"sort_zh_hans": "zhao4 lan2 赵岚", "sort_en": "zhao lan", "sort_ru": "zhao lan"}
    assert (lawyer.sort_zh_hans, nameless.key_names()["sort_ru"]) == ("zhao4 lan2 赵岚", "zhao")


def test_published_lawyer_is_hidden_for_a_reason_and_can_be_shown_again() -> None:
    lawyer, by = LawyerFactory.create(), UserFactory.create()

    advance(lawyer, "hide", by=by, reason="The licence is being looked into.")
    advance(lawyer, "show", by=by)

    assert Lawyer.objects.get().state == State.PUBLISHED


def test_documentation_has_the_same_moves() -> None:
    section = DOCUMENT.read_text(encoding="utf-8").split(f"<!-- {PROFILE.slug} -->")[1].split("\n\n")[0]

    rows = re.findall(r"^\| `([\w-]+)` \| ([^|]+) \| ([^|]+) \|", section, re.MULTILINE)

    assert rows == [(move.name, ", ".join(move.sources), str(move.target)) for move in PROFILE.transitions]


def test_records_are_called_by_what_a_person_would_say() -> None:
    lawyer = LawyerFactory.create(name_en="Zhao Lan")
    hours = OfficeHoursFactory.create(lawyer=lawyer)
    law = LawFactory.create(title_en="Carriage Act")

    called = [
        lawyer,
        LawyerFactory.build(slug="zhao", **NAMELESS),
        AdmissionFactory.create(lawyer=lawyer, number="12"),
        SkillFactory.create(lawyer=lawyer),
        hours,
        EducationFactory.create(lawyer=lawyer),
        PublicationFactory.create(lawyer=lawyer),
        MentionFactory.create(lawyer=lawyer, case=CaseFactory.create(title_en="The Silk Case")),
        MentionFactory.create(lawyer=lawyer, case=None, law=law, path="article-1"),
    ]

    assert [str(one) for one in called] == [
        "Zhao Lan",
        "zhao",
        "China 12",
        "en C1/B2/",
        "Monday 10:00–12:30",
        "Xinjiang University",
        "Carriage of cotton by rail",
        "The Silk Case",
        "Carriage Act article-1",
    ]

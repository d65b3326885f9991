"""Services come from the file of the demonstration, and what is confirmed of states from our own."""

import datetime

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.utils import timezone

from legal.services.actions.loading import load_legalizations, load_services
from legal.services.figures import sources
from legal.services.kinds import Membership, Need
from legal.services.models import Basis, Figure, Legalization, Material, Service
from portal.languages import LANGUAGES
from portal.search.models import Change
from tests.factories import EditionFactory, JurisdictionFactory, LawFactory, ProvisionFactory, ProvisionTextFactory

pytestmark = pytest.mark.django_db

FILE = settings.BASE_DIR / "demo" / "services.toml"


def test_services_of_the_demonstration_are_told_in_three_languages() -> None:
    added = load_services(FILE)

    fields = [f"{name}_{one.column}" for name in ("name", "audience", "description") for one in LANGUAGES]
    assert added == Service.objects.count() == 7
    assert [one.slug for one in Service.objects.all() if not all(getattr(one, field) for field in fields)] == []
    assert Material.objects.filter(name_ru="").count() == 0
    assert Basis.objects.filter(law=None).exclude(name_zh_hans="").count() == Basis.objects.count() == 29
    assert set(Figure.objects.values_list("service__slug", flat=True)) == {
        "arbitration",
        "notarization",
        "judicial-appraisal",
    }
    assert set(Change.objects.values_list("source", flat=True)) == {"services"}


def test_every_figure_of_the_demonstration_is_one_of_the_rules() -> None:
    call_command("load_rules")
    load_services(FILE)

    named = set(Figure.objects.values_list("rule", flat=True))

    assert named - sources(named, on=timezone.localdate()).keys() == set()


def test_service_is_held_against_the_law_as_it_is_loaded() -> None:
    law = LawFactory.create(slug="notarization-law")
    edition = EditionFactory.create(law=law)
    ProvisionTextFactory.create(provision=ProvisionFactory.create(edition=edition, path="article-30"))

    load_services(FILE)

    basis = Basis.objects.get(law=law, path="article-30")
    assert (basis.service.slug, basis.edition, list(basis.wordings)) == ("notarization", edition.slug, ["zh"])


def test_what_staff_changed_stays_when_services_are_loaded_again() -> None:
    load_services(FILE)
    Service.objects.filter(slug="mediation").update(name_en="Ours")
    Service.objects.get(slug="arbitration").delete()

    assert load_services(FILE) == 1

    assert Service.objects.get(slug="mediation").name_en == "Ours"
    assert set(Service.objects.get(slug="arbitration").materials.values_list("need", flat=True)) == {
        Need.ALWAYS,
        Need.COMPANY,
        Need.REPRESENTED,
        Need.OTHER_LANGUAGE,
        Need.INTERIM,
    }


def test_only_what_is_confirmed_of_a_state_is_claimed() -> None:
    for code in ("cn", "kz", "ru"):
        JurisdictionFactory.create(code=code)
    JurisdictionFactory.create(code="un", kind="organisation")

    assert (load_legalizations(), load_legalizations()) == (3, 0)

    held = {one.jurisdiction.code: (one.membership, one.in_force_on) for one in Legalization.objects.with_names()}
    unknown = (Membership.UNKNOWN, None)
    assert held == {"cn": (Membership.PARTY, datetime.date(2023, 11, 7)), "kz": unknown, "ru": unknown}


def test_command_says_what_it_added(capsys) -> None:
    JurisdictionFactory.create()

    call_command("load_services", str(FILE))

    assert capsys.readouterr().out == "Services added: 7. States looked at for the Apostille Convention: 1.\n"


def test_command_refuses_a_file_that_is_not_there(tmp_path) -> None:
    with pytest.raises(CommandError, match="There is no file"):
        call_command("load_services", str(tmp_path / "none.toml"))

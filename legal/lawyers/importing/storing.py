"""Writing firms and lawyers as files tell them: what is the same is left alone, and so is a claimed profile."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from legal.cases.models import Case
from legal.laws.importing.jurisdictions import References
from legal.laws.importing.report import Outcome, RefusedError, Remark
from legal.laws.models import Law
from legal.lawyers.importing.reading import Facts, Parsed
from legal.lawyers.models import Firm, Lawyer
from legal.lawyers.offers import may_be_admitted
from legal.lawyers.states import State
from portal.accounts import time_zones
from portal.accounts.models import User
from portal.languages import NAMES
from portal.reference.models import Jurisdiction, Topic
from portal.workflow.actions import advance

NO_JURISDICTION: Final = _("There is no jurisdiction “%(code)s”.")
NO_TOPIC: Final = _("There is no topic “%(code)s”.")
NO_STAFF: Final = _("“%(email)s” is no account that may verify licences.")
NOT_ADMITTED: Final = _("“%(slug)s”: only PRC lawyers can be admitted in China.")
NOT_HELD: Final = _("“%(slug)s” names “%(name)s”, which is not held: the profile was taken without it.")
NO_ZONE: Final = _("“%(slug)s”: there is no time zone “%(zone)s”.")
NO_LANGUAGE: Final = _("“%(slug)s”: the portal has no name for the language “%(code)s”.")
NOT_RIGHT: Final = _("“%(slug)s”: %(reason)s")
# The hour at which a day of a file is noted: midday in Beijing.
NOON: Final = datetime.time(12)


@dataclass(slots=True)
class Storing:
    """One run’s view of what is held."""

    references: References
    remarks: list[Remark] = field(default_factory=list)

    def firm(self, parsed: Parsed) -> tuple[Firm, Outcome]:
        """The firm as the file tells it; `RefusedError` where its model or the reference data does not allow that."""
        held = Firm.objects.filter(slug=parsed.slug).first()
        firm = held or Firm(slug=parsed.slug)
        changed = _set(firm, self._facts(parsed) | self._verified(parsed))
        if changed or held is None:
            _save(firm)
        return firm, _outcome(held, changed=changed)

    def lawyer(self, parsed: Parsed, firm: Firm, file: Path) -> tuple[Lawyer, Outcome]:
        """The lawyer as the file tells it, published where the licence was verified.

        Claimed ones are left alone, and hidden ones: of one whose account is erased the words stay erased.
        """
        _check_codes(parsed)
        held = Lawyer.objects.filter(slug=parsed.slug).first()
        if held is not None and (held.user_id is not None or held.state == State.HIDDEN):
            return held, Outcome.UNCHANGED
        lawyer = held or Lawyer(slug=parsed.slug)
        verified = self._verified(parsed)
        changed = _set(lawyer, self._facts(parsed) | {"firm": firm} | verified)
        if changed or held is None:
            _save(lawyer)
        if lawyer.state == State.DRAFT and parsed.check:
            advance(lawyer, "submit", by=None)
            advance(lawyer, "publish", by=lawyer.verified_by)
        if self._parts(lawyer, parsed, file) and held is not None:
            changed = True
            Lawyer.objects.filter(pk=lawyer.pk).update(changed_at=timezone.now())
        return lawyer, _outcome(held, changed=changed)

    def _facts(self, parsed: Parsed) -> Facts:
        return parsed.facts | {"jurisdiction": self._jurisdiction(parsed.jurisdiction)}

    def _verified(self, parsed: Parsed) -> Facts:
        check = parsed.check
        if check is None:
            return {"verified_at": None, "verified_by": None, "recheck_on": None}
        by = User.objects.filter(email=check.by).first()
        if by is None or not by.has_perm("lawyers.verify_lawyer"):
            raise RefusedError(NO_STAFF, email=check.by)
        at = timezone.make_aware(datetime.datetime.combine(check.on, NOON))
        return {"verified_at": at, "verified_by": by, "recheck_on": check.again}

    def _jurisdiction(self, code: str) -> Jurisdiction:
        found = self.references.jurisdiction(code)
        if found is None:
            raise RefusedError(NO_JURISDICTION, code=code)
        return found

    def _topic(self, code: str) -> Topic:
        found = self.references.topic(code)
        if found is None:
            raise RefusedError(NO_TOPIC, code=code)
        return found

    def _parts(self, lawyer: Lawyer, parsed: Parsed, file: Path) -> bool:
        """Make the parts of a profile what the file tells; whether any was not."""
        topics = [self._topic(code) for code in parsed.topics]
        changed = {topic.pk for topic in topics} != set(lawyer.topics.values_list("pk", flat=True))
        lawyer.topics.set(topics)
        for name, rows in parsed.parts.items():
            told = {"admissions": self._admissions, "mentions": self._mentions}.get(name)
            wanted = told(lawyer, rows, file) if told else rows
            changed |= _replaced(lawyer, name, wanted)
        return changed

    def _admissions(self, lawyer: Lawyer, rows: list[Facts], _file: Path) -> list[Facts]:
        if not all(may_be_admitted(lawyer.kind, row["jurisdiction"]) for row in rows):
            raise RefusedError(NOT_ADMITTED, slug=lawyer.slug)
        return [row | {"jurisdiction": self._jurisdiction(row["jurisdiction"])} for row in rows]

    def _mentions(self, lawyer: Lawyer, rows: list[Facts], file: Path) -> list[Facts]:
        """Cases and places of laws that are held; what the file names is accepted by whoever verified the licence."""
        accepted = {"accepted_at": lawyer.verified_at, "accepted_by": lawyer.verified_by}
        wanted = []
        for row in rows:
            case, law = _named(Case, row["case"]), _named(Law, row["law"])
            if case is None and law is None:
                params = {"slug": lawyer.slug, "name": row["case"] or row["law"]}
                self.remarks.append(Remark(file, 1, NOT_HELD, params))
                continue
            path = f"article-{row['article']}" if row["article"] else ""
            wanted.append({"case": case, "law": law, "path": path, **accepted})
        return wanted


def _named(model: type[Case] | type[Law], name: str) -> Any:
    """The case or law of a jurisdiction and a slug, as `cn-civil-code`; None where it is not held."""
    code, _dash, slug = name.partition("-")
    return model._default_manager.filter(jurisdiction__code=code, slug=slug).first() if name else None


def _check_codes(parsed: Parsed) -> None:
    """What no model can check, since it stands in no table: time zones and languages."""
    if parsed.facts["time_zone"] not in time_zones.known():
        raise RefusedError(NO_ZONE, slug=parsed.slug, zone=parsed.facts["time_zone"])
    for skill in parsed.parts["skills"]:
        if skill["language"] not in NAMES:
            raise RefusedError(NO_LANGUAGE, slug=parsed.slug, code=skill["language"])


def _set(record: models.Model, facts: Facts) -> bool:
    """Set facts; whether any was another."""
    changed = {name: value for name, value in facts.items() if (getattr(record, name, None) or "") != (value or "")}
    for name, value in changed.items():
        setattr(record, name, value)
    return bool(changed)


def _save(record: Firm | Lawyer) -> None:
    record.key_names()
    record.changed_at = timezone.now()
    _check(record, record.slug)
    record.save()


def _check(record: models.Model, slug: str) -> None:
    try:
        record.full_clean()
    except ValidationError as error:
        raise RefusedError(NOT_RIGHT, slug=slug, reason=" ".join(error.messages)) from error


def _replaced(lawyer: Lawyer, name: str, wanted: Collection[Facts]) -> bool:
    """Put parts in the place of those held where they differ; whether they did."""
    held: Any = getattr(lawyer, name)
    fields = list(next(iter(wanted), {}))
    there = [{field: getattr(row, field) for field in fields} for row in held.order_by("pk")]
    if there == [*wanted]:
        return False
    held.all().delete()
    for row in wanted:
        part = held.model(lawyer=lawyer, **row)
        _check(part, lawyer.slug)
        part.save()
    return True


def _outcome(held: object, *, changed: bool) -> Outcome:
    if held is None:
        return Outcome.CREATED
    return Outcome.CHANGED if changed else Outcome.UNCHANGED

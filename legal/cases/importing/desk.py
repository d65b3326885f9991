"""Where parsed cases come in one after the other, each to be taken or refused."""

from collections.abc import Iterable, Mapping
from typing import Final

from django.db import DatabaseError, transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from legal.cases.applying import Applier
from legal.cases.importing.anonymising import anonymous
from legal.cases.importing.report import Report
from legal.cases.importing.storing import Stored, store
from legal.cases.models import Case
from legal.cases.parsing.records import ParsedCase
from legal.laws.importing import slugs
from legal.laws.importing.jurisdictions import References
from legal.laws.importing.report import RefusedError, Remark
from legal.laws.parsing.records import Param, Rejection
from portal.reference.models import Jurisdiction, Topic

NO_JURISDICTION: Final = _("There is no jurisdiction “%(code)s”: add it in the console, then import the case again.")
GIVEN_TWICE: Final = _("Another case of this run has the same record: “%(record)s”.")
NO_TOPIC: Final = _("There is no topic “%(code)s”: the case was taken without it.")
# What a slug is made of where a title cannot be written in Latin letters.
STEM: Final = "case"


class Desk:
    """One run's view of what is held; it counts what it does into the report."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.references = References()
        self.applier = Applier()
        self._given: set[tuple[str, str]] = set()
        self._slugs: dict[int, set[str]] = {}

    def receive(self, case: ParsedCase | Rejection) -> None:
        """Take a case in a transaction of its own, or note why it was refused; the others go on."""
        if isinstance(case, Rejection):
            self.report.rejections.append(case)
            return
        parsed, persons = anonymous(case)
        try:
            stored = self._take(parsed)
        except RefusedError as error:
            self._refuse(parsed, error.message, error.params)
        # A name from another system may be no Unicode, which no column holds.
        except (DatabaseError, UnicodeEncodeError) as error:
            self._slugs.clear()
            reason = str(error).partition("\n")[0]
            self._refuse(parsed, _("The database does not take the case: %(reason)s."), {"reason": reason})
        else:
            self.report.persons += len(persons.told)
            self._count(stored)

    def _take(self, parsed: ParsedCase) -> Stored:
        if (parsed.jurisdiction, parsed.record) in self._given:
            raise RefusedError(GIVEN_TWICE, record=parsed.record)
        jurisdiction = self.references.jurisdiction(parsed.jurisdiction)
        if jurisdiction is None:
            raise RefusedError(NO_JURISDICTION, code=parsed.jurisdiction)
        topics = list(self._topics(parsed))
        case = self._held(jurisdiction, parsed)
        applied = self.applier.applied(jurisdiction.pk, parsed.decided, parsed.applied, parsed.texts)
        with transaction.atomic():
            stored = store(case, parsed, topics, applied)
        self._given.add((parsed.jurisdiction, parsed.record))
        return stored

    def _held(self, jurisdiction: Jurisdiction, parsed: ParsedCase) -> Case:
        """The case of the record, else of the slug; a new one, unsaved, where neither is held."""
        cases = Case.objects.select_related("jurisdiction").filter(jurisdiction=jurisdiction)
        held = cases.filter(record=parsed.record).first()
        if held is None and parsed.slug:
            held = cases.filter(slug=parsed.slug, record="").first()
        return held or Case(jurisdiction=jurisdiction, slug=self._slug(jurisdiction, parsed))

    def _slug(self, jurisdiction: Jurisdiction, parsed: ParsedCase) -> str:
        taken = self._slugs.get(jurisdiction.pk)
        if taken is None:
            taken = set(Case.objects.filter(jurisdiction=jurisdiction).order_by().values_list("slug", flat=True))
            self._slugs[jurisdiction.pk] = taken
        slug = parsed.slug
        if slug is None or slug in taken:
            slug = slugs.made(parsed.titles, parsed.original_language, STEM, parsed.decided, taken)
        taken.add(slug)
        return slug

    def _topics(self, parsed: ParsedCase) -> Iterable[Topic]:
        for code in parsed.topics:
            topic = self.references.topic(code)
            if topic is None:
                self.report.remarks.append(Remark(parsed.file, parsed.line, NO_TOPIC, {"code": code}))
            else:
                yield topic

    def _count(self, stored: Stored) -> None:
        self.report.cases.add(stored.case.pk, stored.outcome)
        for language, outcome in stored.texts.items():
            self.report.texts.add((stored.case.pk, language), outcome)
        self.report.texts.removed += stored.removed
        self.report.linked += stored.linked
        self.report.waiting += stored.waiting

    def _refuse(self, parsed: ParsedCase, message: str | Promise, params: Mapping[str, Param]) -> None:
        self.report.rejections.append(Rejection(parsed.file, parsed.line, message, params))

"""Where parsed cases come in one after the other, each to be taken or refused."""

from collections.abc import Iterable, Mapping
from typing import Final

from django.db import DatabaseError, transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from legal.cases.applying import Applier
from legal.cases.importing import addresses
from legal.cases.importing.anonymising import anonymous
from legal.cases.importing.report import Report, Shortened
from legal.cases.importing.storing import Stored, check_titles, store
from legal.cases.models import Case
from legal.cases.parsing.records import ParsedCase
from legal.cases.persons import Persons
from legal.laws.formats.characters import for_xml
from legal.laws.importing.jurisdictions import References
from legal.laws.importing.report import RefusedError, Remark
from legal.laws.importing.slugs import slugified
from legal.laws.parsing.records import Param, Rejection
from portal.reference.models import Jurisdiction, Topic

NO_JURISDICTION: Final = _("There is no jurisdiction “%(code)s”: add it in the console, then import the case again.")
GIVEN_TWICE: Final = _("Another case of this run has the same record: “%(record)s”.")
OF_ANOTHER: Final = _(
    "“%(record)s” is a case of another collection already: %(collection)s. Give this one another “id”."
)
NO_TOPIC: Final = _("There is no topic “%(code)s”: the case was taken without it.")
NOT_KNOWN: Final = _(
    "Nothing tells whether “%(party)s” is a person or an organisation: name it in “persons” or in “organisations” of"
    " the case, then import it again."
)
NAMED_IN_SLUG: Final = _("“%(value)s” names a person and would stand in the address: call the case otherwise.")


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
        try:
            persons, stored = self._taken(case)
        except RefusedError as error:
            self._refuse(case, error.message, error.params)
        except DatabaseError as error:
            self._slugs.clear()
            reason = str(error).partition("\n")[0]
            self._refuse(case, _("The database does not take the case: %(reason)s."), {"reason": reason})
        # A name from another system may be no Unicode, which no column holds, and a number longer than any.
        except ValueError as error:
            self._slugs.clear()
            self._refuse(case, _("The case cannot be read: %(reason)s."), {"reason": str(error)})
        else:
            self.report.persons += len(persons.told)
            replaced = dict.fromkeys(persons.replaced)
            self.report.replaced += [Shortened(case.file, case.line, one) for one in replaced]
            self._count(stored)

    def _taken(self, case: ParsedCase) -> tuple[Persons, Stored]:
        check_titles(case.titles)
        parsed, persons, unknown = anonymous(case.worded(for_xml))
        if unknown:
            raise RefusedError(NOT_KNOWN, party="; ".join(unknown))
        for name in (parsed.record, parsed.slug or ""):
            if persons.shortened(name) != name or persons.stand_in(slugified(name)):
                raise RefusedError(NAMED_IN_SLUG, value=name)
        return persons, self._take(parsed)

    def _take(self, parsed: ParsedCase) -> Stored:
        if (parsed.jurisdiction, parsed.record) in self._given:
            raise RefusedError(GIVEN_TWICE, record=parsed.record)
        jurisdiction = self.references.jurisdiction(parsed.jurisdiction)
        if jurisdiction is None:
            raise RefusedError(NO_JURISDICTION, code=parsed.jurisdiction)
        topics = list(self._topics(parsed))
        case = self._held(jurisdiction, parsed)
        applied = self.applier.applied(jurisdiction.pk, parsed.applied, parsed.texts)
        with transaction.atomic():
            stored = store(case, parsed, topics, applied)
        self._given.add((parsed.jurisdiction, parsed.record))
        return stored

    def _held(self, jurisdiction: Jurisdiction, parsed: ParsedCase) -> Case:
        """The case of the record, else of the slug; a new one, unsaved, where neither is held."""
        cases = Case.objects.select_related("jurisdiction").filter(jurisdiction=jurisdiction)
        held = cases.filter(record=parsed.record).first()
        if held and held.collection != parsed.collection:
            collection = held.collection or _("a file of its own")
            raise RefusedError(OF_ANOTHER, record=parsed.record, collection=str(collection))
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
            slug = addresses.made(parsed, taken)
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

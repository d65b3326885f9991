"""Where parsed laws come in one after the other, each to be taken or refused."""

from collections.abc import Mapping
from typing import Final

from django.db import DatabaseError, transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from legal.laws.importing.announcing import announce
from legal.laws.importing.citations import cite
from legal.laws.importing.counting import count
from legal.laws.importing.jurisdictions import References
from legal.laws.importing.recognition import Catalogue
from legal.laws.importing.report import Outcome, RefusedError, Remark, Report
from legal.laws.importing.storing import EditionChanges, store
from legal.laws.importing.taking import Given, Taken, take
from legal.laws.linking import Linker
from legal.laws.parsing.records import Param, ParsedLaw, Rejection
from portal.reference.models import Jurisdiction, Region, Topic

NO_JURISDICTION: Final = _("There is no jurisdiction “%(code)s”: add it in the console, then import the law again.")
HELD_ELSEWHERE: Final = _("This treaty is held as “%(law)s”: its texts were taken there.")
OTHER_WORDS: Final = _("This edition has another text already, which says other words: this one was not taken.")


class Desk:
    """One run's view of what is held; it counts what it does into the report."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.references = References()
        self.given = Given()
        self._look_around()

    def receive(self, law: ParsedLaw | Rejection) -> None:
        """Take a law in a transaction of its own, or note why it was refused; the others go on."""
        if isinstance(law, Rejection):
            self.report.rejections.append(law)
            return
        try:
            taken = take(law, self.catalogue, *self._referred(law), self.given)
            changes = self._store(taken)
        except RefusedError as error:
            self._refuse(law, error.message, error.params)
        # A name from another system may be no Unicode, which no column holds.
        except (DatabaseError, UnicodeEncodeError) as error:
            self._look_around()
            reason = str(error).partition("\n")[0]
            self._refuse(law, _("The database does not take the law: %(reason)s."), {"reason": reason})
        else:
            self.catalogue.learn(taken.held)
            self.given.remember(taken)
            self._count(taken, changes)
            self._say_where(taken, law)

    def close(self) -> None:
        """Link the citations that waited for laws held by now; nothing where nothing has changed."""
        if self.report.laws.count(Outcome.UNCHANGED) < len(self.report.laws.seen):
            self.linker.settle()

    def _look_around(self) -> None:
        """What is held, also after a law was rolled back that was already known to the run."""
        self.linker, self.catalogue = Linker(), Catalogue.held()

    def _referred(self, parsed: ParsedLaw) -> tuple[Jurisdiction, Region | None, list[Topic]]:
        """The reference data a law names. An unknown jurisdiction refuses it, the rest is remarked on."""
        jurisdiction = self.references.jurisdiction(parsed.jurisdiction)
        if jurisdiction is None:
            raise RefusedError(NO_JURISDICTION, code=parsed.jurisdiction)
        region = self.references.region(parsed.region) if parsed.region else None
        if parsed.region and region is None:
            self._remark(parsed, _("There is no region “%(code)s”: the law was taken without it."), code=parsed.region)
        topics = []
        for slug in parsed.topics:
            topic = self.references.topic(slug)
            if topic is None:
                self._remark(parsed, _("There is no topic “%(code)s”: the law was taken without it."), code=slug)
            else:
                topics.append(topic)
        return jurisdiction, region, topics

    def _store(self, taken: Taken) -> list[EditionChanges]:
        """Write what differs, with its citations, its news and the change of the index."""
        is_new = taken.held.law.pk is None
        with transaction.atomic():
            changes = store(taken.held, taken.fields, taken.names, taken.topics)
            self.linker.learn(taken.held.law, [name.name for name in taken.names])
            for change in changes:
                cite(self.linker, taken.held.law, change)
            taken.outcome = announce(taken, changes, is_new=is_new)
        return changes

    def _count(self, taken: Taken, changes: list[EditionChanges]) -> None:
        law = taken.held.law
        self.report.met[law.pk] = law
        count(self.report, law.pk, taken.outcome, changes)
        for _edition, text, agreed in taken.texts:
            if not agreed:
                self.report.remarks.append(Remark(text.files[0], 1, OTHER_WORDS))

    def _say_where(self, taken: Taken, parsed: ParsedLaw) -> None:
        """Remark on a treaty that another organisation's collection holds."""
        code = taken.held.law.jurisdiction.code
        if code != parsed.jurisdiction:
            self._remark(parsed, HELD_ELSEWHERE, law=f"{code}-{taken.held.law.slug}")

    def _refuse(self, parsed: ParsedLaw, message: str | Promise, params: Mapping[str, Param]) -> None:
        file = next((file for edition in parsed.editions for file in edition.files), parsed.source_path)
        self.report.rejections.append(Rejection(file, 1, message, params))

    def _remark(self, parsed: ParsedLaw, message: str | Promise, **params: Param) -> None:
        self.report.remarks.append(Remark(parsed.source_path, 1, message, params))

"""Lawyers as the open interface gives them: what their public page shows, and nothing else of the profile."""

import datetime

from django.utils.translation import gettext_noop
from pydantic import Field

from legal.lawyers.kinds import LawyerKind
from legal.lawyers.models import Lawyer, Mention
from legal.lawyers.models.portrait import LARGE, photo_address
from portal.api.shapes import Part, Record
from portal.reference.shapes import named, told

Words = dict[str, str]


class AdmissionRecord(Part):
    """That a lawyer may practise the law of a jurisdiction."""

    jurisdiction: str
    number: str
    since: datetime.date | None


class SkillRecord(Part):
    """A working language, with the level for each task; empty where the task is not done in it."""

    language: str
    consult: str
    draft: str
    plead: str


class EducationRecord(Part):
    """A degree, in the words of its diploma."""

    institution: str
    degree: str
    year: int | None
    language: str


class PublicationRecord(Part):
    """Something a lawyer has published, in the words of its title page."""

    title: str
    published_in: str
    link: str
    year: int | None
    language: str


class NamedRecord(Part):
    """A case or a place in a law that a lawyer names, once it was accepted."""

    jurisdiction: str
    case: str | None = Field(description=gettext_noop("The name of the case in addresses."))
    law: str | None = Field(description=gettext_noop("The name of the law in addresses."))
    path: str = Field(description=gettext_noop("The place in the edition, as it stands in addresses."))


class LawyerRecord(Record):
    """A lawyer whose profile is published."""

    slug: str = Field(description=gettext_noop("The name of the lawyer in addresses; it stays for good."))
    kind: LawyerKind
    name: str
    names: Words = Field(description=gettext_noop("The name by language, where there is one."))
    native_name: str = Field(description=gettext_noop("The name in its own script."))
    native_language: str
    photo: str | None = Field(description=gettext_noop("The address of the photo, a square of 320 pixels in WebP."))
    firm: str | None = Field(description=gettext_noop("The law firm, where its licence has been verified."))
    firm_names: Words
    jurisdiction: str = Field(description=gettext_noop("Where the licence was issued."))
    licence_number: str
    issuing_bodies: Words
    licensed_on: datetime.date | None
    verified_on: datetime.date = Field(description=gettext_noop("The day the licence was verified."))
    recheck_on: datetime.date | None = Field(description=gettext_noop("The day it is to be verified again."))
    recheck_due: bool = Field(description=gettext_noop("Whether that day has come."))
    topics: list[str]
    admissions: list[AdmissionRecord]
    languages: list[SkillRecord]
    education: list[EducationRecord]
    publications: list[PublicationRecord]
    mentions: list[NamedRecord] = Field(
        description=gettext_noop("Cases and places in law the lawyer names, each accepted by a moderator.")
    )
    summaries: Words
    fees: Words
    time_zone: str
    takes_new_matters: bool
    sample: bool = Field(description=gettext_noop("Whether it is a sample, and no real person."))
    url: str = Field(description=gettext_noop("Its page for people."))


def lawyer_record(lawyer: Lawyer, *, site: str) -> LawyerRecord:
    """A published lawyer; no query where what belongs to the profile was read with it."""
    firm = lawyer.firm if lawyer.firm and lawyer.firm.is_verified else None
    accepted = (one for one in lawyer.mentions.all() if one.accepted_at)
    return LawyerRecord(
        slug=lawyer.slug,
        kind=LawyerKind(lawyer.kind),
        name=named(lawyer),
        names=told(lawyer, "name"),
        native_name=lawyer.native_name,
        native_language=lawyer.native_language,
        photo=f"{site}{photo_address(lawyer.photo_id, LARGE)}" if lawyer.photo_id else None,
        firm=firm.slug if firm else None,
        firm_names=told(firm, "name") if firm else {},
        jurisdiction=lawyer.jurisdiction.code,
        licence_number=lawyer.licence_number,
        issuing_bodies=told(lawyer, "issuing_body"),
        licensed_on=lawyer.licensed_on,
        verified_on=lawyer.verified_on,
        recheck_on=lawyer.recheck_on,
        recheck_due=lawyer.is_recheck_due(),
        topics=sorted(topic.slug for topic in lawyer.topics.all()),
        admissions=[
            AdmissionRecord(jurisdiction=one.jurisdiction.code, number=one.number, since=one.since)
            for one in lawyer.admissions.all()
        ],
        languages=[
            SkillRecord(language=one.language, consult=one.consult, draft=one.draft, plead=one.plead)
            for one in lawyer.skills.all()
        ],
        education=[
            EducationRecord(institution=one.institution, degree=one.degree, year=one.year, language=one.language)
            for one in lawyer.education.all()
        ],
        publications=[
            PublicationRecord(
                title=one.title, published_in=one.published_in, link=one.link, year=one.year, language=one.language
            )
            for one in lawyer.publications.all()
        ],
        mentions=[mention_record(one) for one in accepted],
        summaries=told(lawyer, "summary"),
        fees=told(lawyer, "fees"),
        time_zone=lawyer.time_zone,
        takes_new_matters=lawyer.takes_new_matters,
        sample=lawyer.sample,
        url=f"{site}{lawyer.get_absolute_url()}",
    )


def mention_record(one: Mention) -> NamedRecord:
    """What a lawyer names, with the address it is found at in the interface."""
    work = one.case or one.law
    return NamedRecord(
        jurisdiction=work.jurisdiction.code if work else "",
        case=one.case.slug if one.case else None,
        law=one.law.slug if one.law else None,
        path=one.path,
    )

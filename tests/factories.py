"""Valid rows for tests: a test states only what matters to it."""

import datetime
import hashlib
from decimal import Decimal
from typing import Any

import factory
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from factory.django import DjangoModelFactory

from enterprises.models import CheckLevel, Enterprise, Identifier, Industry, Invitation, Membership, Transfer
from enterprises.models.enterprise import new_key
from enterprises.models.invitation import fingerprint, token_of
from enterprises.policies import Role
from enterprises.states import InvitationState, State
from legal.advice.models import Question, Review
from legal.cases.kinds import CourtLevel
from legal.cases.models import Case, CaseProvision, CaseText
from legal.clocks.models import Deadline, Feed
from legal.enquiries.eligible import is_abroad, recipient_of
from legal.enquiries.models import Appointment, Enquiry, KnownName, Message, Party, Side
from legal.enquiries.names import keys_of
from legal.exhibits.models import Exhibit, Form, Kind
from legal.fees.models import FeeNotice, Payee
from legal.intake.models import Intake
from legal.laws.kinds import LawKind, ProvisionKind, TextStatus
from legal.laws.models import Edition, Law, LawName, Provision, ProvisionText
from legal.laws.naming import key
from legal.laws.wording import wording
from legal.lawyers.kinds import FirmKind, LawyerKind, Level
from legal.lawyers.models import (
    Admission,
    Education,
    Firm,
    FirmMember,
    Lawyer,
    Mention,
    OfficeHours,
    Portrait,
    Publication,
    Skill,
)
from legal.lawyers.states import State as LawyerState
from legal.matters.actions.drafting import write_own_party
from legal.matters.canonical import canonical, digest
from legal.matters.kinds import Side as MatterSide
from legal.matters.models import Matter, PartyKind, Produced, Representative, Submission
from legal.matters.models import Message as MatterMessage
from legal.matters.models import Party as MatterParty
from legal.mediation.models import Dispute, Mediator
from legal.rules.kinds import DayKind, InstitutionKind, Origin, RuleKind, Status, Unit
from legal.rules.models import Band, Calendar, CalendarDay, CalendarYear, Institution, InstitutionName, Rule, Schedule
from legal.services.kinds import Aspect, Known
from legal.services.kinds import Membership as Bound
from legal.services.models import Basis, Figure, Legalization, Material, Service
from legal.serving.models import Answer, Participant
from legal.serving.models import Invitation as MatterInvitation
from legal.serving.models import Paper as SidePaper
from legal.serving.models import Service as MatterService
from legal.serving.models.invitation import new_nonce
from legal.serving.models.invitation import token_of as matter_token_of
from legal.training.models import Certificate, Course, Enrolment, Session, University
from legal.training.models.certificate import new_number, new_token
from legal.training.states import CourseState, EnrolmentState, SessionState
from portal.accounts.models import User
from portal.files.models import File
from portal.files.states import State as FileState
from portal.notices.models import Delivery, Notice
from portal.notices.states import Channel
from portal.privacy.models import Consent, ConsentText, DataExport, Purpose, RetentionRule, SecurityEvent
from portal.reference.models import Jurisdiction, Region, Topic
from portal.reference.sorting import sort_key


class UserFactory(DjangoModelFactory[User]):
    class Meta:
        model = User

    email = factory.Sequence(lambda n: f"user-{n}@law-valley.example")
    full_name = factory.Sequence(lambda n: f"Sample Person {n}")
    language = "en"
    password = factory.django.Password("correct horse battery")


class JurisdictionFactory(DjangoModelFactory[Jurisdiction]):
    class Meta:
        model = Jurisdiction
        django_get_or_create = ("code",)

    code = "cn"
    name_zh_hans = "中国"
    name_en = "China"
    name_ru = "Китай"
    languages = factory.LazyFunction(lambda: ["zh"])


class RegionFactory(DjangoModelFactory[Region]):
    class Meta:
        model = Region
        django_get_or_create = ("code",)

    jurisdiction = factory.SubFactory(JurisdictionFactory)
    code = "CN-XJ"
    name_zh_hans = "新疆维吾尔自治区"
    name_en = "Xinjiang Uygur Autonomous Region"
    name_ru = "Синьцзян-Уйгурский автономный район"


class TopicFactory(DjangoModelFactory[Topic]):
    class Meta:
        model = Topic
        django_get_or_create = ("slug",)

    slug = "contract"
    name_zh_hans = "合同"
    name_en = "Contract"
    name_ru = "Договорное право"


class LawFactory(DjangoModelFactory[Law]):
    class Meta:
        model = Law
        skip_postgeneration_save = True

    jurisdiction = factory.SubFactory(JurisdictionFactory)
    slug = factory.Sequence(lambda n: f"law-{n}")
    kind = LawKind.LAW
    title_zh_hans = factory.Sequence(lambda n: f"第{n}号法")
    title_en = factory.Sequence(lambda n: f"Law No. {n}")
    title_ru = factory.Sequence(lambda n: f"Закон № {n}")
    title_key_zh_hans = factory.LazyAttribute(lambda law: sort_key(law.title_zh_hans, "zh"))
    title_key_en = factory.LazyAttribute(lambda law: sort_key(law.title_en, "en"))
    title_key_ru = factory.LazyAttribute(lambda law: sort_key(law.title_ru, "ru"))
    original_language = "zh"

    @factory.post_generation
    def named(self: Law, create: bool, extracted: Any, **kwargs: Any) -> None:
        if create:
            titles = [self.title_zh_hans, self.title_en, self.title_ru, *(extracted or [])]
            names = {key(title): title for title in titles if title}
            LawName.objects.bulk_create(LawName(law=self, name=name, key=found) for found, name in names.items())

    @factory.post_generation
    def topics(self: Law, create: bool, extracted: Any, **kwargs: Any) -> None:
        if create and extracted:
            self.topics.set(extracted)


class EditionFactory(DjangoModelFactory[Edition]):
    class Meta:
        model = Edition

    law = factory.SubFactory(LawFactory)
    in_force = datetime.date(2021, 1, 1)
    adopted = None
    day = factory.LazyAttribute(lambda edition: edition.in_force or edition.adopted)
    slug = factory.LazyAttribute(lambda edition: edition.day.isoformat() if edition.day else "undated")


class ProvisionFactory(DjangoModelFactory[Provision]):
    class Meta:
        model = Provision

    edition = factory.SubFactory(EditionFactory)
    kind = ProvisionKind.ARTICLE
    number = factory.Sequence(lambda n: str(n + 1))
    path = factory.LazyAttribute(lambda provision: f"{provision.kind}-{provision.number}")
    position = factory.Sequence(lambda n: n)
    depth = 0


class ProvisionTextFactory(DjangoModelFactory[ProvisionText]):
    class Meta:
        model = ProvisionText

    provision = factory.SubFactory(ProvisionFactory)
    language = "zh"
    label = factory.LazyAttribute(lambda text: f"第{text.provision.number}条")
    heading = ""
    body = factory.Sequence(lambda n: f"本条为第{n}条正文。")
    status = TextStatus.OFFICIAL
    wording = factory.LazyAttribute(lambda text: wording(text.heading, text.body))


class IntakeFactory(DjangoModelFactory[Intake]):
    """An archive of law as it stands in the database once it was brought; it has no file."""

    class Meta:
        model = Intake

    name = factory.Sequence(lambda n: f"laws-{n}.zip")
    size = 1200
    sha256 = "0" * 64
    brought_by = factory.SubFactory(UserFactory)


class CaseFactory(DjangoModelFactory[Case]):
    class Meta:
        model = Case
        skip_postgeneration_save = True

    jurisdiction = factory.SubFactory(JurisdictionFactory)
    slug = factory.Sequence(lambda n: f"case-{n}")
    record = factory.SelfAttribute("slug")
    court_zh_hans = "最高人民法院"
    court_en = "Supreme People's Court"
    court_ru = "Верховный народный суд"
    court_level = CourtLevel.SUPREME
    number = factory.Sequence(lambda n: f"(2019)最高法民特{n}号")
    number_key = factory.LazyAttribute(lambda case: key(case.number))
    decided = datetime.date(2022, 9, 18)
    title_zh_hans = factory.Sequence(lambda n: f"第{n}号仲裁协议效力案")
    title_en = factory.Sequence(lambda n: f"Arbitration Agreement No. {n}")
    title_ru = factory.Sequence(lambda n: f"Дело № {n} об арбитражном соглашении")
    parties_zh_hans = "运裕有限公司；中苑城控股有限公司"
    parties_en = "Luck Treat Limited; Zhongyuancheng Holdings Co., Ltd."
    parties_ru = "Luck Treat Limited; Zhongyuancheng Holdings Co., Ltd."
    facts_zh_hans = "买方拒付货款，卖方申请仲裁。"
    facts_en = "The buyer refused to pay and the seller began an arbitration."
    facts_ru = "Покупатель отказался платить, продавец обратился в арбитраж."
    issue_zh_hans = "仲裁条款是否有效？"
    issue_en = "Is the arbitration clause valid?"
    issue_ru = "Действительна ли арбитражная оговорка?"
    holding_zh_hans = "仲裁条款有效。"
    holding_en = "The clause is valid."
    holding_ru = "Оговорка действительна."
    significance_zh_hans = "合同应写明仲裁地。"
    significance_en = "A contract should name the seat."
    significance_ru = "В договоре следует указать место арбитража."
    status = TextStatus.DIGEST
    original_language = "zh"
    languages = factory.LazyFunction(lambda: ["en", "ru", "zh"])
    source = "Supreme People's Court, Guiding Case No. 196"

    @factory.post_generation
    def topics(self: Case, create: bool, extracted: Any, **kwargs: Any) -> None:
        if create and extracted:
            self.topics.set(extracted)


class CaseTextFactory(DjangoModelFactory[CaseText]):
    class Meta:
        model = CaseText

    case = factory.SubFactory(CaseFactory)
    language = "zh"
    body = "## 裁判结果\n驳回申请。"
    status = TextStatus.OFFICIAL
    wording = factory.LazyAttribute(lambda text: wording("", text.body))


class CaseProvisionFactory(DjangoModelFactory[CaseProvision]):
    class Meta:
        model = CaseProvision

    case = factory.SubFactory(CaseFactory)
    name = "《仲裁法》"
    path = "article-20"


class NoticeFactory(DjangoModelFactory[Notice]):
    class Meta:
        model = Notice

    kind = "notices.trial"
    user = factory.SubFactory(UserFactory)


class DeliveryFactory(DjangoModelFactory[Delivery]):
    class Meta:
        model = Delivery

    notice = factory.SubFactory(NoticeFactory)
    channel = Channel.MAIL
    message_id = factory.LazyAttribute(lambda delivery: f"<{delivery.notice.pk}@portal.example>")


class ConsentTextFactory(DjangoModelFactory[ConsentText]):
    class Meta:
        model = ConsentText

    purpose = Purpose.SENSITIVE
    version = factory.Sequence(lambda n: n + 10)
    title_zh_hans = "敏感个人信息"
    title_en = "Sensitive data"
    title_ru = "Чувствительные данные"
    body_zh_hans = "您同意。"
    body_en = "You agree."
    body_ru = "Вы соглашаетесь."
    in_force_from = factory.LazyFunction(timezone.now)


class ConsentFactory(DjangoModelFactory[Consent]):
    class Meta:
        model = Consent

    user = factory.SubFactory(UserFactory)
    text = factory.SubFactory(ConsentTextFactory)
    purpose = factory.SelfAttribute("text.purpose")
    language = "en"
    by = factory.SelfAttribute("user")


class SecurityEventFactory(DjangoModelFactory[SecurityEvent]):
    class Meta:
        model = SecurityEvent

    user = factory.SubFactory(UserFactory)
    kind = SecurityEvent.Kind.SIGNED_IN
    address = "192.0.2.7"
    agent = "Firefox"


class RetentionRuleFactory(DjangoModelFactory[RetentionRule]):
    class Meta:
        model = RetentionRule

    kind = "data-export"
    name_zh_hans = "副本"
    name_en = "Copies"
    name_ru = "Копии"
    basis_en = "A setting."


class DataExportFactory(DjangoModelFactory[DataExport]):
    class Meta:
        model = DataExport

    user = factory.SubFactory(UserFactory)
    language = "en"


class IndustryFactory(DjangoModelFactory[Industry]):
    class Meta:
        model = Industry
        django_get_or_create = ("slug",)

    slug = "international-logistics"
    name_zh_hans = "国际物流"
    name_en = "International logistics"
    name_ru = "Международная логистика"


class EnterpriseFactory(DjangoModelFactory[Enterprise]):
    """A draft of which everything but the papers is there; of another state, with the day it was submitted on."""

    class Meta:
        model = Enterprise
        skip_postgeneration_save = True

    key = factory.LazyFunction(new_key)
    submitted_at = factory.LazyAttribute(lambda one: timezone.now() if one.state != State.DRAFT else None)
    country = factory.SubFactory(JurisdictionFactory)
    register_name = factory.Sequence(lambda n: f"喀什第{n}号贸易有限公司")
    name_zh_hans = factory.SelfAttribute("register_name")
    name_en = factory.Sequence(lambda n: f"Kashgar Trade No. {n} Co., Ltd.")
    name_ru = factory.Sequence(lambda n: f"ООО «Кашгарская торговля № {n}»")
    legal_form = "有限责任公司"
    state = State.DRAFT
    industry = factory.SubFactory(IndustryFactory)
    address = "新疆喀什市示例路1号"
    phone = "+869982345678"
    email = factory.Sequence(lambda n: f"office-{n}@enterprise.example")
    representative = "示例负责人"
    in_zone = Enterprise.InZone.YES

    @factory.post_generation
    def keyed(self: Enterprise, create: bool, extracted: Any, **kwargs: Any) -> None:
        self.key_names()
        self.save()

    @factory.post_generation
    def number(self: Enterprise, create: bool, extracted: Any, **kwargs: Any) -> None:
        """The number in the register; `number=""` for none."""
        if extracted != "":
            IdentifierFactory.create(enterprise=self, value=extracted or "916531010000000196")

    @factory.post_generation
    def owner(self: Enterprise, create: bool, extracted: Any, **kwargs: Any) -> None:
        if extracted is not None:
            MembershipFactory.create(enterprise=self, person=extracted, role=Role.OWNER)


class IdentifierFactory(DjangoModelFactory[Identifier]):
    class Meta:
        model = Identifier

    enterprise = factory.SubFactory(EnterpriseFactory)
    scheme = "cn-uscc"
    value = "916531010000000196"
    typed = factory.SelfAttribute("value")
    checked = CheckLevel.CHECK_DIGIT


class MembershipFactory(DjangoModelFactory[Membership]):
    class Meta:
        model = Membership

    enterprise = factory.SubFactory(EnterpriseFactory)
    person = factory.SubFactory(UserFactory)
    role = Role.OWNER


class PaperFactory(DjangoModelFactory[File]):
    """A file as it stands in the database once it is clean; it has no bytes."""

    class Meta:
        model = File
        exclude = ("owner",)

    owner = factory.SubFactory(EnterpriseFactory)
    owner_type = factory.LazyAttribute(lambda file: ContentType.objects.get_for_model(file.owner))
    owner_key = factory.LazyAttribute(lambda file: str(file.owner.pk))
    purpose = "enterprises.licence"
    name = "营业执照.pdf"
    media_type = "application/pdf"
    size = 1200
    sha256 = "0" * 64
    state = FileState.CLEAN


class ExhibitFactory(DjangoModelFactory[Exhibit]):
    """An exhibit of a verified enterprise whose file is clean; it has no bytes."""

    class Meta:
        model = Exhibit
        skip_postgeneration_save = True

    key = factory.LazyFunction(new_key)
    enterprise = factory.SubFactory(EnterpriseFactory, state=State.VERIFIED, number="")
    number = factory.Sequence(lambda n: n + 1)
    added_by = factory.SubFactory(UserFactory)
    sha256 = factory.Sequence(lambda n: hashlib.sha256(f"exhibit {n}".encode()).hexdigest())
    file = factory.SubFactory(
        PaperFactory,
        owner=factory.SelfAttribute("..added_by"),
        purpose="exhibits.exhibit",
        name="contract.pdf",
        sha256=factory.SelfAttribute("..sha256"),
        sensitive=True,
    )
    name = factory.Sequence(lambda n: f"Contract No. {n}")
    purpose = "That the goods were sold"
    worded_in = "en"
    kind = Kind.CONTRACT
    form = Form.ORIGINAL
    language = "ru"

    @factory.post_generation
    def owned(self: Exhibit, create: bool, extracted: Any, **kwargs: Any) -> None:
        self.file.owner, self.file.owner_key = self, str(self.pk)
        self.file.save(update_fields=["owner_type", "owner_key"])


class InvitationFactory(DjangoModelFactory[Invitation]):
    """An invitation that was sent."""

    class Meta:
        model = Invitation

    enterprise = factory.SubFactory(EnterpriseFactory)
    email = factory.Sequence(lambda n: f"invited-{n}@enterprise.example")
    role = Role.VIEWER
    invited_by = factory.SubFactory(UserFactory)
    state = InvitationState.SENT
    token_hash = factory.LazyAttribute(lambda one: fingerprint(token_of(one.nonce, settings.SECRET_KEY)))
    nonce = factory.Sequence(lambda n: f"nonce-{n}")
    expires_at = factory.LazyFunction(lambda: timezone.now() + datetime.timedelta(days=14))


class TransferFactory(DjangoModelFactory[Transfer]):
    class Meta:
        model = Transfer

    enterprise = factory.SubFactory(EnterpriseFactory)
    owner = factory.SubFactory(UserFactory)
    to = factory.SubFactory(UserFactory)
    expires_at = factory.LazyFunction(lambda: timezone.now() + datetime.timedelta(days=14))


class VerifiedFactory(DjangoModelFactory[Any]):
    """What firms and lawyers have in common: a licence that was verified and is not due again."""

    class Meta:
        abstract = True
        skip_postgeneration_save = True

    jurisdiction = factory.SubFactory(JurisdictionFactory)
    licence_number = factory.Sequence(lambda n: f"SAMPLE-{n}")
    issuing_body_zh_hans = "示例司法厅"
    issuing_body_en = "Sample Department of Justice"
    issuing_body_ru = "Образцовый департамент юстиции"
    verified_at = datetime.datetime(2026, 11, 2, 4, tzinfo=datetime.UTC)
    verified_by = factory.SubFactory(UserFactory)
    recheck_on = datetime.date(2099, 11, 2)

    @factory.post_generation
    def keyed(self: Any, create: bool, extracted: Any, **kwargs: Any) -> None:
        if create:
            self.save(update_fields=self.key_names())


class FirmFactory(VerifiedFactory):
    class Meta:
        model = Firm

    slug = factory.Sequence(lambda n: f"firm-{n}")
    kind = FirmKind.PRC_FIRM
    name_zh_hans = factory.Sequence(lambda n: f"示例第{n}律师事务所")
    name_en = factory.Sequence(lambda n: f"Sample Law Firm {n}")
    name_ru = factory.Sequence(lambda n: f"Образцовая юридическая фирма {n}")
    city_zh_hans = "喀什"
    city_en = "Kashgar"
    city_ru = "Кашгар"
    about_zh_hans = "示例。"
    about_en = "A sample."
    about_ru = "Образец."


class FirmMemberFactory(DjangoModelFactory[FirmMember]):
    class Meta:
        model = FirmMember

    firm = factory.SubFactory(FirmFactory)
    user = factory.SubFactory(UserFactory)


class LawyerFactory(VerifiedFactory):
    """A published lawyer of no firm; parts of the profile have factories of their own."""

    class Meta:
        model = Lawyer

    slug = factory.Sequence(lambda n: f"lawyer-{n}")
    kind = LawyerKind.PRC_LAWYER
    name_zh_hans = factory.Sequence(lambda n: f"示例律师{n}")
    name_en = factory.Sequence(lambda n: f"Sample Lawyer {n}")
    name_ru = factory.Sequence(lambda n: f"Образцовый юрист {n}")
    summary_zh_hans = "货物买卖与铁路运输。"
    summary_en = "Sale and carriage of goods."
    summary_ru = "Купля-продажа и перевозка товаров."
    fees_zh_hans = "按小时收费。"
    fees_en = "By the hour."
    fees_ru = "Почасовая оплата."
    licensed_on = datetime.date(2012, 5, 7)
    state = LawyerState.PUBLISHED

    @factory.post_generation
    def topics(self: Lawyer, create: bool, extracted: Any, **kwargs: Any) -> None:
        if create and extracted:
            self.topics.set(extracted)


class PortraitFactory(DjangoModelFactory[Portrait]):
    """A photo that a lawyer has handed in; `shown` where readers are shown it."""

    class Meta:
        model = Portrait
        skip_postgeneration_save = True

    lawyer = factory.SubFactory(LawyerFactory)
    small = b"RIFF small"
    large = b"RIFF large"

    @factory.post_generation
    def shown(self: Portrait, create: bool, extracted: Any, **kwargs: Any) -> None:
        if create and extracted:
            self.lawyer.photo = self
            self.lawyer.save(update_fields=["photo"])


class AdmissionFactory(DjangoModelFactory[Admission]):
    class Meta:
        model = Admission

    lawyer = factory.SubFactory(LawyerFactory)
    jurisdiction = factory.SubFactory(JurisdictionFactory)


class SkillFactory(DjangoModelFactory[Skill]):
    class Meta:
        model = Skill

    lawyer = factory.SubFactory(LawyerFactory)
    language = "en"
    consult = Level.C1
    draft = Level.B2
    plead = ""


class OfficeHoursFactory(DjangoModelFactory[OfficeHours]):
    class Meta:
        model = OfficeHours

    lawyer = factory.SubFactory(LawyerFactory)
    weekday = 1
    opens = datetime.time(10)
    closes = datetime.time(12, 30)


class EducationFactory(DjangoModelFactory[Education]):
    class Meta:
        model = Education

    lawyer = factory.SubFactory(LawyerFactory)
    institution = "Xinjiang University"
    degree = "LL.B."
    year = 2010
    language = "en"


class PublicationFactory(DjangoModelFactory[Publication]):
    class Meta:
        model = Publication

    lawyer = factory.SubFactory(LawyerFactory)
    title = "Carriage of cotton by rail"
    published_in = "Sample Law Review"
    year = 2024
    language = "en"


class MentionFactory(DjangoModelFactory[Mention]):
    """A case that a lawyer names and a moderator has accepted; `case=None, law=…, path=…` for a place of a law."""

    class Meta:
        model = Mention

    lawyer = factory.SubFactory(LawyerFactory)
    case = factory.SubFactory(CaseFactory)
    accepted_at = factory.LazyFunction(timezone.now)
    accepted_by = factory.SubFactory(UserFactory)


class UniversityFactory(DjangoModelFactory[University]):
    class Meta:
        model = University
        django_get_or_create = ("slug",)

    slug = "swupl"
    name_zh_hans = "西南政法大学"
    name_en = "Southwest University of Political Science and Law"
    name_ru = "Юго-Западный университет политики и права"


class CourseFactory(DjangoModelFactory[Course]):
    class Meta:
        model = Course
        skip_postgeneration_save = True

    slug = factory.Sequence(lambda n: f"course-{n}")
    state = CourseState.PUBLISHED
    university = factory.SubFactory(UniversityFactory)
    title_zh_hans = factory.Sequence(lambda n: f"第{n}号课程")
    title_en = factory.Sequence(lambda n: f"Course No. {n}")
    title_ru = factory.Sequence(lambda n: f"Курс № {n}")
    summary_zh_hans = "讲授跨境合同。"
    summary_en = "Contracts across the border."
    summary_ru = "Трансграничные договоры."
    audience_zh_hans = "企业法务。"
    audience_en = "Lawyers of enterprises."
    audience_ru = "Юристы предприятий."
    languages = factory.LazyFunction(lambda: ["zh", "ru"])

    @factory.post_generation
    def topics(self: Course, create: bool, extracted: Any, **kwargs: Any) -> None:
        if create and extracted:
            self.topics.set(extracted)


class SessionFactory(DjangoModelFactory[Session]):
    """A session in ten days of which enrolment is open, with room for two."""

    class Meta:
        model = Session

    course = factory.SubFactory(CourseFactory)
    slug = factory.Sequence(lambda n: f"session-{n}")
    state = SessionState.OPEN
    starts = factory.LazyFunction(lambda: timezone.now() + datetime.timedelta(days=10))
    ends = factory.LazyAttribute(lambda session: session.starts + datetime.timedelta(hours=6))
    closes = factory.LazyAttribute(lambda session: session.starts - datetime.timedelta(days=1))
    place_zh_hans = "喀什市示例路1号"
    place_en = "1 Sample Road, Kashgar"
    place_ru = "Кашгар, ул. Примерная, 1"
    capacity = 2


class EnrolmentFactory(DjangoModelFactory[Enrolment]):
    class Meta:
        model = Enrolment
        skip_postgeneration_save = True

    session = factory.SubFactory(SessionFactory)
    person = factory.SubFactory(UserFactory)
    name = factory.SelfAttribute("person.full_name")
    state = EnrolmentState.ENROLLED
    position = factory.Sequence(lambda n: n + 1)

    @factory.post_generation
    def certified(self: Enrolment, create: bool, extracted: Any, **kwargs: Any) -> None:
        if create and extracted:
            CertificateFactory.create(enrolment=self)


class CertificateFactory(DjangoModelFactory[Certificate]):
    class Meta:
        model = Certificate

    enrolment = factory.SubFactory(EnrolmentFactory, state=EnrolmentState.ATTENDED)
    number = factory.LazyFunction(lambda: new_number(timezone.localdate()))
    token = factory.LazyFunction(new_token)
    name = factory.SelfAttribute("enrolment.name")
    course = factory.LazyFunction(lambda: {"zh": "跨境合同", "en": "Contracts across the border", "ru": "Договоры"})
    university = factory.LazyFunction(
        lambda: {
            "zh": "西南政法大学",
            "en": "Southwest University of Political Science and Law",
            "ru": "Юго-Западный университет политики и права",
        }
    )
    first_day = datetime.date(2026, 9, 7)
    last_day = datetime.date(2026, 9, 8)
    issued_by = factory.SubFactory(UserFactory, is_staff=True)


class AskableLawyerFactory(LawyerFactory):
    """A lawyer in China with an account, admitted there, who can be asked; `admission="kz"` for another country."""

    user = factory.SubFactory(UserFactory)

    @factory.post_generation
    def admission(self: Lawyer, create: bool, extracted: Any, **kwargs: Any) -> None:
        AdmissionFactory.create(lawyer=self, jurisdiction=JurisdictionFactory.create(code=extracted or "cn"))


class EnquiryFactory(DjangoModelFactory[Enquiry]):
    """A draft of a verified enterprise's owner, who asks a lawyer in China."""

    class Meta:
        model = Enquiry

    key = factory.LazyFunction(new_key)
    asked_by = factory.SubFactory(UserFactory)
    enterprise = factory.LazyAttribute(
        lambda one: EnterpriseFactory.create(state=State.VERIFIED, owner=one.asked_by, number="")
    )
    lawyer = factory.SubFactory(AskableLawyerFactory)
    jurisdiction = factory.LazyAttribute(lambda one: one.lawyer.admissions.get().jurisdiction)
    language = "en"
    facts = "A buyer does not pay for walnuts."
    leaves_china = factory.LazyAttribute(lambda one: is_abroad(one.lawyer))
    recipient = factory.LazyAttribute(lambda one: recipient_of(one.lawyer))
    aim = factory.LazyAttribute(lambda one: f"Request {one.key}")


class PartyFactory(DjangoModelFactory[Party]):
    class Meta:
        model = Party

    enquiry = factory.SubFactory(EnquiryFactory)
    side = Side.ADVERSE
    name = "ТОО «Ромашка»"
    keys = factory.LazyAttribute(lambda one: [keys.as_json() for keys in keys_of(one.name)])


class KnownNameFactory(DjangoModelFactory[KnownName]):
    class Meta:
        model = KnownName

    lawyer = factory.SubFactory(AskableLawyerFactory)
    side = Side.CLIENT
    name = "ТОО «Ромашка»"
    keys = factory.LazyAttribute(lambda one: [keys.as_json() for keys in keys_of(one.name)])
    added_by = factory.SelfAttribute("lawyer.user")


class MessageFactory(DjangoModelFactory[Message]):
    class Meta:
        model = Message

    enquiry = factory.SubFactory(EnquiryFactory)
    author = factory.SelfAttribute("enquiry.asked_by")
    by_lawyer = False
    body = "The contract is under Kazakh law."


class AppointmentFactory(DjangoModelFactory[Appointment]):
    class Meta:
        model = Appointment

    enquiry = factory.SubFactory(EnquiryFactory)
    lawyer = factory.SelfAttribute("enquiry.lawyer")
    starts = factory.LazyFunction(lambda: timezone.now().replace(hour=2, minute=0) + datetime.timedelta(days=10))
    ends = factory.LazyAttribute(lambda one: one.starts + datetime.timedelta(hours=1))
    by_lawyer = False
    held_until = factory.SelfAttribute("starts")


class InstitutionFactory(DjangoModelFactory[Institution]):
    class Meta:
        model = Institution
        django_get_or_create = ("slug",)

    slug = "scia"
    kind = InstitutionKind.COURT
    jurisdiction = factory.SubFactory(JurisdictionFactory)
    name_zh_hans = "深圳国际仲裁院"
    name_en = "Shenzhen Court of International Arbitration (SCIA)"
    name_ru = "Шэньчжэньский международный арбитражный суд (SCIA)"
    russian_unofficial = True


class InstitutionNameFactory(DjangoModelFactory[InstitutionName]):
    class Meta:
        model = InstitutionName

    institution = factory.SubFactory(InstitutionFactory)
    language = "zh"
    name = "深圳国际仲裁院"
    source_url = "https://scia.example/names/"


class RuleFactory(DjangoModelFactory[Rule]):
    """A time limit of fifteen working days, whose clock can stop."""

    class Meta:
        model = Rule

    slug = factory.Sequence(lambda n: f"rule-{n}")
    kind = RuleKind.LIMIT
    value = 15
    unit = Unit.WORKING_DAYS
    stops = True
    status = Status.CONFIRMED
    name_zh_hans = "出具公证书"
    name_en = "Issue of a notarial certificate"
    name_ru = "Выдача нотариального акта"
    source_title_zh_hans = "公证法第三十条"
    source_title_en = "Notarization Law, Article 30"
    source_title_ru = "Закон о нотариате, статья 30"
    source_url = "https://law.example/notarization/"
    checked_on = datetime.date(2026, 11, 23)

    class Params:
        unknown = factory.Trait(status=Status.UNKNOWN, value=None, unit="", source_url="", checked_on=None, stops=False)
        fee = factory.Trait(kind=RuleKind.FEE, value=10_000, unit=Unit.CNY, stops=False)


class ScheduleFactory(DjangoModelFactory[Schedule]):
    """A fee table with one band: one per cent of everything."""

    class Meta:
        model = Schedule
        skip_postgeneration_save = True

    slug = factory.Sequence(lambda n: f"schedule-{n}")
    institution = factory.SubFactory(InstitutionFactory)
    status = Status.TO_BE_CONFIRMED
    name_zh_hans = "仲裁费"
    name_en = "Arbitration fee"
    name_ru = "Арбитражный сбор"
    source_title_zh_hans = "仲裁费用规定"
    source_title_en = "Rules on arbitration fees"
    source_title_ru = "Положение об арбитражных сборах"
    source_url = "https://scia.example/fees/"
    checked_on = datetime.date(2026, 11, 23)

    @factory.post_generation
    def bands(self: Schedule, create: bool, extracted: Any, **kwargs: Any) -> None:
        if create:
            for above, base, rate in extracted or [(0, 0, 1)]:
                Band.objects.create(schedule=self, above=above, base=base, rate=rate)


class CalendarFactory(DjangoModelFactory[Calendar]):
    class Meta:
        model = Calendar
        django_get_or_create = ("slug",)

    slug = "cn"
    jurisdiction = factory.SubFactory(JurisdictionFactory)
    weekend = factory.LazyFunction(lambda: [6, 7])
    name_zh_hans = "中国"
    name_en = "China"
    name_ru = "Китай"


class CalendarDayFactory(DjangoModelFactory[CalendarDay]):
    class Meta:
        model = CalendarDay

    calendar = factory.SubFactory(CalendarFactory)
    date = datetime.date(2026, 10, 1)
    kind = DayKind.REST
    name_zh_hans = "国庆节"
    name_en = "National Day"
    name_ru = "День образования КНР"
    origin = Origin.STAFF


class CalendarYearFactory(DjangoModelFactory[CalendarYear]):
    class Meta:
        model = CalendarYear

    calendar = factory.SubFactory(CalendarFactory)
    year = 2026
    published = True
    source_url = "https://gov.example/2026/"
    origin = Origin.STAFF


class MatterFactory(DjangoModelFactory[Matter]):
    """A draft of a verified enterprise's owner, in which the enterprise itself stands as the first party."""

    class Meta:
        model = Matter
        skip_postgeneration_save = True

    key = factory.LazyFunction(new_key)
    kind = "tests-matter"
    begun_by = factory.SubFactory(UserFactory)
    enterprise = factory.LazyAttribute(
        lambda one: EnterpriseFactory.create(state=State.VERIFIED, owner=one.begun_by, number="")
    )
    title = "Walnuts that were not paid"
    language = "en"
    state = "draft"

    @factory.post_generation
    def itself(self: Matter, create: bool, extracted: Any, **kwargs: Any) -> None:
        write_own_party(self)


class FeedFactory(DjangoModelFactory[Feed]):
    """The address under which a calendar takes the deadlines of an enterprise in."""

    class Meta:
        model = Feed

    enterprise = factory.SubFactory(EnterpriseFactory)
    language = "en"
    made_by = factory.SubFactory(UserFactory)


class DeadlineFactory(DjangoModelFactory[Deadline]):
    """Something the applicant has to do within a month."""

    class Meta:
        model = Deadline

    matter = factory.SubFactory(MatterFactory)
    clock = "sample"
    whose = "applicant"
    started_at = factory.LazyFunction(timezone.now)
    due = factory.LazyFunction(lambda: timezone.localdate() + datetime.timedelta(days=30))


class MatterPartyFactory(DjangoModelFactory[MatterParty]):
    """A company in Kazakhstan on the other side."""

    class Meta:
        model = MatterParty

    matter = factory.SubFactory(MatterFactory)
    position = factory.LazyAttribute(lambda one: one.matter.parties.count() + 1)
    side = MatterSide.RESPONDENT
    kind = PartyKind.COMPANY
    name = "ТОО «Ромашка»"
    country = factory.SubFactory(
        JurisdictionFactory, code="kz", name_zh_hans="哈萨克斯坦", name_en="Kazakhstan", name_ru="Казахстан"
    )
    email = "office@romashka.example"
    language = "ru"


class RepresentativeFactory(DjangoModelFactory[Representative]):
    """Somebody who speaks for the enterprise itself, by a paper that was received."""

    class Meta:
        model = Representative

    matter = factory.SubFactory(MatterFactory)
    party = factory.LazyAttribute(lambda one: one.matter.parties.get(own=True))
    name = "Sample Counsel"
    authority = factory.LazyAttribute(
        lambda one: PaperFactory.create(owner=one.matter, purpose="matters.authority", name="授权委托书.pdf")
    )
    valid_from = datetime.date(2026, 1, 1)


class SubmissionFactory(DjangoModelFactory[Submission]):
    """What was submitted of a matter, with nothing in it but what its page shows."""

    class Meta:
        model = Submission

    matter = factory.LazyAttribute(
        lambda one: MatterFactory.create(
            kind="arbitration",
            state="submitted",
            number="ARB-2026-00001",
            year=2026,
            serial=1,
            submitted_at=timezone.now(),
            submitted_by=UserFactory.create(),
        )
    )
    position = 1
    content = "{}"
    manifest = canonical({"files": [], "submission": {"sha256": digest("{}")}})
    sha256 = digest(manifest)
    at = factory.LazyFunction(timezone.now)
    by = factory.SelfAttribute("matter.submitted_by")


class ProducedFactory(DjangoModelFactory[Produced]):
    class Meta:
        model = Produced

    matter = factory.SubFactory(MatterFactory)
    exhibit = factory.LazyAttribute(lambda one: ExhibitFactory.create(enterprise=one.matter.enterprise))
    number = factory.LazyAttribute(lambda one: one.matter.produced.count() + 1)
    side = MatterSide.APPLICANT
    audience = "everyone"
    produced_by = factory.SelfAttribute("matter.begun_by")


class MatterMessageFactory(DjangoModelFactory[MatterMessage]):
    class Meta:
        model = MatterMessage

    matter = factory.SubFactory(MatterFactory)
    author = factory.SubFactory(UserFactory)
    side = MatterSide.APPLICANT
    audience = "everyone"
    language = "en"
    body = "The contract is in three languages."


class MatterInvitationFactory(DjangoModelFactory[MatterInvitation]):
    """An invitation to the other side, which waits."""

    class Meta:
        model = MatterInvitation

    party = factory.SubFactory(MatterPartyFactory, matter__kind="arbitration")
    matter = factory.SelfAttribute("party.matter")
    country = factory.SelfAttribute("party.country")
    email = factory.Sequence(lambda n: f"side-{n}@romashka.example")
    language = "ru"
    invited_by = factory.SubFactory(UserFactory)
    nonce = factory.LazyFunction(new_nonce)
    token_hash = factory.LazyAttribute(lambda one: fingerprint(matter_token_of(one.nonce, settings.SECRET_KEY)))
    sent_at = factory.LazyFunction(timezone.now)
    expires_at = factory.LazyAttribute(lambda one: one.sent_at + datetime.timedelta(days=14))


class ParticipantFactory(DjangoModelFactory[Participant]):
    """Somebody who has accepted an invitation of the other side."""

    class Meta:
        model = Participant

    key = factory.LazyFunction(new_key)
    user = factory.SubFactory(UserFactory)
    invitation = factory.LazyAttribute(
        lambda one: MatterInvitationFactory.create(accepted_by=one.user, accepted_at=timezone.now())
    )
    matter = factory.SelfAttribute("invitation.matter")
    party = factory.SelfAttribute("invitation.party")


class MatterServiceFactory(DjangoModelFactory[MatterService]):
    """Something that is on its way to the other side."""

    class Meta:
        model = MatterService

    party = factory.SubFactory(MatterPartyFactory, matter__kind="arbitration")
    matter = factory.SelfAttribute("party.matter")
    position = factory.LazyAttribute(lambda one: one.matter.services.count() + 1)
    language = "ru"
    by = factory.SubFactory(UserFactory)
    sent_at = factory.LazyFunction(timezone.now)


class SidePaperFactory(DjangoModelFactory[SidePaper]):
    """An exhibit of the other side that is not filed yet."""

    class Meta:
        model = SidePaper

    party = factory.SubFactory(MatterPartyFactory, matter__kind="arbitration")
    matter = factory.SelfAttribute("party.matter")
    side = MatterSide.RESPONDENT
    number = factory.LazyAttribute(lambda one: one.party.papers.count() + 1)
    name = "Delivery note"
    language = "ru"
    audience = "everyone"
    file = factory.LazyAttribute(
        lambda one: PaperFactory.create(owner=one.matter, purpose="serving.paper", name="note.pdf")
    )
    sha256 = factory.SelfAttribute("file.sha256")
    produced_by = factory.SubFactory(UserFactory)


class AnswerFactory(DjangoModelFactory[Answer]):
    """An answer that was filed without files."""

    class Meta:
        model = Answer

    party = factory.SubFactory(MatterPartyFactory, matter__kind="arbitration")
    matter = factory.SelfAttribute("party.matter")
    side = MatterSide.RESPONDENT
    position = 1
    language = "ru"
    text = "The price was paid."
    content = "{}"
    manifest = canonical({"files": [], "submission": {"sha256": digest("{}")}})
    sha256 = digest(manifest)
    token = factory.Sequence(lambda n: f"answer-{n}")
    at = factory.LazyFunction(timezone.now)
    by = factory.SubFactory(UserFactory)


class PayeeFactory(DjangoModelFactory[Payee]):
    class Meta:
        model = Payee

    holder = "示例收款单位"
    bank = "示例银行喀什支行"
    account = factory.Sequence(lambda n: f"6222 0000 {n:04}")
    bank_code = "SAMPLECN"
    currency = "CNY"


class FeeNoticeFactory(DjangoModelFactory[FeeNotice]):
    """A notice of CNY 300.00 that the enterprise owes, as it stands in the database; it has no lines and no paper."""

    class Meta:
        model = FeeNotice

    matter = factory.SubFactory(MatterFactory)
    position = factory.LazyAttribute(lambda one: one.matter.fee_notices.count() + 1)
    side = MatterSide.APPLICANT
    year = 2026
    serial = factory.Sequence(lambda n: n + 1)
    number = factory.LazyAttribute(lambda one: f"FEE-{one.year}-{one.serial:05}")
    currency = "CNY"
    total = Decimal("300.00")
    payee = factory.SubFactory(PayeeFactory)
    account = factory.LazyAttribute(lambda one: one.payee.frozen())
    issued_by = factory.SubFactory(UserFactory)


class QuestionFactory(DjangoModelFactory[Question]):
    class Meta:
        model = Question

    matter = factory.SubFactory(MatterFactory, kind="consultation")
    text = "May the buyer be left without the goods?"
    country = factory.SubFactory(JurisdictionFactory, code="cn", name_zh_hans="中国", name_en="China", name_ru="Китай")
    answer_in = "en"


class ReviewFactory(DjangoModelFactory[Review]):
    class Meta:
        model = Review

    matter = factory.SubFactory(MatterFactory, kind="contract-review")
    counterparty = "ТОО «Ромашка»"
    answer_in = "en"


class MediatorFactory(DjangoModelFactory[Mediator]):
    class Meta:
        model = Mediator

    name_zh_hans = factory.Sequence(lambda n: f"第{n}号调解员")
    name_en = factory.Sequence(lambda n: f"Mediator No. {n}")
    name_ru = factory.Sequence(lambda n: f"Медиатор № {n}")
    languages = factory.LazyFunction(lambda: ["zh", "ru"])


class DisputeFactory(DjangoModelFactory[Dispute]):
    class Meta:
        model = Dispute

    matter = factory.SubFactory(MatterFactory, kind="mediation")
    about = "The yarn came late."
    sought = "A rebate."
    held_in = "en"


class ServiceFactory(DjangoModelFactory[Service]):
    class Meta:
        model = Service

    slug = factory.Sequence(lambda n: f"service-{n}")
    name_zh_hans = factory.Sequence(lambda n: f"第{n}号服务")
    name_en = factory.Sequence(lambda n: f"Service No. {n}")
    name_ru = factory.Sequence(lambda n: f"Услуга № {n}")
    audience_zh_hans = "跨境经营的企业。"
    audience_en = "Companies that trade across the border."
    audience_ru = "Компании, торгующие через границу."
    description_zh_hans = "由主管机构决定。"
    description_en = "The competent institution decides."
    description_ru = "Решает компетентное учреждение."


class MaterialFactory(DjangoModelFactory[Material]):
    class Meta:
        model = Material

    service = factory.SubFactory(ServiceFactory)
    position = factory.Sequence(lambda n: n)
    name_zh_hans = factory.Sequence(lambda n: f"第{n}号材料")
    name_en = factory.Sequence(lambda n: f"Paper No. {n}")
    name_ru = factory.Sequence(lambda n: f"Документ № {n}")


class BasisFactory(DjangoModelFactory[Basis]):
    class Meta:
        model = Basis

    service = factory.SubFactory(ServiceFactory)
    position = factory.Sequence(lambda n: n)
    law = factory.SubFactory(LawFactory)
    path = "article-30"
    about_en = "The time it takes"


class FigureFactory(DjangoModelFactory[Figure]):
    class Meta:
        model = Figure

    service = factory.SubFactory(ServiceFactory)
    position = factory.Sequence(lambda n: n)
    aspect = Aspect.TIME
    rule = "notarization"


class LegalizationFactory(DjangoModelFactory[Legalization]):
    """A state that is confirmed to be party to the Apostille Convention since long."""

    class Meta:
        model = Legalization

    jurisdiction = factory.SubFactory(JurisdictionFactory)
    membership = Bound.PARTY
    in_force_on = datetime.date(2001, 1, 30)
    status = Known.CONFIRMED
    source_url = "https://www.hcch.net/"
    checked_on = datetime.date(2026, 11, 23)

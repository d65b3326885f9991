"""What each role of the staff may do, and what it must not: the table that `apply_roles` makes true.

Rights of apps above this floor are named by strings; those of an app that is not there yet are told and left out.
`docs/decisions/roles.md` says why each has what it has.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.privacy import wording


def _rights(app: str, actions: str, *models: str) -> frozenset[str]:
    return frozenset(f"{app}.{action}_{model}" for model in models for action in actions.split())


# What opens an account to whoever sees it is seen by no role, not even by one that sees everything.
DOORS: Final = frozenset(
    {
        "mfa.view_authenticator",
        "account.view_emailconfirmation",
        "sessions.view_session",
        "usersessions.view_usersession",
    }
)
LAW: Final = _rights("laws", "view", "law", "edition", "provision", "provisiontext", "change")
CASES: Final = _rights("cases", "view", "case", "casetext", "caseprovision", "caserelation")
LAWYERS: Final = _rights(
    "lawyers",
    "view",
    *("firm", "firmmember", "lawyer", "admission", "skill", "officehours", "education", "publication", "mention"),
    *("revision", "claim", "firminvitation"),
)
REFERENCE: Final = _rights("reference", "view", "jurisdiction", "region", "topic", "term")
ENTERPRISES: Final = _rights("enterprises", "view", "enterprise", "identifier", "membership", "industry", "remark")
TRAINING: Final = _rights("training", "view", "university", "course", "session")
RULES: Final = _rights(
    "rules",
    "view",
    *("institution", "institutionname", "rule", "schedule", "band", "calendar", "calendarday", "calendaryear"),
)
SERVICES: Final = _rights("services", "view", "service", "material", "basis", "figure", "legalization")
SERVING: Final = _rights("serving", "view", "service")
TRAIL: Final = _rights("workflow", "view", "event", "assignment")
# The room in which matters are handled, whichever they are; which ones somebody handles, other rights say.
HANDLING: Final = (
    _rights("matters", "view", "matter")
    | _rights("handling", "view add change", "letter")
    | {"bundles.view_bundle", "clocks.view_deadline"}
)


@dataclass(frozen=True, slots=True)
class Duties:
    """One role: `slug` is the name of its group; `sees_all` adds the right to view every record there is.

    Whoever has the role may give and take the roles it `appoints`, though never their own. One that handles matters of
    some kind comes into the room where they are handled.
    """

    slug: str
    label: Any
    may: Any
    must_not: Any
    permissions: frozenset[str] = frozenset()
    sees_all: bool = False
    appoints: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if any(right.partition(".")[2].startswith("handle_") for right in self.permissions):
            object.__setattr__(self, "permissions", self.permissions | HANDLING)


REGISTRAR: Final = Duties(
    "registrar",
    pgettext_lazy("role", "Registrar"),
    _("Checks registrations of enterprises and licences of lawyers against their papers and decides them."),
    _("Does not edit law, and gives nobody rights."),
    ENTERPRISES
    | LAWYERS
    | TRAIL
    | REFERENCE
    | {"lawyers.verify_lawyer", "lawyers.verify_firm"}
    | {"enterprises.change_enterprise", "enterprises.verify_enterprise", "enterprises.import_enterprise"}
    | {"files.view_file", "files.scan_file"},
)
LAW_EDITOR: Final = Duties(
    "law-editor",
    pgettext_lazy("role", "Law editor"),
    _(
        "Imports laws, edits the facts of laws and cases, keeps jurisdictions, regions, topics and terms, and holds "
        "the services against the law."
    ),
    _("Deletes nothing but terms and parts of services, and sees neither people nor enterprises."),
    LAW
    | CASES
    | REFERENCE
    | SERVICES
    | _rights("services", "add change", "service", "material", "basis", "figure", "legalization")
    | _rights("services", "delete", "material", "basis", "figure")
    | {"laws.add_law", "laws.change_law", "cases.change_case", "reference.delete_term"}
    | _rights("intake", "view add", "intake")
    | _rights("reference", "add change", "jurisdiction", "region", "topic", "term"),
)
TRANSLATOR: Final = Duties(
    "translator",
    pgettext_lazy("role", "Translator"),
    _(
        "Translates titles and summaries of laws, what cases tell, names of reference data, the words of terms, and "
        "what is told of courses, services and figures."
    ),
    _("Adds and deletes nothing, and changes no fact."),
    LAW
    | CASES
    | REFERENCE
    | TRAINING
    | RULES
    | SERVICES
    | _rights("services", "translate", "service", "material", "basis")
    | {"laws.translate_law", "cases.translate_case"}
    | _rights("rules", "translate", "institution", "rule", "schedule", "calendar", "calendarday")
    | _rights("training", "translate", "university", "course", "session")
    | _rights("mediation", "view translate", "mediator")
    | _rights("reference", "translate", "jurisdiction", "region", "topic", "term"),
)
CASE_OFFICER: Final = Duties(
    "case-officer",
    pgettext_lazy("role", "Case officer"),
    _("Works on what enterprises ask for, and looks up who they are and what the law says."),
    _("Decides no registration, and edits no law."),
    ENTERPRISES
    | TRAIL
    | LAW
    | CASES
    | LAWYERS
    | REFERENCE
    | RULES
    | SERVICES
    | SERVING
    | HANDLING
    | {"fees.view_feenotice", "fees.issue_feenotice", "fees.relieve_feenotice", "clocks.view_deadline"},
)
CASHIER: Final = Duties(
    "cashier",
    pgettext_lazy("role", "Cashier"),
    _("Confirms payments; proposes, approves and transfers what is waived or given back, two persons each time."),
    _("Issues no fee notice, and sees neither what a matter is about nor its papers: only fees, numbers and payers."),
    frozenset({"fees.view_feenotice", "fees.relieve_feenotice", "fees.confirm_feenotice"}),
)
ADVICE_OFFICER: Final = Duties(
    "advice-officer",
    pgettext_lazy("role", "Staff lawyer"),
    _("Answers questions of law and reviews contracts, once no conflict of interest is declared."),
    _("Represents nobody, and decides no registration."),
    TRAIL
    | LAW
    | CASES
    | LAWYERS
    | REFERENCE
    | RULES
    | SERVICES
    | _rights("advice", "view handle", "question", "review"),
)
RULES_OFFICER: Final = Duties(
    "rules-officer",
    pgettext_lazy("role", "Rules officer"),
    _("Keeps institutions, the figures they and laws set, fee tables, and calendars of working days."),
    _("Changes no figure that has been in force, and sees neither people nor enterprises."),
    RULES
    | REFERENCE
    | _rights("rules", "add change", "institution", "rule", "schedule", "calendar", "calendarday", "calendaryear")
    | _rights("rules", "add change delete", "institutionname", "band"),
)
TRAINING_OFFICER: Final = Duties(
    "training-officer",
    pgettext_lazy("role", "Training officer"),
    _("Plans courses and sessions, sees who takes part, notes who attended, and issues and revokes certificates."),
    _("Certifies nobody who is the officer, and sees neither enterprises nor their papers."),
    TRAINING
    | _rights("training", "add change", "university", "course", "session")
    | _rights("training", "view", "enrolment", "certificate")
    | {"training.attend_session", "training.certify_session"},
)
ARBITRATION_OFFICER: Final = Duties(
    "arbitration-officer",
    pgettext_lazy("role", "Arbitration officer"),
    _("Examines requests for arbitration, asks for supplements, accepts or refuses them, and hands them over."),
    _("Sees no other matters, decides no registration, and edits no law."),
    ENTERPRISES
    | TRAIL
    | LAW
    | CASES
    | LAWYERS
    | REFERENCE
    | RULES
    | SERVICES
    | {"arbitration.handle_arbitration", "arbitration.view_joinder", "fees.view_feenotice", "fees.issue_feenotice"},
)
NOTARY_OFFICER: Final = Duties(
    "notary-officer",
    pgettext_lazy("role", "Notary officer"),
    _("Takes in applications for notarization, says how they stand, and records certificates and who collected them."),
    _("Sees no matter of another service, and certifies nothing: the notary office does."),
    TRAIL
    | REFERENCE
    | RULES
    | SERVICES
    | {"notarization.handle_notarization", "notarization.view_certificate"}
    | {"fees.view_feenotice", "fees.issue_feenotice"},
)
APPRAISAL_OFFICER: Final = Duties(
    "appraisal-officer",
    pgettext_lazy("role", "Appraisal officer"),
    _("Takes in entrustments of appraisals, says how they stand, and records materials, extensions and opinions."),
    _("Sees no matter of another service, and appraises nothing: the licensed institution does."),
    TRAIL
    | REFERENCE
    | RULES
    | SERVICES
    | {"appraisal.handle_appraisal", "appraisal.view_opinion"}
    | {"fees.view_feenotice", "fees.issue_feenotice"},
)
MEDIATION_OFFICER: Final = Duties(
    "mediation-officer",
    pgettext_lazy("role", "Mediation officer"),
    _("Examines requests for mediation, invites the other side, names mediators and puts settlements to both sides."),
    _("Sees no matter of another service, and settles nothing: both sides do."),
    TRAIL
    | REFERENCE
    | RULES
    | SERVICES
    | _rights("mediation", "view add change", "mediator")
    | {"mediation.view_dispute", "mediation.handle_dispute", "fees.view_feenotice", "fees.issue_feenotice"},
)
AUDITOR: Final = Duties(
    "auditor",
    pgettext_lazy("role", "Auditor"),
    _("Reads every record and the whole history of changes."),
    _("Changes nothing."),
    sees_all=True,
)
ADMINISTRATOR: Final = Duties(
    "administrator",
    pgettext_lazy("role", "Administrator"),
    _("Opens and closes accounts of staff, gives roles, and keeps the settings."),
    _("Decides no file, edits no law, deletes no account, and cannot change roles of their own."),
    _rights("accounts", "view add change", "user")
    | _rights("accounts", "view", "role")
    | _rights("history", "view", "entry")
    | _rights("files", "view", "reading")
    | _rights("notices", "view", "notice", "delivery")
    | {"notices.resend_delivery"}
    | _rights("enterprises", "view", "enterprise", "membership")
    | _rights("enterprises", "view add change", "industry")
    | _rights("privacy", "view add change", "consenttext")
    | _rights("privacy", "view change", "retentionrule")
    | _rights("privacy", "view", "consent", "erasure", "securityevent")
    | _rights("fees", "view add change", "payee")
    | TRAIL
    | REFERENCE,
    appoints=frozenset(
        {
            *("registrar", "law-editor", "translator", "case-officer", "cashier", "rules-officer", "training-officer"),
            *("arbitration-officer", "notary-officer", "appraisal-officer", "advice-officer", "mediation-officer"),
            *("auditor", "administrator"),
        }
    ),
)

ROLES: Final = (
    *(REGISTRAR, LAW_EDITOR, TRANSLATOR, CASE_OFFICER, CASHIER, RULES_OFFICER, TRAINING_OFFICER),
    *(ARBITRATION_OFFICER, NOTARY_OFFICER, APPRAISAL_OFFICER, ADVICE_OFFICER, MEDIATION_OFFICER),
    *(AUDITOR, ADMINISTRATOR),
)
BY_SLUG: Final = {role.slug: role for role in ROLES}
wording.call({role.slug: role.label for role in ROLES})


def label(slug: str) -> str:
    """What a role is called in the active language; a group that is no role of ours keeps its name."""
    return str(BY_SLUG[slug].label) if slug in BY_SLUG else slug


def appointed_by(slugs: Iterable[str]) -> frozenset[str]:
    """The roles that somebody who has these may give and take."""
    return frozenset().union(*(BY_SLUG[slug].appoints for slug in slugs if slug in BY_SLUG))

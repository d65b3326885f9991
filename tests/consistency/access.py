"""Who may open what, page by page: the table that the walk over all addresses is held against.

A page is known by its name. One that says whose it is by a part of its address stands in a table below, by the least
that opens it; one that does not is open to everybody, or to everybody signed in, by its place (`test_addresses`).
"""

from enum import StrEnum
from typing import Final

from enterprises.policies import RIGHTS, Right, Role


class Outcome(StrEnum):
    """What becomes of a request, as whoever sent it can tell."""

    IN = "in"
    SIGN_IN = "asked to sign in"
    REFUSED = "refused"
    ABSENT = "no such page"


class Part(StrEnum):
    """Who asks, among people who are no staff."""

    ANONYMOUS = "anonymous"
    STRANGER = "owner of another enterprise"
    VIEWER = "viewer"
    REPRESENTATIVE = "representative"
    OWNER = "owner"


MEMBERS: Final = {Part.VIEWER: Role.VIEWER, Part.REPRESENTATIVE: Role.REPRESENTATIVE, Part.OWNER: Role.OWNER}

# What a member needs for a page of an enterprise; None: to be one.
OF_AN_ENTERPRISE: Final[dict[str, Right | None]] = {
    "enterprises:home": None,
    "enterprises:history": None,
    "enterprises:switch": None,
    "enterprises:members": None,
    "enterprises:leave": None,
    "enterprises:transfer-answer": None,
    "enterprises:resume": Right.EDIT,
    "enterprises:identify": Right.EDIT,
    "enterprises:describe": Right.EDIT,
    "enterprises:papers": Right.EDIT,
    "enterprises:review": Right.EDIT,
    "enterprises:letter": Right.EDIT,
    "enterprises:people": Right.INVITE,
    "enterprises:invite": Right.INVITE,
    "enterprises:resend": Right.INVITE,
    "enterprises:withdraw": Right.INVITE,
    "enterprises:discard": Right.MANAGE,
    "enterprises:role": Right.MANAGE,
    "enterprises:remove": Right.MANAGE,
    "enterprises:join-answer": Right.MANAGE,
    "enterprises:transfer": Right.MANAGE,
    "enterprises:transfer-withdraw": Right.MANAGE,
    "exhibits:list": None,
    "exhibits:print": None,
    "exhibits:spreadsheet": None,
    "exhibits:add": Right.EDIT,
    "matters:list": None,
    "matters:begin": Right.EDIT,
    "clocks:list": None,
    "clocks:renew": Right.MANAGE,
    "clocks:end": Right.MANAGE,
}
# What a member needs for an exhibit in the list of an enterprise; None: to be one.
OF_AN_EXHIBIT: Final[dict[str, Right | None]] = {
    "exhibits:exhibit": None,
    "exhibits:edit": Right.EDIT,
    "exhibits:abroad": Right.EDIT,
    "exhibits:translate": Right.EDIT,
    "exhibits:replace": Right.EDIT,
    "exhibits:withdraw": Right.EDIT,
    "exhibits:restore": Right.EDIT,
    "exhibits:remove": Right.EDIT,
}
MEDIATED: Final = (
    *("dispute", "agree", "sessions", "agree-time", "cancel-time", "calendar"),
    *("settlement", "decline-text", "award"),
)
# What a member needs for a matter of an enterprise; None: to be one.
OF_A_MATTER: Final[dict[str, Right | None]] = {
    "matters:matter": None,
    "matters:history": None,
    "matters:history-file": None,
    "matters:manifest": None,
    "matters:content": None,
    "matters:timestamp": None,
    "clocks:entry": None,
    "matters:about": Right.EDIT,
    "matters:parties": Right.EDIT,
    "matters:party": Right.EDIT,
    "matters:remove-party": Right.EDIT,
    "matters:representatives": Right.EDIT,
    "matters:remove-representative": Right.EDIT,
    "matters:revoke": Right.EDIT,
    "matters:exhibits": Right.EDIT,
    "matters:take-out": Right.EDIT,
    "matters:submit": Right.EDIT,
    "matters:withdraw": Right.EDIT,
    "matters:write": Right.EDIT,
    **{
        f"arbitration:{page}": Right.EDIT
        for page in (
            *("agreements", "agreement", "remove-agreement", "claims", "claim", "remove-claim"),
            *("measures", "measure", "remove-measure", "reliances", "remove-reliance"),
            *("facts", "procedure", "service", "estimate", "review", "supplement", "joinder"),
        )
    },
    "notarization:particulars": Right.EDIT,
    "appraisal:entrustment": Right.EDIT,
    "appraisal:materials": Right.EDIT,
    "appraisal:take-off": Right.EDIT,
    "appraisal:receipt": None,
    "appraisal:confirm": Right.EDIT,
    "serving:consents": None,
    "serving:withdraw-consent": Right.EDIT,
    "serving:outside": Right.EDIT,
    "serving:resend": Right.EDIT,
    "serving:revoke": Right.EDIT,
    "fees:notice": None,
    "fees:prove": Right.EDIT,
    "advice:question": Right.EDIT,
    "advice:review": Right.EDIT,
    "advice:further": Right.EDIT,
    "advice:close": Right.EDIT,
    **{f"mediation:{page}": Right.EDIT for page in MEDIATED},
}
# Of matters of one kind alone.
OF_A_KIND: Final = {
    **{f"advice:{page}": "consultation" for page in ("question", "further", "close")},
    "advice:review": "contract-review",
    **{f"mediation:{page}": "mediation" for page in MEDIATED},
    "notarization:particulars": "notarization",
    **{f"appraisal:{page}": "appraisal" for page in ("entrustment", "materials", "take-off", "receipt", "confirm")},
}
# What a member needs for a request of an enterprise, as far as it has come; None: to be one.
OF_A_REQUEST: Final[dict[str, Right | None]] = {
    "enquiries:enquiry": None,
    "enquiries:calendar": None,
    "enquiries:facts": Right.EDIT,
    "enquiries:parties": Right.EDIT,
    "enquiries:remove-party": Right.EDIT,
    "enquiries:move": Right.EDIT,
    "enquiries:discard": Right.EDIT,
    "enquiries:write": Right.EDIT,
    "enquiries:read": Right.EDIT,
    "enquiries:times": Right.EDIT,
    "enquiries:time": Right.EDIT,
}
# Of a request that is not as far, or past it; of a proceeding that is not offered.
NOT_SO_FAR: Final = frozenset({"arbitration:joinder", "enquiries:facts", "enquiries:parties", "enquiries:remove-party"})
# Of a paper of an enterprise: to read it one is a member, or decides registrations; nobody removes it as a mere file.
NOBODY: Final = "nobody"
OF_A_PAPER: Final[dict[str, str | None]] = {"files:download": None, "files:remove": NOBODY}
READS_PAPERS: Final = "enterprises.verify_enterprise"
# Of one person alone: a notice, a passkey, an upload that is under way, a place in a course, a certificate.
OF_A_PERSON: Final = frozenset(
    {
        "notices:open",
        "notices:mark-read",
        "mfa_edit_webauthn",
        "mfa_remove_webauthn",
        "files:upload",
        "training:certificate-file",
        "training:own-calendar",
        "training:withdraw",
    }
)
# Of a matter somebody takes part in for a side; nobody else has this address, not even another side of it.
OF_A_SIDE: Final = frozenset(
    {
        *(f"mediation:other-{page}" for page in ("agree", "decline", "leave", "sessions", "agree-time")),
        *(f"mediation:other-{page}" for page in ("cancel-time", "calendar", "settlement", "award")),
        "mediation:other-decline-text",
        "serving:matter",
        "serving:write",
        "serving:service",
        "serving:fee",
        "serving:prove",
        "serving:papers",
        "serving:take-out",
        "serving:answer",
        "serving:content",
        "serving:manifest",
        *(f"arbitration:{page}" for page in ("counterclaims", "counterclaim", "remove-counterclaim")),
    }
)
# Of a side that is asked for an answer, or has filed one; not as the matter of the tests stands.
OF_AN_ANSWER: Final = frozenset(
    {
        "serving:answer",
        "serving:content",
        "serving:manifest",
        *(f"arbitration:{page}" for page in ("counterclaims", "counterclaim", "remove-counterclaim")),
    }
)
# Of a firm: for who speaks for it. One that is claimed is nobody's yet.
OF_A_FIRM: Final = frozenset(
    {
        "practice:firm",
        "practice:firm-appoint",
        "practice:firm-edit",
        "practice:firm-invite",
        "practice:firm-move",
        "practice:firm-remove",
        "practice:firm-review",
        "practice:firm-step-down",
        "practice:firm-withdraw",
    }
)
# What stands in the address says nothing of whose the page is: the kind of a consent, a word that only a letter tells;
# or the page is there only for who has something of that kind.
OF_NOBODY: Final = frozenset(
    {
        "enquiries:begin",
        "enquiries:forget",
        "enquiries:inbox",
        "enquiries:names",
        "enterprises:invitation",
        "enterprises:join-withdraw",
        "mfa_download_recovery_codes",
        "mfa_view_recovery_codes",
        # a kind of proceeding, for which one of one's own enterprises is chosen
        "matters:start",
        "notices:unsubscribe",
        # One's own profile: the address says which part of it, or which profile of nobody one claims.
        "practice:answer",
        "practice:claim",
        "practice:claim-withdraw",
        "practice:edit",
        "practice:firm-claim",
        "practice:move",
        "practice:unname",
        "privacy:consent",
        "privacy:download",
        # a session, which is nobody's; whoever enrols in it does so for themselves
        "training:enrol",
    }
)

# Pages of the console that are no list and no form of Django's: the permission that opens each.
OF_THE_CONSOLE: Final = {
    # A password is its person's own: nobody else sets it, and this permission nobody has.
    "auth_user_password_change": "accounts.set_password",
    "enterprises_enterprise_queue": "enterprises.view_enterprise",
    "enterprises_enterprise_registration": "enterprises.view_enterprise",
    "enterprises_enterprise_take": "enterprises.verify_enterprise",
    "enterprises_enterprise_put_back": "enterprises.verify_enterprise",
    "enterprises_enterprise_hand_over": "enterprises.verify_enterprise",
    "enterprises_enterprise_verify": "enterprises.verify_enterprise",
    "enterprises_enterprise_return": "enterprises.verify_enterprise",
    "enterprises_enterprise_reject": "enterprises.verify_enterprise",
    "enterprises_enterprise_suspend": "enterprises.verify_enterprise",
    "enterprises_enterprise_reinstate": "enterprises.verify_enterprise",
    "enterprises_enterprise_invite_owner": "enterprises.verify_enterprise",
    "enterprises_enterprise_export": "enterprises.view_enterprise",
    "enterprises_enterprise_import": "enterprises.import_enterprise",
    "enterprises_enterprise_sheets": "enterprises.view_enterprise",
    "enterprises_enterprise_sheet": "enterprises.view_enterprise",
    "enterprises_enterprise_sheet_apply": "enterprises.import_enterprise",
    "enterprises_enterprise_sheet_file": "enterprises.view_enterprise",
    "enterprises_enterprise_template": "enterprises.import_enterprise",
    "training_session_people": "training.view_enrolment",
    "training_session_export": "training.view_enrolment",
    "training_session_open": "training.change_session",
    "training_session_close": "training.change_session",
    "training_session_hold": "training.change_session",
    "training_session_cancel": "training.change_session",
    "training_session_attend": "training.attend_session",
    "training_session_certify": "training.certify_session",
    "training_certificate_revoke": "training.certify_session",
    "handling_statistics": "matters.view_matter",
    "handling_export": "matters.view_matter",
    "lawyers_revision_queue": "lawyers.view_revision",
    "lawyers_revision_decide": "lawyers.view_revision",
    **{f"lawyers_revision_{act}": "lawyers.verify_lawyer" for act in ("take", "release", "accept", "return")},
    "lawyers_claim_decide": "lawyers.view_revision",
    **{f"lawyers_claim_{act}": "lawyers.verify_lawyer" for act in ("accept", "refuse")},
    **{f"lawyers_mention_{act}": "lawyers.verify_lawyer" for act in ("accept", "refuse")},
    "lawyers_lawyer_keeping": "lawyers.view_revision",
    **{f"lawyers_lawyer_{act}": "lawyers.verify_lawyer" for act in ("verify", "hide", "show")},
    "lawyers_firm_keeping": "lawyers.view_revision",
    "lawyers_firm_verify": "lawyers.verify_firm",
    "fees_feenotice_queue": "fees.confirm_feenotice",
    "fees_feenotice_export": "fees.confirm_feenotice",
    "fees_feenotice_notice": "fees.view_feenotice",
    "fees_feenotice_issue": "fees.issue_feenotice",
    "fees_feenotice_cancel": "fees.issue_feenotice",
    "fees_feenotice_propose": "fees.relieve_feenotice",
    **{
        f"fees_feenotice_{act}": "fees.confirm_feenotice"
        for act in ("receive", "confirm", "refuse", "approve", "reject", "execute")
    },
    "intake_intake_import": "intake.add_intake",
    "intake_intake_discard": "intake.add_intake",
    "intake_intake_retry": "intake.add_intake",
}
OF_ADVICE: Final = frozenset(
    {"advice_question_answer", *(f"advice_review_{page}" for page in ("remarks", "take_out", "deliver"))}
)
OF_MEDIATION: Final = frozenset(
    f"mediation_dispute_{page}" for page in ("appoint", "settle", "sessions", "cancel", "hold")
)
OF_RECORDING: Final = frozenset(
    {
        *(f"notarization_certificate_{page}" for page in ("refuse", "issue", "note_apostille", "deliver")),
        *(f"appraisal_opinion_{page}" for page in ("take_over", "extend", "issue", "receipt")),
        "arbitration_joinder_of",
        *(f"bundles_{page}" for page in ("bundle_of", "assemble", "download", "hand_over")),
    }
)
# Of one matter: for who handles its kind and has declared to have no conflict of interest, and for auditors.
OF_A_MATTER_OF_STAFF: Final = (
    OF_ADVICE
    | OF_MEDIATION
    | OF_RECORDING
    | frozenset(
        f"handling_{page}"
        for page in (
            "file",
            "declare",
            "decide",
            "exhibit",
            "take",
            "release",
            "hand-over",
            "write",
            "letters",
            "write_letter",
        )
    )
)
# Of one deadline: for who handles its matter, and there is none here.
OF_A_DEADLINE: Final = frozenset(f"clocks_deadline_{page}" for page in ("day", "notify", "extend", "again"))
# Of one matter that is served: for who handles its kind, and for auditors; to others there is no such matter.
OF_A_MATTER_THAT_IS_SERVED: Final = frozenset(f"serving_{page}" for page in ("serve", "invite", "resend", "revoke"))
# Of a matter, or of a fee of one: for officers it is there where they handle the matter.
OF_WHAT_THEY_HANDLE: Final = frozenset(
    {
        *("fees_feenotice_notice", "fees_feenotice_issue", "fees_feenotice_cancel", "fees_feenotice_propose"),
        *(f"fees_feenotice_{act}" for act in ("confirm", "refuse", "approve", "reject", "execute")),
    }
)
# For all staff: what they see there depends on their rights, and is held elsewhere.
OF_ALL_STAFF: Final = frozenset(
    {
        "None",
        "app_list",
        "autocomplete",
        "index",
        "jsi18n",
        "login",
        "logout",
        "password_change",
        "password_change_done",
        "search",
        "view_on_site",
    }
)


# What is read with one right and sent with another.
TO_SEND: Final[dict[str, str | None]] = {"serving:consents": Right.EDIT}


def allows(role: Role, right: str | None) -> bool:
    """Whether a member in this role may do what needs this right."""
    return right is None or right in RIGHTS[role]

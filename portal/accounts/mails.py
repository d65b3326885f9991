"""The letters about an account, one for each that allauth sends."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext

from portal.accounts import browsers
from portal.letters import Letter

Context = Mapping[str, Any]


def letter(name: str, context: Context) -> Letter:
    """The letter allauth calls by this name, in the language that is active."""
    return LETTERS[name](context)


def _code_to_sign_in(context: Context) -> Letter:
    return _code(
        context, gettext("Your code to sign in"), gettext("Enter this code on the page where you asked for it.")
    )


def _code_for_a_password(context: Context) -> Letter:
    return _code(
        context,
        gettext("Your code for a new password"),
        gettext("Enter this code on the page where you asked for it, and then choose a new password."),
    )


def _code_for_an_address(context: Context) -> Letter:
    return _code(
        context,
        gettext("Confirm your e-mail address"),
        gettext("Enter this code on the page where you gave this address. Then it belongs to your account."),
    )


def _code(context: Context, subject: str, words: str) -> Letter:
    return Letter(
        subject=subject,
        paragraphs=[words, gettext("It is good for fifteen minutes, and for one use.")],
        code=context["code"],
        remarks=[gettext("If you did not ask for it, do nothing: without the code nothing happens.")],
    )


def _account_exists(context: Context) -> Letter:
    return Letter(
        subject=gettext("You already have an account"),
        paragraphs=[
            gettext("Somebody, probably you, wanted to register with the address %(email)s. It already has an account.")
            % {"email": context["email"]},
            gettext("Sign in with a code, or choose a new password if you have forgotten yours."),
        ],
        link=(gettext("Choose a new password"), context["password_reset_url"]),
        remarks=[gettext("If it was not you, do nothing: your account is as it was.")],
    )


def _no_account(context: Context) -> Letter:
    return Letter(
        subject=gettext("There is no account with this address"),
        paragraphs=[
            gettext("Somebody, probably you, wanted to sign in with the address %(email)s. It has no account.")
            % {"email": context["email"]},
            gettext("Perhaps you registered with another address. If you have no account yet, you can make one."),
        ],
        link=(gettext("Register"), context["signup_url"]),
        remarks=[gettext("If it was not you, do nothing.")],
    )


def _password_changed(context: Context) -> Letter:
    return _change(context, gettext("Your password was changed"), gettext("All devices were signed out."))


def _password_set(context: Context) -> Letter:
    return _change(context, gettext("A password was set for your account"), gettext("All devices were signed out."))


def _password_reset(context: Context) -> Letter:
    return _change(
        context, gettext("Your password was replaced by means of a code"), gettext("All devices were signed out.")
    )


def _address_changed(context: Context) -> Letter:
    return _change(
        context,
        gettext("The e-mail address of your account was changed"),
        gettext("It was %(old)s and is now %(new)s. We no longer write to the old one.")
        % {"old": context["from_email"], "new": context["to_email"]},
    )


def _address_confirmed(context: Context) -> Letter:
    return _change(context, gettext("Your e-mail address was confirmed"))


def _address_removed(context: Context) -> Letter:
    return _change(
        context,
        gettext("An e-mail address was removed from your account"),
        gettext("It is %(email)s.") % {"email": context["deleted_email"]},
    )


def _app_added(context: Context) -> Letter:
    return _change(
        context,
        gettext("An app for codes was added to your account"),
        gettext("From now on signing in takes a code of this app as a second step."),
    )


def _app_removed(context: Context) -> Letter:
    return _change(
        context,
        gettext("The app for codes was removed from your account"),
        gettext("Its codes are no longer asked for."),
    )


def _passkey_added(context: Context) -> Letter:
    return _change(
        context,
        gettext("A passkey was added to your account"),
        gettext("Whoever has the device it is kept on, and can unlock it, can sign in as you."),
    )


def _passkey_removed(context: Context) -> Letter:
    return _change(
        context,
        gettext("A passkey was removed from your account"),
        gettext("Nobody can sign in with it any more."),
    )


def _recovery_codes(context: Context) -> Letter:
    return _change(
        context,
        gettext("New recovery codes were made for your account"),
        gettext("The former ones are no longer good."),
    )


def _change(context: Context, subject: str, *words: str) -> Letter:
    """A change of somebody's account: when, from where, and what to do if it was somebody else."""
    facts = {
        "moment": date_format(timezone.localtime(context["timestamp"]), "DATETIME_FORMAT"),
        "address": context["ip"],
        "browser": browsers.name(context["user_agent"]),
    }
    return Letter(
        subject=subject,
        paragraphs=[
            *words,
            gettext(
                "If it was you, there is nothing to do. If not, sign in at once, change your password and end all "
                "other sessions."
            ),
        ],
        remarks=[gettext("%(moment)s, from the network address %(address)s, browser: %(browser)s") % facts],
    )


LETTERS: Final[dict[str, Callable[[Context], Letter]]] = {
    "account/email/login_code": _code_to_sign_in,
    "account/email/password_reset_code": _code_for_a_password,
    "account/email/email_confirmation": _code_for_an_address,
    "account/email/email_confirmation_signup": _code_for_an_address,
    "account/email/account_already_exists": _account_exists,
    "account/email/unknown_account": _no_account,
    "account/email/password_changed": _password_changed,
    "account/email/password_set": _password_set,
    "account/email/password_reset": _password_reset,
    "account/email/email_changed": _address_changed,
    "account/email/email_confirm": _address_confirmed,
    "account/email/email_deleted": _address_removed,
    "mfa/email/totp_activated": _app_added,
    "mfa/email/totp_deactivated": _app_removed,
    "mfa/email/webauthn_added": _passkey_added,
    "mfa/email/webauthn_removed": _passkey_removed,
    "mfa/email/recovery_codes_generated": _recovery_codes,
}

"""What each action asks first: whose list it is, whether it is open, and what one exhibit may say of another."""

from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from enterprises.actions.guarding import lock_as
from enterprises.models import Enterprise
from enterprises.policies import Right
from enterprises.states import State
from legal.exhibits.actions.facts import Facts
from legal.exhibits.models import Exhibit
from portal.accounts.models import User
from portal.files.models import File
from portal.files.refusals import RefusedError
from portal.languages import inner
from portal.workflow.errors import NotAllowedError


def is_open(enterprise: Enterprise) -> bool:
    """Whether an enterprise keeps exhibits: no draft does, which may be thrown away, and none that is barred."""
    return enterprise.state != State.DRAFT and not enterprise.is_barred


def lock_list(enterprise: Enterprise, *, by: User) -> Enterprise:
    """The enterprise, locked: nobody else changes its list until the transaction ends.

    `NotAllowedError` "role" for who may not write down facts, "state" where it keeps no exhibits as it stands.
    """
    held, _membership = lock_as(enterprise, Right.EDIT, by=by)
    if not is_open(held):
        raise NotAllowedError(
            _("Exhibits are kept once the registration is submitted, and not while it is rejected or suspended."),
            code="state",
        )
    return held


def lock(exhibit: Exhibit, *, by: User) -> Exhibit:
    """The exhibit as it stands now, locked with its list; `NotAllowedError` as `lock_list`, or "gone"."""
    lock_list(exhibit.enterprise, by=by)
    if Exhibit.objects.select_for_update(of=("self",)).filter(pk=exhibit.pk).first() is None:
        raise NotAllowedError(_("This exhibit was removed meanwhile."), code="gone")
    held: Exhibit = Exhibit.objects.with_file().get(pk=exhibit.pk)
    return held


def require_new(enterprise: Enterprise, sha256: str) -> None:
    """`NotAllowedError` "twice" where the very same file is in the list: one upload serves every matter."""
    there = Exhibit.objects.of(enterprise).listed().filter(sha256=sha256).first()
    if there is not None:
        raise NotAllowedError(
            _("This very file is in the list already: No. %(number)s, “%(name)s”."),
            code="twice",
            params={"number": there.number, "name": inner(there.name)},
        )


def require_room(enterprise: Enterprise, file: File) -> None:
    """`RefusedError` where the files of the list would take up too much together."""
    if Exhibit.objects.of(enterprise).size() + file.size > settings.EXHIBITS_QUOTA:
        raise RefusedError("no-room", name=file.name, quota=filesizeformat(settings.EXHIBITS_QUOTA))


def require_original(enterprise: Enterprise, facts: Facts, *, exhibit: Exhibit | None = None) -> None:
    """`NotAllowedError` "original" where what is translated is none of the list, or a translation itself; "language"
    where the translation is into no other language; "translations" where the exhibit is translated itself.
    """
    original = facts.translation_of
    if original is None:
        return
    found = Exhibit.objects.of(enterprise).originals().filter(pk=original.pk).first()
    if found is None or found == exhibit:
        raise NotAllowedError(_("A translation is of an original in the list."), code="original")
    if not facts.languages - set(found.languages):
        raise NotAllowedError(
            _("A translation is into another language than “%(name)s” is written in."),
            code="language",
            params={"name": inner(found.name)},
        )
    if exhibit is not None and exhibit.translations.exists():
        raise NotAllowedError(
            _("Other exhibits are translations of this one: it cannot be a translation itself."), code="translations"
        )


def require_translations_differ(exhibit: Exhibit, facts: Facts) -> None:
    """`NotAllowedError` "language" where a translation would be into the language the exhibit is written in."""
    for translation in exhibit.translations.all():
        if not set(translation.languages) - facts.languages:
            raise NotAllowedError(
                _("“%(name)s” is a translation of this exhibit into the same language: correct that first."),
                code="language",
                params={"name": inner(translation.name)},
            )

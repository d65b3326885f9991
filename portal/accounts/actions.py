"""What is done with accounts: the sample staff of a demonstration."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction

from portal.accounts.models import User

SAMPLE = "示例账号 · Sample account · Демонстрационная учётная запись"
ADMINISTRATOR = "admin@law-valley.example"
# One for each language of the console.
EDITORS = {
    "zh-hans": "bianji@law-valley.example",
    "en": "editor@law-valley.example",
    "ru": "redaktor@law-valley.example",
}

# What an editor of law has nothing to do with: people, their sessions and their rights.
PEOPLE = ("accounts", "auth", "admin", "contenttypes", "sessions")


@transaction.atomic
def make_sample_staff(password: str) -> list[User]:
    """An administrator and an editor for each language, named as samples; made again, they get this password."""
    administrator = _sample(ADMINISTRATOR, password, is_superuser=True)
    editors = [_sample(email, password, language=language) for language, email in EDITORS.items()]
    editors_group().user_set.set(editors)
    return [administrator, *editors]


def editors_group() -> Group:
    """Those who may add and change law and reference data, and may delete nothing."""
    group, _ = Group.objects.get_or_create(name="editors")
    allowed = Permission.objects.exclude(content_type__app_label__in=PEOPLE).exclude(codename__startswith="delete_")
    group.permissions.set(allowed)
    return group


def _sample(email: str, password: str, **fields: object) -> User:
    user, _ = User.objects.get_or_create(email=email)
    for name, value in {"full_name": SAMPLE, "is_staff": True, "is_active": True, **fields}.items():
        setattr(user, name, value)
    # Setting the same password again would sign everybody out.
    if not user.check_password(password):
        user.set_password(password)
    user.save()
    return user

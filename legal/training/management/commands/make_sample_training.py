"""Makes the sample courses of a demonstration."""

from django.contrib.auth.models import Permission
from django.core.management.base import CommandError
from django.db.models import Q, QuerySet

from enterprises.actions.samples import MEMBERS
from legal.training.actions.samples import make_sample_courses
from portal.accounts.models import User
from portal.history.commanding import RecordedCommand


class Command(RecordedCommand):
    help = "Make sample courses with sessions in each state, in which the members of the sample enterprises take part."

    def handle(self, **options: object) -> None:
        officer = officers().first()
        people = list(User.objects.filter(email__in=MEMBERS, is_active=True).order_by("email"))
        if officer is None or not people:
            raise CommandError(
                "There is nobody to plan courses or to take part: make the sample staff and enterprises."
            )
        made = make_sample_courses(people, by=officer)
        self.stdout.write(f"Sample courses made: {len(made)}.")


def officers() -> QuerySet[User]:
    """Staff who may issue certificates."""
    permission = Permission.objects.filter(codename="certify_session", content_type__app_label="training")
    allowed = Q(groups__permissions__in=permission) | Q(is_superuser=True)
    return User.objects.filter(allowed, is_staff=True, is_active=True).distinct()

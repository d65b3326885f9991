"""`manage.py apply_roles`: the groups of the staff have exactly the rights of the table."""

from portal.accounts.actions import apply_roles
from portal.accounts.roles import ROLES
from portal.history.commanding import RecordedCommand


class Command(RecordedCommand):
    help = "Make the groups of the roles, and give each exactly the rights that portal/accounts/roles.py names."

    def handle(self, **options: object) -> None:
        apply_roles()
        self.stdout.write(f"{len(ROLES)} roles have the rights of the table.")

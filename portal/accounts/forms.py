"""Forms of the console for people who sign in with an e-mail address."""

from unfold.forms import UserChangeForm as ThemedChangeForm
from unfold.forms import UserCreationForm as ThemedCreationForm

from portal.accounts.models import User


class UserCreationForm(ThemedCreationForm):  # type: ignore[misc]  # the theme has no types
    class Meta:
        model = User
        fields = ("email", "full_name", "language")


class UserChangeForm(ThemedChangeForm):  # type: ignore[misc]  # the theme has no types
    class Meta:
        model = User
        fields = "__all__"

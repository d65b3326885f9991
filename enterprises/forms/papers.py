"""The papers of a registration, as they are handed in."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from enterprises.models import Enterprise
from enterprises.papers import PURPOSES, VOUCHING
from enterprises.states import State
from portal.accounts.models import User
from portal.files.forms import PaperField, PaperForm
from portal.files.models import File
from portal.privacy.actions.consents import has_consent
from portal.privacy.models import Purpose as ConsentPurpose


class PapersForm(PaperForm):
    """One file of each kind; what arrives is kept whatever else is wrong."""

    licence = PaperField(PURPOSES["licence"].slug, label=PURPOSES["licence"].label, required=False)
    letter = PaperField(PURPOSES["letter"].slug, label=PURPOSES["letter"].label, required=False)
    identity = PaperField(
        PURPOSES["identity"].slug,
        label=PURPOSES["identity"].label,
        required=False,
        help_text=_("Only where an officer has asked for it. Every reading of it is recorded."),
    )
    other = PaperField(PURPOSES["other"].slug, label=PURPOSES["other"].label, required=False)

    def __init__(self, *args: Any, enterprise: Enterprise, by: User, **kwargs: Any) -> None:
        names = {purpose.slug: name for name, purpose in PURPOSES.items()}
        handed_in = {names[file.purpose]: file for file in File.objects.of(enterprise) if file.purpose in names}
        super().__init__(*args, initial=handed_in, by=by, **kwargs)
        for name, field in self.fields.items():
            if name in VOUCHING and isinstance(field, PaperField):
                field.removable = enterprise.state != State.VERIFIED
        self.lacks_consent = not has_consent(by, ConsentPurpose.SENSITIVE)
        if self.lacks_consent:
            del self.fields["identity"]

    @property
    def received(self) -> dict[str, File | None]:
        """What was sent for each purpose, where it can be used; None where a paper is to go.

        A page that knows nothing of a paper takes none away: it may be older than what another device has sent.
        """
        named = {name: self.cleaned_data[name] for name in PURPOSES if name in self.cleaned_data}
        return {name: file for name, file in named.items() if file or f"{name}-remove" in self.data}

    @property
    def removing(self) -> bool:
        """Whether a button was pressed that takes a paper away."""
        return any(f"{name}-remove" in self.data for name in PURPOSES)

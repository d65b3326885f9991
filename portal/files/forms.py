"""What is said of an upload before it comes; and the field of a form that takes a file."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.forms.boundfield import BoundField
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.files import actions, registry
from portal.files.models import File
from portal.files.registry import Purpose
from portal.files.states import State


class UploadForm(forms.Form):
    """What a client says before it sends the first piece."""

    name = forms.CharField(max_length=1000, strip=False)
    size = forms.IntegerField(min_value=0)
    purpose = forms.CharField(max_length=60)

    def clean_purpose(self) -> str:
        purpose = str(self.cleaned_data["purpose"])
        if purpose not in registry.purposes:
            raise ValidationError(_("There are no files for this purpose."))
        return purpose


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a form sends for a file: a new one, or the key of one that has been received, or that it is to go."""

    upload: "UploadedFile[bytes] | None"
    key: str
    removed: bool


class PaperInput(forms.FileInput):
    """A file field with the key of what has been received beside it."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Chosen:
        return Chosen(files.get(name), data.get(f"{name}-file", ""), f"{name}-remove" in data)

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return name not in files and f"{name}-file" not in data


class PaperBoundField(BoundField):
    """The field as the page shows it; `files/_upload.html` draws it."""

    field: "PaperField"

    @property
    def paper(self) -> File | None:
        """The file that is there: just received, kept from before, or handed in earlier."""
        return self.field.kept if self.form.is_bound else self.initial

    @property
    def purpose(self) -> Purpose:
        return self.field.purpose


class PaperField(forms.Field):
    """A file for a purpose. What is chosen is received at once, to the user's own shelf, and stays there while other
    fields are put right; the action that takes the form's values hands it in with `portal.files.actions.hand_in`.

    Its form is a `PaperForm`, which knows who sends it. The initial value is the `File` that was handed in before;
    where it is not `removable`, another can take its place and no button takes it away.
    """

    widget = PaperInput
    default_error_messages = {
        "required": _("Choose a file."),
        "gone": _("The file is no longer there. Choose it again."),
    }

    def __init__(self, purpose: str, *, removable: bool = True, **named: Any) -> None:
        super().__init__(**{"template_name": "files/_upload.html"} | named)
        self.slug = purpose
        self.removable = removable
        self.by: AbstractBaseUser | None = None
        self.current: File | None = None
        self.kept: File | None = None

    @property
    def purpose(self) -> Purpose:
        return registry.purposes[self.slug]

    def get_bound_field(self, form: Any, field_name: str) -> PaperBoundField:
        return PaperBoundField(form, self, field_name)

    def clean(self, value: Chosen) -> File | None:
        self.kept = self._known(value.key)
        if value.upload is not None:
            self.kept = self._received(value.upload)
        elif value.removed:
            self.kept = None
        elif value.key and self.kept is None:
            raise ValidationError(self.error_messages["gone"], code="gone")
        if self.kept is None and self.required:
            raise ValidationError(self.error_messages["required"], code="required")
        return self.kept

    def has_changed(self, initial: File | None, data: Chosen | None) -> bool:
        before = str(initial.pk) if initial else ""
        return data is not None and bool(data.upload or data.removed or data.key != before)

    def _received(self, upload: "UploadedFile[bytes]") -> File:
        by = self._sender()
        expires_at = timezone.now() + actions.UNCLAIMED
        name = upload.name or ""
        return actions.receive(upload, name=name, owner=by, purpose=self.slug, by=by, expires_at=expires_at)

    def _known(self, key: str) -> File | None:
        """The file of a key, where it is the one handed in before, or lies on the user's own shelf."""
        try:
            pk = UUID(key)
        except ValueError:
            return None
        if self.current is not None and self.current.pk == pk:
            return self.current
        usable = File.objects.of(self._sender(), self.slug).exclude(state=State.FAILED)
        return usable.filter(pk=pk).first()

    def _sender(self) -> AbstractBaseUser:
        if self.by is None:
            raise TypeError("A form with a PaperField is a PaperForm, made with by=.")
        return self.by


class PaperForm(forms.Form):
    """A form with files: it knows who sends it."""

    def __init__(self, *arguments: Any, by: AbstractBaseUser, **named: Any) -> None:
        super().__init__(*arguments, **named)
        for name, field in self.fields.items():
            if isinstance(field, PaperField):
                field.by, field.current = by, self.get_initial_for_field(field, name)

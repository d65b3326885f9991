"""Translators change words and nothing else: one rule for every page of the console that has words to translate."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib.admin import ModelAdmin
from django.db.models import Model
from django.forms import ModelForm
from django.http import HttpRequest
from modeltranslation.translator import NotRegistered, translator

from portal.languages import LANGUAGES

if TYPE_CHECKING:
    Record = ModelAdmin[Any]
else:
    Record = object


class Translatable(Record):
    """Whoever has the right to translate a record, and not to change it, finds all but its words locked.

    Words are the columns served in three languages, and the fields in `words` where they are kept in another way.
    """

    words: ClassVar[tuple[str, ...]] = ()

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        may = super().has_change_permission(request, obj)
        return may or self._only_translates(request)

    def get_form(self, request: HttpRequest, *which: Any, **options: Any) -> Any:
        form = super().get_form(request, *which, **options)
        if not self._only_translates(request):
            return form
        locked = form.base_fields.keys() - self._translated()
        return type(form.__name__, (Locked, form), {"locked": locked})

    def _only_translates(self, request: HttpRequest) -> bool:
        app, name = self.opts.app_label, self.opts.model_name
        return request.user.has_perm(f"{app}.translate_{name}") and not request.user.has_perm(f"{app}.change_{name}")

    def _translated(self) -> set[str]:
        try:
            served = translator.get_options_for_model(self.model).all_fields
        except NotRegistered:
            served = {}
        return {*self.words, *(f"{field}_{language.column}" for field in served for language in LANGUAGES)}


class Locked(ModelForm[Any]):
    """A form whose locked fields keep their value, whatever is sent."""

    locked: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.locked:
            self.fields[name].disabled = True

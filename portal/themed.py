"""What pages of the console have in common: the theme, rights, rows only read, lists not counted, languages."""

import re
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, Final, cast

from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import BadRequest, FieldDoesNotExist, PermissionDenied, ValidationError
from django.core.paginator import Page
from django.db.models import DateTimeField, Field, ForeignKey, ManyToManyField, Model, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.response import TemplateResponse
from unfold.paginator import InfinitePage
from unfold.paginator import InfinitePaginator as ThemedPaginator

from portal.languages import LANGUAGES

# A year of ours; a calendar ends with 9999.
YEAR: Final = re.compile(r"[12]\d{3}", re.ASCII)
YEARS: Final = frozenset({"year", "iso_year"})
# PostgreSQL stops at half a pattern, and may think long about a whole one.
PATTERNS: Final = frozenset({"regex", "iregex"})

if TYPE_CHECKING:
    # What the theme adds to Django's classes nobody here calls, so that to the checker it adds
    # nothing: a page of ours names Django's class behind it.
    class Themed:
        """The look of a page."""

    class ThemedInline:
        """The look of rows within a page."""

else:
    from unfold.admin import ModelAdmin, TabularInline

    class ThemedInline(TabularInline):
        """The look of rows within a page; each field of a row is called what stands above its column."""

        def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **given: Any) -> Any:
            field = super().formfield_for_dbfield(db_field, request, **given)
            field.widget.attrs["aria-label"] = str(field.label)
            return field

    class Themed(ModelAdmin):
        """The look of a page; what no link and no box of its list says is refused where Django would fail over it."""

        def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponseBase:
            year = request.GET.get(f"{self.date_hierarchy}__year", "") if self.date_hierarchy else ""
            if year and not YEAR.fullmatch(year):
                raise BadRequest("There are no rows of this year.")
            return super().changelist_view(request, extra_context)

        def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
            asked = set(lookup.split("__")[1:])
            fails = asked & PATTERNS or (asked & YEARS and not YEAR.fullmatch(value))
            return not fails and super().lookup_allowed(lookup, value, request)

        def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
            given = super().get_changeform_initial_data(request)
            return {name: value for name, value in given.items() if _can_stand(self.model, name, value)}

        def response_action(self, request: HttpRequest, queryset: Any) -> Any:
            for key in request.POST.getlist(ACTION_CHECKBOX_NAME):
                _refuse_no_key(self.model, key)
            return super().response_action(request, queryset)


__all__ = [
    "KnownFilter",
    "ReadOnly",
    "Themed",
    "ThemedInline",
    "Uncounted",
    "View",
    "allowed",
    "by_language",
    "in_columns",
    "page",
]

View = Callable[..., HttpResponseBase]


class ReadOnly:
    """Rows that the console shows and nobody writes there."""

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


class InfinitePaginator(ThemedPaginator):
    """Pages of rows that are never counted; those before a page are passed over by their keys, which an index has.

    By the name of its class the theme knows that there is no number to tell.
    """

    def page(self, number: int | str) -> Page[Any]:
        place: int = self.validate_number(number)
        rows = cast("QuerySet[Any]", self.object_list)
        before = (place - 1) * self.per_page
        keys = rows.values_list("pk", flat=True)[before : before + self.per_page]
        shown = rows.filter(pk__in=list(keys)) if before else rows[: self.per_page]
        return InfinitePage(shown, place, self)


class Uncounted:
    """A list of very many rows: never counted as a whole, nor filter by filter."""

    paginator: Any = InfinitePaginator
    list_disable_select_all = True
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    list_per_page = 50


class KnownFilter(admin.SimpleListFilter):
    """Narrows to one value of a column, `parameter_name`; `lookups` names those the code knows, and asks no row."""

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(**{str(self.parameter_name): self.value()}) if self.value() else queryset


def in_columns(*fields: str) -> tuple[str, ...]:
    """The columns of translated fields, language by language."""
    return tuple(f"{field}_{language.column}" for language in LANGUAGES for field in fields)


def by_language(*fields: str, classes: tuple[str, ...] = ()) -> list[tuple[str, Any]]:
    """A set of fields for each language."""
    return [
        (language.name, {"classes": classes, "fields": [f"{field}_{language.column}" for field in fields]})
        for language in LANGUAGES
    ]


def page(request: HttpRequest, template: str, title: str, **context: Any) -> HttpResponse:
    """A page of ours in the frame of the console."""
    request.current_app = admin.site.name
    return TemplateResponse(request, template, {**admin.site.each_context(request), "title": title, **context})


def allowed(view: View, permission: str) -> View:
    """A page of ours in the console, for who has a permission."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm(permission):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    opened: View = admin.site.admin_view(wrapped)
    return opened


def _can_stand(model: type[Model], name: str, given: str | list[str]) -> bool:
    """Whether what an address says of a field of a new row can be shown in it: Django asks for rows of any key."""
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return True
    if isinstance(field, ForeignKey | ManyToManyField):
        return all(_is_key(field.target_field, key) for key in ([given] if isinstance(given, str) else given))
    # A moment is shown in two boxes, which Django fills from a moment alone.
    return not isinstance(field, DateTimeField)


def _is_key(field: Field[Any, Any], key: str) -> bool:
    try:
        field.clean(key, None)
    except ValidationError:
        return False
    return True


def _refuse_no_key(model: type[Model], key: str) -> None:
    try:
        model._meta.pk.to_python(key)
    except ValidationError as error:
        raise BadRequest("This is the key of no row.") from error

"""The console as a site of Django's, in its theme."""

from functools import partial
from typing import Any

from django.core.paginator import InvalidPage
from django.http import Http404, HttpRequest
from django.template.response import TemplateResponse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _
from typing_extensions import override
from unfold.sites import UnfoldAdminSite


class Console(UnfoldAdminSite):
    # The first page is called so; what waits there is its content.
    index_title = _("Console")

    @override
    def search(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """A page of what was found that there is not is not found, where the theme falls over it."""
        try:
            return super().search(request, extra_context)
        except InvalidPage as error:
            raise Http404(str(error)) from error

    @override
    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[dict[str, Any]]:
        """Gathered when somebody looks at it: it is given to every page, and the menu of most pages is another.

        All models, what may be done with each and where, took a seventh of the time of a page.
        """
        # A lazy object is, to whoever looks at it, the list.
        return SimpleLazyObject(partial(super().get_app_list, request, app_label))  # type: ignore[return-value]

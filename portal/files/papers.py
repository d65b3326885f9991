"""What everybody has by themselves: a shelf of their own, on which a file waits until it is handed in."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import QuerySet

from portal.files.registry import allow


def own_shelf(user: AbstractBaseUser) -> QuerySet[Any]:
    return get_user_model()._default_manager.filter(pk=user.pk)


allow(get_user_model(), readable=own_shelf, changeable=own_shelf)

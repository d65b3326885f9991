"""Every record that is served in three languages can be edited in three languages."""

import pytest
from django.contrib import admin
from django.db.models import Model
from modeltranslation.translator import translator

from portal.languages import LANGUAGES

TRANSLATED = translator.get_registered_models(abstract=False)


@pytest.mark.parametrize("model", TRANSLATED, ids=[model._meta.label for model in TRANSLATED])
def test_translated_model_is_in_the_console_with_each_language(model: type[Model]) -> None:
    shown = admin.site._registry[model]

    fields = str(shown.fieldsets)

    for field in translator.get_options_for_model(model).all_fields:
        if model._meta.get_field(field).editable:
            assert all(f"'{field}_{language.column}'" in fields for language in LANGUAGES), field


@pytest.mark.parametrize("model", TRANSLATED, ids=[model._meta.label for model in TRANSLATED])
def test_translated_model_has_a_column_for_each_language(model: type[Model]) -> None:
    columns = {field.attname for field in model._meta.concrete_fields}

    for field in translator.get_options_for_model(model).all_fields:
        assert {f"{field}_{language.column}" for language in LANGUAGES} <= columns

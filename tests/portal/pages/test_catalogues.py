import gettext
import re

import pytest
from django.core.management import CommandError, call_command

HEAD = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: ru\\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n<5 ? 1 : 2);\\n"

"""
LAW = 'msgid "Law"\nmsgstr "Закон"\n'
COUNTED = """msgid "%(n)s law"
msgid_plural "%(n)s laws"
msgstr[0] "%(n)s закон"
msgstr[1] "%(n)s закона"
msgstr[2] "%(n)s законов"
"""
SOURCE = (
    'from django.utils.translation import gettext, ngettext\ngettext("Law")\nngettext("%(n)s law", "%(n)s laws", 2)\n'
)


@pytest.fixture
def write(settings, tmp_path, monkeypatch):
    """Write the one catalogue of a project that says two things."""
    folder = tmp_path / "locale"
    catalogue = folder / "ru" / "LC_MESSAGES" / "django.po"
    catalogue.parent.mkdir(parents=True)
    (tmp_path / "pages.py").write_text(SOURCE)
    settings.LOCALE_PATHS = [folder]
    monkeypatch.chdir(tmp_path)

    def write(*entries):
        catalogue.write_text(HEAD + "\n".join(entries))
        return catalogue

    return write


def test_catalogue_is_compiled_without_gettext_and_once(write, capsys):
    catalogue = write(LAW, COUNTED)

    call_command("compile_catalogues")
    call_command("compile_catalogues")

    with catalogue.with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    assert [compiled.ngettext("%(n)s law", "%(n)s laws", n) for n in (1, 3, 5)] == [
        *("%(n)s закон", "%(n)s закона", "%(n)s законов"),
    ]
    assert capsys.readouterr().out == "Compiled ru/LC_MESSAGES/django.po.\n"


def test_complete_catalogue_is_said_to_be(write, capsys):
    write(LAW, COUNTED)

    call_command("check_catalogues")

    assert capsys.readouterr().out == "1 catalogues are complete.\n"


@pytest.mark.parametrize(
    ("entries", "complaint"),
    [
        (('msgid "Law"\nmsgstr ""\n', COUNTED), "no translation of 'Law'"),
        ((LAW, COUNTED.replace("%(n)s закона", "")), "no translation of '%(n)s law'"),
        ((LAW, COUNTED.rpartition("msgstr[2]")[0]), "no translation of '%(n)s law'"),
        (("#, fuzzy\n" + LAW, COUNTED), "a doubtful (fuzzy) translation of 'Law'"),
        ((LAW, COUNTED, '#~ msgid "Old"\n#~ msgstr "Старый"\n'), "an obsolete entry 'Old'"),
        ((COUNTED,), "the code says 'Law', the catalogue does not"),
        ((LAW, COUNTED, 'msgid "Gone"\nmsgstr "Ушло"\n'), "nothing in the code says 'Gone'"),
    ],
)
def test_incomplete_catalogue_is_refused(write, entries, complaint):
    catalogue = write(*entries)
    before = catalogue.read_text()

    with pytest.raises(CommandError) as refused:
        call_command("check_catalogues")

    assert f"ru/LC_MESSAGES/django.po: {complaint}" in str(refused.value)
    assert catalogue.read_text() == before


def test_russian_words_are_spelt_as_statutes_are(settings):
    """With е for ё, as legal publishing sets it; only всё keeps it, which would read as another word."""
    catalogue = settings.LOCALE_PATHS[0] / "ru" / "LC_MESSAGES" / "django.po"

    dotted = set(re.findall(r"\w*ё\w*", catalogue.read_text().lower()))

    assert dotted <= {"всё"}


def test_russian_day_which_ends_with_a_full_stop_ends_no_sentence(settings):
    catalogue = settings.LOCALE_PATHS[0] / "ru" / "LC_MESSAGES" / "django.po"

    said = re.findall(r'^msgstr.*%\(day\)s\."$', catalogue.read_text(), re.MULTILINE)

    assert said == []

"""Templates hold no script and no style, none lies about unused, none names what it is not given."""

import re
from pathlib import Path

import pytest
import unfold
from django.conf import settings
from django.template import Context, engines
from django.template.utils import get_app_template_dirs

from tests.plugins.templates import UndefinedNameError

ROOT = Path(settings.BASE_DIR)
TEMPLATES = ROOT / "templates"
ALL = sorted(str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.html"))
# Found by their place: they stand before a template of an installed app.
INSTALLED = get_app_template_dirs("templates")
OVERRIDES = {name for name in ALL if any((folder / name).exists() for folder in INSTALLED)}
# The console’s pages are set by the sheets it loads: ours, and the theme’s, which holds what the theme itself uses.
IN_THE_CONSOLE = [name for name in ALL if name.startswith(("admin/", "history/"))]
THEME = Path(unfold.__file__).parent / "static/unfold/css/styles.css"
OURS = ROOT / "portal/static/console.css"
QUOTED = re.compile(r'"([\w/.-]+\.html)"')
FORBIDDEN = {
    "a style of its own": re.compile(r"\sstyle=|<style"),
    "a script of its own": re.compile(r"<script(?![^>]*\ssrc=)|\son(?!e\b)\w+=|javascript:"),
    "something from elsewhere": re.compile(r"(?:src|<link[^>]+href)=\"(?:https?:)?//"),
}


def written(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


def test_template_is_used() -> None:
    in_code = (path for app in ("portal", "enterprises", "legal") for path in (ROOT / app).rglob("*.py"))
    used = set(QUOTED.findall("".join(path.read_text(encoding="utf-8") for path in in_code)))
    for name in ALL:
        used |= set(QUOTED.findall(written(name))) - {name}

    assert [name for name in ALL if name not in used | OVERRIDES] == []


@pytest.mark.parametrize("name", ALL)
def test_template_has_no_script_or_style_of_its_own(name: str) -> None:
    assert [what for what, pattern in FORBIDDEN.items() if pattern.search(written(name))] == []


@pytest.mark.parametrize("name", ALL)
def test_template_loads_one_library_a_line_in_order(name: str) -> None:
    loads = re.findall(r"{% load ([^%]+) %}", written(name))

    assert loads == sorted(set(loads))
    assert [load for load in loads if " " in load] == []


@pytest.mark.parametrize("name", [name for name in ALL if "/_" in name and not name.endswith("_alone.html")])
def test_piece_of_a_page_is_given_what_it_names(name: str) -> None:
    includes = [found for other in ALL for found in re.findall(rf'{{% include "{name}"[^%]*%}}', written(other))]

    assert [include for include in includes if not include.endswith(" only %}")] == []


@pytest.mark.usefixtures("strict_templates")
def test_undefined_variable_fails() -> None:
    template = engines["django"].engine.from_string("{{ given }}{% if lacking %}x{% endif %}{{ lacking }}")

    with pytest.raises(UndefinedNameError, match="“lacking”"):
        template.render(Context({"given": 1}))


@pytest.mark.parametrize("name", IN_THE_CONSOLE)
def test_page_of_the_console_is_set_by_classes_that_its_sheets_have(name: str) -> None:
    sheets = "".join(sheet.read_text(encoding="utf-8") for sheet in (THEME, OURS))
    rules = set(re.findall(r"\.((?:[\w-]|\\.)+)", sheets))
    words = re.sub(r"{%.*?%}|{{.*?}}", " ", " ".join(re.findall(r'class="((?:{%.*?%}|[^"])*)"', written(name))))

    assert sorted({word for word in words.split() if re.sub(r"([^\w-])", r"\\\1", word) not in rules}) == []

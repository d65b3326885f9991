import pytest

from legal.downloads.files import disposition


def test_file_is_named_in_its_own_script_and_in_ascii():
    assert disposition("民法典 2021-01-01 (zh)", "cn-civil-code-2021-01-01-zh", "pdf") == (
        'attachment; filename="cn-civil-code-2021-01-01-zh.pdf"; '
        "filename*=UTF-8''%E6%B0%91%E6%B3%95%E5%85%B8%202021-01-01%20%28zh%29.pdf"
    )


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("../../etc/passwd", "etc%20passwd"),
        ('a"b;c\r\nSet-Cookie: x', "a%20b%20c%20Set-Cookie%20x"),
        ("甲\u202efdp.exe", "%E7%94%B2%20fdp.exe"),
        ("Я" * 200, "%D0%AF" * 120),
    ],
)
def test_title_cannot_make_its_name_dangerous(title, name):
    assert disposition(title, "cn-x", "txt").endswith(f"filename*=UTF-8''{name}.txt")

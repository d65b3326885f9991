from legal.laws.formats import plain
from legal.laws.kinds import ProvisionKind, TextStatus
from tests.legal.laws.formats.factories import article, column, document, place, words

RULE = "―" * 30


def written(*places, **changes):
    return plain.write(document(*places, **changes)).decode()


def test_text_begins_with_titles_and_the_statement():
    text = written(columns=(column("zh", title="民法典"),))

    assert text == (
        "Civil Code\n民法典\n\n"
        "Status: In force\nPermalink: https://portal.example/en/laws/cn/civil-code/2021-01-01/\n\n"
        f"{RULE}\n"
    )


def test_places_follow_one_another():
    chapter = place(ProvisionKind.CHAPTER, "chapter-1", zh=words(label="第一章", heading="一般规定"))

    text = written(chapter, article("1", zh=words("甲\n乙", label="第一条")))

    assert text.partition(RULE)[2] == "\n\n\n第一章 一般规定\n\n第一条 甲\n乙\n"


def test_languages_follow_one_another_at_each_place():
    both = article("1", zh=words("甲", label="第一条"), ru=words("А", label="Статья 1."))

    text = written(both, columns=(column("zh"), column("ru")))

    assert text.partition(RULE)[2] == "\n\n第一条 甲\n\nСтатья 1. А\n"


def test_article_without_a_text_says_so_and_other_places_do_not():
    note = place(ProvisionKind.NOTE, "note-1", zh=words("注"))

    text = written(note, article("2", zh=words("甲")), columns=(column("ru"),))

    assert text.partition(RULE)[2] == "\n\n[Article 2] No text in Russian.\n"


def test_text_of_another_status_is_marked():
    text = written(article("1", zh=words("甲", status=TextStatus.DIGEST)))

    assert text.partition(RULE)[2] == "\n\n[digest]\n甲\n"

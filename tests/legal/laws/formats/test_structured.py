import json

from legal.laws.formats import structured
from legal.laws.kinds import ProvisionKind
from tests.legal.laws.formats.factories import PERMALINK, column, document, place, words


def test_json_has_the_documented_shape():
    chapter = place(ProvisionKind.CHAPTER, "chapter-1", zh=words(label="第一章", heading="总则"))
    first = place(
        ProvisionKind.ARTICLE, "article-1", 0, 1, zh=words("甲", label="第一条", source="https://law.example/")
    )

    written = json.loads(structured.write(document(chapter, first, columns=(column("zh", title="民法典"),))))

    assert written == {
        "law": {
            "jurisdiction": "cn",
            "slug": "civil-code",
            "kind": "code",
            "unit": "article",
            "number": "主席令第四十五号",
            "titles": {"zh": "民法典", "en": "Civil Code"},
            "original_language": "zh",
            "topics": [],
            "adopted": "2020-05-28",
            "in_force": "2021-01-01",
            "repealed": None,
            "source": "https://law.example/",
        },
        "edition": {
            "slug": "2021-01-01",
            "adopted": "2020-05-28",
            "in_force": "2021-01-01",
            "until": None,
            "standing": "in-force",
            "amended_by": "",
        },
        "texts": [{"language": "zh", "tag": "zh-Hans", "title": "民法典", "status": "official", "sources": []}],
        "statement": {"Status": "In force", "Permalink": PERMALINK},
        "permalink": PERMALINK,
        "made": "2025-11-24",
        "provisions": [
            {
                "path": "chapter-1",
                "kind": "chapter",
                "number": "1",
                "parent": None,
                "texts": {
                    "zh": {
                        "label": "第一章",
                        "heading": "总则",
                        "body": "",
                        "status": "official",
                        "source": "",
                        "translates_earlier_wording": False,
                    }
                },
            },
            {
                "path": "article-1",
                "kind": "article",
                "number": "1",
                "parent": "chapter-1",
                "texts": {
                    "zh": {
                        "label": "第一条",
                        "heading": "",
                        "body": "甲",
                        "status": "official",
                        "source": "https://law.example/",
                        "translates_earlier_wording": False,
                    }
                },
            },
        ],
    }


def test_json_leaves_every_script_as_it_is():
    assert "民法典" in structured.write(document()).decode()

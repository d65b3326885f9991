"""Provinces of China: their names as folders and laws print them, and their ISO 3166-2 codes."""

import re
from pathlib import Path
from typing import Final

CODES: Final = {
    "北京": "CN-BJ", "天津": "CN-TJ", "河北": "CN-HE", "山西": "CN-SX", "内蒙古": "CN-NM", "辽宁": "CN-LN",
    "吉林": "CN-JL", "黑龙江": "CN-HL", "上海": "CN-SH", "江苏": "CN-JS", "浙江": "CN-ZJ", "安徽": "CN-AH",
    "福建": "CN-FJ", "江西": "CN-JX", "山东": "CN-SD", "河南": "CN-HA", "湖北": "CN-HB", "湖南": "CN-HN",
    "广东": "CN-GD", "广西": "CN-GX", "海南": "CN-HI", "重庆": "CN-CQ", "四川": "CN-SC", "贵州": "CN-GZ",
    "云南": "CN-YN", "西藏": "CN-XZ", "陕西": "CN-SN", "甘肃": "CN-GS", "青海": "CN-QH", "宁夏": "CN-NX",
    "新疆": "CN-XJ", "台湾": "CN-TW", "香港": "CN-HK", "澳门": "CN-MO",
}  # fmt: skip
PROVINCE: Final = "(?:省|市|(?:[^省市]{1,4}族)?自治区)"
# A folder is a province's by its name alone, or with a word for its laws.
FOLDER: Final = re.compile(rf"({'|'.join(CODES)}){PROVINCE}?(?:地方(?:性)?法规)?")
NAMED: Final = re.compile(rf"({'|'.join(CODES)}){PROVINCE}")


def region_of_folder(path: Path) -> str:
    """The region whose name a folder of the path bears, the nearest first; "" for national law."""
    matches = (FOLDER.fullmatch(part) for part in reversed(path.parts[:-1]))
    return next((CODES[match[1]] for match in matches if match), "")


def region_of_words(text: str) -> str:
    """The region whose congress the words name first; "" where none is named."""
    match = NAMED.search(text)
    return CODES[match[1]] if match else ""

"""Provinces of China: their names as folders and laws print them, and their ISO 3166-2 codes."""

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
# What may follow a province's name where it is a province that is meant.
SUFFIXES: Final = ("", "省", "市", "自治区", "壮族自治区", "回族自治区", "维吾尔自治区", "地方法规", "地方性法规")


def region_of_folder(path: Path) -> str:
    """The region whose name a folder of the path bears, the nearest first; "" for national law."""
    for part in reversed(path.parts[:-1]):
        for name, code in CODES.items():
            if part.startswith(name) and part[len(name) :] in SUFFIXES:
                return code
    return ""


def region_of_words(text: str) -> str:
    """The region whose congress the words name first; "" where none is named."""
    found = [
        (at, code)
        for name, code in CODES.items()
        for suffix in ("省", "市", "自治区", "壮族自治区", "回族自治区", "维吾尔自治区")
        if (at := text.find(name + suffix)) >= 0
    ]
    return min(found)[1] if found else ""

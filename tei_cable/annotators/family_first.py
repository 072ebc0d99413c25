"""Names whose family name stands first: Chinese, Korean, Japanese, Vietnamese, Hungarian."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tei_cable.annotators.hits import Hit, named
from tei_cable.annotators.name_words import BEGINS, WORD, forenames, is_ordinary, may_be_name
from tei_cable.annotators.starts import matches, paired
from tei_cable.authority import in_use
from tei_cable.model import Certainty, EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_cable.authority import Authority

_LONGEST_SYLLABLE = 4
_SYLLABLES = frozenset({"De", "Di", "Le", "La"})  # particles elsewhere
_SYLLABLE = r"[A-Z][a-z]{1,5}"
_PAIR = re.compile(
    rf"{BEGINS}(?P<surname>{WORD}) (?=(?P<forename>{_SYLLABLE} {_SYLLABLE}\b|{WORD}))"
)
_CHINESE = re.compile(  # the commonest, as pinyin writes them
    r"Bai|Bao|Bo|Cai|Cao|Chen|Cheng|Cui|Dai|Deng|Ding|Dong|Du|Duan|Fan|Fang|Feng|Fu|Gao|Geng|Gong"
    r"|Gu|Guan|Guo|Han|Hao|He|Hong|Hou|Hu|Hua|Huan|Huang|Huo|Ji|Jia|Jiang|Jin|Kang|Kong|Lei|Li|Lian"
    r"|Liang|Liao|Lin|Liu|Long|Lu|Lü|Luo|Ma|Mao|Meng|Mo|Nie|Pan|Peng|Qian|Qiao|Qin|Qiu|Ren|Shao"
    r"|Shen|Sheng|Shi|Song|Su|Sun|Tan|Tang|Tao|Tian|Wan|Wang|Wei|Wen|Wu|Xi|Xia|Xiang|Xiao|Xie|Xiong"
    r"|Xu|Xue|Yan|Yang|Yao|Ye|Yi|Yin|Yu|Yuan|Zeng|Zhang|Zhao|Zhen|Zheng|Zhong|Zhou|Zhu|Zou"
)
_HYPHENATED = re.compile(  # the commonest of China and Korea, as older documents write them
    r"(?:An|Cha|Chan|Chang|Chao|Ch['’]en|Chen|Cheng|Ch['’]eng|Chi|Ch['’]i|Chia|Chiang|Ch['’]iao"
    r"|Chiao|Chien|Ch['’]ien|Chin|Ch['’]in|Cho|Choe|Choi|Chon|Chong|Chou|Chu|Chun|Chung|Fan|Fang"
    r"|Feng|Fu|Ha|Han|Ho|Hong|Hsi|Hsia|Hsiao|Hsieh|Hsiung|Hsu|Hsü|Hsueh|Hu|Hua|Huang|Hwang|Hyon|Im"
    r"|Jen|Jung|Kang|K['’]ang|Kao|Kim|Ko|K['’]o|Ku|Kuan|Kung|K['’]ung|Kuo|Kwon|Lai|Lee|Lei|Li|Liang"
    r"|Liao|Lim|Lin|Liu|Lo|Lu|Ma|Mao|Meng|Mun|Nam|Nieh|No|Noh|O|Oh|Pae|Paek|Pai|Pak|Pan|P['’]an"
    r"|Pang|Park|Peng|P['’]eng|Po|Rhee|Ri|Rim|Ryu|Shen|Shih|Sin|So|Song|Soong|Su|Suh|Sun|Sung"
    r"|T['’]an"
    r"|Tan|Tang|T['’]ang|T['’]ao|Teng|T['’]ien|Tien|Ting|Tsai|Ts['’]ai|Tsao|Ts['’]ao|Tseng|Tu|Tung"
    r"|Wan|Wang|Wei|Wen|Wu|Yang|Yao|Yeh|Yen|Yi|Yin|Yim|Yu|Yü|Yuan|Yun)"
    r" [A-Z][a-z]{0,4}['’]?[a-z]{0,4}"
    r"[-–][A-Za-z]['’]?[a-zü]{0,5}"
)
_JAPANESE = frozenset(
    re.findall(
        r"\S+",
        "Abe Aichi Akiyama Aoki Arita Asanuma Ashida Doi Endo Fujii Fujita Fujiwara Fujiyama"
        " Fukuda Fukuyama Goto Hamada Hara Hasegawa Hashimoto Hatoyama Hayashi Higuchi Hirai"
        " Hirano Hirota Hori Hosokawa Ichikawa Ide Iida Iijima Ikeda Imai Inoue Ishibashi Ishida"
        " Ishihara Ishii Ishikawa Ito Iwasaki Kaifu Kaneko Kato Katayama Kawaguchi Kawamoto"
        " Kawasaki Kido Kikuchi Kimura Kishi Kitamura Kobayashi Koizumi Komoto Kondo Konoe Kono"
        " Kosaka Kubo Kudo Kuroda Maeda Maruyama Matsuda Matsui Matsumoto Matsumura Matsuoka Miki"
        " Mishima Miyamoto Miyazaki Miyazawa Mori Morita Murakami Murata Murayama Nagai Nagano"
        " Nakagawa Nakajima Nakamura Nakano Nakasone Nakayama Narita Nishida Nishimura Nishio Noda"
        " Noguchi Nomura Nosaka Ogawa Ohira Ohno Okada Okamoto Okazaki Okita Okubo Ono Ota Ozawa"
        " Saionji Saito Sakai Sakamoto Sakurai Sasaki Sato Shibata Shiga Shigemitsu Shiina Shimada"
        " Shimizu Shimoda Sonoda Sugiyama Suzuki Takada Takagi Takahashi Takasaki Takashima Takeda"
        " Takeshita Takeuchi Tanabe Tanaka Tani Taniguchi Tojo Tokuda Tsuji Uchida Ueda Ueno Uno"
        " Ushiba Ushiroku Utsunomiya Wada Watanabe Yamada Yamagata Yamaguchi Yamamoto Yamanaka"
        " Yamashita Yamazaki Yano Yasui Yasukawa Yokota Yoshida Yoshikawa Yoshino",
    )
)
_JAPANESE_GIVEN = re.compile(r"[A-Z](?:[aeiouō]|[kgsztdnhbpmyrwcfj]{1,2}[aiueoōū]|n(?![aeiou]))*")
_VIETNAMESE = re.compile(
    rf"{BEGINS}(?P<surname>Bui|Cao|Dang|Dinh|Do|Duong|Ha|Ho|Hoang|Huynh|Le|Luong|Ly|Mai|Ngo|Nguyen"
    rf"|Pham|Phan|Ta|Tran|Trinh|Truong|Vo|Vu|Xuan) (?P<forename>{_SYLLABLE}(?: {_SYLLABLE})?)\b"
)
_FINAL = (
    r"(?:ai|ao|ang?|a|ei|er|eng?|e|iang?|iao|iong|ie|iu|ing?|ia|i|ong|ou|o|uang?|uai|uo|ui|un|ue|ua"
    r"|u|ü|üe)"
)
_PINYIN = rf"(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?{_FINAL}"
_CHINESE_GIVEN = re.compile(rf"{_PINYIN}(?:['’]?{_PINYIN})?", re.IGNORECASE)
_OLD_STYLE = re.compile(
    rf"{BEGINS}(?P<surname>[A-Z]['’]?[a-zü]*(?:['’][a-zü]+)?)"
    r" (?P<forename>[A-Z]['’]?[a-zü]*(?:['’][a-zü]+)?[-–][A-Za-z]['’]?[a-zü]{0,5})(?![\w-])"
)


def surname_first(text: str) -> Iterator[Hit]:
    """Find a family name that stands first, with a capitalised word or two after it.

    It is one that an authority file has in that place, or one of a people that puts it there,
    before a given name as that people writes it.
    """
    for match in matches(_PAIR, text, paired(text)):
        family, given = match["surname"], match["forename"]
        listed = family in _family_names(in_use()) and not _is_word(given)
        if family == given or not (listed or _stands_first(family, given)):
            continue
        is_place = in_use().named(f"{family} {given}", EntityKind.PLACE)  # Hong Kong
        if not is_place and all(w in _SYLLABLES or may_be_name(w) for w in given.split(" ")):
            yield named(match, "persons.surname-first", Certainty.MEDIUM)
    for match in matches(_OLD_STYLE, text, paired(text)):
        if _HYPHENATED.fullmatch(match.group()) and may_be_name(match["surname"]):
            yield named(match, "persons.surname-first", Certainty.HIGH)
    for match in matches(_VIETNAMESE, text, paired(text)):
        if not _is_word(match["forename"]):
            yield named(match, "persons.surname-first", Certainty.MEDIUM)


def _is_word(given: str) -> bool:
    """Whether a given name is an English word, and longer than a syllable."""
    return any(len(w) > _LONGEST_SYLLABLE and is_ordinary(w) for w in given.split(" "))


def _stands_first(family: str, given: str) -> bool:
    chinese = _CHINESE.fullmatch(family) and _CHINESE_GIVEN.fullmatch(given)
    japanese = family in _JAPANESE and _JAPANESE_GIVEN.fullmatch(given)
    return bool(chinese or (japanese and not is_ordinary(given)))


@lru_cache(maxsize=8)
def _family_names(authority: Authority) -> frozenset[str]:
    """The surnames that stand before the forename in a name of the authority files."""
    first = ("surname", "forename")
    names = (s.text for s in authority.spellings(EntityKind.PERSON) if s.roles == first)
    return frozenset(name.split(" ", 1)[0] for name in names) - forenames()

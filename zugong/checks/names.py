"""People (人名) and their posts (职务): which comes first, and whether one person has the same post everywhere.

A name is only believed where a post adjoins it: no rule here looks for names in prose at large.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zugong.checks.context import Context
from zugong.checks.passages import Finding, Manuscript, Passage
from zugong.checks.patterns import Pattern, all_han, beside, places
from zugong.classes import dataclass

_SURNAMES = (
    "张王李刘陈杨赵吴徐孙胡朱郭罗宋郑韩唐冯董程曹袁邓许沈彭吕苏卢蒋蔡"
    "贾丁魏薛叶潘杜戴汪姜范姚谭廖邹熊陆郝崔邱秦顾侯邵孟段钱汤尹黎贺龚"
)
"surnames that begin few other words; 周、高、马、任、于 … begin too many"
_NOT_GIVEN = (
    "的了是在和与及为对将把被等各个组长部委局会办员者们不也都就要已由从到站所院校厅司"
    "区县市镇乡村庄店集岗岭湾冲桥河沟塘屋坝堡圩铺坡洲畈埠埂墩洼坊巷庙寺营寨坪潭溪口"
)
"characters that end no given name, or end the names of places and offices"
_NAME = rf"([{_SURNAMES}][^\W{_NOT_GIVEN}a-zA-Z0-9_]{{1,2}}?)"
_WORDS = (
    "许多", "许可", "许诺", "程序", "程度", "程式", "范围", "范例", "范本", "顾问", "顾虑", "董事", "陈述", "陈列",
    "杜绝", "陆续", "胡乱", "徐徐", "罗列", "段落", "张贴", "张榜", "孙辈", "钱款", "钱物", "苏醒", "唐突", "熊猫",
)  # fmt: skip
"words that begin with a surname"
_POSTS = (
    "第一书记", "副书记", "书记", "副县长", "县长", "副市长", "市长", "副区长", "区长", "副镇长", "镇长", "副乡长",
    "乡长", "副部长", "部长", "副局长", "局长", "副主任", "主任", "副主席", "主席", "副所长", "所长", "副校长", "校长",
    "副院长", "院长", "支书",
)  # fmt: skip
_POST = f"({'|'.join(_POSTS)})"
_SPEAKS = (
    "说|称|道|介绍|表示|指出|强调|要求|告诉|坦言|感慨|主持|带领|带头|带队|率|牵头|担任|参加|出席|走访|调研|到|在"
    "|汇报|讲解|讲|现场|深入|认为|宣布|总结|作|前往|来|赴|向|为|对|给|与|和|多次|先后|亲自|一行|领办|联系|等"
)
_BEHIND = rf"(?=[，。；、：！？）”]|同志|{_SPEAKS}|$)"
_POST_AND_NAME = Pattern(rf"{_POST}{_NAME}{_BEHIND}", beside("记书长任席", _SURNAMES))


def _may_be_named(text: str) -> bool:
    """Whether a surname behind a mark, or at the beginning, has a post not far behind it."""
    starts = (0, *(at + 1 for mark in _MARKS for at in places(text, mark)))
    named = (at for at in starts if text[at : at + 1] in _SURNAMES)
    return any(text.startswith(_POSTS, at + 2) or text.startswith(_POSTS, at + 3) for at in named)


_MARKS = "，。；：！？、“由请有"
_NAME_AND_POST = Pattern(
    rf"(?:^|(?<=[{_MARKS}]))(?!{'|'.join(_WORDS)}){_NAME}{_POST}(?=[，。；、：！？）”]|{_SPEAKS}|$)", _may_be_named
)
_PLACE_FIRST = "县市区镇乡"
"posts that begin so may follow the name of a place: 罗田县长"
_EARLIER = Pattern("(?:原|时任|前|历任|曾|新任|拟任)[^，。；：]{0,14}$")
_MORE_POSTS = Pattern(rf"{_POST}、([^、]{{0,12}})$", "、")
_SAME = {"第一书记": "书记", "支书": "书记"}


@dataclass(frozen=True, slots=True)
class _Mention:
    """A name with the posts that stand before it."""

    passage: Passage
    name: str
    posts: frozenset[str]
    start: int
    end: int


def name_before_post(issue: Manuscript, _: Context) -> Iterator[Finding]:
    """姓名写在了职务前面：“张三书记介绍”。公文里先写职务、再写姓名，后面可以加“同志”：“县委书记张三”。
    只查紧挨着写、前后有标点或“说”“介绍”这样的词的；“罗田县长”可能是地名，
    别处写过“县长某某”“某某同志”的才报；引文里说话人的称呼不报。"""
    known = {mention.name for mention in _mentions(issue)}
    known |= {name for passage in issue.passages for name in _comrades(passage.content)}
    for passage in issue.passages:
        for found in _NAME_AND_POST.finditer(passage.content):
            name, post = found[1], found[2]
            if name in known or post.removeprefix("副")[0] not in _PLACE_FIRST:
                advice = f"写成“{post}{name}”，前面写明单位，需要时后面加“同志”"
                yield Finding(passage, found.start(1), found.end(2), f"姓名“{name}”写在了职务前面", advice)


def _comrades(text: str) -> Iterator[str]:
    """The names before 同志."""
    taken, at = 0, text.find("同志")
    while at >= 0:
        name = next((text[start:at] for start in (at - 3, at - 2) if start >= taken and _is_name(text[start:at])), "")
        if name:
            taken = at + 2
            yield name
        at = text.find("同志", at + 2)


def _is_name(text: str) -> bool:
    """Whether a whole text is what _NAME looks for."""
    given = text[1:]
    return text[0] in _SURNAMES and given.isalnum() and not any(one.isascii() or one in _NOT_GIVEN for one in given)


def posts_differ(issue: Manuscript, _: Context) -> Iterator[Finding]:
    """同一个人，一处写“县委书记张三”，另一处写“县长张三”。写明“原”“时任”的、
    几个职务里有一个相同的（“县委副书记、县长张三”和“县长张三”）不报；两个字的姓名容易相同，只在一篇里面比。"""
    first: dict[tuple[str, int], _Mention] = {}
    for mention in _mentions(issue):
        key = (mention.name, mention.passage.item if len(mention.name) == 2 else -1)
        earlier = first.setdefault(key, mention)
        if not earlier.posts & mention.posts:
            message = f"“{mention.name}”这里是{_shown(mention)}，前面是{_shown(earlier)}"
            yield Finding(mention.passage, mention.start, mention.end, message, "核对姓名和职务")


def _shown(mention: _Mention) -> str:
    return "、".join(f"“{post}”" for post in sorted(mention.posts))


def _mentions(issue: Manuscript) -> list[_Mention]:
    """Every name behind a post, with all posts of the run before it; former posts are left out."""
    return [
        _Mention(passage, found[2], frozenset(_posts(passage.content, found)), found.start(), found.end())
        for passage in issue.passages
        for found in _POST_AND_NAME.finditer(passage.content)
        if not found[2].startswith(_WORDS) and not _former(passage.content, found.start())
    ]


def _former(text: str, at: int) -> bool:
    """Whether the post that begins there is one of the past or of the future."""
    return _EARLIER.search(text[max(at - 24, 0) : at]) is not None


def _posts(text: str, found: re.Match[str]) -> Iterator[str]:
    yield _SAME.get(found[1], found[1])
    ahead = text[max(found.start() - 40, 0) : found.start()]
    more = _MORE_POSTS.search(ahead)
    while more is not None and all_han(more[2].replace("（", "").replace("）", "")):
        yield _SAME.get(more[1], more[1])
        ahead = ahead[: more.start()]
        more = _MORE_POSTS.search(ahead)

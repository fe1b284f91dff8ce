"""Numbers in prose (数字): ranges, approximations, dates, forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from zugong.checks.context import Context
from zugong.checks.passages import Finding, Manuscript, Passage
from zugong.checks.patterns import HAN, NUMBER, Pattern

_MEASURES = "项个条名人户次家天年月日周岁米亩元万亿千百公斤吨里平方种批期届倍级篇件处所座支只台套份场轮分小时度层"
_RANGE = Pattern(
    rf"(?<![\d.\-–A-Za-z—〔])({NUMBER})(?:([%％])|[万亿])?([-–]|--)({NUMBER})(?:([%％])|(?=[{_MEASURES}]))(?![\-–])",
    "-–",
)
_LONG = Pattern(rf"(?<![\d.,\-A-Za-z〔第])([1-9]\d{{2,11}}00)(?=[余多]?(?!亿)[{_MEASURES}])", ("00",))
_MIXED = Pattern(r"(?<![\d.])(\d{1,4})万(\d)千", ("千",), tuple(f"万{digit}" for digit in "123456789"))
_TIMES = Pattern(
    rf"(?:下降|减少|降低|缩小|缩短|减轻|压缩)[了到至]?(?:近|约|超过)?(?:{NUMBER}|[一二两三四五六七八九十]{{1,2}}多?)倍",
    "倍",
)
_AMOUNT = rf"(?:{NUMBER}[万亿千百%]{{0,2}}|[一二两三四五六七八九十百千万亿]{{1,6}}(?:个百分点)?)"
_WORD = r"[^\d，。；、：“”（）]{0,3}?"
_ABOUT = "(?:大约|(?<![节契条公预制合签毁履违])约|将近|接近)"
_TWICE = Pattern(
    rf"{_ABOUT}{_AMOUNT}{_WORD}(?:左右|上下)"
    rf"|(?:{_ABOUT}|(?<![最附远靠临])近|逾|超过|超){_AMOUNT}[余多](?!边|元化|样|重|种多样|年|个月|天)"
    rf"|(?:超过|超|逾|不少于|不低于|至少){_AMOUNT}{_WORD}以上",
    "约近超逾少于低",
    ("左右", "上下", "余", "多", "以上"),
)
_SHORT_YEAR = Pattern(r"(?<![\d.])(\d{2})年(?=\d{1,2}月|[底初]|度(?!过)|上半年|下半年|第[一二三四]季度)", "年")
_DOTTED = Pattern(r"(?<![\d.])((?:19|20)\d{2})([./\-])(\d{1,2})\2(\d{1,2})(?![\d.])", "./-")
_SPOKEN = Pattern(r"\d{1,2}月\d{1,2}(号)(?![楼线院文])", "号", "月")
_DAY = Pattern(r"(?:(\d{4})年)?(?<!\d)(\d{1,2})月(?:份)?(\d{1,2})日", "日", "月")
_MONTH = Pattern(r"(?<=年)(1[3-9]|[2-9]\d|0{1,2})月", "月")
_TWO = Pattern(
    r"(?<![十百千万第其零〇一二三四五六七八九之两初周、“\d])二(?=[个名位户种家条](?!数|次方|级))",
    tuple(f"二{measure}" for measure in "个名位户种家条"),
)
_QUOTED = Pattern(rf"“([2-9]|10)(?=[个项大条抓化强提][{HAN}]{{1,6}}”)", tuple(f"“{digit}" for digit in "123456789"))
_COUNTED = Pattern(
    r"(?<![\d.])(\d)(个|项|名|家)(?!人|百分)|(?<![十百千万第几一二两三四五六七八九“])([三四五六七八九])(个|项|名|家)(?!人)"
)
_SOME = Pattern(
    r"(?<=[\d十百千万亿])([余多])(?=[个项名位户人次家年天月日岁米亩元万亿公斤吨里平种批期届件条处所座支只台套份场])",
    "余多",
)
_THIS_YEAR = Pattern("今年|去年|本月|上月")


def range_hyphen(passage: Passage, _: Context) -> Iterator[Finding]:
    """数值范围用了短横：“4-6项”。用浪纹“4～6项”或一字线“4—6项”（GB/T 15834 4.13.3.2、GB/T 15835 5.1.4）。
    电话、文号、型号、日期里的短横不报：后面要有量词或百分号才报。"""
    for found in _RANGE.finditer(passage.content):
        advice = f"改为“～”或“—”：{_with_wave(found)}"
        yield Finding(passage, found.start(), found.end(), "数值范围用了短横", advice)


def _with_wave(found: re.Match[str]) -> str:
    """The range as it should be."""
    text, hyphen = found.group(), found.start(3) - found.start()
    return text[:hyphen] + "～" + text[hyphen + len(found[3]) :]


def long_integer(passage: Passage, _: Context) -> Iterator[Finding]:
    """五位以上的整数用“万”“亿”作单位更清楚：“12000户”写“1.2万户”；“3万5千”写“3.5万”（GB/T 15835 5.1.1）。
    不是整百的精确数、年份、编号、电话不报；后面已经有“亿”的（10500亿元）不报。"""
    for found in _LONG.finditer(passage.content):
        put = _in_ten_thousands(found[1])
        yield Finding(passage, found.start(1), found.end(1), "五位以上的整数", f"可以写“{put}”")
    for found in _MIXED.finditer(passage.content):
        advice = f"写“{found[1]}.{found[2]}万”"
        yield Finding(passage, found.start(), found.end(), "“万”和“千”混用", advice)


def _in_ten_thousands(digits: str) -> str:
    whole, rest = divmod(int(digits), 10_000)
    unit = "万"
    if whole >= 10_000 and not rest:
        whole, rest = divmod(whole, 10_000)
        unit = "亿"
    decimals = f"{rest:04d}".rstrip("0")
    return f"{whole}.{decimals}{unit}" if decimals else f"{whole}{unit}"


def decrease_in_times(passage: Passage, _: Context) -> Iterator[Finding]:
    """减少不能用“倍”：“下降2倍”说不通，要写“下降三分之二”“减少50%”。“减少到原来的…”另算。"""
    for found in _TIMES.finditer(passage.content):
        yield Finding(passage, found.start(), found.end(), "减少不能说多少倍", "改用百分比或几分之几")


def double_approximation(passage: Passage, _: Context) -> Iterator[Finding]:
    """约数说了两遍：“约50人左右”“近百余名”“超过60%以上”。“达到50人左右”不报。"""
    for found in _TWICE.finditer(passage.content):
        yield Finding(passage, found.start(), found.end(), f"“{found.group()[:12]}”，约数说了两遍", "留下一个")


def short_year(passage: Passage, _: Context) -> Iterator[Finding]:
    """年份要写四位：“21年9月”写“2021年9月”；日期写“2021年9月22日”，不写“2021.9.22”“9月22号”（GB/T 15835 5.1.3）。
    “20年来”“30年”这样的年数不报。"""
    for found in _SHORT_YEAR.finditer(passage.content):
        yield Finding(passage, found.start(), found.end(), "年份只写了两位", f"写四位，例如 20{found[1]}年")
    for found in _DOTTED.finditer(passage.content):
        put = f"{found[1]}年{int(found[3])}月{int(found[4])}日"
        yield Finding(passage, found.start(), found.end(), "日期的写法不对", f"写“{put}”")
    for found in _SPOKEN.finditer(passage.content):
        yield Finding(passage, found.start(1), found.end(1), "日期用“日”不用“号”", "改为“日”")


def impossible_day(passage: Passage, _: Context) -> Iterator[Finding]:
    """日历上没有的日子：2月30日、9月31日、13月。"""
    for found in _DAY.finditer(passage.content):
        if not _possible(int(found[1] or 2024), int(found[2]), int(found[3])):
            message = f"日历上没有“{found.group()}”这一天"
            yield Finding(passage, found.start(), found.end(), message, "核对年、月、日")
    for found in _MONTH.finditer(passage.content):
        after = passage.content[found.end() : found.end() + 3]
        if "日" not in after:
            yield Finding(passage, found.start(), found.end(), f"没有“{found.group()}”", "核对月份")


def _possible(year: int, month: int, day: int) -> bool:
    try:
        date(max(year, 1), month, day)
    except ValueError:
        return False
    return True


def two_and_pair(passage: Passage, _: Context) -> Iterator[Finding]:
    """量词前面用“两”不用“二”：两个、两名、两条。“第二”“十二”“二次”“二孩”“其二”不报。"""
    for found in _TWO.finditer(passage.content):
        yield Finding(passage, found.start(), found.end(), "量词前面用“两”", "改为“两”")


def numeral_in_quotes(passage: Passage, _: Context) -> Iterator[Finding]:
    """加引号的固定简称里，数目用汉字：“六个不得”“四个一”（GB/T 15835 4.2）。各单位叫法不同，所以只是提示。"""
    for found in _QUOTED.finditer(passage.content):
        yield Finding(passage, found.start(1), found.end(1), "固定简称里的数目用了阿拉伯数字", "通常用汉字")


def mixed_numerals(issue: Manuscript, _: Context) -> Iterator[Finding]:
    """同一篇里，同一个量词前面有的用“3个”，有的用“三个”。固定简称用汉字、统计数字用阿拉伯数字是对的，所以只是提示，
    每篇每个量词只报一次。"""
    for passages in issue.by_item:
        seen: dict[tuple[str, bool], tuple[Passage, int, int]] = {}
        for passage in passages:
            for found in _COUNTED.finditer(passage.content):
                digits = bool(found[1])
                key = (found[2] or found[4], digits)
                seen.setdefault(key, (passage, found.start(), found.end()))
        for (measure, digits), (passage, start, end) in seen.items():
            if not digits and (measure, True) in seen:
                message = f"“{measure}”前面，本篇有的用汉字、有的用阿拉伯数字"
                yield Finding(passage, start, end, message, "看是不是该统一")


def mixed_approximation(issue: Manuscript, _: Context) -> Iterator[Finding]:
    """同一篇里，约数有的用“余”（300余户），有的用“多”（200多户）。意思一样，最好统一；每篇只提示一次，指着用得少的那一种。"""
    for passages in issue.by_item:
        hits = [(passage, found) for passage in passages for found in _SOME.finditer(passage.content)]
        words = [found[1] for _passage, found in hits]
        if len(set(words)) == 2:
            rare = min("余多", key=words.count)
            passage, found = hits[words.index(rare)]
            message = f"约数本篇用“余”{words.count('余')}处、“多”{words.count('多')}处"
            yield Finding(passage, found.start(), found.end(), message, "看是不是该统一")


def relative_date(issue: Manuscript, _: Context) -> Iterator[Finding]:
    """一月份印的一期里写“今年”“去年”，读的人分不清是哪一年。"""
    issued_on = issue.draft.issued_on
    if issued_on is None or issued_on.day.month != 1:
        return
    for passage in issue.passages:
        for found in _THIS_YEAR.finditer(passage.content):
            message = f"这一期是一月份的，“{found.group()}”是哪一年"
            yield Finding(passage, found.start(), found.end(), message, "写明年份或月份")

"""Numbers in prose (数字): ranges, approximations, dates, forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from zugong.checks.context import Context
from zugong.checks.passages import Finding, Manuscript, Passage
from zugong.checks.patterns import NUMBER, Pattern, all_han, places

_MEASURES = "项个条名人户次家天年月日周岁米亩元万亿千百公斤吨里平方种批期届倍级篇件处所座支只台套份场轮分小时度层"
_RANGE = Pattern(
    rf"(?<![\d.\-–A-Za-z—〔])({NUMBER})(?:([%％])|[万亿])?([-–]|--)({NUMBER})(?:([%％])|(?=[{_MEASURES}]))(?![\-–])",
    "-–",
)
_MIXED = Pattern(r"(?<![\d.])(\d{1,4})万(\d)千", ("千",), tuple(f"万{digit}" for digit in "123456789"))
_TIMES = Pattern(
    rf"(?:下降|减少|降低|缩小|缩短|减轻|压缩)[了到至]?(?:近|约|超过)?(?:{NUMBER}|[一二两三四五六七八九十]{{1,2}}多?)倍",
    "倍",
)
_AMOUNT = rf"(?:{NUMBER}[万亿千百%]{{0,2}}|[一二两三四五六七八九十百千万亿]{{1,6}}(?:个百分点)?)"
_WORD = r"[^\d，。；、：“”（）]{0,3}?"
_ABOUT = "(?:大约|(?<![节契条公预制合签毁履违])约|将近|接近)"


def _may_be_no_day(text: str) -> bool:
    """Whether a 月 stands between figures that are not the day of every year: 13月, 2月29日."""
    return any(
        _is_odd(text[max(at - 2, 0) : at], text[at + 1 : at + 4].removeprefix("份")) for at in places(text, "月")
    )


def _is_odd(before: str, after: str) -> bool:
    month, day = (before if before.isdecimal() else before[-1:]), after.partition("日")[0][:2]
    return month.isdecimal() and not (1 <= int(month) <= 12 and (not day.isdecimal() or 1 <= int(day) <= 28))


_DAY = Pattern(r"(?:(\d{4})年)?(?<!\d)(\d{1,2})月(?:份)?(\d{1,2})日", "日", "月", _may_be_no_day)
_MONTH = Pattern(r"(?<=年)(1[3-9]|[2-9]\d|0{1,2})月", "月", _may_be_no_day)
_TWO = Pattern(
    r"(?<![十百千万第其零〇一二三四五六七八九之两初周、“\d])二(?=[个名位户种家条](?!数|次方|级))",
    tuple(f"二{measure}" for measure in "个名位户种家条"),
)
_QUOTED = Pattern(r"“([2-9]|10)(?=([^”]{2,7})”)", tuple(f"“{digit}" for digit in "123456789"))
_AFTER_QUOTED = "个项大条抓化强提"
_COUNTED = "个项名家"
_NOT_COUNTING = "十百千万第几一二两三四五六七八九“"
"what stands before a numeral that is part of a larger one, or of an ordinal"
_AFTER_SOME = "个项名位户人次家年天月日岁米亩元万亿公斤吨里平种批期届件条处所座支只台套份场"
_THIS_YEAR = Pattern("今年|去年|本月|上月", ("今年", "去年", "本月", "上月"))


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


def _has_long_number(text: str) -> bool:
    """Whether there are five digits, the last two of them zeros."""
    return any(at >= 3 and text[at - 3 : at].isdecimal() for at in places(text, "00"))


_LONG = Pattern(rf"(?<![\d.,\-A-Za-z〔第])([1-9]\d{{2,11}}00)(?=[余多]?(?!亿)[{_MEASURES}])", _has_long_number)


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


def _may_be_twice(text: str) -> bool:
    """Whether an amount behind a word for about or more may have another such word behind it."""
    for at in (at for word in "约近超过逾少于低" for at in places(text, word)):
        amount = text[at + 1 : at + 25].partition("，")[0].partition("。")[0]
        begins = amount[:1].isdecimal() or amount.startswith(tuple("一二两三四五六七八九十百千万亿"))
        if begins and any(word in amount for word in ("左右", "上下", "余", "多", "以上")):
            return True
    return False


_TWICE = Pattern(
    rf"{_ABOUT}{_AMOUNT}{_WORD}(?:左右|上下)"
    rf"|(?:{_ABOUT}|(?<![最附远靠临])近|逾|超过|超){_AMOUNT}[余多](?!边|元化|样|重|种多样|年|个月|天)"
    rf"|(?:超过|超|逾|不少于|不低于|至少){_AMOUNT}{_WORD}以上",
    _may_be_twice,
)


def double_approximation(passage: Passage, _: Context) -> Iterator[Finding]:
    """约数说了两遍：“约50人左右”“近百余名”“超过60%以上”。“达到50人左右”不报。"""
    for found in _TWICE.finditer(passage.content):
        yield Finding(passage, found.start(), found.end(), f"“{found.group()[:12]}”，约数说了两遍", "留下一个")


def _may_be_short_year(text: str) -> bool:
    """Whether two digits, no more, stand before a 年 that may be part of a date."""
    for at in places(text, "年"):
        before, digits, after = text[max(at - 3, 0) : max(at - 2, 0)], text[max(at - 2, 0) : at], text[at + 1 : at + 2]
        alone = len(digits) == 2 and digits.isdecimal() and not before.isdecimal() and before != "."
        if alone and (after in "底初度上下第" or after.isdecimal()):
            return True
    return False


def _may_be_dotted(text: str) -> bool:
    """Whether a mark follows what may be a year."""
    return any(text[max(at - 4, 0) : at][:2] in ("19", "20") for mark in "./-" for at in places(text, mark))


def _may_be_spoken(text: str) -> bool:
    """Whether a 月 stands one or two characters before a 号."""
    return any("月" in text[max(at - 3, 0) : at - 1] for at in places(text, "号"))


_SHORT_YEAR = Pattern(
    r"(?<![\d.])(\d{2})年(?=\d{1,2}月|[底初]|度(?!过)|上半年|下半年|第[一二三四]季度)", _may_be_short_year
)
_DOTTED = Pattern(r"(?<![\d.])((?:19|20)\d{2})([./\-])(\d{1,2})\2(\d{1,2})(?![\d.])", _may_be_dotted)
_SPOKEN = Pattern(r"\d{1,2}月\d{1,2}(号)(?![楼线院文])", _may_be_spoken)


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
        if found[2][0] not in _AFTER_QUOTED or not all_han(found[2]):
            continue
        yield Finding(passage, found.start(1), found.end(1), "固定简称里的数目用了阿拉伯数字", "通常用汉字")


def mixed_numerals(issue: Manuscript, _: Context) -> Iterator[Finding]:
    """同一篇里，同一个量词前面有的用“3个”，有的用“三个”。固定简称用汉字、统计数字用阿拉伯数字是对的，所以只是提示，
    每篇每个量词只报一次。"""
    for passages in issue.by_item:
        seen: dict[tuple[str, bool], tuple[Passage, int, int]] = {}
        for passage in passages:
            for at, measure, digits in sorted(_counted(passage.content)):
                seen.setdefault((measure, digits), (passage, at, at + 2))
        for (measure, digits), (passage, start, end) in seen.items():
            if not digits and (measure, True) in seen:
                message = f"“{measure}”前面，本篇有的用汉字、有的用阿拉伯数字"
                yield Finding(passage, start, end, message, "看是不是该统一")


def _counted(text: str) -> Iterator[tuple[int, str, bool]]:
    """Where one numeral stands before a measure, which, and whether it is a digit."""
    for at in (at for measure in _COUNTED for at in places(text, measure) if at):
        before, numeral, after = text[max(at - 2, 0) : at - 1], text[at - 1], text[at + 1 : at + 3]
        if numeral.isdecimal() and not (before.isdecimal() or before == "." or after[:1] == "人" or after == "百分"):
            yield at - 1, text[at], True
        elif numeral in "三四五六七八九" and after[:1] != "人" and not (before and before in _NOT_COUNTING):
            yield at - 1, text[at], False


def mixed_approximation(issue: Manuscript, _: Context) -> Iterator[Finding]:
    """同一篇里，约数有的用“余”（300余户），有的用“多”（200多户）。意思一样，最好统一；每篇只提示一次，指着用得少的那一种。"""
    for passages in issue.by_item:
        hits = [(passage, at) for passage in passages for at in sorted(_approximations(passage.content))]
        words = [passage.content[at] for passage, at in hits]
        if len(set(words)) == 2:
            rare = min("余多", key=words.count)
            passage, at = hits[words.index(rare)]
            message = f"约数本篇用“余”{words.count('余')}处、“多”{words.count('多')}处"
            yield Finding(passage, at, at + 1, message, "看是不是该统一")


def _approximations(text: str) -> Iterator[int]:
    """Where 余 and 多 stand between a number and a measure."""
    for at in (at for word in "余多" for at in places(text, word) if at):
        before, after = text[at - 1], text[at + 1 : at + 2]
        if (before.isdecimal() or before in "十百千万亿") and after and after in _AFTER_SOME:
            yield at


def relative_date(issue: Manuscript, _: Context) -> Iterator[Finding]:
    """一月份印的一期里写“今年”“去年”，读的人分不清是哪一年。"""
    issued_on = issue.draft.issued_on
    if issued_on is None or issued_on.day.month != 1:
        return
    for passage in issue.passages:
        for found in _THIS_YEAR.finditer(passage.content):
            message = f"这一期是一月份的，“{found.group()}”是哪一年"
            yield Finding(passage, found.start(), found.end(), message, "写明年份或月份")

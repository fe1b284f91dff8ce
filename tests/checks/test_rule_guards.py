"""Each guard of the word list and of the rules has a text that only it lets pass."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from tests.corpus.texts import BULLETIN, issue_of, reports
from zugong.checks import Context, check_draft
from zugong.checks.wording import _hits
from zugong.checks.wordlist import shipped_forms
from zugong.diagnostics import Location
from zugong.model.prose import Text
from zugong.model.registers import Registers, Terms, Unit

FORMS = shipped_forms()
GUARDED = [form for form in FORMS if form.guard]

WORDS = """
既使命在肩，责任重大；既使者众多；既使得成本下降；既使群众满意又使干部受教育
一但愿人长久
按装置分类；按装备编号；按装配线；按装箱单；按装车顺序
供给于是增加；送给于谦
颁奖授予于晓黎；送给予于成龙；赋予于成龙
这叫做为官之道；当做为民办事；做为了群众的事；做为民解忧的事；做为人民服务的事
观众反应强烈；市场反应强烈；对这一举措反应强烈
精典型培育；精典当行
防害虫；防害鸟；防害于未然
取消号牌；消号令；消号码
取消案件
供献血者休息；供献礼使用；供献花用；供献计平台
本县乡振兴；集镇乡振兴；全村乡振兴
基层党建设施；基层党建设备；基层党建设计；基层党建设置
竹书纪要；今书纪年
一千部；几千部；上千部；千部手机；千部电影；千部影片；千部作品；千部小说；千部著作；千部电视剧
自己经营；利己经营；知己经年；克己经年；律己经验
自己有空；利己有方；知己有三；律己有方；于己有益；据为己有；视为己有；归己有
自己完成；利己完成
自己达标；利己达人；律己达标
自己建成
年末完成；月末完成；周末完成；周期末完成；季末完成
年末通过；周末通过；季末通过；月末通过；学期末通过
年末能；周末能；季末能；月末能；学期末能
年末按；周末按；季末按；月末按；学期末按
和平合作；公平合理；水平合格；太平合唱；均平合一；生平合集；天平合用；升平合唱；平合作；平合理；平合同；平合格；平合并；平合适；平合计；平合议；平合影；平合约；平合规；平合法；平合拢；平合力
扩宽道路；扩宽路面；扩宽车道；扩宽桥面；扩宽河道；扩宽街面
干渠到村
途经三个县
路经该村时；路经此处；路经此村；路经此地；路经某村；路经某市；路经某县；路经处；丝绸之路经贸；道路经济
成份股
一份内参；两份内参；几份内参；多份内参；3份内参
一份量表；两份量表；几份量表；3份量表；每份量表；单份量表
表现象样本；抽象样式；对象样本；气象样本；景象样式；情形象样本；印象样本；设想象样；迹象样本；表象样本
星座标志；讲座标题；客座标记；满座标志；请座标明
连接连系；相连系；牵连系；接连系；相连系
解决对策；判决对方；裁决对方；否决对方；决议决对；表决对象；取决对方；议决对象
恢复盖房；回复盖章；重复盖章；反复盖章；修复盖板
除了望江县；实现了望；为了望江；实现了望；了望江；了望闻；了望远
木兰天下；玉兰天；白兰天；马兰天；芝兰天；楼兰天；乌兰天
木兰图；玉兰图；白兰图；马兰图；芝兰图；楼兰图；乌兰图
托付部长；交付部长；支付部长；垫付部长；给付部长；应付部长；预付部长；偿付部长
托付书记；交付书记；支付书记；垫付书记；给付书记；应付书记；预付书记；偿付书记
托付主任；交付主任；支付主任；垫付主任；给付主任；应付主任；预付主任；偿付主任
校园满意；公园满员；庄园满意；家园满意；田园满目；乐园满员；花园满目；果园满园；菜园满目
百倍养护；千倍养分；万倍养分；加倍养护；成倍养殖
计算机网络员；电信网络员；维护网络员；管理网络员；网络员工
"""
"a line for each guarded form, in the order of the list"

LINES = [line.split("；") for line in WORDS.strip().splitlines()]


def alternatives(guard):
    """What a guard offers at its top level, each as a pattern of its own."""
    found, depth, start = [], 0, 0
    for at, sign in enumerate(guard):
        depth += (sign in "([") - (sign in ")]")
        if sign == "|" and not depth:
            found.append(guard[start:at])
            start = at + 1
    return [*found, guard[start:]]


def test_every_guarded_form_has_its_line():
    assert len(LINES) == len(GUARDED)


@pytest.mark.parametrize(
    ("form", "texts"), list(zip(GUARDED, LINES, strict=False)), ids=lambda one: getattr(one, "wrong", "")
)
def test_a_guard_lets_its_texts_pass(form, texts):
    for text in texts:
        assert form.wrong in text
        assert form not in [hit for _, hit in _hits(f"他们{text}，")], text


@pytest.mark.parametrize(
    ("form", "texts"), list(zip(GUARDED, LINES, strict=False)), ids=lambda one: getattr(one, "wrong", "")
)
def test_every_part_of_a_guard_is_needed(form, texts):
    for part in alternatives(form.guard):
        others = [other for other in alternatives(form.guard) if other != part]
        alone = [text for text in texts if not any(re.search(other, f"他们{text}，") for other in others)]
        assert any(re.search(part, f"他们{text}，") for text in alone), part


@pytest.mark.parametrize("form", GUARDED, ids=lambda form: form.wrong)
def test_no_entry_is_dead(form):
    assert any(form in [hit for _, hit in _hits(text)] for text in (f"我们{form.wrong}。", f"把{form.wrong}工作做好"))


PASSING = {
    "out-of-proportion": (
        "流转0.12349999万亩；全国造林8827万亩；全省造林8827万亩；我国造林8827万亩；我省造林8827万亩；国家安排造林8827万亩；"
        "守牢700万亩耕地红线"
    ),
    "parts-and-sum": (
        "共1234567890个项目（甲1个、乙2个）；全市共有组织20家，其中甲12家、乙8家，覆盖企业50家；"
        "建成15个支部（机关党员6名、农村党员8名）；共12个，其中甲10个；共12个，其中甲5个、乙6个"
    ),
    "single-dash": (
        "建设合肥—安庆段工程项目；建设合肥—安庆高铁项目；建设合肥—安庆高速项目；建设合肥—安庆通道项目；建设合肥—安庆走廊项目；"
        "建设合肥—安庆经济带；增开合肥—安庆航班两个；开行合肥—安庆城际列车；建设合肥—安庆管道项目；开行安庆—宁波班列三次；"
        "推进中国—东盟合作项目；推进中国—中东欧国家合作；签订中国—瑞士自贸协定；参加中国—阿拉伯博览会；参加中国—阿拉伯论坛；"
        "参加中国—阿拉伯峰会；中国—老挝友好往来项目；中国—老挝协会负责同志；龙头企业——海南普利药业；甲企业—-海南普利药业；"
        "每年三月—五月中旬以前办结"
    ),
    "name-before-post": "参观小杨柳书记，听介绍；张三书记工作室揭牌；新时代程度主任；罗田县长说；张家港市长说",
    "posts-differ": (
        "原县委书记张三来，县长张三说；时任县委书记张三来，县长张三说；前县委书记张三来，县长张三说；"
        "历任县委书记张三来，县长张三说；曾任县委书记张三来，县长张三说；新任县委书记张三来，县长张三说；"
        "拟任县委书记张三来，县长张三说；书记张三峰，县长张三丰的岗位；书记许可，主任许可"
    ),
    "range-hyphen": "按3%-5%-8%逐年提高",
    "long-integer": "财政赤字10500亿元；共12345万5千户",
    "double-approximation": "每年可节约200多吨；每年可节约200吨左右；签约30人左右；近10多年；近3个多月；附近3多样",
    "impossible-day": "编号102月30日；工期13月",
    "mixed-numerals": "建三个站，建15个；建十三个站，建5个；来三家人，引进5家",
    "ordinal-mark": "详见附件（二），另行通知；坚持质量首先、效益优先",
    "series-comma": (
        "粗放方式、滞后设施、落后观念，以及沉重压力等问题；甲难、乙难、丙难，和丁事难等问题；甲事难、乙事难、丙事难，及丁难等问题；"
        "甲事难、乙事难、丙事难，还有丁难等问题；甲事难、乙事难、丙事难，包括丁难等问题；甲事难、乙事难、丙事难，特别丁难等问题；"
        "甲事难、乙事难、丙事难，尤其丁难等问题；甲事难、乙事难、丙事难，其中丁难等问题；甲事难、乙事难、丙事难，并有丁难等问题"
    ),
    "secret-word": "保守商业秘密；涉及国家秘密；保护个人秘密；设立秘密写票处；实行秘密投票；要保守秘密",
    "shares-and-whole": (
        "党员占60%，女性占42%；甲占60%、乙占全国的20%，其他占30%；"
        "三次产业比为20:30:40:50；三次产业结构由20:30:50调整为20:30:40:50"
    ),
    "doubled-particle": (
        "达到目的的办法；招标标的的金额；的的确确；的的士司机；进行了了解；总是是；是是非非；实事求是是原则；问题存在在这里；"
        "用在在建项目；温和和耐心；安全和和谐；与与会人员；参与与管理；将将军带走；与与时俱进结合；给与与群众；关键是是否；"
        "被被告人；即将将要开工；甲地和和田地区；请人把把关"
    ),
    "doubled-word": (
        "一步一步；太多太多；很久很久；非常非常；好多好多；许多许多；慢慢慢慢；规定规定；要求要求；讨论讨论；"
        "研究研究；考虑考虑；商量商量；学习学习；休息休息；锻炼锻炼；了解了解；打听打听；比较比较；香港特别行政区行政区域；新兴产业创业创新；"
        "如何如何；千万千万；说着说着；车一车一车；一三一三；绿化绿化"
    ),
    "space-between-characters": (
        "县委书记　王建国；部长　王建国；主任　王建国；局长　王建国；主席　王建国；县长　王建国；总理　王建国；"
        "王　伟；王 伟"
    ),
}
"texts that come close to what a rule reports"


def unit(name, area, households):
    return Unit(Text(name, Location("units.yaml")), (), "县", None, None, "", area, households)


def context(*units):
    return Context(BULLETIN, (), date(2023, 8, 22), Registers(units, Terms()))


OWN = context(unit("乙县", 10.0, 100), unit("甲县", 1000.0, 50_000))
BARE = context(unit("甲县", None, None))
NO_HOUSEHOLDS = context(unit("甲县", 1000.0, None))


@pytest.mark.parametrize("rule", PASSING)
def test_a_rule_lets_these_pass(rule):
    for text in PASSING[rule].split("；"):
        said = [one.message for one in reports([text], everything=True) if one.rule == rule] if text else []
        assert said == [], text


REPORTED = {
    "shares-and-whole": (
        "甲占50%，其余占40%；甲占50%，其他占40%；甲占50%，其它占40%；甲占50%，剩余的占40%；甲占50%，余下占40%；"
        "三次产业比重分别为10%、40%和45%；一二三产业比重分别为10%、40%、45%；一、二、三产业占比分别为10%、40%、45%；"
        "第一、第二、第三产业分别占10%、40%、45%；第一、二、三产业分别占10%、40%、45%；第一产业、第二产业和第三产业分别占10%、40%、45%；"
        "男性和女性分别占50%、45%；男、女党员分别占50%、45%；男女职工分别占50%、45%；甲、乙、丙分别占50%、30%、22%"
    ),
    "name-before-post": (
        "由李明书记带队；请李明局长讲解；有李明主任参加；会上，李明副主席表示；罗田同志来，罗田县长到"
    ),
    "posts-differ": "局长李明、支部书记张三来，镇长张三说；书记张三峰来。镇长张三峰说；支书张三来，镇长张三说",
    "double-approximation": "约50人左右；大约50人上下；近百余名；超过50余名；将近50多户；接近50多户",
    "series-comma": "取暖难、接娃难、停车难，矛盾大等问题",
    "single-dash": "—加强领导；工作完成。—加强领导；龙头企业—海南普利药业",
    "ellipsis-form": "茶叶....；A。。。B",
    "repeated-mark": "甲：：：乙；甲！？？？？",
    "wrong-word": "予于支持；给于表扬",
    "doubtful-word": "一个途经是；既使下雨；村两委；反应强烈的问题",
}
"texts that a guard must not hide"


@pytest.mark.parametrize("rule", REPORTED)
def test_a_rule_reports_these(rule):
    for text in REPORTED[rule].split("；"):
        assert rule in [one.rule for one in reports([text], everything=True)], text


@pytest.mark.parametrize(
    ("known", "texts"),
    [
        (OWN, "惠及0.123499999户；惠及49999户；惠及5万户；流转0.12349999万亩；流转150万亩"),
        (BARE, "惠及9999999户；流转600万亩"),
        (NO_HOUSEHOLDS, "惠及9999999户；流转150万亩"),
    ],
)
def test_a_place_may_have_as_much_as_it_has(known, texts):
    for text in texts.split("；"):
        assert [one.rule for one in reports([text], context=known)] == [], text


@pytest.mark.parametrize(
    ("known", "texts"),
    [(OWN, "惠及50001户；惠及5.1万户；流转151万亩"), (BARE, "流转601万亩"), (NO_HOUSEHOLDS, "流转151万亩")],
)
def test_and_no_more(known, texts):
    for text in texts.split("；"):
        assert [one.rule for one in reports([text], context=known)] == ["out-of-proportion"], text


def test_what_is_about_no_place_is_not_measured():
    draft = issue_of(["流转9000万亩，惠及5000万户。"])
    item = replace(draft.items[0], headline=Text("某事", draft.origin))
    assert "out-of-proportion" not in {one.rule for one in check_draft(replace(draft, items=(item,)), OWN)}


def test_a_note_alone_can_be_checked():
    draft = issue_of(["流转9000万亩。"])
    alone = replace(draft, items=(), editors_note=draft.items[0].body)
    assert [one.rule for one in check_draft(alone, OWN)] == ["no-items"]


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("见A(B甲)C的说明", [3, 6]),
        ("见A(B)的说明", [3, 5]),
        ("见A(B)C说明", []),
        ("工作(甲）.", [3, 6]),
        ("甲乙.丙丁", [3]),
        ("二.加强领导", []),
        ("改革和发展.加强领导", [6]),
    ],
)
def test_half_width_marks_stand_where_they_stand(text, columns):
    found = [one for one in reports([text]) if one.rule == "half-width-mark"]
    assert sorted(one.origin.column for one in found) == columns

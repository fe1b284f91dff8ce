"""The order of the items: by the number their file names begin with, or as 稿件: lists them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from unicodedata import normalize

from zugong.diagnostics import Location, Problem, doubt, error, hint
from zugong.model.prose import Text
from zugong.sources.folder import ITEM_ENDINGS, ItemFile
from zugong.text.likeness import nearest


def by_name(files: Iterable[ItemFile], problems: list[Problem]) -> tuple[ItemFile, ...]:
    """By leading number, then by name; names without a number come last."""
    ordered = sorted(files, key=_natural)
    for earlier, later in pairwise(ordered):
        if later.leading_number is not None and earlier.leading_number == later.leading_number:
            message = f"和“{earlier.name}”的序号相同，排在它后面"
            advice = "次序不对就改文件名开头的数字，或者在 issue.yaml 里用“稿件”列出次序"
            problems.append(hint("same-number", message, Location(later.shown, 0), advice))
    return tuple(ordered)


def _natural(file: ItemFile) -> tuple[bool, int, str]:
    number = file.leading_number
    return number is None, number or 0, file.name


def by_list(files: tuple[ItemFile, ...], names: Iterable[Text], problems: list[Problem]) -> tuple[ItemFile, ...]:
    """As listed; a name without a file is an error, a file without a name a doubt."""
    taken: dict[str, ItemFile] = {}
    for name in names:
        file = _found(name, files, problems)
        if file is not None and file.name in taken:
            problems.append(error("item-listed-twice", f"“{name}”列了两次", name.origin, "删去一个", len(name.content)))
        elif file is not None:
            taken[file.name] = file
    for file in files:
        if file.name not in taken:
            message = "issue.yaml 的“稿件”里没有列这一篇，不会编进本期"
            advice = "要编进来就把文件名加到“稿件”里"
            problems.append(doubt("item-not-listed", message, Location(file.shown, 0), advice))
    return tuple(taken.values())


def _found(name: Text, files: tuple[ItemFile, ...], problems: list[Problem]) -> ItemFile | None:
    wanted = normalize("NFC", name.content)
    same = [file for file in files if wanted in (file.name, file.stem)]
    if len(same) == 1 or (same and wanted.lower().endswith(ITEM_ENDINGS)):
        return same[0]
    if same:
        names = "、".join(f"“{file.name}”" for file in same)
        message = f"“{name}”可以是{names}，分不清是哪一个"
        problems.append(error("item-ambiguous", message, name.origin, "把扩展名也写上", len(name.content)))
        return None
    near = nearest(wanted, [one for file in files for one in (file.stem, file.name)])
    advice = f"是不是“{near}”？" if near else "写文件的名字，扩展名可以不写"
    problems.append(error("item-missing", f"找不到稿件“{name}”", name.origin, advice, len(name.content)))
    return None

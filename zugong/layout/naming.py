"""What the templates of bulletin.yaml say: 期号 and the file's name."""

from __future__ import annotations

from zugong.model.bulletin import Bulletin
from zugong.model.issue import IssueKey


def _filled(template: str, bulletin: Bulletin, key: IssueKey) -> str:
    """The template with its placeholders replaced; readers have refused all others."""
    values = {"刊名": bulletin.title.content, "年": str(key.year), "期号": str(key.number)}
    for chinese, english in (("刊名", "title"), ("年", "year"), ("期号", "number")):
        template = template.replace(f"{{{chinese}}}", values[chinese]).replace(f"{{{english}}}", values[chinese])
    return template


def number_line(bulletin: Bulletin, key: IssueKey) -> str:
    """期号 as it stands in the masthead, e.g. 第23期."""
    return _filled(bulletin.number_format.content, bulletin, key)


def file_title(bulletin: Bulletin, key: IssueKey) -> str:
    """The output's name without ending, e.g. 安庆组工信息2023年第23期."""
    return _filled(bulletin.file_name.content, bulletin, key)

"""assemble: IssueDraft → Issue."""

from __future__ import annotations

from zugong.assembly.marking import marked
from zugong.model.bulletin import Bulletin, Section
from zugong.model.issue import Issue, IssueDraft, Item, ItemDraft, bare_headline
from zugong.model.prose import Text

NO_HEADLINE = "〔缺标题：{name}〕"
"stands in a draft (草稿) for a headline that is not written yet"


def assemble(draft: IssueDraft, bulletin: Bulletin) -> Issue:
    """The issue ready for the paper: items by section, each as its file was placed.

    A draft with errors loses no word: an item without a headline shows its file's name, a section that
    does not exist stands behind the others, items without a section stand before them. A missing date
    stays missing: no day is made up.
    """
    sections = _sections(draft)
    ranks = {section.name.content: rank for rank, section in enumerate(sections)}
    items = [_item(one, draft, sections) for one in draft.items]
    items.sort(key=lambda item: ranks[item.section.name.content] if item.section else -1)
    return Issue(
        bulletin=bulletin.of_series(draft.key.series),
        key=draft.key,
        issued_on=draft.issued_on.day if draft.issued_on else None,
        standing=draft.standing,
        editors_note=draft.editors_note,
        items=marked(tuple(items), draft.standing),
        origin=draft.origin,
        serial=draft.serial,
    )


def _sections(draft: IssueDraft) -> tuple[Section, ...]:
    """The declared ones, then those that only items name; none where the issue has none."""
    declared = {section.name.content: section for section in draft.standing.sections}
    if declared:
        for item in draft.items:
            if item.section is not None and item.section.content:
                declared.setdefault(item.section.content, Section(item.section))
    return tuple(declared.values())


def _item(item: ItemDraft, draft: IssueDraft, sections: tuple[Section, ...]) -> Item:
    named = item.section.content if item.section else ""
    section = next((section for section in sections if section.name.content == named), None)
    of_section = section.headline_placement if section else None
    return Item(
        headline=_headline(item),
        section=section,
        source_units=item.source_units,
        headline_placement=item.headline_placement or of_section or draft.standing.headline_placement,
        body=item.body,
        origin=item.origin,
        extras=item.extras,
    )


def _headline(item: ItemDraft) -> Text:
    bare = bare_headline(item.headline) if item.headline else None
    if bare is not None and bare.content:
        return bare
    name = item.origin.path.rpartition("/")[2]
    return Text(NO_HEADLINE.format(name=name), item.origin)

"""稿件 → blocks: note, headline in one of three placements, body, source unit, signature, list of attachments."""

from __future__ import annotations

from itertools import count

from zugong.classes import replace
from zugong.layout.contents import anchor_of, heading_anchor, section_anchor, section_title, with_openings
from zugong.layout.runs import added, exact, paragraph_runs, plain
from zugong.layout.sheet import Block, PageTurn, SheetBlock, StyledRun
from zugong.layout.structures import body_blocks
from zugong.model.bulletin import ContentsSections, HeadlinePlacement, SourceUnitPlacement, Standing
from zugong.model.issue import Issue, Item
from zugong.model.prose import Paragraph, Text
from zugong.model.structures import Attachment
from zugong.model.styles import Accent, Role, Styles
from zugong.text.spacing import set_spaces


def items(issue: Issue, styles: Styles) -> tuple[SheetBlock, ...]:
    """All items under their sections, then their attachments on pages of their own."""
    blocks: list[SheetBlock] = []
    level = 2 if any(item.section for item in issue.items) else 1
    attached = _numbered(issue)
    for position, (item, opens_section) in enumerate(with_openings(issue.items)):
        if opens_section and item.section is not None:
            blocks.append(_section(item, position, issue))
        own = tuple((number, one) for owner, number, one in attached if owner == position)
        blocks.extend(_Item(item, position, level, issue.standing, styles, own).blocks())
    for _, number, attachment in attached:
        blocks.extend(_attachment(attachment, number, styles))
    return tuple(blocks)


def _section(item: Item, position: int, issue: Issue) -> Block:
    assert item.section is not None
    name = item.section.name
    shown = section_title(item.section, position, issue) or name.content
    linked = issue.standing.contents and issue.standing.contents_sections is ContentsSections.WITH_PAGES
    anchor = section_anchor(position) if linked else ""
    return Block(Role.SECTION, (plain(shown, name.origin),), anchor, 1, set_spaces(name.content))


def _numbered(issue: Issue) -> tuple[tuple[int, str, Attachment], ...]:
    """Each attachment with the position of its item and its number; a single one has none."""
    found = [(position, one) for position, item in enumerate(issue.items) for one in item.extras.attachments]
    return tuple(
        (position, str(index + 1) if len(found) > 1 else "", one) for index, (position, one) in enumerate(found)
    )


class _Item:
    """The blocks of one item, top to bottom."""

    def __init__(
        self,
        item: Item,
        position: int,
        level: int,
        standing: Standing,
        styles: Styles,
        attachments: tuple[tuple[str, Attachment], ...],
    ) -> None:
        self.item = item
        self.extras = item.extras
        self.position = position
        self.anchor = anchor_of(position)
        self.level = level
        self.standing = standing
        self.placement = standing.source_unit_placement
        self.styles = styles
        self.attachments = attachments
        self.title = set_spaces(item.headline.content)

    def blocks(self) -> tuple[SheetBlock, ...]:
        note = tuple(Block(Role.NOTE, paragraph_runs(one)) for one in self.extras.note)
        return (*note, *self._linked(self._headline_and_body()), *self._behind())

    def _linked(self, blocks: tuple[SheetBlock, ...]) -> tuple[SheetBlock, ...]:
        """The blocks, headings of the first level with the anchors to which the contents lead (目录小标题)."""
        if not (self.standing.contents and self.standing.contents_headings):
            return blocks
        ordinal = count()
        return tuple(
            replace(one, anchor=heading_anchor(self.position, next(ordinal)))
            if isinstance(one, Block) and one.role is Role.HEADING_1
            else one
            for one in blocks
        )

    def _headline_and_body(self) -> tuple[SheetBlock, ...]:
        first = self.item.body[0] if self.item.body else None
        if self._runs_in() and isinstance(first, Paragraph):
            return self._run_in(first)
        return (*self._headline(), *self._with_source(body_blocks(self.item.body, self.level, self.styles)))

    def _runs_in(self) -> bool:
        """Not where something stands between headline and text."""
        first = self.item.body[0] if self.item.body else None
        below = self.extras.subtitle or self.extras.byline
        starts_with_text = isinstance(first, Paragraph) and not first.level
        return self.item.headline_placement is HeadlinePlacement.RUN_IN and starts_with_text and not below

    def _run_in(self, first: Paragraph) -> tuple[SheetBlock, ...]:
        """△标题。正文"""
        head = (*self._marked(Accent.HEADLINE), *added("。", Accent.HEADLINE), *paragraph_runs(first))
        blocks = self._with_source((Block(Role.BODY, head), *body_blocks(self.item.body[1:], self.level, self.styles)))
        opening = blocks[0]
        assert isinstance(opening, Block)
        return (
            replace(opening, anchor=self.anchor, outline_level=self.level, outline_title=self.title),
            *blocks[1:],
        )

    def _is_centred(self) -> bool:
        """Subtitle and signature stand in the middle, and so does the headline above them."""
        return self.item.headline_placement is HeadlinePlacement.BLOCK or bool(
            self.extras.subtitle or self.extras.byline
        )

    def _headline(self) -> tuple[Block, ...]:
        """The headline with what belongs to it; empty rows come below the last of them only."""
        centred = self._is_centred()
        role = Role.CENTRED_HEADLINE if centred else Role.HEADLINE
        end = added("。") if self.standing.headline_stop and not centred else ()
        head = Block(role, (*self._marked(Accent.PLAIN), *end), self.anchor, self.level, self.title)
        subtitle = (Block(Role.SUBTITLE, exact(self.extras.subtitle)),) if self.extras.subtitle else ()
        lines = [Block(Role.BYLINE, runs) for runs in self._bylines()]
        group = (head, *subtitle, *lines)
        return (*(replace(one, tight=True) for one in group[:-1]), group[-1])

    def _bylines(self) -> list[tuple[StyledRun, ...]]:
        below = self.placement is SourceUnitPlacement.BELOW_HEADLINE and self.item.source_units
        units = [_joined(self.item.source_units, "　", Accent.PLAIN)] if below else []
        return [*units, *(exact(line) for line in self.extras.byline)]

    def _marked(self, accent: Accent) -> tuple[StyledRun, ...]:
        """The headline behind its mark or number; a centred one has no mark unless an office says so."""
        centred = self._is_centred()
        usual = "" if centred else self.styles.marks.item
        mark = usual if self.item.marker is None else self.item.marker
        return (*added(mark, accent), *exact(self.item.headline, accent))

    def _with_source(self, blocks: tuple[SheetBlock, ...]) -> tuple[SheetBlock, ...]:
        """（供稿单位） behind the last paragraph, or in one of its own."""
        source = self._source()
        if not source:
            return blocks
        last = blocks[-1] if blocks else None
        if isinstance(last, Block) and last.role is Role.BODY:
            return (*blocks[:-1], replace(last, runs=(*last.runs, *source)))
        return (*blocks, Block(Role.BODY, source))

    def _source(self) -> tuple[StyledRun, ...]:
        """Several units are parted by 、; where there is no line below a headline, they stand here too."""
        units = self.item.source_units
        hidden = self.placement is SourceUnitPlacement.HIDDEN
        above = self.placement is SourceUnitPlacement.BELOW_HEADLINE and not self._runs_in()
        if not units or hidden or above:
            return ()
        accent = Accent.SOURCE_UNIT
        return (*added("（", accent), *_joined(units, "、", accent), *added("）", accent))

    def _behind(self) -> tuple[Block, ...]:
        metadata, lines = self.extras.metadata, self.extras.sign_off
        listed, last = _attachment_list(self.attachments), len(lines) - 1
        return (
            *((Block(Role.METADATA, exact(metadata)),) if metadata else ()),
            *(Block(Role.ATTACHMENT_LIST, runs, close=at > 0) for at, runs in enumerate(listed)),
            *(Block(Role.SIGN_OFF, exact(line), close=at > 0, keep=at < last) for at, line in enumerate(lines)),
        )


def _joined(units: tuple[Text, ...], between: str, accent: Accent) -> tuple[StyledRun, ...]:
    runs: list[StyledRun] = []
    for index, unit in enumerate(units):
        runs += added(between, accent) if index else ()
        runs += exact(unit, accent)
    return tuple(runs)


def _attachment_list(attachments: tuple[tuple[str, Attachment], ...]) -> list[tuple[StyledRun, ...]]:
    """附件：1.…, one a line (GB/T 9704—2012, 7.3.4)."""
    lines: list[tuple[StyledRun, ...]] = []
    for number, one in attachments:
        if one.title is not None:
            before = "　　　" if lines else "附件："
            lines.append((*added(f"{before}{number}." if number else before), *exact(one.title)))
    return lines


def _attachment(attachment: Attachment, number: str, styles: Styles) -> tuple[SheetBlock, ...]:
    mark = Block(Role.ATTACHMENT_MARK, added(f"附件{number}"))
    title = attachment.title
    heading = (Block(Role.ATTACHMENT_TITLE, exact(title), "", 1, f"附件{number}　{title.content}"),) if title else ()
    return (PageTurn(), mark, *heading, *body_blocks(attachment.body, 1, styles))

"""The same issue for others: Typst, flowing HTML for WeasyPrint, LaTeX. Faces, sizes, page and contents are ours;
lines and pages are theirs."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from tests.support.printed import ROOT
from zugong.layout.sheet import Block, Colophon, ContentsEntry, InstructionBox, NewPage, Sheet, SplitBlock, StyledRun
from zugong.model.styles import Accent, Role

FONTS = ROOT / "zugong" / "fonts"

_HEI = (Role.SECTION, Role.HEADLINE, Role.CONTENTS_SECTION)
_FACES = {
    Accent.LEAD: "Zg FangSong Bold",
    Accent.HEADLINE: "Zg Hei",
    Accent.LABEL: "Zg Hei",
    Accent.SOURCE_UNIT: "Zg Kai",
}

_TYPST_HEAD = """
#set page(width: 210mm, height: 297mm, margin: (top: 37mm, left: 28mm, right: 26mm, bottom: 35mm),
  numbering: "— 1 —")
#set text(font: ("Zg Latin", "Zg FangSong", "Zg Hei"), size: 16pt, lang: "zh", cjk-latin-spacing: none)
#set par(justify: true, leading: 12.99pt, spacing: 12.99pt, first-line-indent: (amount: 2em, all: true))
"""

_CSS = """
@page { size: A4; margin: 37mm 26mm 35mm 28mm; @bottom-center { content: "— " counter(page) " —" } }
body { font: 16pt/28.99pt 'Zg Latin', 'Zg FangSong', 'Zg Hei'; margin: 0; text-align: justify }
p { margin: 0; text-indent: 2em } h1 { font: 48pt 'Zg Song Bold'; color: #e60012; text-align: center }
.LEAD { font-family: 'Zg FangSong Bold' } .HEADLINE, .LABEL, h2 { font: 16pt/28.99pt 'Zg Hei' }
.SOURCE_UNIT { font-family: 'Zg Kai' } .split { display: flex; justify-content: space-between }
.contents a { display: block; color: inherit; text-decoration: none }
.contents a::after { content: leader('·') target-counter(attr(href), page) }
.box { border: .75pt solid; height: 60mm } .new { break-before: page } .colophon { border-top: .35mm solid }
"""


@dataclass(frozen=True, slots=True)
class Rival:
    """How one language says what a sheet holds; `run` gets text, accent and whether it is 黑体."""

    head: str
    tail: str

    def run(self, run: StyledRun) -> str:
        raise NotImplementedError

    def block(self, block: object) -> str:
        raise NotImplementedError

    def page(self, sheet: Sheet) -> str:
        """The whole document."""
        return self.head + "\n".join(map(self.block, sheet.blocks)) + self.tail


class Typst(Rival):
    """Typst's own markup."""

    def run(self, run: StyledRun) -> str:
        text = re.sub(r"([\\#$*_`<>@=\-+/~\"'\[\]])", r"\\\1", run.content)
        return f'#text(font: ("Zg Latin", "{_FACES[run.accent]}", "Zg Hei"))[{text}]' if run.accent in _FACES else text

    def block(self, block: object) -> str:
        match block:
            case Block(role=Role.TITLE, runs=runs):
                return (
                    f'#align(center, text(font: "Zg Song Bold", size: 60pt, fill: rgb("#e60012"))[{self.runs(runs)}])\n'
                )
            case Block(role=role, runs=runs, anchor=anchor):
                label = f"#metadata(none) <{anchor}>" if anchor else ""
                text = self.runs(runs)
                return f'{label}#text(font: "Zg Hei")[{text}]\n' if role in _HEI else f"{label}{text}\n"
            case SplitBlock(left=left, right=right):
                return f"#block[{self.run(left)} #h(1fr) {self.run(right)}]\n#line(length: 100%)\n"
            case ContentsEntry(runs=runs, target=target):
                number = f"#context counter(page).at(<{target}>).first()"
                return f"#block[{self.runs(runs)} #box(width: 1fr, repeat[·]) {number}]\n"
            case InstructionBox(label=label):
                return f"#rect(width: 100%, height: 1fr)[{self.run(label)}]\n"
            case NewPage():
                return "#pagebreak()\n"
            case Colophon(lines=lines):
                rows = "\n\n".join(
                    f"#line(length: 100%)\n{self.run(one.label)}{self.run(one.content)}" for one in lines
                )
                return f"#v(1fr)\n#text(size: 14pt)[{rows}]\n"
        raise TypeError(block)

    def runs(self, runs: tuple[StyledRun, ...]) -> str:
        return "".join(map(self.run, runs))


class Flowing(Rival):
    """Plain HTML, as one writes it for WeasyPrint."""

    def run(self, run: StyledRun) -> str:
        text = html.escape(run.content)
        return f'<span class="{run.accent.name}">{text}</span>' if run.accent in _FACES else text

    def block(self, block: object) -> str:
        match block:
            case Block(role=Role.TITLE, runs=runs):
                return f"<h1>{self.runs(runs)}</h1>"
            case Block(role=role, runs=runs, anchor=anchor):
                tag = "h2" if role in _HEI else "p"
                return f'<{tag} id="{anchor}">{self.runs(runs)}</{tag}>'
            case SplitBlock(left=left, right=right):
                return f'<div class="split"><span>{self.run(left)}</span><span>{self.run(right)}</span></div><hr>'
            case ContentsEntry(runs=runs, target=target):
                return f'<div class="contents"><a href="#{target}">{self.runs(runs)}</a></div>'
            case InstructionBox(label=label):
                return f'<div class="box">{self.run(label)}</div>'
            case NewPage():
                return '<div class="new"></div>'
            case Colophon(lines=lines):
                return "".join(
                    f'<div class="colophon">{self.run(one.label)}{self.run(one.content)}</div>' for one in lines
                )
        raise TypeError(block)

    def runs(self, runs: tuple[StyledRun, ...]) -> str:
        return "".join(map(self.run, runs))


class Latex(Rival):
    """ctex with the faces that it brings along."""

    def run(self, run: StyledRun) -> str:
        text = re.sub(r"([#$%&_{}])", r"\\\1", run.content.replace("\\", "/").replace("~", " ").replace("^", " "))
        face = {Accent.LEAD: "\\bfseries ", Accent.HEADLINE: "\\heiti ", Accent.LABEL: "\\heiti "}.get(run.accent, "")
        return f"{{{face}{text}}}" if face else text

    def block(self, block: object) -> str:
        match block:
            case Block(role=Role.TITLE, runs=runs):
                return f"\\begin{{center}}\\fontsize{{60}}{{70}}\\selectfont {self.runs(runs)}\\end{{center}}\n"
            case Block(role=role, runs=runs, anchor=anchor):
                text = f"{{\\heiti {self.runs(runs)}}}" if role in _HEI else self.runs(runs)
                return (f"\\phantomsection\\label{{{anchor}}}" if anchor else "") + f"{text}\n"
            case SplitBlock(left=left, right=right):
                return f"\\noindent {self.run(left)}\\hfill {self.run(right)}\n\n\\hrule\n"
            case ContentsEntry(runs=runs, target=target):
                return f"\\noindent {self.runs(runs)}\\dotfill\\pageref{{{target}}}\n"
            case InstructionBox(label=label):
                return f"\\noindent\\fbox{{\\begin{{minipage}}[t][60mm]{{150mm}}{self.run(label)}\\end{{minipage}}}}\n"
            case NewPage():
                return "\\newpage\n"
            case Colophon(lines=lines):
                return "\\vfill\n" + "\n".join(
                    f"\\hrule\n{self.run(one.label)}{self.run(one.content)}\n" for one in lines
                )
        raise TypeError(block)

    def runs(self, runs: tuple[StyledRun, ...]) -> str:
        return "".join(map(self.run, runs))


TYPST = Typst(_TYPST_HEAD, "")
FLOWING = Flowing(f"<!doctype html><html lang=zh><meta charset=utf-8><style>{_CSS}</style><body>", "")
LATEX = Latex(
    "\\documentclass[zihao=3,fontset=fandol]{ctexart}\\usepackage{hyperref}\\usepackage[a4paper,top=37mm,left=28mm,"
    "right=26mm,bottom=35mm]{geometry}\\begin{document}\n",
    "\\end{document}\n",
)

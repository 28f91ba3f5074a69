"""Qt's block and character formats for a style, each made once."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextBlockFormat, QTextCharFormat

from annotator.model import Block, BlockKind, Span
from annotator.typesetting.fonts import goes_italic, set_weight
from annotator.typesetting.style import TypeStyle

BOLD = 700
INDENT, QUOTE_INDENT, CODE_PADDING = 1.5, 1.1, 0.65  # em
SMALL, FINE, CRAMPED, CODE_SIZE, CODE_LEAST = 0.8, 0.86, 0.74, 0.84, 0.68  # parts of the size
MONO_ADVANCE = 0.603  # a monospaced letter's width in parts of its size
MANY_COLUMNS = 6


@dataclass(frozen=True, slots=True)
class Role:
    """What decides a block's type: size in px, weight, colour, a line's height in px."""

    px: float
    weight: int
    colour: str
    line: float
    mono: bool = False
    spacing: float = 0.0  # px between letters


@dataclass(frozen=True, slots=True)
class Gaps:
    """Room above and below a block, px."""

    above: float
    below: float


class Formats:
    """Formats by what decides them. The same block twice gets the same object."""

    def __init__(self, style: TypeStyle, text: str = "") -> None:
        """``text`` is the article's. ``columns`` says how many a table has, by its id."""
        self.style = style
        self.text = text
        self.columns: dict[int, int] = {}
        self._blocks: dict[tuple[object, ...], QTextBlockFormat] = {}
        self._chars: dict[tuple[object, ...], QTextCharFormat] = {}
        self._heights: dict[Role, tuple[float, float]] = {}
        self._running = Role(style.size, style.weight, style.ink, style.size * style.leading)

    def role(self, block: Block) -> Role:
        """The type of a block."""
        if block.kind is BlockKind.PARAGRAPH and not block.containers:
            return self._running
        style, size = self.style, self.style.size
        if block.kind is BlockKind.HEADING:
            heading = style.headings[min(max(block.level, 1), 6) - 1]
            px = size * heading.size
            spacing = -0.01 * px if block.level == 1 else 0.0
            line = round(px * heading.leading, 2)
            return Role(px, heading.weight, style.ink, line, spacing=spacing)
        if block.kind is BlockKind.CODE:
            px = size * self._code_size(block)
            return Role(px, 400, style.ink, px * 1.5, mono=True)
        if block.kind is BlockKind.CAPTION:
            return Role(size * SMALL, style.weight, style.secondary, size * SMALL * 1.45)
        cell = block.container("cell")
        if cell is not None:
            px = size * (FINE if self.columns.get(cell.id, 1) < MANY_COLUMNS else CRAMPED)
            return Role(px, 600 if cell.header else style.weight, style.ink, px * 1.45)
        if block.container("footnote"):
            return Role(size * FINE, style.weight, style.ink, size * FINE * 1.5)
        return self._running

    def _code_size(self, block: Block) -> float:
        """Long lines are set smaller, so that they need not be broken, down to a limit."""
        longest = max(map(len, self.text[block.start : block.end].split("\n")), default=0)
        room = (self.style.measure - self.indent(block)) / self.style.size - CODE_PADDING
        return max(CODE_LEAST, min(CODE_SIZE, room / (max(1, longest) * MONO_ADVANCE)))

    def gaps(self, block: Block, following: Block | None = None) -> Gaps:
        """The room around a block before ``following``; between two, Qt takes the larger."""
        style = self.style
        gap = style.paragraph_gap * style.size
        match block.kind:
            case BlockKind.HEADING if block.level == 1:
                return Gaps(gap, style.px(10 / 18.5) + style.head_room)
            case BlockKind.HEADING:
                return Gaps(style.px(24 / 18.5), style.px(8 / 18.5))
            case BlockKind.CODE:
                around = style.px(CODE_PADDING)
                return Gaps(gap + around, gap + around)
            case BlockKind.RULE:
                return Gaps(gap, gap)
            case BlockKind.CAPTION | BlockKind.IMAGE:
                return Gaps(style.px(0.35), gap)
            case _ if block.container("item"):
                goes_on = following is not None and following.container("item") is not None
                return Gaps(0, style.px(0.32) if goes_on else gap)
        return Gaps(0, gap)

    def indent(self, block: Block) -> float:
        """How far a block stands in, in px, on the side where its lines begin."""
        quotes = sum(c.kind == "quote" for c in block.containers)
        items = sum(c.kind == "item" for c in block.containers)
        notes = any(c.kind == "footnote" for c in block.containers)
        code = CODE_PADDING if block.kind is BlockKind.CODE else 0
        return self.style.px(quotes * QUOTE_INDENT + (items + notes) * INDENT + code)

    def block(self, block: Block, gaps: Gaps, missing: bool = False) -> QTextBlockFormat:
        """The paragraph format."""
        role, indent = self.role(block), self.indent(block)
        key = (role, indent, gaps, block.dir, block.kind, missing)
        found = self._blocks.get(key)
        if found is None:
            found = self._blocks[key] = self._make_block(block, role, indent, gaps, missing)
        return found

    def _make_block(
        self, block: Block, role: Role, indent: float, gaps: Gaps, missing: bool
    ) -> QTextBlockFormat:
        made = QTextBlockFormat()
        made.setTopMargin(gaps.above)
        made.setBottomMargin(gaps.below)
        rtl = block.dir == "rtl"
        made.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        )
        other = self.style.px(CODE_PADDING) if block.kind is BlockKind.CODE else 0.0
        made.setLeftMargin(other if rtl else indent)
        made.setRightMargin(indent if rtl else other)
        height = self._line_height(block, role, missing)
        if height:
            made.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        if block.kind is BlockKind.HEADING:
            made.setHeadingLevel(block.level)
        return made

    def _line_height(self, block: Block, role: Role, missing: bool) -> float:
        """0: as high as what stands in it."""
        match block.kind:
            case BlockKind.IMAGE:
                return self.style.px(2.4) if missing else 0.0
            case BlockKind.RULE:
                return self.style.px(0.5)
        return role.line

    def char(self, role: Role, span: Span | None = None) -> QTextCharFormat:
        """The character format of a role, or of a span in it."""
        key: tuple[object, ...] = (role,)
        if span is not None and span.italic and not self._goes_italic(role, span):
            span = replace(span, italic=False)
        if span is not None:
            key = (role, span.bold, span.italic, span.code, span.strike, span.script,
                   bool(span.link))  # fmt: skip
        found = self._chars.get(key)
        if found is None:
            found = self._chars[key] = self._make_char(role, span or Span(0, 0))
        return found

    def _goes_italic(self, role: Role, span: Span) -> bool:
        words = self.text[span.start : span.end]
        return words.isascii() or goes_italic(words, self.font(role, span))

    def _make_char(self, role: Role, span: Span) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setFont(self.font(role, span))
        made.setForeground(QColor(self.style.accent if span.link else role.colour))
        if span.link:
            made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            made.setUnderlineColor(QColor(self.style.accent))
        if span.script == "super":
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        elif span.script == "sub":
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)
        return made

    def font(self, role: Role, span: Span | None = None) -> QFont:
        """The font of a role, or of a span in it."""
        span = span or Span(0, 0)
        mono = role.mono or span.code
        px = role.px * (CODE_SIZE if span.code and not role.mono else 1.0)
        font = QFont(list(self.style.code_families) if mono else [self.style.family])
        font.setStyleHint(QFont.StyleHint.Monospace if mono else QFont.StyleHint.Serif)
        font.setPointSizeF(self.style.points(px))
        weight = max(role.weight, BOLD) if span.bold else role.weight
        set_weight(font, weight, px / self.style.zoom)
        font.setItalic(span.italic)
        font.setStrikeOut(span.strike)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if role.spacing:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, role.spacing)
        if not self.style.ligatures:
            for feature in ("liga", "clig", "dlig", "calt"):
                font.setFeature(QFont.Tag(feature), 0)
        return font

    def height(self, role: Role) -> tuple[float, float]:
        """(ascent, descent) of a role's type in px: what a mark covers of a line."""
        found = self._heights.get(role)
        if found is None:
            metrics = QFontMetricsF(self.font(role))
            found = self._heights[role] = (metrics.ascent(), metrics.descent())
        return found

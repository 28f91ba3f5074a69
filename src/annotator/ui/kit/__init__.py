"""Shared widgets. Each takes the theme first, has an accessible name, and measures through it."""

from annotator.model.direction import apart, is_rtl
from annotator.ui.kit.base import Themed
from annotator.ui.kit.buttons import (
    IconButton,
    LinkButton,
    OutlineButton,
    VerdictButton,
    with_key,
)
from annotator.ui.kit.card import CardFrame
from annotator.ui.kit.chips import Chip, KeyCap, NumberBadge, StanceSign, TagChip, VerdictChip
from annotator.ui.kit.fields import Framed, LinkField, SearchField, bare
from annotator.ui.kit.flow import FlowLayout
from annotator.ui.kit.labels import ClampedLabel, ElidedLabel, Label, SectionHeading
from annotator.ui.kit.markdown import MarkdownLabel, safe_html
from annotator.ui.kit.message_bar import MessageBar
from annotator.ui.kit.popover import Popover
from annotator.ui.kit.progress import ProgressLine
from annotator.ui.kit.rich import RichLabel
from annotator.ui.kit.segmented import SegmentedControl
from annotator.ui.kit.speech import announce, plain_tip
from annotator.ui.kit.tag_field import TagField, clean_tag

__all__ = [
    "CardFrame",
    "Chip",
    "ClampedLabel",
    "ElidedLabel",
    "FlowLayout",
    "Framed",
    "IconButton",
    "KeyCap",
    "Label",
    "LinkButton",
    "LinkField",
    "MarkdownLabel",
    "MessageBar",
    "NumberBadge",
    "OutlineButton",
    "Popover",
    "ProgressLine",
    "RichLabel",
    "SearchField",
    "SectionHeading",
    "SegmentedControl",
    "StanceSign",
    "TagChip",
    "TagField",
    "Themed",
    "VerdictButton",
    "VerdictChip",
    "announce",
    "apart",
    "bare",
    "clean_tag",
    "is_rtl",
    "plain_tip",
    "safe_html",
    "with_key",
]

"""Every command of the window in one table: menus, toolbar, palette and list of keys read it."""

import sys

from annotator.i18n import _
from annotator.model.annotation import COLOURS
from annotator.ui.actions import ActionSpec as Spec
from annotator.ui.analysis import commands as analysis
from annotator.ui.beside import commands as beside
from annotator.ui.board import commands as board
from annotator.ui.cards import claim_specs
from annotator.ui.review import commands as review
from annotator.ui.sources import commands as sources

SCHEMES = ("light", "dark", "sepia", "system")
_MENU_KEYS = () if sys.platform == "win32" else ("Shift+F10",)
"""Windows itself asks for the menu then; elsewhere only the Menu key does, and few have one."""
ROLES = ("title", "heading", "paragraph", "caption", "furniture", "main")


def menus() -> tuple[tuple[str, str], ...]:
    """(path, title) of every menu, in order."""
    return (
        ("file", _("File")),
        ("edit", _("Edit")),
        ("view", _("View")),
        ("view/scheme", _("Colours of the window")),
        ("view/interface", _("Size of the window’s text")),
        ("article", _("Article")),
        ("article/role", _("This block is")),
        ("mark", _("Mark")),
        ("mark/colour", _("Colour")),
        ("mark/claim", _("The mark’s claim")),
        ("mark/ends", _("Move an end")),
        ("claims", _("Claims")),
        ("sources", _("Sources")),
        ("go", _("Go")),
        ("help", _("Help")),
    )


def colour_names() -> dict[str, str]:
    """What the eight colours are called until their user calls them something."""
    words = (
        _("Yellow"), _("Red"), _("Green"), _("Blue"),
        _("Purple"), _("Magenta"), _("Orange"), _("Grey"),
    )  # fmt: skip
    return dict(zip(COLOURS, words, strict=True))


def commands() -> tuple[Spec, ...]:
    """The whole table, in the order of the menus."""
    return (*_file(), *_edit(), *_view(), *_article(), *_mark(), *board.commands(),
            *review.scales(), *sources.commands(), *_go(), *_help())  # fmt: skip


def _on(
    command: str, text: str, group: str, icon: str, *keys: str, when: str = "", check: bool = False
) -> Spec:
    """A command of the menu its id begins with, at work anywhere in the window."""
    menu = command.split(".")[0]
    return Spec(command, text, menu, group, icon, keys, "window", when, check)


def _file() -> tuple[Spec, ...]:
    handing = "article|articles"
    return (
        _on("file.add", _("Add files…"), "add", "file-plus", "Ctrl+O"),
        _on("file.paste", _("Paste as article…"), "add", "clipboard-paste", "Ctrl+V"),
        _on("file.sample", _("Add the sample article"), "add", "book-open"),
        _on("file.new_library", _("New library…"), "library", "library"),
        _on("file.open_library", _("Open library…"), "library", "folder", "Ctrl+Shift+O"),
        Spec("file.recent", _("Open recent"), "file", "library", submenu=True),
        _on("file.new_collection", _("New collection…"), "collection", "folder-plus"),
        *review.handing(),
        _on("file.hand_in", _("Hand in…"), "out", "upload", "Ctrl+P", when=handing),
        _on("file.quit", _("Quit"), "quit", "log-out", "Ctrl+Q"),
    )


def _edit() -> tuple[Spec, ...]:
    found = "found"
    return (
        _on("edit.undo", _("Undo"), "undo", "undo-2", "Ctrl+Z", when="undo"),
        _on("edit.redo", _("Redo"), "undo", "redo-2", "Ctrl+Shift+Z", "Ctrl+Y", when="redo"),
        _on("edit.copy", _("Copy"), "copy", "copy", "Ctrl+C", when="selection"),
        _on("edit.find", _("Find"), "find", "search", "Ctrl+F", when="article|board|sources"),
        _on("edit.find_next", _("Find next"), "find", "", "F3", when=found),
        _on("edit.find_previous", _("Find previous"), "find", "", "Shift+F3", when=found),
        _on("edit.search", _("Search everything"), "find", "", "Ctrl+Shift+F"),
        _on("edit.palette", _("Commands and places…"), "palette", "command", "Ctrl+K"),
    )


def _view() -> tuple[Spec, ...]:
    page, apart = _("Whole page"), _("Tell marks apart without colour")
    return (
        _on("view.whole_page", page, "page", "", "Ctrl+Shift+W", when="article", check=True),
        _on("view.apart", apart, "page", "", "Ctrl+Shift+M", check=True),
        *_pages(),
        *board.faces(),
        sources.face(),
        _on("view.zoom_in", _("Larger text"), "zoom", "zoom-in", "Ctrl++", "Ctrl+="),
        _on("view.zoom_out", _("Smaller text"), "zoom", "zoom-out", "Ctrl+-"),
        _on("view.zoom_reset", _("Normal text size"), "zoom", "", "Ctrl+0"),
        _on("view.typography", _("Typography…"), "looks", "a-large-small", "Ctrl+Shift+T"),
        _on("view.colour_names", _("Names of the colours…"), "looks", "highlighter"),
        *_schemes(),
        _interface("view.interface_larger", _("Larger"), "Alt++", "Alt+="),
        _interface("view.interface_smaller", _("Smaller"), "Alt+-"),
        _interface("view.interface_reset", _("100 %"), "Alt+0"),
        _on("view.left", _("Library and outline"), "panes", "panel-left", "F9", check=True),
        _on("view.cards", _("Cards"), "panes", "panel-right", "F10", check=True),
        _on("view.next_pane", _("Next pane"), "panes", "", "F6"),
        _on("view.previous_pane", _("Previous pane"), "panes", "", "Shift+F6"),
        _on("view.context_menu", _("Menu of what has the focus"), "panes", "", *_MENU_KEYS),
        _on("view.full_screen", _("Full screen"), "full", "maximize", "F11", check=True),
    )


def _pages() -> tuple[Spec, ...]:
    text, own = _("Text instead of pages"), _("Pages in their own colours")
    right, left = _("Turn pages clockwise"), _("Turn pages anticlockwise")
    return (
        _on("view.page_text", text, "pages", "pilcrow", "Ctrl+Shift+R", when="pages", check=True),
        _on("view.fit_width", _("Fit width"), "pages", "move-horizontal", "Ctrl+2", when="paged"),
        _on("view.fit_page", _("Fit page"), "pages", "maximize", "Ctrl+3", when="paged"),
        _on("view.turn_right", right, "pages", "rotate-cw", "Ctrl+R", when="paged"),
        _on("view.turn_left", left, "pages", "rotate-ccw", "Ctrl+L", when="paged"),
        _on("view.thumbnails", _("Small pages"), "pages", "files", "F4", when="paged", check=True),
        _on("view.page_colours", own, "pages", "contrast", "Ctrl+Shift+I", when="paged",
            check=True),
    )  # fmt: skip


def _schemes() -> tuple[Spec, ...]:
    looks = {
        "light": (_("Light"), "sun"),
        "dark": (_("Dark"), "moon"),
        "sepia": (_("Sepia"), "coffee"),
        "system": (_("As the system"), "monitor"),
    }
    return tuple(
        Spec(f"view.scheme.{s}", looks[s][0], "view/scheme", "looks", looks[s][1], choice="scheme")
        for s in SCHEMES
    )


def _interface(command: str, text: str, *keys: str) -> Spec:
    return Spec(command, text, "view/interface", "looks", "", keys)


def _article() -> tuple[Spec, ...]:
    details, note = _("Article details…"), _("Note on the whole article")
    remove = _("Remove article")
    words = {
        "title": _("Title"),
        "heading": _("Heading"),
        "paragraph": _("Paragraph"),
        "caption": _("Caption"),
        "furniture": _("Page furniture"),
        "main": _("The article’s own"),
    }
    roles = tuple(
        _caret(f"article.role.{role}", words[role], "article/role", "", f"Alt+{number}")
        for number, role in enumerate(ROLES, 1)
    )
    return (
        _on("article.details", details, "about", "info", "F2", when="article"),
        *review.article(),
        *beside.article(),
        _on("article.page_note", note, "about", "file-text", "Ctrl+Shift+N", when="article"),
        *analysis.looking(),
        *roles,
        _caret("article.role.reset", _("As it was read"), "article/role", "", "Alt+9"),
        _on("article.remove", remove, "remove", "trash-2", "Ctrl+Shift+Del", when="article"),
    )


def _caret(command: str, text: str, menu: str, icon: str, *keys: str) -> Spec:
    """A command for where the caret stands in the article."""
    group = "role" if menu.startswith("article") else "move"
    return Spec(command, text, menu, group, icon, keys, "article", "article")


def _passage(command: str, text: str, icon: str, *keys: str, checkable: bool = False) -> Spec:
    """A command for what is selected, or else the current mark."""
    return Spec(command, text, "mark", "make", icon, keys, "article", "selection|mark", checkable)


def _mark() -> tuple[Spec, ...]:
    names, later, earlier = colour_names(), _("Start a word later"), _("End a word earlier")
    sooner = _("Start a word earlier")
    colours = tuple(
        Spec(
            f"mark.colour.{colour}",
            names[colour],
            "mark/colour",
            "make",
            "",
            (str(number),),
            "article",
            "selection|mark",
        )
        for number, colour in enumerate(COLOURS, 1)
    )
    return (
        *colours,
        _passage("mark.underline", _("Underline instead of highlight"), "underline", "U"),
        _passage("mark.claim", _("Claim"), "flag", "C"),
        *claim_specs.commands(),
        _passage("mark.note", _("Note"), "sticky-note", "N"),
        _passage("mark.tag", _("Tag"), "tag", "T"),
        _passage("mark.source", _("Source"), "link", "S"),
        _passage("mark.comment", _("Comment"), "message-square", "R"),
        _passage("mark.copy_quote", _("Copy quote with its source"), "quote", "Q", "Ctrl+Shift+C"),
        Spec("mark.area", _("Area: draw a rectangle"), "mark", "make", "square-dashed", ("A",),
             "article", "paged"),
        _own("mark.private", _("Private"), "mark", "lock", "P", checkable=True),
        _own("mark.delete", _("Delete mark"), "mark", "trash-2", "Del"),
        _own("mark.start_earlier", sooner, "mark/ends", "", "[", "Ctrl+Alt+Left"),
        _own("mark.start_later", later, "mark/ends", "", "Shift+[", "{", "Ctrl+Alt+Right"),
        _own("mark.end_later", _("End a word later"), "mark/ends", "", "]", "Alt+Shift+Right"),
        _own("mark.end_earlier", earlier, "mark/ends", "", "Shift+]", "}", "Alt+Shift+Left"),
        *_areas(),
        *analysis.acts(),
    )  # fmt: skip


def _areas() -> tuple[Spec, ...]:
    """What keys do to the current area; the ends' keys move its left and right edge."""
    known = (
        ("mark.area_top_up", _("Upper edge of the area up"), "Ctrl+Alt+Up"),
        ("mark.area_top_down", _("Upper edge of the area down"), "Ctrl+Alt+Down"),
        ("mark.area_bottom_up", _("Lower edge of the area up"), "Alt+Shift+PgUp"),
        ("mark.area_bottom_down", _("Lower edge of the area down"), "Alt+Shift+PgDown"),
        ("mark.area_left", _("Move the area left"), "Ctrl+Alt+Shift+Left"),
        ("mark.area_right", _("Move the area right"), "Ctrl+Alt+Shift+Right"),
        ("mark.area_up", _("Move the area up"), "Ctrl+Alt+Shift+Up"),
        ("mark.area_down", _("Move the area down"), "Ctrl+Alt+Shift+Down"),
    )
    return tuple(
        Spec(command, text, "mark/ends", "area", "", (key,), "article", "area")
        for command, text, key in known
    )


def _own(
    command: str, text: str, menu: str, icon: str, *keys: str, checkable: bool = False
) -> Spec:
    """A command for the current mark."""
    return Spec(command, text, menu, "own", icon, keys, "article", "mark", checkable)


def _go() -> tuple[Spec, ...]:
    outline = _("Outline")
    return (
        _on("go.back", _("Back"), "history", "chevron-left", "Alt+Left", when="back"),
        _on("go.forward", _("Forward"), "history", "chevron-right", "Alt+Right", when="forward"),
        _caret("go.next_mark", _("Next mark"), "go", "arrow-down", "J", "."),
        _caret("go.previous_mark", _("Previous mark"), "go", "arrow-up", "K", ","),
        _caret("go.next_claim", _("Next claim"), "go", "", "Shift+J"),
        _caret("go.previous_claim", _("Previous claim"), "go", "", "Shift+K"),
        *analysis.steps(),
        _on("go.page", _("Go to page…"), "places", "hash", "Ctrl+G", when="paged"),
        _on("go.next_page", _("Next page"), "places", "", "Ctrl+PgDown", when="paged"),
        _on("go.previous_page", _("Previous page"), "places", "", "Ctrl+PgUp", when="paged"),
        _on("go.outline", outline, "places", "align-justify", "Ctrl+Shift+L", when="article"),
        *review.lines(),
    )


def _help() -> tuple[Spec, ...]:
    return (
        _on("help.shortcuts", _("Keys"), "", "keyboard", "F1"),
        _on("help.about", _("About Annotator"), "", "info"),
    )

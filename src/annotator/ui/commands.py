"""Every command of the window in one table: menus, toolbar, palette and list of keys read it."""

from annotator.i18n import _
from annotator.model.annotation import COLOURS
from annotator.ui.actions import ActionSpec as Spec

SCHEMES = ("light", "dark", "sepia", "system")
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
        ("mark/ends", _("Move an end")),
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
    return (*_file(), *_edit(), *_view(), *_article(), *_mark(), *_go(), *_help())


def _file() -> tuple[Spec, ...]:
    return (
        Spec("file.add", _("Add files…"), "file", "add", "file-plus", ("Ctrl+O",)),
        Spec("file.paste", _("Paste as article…"), "file", "add", "clipboard-paste", ("Ctrl+V",)),
        Spec("file.sample", _("Add the sample article"), "file", "add", "book-open"),
        Spec("file.new_library", _("New library…"), "file", "library", "library"),
        Spec(
            "file.open_library", _("Open library…"), "file", "library", "folder", ("Ctrl+Shift+O",)
        ),
        Spec("file.recent", _("Open recent"), "file", "library", submenu=True),
        Spec("file.new_collection", _("New collection…"), "file", "collection", "folder-plus"),
        Spec(
            "file.hand_in",
            _("Hand in…"),
            "file",
            "out",
            "upload",
            ("Ctrl+P",),
            enabled_when="article|articles",
        ),
        Spec("file.quit", _("Quit"), "file", "quit", "log-out", ("Ctrl+Q",)),
    )


def _edit() -> tuple[Spec, ...]:
    find = "find"
    return (
        Spec("edit.undo", _("Undo"), "edit", "undo", "undo-2", ("Ctrl+Z",), enabled_when="undo"),
        Spec(
            "edit.redo",
            _("Redo"),
            "edit",
            "undo",
            "redo-2",
            ("Ctrl+Shift+Z", "Ctrl+Y"),
            enabled_when="redo",
        ),
        Spec("edit.copy", _("Copy"), "edit", "copy", "copy", ("Ctrl+C",), enabled_when="selection"),
        Spec(
            "edit.find",
            _("Find in the article"),
            "edit",
            find,
            "search",
            ("Ctrl+F",),
            enabled_when="article",
        ),
        Spec("edit.find_next", _("Find next"), "edit", find, "", ("F3",), enabled_when="found"),
        Spec(
            "edit.find_previous",
            _("Find previous"),
            "edit",
            find,
            "",
            ("Shift+F3",),
            enabled_when="found",
        ),
        Spec("edit.search", _("Search everything"), "edit", find, "", ("Ctrl+Shift+F",)),
        Spec("edit.palette", _("Commands and places…"), "edit", "palette", "command", ("Ctrl+K",)),
    )


def _view() -> tuple[Spec, ...]:
    names = {
        "light": (_("Light"), "sun"),
        "dark": (_("Dark"), "moon"),
        "sepia": (_("Sepia"), "coffee"),
        "system": (_("As the system"), "monitor"),
    }
    schemes = tuple(
        Spec(f"view.scheme.{s}", names[s][0], "view/scheme", "looks", names[s][1], choice="scheme")
        for s in SCHEMES
    )
    return (
        Spec(
            "view.whole_page",
            _("Whole page"),
            "view",
            "page",
            "",
            ("Ctrl+Shift+W",),
            enabled_when="article",
            checkable=True,
        ),
        Spec(
            "view.apart",
            _("Tell marks apart without colour"),
            "view",
            "page",
            "",
            ("Ctrl+Shift+M",),
            checkable=True,
        ),
        Spec("view.zoom_in", _("Larger text"), "view", "zoom", "zoom-in", ("Ctrl++", "Ctrl+=")),
        Spec("view.zoom_out", _("Smaller text"), "view", "zoom", "zoom-out", ("Ctrl+-",)),
        Spec("view.zoom_reset", _("Normal text size"), "view", "zoom", "", ("Ctrl+0",)),
        Spec(
            "view.typography",
            _("Typography…"),
            "view",
            "looks",
            "a-large-small",
            ("Ctrl+Shift+T",),
        ),
        *schemes,
        Spec(
            "view.interface_larger", _("Larger"), "view/interface", "looks", "", ("Alt++", "Alt+=")
        ),
        Spec("view.interface_smaller", _("Smaller"), "view/interface", "looks", "", ("Alt+-",)),
        Spec("view.interface_reset", _("100 %"), "view/interface", "looks", "", ("Alt+0",)),
        Spec(
            "view.left",
            _("Library and outline"),
            "view",
            "panes",
            "panel-left",
            ("F9",),
            checkable=True,
        ),
        Spec("view.cards", _("Cards"), "view", "panes", "panel-right", ("F10",), checkable=True),
        Spec("view.next_pane", _("Next pane"), "view", "panes", "", ("F6",)),
        Spec("view.previous_pane", _("Previous pane"), "view", "panes", "", ("Shift+F6",)),
        Spec(
            "view.full_screen",
            _("Full screen"),
            "view",
            "full",
            "maximize",
            ("F11",),
            checkable=True,
        ),
    )


def _article() -> tuple[Spec, ...]:
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
        Spec(
            "article.details",
            _("Article details…"),
            "article",
            "about",
            "info",
            ("F2",),
            enabled_when="article",
        ),
        Spec(
            "article.page_note",
            _("Note on the whole article"),
            "article",
            "about",
            "file-text",
            ("Ctrl+Shift+N",),
            enabled_when="article",
        ),
        *roles,
        _caret("article.role.reset", _("As it was read"), "article/role", "", "Alt+9"),
        Spec(
            "article.remove",
            _("Remove article"),
            "article",
            "remove",
            "trash-2",
            ("Ctrl+Shift+Del",),
            enabled_when="article",
        ),
    )


def _caret(command: str, text: str, menu: str, icon: str, *keys: str) -> Spec:
    """A command for where the caret stands in the article."""
    group = "role" if menu.startswith("article") else "move"
    return Spec(command, text, menu, group, icon, keys, "article", "article")


def _passage(command: str, text: str, icon: str, *keys: str, checkable: bool = False) -> Spec:
    """A command for what is selected, or else the current mark."""
    return Spec(command, text, "mark", "make", icon, keys, "article", "selection|mark", checkable)


def _mark() -> tuple[Spec, ...]:
    names = colour_names()
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
        _passage("mark.note", _("Note"), "sticky-note", "N"),
        _passage("mark.tag", _("Tag"), "tag", "T"),
        _passage("mark.source", _("Source"), "link", "S"),
        _passage("mark.copy_quote", _("Copy quote with its source"), "quote", "Q", "Ctrl+Shift+C"),
        _own("mark.private", _("Private"), "mark", "lock", "P", checkable=True),
        _own("mark.delete", _("Delete mark"), "mark", "trash-2", "Del"),
        _own(
            "mark.start_earlier", _("Start a word earlier"), "mark/ends", "", "[", "Ctrl+Alt+Left"
        ),
        _own(
            "mark.start_later",
            _("Start a word later"),
            "mark/ends",
            "",
            "Shift+[",
            "{",
            "Ctrl+Alt+Right",
        ),
        _own("mark.end_later", _("End a word later"), "mark/ends", "", "]", "Alt+Shift+Right"),
        _own(
            "mark.end_earlier",
            _("End a word earlier"),
            "mark/ends",
            "",
            "Shift+]",
            "}",
            "Alt+Shift+Left",
        ),
    )


def _own(
    command: str, text: str, menu: str, icon: str, *keys: str, checkable: bool = False
) -> Spec:
    """A command for the current mark."""
    return Spec(command, text, menu, "own", icon, keys, "article", "mark", checkable)


def _go() -> tuple[Spec, ...]:
    return (
        Spec(
            "go.back", _("Back"), "go", "history", "chevron-left", ("Alt+Left",), "window", "back"
        ),
        Spec(
            "go.forward",
            _("Forward"),
            "go",
            "history",
            "chevron-right",
            ("Alt+Right",),
            "window",
            "forward",
        ),
        _caret("go.next_mark", _("Next mark"), "go", "arrow-down", "J", "."),
        _caret("go.previous_mark", _("Previous mark"), "go", "arrow-up", "K", ","),
        _caret("go.next_claim", _("Next claim"), "go", "", "Shift+J"),
        _caret("go.previous_claim", _("Previous claim"), "go", "", "Shift+K"),
        Spec(
            "go.outline",
            _("Outline"),
            "go",
            "places",
            "align-justify",
            ("Ctrl+Shift+L",),
            enabled_when="article",
        ),
    )


def _help() -> tuple[Spec, ...]:
    return (
        Spec("help.shortcuts", _("Keys"), "help", "", "keyboard", ("F1",)),
        Spec("help.about", _("About Annotator"), "help", "", "info"),
    )

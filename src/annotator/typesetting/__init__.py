"""Article → ``QTextDocument``, shared by the window and the PDF export, so that paper looks like
the screen. QtGui only, no widgets."""

from annotator.typesetting.fonts import load_fonts
from annotator.typesetting.grounds import paint_grounds
from annotator.typesetting.setting import Setting, typeset
from annotator.typesetting.style import TypeStyle

__all__ = ["Setting", "TypeStyle", "load_fonts", "paint_grounds", "typeset"]

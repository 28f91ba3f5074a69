"""Article → ``QTextDocument``, shared by the window and the PDF export, so that paper looks like
the screen. QtGui only, no widgets.

What is wanted is taken from its module: the window needs its fonts at once, and the rest only when
an article opens.
"""

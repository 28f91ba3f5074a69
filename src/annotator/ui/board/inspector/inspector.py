from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class Inspector(QWidget):
    passage_wanted = Signal(str, str)
    command_wanted = Signal(str)
    failed = Signal(str, object, str)
    left = Signal()

    def __init__(self, theme, state):
        super().__init__()

    def apply(self, changes): ...
    def refresh(self): ...
    def show_now(self): ...

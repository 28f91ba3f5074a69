"""See to the shared libraries that Qt's wheels expect of a Linux machine.

Where some are missing: install them when we are root and apt is at hand, otherwise print the one
line to run, and exit 1.
"""

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libX11-xcb.so.1": "libx11-xcb1",
}
FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")


def is_missing(library: str) -> bool:
    """Whether the dynamic loader does not find it."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return True
    return False


def main() -> int:
    """Check, and install where that is ours to do."""
    if sys.platform != "linux":
        return 0
    needed = [package for library, package in PACKAGES.items() if is_missing(library)]
    if needed and not FONT.exists():
        needed.append("fonts-dejavu-core")
    if not needed:
        return 0
    if os.geteuid() == 0 and shutil.which("apt-get"):
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], env=environment, check=True)
        command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *needed]
        return subprocess.run(command, env=environment, check=False).returncode
    print("Qt needs some shared libraries that are missing here. Install them with:")
    print(f"  sudo apt-get install {' '.join(needed)}")
    print("and run the same make command again.")
    return 1


if __name__ == "__main__":
    sys.exit(main())

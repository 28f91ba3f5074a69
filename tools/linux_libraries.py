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


def missing_packages() -> list[str]:
    """What has to be installed, a font for the interface with it."""
    needed = [package for library, package in PACKAGES.items() if is_missing(library)]
    if needed and not FONT.exists():
        needed.append("fonts-dejavu-core")
    return needed


def install(packages: list[str]) -> bool:
    """Whether apt could; what it said is printed only where it could not."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    apt = ["apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
    said = ""
    for command in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        done = subprocess.run(
            [*apt, *command], env=environment, check=False, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace",
        )  # fmt: skip
        said += done.stdout
    if done.returncode != 0:
        print(said, end="")
    return done.returncode == 0


def main() -> int:
    """Check, and install where that is ours to do."""
    needed = missing_packages() if sys.platform == "linux" else []
    if not needed:
        return 0
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print("Installing the shared libraries that Qt needs:", *needed, flush=True)
        if install(needed):
            return 0
        print("apt could not install them. Once it works again:")
    else:
        print("Qt needs some shared libraries that are missing here. On Debian, install them with:")
    print(f"  sudo apt-get install {' '.join(needed)}")
    print("and run the same make command again.")
    return 1


if __name__ == "__main__":
    sys.exit(main())
